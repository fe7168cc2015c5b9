/**
 * Looks at a file without reading it into columns: its header, and the texts below each heading.
 */
import type { Columns } from "../Column.ts"
import type { Options } from "../Table.ts"
import { type Cells, textAt } from "./Cells.ts"
import * as Header from "./Header.ts"
import { Titled } from "./Titled.ts"

/** Rows that are looked at. */
export const mostRows = 1000

export class Peek extends Titled {
  /** Texts of the header, a header of two rows put together. */
  headings: ReadonlyArray<string> = []
  /** Row of the header, as a spreadsheet counts. */
  headerRow = 0
  readonly texts: Array<Array<string>> = []
  private readonly read: Columns

  constructor(file: string, columns: Columns, options: Options) {
    super(file, columns, { ...options, titles: options.titles ?? [] })
    this.read = columns
  }

  /** What parts the cells into most columns, where none of them is known. */
  override recognises(rows: ReadonlyArray<ReadonlyArray<string>>): number {
    const most = Math.max(0, ...rows.map((row) => row.filter((cell) => cell !== "").length))
    return super.recognises(rows) + most / 10_000
  }

  override header(rows: ReadonlyArray<ReadonlyArray<string>>): number | undefined {
    const isKnown = Math.max(0, ...Header.knownIn(rows, this.read)) >= 2
    const filled = rows.map((row) => row.filter((cell) => cell !== "").length)
    const at = isKnown ? super.header(rows) : filled.indexOf(Math.max(0, ...filled))
    if (at === undefined || rows[at] === undefined) return super.header(rows)
    this.headings = isKnown ? this.merged : rows[at]
    this.width = Math.max(...rows.map((row) => row.length))
    this.headerRow = at + 1
    return at
  }

  override cells(cells: Cells): void {
    for (let row = 0; row < cells.rows && this.texts.length < mostRows; row++) {
      this.texts.push(Array.from({ length: cells.width }, (_, at) => textAt(cells, row, at)))
    }
  }
}
