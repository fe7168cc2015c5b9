/**
 * Score sheets of sittings: each entered by two people who do not see each other's entry, minuted, and changed by corrections
 * only. A fold of the journal; what is right and what differs is decided by `ScoreSheet` of the core.
 *
 * @since 0.1.0
 */
import { type Rubric, ScoreSheet } from "@timbang/core/selection"
import { Clock, Data, Effect, Equal, Result, Stream } from "effect"
import * as Actor from "../Actor.ts"
import { dayOf } from "../internal/LocalTime.ts"
import * as Text from "../internal/Text.ts"
import type { Journal } from "../ports/index.ts"
import { type Asked, type bodies, type Book, type Correction, finishedWith, fold, type Kind, type Problem, type Record, type Row, sentOf } from "./SheetFacts.ts"

export type { Asked, Book, Correction, Problem, Record, Row, Sheet } from "./SheetFacts.ts"

// --- models ---

/**
 * How a sitting stands.
 *
 * - `Waiting`: accounts that have entered (none or one); with the cells in which the pair before differed, and whose they were.
 * - `Agreed`: two people entered the same.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing =
  | {
    readonly _tag: "Waiting"
    readonly entered: ReadonlyArray<string>
    readonly differences: ReadonlyArray<ScoreSheet.Difference>
    readonly between: ReadonlyArray<string>
  }
  | { readonly _tag: "Agreed"; readonly finished: ScoreSheet.Finished }

// --- errors ---

/**
 * Why something cannot be recorded beside what the core finds wrong.
 *
 * - `SessionUnknown`, `CorrectionUnknown`: nothing of that name. `SessionName`: 1 to 40 letters, digits, dots and hyphens.
 * - `SessionTaken`: another sitting has the name. `RubricChanged`: the component was opened with another rubric.
 * - `NoParticipants`: nobody is to come. `Early`: the sitting is still to come.
 * - `SamePerson`: the account has entered the sheet, or asked for the correction, itself.
 * - `Finished`: two people entered the same. `NotFinished`: they have not yet. `Decided`: the correction has its decision.
 * - `ReasonMissing`: a refusal without a reason. `TooLong`: a text of more than 2000 characters. `Personal`: what is built like an identity number.
 *
 * @category errors
 * @since 0.1.0
 */
export type Fault =
  | "SessionUnknown"
  | "CorrectionUnknown"
  | "SessionName"
  | "SessionTaken"
  | "RubricChanged"
  | "NoParticipants"
  | "Early"
  | "SamePerson"
  | "Finished"
  | "NotFinished"
  | "Decided"
  | "ReasonMissing"
  | "TooLong"
  | "Personal"

/**
 * Nothing was recorded: for `faults`, or for what the core found wrong.
 *
 * @category errors
 * @since 0.1.0
 */
export class SheetNotRecorded extends Data.TaggedError("SheetNotRecorded")<{
  readonly faults: ReadonlyArray<Fault>
  readonly problem?: Problem
}> {
  override get message(): string {
    return `nothing was recorded: ${[...this.faults, ...(this.problem === undefined ? [] : [this.problem.message])].join(", ")}; correct it and send it again`
  }
}

// --- constants ---

/**
 * The stream of the journal.
 *
 * @category constants
 * @since 0.1.0
 */
export const stream = "lembar-nilai"

/**
 * A book without anything in it.
 *
 * @category constants
 * @since 0.1.0
 */
export const empty: Book = { records: new Map(), sent: new Map(), next: 0 }

// --- reading ---

/**
 * The book with everything that was recorded since.
 *
 * @see {@link enter} for an example
 * @category reading
 * @since 0.1.0
 */
export const readOn = (journal: Journal.Journal["Service"], book: Book): Effect.Effect<Book, Journal.JournalUnavailable> =>
  Effect.map(Stream.runCollect(journal.read({ stream, from: book.next })), (entries) => fold(book, entries))

/**
 * How a sitting stands, by what the core says of its last pair of sheets.
 *
 * @see {@link enter} for an example
 * @category reading
 * @since 0.1.0
 */
export const standingOf = (record: Record): Standing => {
  const last = record.rounds.at(-1) ?? []
  const pair = last.length === 2 ? last : record.rounds.at(-2)
  const entered = last.length === 2 ? [] : last.map(({ by }) => by.id)
  if (pair === undefined) return { _tag: "Waiting", entered, differences: [], between: [] }
  const finished = finishedWith([record])
  if (last.length === 2 && Result.isSuccess(finished)) return { _tag: "Agreed", finished: finished.success }
  const compared = last.length === 2 ? finished : finishedWith([{ ...record, rounds: [pair] }])
  const differences = Result.isFailure(compared) && compared.failure._tag === "EntriesDiffer" ? compared.failure.differences : []
  return { _tag: "Waiting", entered, differences, between: pair.map(({ by }) => by.id) }
}

/**
 * The finished scores of a component over all its sittings, as the selection takes them.
 *
 * **Example** (A component that has no sitting)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ScoreBook } from "@timbang/workflows"
 * Result.isFailure(ScoreBook.finish(ScoreBook.empty, "praktik")) // => true
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const finish = (book: Book, component: string): Result.Result<ScoreSheet.Finished, SheetNotRecorded> => {
  const own = [...book.records.values()].filter(({ rubric }) => rubric.component === component)
  if (own.length === 0) return Result.fail(new SheetNotRecorded({ faults: ["SessionUnknown"] }))
  return Result.mapError(finishedWith(own), (problem) => new SheetNotRecorded({ faults: [], problem }))
}

/**
 * The minutes (berita acara) of a sitting that is finished: who entered it and when, counts, and the grounds of corrections, as
 * the JSON text whose SHA-256 is recorded and published. Scores and participants are not in it.
 *
 * @see {@link minute} for an example
 * @category reading
 * @since 0.1.0
 */
export const minutesOf = (record: Record): string | undefined => {
  const standing = standingOf(record)
  if (standing._tag !== "Agreed") return undefined
  const { component, fixedOn, source } = record.rubric
  const { id, on, participants } = record.session
  const who = (actor: Actor.Actor, at: number) => ({ account: actor.id, role: actor.role, unit: actor.unit, at: new Date(at).toISOString() })
  return JSON.stringify({
    document: "berita-acara",
    session: id,
    on,
    component,
    rubric: { fixedOn, instrument: source.instrument, recorded: who(record.openedBy, record.openedAt) },
    counts: { invited: participants.length, attended: standing.finished.scores.length, absent: standing.finished.absent.length },
    entered: record.rounds.at(-1)!.map(({ at, by }) => who(by, at)),
    pairsThatDiffered: record.rounds.length - 1,
    corrections: record.corrections.flatMap(({ at, basis, by, decision, id: correction }) =>
      decision?.isConfirmed === true ? [{ correction, basis, asked: who(by, at), confirmed: who(decision.by, decision.at) }] : [])
  })
}

// --- recording ---

/**
 * Opens a sitting with its rubric. The core refuses a rubric that was fixed after the first sitting of its component, and the
 * book one that differs from that of another sitting. Opening the same again changes nothing.
 *
 * @see {@link enter} for an example
 * @category recording
 * @since 0.1.0
 */
export const open = (journal: Journal.Journal["Service"], actor: Actor.Actor, rubric: Rubric.Rubric, session: ScoreSheet.Session) =>
  recording(journal, actor, "sheet.opened", { rubric, session }, ({ records }) => {
    const faults: Array<Fault> = []
    const others = [...records.values()].filter((one) => one.rubric.component === rubric.component && one.session.id !== session.id)
    const known = records.get(session.id)
    if (!/^[A-Za-z0-9.-]{1,40}$/.test(session.id)) faults.push("SessionName")
    if (session.participants.length === 0) faults.push("NoParticipants")
    if (known !== undefined && !isEqual([known.rubric, known.session], [rubric, session])) faults.push("SessionTaken")
    if (others.some((one) => !isEqual(one.rubric, rubric))) faults.push("RubricChanged")
    const tried = ScoreSheet.finish({ rubric, sessions: [...others.map((one) => one.session), session], entries: [], corrections: [] })
    return { faults, problem: Result.isFailure(tried) ? beforeEntries(tried.failure) : undefined }
  }, `open/${session.id}`)

/**
 * Enters a whole sheet. Two different people do so; the second never sees the first's entry before. Where both differ, the
 * pair is kept and both enter it again.
 *
 * **Example** (A seven read as a one)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ScoreBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const source = { instrument: "Pedoman SKB tambahan", confidence: "host" } as const
 * const rubric = { component: "praktik", exam: "skb", fixedOn: "1969-12-01", criteria: [{ id: "hasil", title: "Hasil", outOf: 100, decimals: 0, percent: 100 }], decimals: 3, rounding: "half-up", source } as const
 * const account = (id: string) => ({ id, role: "entry", unit: "bkpsdm" })
 * const row = (hasil: string) => [{ participant: "24-1", attended: true, scores: { hasil } }]
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* ScoreBook.open(journal, account("a.1"), rubric, { id: "1", on: "1970-01-01", participants: ["24-1"] })
 *   yield* ScoreBook.enter(journal, account("a.2"), "1", row("71"), "k1")
 *   yield* ScoreBook.enter(journal, account("a.3"), "1", row("11"), "k2")
 *   const { records } = yield* ScoreBook.readOn(journal, ScoreBook.empty)
 *   const standing = ScoreBook.standingOf(records.get("1")!)
 *   return standing._tag === "Waiting" ? standing.differences : []
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => [{ participant: "24-1", cell: "hasil", entries: [{ by: "a.2", found: "71" }, { by: "a.3", found: "11" }] }]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const enter = (journal: Journal.Journal["Service"], actor: Actor.Actor, session: string, rows: ReadonlyArray<Row>, key: string) =>
  recording(journal, actor, "sheet.entered", { session, rows }, ({ records }, now) => {
    const record = records.get(session)
    if (record === undefined) return { faults: ["SessionUnknown"] }
    const standing = standingOf(record)
    if (standing._tag === "Agreed") return { faults: ["Finished"] }
    const faults: Array<Fault> = []
    if (standing.entered.includes(actor.id)) faults.push("SamePerson")
    if (dayOf(now) < record.session.on) faults.push("Early")
    const expected = record.session.participants
    const wrong: ReadonlyArray<ScoreSheet.SheetFault> = [
      ...rows.flatMap((row) => ScoreSheet.check(record.rubric, row)),
      ...rows.filter(({ participant }) => !expected.includes(participant)).map(({ participant }) => faultOf(participant, "participant-unknown")),
      ...expected.filter((participant) => !rows.some((row) => row.participant === participant)).map((participant) => faultOf(participant, "score-missing")),
      ...rows.filter(({ participant }, at) => rows.findIndex((row) => row.participant === participant) !== at).map(({ participant }) => faultOf(participant, "participant-twice"))
    ]
    return { faults, problem: wrong.length === 0 ? undefined : new ScoreSheet.SheetRefused({ faults: wrong }) }
  }, key)

/**
 * Asks for a correction of a finished sheet; it counts when somebody else confirms it.
 *
 * @see {@link decide} for an example
 * @category recording
 * @since 0.1.0
 */
export const ask = (journal: Journal.Journal["Service"], actor: Actor.Actor, session: string, asked: Asked, key: string) =>
  recording(journal, actor, "sheet.correction-asked", { ...asked, session }, ({ records }, now) => {
    const record = records.get(session)
    if (record === undefined) return { faults: ["SessionUnknown"] }
    return afterwards(record, { ...asked, id: "", by: actor, at: now }, { by: actor, at: now })
  }, key)

/**
 * Confirms a correction, or declines it for a reason. Whoever asked for it cannot.
 *
 * **Example** (Nothing waits)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ScoreBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   const decided = { session: "1", correction: "K-1", isConfirmed: true, reason: "" }
 *   return yield* Effect.flip(ScoreBook.decide(journal, { id: "a.9", role: "supervisor", unit: "bkpsdm" }, decided, "k"))
 * })
 * const refused = await Effect.runPromise(Effect.provide(program, Journal.layerMemory))
 * refused._tag === "SheetNotRecorded" && refused.faults // => ["SessionUnknown"]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const decide = (journal: Journal.Journal["Service"], actor: Actor.Actor, decided: (typeof bodies)["sheet.correction-decided"]["Type"], key: string) =>
  recording(journal, actor, "sheet.correction-decided", decided, ({ records }, now) => {
    const record = records.get(decided.session)
    if (record === undefined) return { faults: ["SessionUnknown"] }
    const correction = record.corrections.find(({ id }) => id === decided.correction)
    if (correction === undefined) return { faults: ["CorrectionUnknown"] }
    if (correction.decision !== undefined) return { faults: ["Decided"] }
    const faults = faultsOfText(decided.reason)
    if (!decided.isConfirmed) return { faults: decided.reason.trim() === "" ? [...faults, "ReasonMissing"] : faults }
    const after = afterwards(record, correction, { by: actor, at: now })
    return { ...after, faults: [...faults, ...after.faults, ...(Actor.isSame(correction.by, actor) ? ["SamePerson" as const] : [])] }
  }, key)

/**
 * Records the digest of the minutes as they stand; after a correction they are others and are recorded again.
 *
 * **Example** (There is no such sitting)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ScoreBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   return yield* Effect.flip(ScoreBook.minute(journal, { id: "a.9", role: "supervisor", unit: "bkpsdm" }, "1", () => ""))
 * })
 * const refused = await Effect.runPromise(Effect.provide(program, Journal.layerMemory))
 * refused._tag // => "SheetNotRecorded"
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const minute = Effect.fn("ScoreBook.minute")(function*(
  journal: Journal.Journal["Service"],
  actor: Actor.Actor,
  session: string,
  /** SHA-256 of a text in base64. */
  digestOf: (text: string) => string
) {
  const record = (yield* readOn(journal, empty)).records.get(session)
  if (record === undefined) return yield* Effect.fail(new SheetNotRecorded({ faults: ["SessionUnknown"] }))
  const minutes = minutesOf(record)
  if (minutes === undefined) return yield* Effect.fail(new SheetNotRecorded({ faults: ["NotFinished"] }))
  const digest = digestOf(minutes)
  return yield* recording(journal, actor, "sheet.minuted", { session, digest }, ({ records }) =>
    ({ faults: minutesOf(records.get(session)!) === minutes ? [] : ["NotFinished"] }), `minutes/${session}/${digest}`)
})

interface Checked {
  readonly faults: ReadonlyArray<Fault>
  readonly problem?: Problem | undefined
}

/** Two who write at once do not both pass the check: the second sees what the first recorded. */
const recording = <K extends Kind>(
  journal: Journal.Journal["Service"],
  actor: Actor.Actor,
  kind: K,
  body: (typeof bodies)[K]["Type"],
  check: (book: Book, now: number) => Checked,
  key: string
): Effect.Effect<void, SheetNotRecorded | Journal.AppendError> =>
  Effect.retry(
    Effect.gen(function*() {
      const at = yield* journal.size(stream)
      const book = yield* readOn(journal, empty)
      const text = JSON.stringify({ ...body, sending: key })
      // What is sent again after a lost answer would fail the check by its own first arrival.
      if (book.sent.get(key) === sentOf(actor, text)) return
      const { faults, problem } = check(book, yield* Clock.currentTimeMillis)
      if (faults.length > 0 || problem !== undefined) {
        return yield* Effect.fail(new SheetNotRecorded({ faults, ...(problem === undefined ? {} : { problem }) }))
      }
      yield* journal.append(stream, { actor, entries: [{ kind, body: text }], at, key })
    }),
    { times: 10, while: ({ _tag }) => _tag === "PositionTaken" }
  )

// --- internal ---

/** What the core says of the sheet with one more correction. */
const afterwards = (record: Record, correction: Correction, { at, by }: { readonly at: number; readonly by: Actor.Actor }): Checked => {
  if (standingOf(record)._tag !== "Agreed") return { faults: ["NotFinished"] }
  const decision = { by, at, isConfirmed: true, reason: "", order: Infinity }
  const tried = finishedWith([{ ...record, corrections: [...record.corrections.filter(({ id }) => id !== correction.id), { ...correction, decision }] }])
  return { faults: faultsOfText(correction.basis), ...(Result.isFailure(tried) ? { problem: tried.failure } : {}) }
}

/** Before anybody entered anything only missing entries are right. */
const beforeEntries = (failure: Problem): Problem | undefined => {
  if (failure._tag !== "SheetRefused") return failure
  const faults = failure.faults.filter(({ problem }) => problem !== "entries-not-two")
  return faults.length === 0 ? undefined : new ScoreSheet.SheetRefused({ faults })
}

const faultOf = (participant: string, problem: ScoreSheet.SheetFault["problem"]): ScoreSheet.SheetFault =>
  ({ participant, cell: "", problem, found: participant })

const faultsOfText = (text: string): Array<Fault> => [
  ...(text.length > 2000 ? ["TooLong" as const] : []),
  ...(Text.holdsIdentityNumber(text) ? ["Personal" as const] : [])
]

const isEqual = (one: unknown, other: unknown): boolean => Equal.equals(one, other)
