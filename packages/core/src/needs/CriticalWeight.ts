/**
 * Exact weights at which another unit would take the first place of a weighted sum.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { Fraction } from "../number/index.ts"
import type * as Decision from "./Decision.ts"
import * as Table from "./Table.ts"
import * as Weighting from "./Weighting.ts"

// --- models ---

/**
 * A weight at which a unit draws level with the present first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Critical {
  readonly weight: Fraction.Fraction
  readonly unit: string
  /** Whether no third unit is ahead of both at this weight. */
  readonly isFirst: boolean
}

/**
 * The first place now, and the weights at which it would change.
 *
 * @category models
 * @since 0.1.0
 */
export interface CriticalWeights {
  readonly varied: string
  readonly weight: Fraction.Fraction
  /** Weighted sums as they stand, in the order of the units. */
  readonly totals: ReadonlyArray<Fraction.Fraction>
  /** The present first; more than one when they are level already, and then `critical` is empty. */
  readonly first: ReadonlyArray<string>
  /** From the nearest to the present weight on. Range of the weights: 0 to 1. */
  readonly critical: ReadonlyArray<Critical>
}

// --- errors ---

/**
 * A score is not a number, or a column has not one for each unit.
 *
 * @category errors
 * @since 0.1.0
 */
export class ScoreRefused extends Data.TaggedError("ScoreRefused")<{
  readonly unit: string
  readonly criterion: string
  readonly found: string
}> {
  override get message(): string {
    return `score of ${JSON.stringify(this.unit)} in ${
      JSON.stringify(this.criterion)
    }: found ${this.found}, expected a decimal number or a fraction`
  }
}

/**
 * The weight cannot vary: there is no such criterion, or it holds all the weight there is.
 *
 * @category errors
 * @since 0.1.0
 */
export class CannotVary extends Data.TaggedError("CannotVary")<{ readonly criterion: string; readonly found: string }> {
  override get message(): string {
    return `weight of ${
      JSON.stringify(this.criterion)
    } is ${this.found}; name a criterion beside which others have a weight`
  }
}

// --- operations ---

/**
 * Varies one weight from 0 to 1 while the others keep their proportions, and answers where the first place changes.
 *
 * **Example** (From which weight on the second overtakes)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Fraction } from "@timbang/core/number"
 * import { CriticalWeight } from "@timbang/core/needs"
 * const scores = { schooling: [0.9, 0.6], income: [0.2, 0.7] }
 * const found = CriticalWeight.vary(["a", "b"], scores, { schooling: 0.7, income: 0.3 }, "income")
 * Result.map(found, ({ critical }) => critical.map(({ unit, weight }) => [unit, Fraction.format(weight)])) // => Result.succeed([["b", "3/8"]])
 * ```
 *
 * @category analysing
 * @since 0.1.0
 */
export const vary = (
  units: ReadonlyArray<string>,
  scores: Weighting.ByName<ReadonlyArray<Fraction.Numeral>>,
  weights: Weighting.ByName<Fraction.Numeral>,
  varied: string
): Result.Result<CriticalWeights, ScoreRefused | CannotVary | Weighting.WeightRefused | Weighting.WeightsNotOne> =>
  Result.gen(function*() {
    const ids = Object.keys(scores)
    const { exact } = yield* Weighting.given(ids, weights)
    const columns = new Map<string, ReadonlyArray<Fraction.Fraction>>()
    for (const id of ids) columns.set(id, yield* read(units, id, scores[id]!))
    const own = columns.get(varied)
    const weight = exact![ids.indexOf(varied)]
    if (own === undefined || weight === undefined) {
      return yield* Result.fail(new CannotVary({ criterion: varied, found: "absent" }))
    }
    const others = Fraction.subtract(Fraction.one, weight)
    if (others.numerator === 0n) return yield* Result.fail(new CannotVary({ criterion: varied, found: "1" }))
    // With the varied weight at w a unit has w * own + (1 - w) * rest.
    const rest = units.map((_, i) =>
      Fraction.divide(
        Fraction.sum(
          ids.flatMap((id, j) => (id === varied ? [] : [Fraction.multiply(exact![j]!, columns.get(id)![i]!)]))
        ),
        others
      )
    )
    const totalAt = (i: number, w: Fraction.Fraction) =>
      Fraction.add(Fraction.multiply(w, own[i]!), Fraction.multiply(Fraction.subtract(Fraction.one, w), rest[i]!))
    const totals = units.map((_, i) => totalAt(i, weight))
    const most = totals.reduce(Fraction.max)
    const top = totals.flatMap((total, i) => (Fraction.compare(total, most) === 0 ? [i] : []))
    const first = top.map((i) => units[i]!)
    if (top.length > 1) return { varied, weight, totals, first, critical: [] }
    const levels = units.flatMap((unit, i): ReadonlyArray<Omit<Critical, "isFirst">> => {
      const behind = Fraction.subtract(rest[top[0]!]!, rest[i]!)
      const slope = Fraction.subtract(behind, Fraction.subtract(own[top[0]!]!, own[i]!))
      if (i === top[0] || slope.numerator === 0n) return []
      const level = Fraction.divide(behind, slope)
      return level.numerator < 0n || Fraction.compare(level, Fraction.one) > 0 ? [] : [{ weight: level, unit }]
    })
    // Sums are straight lines: whoever overtakes the first stays ahead of it, so that only the nearest on each side is first.
    const [below, above] = [-1, 1].map((side) =>
      levels.filter((one) => Fraction.compare(one.weight, weight) === side)
        .map((one) => one.weight)
        .reduce<Fraction.Fraction | undefined>(
          (nearest, one) => nearest === undefined || Fraction.compare(one, nearest) * side < 0 ? one : nearest,
          undefined
        )
    )
    const isNearest = (one: Fraction.Fraction) =>
      [below, above].some((nearest) => nearest !== undefined && Fraction.compare(one, nearest) === 0)
    const critical = levels.map((one): Critical => ({ ...one, isFirst: isNearest(one.weight) }))
    const distance = (one: Critical) =>
      Fraction.max(Fraction.subtract(one.weight, weight), Fraction.subtract(weight, one.weight))
    return {
      varied,
      weight,
      totals,
      first,
      critical: critical.sort((a, b) => Fraction.compare(distance(a), distance(b)))
    }
  })

/**
 * Exact scores of a decision by min-max, as {@link vary} takes them: 0 at the worst alternative, 1 at the best. A figure counts
 * as the shortest decimal number that stands for it, which is how a person wrote it.
 *
 * **Example** (A third stays a third)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CriticalWeight, Decision } from "@timbang/core/needs"
 * const poverty = { id: "poverty", direction: "less-is-better", figures: [0.1, 0.3, 0.4] } as const
 * const decision = Decision.make(["a", "b", "c"], [poverty], { method: "equal" })
 * Result.flatMap(decision, CriticalWeight.scores) // => Result.succeed({ poverty: ["1", "1/3", "0"] })
 * ```
 *
 * @category analysing
 * @since 0.1.0
 */
export const scores = (
  { criteria }: Decision.Decision
): Result.Result<Weighting.ByName<ReadonlyArray<string>>, Table.ColumnConstant> =>
  Result.gen(function*() {
    const columns: Array<readonly [string, ReadonlyArray<string>]> = []
    for (const { direction, figures, id } of criteria) {
      const exact = Array.from(figures, (figure) => Fraction.parseUnsafe(figure))
      const [low, high] = [exact.reduce(Fraction.min), exact.reduce(Fraction.max)]
      const spread = Fraction.subtract(high, low)
      if (spread.numerator === 0n) {
        return yield* Result.fail(new Table.ColumnConstant({ indicator: id, found: figures[0]!, neededBy: "min-max" }))
      }
      const ahead = (one: Fraction.Fraction) =>
        direction === "more-is-better" ? Fraction.subtract(one, low) : Fraction.subtract(high, one)
      columns.push([id, exact.map((one) => Fraction.format(Fraction.divide(ahead(one), spread)))])
    }
    return Object.fromEntries(columns)
  })

const read = (
  units: ReadonlyArray<string>,
  criterion: string,
  column: ReadonlyArray<Fraction.Numeral>
): Result.Result<ReadonlyArray<Fraction.Fraction>, ScoreRefused> => {
  const exact: Array<Fraction.Fraction> = []
  for (let i = 0; i < Math.max(units.length, column.length); i++) {
    const parsed = column[i] === undefined || units[i] === undefined ? undefined : Fraction.parse(column[i]!)
    if (parsed === undefined || Result.isFailure(parsed)) {
      return Result.fail(
        new ScoreRefused({ unit: units[i] ?? `unit ${i + 1}`, criterion, found: String(column[i] ?? "nothing") })
      )
    }
    exact.push(parsed.success)
  }
  return Result.succeed(exact)
}
