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
  const writers = sheet.columns.map(writer)
  for (let from = 0; from < sheet.size; from += blockRows) {
    const to = Math.min(from + blockRows, sheet.size)
    const lines = Array.from({ length: to - from }, () => "")
    const rowOf = sheet.order === undefined
      ? Int32Array.from({ length: to - from }, (_, at) => from + at)
      : sheet.order.slice(from, to)
    writers.forEach((write, c) => {
      if (c > 0) for (let at = 0; at < lines.length; at++) lines[at] += ","
      write(lines, rowOf)
    })
    lines.push("")
    yield Buffer.from(lines.join(end), "utf8")
  }
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
const blockRows = 8192

/** Numbers written more than once are made once; past this many different ones they are made each time. */
const mostRemembered = 1 << 17

type Writer = (lines: Array<string>, rowOf: ArrayLike<number>) => void

const writer = (column: Written): Writer => {
  switch (column.kind) {
    case "text": {
      const { cells } = column
      return (lines, rowOf) => {
        for (let at = 0; at < lines.length; at++) {
          const text = cells[rowOf[at]!]!
          lines[at] += isPlain(text) ? text : cell(text)
        }
      }
    }
    case "code": {
      const { codes } = column
      const words = column.words.map(cell)
      return (lines, rowOf) => {
        for (let at = 0; at < lines.length; at++) {
          const code = codes[rowOf[at]!]!
          if (code >= 0) lines[at] += words[code]!
        }
      }
    }
    case "decimal": {
      const { absent, decimals, units } = column
      return numbers(units, absent, (number) => Scaled.format(number, decimals))
    }
    case "day": {
      const { absent, days } = column
      return numbers(days, absent, Day.fromNumber)
    }
  }
}

const numbers = (column: ArrayLike<number>, absent: number, write: (number: number) => string): Writer => {
  const remembered: Array<string | undefined> = []
  return (lines, rowOf) => {
    for (let at = 0; at < lines.length; at++) {
      const number = column[rowOf[at]!]!
      if (number === absent || Number.isNaN(number)) continue
      lines[at] += number >= 0 && number < mostRemembered ? remembered[number] ??= write(number) : write(number)
    }
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
