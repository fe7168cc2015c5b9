/**
 * What a rater wrote in a row of ratings: the proposals that its evidence makes, and everything that is missing in its judgement.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { Appraisal, RatingProposal } from "@timbang/core/performance"
import type { RatingsFile, Rows } from "@timbang/source-files"

// --- models ---

/** A row of ratings; cells that the file needs are absent only while it is looked at for faults. */
export type Row = Rows.Row<ReturnType<typeof RatingsFile.judged>>

/** What a row is held against. */
export interface Against {
  /** Columns of the row that were refused already. */
  readonly refused: ReadonlySet<string> | undefined
  readonly guidance: RatingProposal.Guidance
  readonly from: Day.Day
  /** Day of the report. */
  readonly on: Day.Day
}

// --- operations ---

/** What the evidence of a row proposes. */
export const proposals = (
  cells: Omit<Row["cells"], "official">,
  guidance: RatingProposal.Guidance
): { readonly workResult: RatingProposal.RatingProposal; readonly conduct: RatingProposal.RatingProposal } => {
  const results = (["above", "as-expected", "below"] as const).flatMap((level) =>
    named(cells[level === "as-expected" ? "asExpected" : level]).map((id) => ({ id, level })))
  return {
    workResult: RatingProposal.workResult(
      [...results, ...named(cells.notMeasured).map((id) => ({ id }))],
      { positive: cells.feedbackPositive ?? 0, notPositive: cells.feedbackNotPositive ?? 0 },
      guidance
    ),
    conduct: RatingProposal.conduct(cells.conductObserved ?? "not-observed", guidance)
  }
}

/** Everything that a judgement lacks; a row without one is a proposal and lacks nothing. */
export const faultsOf = ({ cells, file, row }: Row, { from, guidance, on, refused = new Set() }: Against): ReadonlyArray<Fault.Fault> => {
  const at = (column: string) => ({ file, row, column })
  const { conduct, decidedBy, decidedOn, person, workResult } = cells
  const rating = ratings.find((column) => cells[column] !== undefined || refused.has(column))
  if (rating === undefined) return []
  const empty = [...ratings, "decidedBy", "decidedOn"] as const
  const departures = workResult === undefined || conduct === undefined || evidence.some((column) => refused.has(column))
    ? []
    : Appraisal.departuresFrom(proposals(cells, guidance), {
      workResult,
      conduct,
      ...(cells.workResultReason === undefined ? {} : { workResultReason: cells.workResultReason }),
      ...(cells.conductReason === undefined ? {} : { conductReason: cells.conductReason })
    })
  return [
    ...empty.flatMap((column) => (cells[column] === undefined ? [{ _tag: "CellNeeded", ...at(column), neededBy: rating } as const] : [])),
    ...departures.filter(({ reason }) => reason === "").map(({ axis, judged, proposed }) => {
      const column = axis === "conduct" ? "conduct" : "workResult"
      return { _tag: "DepartureUnexplained", ...at(column), found: judged, proposed, reasonColumn: `${column}Reason` } as const
    }),
    ...(decidedBy !== undefined && decidedBy === person ? [{ _tag: "SelfRated", ...at("decidedBy"), found: decidedBy } as const] : []),
    ...(decidedOn !== undefined && (decidedOn < from || decidedOn > on)
      ? [{ _tag: "DayOutside", ...at("decidedOn"), found: decidedOn, from, until: on } as const]
      : [])
  ]
}

const ratings = ["workResult", "conduct"] as const

const evidence = ["above", "asExpected", "below", "notMeasured", "feedbackPositive", "feedbackNotPositive", "conductObserved", "workResultReason", "conductReason"]

const named = (cell: string | undefined): ReadonlyArray<string> =>
  (cell ?? "").split("|").map((name) => name.trim()).filter((name) => name !== "")
