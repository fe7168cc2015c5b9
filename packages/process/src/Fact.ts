/**
 * What is recorded about a round. Each fact says when it holds; who recorded it stands beside it in the journal.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import { Schema } from "effect"
import * as Plan from "./Plan.ts"
import type * as Stage from "./Stage.ts"
import * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * What two people decide: one enters it, another approves it.
 *
 * @category models
 * @since 0.1.0
 */
export type Subject =
  /** One of the decisions of the round; `digest` is the SHA-256 of the document decided on, in hexadecimal digits. */
  | { readonly _tag: "Decide"; readonly decision: Stage.Decision; readonly digest: string }
  /** Minutes (berita acara) of a session. */
  | { readonly _tag: "HoldSession"; readonly exam: "first" | "second"; readonly session: string; readonly present: number; readonly absent: number; readonly digest: string }
  | { readonly _tag: "Answer"; readonly objection: string; readonly isAccepted: boolean; readonly digest: string }
  /** Approval or refusal of an accepted objection by the national committee. */
  | { readonly _tag: "Approval"; readonly objection: string; readonly isApproved: boolean; readonly letter: Timetable.Letter }
  /** A later last day for the term that runs, or for the DRH of a participant who came later. */
  | { readonly _tag: "Extend"; readonly term: Timetable.Term; readonly participant?: string; readonly until: Day.Day; readonly letter: Timetable.Letter }
  | { readonly _tag: "Reach"; readonly milestone: Stage.Milestone; readonly participants: ReadonlyArray<string>; readonly letter: Timetable.Letter }
  | { readonly _tag: "Resign"; readonly participant: string; readonly letter: Timetable.Letter }
  /** The next in rank takes the place of somebody who left; only on a letter, which says until when they hand in their data. */
  | { readonly _tag: "Replace"; readonly vacatedBy: string; readonly by: string; readonly drhUntil: Day.Day; readonly letter: Timetable.Letter }

/**
 * Somebody who passed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appointee {
  readonly participant: string
  readonly formation: string
  /** Whether the seat was filled by moving them to another cell (codes such as P/L-1 and P/L-2). */
  readonly isMoved: boolean
}

/**
 * What a publication names.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  /** Root of the published log: SHA-256 in hexadecimal digits. */
  readonly root: string
  readonly appointees: ReadonlyArray<Appointee>
  /** Who comes next, best first, by formation. */
  readonly reserves: ReadonlyArray<{ readonly formation: string; readonly participants: ReadonlyArray<string> }>
}

/**
 * What a step answers.
 *
 * @category models
 * @since 0.1.0
 */
export interface StepResult {
  /** SHA-256 of what it made, in hexadecimal digits. */
  readonly digest: string
  /** How many people it is about. */
  readonly count: number
  /** For `publish` and `publish-again`. */
  readonly published?: Published
}

/**
 * A recorded fact. `at` in milliseconds since 1970-01-01 UTC: when it holds, which for a deadline is the moment it passed,
 * whenever it was recorded.
 *
 * @category models
 * @since 0.1.0
 */
export type Fact =
  | { readonly _tag: "Started"; readonly at: number; readonly plan: Plan.Plan }
  | { readonly _tag: "Proposed"; readonly at: number; readonly id: string; readonly subject: Subject }
  | { readonly _tag: "Approved"; readonly at: number; readonly id: string }
  | { readonly _tag: "Rejected"; readonly at: number; readonly id: string }
  | { readonly _tag: "ObjectionFiled"; readonly at: number; readonly id: string; readonly stage: Stage.ObjectionStage; readonly by: string; readonly about: string }
  | { readonly _tag: "DrhSubmitted"; readonly at: number; readonly participant: string }
  | { readonly _tag: "DeadlinePassed"; readonly at: number; readonly deadline: string }
  | { readonly _tag: "StepFinished"; readonly at: number; readonly step: Stage.Step; readonly result: StepResult }
  | { readonly _tag: "StepRefused"; readonly at: number; readonly step: Stage.Step; readonly because: string }
  | { readonly _tag: "Retried"; readonly at: number; readonly step: Stage.Step }

// --- schemas ---

const { letter, name } = Plan
const digest = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/))
const at = Schema.Int
const count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
/** Schema of the name of a step. @category schemas @since 0.1.0 */
export const step: Schema.Codec<Stage.Step> = Schema.Literals(["import-applicants", "shortlist", "integration", "filling", "publish", "publish-again"])
const exam = Schema.Literals(["first", "second"])

/**
 * Schema of what is decided.
 *
 * @category schemas
 * @since 0.1.0
 */
export const subject: Schema.Codec<Subject> = Schema.Union([
  Schema.Struct({
    _tag: Schema.Literal("Decide"),
    decision: Schema.Literals([
      "announcement",
      "administrative-result",
      "administrative-reannouncement",
      "shortlist",
      "publication",
      "final-reannouncement"
    ]),
    digest
  }),
  Schema.Struct({ _tag: Schema.Literal("HoldSession"), exam, session: name, present: count, absent: count, digest }),
  Schema.Struct({ _tag: Schema.Literal("Answer"), objection: name, isAccepted: Schema.Boolean, digest }),
  Schema.Struct({ _tag: Schema.Literal("Approval"), objection: name, isApproved: Schema.Boolean, letter }),
  Schema.Struct({ _tag: Schema.Literal("Extend"), term: Schema.Literals(Timetable.terms), participant: Schema.optionalKey(name), until: Plan.day, letter }),
  Schema.Struct({
    _tag: Schema.Literal("Reach"),
    milestone: Schema.Literals(["nip-proposed", "nip-issued", "decree", "duty"]),
    participants: Schema.NonEmptyArray(name).check(Schema.isMaxLength(10_000)),
    letter
  }),
  Schema.Struct({ _tag: Schema.Literal("Resign"), participant: name, letter }),
  Schema.Struct({ _tag: Schema.Literal("Replace"), vacatedBy: name, by: name, drhUntil: Plan.day, letter })
])

/**
 * Schema of what a step answers.
 *
 * @category schemas
 * @since 0.1.0
 */
export const stepResult: Schema.Codec<StepResult> = Schema.Struct({
  digest,
  count,
  published: Schema.optionalKey(Schema.Struct({
    root: digest,
    appointees: Schema.Array(Schema.Struct({ participant: name, formation: name, isMoved: Schema.Boolean })),
    reserves: Schema.Array(Schema.Struct({ formation: name, participants: Schema.Array(name) }))
  }))
})

/**
 * Schema of a fact, as it stands in the journal.
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<Fact> = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("Started"), at, plan: Plan.schema }),
  Schema.Struct({ _tag: Schema.Literal("Proposed"), at, id: name, subject }),
  Schema.Struct({ _tag: Schema.Literal("Approved"), at, id: name }),
  Schema.Struct({ _tag: Schema.Literal("Rejected"), at, id: name }),
  Schema.Struct({ _tag: Schema.Literal("ObjectionFiled"), at, id: name, stage: Schema.Literals(["administrative", "final"]), by: name, about: name }),
  Schema.Struct({ _tag: Schema.Literal("DrhSubmitted"), at, participant: name }),
  Schema.Struct({ _tag: Schema.Literal("DeadlinePassed"), at, deadline: Schema.String }),
  Schema.Struct({ _tag: Schema.Literal("StepFinished"), at, step, result: stepResult }),
  Schema.Struct({ _tag: Schema.Literal("StepRefused"), at, step, because: Schema.String }),
  Schema.Struct({ _tag: Schema.Literal("Retried"), at, step })
])

// --- operations ---

/**
 * The kind under which a fact stands in the journal.
 *
 * **Example** (A deadline)
 *
 * ```ts
 * import { Fact } from "@timbang/process"
 * Fact.kindOf({ _tag: "DeadlinePassed", at: 0, deadline: "registration" }) // => "recruitment.deadline-passed"
 * ```
 *
 * @category encoding
 * @since 0.1.0
 */
export const kindOf = ({ _tag }: Fact): string =>
  `recruitment.${_tag.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}`
