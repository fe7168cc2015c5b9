/**
 * Correlations corrected for selection and for unreliable measurement.
 *
 * Recruits are the better part of the applicants, so their scores spread less and correlate less with anything. The
 * corrections answer what the correlation would have been among all applicants, if their assumptions hold; a corrected
 * value never stands without the uncorrected one.
 *
 * Source: R. L. Thorndike (1949), "Personnel Selection", cases II and III.
 *
 * @since 0.1.0
 */
import { Undefined } from "../number/index.ts"

// --- models ---

/**
 * Correlations of three variables among the recruits, and how much selection narrowed the third.
 *
 * @category models
 * @since 0.1.0
 */
export interface Incidental {
  /** Score and performance. Range: -1 to 1. */
  readonly rxy: number
  /** Score and the variable on which people were selected. */
  readonly rxz: number
  /** Performance and the variable on which people were selected. */
  readonly ryz: number
  /** Standard deviation of that variable among recruits by that among applicants. Above 0. */
  readonly u: number
}

/**
 * Reliabilities among the recruits. Range: above 0, at most 1; absent means that side is not corrected.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reliabilities {
  readonly score?: number
  readonly performance?: number
}

// --- operations ---

/**
 * Thorndike's case II: people were selected on the score itself.
 *
 * **Example** (The spread of recruits is about half of the applicants')
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * import { RangeRestriction } from "@timbang/core/evaluation"
 * Undefined.map(RangeRestriction.direct(0.33, 100.32, 48.19), (r) => r.toFixed(6)) // => "0.588423"
 * ```
 *
 * @category correcting
 * @since 0.1.0
 */
export const direct = (
  correlation: number,
  applicantsDeviation: number,
  recruitsDeviation: number
): number | Undefined.Undefined => {
  const quantity = "correlation corrected for direct selection"
  const bad = outside(quantity, [correlation]) ?? notPositive(quantity, [applicantsDeviation, recruitsDeviation])
  if (bad !== undefined) return bad
  const ratio = applicantsDeviation / recruitsDeviation
  return (correlation * ratio) / Math.sqrt(1 - correlation ** 2 + (correlation * ratio) ** 2)
}

/**
 * Thorndike's case III: people were selected on a third variable, such as the final rank.
 *
 * **Example** (No selection, no correction)
 *
 * ```ts
 * import { RangeRestriction } from "@timbang/core/evaluation"
 * RangeRestriction.incidental({ rxy: 0.2, rxz: 0.5, ryz: 0.3, u: 1 }) // => 0.2
 * ```
 *
 * @category correcting
 * @since 0.1.0
 */
export const incidental = ({ rxy, rxz, ryz, u }: Incidental): number | Undefined.Undefined => {
  const quantity = "correlation corrected for selection on a third variable"
  const bad = outside(quantity, [rxy, rxz, ryz]) ?? notPositive(quantity, [u])
  if (bad !== undefined) return bad
  const widening = 1 / u ** 2 - 1
  const spread = Math.sqrt((1 + rxz ** 2 * widening) * (1 + ryz ** 2 * widening))
  if (!(spread > 0)) return Undefined.because(quantity, "not-positive", { found: spread })
  return within(quantity, (rxy + rxz * ryz * widening) / spread)
}

/**
 * The correlation that error-free measurement would show.
 *
 * **Gotchas**
 *
 * A result beyond 1 says that the reliabilities cannot be right for these data; it is undefined, not cut off.
 *
 * **Example** (A criterion with reliability 0.52)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * import { RangeRestriction } from "@timbang/core/evaluation"
 * Undefined.map(RangeRestriction.disattenuate(0.3, { performance: 0.52 }), (r) => r.toFixed(6)) // => "0.416025"
 * ```
 *
 * @category correcting
 * @since 0.1.0
 */
export const disattenuate = (
  correlation: number,
  { performance = 1, score = 1 }: Reliabilities
): number | Undefined.Undefined => {
  const quantity = "correlation corrected for unreliability"
  const bad = outside(quantity, [correlation, score, performance]) ?? notPositive(quantity, [score, performance])
  return bad ?? within(quantity, correlation / Math.sqrt(score * performance))
}

const outside = (quantity: string, correlations: ReadonlyArray<number>): Undefined.Undefined | undefined => {
  const found = correlations.find((one) => !(Math.abs(one) <= 1))
  return found === undefined ? undefined : Undefined.because(quantity, "out-of-range", { found })
}

const notPositive = (quantity: string, amounts: ReadonlyArray<number>): Undefined.Undefined | undefined => {
  const found = amounts.find((one) => !(one > 0 && one < Infinity))
  return found === undefined ? undefined : Undefined.because(quantity, "not-positive", { found })
}

const within = (quantity: string, correlation: number): number | Undefined.Undefined =>
  outside(quantity, [correlation]) ?? correlation
