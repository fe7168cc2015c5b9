/**
 * Which training, in which year, within the hours that a year gives.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { LegalSource } from "../law/LegalSource.ts"
import { Undefined } from "../number/index.ts"
import type { Gap } from "./TrainingGap.ts"

// --- models ---

/**
 * A course that teaches a competence.
 *
 * @category models
 * @since 0.1.0
 */
export interface Course {
  readonly competence: string
  readonly course: string
  /** Unit: training hours (jam pelajaran, JP) for each person. Whole, above 0. */
  readonly hours: number
}

/**
 * How many hours a year gives each person: a floor that has to be reached, or a ceiling that may not be passed.
 *
 * **Details**
 *
 * A plan fills a year up to `hours` either way; under a floor what is left open is to be filled with other development,
 * under a ceiling it may stay open.
 *
 * @category models
 * @since 0.1.0
 */
export interface Allowance {
  /** Unit: training hours a year for each person. Whole, above 0. */
  readonly hours: number
  readonly is: "floor" | "ceiling"
}

/**
 * A part of a course in one year, for the people of one cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface Session {
  readonly unit: string
  readonly jobFamily: string
  readonly competence: string
  readonly course: string
  /** 1 is the first year of the plan. */
  readonly year: number
  /** Unit: training hours for each person. */
  readonly hours: number
  /** Unit: people. */
  readonly people: number
}

/**
 * The plan, in order of cell and year, and what it cannot plan.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  readonly allowance: Allowance
  readonly sessions: ReadonlyArray<Session>
  /** Competences that are below and for which the catalogue has no course. */
  readonly withoutCourse: ReadonlyArray<Gap>
  /** Unit: years until the last course of the plan ends. */
  readonly years: number
}

/**
 * The plan of people under one allowance, such as civil servants or contract staff, and the provisions that set it.
 *
 * @category models
 * @since 0.1.0
 */
export interface StaffPlan {
  /** Kind of staff, as the law names it; absent when the ratings do not say whom they are of. */
  readonly staff?: string
  readonly plan: Plan
  readonly sources: ReadonlyArray<LegalSource>
}

// --- errors ---

/**
 * A number of hours is not a whole number above zero.
 *
 * @category errors
 * @since 0.1.0
 */
export class HoursRefused extends Data.TaggedError("HoursRefused")<{ readonly of: string; readonly found: number }> {
  override get message(): string {
    return `hours of ${this.of}: found ${this.found}, expected a whole number above 0`
  }
}

// --- operations ---

/**
 * Plans the courses of all competences that are shown to be below.
 *
 * **Details**
 *
 * In each cell the competence farthest below comes first: the distance of the upper end of its interval from the
 * standard, by the standard; equals by name. A course goes into the first year with room for the whole of it; a course longer than a
 * year's hours runs over consecutive years. Input order does not matter. Of several courses for a competence the shortest
 * is taken, of equals the first by name.
 *
 * **Example** (A course of 30 hours under 20 hours a year)
 *
 * ```ts
 * import { Result } from "effect"
 * import { TrainingGap, TrainingPlan } from "@timbang/core/evaluation"
 * const gaps = TrainingGap.find([{ unit: "kerinci", jobFamily: "nurse", competence: "triage", ratings: [2, 2.2, 1.9], standard: 3 }], [])
 * const plan = TrainingPlan.make(gaps, [{ competence: "triage", course: "BTCLS", hours: 30 }], { hours: 20, is: "floor" })
 * Result.map(plan, ({ sessions }) => sessions.map(({ hours, year }) => [year, hours])) // => Result.succeed([[1, 20], [2, 10]])
 * ```
 *
 * @category planning
 * @since 0.1.0
 */
export const make = (
  gaps: ReadonlyArray<Gap>,
  catalogue: ReadonlyArray<Course>,
  allowance: Allowance
): Result.Result<Plan, HoursRefused> => {
  if (!isHours(allowance.hours)) return Result.fail(new HoursRefused({ of: "a year", found: allowance.hours }))
  const refused = catalogue.find(({ hours }) => !isHours(hours))
  if (refused !== undefined) return Result.fail(new HoursRefused({ of: refused.course, found: refused.hours }))

  const below = gaps.filter(({ skill }) => skill === "below")
  const cells = new Map<string, ReadonlyArray<Gap>>()
  for (const gap of below) {
    const cell = JSON.stringify([gap.unit, gap.jobFamily])
    cells.set(cell, [...(cells.get(cell) ?? []), gap])
  }
  const sessions: Array<Session> = []
  const withoutCourse: Array<Gap> = []
  for (const [, cell] of [...cells].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const used: Array<number> = []
    for (const gap of cell.toSorted(byDistance)) {
      const course = courseFor(gap.competence, catalogue)
      if (course === undefined) withoutCourse.push(gap)
      else sessions.push(...place(gap, course, allowance.hours, used))
    }
  }
  return Result.succeed({
    allowance,
    sessions: sessions.sort(bySession),
    withoutCourse,
    years: Math.max(0, ...sessions.map(({ year }) => year))
  })
}

/** Books the course into the first years with room and answers its sessions; `used` holds the hours of each year. */
const place = (
  gap: Gap,
  { course, hours }: Course,
  hoursAYear: number,
  used: Array<number>
): ReadonlyArray<Session> => {
  const { competence, jobFamily, people, unit } = gap
  const needed = Math.min(hours, hoursAYear)
  let year = 0
  while ((used[year] ?? 0) + needed > hoursAYear || !isFree(used, year + 1, hours - needed, hoursAYear)) year++
  const sessions: Array<Session> = []
  for (let left = hours; left > 0; year++) {
    const part = Math.min(left, hoursAYear - (used[year] ?? 0))
    for (let y = used.length; y <= year; y++) used.push(0)
    used[year] = used[year]! + part
    left -= part
    sessions.push({ unit, jobFamily, competence, course, year: year + 1, hours: part, people })
  }
  return sessions
}

/** Whether `hours` fit from `year` on without a gap and without passing another course. */
const isFree = (used: ReadonlyArray<number>, year: number, hours: number, hoursAYear: number): boolean => {
  let left = hours
  for (let y = year; left > 0; y++) {
    const part = Math.min(left, hoursAYear)
    if ((used[y] ?? 0) + part > hoursAYear) return false
    left -= part
  }
  return true
}

const courseFor = (competence: string, catalogue: ReadonlyArray<Course>): Course | undefined =>
  catalogue
    .filter((one) => one.competence === competence)
    .sort((a, b) => a.hours - b.hours || (a.course < b.course ? -1 : 1))[0]

const byDistance = (a: Gap, b: Gap): number => distance(b) - distance(a) || (a.competence < b.competence ? -1 : 1)

const distance = ({ interval, standard }: Gap): number =>
  Undefined.isUndefined(interval) ? 0 : (standard - interval.upper) / Math.abs(standard || 1)

const bySession = (a: Session, b: Session): number => (keyOf(a) < keyOf(b) ? -1 : 1)

const keyOf = ({ competence, jobFamily, unit, year }: Session): string =>
  JSON.stringify([unit, jobFamily, String(year).padStart(4, "0"), competence])

const isHours = (hours: number): boolean => Number.isSafeInteger(hours) && hours > 0
