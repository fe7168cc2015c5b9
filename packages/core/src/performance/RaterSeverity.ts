/**
 * How severe each rater is, from people rated by several raters: score = level + person + rater, by least squares.
 *
 * Raters can be compared only where a chain of shared people links them. Across islands nothing is compared; the missing
 * link is named. Within an island the effects of the raters sum to zero.
 *
 * @since 0.1.0
 */
import * as Islands from "./internal/Islands.ts"
import { byText } from "../internal/Order.ts"
import * as Matrix from "./internal/Matrix.ts"
import * as Interval from "../number/Interval.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * One score given by a rater to a person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rating {
  readonly person: string
  readonly rater: string
  readonly score: number
}

/**
 * Raters and people linked with each other, and with nobody else.
 *
 * @category models
 * @since 0.1.0
 */
export interface Island {
  readonly raters: ReadonlyArray<Rater>
  readonly people: ReadonlyArray<Person>
  /** Residual variance; undefined when the ratings leave no freedom. */
  readonly residualVariance: number | Undefined.Undefined
  readonly freedom: number
  /** Covariance of the raters' effects for a residual variance of one, in the order of `raters`. */
  readonly covariance: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * The effect of a rater: above zero is lenient, below zero severe. Unit: that of the scores.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rater {
  readonly rater: string
  readonly effect: number | Undefined.Undefined
  readonly standardError: number | Undefined.Undefined
  readonly ratings: number
}

/**
 * The mean of a person, as given and with the raters' effects taken off.
 *
 * @category models
 * @since 0.1.0
 */
export interface Person {
  readonly person: string
  readonly rawMean: number
  readonly adjustedMean: number
  readonly ratings: number
  /** Share of each rater in the person's ratings, in the order of the island's raters. */
  readonly raterShares: ReadonlyArray<number>
}

/**
 * The islands of a design, in the order of their first rater's name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Severity {
  /** What fixes the effects, where texts leave a choice. */
  readonly convention: "rater effects sum to zero within an island"
  readonly islands: ReadonlyArray<Island>
  readonly isConnected: boolean
  /** For the islands after the first, what would link each with the first: one rater of one side rating one of the other. */
  readonly missingLinks: ReadonlyArray<MissingLink>
}

/**
 * A link that would join two islands: any of `raters` rating any of `people`.
 *
 * @category models
 * @since 0.1.0
 */
export interface MissingLink {
  readonly raters: ReadonlyArray<string>
  readonly people: ReadonlyArray<string>
}

/**
 * The difference of two raters or of two people, or the refusal to compare across islands.
 *
 * @category models
 * @since 0.1.0
 */
export type Comparison =
  | { readonly _tag: "Compared"; readonly difference: number; readonly interval: Interval.Interval | Undefined.Undefined }
  | { readonly _tag: "NotComparable"; readonly missingLink: MissingLink }
  | { readonly _tag: "NotRated"; readonly name: string }

// --- operations ---

/**
 * Fits the effects of raters, island by island.
 *
 * **Example** (Two groups that share nobody)
 *
 * ```ts
 * import { RaterSeverity } from "@timbang/core/performance"
 * const rating = (person: string, rater: string, score: number) => ({ person, rater, score })
 * const severity = RaterSeverity.fit([rating("1", "A", 80), rating("1", "B", 75), rating("2", "C", 90), rating("2", "D", 88)])
 * severity.isConnected // => false
 * severity.islands[0]?.raters.map(({ rater, effect }) => [rater, effect]) // => [["A", 2.5], ["B", -2.5]]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const fit = (ratings: ReadonlyArray<Rating>): Severity => {
  const islands = Islands.of(ratings).map(fitIsland)
  const [first, ...others] = islands
  const missingLinks = first === undefined ? [] : others.map((other) => linkOf(first, other))
  return { convention: "rater effects sum to zero within an island", islands, isConnected: islands.length <= 1, missingLinks }
}

/**
 * Compares the severity of two raters: first minus second.
 *
 * **Example** (Across islands)
 *
 * ```ts
 * import { RaterSeverity } from "@timbang/core/performance"
 * const rating = (person: string, rater: string, score: number) => ({ person, rater, score })
 * const severity = RaterSeverity.fit([rating("1", "A", 80), rating("1", "B", 75), rating("2", "C", 90), rating("2", "D", 88)])
 * RaterSeverity.compareRaters(severity, "A", "B").difference // => 5
 * RaterSeverity.compareRaters(severity, "A", "C") // => { _tag: "NotComparable", missingLink: { raters: ["A", "B"], people: ["2"] } }
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compareRaters = (severity: Severity, first: string, second: string, level = 0.95): Comparison => {
  const islandOf = (name: string) => severity.islands.find(({ raters }) => raters.some(({ rater }) => rater === name))
  const [one, two] = [islandOf(first), islandOf(second)]
  if (one === undefined) return { _tag: "NotRated", name: first }
  if (two === undefined) return { _tag: "NotRated", name: second }
  if (one !== two) return { _tag: "NotComparable", missingLink: linkOf(one, two) }
  const effect = (name: string) => one.raters.find(({ rater }) => rater === name)!.effect
  const [a, b] = [effect(first), effect(second)]
  const difference = Undefined.isUndefined(a) || Undefined.isUndefined(b) ? 0 : a - b
  const contrast = one.raters.map(({ rater }) => Number(rater === first) - Number(rater === second))
  return { _tag: "Compared", difference, interval: intervalOf(one, difference, Matrix.quadratic(one.covariance, contrast), level) }
}

/**
 * Compares the adjusted means of two people: first minus second.
 *
 * **Example** (The stricter rater is allowed for)
 *
 * ```ts
 * import { RaterSeverity } from "@timbang/core/performance"
 * const rating = (person: string, rater: string, score: number) => ({ person, rater, score })
 * const severity = RaterSeverity.fit([rating("1", "A", 80), rating("1", "B", 70), rating("2", "B", 72)])
 * RaterSeverity.comparePeople(severity, "1", "2").difference // => -2
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const comparePeople = (severity: Severity, first: string, second: string, level = 0.95): Comparison => {
  const islandOf = (name: string) => severity.islands.find(({ people }) => people.some(({ person }) => person === name))
  const [one, two] = [islandOf(first), islandOf(second)]
  if (one === undefined) return { _tag: "NotRated", name: first }
  if (two === undefined) return { _tag: "NotRated", name: second }
  if (one !== two) return { _tag: "NotComparable", missingLink: linkOf(one, two) }
  const find = (name: string) => one.people.find(({ person }) => person === name)!
  const [a, b] = [find(first), find(second)]
  const difference = a.adjustedMean - b.adjustedMean
  const contrast = a.raterShares.map((share, at) => share - b.raterShares[at]!)
  const own = a === b ? 0 : 1 / a.ratings + 1 / b.ratings
  return { _tag: "Compared", difference, interval: intervalOf(one, difference, own + Matrix.quadratic(one.covariance, contrast), level) }
}

const linkOf = (one: Island, other: Island): MissingLink => ({
  raters: one.raters.map(({ rater }) => rater),
  people: other.people.map(({ person }) => person)
})

const fitIsland = (ratings: ReadonlyArray<Rating>): Island => {
  const raters = [...new Set(ratings.map(({ rater }) => rater))].sort(byText)
  const people = [...new Set(ratings.map(({ person }) => person))].sort(byText)
  const raterAt = new Map(raters.map((rater, at) => [rater, at]))
  const personAt = new Map(people.map((person, at) => [person, at]))
  const counts = people.map(() => Array.from(raters, () => 0))
  const sums = people.map(() => 0)
  const raterSums = raters.map(() => 0)
  for (const { person, rater, score } of ratings) {
    counts[personAt.get(person)!]![raterAt.get(rater)!]!++
    sums[personAt.get(person)!]! += score
    raterSums[raterAt.get(rater)!]! += score
  }
  const sizes = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const means = sums.map((sum, at) => sum / sizes[at]!)

  // Normal equations of the raters after the people are taken out; 1/R everywhere makes the effects sum to zero.
  const size = raters.length
  const matrix = raters.map(() => Array.from(raters, () => 1 / size))
  const right = raterSums.slice()
  counts.forEach((row, person) => {
    row.forEach((count, r) => {
      if (count === 0) return
      right[r]! -= count * means[person]!
      matrix[r]![r]! += count
      row.forEach((other, s) => {
        matrix[r]![s]! -= (count * other) / sizes[person]!
      })
    })
  })
  const covariance = Matrix.inverse(matrix).map((row) => row.map((cell) => cell - 1 / size))
  const effects = covariance.map((row) => row.reduce((sum, cell, at) => sum + cell * right[at]!, 0))
  const raterShares = counts.map((row, person) => row.map((count) => count / sizes[person]!))
  const adjusted = means.map((mean, person) =>
    mean - raterShares[person]!.reduce((sum, share, at) => sum + share * effects[at]!, 0)
  )
  const freedom = ratings.length - people.length - size + 1
  const squares = ratings
    .map(({ person, rater, score }) => score - adjusted[personAt.get(person)!]! - effects[raterAt.get(rater)!]!)
    .reduce((sum, residual) => sum + residual * residual, 0)
  const residualVariance = freedom > 0
    ? squares / freedom
    : Undefined.because("residual variance", "too-few-values", { found: ratings.length, needed: ratings.length - freedom + 1 })
  const perRater = raterSums.map((_, at) => counts.reduce((sum, row) => sum + row[at]!, 0))
  const alone = Undefined.because("severity of a rater", "not-connected", { found: 1, needed: 2 })
  return {
    raters: raters.map((rater, at) => ({
      rater,
      effect: size === 1 ? alone : effects[at]!,
      standardError: size === 1
        ? alone
        : Undefined.isUndefined(residualVariance)
        ? residualVariance
        : Math.sqrt(residualVariance * covariance[at]![at]!),
      ratings: perRater[at]!
    })),
    people: people.map((person, at) => ({
      person,
      rawMean: means[at]!,
      adjustedMean: adjusted[at]!,
      ratings: sizes[at]!,
      raterShares: raterShares[at]!
    })),
    residualVariance,
    freedom,
    covariance
  }
}

const intervalOf = (
  island: Island,
  difference: number,
  variance: number,
  level: number
): Interval.Interval | Undefined.Undefined => {
  if (Undefined.isUndefined(island.residualVariance)) return island.residualVariance
  const standardError = Math.sqrt(Math.max(0, variance) * island.residualVariance)
  return Interval.around(difference, standardError, island.freedom, level)
}
