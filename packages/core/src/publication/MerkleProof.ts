/**
 * Proofs over the tree: that a leaf is in it, and that an older tree is the beginning of a newer one.
 *
 * Source: RFC 9162, sections 2.1.3 and 2.1.4. Every hash has exactly 32 bytes, and a proof longer or shorter than the
 * sizes demand is refused.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import { splitOf } from "./internal/Split.ts"
import * as MerkleTree from "./MerkleTree.ts"
import type { Hash } from "./Primitives.ts"

// --- models ---

/**
 * What has to be known to check that a leaf is in a tree.
 *
 * @category models
 * @since 0.1.0
 */
export interface Inclusion {
  /** Place of the leaf. Range: 0 to `size` - 1. */
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  /** Hashes from the leaf up to the root. */
  readonly path: ReadonlyArray<Uint8Array>
}

/**
 * What has to be known to check that one tree grew out of another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Consistency {
  /** Leaves of the older tree. Range: 1 to `toSize`. */
  readonly fromSize: number
  readonly toSize: number
  readonly fromRoot: Uint8Array
  readonly toRoot: Uint8Array
  readonly path: ReadonlyArray<Uint8Array>
}

// --- errors ---

/**
 * The proof cannot belong to a tree of that size.
 *
 * @category errors
 * @since 0.1.0
 */
export class ProofMalformed extends Data.TaggedError("ProofMalformed")<{
  readonly index: number
  readonly size: number
  readonly hashes: number
}> {
  override get message(): string {
    return `a proof of ${this.hashes} hashes cannot belong to leaf ${this.index} of a tree of ${this.size}; ask for the receipt again`
  }
}

// --- making ---

/**
 * The path that proves leaf `index` in the tree of the first `size` leaves.
 *
 * **Example** (Two leaves: the path is the other one)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleProof, MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array(0))
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array([0]))
 * const path = MerkleProof.inclusion(Primitives.portable, tree, 0)
 * Result.map(path, (hashes) => hashes.length) // => Result.succeed(1)
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const inclusion = (
  hash: Hash,
  nodes: MerkleTree.Nodes,
  index: number,
  size = nodes.size
): Result.Result<ReadonlyArray<Uint8Array>, MerkleTree.OutsideTree | MerkleTree.NodeMissing> => {
  if (!isSize(size) || size > nodes.size) {
    return Result.fail(new MerkleTree.OutsideTree({ asked: size, size: nodes.size }))
  }
  if (!isSize(index) || index >= size) return Result.fail(new MerkleTree.OutsideTree({ asked: index, size }))
  return Result.map(
    descend(hash, nodes, size, index, (_, count) => count === 1),
    ({ beside }) => beside.reverse()
  )
}

/**
 * The path that proves the tree of the first `fromSize` leaves to be the beginning of the tree of the first `toSize`.
 *
 * **Example** (A tree is the beginning of itself)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleProof, MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * MerkleTree.append(Primitives.portable, tree, new Uint8Array(0))
 * MerkleProof.consistency(Primitives.portable, tree, 1) // => Result.succeed([])
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const consistency = (
  hash: Hash,
  nodes: MerkleTree.Nodes,
  fromSize: number,
  toSize = nodes.size
): Result.Result<ReadonlyArray<Uint8Array>, MerkleTree.OutsideTree | MerkleTree.NodeMissing> => {
  if (!isSize(toSize) || toSize > nodes.size) {
    return Result.fail(new MerkleTree.OutsideTree({ asked: toSize, size: nodes.size }))
  }
  if (!isSize(fromSize) || fromSize === 0 || fromSize > toSize) {
    return Result.fail(new MerkleTree.OutsideTree({ asked: fromSize, size: toSize }))
  }
  return Result.flatMap(
    descend(hash, nodes, toSize, fromSize - 1, (start, count) => start + count === fromSize),
    ({ beside, count, start }) =>
      start === 0
        ? Result.succeed(beside.reverse())
        : Result.map(MerkleTree.range(hash, nodes, start, count), (own) => [...beside, own].reverse())
  )
}

/** From the root down to the part over `count` leaves from `start` at which it may end, on the way to a leaf; with the hashes beside that way, the highest first. */
const descend = (
  hash: Hash,
  nodes: MerkleTree.Nodes,
  size: number,
  leaf: number,
  isEnd: (start: number, count: number) => boolean
): Result.Result<
  { readonly start: number; readonly count: number; readonly beside: Array<Uint8Array> },
  MerkleTree.OutsideTree | MerkleTree.NodeMissing
> => {
  const beside: Array<Uint8Array> = []
  let [start, count] = [0, size]
  while (!isEnd(start, count)) {
    const split = splitOf(count)
    const isLeft = leaf < start + split
    const other = isLeft
      ? MerkleTree.range(hash, nodes, start + split, count - split)
      : MerkleTree.range(hash, nodes, start, split)
    if (Result.isFailure(other)) return Result.fail(other.failure)
    beside.push(other.success)
    if (isLeft) {
      count = split
    } else {
      start += split
      count -= split
    }
  }
  return Result.succeed({ start, count, beside })
}

// --- checking ---

/**
 * The root that a leaf and its path lead to. It proves nothing before it is compared with a signed root.
 *
 * **Example** (A tree of one leaf)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleProof } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const leafHash = new Uint8Array(32)
 * MerkleProof.rootOf(Primitives.portable, { index: 0, size: 1, leafHash, path: [] }) // => Result.succeed(leafHash)
 * Result.isFailure(MerkleProof.rootOf(Primitives.portable, { index: 1, size: 1, leafHash, path: [] })) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const rootOf = (
  hash: Hash,
  { index, leafHash, path, size }: Inclusion
): Result.Result<Uint8Array, ProofMalformed> => {
  const malformed = () => Result.fail(new ProofMalformed({ index, size, hashes: path.length }))
  if (!isSize(index) || !isSize(size) || index >= size || !isHash(leafHash) || !path.every(isHash)) return malformed()
  let [place, last, root] = [index, size - 1, leafHash]
  for (const other of path) {
    if (last === 0) return malformed()
    if (place % 2 === 1 || place === last) {
      root = MerkleTree.nodeHash(hash, other, root)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      root = MerkleTree.nodeHash(hash, root, other)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? Result.succeed(root) : malformed()
}

/**
 * Says whether a leaf is in the tree with that root.
 *
 * **Example** (Not under another root)
 *
 * ```ts
 * import { MerkleProof } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const leafHash = new Uint8Array(32)
 * MerkleProof.isIncluded(Primitives.portable, { index: 0, size: 1, leafHash, path: [] }, leafHash) // => true
 * MerkleProof.isIncluded(Primitives.portable, { index: 0, size: 1, leafHash, path: [] }, new Uint8Array(32).fill(1)) // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isIncluded = (hash: Hash, inclusion: Inclusion, root: Uint8Array): boolean => {
  const found = rootOf(hash, inclusion)
  return Result.isSuccess(found) && Bytes.equal(found.success, root)
}

/**
 * Says whether the older tree is the beginning of the newer one.
 *
 * **Gotchas**
 *
 * A tree without leaves is the beginning of everything and proves nothing; it is refused, not waved through.
 *
 * **Example** (Equal sizes need equal roots and no path)
 *
 * ```ts
 * import { MerkleProof } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const root = new Uint8Array(32)
 * MerkleProof.isConsistent(Primitives.portable, { fromSize: 1, toSize: 1, fromRoot: root, toRoot: root, path: [] }) // => true
 * MerkleProof.isConsistent(Primitives.portable, { fromSize: 0, toSize: 1, fromRoot: root, toRoot: root, path: [] }) // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isConsistent = (hash: Hash, { fromRoot, fromSize, path, toRoot, toSize }: Consistency): boolean => {
  if (!isSize(fromSize) || !isSize(toSize) || fromSize === 0 || fromSize > toSize) return false
  if (!isHash(fromRoot) || !isHash(toRoot) || !path.every(isHash)) return false
  if (fromSize === toSize) return path.length === 0 && Bytes.equal(fromRoot, toRoot)
  let [place, last] = [fromSize - 1, toSize - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  const hashes = place === 0 ? [fromRoot, ...path] : path
  if (hashes.length === 0) return false
  let [older, newer] = [hashes[0]!, hashes[0]!]
  for (const other of hashes.slice(1)) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      older = MerkleTree.nodeHash(hash, other, older)
      newer = MerkleTree.nodeHash(hash, other, newer)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      newer = MerkleTree.nodeHash(hash, newer, other)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && Bytes.equal(older, fromRoot) && Bytes.equal(newer, toRoot)
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const isHash = (bytes: Uint8Array): boolean => bytes.length === MerkleTree.hashBytes

const half = (value: number): number => Math.floor(value / 2)
