/**
 * The weighted sum and the weighted product of criteria, and WASPAS, which mixes them.
 *
 * Source: Zavadskas et al., "Optimization of weighted aggregated sum product assessment", 2012.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Decision from "./Decision.ts"
import * as Table from "./Table.ts"

// --- errors ---

/**
 * The share of the sum in a mixture is not a share.
 *
 * @category errors
 * @since 0.1.0
 */
export class MixtureRefused extends Data.TaggedError("MixtureRefused")<{ readonly found: number }> {
  override get message(): string {
    return `share of the weighted sum: found ${this.found}, expected 0 to 1`
  }
}

// --- operations ---

/**
 * The weighted sum (WSM, SAW) on a named scale. More is better.
 *
 * **Example** (Half and half)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, WeightedSum } from "@timbang/core/needs"
 * const more = (id: string, figures: ReadonlyArray<number>) => ({ id, direction: "more-is-better", figures }) as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b"], [more("x", [1, 3]), more("y", [4, 4])], { method: "equal" }))
 * Result.map(WeightedSum.sum(decision, "column-sum"), (one) => [...one]) // => Result.succeed([0.375, 0.625])
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const sum = (
  decision: Decision.Decision,
  scale: Decision.Scale
): Result.Result<Float64Array, Decision.ScaleError> =>
  Result.map(Decision.scaled(decision, scale), (columns) => {
    const total = new Float64Array(decision.alternatives.length)
    columns.forEach((column, j) => column.forEach((figure, i) => (total[i]! += decision.weights[j]! * figure)))
    return total
  })

/**
 * The weighted product (WPM) on a scale of positive figures. More is better.
 *
 * **Example** (A zero is refused, as it would wipe out everything else)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, WeightedSum } from "@timbang/core/needs"
 * const more = (figures: ReadonlyArray<number>) => [{ id: "x", direction: "more-is-better", figures }] as const
 * const decision = (figures: ReadonlyArray<number>) => Result.getOrThrow(Decision.make(["a", "b"], more(figures), { method: "equal" }))
 * Result.map(WeightedSum.product(decision([1, 4]), "linear-ratio"), (one) => [...one]) // => Result.succeed([0.25, 1])
 * Result.isFailure(WeightedSum.product(decision([0, 4]), "linear-ratio")) // => true
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const product = (
  decision: Decision.Decision,
  scale: "none" | "column-sum" | "linear-ratio"
): Result.Result<Float64Array, Decision.ScaleError> =>
  Result.gen(function*() {
    const { alternatives, criteria, weights } = decision
    const columns = yield* Decision.scaled(decision, scale)
    const logarithm = new Float64Array(alternatives.length)
    for (let j = 0; j < columns.length; j++) {
      for (let i = 0; i < logarithm.length; i++) {
        const figure = columns[j]![i]!
        if (!(figure > 0)) {
          return yield* Result.fail(
            new Table.CellRefused({
              unit: alternatives[i]!,
              indicator: criteria[j]!.id,
              found: String(criteria[j]!.figures[i]),
              expected: "above zero, for a product"
            })
          )
        }
        logarithm[i]! += weights[j]! * Math.log(figure)
      }
    }
    return logarithm.map(Math.exp)
  })

/**
 * WASPAS: `share` times the weighted sum and the rest times the weighted product, both by linear ratio. More is better.
 *
 * **Example** (One criterion: sum and product agree)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decision, WeightedSum } from "@timbang/core/needs"
 * const risk = { id: "risk", direction: "less-is-better", figures: [2, 4] } as const
 * const decision = Result.getOrThrow(Decision.make(["a", "b"], [risk], { method: "equal" }))
 * Result.map(WeightedSum.mixed(decision, 0.5), (one) => [...one]) // => Result.succeed([1, 0.5])
 * ```
 *
 * @category scoring
 * @since 0.1.0
 */
export const mixed = (
  decision: Decision.Decision,
  share: number
): Result.Result<Float64Array, Decision.ScaleError | MixtureRefused> =>
  share >= 0 && share <= 1
    ? Result.map(
      Result.all([sum(decision, "linear-ratio"), product(decision, "linear-ratio")]),
      ([added, multiplied]) => added.map((one, i) => share * one + (1 - share) * multiplied[i]!)
    )
    : Result.fail(new MixtureRefused({ found: share }))
