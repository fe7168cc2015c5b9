/**
 * The driver matrix: which condition of a region asks for which kind of staff, as a dated policy document.
 *
 * Indicators drive pillars, pillars drive service sectors, sectors drive job families. Where the economy grows fast, staff
 * for economy and infrastructure is needed; where poverty is high, staff for social programmes. Whoever disagrees changes
 * the document and its shares, not the program.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day, LegalSource } from "../law/index.ts"
import { Fraction } from "../number/index.ts"
import * as Indicator from "./Indicator.ts"
import * as Weighting from "./Weighting.ts"

// --- models ---

/**
 * A thing with a name: a pillar, a sector, a job family, a unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Named {
  readonly id: string
  readonly title: string
}

/**
 * How one indicator moves one pillar.
 *
 * @category models
 * @since 0.1.0
 */
export interface Driver {
  readonly id: string
  readonly indicator: string
  /** The figure of the year, or its mean change a year. */
  readonly reads: "level" | "trend"
  /** Unit: years over which a trend is taken. 1 unless said. */
  readonly overYears?: number
  /** Which end of the indicator means more need. Nothing to do with which end is good for the region. */
  readonly risesWith: "high" | "low"
  /** Need counts as none at `low` and as full at `high` (turned when it rises with `low`); in the unit read. */
  readonly low: Fraction.Numeral
  readonly high: Fraction.Numeral
  readonly pillar: string
  /** Share of its pillar. The shares of a pillar's drivers add up to exactly 1. */
  readonly share: Fraction.Numeral
}

/**
 * A driver matrix. Every row of shares adds up to exactly 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface DriverMatrix {
  readonly id: string
  readonly title: string
  readonly from: Day.Day
  /** Last day on which it holds; absent while it is in force. */
  readonly until?: Day.Day
  /** The document that sets it. */
  readonly source: LegalSource.LegalSource
  readonly pillars: ReadonlyArray<Named>
  readonly sectors: ReadonlyArray<Named>
  readonly jobFamilies: ReadonlyArray<Named>
  readonly drivers: ReadonlyArray<Driver>
  /** By sector: how much each pillar counts. */
  readonly pillarShares: Weighting.ByName<Weighting.ByName<Fraction.Numeral>>
  /** By job family: how much each sector counts. */
  readonly sectorShares: Weighting.ByName<Weighting.ByName<Fraction.Numeral>>
  /** By job family: the most that conditions may add, as a share of the workload. Range: 0 to 1. */
  readonly caps: Weighting.ByName<Fraction.Numeral>
  /** The most that one indicator may count in a sector. Range: 0 to 1; 1 when absent. */
  readonly indicatorCap?: Fraction.Numeral
}

/**
 * A checked matrix with its exact numbers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Drivers {
  readonly matrix: DriverMatrix
  /** Share of each driver in its pillar. */
  readonly inPillar: ReadonlyMap<string, Fraction.Fraction>
  /** By sector, then by driver: how much it counts; each sector adds up to 1. */
  readonly inSector: ReadonlyMap<string, ReadonlyMap<string, Fraction.Fraction>>
  /** By job family, then by sector: how much it counts; each job family adds up to 1. */
  readonly inJobFamily: ReadonlyMap<string, ReadonlyMap<string, Fraction.Fraction>>
  readonly caps: ReadonlyMap<string, Fraction.Fraction>
}

// --- errors ---

/**
 * The matrix does not hold on the day asked for.
 *
 * @category errors
 * @since 0.1.0
 */
export class MatrixNotInForce extends Data.TaggedError("MatrixNotInForce")<{
  readonly matrix: string
  readonly on: Day.Day
  readonly from: Day.Day
  readonly until: Day.Day | undefined
}> {
  override get message(): string {
    return `driver matrix ${JSON.stringify(this.matrix)} holds from ${this.from} to ${
      this.until ?? "further notice"
    }, not on ${this.on}; choose the document of that day`
  }
}

/**
 * An entry of the matrix cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class DriverRefused extends Data.TaggedError("DriverRefused")<{
  /** Where in the document, such as `caps of nurse`. */
  readonly at: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `driver matrix, ${this.at}: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * Why a matrix cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export type DriverError =
  | MatrixNotInForce
  | DriverRefused
  | Indicator.IdRepeated
  | Weighting.WeightRefused
  | Weighting.WeightsNotOne

// --- operations ---

/**
 * Checks a matrix for a day and works out how much each driver counts in each sector and job family.
 *
 * **Example** (One indicator, one sector)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Driver } from "@timbang/core/needs"
 * const named = (id: string) => ({ id, title: id })
 * const poverty = { id: "poverty", indicator: "poverty", reads: "level", risesWith: "high", low: 0, high: 20, pillar: "people", share: 1 } as const
 * const source = { instrument: "example policy", confidence: "host" } as const
 * const about = { id: "m", title: "", from: "2024-01-01", source, pillars: [named("people")], sectors: [named("social")] }
 * const shares = { pillarShares: { social: { people: 1 } }, sectorShares: { "social-worker": { social: 1 } }, caps: { "social-worker": 0.2 } }
 * const matrix = { ...about, ...shares, jobFamilies: [named("social-worker")], drivers: [poverty] }
 * Result.isSuccess(Driver.check(matrix, "2024-06-01")) // => true
 * Result.isFailure(Driver.check(matrix, "2023-06-01")) // => true
 * Result.isFailure(Driver.check({ ...matrix, caps: { "social-worker": 1.5 } }, "2024-06-01")) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (matrix: DriverMatrix, on: Day.Day): Result.Result<Drivers, DriverError> =>
  Result.gen(function*() {
    const { drivers, from, jobFamilies, pillars, sectors, until } = matrix
    if (on < from || (until !== undefined && on > until)) {
      return yield* Result.fail(new MatrixNotInForce({ matrix: matrix.id, on, from, until }))
    }
    for (
      const [what, all] of [["pillar", pillars], ["sector", sectors], ["job family", jobFamilies], [
        "driver",
        drivers
      ]] as const
    ) {
      yield* Indicator.unique(what, all.map(({ id }) => id))
    }
    for (const driver of drivers) yield* checkDriver(driver, pillars)
    const inPillar = new Map<string, Fraction.Fraction>()
    for (const { id } of pillars) {
      const own = drivers.filter(({ pillar }) => pillar === id)
      const shares = yield* row(
        `drivers of ${id}`,
        own.map((one) => one.id),
        Object.fromEntries(own.map((one) => [one.id, one.share]))
      )
      for (const [driver, share] of shares) inPillar.set(driver, share)
    }
    const byPillar = yield* rows("pillar shares", sectors, pillars, matrix.pillarShares)
    const inSector = new Map([...byPillar].map(([sector, shares]) => [
      sector,
      new Map(drivers.map(({ id, pillar }) => [id, Fraction.multiply(shares.get(pillar)!, inPillar.get(id)!)]))
    ]))
    yield* checkIndicatorCap(matrix, inSector)
    const inJobFamily = yield* rows("sector shares", jobFamilies, sectors, matrix.sectorShares)
    const caps = new Map<string, Fraction.Fraction>()
    for (const { id } of jobFamilies) caps.set(id, yield* share(`caps of ${id}`, own(matrix.caps, id)))
    for (const id of Object.keys(matrix.caps)) {
      if (!caps.has(id)) return yield* refused(`caps of ${id}`, "an unknown job family", "one of the job families")
    }
    return { matrix, inPillar, inSector, inJobFamily, caps }
  })

const checkDriver = (
  { high, id, low, overYears = 1, pillar }: Driver,
  pillars: ReadonlyArray<Named>
): Result.Result<void, DriverRefused> => {
  if (!pillars.some((one) => one.id === pillar)) {
    return refused(`driver ${id}`, `pillar ${JSON.stringify(pillar)}`, "one of the pillars")
  }
  if (!(Number.isSafeInteger(overYears) && overYears >= 1)) {
    return refused(`driver ${id}`, `${overYears} years`, "a whole number of 1 or more")
  }
  const ends = Result.all([Fraction.parse(low), Fraction.parse(high)])
  return Result.isSuccess(ends) && Fraction.compare(...ends.success) < 0
    ? Result.succeed(undefined)
    : refused(`driver ${id}`, `ends ${low} and ${high}`, "two numbers, low below high")
}

const checkIndicatorCap = (
  { drivers, indicatorCap = 1 }: DriverMatrix,
  inSector: ReadonlyMap<string, ReadonlyMap<string, Fraction.Fraction>>
): Result.Result<void, DriverRefused> =>
  Result.gen(function*() {
    const most = yield* share("indicator cap", indicatorCap)
    for (const [sector, shares] of inSector) {
      for (const indicator of new Set(drivers.map((driver) => driver.indicator))) {
        const found = Fraction.sum(
          drivers.filter((one) => one.indicator === indicator).map(({ id }) => shares.get(id)!)
        )
        if (Fraction.compare(found, most) > 0) {
          return yield* refused(
            `sector ${sector}`,
            `${indicator} counts ${Fraction.format(found)}`,
            `at most ${Fraction.format(most)}`
          )
        }
      }
    }
  })

/** For each of `of`, the exact shares of `over`; an absent entry is none. */
const rows = (
  what: string,
  of: ReadonlyArray<Named>,
  over: ReadonlyArray<Named>,
  shares: Weighting.ByName<Weighting.ByName<Fraction.Numeral>>
): Result.Result<Map<string, ReadonlyMap<string, Fraction.Fraction>>, DriverError> =>
  Result.gen(function*() {
    const found = new Map<string, ReadonlyMap<string, Fraction.Fraction>>()
    for (const { id } of of) {
      const given = own(shares, id)
      if (given === undefined) {
        return yield* refused(
          `${what} of ${id}`,
          "nothing",
          `shares of ${over.map((one) => one.id).join(", ")}`
        )
      }
      const none = Object.fromEntries(over.map((one) => [one.id, 0]))
      found.set(id, yield* row(`${what} of ${id}`, over.map((one) => one.id), { ...none, ...given }))
    }
    for (const id of Object.keys(shares)) {
      if (!found.has(id)) {
        return yield* refused(
          `${what} of ${id}`,
          "an unknown name",
          `one of ${of.map((one) => one.id).join(", ")}`
        )
      }
    }
    return found
  })

const row = (
  at: string,
  ids: ReadonlyArray<string>,
  shares: Weighting.ByName<Fraction.Numeral>
): Result.Result<ReadonlyMap<string, Fraction.Fraction>, Weighting.WeightRefused | Weighting.WeightsNotOne> =>
  Weighting.given(ids, shares).pipe(
    Result.map(({ exact }) => new Map(ids.map((id, i) => [id, exact![i]!]))),
    Result.mapError((error) => (error._tag === "WeightsNotOne" ? new Weighting.WeightsNotOne({ ...error, at }) : error))
  )

const share = (at: string, numeral: Fraction.Numeral | undefined): Result.Result<Fraction.Fraction, DriverRefused> => {
  const parsed = numeral === undefined ? undefined : Fraction.parse(numeral)
  return parsed !== undefined && Result.isSuccess(parsed) && parsed.success.numerator >= 0n &&
      Fraction.compare(parsed.success, Fraction.one) <= 0
    ? Result.succeed(parsed.success)
    : refused(at, numeral === undefined ? "nothing" : String(numeral), "a share from 0 to 1")
}

const own = <A>(all: Weighting.ByName<A>, id: string): A | undefined => (Object.hasOwn(all, id) ? all[id] : undefined)

const refused = (at: string, found: string, expected: string): Result.Result<never, DriverRefused> =>
  Result.fail(new DriverRefused({ at, found, expected }))
