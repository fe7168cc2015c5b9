/**
 * A funnel: the limits within which a unit's proportion stays by chance, by how many it counted. It compares with a target
 * without ranking.
 *
 * @since 0.1.0
 */
import * as Binomial from "../number/Binomial.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * A unit counted: how many of how many.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counted {
  readonly id: string
  readonly part: number
  readonly whole: number
}

/**
 * Limits of a funnel at one number counted. Unit: shares.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limits {
  readonly lower: number
  readonly upper: number
}

/**
 * A unit in the funnel.
 *
 * @category models
 * @since 0.1.0
 */
export interface Placed extends Counted {
  readonly share: number
  readonly limits: Limits
  readonly place: "inside" | "above" | "below"
}

/**
 * A funnel around a target share.
 *
 * @category models
 * @since 0.1.0
 */
export interface Funnel {
  readonly target: number
  /** Probability left outside both limits together, such as 0.002. */
  readonly outside: number
  readonly method: "interpolated binomial (Spiegelhalter 2005)"
  readonly units: ReadonlyArray<Placed>
}

// --- operations ---

/**
 * The limits for one number counted, by interpolation between the steps of the binomial distribution.
 *
 * **Details**
 *
 * With r the smallest count whose probability of at most r reaches p, the limit is (r - a) / n, where a is the part of the
 * step at r that lies beyond p. Limits are cut at 0 and 1.
 * Source: D. J. Spiegelhalter (2005), appendix A.1.1.
 *
 * **Example** (Twenty and two hundred, around one half)
 *
 * ```ts
 * import { Funnel } from "@timbang/core/performance"
 * Funnel.limits(0.5, 20, 0.05).upper > Funnel.limits(0.5, 200, 0.05).upper // => true
 * ```
 *
 * @category charting
 * @since 0.1.0
 */
export const limits = (target: number, whole: number, outside: number): Limits => ({
  lower: Math.max(0, interpolated(target, whole, outside / 2)),
  upper: Math.min(1, interpolated(target, whole, 1 - outside / 2))
})

/**
 * Places units in a funnel. The target is a share above 0 and below 1.
 *
 * **Example** (Three of forty, around one quarter)
 *
 * ```ts
 * import { Funnel } from "@timbang/core/performance"
 * const funnel = Funnel.place([{ id: "a", part: 3, whole: 40 }, { id: "b", part: 3, whole: 12 }], 0.25, 0.05)
 * funnel.units.map(({ place }) => place) // => ["below", "inside"]
 * ```
 *
 * @category charting
 * @since 0.1.0
 */
export const place = (
  units: ReadonlyArray<Counted>,
  target: number,
  outside = 0.002
): Funnel | Undefined.Undefined => {
  const isCount = ({ part, whole }: Counted) =>
    Number.isInteger(part) && Number.isInteger(whole) && part >= 0 && part <= whole && whole > 0
  if (units.length === 0) return Undefined.because("funnel", "no-values", { found: 0, needed: 1 })
  if (!units.every(isCount)) return Undefined.because("funnel", "out-of-range")
  if (!(target > 0 && target < 1)) return Undefined.because("funnel", "no-variation")
  return {
    target,
    outside,
    method: "interpolated binomial (Spiegelhalter 2005)",
    units: units.map((unit) => {
      const share = unit.part / unit.whole
      const found = limits(target, unit.whole, outside)
      const place = share > found.upper ? "above" : share < found.lower ? "below" : "inside"
      return { ...unit, share, limits: found, place }
    })
  }
}

const interpolated = (target: number, whole: number, wanted: number): number => {
  const count = Binomial.quantile(wanted, whole, target)
  const beyond = (Binomial.cdf(count, whole, target) - wanted) / Binomial.probability(count, whole, target)
  return (count - Math.min(1, Math.max(0, beyond))) / whole
}
