/**
 * Fisher's exact test of a table of two by two: do two groups succeed equally often?
 *
 * @since 0.1.0
 */
import * as Hypergeometric from "./Hypergeometric.ts"
import * as Undefined from "./Undefined.ts"

// --- operations ---

/**
 * Two-sided probability of a table at least as unlikely as the one found, when group and success are independent.
 *
 * **Details**
 *
 * All tables with the same margins whose probability is not larger than the observed one count; probabilities within one
 * part in 10^7 are equal, as in R's `fisher.test`. Each pair is successes and trials of one group.
 *
 * **Example** (45 of 100 against 60 of 100)
 *
 * ```ts
 * import { FisherTest, Undefined } from "@timbang/core/number"
 * Undefined.map(FisherTest.twoSided([45, 100], [60, 100]), (p) => p.toFixed(6)) // => "0.047165"
 * ```
 *
 * @category testing
 * @since 0.1.0
 */
export const twoSided = (
  [successes, trials]: readonly [number, number],
  [otherSuccesses, otherTrials]: readonly [number, number]
): number | Undefined.Undefined => {
  const quantity = "Fisher's exact test"
  for (const [count, most] of [[successes, trials], [otherSuccesses, otherTrials]] as const) {
    if (most === 0) return Undefined.because(quantity, "no-values", { found: 0, needed: 1 })
    if (!Number.isSafeInteger(most) || most < 0) return Undefined.because(quantity, "out-of-range", { found: most })
    if (!Number.isSafeInteger(count) || count < 0 || count > most) {
      return Undefined.because(quantity, "out-of-range", { found: count, needed: most })
    }
  }
  const urn = { population: trials + otherTrials, marked: trials, drawn: successes + otherSuccesses }
  const limit = Hypergeometric.probability(successes, urn) * (1 + 1e-7)
  const first = Math.max(0, urn.drawn - otherTrials)
  let sum = 0
  for (let count = first; count <= Math.min(urn.drawn, trials); count++) {
    const probability = Hypergeometric.probability(count, urn)
    if (probability <= limit) sum += probability
  }
  return Math.min(1, sum)
}
