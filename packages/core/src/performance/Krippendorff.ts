/**
 * Krippendorff's alpha: agreement of any number of observers, with gaps, on four scales.
 *
 * Alpha is 1 - observed / expected disagreement. A unit rated once has no pair and says nothing about agreement.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 *
 * @since 0.1.0
 */
import type { RatingTable } from "./RatingTable.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * How two ratings differ: named or not, by order, by distance, by relative distance.
 *
 * @category models
 * @since 0.1.0
 */
export type Scale = "nominal" | "ordinal" | "interval" | "ratio"

/**
 * Every {@link Scale}.
 *
 * @category models
 * @since 0.1.0
 */
export const scales: ReadonlyArray<Scale> = ["nominal", "ordinal", "interval", "ratio"]

/**
 * Alpha and what it is made of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Alpha {
  readonly scale: Scale
  /** 1 is perfect agreement, 0 what chance gives, below 0 systematic disagreement. */
  readonly alpha: number
  readonly observedDisagreement: number
  readonly expectedDisagreement: number
  /** Ratings in units with at least two, and those units. */
  readonly pairableRatings: number
  readonly pairableUnits: number
}

// --- operations ---

/**
 * Alpha on a scale.
 *
 * **Details**
 *
 * Nominal counts equal pairs, interval uses sums and sums of squares, ordinal is interval on the mean rank of each
 * category: one pass over the ratings, and no table of coincidences. Ratio compares each pair of distinct values and needs
 * ratings of zero or more.
 *
 * **Example** (One disagreement in four units)
 *
 * ```ts
 * import { Krippendorff, RatingTable } from "@timbang/core/performance"
 * const table = RatingTable.fromUnits([[1, 1], [2, 2], [3, 3], [1, 2]])
 * Krippendorff.alpha(table, "nominal").alpha.toFixed(3) // => "0.667"
 * Krippendorff.alpha(RatingTable.fromUnits([[1, 1], [1, 1]]), "nominal").reason // => "one-category"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const alpha = (table: RatingTable, scale: Scale): Alpha | Undefined.Undefined => {
  switch (scale) {
    case "nominal":
      return finish(scale, nominal(table))
    case "interval":
      return finish(scale, byMoments(table))
    case "ordinal":
      return finish(scale, byMoments({ ...table, values: meanRanks(table) }))
    case "ratio":
      return table.values.some((rating) => rating < 0)
        ? Undefined.because("Krippendorff alpha on the ratio scale", "not-positive")
        : finish(scale, ratio(table))
  }
}

/** Sums over ordered pairs; `observed` is weighted by 1/(m-1) in each unit of m ratings. */
interface Sums {
  readonly observed: number
  readonly expected: number
  readonly ratings: number
  readonly units: number
}

const finish = (scale: Scale, { expected, observed, ratings, units }: Sums): Alpha | Undefined.Undefined => {
  const quantity = `Krippendorff alpha on the ${scale} scale`
  if (units === 0) return Undefined.because(quantity, "too-few-values", { found: 0, needed: 2 })
  if (expected === 0) return Undefined.because(quantity, "one-category")
  const observedDisagreement = observed / ratings
  const expectedDisagreement = expected / (ratings * (ratings - 1))
  return {
    scale,
    alpha: 1 - observedDisagreement / expectedDisagreement,
    observedDisagreement,
    expectedDisagreement,
    pairableRatings: ratings,
    pairableUnits: units
  }
}

const nominal = (table: RatingTable): Sums => {
  const { observers, units, values } = table
  const coding = codingOf(values)
  const totals = new Float64Array(coding.size)
  const seen = new Int32Array(coding.size)
  const codes = new Int32Array(observers)
  let observed = 0
  let ratings = 0
  let pairable = 0
  for (let unit = 0, at = 0; unit < units; unit++) {
    let count = 0
    let equal = 0
    for (const end = at + observers; at < end; at++) {
      const rating = values[at]!
      // Only a gap is not equal to itself.
      if (rating !== rating) continue
      const code = coding.first === undefined ? coding.codes!.get(rating)! : rating - coding.first
      codes[count++] = code
      equal += seen[code]!++
    }
    for (let i = 0; i < count; i++) {
      seen[codes[i]!] = 0
      if (count > 1) totals[codes[i]!]!++
    }
    if (count < 2) continue
    observed += (count * (count - 1) - 2 * equal) / (count - 1)
    ratings += count
    pairable++
  }
  let equalPairs = 0
  for (const total of totals) equalPairs += total * (total - 1)
  return { observed, expected: ratings * (ratings - 1) - equalPairs, ratings, units: pairable }
}

const byMoments = ({ observers, units, values }: RatingTable): Sums => {
  // Distances do not change when a constant is taken off; a value near the ratings keeps the digits of their squares.
  const origin = values.find((rating) => rating === rating) ?? 0
  let observed = 0
  let ratings = 0
  let pairable = 0
  let sum = 0
  let squares = 0
  for (let unit = 0, at = 0; unit < units; unit++) {
    let count = 0
    let unitSum = 0
    let unitSquares = 0
    for (const end = at + observers; at < end; at++) {
      const distance = values[at]! - origin
      if (distance !== distance) continue
      count++
      unitSum += distance
      unitSquares += distance * distance
    }
    if (count < 2) continue
    observed += (2 * (count * unitSquares - unitSum * unitSum)) / (count - 1)
    ratings += count
    pairable++
    sum += unitSum
    squares += unitSquares
  }
  return { observed, expected: 2 * (ratings * squares - sum * sum), ratings, units: pairable }
}

const ratio = (table: RatingTable): Sums => {
  const { observers, units, values } = table
  const totals = pairableTotals(table)
  const difference = (a: number, b: number) => (a === b ? 0 : ((a - b) / (a + b)) ** 2)
  let observed = 0
  let ratings = 0
  let pairable = 0
  for (let unit = 0; unit < units; unit++) {
    const present = values.subarray(unit * observers, (unit + 1) * observers).filter((rating) => rating === rating)
    if (present.length < 2) continue
    let sum = 0
    for (const a of present) for (const b of present) sum += difference(a, b)
    observed += sum / (present.length - 1)
    ratings += present.length
    pairable++
  }
  let expected = 0
  for (const [a, countA] of totals) for (const [b, countB] of totals) expected += countA * countB * difference(a, b)
  return { observed, expected, ratings, units: pairable }
}

/** Each rating as the mean rank of its category among the pairable ratings: its ordinal distance is a plain distance. */
const meanRanks = (table: RatingTable): Float64Array => {
  const ranks = new Map<number, number>()
  let before = 0
  for (const [rating, count] of [...pairableTotals(table)].sort(([a], [b]) => a - b)) {
    ranks.set(rating, before + count / 2)
    before += count
  }
  return table.values.map((rating) => (rating === rating ? ranks.get(rating) ?? 0 : NaN))
}

const pairableTotals = ({ observers, units, values }: RatingTable): Map<number, number> => {
  const totals = new Map<number, number>()
  for (let unit = 0; unit < units; unit++) {
    const from = unit * observers
    let count = 0
    for (let at = from; at < from + observers; at++) if (values[at] === values[at]) count++
    if (count < 2) continue
    for (let at = from; at < from + observers; at++) {
      const rating = values[at]!
      if (rating === rating) totals.set(rating, (totals.get(rating) ?? 0) + 1)
    }
  }
  return totals
}

interface Coding {
  readonly size: number
  /** Smallest rating, when ratings are whole numbers close together and serve as their own codes. */
  readonly first?: number
  readonly codes?: ReadonlyMap<number, number>
}

const codingOf = (values: Float64Array): Coding => {
  let first = Infinity
  let last = -Infinity
  let isWhole = true
  for (let at = 0; at < values.length; at++) {
    const rating = values[at]!
    if (rating !== rating) continue
    if (rating < first) first = rating
    if (rating > last) last = rating
    if (isWhole && Math.floor(rating) !== rating) isWhole = false
  }
  if (isWhole && last - first < 65_536) return { size: last < first ? 0 : last - first + 1, first }
  const codes = new Map<number, number>()
  for (const rating of values) if (rating === rating && !codes.has(rating)) codes.set(rating, codes.size)
  return { size: codes.size, codes }
}
