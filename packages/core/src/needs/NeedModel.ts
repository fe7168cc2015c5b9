/**
 * Everything a score of needs is made from, as one document: units, figures, the driver matrix, workload and voice.
 *
 * @since 0.1.0
 */
import type { Day } from "../law/index.ts"
import type { Fraction } from "../number/index.ts"
import type { DriverMatrix, Named } from "./Driver.ts"
import type { Observation } from "./Observation.ts"

// --- models ---

/**
 * The need of a unit for a job family by its workload alone (ABK, WISN, teacher norms), before rounding.
 *
 * @category models
 * @since 0.1.0
 */
export interface WorkloadNeed {
  readonly unit: string
  readonly jobFamily: string
  /** Unit: people. 0 or more. */
  readonly people: Fraction.Numeral
}

/**
 * Which part of what citizens asked for in a unit falls to a sector. It stands beside the score and never enters it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voice {
  readonly unit: string
  readonly sector: string
  /** Range: 0 to 1. */
  readonly share: Fraction.Numeral
}

/**
 * A document of needs. Plain data: it can be read from YAML or JSON, changed by a scenario, and stored.
 *
 * @category models
 * @since 0.1.0
 */
export interface NeedModel {
  readonly id: string
  readonly title: string
  /** The day for which the driver matrix must hold. */
  readonly day: Day.Day
  /** The year whose figures are read. */
  readonly year: number
  readonly units: ReadonlyArray<Named>
  readonly observations: ReadonlyArray<Observation>
  readonly matrix: DriverMatrix
  readonly workload: ReadonlyArray<WorkloadNeed>
  readonly voice?: ReadonlyArray<Voice>
  /** Indicators of which a missing figure may be taken as the mean of the other units; each such cell is listed. */
  readonly imputeByMean?: ReadonlyArray<string>
}
