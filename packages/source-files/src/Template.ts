/**
 * Empty files to fill in, made from the description of their columns: headers, one made-up row, units and what is needed.
 *
 * @since 0.1.0
 */
import type { Column, Columns } from "./Column.ts"
import * as CsvWriter from "./CsvWriter.ts"
import * as Sheet from "./Sheet.ts"
import * as XlsxWriter from "./XlsxWriter.ts"

// --- models ---

/**
 * Words of a template that depend on its language.
 *
 * @category models
 * @since 0.1.0
 */
export interface Words {
  /** Name of the sheet that explains the columns. */
  readonly guide: string
  readonly column: string
  readonly need: string
  readonly unit: string
  readonly accepted: string
  /** How much each column is needed. */
  readonly needs: Readonly<Record<Column["need"], string>>
}

/**
 * Indonesian {@link Words}.
 *
 * @category constants
 * @since 0.1.0
 */
export const indonesian: Words = {
  guide: "Petunjuk",
  column: "Kolom",
  need: "Keperluan",
  unit: "Satuan dan rentang",
  accepted: "Judul lain yang dikenal",
  needs: { cell: "wajib diisi", column: "kolom wajib ada, sel boleh kosong", none: "boleh tidak ada" }
}

/**
 * English {@link Words}.
 *
 * @category constants
 * @since 0.1.0
 */
export const english: Words = {
  guide: "Guide",
  column: "Column",
  need: "Needed",
  unit: "Unit and range",
  accepted: "Other headers that are read",
  needs: { cell: "every cell", column: "the column; cells may be empty", none: "may be left out" }
}

// --- operations ---

/**
 * A CSV file of the header and one made-up row, or as many as its columns have made-up cells.
 *
 * **Example** (Two columns)
 *
 * ```ts
 * import { Column, Template } from "@timbang/source-files"
 * Template.csv({ participant: Column.identifier(), twk: Column.integer({ maximum: 150, step: 5, sample: "65" }) }) // => "participant,twk\nCONTOH-0001,65\n"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const csv = (columns: Columns): string => CsvWriter.text(sample("template", columns, indonesian))

/**
 * An XLSX workbook: for each table a sheet with the header and one made-up row, its units beside each cell, the values
 * of codes to choose from; then one sheet that explains every column.
 *
 * **Example** (Its sample row is read back)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Column, Table, Template } from "@timbang/source-files"
 * const columns = { participant: Column.identifier(), twk: Column.integer({ maximum: 150, step: 5, sample: "65" }) }
 * const bytes = await Template.xlsx({ Peserta: columns })
 * const table = await Effect.runPromise(Table.read({ file: "P.xlsx", bytes }, columns))
 * table.columns.twk // => Int32Array.of(65)
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const xlsx = (tables: Readonly<Record<string, Columns>>, words: Words = indonesian): Promise<Uint8Array> => {
  const all = Object.values(tables).flatMap((columns) => Object.entries(columns))
  const text = (header: string, cell: (name: string, column: Column) => string) =>
    Sheet.text(header, all.map(([name, column]) => cell(name, column)))
  const guide: Sheet.Sheet = {
    name: words.guide,
    size: all.length,
    columns: [
      text(words.column, (name) => name),
      text(words.need, (_, { need }) => words.needs[need]),
      text(words.unit, (_, { unit }) => unit),
      text(words.accepted, (_, { aliases }) => aliases.join(", "))
    ]
  }
  return XlsxWriter.bytes([...Object.entries(tables).map(([name, columns]) => sample(name, columns, words)), guide])
}

const sample = (name: string, columns: Columns, words: Words): Sheet.Sheet => {
  const size = 1 + Math.max(0, ...Object.values(columns).map(({ further }) => further.length))
  return { name, size, columns: written(columns, size, words) }
}

const written = (columns: Columns, size: number, words: Words): Sheet.Sheet["columns"] =>
  Object.entries(columns).map(([header, column]) => ({
    ...cells(header, column, size),
    hint: [column.unit, words.needs[column.need]].filter((part) => part !== "").join("; "),
    choices: column.kind === "code" ? column.values : undefined
  }))

const cells = (header: string, { further, kind, sample }: Column, size: number): Sheet.Written => {
  const given = [sample, ...further]
  const made = Array.from({ length: size }, (_, row) => given[Math.min(row, given.length - 1)]!)
  const isNumber = ["integer", "decimal", "figure"].includes(kind) && made.every((cell) => /^-?\d+(\.\d+)?$/.test(cell))
  if (!isNumber) return Sheet.text(header, made)
  const decimals = Math.max(...made.map((cell) => cell.split(".")[1]?.length ?? 0))
  return Sheet.decimal(header, made.map((cell) => Math.round(Number(cell) * 10 ** decimals)), decimals, NaN)
}
