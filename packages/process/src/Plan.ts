/**
 * What a round is started with: everything its machine needs, resolved, so that it can be read years later.
 *
 * @since 0.1.0
 */
import { Day, LegalSource } from "@timbang/core/law"
import type { Resignation } from "@timbang/core/selection"
import { Schema } from "effect"
import type * as Calendar from "./Calendar.ts"
import type * as Fact from "./Fact.ts"
import * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * Plan of a round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  /** Name of the round, unique in the journal: 1 to 100 letters, digits, dots, hyphens and slashes. */
  readonly round: string
  /** The agency that recruits. */
  readonly agency: string
  readonly timetable: Timetable.Timetable
  /** Names of the sessions of each exam; an exam without sessions is passed over. */
  readonly sessions: { readonly first: ReadonlyArray<string>; readonly second: ReadonlyArray<string> }
  /** How many objections a person may file; absent where no source gives a number, and then any number. */
  readonly objectionsPerPerson: { readonly administrative?: number; readonly final?: number }
  /** The rule about withdrawals in force. */
  readonly resignation: Resignation.ResignationRule
  /** Who may approve or reject what somebody else entered; absent where any other account may. */
  readonly approvers?: Approvers
}

/**
 * Roles that may approve or reject, for everything and otherwise for some of it. Each list names one role or more.
 *
 * @category models
 * @since 0.1.0
 */
export interface Approvers {
  readonly all: ReadonlyArray<string>
  /** In place of `all` for what is named. */
  readonly of?: Partial<Readonly<Record<Fact.Subject["_tag"], ReadonlyArray<string>>>>
}

// --- schemas ---

/** Schema of a calendar day. @category schemas @since 0.1.0 */
export const day = Schema.String.check(Schema.makeFilter(Day.isDay, { expected: "a calendar day, YYYY-MM-DD" }))

const word = Schema.String.check(Schema.isPattern(/^\S(.{0,198}\S)?$/))

/** Schema of a name of a round, a session, an objection or a participant number. @category schemas @since 0.1.0 */
export const name = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,99}$/))

/** Schema of a letter. @category schemas @since 0.1.0 */
export const letter: Schema.Codec<Timetable.Letter> = Schema.Struct({ number: word, day })

/** Schema of a legal source. @category schemas @since 0.1.0 */
export const source: Schema.Codec<LegalSource.LegalSource> = Schema.Struct({
  instrument: word,
  provision: Schema.optionalKey(word),
  confidence: Schema.Literals(LegalSource.confidences),
  note: Schema.optionalKey(Schema.String)
})

const calendar: Schema.Codec<Calendar.Calendar> = Schema.Struct({
  zone: Schema.Literals(["WIB", "WITA", "WIT"]),
  restDays: Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 6 }))).check(Schema.isMaxLength(6)),
  holidays: Schema.Array(Schema.Struct({ day, name: word, source }))
})

const length: Schema.Codec<Timetable.Length> = Schema.Union([
  Schema.Struct({
    _tag: Schema.Literal("Days"),
    days: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 366 })),
    counting: Schema.Literals(["calendar", "working"]),
    source
  }),
  Schema.Struct({ _tag: Schema.Literal("Until"), day, source })
])

const lengths: Schema.Codec<Timetable.Timetable["lengths"]> = Schema.Struct({
  registration: length,
  "administrative-objection": length,
  "administrative-answer": length,
  "administrative-reannouncement": length,
  "final-objection": length,
  "final-answer": length,
  "final-reannouncement": length,
  drh: length
})

const resignation: Schema.Codec<Resignation.ResignationRule> = Schema.Struct({
  bar: Schema.Struct({ amount: Schema.Int.check(Schema.isGreaterThan(0)), unit: Schema.Literals(["rounds", "fiscal-years"]) }),
  source,
  exemptMoved: Schema.optionalKey(Schema.Struct({ moments: Schema.Array(Schema.Literals(["before-number", "after-number"])), source }))
})

const roles = Schema.NonEmptyArray(word)

const approvers: Schema.Codec<Approvers> = Schema.Struct({
  all: roles,
  of: Schema.optionalKey(Schema.Struct({
    Decide: Schema.optionalKey(roles),
    HoldSession: Schema.optionalKey(roles),
    Answer: Schema.optionalKey(roles),
    Approval: Schema.optionalKey(roles),
    Extend: Schema.optionalKey(roles),
    Reach: Schema.optionalKey(roles),
    Resign: Schema.optionalKey(roles),
    Replace: Schema.optionalKey(roles)
  } satisfies Record<Fact.Subject["_tag"], unknown>))
})

const positive = Schema.Int.check(Schema.isGreaterThan(0))

/**
 * Schema of a plan, as it stands in the journal.
 *
 * **Example** (A plan as JSON and back)
 *
 * ```ts
 * import { Schema } from "effect"
 * import { Plan, Specimen } from "@timbang/process"
 * const json = Schema.fromJsonString(Plan.schema)
 * Schema.decodeSync(json)(Schema.encodeSync(json)(Specimen.plan)).round // => "cpns-2024"
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<Plan> = Schema.Struct({
  round: name,
  agency: word,
  timetable: Schema.Struct({ letter, calendar, lengths }),
  sessions: Schema.Struct({ first: Schema.Array(name), second: Schema.Array(name) }),
  objectionsPerPerson: Schema.Struct({ administrative: Schema.optionalKey(positive), final: Schema.optionalKey(positive) }),
  resignation,
  approvers: Schema.optionalKey(approvers)
})
