/**
 * Texts and codes.
 */
import { type Code, plain, type Text } from "../../Column.ts"
import { textAt } from "../Cells.ts"
import { unguarded } from "../Guard.ts"
import { nearest } from "../../Column.ts"
import { KeyIndex } from "../KeyIndex.ts"
import { cellText, type Context, type Decoder, found, Growing } from "./Decoder.ts"

/** Decodes free text. */
export const texts = (context: Context, _column: Text): Decoder<ReadonlyArray<string>> => {
  const values: Array<string> = []
  let apostrophes = 0
  let firstApostrophe = 0
  return {
    push: (cells, at) => {
      for (let r = 0; r < cells.rows; r++) {
        const raw = cellText(context, cells, r, at) ?? ""
        const text = unguarded(raw)
        if (text !== raw && apostrophes++ === 0) firstApostrophe = cells.places[r]!
        if (unprintable.test(text)) {
          context.findings.fault({ _tag: "TextUnprintable", ...found(context, cells.places[r]!, text) })
        }
        values.push(text)
      }
    },
    finish: () => {
      context.findings.count("LeadingApostrophes", context.name, apostrophes, firstApostrophe)
      return values
    },
    take: () => values.splice(0),
    absent: (rows) => Array.from({ length: rows }, () => "")
  }
}

/** Decodes one of a list of values to its index. */
export const codes = (context: Context, column: Code): Decoder<Int16Array> => {
  const kept = new Growing((length) => new Int16Array(length), context.expectedRows)
  const spellings = new KeyIndex()
  const codeOf: Array<number> = []
  return {
    push: (cells, at) => {
      const out = kept.reserve(cells.rows)
      for (let r = 0; r < cells.rows; r++) {
        const bound = 2 * (r * cells.width + at)
        const from = cells.bounds[bound]!
        const to = cells.bounds[bound + 1]!
        let code = -1
        if (cells.natives === undefined && to > from) {
          const index = spellings.indexOf(cells.bytes, from, to)
          code = codeOf[index] ??= column.spellings.get(plain(textAt(cells, r, at))) ?? -1
        }
        out[kept.size + r] = code === -1 ? careful(context, column, cellText(context, cells, r, at), cells.places[r]!) : code
      }
      kept.size += cells.rows
    },
    finish: () => kept.finish(),
    take: () => kept.take(),
    absent: (rows) => new Int16Array(rows).fill(-1)
  }
}

const careful = (context: Context, column: Code, text: string | undefined, row: number): number => {
  if (text === undefined) return -1
  const code = column.spellings.get(plain(text)) ?? column.spellings.get(plain(text.replace(numbered, "")))
  if (code !== undefined) return code
  const words = [...column.spellings].map(([spelling, index]): readonly [string, string] => [spelling, column.values[index]!])
  context.findings.fault({
    _tag: "UnknownCode",
    ...found(context, row, text),
    accepted: column.values,
    nearest: context.column.isPersonal ? undefined : nearest(text, words)
  })
  return -1
}

/** A number in front of a word, as lists print kinds of need: `2 - LULUSAN TERBAIK`. */
const numbered = /^\d+\s*[-.:]\s*(?=\p{L})/u

/** Control characters other than tab and line breaks, characters that turn the direction of a line, lone surrogates. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u2028-\u202E\u2066-\u2069]/u
