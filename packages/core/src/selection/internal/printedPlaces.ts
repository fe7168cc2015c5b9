/**
 * Whether the place that an official list prints for somebody is the recomputed one: rank, code, and what parted them from the
 * one above.
 */
import { isFillingCode, meansSame, outcomesOf } from "./printedCodes.ts"
import * as Comparison from "../Comparison.ts"
import * as LastList from "../LastList.ts"
import type { Outcome } from "../Outcome.ts"
import type { OfficialRow } from "../OfficialList.ts"
import type { Selection } from "../Selection.ts"

/** What was printed, found equal, different, or left open for want of something. */
export interface Compared {
  readonly checked: ReadonlyArray<string>
  readonly differences: ReadonlyArray<{ readonly step: string; readonly official: string; readonly recomputed: string }>
  readonly notChecked: ReadonlyArray<{ readonly step: string; readonly missing: ReadonlyArray<string> }>
}

/** A tie that nothing in the list settles: the ranks that its people share, and what would part them. */
interface Tie {
  readonly first: number
  readonly last: number
  readonly missing: string
  /** Whether it lies across the last seat. */
  readonly isContested: boolean
  /** Whether the list seats as many of those whose seat is undecided as there are seats left for them. */
  readonly isSeatedInFull: boolean
}

/** Outcomes of people in the final order whom nothing excludes. */
const ranked: ReadonlyArray<Outcome> = ["selected", "not-selected", "selected-by-filling"]

/** Compares the printed places of one selection. `assumed`: formations whose seats were counted off the list. */
export const comparing = (made: Selection, rows: ReadonlyArray<OfficialRow>, assumed: ReadonlyArray<string>): (row: OfficialRow) => Compared | undefined => {
  const { ruleSet } = made
  const at = new Map(made.cohort.participant.map((participant, index) => [participant, index]))
  const ties = tiesOf(made, new Map(rows.map((row) => [row.participant, row])))
  const contested = made.options.filling === undefined ? [] : [...new Set([...ties.values()].flatMap(({ isContested, missing }) => isContested ? [missing] : []))]
  return (row) => {
    const index = at.get(row.participant)
    if (index === undefined) return undefined
    const position = Comparison.positionOf(made, index)
    const tie = ties.get(index)
    const checked: Array<string> = []
    const differences: Array<Compared["differences"][number]> = []
    const notChecked: Array<Compared["notChecked"][number]> = []
    if (row.rank !== undefined) {
      if (tie !== undefined && tie.first <= row.rank && row.rank <= tie.last) notChecked.push({ step: "rank", missing: [tie.missing] })
      else if (position.rank === row.rank) checked.push("rank")
      else differences.push({ step: "rank", official: String(row.rank), recomputed: String(position.rank ?? "–") })
    }
    if (row.code !== undefined) {
      const printed = outcomesOf(ruleSet, row.code)
      if (meansSame(ruleSet, row.code, position)) checked.push("code")
      else if (assumed.length > 0 && (isFillingCode(ruleSet, row.code) || position.outcome === "outside-shortlist" && assumed.includes(row.formation))) {
        // Seats that nobody took were not counted, so that neither filling nor the end of the shortlist is known.
        notChecked.push({ step: "code", missing: ["seats"] })
      } else if (position.outcome === "undecided" && tie?.isSeatedInFull === true && printed.some((outcome) => ranked.includes(outcome))) {
        notChecked.push({ step: "code", missing: [tie.missing] })
      } else if (contested.length > 0 && [position.outcome, ...printed].includes("selected-by-filling") && ranked.includes(position.outcome)) {
        // Who is left for the empty seats hangs on how the ties at the last seats were settled.
        notChecked.push({ step: "code", missing: contested })
      } else differences.push({ step: "code", official: row.code, recomputed: position.code })
    }
    if (row.decidedBy !== undefined) {
      const decidedBy = LastList.decidedBy(made, index)
      if (decidedBy === row.decidedBy) checked.push("decidedBy")
      else if (tie !== undefined) notChecked.push({ step: "decidedBy", missing: [tie.missing] })
      else differences.push({ step: "decidedBy", official: row.decidedBy, recomputed: decidedBy ?? "–" })
    }
    return { checked, differences, notChecked }
  }
}

const tiesOf = (made: Selection, printed: ReadonlyMap<string, OfficialRow>): ReadonlyMap<number, Tie> => {
  const { cohort, final, formations, ruleSet } = made
  const ties = new Map<number, Tie>()
  if (final === undefined) return ties
  const outcomeAt = (row: number) => Comparison.positionOf(made, row).outcome
  for (let c = 0; c < formations.length; c++) {
    const inCell = final.order.subarray(final.starts[c]!, final.starts[c + 1]!)
    const undecided = inCell.filter((row) => outcomeAt(row) === "undecided")
    const isSelected = (row: number) => {
      const code = printed.get(cohort.participant[row]!)?.code
      return code !== undefined && outcomesOf(ruleSet, code).includes("selected")
    }
    const left = formations[c]!.seats - inCell.filter((row) => outcomeAt(row) === "selected").length
    const isSeatedInFull = undecided.filter(isSelected).length === left
    for (let start = 0; start < inCell.length;) {
      const first = final.rank[inCell[start]!]!
      let end = start + 1
      while (end < inCell.length && final.rank[inCell[end]!] === first) end++
      if (end - start > 1) {
        const decidedBy = LastList.decidedBy(made, inCell[end - 1]!) ?? ""
        const isContested = inCell.subarray(start, end).some((row) => undecided.includes(row))
        const tie = { isContested, first, last: first + end - start - 1, missing: decidedBy.replace(/^unresolved:/, ""), isSeatedInFull }
        for (let i = start; i < end; i++) ties.set(inCell[i]!, tie)
      }
      start = end
    }
  }
  return ties
}
