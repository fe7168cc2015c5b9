/**
 * One cell of a table of BPS: a number in one of the ways numbers are written, with the marks of the publisher.
 *
 * @since 0.1.0
 */
import type { FigureNote } from "@timbang/core/input"

// --- models ---

/**
 * What a cell holds.
 *
 * @category models
 * @since 0.1.0
 */
export type Cell =
  | {
    readonly _tag: "Figure"
    /** Digits with a decimal point, as exact as printed. */
    readonly figure: string
    readonly marks: ReadonlyArray<FigureNote.Mark>
    readonly decimal: "comma" | "point" | "none"
    readonly hasThousands: boolean
  }
  | { readonly _tag: "NotObserved" }
  | { readonly _tag: "Unreadable"; readonly because: "not-a-number" | "ambiguous-thousands" }

// --- reading ---

/**
 * Reads a cell.
 *
 * **Details**
 *
 * `-` is nil, `~0` negligible; `...`, `NA`, `n.a.` and an empty cell are not observed. Behind a figure `r` is revised, `e`
 * an estimate, `*` and `**` preliminary, `1)` a footnote. A comma is the decimal mark; a point is one where it cannot part
 * thousands. `1.234` alone is refused.
 *
 * Source: BPS, Konvensi tanda-tanda (printed in front of every volume of Provinsi Dalam Angka).
 *
 * **Example** (The ways BPS writes)
 *
 * ```ts
 * import { Cell } from "@timbang/source-bps"
 * const figureOf = (text: string) => { const cell = Cell.read(text); return cell._tag === "Figure" ? cell.figure : cell._tag }
 * ["6,93", "11.34", "1.648.096", "1 648 096,5", "7,1 r", "-"].map(figureOf) // => ["6.93", "11.34", "1648096", "1648096.5", "7.1", "0"]
 * ["...", "NA", "1.234", "tujuh"].map(figureOf) // => ["NotObserved", "NotObserved", "Unreadable", "Unreadable"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (text: string): Cell => {
  const cell = text.replace(/[\s\u00a0\u2009\u202f]+/g, " ").trim()
  if (cell === "" || /^(\.{2,}|\u2026|n\.?a\.?)$/i.test(cell)) return { _tag: "NotObserved" }
  if (/^[-\u2013\u2014]$/.test(cell)) return plain("0", ["nil"])
  if (/^~ ?0$|^0 ?~$/.test(cell)) return plain("0", ["negligible"])
  const [, number = "", tail = ""] = /^([-\u2212]?[\d., ]*\d)((?: ?(?:[re]|\*{1,3}|\d{1,2}\)))*)$/.exec(cell) ?? []
  return number === "" ? notANumber : numberOf(number.replace("\u2212", "-"), marksOf(tail))
}

const notANumber: Cell = { _tag: "Unreadable", because: "not-a-number" }

const plain = (figure: string, marks: ReadonlyArray<FigureNote.Mark>): Cell => ({
  _tag: "Figure",
  figure,
  marks,
  decimal: "none",
  hasThousands: false
})

const numberOf = (number: string, marks: ReadonlyArray<FigureNote.Mark>): Cell => {
  const figure = (digits: string, decimal: "comma" | "point" | "none", hasThousands: boolean): Cell => ({
    _tag: "Figure",
    figure: digits,
    marks,
    decimal,
    hasThousands
  })
  if (/^-?\d+$/.test(number)) return plain(number, marks)
  if (/^-?\d+,\d+$/.test(number)) return figure(number.replace(",", "."), "comma", false)
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(number)) return { _tag: "Unreadable", because: "ambiguous-thousands" }
  if (/^-?\d+\.\d+$/.test(number)) return figure(number, "point", false)
  const parted = /^(-?\d{1,3}(?:([. ])\d{3})(?:\2\d{3})*)(,\d+)?$/.exec(number)
  if (parted === null) return notANumber
  const [, whole = "", , decimals = ""] = parted
  return figure(whole.replace(/[. ]/g, "") + decimals.replace(",", "."), decimals === "" ? "none" : "comma", true)
}

const marksOf = (tail: string): ReadonlyArray<FigureNote.Mark> =>
  [...tail.matchAll(/[re]|\*+|\d+\)/g)].map(([mark]) =>
    mark === "r" ? "revised" : mark === "e" ? "estimate" : mark.startsWith("*") ? "preliminary" : "footnote"
  )
