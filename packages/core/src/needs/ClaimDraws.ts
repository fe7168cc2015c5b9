/**
 * Claims under many admissible weightings of a driver matrix, drawn by a seeded chance; what post intervals are made from.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction, Seeded } from "../number/index.ts"
import * as Driver from "./Driver.ts"
import type { NeedModel } from "./NeedModel.ts"
import * as NeedScore from "./NeedScore.ts"

// --- models ---

/**
 * Which weightings are admissible, how many are drawn, and from which seed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Admissible {
  /** Every share moves by up to this part of itself, up or down; then its row adds up to 1 again. Range: 0 to 1. */
  readonly shareSpread: number
  /** Unit: weightings. Whole, 1 or more. */
  readonly draws: number
  /** Range: 0 to 2^53 - 1. */
  readonly seed: number
}

/**
 * The claims of every draw. Cells with the same number stand in the same place of each run.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClaimDraws {
  readonly cells: ReadonlyArray<{ readonly unit: string; readonly jobFamily: string }>
  /** Unit: millionths of a person, whole. Drawn anew, and the same, each time they are gone through. */
  readonly runs: Iterable<ReadonlyArray<number>>
}

// --- errors ---

/**
 * The spread, the number of draws or the seed is out of range.
 *
 * @category errors
 * @since 0.1.0
 */
export class AdmissibleRefused extends Data.TaggedError("AdmissibleRefused")<{
  readonly what: "shareSpread" | "draws" | "seed"
  readonly found: number
  readonly expected: string
}> {
  override get message(): string {
    return `${this.what}: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * Draws weightings and works out the claims of each.
 *
 * **Details**
 *
 * Shares of drivers in pillars, of pillars in sectors and of sectors in job families move; figures, caps and workload stay.
 * A share of 0 stays 0: what the policy leaves out stays out.
 *
 * **Example** (One driver: nothing can move)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ClaimDraws } from "@timbang/core/needs"
 * const named = (id: string) => ({ id, title: id })
 * const poverty = { id: "poverty", indicator: "poverty", reads: "level", risesWith: "high", low: 0, high: 20, pillar: "people", share: 1 } as const
 * const source = { instrument: "example policy", confidence: "host" } as const
 * const shares = { pillarShares: { social: { people: 1 } }, sectorShares: { helper: { social: 1 } }, caps: { helper: 0.2 } }
 * const lists = { pillars: [named("people")], sectors: [named("social")], jobFamilies: [named("helper")], drivers: [poverty] }
 * const matrix = { id: "m", title: "", from: "2024-01-01", source, ...lists, ...shares }
 * const observations = [{ unit: "tebo", indicator: "poverty", year: 2024, figure: 10 }]
 * const workload = [{ unit: "tebo", jobFamily: "helper", people: 30 }]
 * const model = { id: "n", title: "", day: "2024-06-01", year: 2024, units: [named("tebo")], observations, matrix, workload }
 * const drawn = ClaimDraws.draw(model, { shareSpread: 0.25, draws: 2, seed: 1 })
 * Result.map(drawn, ({ runs }) => [...runs]) // => Result.succeed([[33_000_000], [33_000_000]])
 * ```
 *
 * @category simulating
 * @since 0.1.0
 */
export const draw = (
  model: NeedModel,
  { draws, seed, shareSpread }: Admissible
): Result.Result<ClaimDraws, NeedScore.NeedError | AdmissibleRefused> =>
  Result.gen(function*() {
    const refused = (what: AdmissibleRefused["what"], found: number, expected: string) =>
      Result.fail(new AdmissibleRefused({ what, found, expected }))
    if (!(shareSpread >= 0 && shareSpread <= 1)) return yield* refused("shareSpread", shareSpread, "a part from 0 to 1")
    if (!(Number.isSafeInteger(draws) && draws >= 1)) {
      return yield* refused("draws", draws, "a whole number of 1 or more")
    }
    if (!(Number.isSafeInteger(seed) && seed >= 0)) {
      return yield* refused("seed", seed, "a whole number from 0 to 2^53 - 1")
    }
    const { units } = yield* NeedScore.score(model)
    const { inJobFamily, inPillar, matrix } = yield* Driver.check(model.matrix, model.day)
    const { drivers, jobFamilies, pillars, sectors } = matrix
    const needs = units.map(({ readings }) =>
      readings.map(({ need }) =>
        Fraction.toNumber(need)
      )
    )
    const most = units.map((unit) =>
      unit.jobFamilies.map(({ cap, workload }) => Fraction.toNumber(Fraction.multiply(cap, workload)))
    )
    const workloads = units.map((unit) => unit.jobFamilies.map(({ workload }) => Fraction.toNumber(workload)))
    const driverShares = drivers.map(({ id }) => Fraction.toNumber(inPillar.get(id)!))
    const pillarShares = sectors.map((sector) =>
      pillars.map(({ id }) => Fraction.toNumber(Fraction.parseUnsafe(matrix.pillarShares[sector.id]?.[id] ?? 0)))
    )
    const sectorShares = jobFamilies.map((family) =>
      sectors.map(({ id }) => Fraction.toNumber(inJobFamily.get(family.id)!.get(id)!))
    )
    const driversOf = pillars.map(({ id }) => drivers.flatMap(({ pillar }, i) => (pillar === id ? [i] : [])))
    const run = (generator: Seeded.Seeded): ReadonlyArray<number> => {
      const moved = (shares: ReadonlyArray<number>) => move(shares, shareSpread, generator)
      const inPillarNow = driversOf.map((own) => moved(own.map((i) => driverShares[i]!)))
      const inSectorNow = pillarShares.map(moved)
      const inFamilyNow = sectorShares.map(moved)
      return needs.flatMap((need, u) => {
        const pillar = driversOf.map((own, p) => dot(inPillarNow[p]!, own.map((i) => need[i]!)))
        const sector = inSectorNow.map((shares) => dot(shares, pillar))
        return inFamilyNow.map((shares, f) =>
          Math.round((workloads[u]![f]! + most[u]![f]! * dot(shares, sector)) * 1e6)
        )
      })
    }
    return {
      cells: units.flatMap(({ unit }) => jobFamilies.map(({ id: jobFamily }) => ({ unit, jobFamily }))),
      runs: {
        *[Symbol.iterator]() {
          const generator = Seeded.make(seed)
          for (let drawn = 0; drawn < draws; drawn++) yield run(generator)
        }
      }
    }
  })

const move = (shares: ReadonlyArray<number>, spread: number, generator: Seeded.Seeded): ReadonlyArray<number> => {
  let sum = 0
  const moved = shares.map((share) => {
    const one = share * (1 + spread * (2 * Seeded.unit(generator) - 1))
    sum += one
    return one
  })
  return sum === 0 ? shares : moved.map((one) => one / sum)
}

const dot = (shares: ReadonlyArray<number>, values: ReadonlyArray<number>): number =>
  shares.reduce((sum, share, i) => sum + share * values[i]!, 0)
