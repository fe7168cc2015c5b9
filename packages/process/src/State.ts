/**
 * Where a round stands: a fold of its facts.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import type { Resignation } from "@timbang/core/selection"
import type { Actor } from "@timbang/workflows"
import type * as Fact from "./Fact.ts"
import type * as Plan from "./Plan.ts"
import type * as Stage from "./Stage.ts"
import type * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * Something entered, with who decided it and when, if somebody has.
 *
 * @category models
 * @since 0.1.0
 */
export interface Proposal {
  readonly id: string
  readonly subject: Fact.Subject
  readonly enteredBy: Actor.Actor
  readonly enteredAt: number
  readonly decided?: { readonly isApproved: boolean; readonly by: Actor.Actor; readonly at: number }
}

/**
 * An objection and where it stands. An accepted one about the final result awaits Panselnas.
 *
 * @category models
 * @since 0.1.0
 */
export interface Objection {
  readonly id: string
  readonly stage: Stage.ObjectionStage
  readonly by: string
  readonly about: string
  readonly filedAt: number
  readonly status: "filed" | "accepted" | "rejected" | "awaiting-panselnas" | "approved" | "refused"
  readonly isAnnouncedAgain: boolean
}

/**
 * Somebody who passed, or took the place of somebody who left.
 *
 * @category models
 * @since 0.1.0
 */
export interface Person extends Fact.Appointee {
  readonly milestone: Stage.Milestone
  readonly since: number
  readonly left?: {
    readonly at: number
    readonly letter: Timetable.Letter
    readonly moment: Resignation.Moment
    readonly sanction: Resignation.Sanction
    readonly replacedBy?: string
  }
  /** Whose place they took, and until when, by the letter that called them, they hand in their data. */
  readonly came?: { readonly insteadOf: string; readonly drhUntil: Day.Day }
}

/**
 * A deadline: of the part that runs, or of a person who came later. `due` in milliseconds since 1970-01-01 UTC.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deadline {
  readonly id: string
  readonly term: Timetable.Term
  readonly due: number
}

/**
 * Where a round stands.
 *
 * @category models
 * @since 0.1.0
 */
export interface State {
  readonly plan: Plan.Plan
  /** Who entered the plan; the announcement, which puts it into force, is approved by somebody else. */
  readonly startedBy: Actor.Actor
  /** Number of facts. */
  readonly facts: number
  /** `at` of the latest fact; no later fact is before it. */
  readonly latest: number
  /** Index of the part that runs, and since when; the number of parts when all are over. */
  readonly part: number
  readonly since: number
  /** How often what the runner has to do next has changed. */
  readonly turn: number
  /** How often the step that runs was refused; `refusal` says why, until somebody has it retried. */
  readonly attempt: number
  readonly refusal?: string
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly decisions: ReadonlyMap<Stage.Decision, string>
  readonly sessions: ReadonlySet<string>
  readonly objections: ReadonlyMap<string, Objection>
  readonly results: ReadonlyMap<Stage.Step, Fact.StepResult>
  readonly people: ReadonlyMap<string, Person>
  readonly extended: ReadonlyMap<string, number>
  /** Deadlines that have passed, by name, and when. */
  readonly passed: ReadonlyMap<string, number>
}
