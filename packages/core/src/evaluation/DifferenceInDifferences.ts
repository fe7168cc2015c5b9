/**
 * Did the service change more where recruits arrived than where none did? Difference in differences, clustered.
 *
 * @since 0.1.0
 */
import { Interval, StudentT, Undefined } from "../number/index.ts"

// --- models ---

/**
 * One measurement of a service outcome.
 *
 * @category models
 * @since 0.1.0
 */
export interface Observation {
  /** What varies together, usually the unit: a puskesmas, a school. Errors are clustered on it. */
  readonly cluster: string
  /** Whether recruits arrived in this cluster between the two periods. The same for all observations of a cluster. */
  readonly isTreated: boolean
  readonly isAfter: boolean
  /** The outcome, in the unit of the indicator. Finite. */
  readonly outcome: number
}

/**
 * Means of the four cells, in the unit of the outcome.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly treatedBefore: number
  readonly treatedAfter: number
  readonly controlBefore: number
  readonly controlAfter: number
}

/**
 * The estimate, with all that is needed to recompute it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Estimate {
  readonly means: Means
  /** Change where recruits arrived less change elsewhere, in the unit of the outcome. */
  readonly difference: number
  /** Cluster-robust, with the factor G/(G-1) x (N-1)/(N-k), k = 4. */
  readonly standardError: number
  /** Student's t with G - 1 degrees of freedom. */
  readonly interval: Interval.Interval
  /** Two-sided probability of such a difference if there were none. */
  readonly probability: number
  readonly observations: number
  readonly clusters: number
  readonly treatedClusters: number
  /** How errors are taken, where texts leave a choice. */
  readonly convention: "cluster-robust with G/(G-1) x (N-1)/(N-k)"
}

// --- operations ---

/**
 * Difference in differences of four means.
 *
 * **Example** (Card and Krueger 1994, table 3, from the rounded means)
 *
 * ```ts
 * import { DifferenceInDifferences } from "@timbang/core/evaluation"
 * const means = { treatedBefore: 20.44, treatedAfter: 21.03, controlBefore: 23.33, controlAfter: 21.17 }
 * DifferenceInDifferences.ofMeans(means).toFixed(2) // => "2.75"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const ofMeans = ({ controlAfter, controlBefore, treatedAfter, treatedBefore }: Means): number =>
  treatedAfter - treatedBefore - (controlAfter - controlBefore)

/**
 * Estimates the difference in differences from observations, or says why there is none.
 *
 * **Details**
 *
 * Equals least squares on group, period and their product. The four cells being saturated, an observation weighs one by
 * the size of its cell, so that no matrix is inverted. Needs an observation in each cell, two treated and two untreated
 * clusters, and more than four observations.
 *
 * **Gotchas**
 *
 * A difference is not yet an effect; `NeedFulfilment` lists what would break it.
 *
 * **Example** (Two villages with recruits, two without)
 *
 * ```ts
 * import { Undefined } from "@timbang/core/number"
 * import { DifferenceInDifferences } from "@timbang/core/evaluation"
 * const village = (cluster: string, isTreated: boolean, before: number, after: number) => [{ cluster, isTreated, isAfter: false, outcome: before }, { cluster, isTreated, isAfter: true, outcome: after }]
 * const all = [village("a", true, 60, 70), village("b", true, 50, 66), village("c", false, 58, 60), village("d", false, 62, 64)].flat()
 * Undefined.map(DifferenceInDifferences.estimate(all), ({ clusters, difference }) => [clusters, difference]) // => [4, 11]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const estimate = (
  observations: ReadonlyArray<Observation>,
  level = 0.95
): Estimate | Undefined.Undefined => {
  const quantity = "difference in differences"
  const n = observations.length
  const missing = observations.findIndex(({ outcome }) => !Number.isFinite(outcome))
  if (missing !== -1) return Undefined.because(quantity, "not-a-number", { found: missing })
  const cells = [0, 1, 2, 3].map((cell) => observations.filter((one) => cellOf(one) === cell))
  const smallest = Math.min(...cells.map((cell) => cell.length))
  if (smallest === 0) return Undefined.because(quantity, "no-values", { found: 0, needed: 1 })
  if (n <= parameters) return Undefined.because(quantity, "too-few-values", { found: n, needed: parameters + 1 })
  const treated = clustersOf(observations.filter(({ isTreated }) => isTreated))
  const control = clustersOf(observations.filter(({ isTreated }) => !isTreated))
  const both = [...treated].filter((cluster) => control.has(cluster)).length
  if (both > 0) return Undefined.because(`clusters on both sides of the ${quantity}`, "out-of-range", { found: both })
  const found = Math.min(treated.size, control.size)
  if (found < 2) return Undefined.because(`clusters of the ${quantity}`, "too-few-values", { found, needed: 2 })

  const average = cells.map(meanOf)
  const [controlBefore, controlAfter, treatedBefore, treatedAfter] = average as [number, number, number, number]
  const means = { controlAfter, controlBefore, treatedAfter, treatedBefore }
  const byCluster = new Map<string, Array<number>>()
  for (const one of observations) {
    const cell = cellOf(one)
    const residual = one.outcome - average[cell]!
    const sign = one.isTreated === one.isAfter ? 1 : -1
    const scores = byCluster.get(one.cluster) ?? []
    byCluster.set(one.cluster, scores)
    scores.push((sign * residual) / cells[cell]!.length)
  }
  const clusters = byCluster.size
  const factor = (clusters / (clusters - 1)) * ((n - 1) / (n - parameters))
  const standardError = Math.sqrt(factor * sumOf([...byCluster.values()].map((scores) => sumOf(scores) ** 2)))
  if (standardError === 0) return Undefined.because(`standard error of the ${quantity}`, "no-variation", { found: n })
  const difference = ofMeans(means)
  const interval = Interval.around(difference, standardError, clusters - 1, level)
  if (Undefined.isUndefined(interval)) return interval
  return {
    means,
    difference,
    standardError,
    interval,
    probability: 2 * StudentT.upperTail(Math.abs(difference) / standardError, clusters - 1),
    observations: n,
    clusters,
    treatedClusters: treated.size,
    convention: "cluster-robust with G/(G-1) x (N-1)/(N-k)"
  }
}

/** Constant, group, period, and their product. */
const parameters = 4

const cellOf = ({ isAfter, isTreated }: Observation): number => (isTreated ? 2 : 0) + (isAfter ? 1 : 0)

const clustersOf = (observations: ReadonlyArray<Observation>): ReadonlySet<string> =>
  new Set(observations.map(({ cluster }) => cluster))

/** From the smallest up, so that the order of the input cannot reach the last digit. */
const sumOf = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b).reduce((sum, one) => sum + one, 0)

const meanOf = (cell: ReadonlyArray<Observation>): number => sumOf(cell.map(({ outcome }) => outcome)) / cell.length
