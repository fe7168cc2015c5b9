/**
 * Whole and decimal numbers. The usual numeral is read from its characters; anything else is looked at with care.
 */
import { Scaled } from "@timbang/core/number"
import { absentOf, type Decimal, type Integer } from "../../Column.ts"
import { type Cells, native, nativeAt, slice } from "../Cells.ts"
import { cellText, type Context, type Decoder, found, Growing } from "./Decoder.ts"

const point = 46

/** Decodes whole numbers. */
export const integers = (context: Context, column: Integer): Decoder<Int32Array> =>
  numbers(context, { ...column, decimals: 0 }, absentOf(column), new Growing((length) => new Int32Array(length), context.expectedRows))

/** Decodes decimal numbers. */
export const decimals = (context: Context, column: Decimal): Decoder<Float64Array> =>
  numbers(context, column, absentOf(column), new Growing((length) => new Float64Array(length), context.expectedRows))

interface Range {
  readonly decimals: number
  readonly minimum: number
  readonly maximum: number
  readonly step: number
}

const numbers = <A extends Int32Array | Float64Array>(
  context: Context,
  range: Range,
  absent: number,
  kept: Growing<A>
): Decoder<A> => {
  const { decimals, maximum, minimum, step } = range
  const scale = 10 ** decimals
  // Three digits behind a mark may be a group of thousands wherever the column has room for thousands.
  const hasRoomForThousands = maximum >= 1000 * scale
  const powers = Array.from({ length: decimals + 1 }, (_, digits) => 10 ** (decimals - digits))
  const marks = { point: 0, comma: 0, pointText: "", commaText: "", firstComma: 0, commas: 0, isProved: false }
  const ambiguous: Array<readonly [row: number, text: string]> = []

  const careful = (cells: Cells, r: number, c: number): number => {
    const text = cellText(context, cells, r, c)
    if (text === undefined) return absent
    const row = cells.places[r]!
    const isNative = nativeAt(cells, r, c) === native.number
    const read = numeral(text, range, isNative || context.allowsComma())
    if (typeof read === "string") {
      const facts = found(context, row, text)
      context.findings.fault(read === "TooManyDecimals" ? { _tag: read, ...facts, decimals } : { _tag: read, ...facts })
      return absent
    }
    if (!isNative && read.mark !== "") {
      if (read.mark === ".") {
        if (marks.point === 0) [marks.point, marks.pointText] = [row, text]
      } else {
        if (marks.comma === 0) [marks.comma, marks.commaText] = [row, text]
        marks.commas++
      }
      if (read.isAmbiguous) ambiguous.push([row, text])
      else if (read.provesMark) marks.isProved = true
    }
    if (read.units < minimum || read.units > maximum) {
      context.findings.fault({
        _tag: "OutOfRange",
        ...found(context, row, text),
        minimum: limit(minimum, decimals),
        maximum: limit(maximum, decimals)
      })
      return absent
    }
    if (read.units % step !== 0) {
      context.findings.fault({ _tag: "OffStep", ...found(context, row, text), step: limit(step, decimals) })
      return absent
    }
    return read.units
  }

  return {
    push: (cells, column) => {
      const out = kept.reserve(cells.rows)
      const { bounds, bytes, natives, places, rows, width } = cells
      let size = kept.size
      for (let r = 0; r < rows; r++) {
        const at = 2 * (r * width + column)
        const from = bounds[at]!
        const to = bounds[at + 1]!
        let units = 0
        let mark = 0
        let i = from
        let isPlain = natives === undefined && to > from && to - from <= 15
        for (; i < to && isPlain; i++) {
          const code = bytes[i]!
          const digit = code - 48
          if (digit >= 0 && digit <= 9) units = units * 10 + digit
          else if (code === point && mark === 0 && i > from && decimals > 0) mark = i
          else isPlain = false
        }
        if (isPlain) {
          if (mark === 0) units *= scale
          else {
            const behind = to - mark - 1
            if (behind === 0 || behind > decimals || (behind === 3 && hasRoomForThousands)) isPlain = false
            else {
              units *= powers[behind]!
              if (marks.point === 0) [marks.point, marks.pointText] = [places[r]!, slice(cells, from, to)]
              if (behind !== 3) marks.isProved = true
            }
          }
        }
        out[size++] = isPlain && units >= minimum && units <= maximum && units % step === 0 ? units : careful(cells, r, column)
      }
      kept.size = size
    },
    finish: () => {
      if (marks.point > 0 && marks.comma > 0) {
        const [row, text] = marks.point > marks.comma ? [marks.point, marks.pointText] : [marks.comma, marks.commaText]
        const otherRow = Math.min(marks.point, marks.comma)
        context.findings.fault({ _tag: "MixedDecimalMarks", ...found(context, row, text), otherRow })
      } else if (!marks.isProved) {
        for (const [row, text] of ambiguous) context.findings.fault({ _tag: "AmbiguousThousands", ...found(context, row, text) })
      }
      context.findings.count("DecimalComma", context.name, marks.commas, marks.comma)
      return kept.finish()
    },
    take: () => kept.take(),
    absent: (rows) => kept.make(rows).fill(absent) as A
  }
}

interface Numeral {
  readonly units: number
  readonly mark: "" | "." | ","
  /** Could as well be more than a thousand. */
  readonly isAmbiguous: boolean
  /** Shows that its mark stands before decimals. */
  readonly provesMark: boolean
}

const numeral = (
  text: string,
  { decimals, maximum, minimum }: Range,
  allowsComma: boolean
): Numeral | "NotANumber" | "TooManyDecimals" | "DecimalCommaRefused" | "AmbiguousThousands" => {
  if (/^-?\d{1,3}(?:[., '\u00A0\u202F]\d{3})+(?:[.,]\d+)?$/.test(text) && !/^-?\d+[.,]\d+$/.test(text)) return "AmbiguousThousands"
  const match = /^(-?)(\d+)(?:([.,])(\d+))?$/.exec(text)
  if (match === null) return "NotANumber"
  const [, sign, whole, mark = "", fraction = ""] = match as unknown as [string, string, string, "" | "." | ",", string?]
  const isWithin = (units: number) => units >= minimum && units <= maximum
  const signed = (units: number) => (sign === "-" && units !== 0 ? -units : units)
  const hasRoom = !/[^0]/.test(fraction.slice(decimals))
  const units = signed(Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0")))
  if (!Number.isSafeInteger(units)) return "NotANumber"
  const thousands = mark !== "" && fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0")
    ? signed(Number(whole + fraction) * 10 ** decimals)
    : undefined
  const isThousands = thousands !== undefined && isWithin(thousands)
  const isFraction = hasRoom && isWithin(units) && (mark !== "," || allowsComma)
  if (isThousands && !isFraction) return "AmbiguousThousands"
  if (mark === "," && !allowsComma) return "DecimalCommaRefused"
  if (!hasRoom) return "TooManyDecimals"
  return { units, mark, isAmbiguous: isThousands, provesMark: mark !== "" && fraction.length !== 3 }
}

/** A limit as a person writes it: no zeros behind the last decimal that counts. */
const limit = (units: number, decimals: number): string =>
  Scaled.format(units, decimals).replace(/\.0+$|(\.\d*?)0+$/, "$1")
