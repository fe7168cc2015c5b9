/**
 * The ports for hosts that do not know Effect: promises, async iterables and plain values.
 *
 * What can go wrong by itself (a taken place, an erased person, a database that cannot be reached) is answered as a value, told apart by
 * `_tag`. What is read one after another is an async iterable that ends, or throws the same errors.
 *
 * @since 0.1.0
 */
import { Context, Data, Deferred, Effect, Fiber, Layer, ManagedRuntime, Option, Result, Scope, Stream } from "effect"
import type { Edition, OwnReceipt, Primitives } from "@timbang/core/publication"
import type { Actor } from "./Actor.ts"
import * as Outbox from "./outbox/Outbox.ts"
import type * as Sending from "./outbox/Sending.ts"
import * as Journal from "./ports/Journal.ts"
import * as Notifier from "./ports/Notifier.ts"
import * as Salts from "./ports/Salts.ts"
import * as Signer from "./ports/Signer.ts"
import type * as Sources from "./ports/Sources.ts"
import * as TileStore from "./ports/TileStore.ts"
import * as Vault from "./ports/Vault.ts"
import * as Phases from "./publication/Publication.ts"
import * as PublicLog from "./publication/PublicLog.ts"
import * as Receipts from "./publication/Receipts.ts"

// --- models ---

/**
 * What a host wires together. Layers come ready from the adapters; a host needs to know nothing of them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Parts<S = {}> {
  /** The journal, with a vault or without: such as `Storage.onServer(...)` of `@timbang/storage-sql`. */
  readonly storage: Layer.Layer<Journal.Journal, unknown>
  /** A channel with its outbox; it needs a vault, where the addresses are. */
  readonly notify?: Notify
  /** Rows from outside, by names that the host chooses. */
  readonly sources?: SourcesOf<S>
  /** The public log. */
  readonly publication?: Publication
}

/**
 * A channel and how it is used.
 *
 * @category models
 * @since 0.1.0
 */
export interface Notify extends Outbox.Options {
  readonly channel: Layer.Layer<Notifier.Notifier, unknown>
  /** Whether messages are sent as they are posted; else the host calls `sendDue`. Default: true. */
  readonly isSending?: boolean
  /** Told why sending stopped for good. */
  readonly onStopped?: (error: Sending.FactUnreadable) => void
}

/**
 * Where the public log stands, and who signs it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Publication {
  /** Default: the public files of the storage, where it has such. */
  readonly tiles?: Layer.Layer<TileStore.TileStore, unknown>
  readonly signer: Layer.Layer<Signer.Signer, unknown>
  /** Hash, signature check and canonical JSON, such as `Primitives.portable` of `@timbang/signing`. */
  readonly primitives: Primitives.Primitives
}

/**
 * Sources by name, with the type of their rows: what an adapter gives, or rows of the host's own.
 *
 * @category models
 * @since 0.1.0
 */
export type SourcesOf<S> = { readonly [N in keyof S]: Sources.Rows<S[N]> | AsyncIterable<S[N]> | Iterable<S[N]> }

/**
 * A part of a host.
 *
 * @category models
 * @since 0.1.0
 */
export type Part = "vault" | "notify" | "publication" | "tiles"

/**
 * A part that is needed was not given, or the storage does not bring it.
 *
 * @category errors
 * @since 0.1.0
 */
export class PartMissing extends Data.TaggedError("PartMissing")<{ readonly part: Part }> {
  override get message(): string {
    return remedies[this.part]
  }
}

const remedies: Readonly<Record<Part, string>> = {
  vault: "the storage has no vault, and personal data lie nowhere else: give one to Timbang.make",
  notify: "no channel was given: give notify to Timbang.make",
  publication: "no public log was given: give publication to Timbang.make",
  tiles: "publication needs a place for public files: give it tiles, or a storage that has them"
}

/**
 * An answer: `{ _tag: "Success", success }`, or `{ _tag: "Failure", failure }` with an error that says what to do.
 *
 * @category models
 * @since 0.1.0
 */
export type Answer<A, E> = Promise<Result.Result<A, E>>

/**
 * Personal data by pseudonym. Every call names who asks and what for, and is recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Personal {
  readonly write: (access: Vault.Access, parts: ReadonlyArray<Vault.Part>) => Answer<void, Vault.WriteError | PartMissing>
  readonly keep: (access: Vault.Access, parts: ReadonlyArray<Vault.Part>) => Answer<ReadonlyArray<Uint8Array>, Vault.WriteError | PartMissing>
  readonly read: (access: Vault.Access, subject: string, parts?: ReadonlyArray<string>) => Answer<ReadonlyMap<string, Uint8Array>, Vault.WriteError | PartMissing>
  readonly erase: (access: Vault.Access, subject: string, parts?: ReadonlyArray<string>) => Answer<number, Vault.AccessRefused | Vault.VaultUnavailable | PartMissing>
  readonly expire: (access: Vault.Access) => Answer<number, Vault.AccessRefused | Vault.VaultUnavailable | PartMissing>
  readonly rotate: (access: Vault.Access) => Answer<number, Vault.AccessRefused | Vault.PartDamaged | Vault.VaultUnavailable | PartMissing>
  /** Who did what, of one person or of all. */
  readonly accesses: (subject?: string) => AsyncIterable<Vault.AccessRecord>
}

/**
 * The ports of a host, open until `close`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Timbang<S = {}> {
  /** Records facts; when it answers `Success`, they are there for good. */
  readonly append: (stream: string, batch: Journal.Batch) => Answer<Journal.Appended, Journal.AppendError>
  /** What was recorded so far. Throws `JournalUnavailable`. */
  readonly read: (query?: Journal.Query) => AsyncIterable<Journal.Entry>
  /** What was recorded so far and from now on; leaving the loop or `close` ends it. Throws `JournalUnavailable`. */
  readonly follow: (query?: Journal.Query) => AsyncIterable<Journal.Entry>
  /** Number of entries, in a stream or over all. */
  readonly size: (stream?: string) => Answer<number, Journal.JournalUnavailable>
  readonly vault: Personal
  /** Posts a message; when it answers `Success`, it is not lost any more. */
  readonly notify: (actor: Actor, notice: Outbox.Notice) => Answer<{ readonly isRepeat: boolean }, Outbox.PostError | PartMissing>
  /** Sends what is due now. */
  readonly sendDue: () => Answer<Outbox.Pass, Outbox.SendError | PartMissing>
  /** How every message stands, by key. */
  readonly notices: () => Answer<ReadonlyMap<string, Sending.Sending>, Journal.JournalUnavailable | Sending.FactUnreadable | PartMissing>
  /** Calls a dead letter back, so that it is tried again as if it were new; answers whether it was one. */
  readonly revive: (actor: Actor, key: string) => Answer<boolean, Outbox.SendError | PartMissing>
  /** Publishes a step into the public log. */
  readonly publish: (step: Edition.Step) => Answer<PublicLog.Published, PublicLog.PublishError | PartMissing>
  /** Publishes a phase of a selection, with its salts in the vault under `<log>/<participant>`. */
  readonly publishPhase: (
    access: Vault.Access,
    means: Omit<Phases.Means, "primitives">,
    round: Phases.Round,
    phase: Phases.Phase
  ) => Answer<PublicLog.Published, Phases.PublicationError | PartMissing>
  /** Logs a document beside what is there; where it stands in the log already, answers the index of its entry. */
  readonly publishDocument: (
    name: string,
    bytes: Uint8Array
  ) => Answer<PublicLog.Published | { readonly already: number }, PublicLog.PublishError | Phases.NameTaken | Phases.LogEmpty | PartMissing>
  /** The receipt of a participant's last entry of a kind, opened as far as salts in the vault do. Default: the result. */
  readonly receipt: (
    access: Vault.Access,
    own: Parameters<typeof Receipts.of>[1],
    participant: string,
    kind?: Receipts.Kind
  ) => Answer<OwnReceipt.Made, Effect.Error<ReturnType<typeof Receipts.of>> | PartMissing>
  /** The rows of a source, each with its place; opened anew at every call. Throws what the source fails with. */
  readonly rows: <N extends keyof S & string>(name: N) => AsyncIterable<Sources.Sourced<S[N]>>
  /** Stops sending, ends what follows, and lets go of the storage. */
  readonly close: () => Promise<void>
}

// --- constructors ---

/**
 * Opens the ports of a host. It rejects with the adapter's error when the storage cannot be opened.
 *
 * **Example** (Record, read, and a place that is taken)
 *
 * ```ts
 * import { Timbang } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const timbang = await Timbang.make({ storage: Journal.layerMemory, sources: { formations: [{ formation: "F1" }] } })
 * const batch = { actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, at: 0, entries: [{ kind: "score.recorded", body: "65" }] }
 * await timbang.append("cpns-2026", batch)
 * const again = await timbang.append("cpns-2026", batch)
 * again._tag === "Failure" && again.failure._tag // => "PositionTaken"
 * const bodies: Array<string> = []
 * for await (const { body } of timbang.read()) bodies.push(body)
 * bodies // => ["65"]
 * const rows: Array<unknown> = []
 * for await (const row of timbang.rows("formations")) rows.push(row)
 * rows // => [{ value: { formation: "F1" }, place: { source: "formations", row: 1 } }]
 * await timbang.close()
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = async <S = {}>({ notify, publication, sources, storage }: Parts<S>): Promise<Timbang<S>> => {
  const runtime = ManagedRuntime.make(Layer.effect(Opened, opened({ storage, notify, publication })))
  const { closing, journal, outbox, publishing, vault } = await runtime.runPromise(Opened).catch(async (error: unknown) => {
    await runtime.dispose()
    throw error
  })
  const answer = <A, E>(effect: Effect.Effect<A, E>): Answer<A, E> => runtime.runPromise(Effect.result(effect))
  const each = <A, E>(stream: Stream.Stream<A, E>): AsyncIterable<A> => Stream.toAsyncIterable(Stream.interruptWhen(stream, Deferred.await(closing)))
  const needing = <P, A, E>(part: PartMissing["part"], found: P | undefined, use: (part: P) => Effect.Effect<A, E>): Answer<A, E | PartMissing> =>
    answer<A, E | PartMissing>(found === undefined ? Effect.fail(new PartMissing({ part })) : use(found))

  return {
    append: (stream, batch) => answer(journal.append(stream, batch)),
    read: (query) => each(journal.read(query)),
    follow: (query) => each(journal.follow(query)),
    size: (stream) => answer(journal.size(stream)),
    vault: {
      write: (access, parts) => needing("vault", vault, (own) => own.write(access, parts)),
      keep: (access, parts) => needing("vault", vault, (own) => own.keep(access, parts)),
      read: (access, subject, parts) => needing("vault", vault, (own) => own.read(access, subject, parts)),
      erase: (access, subject, parts) => needing("vault", vault, (own) => own.erase(access, subject, parts)),
      expire: (access) => needing("vault", vault, (own) => own.expire(access)),
      rotate: (access) => needing("vault", vault, (own) => own.rotate(access)),
      accesses: (subject) => each(vault === undefined ? Stream.empty : vault.accesses(subject))
    },
    notify: (actor, notice) => needing("notify", outbox, ({ post }) => post(actor, notice)),
    sendDue: () => needing("notify", outbox, ({ sendDue }) => sendDue),
    notices: () => needing("notify", outbox, ({ standings }) => Effect.map(standings, (all) => new Map(all))),
    revive: (actor, key) => needing("notify", outbox, ({ revive }) => revive(actor, key)),
    publish: (step) => needing("publication", publishing, ({ ports, primitives }) => Effect.provideContext(PublicLog.publish(primitives, step), ports)),
    publishPhase: (access, means, round, phase) =>
      needing("publication", publishing, (own) => salted(own, vault, access, Phases.publish({ ...means, primitives: own.primitives }, round, phase))),
    publishDocument: (name, bytes) =>
      needing("publication", publishing, ({ ports, primitives }) => Effect.provideContext(Phases.publishDocument(primitives, name, bytes), ports)),
    receipt: (access, own, participant, kind) =>
      needing("publication", publishing, (open) => salted(open, vault, access, Receipts.of(open.primitives, own, participant, kind))),
    rows: (name) => each(rowsOf(name, sources![name]!)),
    close: async () => {
      await runtime.runPromise(Deferred.succeed(closing, undefined))
      await runtime.dispose()
    }
  }
}

/**
 * A channel from a function of the host: what it answers was delivered, under the reference that the receiving side can recognise;
 * `refused` is for good, `delayed` is tried again, and so is whatever it throws.
 *
 * **Example** (A gateway that refuses)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Timbang } from "@timbang/workflows"
 * import { Notifier } from "@timbang/workflows/ports"
 * const sms = Timbang.channel("sms", async () => ({ refused: "no such number" }))
 * const message = { key: "m-1", to: "+62", subject: "", text: "", language: "id" }
 * const sent = Effect.flatMap(Notifier.Notifier, ({ deliver }) => Effect.flip(deliver(message)))
 * (await Effect.runPromise(Effect.provide(sent, sms)))._tag // => "MessageRefused"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const channel = (
  name: string,
  deliver: (message: Notifier.Message) => Promise<
    { readonly reference: string } | { readonly refused: string } | { readonly delayed: string; readonly retryAfterMillis?: number }
  >
): Layer.Layer<Notifier.Notifier> =>
  Layer.succeed(Notifier.Notifier, {
    channel: name,
    deliver: (message) =>
      Effect.tryPromise({
        try: () => deliver(message),
        // What it threw may repeat the address.
        catch: () => new Notifier.MessageDelayed({ key: message.key, because: "the channel failed" })
      }).pipe(Effect.flatMap((told) => {
        if ("reference" in told) return Effect.clockWith((clock) => Effect.map(clock.currentTimeMillis, (at) => ({ reference: told.reference, at })))
        return Effect.fail("refused" in told
          ? new Notifier.MessageRefused({ key: message.key, because: told.refused })
          : new Notifier.MessageDelayed({
            key: message.key,
            because: told.delayed,
            ...told.retryAfterMillis === undefined ? {} : { retryAfterMillis: told.retryAfterMillis }
          }))
      }))
  })

/**
 * The rows of an adapter's port, as a source of {@link make}.
 *
 * **Example** (Formations of an adapter)
 *
 * ```ts
 * import { Layer } from "effect"
 * import { Timbang } from "@timbang/workflows"
 * import { Journal, Sources } from "@timbang/workflows/ports"
 * const formation = { formation: "F1", position: "Guru", education: "S-1", location: "Jelutung", category: "umum", seats: 2 }
 * const adapter = Layer.succeed(Sources.FormationSource, { rows: Sources.rowsOf("F.csv", [formation]) })
 * const timbang = await Timbang.make({ storage: Journal.layerMemory, sources: { formations: Timbang.source(Sources.FormationSource, adapter) } })
 * const seats: Array<number> = []
 * for await (const { value } of timbang.rows("formations")) seats.push(value.seats)
 * await timbang.close()
 * seats // => [2]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const source = <I, A>(port: Context.Key<I, { readonly rows: Sources.Rows<A> }>, layer: Layer.Layer<I>): Sources.Rows<A> =>
  Stream.unwrap(Effect.map(Effect.service(port), ({ rows }) => rows)).pipe(Stream.provide(layer))

// --- what is open ---

interface Publishing {
  /** Name of the log. */
  readonly log: string
  readonly primitives: Primitives.Primitives
  readonly ports: Context.Context<TileStore.TileStore | Signer.Signer>
}

/** Publishes or reads with salts in the vault, by the name of the log. */
const salted = <A, E>(
  { log, ports }: Publishing,
  vault: Vault.Vault["Service"] | undefined,
  access: Vault.Access,
  use: Effect.Effect<A, E, TileStore.TileStore | Signer.Signer | Salts.Salts>
): Effect.Effect<A, E | PartMissing> => {
  if (vault === undefined) return Effect.fail(new PartMissing({ part: "vault" }))
  const salts = Layer.provide(Salts.layerVault(log, access), Layer.succeed(Vault.Vault, vault))
  return use.pipe(Effect.provide(salts), Effect.provideContext(ports))
}

class Opened extends Context.Service<Opened, {
  readonly journal: Journal.Journal["Service"]
  readonly vault: Vault.Vault["Service"] | undefined
  readonly outbox: Outbox.Outbox | undefined
  readonly publishing: Publishing | undefined
  readonly closing: Deferred.Deferred<void>
}>()("@timbang/workflows/Timbang/Opened") {}

const opened = ({ notify, publication, storage }: {
  readonly storage: Parts["storage"]
  readonly notify: Notify | undefined
  readonly publication: Publication | undefined
}) =>
  Effect.gen(function*() {
    const scope = yield* Scope.Scope
    const context = yield* Layer.buildWithScope(storage, scope)
    const journal = Context.get(context, Journal.Journal)
    // Whether a storage has a vault is seen when it is open.
    const vault = Option.getOrUndefined(Context.getOption(context, Vault.Vault))
    const closing = yield* Deferred.make<void>()
    const outbox = notify === undefined ? undefined : yield* sending(notify, journal, vault, closing)
    const publishing = publication === undefined ? undefined : yield* publisher(publication, Option.getOrUndefined(Context.getOption(context, TileStore.TileStore)))
    return Opened.of({ journal, vault, outbox, publishing, closing })
  })

const publisher = ({ primitives, signer, tiles }: Publication, ofStorage: TileStore.TileStore["Service"] | undefined) =>
  Effect.gen(function*() {
    const own = tiles ?? (ofStorage === undefined ? undefined : Layer.succeed(TileStore.TileStore, ofStorage))
    if (own === undefined) return yield* new PartMissing({ part: "tiles" })
    const ports = yield* Layer.buildWithScope(Layer.merge(own, signer), yield* Scope.Scope)
    return { log: Context.get(ports, Signer.Signer).verifier.name, primitives, ports }
  })

const sending = (
  { channel: via, isSending = true, onStopped, ...options }: Notify,
  journal: Journal.Journal["Service"],
  vault: Vault.Vault["Service"] | undefined,
  closing: Deferred.Deferred<void>
) =>
  Effect.gen(function*() {
    if (vault === undefined) return yield* new PartMissing({ part: "vault" })
    const channels = yield* Effect.flatMap(Scope.Scope, (scope) => Layer.buildWithScope(via, scope))
    const ports = Context.make(Journal.Journal, journal).pipe(Context.add(Vault.Vault, vault), Context.merge(channels))
    const outbox = yield* Effect.provideContext(Outbox.make(options), ports)
    if (isSending) {
      const fiber = yield* Effect.forkScoped(Effect.tapError(outbox.run, (error) => Effect.sync(() => onStopped?.(error))))
      yield* Effect.forkScoped(Effect.andThen(Deferred.await(closing), Fiber.interrupt(fiber)))
    }
    return outbox
  })

const rowsOf = <A>(name: string, rows: Sources.Rows<A> | AsyncIterable<A> | Iterable<A>): Sources.Rows<A> => {
  if (Stream.isStream(rows)) return rows as Sources.Rows<A>
  let row = 0
  const values = Symbol.asyncIterator in rows
    ? Stream.orDie(Stream.fromAsyncIterable(rows, (error) => error))
    : Stream.fromIterable(rows)
  return Stream.map(values, (value) => ({ value, place: { source: name, row: ++row } }))
}
