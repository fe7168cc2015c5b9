/**
 * Writes a sheet as CSV by RFC 4180: UTF-8, `,` between cells, quotes where needed.
 *
 * A text that a spreadsheet would run as a formula is written behind an apostrophe, which the reader takes off again.
 *
 * @since 0.1.0
 */
import { Buffer } from "node:buffer"
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { guarded } from "./internal/Guard.ts"
import { Lexicon } from "./internal/Lexicon.ts"
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
  const end = options.lineEnd ?? "\n"
  const mark = options.hasMark ?? false ? "\uFEFF" : ""
  const header = sheet.columns.map((column) => cell(column.header)).join(",")
  yield Buffer.from(`${mark}${header}${end}`, "utf8")
  const writers = sheet.columns.map((column) => writer(column, sheet.order !== undefined))
  const lineEnd = Buffer.from(end, "utf8")
  for (let from = 0; from < sheet.size; from += blockRows) {
    const to = Math.min(from + blockRows, sheet.size)
    yield block(writers, rowsOf(sheet, from, to), lineEnd)
  }
}

const rowsOf = ({ order }: Sheet, from: number, to: number): Int32Array => {
  const rows = new Int32Array(to - from)
  if (order === undefined) for (let at = 0; at < rows.length; at++) rows[at] = from + at
  else for (let at = 0; at < rows.length; at++) rows[at] = order[from + at]!
  return rows
}

/** Some rows as bytes: each column measures its cells, then copies them behind those of the columns before it. */
const block = (writers: ReadonlyArray<Writer>, rows: Int32Array, lineEnd: Buffer): Buffer => {
  const entries = writers.map((write) => write.entriesOf(rows))
  const sums = new Int32Array(rows.length).fill(Math.max(0, writers.length - 1) + lineEnd.length)
  writers.forEach(({ lexicon }, c) => lexicon.measure(entries[c]!, sums))
  const places = new Int32Array(rows.length)
  let size = 0
  for (let at = 0; at < rows.length; at++) {
    places[at] = size
    size += sums[at]!
  }
  const bytes = Buffer.allocUnsafe(size)
  writers.forEach(({ lexicon }, c) => {
    if (c > 0) for (let at = 0; at < places.length; at++) bytes[places[at]!++] = comma
    lexicon.copy(entries[c]!, bytes, places)
  })
  for (let at = 0; at < places.length; at++) {
    for (let i = 0; i < lineEnd.length; i++) bytes[places[at]! + i] = lineEnd[i]!
  }
  return bytes
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

/** Rows made at once: one pass over each column, so that no cell costs a call. */
const blockRows = 4096

const comma = 44

interface Writer {
  readonly lexicon: Lexicon
  /** The lexicon's entry for each row; -1 for an empty cell. */
  readonly entriesOf: (rows: Int32Array) => Int32Array
}

const writer = (column: Written, isShuffled: boolean): Writer => {
  const lexicon = new Lexicon()
  switch (column.kind) {
    case "text": {
      const { cells } = column
      const add = (row: number): number => lexicon.add(isPlain(cells[row]!) ? cells[row]! : cell(cells[row]!))
      if (isShuffled) {
        // A million texts are all over the memory: fetched once in the order they stand in, not in the order they are written.
        for (let row = 0; row < cells.length; row++) add(row)
        return { lexicon, entriesOf: (rows) => rows }
      }
      return {
        lexicon,
        entriesOf: (rows) => {
          lexicon.clear()
          const entries = new Int32Array(rows.length)
          for (let at = 0; at < rows.length; at++) entries[at] = add(rows[at]!)
          return entries
        }
      }
    }
    case "code": {
      const { codes } = column
      for (const word of column.words) lexicon.add(cell(word))
      return {
        lexicon,
        entriesOf: (rows) => {
          const entries = new Int32Array(rows.length)
          for (let at = 0; at < rows.length; at++) entries[at] = codes[rows[at]!]!
          return entries
        }
      }
    }
    case "decimal": {
      const { absent, decimals, units } = column
      return { lexicon, entriesOf: numbers(lexicon, units, absent, (number) => Scaled.format(number, decimals)) }
    }
    case "day": {
      const { absent, days } = column
      return { lexicon, entriesOf: numbers(lexicon, days, absent, Day.fromNumber) }
    }
  }
}

/** Numbers are written once and found again by their value: small ones in a table, others in a map. */
const numbers = (
  lexicon: Lexicon,
  column: ArrayLike<number>,
  absent: number,
  write: (number: number) => string
): Writer["entriesOf"] => {
  const small = new Int32Array(1 << 17).fill(-1)
  const others = new Map<number, number>()
  const add = (number: number): number => {
    if (number === absent || Number.isNaN(number)) return -1
    const known = others.get(number)
    if (known !== undefined) return known
    const added = lexicon.add(write(number))
    if (number >= 0 && number < small.length) small[number] = added
    else others.set(number, added)
    return added
  }
  return (rows) => {
    const entries = new Int32Array(rows.length)
    for (let at = 0; at < rows.length; at++) {
      const number = column[rows[at]!]!
      const known = number >= 0 && number < small.length ? small[number]! : -1
      entries[at] = known >= 0 ? known : add(number)
    }
    return entries
  }
}

/** Whether a text holds digits and letters of ASCII only, and so can be written as it is. */
const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = code | 32
    if (!((code >= 48 && code <= 57) || (letter >= 97 && letter <= 122 && code < 128))) return false
  }
  return true
}

/** The text of a cell, disarmed and in quotes where needed. */
const cell = (text: string): string => {
  const safe = guarded(text)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
