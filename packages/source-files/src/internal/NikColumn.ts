/**
 * Whether a column of participant numbers holds identity numbers (NIK) or names instead.
 *
 * Why so: `docs/decisions/0070-a-column-of-niks.md`.
 */
import { type Fault, Shape } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { type Columns, absentOf, day } from "../Column.ts"
import type { Table } from "../Table.ts"
import { looksLikeNik } from "./Header.ts"

/** Rows that are looked at. */
const mostLookedAt = 1000

/** One fault at the first row when the participants are named by NIK; one at each row that has a name, by its shape. */
export const faults = (table: Table<Columns>): ReadonlyArray<Fault.Fault> => [...named(table), ...numbered(table)]

const named = ({ columns, file, rows }: Table<Columns>): ReadonlyArray<Fault.Fault> =>
  (columns["participant"] as ReadonlyArray<string>).flatMap((text, row) =>
    isName.test(text) ? [{ _tag: "NotAnIdentifier", file, row: rows[row]!, column: "participant", found: Shape.of(text) }] : [])

/** Two words or more of letters. */
const isName = /^\p{L}[\p{L}.,'`]*(\s+[\p{L}.,'`]+)+$/u

const numbered = ({ columns, file, rows, size }: Table<Columns>): ReadonlyArray<Fault.Fault> => {
  const participant = columns["participant"] as ReadonlyArray<string>
  const born = columns["birthDate"] as Int32Array
  const looked = Math.min(size, mostLookedAt)
  const days = new Set<string>()
  let matches = 0
  let dated = 0
  for (let row = 0; row < looked; row++) {
    const number = participant[row]!
    if (!isNik(number)) return []
    const dayWritten = number.slice(6, 12)
    days.add(dayWritten)
    if (born[row] === absent) continue
    dated++
    if (dayWritten === writtenIn(Day.fromNumber(born[row]!), false) || dayWritten === writtenIn(Day.fromNumber(born[row]!), true)) matches++
  }
  const isOwnDay = dated > 0 ? matches * 2 > dated : days.size * 2 > looked
  return looked > 0 && isOwnDay ? [{ _tag: "NikRefused", file, row: rows[0]!, column: "participant", found: Shape.of(participant[0]!) }] : []
}

const absent = absentOf(day())

/** Provinces that a NIK can begin with, by the codes of the Ministry of Home Affairs. */
const isNik = (text: string): boolean => {
  const province = Number(text.slice(0, 2))
  return looksLikeNik(text) && provinces.some(([from, to]) => province >= from && province <= to)
}

const provinces = [[11, 19], [21, 21], [31, 36], [51, 53], [61, 65], [71, 76], [81, 82], [91, 97]] as const

/** The day of birth as a NIK holds it: day, month, year; 40 is added to the day of women. */
const writtenIn = (birthDate: string, isWoman: boolean): string => {
  const [year, month, dayOfMonth] = birthDate.split("-") as [string, string, string]
  return `${String(Number(dayOfMonth) + (isWoman ? 40 : 0)).padStart(2, "0")}${month}${year.slice(2)}`
}
