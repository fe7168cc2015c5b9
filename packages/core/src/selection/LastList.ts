/**
 * The last list that a selection made: who stands where in it.
 *
 * @since 0.1.0
 */
import type { Key, Ranked } from "./Ranking.ts"
import type { Selection } from "./Selection.ts"

// --- operations ---

/**
 * The final order, or the shortlist where the selection ends with it.
 *
 * **Details**
 *
 * In a round with a second group (2018) every cell of the shortlist holds two lists one after the other: the first group's, then
 * the second group's, each counted from 1. The printed code tells the group: whoever is ranked and misses a minimum of the first
 * group, or goes on by rank, stands in the second list.
 *
 * **Example** (One list)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, LastList, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: number) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", 51), row("24-2", 70)]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * LastList.of(made)?.rank // => Int32Array.of(2, 1)
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const of = ({ final, secondShortlist, shortlist }: Pick<Selection, "final" | "secondShortlist" | "shortlist">): Ranked | undefined =>
  final ?? (shortlist === undefined || secondShortlist === undefined ? shortlist : oneAfterTheOther(shortlist, secondShortlist))

/**
 * The rank of one row in the last list, in that of the own group; 0 for a row that is not ranked.
 *
 * **Example** (The only participant)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, LastList, Selection, Specimen } from "@timbang/core/selection"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 51 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * LastList.rankOf(Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, [])), 0) // => 1
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const rankOf = ({ final, secondShortlist, shortlist }: Pick<Selection, "final" | "secondShortlist" | "shortlist">, row: number): number =>
  final !== undefined ? final.rank[row]! : (shortlist?.rank[row] ?? 0) || (secondShortlist?.rank[row] ?? 0)

/**
 * What parted a row from the one above it in the last list: the name of a rung; `unresolved:` with what is missing, where the
 * two are equal; or `undefined` when nobody stands above or the row is not ranked. Equals of a shortlist lack nothing: `equal`.
 *
 * **Example** (A tie for want of grade averages)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, LastList, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: number) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", 51), row("24-2", 51), row("24-3", 50)]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * [0, 1, 2].map((at) => LastList.decidedBy(made, at)) // => [undefined, "unresolved:gpa", "final"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const decidedBy = ({ final, secondShortlist, shortlist }: Pick<Selection, "final" | "secondShortlist" | "shortlist">, row: number): string | undefined => {
  const ranked = final ?? (shortlist?.rank[row] === 0 ? secondShortlist : shortlist)
  const rung = ranked?.rung[row] ?? 0
  return ranked === undefined || rung === 0 ? undefined : rungName(ranked.keys, rung, final !== undefined)
}

/**
 * The name of a rung as {@link Ranked.rung} counts it, in the words of {@link decidedBy}. `rung` is not 0.
 *
 * **Example** (Parted by the second key, and equal for want of it)
 *
 * ```ts
 * import { LastList } from "@timbang/core/selection"
 * const keys = [{ name: "final" }, { name: "birthDate" }]
 * [2, -2, -3].map((rung) => LastList.rungName(keys, rung, true)) // => ["birthDate", "unresolved:birthDate", "unresolved:decision"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const rungName = (keys: ReadonlyArray<Pick<Key, "name">>, rung: number, isFinal: boolean): string =>
  rung > 0
    ? keys[rung - 1]!.name
    : -rung <= keys.length ? `unresolved:${keys[-rung - 1]!.name}` : isFinal ? "unresolved:decision" : "equal"

/** Nobody stands in both lists, and both are made by the same keys. */
const oneAfterTheOther = (first: Ranked, second: Ranked): Ranked => {
  const cells = first.starts.length - 1
  const order = new Int32Array(first.order.length + second.order.length)
  const starts = new Int32Array(cells + 1)
  for (let c = 0; c < cells; c++) {
    const [a, b] = [first.order.subarray(first.starts[c]!, first.starts[c + 1]!), second.order.subarray(second.starts[c]!, second.starts[c + 1]!)]
    order.set(a, starts[c]!)
    order.set(b, starts[c]! + a.length)
    starts[c + 1] = starts[c]! + a.length + b.length
  }
  return {
    keys: first.keys,
    order,
    starts,
    rank: first.rank.map((rank, row) => rank || second.rank[row]!),
    rung: first.rung.map((rung, row) => first.rank[row] === 0 ? second.rung[row]! : rung)
  }
}
