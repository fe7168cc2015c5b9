/**
 * Renewal of a fixed-term contract: every condition with its provision, and the window in which it may be proposed.
 *
 * @since 0.1.0
 */
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * What a renewal asks.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  /** Predicates that are good enough, with the provision that says so. */
  readonly goodPredicates: { readonly value: ReadonlyArray<string>; readonly source: LegalSource }
  /** How long before the end a renewal may be proposed. Unit: calendar months. */
  readonly earliestMonths: { readonly value: number; readonly source: LegalSource }
  /** Provision that asks fit of competence, need of the agency and approval of the appointing official. */
  readonly conditions: LegalSource
}

/**
 * What is known of the contract and the person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Contract {
  readonly endsOn: Day.Day
  readonly predicate?: string
  readonly hasFittingCompetence: boolean
  readonly isNeeded: boolean
  /** Approval of the appointing official; absent while it is awaited. */
  readonly isApproved?: boolean
}

/**
 * A condition that stands against a renewal or is awaited, with its provision.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reason {
  readonly _tag:
    | "PredicateTooLow"
    | "PredicateAwaited"
    | "CompetenceDoesNotFit"
    | "NotNeeded"
    | "NotApproved"
    | "ApprovalAwaited"
    | "TooEarly"
    | "Ended"
  readonly source: LegalSource
}

/**
 * Whether a renewal may be proposed on a day; the appointing official decides.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly outcome: "may-be-renewed" | "pending" | "conditions-not-met"
  readonly reasons: ReadonlyArray<Reason>
  /** First day on which a renewal may be proposed. */
  readonly from: Day.Day
}

// --- operations ---

/**
 * Considers a renewal on a day; gives every reason at once.
 *
 * **Example** (Proposed seven months before the end)
 *
 * ```ts
 * import { ContractRenewal } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const rule = { goodPredicates: { value: ["good"], source }, earliestMonths: { value: 6, source }, conditions: source }
 * const contract = { endsOn: "2026-12-31", predicate: "good", hasFittingCompetence: true, isNeeded: true, isApproved: true }
 * ContractRenewal.consider(rule, contract, "2026-05-31") // => { outcome: "pending", reasons: [{ _tag: "TooEarly", source }], from: "2026-06-30" }
 * ContractRenewal.consider(rule, contract, "2026-06-30").outcome // => "may-be-renewed"
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const consider = (rule: Rule, contract: Contract, on: Day.Day): Outcome => {
  const { conditions, earliestMonths, goodPredicates } = rule
  const from = Day.addMonths(contract.endsOn, -earliestMonths.value)
  const { isApproved, predicate } = contract
  const failed: ReadonlyArray<Reason> = [
    ...(predicate !== undefined && !goodPredicates.value.includes(predicate)
      ? [{ _tag: "PredicateTooLow", source: goodPredicates.source } as const]
      : []),
    ...(contract.hasFittingCompetence ? [] : [{ _tag: "CompetenceDoesNotFit", source: conditions } as const]),
    ...(contract.isNeeded ? [] : [{ _tag: "NotNeeded", source: conditions } as const]),
    ...(isApproved === false ? [{ _tag: "NotApproved", source: conditions } as const] : []),
    ...(on > contract.endsOn ? [{ _tag: "Ended", source: conditions } as const] : [])
  ]
  const awaited: ReadonlyArray<Reason> = [
    ...(predicate === undefined ? [{ _tag: "PredicateAwaited", source: goodPredicates.source } as const] : []),
    ...(isApproved === undefined ? [{ _tag: "ApprovalAwaited", source: conditions } as const] : []),
    ...(on < from ? [{ _tag: "TooEarly", source: earliestMonths.source } as const] : [])
  ]
  const outcome = failed.length > 0 ? "conditions-not-met" : awaited.length > 0 ? "pending" : "may-be-renewed"
  return { outcome, reasons: [...failed, ...awaited], from }
}
