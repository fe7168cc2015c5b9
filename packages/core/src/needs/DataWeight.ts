/**
 * What the data say about the weight of each column, before it becomes a share of 1; {@link Weighting} checks and scales.
 *
 * @since 0.1.0
 */
import type { Direction } from "./Indicator.ts"
import * as Spread from "./Spread.ts"

// --- operations ---

/**
 * One less the entropy of the shares of a column, logarithm to the base of the number of units. Range: 0 (all units equal) to
 * 1. Figures are 0 or more. Source: Shannon 1948; Zeleny 1982.
 *
 * **Example** (A column that tells nothing, and one that tells all)
 *
 * ```ts
 * import { DataWeight } from "@timbang/core/needs"
 * DataWeight.entropy([[5, 5], [0, 7]]) // => [0, 1]
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const entropy = (columns: ReadonlyArray<ArrayLike<number>>): ReadonlyArray<number> =>
  columns.map((column) => {
    const { count, high, low, mean } = Spread.of(column)
    if (low === high) return 0
    let sum = 0
    for (let i = 0; i < column.length; i++) {
      const share = column[i]! / (mean * count)
      if (share > 0) sum += share * Math.log(share)
    }
    return 1 + sum / Math.log(count)
  })

/**
 * Deviation of a column times the sum of one less its correlation with each other column (CRITIC). Every column needs a
 * spread. Source: Diakoulaki et al. 1995.
 *
 * **Example** (Two columns that agree wholly are in no conflict)
 *
 * ```ts
 * import { DataWeight } from "@timbang/core/needs"
 * DataWeight.conflict([[0, 0.5, 1], [0, 0.5, 1]]) // => [0, 0]
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const conflict = (
  columns: ReadonlyArray<ArrayLike<number>>,
  deviation?: Spread.Deviation
): ReadonlyArray<number> =>
  columns.map((column) =>
    Spread.of(column, deviation).deviation *
    columns.reduce((sum, other) => sum + (other === column ? 0 : 1 - Spread.correlation(column, other)), 0)
  )

/**
 * How far the performance of all units moves when a column is left out (MEREC). Figures are above zero. Source:
 * Keshavarz-Ghorabaee et al. 2021.
 *
 * **Example** (Leaving out a column in which all are equal moves nothing)
 *
 * ```ts
 * import { DataWeight } from "@timbang/core/needs"
 * const [first, second] = DataWeight.removal([[3, 3], [1, 2]], ["more-is-better", "more-is-better"])
 * first // => 0
 * second! > 0 // => true
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const removal = (
  columns: ReadonlyArray<ArrayLike<number>>,
  directions: ReadonlyArray<Direction>
): ReadonlyArray<number> => {
  const m = columns.length
  const logs = columns.map((column, j) => {
    const { high, low } = Spread.of(column)
    return Float64Array.from(
      column,
      (figure) => Math.abs(Math.log(directions[j] === "more-is-better" ? low / figure : figure / high))
    )
  })
  const effects = columns.map(() => 0)
  for (let i = 0; i < columns[0]!.length; i++) {
    const sum = logs.reduce((total, column) => total + column[i]!, 0)
    const overall = Math.log(1 + sum / m)
    for (let j = 0; j < m; j++) effects[j]! += Math.abs(Math.log(1 + (sum - logs[j]![i]!) / m) - overall)
  }
  return effects
}
