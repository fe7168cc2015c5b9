import { Log, MerkleProof, MerkleTree, Tile } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toHex } from "./vectors.ts"

const { node } = NodePrimitives
const entryOf = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`)

describe("Log", () => {
  it("gives the same tree and the same entries in whatever steps it is published, and rewrites no file", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 }), (steps) => {
        const log = Log.make("kota.example")
        const files = new Map<string, Uint8Array>()
        for (const step of steps) {
          for (let i = 0; i < step; i++) Log.append(node, log, entryOf(log.tree.size))
          for (const { bytes, path } of Log.takeFiles(log)) {
            expect(files.has(path), path).toBe(false)
            files.set(path, bytes)
          }
        }
        const size = steps.reduce((sum, step) => sum + step, 0)
        const once = MerkleTree.make()
        for (let i = 0; i < size; i++) MerkleTree.append(node, once, entryOf(i))
        const root = Result.getOrThrow(MerkleTree.root(node, once))
        expect(toHex(Log.checkpoint(node, log).root)).toBe(toHex(root))
        const nodes = Tile.nodes(node, (path) => files.get(path), size)
        expect(toHex(Result.getOrThrow(MerkleTree.root(node, nodes)))).toBe(toHex(root))
        for (let first = 0; first < size; first += Tile.width) {
          const count = Math.min(Tile.width, size - first)
          const list = Result.getOrThrow(Tile.entries(files.get(Tile.path("entries", first / Tile.width, count))!))
          expect(list.map((entry) => new TextDecoder().decode(entry))).toEqual(
            Array.from({ length: count }, (_, i) => `entry ${first + i}`)
          )
        }
      }),
      { numRuns: 25 }
    )
  })

  it("proves any entry from tiles alone, across tile levels", () => {
    const size = 70_000
    const log = Log.make("kota.example", size)
    for (let i = 0; i < size; i++) Log.append(node, log, entryOf(i))
    const files = new Map(Log.takeFiles(log).map(({ bytes, path }) => [path, bytes]))
    expect([...files.keys()].filter((path) => path.startsWith("tile/2/"))).toEqual(["tile/2/000.p/1"])
    const nodes = Tile.nodes(node, (path) => files.get(path), size)
    const { root } = Log.checkpoint(node, log)
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
      const path = Result.getOrThrow(MerkleProof.inclusion(node, nodes, index))
      expect(
        MerkleProof.isIncluded(node, { index, size, leafHash: MerkleTree.leafHash(node, entryOf(index)), path }, root)
      ).toBe(true)
    }
    expect(Result.isSuccess(MerkleProof.consistency(node, nodes, 300, size))).toBe(true)
  })

  it("says which node is missing when a tile is", () => {
    const log = Log.make("kota.example")
    for (let i = 0; i < 300; i++) Log.append(node, log, entryOf(i))
    const files = new Map(Log.takeFiles(log).map(({ bytes, path }) => [path, bytes]))
    files.delete("tile/0/001.p/44")
    const proof = MerkleProof.inclusion(node, Tile.nodes(node, (path) => files.get(path), 300), 299)
    expect(Result.isFailure(proof) && proof.failure._tag).toBe("NodeMissing")
  })

  it("refuses an entry longer than its length field", () => {
    const log = Log.make("kota.example")
    expect(Result.isFailure(Log.append(node, log, new Uint8Array(65_536)))).toBe(true)
    expect(Result.isSuccess(Log.append(node, log, new Uint8Array(65_535)))).toBe(true)
    expect(log.tree.size).toBe(1)
    expect(Result.getOrThrow(Tile.entries(Log.takeFiles(log).at(-1)!.bytes))[0]!.length).toBe(65_535)
  })

  it("finds where a bundle breaks off", () => {
    const bundle = Tile.bundle([entryOf(1), entryOf(2)])
    for (let cut = 1; cut < bundle.length; cut++) {
      const read = Tile.entries(bundle.subarray(0, cut))
      expect(Result.isFailure(read) || cut === 9, String(cut)).toBe(true)
    }
  })
})
