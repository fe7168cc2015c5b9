/**
 * Brings indicators of different units to one scale on which more is better.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Indicator from "./Indicator.ts"
import * as Rank from "./Rank.ts"
import * as Spread from "./Spread.ts"
import * as Table from "./Table.ts"

// --- models ---

/**
 * A named way to normalise. Whatever the method, the result says more-is-better; a less-is-better indicator is turned
 * before it is scaled.
 *
 * - `none`: figures as they are, turned in sign when less is better.
 * - `goalposts`: 0 at the fixed low end, 1 at the fixed high end, cut off there; the ends stand with the indicator.
 * - `min-max`: `to[0]` at the worst unit, `to[1]` at the best; 0 and 1 when not said.
 * - `z-score`: mean 0 and deviation 1; n - 1 unless `population` is named.
 * - `rank`: 1 at the worst. `borda`: one less. `percentile-rank`: the share of the other units that are lower.
 * - `distance-to-maximum`: one less the distance from the best unit, in spreads of the column.
 * - `fraction-of-maximum`: share of the largest figure; refused where less is better, as a share of a turned sign says nothing.
 *
 * @category models
 * @since 0.1.0
 */
export type Method =
  | { readonly method: "none" }
  | { readonly method: "goalposts" }
  | { readonly method: "min-max"; readonly to?: readonly [number, number] }
  | { readonly method: "z-score"; readonly deviation?: Spread.Deviation }
  | { readonly method: "rank"; readonly ties: Rank.Ties }
  | { readonly method: "borda"; readonly ties: Rank.Ties }
  | { readonly method: "percentile-rank" }
  | { readonly method: "distance-to-maximum" }
  | { readonly method: "fraction-of-maximum" }

// --- errors ---

/**
 * The method does not fit the indicator.
 *
 * @category errors
 * @since 0.1.0
 */
export class MethodRefused extends Data.TaggedError("MethodRefused")<{
  readonly method: string
  readonly indicator: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.method} of indicator ${
      JSON.stringify(this.indicator)
    }: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * Why a column cannot be normalised.
 *
 * @category errors
 * @since 0.1.0
 */
export type NormalisationError = MethodRefused | Table.ColumnConstant | Table.CellRefused | Indicator.GoalpostsRefused

// --- operations ---

/**
 * Normalises a whole table, an indicator by its own direction and goalposts.
 *
 * **Example** (Poverty and schooling on one scale)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Normalisation, Table } from "@timbang/core/needs"
 * const table = Result.getOrThrow(Table.make(["a", "b", "c"], { poverty: [5, 10, 15], schooling: [8, 9, 12] }))
 * const base = { title: "", unit: "", source: "", pillar: "people" }
 * const poverty = { ...base, id: "poverty", direction: "less-is-better" } as const
 * const schooling = { ...base, id: "schooling", direction: "more-is-better" } as const
 * const done = Normalisation.apply(table, [poverty, schooling], { method: "min-max" })
 * Result.map(done, ({ columns }) => columns.map((one) => [...one])) // => Result.succeed([[1, 0.5, 0], [0, 0.25, 1]])
 * ```
 *
 * @category normalising
 * @since 0.1.0
 */
export const apply = (
  table: Table.Table,
  indicators: ReadonlyArray<Indicator.Indicator>,
  method: Method
): Result.Result<Table.Table, NormalisationError | Table.IndicatorAbsent> => {
  const columns: Array<Float64Array> = []
  for (const id of table.indicators) {
    const indicator = indicators.find((one) => one.id === id)
    if (indicator === undefined) {
      return Result.fail(new Table.IndicatorAbsent({ indicator: id, present: indicators.map((one) => one.id) }))
    }
    const done = column(Result.getOrThrow(Table.column(table, id)), table.units, indicator, method)
    if (Result.isFailure(done)) return Result.fail(done.failure)
    columns.push(done.success)
  }
  return Result.succeed({ ...table, columns })
}

/**
 * Normalises one column. A missing figure stays missing.
 *
 * **Example** (Share of the others that are lower)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Normalisation } from "@timbang/core/needs"
 * const indicator = { id: "poverty", title: "", unit: "percent", source: "", pillar: "people", direction: "more-is-better" } as const
 * const done = Normalisation.column([5, 10, 10, 15], ["a", "b", "c", "d"], indicator, { method: "percentile-rank" })
 * Result.map(done, (column) => [...column]) // => Result.succeed([0, 1 / 3, 1 / 3, 1])
 * ```
 *
 * @category normalising
 * @since 0.1.0
 */
export const column = (
  given: ArrayLike<number>,
  units: ReadonlyArray<string>,
  indicator: Indicator.Indicator,
  method: Method
): Result.Result<Float64Array, NormalisationError> => {
  if (method.method === "goalposts") return goalposts(given, units, indicator)
  if (method.method === "fraction-of-maximum") return fractionOfMaximum(given, units, indicator)
  const turned = Float64Array.from(given, (figure) => (indicator.direction === "more-is-better" ? figure : 0 - figure))
  switch (method.method) {
    case "none":
      return Result.succeed(turned)
    case "rank":
    case "borda": {
      const first = method.method === "rank" ? 0 : 1
      return Result.succeed(
        Float64Array.from(Rank.of(turned, { best: "low", ties: method.ties }), (rank) => rank - first)
      )
    }
    case "percentile-rank": {
      const { count } = Spread.of(turned)
      if (count < 2) return Result.fail(refused(method.method, indicator, "fewer than two figures", "at least two"))
      return Result.succeed(
        Float64Array.from(Rank.of(turned, { best: "low", ties: "minimum" }), (rank) => (rank - 1) / (count - 1))
      )
    }
    case "min-max":
    case "distance-to-maximum":
    case "z-score": {
      const spread = Spread.of(turned, method.method === "z-score" ? method.deviation : undefined)
      if (spread.count === 0) return Result.fail(refused(method.method, indicator, "no figure", "at least two"))
      if (spread.low === spread.high) {
        return Result.fail(
          new Table.ColumnConstant({ indicator: indicator.id, found: firstFigure(given), neededBy: method.method })
        )
      }
      const [from, to] = method.method === "min-max" ? (method.to ?? [0, 1]) : [0, 1]
      if (!(from < to)) {
        return Result.fail(refused(method.method, indicator, `a scale from ${from} to ${to}`, "a rising scale"))
      }
      const { deviation, high, low, mean } = spread
      return Result.succeed(
        turned.map((figure) => {
          if (method.method === "z-score") return (figure - mean) / deviation
          if (method.method === "distance-to-maximum") return 1 - (high - figure) / (high - low)
          return from + ((figure - low) / (high - low)) * (to - from)
        })
      )
    }
  }
}

const goalposts = (
  given: ArrayLike<number>,
  units: ReadonlyArray<string>,
  indicator: Indicator.Indicator
): Result.Result<Float64Array, NormalisationError> => {
  if (indicator.goalposts === undefined) {
    return Result.fail(
      refused("goalposts", indicator, "no goalposts", "low and high ends in the unit of the indicator")
    )
  }
  const checked = Indicator.checkGoalposts(indicator.id, indicator.goalposts)
  if (Result.isFailure(checked)) return Result.fail(checked.failure)
  const { high, logarithm = false, low } = checked.success
  const scale = logarithm ? Math.log : (figure: number) => figure
  const width = scale(high) - scale(low)
  const done = new Float64Array(given.length)
  for (let i = 0; i < given.length; i++) {
    const figure = given[i]!
    if (logarithm && figure <= 0) {
      return Result.fail(
        new Table.CellRefused({
          unit: units[i]!,
          indicator: indicator.id,
          found: String(figure),
          expected: "above zero, as its scale is logarithmic"
        })
      )
    }
    const share = Math.min(1, Math.max(0, (scale(figure) - scale(low)) / width))
    done[i] = indicator.direction === "more-is-better" ? share : 1 - share
  }
  return Result.succeed(done)
}

const fractionOfMaximum = (
  given: ArrayLike<number>,
  units: ReadonlyArray<string>,
  indicator: Indicator.Indicator
): Result.Result<Float64Array, NormalisationError> => {
  if (indicator.direction === "less-is-better") {
    return Result.fail(
      refused("fraction-of-maximum", indicator, "less is better", "an indicator of which more is better")
    )
  }
  const { high, low } = Spread.of(given)
  if (low < 0 || !(high > 0)) {
    const at = Array.from(given).findIndex((figure) => figure < 0 || high <= 0)
    return Result.fail(
      new Table.CellRefused({
        unit: units[at] ?? "",
        indicator: indicator.id,
        found: String(given[at]),
        expected: "0 or more, and one above 0"
      })
    )
  }
  return Result.succeed(Float64Array.from(given, (figure) => figure / high))
}

const refused = (method: string, { id }: Indicator.Indicator, found: string, expected: string): MethodRefused =>
  new MethodRefused({ method, indicator: id, found, expected })

const firstFigure = (given: ArrayLike<number>): number =>
  Array.from(given).find((figure) => !Number.isNaN(figure)) ?? NaN
