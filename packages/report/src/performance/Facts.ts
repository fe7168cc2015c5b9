/**
 * What a performance report is made from: results of the stage `performance`, with the names that people read.
 */
import type { Day, Standing } from "@timbang/core/law"
import type { CitizenEvidence, CitizenSurvey, ComplaintContrast, ControlChart, Deadline, DistributionAdvisory, FairRank, Funnel, OrganisationPredicate } from "@timbang/core/performance"

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
  /** Respondents that the formula of the sample asks for; absent where the users are not counted. */
  readonly sampleSize?: number
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
 * What citizens said of a service, an organisation or a team, and where it belongs. There is none on a person.
 *
 * @category models
 * @since 0.1.0
 */
export interface CitizenVoice {
  readonly unit: string
  readonly team?: string
  /** The services whose respondents answered. */
  readonly services: ReadonlyArray<string>
  readonly evidence: CitizenEvidence.CitizenEvidence
}

/**
 * The predicate of an organisation, with what stands beside it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Organisation {
  readonly unit: string
  readonly predicate: string
  /** Why this predicate holds; absent where it is only stated beside the people. */
  readonly because?: OrganisationPredicate.Holding["because"]
  /** Index of citizens' satisfaction that was expected. Unit: points. */
  readonly expected?: number
  readonly bearing?: OrganisationPredicate.Bearing
  /** What the usual spread of predicates advises; absent before there was one. */
  readonly advice?: DistributionAdvisory.Advisory["advice"]
}

/**
 * How many people's deadlines stand how, and what became of objections.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deadlines {
  readonly states: ReadonlyArray<Readonly<Record<"met" | "late" | "open" | "overdue" | "lapsed", number>> & {
    readonly act: Deadline.AppraisalAct
    readonly provision: string
  }>
  readonly objections: Readonly<Record<"filed" | "inTime" | "answeredInTime" | "answeredLate" | "changed", number>>
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
  /** What citizens said of services, organisations and teams. */
  readonly citizens?: ReadonlyArray<CitizenVoice>
  readonly organisations?: ReadonlyArray<Organisation>
  /** Absent where no days were given. */
  readonly deadlines?: Deadlines
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
  /** Services that were surveyed and are hidden, because too few answered or because they would give such a one away. */
  readonly hidden?: ReadonlyArray<string>
  readonly comparisons: ReadonlyArray<Compared>
  /** Services in the survey and in complaints; absent where no complaints were given. */
  readonly contrasts?: ReadonlyArray<ComplaintContrast.Contrast>
  readonly funnels: ReadonlyArray<Funnelled>
  readonly courses: ReadonlyArray<Course>
  /** Absent where nobody was appraised. */
  readonly appraised?: Appraised
}
