/**
 * Port: the journal of facts, from which everything that can be read is folded.
 *
 * Promise of every adapter: an acknowledged entry is never lost, doubled or reordered; positions have no gap; entries of
 * one batch stand together or not at all.
 *
 * @since 0.1.0
 */
import { Clock, Context, Data, Effect, Layer, PubSub, Result, Stream } from "effect"
import * as Actor from "../Actor.ts"
import * as Follow from "../Follow.ts"
import * as Text from "../internal/Text.ts"

// --- models ---

/**
 * What is to be recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface NewEntry {
  /** Kind of fact: lower-case letters, digits, dots and hyphens, such as `score.recorded`. At most 64 characters. */
  readonly kind: string
  /** The fact as text, usually JSON; kept character by character. At most 1 MiB of UTF-8, no NUL, no lone surrogate. */
  readonly body: string
}

/**
 * Entries that are recorded together, next to each other, or not at all.
 *
 * @category models
 * @since 0.1.0
 */
export interface Batch {
  readonly actor: Actor.Actor
  /** 1 to 10,000 entries, at most 16 MiB of UTF-8 together. */
  readonly entries: ReadonlyArray<NewEntry>
  /** Index in the stream that the first entry must get; without it the batch goes to the end, wherever that is. */
  readonly at?: number
  /**
   * Name of this batch in its stream, so that it can be sent again after a failure without being recorded twice. 1 to
   * 200 characters.
   */
  readonly key?: string
}

/**
 * A recorded entry.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry extends NewEntry {
  /** Place in the journal, over all streams. From 0, without a gap. */
  readonly position: number
  readonly stream: string
  /** Place in its stream. From 0, without a gap. */
  readonly index: number
  readonly actor: Actor.Actor
  /** When it was recorded, by the clock of the writer; it orders nothing. Unit: milliseconds since 1970-01-01 UTC. */
  readonly recordedAt: number
}

/**
 * Where a batch was recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appended {
  /** Position of the first entry; the others follow it. */
  readonly position: number
  /** Index of the first entry in its stream. */
  readonly index: number
  readonly count: number
  /** Whether the batch had been recorded before, under its key. */
  readonly isRepeat: boolean
}

/**
 * Which entries to read, in order of position.
 *
 * @category models
 * @since 0.1.0
 */
export interface Query {
  /** First position. Default: 0. */
  readonly from?: number
  /** Only this stream. Default: all. */
  readonly stream?: string
}

/**
 * Why a batch does not fit into a journal. `entry` counts from 0.
 *
 * @category errors
 * @since 0.1.0
 */
export type BatchFault =
  | { readonly _tag: "StreamName" }
  | { readonly _tag: "Key" }
  | { readonly _tag: "Actor" }
  | { readonly _tag: "At" }
  | { readonly _tag: "Entries"; readonly found: number; readonly limit: number }
  | { readonly _tag: "Bytes"; readonly found: number; readonly limit: number }
  | { readonly _tag: "Kind"; readonly entry: number }
  | { readonly _tag: "BodyBytes"; readonly entry: number; readonly found: number; readonly limit: number }
  | { readonly _tag: "BodyText"; readonly entry: number }

/**
 * What a journal takes.
 *
 * @category models
 * @since 0.1.0
 */
export const limits = {
  entries: 10_000,
  batchBytes: 16 * 1024 * 1024,
  bodyBytes: 1024 * 1024
} as const

// --- errors ---

/**
 * Another entry stands where the batch was expected to begin. Read the stream again and decide anew.
 *
 * @category errors
 * @since 0.1.0
 */
export class PositionTaken extends Data.TaggedError("PositionTaken")<{
  readonly stream: string
  readonly expected: number
  /** Number of entries in the stream. */
  readonly size: number
}> {
  override get message(): string {
    return `${this.stream}: index ${this.expected} is taken, the stream has ${this.size} entries; read it again and decide anew`
  }
}

/**
 * The batch would leave a gap in its stream.
 *
 * @category errors
 * @since 0.1.0
 */
export class PositionAhead extends Data.TaggedError("PositionAhead")<{
  readonly stream: string
  readonly expected: number
  /** Number of entries in the stream. */
  readonly size: number
}> {
  override get message(): string {
    return `${this.stream}: index ${this.expected} lies beyond the end, the stream has ${this.size} entries; ` +
      "the entries before it were never acknowledged, or this is another journal"
  }
}

/**
 * The key names a batch that had other entries.
 *
 * @category errors
 * @since 0.1.0
 */
export class KeyReused extends Data.TaggedError("KeyReused")<{ readonly stream: string; readonly key: string }> {
  override get message(): string {
    return `${this.stream}: the key ${this.key} belongs to a batch with other entries; give every batch a key of its own`
  }
}

/**
 * The batch does not fit into a journal, for all the reasons given.
 *
 * @category errors
 * @since 0.1.0
 */
export class BatchRefused extends Data.TaggedError("BatchRefused")<{ readonly faults: ReadonlyArray<BatchFault> }> {
  override get message(): string {
    return this.faults.map(wordsOf).join("; ")
  }
}

/**
 * The journal cannot be reached or failed. Whether a batch was recorded is not known: send it again with its key.
 *
 * @category errors
 * @since 0.1.0
 */
export class JournalUnavailable extends Data.TaggedError("JournalUnavailable")<{
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `the journal cannot be reached (${this.because}); a batch that was under way may have been recorded: send it again with the same key`
  }
}

/**
 * Why an append fails.
 *
 * @category errors
 * @since 0.1.0
 */
export type AppendError = PositionTaken | PositionAhead | KeyReused | BatchRefused | JournalUnavailable

// --- port ---

/**
 * The journal.
 *
 * **Example** (Record, read, and a place that is taken)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Journal } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const batch = (body: string) => ({ actor, at: 0, entries: [{ kind: "score.recorded", body }] })
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* journal.append("cpns-2026", batch("{\"TWK\":65}"))
 *   const taken = yield* Effect.flip(journal.append("cpns-2026", batch("{\"TWK\":70}")))
 *   const entries = yield* Stream.runCollect(journal.read())
 *   return [taken._tag, ...entries.map(({ body }) => body)]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["PositionTaken", "{\"TWK\":65}"]
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class Journal extends Context.Service<Journal, {
  /** Records a batch; when it answers, the entries are there for good. */
  readonly append: (stream: string, batch: Batch) => Effect.Effect<Appended, AppendError>
  /** Entries recorded so far. */
  readonly read: (query?: Query) => Stream.Stream<Entry, JournalUnavailable>
  /** Entries recorded so far and from now on, each once; it never ends by itself. */
  readonly follow: (query?: Query) => Stream.Stream<Entry, JournalUnavailable>
  /** Number of entries, in a stream or over all: the next position. */
  readonly size: (stream?: string) => Effect.Effect<number, JournalUnavailable>
}>()("@timbang/workflows/Journal") {}

// --- operations ---

/**
 * Checks a batch against what every journal takes: for authors of adapters, before anything is written.
 *
 * **Example** (Nothing to record)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Journal } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const checked = Journal.check("cpns-2026", { actor, entries: [] })
 * Result.isFailure(checked) && checked.failure.faults // => [{ _tag: "Entries", found: 0, limit: 10000 }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (stream: string, batch: Batch): Result.Result<Batch, BatchRefused> => {
  const { actor, at, entries, key } = batch
  const faults: Array<BatchFault> = []
  if (!Text.isName(stream)) faults.push({ _tag: "StreamName" })
  if (key !== undefined && !Text.isName(key)) faults.push({ _tag: "Key" })
  if (!Actor.isActor(actor)) faults.push({ _tag: "Actor" })
  if (at !== undefined && !(Number.isSafeInteger(at) && at >= 0)) faults.push({ _tag: "At" })
  if (entries.length === 0 || entries.length > limits.entries) {
    faults.push({ _tag: "Entries", found: entries.length, limit: limits.entries })
  }
  let total = 0
  for (const [entry, { body, kind }] of entries.entries()) {
    if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(kind)) faults.push({ _tag: "Kind", entry })
    if (!Text.isStorable(body)) faults.push({ _tag: "BodyText", entry })
    const found = Text.utf8Bytes(body)
    if (found > limits.bodyBytes) faults.push({ _tag: "BodyBytes", entry, found, limit: limits.bodyBytes })
    total += found
  }
  if (total > limits.batchBytes) faults.push({ _tag: "Bytes", found: total, limit: limits.batchBytes })
  return faults.length === 0 ? Result.succeed(batch) : Result.fail(new BatchRefused({ faults }))
}

/**
 * Whether two batches hold the same entries, so that one is the other sent again. Who sends it does not matter.
 *
 * **Example** (Another body)
 *
 * ```ts
 * import { Journal } from "@timbang/workflows/ports"
 * Journal.isSameEntries([{ kind: "a", body: "1" }], [{ kind: "a", body: "2" }]) // => false
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const isSameEntries = (one: ReadonlyArray<NewEntry>, other: ReadonlyArray<NewEntry>): boolean =>
  one.length === other.length && one.every(({ body, kind }, at) => other[at]!.kind === kind && other[at]!.body === body)

const wordsOf = (fault: BatchFault): string => {
  switch (fault._tag) {
    case "StreamName":
      return "a stream's name has 1 to 200 characters and no control character"
    case "Key":
      return "a key has 1 to 200 characters and no control character"
    case "Actor":
      return "the actor lacks id, role or unit, or one of them is longer than 200 characters"
    case "At":
      return "an expected index is a whole number from 0"
    case "Entries":
      return `${fault.found} entries, 1 to ${fault.limit} can be recorded together; split the batch`
    case "Bytes":
      return `${fault.found} bytes, at most ${fault.limit} can be recorded together; split the batch`
    case "Kind":
      return `entry ${fault.entry}: a kind has 1 to 64 lower-case letters, digits, dots and hyphens`
    case "BodyBytes":
      return `entry ${fault.entry}: ${fault.found} bytes, at most ${fault.limit} can be recorded; store it as a document and record its digest`
    case "BodyText":
      return `entry ${fault.entry}: the body holds NUL or half a surrogate pair, which no text may hold; encode it`
  }
}

// --- layers ---

/**
 * A journal in memory, for tests and for programs that keep nothing. It starts empty.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory: Layer.Layer<Journal> = Layer.effect(
  Journal,
  Effect.gen(function*() {
    const entries: Array<Entry> = []
    const streams = new Map<string, Array<Entry>>()
    const batches = new Map<string, { readonly first: Entry; readonly count: number }>()
    const grown = yield* PubSub.sliding<void>(1)
    const of = ({ stream }: Query): ReadonlyArray<Entry> => stream === undefined ? entries : streams.get(stream) ?? []

    const record = (stream: string, { actor, at, entries: fresh, key }: Batch, recordedAt: number) => {
      const own = streams.get(stream) ?? []
      const known = key === undefined ? undefined : batches.get(JSON.stringify([stream, key]))
      if (known !== undefined) {
        const { first: { index, position }, count } = known
        return isSameEntries(own.slice(index, index + count), fresh)
          ? Result.succeed({ position, index, count, isRepeat: true })
          : Result.fail(new KeyReused({ stream, key: key! }))
      }
      if (at !== undefined && at !== own.length) {
        const found = { stream, expected: at, size: own.length }
        return Result.fail(at < own.length ? new PositionTaken(found) : new PositionAhead(found))
      }
      const [position, index] = [entries.length, own.length]
      for (const { body, kind } of fresh) {
        const entry: Entry = { position: entries.length, stream, index: own.length, kind, body, actor, recordedAt }
        entries.push(entry)
        own.push(entry)
      }
      streams.set(stream, own)
      if (key !== undefined) batches.set(JSON.stringify([stream, key]), { first: entries[position]!, count: fresh.length })
      return Result.succeed({ position, index, count: fresh.length, isRepeat: false })
    }

    return Journal.of({
      append: Effect.fnUntraced(function*(stream: string, batch: Batch) {
        const fit = yield* Effect.fromResult(check(stream, batch))
        const recordedAt = yield* Clock.currentTimeMillis
        const appended = yield* Effect.fromResult<Appended, AppendError>(record(stream, fit, recordedAt))
        yield* PubSub.publish(grown, undefined)
        return appended
      }),
      read: (query = {}) => Stream.suspend(() => Stream.fromIterable(pageFrom(of(query), query.from ?? 0))),
      follow: (query = {}) =>
        Follow.pages({
          from: query.from ?? 0,
          page: (from) => Effect.sync(() => pageFrom(of(query), from)),
          next: ({ position }) => position + 1,
          listen: Effect.map(PubSub.subscribe(grown), (subscription) => PubSub.take(subscription))
        }),
      size: (stream) => Effect.sync(() => of(stream === undefined ? {} : { stream }).length)
    })
  })
)

/** Entries from a position on; the list is ordered by position. */
const pageFrom = (entries: ReadonlyArray<Entry>, from: number): ReadonlyArray<Entry> => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = low + high >> 1
    if (entries[middle]!.position < from) low = middle + 1
    else high = middle
  }
  return entries.slice(low)
}
