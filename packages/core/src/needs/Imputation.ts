/**
 * Fills missing figures by a named rule, and lists every cell it filled. Nothing is filled unless a rule is named.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Spread from "./Spread.ts"
import type * as Table from "./Table.ts"

// --- models ---

/**
 * A named rule: mean or median of the units that have a figure, or the mean of the units of the same group.
 *
 * @category models
 * @since 0.1.0
 */
export type Method =
  | { readonly method: "mean" }
  | { readonly method: "median" }
  | { readonly method: "group-mean"; readonly groups: { readonly [unit: string]: string } }

/**
 * One figure that a step changed. `before` is `null` where none was.
 *
 * @category models
 * @since 0.1.0
 */
export interface Changed {
  readonly unit: string
  readonly indicator: string
  readonly before: number | null
  readonly after: number
}

// --- errors ---

/**
 * There is nothing to fill a cell from.
 *
 * @category errors
 * @since 0.1.0
 */
export class NothingToImpute extends Data.TaggedError("NothingToImpute")<{
  readonly unit: string
  readonly indicator: string
  readonly method: string
}> {
  override get message(): string {
    return `cell of unit ${JSON.stringify(this.unit)}, indicator ${
      JSON.stringify(this.indicator)
    } is missing and ${this.method} has no other figure to fill it from; supply the figure or leave the indicator out`
  }
}

// --- operations ---

/**
 * Fills every missing cell.
 *
 * **Example** (The mean of the others)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Imputation, Table } from "@timbang/core/needs"
 * const table = Result.getOrThrow(Table.make(["a", "b", "c"], { stunting: [20, null, 30] }))
 * const filled = Imputation.impute(table, { method: "mean" })
 * Result.map(filled, ({ changed }) => changed) // => Result.succeed([{ unit: "b", indicator: "stunting", before: null, after: 25 }])
 * ```
 *
 * @category imputing
 * @since 0.1.0
 */
export const impute = (
  table: Table.Table,
  method: Method
): Result.Result<{ readonly table: Table.Table; readonly changed: ReadonlyArray<Changed> }, NothingToImpute> => {
  const changed: Array<Changed> = []
  const columns: Array<Float64Array> = []
  for (let j = 0; j < table.columns.length; j++) {
    const column = table.columns[j]!
    const filled = column.slice()
    for (let i = 0; i < column.length; i++) {
      if (!Number.isNaN(column[i]!)) continue
      const [unit, indicator] = [table.units[i]!, table.indicators[j]!]
      const after = method.method === "median"
        ? Spread.median(column)
        : Spread.of(peers(table, column, unit, method)).mean
      if (Number.isNaN(after)) return Result.fail(new NothingToImpute({ unit, indicator, method: method.method }))
      filled[i] = after
      changed.push({ unit, indicator, before: null, after })
    }
    columns.push(filled)
  }
  return Result.succeed({ table: { ...table, columns }, changed })
}

const peers = (table: Table.Table, column: Float64Array, unit: string, method: Method): Float64Array =>
  method.method === "group-mean"
    ? column.filter((_, i) => method.groups[table.units[i]!] === method.groups[unit])
    : column
