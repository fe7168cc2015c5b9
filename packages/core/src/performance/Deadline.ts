/**
 * Deadlines of an appraisal as data: what starts them, how long they run, and in which days.
 *
 * @since 0.1.0
 */
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * A deadline. The day of the event is not counted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deadline<Act extends string = string, Event extends string = string> {
  /** What has to be done, such as `objection` or `decision on the objection`. */
  readonly act: Act
  /** The event that starts it. */
  readonly after: Event
  /** Length. Unit: working days or calendar days. */
  readonly days: number
  readonly counts: "working-days" | "calendar-days"
  readonly source: LegalSource
  /** The act is a right: who lets it pass is not late, the right has ended. */
  readonly isRight?: true
  /** It runs for an appraisal of a year only. */
  readonly isAnnual?: true
}

/**
 * What has to be done around an appraisal.
 *
 * @category models
 * @since 0.1.0
 */
export type AppraisalAct =
  | "annual-appraisal"
  | "handing-over"
  | "signature"
  | "report"
  | "objection"
  | "decision-on-objection"
  | "decision-in-place-of-signature"

/**
 * What starts a deadline of an appraisal.
 *
 * @category models
 * @since 0.1.0
 */
export type AppraisalEvent = "period-ended" | "signed-by-rater" | "received" | "objected" | "signature-refused"

/**
 * A deadline followed: when it is due and what became of it. `not-begun`: its event has not happened, or its day is not known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Followed<Act extends string = string, Event extends string = string> {
  readonly deadline: Deadline<Act, Event>
  readonly event?: Day.Day
  readonly done?: Day.Day
  readonly due?: Day.Day
  readonly state: State["state"] | "not-begun"
}

/**
 * A calendar for working days: the weekdays that are worked and the days off.
 *
 * @category models
 * @since 0.1.0
 */
export interface WorkCalendar {
  /** Weekdays not worked, 0 Sunday to 6 Saturday. */
  readonly restDays: ReadonlyArray<number>
  /** Public holidays and collective leave. */
  readonly holidays: ReadonlySet<Day.Day>
}

/**
 * The state of a deadline on a day.
 *
 * @category models
 * @since 0.1.0
 */
export interface State {
  readonly due: Day.Day
  /** `met` and `late` when the act is done, `open` and `overdue` while it is not; `lapsed`: a right that nobody used in time. */
  readonly state: "open" | "met" | "late" | "overdue" | "lapsed"
}

// --- operations ---

/**
 * The last day on which the act is in time.
 *
 * **Example** (Fourteen working days over a weekend and a holiday)
 *
 * ```ts
 * import { Deadline } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const objection = { act: "objection", after: "receipt", days: 14, counts: "working-days", source } as const
 * const calendar = { restDays: [0, 6], holidays: new Set(["2026-02-17"]) }
 * Deadline.due(objection, "2026-02-02", calendar) // => "2026-02-23"
 * Deadline.due({ ...objection, counts: "calendar-days" }, "2026-02-02", calendar) // => "2026-02-16"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const due = (deadline: Deadline, event: Day.Day, calendar: WorkCalendar): Day.Day => {
  if (deadline.counts === "calendar-days") return Day.addDays(event, deadline.days)
  let day = event
  for (let left = deadline.days; left > 0;) {
    day = Day.addDays(day, 1)
    if (isWorked(day, calendar)) left--
  }
  return day
}

/**
 * The state of a deadline on a day, the act done or not.
 *
 * **Example** (Answered one day late)
 *
 * ```ts
 * import { Deadline } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const answer = { act: "answer", after: "objection", days: 7, counts: "calendar-days", source } as const
 * const calendar = { restDays: [], holidays: new Set<string>() }
 * Deadline.state(answer, { event: "2026-02-02", done: "2026-02-10", today: "2026-03-01" }, calendar) // => { due: "2026-02-09", state: "late" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const state = (
  deadline: Deadline,
  days: { readonly event: Day.Day; readonly done?: Day.Day; readonly today: Day.Day },
  calendar: WorkCalendar
): State => {
  const last = due(deadline, days.event, calendar)
  if (days.done !== undefined) return { due: last, state: days.done <= last ? "met" : "late" }
  return { due: last, state: days.today <= last ? "open" : deadline.isRight === true ? "lapsed" : "overdue" }
}

/**
 * Follows deadlines from the days on which events happened and acts were done.
 *
 * **Example** (Received, and nobody objected in time)
 *
 * ```ts
 * import { Deadline } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const deadlines = [
 *   { act: "objection", after: "received", days: 14, counts: "calendar-days", source, isRight: true },
 *   { act: "decision", after: "objected", days: 7, counts: "calendar-days", source }
 * ] as const
 * const followed = Deadline.follow(deadlines, { events: { received: "2026-02-02" }, done: {}, today: "2026-03-01" }, { restDays: [], holidays: new Set() })
 * followed.map(({ due, state }) => [due, state]) // => [["2026-02-16", "lapsed"], [undefined, "not-begun"]]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const follow = <Act extends string, Event extends string>(
  deadlines: ReadonlyArray<Deadline<Act, Event>>,
  { done, events, today }: {
    readonly events: { readonly [E in Event]?: Day.Day | undefined }
    readonly done: { readonly [A in Act]?: Day.Day | undefined }
    readonly today: Day.Day
  },
  calendar: WorkCalendar
): ReadonlyArray<Followed<Act, Event>> =>
  deadlines.map((deadline) => {
    const event: Day.Day | undefined = events[deadline.after]
    const act: Day.Day | undefined = done[deadline.act]
    const isDone = act === undefined ? {} : { done: act }
    return event === undefined
      ? { deadline, ...isDone, state: "not-begun" }
      : { deadline, event, ...isDone, ...state(deadline, { event, ...isDone, today }, calendar) }
  })

/**
 * Whether a day is worked.
 *
 * **Example** (A Saturday)
 *
 * ```ts
 * import { Deadline } from "@timbang/core/performance"
 * Deadline.isWorked("2026-02-07", { restDays: [0, 6], holidays: new Set() }) // => false
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isWorked = (day: Day.Day, { holidays, restDays }: WorkCalendar): boolean => {
  // 1970-01-01 was a Thursday, weekday 4.
  const weekday = (((Day.toNumber(day) + 4) % 7) + 7) % 7
  return !restDays.includes(weekday) && !holidays.has(day)
}
