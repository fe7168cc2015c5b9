/**
 * Cronbach's alpha: how far the items of a form measure one thing, with Feldt's interval.
 *
 * Source: L. J. Cronbach (1951); L. S. Feldt (1965).
 *
 * @since 0.1.0
 */
import * as FDistribution from "../number/FDistribution.ts"
import type { Interval } from "../number/Interval.ts"
import * as RatingTable from "./RatingTable.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * Alpha of a form.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cronbach {
  readonly alpha: number
  readonly interval: Interval
  readonly respondents: number
  readonly items: number
}

// --- operations ---

/**
 * Alpha from a table whose units are respondents and whose observers are items. Needs a table without gaps.
 *
 * **Gotchas**
 *
 * With few items alpha can be negative; it is shown as it is.
 *
 * **Example** (Three items, four respondents)
 *
 * ```ts
 * import { Cronbach, RatingTable } from "@timbang/core/performance"
 * const form = Cronbach.alpha(RatingTable.fromUnits([[1, 2, 2], [2, 2, 3], [3, 4, 3], [4, 4, 4]]))
 * form.alpha.toFixed(4) // => "0.9310"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const alpha = (table: RatingTable.RatingTable, level = 0.95): Cronbach | Undefined.Undefined => {
  const { observers: items, units: respondents, values } = table
  const quantity = "Cronbach alpha"
  const gaps = RatingTable.gaps(table)
  if (gaps > 0) return Undefined.because(quantity, "missing-values", { found: gaps })
  if (respondents < 2) return Undefined.because(quantity, "too-few-values", { found: respondents, needed: 2 })
  if (items < 2) return Undefined.because(quantity, "too-few-values", { found: items, needed: 2 })
  const item = (column: number) => Array.from({ length: respondents }, (_, row) => values[row * items + column]!)
  const totals = Array.from({ length: respondents }, (_, row) =>
    values.subarray(row * items, (row + 1) * items).reduce((sum, answer) => sum + answer, 0))
  const total = variance(totals)
  if (total === 0) return Undefined.because(quantity, "no-variation")
  const parts = Array.from({ length: items }, (_, column) => variance(item(column))).reduce((sum, each) => sum + each, 0)
  const found = (items / (items - 1)) * (1 - parts / total)
  const [between, within] = [respondents - 1, (respondents - 1) * (items - 1)]
  const end = (tail: number) => 1 - (1 - found) * FDistribution.quantile(tail, between, within)
  return {
    alpha: found,
    interval: { lower: end((1 + level) / 2), upper: end((1 - level) / 2), level, method: "feldt" },
    respondents,
    items
  }
}

const variance = (values: ReadonlyArray<number>): number => {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1)
}
