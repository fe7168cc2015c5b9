/**
 * Calendar days as ISO text, `YYYY-MM-DD`, without a clock and without a time zone.
 *
 * Two days compare as text. A day that does not exist (30 February) is not a `Day`.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * A day of the Gregorian calendar, `YYYY-MM-DD`. Range: 0001-01-01 to 9999-12-31.
 *
 * @category models
 * @since 0.1.0
 */
export type Day = string

// --- errors ---

/**
 * The text is not a calendar day.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotADay extends Data.TaggedError("NotADay")<{ readonly found: string }> {
  override get message(): string {
    return `not a calendar day, found ${JSON.stringify(this.found)}; write YYYY-MM-DD, for example 2024-08-20`
  }
}

// --- constructors ---

/**
 * Reads a day, or says what was found instead.
 *
 * **Example** (A day that does not exist)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Day } from "@timbang/core/law"
 * Result.isFailure(Day.parse("2023-02-29")) // => true
 * Day.parse("2024-02-29") // => Result.succeed("2024-02-29")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<Day, NotADay> =>
  isDay(text) ? Result.succeed(text) : Result.fail(new NotADay({ found: text }))

/**
 * Says whether the text is a calendar day.
 *
 * **Example** (Month thirteen)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.isDay("2024-13-01") // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isDay = (text: string): text is Day => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

// --- operations ---

/**
 * Days since 1970-01-01; earlier days are negative. Unit: days.
 *
 * **Example** (One leap day)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.toNumber("2024-03-01") - Day.toNumber("2024-02-28") // => 2
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const toNumber = (day: Day): number => {
  const [year, month, dayOfMonth] = parts(day)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/**
 * The day so many days after 1970-01-01; the inverse of {@link toNumber}.
 *
 * **Example** (The thousandth day)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.fromNumber(1000) // => "1972-09-27"
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const fromNumber = (days: number): Day => {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return text(year, month, day)
}

/**
 * The day at a moment, where clocks stand so many hours ahead of UTC. Unit: milliseconds since 1970-01-01 UTC; hours, WIB 7, WITA 8, WIT 9.
 *
 * **Example** (Half past eleven in the evening in Jakarta, and what it is in Jayapura)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.at(1726849800000, 7) // => "2024-09-20"
 * Day.at(1726849800000, 9) // => "2024-09-21"
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const at = (millis: number, hoursAhead: number): Day => fromNumber(Math.floor((millis + hoursAhead * 3_600_000) / 86_400_000))

/**
 * The day so many calendar days later. Unit: days; may be negative.
 *
 * **Example** (Three days of objection)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.addDays("2024-09-30", 3) // => "2024-10-03"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const addDays = (day: Day, days: number): Day => fromNumber(toNumber(day) + days)

/**
 * The same day so many calendar months later, or the last day of that month where it is shorter. Unit: months; may be negative.
 *
 * **Example** (Six months from the last day of August)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.addMonths("2025-08-31", 6) // => "2026-02-28"
 * Day.addMonths("2026-12-31", -6) // => "2026-06-30"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const addMonths = (day: Day, months: number): Day => {
  const [fromYear, fromMonth, dayOfMonth] = parts(day)
  const count = fromYear * 12 + fromMonth - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return text(year, month, Math.min(daysInMonth(year, month), dayOfMonth))
}

/**
 * Completed years of age on a day. Unit: years.
 *
 * **Gotchas**
 *
 * Somebody born on 29 February completes a year on 1 March of a common year.
 *
 * **Example** (The day before and the day of a birthday)
 *
 * ```ts
 * import { Day } from "@timbang/core/law"
 * Day.ageYears("1989-08-21", "2024-08-20") // => 34
 * Day.ageYears("1989-08-21", "2024-08-21") // => 35
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const ageYears = (born: Day, on: Day): number => {
  const [bornYear] = parts(born)
  const [year] = parts(on)
  return year - bornYear - (on.slice(5) < born.slice(5) ? 1 : 0)
}

const parts = (day: Day): readonly [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10))
]

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const text = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
