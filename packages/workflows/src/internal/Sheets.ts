/** Events of score sheets in the journal, and their fold. */
import { LegalSource } from "@timbang/core/law"
import { ScoreSheet } from "@timbang/core/selection"
import { type Result, Schema } from "effect"
import type * as Actor from "../Actor.ts"
import type { Journal } from "../ports/index.ts"
import type { Book, Problem, Record } from "../selection/ScoreBook.ts"
import { decoded } from "./Bodies.ts"
import { dayOf } from "./LocalTime.ts"

// --- models ---

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
export const RowSchema = Schema.Struct({ participant: Schema.String, attended: Schema.Boolean, scores: Schema.Record(Schema.String, Schema.String) })
/** A correction that is asked for. */
export const AskedSchema = Schema.Struct({
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
