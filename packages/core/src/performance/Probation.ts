/**
 * The end of probation of a new civil servant: every condition, met or not, and what is still awaited.
 *
 * @since 0.1.0
 */
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * What ends a probation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  /** Unit: calendar years. */
  readonly years: number
  /** Predicates that are good enough. */
  readonly goodPredicates: ReadonlyArray<string>
  readonly source: LegalSource
}

/**
 * What is known of one person on probation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Record {
  readonly startedOn: Day.Day
  /** Basic training: passed, failed, or not taken yet. It is taken once. */
  readonly training?: "passed" | "failed"
  /** Health certificate: fit or not; absent when not examined. */
  readonly isFit?: boolean
  readonly predicate?: string
  readonly hasSevereDiscipline: boolean
}

/**
 * A condition that keeps somebody from being appointed.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason =
  | { readonly _tag: "NotEnded"; readonly endsOn: Day.Day }
  | { readonly _tag: "TrainingFailed" }
  | { readonly _tag: "TrainingAwaited" }
  | { readonly _tag: "NotFit" }
  | { readonly _tag: "HealthAwaited" }
  | { readonly _tag: "PredicateTooLow"; readonly found: string }
  | { readonly _tag: "PredicateAwaited" }
  | { readonly _tag: "SevereDiscipline" }

/**
 * `may-be-appointed`, `pending` with what is awaited, or `conditions-not-met` with what failed. The official decides.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly outcome: "may-be-appointed" | "pending" | "conditions-not-met"
  readonly reasons: ReadonlyArray<Reason>
  readonly endsOn: Day.Day
  readonly source: LegalSource
}

// --- operations ---

/**
 * Considers the end of a probation on a day; gives every reason at once.
 *
 * **Example** (A year has passed, the certificate is missing)
 *
 * ```ts
 * import { Probation } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const rule = { years: 1, goodPredicates: ["good"], source }
 * const record = { startedOn: "2025-03-01", training: "passed", predicate: "good", hasSevereDiscipline: false } as const
 * Probation.consider(rule, record, "2026-03-01") // => { outcome: "pending", reasons: [{ _tag: "HealthAwaited" }], endsOn: "2026-03-01", source }
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const consider = (rule: Rule, record: Record, on: Day.Day): Outcome => {
  const endsOn = anniversary(record.startedOn, rule.years)
  const { isFit, predicate, training } = record
  const failed: ReadonlyArray<Reason> = [
    ...(training === "failed" ? [{ _tag: "TrainingFailed" } as const] : []),
    ...(isFit === false ? [{ _tag: "NotFit" } as const] : []),
    ...(predicate !== undefined && !rule.goodPredicates.includes(predicate)
      ? [{ _tag: "PredicateTooLow", found: predicate } as const]
      : []),
    ...(record.hasSevereDiscipline ? [{ _tag: "SevereDiscipline" } as const] : [])
  ]
  const awaited: ReadonlyArray<Reason> = [
    ...(on < endsOn ? [{ _tag: "NotEnded", endsOn } as const] : []),
    ...(training === undefined ? [{ _tag: "TrainingAwaited" } as const] : []),
    ...(isFit === undefined ? [{ _tag: "HealthAwaited" } as const] : []),
    ...(predicate === undefined ? [{ _tag: "PredicateAwaited" } as const] : [])
  ]
  const outcome = failed.length > 0 ? "conditions-not-met" : awaited.length > 0 ? "pending" : "may-be-appointed"
  return { outcome, reasons: [...failed, ...awaited], endsOn, source: rule.source }
}

const anniversary = (day: Day.Day, years: number): Day.Day => {
  const same = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`
  const exists: boolean = Day.isDay(same)
  return exists ? same : Day.addDays(`${same.slice(0, 8)}28`, 1)
}
