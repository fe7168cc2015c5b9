/**
 * Rows that a command shows as a table or CSV and writes as a file.
 *
 * @since 0.1.0
 */
import { CsvWriter, Sheet, XlsxWriter } from "@timbang/source-files"
import * as Screen from "./Screen.ts"

// --- models ---

/** Cells under headers; the headers are the columns of the file in every language. */
export interface Grid {
  readonly name: string
  readonly headers: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>
  /** Headers of columns whose texts are decimals or empty: numbers in a workbook. */
  readonly figures?: ReadonlyArray<string>
}

// --- operations ---

/** The grid as a sheet: a column of numbers only, or of figures with the same decimals, is written as numbers. */
export const sheet = ({ figures: decimals, headers, name, rows }: Grid): Sheet.Sheet => ({
  name,
  size: rows.length,
  columns: headers.map((header, c) => {
    const cells = rows.map((row) => row[c]!)
    const places = new Set(cells.filter((cell) => cell !== "").map((cell) => String(cell).split(".")[1]?.length ?? 0))
    if (decimals?.includes(header) === true && places.size === 1) return figures(header, cells, true)
    return cells.every((cell) => typeof cell === "number")
      ? Sheet.integer(header, cells, Number.NaN)
      : Sheet.text(header, cells.map(String))
  })
})

/** The grid as CSV in pieces. */
export const csv = (grid: Grid): Iterable<Uint8Array> => CsvWriter.chunks(sheet(grid))

/** The grids as a workbook, one sheet each: identifiers as text, figures as numbers. */
export const workbook = (grids: ReadonlyArray<Grid>): AsyncIterable<Uint8Array> =>
  XlsxWriter.chunks(grids.map((grid) => ({
    name: grid.name,
    size: grid.rows.length,
    columns: grid.headers.map((header, c) => figures(header, grid.rows.map((row) => row[c]!), grid.figures?.includes(header) ?? false))
  })))

/** Figures with as many decimals as the longest; texts where a cell is none, such as a fraction. */
const figures = (header: string, cells: ReadonlyArray<string | number>, areDecimals: boolean): Sheet.Written => {
  const isFigure = (cell: string | number) => typeof cell === "number" || cell === "" || (areDecimals && /^-?\d+(\.\d+)?$/.test(cell))
  if (!cells.every(isFigure) || cells.every((cell) => cell === "")) return Sheet.text(header, cells.map(String))
  const decimals = Math.max(...cells.map((cell) => String(cell).split(".")[1]?.length ?? 0))
  const units = cells.map((cell) => (cell === "" ? absent : Math.round(Number(cell) * 10 ** decimals)))
  return Sheet.decimal(header, units, decimals, absent)
}

/** Stands for an empty cell. */
const absent = Number.MIN_SAFE_INTEGER

/** The grid for a person, or for another program. */
export const show = (grid: Grid, format: "table" | "csv"): string =>
  format === "csv" ? CsvWriter.text(sheet(grid)).trimEnd() : Screen.table(grid.headers, grid.rows)

/** The rows as objects by header. */
export const objects = ({ headers, rows }: Grid): ReadonlyArray<Readonly<Record<string, string | number>>> =>
  rows.map((row) => Object.fromEntries(headers.map((header, c) => [header, row[c]!])))
