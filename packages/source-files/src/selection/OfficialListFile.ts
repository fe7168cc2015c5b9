/**
 * An official list of a round, as a CSV or XLSX file: its rows, and the cells that it describes.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction } from "@timbang/core/input"
import { Fault } from "@timbang/core/input"
import { Cohort, type OfficialList, type RuleSet } from "@timbang/core/selection"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as CellDescription from "../internal/CellDescription.ts"
import { spellingsOf } from "../internal/Header.ts"
import * as Layout from "../Layout.ts"
import * as Layouts from "../Layouts.ts"
import * as NikColumn from "../internal/NikColumn.ts"
import * as Table from "../Table.ts"
import * as ParticipantsFile from "./ParticipantsFile.ts"

// --- models ---

/**
 * The rows of an official list with their cells.
 *
 * @category models
 * @since 0.1.0
 */
export interface OfficialListRead {
  readonly rows: ReadonlyArray<OfficialList.OfficialRow>
  /** Row of the file for each row, as a spreadsheet counts. */
  readonly places: Int32Array
  /** Cells as the list describes them, for those that no list of formations gave. */
  readonly described: ReadonlyArray<OfficialList.DescribedCell>
  /** Descriptions of cells that are not told anywhere in the list. */
  readonly notDescribed: ReadonlyArray<CellDescription.Part>
  /** Seats that the list prints, by cell. */
  readonly printedSeats: ReadonlyArray<OfficialList.PrintedSeats>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of an official list under a rule set: components, steps, rank and code under the titles that lists print, and the
 * four descriptions of a cell and its seats.
 *
 * **Example** (The value of 40 percent is read under its printed title)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * import { OfficialListFile } from "@timbang/source-files"
 * OfficialListFile.columnsOf(RuleSets.cpns2024)["skd40"]?.aliases.includes("Skor SKD") // => true
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (ruleSet: RuleSet.RuleSet): Column.Columns => Layout.columnsBy(Layouts.of("official-list"), bare(ruleSet))

/** The columns without the headers that lists print. */
const bare = (ruleSet: RuleSet.RuleSet): Column.Columns => {
  const components = new Set(ruleSet.components.map(({ id }) => id))
  const participants = ParticipantsFile.columnsOf(ruleSet)
  const scales = scalesOf(ruleSet)
  return {
    participant: participants["participant"]!,
    formation: Column.text(),
    position: Column.text(),
    location: Column.text(),
    category: Column.text(),
    education: Column.text(),
    seats: Column.text(),
    rank: Column.integer({ minimum: 1 }),
    ...Object.fromEntries(ruleSet.components.map(({ id }) => [id, participants[id]!])),
    ...Object.fromEntries(ruleSet.steps.filter(({ id }) => !components.has(id)).map((step) => [
      step.id,
      Column.decimal({ aliases: [step.title], decimals: 3, maximum: scales.get(step.id)!.maximum })
    ])),
    ...(scales.has("final") ? {} : { final: Column.decimal({ decimals: 3, maximum: scales.get(ruleSet.ranking.final)!.maximum }) }),
    code: Column.text({ aliases: ["Status"] }),
    decidedBy: Column.text({ aliases: ["Ditentukan Oleh", "Penentu", "Penentu Peringkat", "Pembeda"] }),
    gpa: participants["gpa"]!,
    birthDate: participants["birthDate"]!,
    priorityClass: participants["priorityClass"]!
  }
}

/**
 * Decimals and largest value, in points, of every component and step.
 *
 * **Example** (Three decimals of 40)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * import { OfficialListFile } from "@timbang/source-files"
 * OfficialListFile.scalesOf(RuleSets.cpns2024).get("skd40") // => { decimals: 3, maximum: 40 }
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const scalesOf = (ruleSet: RuleSet.RuleSet): ReadonlyMap<string, { readonly decimals: number; readonly maximum: number }> => {
  const unlimited = 1_000_000
  const number = (sourced: { readonly _tag: "Known"; readonly value: number } | { readonly _tag: "Unknown" }) =>
    sourced._tag === "Known" ? sourced.value : unlimited
  const known = new Map(ruleSet.components.map(({ decimals, id, maximum }) => [id, { decimals, maximum: number(maximum) }]))
  const none = { decimals: 0, maximum: unlimited }
  for (const step of ruleSet.steps) {
    const from = (step._tag === "Sum" ? step.of : [step.of]).map((id) => known.get(id) ?? none)
    const decimals = "decimals" in step ? step.decimals : Math.max(...from.map((scale) => scale.decimals))
    const maximum = step._tag === "Sum"
      ? from.reduce((sum, scale) => sum + scale.maximum, 0)
      : step._tag === "Rescale" ? step.to : step._tag === "Addition" ? number(step.cap) : from[0]!.maximum * number(step.percent) / 100
    known.set(step.id, { decimals, maximum: Math.min(Math.ceil(maximum), unlimited) })
  }
  return known
}

/**
 * Decimals and largest value of what a list prints under a name: `final` is the score of the order, whatever its own name.
 *
 * **Example** (The total of a PPPK round)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * import { OfficialListFile } from "@timbang/source-files"
 * OfficialListFile.scaleOf(RuleSets.pppk2024, "final") // => { decimals: 0, maximum: 670 }
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const scaleOf = (ruleSet: RuleSet.RuleSet, name: string): { readonly decimals: number; readonly maximum: number } => {
  const scales = scalesOf(ruleSet)
  return (scales.get(name) ?? scales.get(ruleSet.ranking.final))!
}

/**
 * Reads an official list, or fails with every fault of it.
 *
 * **Details**
 *
 * The formation of a row is its identifier, or what the list tells of position, location, kind of need and education: in
 * columns, in cells that span rows, or in titles above the rows (`Jabatan Formasi : ...`), under a header of one or two rows;
 * so are its seats (`Jumlah Formasi : 2`), where the list prints them.
 * Each row is laid on the given formation with the same descriptions, without regard to case, blanks and a code in front
 * (`3221 - PENYULUH HUKUM`). Without formations the descriptions themselves make the cell. The headers are those of `layout`, of
 * `official-list` where none is given.
 *
 * **Example** (A title above its rows)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { RuleSets } from "@timbang/regulations"
 * import { OfficialListFile } from "@timbang/source-files"
 * const text = "Jabatan Formasi : Penyuluh\nJenis Formasi : 2 - LULUSAN TERBAIK\nNo,No Peserta,TWK,TIU,TKP,Keterangan\n1,24-1,65,85,166,P/L\n"
 * const read = await Effect.runPromise(OfficialListFile.read({ file: "L.csv", bytes: new TextEncoder().encode(text) }, RuleSets.cpns2024))
 * read.described // => [{ formation: "Penyuluh | cumlaude", position: "Penyuluh", location: "", category: "cumlaude", education: "" }]
 * read.notDescribed // => ["location", "education"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("OfficialListFile.read")(function*(
  input: Table.Input,
  ruleSet: RuleSet.RuleSet,
  given: { readonly formations: ReadonlyArray<Formation.Formation>; readonly formationsFile?: string | undefined } & Pick<Table.Options, "layout" | "onProgress"> =
    { formations: [] }
) {
  const listedIn = given.formationsFile ?? "F.csv"
  let cells: CellDescription.Cells | undefined
  const layout = given.layout ?? Layouts.of("official-list")
  const options = { layout, ...(given.onProgress === undefined ? {} : { onProgress: given.onProgress }) }
  const table = yield* Table.read(input, bare(ruleSet), options, (table) => {
    cells = CellDescription.lay(table, ruleSet, given.formations, listedIn)
    const nothing: ReadonlyArray<Fault.Fault> = table.size === 0 ? [{ _tag: "NoRows", file: table.file }] : []
    return [...nothing, ...NikColumn.faults(table), ...cells.faults]
  })
  const made: OfficialListRead = {
    rows: rowsOf(table, ruleSet, cells!.formation),
    places: table.rows,
    described: cells!.described,
    notDescribed: cells!.notDescribed,
    printedSeats: cells!.seats,
    corrections: table.corrections,
    origin: table.origin
  }
  return made
})

const rowsOf = (
  table: Table.Table<Column.Columns>,
  ruleSet: RuleSet.RuleSet,
  formation: ReadonlyArray<string>
): ReadonlyArray<OfficialList.OfficialRow> => {
  const cells = table.columns as unknown as Readonly<Record<string, ArrayLike<number>>> & {
    readonly participant: ReadonlyArray<string>
    readonly code: ReadonlyArray<string>
    readonly decidedBy: ReadonlyArray<string>
  }
  const spellings = spellingsOf(columnsOf(ruleSet))
  const ids = [...ruleSet.components, ...ruleSet.steps].map(({ id }) => id).filter((id) => table.present.has(id))
  const scales = scalesOf(ruleSet)
  const classes = ruleSet.ranking.classes?.order ?? []
  // Steps are read with three decimals; a total of whole points is kept in points.
  const ofStep = (units: number, id: string) => units / 10 ** (3 - scales.get(id)!.decimals)
  return Array.from({ length: table.size }, (_, i): OfficialList.OfficialRow => {
    const values = Object.fromEntries(ids.flatMap((id) => {
      const units = cells[id]![i]!
      if (units < 0) return []
      return [[id, ruleSet.components.some((component) => component.id === id) ? units : ofStep(units, id)]]
    }))
    const final = scales.has("final") ? -1 : cells["final"]![i]!
    const [rank, average, born] = [cells["rank"]![i]!, cells["gpa"]![i]!, cells["birthDate"]![i]!]
    const priorityClass = classes[cells["priorityClass"]![i]!]?.id
    return {
      participant: cells.participant[i]!,
      formation: formation[i]!,
      values,
      ...(final < 0 ? {} : { final: ofStep(final, ruleSet.ranking.final) }),
      ...(average < 0 ? {} : { gradeAverage: average }),
      ...(born === Cohort.absentDay ? {} : { birthDay: born }),
      ...(priorityClass === undefined ? {} : { priorityClass }),
      ...(rank < 1 ? {} : { rank }),
      ...(cells.code[i] === "" ? {} : { code: cells.code[i]! }),
      ...(cells.decidedBy[i] === "" ? {} : { decidedBy: rungOf(cells.decidedBy[i]!, spellings) })
    }
  })
}

/** A rung as result files name it, also where a list names it by the title of its column (`IPK`, `unresolved:Tanggal Lahir`). */
const rungOf = (printed: string, spellings: ReadonlyMap<string, string>): string => {
  const [, open, name] = /^(unresolved:\s*)?(.*)$/is.exec(printed)!
  return `${open === undefined ? "" : "unresolved:"}${spellings.get(Column.plain(name!)) ?? name!}`
}
