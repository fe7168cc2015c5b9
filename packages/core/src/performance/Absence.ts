/**
 * Unexcused absence: working days counted within each calendar year, the longest run without a break, and the sanction that
 * the law names for them. It counts and cites; the official who may punish examines and decides.
 *
 * @since 0.1.0
 */
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import * as Bands from "./Bands.ts"
import * as Deadline from "./Deadline.ts"

// --- models ---

/**
 * What a law says of absence.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rule {
  /** Sanction by working days of absence from January to December. */
  readonly bands: Bands.Bands
  /** Sanction for working days without a break, whatever the total of the year. */
  readonly unbroken: {
    /** Unit: working days. */
    readonly days: number
    readonly sanction: string
    /** Whether a run goes on over 31 December. A reading; where it decides, the outcome says so. */
    readonly goesOnOverYears: boolean
    readonly source: LegalSource
  }
  readonly source: LegalSource
}

/**
 * Working days of absence that follow each other, rest days and holidays between them passed over.
 *
 * @category models
 * @since 0.1.0
 */
export interface Run {
  readonly from: Day.Day
  readonly until: Day.Day
  /** Unit: working days. */
  readonly days: number
}

/**
 * One calendar year of one person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly year: number
  /** Unit: working days. */
  readonly days: number
  readonly longest: Run
  readonly sanction: string
  readonly because: "days-of-the-year" | "unbroken-days"
  /** How many more days in the year lead to which sanction; absent where none is heavier. */
  readonly next?: { readonly daysMore: number; readonly sanction: string }
  /** First day without pay, where the days without a break stop it: the first of the next month. */
  readonly payStopsFrom?: Day.Day
  /** Whether the other reading of a run over 31 December would give another sanction. */
  readonly hangsOnYearChange: boolean
  /** Days of the record that were not worked. They do not count. */
  readonly notWorked: ReadonlyArray<Day.Day>
  readonly source: LegalSource
}

// --- operations ---

/**
 * Counts the days of one person, a result for each calendar year with a day in the record.
 *
 * **Details**
 *
 * A day that stands twice counts once. The counter starts again on 1 January. Of a run that goes on over 31 December, the first
 * year sees its days up to then, the next one all of them.
 *
 * **Example** (Friday and Monday are one run of two days)
 *
 * ```ts
 * import { Absence } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const bands = { decimals: 0, lowest: 0, highest: 366, bands: [{ from: 0, label: "none" }, { from: 3, label: "warning" }] }
 * const rule = { bands, unbroken: { days: 10, sanction: "dismissal", goesOnOverYears: true, source }, source }
 * const calendar = { restDays: [0, 6], holidays: new Set<string>() }
 * const [year] = Absence.count(rule, ["2026-02-06", "2026-02-09"], calendar)
 * [year.days, year.longest.days, year.sanction, year.next?.daysMore] // => [2, 2, "none", 1]
 * ```
 *
 * @category counting
 * @since 0.1.0
 */
export const count = (
  rule: Rule,
  absent: ReadonlyArray<Day.Day>,
  calendar: Deadline.WorkCalendar
): ReadonlyArray<Outcome> => {
  const all = [...new Set(absent)].sort()
  const worked = all.filter((day) => Deadline.isWorked(day, calendar))
  return [...new Set(all.map(yearOf))].map((year) => {
    const days = worked.filter((day) => yearOf(day) === year).length
    const known = worked.filter((day) => yearOf(day) <= year)
    const [own, other] = [rule.unbroken.goesOnOverYears, !rule.unbroken.goesOnOverYears].map((goesOn) =>
      longestOf(runsOf(known, calendar, goesOn).filter(({ until }) => yearOf(until) === year), `${year}-01-01`))
    const decided = decide(rule, days, own!)
    return {
      year: Number(year),
      days,
      longest: own!,
      ...decided,
      ...(own!.days >= rule.unbroken.days ? { payStopsFrom: `${Day.addMonths(tenthOf(own!, rule.unbroken.days, calendar), 1).slice(0, 8)}01` } : {}),
      hangsOnYearChange: decide(rule, days, other!).sanction !== decided.sanction,
      notWorked: all.filter((day) => yearOf(day) === year && !worked.includes(day))
    }
  })
}

const decide = (
  { bands, source, unbroken }: Rule,
  days: number,
  longest: Run
): Pick<Outcome, "because" | "next" | "sanction" | "source"> => {
  if (longest.days >= unbroken.days) return { sanction: unbroken.sanction, because: "unbroken-days", source: unbroken.source }
  const found = Bands.classify(bands, days)
  if (found._tag === "OutOfScale") return { sanction: unbroken.sanction, because: "days-of-the-year", source }
  const { above, label } = found
  return {
    sanction: label,
    because: "days-of-the-year",
    ...(above === undefined ? {} : { next: { daysMore: above.from - days, sanction: above.label } }),
    source
  }
}

const runsOf = (worked: ReadonlyArray<Day.Day>, calendar: Deadline.WorkCalendar, goesOn: boolean): ReadonlyArray<Run> => {
  const runs: Array<Run> = []
  for (const day of worked) {
    const last = runs.at(-1)
    const follows = last !== undefined && nextWorked(last.until, calendar) === day && (goesOn || yearOf(last.until) === yearOf(day))
    if (follows) runs[runs.length - 1] = { ...last, until: day, days: last.days + 1 }
    else runs.push({ from: day, until: day, days: 1 })
  }
  return runs
}

const nextWorked = (day: Day.Day, calendar: Deadline.WorkCalendar): Day.Day => {
  let next = Day.addDays(day, 1)
  while (!Deadline.isWorked(next, calendar)) next = Day.addDays(next, 1)
  return next
}

/** The day on which a run reached so many days. */
const tenthOf = ({ from }: Run, days: number, calendar: Deadline.WorkCalendar): Day.Day => {
  let day = from
  for (let reached = 1; reached < days; reached++) day = nextWorked(day, calendar)
  return day
}

const longestOf = (runs: ReadonlyArray<Run>, none: Day.Day): Run =>
  runs.reduce<Run>((longest, run) => (run.days > longest.days ? run : longest), { from: none, until: none, days: 0 })

const yearOf = (day: Day.Day): string => day.slice(0, 4)
