/**
 * What follows when somebody who passed withdraws.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * When somebody withdrew: after the final result and before the identity number of the service is issued, or after it.
 *
 * @category models
 * @since 0.1.0
 */
export type Moment = "before-number" | "after-number"

/**
 * How long somebody may not apply. Unit: selection rounds, or fiscal years.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bar {
  readonly amount: number
  readonly unit: "rounds" | "fiscal-years"
}

/**
 * Rule about withdrawals of one regulation.
 *
 * @category models
 * @since 0.1.0
 */
export interface ResignationRule {
  readonly bar: Bar
  readonly source: LegalSource
  /** Who is not barred: withdrew at one of these moments, after a seat was filled by moving them to another cell. */
  readonly exemptMoved?: { readonly moments: ReadonlyArray<Moment>; readonly source: LegalSource }
}

/**
 * Whether somebody is barred, and by which provision.
 *
 * @category models
 * @since 0.1.0
 */
export type Sanction =
  | { readonly _tag: "Barred"; readonly bar: Bar; readonly source: LegalSource }
  | { readonly _tag: "Exempt"; readonly source: LegalSource }

// --- operations ---

/**
 * The sanction of a withdrawal.
 *
 * **Example** (Moved to another place, and withdrew before the number)
 *
 * ```ts
 * import { Resignation } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const letter = { instrument: "letter", confidence: "seen-in-several" } as const
 * const rule = { bar: { amount: 2, unit: "fiscal-years" }, source, exemptMoved: { moments: ["before-number"], source: letter } } as const
 * Resignation.sanctionOf(rule, { moment: "before-number", isMoved: true })._tag // => "Exempt"
 * Resignation.sanctionOf(rule, { moment: "after-number", isMoved: true })._tag // => "Barred"
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const sanctionOf = (
  { bar, exemptMoved, source }: ResignationRule,
  { isMoved, moment }: { readonly moment: Moment; readonly isMoved: boolean }
): Sanction =>
  isMoved && exemptMoved !== undefined && exemptMoved.moments.includes(moment)
    ? { _tag: "Exempt", source: exemptMoved.source }
    : { _tag: "Barred", bar, source }
