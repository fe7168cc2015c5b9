/**
 * Correlation of two variables: Pearson's r, Spearman's rho and Kendall's tau-b, ties allowed.
 *
 * Missing values are not guessed: a pair with one is refused by position, and the caller says what was left out.
 *
 * @since 0.1.0
 */
import * as Interval from "./Interval.ts"
import * as Undefined from "./Undefined.ts"

// --- models ---

/**
 * Which coefficient. `kendall` is tau-b.
 *
 * @category models
 * @since 0.1.0
 */
export type Coefficient = "pearson" | "spearman" | "kendall"

/**
 * Pairs of Kendall's tau by how the two variables order them. Unit: pairs of observations.
 *
 * @category models
 * @since 0.1.0
 */
export interface PairCounts {
  readonly concordant: number
  readonly discordant: number
  /** Pairs tied in the first variable, whether or not they are tied in the second. */
  readonly tiedFirst: number
  readonly tiedSecond: number
  readonly all: number
}

// --- coefficients ---

/**
 * Pearson's product-moment correlation. Range: -1 to 1. At least two pairs, and spread in both.
 *
 * **Example** (A straight line, and no spread)
 *
 * ```ts
 * import { Correlation, Undefined } from "@timbang/core/number"
 * Correlation.pearson([1, 2, 3], [2, 4, 6]) // => 1
 * Undefined.isUndefined(Correlation.pearson([1, 1, 1], [2, 4, 6])) // => true
 * ```
 *
 * @category coefficients
 * @since 0.1.0
 */
export const pearson = (
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): number | Undefined.Undefined =>
  whyNot("Pearson correlation", first, second) ?? product(first, second)

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs.
 *
 * **Example** (Nine cans of tuna, Hollander and Wolfe 1973)
 *
 * ```ts
 * import { Correlation, Undefined } from "@timbang/core/number"
 * const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
 * const liking = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8]
 * Undefined.map(Correlation.spearman(lightness, liking), (rho) => rho.toFixed(12)) // => "0.600000000000"
 * ```
 *
 * @category coefficients
 * @since 0.1.0
 */
export const spearman = (
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): number | Undefined.Undefined =>
  whyNot("Spearman correlation", first, second) ?? product(ranks(first), ranks(second))

/**
 * Kendall's tau-b: concordant less discordant pairs, scaled for ties. Counts pairs by sorting, in time n log n.
 *
 * Source: W. R. Knight (1966).
 *
 * **Example** (One pair out of order among three)
 *
 * ```ts
 * import { Correlation, Undefined } from "@timbang/core/number"
 * Undefined.map(Correlation.kendall([1, 2, 3], [1, 3, 2]), (tau) => tau.toFixed(6)) // => "0.333333"
 * ```
 *
 * @category coefficients
 * @since 0.1.0
 */
export const kendall = (
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): number | Undefined.Undefined => {
  const reason = whyNot("Kendall correlation", first, second)
  if (reason !== undefined) return reason
  const { all, concordant, discordant, tiedFirst, tiedSecond } = countPairs(first, second)
  return within((concordant - discordant) / Math.sqrt(all - tiedFirst) / Math.sqrt(all - tiedSecond))
}

/**
 * Counts the pairs that two variables order alike, against each other, or not at all. Exact while below 2^53 pairs.
 *
 * **Example** (Three observations, one tie)
 *
 * ```ts
 * import { Correlation, Undefined } from "@timbang/core/number"
 * const { concordant, discordant, tiedFirst } = Correlation.countPairs([1, 2, 2], [1, 2, 3])
 * [concordant, discordant, tiedFirst] // => [2, 0, 1]
 * ```
 *
 * @category coefficients
 * @since 0.1.0
 */
export const countPairs = (first: ReadonlyArray<number>, second: ReadonlyArray<number>): PairCounts => {
  const n = first.length
  const order = Array.from(first.keys()).sort((i, j) => first[i]! - first[j]! || second[i]! - second[j]!)
  const sameFirst = (i: number, j: number) => first[i] === first[j]
  const tiedFirst = pairsInRuns(order, sameFirst)
  const tiedBoth = pairsInRuns(order, (i, j) => sameFirst(i, j) && second[i] === second[j])
  const sorted = Float64Array.from(order, (i) => second[i]!)
  const discordant = inversions(sorted)
  const tiedSecond = pairsInRuns(Array.from(sorted), (a, b) => a === b)
  const all = (n * (n - 1)) / 2
  return { concordant: all - tiedFirst - tiedSecond + tiedBoth - discordant, discordant, tiedFirst, tiedSecond, all }
}

/**
 * Ranks from 1 upwards; equal values share the mean of the ranks they take.
 *
 * **Example** (Two equals in the middle)
 *
 * ```ts
 * import { Correlation, Undefined } from "@timbang/core/number"
 * Correlation.ranks([30, 10, 20, 20]) // => [4, 1, 2.5, 2.5]
 * ```
 *
 * @category coefficients
 * @since 0.1.0
 */
export const ranks = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!)
  const ranked = Array.from(values, () => 0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let k = start; k < end; k++) ranked[order[k]!] = (start + end + 1) / 2
    start = end
  }
  return ranked
}

// --- uncertainty ---

/**
 * Interval of a correlation by Fisher's z.
 *
 * **Details**
 *
 * Variance of z: `1 / (n - 3)` for Pearson; `(1 + r²/2) / (n - 3)` for Spearman (Bonett and Wright 2000);
 * `0.437 / (n - 4)` for Kendall (Fieller, Hartley and Pearson 1957). A correlation of exactly 1 or -1 has none.
 *
 * **Example** (0.33 in a hundred pairs)
 *
 * ```ts
 * import { Correlation, Interval } from "@timbang/core/number"
 * Interval.format(Correlation.interval(0.33, 100, "pearson"), 3) // => "[0.143, 0.494]"
 * ```
 *
 * @category uncertainty
 * @since 0.1.0
 */
export const interval = (
  correlation: number,
  pairs: number,
  coefficient: Coefficient,
  level = 0.95
): Interval.Interval | Undefined.Undefined => {
  const quantity = `interval of the ${coefficient} correlation`
  const lost = coefficient === "kendall" ? 4 : 3
  if (pairs <= lost) return Undefined.because(quantity, "too-few-values", { found: pairs, needed: lost + 1 })
  if (!(Math.abs(correlation) <= 1)) return Undefined.because(quantity, "out-of-range", { found: correlation })
  if (Math.abs(correlation) === 1) return Undefined.because(quantity, "at-the-bound", { found: correlation })
  const spread = { pearson: 1, spearman: 1 + correlation ** 2 / 2, kendall: 0.437 }[coefficient]
  const around = Interval.around(Math.atanh(correlation), Math.sqrt(spread / (pairs - lost)), Infinity, level)
  return Undefined.map(around, ({ lower, upper }) => ({
    lower: Math.tanh(lower),
    upper: Math.tanh(upper),
    level,
    method: "fisher-z"
  }))
}

const product = (first: ReadonlyArray<number>, second: ReadonlyArray<number>): number => {
  // In the order of the pairs themselves, so that the order of the input cannot reach the last digit.
  const order = Array.from(first.keys()).sort((i, j) => first[i]! - first[j]! || second[i]! - second[j]!)
  const [x, y] = [deviations(order.map((i) => first[i]!)), deviations(order.map((i) => second[i]!))]
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! * x[i]!
    yy += y[i]! * y[i]!
    xy += x[i]! * y[i]!
  }
  return within(xy / Math.sqrt(xx * yy))
}

/** Distances from the mean as shares of the largest, so that squares neither overflow nor vanish. */
const deviations = (values: ReadonlyArray<number>): Float64Array => {
  const largest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const scaled = Float64Array.from(values, (one) => one / largest)
  const mean = scaled.reduce((sum, one) => sum + one, 0) / scaled.length
  const away = scaled.map((one) => one - mean)
  const most = away.reduce((far, one) => Math.max(far, Math.abs(one)), 0)
  return away.map((one) => one / most)
}

/** Rounding may carry a perfect correlation past one. */
const within = (correlation: number): number => Math.max(-1, Math.min(1, correlation))

/** Why the two lists have no correlation; absent when they have one. */
const whyNot = (
  quantity: string,
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): Undefined.Undefined | undefined => {
  const n = first.length
  if (second.length !== n) return Undefined.because(quantity, "lengths-differ", { found: second.length, needed: n })
  if (n < 2) return Undefined.because(quantity, n === 0 ? "no-values" : "too-few-values", { found: n, needed: 2 })
  const missing = first.findIndex((one, i) => !Number.isFinite(one) || !Number.isFinite(second[i]))
  if (missing !== -1) return Undefined.because(quantity, "not-a-number", { found: missing })
  const isFlat = [first, second].some((values) => values.every((one) => one === values[0]))
  return isFlat ? Undefined.because(quantity, "no-variation", { found: n }) : undefined
}

/** Pairs within runs of equal neighbours. */
const pairsInRuns = <A>(sorted: ReadonlyArray<A>, isSame: (a: A, b: A) => boolean): number => {
  let [pairs, length] = [0, 0]
  for (let i = 1; i < sorted.length; i++) {
    length = isSame(sorted[i]!, sorted[i - 1]!) ? length + 1 : 0
    pairs += length
  }
  return pairs
}

/** Pairs in falling order; leaves the array sorted. */
const inversions = (values: Float64Array): number => {
  let count = 0
  let from: Float64Array = values
  let to: Float64Array = new Float64Array(values.length)
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length)
      const end = Math.min(start + 2 * width, values.length)
      let [i, j] = [start, middle]
      for (let k = start; k < end; k++) {
        if (i < middle && (j >= end || from[i]! <= from[j]!)) {
          to[k] = from[i++]!
        } else {
          count += middle - i
          to[k] = from[j++]!
        }
      }
    }
    ;[from, to] = [to, from]
  }
  if (from !== values) values.set(from)
  return count
}
