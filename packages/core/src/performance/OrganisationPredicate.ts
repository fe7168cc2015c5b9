/**
 * The predicate of an organisation for a period, and last year's where this year's is late.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { CitizenEvidence, Reading } from "./CitizenEvidence.ts"

// --- models ---

/**
 * An organisation predicate that somebody set.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationPredicate<P extends string = string> {
  readonly unit: string
  readonly year: number
  readonly predicate: P
  readonly setBy: string
  readonly setOn: Day
  /** On what it rests, such as key indicators, leaders' expectation and a reform index. */
  readonly grounds: ReadonlyArray<string>
  /** What citizens said of the service; evidence on the organisation's achievement, with its interval. */
  readonly citizens: ReadonlyArray<CitizenEvidence>
}

/**
 * The organisation predicate that holds for an appraisal, and why.
 *
 * @category models
 * @since 0.1.0
 */
export interface Holding<P extends string = string> {
  readonly organisation: OrganisationPredicate<P>
  readonly because: "set-in-time" | "last-year-stands-in"
  readonly source: LegalSource
}

/**
 * Until which day of the next year an organisation predicate may be set. Month and day, `MM-DD`.
 *
 * @category models
 * @since 0.1.0
 */
export interface LastDay {
  readonly monthDay: string
  readonly source: LegalSource
}

/**
 * How citizens' evidence bears on a predicate. No rule turns the one into the other.
 *
 * - `contradicts`: citizens are surely above or below what was expected, the predicate says the opposite.
 * - `agrees`: both say the same. `cannot-say`: the evidence is on neither side, or has no interval.
 *
 * @category models
 * @since 0.1.0
 */
export type Bearing = "agrees" | "contradicts" | "cannot-say"

// --- errors ---

/**
 * Neither this year's nor last year's predicate of the organisation exists.
 *
 * @category errors
 * @since 0.1.0
 */
export class OrganisationNotAppraised extends Data.TaggedError("OrganisationNotAppraised")<{
  readonly unit: string
  readonly year: number
}> {
  override get message(): string {
    return `${this.unit} has no predicate for ${this.year} set in time and none for ${this.year - 1}; set one before its people are appraised`
  }
}

// --- operations ---

/**
 * The predicate that holds for a year: its own when set in time, else that of the year before.
 *
 * **Example** (Set in March, too late)
 *
 * ```ts
 * import { Result } from "effect"
 * import { OrganisationPredicate } from "@timbang/core/performance"
 * const set = { unit: "registry", setBy: "regent", grounds: ["key indicators"], citizens: [] }
 * const lastDay = { monthDay: "01-31", source: { instrument: "house rule", confidence: "host" } } as const
 * const known = [{ ...set, year: 2024, predicate: "good", setOn: "2025-01-20" }, { ...set, year: 2025, predicate: "great", setOn: "2026-03-02" }]
 * Result.map(OrganisationPredicate.holding(known, "registry", 2025, lastDay), (held) => [held.organisation.predicate, held.because]) // => Result.succeed(["good", "last-year-stands-in"])
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const holding = <P extends string>(
  known: ReadonlyArray<OrganisationPredicate<P>>,
  unit: string,
  year: number,
  lastDay: LastDay
): Result.Result<Holding<P>, OrganisationNotAppraised> => {
  const inTime = (of: number) =>
    known
      .filter((each) => each.unit === unit && each.year === of && each.setOn <= `${of + 1}-${lastDay.monthDay}`)
      .toSorted((a, b) => (a.setOn < b.setOn ? 1 : a.setOn > b.setOn ? -1 : 0))[0]
  const own = inTime(year)
  if (own !== undefined) return Result.succeed({ organisation: own, because: "set-in-time", source: lastDay.source })
  const before = inTime(year - 1)
  return before === undefined
    ? Result.fail(new OrganisationNotAppraised({ unit, year }))
    : Result.succeed({ organisation: before, because: "last-year-stands-in", source: lastDay.source })
}

/**
 * How evidence bears on a predicate that says expectations are met (`meets`) or are not.
 *
 * **Example** (Citizens surely below, and a good predicate)
 *
 * ```ts
 * import { OrganisationPredicate } from "@timbang/core/performance"
 * OrganisationPredicate.bearing(true, "below") // => "contradicts"
 * OrganisationPredicate.bearing(false, "not-distinguishable") // => "cannot-say"
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const bearing = (meets: boolean, reading: Reading): Bearing =>
  reading === "above" || reading === "below" ? (meets === (reading === "above") ? "agrees" : "contradicts") : "cannot-say"
