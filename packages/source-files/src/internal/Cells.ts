/**
 * A batch of rows as positions in bytes: what every reader of a format produces and every decoder of a column consumes.
 *
 * No object is made for a row or a cell; a million rows are a handful of batches.
 */
import { Buffer, isAscii } from "node:buffer"

// --- models ---

/** What a spreadsheet or JSON says a cell is; `text` where the format knows no kinds, as in CSV. */
export const native = { text: 0, number: 1, day: 2, formula: 3, error: 4 } as const

/** Rows of `width` cells each, without blanks around them. */
export interface Cells {
  /** UTF-8. */
  readonly bytes: Buffer
  /** The bytes as text where all are ASCII, so that a cell is a slice of it. */
  readonly text: string | undefined
  /**
   * Start and end of each cell in `bytes`, row after row: cell `c` of row `r` begins at `2 * (r * width + c)`. An end
   * below zero is the complement of the true end and marks a cell in which quotes are doubled.
   */
  readonly bounds: Int32Array
  readonly width: number
  readonly rows: number
  /** Row numbers as a spreadsheet counts. */
  readonly places: Int32Array
  /** Kind of each cell, see {@link native}; absent when all are text. */
  readonly natives: Uint8Array | undefined
}

// --- operations ---

/** The bytes as text where all are ASCII. */
export const asciiText = (bytes: Buffer): string | undefined => (isAscii(bytes) ? bytes.toString("latin1") : undefined)

/** Text of bytes of a batch. */
export const slice = ({ bytes, text }: Pick<Cells, "bytes" | "text">, from: number, to: number): string =>
  text === undefined ? bytes.toString("utf8", from, to).trim() : text.slice(from, to)

/** Text of one cell, quotes undone. */
export const textAt = (cells: Cells, row: number, column: number): string => {
  const at = 2 * (row * cells.width + column)
  const end = cells.bounds[at + 1]!
  return end < 0 ? slice(cells, cells.bounds[at]!, ~end).replaceAll('""', '"') : slice(cells, cells.bounds[at]!, end)
}

/** Kind of one cell. */
export const nativeAt = (cells: Cells, row: number, column: number): number =>
  cells.natives === undefined ? native.text : cells.natives[row * cells.width + column]!

/** Says whether a text holds lone surrogates, or the mark that a conversion left for what it could not read. */
export const isBroken = (text: string): boolean => /[\p{Cs}\uFFFD]/u.test(text)

/** Collects rows that come as lists of texts, as from a workbook or JSON lines. */
export class Batch {
  private bytes = Buffer.allocUnsafe(65_536)
  private length = 0
  private bounds: Array<number> = []
  private natives: Array<number> = []
  private places: Array<number> = []
  private readonly width: number

  constructor(width: number) {
    this.width = width
  }

  get rows(): number {
    return this.places.length
  }

  /** Adds a row; `texts` and `natives` have at most `width` entries, the rest is empty. */
  add(place: number, texts: ReadonlyArray<string>, natives: ReadonlyArray<number>): void {
    this.places.push(place)
    for (let c = 0; c < this.width; c++) {
      const text = texts[c]?.trim() ?? ""
      this.reserve(3 * text.length)
      const written = text === "" ? 0 : this.bytes.write(text, this.length, "utf8")
      this.bounds.push(this.length, this.length + written)
      this.natives.push(natives[c] ?? native.text)
      this.length += written
    }
  }

  /** The rows so far, as one batch; the collector is empty afterwards. */
  take(): Cells {
    const bytes = this.bytes.subarray(0, this.length)
    const cells: Cells = {
      bytes,
      text: asciiText(bytes),
      bounds: Int32Array.from(this.bounds),
      width: this.width,
      rows: this.places.length,
      places: Int32Array.from(this.places),
      natives: this.natives.some((kind) => kind !== native.text) ? Uint8Array.from(this.natives) : undefined
    }
    this.bytes = Buffer.allocUnsafe(this.bytes.length)
    this.length = 0
    this.bounds = []
    this.natives = []
    this.places = []
    return cells
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.length + more, 2 * this.bytes.length))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}
