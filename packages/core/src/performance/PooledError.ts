/**
 * Errors for a fair comparison of units or officers from single answers, so that few answers which happen to be alike do not
 * pass for certainty.
 *
 * @since 0.1.0
 */
import * as Undefined from "../number/Undefined.ts"
import type * as Shrinkage from "./Shrinkage.ts"

// --- models ---

/**
 * The answers on one unit: their number, mean and variance (over one less than their number).
 *
 * @category models
 * @since 0.1.0
 */
export interface Answered {
  readonly id: string
  readonly estimate: number
  /** Unit: respondents. Whole, 1 or more. */
  readonly answers: number
  readonly variance: number
}

/**
 * The units that may be compared, each with its error, and those that have too few answers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Prepared {
  readonly estimates: ReadonlyArray<Shrinkage.Estimate>
  /** Too few answers: compared with nobody and never flagged. */
  readonly pending: ReadonlyArray<{ readonly id: string; readonly answers: number; readonly missing: number }>
  /** Variance of single answers within units. */
  readonly pooledVariance: number
}

/**
 * Fewest answers with which a unit is compared. A host may ask for more, not for less. Unit: respondents.
 *
 * @category constants
 * @since 0.1.0
 */
export const leastAnswers = 10

/**
 * Answers from which on a unit's own variance is used. Below, it is too uncertain itself. Unit: respondents.
 *
 * @category constants
 * @since 0.1.0
 */
export const ownFrom = 30

// --- operations ---

/**
 * The errors of units: the own variance from {@link ownFrom} answers on, else that of all units pooled, whichever is larger.
 *
 * **Details**
 *
 * A unit below `fewest` answers, and in any case below {@link leastAnswers}, is pending. Its answers do count in the pooled
 * variance, so that input cannot be chosen to make the others look certain.
 *
 * **Example** (Four lowest answers, all alike, make nobody certain)
 *
 * ```ts
 * import { PooledError } from "@timbang/core/performance"
 * const office = (id: string, estimate: number, answers: number, variance: number) => ({ id, estimate, answers, variance })
 * const { estimates, pending } = PooledError.prepare([office("a", 80, 60, 100), office("b", 82, 60, 100), office("few", 25, 4, 0)])
 * pending // => [{ id: "few", answers: 4, missing: 6 }]
 * estimates.map(({ id, standardError }) => [id, standardError.toFixed(2)]) // => [["a", "1.29"], ["b", "1.29"]]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const prepare = (units: ReadonlyArray<Answered>, fewest = leastAnswers): Prepared | Undefined.Undefined => {
  const quantity = "variance within units"
  const sorted = units.toSorted((a, b) => a.answers - b.answers || a.variance - b.variance)
  const freedom = sorted.reduce((sum, { answers }) => sum + answers - 1, 0)
  if (freedom < 1) return Undefined.because(quantity, "too-few-values", { found: freedom, needed: 1 })
  const pooledVariance = sorted.reduce((sum, { answers, variance }) => sum + (answers > 1 ? (answers - 1) * variance : 0), 0) / freedom
  if (!(pooledVariance > 0)) return Undefined.because(quantity, "no-variation")
  const needed = Math.max(fewest, leastAnswers)
  return {
    estimates: units.filter(({ answers }) => answers >= needed).map(({ answers, estimate, id, variance }) => ({
      id,
      estimate,
      standardError: Math.sqrt((answers >= ownFrom && variance > 0 ? variance : Math.max(variance, pooledVariance)) / answers)
    })),
    pending: units.filter(({ answers }) => answers < needed).map(({ answers, id }) => ({ id, answers, missing: needed - answers })),
    pooledVariance
  }
}
