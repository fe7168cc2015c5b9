/**
 * Applications to a selection that the host decides itself: drafts and personal data in the vault, one fact for each application in the journal.
 *
 * @since 0.1.0
 */
import { Edition, type Entry, type Primitives } from "@timbang/core/publication"
import { Cohort, OwnSelection } from "@timbang/core/selection"
import { Clock, Data, Effect, Option, Schema, Stream } from "effect"
import * as Hmac from "../internal/Hmac.ts"
import { dayOf } from "../internal/LocalTime.ts"
import type { Journal, KeyRing, Signer, TileStore, Vault } from "../ports/index.ts"
import * as PublicLog from "../publication/PublicLog.ts"
import * as RegistrationForm from "./RegistrationForm.ts"

// --- models ---

/**
 * What a host gives for its registration.
 *
 * @category models
 * @since 0.1.0
 */
export interface Host {
  readonly journal: Journal.Journal["Service"]
  readonly vault: Vault.Vault["Service"]
  readonly keys: KeyRing.KeyRing["Service"]
  /** Key on the ring that people are told apart by. It stays the same until the selection is over: with another one anybody could apply again. */
  readonly keyId: string
  /** Short name of the selection, such as `blud-rsud-2026`; at most 60 characters. One application per person is counted within it. */
  readonly selection: string
  /** Organisation that selects, such as `rsud`. */
  readonly unit: string
  /** How long a draft is kept after it was last saved. Unit: days of 24 hours. */
  readonly draftDays: number
  /** How long an application is kept after it was sent. Unit: days of 24 hours. */
  readonly keepDays: number
  /** When registration closes. Unit: milliseconds since 1970-01-01 UTC. Default: it does not close. */
  readonly until?: number
}

/**
 * An application as the journal knows it: nothing of the person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Registered {
  /** Participant number, such as `D-0001`. */
  readonly participant: string
  readonly formation: string
  /** Pseudonym under which the vault has the data. */
  readonly application: string
  /** Keyed hash of what was sent, 64 hexadecimal digits; it names the part of the vault. */
  readonly content: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

/**
 * What a code opens.
 *
 * @category models
 * @since 0.1.0
 */
export type Opened =
  | { readonly _tag: "Nothing" }
  | { readonly _tag: "Draft"; readonly filled: RegistrationForm.Filled }
  | { readonly _tag: "Sent"; readonly registered: Registered }

// --- errors ---

/**
 * Another office decides parts of the rules, so that applicants are registered by it and arrive by import.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotOwnSelection extends Data.TaggedError("NotOwnSelection")<{ readonly ruleSet: string; readonly others: ReadonlyArray<OwnSelection.Other> }> {
  override get message(): string {
    const said = this.others.map(({ decidedBy, path }) => `${path}: ${decidedBy}`).join(", ")
    return `${this.ruleSet} is not decided by the host alone (${said}); applicants register there, import them`
  }
}

/**
 * The form is not kept or not sent, for all the reasons given. No value is repeated.
 *
 * @category errors
 * @since 0.1.0
 */
export class FormRefused extends Data.TaggedError("FormRefused")<{ readonly faults: ReadonlyArray<RegistrationForm.Fault> }> {
  override get message(): string {
    return `nothing was sent: ${this.faults.map(({ _tag, field }) => `${field}: ${_tag}`).join(", ")}; correct it and send it again`
  }
}

/**
 * The code is none that this form hands out.
 *
 * @category errors
 * @since 0.1.0
 */
export class CodeUnreadable extends Data.TaggedError("CodeUnreadable")<{}> {
  override get message(): string {
    return "the code of the draft has 20 letters and digits; copy all of it"
  }
}

/**
 * This person has an application already; the first one stands.
 *
 * @category errors
 * @since 0.1.0
 */
export class AlreadyApplied extends Data.TaggedError("AlreadyApplied")<{
  /** Whether it was sent with the same code, so that only the words differ. */
  readonly isSameCode: boolean
}> {
  override get message(): string {
    return "this person has an application already, and the first one stands; changes go through the office"
  }
}

/**
 * Registration is closed.
 *
 * @category errors
 * @since 0.1.0
 */
export class Closed extends Data.TaggedError("Closed")<{ readonly until: number }> {
  override get message(): string {
    return `registration closed on ${new Date(this.until).toISOString()}; applications that were sent stand`
  }
}

const kind = "registration.sent"
const purpose = "registration"
const dayMillis = 86_400_000
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
const Body = Schema.fromJsonString(Schema.Struct({ application: Schema.String, formation: Schema.String, content: Schema.String }))
const FilledBody = Schema.fromJsonString(Schema.Struct({
  formation: Schema.String,
  name: Schema.String,
  birthDate: Schema.String,
  studyProgramme: Schema.String,
  gradeAverage: Schema.String,
  contact: Schema.String,
  declarations: Schema.Record(Schema.String, Schema.String)
}))

// --- codes ---

/**
 * A new code for a draft: 100 random bits in letters that are told apart on paper.
 *
 * **Example** (Groups of five)
 *
 * ```ts
 * import { RegistrationBook } from "@timbang/workflows"
 * /^[A-Z2-7]{5}(-[A-Z2-7]{5}){3}$/.test(RegistrationBook.newCode()) // => true
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const newCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte, at) => `${at > 0 && at % 5 === 0 ? "-" : ""}${alphabet[byte & 31]}`).join("")

/** The 20 letters of a code, however they were typed. */
const lettersOf = (code: string): Effect.Effect<string, CodeUnreadable> => {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, "").replaceAll("0", "O").replaceAll("1", "I").replaceAll("8", "B")
  return /^[A-Z2-7]{20}$/.test(letters) ? Effect.succeed(letters) : Effect.fail(new CodeUnreadable())
}

// --- drafts ---

/**
 * Keeps a draft under its code, in the place of an earlier one.
 *
 * @see {@link submit} for an example
 * @category drafts
 * @since 0.1.0
 */
export const save = Effect.fn("RegistrationBook.save")(function*(host: Host, code: string, filled: RegistrationForm.Filled) {
  const letters = yield* lettersOf(code)
  const now = yield* open(host)
  const faults = RegistrationForm.draftFaults(filled)
  if (faults.length > 0) return yield* new FormRefused({ faults })
  const subject = yield* draftOf(host, letters)
  yield* host.vault.write(accessOf(host), [{ subject, part: "draft", value: bytesOf(filled), keepUntil: now + host.draftDays * dayMillis }])
})

/**
 * What a code opens: a draft, or the receipt of what was sent, also where the answer to sending it was lost.
 *
 * @see {@link submit} for an example
 * @category drafts
 * @since 0.1.0
 */
export const opened = Effect.fn("RegistrationBook.opened")(function*(host: Host, code: string) {
  const subject = yield* draftOf(host, yield* lettersOf(code))
  const parts = yield* host.vault.read(accessOf(host), subject, ["draft", "sent"])
  const sent = parts.get("sent")
  const found = sent === undefined ? undefined : (yield* registered(host)).find(({ participant }) => participant === new TextDecoder().decode(sent))
  if (found !== undefined) return { _tag: "Sent", registered: found } satisfies Opened as Opened
  const filled = filledIn(parts.get("draft"))
  return filled === undefined ? { _tag: "Nothing" } satisfies Opened as Opened : { _tag: "Draft", filled } satisfies Opened as Opened
})

// --- applications ---

/**
 * Sends an application. Sent twice it is one; a second one of the same person is refused.
 *
 * **Details**
 *
 * The data go into the vault first and the fact into the journal after; the fact is named by a keyed HMAC of the identity number, so that
 * of two that come at once only one is recorded. The identity number is kept nowhere.
 *
 * **Example** (A draft, sent twice; then the same person with another code)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { Specimen } from "@timbang/core/selection"
 * import { RegistrationBook, RegistrationForm } from "@timbang/workflows"
 * import { Journal, KeyRing, Vault } from "@timbang/workflows/ports"
 * const rules = { ruleSet: { ...Specimen.ruleSet, hostAuthorities: ["board", "committee"] }, formations: [Specimen.formation] }
 * const filled = { ...RegistrationForm.empty, formation: "F1", name: "Contoh", birthDate: "2000-01-31", contact: "contoh@example.id" }
 * const ring = KeyRing.layer([{ id: "pendaftaran-2026", bytes: crypto.getRandomValues(new Uint8Array(32)) }])
 * const program = Effect.gen(function*() {
 *   const ports = { journal: yield* Journal.Journal, vault: yield* Vault.Vault, keys: yield* KeyRing.KeyRing }
 *   const host = { ...ports, keyId: "pendaftaran-2026", selection: "blud-2026", unit: "rsud", draftDays: 30, keepDays: 365 }
 *   const code = RegistrationBook.newCode()
 *   yield* RegistrationBook.save(host, code, filled)
 *   const first = yield* RegistrationBook.submit(host, rules, { code, nik: "0000 0000 0000 0001", filled })
 *   const again = yield* RegistrationBook.submit(host, rules, { code, nik: "0000000000000001", filled })
 *   const other = yield* Effect.flip(RegistrationBook.submit(host, rules, { code: RegistrationBook.newCode(), nik: "0000000000000001", filled }))
 *   return [first.participant, again.participant, other._tag, (yield* RegistrationBook.opened(host, code))._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, ring)))
 * // => ["D-0001", "D-0001", "AlreadyApplied", "Sent"]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const submit = Effect.fn("RegistrationBook.submit")(function*(
  host: Host,
  rules: RegistrationForm.Rules,
  { code, filled, nik }: { readonly code: string; readonly nik: string; readonly filled: RegistrationForm.Filled }
) {
  const { journal, unit, vault } = host
  const others = OwnSelection.decidedByOthers(rules.ruleSet)
  if (others.length > 0) return yield* new NotOwnSelection({ ruleSet: rules.ruleSet.id, others })
  const letters = yield* lettersOf(code)
  const now = yield* Clock.currentTimeMillis
  const faults = RegistrationForm.faults(filled, nik, rules, dayOf(now))
  if (faults.length > 0) return yield* new FormRefused({ faults })
  const digits = RegistrationForm.nikOf(nik)!
  const person = yield* macOf(host, "person", digits)
  const application = (yield* macOf(host, "application", `${letters}\n${digits}`)).slice(0, 20)
  const value = bytesOf(filled)
  const content = yield* macOf(host, "content", `${letters}\n${new TextDecoder().decode(value)}`)
  const body = JSON.stringify({ application, formation: filled.formation, content })
  const own = (all: ReadonlyArray<Registered>) => all.find((one) => one.application === application && one.content === content)
  const recorded = Effect.gen(function*() {
    yield* open(host)
    const part = { subject: subjectOf(host, application), part: `form/${content}`, value, keepUntil: now + host.keepDays * dayMillis }
    yield* vault.write(accessOf(host), [part])
    const batch = { actor: { id: application, role: "applicant", unit }, entries: [{ kind, body }], key: person }
    const refused = Effect.gen(function*() {
      yield* vault.erase(accessOf(host), part.subject, [part.part])
      const isSameCode = (yield* registered(host)).some((one) => one.application === application)
      return yield* new AlreadyApplied({ isSameCode })
    })
    const { position } = yield* journal.append(streamOf(host), batch).pipe(Effect.catchTag("KeyReused", () => refused))
    const [entry] = yield* Stream.runCollect(Stream.take(journal.read({ stream: streamOf(host), from: position }), 1))
    return registeredIn(entry!)[0]!
  })
  // What was sent before stands, also after the last moment or after the person's data were erased.
  const made = yield* Effect.catchTags(recorded, {
    Closed: (closed) => Effect.flatMap(registered(host), (all) => Effect.fromNullishOr(own(all)).pipe(Effect.mapError(() => closed))),
    PersonErased: (erased) => Effect.flatMap(registered(host), (all) => Effect.fromNullishOr(own(all)).pipe(Effect.mapError(() => erased)))
  })
  const draft = yield* draftOf(host, letters)
  const sent = { subject: draft, part: "sent", value: new TextEncoder().encode(made.participant), keepUntil: now + host.keepDays * dayMillis }
  yield* vault.write(accessOf(host), [sent])
  yield* vault.erase(accessOf(host), draft, ["draft"])
  return made
})

/**
 * Every application of the selection, in the order in which they came.
 *
 * @see {@link submit} for an example
 * @category reading
 * @since 0.1.0
 */
export const registered = (host: Pick<Host, "journal" | "selection">): Effect.Effect<ReadonlyArray<Registered>, Journal.JournalUnavailable> =>
  Effect.map(Stream.runCollect(host.journal.read({ stream: streamOf(host) })), (entries) => entries.flatMap(registeredIn))

const registeredIn = ({ body, index, kind: found, recordedAt: at }: Journal.Entry): ReadonlyArray<Registered> =>
  found !== kind ? [] : Option.toArray(Option.map(Schema.decodeUnknownOption(Body)(body), (one): Registered =>
    ({ participant: `D-${String(index + 1).padStart(4, "0")}`, ...one, at })))

/**
 * What somebody sent, for an official who is named; nothing where it was erased.
 *
 * @see {@link submit} for an example
 * @category reading
 * @since 0.1.0
 */
export const read = (host: Host, access: Vault.Access, { application, content }: Registered) =>
  Effect.map(
    Effect.catchTag(host.vault.read(access, subjectOf(host, application), [`form/${content}`]), "PersonErased", () => Effect.succeed(new Map<string, Uint8Array>())),
    (parts) => filledIn(parts.get(`form/${content}`))
  )

/**
 * Puts every application that is not there yet into the public log, by its participant number and formation; birth date and grade
 * average are commitments. Of two that publish at once the second goes on after the first. With `isLast` the registrations are sealed. Answers how many entries were added; run again, it adds what is left.
 *
 * @see {@link submit} for an example
 * @category publishing
 * @since 0.1.0
 */
export const publish = (...given: Parameters<typeof publishOnce>): ReturnType<typeof publishOnce> =>
  Effect.retry(publishOnce(...given), { times: 10, while: ({ _tag }) => _tag === "HeadMoved" || _tag === "PathTaken" })

const publishOnce: (
  host: Host,
  access: Vault.Access,
  rules: RegistrationForm.Rules,
  means: Edition.Means & { readonly primitives: Primitives.Primitives },
  how: { readonly isLast: boolean }
) => Effect.Effect<
  number,
  NotOwnSelection | Edition.EditionError | Cohort.RowsRefused | PublicLog.PublishError | Journal.JournalUnavailable | Vault.WriteError,
  TileStore.TileStore | Signer.Signer
> = Effect.fn("RegistrationBook.publish")(function*(host, access, { formations, ruleSet }, means, { isLast }) {
  const others = OwnSelection.decidedByOthers(ruleSet)
  if (others.length > 0) return yield* new NotOwnSelection({ ruleSet: ruleSet.id, others })
  const logged = yield* PublicLog.entries(means.primitives)
  const there = new Set(logged.flatMap((entry) => entry.kind === "registration" ? [entry.participant] : []))
  const isSealed = logged.some((entry) => entry.kind === "seal" && entry.of === "registrations")
  const due = (yield* registered(host)).filter(({ participant }) => !there.has(participant))
  const rows: Array<Cohort.Row> = []
  for (const one of due) {
    const { birthDate, gradeAverage } = RegistrationForm.applicationOf((yield* read(host, access, one)) ?? RegistrationForm.empty, one.participant, dayOf(one.at))
    rows.push({ participant: one.participant, formation: one.formation, scores: {}, ...(birthDate === undefined ? {} : { birthDate }), ...(gradeAverage === undefined ? {} : { gradeAverage }) })
  }
  const cohort = yield* Effect.fromResult(Cohort.fromRows(ruleSet, formations, rows))
  const step = yield* Effect.fromResult(Edition.registrations(means, { ruleSet, formations, cohort }))
  const seal: Entry.Entry = { kind: "seal", of: "registrations", count: there.size + due.length }
  const entries = [...step.entries.filter((entry) => entry.kind === "registration"), ...(isLast && !isSealed ? [seal] : [])]
  if (entries.length > 0) yield* PublicLog.publish(means.primitives, { entries, documents: [] })
  return entries.length
})

// --- names and hashes ---

const streamOf = ({ selection }: Pick<Host, "selection">): string => `pendaftaran/${selection}`

const subjectOf = ({ selection }: Host, pseudonym: string): string => `${selection}/${pseudonym}`

const accessOf = ({ unit }: Host): Vault.Access => ({ actor: { id: "portal", role: "registration", unit }, purpose })

const draftOf = (host: Host, letters: string) => Effect.map(macOf(host, "draft", letters), (mac) => subjectOf(host, `draft-${mac.slice(0, 32)}`))

/** A keyed hash that differs by purpose and selection: without the key nobody finds out whose it is by trying all numbers. */
const macOf = ({ keyId, keys, selection }: Host, what: string, text: string) =>
  Effect.flatMap(keys.get(keyId), ({ bytes }) => Effect.promise(() => Hmac.hex(bytes, `timbang registration ${what}\n${selection}\n${text}`)))

const open = ({ until }: Host): Effect.Effect<number, Closed> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => until !== undefined && now >= until ? Effect.fail(new Closed({ until })) : Effect.succeed(now))

const bytesOf = (filled: RegistrationForm.Filled): Uint8Array => new TextEncoder().encode(JSON.stringify(filled))

const filledIn = (bytes: Uint8Array | undefined): RegistrationForm.Filled | undefined =>
  bytes === undefined ? undefined : Option.getOrUndefined(Schema.decodeUnknownOption(FilledBody)(new TextDecoder().decode(bytes)))
