/**
 * Administrative requirements of a round, as data.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import type { Authority } from "../law/Decided.ts"
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

interface Common {
  readonly id: string
  readonly title: string
  /** Kinds of need that it holds for. Absent: every kind. */
  readonly categories?: ReadonlyArray<string>
  /** Positions that it holds for, by name without regard to case, blanks and punctuation. Absent: every position. */
  readonly positions?: ReadonlyArray<string>
  readonly decidedBy: Authority
  readonly source: LegalSource
}

/**
 * Age in whole years on the day of applying.
 *
 * @category models
 * @since 0.1.0
 */
export interface AgeRequirement extends Common {
  readonly _tag: "Age"
  /** Unit: years, included. */
  readonly minimumYears: Sourced<number>
  /** Unit: years. */
  readonly maximumYears: Sourced<number>
  /**
   * What the upper limit means: `years-and-no-days` lets the last birthday itself pass and no later day;
   * `completed-years` lets the whole year pass.
   */
  readonly upperLimit: Sourced<UpperLimit>
  /** Positions with an upper limit of their own, compared by name without regard to case, blanks and punctuation. */
  readonly exceptions: ReadonlyArray<
    { readonly positions: ReadonlyArray<string>; readonly maximumYears: number; readonly source: LegalSource }
  >
}

/**
 * The two readings of an upper limit of age.
 *
 * @category models
 * @since 0.1.0
 */
export type UpperLimit = "years-and-no-days" | "completed-years"

/**
 * The study programme is on the agency's own dated table for the position. Never decided by likeness of names.
 *
 * @category models
 * @since 0.1.0
 */
export interface EducationRequirement extends Common {
  readonly _tag: "Education"
}

/**
 * A grade point average that each agency sets; unknown until the agency supplies it.
 *
 * @category models
 * @since 0.1.0
 */
export interface GradeAverageRequirement extends Common {
  readonly _tag: "GradeAverage"
  /** Unit: thousandths of a grade point. */
  readonly minimum: Sourced<number>
}

/**
 * Something that must not be the case, stated by the applicant and checked by people, such as a dismissal.
 *
 * @category models
 * @since 0.1.0
 */
export interface DeclarationRequirement extends Common {
  readonly _tag: "Declaration"
}

/**
 * A document that people look at, such as a registration certificate of a health profession.
 *
 * @category models
 * @since 0.1.0
 */
export interface DocumentRequirement extends Common {
  readonly _tag: "Document"
}

/**
 * One application for one person in one year, over all programmes named.
 *
 * @category models
 * @since 0.1.0
 */
export interface OneApplicationRequirement extends Common {
  readonly _tag: "OneApplication"
  readonly programs: ReadonlyArray<string>
}

/**
 * One administrative requirement.
 *
 * @category models
 * @since 0.1.0
 */
export type Requirement =
  | AgeRequirement
  | EducationRequirement
  | GradeAverageRequirement
  | DeclarationRequirement
  | DocumentRequirement
  | OneApplicationRequirement
