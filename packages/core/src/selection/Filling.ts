/**
 * Filling of seats that a cell's own participants leave empty.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { Decided } from "./RuleSet.ts"

// --- models ---

/**
 * The passes of a round, in order, and how the texts' gaps are closed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Filling extends Decided {
  readonly passes: ReadonlyArray<FillingPass>
  readonly policies: FillingPolicies
}

/**
 * One pass over the empty seats.
 *
 * **Details**
 *
 * An empty seat of a cell whose category fits `into` may go to a participant of another cell of the same agency, position
 * and education, whose category fits `from`, at the same or another location, who sat the whole exam, was not selected and
 * meets the minimums named by `meets`. Best final order first.
 *
 * @category models
 * @since 0.1.0
 */
export interface FillingPass {
  readonly id: string
  readonly title: string
  readonly into: "general" | "reserved" | "any"
  readonly from: "general" | "reserved" | "same-category" | "other-category" | "any"
  readonly location: "same" | "other" | "any"
  /** `general`: the minimums of the general category. `own`: those of the participant's own cell. `none`. */
  readonly meets: Sourced<"general" | "own" | "none">
  /** Kinds of agency that the pass holds for, such as `daerah`. Absent: every kind. */
  readonly agencyKinds?: ReadonlyArray<string>
  readonly source: LegalSource
}

/**
 * What the texts of the law leave open, closed by name.
 *
 * - `pool`: `all-cells` seats the best participant first wherever a seat fits; `cell-by-cell` fills one cell after another.
 * - `cellOrder`: which of several fitting cells is taken first: by `identifier`, or the one with `most-empty-seats`.
 * - `closing`: `stays-open` keeps an empty cell for later passes; `closes-once-filled-into` closes it after the first pass
 *   that placed anyone in it.
 * - `consent`: `not-asked`, or `asked`: only who is recorded as willing is placed.
 *
 * @category models
 * @since 0.1.0
 */
export interface FillingPolicies {
  readonly pool: Sourced<"all-cells" | "cell-by-cell">
  readonly cellOrder: Sourced<"identifier" | "most-empty-seats">
  readonly closing: Sourced<"stays-open" | "closes-once-filled-into">
  readonly consent: Sourced<"not-asked" | "asked">
}
