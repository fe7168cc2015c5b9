/**
 * Scores what each unit needs: an index for every sector, and for every job family the workload with what the conditions
 * of the region add to it.
 *
 * Everything is exact: the parts of an index or of a claim add up to it as fractions.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { LegalSource } from "../law/index.ts"
import { Fraction } from "../number/index.ts"
import type * as Claim from "./Claim.ts"
import * as Driver from "./Driver.ts"
import * as Indicator from "./Indicator.ts"
import type { NeedModel, Voice } from "./NeedModel.ts"
import * as Observation from "./Observation.ts"

// --- models ---

/**
 * What one driver read in one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly driver: string
  readonly indicator: string
  /** The level, or the mean change a year, in the unit of the indicator. */
  readonly read: Fraction.Fraction
  /** From no need (0) to full need (1), cut off at the ends of the driver. */
  readonly need: Fraction.Fraction
  /** Whether a missing figure was taken as the mean of the other units. */
  readonly isImputed: boolean
}

/**
 * What one driver puts into an index (as a share of 1) or into a claim (in people).
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  readonly driver: string
  readonly indicator: string
  readonly amount: Fraction.Fraction
}

/**
 * The need index of one sector. Range: 0 to 1. The parts add up to it.
 *
 * @category models
 * @since 0.1.0
 */
export interface SectorScore {
  readonly sector: string
  readonly index: Fraction.Fraction
  readonly parts: ReadonlyArray<Part>
  /** What citizens asked for, beside the index and not in it; absent when nobody was asked. */
  readonly voice?: Fraction.Fraction
}

/**
 * The claim for one job family: workload plus what conditions add.
 *
 * @category models
 * @since 0.1.0
 */
export interface JobFamilyScore {
  readonly jobFamily: string
  /** Unit: people. By workload alone. */
  readonly workload: Fraction.Fraction
  /** How hard conditions press, over the sectors the job family serves. Range: 0 to 1. */
  readonly pressure: Fraction.Fraction
  /** The most that conditions may add, as a share of the workload. */
  readonly cap: Fraction.Fraction
  /** Unit: people. `workload * cap * pressure`, so never more than the cap allows. The parts add up to it. */
  readonly extra: Fraction.Fraction
  readonly parts: ReadonlyArray<Part>
  /** Unit: people. `workload + extra`. */
  readonly claim: Fraction.Fraction
}

/**
 * All scores of one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnitScore {
  readonly unit: string
  readonly readings: ReadonlyArray<Reading>
  readonly pillars: ReadonlyArray<
    { readonly pillar: string; readonly index: Fraction.Fraction; readonly parts: ReadonlyArray<Part> }
  >
  readonly sectors: ReadonlyArray<SectorScore>
  readonly jobFamilies: ReadonlyArray<JobFamilyScore>
}

/**
 * The scores of all units, and what they ask for.
 *
 * @category models
 * @since 0.1.0
 */
export interface NeedScores {
  readonly units: ReadonlyArray<UnitScore>
  readonly claims: ReadonlyArray<Claim.Claim>
  /** Sources that must be announced with a warning. */
  readonly warnings: ReadonlyArray<LegalSource.LegalSource>
}

// --- errors ---

/**
 * Workload or voice names something the document does not have, stands twice, or is no such number.
 *
 * @category errors
 * @since 0.1.0
 */
export class EntryRefused extends Data.TaggedError("EntryRefused")<{
  readonly what: "workload" | "voice"
  readonly unit: string
  readonly of: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.what} of ${JSON.stringify(this.unit)} for ${
      JSON.stringify(this.of)
    }: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * Why needs cannot be scored.
 *
 * @category errors
 * @since 0.1.0
 */
export type NeedError =
  | Driver.DriverError
  | EntryRefused
  | Indicator.IdRepeated
  | Observation.ObservationMissing
  | Observation.ObservationRefused

// --- operations ---

/**
 * Scores the needs of every unit.
 *
 * **Details**
 *
 * A driver reads a level or a trend and turns it into a need from 0 to 1. A pillar is the weighted mean of its drivers, a
 * sector of its pillars, the pressure on a job family of its sectors. Conditions add `workload * cap * pressure`: without
 * workload there is nothing to add to. A job family without an entry of workload in a unit has none there.
 *
 * **Example** (Half the way to full need, a cap of a fifth)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { NeedScore } from "@timbang/core/needs"
 * const named = (id: string) => ({ id, title: id })
 * const poverty = { id: "poverty", indicator: "poverty", reads: "level", risesWith: "high", low: 0, high: 20, pillar: "people", share: 1 } as const
 * const source = { instrument: "example policy", confidence: "host" } as const
 * const shares = { pillarShares: { social: { people: 1 } }, sectorShares: { helper: { social: 1 } }, caps: { helper: 0.2 } }
 * const lists = { pillars: [named("people")], sectors: [named("social")], jobFamilies: [named("helper")], drivers: [poverty] }
 * const matrix = { id: "m", title: "", from: "2024-01-01", source, ...lists, ...shares }
 * const observations = [{ unit: "tebo", indicator: "poverty", year: 2024, figure: 10 }]
 * const workload = [{ unit: "tebo", jobFamily: "helper", people: 30 }]
 * const model = { id: "n", title: "", day: "2024-06-01", year: 2024, units: [named("tebo")], observations, matrix, workload }
 * Result.map(NeedScore.score(model), ({ claims }) => Fraction.format(claims[0]!.people)) // => Result.succeed("33")
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const score = (model: NeedModel): Result.Result<NeedScores, NeedError> =>
  Result.gen(function*() {
    const ids = yield* Indicator.unique("unit", model.units.map(({ id }) => id))
    const drivers = yield* Driver.check(model.matrix, model.day)
    const observations = yield* Observation.gather(ids, model.observations)
    const { jobFamilies, sectors, source } = model.matrix
    const workload = yield* entries(
      "workload",
      ids,
      jobFamilies,
      model.workload.map((one) => [one.unit, one.jobFamily, one.people])
    )
    const voice = yield* entries(
      "voice",
      ids,
      sectors,
      (model.voice ?? []).map((one: Voice) => [one.unit, one.sector, one.share])
    )
    const units: Array<UnitScore> = []
    const read = ids.map((unit) => drivers.matrix.drivers.map((driver) => reading(model, observations, driver, unit)))
    const [missing, ...others] = distinct(read.flat().flatMap((one) => (Result.isFailure(one) ? [one.failure] : [])))
    if (missing !== undefined) {
      const { indicator, unit, year } = missing
      return yield* Result.fail(
        new Observation.ObservationMissing({ unit, indicator, year, ...(others.length === 0 ? {} : { others }) })
      )
    }
    for (const [i, unit] of ids.entries()) {
      const readings = yield* Result.all(read[i]!)
      units.push(
        scoreUnit(drivers, unit, readings, (id) => workload.get(keyOf(unit, id)), (id) => voice.get(keyOf(unit, id)))
      )
    }
    return {
      units,
      claims: units.flatMap(({ jobFamilies, unit }) =>
        jobFamilies.map(({ claim, jobFamily }) => ({ unit, jobFamily, people: claim }))
      ),
      warnings: LegalSource.needsWarning(source) ? [source] : []
    }
  })

/**
 * The parts of an index or claim from the largest down; equal ones by name of the driver.
 *
 * **Example** (What weighs most comes first)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { NeedScore } from "@timbang/core/needs"
 * const part = (driver: string, amount: number) => ({ driver, indicator: driver, amount: Fraction.make(amount, 10) })
 * NeedScore.byAmount([part("poverty", 1), part("growth", 3)]).map(({ driver }) => driver) // => ["growth", "poverty"]
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const byAmount = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> =>
  [...parts].sort((a, b) => Fraction.compare(b.amount, a.amount) || (a.driver < b.driver ? -1 : 1))

/** Two drivers may read the same figure. */
const distinct = (missing: ReadonlyArray<Observation.ObservationMissing>) => {
  const all = new Map(missing.map(({ indicator, unit, year }) => [JSON.stringify([unit, indicator, year]), { unit, indicator, year }]))
  return [...all.values()]
}

const reading = (
  model: NeedModel,
  observations: Observation.Observations,
  driver: Driver.Driver,
  unit: string
): Result.Result<Reading, Observation.ObservationMissing> =>
  Result.gen(function*() {
    const { indicator, overYears = 1, reads, risesWith } = driver
    let isImputed = false
    const figure = (year: number): Result.Result<Fraction.Fraction, Observation.ObservationMissing> => {
      const observed = observations.figureOf(unit, indicator, year)
      if (observed !== undefined) return Result.succeed(observed)
      const mean = model.imputeByMean?.includes(indicator)
        ? Observation.meanOf(observations, indicator, year)
        : undefined
      isImputed = true
      return mean === undefined
        ? Result.fail(new Observation.ObservationMissing({ unit, indicator, year }))
        : Result.succeed(mean)
    }
    const now = yield* figure(model.year)
    const read = reads === "level"
      ? now
      : Fraction.divide(Fraction.subtract(now, yield* figure(model.year - overYears)), Fraction.make(overYears))
    const [low, high] = [Fraction.parseUnsafe(driver.low), Fraction.parseUnsafe(driver.high)]
    const along = Fraction.divide(Fraction.subtract(read, low), Fraction.subtract(high, low))
    const cut = Fraction.min(Fraction.one, Fraction.max(Fraction.zero, along))
    return {
      driver: driver.id,
      indicator,
      read,
      isImputed,
      need: risesWith === "high" ? cut : Fraction.subtract(Fraction.one, cut)
    }
  })

const scoreUnit = (
  drivers: Driver.Drivers,
  unit: string,
  readings: ReadonlyArray<Reading>,
  workloadOf: (jobFamily: string) => Fraction.Fraction | undefined,
  voiceOf: (sector: string) => Fraction.Fraction | undefined
): UnitScore => {
  const { inJobFamily, inPillar, inSector, matrix } = drivers
  const parts = (weightOf: (driver: string) => Fraction.Fraction): ReadonlyArray<Part> =>
    readings.map(({ driver, indicator, need }) => ({
      driver,
      indicator,
      amount: Fraction.multiply(need, weightOf(driver))
    }))
  const pillars = matrix.pillars.map(({ id: pillar }) => {
    const own = parts((driver) => inPillar.get(driver)!).filter((_, i) => matrix.drivers[i]!.pillar === pillar)
    return { pillar, index: total(own), parts: own }
  })
  const sectors = matrix.sectors.map(({ id: sector }): SectorScore => {
    const own = parts((driver) => inSector.get(sector)!.get(driver)!)
    const voice = voiceOf(sector)
    return { sector, index: total(own), parts: own, ...(voice === undefined ? {} : { voice }) }
  })
  const jobFamilies = matrix.jobFamilies.map(({ id: jobFamily }): JobFamilyScore => {
    const workload = workloadOf(jobFamily) ?? Fraction.zero
    const cap = drivers.caps.get(jobFamily)!
    const most = Fraction.multiply(workload, cap)
    const weightOf = (driver: string) =>
      Fraction.sum(
        matrix.sectors.map(({ id }) =>
          Fraction.multiply(inJobFamily.get(jobFamily)!.get(id)!, inSector.get(id)!.get(driver)!)
        )
      )
    const pressing = parts(weightOf)
    const own = pressing.map((part) => ({ ...part, amount: Fraction.multiply(most, part.amount) }))
    const extra = total(own)
    return {
      jobFamily,
      workload,
      pressure: total(pressing),
      cap,
      extra,
      parts: own,
      claim: Fraction.add(workload, extra)
    }
  })
  return { unit, readings, pillars, sectors, jobFamilies }
}

const total = (parts: ReadonlyArray<Part>): Fraction.Fraction => Fraction.sum(parts.map(({ amount }) => amount))

const entries = (
  what: "workload" | "voice",
  units: ReadonlyArray<string>,
  over: ReadonlyArray<Driver.Named>,
  given: ReadonlyArray<readonly [unit: string, of: string, amount: Fraction.Numeral]>
): Result.Result<ReadonlyMap<string, Fraction.Fraction>, EntryRefused> => {
  const found = new Map<string, Fraction.Fraction>()
  for (const [unit, of, amount] of given) {
    const refused = (found: string, expected: string) =>
      Result.fail(new EntryRefused({ what, unit, of, found, expected }))
    const parsed = Fraction.parse(amount)
    if (!units.includes(unit)) return refused("an unknown unit", "one of the units")
    if (!over.some(({ id }) => id === of)) {
      return refused(
        "an unknown name",
        `one of ${over.map(({ id }) => id).join(", ")}`
      )
    }
    if (found.has(keyOf(unit, of))) return refused("a second entry", "one entry")
    const most = what === "voice" ? Fraction.one : undefined
    if (
      Result.isFailure(parsed) || parsed.success.numerator < 0n ||
      (most !== undefined && Fraction.compare(parsed.success, most) > 0)
    ) {
      return refused(String(amount), what === "voice" ? "a share from 0 to 1" : "a number of people, 0 or more")
    }
    found.set(keyOf(unit, of), parsed.success)
  }
  return Result.succeed(found)
}

const keyOf = (unit: string, of: string): string => JSON.stringify([unit, of])
