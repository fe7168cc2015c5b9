/**
 * Publishes entries and their documents into the public log: tiles and documents by a store of public files, the checkpoint by a signer.
 *
 * Files with immutable names are put before the checkpoint that counts them. Broken off in between, the log is as it was, and
 * the same step published again ends it.
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
 * @category errors
 * @since 0.1.0
 */
export class LogRefused extends Data.TaggedError("LogRefused")<{
  readonly problem: "signature" | "file-missing" | "file-broken" | "root"
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
 * Why a step was not published. After `HeadMoved` somebody else published: make the step anew on what is there now.
 *
 * @category errors
 * @since 0.1.0
 */
export type PublishError =
  | OrderBroken
  | LogRefused
  | EntryRefused
  | Signer.SigningFailed
  | TileStore.HeadMoved
  | TileStore.PathTaken
  | TileStore.PathRefused
  | TileStore.TileStoreUnavailable

interface Grown {
  /** The checkpoint as it stands; `undefined` for a new log. */
  readonly head: Uint8Array | undefined
  readonly log: Log.Log
  readonly chronicle: Chronicle.Chronicle
  readonly entries: Array<Entry.Entry>
}

const head = "checkpoint"

// --- operations ---

/**
 * Appends a step, signs, and answers the checkpoint.
 *
 * **Example** (A document in a new log)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Edition } from "@timbang/core/publication"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const letter = new TextEncoder().encode("Pengumuman 1/2026")
 * const step = { entries: [Edition.documentEntry(Primitives.portable, "pengumuman", letter)], documents: [letter] }
 * const { index, size } = await Effect.runPromise(Effect.provide(PublicLog.publish(Primitives.portable, step), ports))
 * [index, size] // => [0, 1]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publish: (
  primitives: Primitives.Primitives,
  step: Edition.Step
) => Effect.Effect<Published, PublishError, TileStore.TileStore | Signer.Signer> = Effect.fn("PublicLog.publish")(function*(primitives, { documents, entries: fresh }) {
  const tiles = yield* TileStore.TileStore
  const signer = yield* Signer.Signer
  const { chronicle, entries, head: from, log } = yield* grown(primitives)
  const index = entries.length
  for (const entry of fresh) {
    const breaches = Chronicle.next(chronicle, entry)
    if (breaches.length > 0) return yield* new OrderBroken({ index: entries.length, breaches })
    const logged = Result.flatMap(
      Result.mapError(Entry.encode(primitives, entry), (cause): EntryRefused["cause"] => cause),
      (bytes) => Log.append(primitives, log, bytes)
    )
    if (Result.isFailure(logged)) return yield* new EntryRefused({ index: entries.length, cause: logged.failure })
    entries.push(entry)
  }
  const text = Checkpoint.write(Log.checkpoint(primitives, log))
  const note = SignedNote.write({ text, signatures: [yield* signer.sign(text)] })
  const own = new Map(documents.map((bytes) => [Edition.documentEntry(primitives, "", bytes).digest, bytes]))
  for (const [digest, bytes] of own) yield* tiles.put(Entry.documentPath(digest), bytes)
  for (const { bytes, path } of Log.takeFiles(log)) yield* tiles.put(path, bytes)
  for (const { bytes, path } of yield* formationFiles(primitives, { entries, nodes: log.tree }, index, own, note)) yield* tiles.put(path, bytes)
  const written = new TextEncoder().encode(note)
  yield* tiles.put(LogFiles.checkpointPath(log.tree.size), written)
  yield* tiles.move(head, from, written)
  return { index, size: log.tree.size, checkpoint: note }
})

/**
 * The entries of the log in the store, which is checked against its key and its own files; none of a new log.
 *
 * **Example** (A new log)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * await Effect.runPromise(Effect.provide(PublicLog.entries(Primitives.portable), ports)) // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const entries = (primitives: Primitives.Primitives): Effect.Effect<ReadonlyArray<Entry.Entry>, LogRefused | TileStore.TileStoreUnavailable | TileStore.PathRefused, TileStore.TileStore | Signer.Signer> =>
  Effect.map(grown(primitives), (log) => log.entries)

/** The log in the store, checked against its key and its own files. */
const grown = (primitives: Primitives.Primitives) =>
  Effect.gen(function*() {
    const tiles = yield* TileStore.TileStore
    const { verifier } = yield* Signer.Signer
    const grown: Grown = { head: Option.getOrUndefined(yield* tiles.get(head)), log: Log.make(verifier.name), chronicle: Chronicle.start(), entries: [] }
    if (grown.head === undefined) return grown
    const signed = SignedCheckpoint.verify(primitives, WitnessPolicy.ofKey(verifier), new TextDecoder().decode(grown.head))
    if (Result.isFailure(signed)) return yield* new LogRefused({ problem: "signature", path: head })
    const { root, size } = signed.success.checkpoint
    for (let at = 0; at < size; at += Tile.width) {
      const path = Tile.path("entries", at / Tile.width, Math.min(Tile.width, size - at))
      const bundle = yield* tiles.get(path)
      if (Option.isNone(bundle)) return yield* new LogRefused({ problem: "file-missing", path })
      const broken = new LogRefused({ problem: "file-broken", path })
      for (const bytes of yield* Effect.mapError(Effect.fromResult(Tile.entries(bundle.value)), () => broken)) {
        const entry = yield* Effect.mapError(Effect.fromResult(Entry.decode(primitives, bytes)), () => broken)
        Chronicle.next(grown.chronicle, entry)
        yield* Effect.mapError(Effect.fromResult(Log.append(primitives, grown.log, bytes)), () => broken)
        grown.entries.push(entry)
      }
    }
    const own = Result.getOrThrow(MerkleTree.root(primitives, grown.log.tree))
    if (!TileStore.isSame(own, root)) return yield* new LogRefused({ problem: "root", path: head })
    Log.takeFiles(grown.log)
    return grown
  })

/** The files from which anybody recounts the formations that this step states. */
const formationFiles = (
  primitives: Primitives.Primitives,
  log: { readonly entries: ReadonlyArray<Entry.Entry>; readonly nodes: MerkleTree.Nodes },
  from: number,
  own: ReadonlyMap<Entry.Digest, Uint8Array>,
  note: string
) =>
  Effect.gen(function*() {
    const tiles = yield* TileStore.TileStore
    const stated = log.entries.flatMap((entry, index) => index >= from && FormationStatement.isStated(entry) ? [{ index, digest: entry.digest }] : [])
    if (stated.length === 0) return []
    const documents = new Map(own)
    for (const digest of new Set(log.entries.flatMap(Entry.digestsOf))) {
      const known = documents.has(digest) ? Option.none<Uint8Array>() : yield* tiles.get(Entry.documentPath(digest))
      if (Option.isSome(known)) documents.set(digest, known.value)
    }
    return stated.flatMap(({ digest, index }) => {
      const bytes = FormationFile.make(primitives, { ...log, document: (name) => documents.get(name) }, index, note)
      return bytes === undefined ? [] : [{ path: FormationFile.path(digest), bytes }]
    })
  })
