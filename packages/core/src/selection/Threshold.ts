/**
 * Minimum scores (nilai ambang batas), by group of formations.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Formation } from "../formation/Formation.ts"
import type { Decided } from "../law/Decided.ts"
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
  /**
   * `people`: the law gives these minimums to some of the people of a formation, whatever it is. The engine judges a formation by
   * one group, so this one counts only where a formation names it, and every run says so.
   */
  readonly holdsFor?: "people"
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
 * The groups that the law gives to people and not to formations: what a run cannot tell by itself.
 *
 * **Example** (A group for those aged 50 or more)
 *
 * ```ts
 * import { Threshold } from "@timbang/core/selection"
 * const source = { instrument: "KepmenPANRB 1169/2021", confidence: "seen-in-several" } as const
 * const all = { id: "umum", title: "Semua", categories: ["umum"], minimums: [], source }
 * const older = { id: "kategori-2", title: "Usia 50 tahun ke atas", categories: ["umum"], positions: [], holdsFor: "people", minimums: [], source } as const
 * Threshold.ofPeople([all, older]).map(({ id }) => id) // => ["kategori-2"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const ofPeople = (groups: ReadonlyArray<ThresholdGroup>): ReadonlyArray<Pick<ThresholdGroup, "id" | "title" | "source">> =>
  groups.filter(({ holdsFor }) => holdsFor === "people").map(({ id, source, title }) => ({ id, title, source }))

/**
 * One minimum over a column: bit `bit` is set for whoever lies below it.
 *
 * @category models
 * @since 0.1.0
 */
export interface ColumnMinimum {
  readonly column: Int32Array
  /** One number for each group, in units of the column; -1 stands for no minimum. */
  readonly minimums: Int32Array
  readonly bit: number
}

/**
 * Marks every minimum a participant misses; a score equal to its minimum passes.
 *
 * **Details**
 *
 * Four minimums are looked at in one pass, without branches: of each the sign of `score - minimum`, unless the score is
 * absent and its own sign is set. Without `group` everybody is in group 0.
 *
 * **Gotchas**
 *
 * An absent score (-1) is an event of its own; the caller decides what it means, this step leaves its bit alone.
 *
 * **Example** (One of three misses)
 *
 * ```ts
 * import { Threshold } from "@timbang/core/selection"
 * const failed = new Uint32Array(3)
 * Threshold.mark([{ column: Int32Array.of(65, 60, -1), minimums: Int32Array.of(65), bit: 0 }], undefined, failed)
 * failed // => Uint32Array.of(0, 1, 0)
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const mark = (
  checks: ReadonlyArray<ColumnMinimum>,
  group: Uint8Array | undefined,
  failed: Uint32Array
): void => {
  const first = checks[0]
  if (first === undefined) return
  const none: ColumnMinimum = { column: first.column, minimums: new Int32Array(first.minimums.length).fill(-1), bit: 0 }
  for (let k = 0; k < checks.length; k += 4) {
    const four = [checks[k]!, checks[k + 1] ?? none, checks[k + 2] ?? none, checks[k + 3] ?? none] as const
    if (group === undefined) markFour(four, failed)
    else markFourByGroup(four, group, failed)
  }
}

type Four = readonly [ColumnMinimum, ColumnMinimum, ColumnMinimum, ColumnMinimum]

const markFour = ([one, two, three, four]: Four, failed: Uint32Array): void => {
  const [a, b, c, d] = [one.column, two.column, three.column, four.column]
  const [ma, mb, mc, md] = [one.minimums[0]!, two.minimums[0]!, three.minimums[0]!, four.minimums[0]!]
  const [ba, bb, bc, bd] = [one.bit, two.bit, three.bit, four.bit]
  for (let i = 0; i < failed.length; i++) {
    const sa = a[i]!
    const sb = b[i]!
    const sc = c[i]!
    const sd = d[i]!
    failed[i]! |= ((sa - ma) & ~sa) >>> 31 << ba | ((sb - mb) & ~sb) >>> 31 << bb |
      ((sc - mc) & ~sc) >>> 31 << bc | ((sd - md) & ~sd) >>> 31 << bd
  }
}

const markFourByGroup = ([one, two, three, four]: Four, group: Uint8Array, failed: Uint32Array): void => {
  const [a, b, c, d] = [one.column, two.column, three.column, four.column]
  const [ma, mb, mc, md] = [one.minimums, two.minimums, three.minimums, four.minimums]
  const [ba, bb, bc, bd] = [one.bit, two.bit, three.bit, four.bit]
  for (let i = 0; i < failed.length; i++) {
    const own = group[i]!
    const sa = a[i]!
    const sb = b[i]!
    const sc = c[i]!
    const sd = d[i]!
    failed[i]! |= ((sa - ma[own]!) & ~sa) >>> 31 << ba | ((sb - mb[own]!) & ~sb) >>> 31 << bb |
      ((sc - mc[own]!) & ~sc) >>> 31 << bc | ((sd - md[own]!) & ~sd) >>> 31 << bd
  }
}

const isAmong = (positions: ReadonlyArray<string>, position: string): boolean =>
  positions.some((name) => plainly(name) === plainly(position))
