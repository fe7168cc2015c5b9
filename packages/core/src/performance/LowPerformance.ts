/**
 * The steps after a low annual predicate: time to improve, a competence test, another post, a placement with an end. Each step
 * says until when, why, by which article, and what would lead elsewhere. The appointing official decides every one of them.
 *
 * @since 0.1.0
 */
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * What a law asks for positions of some kinds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  readonly positions: ReadonlyArray<string>
  /** Predicates that start the steps, in every spelling that a record may have. */
  readonly lowPredicates: ReadonlyArray<string>
  /** Unit: calendar months. */
  readonly monthsToImprove: number
  /** What follows when nothing improved; absent where the sources consulted do not say. */
  readonly afterwards?: {
    /** Longest temporary placement where no post is free. Unit: calendar months. */
    readonly placementMonths: number
  }
  readonly source: LegalSource
}

/**
 * What is known of one person with an annual predicate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Record {
  readonly position: string
  readonly predicate: string
  /** The day on which the time to improve began. */
  readonly since: Day.Day
  /** Whether performance improved in that time; absent while it was not judged. */
  readonly hasImproved?: boolean
  /** Result of the competence test: fit for another post of the same level, for a lower one; absent while not taken. */
  readonly test?: "same-level" | "lower-level"
  /** Whether such a post is free; absent while it was not looked for. */
  readonly isPostFree?: boolean
  /** First day of the temporary placement. */
  readonly placedOn?: Day.Day
}

/**
 * Where the person stands.
 *
 * - `not-concerned`: the predicate does not start the steps for such a position.
 * - `position-not-known`: no rule speaks of such a position.
 * - `time-to-improve`: until the day given. `improvement-to-be-judged`: that day has passed.
 * - `improved`: the steps end. `law-not-known`: nothing improved, and the sources consulted do not say what follows.
 * - `test-due`: a competence test. `post-to-be-found`: look for a post that fits the test.
 * - `move`: to another post of the same level, or a lower one. `placement-due`: no post is free.
 * - `placed`: temporarily, until the day given. `dismissal-due`: that day has passed without a post (dismissal with honour).
 *
 * @category models
 * @since 0.1.0
 */
export type Step =
  | { readonly _tag: "not-concerned" }
  | { readonly _tag: "position-not-known" }
  | { readonly _tag: "time-to-improve"; readonly until: Day.Day }
  | { readonly _tag: "improvement-to-be-judged"; readonly since: Day.Day }
  | { readonly _tag: "improved" }
  | { readonly _tag: "law-not-known" }
  | { readonly _tag: "test-due" }
  | { readonly _tag: "post-to-be-found"; readonly level: "same-level" | "lower-level" }
  | { readonly _tag: "move"; readonly level: "same-level" | "lower-level" }
  | { readonly _tag: "placement-due"; readonly months: number }
  | { readonly _tag: "placed"; readonly until: Day.Day }
  | { readonly _tag: "dismissal-due"; readonly since: Day.Day }

/**
 * The step of one person, with what led to it and what would lead elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly step: Step
  readonly position: string
  readonly predicate: string
  /** Predicates with which the steps would not have begun are all others; these begin them. */
  readonly lowPredicates: ReadonlyArray<string>
  /** Absent where no rule speaks of the position. */
  readonly source?: LegalSource
}

// --- operations ---

/**
 * Where a person stands on a day.
 *
 * **Details**
 *
 * A free post leads out of a placement too, as long as it lasts.
 *
 * **Example** (In the time to improve, and after it)
 *
 * ```ts
 * import { LowPerformance } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const rules = [{ positions: ["clerk"], lowPredicates: ["poor"], monthsToImprove: 6, afterwards: { placementMonths: 12 }, source }]
 * const record = { position: "clerk", predicate: "poor", since: "2026-01-31" }
 * LowPerformance.consider(rules, record, "2026-07-31").step // => { _tag: "time-to-improve", until: "2026-07-31" }
 * LowPerformance.consider(rules, { ...record, hasImproved: false }, "2026-08-01").step // => { _tag: "test-due" }
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const consider = (rules: ReadonlyArray<Rule>, record: Record, on: Day.Day): Outcome => {
  const { position, predicate } = record
  const rule = rules.find(({ positions }) => positions.includes(position))
  if (rule === undefined) return { step: { _tag: "position-not-known" }, position, predicate, lowPredicates: [] }
  const { lowPredicates, source } = rule
  return { step: stepOf(rule, record, on), position, predicate, lowPredicates, source }
}

const stepOf = (rule: Rule, record: Record, on: Day.Day): Step => {
  const { afterwards, lowPredicates, monthsToImprove } = rule
  const { hasImproved, isPostFree, placedOn, predicate, since, test } = record
  if (!lowPredicates.includes(predicate)) return { _tag: "not-concerned" }
  if (hasImproved === true) return { _tag: "improved" }
  const until = Day.addMonths(since, monthsToImprove)
  if (on <= until) return { _tag: "time-to-improve", until }
  if (hasImproved === undefined) return { _tag: "improvement-to-be-judged", since: until }
  if (afterwards === undefined) return { _tag: "law-not-known" }
  if (test === undefined) return { _tag: "test-due" }
  if (isPostFree === true) return { _tag: "move", level: test }
  if (placedOn !== undefined) {
    const end = Day.addMonths(placedOn, afterwards.placementMonths)
    return on <= end ? { _tag: "placed", until: end } : { _tag: "dismissal-due", since: end }
  }
  return isPostFree === false
    ? { _tag: "placement-due", months: afterwards.placementMonths }
    : { _tag: "post-to-be-found", level: test }
}
