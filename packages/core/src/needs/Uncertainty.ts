/**
 * What could have been decided otherwise in an index: other weights, another scale, another mean.
 *
 * Every uncertain decision becomes an input from 0 to 1, so that chance ({@link Sensitivity}) or a design ({@link Sobol}) can
 * move all of them at once.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Aggregation from "./Aggregation.ts"
import type * as CompositeIndex from "./CompositeIndex.ts"
import * as Normalisation from "./Normalisation.ts"
import type * as Table from "./Table.ts"

// --- models ---

/**
 * The decisions that are uncertain.
 *
 * @category models
 * @since 0.1.0
 */
export interface Uncertainty {
  /** Each weight moves by up to this share of itself, up or down; then the weights of a group are shares of 1 again. Range: 0 to 1. */
  readonly weightSpread: number
  /** Scales that could have been chosen; the one of the index when absent. */
  readonly scales?: ReadonlyArray<Normalisation.Method>
  /** Means that could have been chosen for every group; those of the index when absent. */
  readonly means?: ReadonlyArray<Aggregation.Mean>
}

/**
 * An index as a function of its uncertain decisions.
 *
 * @category models
 * @since 0.1.0
 */
export interface Variants {
  readonly units: ReadonlyArray<string>
  /** Names of the inputs: `scale`, `mean`, `weight of X`. Only what can really vary is an input. */
  readonly inputs: ReadonlyArray<string>
  /** Scores of all units for inputs from 0 (included) to 1. The answer is overwritten by the next call. */
  readonly scores: (at: ArrayLike<number>) => Float64Array
}

// --- errors ---

/**
 * The spread of weights is not a share.
 *
 * @category errors
 * @since 0.1.0
 */
export class SpreadRefused extends Data.TaggedError("SpreadRefused")<{ readonly found: number }> {
  override get message(): string {
    return `weights that move by ${this.found} of themselves: expected a share from 0 to 1`
  }
}

/**
 * Why variants cannot be made.
 *
 * @category errors
 * @since 0.1.0
 */
export type UncertaintyError =
  | SpreadRefused
  | Aggregation.PartNotPositive
  | Normalisation.NormalisationError
  | Table.IndicatorAbsent

// --- operations ---

/**
 * Makes an index ready to be computed many times under other decisions.
 *
 * **Details**
 *
 * At 0.5 a weight is as it stands in the index. A choice takes equal parts of the way from 0 to 1.
 *
 * **Example** (Two indicators whose weights may move)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CompositeIndex, Table, Uncertainty } from "@timbang/core/needs"
 * const about = { title: "", unit: "", source: "", pillar: "index", direction: "more-is-better", weight: 0.5, goalposts: { low: 0, high: 1 } } as const
 * const groups = [{ id: "index", title: "", mean: "arithmetic" }] as const
 * const steps = [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }] as const
 * const model = { id: "x", title: "", indicators: [{ ...about, id: "a" }, { ...about, id: "b" }], groups, steps }
 * const outcome = Result.getOrThrow(CompositeIndex.compute(model, Result.getOrThrow(Table.make(["u"], { a: [0], b: [1] }))))
 * const variants = Result.getOrThrow(Uncertainty.variants(outcome, { weightSpread: 0.5 }))
 * variants.inputs // => ["weight of a", "weight of b"]
 * variants.scores([0.5, 0.5])[0] // => 0.5
 * variants.scores([0, 1])[0] // => 0.75
 * ```
 *
 * @category varying
 * @since 0.1.0
 */
export const variants = (
  outcome: CompositeIndex.Outcome,
  uncertainty: Uncertainty
): Result.Result<Variants, UncertaintyError> =>
  Result.gen(function*() {
    const { log: { entries, model }, members, treated, units } = outcome
    const { means, weightSpread } = uncertainty
    if (!(weightSpread >= 0 && weightSpread <= 1)) return yield* Result.fail(new SpreadRefused({ found: weightSpread }))
    const scales = uncertainty.scales ?? model.steps.flatMap((one) => (one.step === "normalise" ? [one.by] : []))
    const tables: Array<ReadonlyArray<Float64Array>> = []
    for (const scale of scales) tables.push((yield* Normalisation.apply(treated, model.indicators, scale)).columns)
    const done = entries.find((one) => one.step === "aggregate")!
    const groups = Object.keys(members).map((id) => ({
      id,
      mean: done.means[id]!,
      members: members[id]!.map((member) => {
        const group = Object.keys(members).indexOf(member)
        return { weight: done.weights[id]![member]!, leaf: treated.indicators.indexOf(member), group }
      })
    }))
    const usesLogs = (means ?? groups.map(({ mean }) => mean)).some((mean) => mean !== "arithmetic")
    if (usesLogs) yield* checkPositive(tables, treated, means?.find((mean) => mean !== "arithmetic") ?? "geometric")
    const varying = weightSpread === 0 ? [] : groups.filter((group) => group.members.length > 1)
    const inputs = [
      ...(scales.length > 1 ? ["scale"] : []),
      ...(means !== undefined && means.length > 1 ? ["mean"] : []),
      ...varying.flatMap(({ id }) => members[id]!.map((member) => `weight of ${member}`))
    ]
    const results = groups.map(() => new Float64Array(units.length))
    const scores = (at: ArrayLike<number>): Float64Array => {
      let next = 0
      const table = tables[scales.length > 1 ? choice(at[next++]!, scales.length) : 0]!
      const mean = means === undefined ? undefined : means[means.length > 1 ? choice(at[next++]!, means.length) : 0]
      for (let g = 0; g < groups.length; g++) {
        const group = groups[g]!
        const result = results[g]!.fill(0)
        const varies = weightSpread > 0 && group.members.length > 1
        let sum = 0
        const weights = group.members.map(({ weight }) => {
          const moved = varies ? weight * (1 + weightSpread * (2 * at[next++]! - 1)) : weight
          sum += moved
          return moved
        })
        for (let m = 0; m < weights.length; m++) {
          const { group: from, leaf } = group.members[m]!
          add(result, from === -1 ? table[leaf]! : results[from]!, weights[m]! / sum, mean ?? group.mean)
        }
        finish(result, mean ?? group.mean)
      }
      return results.at(-1)!
    }
    return { units, inputs, scores }
  })

const choice = (at: number, count: number): number => Math.min(count - 1, Math.floor(at * count))

const add = (result: Float64Array, part: Float64Array, weight: number, mean: Aggregation.Mean): void => {
  const n = result.length
  if (mean === "arithmetic") { for (let i = 0; i < n; i++) result[i]! += weight * part[i]! }
  else if (mean === "geometric") { for (let i = 0; i < n; i++) result[i]! += weight * Math.log(part[i]!) }
  else for (let i = 0; i < n; i++) result[i]! += weight / part[i]!
}

const finish = (result: Float64Array, mean: Aggregation.Mean): void => {
  if (mean === "arithmetic") return
  for (let i = 0; i < result.length; i++) result[i] = mean === "geometric" ? Math.exp(result[i]!) : 1 / result[i]!
}

const checkPositive = (
  tables: ReadonlyArray<ReadonlyArray<Float64Array>>,
  { indicators, units }: Table.Table,
  mean: Aggregation.Mean
): Result.Result<void, Aggregation.PartNotPositive> => {
  for (const columns of tables) {
    for (let j = 0; j < columns.length; j++) {
      const at = columns[j]!.findIndex((one) => !(one > 0))
      if (at !== -1) {
        return Result.fail(
          new Aggregation.PartNotPositive({ mean, unit: units[at]!, part: indicators[j]!, found: columns[j]![at]! })
        )
      }
    }
  }
  return Result.succeed(undefined)
}
