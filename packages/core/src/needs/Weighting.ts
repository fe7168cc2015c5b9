/**
 * Weights of indicators or criteria: named by people, or taken from the spread of the data.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import * as DataWeight from "./DataWeight.ts"
import * as Indicator from "./Indicator.ts"
import * as PairwiseComparison from "./PairwiseComparison.ts"
import * as Spread from "./Spread.ts"
import * as Table from "./Table.ts"

// --- models ---

/**
 * Numbers by the name of an indicator or criterion.
 *
 * @category models
 * @since 0.1.0
 */
export interface ByName<A> {
  readonly [id: string]: A
}

/**
 * A named way to weigh.
 *
 * - `given`: shares that add up to exactly 1. `parts`: any positive proportions, made into shares.
 * - `equal`. `pairwise`: from comparisons of two and two (AHP).
 * - `entropy`: Shannon entropy of column shares, logarithm to the base of the number of units (Shannon 1948; Zeleny 1982).
 * - `standard-deviation`: in proportion to it, of the figures (`scale: "none"`) or of min-max columns.
 * - `critic`: deviation times conflict with the others (Diakoulaki et al. 1995), on min-max columns unless `unscaled`.
 * - `merec`: by the effect of removing a criterion (Keshavarz-Ghorabaee et al. 2021).
 *
 * @category models
 * @since 0.1.0
 */
export type Method =
  | { readonly method: "given"; readonly weights: ByName<Fraction.Numeral> }
  | { readonly method: "parts"; readonly parts: ByName<Fraction.Numeral> }
  | { readonly method: "equal" }
  | { readonly method: "pairwise"; readonly comparisons: ReadonlyArray<PairwiseComparison.Comparison> }
  | { readonly method: "entropy" }
  | { readonly method: "standard-deviation"; readonly scale: "none" | "min-max"; readonly deviation?: Spread.Deviation }
  | { readonly method: "critic"; readonly unscaled?: boolean; readonly deviation?: Spread.Deviation }
  | { readonly method: "merec" }

/**
 * What is weighed: a name, and which end is the good one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Weighed {
  readonly id: string
  readonly direction: Indicator.Direction
}

/**
 * Weights in the order of what was weighed. Range: 0 to 1; they sum to 1 as far as binary numbers do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Weights {
  readonly method: Method["method"]
  readonly ids: ReadonlyArray<string>
  readonly weights: Float64Array
  /** What was done to the columns before weights were taken from them. */
  readonly scaling: "none" | "min-max" | "column-share" | "ratio-to-worst"
  /** Weights that people named, without rounding. */
  readonly exact?: ReadonlyArray<Fraction.Fraction>
}

// --- errors ---

/**
 * A weight is negative, is not a number, or has no counterpart.
 *
 * @category errors
 * @since 0.1.0
 */
export class WeightRefused extends Data.TaggedError("WeightRefused")<{
  readonly id: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `weight of ${JSON.stringify(this.id)}: found ${this.found}, expected ${this.expected}`
  }
}

/**
 * Weights do not add up to 1.
 *
 * @category errors
 * @since 0.1.0
 */
export class WeightsNotOne extends Data.TaggedError("WeightsNotOne")<{
  readonly ids: ReadonlyArray<string>
  /** Exact sum, as a fraction. */
  readonly sum: string
  /** What they divide, where they stand at a path of a document: `pillar shares of social`. */
  readonly at?: string
}> {
  override get message(): string {
    return `${this.at === undefined ? "" : `${this.at}: `}weights of ${
      this.ids.join(", ")
    } add up to ${this.sum}, not to 1; correct them, write thirds as 1/3, or name them as parts`
  }
}

/**
 * Why weights cannot be made.
 *
 * @category errors
 * @since 0.1.0
 */
export type WeightingError =
  | WeightRefused
  | WeightsNotOne
  | Table.CellRefused
  | Table.ColumnConstant
  | Indicator.IdRepeated
  | PairwiseComparison.PairwiseError

// --- operations ---

/**
 * Weighs criteria, one column each. Ways that do not look at the data ignore units and columns.
 *
 * **Example** (The more a column tells units apart, the more it weighs)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Weighting } from "@timbang/core/needs"
 * const criteria = [{ id: "a", direction: "more-is-better" }, { id: "b", direction: "more-is-better" }] as const
 * const columns = [[1, 4], [2, 16]]
 * const weights = Weighting.weigh({ method: "entropy" }, criteria, ["x", "y"], columns)
 * Result.map(weights, (one) => [...one.weights].map((weight) => Math.round(weight * 1000))) // => Result.succeed([359, 641])
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const weigh = (
  method: Method,
  criteria: ReadonlyArray<Weighed>,
  units: ReadonlyArray<string>,
  columns: ReadonlyArray<ArrayLike<number>>
): Result.Result<Weights, WeightingError> => {
  const ids = criteria.map(({ id }) => id)
  const distinct = Indicator.unique("criterion", ids)
  if (Result.isFailure(distinct)) return Result.fail(distinct.failure)
  switch (method.method) {
    case "given":
      return given(ids, method.weights)
    case "parts":
      return fromParts(ids, method.parts)
    case "equal":
      return Result.succeed(exactly("equal", ids, ids.map(() => Fraction.make(1, ids.length))))
    case "pairwise":
      return Result.map(PairwiseComparison.weigh(ids, method.comparisons), ({ weights }): Weights => ({
        method: "pairwise",
        ids,
        weights,
        scaling: "none"
      }))
    default:
      return fromData(method, criteria, units, columns)
  }
}

/**
 * Weights that people named; they must be 0 or more, name exactly the criteria, and add up to exactly 1.
 *
 * **Example** (Twenty times 0.05 is 1, 0.7 and 0.2 are not)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Weighting } from "@timbang/core/needs"
 * const twenty = Array.from({ length: 20 }, (_, i) => `c${i}`)
 * Result.isSuccess(Weighting.given(twenty, Object.fromEntries(twenty.map((id) => [id, 0.05])))) // => true
 * Result.isFailure(Weighting.given(["a", "b"], { a: 0.7, b: 0.2 })) // => true
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const given = (
  ids: ReadonlyArray<string>,
  weights: ByName<Fraction.Numeral>
): Result.Result<Weights, WeightRefused | WeightsNotOne> =>
  Result.flatMap(read(ids, weights), (exact) => {
    const sum = Fraction.sum(exact)
    return Fraction.compare(sum, Fraction.one) === 0
      ? Result.succeed(exactly("given", ids, exact))
      : Result.fail(new WeightsNotOne({ ids, sum: Fraction.format(sum) }))
  })

/**
 * Weights from proportions, such as points of a panel: each part over the sum of all.
 *
 * **Example** (20, 15, 40 and 25 points)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Weighting } from "@timbang/core/needs"
 * const weights = Weighting.fromParts(["a", "b", "c", "d"], { a: 20, b: 15, c: 40, d: 25 })
 * Result.map(weights, (one) => [...one.weights]) // => Result.succeed([0.2, 0.15, 0.4, 0.25])
 * ```
 *
 * @category weighing
 * @since 0.1.0
 */
export const fromParts = (
  ids: ReadonlyArray<string>,
  parts: ByName<Fraction.Numeral>
): Result.Result<Weights, WeightRefused | WeightsNotOne> =>
  Result.flatMap(read(ids, parts), (exact) => {
    const sum = Fraction.sum(exact)
    return sum.numerator === 0n
      ? Result.fail(new WeightsNotOne({ ids, sum: "0" }))
      : Result.succeed(exactly("parts", ids, exact.map((part) => Fraction.divide(part, sum))))
  })

const read = (
  ids: ReadonlyArray<string>,
  numerals: ByName<Fraction.Numeral>
): Result.Result<ReadonlyArray<Fraction.Fraction>, WeightRefused> => {
  const stranger = Object.keys(numerals).find((id) => !ids.includes(id))
  if (stranger !== undefined) {
    return Result.fail(new WeightRefused({ id: stranger, found: "a weight", expected: `one of ${ids.join(", ")}` }))
  }
  const exact: Array<Fraction.Fraction> = []
  for (const id of ids) {
    const numeral = Object.hasOwn(numerals, id) ? numerals[id] : undefined
    const parsed = numeral === undefined ? undefined : Fraction.parse(numeral)
    if (parsed === undefined || Result.isFailure(parsed) || parsed.success.numerator < 0n) {
      return Result.fail(
        new WeightRefused({
          id,
          found: numeral === undefined ? "no weight" : String(numeral),
          expected: "a number, 0 or more"
        })
      )
    }
    exact.push(parsed.success)
  }
  return Result.succeed(exact)
}

const exactly = (
  method: Method["method"],
  ids: ReadonlyArray<string>,
  exact: ReadonlyArray<Fraction.Fraction>
): Weights => ({
  method,
  ids,
  weights: Float64Array.from(exact, Fraction.toNumber),
  scaling: "none",
  exact
})

const fromData = (
  method: Extract<Method, { readonly method: "entropy" | "standard-deviation" | "critic" | "merec" }>,
  criteria: ReadonlyArray<Weighed>,
  units: ReadonlyArray<string>,
  columns: ReadonlyArray<ArrayLike<number>>
): Result.Result<Weights, WeightingError> => {
  const lowest = method.method === "merec"
    ? "above zero"
    : method.method === "entropy"
    ? "0 or more"
    : "a finite number"
  for (let j = 0; j < columns.length; j++) {
    for (let i = 0; i < units.length; i++) {
      const figure = columns[j]![i]!
      const fits = lowest === "above zero" ? figure > 0 : lowest === "0 or more" ? figure >= 0 : true
      if (!Number.isFinite(figure) || !fits) {
        return Result.fail(
          new Table.CellRefused({
            unit: units[i]!,
            indicator: criteria[j]!.id,
            found: String(figure),
            expected: `${lowest}, for weights by ${method.method}`
          })
        )
      }
    }
  }
  const needsScale = method.method === "critic" ?
    method.unscaled !== true
    : method.method === "standard-deviation" && method.scale === "min-max"
  // A column without spread has a weight of zero by entropy and deviation; scaling or correlating it has no answer.
  const needsSpread = needsScale || method.method === "critic"
  const constant = columns.findIndex((column) => needsSpread && Spread.of(column).low === Spread.of(column).high)
  if (constant !== -1) {
    const found = columns[constant]![0]!
    return Result.fail(new Table.ColumnConstant({ indicator: criteria[constant]!.id, found, neededBy: method.method }))
  }
  const scaled = needsScale ? columns.map((column, j) => minMax(column, criteria[j]!.direction)) : columns
  const raw = method.method === "entropy" ?
    DataWeight.entropy(columns)
    : method.method === "merec" ?
    DataWeight.removal(columns, criteria.map(({ direction }) => direction))
    : method.method === "critic" ?
    DataWeight.conflict(scaled, method.deviation)
    : scaled.map((column) => Spread.of(column, method.deviation).deviation)
  const sum = raw.reduce((total, one) => total + one, 0)
  if (!(sum > 0)) {
    const first = criteria[0]!
    return Result.fail(
      new Table.ColumnConstant({ indicator: first.id, found: columns[0]![0]!, neededBy: method.method })
    )
  }
  return Result.succeed({
    method: method.method,
    ids: criteria.map(({ id }) => id),
    weights: Float64Array.from(raw, (one) => one / sum),
    scaling: needsScale
      ? "min-max"
      : method.method === "entropy"
      ? "column-share"
      : method.method === "merec"
      ? "ratio-to-worst"
      : "none"
  })
}

const minMax = (column: ArrayLike<number>, direction: Indicator.Direction): Float64Array => {
  const { high, low } = Spread.of(column)
  return Float64Array.from(
    column,
    (figure) => (direction === "more-is-better" ? figure - low : high - figure) / (high - low)
  )
}
