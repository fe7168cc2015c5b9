/**
 * Figures of units by indicator, in columns, checked once where they enter.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Indicator from "./Indicator.ts"

// --- models ---

/**
 * A table of figures. Made by {@link make}, which vouches for it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  /** Identifiers of the units, each once. */
  readonly units: ReadonlyArray<string>
  /** Identifiers of the indicators, each once. */
  readonly indicators: ReadonlyArray<string>
  /** One column for each indicator, in order of `units`. NaN marks a missing figure and nothing else. */
  readonly columns: ReadonlyArray<Float64Array>
}

// --- errors ---

/**
 * A cell holds what cannot be computed with.
 *
 * @category errors
 * @since 0.1.0
 */
export class CellRefused extends Data.TaggedError("CellRefused")<{
  readonly unit: string
  readonly indicator: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `cell of unit ${JSON.stringify(this.unit)}, indicator ${
      JSON.stringify(this.indicator)
    }: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * A column does not have one figure for each unit.
 *
 * @category errors
 * @since 0.1.0
 */
export class ColumnLength extends Data.TaggedError("ColumnLength")<{
  readonly indicator: string
  readonly found: number
  readonly expected: number
}> {
  override get message(): string {
    return `indicator ${
      JSON.stringify(this.indicator)
    } has ${this.found} figures for ${this.expected} units; write null where one is missing`
  }
}

/**
 * All figures of a column are equal, so that it cannot tell the units apart.
 *
 * @category errors
 * @since 0.1.0
 */
export class ColumnConstant extends Data.TaggedError("ColumnConstant")<{
  readonly indicator: string
  readonly found: number
  /** What needs a spread, such as `min-max`. */
  readonly neededBy: string
}> {
  override get message(): string {
    return `indicator ${
      JSON.stringify(this.indicator)
    } is ${this.found} for every unit and ${this.neededBy} needs a spread; leave it out or use fixed goalposts`
  }
}

/**
 * The table has no such indicator.
 *
 * @category errors
 * @since 0.1.0
 */
export class IndicatorAbsent extends Data.TaggedError("IndicatorAbsent")<{
  readonly indicator: string
  readonly present: ReadonlyArray<string>
}> {
  override get message(): string {
    return `no indicator ${JSON.stringify(this.indicator)}; there are ${this.present.join(", ")}`
  }
}

// --- constructors ---

/**
 * Checks figures and lays them out in columns. `null` is a missing figure; NaN and infinities are refused by cell.
 *
 * **Example** (One figure missing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Table } from "@timbang/core/needs"
 * const table = Table.make(["kerinci", "tebo"], { poverty: [6.93, 6.12], stunting: [26.7, null] })
 * Result.map(table, Table.missing) // => Result.succeed([{ unit: "tebo", indicator: "stunting" }])
 * Result.isFailure(Table.make(["kerinci"], { poverty: [NaN] })) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (
  units: ReadonlyArray<string>,
  figures: { readonly [indicator: string]: ReadonlyArray<number | null> }
): Result.Result<Table, CellRefused | ColumnLength | Indicator.IdRepeated> => {
  const distinct = Indicator.unique("unit", units)
  if (Result.isFailure(distinct)) return Result.fail(distinct.failure)
  const indicators = Object.keys(figures)
  const columns: Array<Float64Array> = []
  for (const indicator of indicators) {
    const given = figures[indicator]!
    if (given.length !== units.length) {
      return Result.fail(new ColumnLength({ indicator, found: given.length, expected: units.length }))
    }
    const column = new Float64Array(given.length)
    for (let i = 0; i < given.length; i++) {
      const figure = given[i]
      if (figure !== null && !Number.isFinite(figure)) {
        return Result.fail(
          new CellRefused({ unit: units[i]!, indicator, found: String(figure), expected: "a finite number or null" })
        )
      }
      column[i] = figure ?? NaN
    }
    columns.push(column)
  }
  return Result.succeed({ units, indicators, columns })
}

// --- operations ---

/**
 * The column of an indicator.
 *
 * **Example** (By name)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Table } from "@timbang/core/needs"
 * const table = Result.getOrThrow(Table.make(["kerinci"], { poverty: [6.93] }))
 * Result.map(Table.column(table, "poverty"), (column) => column[0]) // => Result.succeed(6.93)
 * Result.isFailure(Table.column(table, "growth")) // => true
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const column = (table: Table, indicator: string): Result.Result<Float64Array, IndicatorAbsent> => {
  const at = table.indicators.indexOf(indicator)
  return at === -1
    ? Result.fail(new IndicatorAbsent({ indicator, present: table.indicators }))
    : Result.succeed(table.columns[at]!)
}

/**
 * Every missing cell, by indicator and then by unit.
 *
 * **Example** (Nothing is missing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Table } from "@timbang/core/needs"
 * Result.map(Table.make(["kerinci"], { poverty: [6.93] }), Table.missing) // => Result.succeed([])
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const missing = (table: Table): ReadonlyArray<{ readonly unit: string; readonly indicator: string }> =>
  table.columns.flatMap((column, at) =>
    [...column].flatMap((figure, i) =>
      Number.isNaN(figure) ? [{ unit: table.units[i]!, indicator: table.indicators[at]! }] : []
    )
  )
