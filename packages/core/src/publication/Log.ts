/**
 * A log that grows: entries become leaves, and each publication gives the files that are new since the last.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type * as Checkpoint from "./Checkpoint.ts"
import * as MerkleTree from "./MerkleTree.ts"
import type { Hash } from "./Primitives.ts"
import * as Tile from "./Tile.ts"

// --- models ---

/**
 * A log in memory. It grows in place by {@link append}; it holds the entries that no full bundle holds yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface Log {
  readonly origin: string
  readonly tree: MerkleTree.MerkleTree
  /** Entries from the last full bundle of the last publication on. */
  pending: Array<Uint8Array>
  /** Size at the last publication. */
  publishedSize: number
}

// --- errors ---

/**
 * The entry is longer than a bundle can hold.
 *
 * @category errors
 * @since 0.1.0
 */
export class EntryTooLong extends Data.TaggedError("EntryTooLong")<{ readonly bytes: number }> {
  override get message(): string {
    return `an entry of ${this.bytes} bytes, at most ${Tile.maxEntryBytes} can be logged; publish the content as a document and log its hash`
  }
}

// --- constructors ---

/**
 * An empty log.
 *
 * **Example** (Before the first entry)
 *
 * ```ts
 * import { Log } from "@timbang/core/publication"
 * Log.make("kota.example/cpns").tree.size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (origin: string, expectedSize?: number): Log => ({
  origin,
  tree: MerkleTree.make(expectedSize),
  pending: [],
  publishedSize: 0
})

// --- operations ---

/**
 * Appends one entry and answers its index.
 *
 * **Example** (The first entry)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Log } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Log.append(Primitives.portable, Log.make("kota.example/cpns"), new Uint8Array([1])) // => Result.succeed(0)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const append = (hash: Hash, log: Log, entry: Uint8Array): Result.Result<number, EntryTooLong> => {
  if (entry.length > Tile.maxEntryBytes) return Result.fail(new EntryTooLong({ bytes: entry.length }))
  log.pending.push(entry)
  return Result.succeed(MerkleTree.append(hash, log.tree, entry))
}

/**
 * The checkpoint of the log as it stands: what its key has to sign.
 *
 * **Example** (One entry)
 *
 * ```ts
 * import { Log } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const log = Log.make("kota.example/cpns")
 * Log.append(Primitives.portable, log, new Uint8Array([1]))
 * Log.checkpoint(Primitives.portable, log).size // => 1
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const checkpoint = (hash: Hash, { origin, tree }: Log): Checkpoint.Checkpoint => ({
  origin,
  size: tree.size,
  root: Result.getOrThrow(MerkleTree.root(hash, tree)),
  extensions: []
})

/**
 * The files that are new since the last call, to be written before the checkpoint that counts them.
 *
 * **Example** (A second publication repeats no full tile)
 *
 * ```ts
 * import { Log } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const log = Log.make("kota.example/cpns")
 * for (let i = 0; i < 256; i++) Log.append(Primitives.portable, log, new Uint8Array([i]))
 * Log.takeFiles(log).map(({ path }) => path) // => ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]
 * Log.append(Primitives.portable, log, new Uint8Array([0]))
 * Log.takeFiles(log).map(({ path }) => path) // => ["tile/0/001.p/1", "tile/entries/001.p/1"]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const takeFiles = (log: Log): ReadonlyArray<Tile.TileFile> => {
  const { pending, publishedSize, tree } = log
  if (tree.size === publishedSize) return []
  const files = [...Tile.hashTiles(tree, publishedSize, tree.size)]
  const first = Math.floor(publishedSize / Tile.width)
  for (let at = 0; at < pending.length; at += Tile.width) {
    const part = pending.slice(at, at + Tile.width)
    files.push({ path: Tile.path("entries", first + at / Tile.width, part.length), bytes: Tile.bundle(part) })
  }
  log.pending = pending.slice(Math.floor(pending.length / Tile.width) * Tile.width)
  log.publishedSize = tree.size
  return files
}
