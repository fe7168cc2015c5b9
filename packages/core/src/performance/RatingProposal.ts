/**
 * A level proposed from evidence. It is a suggestion with its trace; a person decides (see {@link Appraisal}).
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import type { Level } from "./Predicate.ts"

// --- models ---

/**
 * One main result and how it stands against what was expected; absent level: not measured.
 *
 * @category models
 * @since 0.1.0
 */
export interface MainResult {
  readonly id: string
  readonly level?: Level
}

/**
 * Feedback of leaders, peers and others on the work or the conduct. Unit: pieces of feedback.
 *
 * @category models
 * @since 0.1.0
 */
export interface Feedback {
  readonly positive: number
  readonly notPositive: number
}

/**
 * How guidance in words ("most", "a small part") is read in numbers. Every proposal carries it, because a regulation that
 * speaks in words has not set these numbers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Guidance {
  /** "Most" holds when a share is above this. Unit: hundredths. Range: 50 to 99. */
  readonly mostAbovePercent: number
  /** "A small part" holds up to this share. Unit: hundredths. Range: 0 to 49. */
  readonly smallPartUpToPercent: number
  readonly source: LegalSource
}

/**
 * Why a level is proposed, or why none is.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason =
  | { readonly _tag: "MostResultsAbove"; readonly above: number; readonly of: number }
  | { readonly _tag: "NoResultBelow" }
  | { readonly _tag: "ResultsBelow"; readonly ids: ReadonlyArray<string>; readonly of: number }
  | { readonly _tag: "SmallPartBelow"; readonly below: number; readonly of: number }
  | { readonly _tag: "MostResultsBelow"; readonly below: number; readonly of: number }
  | { readonly _tag: "MostAtLeastAsExpected"; readonly atLeast: number; readonly of: number }
  | { readonly _tag: "MostFeedbackPositive"; readonly positive: number; readonly of: number }
  | { readonly _tag: "PartOfFeedbackPositive"; readonly positive: number; readonly of: number }
  | { readonly _tag: "MostFeedbackNotPositive"; readonly notPositive: number; readonly of: number }
  | { readonly _tag: "NoFeedback" }
  | { readonly _tag: "NotMeasured"; readonly ids: ReadonlyArray<string> }
  | { readonly _tag: "NothingMeasured" }
  | { readonly _tag: "GuidanceIsSilent" }
  | { readonly _tag: "ConductObserved"; readonly consistency: Consistency }

/**
 * A proposed level, or an open question, with every reason and the reading of the guidance used.
 *
 * @category models
 * @since 0.1.0
 */
export interface RatingProposal {
  readonly level: Level | "open"
  readonly reasons: ReadonlyArray<Reason>
  readonly guidance: Guidance
}

/**
 * What was observed of the conduct over the period.
 *
 * @category models
 * @since 0.1.0
 */
export type Consistency = "consistent-and-guards-values" | "consistent" | "not-yet-consistent" | "not-observed"

// --- operations ---

/**
 * Proposes the level of the work result from main results and feedback.
 *
 * **Details**
 *
 * Above: most results above, none below, most feedback positive. Below: most results below and most feedback not positive.
 * As expected: most at least as expected, only a small part below, part of the feedback positive. Anything else is open:
 * the guidance does not name it, and the rater decides from the evidence.
 *
 * **Gotchas**
 *
 * A result that was not measured counts for nothing and is named.
 *
 * **Example** (Three results, one above)
 *
 * ```ts
 * import { RatingProposal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
 * const results = [{ id: "a", level: "above" }, { id: "b", level: "as-expected" }, { id: "c", level: "as-expected" }] as const
 * RatingProposal.workResult(results, { positive: 3, notPositive: 1 }, guidance).level // => "as-expected"
 * RatingProposal.workResult([], { positive: 3, notPositive: 1 }, guidance).level // => "open"
 * ```
 *
 * @category proposing
 * @since 0.1.0
 */
export const workResult = (
  results: ReadonlyArray<MainResult>,
  feedback: Feedback,
  guidance: Guidance
): RatingProposal => {
  const measured = results.filter(({ level }) => level !== undefined)
  const missing = results.filter(({ level }) => level === undefined).map(({ id }) => id).sort()
  const of = measured.length
  const above = measured.filter(({ level }) => level === "above").length
  const below = measured.filter(({ level }) => level === "below").map(({ id }) => id).sort()
  const notMeasured: ReadonlyArray<Reason> = missing.length === 0 ? [] : [{ _tag: "NotMeasured", ids: missing }]
  if (of === 0) return { level: "open", reasons: [{ _tag: "NothingMeasured" }, ...notMeasured], guidance }

  const answers = feedback.positive + feedback.notPositive
  const isMost = (part: number, whole: number) => whole > 0 && part * 100 > guidance.mostAbovePercent * whole
  const isSmall = (part: number, whole: number) => part * 100 <= guidance.smallPartUpToPercent * whole
  const { notPositive, positive } = feedback

  const resultReasons: ReadonlyArray<Reason> = [
    ...(isMost(above, of) ? [{ _tag: "MostResultsAbove", above, of } as const] : []),
    ...(isMost(below.length, of) ? [{ _tag: "MostResultsBelow", below: below.length, of } as const] : []),
    ...(isMost(of - below.length, of) ? [{ _tag: "MostAtLeastAsExpected", atLeast: of - below.length, of } as const] : []),
    below.length === 0 ? { _tag: "NoResultBelow" } : { _tag: "ResultsBelow", ids: below, of },
    ...(below.length > 0 && isSmall(below.length, of) ? [{ _tag: "SmallPartBelow", below: below.length, of } as const] : [])
  ]
  const feedbackReason: Reason = answers === 0
    ? { _tag: "NoFeedback" }
    : isMost(positive, answers)
    ? { _tag: "MostFeedbackPositive", positive, of: answers }
    : isMost(notPositive, answers)
    ? { _tag: "MostFeedbackNotPositive", notPositive, of: answers }
    : { _tag: "PartOfFeedbackPositive", positive, of: answers }

  const level: Level | "open" = isMost(above, of) && below.length === 0 && isMost(positive, answers)
    ? "above"
    : isMost(below.length, of) && isMost(notPositive, answers)
    ? "below"
    : isMost(of - below.length, of) && isSmall(below.length, of) && positive > 0
    ? "as-expected"
    : "open"
  const silent: ReadonlyArray<Reason> = level === "open" ? [{ _tag: "GuidanceIsSilent" }] : []
  return { level, reasons: [...resultReasons, feedbackReason, ...notMeasured, ...silent], guidance }
}

/**
 * Proposes the level of the conduct from what was observed.
 *
 * **Example** (Consistent, and keeps others to the values)
 *
 * ```ts
 * import { RatingProposal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
 * RatingProposal.conduct("consistent-and-guards-values", guidance).level // => "above"
 * RatingProposal.conduct("not-observed", guidance).level // => "open"
 * ```
 *
 * @category proposing
 * @since 0.1.0
 */
export const conduct = (consistency: Consistency, guidance: Guidance): RatingProposal => ({
  level: consistency === "consistent-and-guards-values"
    ? "above"
    : consistency === "consistent"
    ? "as-expected"
    : consistency === "not-yet-consistent"
    ? "below"
    : "open",
  reasons: [{ _tag: "ConductObserved", consistency }],
  guidance
})
