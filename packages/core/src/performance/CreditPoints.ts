/**
 * Credit points (angka kredit): what a predicate earns over months, what a promotion needs, and what is carried over.
 *
 * Exact: points are whole numbers of 1/120000 point, in which every month of every coefficient of two decimals is whole.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { LegalSource } from "../law/LegalSource.ts"
import * as Rounding from "../number/Rounding.ts"
import type { Scaled } from "../number/Scaled.ts"

// --- models ---

/**
 * Credit points. Unit: 1/120000 of a point. Use {@link display} to show them.
 *
 * @category models
 * @since 0.1.0
 */
export type Points = number

/**
 * Units of {@link Points} in one point.
 *
 * @category models
 * @since 0.1.0
 */
export const perPoint = 120_000

/**
 * What a year earns: a share by predicate, of a coefficient by level of the position.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rates {
  /** Unit: hundredths of the coefficient. */
  readonly percentByPredicate: Readonly<Record<string, number>>
  /** Unit: hundredths of a point per year. */
  readonly coefficientByLevel: Readonly<Record<string, Scaled>>
  readonly source: LegalSource
}

/**
 * A stretch of whole months with one predicate at one level.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stretch {
  readonly level: string
  readonly predicate: string
  /** Unit: months. Range: 1 to 12. */
  readonly months: number
}

/**
 * What a promotion needs, and whether what is left over is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Promotion {
  readonly kind: "rank" | "level"
  /** Unit: hundredths of a point. */
  readonly need: Scaled
  /** Years in the last rank; `undefined` where the kind of promotion asks none. */
  readonly yearsInRank?: number
  /** Predicates that count as good enough, and for how many of the last years. */
  readonly goodPredicates: ReadonlyArray<string>
  readonly goodYears: number
  /** A higher level also asks a competence test and a vacancy. */
  readonly asksTestAndVacancy: boolean
  readonly source: LegalSource
}

/**
 * What is known of the person who is considered.
 *
 * @category models
 * @since 0.1.0
 */
export interface Candidate {
  readonly points: Points
  readonly yearsInRank: number
  /** Annual predicates, latest first. */
  readonly predicates: ReadonlyArray<string>
  readonly hasPassedTest: boolean
  readonly hasVacancy: boolean
}

/**
 * One condition of a promotion that is not met, with how much is missing.
 *
 * @category models
 * @since 0.1.0
 */
export type Unmet =
  | { readonly _tag: "PointsShort"; readonly missing: Points }
  | { readonly _tag: "YearsShort"; readonly years: number; readonly needed: number }
  | { readonly _tag: "PredicateTooLow"; readonly found: ReadonlyArray<string>; readonly goodYears: number }
  | { readonly _tag: "TestMissing" }
  | { readonly _tag: "VacancyMissing" }

/**
 * Whether a promotion may be proposed: every unmet condition at once, and what happens to the surplus.
 *
 * @category models
 * @since 0.1.0
 */
export interface Considered {
  readonly isEligible: boolean
  readonly unmet: ReadonlyArray<Unmet>
  /** Points above the need; carried within a level, lost on the way to a higher level. */
  readonly surplus: Points
  readonly carriedOver: Points
  readonly lost: Points
  readonly source: LegalSource
}

// --- errors ---

/**
 * The rates know no such predicate or level, or the months are not 1 to 12 whole months.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotRated extends Data.TaggedError("NotRated")<{
  readonly field: "predicate" | "level" | "months"
  readonly found: string
  readonly known: ReadonlyArray<string>
}> {
  override get message(): string {
    return `no credit points for ${this.field} ${JSON.stringify(this.found)}; use one of ${this.known.join(", ")}`
  }
}

// --- operations ---

/**
 * Points earned over some stretches.
 *
 * **Example** (Two months at 12.5 points a year)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CreditPoints } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const rates = { percentByPredicate: { good: 100, great: 150 }, coefficientByLevel: { first: 1250 }, source }
 * const points = CreditPoints.earned(rates, [{ level: "first", predicate: "good", months: 2 }])
 * Result.map(points, CreditPoints.display) // => Result.succeed(208)
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const earned = (rates: Rates, stretches: ReadonlyArray<Stretch>): Result.Result<Points, NotRated> => {
  let total = 0
  for (const { level, months, predicate } of stretches) {
    const percent = rates.percentByPredicate[predicate]
    const coefficient = rates.coefficientByLevel[level]
    if (percent === undefined) return refused("predicate", predicate, Object.keys(rates.percentByPredicate))
    if (coefficient === undefined) return refused("level", level, Object.keys(rates.coefficientByLevel))
    if (!Number.isInteger(months) || months < 1 || months > 12) return refused("months", String(months), ["1 to 12"])
    total += months * percent * coefficient
  }
  return Result.succeed(total)
}

/**
 * Points with two decimals, halves up. Unit: hundredths of a point.
 *
 * **Example** (18.75 points)
 *
 * ```ts
 * import { CreditPoints } from "@timbang/core/performance"
 * CreditPoints.display(18.75 * CreditPoints.perPoint) // => 1875
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const display = (points: Points): Scaled => Rounding.divide(points, perPoint / 100, "half-up")

/**
 * Hundredths of a point as {@link Points}, for base points set by a table.
 *
 * **Example** (50 points of a base)
 *
 * ```ts
 * import { CreditPoints } from "@timbang/core/performance"
 * CreditPoints.fromHundredths(5000) // => 6000000
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const fromHundredths = (hundredths: Scaled): Points => hundredths * (perPoint / 100)

/**
 * Checks a promotion and says what becomes of the surplus.
 *
 * **Example** (110 of 100 points, within a level)
 *
 * ```ts
 * import { CreditPoints } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const rank = { kind: "rank", need: 10000, yearsInRank: 2, goodPredicates: ["good"], goodYears: 2, asksTestAndVacancy: false, source } as const
 * const person = { points: CreditPoints.fromHundredths(11000), yearsInRank: 3, predicates: ["good", "good"], hasPassedTest: false, hasVacancy: false }
 * const considered = CreditPoints.consider(rank, person)
 * considered.isEligible // => true
 * CreditPoints.display(considered.carriedOver) // => 1000
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const consider = (promotion: Promotion, person: Candidate): Considered => {
  const need = fromHundredths(promotion.need)
  const recent = person.predicates.slice(0, promotion.goodYears)
  const isGood = recent.length === promotion.goodYears && recent.every((each) => promotion.goodPredicates.includes(each))
  const { yearsInRank } = promotion
  const unmet: ReadonlyArray<Unmet> = [
    ...(person.points < need ? [{ _tag: "PointsShort", missing: need - person.points } as const] : []),
    ...(yearsInRank !== undefined && person.yearsInRank < yearsInRank
      ? [{ _tag: "YearsShort", years: person.yearsInRank, needed: yearsInRank } as const]
      : []),
    ...(isGood ? [] : [{ _tag: "PredicateTooLow", found: recent, goodYears: promotion.goodYears } as const]),
    ...(promotion.asksTestAndVacancy && !person.hasPassedTest ? [{ _tag: "TestMissing" } as const] : []),
    ...(promotion.asksTestAndVacancy && !person.hasVacancy ? [{ _tag: "VacancyMissing" } as const] : [])
  ]
  const surplus = Math.max(0, person.points - need)
  const carriedOver = promotion.kind === "rank" ? surplus : 0
  return { isEligible: unmet.length === 0, unmet, surplus, carriedOver, lost: surplus - carriedOver, source: promotion.source }
}

const refused = (field: "predicate" | "level" | "months", found: string, known: ReadonlyArray<string>) =>
  Result.fail(new NotRated({ field, found, known }))
