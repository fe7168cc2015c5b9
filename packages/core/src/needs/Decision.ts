/**
 * Alternatives, criteria and weights for the methods of multi-criteria analysis, checked once.
 *
 * These methods are for analysts: they compare, they do not decide posts.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Indicator from "./Indicator.ts"
import * as Rank from "./Rank.ts"
import * as Table from "./Table.ts"
import * as Weighting from "./Weighting.ts"

// --- models ---

/**
 * A criterion and its figure for each alternative, in the order of the alternatives.
 *
 * @category models
 * @since 0.1.0
 */
export interface Criterion {
  readonly id: string
  readonly direction: Indicator.Direction
  readonly figures: ArrayLike<number>
}

/**
 * A checked decision: every figure is finite, every name stands once, weights are shares of 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decision {
  readonly alternatives: ReadonlyArray<string>
  readonly criteria: ReadonlyArray<Criterion>
  readonly weights: Float64Array
  /** Smallest and largest figure and sum of squares of each criterion, from the pass that checked them. */
  readonly extents: ReadonlyArray<Extent>
}

/**
 * What one pass over a criterion finds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Extent {
  readonly low: number
  readonly high: number
  readonly squares: number
}

/**
 * How figures are brought to one scale on which more is better.
 *
 * - `none`: as they are; refused where less is better, so that the directions are never mixed in silence.
 * - `min-max`: 0 at the worst alternative, 1 at the best.
 * - `vector`: over the root of the sum of squares, turned in sign where less is better.
 * - `column-sum`: shares of the column; where less is better, of the reciprocals.
 * - `linear-ratio`: over the largest; where less is better, the smallest over the figure.
 *
 * @category models
 * @since 0.1.0
 */
export type Scale = "none" | "min-max" | "vector" | "column-sum" | "linear-ratio"

// --- errors ---

/**
 * There is nothing to compare.
 *
 * @category errors
 * @since 0.1.0
 */
export class NothingToCompare extends Data.TaggedError("NothingToCompare")<{
  readonly alternatives: number
  readonly criteria: number
}> {
  override get message(): string {
    return `${this.alternatives} alternatives by ${this.criteria} criteria: expected at least two alternatives that differ, and one criterion`
  }
}

/**
 * A criterion of which less is better cannot be used as it stands.
 *
 * @category errors
 * @since 0.1.0
 */
export class DirectionMixed extends Data.TaggedError("DirectionMixed")<{ readonly criterion: string }> {
  override get message(): string {
    return `less is better in ${
      JSON.stringify(this.criterion)
    }, and unscaled figures would count it as a gain; name a scale`
  }
}

/**
 * Why a decision cannot be made ready.
 *
 * @category errors
 * @since 0.1.0
 */
export type DecisionError = NothingToCompare | Table.CellRefused | Table.ColumnLength | Weighting.WeightingError

/**
 * Why figures cannot be brought to one scale.
 *
 * @category errors
 * @since 0.1.0
 */
export type ScaleError = DirectionMixed | Table.CellRefused | Table.ColumnConstant

// --- constructors ---

/**
 * Checks alternatives and criteria, and weighs the criteria.
 *
 * **Example** (Two alternatives)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [1, 2] } as const
 * Result.map(Decision.make(["a", "b"], [risk], { method: "equal" }), ({ weights }) => weights[0]) // => Result.succeed(1)
 * Result.isFailure(Decision.make(["a", "b"], [{ ...risk, figures: [1, NaN] }], { method: "equal" })) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (
  alternatives: ReadonlyArray<string>,
  criteria: ReadonlyArray<Criterion>,
  weighting: Weighting.Method
): Result.Result<Decision, DecisionError> => {
  if (alternatives.length < 2 || criteria.length === 0) {
    return Result.fail(new NothingToCompare({ alternatives: alternatives.length, criteria: criteria.length }))
  }
  const distinct = Indicator.unique("alternative", alternatives)
  if (Result.isFailure(distinct)) return Result.fail(distinct.failure)
  const extents: Array<Extent> = []
  for (const { figures, id } of criteria) {
    if (figures.length !== alternatives.length) {
      return Result.fail(
        new Table.ColumnLength({ indicator: id, found: figures.length, expected: alternatives.length })
      )
    }
    const extent = extentOf(figures)
    // The sum of squares is finite only when every figure is; it may also overflow, which is no fault.
    const at = Number.isFinite(extent.squares) ? -1 : firstNotFinite(figures)
    if (at !== -1) {
      return Result.fail(
        new Table.CellRefused({
          unit: alternatives[at]!,
          indicator: id,
          found: String(figures[at]),
          expected: "a finite number"
        })
      )
    }
    extents.push(extent)
  }
  return Result.map(
    Weighting.weigh(weighting, criteria, alternatives, criteria.map(({ figures }) => figures)),
    ({ weights }) => ({ alternatives, criteria, weights, extents })
  )
}

// --- operations ---

/**
 * Figures on one scale on which more is better, one column for each criterion.
 *
 * **Example** (Risk turned)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [1, 2, 5] } as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b", "c"], [risk], { method: "equal" }))
 * Result.map(Decision.scaled(decision, "min-max"), ([column]) => [...column!]) // => Result.succeed([1, 0.75, 0])
 * ```
 *
 * @category scaling
 * @since 0.1.0
 */
export const scaled = (decision: Decision, scale: Scale): Result.Result<ReadonlyArray<Float64Array>, ScaleError> =>
  Result.all(
    decision.criteria.map((criterion, j) => scaledColumn(decision.alternatives, criterion, decision.extents[j]!, scale))
  )

/**
 * Ranks of scores, compared at 12 decimals; ties share the smallest rank.
 *
 * **Example** (The largest first)
 *
 * ```ts
 * import { Decision } from "@timbang/core/needs"
 * Decision.ranks([0.5, 0.617, 0.5], "high") // => [2, 1, 2]
 * ```
 *
 * @category ranking
 * @since 0.1.0
 */
export const ranks = (scores: ArrayLike<number>, best: "high" | "low"): ReadonlyArray<number> =>
  Rank.of(scores, { best, ties: "minimum", decimals: 12 })

const scaledColumn = (
  alternatives: ReadonlyArray<string>,
  { direction, figures, id }: Criterion,
  { high, low, squares }: Extent,
  scale: Scale
): Result.Result<Float64Array, ScaleError> => {
  const isMore = direction === "more-is-better"
  const constant = () => Result.fail(new Table.ColumnConstant({ indicator: id, found: low, neededBy: scale }))
  switch (scale) {
    case "none":
      return isMore ? Result.succeed(Float64Array.from(figures)) : Result.fail(new DirectionMixed({ criterion: id }))
    case "min-max":
      return low === high
        ? constant()
        : Result.succeed(Float64Array.from(figures, (one) => (isMore ? one - low : high - one) / (high - low)))
    case "vector": {
      const norm = Math.sqrt(squares)
      return norm === 0
        ? constant()
        : Result.succeed(Float64Array.from(figures, (one) => (isMore ? one : 0 - one) / norm))
    }
    case "column-sum":
    case "linear-ratio": {
      const needsAboveZero = !isMore
      if (needsAboveZero ? low <= 0 : low < 0) {
        const at = Array.from(figures).findIndex((one) => (needsAboveZero ? one <= 0 : one < 0))
        return Result.fail(
          new Table.CellRefused({
            unit: alternatives[at]!,
            indicator: id,
            found: String(figures[at]),
            expected: needsAboveZero ? "above zero, as less is better and the reciprocal is taken" : "0 or more"
          })
        )
      }
      if (high === 0) return constant()
      if (scale === "linear-ratio") {
        return Result.succeed(Float64Array.from(figures, (one) => (isMore ? one / high : low / one)))
      }
      const sum = sumOf(figures, (one) => (isMore ? one : 1 / one))
      return Result.succeed(Float64Array.from(figures, (one) => (isMore ? one : 1 / one) / sum))
    }
  }
}

const sumOf = (figures: ArrayLike<number>, of: (figure: number) => number): number => {
  let sum = 0
  for (let i = 0; i < figures.length; i++) sum += of(figures[i]!)
  return sum
}

const extentOf = (figures: ArrayLike<number>): Extent => {
  let low = Infinity
  let high = -Infinity
  let squares = 0
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!
    if (figure < low) low = figure
    if (figure > high) high = figure
    squares += figure * figure
  }
  return { low, high, squares }
}

const firstNotFinite = (figures: ArrayLike<number>): number => {
  for (let i = 0; i < figures.length; i++) if (!Number.isFinite(figures[i]!)) return i
  return -1
}
