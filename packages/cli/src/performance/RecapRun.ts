/**
 * Reads the recap of the official record, checks every row against the table of predicates, and explains what it found. The record
 * stays what it is.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Appraisal, Recap } from "@timbang/core/performance"
import { Appraisals, Outputs, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import { type Layout, Layouts, RecapFile, Rows, Sheet } from "@timbang/source-files"
import { Effect, Result } from "effect"
import * as AppraisalWords from "../AppraisalWords.ts"
import type { CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as AppraisalRun from "./AppraisalRun.ts"
import * as Beside from "./Beside.ts"
import * as Organisations from "./Organisations.ts"
import * as Records from "./Records.ts"

// --- operations ---

/** Checks everybody's row by the table of the last day of the period. */
export const run: (asked: {
  readonly recap: string
  readonly period: Appraisal.Period
  /** Day of the report. */
  readonly on: string
  readonly beside: Beside.Files
  readonly lang: Sentences.Language
  /** The layout of the export; that of e-Kinerja as it comes with Timbang where none is given. */
  readonly layout?: Layout.Layout
}) => Effect.Effect<AppraisalRun.Made, CommandFailed | Fault.InputRefused> = Effect.fn("RecapRun.run")(function*({ beside, lang, layout = Layouts.of("ekinerja-recap"), on, period, recap }) {
  const { value: matrix } = yield* LawInForce.at(AppraisalLaw.matrix, period.to, lang)
  const columns = RecapFile.columnsOf(AppraisalWords.levels, AppraisalWords.predicates, AppraisalLaw.organisationSpellings)
  const read = yield* Effect.result(Records.read("recap", recap, columns, (found) => Organisations.differing(Rows.of(found, columns)), { layout }))
  const everybody = Result.isFailure(read) ? undefined : Array.from(Rows.of(read.success, columns), ({ cells }) => ({ ...cells, person: cells.person!, unit: cells.unit! }))
  const { around, main: table } = yield* Beside.read({ ...beside, ratings: recap, period, lawDay: period.to, on, lang }, read, everybody)
  const rows = everybody ?? []
  const found = Recap.check(matrix, rows.map(({ conduct, official, person, workResult }) => ({
    person,
    ...(workResult === undefined ? {} : { workResult }),
    ...(conduct === undefined ? {} : { conduct }),
    ...(official === undefined ? {} : { official })
  })))
  const { different, equal, notCheckable } = found
  const predicates = rows.flatMap(({ official }) => official === undefined ? [] : [official])
  const column = (header: string, of: (at: number) => string | undefined) => Sheet.text(header, rows.map((_, at) => of(at) ?? ""))
  const byTable = (at: number) => {
    const row = found.rows[at]!
    return row._tag === "NotCheckable" ? undefined : row.decided.predicate
  }
  const organisations = around.organisations(rows.map(({ official, organisation, unit }) => ({ unit, organisation, predicate: official })))
  const made: AppraisalRun.Made = {
    table,
    ...around.parts,
    notes: around.notes,
    differentOrganisations: organisations.different,
    sheet: {
      name: "recap",
      size: rows.length,
      columns: [
        column("person", (at) => rows[at]!.person),
        column("unit", (at) => rows[at]!.unit),
        column("workResult", (at) => rows[at]!.workResult),
        column("conduct", (at) => rows[at]!.conduct),
        column("official", (at) => rows[at]!.official),
        column("byTable", byTable),
        column("check", (at) => found.rows[at]!._tag),
        column("standing", () => found.standing._tag)
      ]
    },
    explanations: found.rows.map((row) => [
      Appraisals.recap(row, lang),
      ...around.voices.of(rows.find(({ person }) => person === row.person)!).map((each) => Appraisals.evidence(each, lang)),
      ...around.sentencesOf(row.person),
      Appraisals.standingOf(found.standing, lang)
    ]),
    appraised: {
      law: AppraisalRun.laws["permenpanrb-6-2022"].title,
      predicates: AppraisalLaw.employeePredicates.map((predicate) => ({ predicate, people: predicates.filter((one) => one === predicate).length })),
      open: rows.length - predicates.length,
      departures: 0,
      recap: { equal, different, notCheckable },
      ...around.facts,
      organisations: organisations.organisations
    },
    lines: [
      Outputs.phrases(lang).recap(equal, different, notCheckable),
      ...organisations.lines,
      ...around.lines
    ]
  }
  return made
})
