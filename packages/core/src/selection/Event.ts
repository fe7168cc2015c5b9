/**
 * What happened to participants besides their scores: recorded facts that the engine takes into account.
 *
 * @since 0.1.0
 */
import type { Day } from "../law/Day.ts"

// --- models ---

interface About {
  readonly participant: string
  /** Exam in whose course it happened; it counts before that exam's list is made. */
  readonly exam: string
  readonly at: Day
}

/**
 * The participant did not come to an exam.
 *
 * @category models
 * @since 0.1.0
 */
export interface Absent extends About {
  readonly _tag: "Absent"
}

/**
 * The participant was excluded for cheating or the like.
 *
 * @category models
 * @since 0.1.0
 */
export interface Disqualified extends About {
  readonly _tag: "Disqualified"
  readonly reason: string
}

/**
 * The participant gave up.
 *
 * @category models
 * @since 0.1.0
 */
export interface Withdrawn extends About {
  readonly _tag: "Withdrawn"
}

/**
 * People found an administrative requirement unmet.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ineligible extends About {
  readonly _tag: "Ineligible"
  readonly requirement: string
  readonly reason: string
}

/**
 * The participant failed a test that excludes, as the announcement of vacancies had said.
 *
 * @category models
 * @since 0.1.0
 */
export interface Eliminated extends About {
  readonly _tag: "Eliminated"
  readonly test: string
}

/**
 * An exclusion was wrong and no longer counts. It stays on record; this names it, and why it falls.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reinstated extends About {
  readonly _tag: "Reinstated"
  /** The exclusion that falls. */
  readonly exclusion: Exclusion["_tag"]
  /** For an `Ineligible`, the requirement that is met after all; absent: every one. */
  readonly requirement?: string
  /** The objection, letter or judgment on which it rests. */
  readonly basis: string
}

/**
 * An event after which the participant takes no further part.
 *
 * @category models
 * @since 0.1.0
 */
export type Exclusion = Absent | Disqualified | Withdrawn | Ineligible | Eliminated

/**
 * A recorded score was wrong. Nothing is overwritten: the correction names what stood there and why it changes.
 *
 * @category models
 * @since 0.1.0
 */
export interface Corrected {
  readonly _tag: "Corrected"
  readonly participant: string
  readonly component: string
  /** Decimal numeral, or empty for a score that was absent. */
  readonly from: string
  /** Decimal numeral. */
  readonly to: string
  readonly at: Day
  /** The objection, letter or judgment on which it rests. */
  readonly basis: string
}

/**
 * A letter settled the order of participants whom the ladder left equal.
 *
 * @category models
 * @since 0.1.0
 */
export interface TieSettled {
  readonly _tag: "TieSettled"
  /** Participants, best first. */
  readonly order: ReadonlyArray<string>
  readonly at: Day
  readonly letter: string
}

/**
 * A change of law that lets a rule set made after the scores apply to them.
 *
 * @category models
 * @since 0.1.0
 */
export interface LawChanged {
  readonly _tag: "LawChanged"
  readonly ruleSet: string
  readonly at: Day
  readonly letter: string
}

/**
 * Somebody said whether they take a seat outside their own cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface PlacementAnswered {
  readonly _tag: "PlacementAnswered"
  readonly participant: string
  readonly willing: boolean
  readonly at: Day
}

/**
 * One recorded fact.
 *
 * @category models
 * @since 0.1.0
 */
export type Event =
  | Exclusion
  | Reinstated
  | Corrected
  | TieSettled
  | LawChanged
  | PlacementAnswered
