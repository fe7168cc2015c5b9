/**
 * What would break a difference in differences: a plain list, each point checked or said not to be.
 *
 * @since 0.1.0
 */
import { Undefined } from "../number/index.ts"
import * as DifferenceInDifferences from "./DifferenceInDifferences.ts"

// --- models ---

/**
 * What would break it.
 *
 * - `trends-differed-before`: places with recruits were already on another path before they came.
 * - `starting-points-differ`: they started from another level, so that return to the mean alone could move them.
 * - `few-clusters`, `few-treated-clusters`: too few units for the standard error to be right.
 * - `units-lost`: units measured before are missing after, or the other way round.
 * - `staff-moved-between`: units without recruits lost staff to units with recruits.
 * - `another-change`: something else came at the same time.
 * - `measured-otherwise`: the indicator was measured in another way after than before.
 *
 * @category models
 * @since 0.1.0
 */
export type Threat =
  | "trends-differed-before"
  | "starting-points-differ"
  | "few-clusters"
  | "few-treated-clusters"
  | "units-lost"
  | "staff-moved-between"
  | "another-change"
  | "measured-otherwise"

/**
 * One point of the list.
 *
 * @category models
 * @since 0.1.0
 */
export interface Checked {
  readonly threat: Threat
  /** `held`: checked, not found. `broken`: checked and found. `not-checked`: the data or the host do not say. */
  readonly status: "held" | "broken" | "not-checked"
  /** What was found, in the unit that the threat is about; absent when it was not checked. */
  readonly observed?: number
  /** From where on it would be broken. */
  readonly limit?: number
}

/**
 * From where on a point counts as broken. Conventions, not law: the host may set others, and the report prints them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limits {
  /** Least number of clusters. Default 20. */
  readonly clusters: number
  /** Least number of clusters on the smaller side. Default 5. */
  readonly treatedClusters: number
  /** Largest distance of starting points, in standard deviations. Default 0.25. */
  readonly startingPoints: number
  /** Largest share of units lost. Default 0.1. */
  readonly unitsLost: number
}

/**
 * The default limits.
 *
 * Source: D. E. Ho et al. (2007) for 0.25 standard deviations; the other three are conventions of this library.
 *
 * @category models
 * @since 0.1.0
 */
export const conventions: Limits = { clusters: 20, treatedClusters: 5, startingPoints: 0.25, unitsLost: 0.1 }

/**
 * What only people on the spot know; a field that is absent is listed as not checked.
 *
 * @category models
 * @since 0.1.0
 */
export interface Known {
  /** Two earlier periods with the same places, the later one as `isAfter`; recruits had not arrived in either. */
  readonly earlier?: ReadonlyArray<DifferenceInDifferences.Observation>
  /** Staff who moved from units without recruits to units with recruits. Unit: people. */
  readonly staffMoved?: number
  readonly hadAnotherChange?: boolean
  readonly wasMeasuredOtherwise?: boolean
}

// --- operations ---

/**
 * Checks every point of the list, in a fixed order.
 *
 * **Example** (Nothing is known, and the data are few)
 *
 * ```ts
 * import { Threat } from "@timbang/core/evaluation"
 * const seen = (cluster: string, isTreated: boolean, isAfter: boolean, outcome: number) => ({ cluster, isTreated, isAfter, outcome })
 * const all = [seen("a", true, false, 60), seen("a", true, true, 70), seen("b", false, false, 58), seen("b", false, true, 60)]
 * Threat.check(all, {}).filter(({ status }) => status === "broken").map(({ threat }) => threat) // => ["few-clusters", "few-treated-clusters"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  observations: ReadonlyArray<DifferenceInDifferences.Observation>,
  { earlier, hadAnotherChange, staffMoved, wasMeasuredOtherwise }: Known,
  limits: Limits = conventions,
  level = 0.95
): ReadonlyArray<Checked> => {
  const before = observations.filter(({ isAfter }) => !isAfter)
  const [treated, control] = [true, false].map((side) => observations.filter(({ isTreated }) => isTreated === side))
  const sides = [treated!, control!].map((side) => clusters(side).size)
  const [first, last] = [clusters(before), clusters(observations.filter(({ isAfter }) => isAfter))]
  const all = clusters(observations).size
  const lost = all === 0 ? undefined : (2 * all - first.size - last.size) / all
  const distance = standardised(before)
  return [
    trend(earlier, level),
    upTo("starting-points-differ", distance, limits.startingPoints),
    atLeast("few-clusters", all, limits.clusters),
    atLeast("few-treated-clusters", Math.min(...sides), limits.treatedClusters),
    upTo("units-lost", lost, limits.unitsLost),
    upTo("staff-moved-between", staffMoved, 0),
    upTo("another-change", hadAnotherChange === undefined ? undefined : Number(hadAnotherChange), 0),
    upTo("measured-otherwise", wasMeasuredOtherwise === undefined ? undefined : Number(wasMeasuredOtherwise), 0)
  ]
}

const trend = (
  earlier: ReadonlyArray<DifferenceInDifferences.Observation> | undefined,
  level: number
): Checked => {
  const threat = "trends-differed-before"
  const found = earlier === undefined ? undefined : DifferenceInDifferences.estimate(earlier, level)
  if (found === undefined || Undefined.isUndefined(found)) return { threat, status: "not-checked" }
  const { difference, interval } = found
  const isBroken = interval.lower > 0 || interval.upper < 0
  return { threat, status: isBroken ? "broken" : "held", observed: difference, limit: 0 }
}

const upTo = (threat: Threat, observed: number | undefined, limit: number): Checked =>
  observed === undefined
    ? { threat, status: "not-checked", limit }
    : { threat, status: observed > limit ? "broken" : "held", observed, limit }

const atLeast = (threat: Threat, observed: number, limit: number): Checked => ({
  threat,
  status: observed < limit ? "broken" : "held",
  observed,
  limit
})

const clusters = (observations: ReadonlyArray<DifferenceInDifferences.Observation>): ReadonlySet<string> =>
  new Set(observations.map(({ cluster }) => cluster))

/** Distance of the two starting means by their pooled standard deviation; absent where that is undefined. */
const standardised = (before: ReadonlyArray<DifferenceInDifferences.Observation>): number | undefined => {
  const sides = [true, false].map((side) =>
    before.filter(({ isTreated }) => isTreated === side).map(({ outcome }) => outcome)
  )
  const [a, b] = sides.map(moments)
  if (a === undefined || b === undefined) return undefined
  const pooled = Math.sqrt((a.variance + b.variance) / 2)
  return pooled > 0 ? Math.abs(a.mean - b.mean) / pooled : undefined
}

const moments = (values: ReadonlyArray<number>): { readonly mean: number; readonly variance: number } | undefined => {
  const n = values.length
  if (n < 2) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const mean = sorted.reduce((sum, one) => sum + one, 0) / n
  return { mean, variance: sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1) }
}
