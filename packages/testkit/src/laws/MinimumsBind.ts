/**
 * Minimum scores bind everybody, and nobody else is turned away on their account.
 *
 * @since 0.1.0
 */
import { Threshold } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * Whoever misses a minimum of the own group is below the threshold, or of the second group where there is one; whoever
 * meets all of them is neither. Computed from the scores themselves, apart from the engine's own check.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.minimumsBind.name // => "minimums-bind"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const minimumsBind: Law.Law = Law.make({
  name: "minimums-bind",
  why: "A minimum that is not kept for one is unjust to all whom it turned away.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round) => {
    const selection = Round.runUnsafe(round)
    const { cohort, formations, group, plan, ruleSet, values } = selection
    for (const [row, { events, row: { participant } }] of round.people.entries()) {
      if (events.some(({ _tag }) => _tag !== "PlacementAnswered")) continue
      const outcome = outcomeOf(selection, row)
      const minimums = Threshold.groupOf(ruleSet.thresholds.groups, formations[cohort.formation[row]!]!)!.minimums
      const missed = minimums.filter(({ minimum, of }) =>
        minimum._tag === "Known" && values[of]![row]! < minimum.value * 10 ** plan.scales[of]!.decimals
      ).map(({ of }) => of)
      const isTurnedAway = outcome === "below-threshold" || group[row] === 2
      if (isTurnedAway !== missed.length > 0) {
        return `${participant} misses ${missed.join(", ") || "no minimum"} and is ${outcome}`
      }
    }
    return undefined
  }
})
