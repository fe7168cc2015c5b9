/**
 * What a selection decided about a participant, and the code that a round prints for it.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * Every outcome the engine knows. A column of outcomes holds positions in {@link tags}.
 *
 * - `advanced`, `advanced-second-group`: may sit the second exam (the second group by rank alone, where a round had one).
 * - `outside-shortlist`: meets every minimum, ranks past the shortlist.
 * - `below-threshold`, `absent`, `disqualified`, `ineligible`, `withdrawn`.
 * - `selected`, `selected-by-filling`; `not-selected`.
 * - `absent-second`, `eliminated`: missed, or failed, a second exam that excludes.
 * - `undecided`: equals stand across the last seat; people settle it.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcome =
  | "advanced"
  | "advanced-second-group"
  | "outside-shortlist"
  | "below-threshold"
  | "absent"
  | "disqualified"
  | "ineligible"
  | "withdrawn"
  | "selected"
  | "selected-by-filling"
  | "not-selected"
  | "absent-second"
  | "eliminated"
  | "undecided"

/**
 * Every {@link Outcome}, by its number in a column.
 *
 * @category models
 * @since 0.1.0
 */
export const tags: ReadonlyArray<Outcome> = [
  "advanced",
  "advanced-second-group",
  "outside-shortlist",
  "below-threshold",
  "absent",
  "disqualified",
  "ineligible",
  "withdrawn",
  "selected",
  "selected-by-filling",
  "not-selected",
  "absent-second",
  "eliminated",
  "undecided"
]

/**
 * The code that a round's lists print for an outcome. Meanings vary by year and agency.
 *
 * **Details**
 *
 * `code` may hold `{class}`, which stands for the participant's priority class.
 *
 * @category models
 * @since 0.1.0
 */
export interface OutcomeCode {
  readonly outcome: Outcome
  /** Filling pass that the code belongs to, for `selected-by-filling`. */
  readonly pass?: string
  /** Group of the shortlist that the code belongs to, where a round prints two. */
  readonly group?: "first" | "second"
  readonly code: string
  /** Other spellings of the same code in official lists. */
  readonly aliases: ReadonlyArray<string>
  readonly title: string
  readonly source: LegalSource
}

// --- operations ---

/**
 * The number of an outcome in a column of outcomes.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Outcome } from "@timbang/core/selection"
 * Outcome.tags[Outcome.indexOf("selected")] // => "selected"
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const indexOf = (outcome: Outcome): number => tags.indexOf(outcome)

/**
 * The printed code of an outcome.
 *
 * **Details**
 *
 * The entry for the pass and the group is preferred to one that names neither. An outcome without an entry prints its own
 * name in capitals, so that nothing the engine decided is ever hidden.
 *
 * **Example** (A code with the priority class in it)
 *
 * ```ts
 * import { Outcome } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 347/2024", confidence: "seen-in-several" } as const
 * const codes = [{ outcome: "selected", code: "{class}/L", aliases: [], title: "lulus", source }] as const
 * Outcome.codeOf(codes, "selected", { priorityClass: "R2" }) // => "R2/L"
 * Outcome.codeOf(codes, "undecided", {}) // => "UNDECIDED"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const codeOf = (
  codes: ReadonlyArray<OutcomeCode>,
  outcome: Outcome,
  about: {
    readonly pass?: string | undefined
    readonly group?: "first" | "second" | undefined
    readonly priorityClass?: string | undefined
  }
): string => {
  const fitting = codes.filter((code) =>
    code.outcome === outcome && (code.pass === undefined || code.pass === about.pass) &&
    (code.group === undefined || code.group === about.group)
  )
  const precision = (code: OutcomeCode) => (code.pass === undefined ? 0 : 2) + (code.group === undefined ? 0 : 1)
  const best = fitting.reduce<OutcomeCode | undefined>(
    (found, code) => found === undefined || precision(code) > precision(found) ? code : found,
    undefined
  )
  return best === undefined ? outcome.toUpperCase() : best.code.replace("{class}", about.priorityClass ?? "?")
}
