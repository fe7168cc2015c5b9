/**
 * Confidence intervals by name. Every interval carries its level and the method that made it; all are two-sided.
 *
 * @since 0.1.0
 */
import * as Beta from "./Beta.ts"
import * as Normal from "./Normal.ts"
import * as StudentT from "./StudentT.ts"
import * as Undefined from "./Undefined.ts"

// --- models ---

/**
 * How an interval was made.
 *
 * @category models
 * @since 0.1.0
 */
export type Method =
  | "wilson"
  | "agresti-coull"
  | "clopper-pearson"
  | "newcombe"
  | "katz-log"
  | "student-t"
  | "normal"
  | "fisher-z"
  | "feldt"
  | "exact-f"
  | "shrout-fleiss"
  | "bootstrap-percentile"

/**
 * A two-sided confidence interval. Both ends in the unit of the estimate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Interval {
  readonly lower: number
  readonly upper: number
  /** Confidence level. Range: 0 to 1, both excluded. */
  readonly level: number
  readonly method: Method
}

// --- shares ---

/**
 * Wilson's score interval of a share; with no success it starts at exactly 0, with nothing but successes it ends at 1.
 *
 * Source: E. B. Wilson (1927); R. G. Newcombe (1998), method 3.
 *
 * **Example** (81 of 263)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.wilson(81, 263), 4) // => "[0.2553, 0.3662]"
 * Interval.format(Interval.wilson(0, 0), 4) // => "undefined: no-values"
 * ```
 *
 * @category shares
 * @since 0.1.0
 */
export const wilson = (successes: number, trials: number, level = 0.95): Interval | Undefined.Undefined =>
  Undefined.map(counted("Wilson interval", successes, trials, level), (z) => {
    const padded = trials + z * z
    const centre = (successes + (z * z) / 2) / padded
    const half = (z / padded) * Math.sqrt((successes * (trials - successes)) / trials + (z * z) / 4)
    const [lower, upper] = [successes === 0 ? 0 : centre - half, successes === trials ? 1 : centre + half]
    return { lower, upper, level, method: "wilson" }
  })

/**
 * The interval of Agresti and Coull for a share, not clipped: its ends may lie below 0 or above 1.
 *
 * Source: A. Agresti, B. A. Coull (1998), with the exact squared quantile and not the rounded "add two".
 *
 * **Example** (None of twenty)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.agrestiCoull(0, 20), 4) // => "[-0.0287, 0.1898]"
 * ```
 *
 * @category shares
 * @since 0.1.0
 */
export const agrestiCoull = (successes: number, trials: number, level = 0.95): Interval | Undefined.Undefined =>
  Undefined.map(counted("Agresti-Coull interval", successes, trials, level), (z) => {
    const padded = trials + z * z
    const centre = (successes + (z * z) / 2) / padded
    const half = z * Math.sqrt((centre * (1 - centre)) / padded)
    return { lower: centre - half, upper: centre + half, level, method: "agresti-coull" }
  })

/**
 * The exact interval of Clopper and Pearson for a share; it covers at least with its level, usually with more.
 *
 * **Example** (None of twenty)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.clopperPearson(0, 20), 4) // => "[0.0000, 0.1684]"
 * ```
 *
 * @category shares
 * @since 0.1.0
 */
export const clopperPearson = (successes: number, trials: number, level = 0.95): Interval | Undefined.Undefined =>
  Undefined.map(counted("Clopper-Pearson interval", successes, trials, level), () => {
    const outside = (1 - level) / 2
    return {
      lower: successes === 0 ? 0 : Beta.quantile(outside, successes, trials - successes + 1),
      upper: successes === trials ? 1 : Beta.quantile(1 - outside, successes + 1, trials - successes),
      level,
      method: "clopper-pearson"
    }
  })

// --- two shares ---

/**
 * Interval of the difference of two independent shares, the first less the second, from their Wilson intervals.
 *
 * Source: R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10.
 *
 * **Example** (56 of 70 against 48 of 80)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.difference([56, 70], [48, 80]), 4) // => "[0.0524, 0.3339]"
 * ```
 *
 * @category shares
 * @since 0.1.0
 */
export const difference = (
  [successes, trials]: readonly [number, number],
  [otherSuccesses, otherTrials]: readonly [number, number],
  level = 0.95
): Interval | Undefined.Undefined => {
  const one = wilson(successes, trials, level)
  if (Undefined.isUndefined(one)) return one
  const other = wilson(otherSuccesses, otherTrials, level)
  if (Undefined.isUndefined(other)) return other
  const [p, q] = [successes / trials, otherSuccesses / otherTrials]
  return {
    lower: p - q - Math.hypot(p - one.lower, other.upper - q),
    upper: p - q + Math.hypot(one.upper - p, q - other.lower),
    level,
    method: "newcombe"
  }
}

/**
 * Interval of the ratio of two independent shares, the first by the second, on the logarithm.
 *
 * Source: D. Katz et al. (1978).
 *
 * **Example** (45 of 100 against 60 of 100)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.ratio([45, 100], [60, 100]), 4) // => "[0.5729, 0.9819]"
 * ```
 *
 * @category shares
 * @since 0.1.0
 */
export const ratio = (
  [successes, trials]: readonly [number, number],
  [otherSuccesses, otherTrials]: readonly [number, number],
  level = 0.95
): Interval | Undefined.Undefined => {
  const quantity = "Katz interval of a ratio"
  const z = counted(quantity, successes, trials, level)
  if (Undefined.isUndefined(z)) return z
  const other = counted(quantity, otherSuccesses, otherTrials, level)
  if (Undefined.isUndefined(other)) return other
  const least = Math.min(successes, otherSuccesses)
  if (least === 0) return Undefined.because(quantity, "not-positive", { found: 0, needed: 1 })
  const log = Math.log(successes / trials / (otherSuccesses / otherTrials))
  const half = z * Math.sqrt(1 / successes - 1 / trials + 1 / otherSuccesses - 1 / otherTrials)
  return { lower: Math.exp(log - half), upper: Math.exp(log + half), level, method: "katz-log" }
}

// --- means ---

/**
 * Interval around an estimate with a standard error: Student's t with the degrees of freedom given, normal without.
 *
 * **Example** (2.76 with a standard error of 1.36)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.around(2.76, 1.36), 2) // => "[0.09, 5.43]"
 * ```
 *
 * @category means
 * @since 0.1.0
 */
export const around = (
  estimate: number,
  standardError: number,
  degreesOfFreedom = Infinity,
  level = 0.95
): Interval | Undefined.Undefined => {
  if (!Number.isFinite(estimate)) return Undefined.because("interval", "not-a-number")
  if (!(standardError >= 0)) return Undefined.because("interval", "out-of-range", { found: standardError, needed: 0 })
  if (!(degreesOfFreedom > 0)) return Undefined.because("interval", "out-of-range", { found: degreesOfFreedom, needed: 1 })
  return Undefined.map(tested("interval", level), (upTo) => {
    const isNormal = degreesOfFreedom === Infinity
    const half = standardError * (isNormal ? Normal.quantile(upTo) : StudentT.quantile(upTo, degreesOfFreedom))
    return { lower: estimate - half, upper: estimate + half, level, method: isNormal ? "normal" : "student-t" }
  })
}

/**
 * Student's interval of a mean, from the observations.
 *
 * **Gotchas**
 *
 * Observations are the units that were drawn: nine answers of one respondent are one observation.
 *
 * **Example** (Four observations)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format(Interval.mean([1, 2, 3, 4]), 3) // => "[0.446, 4.554]"
 * Interval.format(Interval.mean([3]), 3) // => "undefined: too-few-values"
 * ```
 *
 * @category means
 * @since 0.1.0
 */
export const mean = (observations: ReadonlyArray<number>, level = 0.95): Interval | Undefined.Undefined => {
  const quantity = "interval of a mean"
  const n = observations.length
  if (n < 2) return Undefined.because(quantity, n === 0 ? "no-values" : "too-few-values", { found: n, needed: 2 })
  const missing = observations.findIndex((one) => !Number.isFinite(one))
  if (missing !== -1) return Undefined.because(quantity, "not-a-number", { found: missing })
  // Sorted, so that the order of the input cannot reach the last digit and with it a comparison with a standard.
  const sorted = [...observations].sort((a, b) => a - b)
  const average = sorted.reduce((sum, one) => sum + one, 0) / n
  const squares = sorted.reduce((sum, one) => sum + (one - average) ** 2, 0)
  return around(average, Math.sqrt(squares / (n - 1) / n), n - 1, level)
}

// --- rendering ---

/**
 * Both ends with fixed decimals, or the reason why there are none; for traces and logs, not for citizens.
 *
 * **Example** (An interval and none)
 *
 * ```ts
 * import { Interval } from "@timbang/core/number"
 * Interval.format({ lower: 0.25, upper: 0.5, level: 0.95, method: "wilson" }, 2) // => "[0.25, 0.50]"
 * Interval.format(Interval.wilson(0, 0), 2) // => "undefined: no-values"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const format = (interval: Interval | Undefined.Undefined, decimals: number): string =>
  Undefined.isUndefined(interval)
    ? `undefined: ${interval.reason}`
    : `[${interval.lower.toFixed(decimals)}, ${interval.upper.toFixed(decimals)}]`

/** The normal quantile of the level, once the counts are counts. */
const counted = (
  quantity: string,
  successes: number,
  trials: number,
  level: number
): number | Undefined.Undefined => {
  if (trials === 0) return Undefined.because(quantity, "no-values", { found: 0, needed: 1 })
  if (!isCount(trials)) return Undefined.because(quantity, "out-of-range", { found: trials })
  if (!isCount(successes)) return Undefined.because(quantity, "out-of-range", { found: successes })
  if (successes > trials) return Undefined.because(quantity, "out-of-range", { found: successes, needed: trials })
  return Undefined.map(tested(quantity, level), Normal.quantile)
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

/** The probability up to the upper end, once the level is one. */
const tested = (quantity: string, level: number): number | Undefined.Undefined =>
  level > 0 && level < 1
    ? (1 + level) / 2
    : Undefined.because(`level of the ${quantity}`, "out-of-range", { found: level })
