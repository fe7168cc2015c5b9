/**
 * The conditions a participant can fail, and their bits.
 *
 * @since 0.1.0
 */
import type { Outcome } from "./Outcome.ts"
import type { Plan } from "./Plan.ts"

// --- models ---

/**
 * A condition that a participant can fail.
 *
 * @category models
 * @since 0.1.0
 */
export type Condition =
  | { readonly _tag: "Minimum"; readonly of: string; readonly group: "first" | "second" }
  | { readonly _tag: FactCondition }

/**
 * The conditions that are not minimums.
 *
 * - `Shortlist`: ranks within the places of the shortlist. `Seats`: ranks within the seats of the cell.
 * - `Attendance`, `AttendanceSecond`: came to the first, to the second exam.
 * - `Honesty`: was not disqualified. `Eligibility`: meets the administrative requirements. `Participation`: did not withdraw.
 * - `ExcludingTest`: did not fail a test that excludes.
 *
 * @category models
 * @since 0.1.0
 */
export type FactCondition =
  | "Shortlist"
  | "Attendance"
  | "Honesty"
  | "Eligibility"
  | "Participation"
  | "AttendanceSecond"
  | "ExcludingTest"
  | "Seats"

const facts: ReadonlyArray<FactCondition> = [
  "Shortlist",
  "Attendance",
  "Honesty",
  "Eligibility",
  "Participation",
  "AttendanceSecond",
  "ExcludingTest",
  "Seats"
]

/**
 * Most minimums that a rule set may have, those of a second group included: the conditions somebody failed are the bits of one
 * 32-bit number, and eight of them are not minimums.
 *
 * **Example** (Twenty-four)
 *
 * ```ts
 * import { Condition } from "@timbang/core/selection"
 * Condition.mostMinimums // => 24
 * ```
 *
 * @category models
 * @since 0.1.0
 */
export const mostMinimums = 32 - facts.length

// --- operations ---

/**
 * The conditions of a plan, by their bit in the column of failed conditions.
 *
 * **Example** (The minimums of the specimen come first)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Condition, Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * Condition.of(plan)[1] // => { _tag: "Minimum", of: "attitude", group: "first" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const of = (plan: Pick<Plan, "thresholds" | "secondThresholds">): ReadonlyArray<Condition> => [
  ...plan.thresholds.checks.map((check): Condition => ({ _tag: "Minimum", of: check.of, group: "first" })),
  ...(plan.secondThresholds?.checks ?? []).map((check): Condition => ({ _tag: "Minimum", of: check.of, group: "second" })),
  ...facts.map((_tag): Condition => ({ _tag }))
]

/**
 * The bit of a condition that is not a minimum, as a flag.
 *
 * **Example** (After two minimums)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Condition, Plan, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile(Specimen.ruleSet, [Specimen.formation], "final"))
 * Condition.flagOf(plan, "Shortlist") // => 4
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const flagOf = (plan: Pick<Plan, "thresholds" | "secondThresholds">, fact: FactCondition): number =>
  (1 << plan.thresholds.checks.length + (plan.secondThresholds?.checks.length ?? 0) + facts.indexOf(fact)) >>> 0

/**
 * The condition that an outcome means was failed, for outcomes that rest on a recorded fact.
 *
 * **Example** (Somebody who withdrew)
 *
 * ```ts
 * import { Condition } from "@timbang/core/selection"
 * Condition.behind("withdrawn") // => "Participation"
 * Condition.behind("selected") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const behind = (outcome: Outcome): FactCondition | undefined => conditionOf[outcome]

const conditionOf: Partial<Record<Outcome, FactCondition>> = {
  absent: "Attendance",
  disqualified: "Honesty",
  ineligible: "Eligibility",
  withdrawn: "Participation",
  "absent-second": "AttendanceSecond",
  eliminated: "ExcludingTest"
}
