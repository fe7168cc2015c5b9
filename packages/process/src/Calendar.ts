/**
 * Days of a round: zone, rest days, holidays, and terms counted in calendar or in working days.
 *
 * @since 0.1.0
 */
import { Day, type LegalSource } from "@timbang/core/law"

// --- models ---

/**
 * Zone of the agency: western (UTC+7), central (UTC+8) or eastern (UTC+9) Indonesian time.
 *
 * @category models
 * @since 0.1.0
 */
export type Zone = "WIB" | "WITA" | "WIT"

/**
 * Which days a term counts. Working days leave out rest days and holidays.
 *
 * @category models
 * @since 0.1.0
 */
export type Counting = "calendar" | "working"

/**
 * A day off, and the decree that says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Holiday {
  readonly day: Day.Day
  readonly name: string
  readonly source: LegalSource.LegalSource
}

/**
 * The days of a round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Calendar {
  readonly zone: Zone
  /** Days of the week without work: 0 Sunday to 6 Saturday. */
  readonly restDays: ReadonlyArray<number>
  readonly holidays: ReadonlyArray<Holiday>
}

// --- operations ---

const hoursAhead: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 }

const [hour, wholeDay] = [3_600_000, 86_400_000]

/**
 * The day in the calendar's zone at a moment.
 *
 * **Example** (23:30 in Jakarta is the next day in Jayapura)
 *
 * ```ts
 * import { Calendar } from "@timbang/process"
 * const at = Date.UTC(2024, 8, 20, 16, 30)
 * Calendar.dayAt({ zone: "WIB", restDays: [], holidays: [] }, at) // => "2024-09-20"
 * Calendar.dayAt({ zone: "WIT", restDays: [], holidays: [] }, at) // => "2024-09-21"
 * ```
 *
 * @param millis milliseconds since 1970-01-01 UTC
 * @category reading
 * @since 0.1.0
 */
export const dayAt = ({ zone }: Calendar, millis: number): Day.Day => Day.at(millis, hoursAhead[zone])

/**
 * The moment at which a day has ended in the calendar's zone: the first of the next day. Unit: milliseconds since
 * 1970-01-01 UTC.
 *
 * **Example** (The same day ends two hours earlier in Jayapura)
 *
 * ```ts
 * import { Calendar } from "@timbang/process"
 * const end = (zone: Calendar.Zone) => Calendar.endOf({ zone, restDays: [], holidays: [] }, "2024-09-23")
 * new Date(end("WIB")).toISOString() // => "2024-09-23T17:00:00.000Z"
 * end("WIB") - end("WIT") // => 7200000
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const endOf = ({ zone }: Calendar, day: Day.Day): number => (Day.toNumber(day) + 1) * wholeDay - hoursAhead[zone] * hour

/**
 * Whether a day is neither a rest day nor a holiday.
 *
 * **Example** (A Saturday)
 *
 * ```ts
 * import { Calendar } from "@timbang/process"
 * Calendar.isWorkingDay({ zone: "WIB", restDays: [0, 6], holidays: [] }, "2024-09-21") // => false
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const isWorkingDay = ({ holidays, restDays }: Calendar, day: Day.Day): boolean =>
  // 1970-01-01 was a Thursday.
  !restDays.includes((((Day.toNumber(day) + 4) % 7) + 7) % 7) && !holidays.some((holiday) => holiday.day === day)

/**
 * The last day of a term that begins after a day.
 *
 * **Example** (Three days after Friday the 20th, with Monday a holiday)
 *
 * ```ts
 * import { Calendar } from "@timbang/process"
 * const holiday = { day: "2024-09-23", name: "regional", source: { instrument: "decree", confidence: "host" } } as const
 * const calendar = { zone: "WIB", restDays: [0, 6], holidays: [holiday] } as const
 * Calendar.addDays(calendar, "2024-09-20", 3, "calendar") // => "2024-09-23"
 * Calendar.addDays(calendar, "2024-09-20", 3, "working") // => "2024-09-26"
 * ```
 *
 * @param days 0 or more
 * @category reading
 * @since 0.1.0
 */
export const addDays = (calendar: Calendar, day: Day.Day, days: number, counting: Counting): Day.Day => {
  if (counting === "calendar") return Day.addDays(day, days)
  let last = day
  for (let counted = 0; counted < days;) {
    last = Day.addDays(last, 1)
    if (isWorkingDay(calendar, last)) counted++
  }
  return last
}
