/**
 * Intraclass correlation, the six forms of Shrout and Fleiss, with intervals.
 *
 * Which form answers depends on the design: `one-way` when every unit has raters of its own; `two-way-random` when the same
 * raters stand for all raters; `two-way-fixed` when these raters are the only ones of interest. `single` speaks of one
 * rating, `average` of the mean of all.
 * Source: P. E. Shrout and J. L. Fleiss (1979).
 *
 * @since 0.1.0
 */
import * as FDistribution from "../number/FDistribution.ts"
import type { Interval } from "../number/Interval.ts"
import * as RatingTable from "./RatingTable.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * One of the six forms.
 *
 * @category models
 * @since 0.1.0
 */
export interface Form {
  readonly design: "one-way" | "two-way-random" | "two-way-fixed"
  readonly of: "single" | "average"
  /** Name in the literature, such as `ICC(2,1)`; `k` stands for the number of raters. */
  readonly name: string
  /** Undefined when there is nothing to divide by, such as units that do not differ at all. */
  readonly correlation: number | Undefined.Undefined
  /** Test that units do not differ; undefined when there is no error to compare with. */
  readonly test: FTest | Undefined.Undefined
  readonly interval: Interval | Undefined.Undefined
}

/**
 * An F test.
 *
 * @category models
 * @since 0.1.0
 */
export interface FTest {
  readonly ratio: number
  readonly numeratorFreedom: number
  readonly denominatorFreedom: number
  readonly probability: number
}

/**
 * Every form for one table, and the mean squares it was computed from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Forms {
  readonly forms: ReadonlyArray<Form>
  readonly meanSquares: {
    readonly units: number
    readonly withinUnits: number
    readonly raters: number
    readonly error: number
  }
  readonly units: number
  readonly raters: number
}

// --- operations ---

/**
 * All six forms. Needs a table without gaps, two units and two raters.
 *
 * **Example** (Two raters who differ by a constant agree in order, not in level)
 *
 * ```ts
 * import { IntraclassCorrelation, RatingTable } from "@timbang/core/performance"
 * const table = RatingTable.fromUnits([[1, 3], [2, 4], [3, 5], [4, 6]])
 * const { forms } = IntraclassCorrelation.all(table)
 * forms.find(({ name }) => name === "ICC(3,1)")?.correlation // => 1
 * forms.find(({ name }) => name === "ICC(2,1)")?.correlation // => 5 / 11
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const all = (table: RatingTable.RatingTable, level = 0.95): Forms | Undefined.Undefined => {
  const { observers: raters, units, values } = table
  const quantity = "intraclass correlation"
  if (RatingTable.gaps(table) > 0) return Undefined.because(quantity, "missing-values", { found: RatingTable.gaps(table) })
  if (units < 2) return Undefined.because(quantity, "too-few-values", { found: units, needed: 2 })
  if (raters < 2) return Undefined.because(quantity, "too-few-values", { found: raters, needed: 2 })
  const squares = meanSquaresOf(values, units, raters)
  if (squares.units === 0 && squares.withinUnits === 0) return Undefined.because(quantity, "no-variation")

  const { error, raters: byRater, units: byUnit, withinUnits: within } = squares
  const k = raters
  const errorFreedom = (units - 1) * (k - 1)
  const oneWay = test(byUnit, within, units - 1, units * (k - 1))
  const twoWay = test(byUnit, error, units - 1, errorFreedom)
  const raterPart = (byRater - error) / units
  const random = ratio(byUnit - error, byUnit + (k - 1) * error + k * raterPart)
  const randomInterval = twoWayRandomInterval(squares, units, k, random, level)
  const average = (of: Interval | Undefined.Undefined) => (Undefined.isUndefined(of) ? of : stepUp(of, k))
  const make = (
    design: Form["design"],
    of: Form["of"],
    name: string,
    correlation: Form["correlation"],
    test: Form["test"],
    interval: Form["interval"]
  ): Form => ({ design, of, name, correlation, test, interval })
  const oneWayInterval = exactInterval(oneWay, k, level)
  const fixedInterval = exactInterval(twoWay, k, level)
  return {
    forms: [
      make("one-way", "single", "ICC(1,1)", ratio(byUnit - within, byUnit + (k - 1) * within), oneWay, oneWayInterval),
      make("two-way-random", "single", "ICC(2,1)", random, twoWay, randomInterval),
      make("two-way-fixed", "single", "ICC(3,1)", ratio(byUnit - error, byUnit + (k - 1) * error), twoWay, fixedInterval),
      make("one-way", "average", "ICC(1,k)", ratio(byUnit - within, byUnit), oneWay, average(oneWayInterval)),
      make("two-way-random", "average", "ICC(2,k)", ratio(byUnit - error, byUnit + raterPart), twoWay, average(randomInterval)),
      make("two-way-fixed", "average", "ICC(3,k)", ratio(byUnit - error, byUnit), twoWay, average(fixedInterval))
    ],
    meanSquares: squares,
    units,
    raters
  }
}

const ratio = (numerator: number, denominator: number): number | Undefined.Undefined =>
  denominator === 0 ? Undefined.because("intraclass correlation", "no-variation") : numerator / denominator

const meanSquaresOf = (values: Float64Array, units: number, raters: number): Forms["meanSquares"] => {
  const all = values.length
  const mean = values.reduce((sum, rating) => sum + rating, 0) / all
  let total = 0
  let units2 = 0
  const raterSums = new Float64Array(raters)
  for (let unit = 0; unit < units; unit++) {
    let sum = 0
    for (let rater = 0; rater < raters; rater++) {
      const distance = values[unit * raters + rater]! - mean
      total += distance * distance
      sum += distance
      raterSums[rater]! += distance
    }
    units2 += (sum * sum) / raters
  }
  const raters2 = raterSums.reduce((sum, each) => sum + (each * each) / units, 0)
  // Sums of squares below the rounding error of the total are zero.
  const clean = (sum: number) => (sum <= total * 1e-13 ? 0 : sum)
  return {
    units: clean(units2) / (units - 1),
    withinUnits: clean(total - units2) / (units * (raters - 1)),
    raters: clean(raters2) / (raters - 1),
    error: clean(total - units2 - raters2) / ((units - 1) * (raters - 1))
  }
}

const test = (
  square: number,
  error: number,
  numeratorFreedom: number,
  denominatorFreedom: number
): FTest | Undefined.Undefined => {
  if (error === 0) return Undefined.because("F test of the units", "no-variation")
  const found = square / error
  return {
    ratio: found,
    numeratorFreedom,
    denominatorFreedom,
    probability: FDistribution.upperTail(found, numeratorFreedom, denominatorFreedom)
  }
}

const exactInterval = (f: FTest | Undefined.Undefined, k: number, level: number): Interval | Undefined.Undefined => {
  if (Undefined.isUndefined(f)) return f
  const tail = (1 + level) / 2
  const low = f.ratio / FDistribution.quantile(tail, f.numeratorFreedom, f.denominatorFreedom)
  const high = f.ratio * FDistribution.quantile(tail, f.denominatorFreedom, f.numeratorFreedom)
  return { lower: (low - 1) / (low + k - 1), upper: (high - 1) / (high + k - 1), level, method: "exact-f" }
}

const twoWayRandomInterval = (
  { error, raters: byRater, units: byUnit }: Forms["meanSquares"],
  units: number,
  k: number,
  correlation: Form["correlation"],
  level: number
): Interval | Undefined.Undefined => {
  if (Undefined.isUndefined(correlation)) return correlation
  if (error === 0) return Undefined.because("interval of ICC(2,1)", "no-variation")
  const raterRatio = byRater / error
  const rest = units * (1 + (k - 1) * correlation) - k * correlation
  const freedom = ((k - 1) * (units - 1) * (k * correlation * raterRatio + rest) ** 2) /
    ((units - 1) * k * k * correlation * correlation * raterRatio * raterRatio + rest * rest)
  const tail = (1 + level) / 2
  const below = FDistribution.quantile(tail, units - 1, freedom)
  const above = FDistribution.quantile(tail, freedom, units - 1)
  const scale = k * byRater + (k * units - k - units) * error
  return {
    lower: (units * (byUnit - below * error)) / (below * scale + units * byUnit),
    upper: (units * (above * byUnit - error)) / (scale + units * above * byUnit),
    level,
    method: "shrout-fleiss"
  }
}

/** Interval of the mean of k ratings from that of one (Spearman-Brown); it has none where the units do not differ. */
const stepUp = (interval: Interval, k: number): Interval | Undefined.Undefined => {
  const step = (end: number) => (end * k) / (1 + end * (k - 1))
  const [lower, upper] = [step(interval.lower), step(interval.upper)]
  return Number.isFinite(lower) && Number.isFinite(upper)
    ? { ...interval, lower, upper }
    : Undefined.because("interval of an average intraclass correlation", "no-variation")
}
