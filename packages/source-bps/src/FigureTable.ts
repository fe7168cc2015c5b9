/**
 * Tables of regions as CSV or XLSX: one column for each indicator, or one row for each figure. Left as messy as they are.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Column, Table } from "@timbang/source-files"
import { Effect } from "effect"
import * as Reading from "./Reading.ts"
import * as RegionCode from "./RegionCode.ts"

// --- models ---

/**
 * How rows name their region: by name, or by a code of a scheme.
 *
 * @category models
 * @since 0.1.0
 */
export interface RegionColumn {
  readonly column: string
  readonly by: "name" | RegionCode.Scheme
}

/**
 * A table with one row for each region and one column for each indicator.
 *
 * @category models
 * @since 0.1.0
 */
export interface Wide {
  readonly region: RegionColumn
  readonly year: number
  readonly columns: ReadonlyArray<WideColumn>
}

/**
 * One column of a wide table.
 *
 * @category models
 * @since 0.1.0
 */
export interface WideColumn {
  readonly indicator: string
  /** The header as the file writes it; blanks and case do not matter. */
  readonly column: string
  /** The unit the figures are really in. Differs from the one in the header where the header lies. */
  readonly unit?: string
  readonly range?: Reading.Range
}

/**
 * A table with one row for each figure.
 *
 * @category models
 * @since 0.1.0
 */
export interface Long {
  readonly region: RegionColumn
  readonly year: string
  readonly name: string
  readonly figure: string
  readonly source?: string
  readonly note?: string
  /** Names in the column `name` that are read, and as which indicator; other rows are left out. */
  readonly indicators: ReadonlyArray<{
    readonly indicator: string
    readonly name: string
    readonly range?: Reading.Range
  }>
}

// --- operations ---

/**
 * Reads a wide table.
 *
 * **Details**
 *
 * Fails when the file cannot be read, a column is not there, or codes with points stand where those of BPS or BKN are said to be. A cell that cannot be used is no failure: it is a note, and
 * whoever needs the figure will find that it is missing. Rows of regions not asked for are counted.
 *
 * **Example** (A header that lies)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { FigureTable } from "@timbang/source-bps"
 * const bytes = new TextEncoder().encode("Kab/Kota;P0;PDRB (Rupiah)\nTebo;6,68;10597493\n;;\n")
 * const columns = [{ indicator: "poverty", column: "P0" }, { indicator: "grdp", column: "PDRB (Rupiah)", unit: "juta rupiah" }]
 * const read = FigureTable.wide({ file: "2021.csv", bytes }, { region: { column: "Kab/Kota", by: "name" }, year: 2021, columns })
 * const { corrections, figures, notes } = await Effect.runPromise(read)
 * figures.map(({ figure, indicator, region }) => [region, indicator, figure]) // => [["1508", "poverty", "6.68"], ["1508", "grdp", "10597493"]]
 * [...corrections, ...notes].map(({ _tag }) => _tag) // => ["Separator", "BlankRows", "UnitContradicted"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const wide = (
  input: Table.Input,
  { columns, region, year }: Wide,
  among: ReadonlyArray<RegionCode.Region> = RegionCode.jambi
): Effect.Effect<Reading.Reading, Fault.InputRefused> =>
  Effect.map(read(input, region, columns.map(({ column }) => column)), (table) => {
    const gathering = Reading.gather(table.file)
    for (const { column, indicator, unit } of columns) {
      const printed = /\(([^()]*)\)\s*$/.exec(column)?.[1]
      if (unit !== undefined && printed !== undefined && Column.plain(printed) !== Column.plain(unit)) {
        gathering.note({ _tag: "UnitContradicted", file: table.file, column, indicator, printed, declared: unit })
      }
    }
    eachRegion(table, region, among, gathering, (at, code, name) => {
      for (const { column, indicator, range } of columns) {
        const text = table.columns[column]![at]!
        gathering.cell({ region: code, name, column, indicator, year, text, row: table.rows[at]!, ...(range === undefined ? {} : { range }) })
      }
    })
    return gathering.finish(table.corrections)
  })

/**
 * Reads a long table, under the same rules as {@link wide}.
 *
 * **Example** (One figure of two)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { FigureTable } from "@timbang/source-bps"
 * const bytes = new TextEncoder().encode("kode,tahun,indikator,nilai\n1508,2021,stunting,26.2\n1508,2021,luas,6461\n")
 * const long = { region: { column: "kode", by: "bps" }, year: "tahun", name: "indikator", figure: "nilai", indicators: [{ indicator: "stunting", name: "stunting" }] } as const
 * const { figures } = await Effect.runPromise(FigureTable.long({ file: "long.csv", bytes }, long))
 * figures // => [{ region: "1508", indicator: "stunting", year: 2021, figure: "26.2", marks: [] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const long = (
  input: Table.Input,
  { figure, indicators, name, note, region, source, year }: Long,
  among: ReadonlyArray<RegionCode.Region> = RegionCode.jambi
): Effect.Effect<Reading.Reading, Fault.InputRefused> => {
  const named = [year, name, figure, source, note].filter((one) => one !== undefined)
  return Effect.map(read(input, region, named), (table) => {
    const gathering = Reading.gather(table.file)
    const wanted = new Map(indicators.map((one) => [Column.plain(one.name), one]))
    eachRegion(table, region, among, gathering, (at, code, regionName) => {
      const one = wanted.get(Column.plain(table.columns[name]![at]!))
      if (one === undefined) return
      const [page, remark] = [source, note].map((column) => (column === undefined ? "" : table.columns[column]![at]!))
      gathering.cell({
        region: code,
        name: regionName,
        column: one.name,
        indicator: one.indicator,
        year: Number(table.columns[year]![at]),
        text: table.columns[figure]![at]!,
        row: table.rows[at]!,
        ...(one.range === undefined ? {} : { range: one.range }),
        ...(page ? { source: page } : {}),
        ...(remark ? { note: remark } : {})
      })
    })
    return gathering.finish(table.corrections)
  })
}

type Texts = Table.Table<Readonly<Record<string, ReturnType<typeof Column.text>>>>

/** Every cell as text: what a number is, `Cell` decides. Columns nobody asked for are no correction here. */
const read = (input: Table.Input, { by, column }: RegionColumn, others: ReadonlyArray<string>): Effect.Effect<Texts, Fault.InputRefused> => {
  const columns = Object.fromEntries([column, ...others].map((header) => [header, Column.text({ need: "column" })]))
  return Effect.map(Table.read(input, columns, { headerWithin: 20, carriesUnknown: false }, (table) => ofOtherScheme(table, by, column)), (table) => ({
    ...table,
    corrections: table.corrections.filter(({ _tag }) => _tag !== "UnknownColumn" && _tag !== "PersonalColumn")
  }))
}

/** The first code with points where they are of a scheme without: 15.06 and 1506 are different regions. */
const ofOtherScheme = ({ columns, file, rows }: Texts, by: RegionColumn["by"], column: string): ReadonlyArray<Fault.Fault> => {
  const at = by === "bps" || by === "bkn" ? columns[column]!.findIndex((code) => /^\d{2}\.\d{2}(\.|$)/.test(code)) : -1
  return at === -1 ? [] : [{ _tag: "CodeOfOtherScheme", file, row: rows[at]!, column, found: columns[column]![at]!, scheme: by }]
}

const eachRegion = (
  { columns, file, size }: Texts,
  { by, column }: RegionColumn,
  among: ReadonlyArray<RegionCode.Region>,
  gathering: Reading.Gathering,
  take: (at: number, code: string, name: string) => void
): void => {
  let elsewhere = 0
  const spelled = new Set<string>()
  for (let at = 0; at < size; at++) {
    const name = columns[column]![at]!
    const region = by === "name" ? RegionCode.named(name, among) : RegionCode.find(name, by, among)
    if (region === undefined) {
      elsewhere++
      continue
    }
    if (by === "name" && name !== region.name && !spelled.has(name)) {
      spelled.add(name)
      gathering.note({ _tag: "SpelledOtherwise", file, found: name, region: region.name })
    }
    take(at, region.bps, name)
  }
  if (elsewhere > 0) gathering.note({ _tag: "RegionsElsewhere", file, rows: elsewhere })
}
