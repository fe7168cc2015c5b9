import { MerkleProof, MerkleTree, MultiProof } from "@timbang/core/publication"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { portable } from "./worked.ts"

const treeOf = (size: number): MerkleTree.MerkleTree => {
  const tree = MerkleTree.make()
  for (let i = 0; i < size; i++) MerkleTree.append(portable, tree, new Uint8Array([i, i >> 8]))
  return tree
}
const leafOf = (index: number): MultiProof.Leaf => ({
  index,
  leafHash: MerkleTree.leafHash(portable, new Uint8Array([index, index >> 8]))
})

const asked = fc.integer({ min: 1, max: 70 }).chain((size) =>
  fc.record({ size: fc.constant(size), indices: fc.subarray(Array.from({ length: size }, (_, i) => i), { minLength: 1 }) })
)

describe("MultiProof", () => {
  it("proves any leaves of any tree, and refuses another leaf, another place, a hash more or less, another root", () => {
    fc.assert(fc.property(asked, ({ indices, size }) => {
      const tree = treeOf(size)
      const root = Result.getOrThrow(MerkleTree.root(portable, tree))
      const path = Result.getOrThrow(MultiProof.make(portable, tree, indices, size))
      const leaves = indices.map(leafOf)
      const holds = (leaves: ReadonlyArray<MultiProof.Leaf>, proof = path, of = root, n = size) =>
        MultiProof.areIncluded(portable, { leaves, path: proof, size: n }, of)
      expect(holds(leaves)).toBe(true)
      expect(holds([{ ...leaves[0]!, leafHash: portable.sha256(root) }, ...leaves.slice(1)])).toBe(false)
      expect(holds(leaves, [...path, root])).toBe(false)
      if (path.length > 0) expect(holds(leaves, path.slice(1))).toBe(false)
      if (leaves.length > 1) {
        expect(holds(leaves.slice(1))).toBe(false)
        expect(holds(leaves.toReversed())).toBe(false)
      }
      expect(holds(leaves, path, portable.sha256(root))).toBe(false)
    }), { numRuns: 60 })
  })

  it("of one leaf holds the same hashes as its inclusion proof", () => {
    const tree = treeOf(13)
    for (let index = 0; index < 13; index++) {
      const one = Result.getOrThrow(MerkleProof.inclusion(portable, tree, index)).map(String)
      const many = Result.getOrThrow(MultiProof.make(portable, tree, [index], 13)).map(String)
      expect(many.toSorted()).toEqual(one.toSorted())
    }
  })

  it("needs far fewer hashes for neighbours than one proof each", () => {
    const tree = treeOf(1000)
    const indices = Array.from({ length: 200 }, (_, i) => 300 + i)
    expect(Result.getOrThrow(MultiProof.make(portable, tree, indices, 1000)).length).toBeLessThan(20)
  })

  it("refuses leaves outside the tree, twice, or out of order", () => {
    const tree = treeOf(4)
    for (const indices of [[4], [1, 1], [2, 1], [-1], [0.5]]) {
      expect(Result.isFailure(MultiProof.make(portable, tree, indices, 4))).toBe(true)
    }
    expect(MultiProof.areIncluded(portable, { leaves: [], path: [], size: 0 }, new Uint8Array(32))).toBe(false)
  })
})
