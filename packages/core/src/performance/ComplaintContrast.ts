/**
 * What a survey says of a service beside what complaints say: two independent sources, and their gap.
 *
 * @since 0.1.0
 */
import * as Interval from "../number/Interval.ts"
import * as Normal from "../number/Normal.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * A service in both sources.
 *
 * @category models
 * @since 0.1.0
 */
export interface Service {
  readonly id: string
  readonly index: number
  readonly standardError: number
  /** Complaints received, and people served, in the same period. */
  readonly complaints: number
  readonly served: number
}

/**
 * Where a service stands against all services together, in one source.
 *
 * @category models
 * @since 0.1.0
 */
export type Side = "better" | "worse" | "not-distinguishable"

/**
 * A service with both readings.
 *
 * @category models
 * @since 0.1.0
 */
export interface Contrast {
  readonly id: string
  readonly survey: Side
  readonly complaints: Side
  /** `gap` when one source says better and the other worse: look there first. */
  readonly reading: "agree" | "gap" | "not-shown"
  /** Complaints among the people served, and its Wilson interval. */
  readonly complaintShare: number
  readonly interval: Interval.Interval
}

// --- operations ---

/**
 * Contrasts services. A side is named only when the service's interval lies wholly beyond the value of all together.
 *
 * **Example** (Praised in the survey, and complained about)
 *
 * ```ts
 * import { ComplaintContrast } from "@timbang/core/performance"
 * const a = { id: "a", index: 95, standardError: 1, complaints: 60, served: 1000 }
 * const b = { id: "b", index: 80, standardError: 1, complaints: 10, served: 1000 }
 * ComplaintContrast.compare([a, b]).map(({ id, reading }) => [id, reading]) // => [["a", "gap"], ["b", "gap"]]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (
  services: ReadonlyArray<Service>,
  level = 0.95
): ReadonlyArray<Contrast> | Undefined.Undefined => {
  const quantity = "contrast of survey and complaints"
  if (services.length < 2) return Undefined.because(quantity, "too-few-values", { found: services.length, needed: 2 })
  const intervals = services.map(({ complaints, served }) => Interval.wilson(complaints, served, level))
  const refused = intervals.find(Undefined.isUndefined)
  if (refused !== undefined) return refused
  const served = services.reduce((sum, service) => sum + service.served, 0)
  const rateOfAll = services.reduce((sum, { complaints }) => sum + complaints, 0) / served
  const indexOfAll = services.reduce((sum, { index, served }) => sum + index * served, 0) / served
  const z = Normal.quantile((1 + level) / 2)
  return services.map(({ complaints: received, id, index, served: people, standardError }, at) => {
    const interval = intervals[at] as Interval.Interval
    const { lower, upper } = interval
    const survey = sideOf(index - z * standardError > indexOfAll, index + z * standardError < indexOfAll)
    const complaints = sideOf(upper < rateOfAll, lower > rateOfAll)
    const isShown = survey !== "not-distinguishable" && complaints !== "not-distinguishable"
    const reading = !isShown ? "not-shown" : survey === complaints ? "agree" : "gap"
    return { id, survey, complaints, reading, complaintShare: received / people, interval }
  })
}

const sideOf = (isBetter: boolean, isWorse: boolean): Side =>
  isBetter ? "better" : isWorse ? "worse" : "not-distinguishable"
