/**
 * A part of an exam whose score is measured, and the scale it is measured on.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { Rounding } from "../number/Rounding.ts"

// --- models ---

/**
 * One measured component.
 *
 * **Details**
 *
 * A column of scores holds whole numbers of units of `10^-decimals` points, so that 68.94 with 3 decimals is 68940.
 *
 * @category models
 * @since 0.1.0
 */
export interface ExamComponent {
  /** Identifier, and the header of its column in a participants file. */
  readonly id: string
  readonly title: string
  /** Exam that measures it: the stage of the shortlist, or a later one. */
  readonly exam: string
  /** Unit: whole points, included. */
  readonly minimum: number
  /** Unit: whole points, included. */
  readonly maximum: Sourced<number>
  /** Decimals kept. Range: 0 to 4. */
  readonly decimals: number
  /** Distance between valid scores. Unit: units of the last decimal kept. */
  readonly step: number
  /** How a raw score becomes this component, where both forms are in use. */
  readonly raw?: RawForm
  readonly source: LegalSource
}

/**
 * The raw form of a component: `score = raw / outOf x maximum`, rounded to the decimals of the component.
 *
 * @category models
 * @since 0.1.0
 */
export interface RawForm {
  /** Header of the column that holds raw scores. */
  readonly column: string
  /** Largest raw score, unless the formation has its own. Unit: points. */
  readonly outOf: Sourced<number>
  readonly rounding: Rounding
}

// --- operations ---

/**
 * How many units of the last decimal make one point.
 *
 * **Example** (Three decimals)
 *
 * ```ts
 * import { ExamComponent } from "@timbang/core/selection"
 * ExamComponent.unitsPerPoint({ decimals: 3 }) // => 1000
 * ```
 *
 * @category conversions
 * @since 0.1.0
 */
export const unitsPerPoint = ({ decimals }: Pick<ExamComponent, "decimals">): number => 10 ** decimals
