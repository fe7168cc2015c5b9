/**
 * Birth dates on which nobody of a round can be born: slips of a keyboard, not questions of a minimum age.
 */
import type { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { type Columns, absentOf, day } from "../Column.ts"
import type { Table } from "../Table.ts"

/** Ages outside of which a date is a slip. Unit: years of 365.25 days. */
const plausible = { oldest: 100, youngest: 15 }

/** A fault for each date more than 100 years before the rules, or less than 15 years before today; its shape alone is shown. */
export const faults = (
  { columns, file, rows, size }: Table<Columns>,
  { holdsFrom, today }: { readonly holdsFrom: number; readonly today: number }
): ReadonlyArray<Fault.Fault> => {
  const born = columns["birthDate"] as Int32Array
  const from = holdsFrom - Math.ceil(plausible.oldest * 365.25)
  const until = today - Math.floor(plausible.youngest * 365.25)
  const found: Array<Fault.Fault> = []
  for (let row = 0; row < size; row++) {
    const own = born[row]!
    if (own === absent || (own >= from && own <= until)) continue
    found.push({ _tag: "DayImplausible", file, row: rows[row]!, column: "birthDate", found: "dddd-dd-dd", from: Day.fromNumber(from), until: Day.fromNumber(until) })
  }
  return found
}

const absent = absentOf(day())
