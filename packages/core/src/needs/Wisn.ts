/**
 * Workload Indicators of Staffing Need (WISN): the need of one cadre from its activities and allowances.
 *
 * Each cadre is a calculation of its own; shares of time are never added over cadres.
 *
 * Source: WHO, WISN user's manual, 2010 (formulas; its rounding steps are a parameter).
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import * as Workload from "./Workload.ts"

// --- models ---

/**
 * Time of an allowance: hours a day, week, month or year. A year has 52 weeks unless `weeksPerYear` says otherwise, 12
 * months, and the available days.
 *
 * @category models
 * @since 0.1.0
 */
export interface Allowance {
  readonly name: string
  readonly hours: Fraction.Numeral
  readonly per: "day" | "week" | "month" | "year"
}

/**
 * One cadre of one facility.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cadre {
  /** Unit: days a year. */
  readonly possibleWorkingDays: Fraction.Numeral
  /** Holidays, leave, sickness, other absence. Unit: days a year each. */
  readonly daysOff: ReadonlyArray<Fraction.Numeral>
  readonly hoursPerDay: Fraction.Numeral
  readonly activities: ReadonlyArray<{
    readonly name: string
    /** Quantity a year. */
    readonly annual: Fraction.Numeral
    readonly minutesPerUnit: Fraction.Numeral
  }>
  /** Support work of all members. */
  readonly categoryAllowances: ReadonlyArray<Allowance>
  /** Additional work of some members. */
  readonly individualAllowances: ReadonlyArray<Allowance & { readonly staff: Fraction.Numeral }>
  readonly existingStaff: Fraction.Numeral
}

/**
 * How time is counted: weeks a year by name, so that both conventions in use can be reproduced.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** `52`, or `available-days` divided by `daysPerWeek`. */
  readonly weeksPerYear: 52 | { readonly _tag: "available-days"; readonly daysPerWeek: Fraction.Numeral }
  /** The part of each whole number up to which a fraction is rounded down; see {@link round}. */
  readonly steps: Steps
}

/**
 * Rounding steps of the manual: a need of n and a fraction, n from 1 to `upTo`, is rounded down when the fraction is at
 * most n x `tolerance`; above, to the nearest.
 *
 * @category models
 * @since 0.1.0
 */
export interface Steps {
  readonly upTo: number
  readonly tolerance: Fraction.Numeral
}

/**
 * The need of a cadre with all that leads to it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Need {
  /** Available working time. Unit: days, and hours, a year. */
  readonly availableDays: Fraction.Fraction
  readonly availableHours: Fraction.Fraction
  readonly activities: ReadonlyArray<{
    readonly name: string
    /** Quantity that one worker does in a year. */
    readonly standardWorkload: Fraction.Fraction
    readonly staff: Fraction.Fraction
  }>
  readonly basic: Fraction.Fraction
  /** CAS as a part of the available time. Range: 0 to 1, 1 excluded. */
  readonly categoryShare: Fraction.Fraction
  /** CAF = 1 / (1 - CAS). */
  readonly categoryFactor: Fraction.Fraction
  /** IAF. Unit: people. */
  readonly individualFactor: Fraction.Fraction
  readonly required: Fraction.Fraction
  /** Unit: people, whole. */
  readonly people: number
  /** Existing / required: below 1 a shortage. `undefined` when nothing is required. */
  readonly ratio: Fraction.Fraction | undefined
  /** Existing - required: below 0 a shortage. */
  readonly difference: Fraction.Fraction
}

// --- errors ---

/**
 * Allowances take all the time there is.
 *
 * @category errors
 * @since 0.1.0
 */
export class AllowancesUseAllTime extends Data.TaggedError("AllowancesUseAllTime")<{ readonly share: string }> {
  override get message(): string {
    return `support work takes ${this.share} of the available time; it must stay below 1; check the unit: hours`
  }
}

/**
 * The days off leave no working time.
 *
 * @category errors
 * @since 0.1.0
 */
export class NoWorkingTime extends Data.TaggedError("NoWorkingTime")<{ readonly days: string }> {
  override get message(): string {
    return `${this.days} days are left to work; correct the possible days or the days off`
  }
}

// --- operations ---

/**
 * The need of a cadre: sum of (annual / standard workload) x CAF + IAF.
 *
 * **Example** (3,000 hours of visits for 2,000 hours of work)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { Wisn } from "@timbang/core/needs"
 * const activities = [{ name: "visits", annual: 6000, minutesPerUnit: 30 }]
 * const cadre = { possibleWorkingDays: 250, daysOff: [0], hoursPerDay: 8, activities, categoryAllowances: [], individualAllowances: [], existingStaff: 1 }
 * const need = Result.getOrThrow(Wisn.need(cadre, { weeksPerYear: 52, steps: { upTo: 5, tolerance: "0.1" } }))
 * Fraction.format(need.required) // => "3/2"
 * need.people // => 2
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const need = (
  cadre: Cadre,
  options: Options
): Result.Result<Need, Workload.WorkloadRefused | AllowancesUseAllTime | NoWorkingTime> =>
  Result.gen(function* () {
    let availableDays = yield* Workload.amount("possible working days", cadre.possibleWorkingDays, false)
    for (const days of cadre.daysOff)
      availableDays = Fraction.subtract(availableDays, yield* Workload.amount("days off", days, false))
    if (availableDays.numerator <= 0n)
      return yield* Result.fail(new NoWorkingTime({ days: Fraction.format(availableDays) }))
    const availableHours = Fraction.multiply(
      availableDays,
      yield* Workload.amount("hours a day", cadre.hoursPerDay, true)
    )
    const existing = yield* Workload.amount("existing staff", cadre.existingStaff, false)
    const weeks =
      options.weeksPerYear === 52
        ? Fraction.make(52)
        : Fraction.divide(availableDays, yield* Workload.amount("days a week", options.weeksPerYear.daysPerWeek, true))
    const hoursAYear = ({ hours, name, per }: Allowance) =>
      Result.map(Workload.amount(`hours of "${name}"`, hours, false), (time) =>
        Fraction.multiply(time, { day: availableDays, week: weeks, month: Fraction.make(12), year: Fraction.one }[per])
      )

    const activities: Array<Need["activities"][number]> = []
    for (const { annual, minutesPerUnit, name } of cadre.activities) {
      const minutes = yield* Workload.amount(`minutes of "${name}"`, minutesPerUnit, true)
      const standardWorkload = Fraction.divide(Fraction.multiply(availableHours, Fraction.make(60)), minutes)
      const quantity = yield* Workload.amount(`quantity of "${name}"`, annual, false)
      activities.push({ name, standardWorkload, staff: Fraction.divide(quantity, standardWorkload) })
    }
    let categoryShare = Fraction.zero
    for (const allowance of cadre.categoryAllowances) {
      categoryShare = Fraction.add(categoryShare, Fraction.divide(yield* hoursAYear(allowance), availableHours))
    }
    const categoryFactor = yield* factor(categoryShare)
    let individualFactor = Fraction.zero
    for (const allowance of cadre.individualAllowances) {
      const staff = yield* Workload.amount(`staff of "${allowance.name}"`, allowance.staff, false)
      const hours = Fraction.multiply(yield* hoursAYear(allowance), staff)
      individualFactor = Fraction.add(individualFactor, Fraction.divide(hours, availableHours))
    }
    const basic = Fraction.sum(activities.map(({ staff }) => staff))
    const required = Fraction.add(Fraction.multiply(basic, categoryFactor), individualFactor)
    return {
      availableDays,
      availableHours,
      activities,
      basic,
      categoryShare,
      categoryFactor,
      individualFactor,
      required,
      people: round(required, options.steps),
      ratio: required.numerator === 0n ? undefined : Fraction.divide(existing, required),
      difference: Fraction.subtract(existing, required)
    }
  })

/**
 * The factor by which support work of all members raises the need: 1 / (1 - share).
 *
 * **Example** (A fifth of the time)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { Wisn } from "@timbang/core/needs"
 * Result.map(Wisn.factor(Fraction.make(1, 5)), Fraction.format) // => Result.succeed("5/4")
 * Result.isFailure(Wisn.factor(Fraction.one)) // => true
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const factor = (share: Fraction.Fraction): Result.Result<Fraction.Fraction, AllowancesUseAllTime> =>
  Fraction.compare(share, Fraction.one) >= 0
    ? Result.fail(new AllowancesUseAllTime({ share: Fraction.format(share) }))
    : Result.succeed(Fraction.divide(Fraction.one, Fraction.subtract(Fraction.one, share)))

/**
 * Rounds a need to people by the steps of the manual; any workload below 1 gives 1.
 *
 * **Example** (2.2 and 2.3 people)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Wisn } from "@timbang/core/needs"
 * const steps = { upTo: 5, tolerance: "0.1" }
 * Wisn.round(Fraction.make(22, 10), steps) // => 2
 * Wisn.round(Fraction.make(23, 10), steps) // => 3
 * Wisn.round(Fraction.make(1, 10), steps) // => 1
 * ```
 *
 * @category calculating
 * @since 0.1.0
 */
export const round = (required: Fraction.Fraction, { tolerance, upTo }: Steps): number => {
  const whole = Number(Fraction.round(required, 0, "down"))
  if (whole > upTo) return Number(Fraction.round(required, 0, "half-up"))
  if (whole === 0) return required.numerator > 0n ? 1 : 0
  const most = Fraction.multiply(Fraction.parseUnsafe(tolerance), Fraction.make(whole))
  return Fraction.compare(Fraction.subtract(required, Fraction.make(whole)), most) <= 0 ? whole : whole + 1
}
