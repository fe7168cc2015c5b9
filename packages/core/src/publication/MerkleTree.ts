/**
 * The append-only tree of RFC 9162, grown one leaf at a time.
 *
 * Every complete subtree is kept, level by level, in one column of bytes; nothing is ever rewritten.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type { Hash } from "./Primitives.ts"

// --- models ---

/**
 * Whatever can tell the hashes of complete subtrees: a tree in memory, tiles on a disk.
 *
 * @category models
 * @since 0.1.0
 */
export interface Nodes {
  /** Number of leaves. Range: 0 to 2^53 - 1. */
  readonly size: number
  /** The hash of the complete subtree over leaves `index * 2^level` up to `(index + 1) * 2^level`, or nothing when it is not at hand. */
  readonly at: (level: number, index: number) => Uint8Array | undefined
}

/**
 * A tree in memory. It grows in place by {@link append}.
 *
 * @category models
 * @since 0.1.0
 */
export interface MerkleTree extends Nodes {
  size: number
  /** By level, the hashes of complete subtrees, 32 bytes each, with room to grow. */
  readonly levels: Array<Uint8Array>
}

/**
 * Length of a hash. Unit: bytes.
 *
 * @category models
 * @since 0.1.0
 */
export const hashBytes = 32

// --- errors ---

/**
 * A tree of that size, or a leaf at that place, does not exist.
 *
 * @category errors
 * @since 0.1.0
 */
export class OutsideTree extends Data.TaggedError("OutsideTree")<{ readonly asked: number; readonly size: number }> {
  override get message(): string {
    return `the tree has ${this.size} leaves, ${this.asked} lies outside it; read the newest checkpoint first`
  }
}

/**
 * A hash that the answer needs is not at hand, because a tile is missing.
 *
 * @category errors
 * @since 0.1.0
 */
export class NodeMissing extends Data.TaggedError("NodeMissing")<{ readonly level: number; readonly index: number }> {
  override get message(): string {
    return `node ${this.index} of level ${this.level} is not at hand; a tile is missing or incomplete, fetch the log again`
  }
}

// --- constructors ---

/**
 * A tree without leaves. `expectedSize` spares it from growing step by step.
 *
 * **Example** (Nothing yet)
 *
 * ```ts
 * import { MerkleTree } from "@timbang/core/publication"
 * MerkleTree.make().size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (expectedSize = 256): MerkleTree => {
  const levels: Array<Uint8Array> = []
  for (let width = Math.max(1, expectedSize); width >= 1; width = Math.floor(width / 2)) {
    levels.push(new Uint8Array(width * hashBytes))
  }
  return {
    size: 0,
    levels,
    at(level, index) {
      const end = (index + 1) * 2 ** level
      return end > this.size ? undefined : levels[level]!.subarray(index * hashBytes, (index + 1) * hashBytes)
    }
  }
}

// --- operations ---

/**
 * Appends one entry and answers its index.
 *
 * **Example** (The first leaf of the empty entry)
 *
 * ```ts
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array(0)) // => 0
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array([0])) // => 1
 * tree.size // => 2
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const append = (hash: Hash, tree: MerkleTree, entry: Uint8Array): number => {
  hashInto(hash, leafBytes(entry), roomFor(tree.levels, 0, tree.size), tree.size * hashBytes)
  return grow(hash, tree)
}

/**
 * Appends a leaf whose hash is known already, and answers its index.
 *
 * **Example** (The same tree)
 *
 * ```ts
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * MerkleTree.appendHash(Primitives.portable, tree, MerkleTree.leafHash(Primitives.portable, new Uint8Array(0))) // => 0
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const appendHash = (hash: Hash, tree: MerkleTree, leaf: Uint8Array): number => {
  roomFor(tree.levels, 0, tree.size).set(leaf, tree.size * hashBytes)
  return grow(hash, tree)
}

/**
 * The root of the tree, or of the tree as it was when it had `size` leaves.
 *
 * **Example** (RFC 9162: the root of no leaves is the hash of nothing)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Result.map(MerkleTree.root(Primitives.portable, MerkleTree.make()), (root) => root[0]) // => Result.succeed(0xe3)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const root = (
  hash: Hash,
  nodes: Nodes,
  size = nodes.size
): Result.Result<Uint8Array, OutsideTree | NodeMissing> => {
  if (!Number.isSafeInteger(size) || size < 0 || size > nodes.size) {
    return Result.fail(new OutsideTree({ asked: size, size: nodes.size }))
  }
  return size === 0 ? Result.succeed(hash.sha256(new Uint8Array(0))) : range(hash, nodes, 0, size)
}

/**
 * The hash over `count` leaves from `start` on, where `start` is a multiple of the smallest power of two that is at
 * least `count`: a side of a proof.
 *
 * **Example** (One leaf is its own range)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array(0))
 * Result.map(MerkleTree.range(Primitives.portable, tree, 0, 1), (leaf) => leaf[0]) // => Result.succeed(0x6e)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const range = (
  hash: Hash,
  nodes: Nodes,
  start: number,
  count: number
): Result.Result<Uint8Array, NodeMissing> => {
  let right: Uint8Array | undefined
  let rest = count
  for (let level = 0; rest > 0; level++) {
    if (rest % 2 === 1) {
      const index = start / 2 ** level + rest - 1
      const left = nodes.at(level, index)
      if (left === undefined) return Result.fail(new NodeMissing({ level, index }))
      right = right === undefined ? left : nodeHash(hash, left, right)
    }
    rest = Math.floor(rest / 2)
  }
  return Result.succeed(right!)
}

/**
 * The hash of a leaf: SHA-256 over byte 00 and the entry. Source: RFC 9162, section 2.1.1.
 *
 * **Example** (The empty entry)
 *
 * ```ts
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * MerkleTree.leafHash(Primitives.portable, new Uint8Array(0)).slice(0, 4) // => new Uint8Array([0x6e, 0x34, 0x0b, 0x9c])
 * ```
 *
 * @category hashing
 * @since 0.1.0
 */
export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash.sha256(leafBytes(entry))

/**
 * The hash of an inner node: SHA-256 over byte 01 and both children. Source: RFC 9162, section 2.1.1.
 *
 * **Example** (Two children, 32 bytes)
 *
 * ```ts
 * import { MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * MerkleTree.nodeHash(Primitives.portable, new Uint8Array(32), new Uint8Array(32)).length // => 32
 * ```
 *
 * @category hashing
 * @since 0.1.0
 */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return hash.sha256(bytes)
}

/** Room for the bytes of one hash, used again and again: views and small arrays cost more than copying byte by byte. */
const pair = Uint8Array.of(1, ...new Uint8Array(2 * hashBytes))
const short = new Uint8Array(1024)

const leafBytes = (entry: Uint8Array): Uint8Array => {
  const length = entry.length + 1
  const bytes = length > short.length ? new Uint8Array(length) : short.subarray(0, length)
  bytes.set(entry, 1)
  return bytes
}

/** Counts the leaf that was just put in, and hashes every subtree that it completes. */
const grow = (hash: Hash, tree: MerkleTree): number => {
  const index = tree.size
  let place = index
  for (let level = 0; place % 2 === 1; level++) {
    const column = tree.levels[level]!
    const from = (place - 1) * hashBytes - 1
    for (let i = 1; i <= 2 * hashBytes; i++) pair[i] = column[from + i]!
    place = (place - 1) / 2
    hashInto(hash, pair, roomFor(tree.levels, level + 1, place), place * hashBytes)
  }
  tree.size = index + 1
  return index
}

const hashInto = (hash: Hash, bytes: Uint8Array, target: Uint8Array, at: number): void => {
  if (hash.sha256Into === undefined) target.set(hash.sha256(bytes), at)
  else hash.sha256Into(bytes, target, at)
}

/** The column of that level, with room for one more hash at that place. */
const roomFor = (levels: Array<Uint8Array>, level: number, index: number): Uint8Array => {
  const column = levels[level]
  const end = (index + 1) * hashBytes
  if (column !== undefined && end <= column.length) return column
  const grown = new Uint8Array(Math.max(end, 2 * (column?.length ?? 0)))
  if (column !== undefined) grown.set(column)
  levels[level] = grown
  return grown
}
