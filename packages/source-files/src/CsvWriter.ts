/**
 * Writes a sheet as CSV by RFC 4180: UTF-8, `,` between cells, quotes where needed.
 *
 * A text that a spreadsheet would run as a formula is written behind an apostrophe, which the reader takes off again.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { Bytes } from "./internal/Bytes.ts"
import { guarded } from "./internal/Guard.ts"
import type { Sheet, Written } from "./Sheet.ts"

// --- models ---

/**
 * How to write; all of it may be left out.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Put a byte order mark first, so that Excel reads letters beyond ASCII; false by default. */
  readonly hasMark?: boolean
  /** `\n` by default. */
  readonly lineEnd?: "\n" | "\r\n"
}

// --- operations ---

/**
 * The file in chunks of about one megabyte, made as they are asked for.
 *
 * **Example** (A formula is disarmed)
 *
 * ```ts
 * import { CsvWriter, Sheet } from "@timbang/source-files"
 * const sheet = { name: "s", columns: [Sheet.text("note", ["=1+1", "a,b"])], size: 2 }
 * Buffer.concat([...CsvWriter.chunks(sheet)]).toString() // => "note\n'=1+1\n\"a,b\"\n"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export function* chunks(sheet: Sheet, options: Options = {}): Generator<Uint8Array> {
  const bytes = new Bytes()
  const end = options.lineEnd ?? "\n"
  if (options.hasMark ?? false) bytes.text("\uFEFF")
  const writers = sheet.columns.map((column) => writer(column, bytes))
  sheet.columns.forEach(({ header }, c) => {
    if (c > 0) bytes.byte(comma)
    bytes.text(cell(header))
  })
  bytes.text(end)
  for (let r = 0; r < sheet.size; r++) {
    const row = sheet.order === undefined ? r : sheet.order[r]!
    for (let c = 0; c < writers.length; c++) {
      if (c > 0) bytes.byte(comma)
      writers[c]!(row)
    }
    bytes.text(end)
    if (bytes.isFull) yield bytes.take()
  }
  yield bytes.take()
}

/**
 * The whole file as one text, for small sheets.
 *
 * **Example** (An absent rank is an empty cell)
 *
 * ```ts
 * import { CsvWriter, Sheet } from "@timbang/source-files"
 * CsvWriter.text({ name: "s", columns: [Sheet.text("id", ["a", "b"]), Sheet.integer("rank", [1, -1])], size: 2 }) // => "id,rank\na,1\nb,\n"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const text = (sheet: Sheet, options: Options = {}): string => Buffer.concat([...chunks(sheet, options)]).toString("utf8")

const comma = 44

const writer = (column: Written, bytes: Bytes): (row: number) => void => {
  switch (column.kind) {
    case "text": {
      const { cells } = column
      return (row) => {
        if (!bytes.plain(cells[row]!)) bytes.text(cell(cells[row]!))
      }
    }
    case "code": {
      const { codes } = column
      const words = column.words.map(cell)
      return (row) => {
        if (codes[row]! >= 0) bytes.text(words[codes[row]!]!)
      }
    }
    case "decimal": {
      const { absent, decimals, units } = column
      return (row) => {
        if (units[row] !== absent) bytes.decimal(units[row]!, decimals)
      }
    }
    case "day": {
      const { absent, days } = column
      return (row) => {
        if (days[row] !== absent) bytes.text(Day.fromNumber(days[row]!))
      }
    }
  }
}

/** The text of a cell, disarmed and in quotes where needed. */
const cell = (text: string): string => {
  const safe = guarded(text)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
