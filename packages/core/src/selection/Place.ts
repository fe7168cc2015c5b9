/**
 * The place of one participant in a list: rank, the neighbour above with what parted the two, and the distance to the cut.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import { type Amount, reader } from "./Amount.ts"
import type { Ranked } from "./Ranking.ts"
import type { Selection } from "./Selection.ts"

// --- models ---

/**
 * A place in a list: of the shortlist, or of the final order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly rank: number
  /** How many people the list ranks in this cell. */
  readonly of: number
  readonly places: number
  readonly seats: number
  readonly neighbour: Neighbour | undefined
  /** For the first of equals, whose neighbour above is no equal or nobody: one of the others, and what would part the two. */
  readonly equal: Neighbour | undefined
  readonly cut: Cut | undefined
  readonly decidedBy: string
  readonly source: LegalSource
}

/**
 * The person next above and what parted the two.
 *
 * @category models
 * @since 0.1.0
 */
export interface Neighbour {
  readonly participant: string
  /**
   * `parted`: by the named rung. `missing`: equal, because the rung is missing for somebody in the tie. `equal`: on every
   * rung.
   */
  readonly how: "parted" | "missing" | "equal"
  readonly rung: string | undefined
  /** The two amounts, for a rung that is a score or a grade average; a birth date is never shown. */
  readonly own: Amount | undefined
  readonly theirs: Amount | undefined
}

/**
 * The boundary of a list: the last person inside it. It is told where the score is what separates the two: nobody is shown a
 * distance to somebody of another priority class or group.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cut {
  readonly amount: Amount
  /** Own amount minus the boundary's, in the same units. Negative below the cut. */
  readonly distance: number
}

// --- operations ---

/**
 * The place of a row in one of the two lists of a selection; nothing for a row that the list does not rank.
 *
 * **Example** (Lost by practice)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Place, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const place = Place.find(made, 0, { ranked: made.final!, places: 1, decided: made.ruleSet.ranking })
 * place?.rank // => 2
 * place?.neighbour?.rung // => "final"
 * place?.cut?.distance // => -11880
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const find = (selection: Selection, row: number, list: {
  readonly ranked: Ranked
  readonly places: number
  readonly decided: { readonly decidedBy: string; readonly source: LegalSource }
}): Place | undefined => {
  const { decided, places, ranked } = list
  const rank = ranked.rank[row]!
  if (rank === 0) return undefined
  const cell = selection.cohort.formation[row]!
  const order = ranked.order.subarray(ranked.starts[cell]!, ranked.starts[cell + 1]!)
  const at = order.indexOf(row)
  const [above, below] = [order[at - 1], order[at + 1]]
  const isEqual = (other: number | undefined): other is number => other !== undefined && ranked.rank[other] === rank
  return {
    rank,
    of: order.length,
    places,
    seats: selection.formations[cell]!.seats,
    neighbour: above === undefined ? undefined : neighbourOf(selection, ranked, { other: above, rung: ranked.rung[row]! }, row),
    equal: isEqual(below) && !isEqual(above) ? neighbourOf(selection, ranked, { other: below, rung: ranked.rung[below]! }, row) : undefined,
    cut: cutOf(selection, ranked, order[Math.min(places, order.length) - 1], row),
    decidedBy: decided.decidedBy,
    source: decided.source
  }
}

const cutOf = (selection: Selection, { keys }: Ranked, last: number | undefined, row: number): Cut | undefined => {
  const at = keys.findIndex(({ name }) => name in selection.values)
  if (last === undefined || at === -1) return undefined
  if (keys.slice(0, at).some(({ column }) => column[last] !== column[row])) return undefined
  const amount = reader(selection)(keys[at]!.name, last)
  return { amount, distance: keys[at]!.column[row]! - amount.units! }
}

const neighbourOf = (selection: Selection, { keys }: Ranked, { other, rung }: { readonly other: number; readonly rung: number }, row: number): Neighbour => {
  const name = keys[Math.abs(rung) - 1]?.name
  const amountOf = reader(selection)
  const average = (of: number): Amount | undefined => {
    const units = selection.cohort.gradeAverage?.[of]
    return units === undefined || units < 0 ? undefined : { id: "gpa", title: "gpa", units, decimals: 3, maximum: 0 }
  }
  const show = (of: number): Amount | undefined =>
    name === undefined ? undefined : name === "gpa" ? average(of) : name in selection.values ? amountOf(name, of) : undefined
  return {
    participant: selection.cohort.participant[other]!,
    how: rung > 0 ? "parted" : name === undefined ? "equal" : "missing",
    rung: name,
    own: show(row),
    theirs: show(other)
  }
}
