/**
 * An indicator of the condition of a region, with what a reader has to know to use it.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { firstRepeated } from "./internal/repeated.ts"
import type { Fraction } from "../number/index.ts"

// --- models ---

/**
 * Which end of an indicator is the good one. It is always written down: better-is-more and better-is-less are never
 * mixed in silence.
 *
 * @category models
 * @since 0.1.0
 */
export type Direction = "more-is-better" | "less-is-better"

/**
 * Fixed ends of a scale, in the unit of the indicator. What lies outside counts as the end.
 *
 * @category models
 * @since 0.1.0
 */
export interface Goalposts {
  readonly low: number
  readonly high: number
  /** The scale runs over the natural logarithm, as for income in the HDI. Both ends are then above zero. */
  readonly logarithm?: boolean
}

/**
 * One indicator.
 *
 * @category models
 * @since 0.1.0
 */
export interface Indicator {
  /** Identifier, unique in its model, such as `poverty-rate`. */
  readonly id: string
  readonly title: string
  /** Unit of measurement, such as `percent`, `years`, `rupiah a person and month`. */
  readonly unit: string
  readonly direction: Direction
  /** What the figure is divided by, such as `registered population`; absent when it is a count or a level of its own. */
  readonly denominator?: string
  /** Year the figures speak of. Absent in a model that is not tied to one. */
  readonly year?: number
  /** Publisher and table, such as `BPS, Kemiskinan Kabupaten/Kota 2024`. */
  readonly source: string
  readonly goalposts?: Goalposts
  /** Identifier of the pillar it belongs to. */
  readonly pillar: string
  /** Weight within its pillar, by the name of the indicator, never by position. */
  readonly weight?: Fraction.Numeral
}

// --- errors ---

/**
 * Two things of a list carry the same identifier.
 *
 * @category errors
 * @since 0.1.0
 */
export class IdRepeated extends Data.TaggedError("IdRepeated")<{
  /** What the list holds, such as `indicator` or `unit`. */
  readonly what: string
  readonly id: string
}> {
  override get message(): string {
    return `${this.what} ${
      JSON.stringify(this.id)
    } stands more than once; give each ${this.what} an identifier of its own`
  }
}

/**
 * The ends of a scale do not span a scale.
 *
 * @category errors
 * @since 0.1.0
 */
export class GoalpostsRefused extends Data.TaggedError("GoalpostsRefused")<{
  readonly indicator: string
  readonly low: number
  readonly high: number
  readonly logarithm: boolean
}> {
  override get message(): string {
    return `goalposts of ${JSON.stringify(this.indicator)} are ${this.low} and ${this.high}; low must be below high${
      this.logarithm ? ", and both above zero on a logarithmic scale" : ""
    }`
  }
}

// --- operations ---

/**
 * Checks that no identifier stands twice.
 *
 * **Example** (The same indicator twice)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Indicator } from "@timbang/core/needs"
 * Result.isFailure(Indicator.unique("indicator", ["hls", "rls", "hls"])) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const unique = (what: string, ids: ReadonlyArray<string>): Result.Result<ReadonlyArray<string>, IdRepeated> => {
  const at = firstRepeated(ids)
  return at === -1 ? Result.succeed(ids) : Result.fail(new IdRepeated({ what, id: ids[at]! }))
}

/**
 * Checks the goalposts of an indicator.
 *
 * **Example** (The ends of life expectancy)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Indicator } from "@timbang/core/needs"
 * Indicator.checkGoalposts("life-expectancy", { low: 20, high: 85 }) // => Result.succeed({ low: 20, high: 85 })
 * Result.isFailure(Indicator.checkGoalposts("life-expectancy", { low: 85, high: 20 })) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkGoalposts = (indicator: string, goalposts: Goalposts): Result.Result<Goalposts, GoalpostsRefused> => {
  const { high, logarithm = false, low } = goalposts
  return Number.isFinite(low) && Number.isFinite(high) && low < high && (!logarithm || low > 0)
    ? Result.succeed(goalposts)
    : Result.fail(new GoalpostsRefused({ indicator, low, high, logarithm }))
}
