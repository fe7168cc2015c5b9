/**
 * Who goes on to the second exam: those within a multiple of the seats.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import type { Decided } from "../law/Decided.ts"
import type { ThresholdGroup } from "./Threshold.ts"
import type { TieLadder } from "./TieLadder.ts"

// --- models ---

/**
 * The shortlist of a round.
 *
 * **Details**
 *
 * A participant goes on when every minimum is met and the rank, counted 1, 2, 2, 4, lies within `factor x seats`. All who
 * stay equal at the boundary therefore go on together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shortlist extends Decided {
  /** Exam that the shortlist closes. */
  readonly exam: string
  /** How many people a seat sends on. */
  readonly factor: Sourced<number>
  /** Order of the shortlist, first rung first. */
  readonly ladder: TieLadder
  /** What becomes of a place that falls free after the list was made. */
  readonly freedPlaces: Sourced<FreedPlaces>
  /** Where people under the minimums may take places that the others leave (2018). */
  readonly secondGroup?: SecondGroup
}

/**
 * `stay-empty`: nobody moves up. `refilled`: the list is made as if the person had never been on it, when the person
 * leaves on or before the day the host names.
 *
 * @category models
 * @since 0.1.0
 */
export type FreedPlaces = "stay-empty" | "refilled"

/**
 * People who miss a minimum of the first group and meet one of the second, ranked for `factor x (seats - first group)`.
 *
 * @category models
 * @since 0.1.0
 */
export interface SecondGroup extends Decided {
  readonly groups: ReadonlyArray<ThresholdGroup>
  /** Whether the two groups compete in one final ranking or the second only for seats the first leaves. */
  readonly finalRanking: Sourced<"together" | "first-group-first">
}

// --- operations ---

/**
 * How many places of the shortlist a cell has.
 *
 * **Example** (BKN's own arithmetic)
 *
 * ```ts
 * import { Shortlist } from "@timbang/core/selection"
 * Shortlist.places(3, 10) // => 30
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const places = (factor: number, seats: number): number => factor * seats

/**
 * How many places the second group of a cell has: none once the first group covers the seats.
 *
 * **Example** (Two seats, one person in the first group)
 *
 * ```ts
 * import { Shortlist } from "@timbang/core/selection"
 * Shortlist.secondGroupPlaces(3, 2, 1) // => 3
 * Shortlist.secondGroupPlaces(3, 2, 5) // => 0
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const secondGroupPlaces = (factor: number, seats: number, firstGroup: number): number =>
  places(factor, Math.max(0, seats - firstGroup))
