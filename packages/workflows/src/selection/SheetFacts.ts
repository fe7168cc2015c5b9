/**
 * Facts of score sheets as the journal keeps them, and the book that they fold into.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { type Rubric, ScoreSheet } from "@timbang/core/selection"
import { type Result, Schema } from "effect"
import type * as Actor from "../Actor.ts"
import { decoded } from "../internal/Bodies.ts"
import { dayOf } from "../internal/LocalTime.ts"
import type { Journal } from "../ports/index.ts"

// --- bodies ---

const RubricSchema = Schema.Struct({
  component: Schema.String,
  exam: Schema.String,
  fixedOn: Schema.String,
  criteria: Schema.Array(Schema.Struct({ id: Schema.String, title: Schema.String, outOf: Schema.Number, decimals: Schema.Number, percent: Schema.Number })),
  decimals: Schema.Number,
  rounding: Schema.Literals(["half-up", "half-even", "down", "up"]),
  source: Schema.Struct({
    instrument: Schema.String,
    provision: Schema.optionalKey(Schema.String),
    confidence: Schema.Literals(LegalSource.confidences),
    note: Schema.optionalKey(Schema.String)
  })
})
/** One row. */
const RowSchema = Schema.Struct({ participant: Schema.String, attended: Schema.Boolean, scores: Schema.Record(Schema.String, Schema.String) })
/** A correction that is asked for. */
const AskedSchema = Schema.Struct({
  session: Schema.String,
  participant: Schema.String,
  criterion: Schema.String,
  /** Decimal numeral that stands there. */
  from: Schema.String,
  to: Schema.String,
  /** The objection, letter or judgment on which it rests. */
  basis: Schema.String
})
/** Bodies by the kind of their entry. */
export const bodies = {
  "sheet.opened": Schema.Struct({ rubric: RubricSchema, session: Schema.Struct({ id: Schema.String, on: Schema.String, participants: Schema.Array(Schema.String) }) }),
  "sheet.entered": Schema.Struct({ session: Schema.String, rows: Schema.Array(RowSchema) }),
  "sheet.correction-asked": AskedSchema,
  "sheet.correction-decided": Schema.Struct({ session: Schema.String, correction: Schema.String, isConfirmed: Schema.Boolean, reason: Schema.String }),
  "sheet.minuted": Schema.Struct({ session: Schema.String, digest: Schema.String })
} as const
/** Kinds of entries. */
export type Kind = keyof typeof bodies

// --- models ---

/**
 * One participant's row as it was entered: attendance, and a decimal numeral by criterion.
 *
 * @category models
 * @since 0.1.0
 */
export type Row = typeof RowSchema.Type

/**
 * A whole sheet as one person entered it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sheet {
  readonly by: Actor.Actor
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
  readonly rows: ReadonlyArray<Row>
}

/**
 * A correction as somebody asks for it.
 *
 * @category models
 * @since 0.1.0
 */
export type Asked = Omit<typeof AskedSchema.Type, "session">

/**
 * A correction with who asked for it and what somebody else decided.
 *
 * @category models
 * @since 0.1.0
 */
export interface Correction extends Asked {
  /** Such as `K-2`, unique in its session. */
  readonly id: string
  readonly by: Actor.Actor
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
  /** `order`: place of the decision in the stream. */
  readonly decision?: { readonly by: Actor.Actor; readonly at: number; readonly isConfirmed: boolean; readonly reason: string; readonly order: number }
}

/**
 * One sitting with everything that was recorded of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Record {
  readonly rubric: Rubric.Rubric
  readonly session: ScoreSheet.Session
  readonly openedBy: Actor.Actor
  /** When rubric and sitting came into the journal. Unit: milliseconds since 1970-01-01 UTC. */
  readonly openedAt: number
  /** Pairs of sheets in the order in which they came: all but the last differed. The last may be incomplete. */
  readonly rounds: ReadonlyArray<ReadonlyArray<Sheet>>
  readonly corrections: ReadonlyArray<Correction>
  /** Digests of its minutes, the newest last: SHA-256 in base64. */
  readonly minuted: ReadonlyArray<{ readonly digest: string; readonly by: Actor.Actor; readonly at: number }>
}

/**
 * All sittings of a journal, by identifier, in the order in which they were opened.
 *
 * @category models
 * @since 0.1.0
 */
export interface Book {
  readonly records: ReadonlyMap<string, Record>
  /** What was sent under each key, so that it counts once. */
  readonly sent: ReadonlyMap<string, string>
  /** Position of the journal from which to read on. */
  readonly next: number
}

// --- errors ---

/**
 * What the core finds wrong with a rubric, an entry or a correction.
 *
 * @category errors
 * @since 0.1.0
 */
export type Problem = Rubric.RubricRefused | ScoreSheet.RubricLate | ScoreSheet.SheetRefused | ScoreSheet.EntriesDiffer

// --- operations ---

/** What was sent, and by whom. */
export const sentOf = (actor: Actor.Actor, body: string): string => `${actor.id}\n${body}`

/** What the core makes of the last pair of each sitting. */
export const finishedWith = (records: ReadonlyArray<Record>): Result.Result<ScoreSheet.Finished, Problem> =>
  ScoreSheet.finish({
    rubric: records[0]!.rubric,
    sessions: records.map(({ session }) => session),
    entries: records.flatMap(({ rounds }) => (rounds.at(-1) ?? []).flatMap(({ by, rows }) => rows.map((row) => ({ ...row, by: by.id })))),
    corrections: records.flatMap(confirmedOf)
  })

/** In the order of the decisions; a clock that was set back does not turn it around. */
const confirmedOf = ({ corrections }: Record): ReadonlyArray<ScoreSheet.Correction> => {
  let last = ""
  return corrections.flatMap((one) => one.decision?.isConfirmed === true ? [{ ...one, decision: one.decision }] : [])
    .toSorted((a, b) => a.decision.order - b.decision.order)
    .map(({ basis, criterion, decision, from, participant, to }) => {
      const day = dayOf(decision.at)
      last = day > last ? day : last
      return { participant, criterion, from, to, basis, at: last }
    })
}

const Sending = Schema.Struct({ sending: Schema.String })

/** The book with these entries. */
export const fold = (book: Book, entries: ReadonlyArray<Journal.Entry>): Book => {
  const records = new Map(book.records)
  const sent = new Map(book.sent)
  const change = (session: string | undefined, changed: (record: Record) => Partial<Record>) => {
    const record = session === undefined ? undefined : records.get(session)
    if (record !== undefined) records.set(record.session.id, { ...record, ...changed(record) })
  }
  for (const { actor: by, body, index, kind, recordedAt: at } of entries) {
    const key = decoded(Sending, body)?.sending
    if (key !== undefined) sent.set(key, sentOf(by, body))
    if (kind === "sheet.opened") {
      const made = decoded(bodies[kind], body)
      if (made !== undefined && !records.has(made.session.id)) records.set(made.session.id, { ...made, openedBy: by, openedAt: at, rounds: [], corrections: [], minuted: [] })
    } else if (kind === "sheet.entered") {
      const made = decoded(bodies[kind], body)
      change(made?.session, ({ rounds }) => {
        const last = rounds.at(-1) ?? []
        const sheet = { by, at, rows: made!.rows }
        return { rounds: last.length === 1 ? [...rounds.slice(0, -1), [...last, sheet]] : [...rounds, [sheet]] }
      })
    } else if (kind === "sheet.correction-asked") {
      const made = decoded(bodies[kind], body)
      change(made?.session, ({ corrections }) => ({ corrections: [...corrections, { ...made!, id: `K-${corrections.length + 1}`, by, at }] }))
    } else if (kind === "sheet.correction-decided") {
      const made = decoded(bodies[kind], body)
      change(made?.session, ({ corrections }) => ({
        corrections: corrections.map((one) => one.id === made!.correction ? { ...one, decision: { by, at, isConfirmed: made!.isConfirmed, reason: made!.reason, order: index } } : one)
      }))
    } else if (kind === "sheet.minuted") {
      const made = decoded(bodies[kind], body)
      change(made?.session, ({ minuted }) => ({ minuted: [...minuted, { digest: made!.digest, by, at }] }))
    }
  }
  return { records, sent, next: (entries.at(-1)?.position ?? book.next - 1) + 1 }
}
