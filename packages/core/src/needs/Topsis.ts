/**
 * TOPSIS: nearness to the best and distance from the worst that occurs in each criterion.
 *
 * An alternative that is added or removed moves the best, the worst and the norms, and can turn the order of the others.
 * Where that must not happen, use fixed bounds ({@link Spotis} or goalposts).
 *
 * Source: Hwang and Yoon 1981; Opricovic and Tzeng, EJOR 156(2), 2004.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import * as Decision from "./Decision.ts"
import * as Table from "./Table.ts"

// --- models ---

/**
 * How near each alternative is to the best.
 *
 * @category models
 * @since 0.1.0
 */
export interface Nearness {
  /** Range: 0 (the worst of all criteria) to 1 (the best of all), in the order of the alternatives. */
  readonly similarity: Float64Array
  /** Best figure of each criterion on the chosen scale, before weights. */
  readonly ideal: Float64Array
  /** Worst figure of each criterion on the chosen scale, before weights. */
  readonly antiIdeal: Float64Array
}

// --- operations ---

/**
 * Scores alternatives by TOPSIS on a named scale: over the vector norm, by min-max, or as the figures are.
 *
 * **Example** (Three mountains: little risk, great height)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, Topsis } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [1, 2, 5] } as const
 * const height = { id: "height", direction: "more-is-better", figures: [3000, 3750, 4500] } as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b", "c"], [risk, height], { method: "equal" }))
 * const found = Topsis.score(decision, "min-max")
 * Result.map(found, ({ similarity }) => [...similarity].map((one) => one.toFixed(3))) // => Result.succeed(["0.500", "0.617", "0.500"])
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const score = (
  { alternatives, criteria, extents, weights }: Decision.Decision,
  scale: "vector" | "min-max" | "none"
): Result.Result<Nearness, Table.ColumnConstant | Decision.NothingToCompare> => {
  const n = alternatives.length
  const ends: Array<{ readonly best: number; readonly worst: number; readonly factor: number }> = []
  const ideal = new Float64Array(criteria.length)
  const antiIdeal = new Float64Array(criteria.length)
  for (let j = 0; j < criteria.length; j++) {
    const { direction, id } = criteria[j]!
    const { high, low, squares } = extents[j]!
    const unit = scale === "none" ? 1 : scale === "vector" ? Math.sqrt(squares) : high - low
    if (unit === 0) return Result.fail(new Table.ColumnConstant({ indicator: id, found: low, neededBy: scale }))
    const best = direction === "more-is-better" ? high : low
    const worst = direction === "more-is-better" ? low : high
    const onScale = (figure: number) => (scale === "min-max" ? figure - low : figure) / unit
    ideal[j] = onScale(best)
    antiIdeal[j] = onScale(worst)
    ends.push({ best, worst, factor: weights[j]! / unit })
  }
  // Block by block, so that both sums of a block stay in the nearest cache while all criteria pass over them.
  const similarity = new Float64Array(n)
  const toBest = new Float64Array(block)
  const toWorst = new Float64Array(block)
  for (let from = 0; from < n; from += block) {
    const length = Math.min(block, n - from)
    toBest.fill(0)
    toWorst.fill(0)
    for (let j = 0; j < criteria.length; j++) {
      const { best, factor, worst } = ends[j]!
      addSquares(criteria[j]!.figures, from, length, best, worst, factor, toBest, toWorst)
    }
    for (let i = 0; i < length; i++) {
      const near = Math.sqrt(toBest[i]!)
      const far = Math.sqrt(toWorst[i]!)
      if (near + far === 0) {
        return Result.fail(new Decision.NothingToCompare({ alternatives: n, criteria: criteria.length }))
      }
      similarity[from + i] = far / (near + far)
    }
  }
  return Result.succeed({ similarity, ideal, antiIdeal })
}

const addSquares = (
  figures: ArrayLike<number>,
  from: number,
  length: number,
  best: number,
  worst: number,
  factor: number,
  toBest: Float64Array,
  toWorst: Float64Array
): void => {
  for (let i = 0; i < length; i++) {
    const figure = figures[from + i]!
    const fromBest = (figure - best) * factor
    const fromWorst = (figure - worst) * factor
    toBest[i]! += fromBest * fromBest
    toWorst[i]! += fromWorst * fromWorst
  }
}

/** Unit: alternatives. Two sums of 8 bytes for each fill half of a first-level cache of 32 kB. */
const block = 1024
