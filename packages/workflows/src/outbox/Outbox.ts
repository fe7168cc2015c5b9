/**
 * Messages that are recorded before they are sent, so that none is lost, and none is sent again once it is known to be sent.
 *
 * A message is posted in the journal under a pseudonym; its text and the person's address are in the vault, so that erasing the
 * person leaves the journal whole. A sender records that it begins, sends, and records how it went. Between sending and recording it may
 * be killed: then, and when an attempt broke off without an answer, the message goes out once more, with the same key and so the same
 * reference. At most `parallel` messages for each killed sender can be doubled so, and `unsure` of a message counts how often it may have been.
 *
 * @since 0.1.0
 */
import { Clock, Data, Effect, Random, Schedule, Schema, Semaphore, Stream } from "effect"
import * as Text from "../internal/Text.ts"
import type { Actor } from "../Actor.ts"
import * as Journal from "../ports/Journal.ts"
import * as Notifier from "../ports/Notifier.ts"
import * as TileStore from "../ports/TileStore.ts"
import * as Vault from "../ports/Vault.ts"
import * as Letters from "./Letters.ts"
import * as Sending from "./Sending.ts"
import * as SendingPolicy from "./SendingPolicy.ts"

// --- models ---

/**
 * A message to a person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Notice {
  /** Name of the message: the same matter has the same key, such as `result/26-0001`. 1 to 120 characters. */
  readonly key: string
  /** Pseudonym that the vault knows the person by. */
  readonly person: string
  /** What it is about, such as `Result`; never a detail. 1 to 200 characters. */
  readonly about: string
  readonly subject: string
  readonly text: string
  readonly language: string
  /** After it the message is not sent any more. Unit: milliseconds since 1970-01-01 UTC. */
  readonly usefulUntil?: number
  /** Before it the message is not sent, such as a reminder of the last day. Unit: milliseconds since 1970-01-01 UTC. */
  readonly notBefore?: number
  /**
   * What the person is told of, such as `closing/objection`. A message that has not gone out gives way to a newer one to the same person on
   * the same matter: a term was extended, and the reminder of the old last day would be false. 1 to 200 characters.
   */
  readonly matter?: string
  /** When the vault erases the text on its own. Unit: milliseconds since 1970-01-01 UTC. Default: never. */
  readonly keepTextUntil?: number
}

/**
 * How an outbox is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Who sends: the account of the program. */
  readonly actor: Actor
  /** Name of the outbox in the journal, when a host has several for one channel. Default: the name of the channel. */
  readonly name?: string
  /** Part of the vault that holds the address. Default: `contact/` and the name of the channel. */
  readonly addressPart?: string
  readonly policy?: SendingPolicy.SendingPolicy
}

/**
 * What one pass did.
 *
 * @category models
 * @since 0.1.0
 */
export interface Pass {
  readonly sent: number
  readonly delayed: number
  readonly buried: number
  /** When there may be something to do again; absent: when something is posted. Unit: milliseconds since 1970-01-01 UTC. */
  readonly until?: number
}

/**
 * An outbox.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outbox {
  /** Posts a message; when it answers, the message is not lost any more. Posting the same again changes nothing. */
  readonly post: (actor: Actor, notice: Notice) => Effect.Effect<{ readonly isRepeat: boolean }, PostError>
  /** Sends what is due, until nothing is. */
  readonly sendDue: Effect.Effect<Pass, SendError>
  /** Sends what is due, now and as it comes, and never ends; an outage of journal or vault is waited out. */
  readonly run: Effect.Effect<never, Sending.FactUnreadable>
  /** How every message stands, by key. */
  readonly standings: Effect.Effect<ReadonlyMap<string, Sending.Sending>, Journal.JournalUnavailable | Sending.FactUnreadable>
  /** Calls a dead letter back: it is tried again as if it were new, also when its time is over. Answers whether it was one. */
  readonly revive: (actor: Actor, key: string) => Effect.Effect<boolean, Journal.AppendError | Sending.FactUnreadable>
}

// --- errors ---

/**
 * Another message has this key.
 *
 * @category errors
 * @since 0.1.0
 */
export class NoticeTaken extends Data.TaggedError("NoticeTaken")<{ readonly key: string }> {
  override get message(): string {
    return `${this.key}: another message was posted under this key; a new matter takes a new key`
  }
}

/**
 * The message does not fit.
 *
 * @category errors
 * @since 0.1.0
 */
export class NoticeRefused extends Data.TaggedError("NoticeRefused")<{ readonly key: string; readonly parts: ReadonlyArray<string> }> {
  override get message(): string {
    return `${this.key}: ${this.parts.join(", ")} cannot be sent: a key has 1 to 120 characters, other names 1 to 200, a text has no NUL and no half of a ` +
      "surrogate pair, a subject is one line, a time is a number of milliseconds"
  }
}

/**
 * Why a message could not be posted.
 *
 * @category errors
 * @since 0.1.0
 */
export type PostError = NoticeTaken | NoticeRefused | Sending.FactUnreadable | Vault.WriteError | Journal.AppendError

/**
 * Why sending stopped. What was posted is there, and goes out the next time.
 *
 * @category errors
 * @since 0.1.0
 */
export type SendError = Journal.AppendError | Sending.FactUnreadable

// --- constructors ---

/** How long `run` waits where something failed, and before it looks for new messages itself. Unit: milliseconds. */
const pauseMillis = 1000

const Content: Schema.Codec<{ readonly subject: string; readonly text: string }, string> = Schema.fromJsonString(Schema.Struct({ subject: Schema.String, text: Schema.String }))
const readContent = Schema.decodeUnknownResult(Content)

/**
 * Opens an outbox on the journal, the vault and the channel that are given.
 *
 * **Example** (Posted twice, sent once)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { Outbox, SendingPolicy } from "@timbang/workflows"
 * import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
 * const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
 * const { quiet: _, ...policy } = SendingPolicy.standard
 * const delivered: Array<Notifier.Message> = []
 * const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory(delivered))
 * const program = Effect.gen(function*() {
 *   const vault = yield* Vault.Vault
 *   const address = new TextEncoder().encode("peserta@example.test")
 *   yield* vault.write({ actor, purpose: "registration" }, [{ subject: "26-1", part: "contact/memory", value: address }])
 *   const outbox = yield* Outbox.make({ actor, policy })
 *   const notice = { key: "result/26-1", person: "26-1", about: "Result", subject: "Hasil", text: "P/L", language: "id" }
 *   yield* outbox.post(actor, notice)
 *   const { isRepeat } = yield* outbox.post(actor, notice)
 *   const { sent } = yield* outbox.sendDue
 *   return [isRepeat, sent, (yield* outbox.sendDue).sent]
 * })
 * await Effect.runPromise(Effect.provide(program, ports)) // => [true, 1, 0]
 * delivered.map(({ key, to }) => [key, to]) // => [["result/26-1", "peserta@example.test"]]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (options: Options): Effect.Effect<Outbox, never, Journal.Journal | Vault.Vault | Notifier.Notifier> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const vault = yield* Vault.Vault
    const notifier = yield* Notifier.Notifier
    const { actor, policy = SendingPolicy.standard } = options
    const posts = Letters.postsOf(options.name ?? notifier.channel)
    const outcomes = Letters.outcomesOf(options.name ?? notifier.channel)
    const addressPart = options.addressPart ?? `contact/${notifier.channel}`
    const access: Vault.Access = { actor, purpose: "notification" }
    const sendings = Sending.none()
    const places = new Map<string, { readonly position: number; readonly size: number }>()
    const reading = yield* Semaphore.make(1)
    const passing = yield* Semaphore.make(1)

    const fresh = (stream: string) =>
      Effect.suspend(() => Stream.runCollect(journal.read({ stream, from: places.get(stream)?.position ?? 0 })))
    const take = (stream: string, entries: ReadonlyArray<Journal.Entry>) =>
      Effect.forEach(entries, (entry) =>
        Effect.map(Effect.fromResult(Sending.fold(sendings, entry)), () => {
          places.set(stream, { position: entry.position + 1, size: entry.index + 1 })
        }), { discard: true })

    /** Reads what is new, and answers how many outcomes were seen. What happened is read first and taken over last, so that its message is known. */
    const refresh = reading.withPermits(1)(Effect.gen(function*() {
      const happened = yield* fresh(outcomes)
      yield* take(posts, yield* fresh(posts))
      yield* take(outcomes, happened)
      return places.get(outcomes)?.size ?? 0
    }))

    const post: Outbox["post"] = Effect.fnUntraced(function*(by: Actor, notice: Notice) {
      const { about, keepTextUntil, key, language, matter, notBefore, person, subject, text, usefulUntil } = notice
      const parts = faultyParts(notice)
      if (parts.length > 0) return yield* new NoticeRefused({ key: key.slice(0, 120), parts })
      const value = new TextEncoder().encode(JSON.stringify({ subject, text }))
      const part = { subject: person, part: textPart(key), value, ...keepTextUntil === undefined ? {} : { keepUntil: keepTextUntil } }
      const writing: Vault.Access = { actor: by, purpose: "notification" }
      const [kept] = yield* vault.keep(writing, [part])
      if (!TileStore.isSame(kept!, value)) {
        yield* refresh
        if (sendings.all.has(key)) return yield* new NoticeTaken({ key })
        // Somebody was broken off between vault and journal; nothing was posted, so the newer text stands.
        yield* vault.write(writing, [part])
      }
      const fact = {
        key,
        person,
        about,
        language,
        ...usefulUntil === undefined ? {} : { usefulUntil },
        ...notBefore === undefined ? {} : { notBefore },
        ...matter === undefined ? {} : { matter }
      }
      const { isRepeat } = yield* journal.append(posts, { actor: by, key, entries: [Sending.entry("notice.posted", fact)] }).pipe(
        Effect.catchTag("KeyReused", () => Effect.fail(new NoticeTaken({ key })))
      )
      return { isRepeat }
    })

    /** An outcome that is known is recorded as long as nobody else takes the message over; its key makes the repeats harmless. */
    const record = (key: string, fact: Journal.NewEntry) =>
      journal.append(outcomes, { actor, key, entries: [fact] }).pipe(Effect.retry({
        schedule: Schedule.spaced(pauseMillis),
        times: Math.floor(policy.leaseMillis / 2 / pauseMillis),
        while: ({ _tag }) => _tag === "JournalUnavailable"
      }))

    const attempt = (sending: Sending.Sending): Effect.Effect<"sent" | "delayed" | "buried", Journal.AppendError> =>
      Effect.gen(function*() {
        const { key, person } = sending
        const number = sending.attempts + 1
        const name = `${number}/${key}`
        const bury = (cause: Sending.DeadCause, because: string = cause) =>
          Effect.as(record(`buried/${name}`, Sending.entry("notice.buried", { key, cause, because })), "buried" as const)
        const delay = (because: string, retryAfterMillis = 0) =>
          Effect.gen(function*() {
            const wait = SendingPolicy.delayAfter(policy, number - sending.before, yield* Random.next)
            const until = (yield* Clock.currentTimeMillis) + Math.max(wait, retryAfterMillis)
            yield* record(`delayed/${name}`, Sending.entry("notice.delayed", { key, attempt: number, because, until }))
            return "delayed" as const
          })
        const read = yield* Effect.result(vault.read(access, person, [addressPart, textPart(key)]))
        if (read._tag === "Failure") return yield* read.failure._tag === "PersonErased" ? bury("erased") : delay(read.failure._tag)
        const address = read.success.get(addressPart)
        const content = read.success.get(textPart(key))
        if (address === undefined) return yield* bury("no-address")
        if (content === undefined) return yield* bury("no-text")
        const letter = readContent(new TextDecoder().decode(content))
        if (letter._tag === "Failure") return yield* bury("no-text", "the vault holds no letter there")
        const { subject, text } = letter.success
        const to = new TextDecoder().decode(address)
        return yield* notifier.deliver({ key, to, subject, text, language: sending.language }).pipe(
          Effect.timeoutOrElse({
            duration: policy.leaseMillis / 2,
            orElse: () => Effect.fail(new Notifier.MessageDelayed({ key, because: "no answer in time" }))
          }),
          Effect.matchEffect({
            onSuccess: ({ reference }) => Effect.as(record(`sent/${name}`, Sending.entry("notice.sent", { key, attempt: number, reference })), "sent" as const),
            onFailure: (error) => error._tag === "MessageRefused" ? bury("refused", error.because) : delay(error.because, error.retryAfterMillis)
          })
        )
      })

    const pass: Effect.Effect<Pass, SendError> = Effect.gen(function*() {
      const done = { sent: 0, delayed: 0, buried: 0 }
      while (true) {
        const at = yield* refresh
        const decision = Sending.next(sendings, policy, yield* Clock.currentTimeMillis)
        if (decision._tag !== "Begin") return { ...done, ...decision._tag === "Wait" ? { until: decision.until } : {} }
        const { bury, send } = decision
        const begun = yield* journal.append(outcomes, {
          actor,
          at,
          entries: [
            ...bury.map(({ cause, key }) => Sending.entry("notice.buried", { key, cause, because: cause })),
            ...send.map(({ attempts, key }) => Sending.entry("notice.begun", { key, attempt: attempts + 1 }))
          ]
        }).pipe(Effect.as(true), Effect.catchTag("PositionTaken", () => Effect.succeed(false)))
        // Another sender was faster: what it recorded is read first.
        if (!begun) continue
        done.buried += bury.length
        // Each one is ended, whatever becomes of the others: one that is broken off might go out twice.
        const attempts = yield* Effect.forEach(send, (sending) => Effect.result(attempt(sending)), { concurrency: "unbounded" })
        for (const outcome of attempts) done[yield* Effect.fromResult(outcome)]++
      }
    })
    const sendDue = passing.withPermits(1)(pass)

    const posted = Stream.unwrap(Effect.map(Effect.orElseSucceed(journal.size(), () => 0), (from) => journal.follow({ stream: posts, from })))
    const run: Outbox["run"] = Effect.forever(Effect.gen(function*() {
      const outcome = yield* Effect.result(sendDue)
      if (outcome._tag === "Failure") {
        if (outcome.failure._tag === "FactUnreadable") return yield* outcome.failure
        return yield* Effect.sleep(pauseMillis)
      }
      const now = yield* Clock.currentTimeMillis
      const until = outcome.success.until
      const wait = until === undefined || until > now + pauseMillis ? pauseMillis : Math.max(1, until - now)
      yield* Effect.raceFirst(Effect.sleep(wait), Effect.catch(Stream.runDrain(Stream.take(posted, 1)), () => Effect.never))
    }))

    return {
      post,
      sendDue,
      run,
      standings: Effect.as(refresh, sendings.all),
      revive: (by, key) =>
        Effect.gen(function*() {
          yield* refresh
          if (sendings.all.get(key)?.standing._tag !== "Dead") return false
          yield* journal.append(outcomes, { actor: by, entries: [Sending.entry("notice.revived", { key })] })
          return true
        })
    }
  })

const textPart = (key: string): string => `notice/${key}`

const faultyParts = ({ about, key, language, matter, notBefore, person, subject, text, usefulUntil }: Notice): ReadonlyArray<string> => [
  ...Text.isName(key) && key.length <= 120 ? [] : ["key"],
  ...Object.entries({ person, about, language, ...matter === undefined ? {} : { matter } }).flatMap(([name, found]) => Text.isName(found) ? [] : [name]),
  ...Object.entries({ notBefore, usefulUntil }).flatMap(([name, found]) => found === undefined || Number.isFinite(found) ? [] : [name]),
  ...Text.isStorable(subject) && !/[\r\n]/.test(subject) ? [] : ["subject"],
  ...Text.isStorable(text) ? [] : ["text"]
]
