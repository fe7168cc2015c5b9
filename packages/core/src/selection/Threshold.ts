/**
 * Minimum scores (nilai ambang batas), by group of formations.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Formation } from "../formation/Formation.ts"
import type { Decided } from "./RuleSet.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * The thresholds of a round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Thresholds extends Decided {
  readonly groups: ReadonlyArray<ThresholdGroup>
}

/**
 * Minimums that hold for some kinds of need or some positions.
 *
 * @category models
 * @since 0.1.0
 */
export interface ThresholdGroup {
  readonly id: string
  readonly title: string
  /** Kinds of need that the group holds for. */
  readonly categories: ReadonlyArray<string>
  /**
   * Positions that the group holds for, within its categories; compared by name without regard to case, blanks and
   * punctuation. Absent: every position. A group that names positions goes before one that does not.
   */
  readonly positions?: ReadonlyArray<string>
  readonly minimums: ReadonlyArray<Minimum>
  readonly source: LegalSource
}

/**
 * The least that a component or a step must reach; a score equal to it passes.
 *
 * @category models
 * @since 0.1.0
 */
export interface Minimum {
  readonly of: string
  /** Unit: whole points. */
  readonly minimum: Sourced<number>
}

// --- operations ---

/**
 * The group whose minimums hold for a formation: the one the formation names, else the one that lists its position, else
 * the one that lists its kind of need.
 *
 * **Example** (A position with a group of its own)
 *
 * ```ts
 * import { Threshold } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 1023/2021", confidence: "seen-in-several" } as const
 * const groups = [
 *   { id: "umum", title: "", categories: ["umum"], minimums: [], source },
 *   { id: "dokter", title: "", categories: ["umum"], positions: ["dokter"], minimums: [], source }
 * ]
 * const formation = { formation: "F1", position: "DOKTER", education: "", location: "", category: "umum", seats: 1 }
 * Threshold.groupOf(groups, formation)?.id // => "dokter"
 * Threshold.groupOf(groups, { ...formation, thresholdGroup: "umum" })?.id // => "umum"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const groupOf = (groups: ReadonlyArray<ThresholdGroup>, formation: Formation): ThresholdGroup | undefined => {
  if (formation.thresholdGroup !== undefined) return groups.find(({ id }) => id === formation.thresholdGroup)
  const own = groups.filter(({ categories }) => categories.includes(formation.category))
  const position = plainly(formation.position)
  return own.find(({ positions }) => positions?.some((name) => plainly(name) === position) === true) ??
    own.find(({ positions }) => positions === undefined)
}

/**
 * Marks every minimum a participant misses; a score equal to its minimum passes.
 *
 * **Details**
 *
 * Bit `bit` of `failed[i]` is set when `column[i]` lies below the minimum of the participant's formation. `minimums` holds
 * one number for each formation, in units of the column; -1 stands for no minimum.
 *
 * **Gotchas**
 *
 * An absent score (-1) is an event of its own; the caller decides what it means, this step leaves its bit alone.
 *
 * **Example** (One of two misses)
 *
 * ```ts
 * import { Threshold } from "@timbang/core/selection"
 * const failed = new Uint32Array(3)
 * Threshold.mark(Int32Array.of(65, 60, -1), Int32Array.of(0, 0, 0), Int32Array.of(65), 0, failed)
 * Array.from(failed) // => [0, 1, 0]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const mark = (
  column: Int32Array,
  formation: Int32Array,
  minimums: Int32Array,
  bit: number,
  failed: Uint32Array
): void => {
  const flag = (1 << bit) >>> 0
  for (let i = 0; i < column.length; i++) {
    const score = column[i]!
    if (score >= 0 && score < minimums[formation[i]!]!) failed[i]! |= flag
  }
}
