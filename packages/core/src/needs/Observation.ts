/**
 * What was observed of a unit in a year, exactly as the publisher printed it.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"

// --- models ---

/**
 * One published figure.
 *
 * @category models
 * @since 0.1.0
 */
export interface Observation {
  readonly unit: string
  readonly indicator: string
  readonly year: number
  /** In the unit of the indicator, with the decimals of the publisher. */
  readonly figure: Fraction.Numeral
  /** Publisher and table. */
  readonly source?: string
}

/**
 * Figures by unit, indicator and year.
 *
 * @category models
 * @since 0.1.0
 */
export interface Observations {
  readonly units: ReadonlyArray<string>
  /** The exact figure, or `undefined` where none was observed. */
  readonly figureOf: (unit: string, indicator: string, year: number) => Fraction.Fraction | undefined
}

// --- errors ---

/**
 * A figure is not a number, or stands twice.
 *
 * @category errors
 * @since 0.1.0
 */
export class ObservationRefused extends Data.TaggedError("ObservationRefused")<{
  readonly unit: string
  readonly indicator: string
  readonly year: number
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.indicator} of ${
      JSON.stringify(this.unit)
    } in ${this.year}: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * A figure that is needed was not observed; `others` are missing too.
 *
 * @category errors
 * @since 0.1.0
 */
export class ObservationMissing extends Data.TaggedError("ObservationMissing")<{
  readonly unit: string
  readonly indicator: string
  readonly year: number
  readonly others?: ReadonlyArray<{ readonly unit: string; readonly indicator: string; readonly year: number }>
}> {
  override get message(): string {
    const others = (this.others ?? []).map((one) => `, nor was ${one.indicator} of ${JSON.stringify(one.unit)} in ${one.year}`)
    return `${this.indicator} of ${
      JSON.stringify(this.unit)
    } in ${this.year} was not observed${others.slice(0, 8).join("")}${others.length > 8 ? ", nor were others" : ""}; supply it, choose another year, or name the indicator among those to impute`
  }
}

// --- constructors ---

/**
 * Checks observations and makes them ready to look up.
 *
 * **Example** (The same figure twice)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Observation } from "@timbang/core/needs"
 * const poverty = { unit: "kerinci", indicator: "poverty", year: 2024, figure: "6.93" }
 * Result.isSuccess(Observation.gather(["kerinci"], [poverty])) // => true
 * Result.isFailure(Observation.gather(["kerinci"], [poverty, poverty])) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const gather = (
  units: ReadonlyArray<string>,
  observations: ReadonlyArray<Observation>
): Result.Result<Observations, ObservationRefused> => {
  const known = new Set(units)
  const figures = new Map<string, Fraction.Fraction>()
  for (const { figure, indicator, unit, year } of observations) {
    const refused = (found: string, expected: string) =>
      Result.fail(new ObservationRefused({ unit, indicator, year, found, expected }))
    const key = JSON.stringify([unit, indicator, year])
    const parsed = Fraction.parse(figure)
    if (!known.has(unit)) return refused("an unknown unit", `one of ${units.join(", ")}`)
    if (figures.has(key)) return refused("a second figure", "one figure for each unit, indicator and year")
    if (Result.isFailure(parsed)) return refused(JSON.stringify(figure), "a decimal number")
    figures.set(key, parsed.success)
  }
  return Result.succeed({
    units,
    figureOf: (unit, indicator, year) => figures.get(JSON.stringify([unit, indicator, year]))
  })
}

// --- operations ---

/**
 * The mean of the units that have a figure; `undefined` when none has.
 *
 * **Example** (Two of three)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { Observation } from "@timbang/core/needs"
 * const all = ["a", "b"].map((unit, i) => ({ unit, indicator: "stunting", year: 2024, figure: 20 + i }))
 * const gathered = Result.getOrThrow(Observation.gather(["a", "b", "c"], all))
 * Fraction.format(Observation.meanOf(gathered, "stunting", 2024)!) // => "41/2"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const meanOf = (observations: Observations, indicator: string, year: number): Fraction.Fraction | undefined => {
  const found = observations.units.flatMap((unit) => observations.figureOf(unit, indicator, year) ?? [])
  return found.length === 0 ? undefined : Fraction.divide(Fraction.sum(found), Fraction.make(found.length))
}
