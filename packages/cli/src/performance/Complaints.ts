/**
 * Complaints beside the survey: services contrasted in both sources, and their shares of complaints in a funnel.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { Undefined } from "@timbang/core/number"
import { ComplaintContrast, Funnel } from "@timbang/core/performance"
import { ComplaintsFile, Rows, Sheet, Table } from "@timbang/source-files"
import { Effect } from "effect"
import * as Input from "../Input.ts"
import type * as SurveyGroups from "./SurveyGroups.ts"

// --- models ---

/** What complaints say. A part that has no value carries its reason. */
export interface Compared {
  readonly contrasts: ReadonlyArray<ComplaintContrast.Contrast> | Undefined.Undefined
  /** Around the share of complaints of all services together. */
  readonly funnel: Funnel.Funnel | Undefined.Undefined
  /** Services without a survey that is shown with its standard error; they stand in the funnel only. */
  readonly withoutSurvey: ReadonlyArray<string>
  readonly corrections: Table.Table<typeof ComplaintsFile.columns>["corrections"]
}

// --- operations ---

/** Reads the complaints and sets them beside the services shown. */
export const read: (input: Table.Input, groups: ReadonlyArray<SurveyGroups.Group>) => Effect.Effect<Compared, Fault.InputRefused> = Effect.fn("Complaints.read")(function*(
  input: Table.Input,
  groups: ReadonlyArray<SurveyGroups.Group>
) {
  const path = Input.nameOf(input)
  const table = yield* Table.read(input, ComplaintsFile.columns, { prefersSheet: "complaints" })
  const found = [...Rows.of(table, ComplaintsFile.columns)]
  const faults = found.flatMap(({ cells: { complaints, served }, file, row }): Array<Fault.Fault> =>
    complaints! > served! ? [{ _tag: "MoreThan", file, row, column: "complaints", found: String(complaints), other: String(served), otherColumn: "served" }] : [])
  if (found.length === 0) faults.push({ _tag: "NoRows", file: path })
  if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length }))
  const rows = found.map(({ cells }) => ({ id: cells.service!, complaints: cells.complaints!, served: cells.served! }))
  const surveys = new Map(groups.flatMap(({ group, grouping, survey }) =>
    grouping === "service" && survey !== undefined && !Undefined.isUndefined(survey.standardError)
      ? [[group, { index: survey.official.index, standardError: survey.standardError }] as const]
      : []))
  const both = rows.flatMap((row) => surveys.has(row.id) ? [{ ...row, ...surveys.get(row.id)! }] : [])
  const [complaints, served] = rows.reduce(([part, whole], row) => [part + row.complaints, whole + row.served], [0, 0])
  return {
    contrasts: ComplaintContrast.compare(both),
    funnel: Funnel.place(rows.map((row) => ({ id: row.id, part: row.complaints, whole: row.served })), complaints / served),
    withoutSurvey: rows.filter(({ id }) => !surveys.has(id)).map(({ id }) => id),
    corrections: table.corrections
  }
})

/** The contrast as a table. */
export const sheet = (contrasts: ReadonlyArray<ComplaintContrast.Contrast>): Sheet.Sheet => {
  const column = (header: string, of: (each: ComplaintContrast.Contrast) => string) => Sheet.text(header, contrasts.map(of))
  return {
    name: "complaints",
    size: contrasts.length,
    columns: [
      column("service", ({ id }) => id),
      column("survey", ({ survey }) => survey),
      column("complaints", (each) => each.complaints),
      column("reading", ({ reading }) => reading),
      column("complaintShare", ({ complaintShare }) => complaintShare.toFixed(6)),
      column("lower", ({ interval }) => interval.lower.toFixed(6)),
      column("upper", ({ interval }) => interval.upper.toFixed(6))
    ]
  }
}
