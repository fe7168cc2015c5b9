/** A finished score sheet as a page shows it: every cell with the values that corrections took away. */
import { Scaled } from "@timbang/core/number"
import type { ScoreSheet } from "@timbang/core/selection"
import type { ScoreBook } from "@timbang/workflows"

// --- models ---

/** A value and those that stood there before, the oldest first. */
export interface Cell {
  readonly now: string
  readonly old: ReadonlyArray<string>
}

// --- operations ---

/** Rows in the order of the sitting; without cells for those who did not come. */
export const scoresOf = (
  { corrections, rounds, rubric, session }: ScoreBook.Record,
  finished: ScoreSheet.Finished
): ReadonlyArray<{ readonly participant: string; readonly cells?: ReadonlyArray<Cell>; readonly total?: Cell }> => {
  const confirmed = corrections.filter(({ decision }) => decision?.isConfirmed === true).toSorted((a, b) => a.decision!.order - b.decision!.order)
  return session.participants.map((participant) => {
    const score = finished.scores.find((one) => one.participant === participant)
    const row = rounds.at(-1)?.[0]?.rows.find((one) => one.participant === participant)
    if (score === undefined || row === undefined) return { participant }
    const first = Scaled.format(score.units, finished.decimals)
    return {
      participant,
      cells: rubric.criteria.map(({ id }) => cellOf(row.scores[id] ?? "", confirmed.filter((one) => one.participant === participant && one.criterion === id))),
      total: cellOf(first, finished.corrected.filter((one) => one.participant === participant))
    }
  })
}

const cellOf = (first: string, changes: ReadonlyArray<{ readonly to: string }>): Cell => {
  const all = [first, ...changes.map(({ to }) => to)]
  return { now: all.at(-1)!, old: all.slice(0, -1) }
}
