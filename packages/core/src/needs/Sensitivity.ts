/**
 * How sure a rank is: every unit gets the interval of ranks it takes when the uncertain decisions of an index vary by chance.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Seeded } from "../number/index.ts"
import * as Rank from "./Rank.ts"
import type * as Uncertainty from "./Uncertainty.ts"

// --- models ---

/**
 * How many scenarios are drawn, from which seed, and how much of them an interval holds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Draws {
  /** Unit: scenarios. Whole, 1 to 10,000,000. */
  readonly draws: number
  /** Range: 0 to 2^53 - 1. The same seed gives the same intervals. */
  readonly seed: number
  /** Share of the scenarios inside an interval, such as 0.9. Range: above 0, below 1. */
  readonly coverage: number
}

/**
 * The ranks of one unit. Rank 1 is the largest index.
 *
 * @category models
 * @since 0.1.0
 */
export interface RankInterval {
  readonly unit: string
  /** Rank when every decision is in the middle of what it may be. */
  readonly nominal: number
  /** The interval holds at least `coverage` of the scenarios, with no more than half of the rest on either side. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** Mean distance from the nominal rank. Unit: ranks. */
  readonly shift: number
}

/**
 * Rank intervals with what they were drawn from.
 *
 * @category models
 * @since 0.1.0
 */
export interface RankIntervals extends Draws {
  /** Names of the decisions that varied. */
  readonly inputs: ReadonlyArray<string>
  readonly units: ReadonlyArray<RankInterval>
  /** Mean over all units of the distance from the nominal rank. Unit: ranks. */
  readonly meanShift: number
}

// --- errors ---

/**
 * The number of draws, the seed or the coverage is out of range.
 *
 * @category errors
 * @since 0.1.0
 */
export class DrawsRefused extends Data.TaggedError("DrawsRefused")<{
  readonly what: string
  readonly found: number
  readonly expected: string
}> {
  override get message(): string {
    return `${this.what}: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * Draws scenarios and answers the interval of ranks of each unit.
 *
 * **Example** (One unit is ahead whatever the weights)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Sensitivity } from "@timbang/core/needs"
 * const variants = { units: ["a", "b", "c"], inputs: ["weight of x"], scores: ([at]: ArrayLike<number> & Iterable<number>) => Float64Array.of(2, at!, 0.5) }
 * const found = Result.getOrThrow(Sensitivity.rankIntervals(variants, { draws: 1000, seed: 1, coverage: 0.9 }))
 * found.units.map(({ high, low, unit }) => [unit, low, high]) // => [["a", 1, 1], ["b", 2, 3], ["c", 2, 3]]
 * ```
 *
 * @category simulating
 * @since 0.1.0
 */
export const rankIntervals = (
  variants: Pick<Uncertainty.Variants, "units" | "inputs"> & { readonly scores: (at: Float64Array) => Float64Array },
  { coverage, draws, seed }: Draws
): Result.Result<RankIntervals, DrawsRefused> => {
  const { inputs, scores, units } = variants
  const refused = (what: string, found: number, expected: string) =>
    Result.fail(new DrawsRefused({ what, found, expected }))
  if (!(Number.isSafeInteger(draws) && draws >= 1 && draws <= 10_000_000)) {
    return refused("draws", draws, "a whole number from 1 to 10,000,000")
  }
  if (!(Number.isSafeInteger(seed) && seed >= 0)) return refused("seed", seed, "a whole number from 0 to 2^53 - 1")
  if (!(coverage > 0 && coverage < 1)) return refused("coverage", coverage, "a share above 0 and below 1")
  const n = units.length
  const generator = Seeded.make(seed)
  const at = new Float64Array(inputs.length)
  const sorted = new Float64Array(n)
  const ranks = new Int32Array(n)
  const counts = new Int32Array(n * n)
  for (let draw = 0; draw < draws; draw++) {
    for (let k = 0; k < at.length; k++) at[k] = Seeded.unit(generator)
    Rank.into(scores(at), sorted, ranks)
    for (let i = 0; i < n; i++) counts[i * n + ranks[i]! - 1]!++
  }
  Rank.into(scores(at.fill(0.5)), sorted, ranks)
  const outside = (1 - coverage) / 2
  const found = units.map((unit, i): RankInterval => {
    const own = counts.subarray(i * n, (i + 1) * n)
    const nominal = ranks[i]!
    return {
      unit,
      nominal,
      low: quantile(own, outside * draws),
      median: quantile(own, draws / 2),
      high: quantile(own, (1 - outside) * draws),
      shift: own.reduce((sum, count, rank) => sum + count * Math.abs(rank + 1 - nominal), 0) / draws
    }
  })
  const meanShift = found.reduce((sum, { shift }) => sum + shift, 0) / n
  return Result.succeed({ draws, seed, coverage, inputs, units: found, meanShift })
}

/** The smallest rank up to which at least so many scenarios lie. */
const quantile = (counts: Int32Array, many: number): number => {
  let sum = 0
  for (let rank = 0; rank < counts.length; rank++) {
    sum += counts[rank]!
    if (sum >= many - 1e-9 && sum > 0) return rank + 1
  }
  return counts.length
}
