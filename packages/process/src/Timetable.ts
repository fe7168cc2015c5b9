/**
 * The timetable of a round, as its letter sets it: each term in days, calendar or working, or until a day.
 *
 * @since 0.1.0
 */
import type { Day, LegalSource } from "@timbang/core/law"
import * as Calendar from "./Calendar.ts"

// --- models ---

/**
 * Terms that a timetable names.
 *
 * - `registration`: until when one may apply. `drh`: until when those who passed hand in their data (DRH).
 * - `…-objection`: until when one may object. `…-answer`: until when the agency answers.
 * - `…-reannouncement`: until when the result is announced again.
 *
 * @category models
 * @since 0.1.0
 */
export type Term =
  | "registration"
  | "administrative-objection"
  | "administrative-answer"
  | "administrative-reannouncement"
  | "final-objection"
  | "final-answer"
  | "final-reannouncement"
  | "drh"

/**
 * All terms, in the order of the process.
 *
 * @category models
 * @since 0.1.0
 */
export const terms: ReadonlyArray<Term> = [
  "registration",
  "administrative-objection",
  "administrative-answer",
  "administrative-reannouncement",
  "final-objection",
  "final-answer",
  "final-reannouncement",
  "drh"
]

/**
 * Length of a term: so many days after the day on which it begins, or until a day, that day included.
 *
 * @category models
 * @since 0.1.0
 */
export type Length =
  | { readonly _tag: "Days"; readonly days: number; readonly counting: Calendar.Counting; readonly source: LegalSource.LegalSource }
  | { readonly _tag: "Until"; readonly day: Day.Day; readonly source: LegalSource.LegalSource }

/**
 * A letter: number and day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Letter {
  readonly number: string
  readonly day: Day.Day
}

/**
 * The timetable of a round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Timetable {
  readonly letter: Letter
  readonly calendar: Calendar.Calendar
  readonly lengths: Readonly<Record<Term, Length>>
}

/**
 * When a term ends.
 *
 * @category models
 * @since 0.1.0
 */
export interface End {
  readonly lastDay: Day.Day
  /** First moment after the last day. Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

// --- operations ---

/**
 * When a term ends that begins at a moment; the day of that moment does not count.
 *
 * **Example** (Three calendar days after an announcement in the evening)
 *
 * ```ts
 * import { Timetable } from "@timbang/process"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const calendar = { zone: "WITA", restDays: [0, 6], holidays: [] } as const
 * const length = { _tag: "Days", days: 3, counting: "calendar", source } as const
 * const { at, lastDay } = Timetable.endOf(calendar, length, Date.UTC(2024, 8, 19, 12))
 * lastDay // => "2024-09-22"
 * new Date(at).toISOString() // => "2024-09-22T16:00:00.000Z"
 * ```
 *
 * @param since milliseconds since 1970-01-01 UTC
 * @category reading
 * @since 0.1.0
 */
export const endOf = (calendar: Calendar.Calendar, length: Length, since: number): End => {
  const lastDay = length._tag === "Until"
    ? length.day
    : Calendar.addDays(calendar, Calendar.dayAt(calendar, since), length.days, length.counting)
  return { lastDay, at: Calendar.endOf(calendar, lastDay) }
}
