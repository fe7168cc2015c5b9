/**
 * Ranks of scores, with ties named.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * What equal scores share: the smallest of their ranks (1, 2, 2, 4) or the mean of them (1, 2.5, 2.5, 4).
 *
 * @category models
 * @since 0.1.0
 */
export type Ties = "minimum" | "mean"

/**
 * How scores become ranks. Rank 1 goes to the largest score when `best` is `high`, to the smallest when it is `low`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranking {
  readonly best: "high" | "low"
  readonly ties: Ties
  /**
   * Scores are compared as printed with so many decimals. Two ways of adding the same numbers may differ in the sixteenth
   * digit; 12 decimals call them equal. Absent: compared as they are.
   */
  readonly decimals?: number
}

// --- operations ---

/**
 * Ranks from 1; a missing score (NaN) has no rank (NaN). Input order never decides.
 *
 * **Example** (Two equal scores)
 *
 * ```ts
 * import { Rank } from "@timbang/core/needs"
 * const scores = [0.5, 0.9, 0.5, 0.1]
 * Rank.of(scores, { best: "high", ties: "minimum" }) // => [2, 1, 2, 4]
 * Rank.of(scores, { best: "high", ties: "mean" }) // => [2.5, 1, 2.5, 4]
 * ```
 *
 * @category ranking
 * @since 0.1.0
 */
export const of = (scores: ArrayLike<number>, ranking: Ranking): ReadonlyArray<number> => {
  const { best, decimals, ties } = ranking
  const scale = decimals === undefined ? undefined : 10 ** decimals
  const compared = Float64Array.from(
    scores,
    (score) => (scale === undefined ? score : Math.round(score * scale) / scale)
  )
  // A typed array sorts by value, NaN last, without a comparison function.
  const sorted = compared.toSorted()
  let present = sorted.length
  while (present > 0 && Number.isNaN(sorted[present - 1]!)) present--
  return Array.from(compared, (score) => {
    if (Number.isNaN(score)) return NaN
    const below = countBelow(sorted, present, score)
    const upTo = countUpTo(sorted, present, score)
    const [better, atLeast] = best === "low" ? [below, upTo] : [present - upTo, present - below]
    return ties === "minimum" ? better + 1 : (better + 1 + atLeast) / 2
  })
}

/**
 * Writes ranks of finite scores into `ranks`; rank 1 is the largest, ties share the smallest rank. `sorted` is scratch of the
 * same length. For loops over thousands of scenarios; {@link of} for everything else.
 *
 * **Example** (Without a new array)
 *
 * ```ts
 * import { Rank } from "@timbang/core/needs"
 * const [sorted, ranks] = [new Float64Array(3), new Int32Array(3)]
 * Rank.into(Float64Array.of(0.2, 0.9, 0.2), sorted, ranks)
 * Array.from(ranks) // => [2, 1, 2]
 * ```
 *
 * @category ranking
 * @since 0.1.0
 */
export const into = (scores: Float64Array, sorted: Float64Array, ranks: Int32Array): void => {
  const n = scores.length
  sorted.set(scores)
  sorted.sort()
  for (let i = 0; i < n; i++) ranks[i] = n - countUpTo(sorted, n, scores[i]!) + 1
}

/**
 * Positions of the scores from best to worst; equal ones in input order, which {@link of} shows as a tie.
 *
 * **Example** (From the largest)
 *
 * ```ts
 * import { Rank } from "@timbang/core/needs"
 * Rank.order([0.2, 0.9, 0.5], "high") // => [1, 2, 0]
 * ```
 *
 * @category ranking
 * @since 0.1.0
 */
export const order = (scores: ArrayLike<number>, best: "high" | "low"): ReadonlyArray<number> =>
  Array.from(scores, (_, i) => i).sort((a, b) => (best === "high" ? scores[b]! - scores[a]! : scores[a]! - scores[b]!))

const countBelow = (sorted: Float64Array, length: number, score: number): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < score) low = middle + 1
    else high = middle
  }
  return low
}

const countUpTo = (sorted: Float64Array, length: number, score: number): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= score) low = middle + 1
    else high = middle
  }
  return low
}
