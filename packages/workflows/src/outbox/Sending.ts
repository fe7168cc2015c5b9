/**
 * How the messages of an outbox stand: a fold of two streams of the journal, and what is to be done next.
 *
 * @since 0.1.0
 */
import { Data, Result, Schema } from "effect"
import type * as Journal from "../ports/Journal.ts"
import * as SendingPolicy from "./SendingPolicy.ts"

// --- models ---

/**
 * Why a message will not be tried again by itself.
 *
 * - `refused`: the channel will never deliver it to this address.
 * - `attempts`: it failed as often as the policy allows.
 * - `late`: the time it was useful in is over.
 * - `replaced`: a newer message to the person on the same matter took its place before it went out.
 * - `erased`, `no-address`, `no-text`: the vault has nothing to send, or nobody to send it to.
 *
 * @category models
 * @since 0.1.0
 */
export const DeadCause = Schema.Literals(["refused", "attempts", "late", "replaced", "erased", "no-address", "no-text"])

/**
 * Why a message will not be tried again by itself.
 *
 * @category models
 * @since 0.1.0
 */
export type DeadCause = typeof DeadCause.Type

/**
 * How one message stands. Times in milliseconds since 1970-01-01 UTC.
 *
 * - `Waiting`: not before a time.
 * - `UnderWay`: a sender has it, or had it and died.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing =
  | { readonly _tag: "Waiting"; readonly notBefore: number }
  | { readonly _tag: "UnderWay"; readonly since: number }
  | { readonly _tag: "Sent"; readonly at: number; readonly reference: string }
  | { readonly _tag: "Dead"; readonly at: number; readonly cause: DeadCause; readonly because: string }

/**
 * One message. It holds a pseudonym and no text: address and text are in the vault.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sending {
  readonly key: string
  readonly person: string
  /** What it is about, such as `Result`. */
  readonly about: string
  readonly language: string
  readonly postedAt: number
  readonly usefulUntil?: number
  readonly standing: Standing
  /** Attempts that were begun. */
  readonly attempts: number
  /** Of these, after how many nobody knows whether the message went out: at most so many doubles can have arrived. */
  readonly unsure: number
  /** Attempts that were begun before it was last called back from the dead letters. */
  readonly before: number
  /** The newer message on the same matter, and its position in the journal. */
  readonly givesWay?: { readonly key: string; readonly position: number; readonly at: number }
}

/**
 * All messages of an outbox. {@link fold} changes it in place.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sendings {
  readonly all: Map<string, Sending>
  /** Keys that are neither sent nor dead, in the order of posting. */
  readonly open: Set<string>
  /** When the newest attempts began, oldest first. */
  readonly begun: Array<number>
  /** Key of the newest message of a person and matter. */
  readonly newest: Map<string, string>
}

/**
 * What a sender has to do now.
 *
 * - `Begin`: begin an attempt for these, and bury those.
 * - `Wait`: nothing before a time.
 * - `Idle`: nothing until something is posted.
 *
 * @category models
 * @since 0.1.0
 */
export type Decision =
  | {
    readonly _tag: "Begin"
    readonly send: ReadonlyArray<Sending>
    readonly bury: ReadonlyArray<{ readonly key: string; readonly cause: DeadCause }>
  }
  | { readonly _tag: "Wait"; readonly until: number }
  | { readonly _tag: "Idle" }

/**
 * The facts that the two streams hold.
 *
 * @category models
 * @since 0.1.0
 */
export const Facts = {
  "notice.posted": Schema.Struct({
    key: Schema.String,
    person: Schema.String,
    about: Schema.String,
    language: Schema.String,
    usefulUntil: Schema.optionalKey(Schema.Number),
    notBefore: Schema.optionalKey(Schema.Number),
    matter: Schema.optionalKey(Schema.String)
  }),
  "notice.begun": Schema.Struct({ key: Schema.String, attempt: Schema.Number }),
  "notice.sent": Schema.Struct({ key: Schema.String, attempt: Schema.Number, reference: Schema.String }),
  "notice.delayed": Schema.Struct({ key: Schema.String, attempt: Schema.Number, because: Schema.String, until: Schema.Number }),
  "notice.buried": Schema.Struct({ key: Schema.String, cause: DeadCause, because: Schema.String }),
  "notice.revived": Schema.Struct({ key: Schema.String })
} as const

/**
 * A fact by its kind.
 *
 * @category models
 * @since 0.1.0
 */
export type Fact<Kind extends keyof typeof Facts> = (typeof Facts)[Kind]["Type"]

// --- errors ---

/**
 * An entry of the outbox does not have the form of its kind: another program writes into its streams.
 *
 * @category errors
 * @since 0.1.0
 */
export class FactUnreadable extends Data.TaggedError("FactUnreadable")<{
  readonly stream: string
  readonly index: number
  readonly kind: string
}> {
  override get message(): string {
    return `${this.stream}, entry ${this.index}: it is no ${this.kind} that this version reads; nothing is sent until it is known who wrote it`
  }
}

// --- constructors ---

/**
 * No messages.
 *
 * **Example** (Nothing to do)
 *
 * ```ts
 * import { Sending, SendingPolicy } from "@timbang/workflows"
 * Sending.next(Sending.none(), SendingPolicy.standard, 0) // => { _tag: "Idle" }
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const none = (): Sendings => ({ all: new Map(), open: new Set(), begun: [], newest: new Map() })

/**
 * A fact as an entry of the journal.
 *
 * **Example** (Called back)
 *
 * ```ts
 * import { Sending } from "@timbang/workflows"
 * Sending.entry("notice.revived", { key: "n-1" }) // => { kind: "notice.revived", body: "{\"key\":\"n-1\"}" }
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const entry = <Kind extends keyof typeof Facts>(kind: Kind, fact: Fact<Kind>): Journal.NewEntry => ({ kind, body: JSON.stringify(fact) })

// --- operations ---

/**
 * Takes over one entry. What is posted twice under a key counts once; a message that was sent stays sent, whatever comes
 * after; entries of another kind are passed over.
 *
 * @category folding
 * @since 0.1.0
 */
export const fold = (sendings: Sendings, entry: Journal.Entry): Result.Result<void, FactUnreadable> => {
  if (!(entry.kind in Facts)) return Result.void
  return Result.match(read(entry), {
    onFailure: () => Result.fail(new FactUnreadable({ stream: entry.stream, index: entry.index, kind: entry.kind })),
    onSuccess: (recorded) => Result.succeed(apply(sendings, recorded, entry))
  })
}

const apply = (sendings: Sendings, recorded: Recorded, { position, recordedAt: at }: Journal.Entry): void => {
  const { all, begun } = sendings
  const fact = recorded.body
  const known = all.get(fact.key)
  if (recorded.kind === "notice.posted") {
    if (known !== undefined) return
    const { matter, notBefore = at, ...posted } = recorded.body
    put(sendings, { ...posted, postedAt: at, standing: { _tag: "Waiting", notBefore: Math.max(at, notBefore) }, attempts: 0, unsure: 0, before: 0 })
    if (matter !== undefined) replace(sendings, JSON.stringify([posted.person, matter]), { key: posted.key, position, at })
    return
  }
  if (recorded.kind === "notice.begun") {
    begun.push(at)
    while (begun.length > 0 && begun[0]! <= at - 60_000) begun.shift()
  }
  if (known === undefined || known.standing._tag === "Sent") return
  put(sendings, changeOf(known, recorded, { position, at }))
}

/** Posts are read before outcomes, so that what gave way is a mark on a message, which whatever was recorded of it meets. */
const put = ({ all, open }: Sendings, sending: Sending): void => {
  const { givesWay, key, standing } = sending
  const isReplaced = givesWay !== undefined && standing._tag === "Waiting"
  const settled: Sending = isReplaced ? { ...sending, standing: { _tag: "Dead", at: givesWay.at, cause: "replaced", because: givesWay.key } } : sending
  all.set(key, settled)
  if (settled.standing._tag === "Sent" || settled.standing._tag === "Dead") open.delete(key)
  else open.add(key)
}

const replace = (sendings: Sendings, matter: string, newer: { readonly key: string; readonly position: number; readonly at: number }): void => {
  const older = sendings.all.get(sendings.newest.get(matter) ?? "")
  sendings.newest.set(matter, newer.key)
  if (older !== undefined) put(sendings, { ...older, givesWay: newer })
}

const changeOf = (sending: Sending, recorded: Exclude<Recorded, { readonly kind: "notice.posted" }>, { at, position }: { readonly at: number; readonly position: number }): Sending => {
  switch (recorded.kind) {
    case "notice.begun": {
      const unsure = sending.unsure + (sending.standing._tag === "UnderWay" ? 1 : 0)
      return { ...sending, standing: { _tag: "UnderWay", since: at }, attempts: recorded.body.attempt, unsure }
    }
    case "notice.sent":
      return { ...sending, standing: { _tag: "Sent", at, reference: recorded.body.reference } }
    case "notice.delayed":
      // A sender that was thought dead speaks up after another took over: the newer attempt counts.
      return recorded.body.attempt === sending.attempts
        ? { ...sending, standing: { _tag: "Waiting", notBefore: recorded.body.until }, unsure: sending.unsure + 1 }
        : sending
    case "notice.buried":
      return { ...sending, standing: { _tag: "Dead", at, cause: recorded.body.cause, because: recorded.body.because } }
    case "notice.revived": {
      if (sending.standing._tag !== "Dead") return sending
      const { givesWay, usefulUntil: _, ...rest } = sending
      const isLater = givesWay !== undefined && position < givesWay.position
      return { ...rest, ...(isLater ? { givesWay } : {}), standing: { _tag: "Waiting", notBefore: at }, before: sending.attempts }
    }
  }
}

/**
 * What a sender has to do at a moment, in milliseconds since 1970-01-01 UTC.
 *
 * @category folding
 * @since 0.1.0
 */
export const next = ({ all, begun, open }: Sendings, policy: SendingPolicy.SendingPolicy, now: number): Decision => {
  const bury: Array<{ readonly key: string; readonly cause: DeadCause }> = []
  const due: Array<Sending> = []
  let soonest = Infinity
  for (const key of open) {
    const sending = all.get(key)!
    const at = dueAt(sending, policy)
    if (at > now) soonest = Math.min(soonest, at)
    else if (sending.givesWay !== undefined) bury.push({ key, cause: "replaced" })
    else if (sending.attempts - sending.before >= policy.attempts) bury.push({ key, cause: "attempts" })
    else if (sending.usefulUntil !== undefined && sending.usefulUntil < now) bury.push({ key, cause: "late" })
    else due.push(sending)
    if (due.length === policy.parallel || bury.length === 1000) break
  }
  const quiet = policy.quiet === undefined ? undefined : SendingPolicy.quietUntil(now, policy.quiet)
  const recent = begun.filter((at) => at > now - 60_000 && at <= now)
  const send = quiet === undefined ? due.slice(0, Math.max(0, policy.perMinute - recent.length)) : []
  if (send.length > 0 || bury.length > 0) return { _tag: "Begin", send, bury }
  if (due.length > 0) return { _tag: "Wait", until: quiet ?? recent[recent.length - policy.perMinute]! + 60_000 }
  return soonest === Infinity ? { _tag: "Idle" } : { _tag: "Wait", until: soonest }
}

const dueAt = ({ standing }: Sending, { leaseMillis }: SendingPolicy.SendingPolicy): number =>
  standing._tag === "Waiting" ? standing.notBefore : standing._tag === "UnderWay" ? standing.since + leaseMillis : Infinity

const recordOf = <Kind extends keyof typeof Facts>(kind: Kind) =>
  Schema.Struct({ kind: Schema.Literal(kind), body: Schema.fromJsonString(Facts[kind]) })

const RecordedSchema = Schema.Union([
  recordOf("notice.posted"),
  recordOf("notice.begun"),
  recordOf("notice.sent"),
  recordOf("notice.delayed"),
  recordOf("notice.buried"),
  recordOf("notice.revived")
])

type Recorded = typeof RecordedSchema.Type

const read = Schema.decodeUnknownResult(RecordedSchema)
