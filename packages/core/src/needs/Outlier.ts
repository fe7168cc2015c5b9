/**
 * Finds columns that a few extreme units would dominate, and treats them by a named rule.
 *
 * A column is treated when its skewness is above 2 in size *and* its excess kurtosis is above 3.5; both limits are
 * arguments. Source: OECD/JRC Handbook on Constructing Composite Indicators, 2008; the limits as in COINr.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Changed } from "./Imputation.ts"
import * as Spread from "./Spread.ts"
import type * as Table from "./Table.ts"

// --- models ---

/**
 * How outliers are treated.
 *
 * - `winsorise`: the most extreme figures take the value of the next one inside, at most `most` of them, until the column
 *   is no longer outlying. Whether that was enough is said.
 * - `logarithm`: the whole column becomes ln(x - lowest + spread / 100).
 *
 * @category models
 * @since 0.1.0
 */
export type Method =
  | { readonly method: "winsorise"; readonly most: number; readonly limits?: Limits }
  | { readonly method: "logarithm"; readonly limits?: Limits }

/**
 * Above both of which a column counts as outlying.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limits {
  readonly skewness: number
  readonly kurtosis: number
}

/**
 * What was done to one column.
 *
 * @category models
 * @since 0.1.0
 */
export interface Treated {
  readonly indicator: string
  readonly skewness: { readonly before: number; readonly after: number }
  readonly kurtosis: { readonly before: number; readonly after: number }
  /** Whether the column is still outlying after the treatment. */
  readonly isStillOutlying: boolean
  readonly changed: ReadonlyArray<Changed>
}

// --- errors ---

/**
 * The number of figures that may be winsorised is not a count.
 *
 * @category errors
 * @since 0.1.0
 */
export class WinsoriseRefused extends Data.TaggedError("WinsoriseRefused")<{ readonly found: number }> {
  override get message(): string {
    return `winsorise at most ${this.found} figures: expected a whole number of 1 or more`
  }
}

// --- operations ---

/**
 * Treats every outlying column and says what it changed.
 *
 * **Example** (One unit far away)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Outlier, Table } from "@timbang/core/needs"
 * const table = Result.getOrThrow(Table.make(["a", "b", "c", "d", "e", "f"], { density: [1, 2, 3, 4, 5, 900] }))
 * const done = Outlier.treat(table, { method: "winsorise", most: 1 })
 * Result.map(done, ({ treated }) => treated[0]!.changed) // => Result.succeed([{ unit: "f", indicator: "density", before: 900, after: 5 }])
 * ```
 *
 * @category treating
 * @since 0.1.0
 */
export const treat = (
  table: Table.Table,
  method: Method
): Result.Result<{ readonly table: Table.Table; readonly treated: ReadonlyArray<Treated> }, WinsoriseRefused> => {
  if (method.method === "winsorise" && !(Number.isSafeInteger(method.most) && method.most >= 1)) {
    return Result.fail(new WinsoriseRefused({ found: method.most }))
  }
  const limits = method.limits ?? { skewness: 2, kurtosis: 3.5 }
  const treated: Array<Treated> = []
  const columns = table.columns.map((column, j) => {
    if (!isOutlying(column, limits)) return column
    const done = method.method === "winsorise" ? winsorise(column, method.most, limits) : logarithm(column)
    treated.push({
      indicator: table.indicators[j]!,
      skewness: { before: Spread.skewness(column), after: Spread.skewness(done) },
      kurtosis: { before: Spread.kurtosis(column), after: Spread.kurtosis(done) },
      isStillOutlying: isOutlying(done, limits),
      changed: [...column].flatMap((before, i) =>
        Number.isNaN(before) || before === done[i]
          ? []
          : [{ unit: table.units[i]!, indicator: table.indicators[j]!, before, after: done[i]! }]
      )
    })
    return done
  })
  return Result.succeed({ table: { ...table, columns }, treated })
}

const isOutlying = (column: Float64Array, limits: Limits): boolean =>
  Math.abs(Spread.skewness(column)) > limits.skewness && Spread.kurtosis(column) > limits.kurtosis

const winsorise = (column: Float64Array, most: number, limits: Limits): Float64Array => {
  const done = column.slice()
  let moved = 0
  while (isOutlying(done, limits)) {
    const isHigh = Spread.skewness(done) > 0
    const { high, low } = Spread.of(done)
    const extreme = isHigh ? high : low
    const inside = Spread.of(done.filter((figure) => figure !== extreme))
    const at = [...done].flatMap((figure, i) => (figure === extreme ? [i] : []))
    // Equal extremes move together, so that input order never decides which of them is cut.
    moved += at.filter((i) => column[i] === done[i]).length
    if (moved > most || inside.count === 0) break
    for (const i of at) done[i] = isHigh ? inside.high : inside.low
  }
  return done
}

const logarithm = (column: Float64Array): Float64Array => {
  const { high, low } = Spread.of(column)
  return column.map((figure) => Math.log(figure - low + (high - low) / 100))
}
