/**
 * What can be read, as a fold of the journal: a board, a count, a list. It starts from its last snapshot.
 *
 * @since 0.1.0
 */
import { Effect, Option, Result, Stream } from "effect"
import { Journal, Snapshots } from "../ports/index.ts"

// --- models ---

/**
 * A read model, as pure functions.
 *
 * @category models
 * @since 0.1.0
 */
export interface ReadModel<S> {
  /** 1 to 200 characters. */
  readonly name: string
  /** From 1; another number wherever `fold`, `encode` or the form of the state changes, so that older snapshots are left aside. */
  readonly version: number
  /** Only this stream of the journal. Default: all. */
  readonly stream?: string
  /** Before the first entry. */
  readonly initial: S
  /** The state after some entries, in order; how they are parted into calls must not matter. */
  readonly fold: (state: S, entries: ReadonlyArray<Journal.Entry>) => S
  readonly encode: (state: S) => string
  /** The state back from its text; a failure only costs a fold from the beginning. */
  readonly decode: (text: string) => Result.Result<S, unknown>
}

/**
 * A read model at a place of the journal.
 *
 * @category models
 * @since 0.1.0
 */
export interface At<S> {
  readonly state: S
  /** Position of the first entry that is not in it. */
  readonly position: number
}

/**
 * When to keep a snapshot.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Entries between two snapshots. From 1. Default: 10,000. */
  readonly every?: number
}

type Unavailable = Journal.JournalUnavailable | Snapshots.SnapshotsUnavailable

// --- operations ---

/**
 * The model as the journal stands now: from its last snapshot and what came after it. Keeps a snapshot when enough came.
 *
 * **Details**
 *
 * A snapshot that was made from another journal (restored from an older copy, or written anew) is told by the entry before its
 * place, and left aside; so is one that cannot be decoded.
 *
 * **Example** (How many scores were recorded)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { ReadModel } from "@timbang/workflows"
 * import { Journal, Snapshots } from "@timbang/workflows/ports"
 * const scores: ReadModel.ReadModel<number> = {
 *   name: "scores",
 *   version: 1,
 *   initial: 0,
 *   fold: (count, entries) => count + entries.filter(({ kind }) => kind === "score.recorded").length,
 *   encode: String,
 *   decode: (text) => Result.succeed(Number(text))
 * }
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* journal.append("cpns-2026", { actor, entries: [{ kind: "score.recorded", body: "{}" }, { kind: "note", body: "{}" }] })
 *   return yield* ReadModel.current(scores)
 * })
 * const layer = Layer.merge(Journal.layerMemory, Snapshots.layerMemory)
 * await Effect.runPromise(Effect.provide(program, layer)) // => { state: 1, position: 2 }
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const current = <S>(
  model: ReadModel<S>,
  options: Options = {}
): Effect.Effect<At<S>, Unavailable, Journal.Journal | Snapshots.Snapshots> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const started = yield* start(model)
    return yield* Stream.runFoldEffect(
      pages(journal.read(queryOf(model, started.position))),
      () => started,
      step(model, options)
    ).pipe(Effect.map(({ position, state }) => ({ state, position })))
  })

/**
 * The model as it stands, and again after each page of new entries; it never ends by itself. What arrives together is folded
 * together, so that a slow reader sees fewer states and never an old one for long.
 *
 * **Example** (A board that waits for its first score)
 *
 * ```ts
 * import { Effect, Fiber, Layer, Result, Stream } from "effect"
 * import { ReadModel } from "@timbang/workflows"
 * import { Journal, Snapshots } from "@timbang/workflows/ports"
 * const last: ReadModel.ReadModel<string> = {
 *   name: "last", version: 1, initial: "none yet",
 *   fold: (state, entries) => entries.at(-1)?.body ?? state,
 *   encode: (state) => state, decode: Result.succeed
 * }
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   const seen = yield* Effect.forkChild(Stream.runCollect(Stream.take(ReadModel.follow(last), 2)), { startImmediately: true })
 *   yield* journal.append("board", { actor, entries: [{ kind: "score.recorded", body: "65" }] })
 *   return (yield* Fiber.join(seen)).map(({ state }) => state)
 * })
 * const layer = Layer.merge(Journal.layerMemory, Snapshots.layerMemory)
 * await Effect.runPromise(Effect.provide(program, layer)) // => ["none yet", "65"]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const follow = <S>(
  model: ReadModel<S>,
  options: Options = {}
): Stream.Stream<At<S>, Unavailable, Journal.Journal | Snapshots.Snapshots> =>
  Stream.unwrap(Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const started = yield* start(model)
    let now = started
    return Stream.concat(
      Stream.succeed(started),
      Stream.mapEffect(pages(journal.follow(queryOf(model, started.position))), (entries) =>
        Effect.map(step(model, options)(now, entries), (next) => (now = next)))
    ).pipe(Stream.map(({ position, state }) => ({ state, position })))
  }))

/**
 * Folds the whole journal anew and tells whether the last snapshot, brought up to the same place, comes to the same: for an
 * operator who does not trust it. The new one is kept.
 *
 * **Example** (Nothing was kept, so there is nothing to differ)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { ReadModel } from "@timbang/workflows"
 * import { Journal, Snapshots } from "@timbang/workflows/ports"
 * const size: ReadModel.ReadModel<number> = {
 *   name: "size", version: 1, initial: 0,
 *   fold: (count, entries) => count + entries.length, encode: String, decode: (text) => Result.succeed(Number(text))
 * }
 * const layer = Layer.merge(Journal.layerMemory, Snapshots.layerMemory)
 * await Effect.runPromise(Effect.provide(ReadModel.rebuild(size), layer)) // => { state: 0, position: 0, wasRight: true }
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const rebuild = <S>(
  model: ReadModel<S>
): Effect.Effect<At<S> & { readonly wasRight: boolean }, Unavailable, Journal.Journal | Snapshots.Snapshots> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const snapshots = yield* Snapshots.Snapshots
    const kept = yield* start(model)
    const end = yield* journal.size()
    const upTo = (from: Folded<S>) =>
      Stream.runFold(
        pages(Stream.takeWhile(journal.read(queryOf(model, from.position)), ({ position }) => position < end)),
        () => from,
        (now, entries) => folded(model, now, entries)
      )
    const anew = yield* upTo(beginning(model))
    const { state } = yield* upTo(kept)
    if (anew.position > 0) yield* snapshots.keep(snapshotOf(model, anew))
    return { state: anew.state, position: anew.position, wasRight: model.encode(state) === model.encode(anew.state) }
  })

// --- folding ---

interface Folded<S> extends At<S> {
  readonly mark: string
  /** Where the last snapshot was kept. */
  readonly keptAt: number
}

const beginning = <S>({ initial }: ReadModel<S>): Folded<S> => ({ state: initial, position: 0, mark: "", keptAt: 0 })

const start = <S>(model: ReadModel<S>): Effect.Effect<Folded<S>, Unavailable, Journal.Journal | Snapshots.Snapshots> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const snapshots = yield* Snapshots.Snapshots
    const last = Option.getOrUndefined(yield* snapshots.last(model.name, model.version))
    if (last === undefined) return beginning(model)
    const before = yield* Stream.runHead(journal.read(queryOf(model, last.position - 1)))
    const state = model.decode(last.state)
    return Result.isSuccess(state) && Option.isSome(before) && markOf(before.value) === last.mark
      ? { state: state.success, position: last.position, mark: last.mark, keptAt: last.position }
      : beginning(model)
  })

const queryOf = <S>({ stream }: ReadModel<S>, from: number): Journal.Query => stream === undefined ? { from } : { from, stream }

const pages = <E, R>(entries: Stream.Stream<Journal.Entry, E, R>): Stream.Stream<ReadonlyArray<Journal.Entry>, E, R> => Stream.chunks(entries)

const folded = <S>(model: ReadModel<S>, now: Folded<S>, entries: ReadonlyArray<Journal.Entry>): Folded<S> => {
  const last = entries.at(-1)!
  return { state: model.fold(now.state, entries), position: last.position + 1, mark: markOf(last), keptAt: now.keptAt }
}

const step = <S>(model: ReadModel<S>, { every = 10_000 }: Options) => (now: Folded<S>, entries: ReadonlyArray<Journal.Entry>) =>
  Effect.gen(function*() {
    const next = folded(model, now, entries)
    if (next.position - next.keptAt < every) return next
    yield* (yield* Snapshots.Snapshots).keep(snapshotOf(model, next))
    return { ...next, keptAt: next.position }
  })

const snapshotOf = <S>({ encode, name, version }: ReadModel<S>, { mark, position, state }: Folded<S>): Snapshots.Snapshot =>
  ({ model: name, version, position, mark, state: encode(state) })

/** An entry of another journal that stands at the same place was recorded at another moment, or says something else. */
const markOf = ({ index, kind, position, recordedAt, stream }: Journal.Entry): string => JSON.stringify([position, stream, index, kind, recordedAt])
