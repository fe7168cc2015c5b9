/**
 * Rows that a command shows as a table or CSV and writes as a file.
 *
 * @since 0.1.0
 */
import { CsvWriter, Sheet } from "@timbang/source-files"
import * as Screen from "./Screen.ts"

// --- models ---

/** Cells under headers; the headers are the columns of the file in every language. */
export interface Grid {
  readonly name: string
  readonly headers: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>
}

// --- operations ---

/** The grid as a sheet: a column of numbers only is written as numbers. */
export const sheet = ({ headers, name, rows }: Grid): Sheet.Sheet => ({
  name,
  size: rows.length,
  columns: headers.map((header, c) => {
    const cells = rows.map((row) => row[c]!)
    return cells.every((cell) => typeof cell === "number")
      ? Sheet.integer(header, cells, Number.NaN)
      : Sheet.text(header, cells.map(String))
  })
})

/** The grid as CSV in pieces. */
export const csv = (grid: Grid): Iterable<Uint8Array> => CsvWriter.chunks(sheet(grid))

/** The grid for a person, or for another program. */
export const show = (grid: Grid, format: "table" | "csv"): string =>
  format === "csv" ? CsvWriter.text(sheet(grid)).trimEnd() : Screen.table(grid.headers, grid.rows)

/** The rows as objects by header. */
export const objects = ({ headers, rows }: Grid): ReadonlyArray<Readonly<Record<string, string | number>>> =>
  rows.map((row) => Object.fromEntries(headers.map((header, c) => [header, row[c]!])))
