import { MerkleProof, MerkleTree } from "@timbang/core/publication"
import { Primitives } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromHex, toHex, utf8, vectors } from "./vectors.ts"

const { portable } = Primitives
const { node } = NodePrimitives

interface Roots {
  readonly leaves_hex: ReadonlyArray<string>
  readonly cases: ReadonlyArray<{ readonly tree_size: number; readonly root_hex: string }>
  readonly hasher: ReadonlyArray<
    {
      readonly op: string
      readonly input_utf8?: string
      readonly left_utf8?: string
      readonly right_utf8?: string
      readonly want_hex: string
    }
  >
}

interface Probe {
  readonly kind: "inclusion" | "consistency"
  readonly desc?: string
  readonly index: number
  readonly tree_size: number
  readonly root_hex: string
  readonly leaf_hash_hex: string
  readonly size1: number
  readonly size2: number
  readonly root1_hex: string
  readonly root2_hex: string
  readonly proof_hex: ReadonlyArray<string>
  readonly want_ok: boolean
}

const holds = (probe: Probe): boolean =>
  probe.kind === "inclusion"
    ? MerkleProof.isIncluded(portable, {
      index: probe.index,
      size: probe.tree_size,
      leafHash: fromHex(probe.leaf_hash_hex),
      path: probe.proof_hex.map(fromHex)
    }, fromHex(probe.root_hex))
    : MerkleProof.isConsistent(portable, {
      fromSize: probe.size1,
      toSize: probe.size2,
      fromRoot: fromHex(probe.root1_hex),
      toRoot: fromHex(probe.root2_hex),
      path: probe.proof_hex.map(fromHex)
    })

/** RFC 9162, section 2.1.1, as it is written: the slow definition to compare with. */
const definition = (entries: ReadonlyArray<Uint8Array>): Uint8Array => {
  if (entries.length === 0) return node.sha256(new Uint8Array(0))
  if (entries.length === 1) return node.sha256(Uint8Array.of(0, ...entries[0]!))
  let split = 1
  while (split * 2 < entries.length) split *= 2
  return node.sha256(Uint8Array.of(1, ...definition(entries.slice(0, split)), ...definition(entries.slice(split))))
}

const grow = (entries: ReadonlyArray<Uint8Array>): MerkleTree.MerkleTree => {
  const tree = MerkleTree.make()
  for (const entry of entries) MerkleTree.append(node, tree, entry)
  return tree
}

const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })

describe("MerkleTree", () => {
  const { cases, hasher, leaves_hex } = vectors<Roots>("rfc6962-roots-8leaf")

  it("RFC 6962: the roots of 0 to 8 leaves, also from the tree of all 8", () => {
    const whole = grow(leaves_hex.map(fromHex))
    for (const { root_hex, tree_size } of cases) {
      expect(toHex(Result.getOrThrow(MerkleTree.root(portable, grow(leaves_hex.slice(0, tree_size).map(fromHex))))))
        .toBe(root_hex)
      expect(toHex(Result.getOrThrow(MerkleTree.root(portable, whole, tree_size)))).toBe(root_hex)
    }
  })

  it("RFC 6962: leaf and node hashes", () => {
    for (const { input_utf8, left_utf8, op, right_utf8, want_hex } of hasher) {
      const found = op === "leaf"
        ? MerkleTree.leafHash(portable, utf8(input_utf8!))
        : op === "node"
        ? MerkleTree.nodeHash(portable, utf8(left_utf8!), utf8(right_utf8!))
        : Result.getOrThrow(MerkleTree.root(portable, MerkleTree.make()))
      expect(toHex(found)).toBe(want_hex)
    }
  })

  it("grows to the root of the definition, whatever the entries", () => {
    fc.assert(fc.property(entries, (list) => {
      expect(toHex(Result.getOrThrow(MerkleTree.root(node, grow(list))))).toBe(toHex(definition(list)))
    }))
  })

  it("hashes an entry longer than its scratch space", () => {
    for (const length of [1022, 1023, 1024, 5000]) {
      const entry = new Uint8Array(length).fill(9)
      expect(toHex(MerkleTree.leafHash(portable, entry))).toBe(toHex(definition([entry])))
    }
  })

  it("answers no root of a size it never had", () => {
    const tree = grow([utf8("a"), utf8("b")])
    for (const size of [3, -1, 0.5, NaN, 2 ** 53]) {
      expect(Result.isFailure(MerkleTree.root(node, tree, size)), String(size)).toBe(true)
    }
  })
})

describe("MerkleProof", () => {
  const all = vectors<{ cases: ReadonlyArray<Probe> }>("rfc6962-inclusion-consistency-8leaf-all").cases
  const { leaves_hex } = vectors<Roots>("rfc6962-roots-8leaf")

  it(`accepts all ${all.length} proofs of up to 8 leaves and makes the same ones`, () => {
    const tree = grow(leaves_hex.map(fromHex))
    for (const probe of all) {
      expect(holds(probe)).toBe(probe.want_ok)
      const made = probe.kind === "inclusion"
        ? MerkleProof.inclusion(portable, tree, probe.index, probe.tree_size)
        : MerkleProof.consistency(portable, tree, probe.size1, probe.size2)
      expect(Result.getOrThrow(made).map(toHex)).toEqual(probe.proof_hex)
    }
  })

  const probes = vectors<{ cases: ReadonlyArray<Probe> }>("tlog-proof-probes").cases
  for (const [number, probe] of probes.entries()) {
    it(`transparency-dev probe ${number + 1}: ${probe.kind}, ${probe.desc} is ${probe.want_ok ? "accepted" : "refused"}`, () => {
      expect(holds(probe)).toBe(probe.want_ok)
    })
  }

  it("every proof of a grown tree holds, and none holds after a bit is turned, a hash dropped, added or swapped", () => {
    fc.assert(fc.property(entries, fc.nat(), fc.nat(), fc.nat(), (list, pick, bit, other) => {
      const tree = grow(list)
      const index = pick % list.length
      const root = Result.getOrThrow(MerkleTree.root(node, tree))
      const path = Result.getOrThrow(MerkleProof.inclusion(node, tree, index))
      const inclusion = { index, size: list.length, leafHash: MerkleTree.leafHash(node, list[index]!), path }
      expect(MerkleProof.isIncluded(node, inclusion, root)).toBe(true)
      const turn = (bytes: Uint8Array) => bytes.map((byte, i) => i === (bit >> 3) % 32 ? byte ^ (1 << bit % 8) : byte)
      const damaged: ReadonlyArray<MerkleProof.Inclusion> = [
        { ...inclusion, leafHash: turn(inclusion.leafHash) },
        { ...inclusion, path: [...path, root] },
        { ...inclusion, path: [root, ...path] },
        { ...inclusion, index: -1 },
        { ...inclusion, index: index + 0.5 },
        { ...inclusion, size: index },
        ...(path.length === 0 ? [] : [
          { ...inclusion, path: path.slice(1) },
          { ...inclusion, path: path.slice(0, -1) },
          { ...inclusion, path: path.map((hash, i) => i === other % path.length ? turn(hash) : hash) },
          { ...inclusion, path: path.map((hash, i) => i === other % path.length ? hash.slice(1) : hash) }
        ])
      ]
      for (const one of damaged) expect(MerkleProof.isIncluded(node, one, root)).toBe(false)
      expect(MerkleProof.isIncluded(node, inclusion, turn(root))).toBe(false)
    }))
  })

  it("every older tree is the beginning of every newer one, and none is after a bit is turned", () => {
    fc.assert(fc.property(entries, fc.nat(), fc.nat(), (list, pick, bit) => {
      const tree = grow(list)
      const fromSize = 1 + pick % list.length
      const rootOf = (size: number) => Result.getOrThrow(MerkleTree.root(node, tree, size))
      const proof = {
        fromSize,
        toSize: list.length,
        fromRoot: rootOf(fromSize),
        toRoot: rootOf(list.length),
        path: Result.getOrThrow(MerkleProof.consistency(node, tree, fromSize))
      }
      expect(MerkleProof.isConsistent(node, proof)).toBe(true)
      const turn = (bytes: Uint8Array) => bytes.map((byte, i) => i === (bit >> 3) % 32 ? byte ^ (1 << bit % 8) : byte)
      const damaged: ReadonlyArray<MerkleProof.Consistency> = [
        { ...proof, fromRoot: turn(proof.fromRoot) },
        { ...proof, toRoot: turn(proof.toRoot) },
        { ...proof, path: [...proof.path, proof.toRoot] },
        { ...proof, fromSize: 0 },
        ...proof.path.map((_, i) => ({ ...proof, path: proof.path.map((hash, at) => at === i ? turn(hash) : hash) })),
        ...proof.path.map((_, i) => ({ ...proof, path: proof.path.filter((_, at) => at !== i) }))
      ]
      for (const one of damaged) expect(MerkleProof.isConsistent(node, one)).toBe(false)
    }))
  })
})
