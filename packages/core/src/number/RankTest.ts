/**
 * Exact tests of Spearman's and Kendall's rank correlation: how often chance alone gives one at least as far from zero.
 *
 * @since 0.1.0
 */
import * as Correlation from "./Correlation.ts"
import * as Undefined from "./Undefined.ts"

// --- operations ---

/**
 * Two-sided exact probability of Spearman's rho, over all orders of the second variable. 2 to 12 pairs, no ties.
 *
 * **Details**
 *
 * Twice the smaller tail, at most 1, as R's `cor.test` reports it.
 *
 * **Example** (Three pairs in the same order)
 *
 * ```ts
 * import { RankTest, Undefined } from "@timbang/core/number"
 * Undefined.map(RankTest.spearman([1, 2, 3], [1, 2, 3]), (p) => p.toFixed(6)) // => "0.333333"
 * ```
 *
 * @category testing
 * @since 0.1.0
 */
export const spearman = (
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): number | Undefined.Undefined => {
  const reason = whyNot("exact Spearman test", first, second, 12)
  if (reason !== undefined) return reason
  const [x, y] = [Correlation.ranks(first), Correlation.ranks(second)]
  const observed = x.reduce((sum, rank, i) => sum + (rank - y[i]!) ** 2, 0)
  return twoSided(squaredDistances(x.length), observed)
}

/**
 * Two-sided exact probability of Kendall's tau, over all orders of the second variable. 2 to 150 pairs, no ties.
 *
 * **Example** (Three pairs in the same order)
 *
 * ```ts
 * import { RankTest, Undefined } from "@timbang/core/number"
 * Undefined.map(RankTest.kendall([1, 2, 3], [1, 2, 3]), (p) => p.toFixed(6)) // => "0.333333"
 * ```
 *
 * @category testing
 * @since 0.1.0
 */
export const kendall = (
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>
): number | Undefined.Undefined =>
  whyNot("exact Kendall test", first, second, 150) ??
  twoSided(inversionShares(first.length), Correlation.countPairs(first, second).discordant)

/** Twice the smaller of both tails of a distribution over whole numbers, given by weights. */
const twoSided = (weights: ReadonlyArray<number>, observed: number): number => {
  const total = weights.reduce((sum, one) => sum + one, 0)
  const upTo = weights.slice(0, observed + 1).reduce((sum, one) => sum + one, 0)
  const from = weights.slice(observed).reduce((sum, one) => sum + one, 0)
  return Math.min(1, (2 * Math.min(upTo, from)) / total)
}

/** How many orders of `n` have each sum of squared rank differences, by sets of ranks taken and not by orders. */
const squaredDistances = (n: number): ReadonlyArray<number> => {
  const most = (n * (n * n - 1)) / 3
  const counts = Array.from({ length: 1 << n }, () => new Float64Array(0))
  counts[0] = Float64Array.of(1)
  for (let set = 0; set < 1 << n; set++) {
    const place = sizeOf(set)
    const here = counts[set]!
    for (let rank = 0; rank < n; rank++) {
      if ((set & (1 << rank)) !== 0) continue
      const shift = (rank - place) ** 2
      const next = set | (1 << rank)
      if (counts[next]!.length === 0) counts[next] = new Float64Array(most + 1)
      const there = counts[next]!
      for (let sum = 0; sum < here.length && sum + shift <= most; sum++) there[sum + shift]! += here[sum]!
    }
    if (place < n) counts[set] = new Float64Array(0)
  }
  return Array.from(counts[(1 << n) - 1]!)
}

const sizeOf = (set: number): number => set.toString(2).replaceAll("0", "").length

/** The share of all orders of `n` with each number of inversions. */
const inversionShares = (n: number): ReadonlyArray<number> => {
  let shares = [1]
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: shares.length + size - 1 }, () => 0)
    shares.forEach((share, count) => {
      for (let more = 0; more < size; more++) next[count + more]! += share / size
    })
    shares = next
  }
  return shares
}

const whyNot = (
  quantity: string,
  first: ReadonlyArray<number>,
  second: ReadonlyArray<number>,
  most: number
): Undefined.Undefined | undefined => {
  if (first.length > most) return Undefined.because(quantity, "too-many-values", { found: first.length, needed: most })
  const tau = Correlation.kendall(first, second)
  if (Undefined.isUndefined(tau)) return tau
  const { tiedFirst, tiedSecond } = Correlation.countPairs(first, second)
  const ties = tiedFirst + tiedSecond
  return ties > 0 ? Undefined.because(quantity, "ties", { found: ties, needed: 0 }) : undefined
}
