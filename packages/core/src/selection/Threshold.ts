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
  return own.find(({ positions }) => positions !== undefined && isAmong(positions, formation.position)) ??
    own.find(({ positions }) => positions === undefined)
}

/**
 * Marks every minimum a participant misses; a score equal to its minimum passes.
 *
 * **Details**
 *
 * Bit `bit` of `failed[i]` is set when `column[i]` lies below the minimum of the participant's group. `minimums` holds one
 * number for each group, in units of the column; -1 stands for no minimum. Without `group` everybody is in group 0.
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
 * Threshold.mark({ column: Int32Array.of(65, 60, -1), group: undefined, minimums: Int32Array.of(65), bit: 0, failed })
 * failed // => Uint32Array.of(0, 1, 0)
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const mark = ({ bit, column, failed, group, minimums }: {
  readonly column: Int32Array
  readonly group: Uint8Array | undefined
  readonly minimums: Int32Array
  readonly bit: number
  readonly failed: Uint32Array
}): void => {
  // Without branches: the sign of `score - minimum`, unless the score is absent (its own sign is set).
  if (group === undefined) {
    const minimum = minimums[0]!
    for (let i = 0; i < column.length; i++) {
      const score = column[i]!
      failed[i]! |= ((score - minimum) & ~score) >>> 31 << bit
    }
  } else {
    for (let i = 0; i < column.length; i++) {
      const score = column[i]!
      failed[i]! |= ((score - minimums[group[i]!]!) & ~score) >>> 31 << bit
    }
  }
}

const isAmong = (positions: ReadonlyArray<string>, position: string): boolean =>
  positions.some((name) => plainly(name) === plainly(position))
