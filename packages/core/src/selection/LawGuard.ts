/**
 * Refuses rules that were made after the scores they are applied to.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/Day.ts"
import type { Event, LawChanged } from "./Event.ts"
import type { RuleSet } from "./RuleSet.ts"

// --- models ---

/**
 * What the guard found.
 *
 * - `rules-before-scores`: the rules held when the first score was taken.
 * - `not-checked`: nobody said when the scores were taken.
 * - `changed-by-letter`: the rules are younger than the scores and a recorded change of law names them.
 * - `rules-had-ended`: the rules had ended before the scores; fit for comparison, not for a decision.
 *
 * @category models
 * @since 0.1.0
 */
export type Finding =
  | { readonly _tag: "rules-before-scores"; readonly scoredOn: Day }
  | { readonly _tag: "not-checked" }
  | { readonly _tag: "changed-by-letter"; readonly scoredOn: Day; readonly letter: string }
  | { readonly _tag: "rules-had-ended"; readonly scoredOn: Day; readonly until: Day }

// --- errors ---

/**
 * The rules begin after the scores, and no recorded change of law says that they apply.
 *
 * @category errors
 * @since 0.1.0
 */
export class LawAfterScores extends Data.TaggedError("LawAfterScores")<{
  readonly ruleSet: string
  readonly from: Day
  readonly scoredOn: Day
}> {
  override get message(): string {
    return `${this.ruleSet} holds from ${this.from}, but scores were taken on ${this.scoredOn}; rules made after the scores need a recorded change of law (LawChanged with its letter)`
  }
}

// --- operations ---

/**
 * Compares the first day of the rules with the first day of the scores.
 *
 * **Example** (Weights invented after the exam)
 *
 * ```ts
 * import { Result } from "effect"
 * import { LawGuard } from "@timbang/core/selection"
 * const rules = { id: "late", holds: { from: "2023-12-01" } }
 * Result.isFailure(LawGuard.check(rules, "2023-11-10", [])) // => true
 * LawGuard.check(rules, undefined, []) // => Result.succeed({ _tag: "not-checked" })
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  ruleSet: Pick<RuleSet, "id" | "holds">,
  scoredOn: Day | undefined,
  events: ReadonlyArray<Event>
): Result.Result<Finding, LawAfterScores> => {
  if (scoredOn === undefined) return Result.succeed({ _tag: "not-checked" })
  const { from, until } = ruleSet.holds
  if (until !== undefined && until < scoredOn) return Result.succeed({ _tag: "rules-had-ended", scoredOn, until })
  if (from <= scoredOn) return Result.succeed({ _tag: "rules-before-scores", scoredOn })
  const change = events.find((event): event is LawChanged =>
    event._tag === "LawChanged" && event.ruleSet === ruleSet.id && event.letter.trim() !== "")
  return change === undefined
    ? Result.fail(new LawAfterScores({ ruleSet: ruleSet.id, from, scoredOn }))
    : Result.succeed({ _tag: "changed-by-letter", scoredOn, letter: change.letter })
}
