/**
 * The two folders of tables that an evaluation is made from, each table as CSV, XLSX or NDJSON.
 *
 * @since 0.1.0
 */
import { readdirSync } from "node:fs"
import { join, parse } from "node:path"
import { type Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Fraction } from "@timbang/core/number"
import { Outputs, type Sentences } from "@timbang/language"
import { Column, EvaluationTables, Rows, Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Refusal from "../selection/Refusal.ts"

// --- models ---

/** The rows of one table; none where the folder does not have it. */
export interface Found<C extends Column.Columns> {
  /** Its file; without a file, the one that would be read first. */
  readonly path: string
  readonly rows: ReadonlyArray<Rows.Row<C>>
}

/** The tables of a folder by name. */
export type Tables<T extends Named> = { readonly [Name in keyof T]: Found<T[Name]> }

/** Everything read. */
export interface Round {
  readonly before: Tables<typeof EvaluationTables.before>
  readonly after: Tables<typeof EvaluationTables.after>
  readonly corrections: ReadonlyArray<Correction.Correction>
  /** Files beside the tables whose name is that of no table. */
  readonly unread: ReadonlyArray<string>
}

type Named = Readonly<Record<string, Column.Columns>>

/** What a table cannot say beside the shape of its cells. */
interface Sense<Name extends string = string> {
  /** Columns that together stand once; none: the table has one row. */
  readonly key?: ReadonlyArray<Name>
  /** A column that has one value in all rows with the same `of`. */
  readonly same?: { readonly of: ReadonlyArray<Name>; readonly column: Name }
  /** A count, and the count that it is a part of. */
  readonly atMost?: Pairs<Name>
  /** A day, and the day that it cannot be before. */
  readonly notBefore?: Pairs<Name>
}

type Pairs<Name extends string = string> = ReadonlyArray<readonly [Name, Name]>

type Senses<T extends Named> = { readonly [Name in keyof T]?: Sense<keyof T[Name] & string> }

type Row = Rows.Row<Column.Columns>

// --- what the tables cannot say ---

const cell = { key: ["unit", "jobFamily"] } as const

const services = { key: ["unit", "indicator", "jobFamily"], same: { of: ["indicator"], column: "better" } } as const

const beforeSenses: Senses<typeof EvaluationTables.before> = {
  staffing: cell,
  need: cell,
  services,
  "services-earlier": services,
  cells: { key: ["formation"] },
  drivers: { key: ["unit", "jobFamily", "indicator"] }
}

const afterSenses: Senses<typeof EvaluationTables.after> = {
  staffing: cell,
  need: cell,
  services,
  recruits: { key: ["participant"] },
  groups: { key: ["grouping", "group"], atMost: [["selected", "applicants"]] },
  competences: { same: { of: ["unit", "jobFamily", "competence"], column: "standard" } },
  means: { same: { of: ["unit", "jobFamily"], column: "standard" } },
  courses: { key: ["competence", "course"] },
  stages: { key: ["stage"], notBefore: [["until", "from"], ["plannedUntil", "from"]] },
  spending: { key: ["when"], atMost: [["personnel", "total"]] },
  receipts: { key: [], atMost: [["verified", "issued"]] },
  objections: { notBefore: [["due", "filed"], ["answered", "filed"]] },
  trust: { key: ["question"], atMost: [["agree", "answered"], ["answered", "asked"]] },
  known: { key: [] }
}

const needed: ReadonlyArray<string> = ["staffing", "need"]

// --- operations ---

/** Reads both folders, or tells everything that is wrong with either. */
export const read = Effect.fn("EvaluationFolder.read")(function*(folders: { readonly before: string; readonly after: string }, lang: Sentences.Language) {
  const before = yield* folderOf("before", folders.before, EvaluationTables.before, beforeSenses, lang)
  const after = yield* folderOf("after", folders.after, EvaluationTables.after, afterSenses, lang)
  const lines = [...before.lines, ...after.lines]
  if (lines.length > 0) return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines }))
  const made: Round = {
    before: before.tables,
    after: after.tables,
    corrections: [...before.corrections, ...after.corrections],
    unread: [...before.unread, ...after.unread]
  }
  return made
})

/** A decimal of a cell as a number. */
export const number = ({ decimals }: Column.Decimal, units: number): number => units / 10 ** decimals

/** A decimal of a cell, exact. */
export const fraction = ({ decimals }: Column.Decimal, units: number): Fraction.Fraction =>
  Fraction.make(BigInt(units), 10n ** BigInt(decimals))

/** A day of a cell under the name given, where there is one. */
export const dayAs = <K extends string>(key: K, day: Day.Day | undefined): { readonly [k in K]?: Day.Day } =>
  (day === undefined ? {} : { [key]: day }) as { readonly [k in K]?: Day.Day }

/** A cell as its file writes it: a decimal is kept as a whole number of its last place. */
const written = (column: Column.Column, cell: string | number): string =>
  column.kind === "decimal" ? String(number(column, Number(cell))) : String(cell)

const folderOf = Effect.fn("EvaluationFolder.folderOf")(function*<T extends Named>(
  role: string,
  folder: string,
  tables: T,
  senses: Readonly<Record<string, Sense | undefined>>,
  lang: Sentences.Language
) {
  const say = Outputs.phrases(lang)
  const names = yield* Effect.try({ try: () => readdirSync(folder), catch: (error) => ResultFile.trouble(folder, error, lang) })
  const files = names.map((name) => parse(name)).filter(({ ext }) => endings.includes(ext)).sort((a, b) => endings.indexOf(a.ext) - endings.indexOf(b.ext))
  const read: Record<string, Found<Column.Columns>> = {}
  const lines: Array<string> = []
  const corrections: Array<Correction.Correction> = []
  for (const [name, columns] of Object.entries(tables)) {
    const own = files.filter((file) => file.name === name).map(({ base }) => join(folder, base))
    const path = own[0] ?? `${join(folder, name)}.csv`
    read[name] = { path, rows: [] }
    if (own.length > 1) lines.push(say.tableTwice(own))
    if (own.length === 0 && needed.includes(name)) lines.push(`${path}: ${say.fileMissing(`${role}/${name}`)}`)
    if (own.length !== 1) continue
    const table = yield* Effect.result(Table.read(path, columns, { carriesUnknown: false, prefersSheet: `${role} ${name}` }))
    if (Result.isFailure(table)) {
      lines.push(...Refusal.ofFiles([table.failure], lang).lines)
      continue
    }
    const rows = [...Rows.of(table.success, columns)]
    corrections.push(...table.success.corrections)
    read[name] = { path, rows }
    const faults = faultsOf(path, columns, rows, senses[name] ?? {})
    if (faults.length > 0) lines.push(...Refusal.ofFiles([refused(path, faults)], lang).lines)
  }
  return {
    tables: read as unknown as Tables<T>,
    lines,
    corrections,
    unread: files.filter(({ name }) => !Object.hasOwn(tables, name)).map(({ base }) => join(folder, base))
  }
})

const endings = [".csv", ".xlsx", ".ndjson"]

/** Faults of one file as its refusal, in the order of its rows. */
export const refused = (file: string, faults: ReadonlyArray<InRow>): Fault.InputRefused =>
  new Fault.InputRefused({ file, faults: faults.toSorted((a, b) => a.row - b.row).slice(0, Fault.mostKept), total: faults.length })

/** A fault that stands in a row. */
export type InRow = Extract<Fault.Fault, Fault.InRow>

/** What rows contradict within one table. */
const faultsOf = (file: string, columns: Column.Columns, rows: ReadonlyArray<Row>, sense: Sense): ReadonlyArray<InRow> =>
  [...twice(file, columns, rows, sense), ...differing(file, columns, rows, sense), ...rows.flatMap((row) => senseless(file, row, sense))]

const named = ({ cells }: Row, names: ReadonlyArray<string>): string =>
  names.flatMap((name) => cells[name] === undefined ? [] : [String(cells[name])]).join(" / ")

const twice = (file: string, columns: Column.Columns, rows: ReadonlyArray<Row>, { key }: Sense): ReadonlyArray<InRow> => {
  const first = new Map<string, number>()
  const column = key?.[0] ?? Object.keys(columns)[0]!
  return (key === undefined ? [] : rows).flatMap((each): ReadonlyArray<InRow> => {
    const name = named(each, key!)
    const firstRow = first.get(name)
    first.set(name, firstRow ?? each.row)
    return firstRow === undefined ? [] : [{ _tag: "Duplicate", file, row: each.row, column, found: name === "" ? String(each.cells[column] ?? "") : name, firstRow }]
  })
}

const differing = (file: string, columns: Column.Columns, rows: ReadonlyArray<Row>, { same }: Sense): ReadonlyArray<InRow> => {
  const first = new Map<string, Row>()
  return (same === undefined ? [] : rows).flatMap((each): ReadonlyArray<InRow> => {
    const { column, of } = same!
    const name = named(each, of)
    const known = first.get(name)
    if (known === undefined) first.set(name, each)
    const [found, other] = [each.cells[column], known?.cells[column]]
    return known === undefined || found === undefined || other === undefined || found === other
      ? []
      : [{ _tag: "RowsDiffer", file, row: each.row, column, found: written(columns[column]!, found), of: name, other: written(columns[column]!, other), otherRow: known.row }]
  })
}

const senseless = (file: string, { cells, row }: Row, { atMost = [], notBefore = [] }: Sense): ReadonlyArray<InRow> => {
  const of = (tag: "MoreThan" | "EarlierThan", pairs: Pairs, isWrong: (one: number | string, other: number | string) => boolean) =>
    pairs.flatMap(([column, otherColumn]): ReadonlyArray<InRow> => {
      const [one, other] = [cells[column], cells[otherColumn]] as [number | string | undefined, number | string | undefined]
      return one === undefined || other === undefined || !isWrong(one, other) ? [] : [{ _tag: tag, file, row, column, found: String(one), other: String(other), otherColumn }]
    })
  return [...of("MoreThan", atMost, (one, other) => one > other), ...of("EarlierThan", notBefore, (one, other) => one < other)]
}
