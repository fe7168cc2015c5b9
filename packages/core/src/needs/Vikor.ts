/**
 * VIKOR: a compromise between the benefit of the many criteria and the regret of the worst one.
 *
 * Source: Opricovic and Tzeng, EJOR 156(2), 2004 and EJOR 178(2), 2007.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import * as Decision from "./Decision.ts"

// --- models ---

/**
 * The measures of VIKOR and the compromise it proposes. Less is better in all three columns.
 *
 * @category models
 * @since 0.1.0
 */
export interface Compromise {
  /** Weighted distance from the best over all criteria (S). */
  readonly group: Float64Array
  /** Largest weighted distance in one criterion (R). */
  readonly regret: Float64Array
  /** The mixture of both (Q). Range: 0 to 1. */
  readonly mixed: Float64Array
  readonly ranks: ReadonlyArray<number>
  /** The first is ahead of the second in Q by at least 1 / (alternatives - 1). */
  readonly hasAdvantage: boolean
  /** The first in Q is also first in S or in R. */
  readonly isStable: boolean
  /** What is proposed: one alternative when both conditions hold, otherwise all that cannot be told from it. */
  readonly proposed: ReadonlyArray<string>
}

// --- operations ---

/**
 * Scores alternatives by VIKOR. `majority` is the weight of S against R in Q. Range: 0 to 1; 0.5 is by consensus.
 *
 * **Example** (Three mountains: little risk, great height)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, Vikor } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [1, 2, 5] } as const
 * const height = { id: "height", direction: "more-is-better", figures: [3000, 3750, 4500] } as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b", "c"], [risk, height], { method: "equal" }))
 * Result.map(Vikor.score(decision, 0.5), ({ proposed }) => proposed) // => Result.succeed(["b"])
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const score = (
  decision: Decision.Decision,
  majority: number
): Result.Result<Compromise, Decision.ScaleError | Decision.NothingToCompare> =>
  Result.flatMap(Decision.scaled(decision, "min-max"), (columns) => {
    const { alternatives, criteria, weights } = decision
    const n = alternatives.length
    const distance = (i: number) => columns.map((column, j) => weights[j]! * (1 - column[i]!))
    const distances = alternatives.map((_, i) => distance(i))
    const group = Float64Array.from(distances, (all) => all.reduce((sum, one) => sum + one, 0))
    const regret = Float64Array.from(distances, (all) => Math.max(...all))
    const [fromGroup, fromRegret] = [between(group), between(regret)]
    if (fromGroup === undefined && fromRegret === undefined) {
      return Result.fail(new Decision.NothingToCompare({ alternatives: n, criteria: criteria.length }))
    }
    const mixed = Float64Array.from(
      group,
      (one, i) => majority * (fromGroup?.(one) ?? 0) + (1 - majority) * (fromRegret?.(regret[i]!) ?? 0)
    )
    const ranks = Decision.ranks(mixed, "low")
    const [groupRanks, regretRanks] = [Decision.ranks(group, "low"), Decision.ranks(regret, "low")]
    const sorted = mixed.toSorted()
    const least = 1 / (n - 1)
    const first = ranks.flatMap((rank, i) => (rank === 1 ? [i] : []))
    const hasAdvantage = first.length === 1 && sorted[1]! - sorted[0]! >= least - 1e-12
    const isStable = first.every((i) => groupRanks[i] === 1 || regretRanks[i] === 1)
    const second = ranks.flatMap((rank, i) => (rank === first.length + 1 ? [i] : []))
    const proposed = hasAdvantage
      ? isStable ? first : [...first, ...second]
      : ranks.flatMap((_, i) => (mixed[i]! - sorted[0]! < least - 1e-12 ? [i] : []))
    return Result.succeed({
      group,
      regret,
      mixed,
      ranks,
      hasAdvantage,
      isStable,
      proposed: proposed.toSorted((a, b) => a - b).map((i) => alternatives[i]!)
    })
  })

/** Where a figure stands between the smallest and the largest; nothing when all are equal. */
const between = (column: Float64Array): ((figure: number) => number) | undefined => {
  const low = column.reduce((a, b) => Math.min(a, b), Infinity)
  const high = column.reduce((a, b) => Math.max(a, b), -Infinity)
  return low === high ? undefined : (figure) => (figure - low) / (high - low)
}
