/**
 * Which ranks a unit may truly have, when each estimate is uncertain: exact by integration for few units, by seeded draws for
 * hundreds.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Normal from "../number/Normal.ts"
import * as Seeded from "../number/Seeded.ts"
import type { Estimate } from "./Shrinkage.ts"

// --- models ---

/**
 * The distribution of ranks; rank 1 is the highest estimate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranks {
  readonly method:
    | { readonly _tag: "Exact" }
    | { readonly _tag: "Draws"; readonly draws: number; readonly seed: number }
  /** Share of the intervals that hold the true rank. */
  readonly level: number
  readonly units: ReadonlyArray<UnitRanks>
}

/**
 * The ranks of one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnitRanks {
  readonly id: string
  readonly expectedRank: number
  readonly lower: number
  readonly upper: number
  /** Probability of rank `r` at `r - 1`. */
  readonly probabilities: Float64Array
}

// --- errors ---

/**
 * Ranks cannot be computed: fewer than two units, an error that is not above zero, or so many that draws are needed.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotRankable extends Data.TaggedError("NotRankable")<{
  readonly because: "too-few-units" | "error-not-positive" | "errors-too-unequal" | "too-many-units" | "too-few-draws"
  readonly found: number
}> {
  override get message(): string {
    const advice = {
      "too-few-units": "give at least two units",
      "error-not-positive": "give every unit a standard error above zero",
      "errors-too-unequal": "the largest standard error is so many times the smallest; use seeded draws",
      "too-many-units": `the exact method takes up to ${exactLimit} units; use seeded draws`,
      "too-few-draws": "draw at least once"
    }[this.because]
    return `ranks cannot be computed, found ${this.found}; ${advice}`
  }
}

/**
 * Most units for which {@link exact} is used. Unit: units.
 *
 * @category models
 * @since 0.1.0
 */
export const exactLimit = 40

// --- operations ---

/**
 * The exact distribution of ranks under normal errors.
 *
 * **Details**
 *
 * For each value a unit may have, the number of others above it is a sum of independent events (Poisson-binomial); the
 * distribution is integrated over the unit's values by the trapezoid rule, whose error is below 1e-12 at the step used.
 *
 * **Example** (Two units, one standard error of the difference apart)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RankInterval } from "@timbang/core/performance"
 * const ranks = RankInterval.exact([{ id: "a", estimate: 82, standardError: 3 }, { id: "b", estimate: 77, standardError: 4 }])
 * Result.map(ranks, ({ units }) => units.map(({ expectedRank, id, lower, upper }) => [id, expectedRank.toFixed(3), lower, upper])) // => Result.succeed([["a", "1.159", 1, 2], ["b", "1.841", 1, 2]])
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const exact = (units: ReadonlyArray<Estimate>, level = 0.95): Result.Result<Ranks, NotRankable> => {
  const refused = refuse(units)
  if (refused !== undefined) return Result.fail(refused)
  const size = units.length
  if (size > exactLimit) return Result.fail(new NotRankable({ because: "too-many-units", found: size }))
  const smallest = Math.min(...units.map(({ standardError }) => standardError))
  const largest = Math.max(...units.map(({ standardError }) => standardError))
  if (largest / smallest > 200) {
    return Result.fail(new NotRankable({ because: "errors-too-unequal", found: Math.round(largest / smallest) }))
  }
  const above = new Float64Array(size)
  const probabilities = units.map((unit, at) => {
    const step = smallest / (3 * unit.standardError)
    const found = new Float64Array(size)
    for (let z = -9; z <= 9; z += step) {
      const value = unit.estimate + z * unit.standardError
      above.fill(0)
      above[0] = 1
      let others = 0
      for (let other = 0; other < size; other++) {
        if (other === at) continue
        const { estimate, standardError } = units[other]!
        const isAbove = Normal.upperTail((value - estimate) / standardError)
        others++
        for (let count = others; count > 0; count--) {
          above[count] = above[count]! * (1 - isAbove) + above[count - 1]! * isAbove
        }
        above[0]! *= 1 - isAbove
      }
      const weight = Normal.density(z) * step
      for (let count = 0; count < size; count++) found[count]! += weight * above[count]!
    }
    return found
  })
  return Result.succeed({
    method: { _tag: "Exact" },
    level,
    units: units.map(({ id }, at) => describe(id, probabilities[at]!, level))
  })
}

/**
 * The distribution of ranks from seeded draws; the same seed gives the same ranks on every machine.
 *
 * **Gotchas**
 *
 * Units are drawn in the order of their ids, so that the order of input does not decide.
 *
 * **Example** (The same seed, the same answer)
 *
 * ```ts
 * import { Result } from "effect"
 * import { RankInterval } from "@timbang/core/performance"
 * const units = [{ id: "a", estimate: 82, standardError: 3 }, { id: "b", estimate: 77, standardError: 4 }]
 * const [one, two] = [RankInterval.draws(units, 1000, 7), RankInterval.draws(units.toReversed(), 1000, 7)]
 * const ofA = (found: typeof one) => Result.map(found, (ranks) => ranks.units.find(({ id }) => id === "a")?.expectedRank)
 * ofA(one) // => ofA(two)
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const draws = (
  units: ReadonlyArray<Estimate>,
  count: number,
  seed: number,
  level = 0.95
): Result.Result<Ranks, NotRankable> => {
  const refused = refuse(units)
  if (refused !== undefined) return Result.fail(refused)
  if (count < 1) return Result.fail(new NotRankable({ because: "too-few-draws", found: count }))
  const size = units.length
  const order = Array.from(units, (_, at) => at).sort((a, b) => {
    const [one, two] = [units[a]!, units[b]!]
    return one.id < two.id ? -1 : one.id > two.id ? 1 : one.estimate - two.estimate
  })
  const means = Float64Array.from(order, (at) => units[at]!.estimate)
  const errors = Float64Array.from(order, (at) => units[at]!.standardError)
  const counts = drawCounts(means, errors, count, seed)
  const found: Array<UnitRanks> = []
  order.forEach((at, row) => {
    const probabilities = Float64Array.from(counts.subarray(row * size, (row + 1) * size), (times) => times / count)
    found[at] = describe(units[at]!.id, probabilities, level)
  })
  return Result.succeed({ method: { _tag: "Draws", draws: count, seed }, level, units: found })
}

/** How often each unit (row) had each rank (column). */
const drawCounts = (means: Float64Array, errors: Float64Array, draws: number, seed: number): Uint32Array => {
  const size = means.length
  const generator = Seeded.make(seed)
  const counts = new Uint32Array(size * size)
  const values = new Float64Array(size)
  const buckets = new Uint16Array(size)
  const ends = new Int32Array(size + 1)
  const ranking = new Uint32Array(size)
  for (let draw = 0; draw < draws; draw++) {
    let lowest = Infinity
    let highest = -Infinity
    for (let at = 0; at < size; at++) {
      const value = means[at]! + errors[at]! * Seeded.normal(generator)
      values[at] = value
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
    // As many buckets as units, highest values first; then an insertion sort over what is nearly in order.
    const scale = highest > lowest ? (size - 1) / (highest - lowest) : 0
    ends.fill(0)
    for (let at = 0; at < size; at++) {
      const bucket = ((highest - values[at]!) * scale) | 0
      buckets[at] = bucket
      ends[bucket + 1]!++
    }
    for (let bucket = 0; bucket < size; bucket++) ends[bucket + 1]! += ends[bucket]!
    for (let at = 0; at < size; at++) ranking[ends[buckets[at]!]!++] = at
    for (let rank = 1; rank < size; rank++) {
      const unit = ranking[rank]!
      const value = values[unit]!
      let to = rank
      while (to > 0 && values[ranking[to - 1]!]! < value) {
        ranking[to] = ranking[to - 1]!
        to--
      }
      ranking[to] = unit
    }
    for (let rank = 0; rank < size; rank++) counts[ranking[rank]! * size + rank]!++
  }
  return counts
}

const describe = (id: string, probabilities: Float64Array, level: number): UnitRanks => {
  const tail = (1 - level) / 2
  let expectedRank = 0
  let reached = 0
  let lower = 0
  let upper = 0
  for (let rank = 1; rank <= probabilities.length; rank++) {
    reached += probabilities[rank - 1]!
    expectedRank += rank * probabilities[rank - 1]!
    if (lower === 0 && reached >= tail) lower = rank
    if (upper === 0 && reached >= 1 - tail) upper = rank
  }
  return { id, expectedRank, lower, upper: upper === 0 ? probabilities.length : upper, probabilities }
}

const refuse = (units: ReadonlyArray<Estimate>): NotRankable | undefined => {
  if (units.length < 2) return new NotRankable({ because: "too-few-units", found: units.length })
  const wrong = units.find(({ standardError }) => !(standardError > 0))
  return wrong === undefined ? undefined : new NotRankable({ because: "error-not-positive", found: wrong.standardError })
}
