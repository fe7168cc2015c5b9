/**
 * An index of professionalism: points by dimension for one person, and the mean over the people of a unit.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { LegalSource } from "../law/LegalSource.ts"
import * as Rounding from "../number/Rounding.ts"
import type { Scaled } from "../number/Scaled.ts"
import * as Bands from "./Bands.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * The points an answer gives in one dimension. Unit: hundredths of a point.
 *
 * @category models
 * @since 0.1.0
 */
export interface Dimension {
  readonly id: string
  /** Highest points of the dimension. */
  readonly highest: Scaled
  /** Whether one answer is given (a degree) or several add up (courses attended). */
  readonly answers: "one" | "several"
  readonly points: Readonly<Record<string, Scaled>>
  readonly source: LegalSource
}

/**
 * The dimensions of an index and its categories.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scheme {
  readonly dimensions: ReadonlyArray<Dimension>
  readonly categories: Bands.Bands
  readonly source: LegalSource
}

/**
 * The answers of one person, by dimension.
 *
 * @category models
 * @since 0.1.0
 */
export type Answers = Readonly<Record<string, ReadonlyArray<string>>>

/**
 * The index of one person with the points of each dimension. Unit: hundredths of a point.
 *
 * @category models
 * @since 0.1.0
 */
export interface PersonIndex {
  readonly points: Scaled
  readonly byDimension: ReadonlyArray<{ readonly id: string; readonly points: Scaled; readonly highest: Scaled }>
  readonly category: Bands.Classified
  /** Sources of the scheme that need a warning because nobody has seen the numbers in a source. */
  readonly unverified: ReadonlyArray<LegalSource>
}

/**
 * The mean index of a unit, halves up. Unit: hundredths of a point.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnitIndex {
  readonly points: Scaled
  readonly people: number
  readonly category: Bands.Classified
}

// --- errors ---

/**
 * An answer that the scheme does not know, or not one answer where one is asked.
 *
 * @category errors
 * @since 0.1.0
 */
export class AnswerNotKnown extends Data.TaggedError("AnswerNotKnown")<{
  readonly dimension: string
  readonly found: ReadonlyArray<string>
  readonly known: ReadonlyArray<string>
}> {
  override get message(): string {
    return `${this.dimension} cannot be read from ${JSON.stringify(this.found)}; it knows ${this.known.join(", ")}`
  }
}

// --- operations ---

/**
 * The index of one person.
 *
 * **Gotchas**
 *
 * Points of several answers are cut at the highest points of the dimension. An answer that is absent is refused, not zero.
 *
 * **Example** (A degree and one course)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ProfessionalismIndex } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const degree = { id: "degree", highest: 2500, answers: "one", points: { doctor: 2500, bachelor: 1500 }, source } as const
 * const courses = { id: "courses", highest: 4000, answers: "several", points: { leadership: 1500, seminar: 1000 }, source } as const
 * const categories = { decimals: 2, lowest: 0, highest: 10000, bands: [{ from: 0, label: "low" }, { from: 6100, label: "high" }] }
 * const index = ProfessionalismIndex.ofPerson({ dimensions: [degree, courses], categories, source }, { degree: ["bachelor"], courses: ["seminar"] })
 * Result.map(index, ({ points }) => points) // => Result.succeed(2500)
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const ofPerson = (scheme: Scheme, answers: Answers): Result.Result<PersonIndex, AnswerNotKnown> => {
  const byDimension: Array<{ readonly id: string; readonly points: Scaled; readonly highest: Scaled }> = []
  for (const { answers: asks, highest, id, points } of scheme.dimensions) {
    const given = answers[id]
    const isKnown = given !== undefined && (asks === "several" || given.length === 1) &&
      given.every((answer) => Object.hasOwn(points, answer)) && new Set(given).size === given.length
    if (!isKnown) {
      return Result.fail(new AnswerNotKnown({ dimension: id, found: given ?? [], known: Object.keys(points) }))
    }
    byDimension.push({ id, highest, points: Math.min(highest, given.reduce((sum, answer) => sum + points[answer]!, 0)) })
  }
  const points = byDimension.reduce((sum, dimension) => sum + dimension.points, 0)
  return Result.succeed({
    points,
    byDimension,
    category: Bands.classify(scheme.categories, points),
    unverified: [scheme.source, ...scheme.dimensions.map(({ source }) => source)]
      .filter(({ confidence }) => confidence === "unverified")
  })
}

/**
 * The mean over the people of a unit.
 *
 * **Example** (Two people)
 *
 * ```ts
 * import { ProfessionalismIndex } from "@timbang/core/performance"
 * const categories = { decimals: 2, lowest: 0, highest: 10000, bands: [{ from: 0, label: "low" }, { from: 6100, label: "high" }] }
 * const unit = ProfessionalismIndex.ofUnit(categories, [7000, 5001])
 * unit // => { points: 6001, people: 2, category: { _tag: "Classified", label: "low", above: { from: 6100, label: "high" } } }
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const ofUnit = (categories: Bands.Bands, people: ReadonlyArray<Scaled>): UnitIndex | Undefined.Undefined => {
  if (people.length === 0) return Undefined.because("index of a unit", "no-values", { found: 0, needed: 1 })
  const points = Rounding.divide(people.reduce((sum, each) => sum + each, 0), people.length, "half-up")
  return { points, people: people.length, category: Bands.classify(categories, points) }
}
