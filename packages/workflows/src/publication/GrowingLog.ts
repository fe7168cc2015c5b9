/**
 * The log in the store while entries are appended to it: read whole and checked, grown in memory, and committed under a new checkpoint.
 *
 * Files with immutable names are put before the checkpoint that counts them. Broken off in between, the log is as it was, and
 * the same entries committed again end it.
 *
 * @since 0.1.0
 */
import {
  Checkpoint,
  Chronicle,
  Edition,
  Entry,
  FormationFile,
  FormationStatement,
  Log,
  LogFiles,
  MerkleTree,
  type Primitives,
  SignedCheckpoint,
  SignedNote,
  Tile,
  WitnessPolicy
} from "@timbang/core/publication"
import { Data, Effect, Option, Result } from "effect"
import * as Signer from "../ports/Signer.ts"
import * as TileStore from "../ports/TileStore.ts"

// --- models ---

/** A log and what was appended since it was read. */
export interface GrowingLog {
  readonly primitives: Primitives.Primitives
  /** The checkpoint as it was read; `undefined` for a new log. */
  readonly head: Uint8Array | undefined
  /** Entries when it was read. */
  readonly from: number
  readonly log: Log.Log
  readonly chronicle: Chronicle.Chronicle
  readonly entries: Array<Entry.Entry>
  /** Files appended since, by their digest. */
  readonly documents: Map<Entry.Digest, Uint8Array>
}

/**
 * A log after a step.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  /** Index of the first entry of the step. */
  readonly index: number
  /** Entries of the log. */
  readonly size: number
  /** The signed checkpoint. */
  readonly checkpoint: string
}

// --- errors ---

/**
 * The order of publication stands against an entry, for all the reasons given; nothing of the step was published.
 *
 * @category errors
 * @since 0.1.0
 */
export class OrderBroken extends Data.TaggedError("OrderBroken")<{
  /** Index that the entry would have had. */
  readonly index: number
  readonly breaches: ReadonlyArray<Chronicle.Breach>
}> {
  override get message(): string {
    return `entry ${this.index}: ${this.breaches.map(({ _tag }) => _tag).join(", ")}; publish in the order of the law: rules, registrations, scores, results`
  }
}

/**
 * The log in the store is not one that this key signed, or its files are not whole; nothing is built on it.
 *
 * - `checkpoint`: the newest checkpoint is no signed note.
 * - `signature`: it is signed by another key, or the signature does not hold.
 * - `file-missing`, `file-broken`: a file that it counts is not there, or is not what it should be.
 * - `root`: the entries are not those that were signed.
 *
 * @category errors
 * @since 0.1.0
 */
export class LogRefused extends Data.TaggedError("LogRefused")<{
  readonly problem: "checkpoint" | "signature" | "file-missing" | "file-broken" | "root"
  /** The file it is about. */
  readonly path: string
}> {
  override get message(): string {
    return `${this.path}: ${this.problem}; restore the log from a copy, or name the key that it was signed with`
  }
}

/**
 * An entry cannot be written; nothing of the step was published.
 *
 * @category errors
 * @since 0.1.0
 */
export class EntryRefused extends Data.TaggedError("EntryRefused")<{
  readonly index: number
  readonly cause: Result.Result.Failure<ReturnType<typeof Entry.encode>> | Log.EntryTooLong
}> {
  override get message(): string {
    return `entry ${this.index}: ${this.cause.message}`
  }
}

/**
 * Why the log in the store cannot be read.
 *
 * @category errors
 * @since 0.1.0
 */
export type ReadError = LogRefused | TileStore.TileStoreUnavailable | TileStore.PathRefused

/**
 * Why a step was not published. After `HeadMoved` somebody else published: make the step anew on what is there now.
 *
 * @category errors
 * @since 0.1.0
 */
export type PublishError =
  | ReadError
  | OrderBroken
  | EntryRefused
  | Signer.SigningFailed
  | TileStore.HeadMoved
  | TileStore.PathTaken

const head = "checkpoint"

// --- operations ---

/** The log in the store, checked against its key and its own files, so that nothing is built on a broken one. */
export const read = (primitives: Primitives.Primitives): Effect.Effect<GrowingLog, ReadError, TileStore.TileStore | Signer.Signer> =>
  Effect.gen(function*() {
    const tiles = yield* TileStore.TileStore
    const { verifier } = yield* Signer.Signer
    const found = Option.getOrUndefined(yield* tiles.get(head))
    const note = new TextDecoder().decode(found)
    if (found !== undefined && Result.isFailure(SignedCheckpoint.read(note))) return yield* new LogRefused({ problem: "checkpoint", path: head })
    const signed = found === undefined ? undefined : SignedCheckpoint.verify(primitives, WitnessPolicy.ofKey(verifier), note)
    if (signed !== undefined && Result.isFailure(signed)) return yield* new LogRefused({ problem: "signature", path: head })
    const { root, size } = signed?.success.checkpoint ?? { root: undefined, size: 0 }
    const log = Log.make(verifier.name)
    const growing: GrowingLog = { primitives, head: found, from: size, log, chronicle: Chronicle.start(), entries: [], documents: new Map() }
    for (let at = 0; at < size; at += Tile.width) {
      const path = Tile.path("entries", at / Tile.width, Math.min(Tile.width, size - at))
      const bundle = yield* tiles.get(path)
      if (Option.isNone(bundle)) return yield* new LogRefused({ problem: "file-missing", path })
      const broken = new LogRefused({ problem: "file-broken", path })
      for (const bytes of yield* Effect.mapError(Effect.fromResult(Tile.entries(bundle.value)), () => broken)) {
        const entry = yield* Effect.mapError(Effect.fromResult(Entry.decode(primitives, bytes)), () => broken)
        Chronicle.next(growing.chronicle, entry)
        yield* Effect.mapError(Effect.fromResult(Log.append(primitives, log, bytes)), () => broken)
        growing.entries.push(entry)
      }
    }
    const own = root === undefined ? undefined : Result.getOrThrow(MerkleTree.root(primitives, log.tree))
    if (own !== undefined && !TileStore.isSame(own, root)) return yield* new LogRefused({ problem: "root", path: head })
    Log.takeFiles(log)
    return growing
  })

/** Appends the entries of a step, as far as the order of publication does not stand against one. */
export const append = (
  { chronicle, documents, entries, log, primitives }: GrowingLog,
  step: Edition.Step,
  onEntry: (done: number) => void = () => {}
): Result.Result<void, OrderBroken | EntryRefused> => {
  for (const [done, entry] of step.entries.entries()) {
    onEntry(done)
    const breaches = Chronicle.next(chronicle, entry)
    if (breaches.length > 0) return Result.fail(new OrderBroken({ index: entries.length, breaches }))
    const logged = Result.flatMap(
      Result.mapError(Entry.encode(primitives, entry), (cause): EntryRefused["cause"] => cause),
      (bytes) => Log.append(primitives, log, bytes)
    )
    if (Result.isFailure(logged)) return Result.fail(new EntryRefused({ index: entries.length, cause: logged.failure }))
    entries.push(entry)
  }
  for (const bytes of step.documents) documents.set(digestOf(primitives, bytes), bytes)
  return Result.void
}

/** Signs, puts every file that is new, and moves the checkpoint, the last of all. */
export const commit = (growing: GrowingLog): Effect.Effect<Published, PublishError, TileStore.TileStore | Signer.Signer> =>
  Effect.gen(function*() {
    const tiles = yield* TileStore.TileStore
    const { documents, from, head: found, log } = growing
    const { size } = log.tree
    const note = yield* signed(growing)
    const files = [
      ...[...documents].map(([digest, bytes]) => ({ path: Entry.documentPath(digest), bytes })),
      ...Log.takeFiles(log),
      ...yield* formationFiles(growing, note)
    ]
    const written = new TextEncoder().encode(note)
    yield* Effect.forEach(files, ({ bytes, path }) => tiles.put(path, bytes), { concurrency: 8, discard: true }).pipe(
      Effect.andThen(tiles.put(LogFiles.checkpointPath(size), written)),
      // A file of somebody who publishes at the same time looks like one that a broken run left.
      Effect.catchTag("PathTaken", (taken) =>
        Effect.flatMap(tiles.get(head), (now) => Effect.fail(TileStore.isSame(Option.getOrUndefined(now), found) ? taken : new TileStore.HeadMoved({ path: head }))))
    )
    yield* tiles.move(head, found, written)
    return { index: from, size, checkpoint: note }
  })

/** The files that entries name, those in the store too, by their digest. */
export const documentsOf = (
  { documents, entries }: GrowingLog
): Effect.Effect<ReadonlyMap<Entry.Digest, Uint8Array>, ReadError, TileStore.TileStore> =>
  Effect.gen(function*() {
    const tiles = yield* TileStore.TileStore
    const all = new Map(documents)
    for (const digest of new Set(entries.flatMap(Entry.digestsOf))) {
      const known = all.has(digest) ? Option.none<Uint8Array>() : yield* tiles.get(Entry.documentPath(digest))
      if (Option.isSome(known)) all.set(digest, known.value)
    }
    return all
  })

export const digestOf = (primitives: Primitives.Primitives, bytes: Uint8Array): Entry.Digest => Edition.documentEntry(primitives, "", bytes).digest

/** The signed checkpoint; where a run that broke off has signed the same one, that one, since not every key signs twice alike. */
const signed = ({ log, primitives }: GrowingLog) =>
  Effect.gen(function*() {
    const signer = yield* Signer.Signer
    const tiles = yield* TileStore.TileStore
    const text = Checkpoint.write(Log.checkpoint(primitives, log))
    const left = new TextDecoder().decode(Option.getOrUndefined(yield* tiles.get(LogFiles.checkpointPath(log.tree.size))))
    const isOwn = left.startsWith(text) && Result.isSuccess(SignedCheckpoint.verify(primitives, WitnessPolicy.ofKey(signer.verifier), left))
    return isOwn ? left : SignedNote.write({ text, signatures: [yield* signer.sign(text)] })
  })

/** The files from which anybody recounts the formations that were stated since the log was read. */
const formationFiles = (growing: GrowingLog, note: string) =>
  Effect.gen(function*() {
    const { entries, from, log, primitives } = growing
    const stated = entries.flatMap((entry, index) => index >= from && FormationStatement.isStated(entry) ? [{ index, digest: entry.digest }] : [])
    if (stated.length === 0) return []
    const documents = yield* documentsOf(growing)
    const found = { entries, nodes: log.tree, document: (digest: Entry.Digest) => documents.get(digest) }
    return stated.flatMap(({ digest, index }) => {
      const bytes = FormationFile.make(primitives, found, index, note)
      return bytes === undefined ? [] : [{ path: FormationFile.path(digest), bytes }]
    })
  })
