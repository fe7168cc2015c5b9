/**
 * Weighted means, each with the contributions that add up to it exactly.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"

// --- models ---

/**
 * A named mean. The arithmetic lets a strong part make up for a weak one, the geometric less, the harmonic least.
 *
 * @category models
 * @since 0.1.0
 */
export type Mean = "arithmetic" | "geometric" | "harmonic"

/**
 * A mean and what each part put into it.
 *
 * **Details**
 *
 * `total` is the sum of `contributions` from first to last, bit for bit. The arithmetic mean is the total itself; the
 * geometric mean adds up in natural logarithms and is `exp(total)`; the harmonic adds up in reciprocals, `1 / total`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Aggregate {
  readonly mean: Mean
  readonly result: number
  readonly total: number
  readonly contributions: ReadonlyArray<number>
}

// --- errors ---

/**
 * A part is not above zero, and the mean has no meaning for it.
 *
 * @category errors
 * @since 0.1.0
 */
export class PartNotPositive extends Data.TaggedError("PartNotPositive")<{
  readonly mean: Mean
  readonly unit: string
  readonly part: string
  readonly found: number
}> {
  override get message(): string {
    return `${this.mean} mean of unit ${JSON.stringify(this.unit)}: ${
      JSON.stringify(this.part)
    } is ${this.found}, expected above zero; choose goalposts or a scale that starts above zero, or the arithmetic mean`
  }
}

// --- operations ---

/**
 * The weighted mean of the parts of one unit. Weights are shares of 1; parts, weights and names run in parallel.
 *
 * **Example** (A geometric mean shows its parts in logarithms)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Aggregation } from "@timbang/core/needs"
 * const names = ["health", "income"]
 * Result.map(Aggregation.of("arithmetic", "tebo", names, [0.5, 1], [0.5, 0.5]), (one) => one.contributions) // => Result.succeed([0.25, 0.5])
 * Result.map(Aggregation.of("geometric", "tebo", names, [1, 1], [0.5, 0.5]), (one) => one.result) // => Result.succeed(1)
 * Result.isFailure(Aggregation.of("geometric", "tebo", names, [0, 1], [0.5, 0.5])) // => true
 * ```
 *
 * @category aggregating
 * @since 0.1.0
 */
export const of = (
  mean: Mean,
  unit: string,
  names: ReadonlyArray<string>,
  parts: ArrayLike<number>,
  weights: ArrayLike<number>
): Result.Result<Aggregate, PartNotPositive> => {
  const contributions: Array<number> = []
  let total = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (mean !== "arithmetic" && !(part > 0)) {
      return Result.fail(new PartNotPositive({ mean, unit, part: names[i]!, found: part }))
    }
    const weight = weights[i]!
    const contribution = mean === "arithmetic"
      ? weight * part
      : mean === "geometric"
      ? weight * Math.log(part)
      : weight / part
    contributions.push(contribution)
    total += contribution
  }
  const result = mean === "arithmetic" ? total : mean === "geometric" ? Math.exp(total) : 1 / total
  return Result.succeed({ mean, result, total, contributions })
}

/**
 * Contributions as whole units of 10^-decimals that add up to the rounded total, by the largest remainder. What is
 * printed in a table then adds up on paper.
 *
 * **Details**
 *
 * The total is rounded to the nearest unit. Of equal remainders the one that stands first is raised: it moves a printed
 * digit and decides nothing.
 *
 * **Example** (Three thirds printed with two decimals)
 *
 * ```ts
 * import { Aggregation } from "@timbang/core/needs"
 * Aggregation.printed([1 / 3, 1 / 3, 1 / 3], 2) // => [34, 33, 33]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const printed = (contributions: ReadonlyArray<number>, decimals: number): ReadonlyArray<number> => {
  const scale = 10 ** decimals
  const total = Math.round(contributions.reduce((sum, one) => sum + one, 0) * scale)
  const units = contributions.map((one) => Math.floor(one * scale))
  const lacking = total - units.reduce((sum, one) => sum + one, 0)
  contributions
    .map((one, i) => ({ i, rest: one * scale - units[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, Math.max(0, lacking))
    .forEach(({ i }) => units[i]!++)
  return units
}
