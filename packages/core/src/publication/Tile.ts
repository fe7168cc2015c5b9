/**
 * The log as plain files: tiles of 256 hashes and bundles of 256 entries, for any web server or memory stick.
 *
 * Format: C2SP tlog-tiles. A full tile never changes; a partial one has its width in its name, so that no name ever has
 * two contents.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as MerkleTree from "./MerkleTree.ts"
import type { Hash } from "./Primitives.ts"

// --- models ---

/**
 * A file of the log.
 *
 * @category models
 * @since 0.1.0
 */
export interface TileFile {
  /** Path below the log's folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Hashes or entries in a full tile.
 *
 * @category models
 * @since 0.1.0
 */
export const width = 256

/**
 * The longest entry. Unit: bytes.
 *
 * @category models
 * @since 0.1.0
 */
export const maxEntryBytes = 65_535

// --- errors ---

/**
 * The bytes are not a bundle of entries.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotABundle extends Data.TaggedError("NotABundle")<{ readonly atByte: number }> {
  override get message(): string {
    return `the bundle of entries breaks off at byte ${this.atByte}; fetch the file again`
  }
}

// --- operations ---

/**
 * The path of a tile. `level` counts tiles, of eight tree levels each; `count` is the number of hashes in a partial
 * tile, 1 to 255, or 256.
 *
 * **Example** (Thousands stand in folders of their own)
 *
 * ```ts
 * import { Tile } from "@timbang/core/publication"
 * Tile.path(0, 5, 256) // => "tile/0/005"
 * Tile.path(0, 1234067, 256) // => "tile/0/x001/x234/067"
 * Tile.path(1, 0, 17) // => "tile/1/000.p/17"
 * Tile.path("entries", 0, 256) // => "tile/entries/000"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const path = (level: number | "entries", index: number, count: number): string => {
  const groups: Array<string> = []
  for (let rest = index; rest > 0 || groups.length === 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`${groups.length === 0 ? "" : "x"}${String(rest % 1000).padStart(3, "0")}`)
  }
  return `tile/${level}/${groups.join("/")}${count === width ? "" : `.p/${count}`}`
}

/**
 * The hash tiles that a log needs when it grows from one size to another: each new full tile, and the partial ones.
 *
 * **Example** (Three entries fit one partial tile)
 *
 * ```ts
 * import { MerkleTree, Tile } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * for (const byte of [1, 2, 3]) MerkleTree.append(Primitives.portable, tree, new Uint8Array([byte]))
 * Tile.hashTiles(tree, 0, 3).map(({ path }) => path) // => ["tile/0/000.p/3"]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const hashTiles = (tree: MerkleTree.MerkleTree, fromSize: number, toSize: number): ReadonlyArray<TileFile> => {
  const files: Array<TileFile> = []
  for (let level = 0; 2 ** (8 * level) <= toSize; level++) {
    const [before, after] = [Math.floor(fromSize / 2 ** (8 * level)), Math.floor(toSize / 2 ** (8 * level))]
    if (before === after) continue
    for (let tile = Math.floor(before / width); tile * width < after; tile++) {
      const count = Math.min(width, after - tile * width)
      const start = tile * width * MerkleTree.hashBytes
      files.push({
        path: path(level, tile, count),
        bytes: tree.levels[8 * level]!.slice(start, start + count * MerkleTree.hashBytes)
      })
    }
  }
  return files
}

/**
 * Entries in one file: for each its length in two bytes, the higher first, and its bytes.
 *
 * **Example** (Two entries)
 *
 * ```ts
 * import { Tile } from "@timbang/core/publication"
 * Tile.bundle([new Uint8Array([7]), new Uint8Array([])]) // => new Uint8Array([0, 1, 7, 0, 0])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const bundle = (entries: ReadonlyArray<Uint8Array>): Uint8Array => {
  let length = 2 * entries.length
  for (const entry of entries) length += entry.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const entry of entries) {
    bytes[at] = entry.length >> 8
    bytes[at + 1] = entry.length & 255
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/**
 * The entries of a bundle.
 *
 * **Example** (There and back, and broken off)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Tile } from "@timbang/core/publication"
 * Result.map(Tile.entries(new Uint8Array([0, 1, 7, 0, 0])), (entries) => entries.length) // => Result.succeed(2)
 * Result.isFailure(Tile.entries(new Uint8Array([0, 2, 7]))) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const entries = (bytes: Uint8Array): Result.Result<ReadonlyArray<Uint8Array>, NotABundle> => {
  const found: Array<Uint8Array> = []
  let at = 0
  while (at < bytes.length) {
    const end = at + 2 + (bytes[at]! << 8 | bytes[at + 1]!)
    if (at + 2 > bytes.length || end > bytes.length) return Result.fail(new NotABundle({ atByte: at }))
    found.push(bytes.subarray(at + 2, end))
    at = end
  }
  return Result.succeed(found)
}

/**
 * The nodes of a log of that size, read from its tiles.
 *
 * **Details**
 *
 * `read` answers the bytes of a path, or nothing; full and partial tiles are both asked for. Nodes between tile levels are
 * computed from the hashes below them, once for the tile that was read last on each level.
 *
 * **Example** (A proof from files alone)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleProof, MerkleTree, Tile } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * for (const byte of [1, 2, 3]) MerkleTree.append(Primitives.portable, tree, new Uint8Array([byte]))
 * const files = new Map(Tile.hashTiles(tree, 0, 3).map((file) => [file.path, file.bytes]))
 * const nodes = Tile.nodes(Primitives.portable, (path) => files.get(path), 3)
 * Result.map(MerkleProof.inclusion(Primitives.portable, nodes, 2), (path) => path.length) // => Result.succeed(1)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const nodes = (hash: Hash, read: (path: string) => Uint8Array | undefined, size: number): MerkleTree.Nodes => {
  const last = new Map<number, { readonly tile: number; readonly tree: MerkleTree.MerkleTree }>()
  const treeOf = (level: number, tile: number): MerkleTree.MerkleTree | undefined => {
    const known = last.get(level)
    if (known?.tile === tile) return known.tree
    const count = Math.min(width, Math.floor(size / 2 ** (8 * level)) - tile * width)
    const bytes = count > 0 ? read(path(level, tile, count)) : undefined
    if (bytes === undefined || bytes.length !== count * MerkleTree.hashBytes) return undefined
    const tree = MerkleTree.make(count)
    for (let at = 0; at < bytes.length; at += MerkleTree.hashBytes) {
      MerkleTree.appendHash(hash, tree, bytes.subarray(at, at + MerkleTree.hashBytes))
    }
    last.set(level, { tile, tree })
    return tree
  }
  return {
    size,
    at(level, index) {
      const tileLevel = Math.floor(level / 8)
      const within = level - 8 * tileLevel
      const inTile = width / 2 ** within
      const tile = Math.floor(index / inTile)
      return treeOf(tileLevel, tile)?.at(within, index - tile * inTile)
    }
  }
}
