/**
 * One proof for many leaves: the hashes of the largest subtrees without any of them, from left to right.
 *
 * Leaves that stand near each other share their path, so that a thousand entries of one formation need far fewer hashes
 * than a thousand proofs. With the leaves' own hashes the subtrees give the root of RFC 9162, section 2.1.1.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import { splitOf } from "./internal/Split.ts"
import * as MerkleTree from "./MerkleTree.ts"
import type { Hash } from "./Primitives.ts"

// --- models ---

/**
 * A leaf and its place.
 *
 * @category models
 * @since 0.1.0
 */
export interface Leaf {
  /** Range: 0 to the size of the tree - 1. */
  readonly index: number
  readonly leafHash: Uint8Array
}

// --- making ---

/**
 * The proof that the leaves at these places are in the tree of the first `size` leaves.
 *
 * **Example** (Two of three leaves: the third is the proof)
 *
 * ```ts
 * import { Result } from "effect"
 * import { MerkleTree, MultiProof } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const tree = MerkleTree.make()
 * for (let i = 0; i < 3; i++) MerkleTree.append(Primitives.portable, tree, new Uint8Array([i]))
 * Result.map(MultiProof.make(Primitives.portable, tree, [0, 1], 3), (path) => path.length) // => Result.succeed(1)
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const make = (
  hash: Hash,
  nodes: MerkleTree.Nodes,
  /** Ascending, each once. */
  indices: ReadonlyArray<number>,
  size: number
): Result.Result<ReadonlyArray<Uint8Array>, MerkleTree.OutsideTree | MerkleTree.NodeMissing> => {
  if (!isSize(size) || size > nodes.size) {
    return Result.fail(new MerkleTree.OutsideTree({ asked: size, size: nodes.size }))
  }
  const outside = indices.find((index, at) => !isSize(index) || index >= size || index <= (indices[at - 1] ?? -1))
  if (outside !== undefined) return Result.fail(new MerkleTree.OutsideTree({ asked: outside, size }))
  const path: Array<Uint8Array> = []
  const walk = (start: number, count: number, from: number, to: number): MerkleTree.NodeMissing | undefined => {
    if (from === to) {
      const other = MerkleTree.range(hash, nodes, start, count)
      if (Result.isFailure(other)) return other.failure
      path.push(other.success)
      return undefined
    }
    if (count === 1) return undefined
    const middle = start + splitOf(count)
    const parting = firstFrom(indices, middle, from, to)
    return walk(start, middle - start, from, parting) ?? walk(middle, start + count - middle, parting, to)
  }
  const missing = size === 0 ? undefined : walk(0, size, 0, indices.length)
  return missing === undefined ? Result.succeed(path) : Result.fail(missing)
}

// --- checking ---

/**
 * Says whether all leaves are in the tree with that root. Every hash of the proof has to be used.
 *
 * **Example** (Not under another root)
 *
 * ```ts
 * import { MultiProof } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const leafHash = new Uint8Array(32)
 * MultiProof.areIncluded(Primitives.portable, { leaves: [{ index: 0, leafHash }], size: 1, path: [] }, leafHash) // => true
 * MultiProof.areIncluded(Primitives.portable, { leaves: [{ index: 0, leafHash }], size: 1, path: [] }, new Uint8Array(32).fill(1)) // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const areIncluded = (hash: Hash, { leaves, path, size }: {
  /** Ascending by index, each once, at least one. */
  readonly leaves: ReadonlyArray<Leaf>
  readonly size: number
  readonly path: ReadonlyArray<Uint8Array>
}, root: Uint8Array): boolean => {
  const indices = leaves.map(({ index }) => index)
  const isWhole = isSize(size) && leaves.length > 0 && path.every(isHash) &&
    leaves.every(({ index, leafHash }, at) =>
      isSize(index) && index < size && index > (indices[at - 1] ?? -1) && isHash(leafHash)
    )
  if (!isWhole) return false
  let used = 0
  const walk = (start: number, count: number, from: number, to: number): Uint8Array | undefined => {
    if (from === to) return path[used++]
    if (count === 1) return leaves[from]!.leafHash
    const middle = start + splitOf(count)
    const parting = firstFrom(indices, middle, from, to)
    const left = walk(start, middle - start, from, parting)
    const right = left === undefined ? undefined : walk(middle, start + count - middle, parting, to)
    return left === undefined || right === undefined ? undefined : MerkleTree.nodeHash(hash, left, right)
  }
  const found = walk(0, size, 0, leaves.length)
  return found !== undefined && used === path.length && Bytes.equal(found, root)
}

/** The first place in `indices`, between two places, whose index is not below `least`. */
const firstFrom = (indices: ReadonlyArray<number>, least: number, from: number, to: number): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (indices[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const isHash = (bytes: Uint8Array): boolean => bytes.length === MerkleTree.hashBytes
