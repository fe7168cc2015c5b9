/**
 * Identifiers and references: text kept digit by digit.
 */
import type { Identifier, Reference, References } from "../../Column.ts"
import { type Cells, native, nativeAt, slice } from "../Cells.ts"
import { looksLikeNik } from "../Header.ts"
import { KeyIndex } from "../KeyIndex.ts"
import { cellText, type Context, type Decoder, found, Growing } from "./Decoder.ts"

/** Decodes identifiers; two rows with the same are a fault where the column says so. */
export const identifiers = (context: Context, column: Identifier): Decoder<ReadonlyArray<string>> => {
  const values: Array<string> = []
  const keys = new KeyIndex()
  const firstRows = new Growing((length) => new Int32Array(length), context.expectedRows)
  const careful = carefully(context, column.refusesNik)
  /** Rows of the batch whose text is not their bytes. */
  let isCareful = new Uint8Array(0)
  const rounded = new RoundedIdentifiers(context)
  /** Identifiers that only ever rise cannot repeat: none is indexed before the first that does not. */
  let isRising = true
  let last = ""

  /** Finds rows with a key that an earlier row has; a loop of its own, which runs twice as fast. */
  const checkUnique = (cells: Cells, at: number, start: number): void => {
    const { bounds, bytes, places, rows, width } = cells
    const first = firstRows.reserve(rows)
    for (let r = 0; r < rows; r++) {
      const text = values[start + r]!
      if (text === "") continue
      if (isRising) {
        if (text > last) {
          last = text
          first[firstRows.size++] = places[r]!
          continue
        }
        isRising = false
        for (let before = 0; before < start + r; before++) if (values[before] !== "") keys.indexOfText(values[before]!)
      }
      const bound = 2 * (r * width + at)
      const known = keys.size
      const index = isCareful[r] === 1 ? keys.indexOfText(text) : keys.indexOf(bytes, bounds[bound]!, bounds[bound + 1]!)
      if (index === known) first[firstRows.size++] = places[r]!
      else context.findings.fault({ _tag: "Duplicate", ...found(context, places[r]!, text), firstRow: first[index]! })
    }
  }

  return {
    push: (cells, at) => {
      const { bounds, rows, width } = cells
      const start = values.length
      if (isCareful.length < rows) isCareful = new Uint8Array(2 * rows)
      for (let r = 0; r < rows; r++) {
        const bound = 2 * (r * width + at)
        const from = bounds[bound]!
        const to = bounds[bound + 1]!
        isCareful[r] = column.refusesNik || !isPlain(cells, from, to) ? 1 : 0
        values.push(isCareful[r] === 1 ? careful.read(cells, r, at) : slice(cells, from, to))
      }
      if (column.isUnique) {
        checkUnique(cells, at, start)
        rounded.look(cells, values, start)
      }
    },
    finish: () => {
      careful.finish()
      if (column.isUnique) rounded.finish()
      return values
    },
    take: () => values.splice(0),
    absent: (rows) => Array.from({ length: rows }, () => "")
  }
}

/**
 * Tells a column that went through a spreadsheet as numbers: wherever an identifier has more than 15 digits, the others
 * are 0. It is said when chance would do that less than once in a million.
 */
class RoundedIdentifiers {
  private readonly context: Context
  private readonly seen: Array<readonly [row: number, text: string]> = []
  private zeros = 0
  private isRefuted = false

  constructor(context: Context) {
    this.context = context
  }

  look(cells: Cells, values: ReadonlyArray<string>, start: number): void {
    for (let r = 0; r < cells.rows && !this.isRefuted; r++) {
      const text = values[start + r]!
      if (text.length <= 15 || !/^\d+$/.test(text)) continue
      if (/[^0]/.test(text.slice(15))) this.isRefuted = true
      this.zeros += text.length - 15
      this.seen.push([cells.places[r]!, text])
    }
  }

  finish(): void {
    if (this.isRefuted || this.zeros < 6) return
    for (const [row, text] of this.seen) this.context.findings.fault({ _tag: "DigitsLost", ...found(this.context, row, text) })
  }
}

/** Decodes identifiers of something else into keys and indices. */
export const references = (context: Context, { listed }: Reference): Decoder<References> => {
  const keys: Array<string> = []
  const known = new KeyIndex()
  const index = new Growing((length) => new Int32Array(length), context.expectedRows)
  const careful = carefully(context, false)
  /** Keys that are not on the list. */
  const strangers = new Set<number>()
  let looked = 0

  /** Finds the rows with a key that is not listed. */
  const checkListed = (cells: Cells, rowKeys: Int32Array): void => {
    if (listed === undefined) return
    for (; looked < keys.length; looked++) if (!listed.keys.has(keys[looked]!)) strangers.add(looked)
    if (strangers.size === 0) return
    for (let r = 0; r < cells.rows; r++) {
      const key = rowKeys[r]!
      if (!strangers.has(key)) continue
      context.findings.fault({ _tag: "NotListed", ...found(context, cells.places[r]!, keys[key]!), listedIn: listed.file })
    }
  }

  return {
    push: (cells, at) => {
      const out = index.reserve(cells.rows)
      const { bounds, bytes, rows, width } = cells
      for (let r = 0; r < rows; r++) {
        const bound = 2 * (r * width + at)
        const from = bounds[bound]!
        const to = bounds[bound + 1]!
        let key = -1
        if (isPlain(cells, from, to)) {
          key = known.indexOf(bytes, from, to)
          if (known.size > keys.length) keys.push(slice(cells, from, to))
        } else {
          const text = careful.read(cells, r, at)
          if (text !== "") key = known.indexOfText(text)
          if (known.size > keys.length) keys.push(text)
        }
        out[index.size + r] = key
      }
      checkListed(cells, out.subarray(index.size, index.size + rows))
      index.size += rows
    },
    finish: () => {
      careful.finish()
      return { keys, index: index.finish() }
    },
    take: () => ({ keys, index: index.take() }),
    absent: (rows) => ({ keys, index: new Int32Array(rows).fill(-1) })
  }
}

/** Nothing but digits and letters other than `e`, which could be an exponent. */
const isPlain = (cells: Cells, from: number, to: number): boolean => {
  if (cells.natives !== undefined || to <= from || to - from > 64) return false
  const { bytes } = cells
  for (let i = from; i < to; i++) {
    const code = bytes[i]!
    if (code >= 48 && code <= 57) continue
    const letter = code | 32
    if (letter < 97 || letter > 122 || letter === 101 || code > 127) return false
  }
  return true
}

const carefully = (context: Context, refusesNik: boolean) => {
  let apostrophes = 0
  let firstApostrophe = 0
  const { findings } = context

  const read = (cells: Cells, r: number, c: number): string => {
    const raw = cellText(context, cells, r, c)
    if (raw === undefined) return ""
    const row = cells.places[r]!
    const facts = found(context, row, raw)
    const refuse = (tag: "DigitsLost" | "ExponentIdentifier" | "FormulaLikeIdentifier" | "NotAnIdentifier" | "NikRefused") => {
      findings.fault({ _tag: tag, ...facts })
      return ""
    }
    const kind = nativeAt(cells, r, c)
    if (kind === native.number) {
      if (/^\d{1,15}$/.test(raw)) return raw
      return refuse(Math.abs(Number(raw)) >= 1e15 ? "DigitsLost" : "NotAnIdentifier")
    }
    if (kind === native.day) return refuse("NotAnIdentifier")
    const text = raw.startsWith("'") ? raw.slice(1).trimStart() : raw
    if (text !== raw && apostrophes++ === 0) firstApostrophe = row
    if (text === "") return refuse("NotAnIdentifier")
    if (/^[=+\-@]/.test(text)) return refuse("FormulaLikeIdentifier")
    if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) return refuse("ExponentIdentifier")
    if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(text) || text.length > 200) return refuse("NotAnIdentifier")
    if (refusesNik && looksLikeNik(text)) return refuse("NikRefused")
    return text
  }

  return { read, finish: () => findings.count("LeadingApostrophes", context.name, apostrophes, firstApostrophe) }
}
