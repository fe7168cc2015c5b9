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
  const firstRows = new Growing((length) => new Int32Array(length))
  const careful = carefully(context, column.refusesNik)

  const check = (index: number, isNew: boolean, row: number, text: string): void => {
    if (isNew) {
      firstRows.reserve(1)[firstRows.size++] = row
    } else {
      context.findings.fault({ _tag: "Duplicate", ...found(context, row, text), firstRow: firstRows.array[index]! })
    }
  }

  return {
    push: (cells, at) => {
      if (at === -1) {
        for (let r = 0; r < cells.rows; r++) values.push("")
        return
      }
      const { bounds, bytes, places, rows, width } = cells
      for (let r = 0; r < rows; r++) {
        const row = places[r]!
        const bound = 2 * (r * width + at)
        const from = bounds[bound]!
        const to = bounds[bound + 1]!
        const known = keys.size
        if (!column.refusesNik && isPlain(cells, from, to)) {
          const text = slice(cells, from, to)
          values.push(text)
          if (column.isUnique) check(keys.indexOf(bytes, from, to), keys.size > known, row, text)
        } else {
          const text = careful.read(cells, r, at)
          values.push(text)
          if (column.isUnique && text !== "") check(keys.indexOfText(text), keys.size > known, row, text)
        }
      }
    },
    finish: () => {
      careful.finish()
      return values
    }
  }
}

/** Decodes identifiers of something else into keys and indices. */
export const references = (context: Context, _column: Reference): Decoder<References> => {
  const keys: Array<string> = []
  const known = new KeyIndex()
  const index = new Growing((length) => new Int32Array(length))
  const careful = carefully(context, false)
  return {
    push: (cells, at) => {
      if (at === -1) return index.fill(-1, cells.rows)
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
      index.size += rows
    },
    finish: () => {
      careful.finish()
      return { keys, index: index.finish() }
    }
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
    if (/[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/u.test(text) || text.length > 200) return refuse("NotAnIdentifier")
    if (refusesNik && looksLikeNik(text)) return refuse("NikRefused")
    return text
  }

  return { read, finish: () => findings.count("LeadingApostrophes", context.name, apostrophes, firstApostrophe) }
}
