/**
 * Mean, spread and shape of a column; missing figures (NaN) are left out.
 *
 * Deviations divide by n - 1 unless `population` is named.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * What the sum of squared deviations is divided by: n - 1 (`sample`) or n (`population`).
 *
 * @category models
 * @since 0.1.0
 */
export type Deviation = "sample" | "population"

/**
 * What a column is like. `deviation` is NaN for fewer than two figures.
 *
 * @category models
 * @since 0.1.0
 */
export interface Spread {
  readonly count: number
  readonly mean: number
  readonly deviation: number
  readonly low: number
  readonly high: number
}

// --- operations ---

/**
 * Count, mean, standard deviation and ends of a column.
 *
 * **Example** (Two figures)
 *
 * ```ts
 * import { Spread } from "@timbang/core/needs"
 * Spread.of([1, 4]) // => { count: 2, mean: 2.5, deviation: Math.sqrt(4.5), low: 1, high: 4 }
 * Spread.of([1, 4], "population").deviation // => 1.5
 * ```
 *
 * @category describing
 * @since 0.1.0
 */
export const of = (column: ArrayLike<number>, deviation: Deviation = "sample"): Spread => {
  let [count, sum, low, high] = [0, 0, Infinity, -Infinity]
  for (let i = 0; i < column.length; i++) {
    const figure = column[i]!
    if (Number.isNaN(figure)) continue
    count++
    sum += figure
    low = Math.min(low, figure)
    high = Math.max(high, figure)
  }
  const mean = sum / count
  const squares = moment(column, mean, 2)
  return { count, mean, deviation: Math.sqrt(squares / (deviation === "sample" ? count - 1 : count)), low, high }
}

/**
 * Skewness, corrected for small samples (G1). Needs three figures and a spread.
 *
 * **Example** (Symmetric)
 *
 * ```ts
 * import { Spread } from "@timbang/core/needs"
 * Spread.skewness([1, 2, 3]) // => 0
 * ```
 *
 * @category describing
 * @since 0.1.0
 */
export const skewness = (column: ArrayLike<number>): number => {
  const { count: n, deviation, mean } = of(column)
  return (n / ((n - 1) * (n - 2))) * (moment(column, mean, 3) / deviation ** 3)
}

/**
 * Excess kurtosis, corrected for small samples (G2). Needs four figures and a spread.
 *
 * **Example** (Flat)
 *
 * ```ts
 * import { Spread } from "@timbang/core/needs"
 * Math.round(Spread.kurtosis([1, 2, 3, 4, 5]) * 10) / 10 // => -1.2
 * ```
 *
 * @category describing
 * @since 0.1.0
 */
export const kurtosis = (column: ArrayLike<number>): number => {
  const { count: n, deviation, mean } = of(column)
  return ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * (moment(column, mean, 4) / deviation ** 4) -
    (3 * (n - 1) ** 2) / ((n - 2) * (n - 3))
}

/**
 * The middle figure, or the mean of the two in the middle.
 *
 * **Example** (Four figures)
 *
 * ```ts
 * import { Spread } from "@timbang/core/needs"
 * Spread.median([4, 1, 3, 2]) // => 2.5
 * ```
 *
 * @category describing
 * @since 0.1.0
 */
export const median = (column: ArrayLike<number>): number => {
  const sorted = Float64Array.from(column).filter((figure) => !Number.isNaN(figure)).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/**
 * Pearson's correlation of two columns without missing figures. Both need a spread.
 *
 * **Example** (One falls as the other rises)
 *
 * ```ts
 * import { Spread } from "@timbang/core/needs"
 * Spread.correlation([1, 2, 3], [6, 4, 2]) // => -1
 * ```
 *
 * @category describing
 * @since 0.1.0
 */
export const correlation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const [meanA, meanB] = [of(a).mean, of(b).mean]
  let [both, squareA, squareB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [fromA, fromB] = [a[i]! - meanA, b[i]! - meanB]
    both += fromA * fromB
    squareA += fromA * fromA
    squareB += fromB * fromB
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(squareA * squareB)))
}

const moment = (column: ArrayLike<number>, mean: number, power: number): number => {
  let sum = 0
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i]!)) sum += (column[i]! - mean) ** power
  return sum
}
