/**
 * Reads the recap of the official record, checks every row against the table of predicates, and explains what it found. The record
 * stays what it is.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Recap } from "@timbang/core/performance"
import { Appraisals, Outputs, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import { type Layout, Layouts, RecapFile, Rows, Sheet } from "@timbang/source-files"
import { Effect } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as LawInForce from "../LawInForce.ts"
import * as AppraisalRun from "./AppraisalRun.ts"
import * as Records from "./Records.ts"

// --- operations ---

/** Checks everybody's row; `on` is the last day of the period. */
export const run: (asked: {
  readonly recap: string
  readonly on: string
  readonly lang: Sentences.Language
  /** The layout of the export; that of e-Kinerja as it comes with Timbang where none is given. */
  readonly layout?: Layout.Layout
}) => Effect.Effect<AppraisalRun.Made, CommandFailed | Fault.InputRefused> = Effect.fn("RecapRun.run")(function*({ lang, layout = Layouts.of("ekinerja-recap"), on, recap }) {
  const { value: matrix } = yield* LawInForce.at(AppraisalLaw.matrix, on, lang)
  const columns = RecapFile.columnsOf(AppraisalRun.levelWords, AppraisalRun.predicateWords)
  const table = yield* Records.read(recap, columns, () => [], { layout })
  const rows = Array.from(Rows.of(table, columns), ({ cells }) => ({ ...cells, person: cells.person!, unit: cells.unit! }))
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
  const made: AppraisalRun.Made = {
    table,
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
    explanations: found.rows.map((row) => [Appraisals.recap(row, lang), Appraisals.standingOf(found.standing, lang)]),
    appraised: {
      law: AppraisalRun.laws["permenpanrb-6-2022"].title,
      predicates: AppraisalLaw.employeePredicates.map((predicate) => ({ predicate, people: predicates.filter((one) => one === predicate).length })),
      open: rows.length - predicates.length,
      departures: 0,
      recap: { equal, different, notCheckable }
    },
    lines: [
      Outputs.phrases(lang).recap(equal, different, notCheckable),
      ...AppraisalRun.spreadOf(rows.map(({ official, organisation, unit }) => ({ unit, organisation, predicate: official })), on, lang)
    ]
  }
  return made
})
