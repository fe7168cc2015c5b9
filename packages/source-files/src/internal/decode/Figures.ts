/**
 * Figures of any size and any decimals. A mark is a decimal mark only where the column leaves no doubt.
 */
import type { Figure } from "../../Column.ts"
import { native, nativeAt } from "../Cells.ts"
import { cellText, type Context, type Decoder, found, Growing } from "./Decoder.ts"

/** Decodes figures; an absent one is NaN. */
export const figures = (context: Context, column: Figure): Decoder<Float64Array> => {
  const kept = new Growing((length) => new Float64Array(length), context.expectedRows)
  const firstOf = new Map<string, readonly [row: number, text: string]>()
  const ambiguous: Array<readonly [row: number, text: string]> = []
  let isProved = false
  let commas = 0

  const read = (text: string, row: number, isNative: boolean): number => {
    const refuse = (_tag: "NotANumber" | "AmbiguousThousands" | "DecimalCommaRefused"): number => {
      context.findings.fault({ _tag, ...found(context, row, text) })
      return NaN
    }
    if (!isNative && groups.test(text)) return refuse("AmbiguousThousands")
    const match = numeral.exec(text)
    if (match === null) return refuse("NotANumber")
    const [, whole = "", mark = "", fraction = ""] = match
    if (mark === "," && !context.allowsComma()) return refuse("DecimalCommaRefused")
    if (!isNative && mark !== "") {
      if (!firstOf.has(mark)) firstOf.set(mark, [row, text])
      if (mark === ",") commas++
      if (fraction.length !== 3) isProved = true
      else if (whole.length <= 3 && !whole.startsWith("0")) ambiguous.push([row, text])
    }
    const figure = Number(text.replace(",", ".")) + 0
    if (!Number.isFinite(figure)) return refuse("NotANumber")
    if (figure >= column.minimum && figure <= column.maximum) return figure
    context.findings.fault({
      _tag: "OutOfRange",
      ...found(context, row, text),
      minimum: limit(column.minimum),
      maximum: limit(column.maximum)
    })
    return NaN
  }

  return {
    push: (cells, at) => {
      const out = kept.reserve(cells.rows)
      for (let r = 0; r < cells.rows; r++) {
        const text = cellText(context, cells, r, at)
        out[kept.size + r] = text === undefined ? NaN : read(text, cells.places[r]!, nativeAt(cells, r, at) === native.number)
      }
      kept.size += cells.rows
    },
    finish: () => {
      const [comma, point] = [firstOf.get(","), firstOf.get(".")]
      if (comma !== undefined && point !== undefined) {
        const [row, text] = point[0] > comma[0] ? point : comma
        context.findings.fault({ _tag: "MixedDecimalMarks", ...found(context, row, text), otherRow: Math.min(point[0], comma[0]) })
      } else if (!isProved) {
        for (const [row, text] of ambiguous) context.findings.fault({ _tag: "AmbiguousThousands", ...found(context, row, text) })
      }
      context.findings.count("DecimalComma", context.name, commas, comma?.[0] ?? 0)
      return kept.finish()
    },
    take: () => kept.take(),
    absent: (rows) => new Float64Array(rows).fill(NaN)
  }
}

/** Two groups of thousands or more, or one behind a blank or an apostrophe. */
const groups = /^-?\d{1,3}(?:(?:[.,]\d{3}){2,}|(?:[ '\u00A0\u202F]\d{3})+)(?:[.,]\d+)?$/

const numeral = /^-?(\d+)(?:([.,])(\d+))?(?:[eE][+-]?\d+)?$/

const limit = (end: number): string => (end === Infinity ? "∞" : end === -Infinity ? "-∞" : String(end))
