/**
 * What a performance report is made from: results of the stage `performance`, with the names that people read.
 */
import type { Day, Standing } from "@timbang/core/law"
import type { CitizenSurvey, ComplaintContrast, ControlChart, FairRank, Funnel } from "@timbang/core/performance"

/**
 * The survey of one service.
 *
 * @category models
 * @since 0.1.0
 */
export interface Surveyed {
  readonly service: string
  readonly survey: CitizenSurvey.Survey
  /** Names of the elements by code; a code without a name is printed as it is. */
  readonly elementNames: Readonly<Record<string, string>>
}

/**
 * Units or officers compared fairly.
 *
 * @category models
 * @since 0.1.0
 */
export interface Compared {
  /** What is measured, with its unit. */
  readonly measure: string
  readonly rank: FairRank.FairRank
  /** Decimals of the printed figures. */
  readonly decimals: number
}

/**
 * Shares of units inside or outside of a funnel.
 *
 * @category models
 * @since 0.1.0
 */
export interface Funnelled {
  readonly measure: string
  readonly funnel: Funnel.Funnel
}

/**
 * A measure over time with the two answers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Course {
  readonly measure: string
  readonly chart: ControlChart.ControlChart
  readonly answers: ControlChart.Answers
  readonly target?: number
  readonly decimals: number
}

/**
 * Appraisals of a period, as counts: nobody is named.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appraised {
  /** The law appraised by, as its citation. */
  readonly law: string
  /** People with each predicate, best first. */
  readonly predicates: ReadonlyArray<{ readonly predicate: string; readonly people: number }>
  /** People whose rater has not decided yet. */
  readonly open: number
  /** People whose rater departed from a proposal, with a reason. */
  readonly departures: number
  /** Rows of the official recap by what their check found; absent where none was read. */
  readonly recap?: { readonly equal: number; readonly different: number; readonly notCheckable: number }
}

/**
 * Everything on one period. A part that is empty is named as missing in the report.
 *
 * @category models
 * @since 0.1.0
 */
export interface Facts {
  readonly agency: string
  readonly period: string
  readonly on: Day.Day
  readonly standing: Standing.Standing
  readonly surveys: ReadonlyArray<Surveyed>
  /** Surveys of parts of these, such as the services of a government: for the auditor's trace, not for the first two lengths. */
  readonly parts?: ReadonlyArray<Surveyed>
  readonly comparisons: ReadonlyArray<Compared>
  /** Services in the survey and in complaints; absent where no complaints were given. */
  readonly contrasts?: ReadonlyArray<ComplaintContrast.Contrast>
  readonly funnels: ReadonlyArray<Funnelled>
  readonly courses: ReadonlyArray<Course>
  /** Absent where nobody was appraised. */
  readonly appraised?: Appraised
}
