/**
 * Calendar days as numbers of days since 1970-01-01.
 */
import { Day } from "@timbang/core/law"
import { absentOf, type Day as DayColumn, plain } from "../../Column.ts"
import type { Cells } from "../Cells.ts"
import { cellText, type Context, type Decoder, found, Growing } from "./Decoder.ts"

const dash = 45

/** Decodes days. */
export const days = (context: Context, column: DayColumn): Decoder<Int32Array> => {
  const absent = absentOf(column)
  const kept = new Growing((length) => new Int32Array(length), context.expectedRows)
  let dayFirst = 0
  let firstDayFirst = 0
  let timed = 0
  let firstTimed = 0

  const careful = (cells: Cells, r: number, c: number): number => {
    const raw = cellText(context, cells, r, c)
    if (raw === undefined) return absent
    const row = cells.places[r]!
    const text = raw.startsWith("'") ? raw.slice(1) : raw
    const day = text.replace(timeOfDay, "")
    const read = reading(day)
    if (read._tag === "Refused") {
      context.findings.fault({ _tag: read.tag, ...found(context, row, text) })
      return absent
    }
    if (read.isDayFirst && dayFirst++ === 0) firstDayFirst = row
    if (day !== text && timed++ === 0) firstTimed = row
    return read.days
  }

  return {
    push: (cells, column) => {
      const out = kept.reserve(cells.rows)
      const { bounds, bytes, width } = cells
      for (let r = 0; r < cells.rows; r++) {
        const at = 2 * (r * width + column)
        const from = bounds[at]!
        let number = absent
        if (bounds[at + 1]! - from === 10 && bytes[from + 4] === dash && bytes[from + 7] === dash) {
          const year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2)
          number = dayNumber(year, twoDigits(bytes, from + 5), twoDigits(bytes, from + 8))
        }
        out[kept.size + r] = number === absent ? careful(cells, r, column) : number
      }
      kept.size += cells.rows
    },
    finish: () => {
      context.findings.count("DayFirst", context.name, dayFirst, firstDayFirst)
      context.findings.count("TimeDropped", context.name, timed, firstTimed)
      return kept.finish()
    },
    take: () => kept.take(),
    absent: (rows) => new Int32Array(rows).fill(absent)
  }
}

type Reading =
  | { readonly _tag: "Read"; readonly days: number; readonly isDayFirst: boolean }
  | { readonly _tag: "Refused"; readonly tag: "NotADay" | "MonthFirst" }

/** A time of day as systems export it beside a day, in a zone of Indonesia or in none; in another zone it may be another day here. */
const timeOfDay = /(?<=\d)(?:T|,? )\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?: ?(?:WIB|WITA|WIT|GMT\+[789]|\+0[789]:?00))?$/i

const noDay = -2_147_483_648

const reading = (text: string): Reading => {
  const yearFirst = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (yearFirst !== null) return readDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), false)
  const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (dayFirst !== null) {
    const [first, second, year] = [Number(dayFirst[1]), Number(dayFirst[3]), Number(dayFirst[4])]
    const read = readDay(year, second, first, true)
    const isMonthFirst = read._tag === "Refused" && dayNumber(year, first, second) !== noDay
    return isMonthFirst ? { _tag: "Refused", tag: "MonthFirst" } : read
  }
  const inWords = /^(\d{1,2})[- ](\p{L}+)\.?[- ](\d{4})$/u.exec(text)
  if (inWords !== null) {
    const month = months.findIndex((words) => words.includes(plain(inWords[2]!))) + 1
    return readDay(Number(inWords[3]), month, Number(inWords[1]), true)
  }
  return { _tag: "Refused", tag: "NotADay" }
}

const readDay = (year: number, month: number, day: number, isDayFirst: boolean): Reading => {
  const days = dayNumber(year, month, day)
  return days === noDay ? { _tag: "Refused", tag: "NotADay" } : { _tag: "Read", days, isDayFirst }
}

const months: ReadonlyArray<ReadonlyArray<string>> = [
  ["januari", "january", "jan"],
  ["februari", "february", "pebruari", "feb", "peb"],
  ["maret", "march", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "agt", "ags", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nopember", "nov", "nop"],
  ["desember", "december", "des", "dec"]
]

/** Numbers of the first days of months by `12 * year + month`, filled when asked for. */
const firstDays = new Int32Array(12 * 10_000 + 13).fill(noDay)

const firstDay = (year: number, month: number): number => {
  const at = 12 * year + month
  const known = firstDays[at]!
  if (known !== noDay) return known
  return firstDays[at] = Day.toNumber(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`)
}

/** The day's number, or {@link noDay}. */
const dayNumber = (year: number, month: number, day: number): number => {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return noDay
  const first = firstDay(year, month)
  return day <= 28 || month === 12 || first + day <= firstDay(year, month + 1) ? first + day - 1 : noDay
}

const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = bytes[at]! - 48
  const ones = bytes[at + 1]! - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN
}
