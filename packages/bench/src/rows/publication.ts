/** The log of a million entries: tree, tiles and proofs, beside bare hashing and beside merkletreejs. */
import { Log, MerkleProof, MerkleTree, Tile } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import { fork } from "node:child_process"
import { hash } from "node:crypto"
import { once } from "node:events"
import { Worker } from "node:worker_threads"
import type { Lateness } from "../publication/readers.ts"
import type { TreeJob } from "../publication/tree.ts"
import { agree, pair, type Row, type Times } from "../Row.ts"

const { node } = NodePrimitives
const size = 1_000_000
const entryBytes = 200

/** Entries as long as a published result, all different. */
const entries = (): ReadonlyArray<Uint8Array> => {
  const all = new Uint8Array(size * entryBytes)
  const numbers = new DataView(all.buffer)
  return Array.from({ length: size }, (_, i) => {
    numbers.setUint32(i * entryBytes, i)
    return all.subarray(i * entryBytes, (i + 1) * entryBytes)
  })
}

/** As many hashes over as many bytes as the tree needs, kept in one Buffer by the cheapest way, and nothing else. */
const bare = (): Buffer => {
  const [leaf, inner] = [new Uint8Array(1 + entryBytes), new Uint8Array(65)]
  const kept = Buffer.alloc(2 * size * 32)
  for (let i = 0; i < size; i++) {
    leaf[1] = i
    kept.write(hash("sha256", leaf, "binary"), i * 32, "binary")
  }
  for (let i = 1; i < size; i++) {
    inner[1] = i
    kept.write(hash("sha256", inner, "binary"), (size + i) * 32, "binary")
  }
  return kept
}

const grown = (list: ReadonlyArray<Uint8Array>): MerkleTree.MerkleTree => {
  const tree = MerkleTree.make(size)
  for (const entry of list) MerkleTree.append(node, tree, entry)
  return tree
}

const tiled = (list: ReadonlyArray<Uint8Array>): ReadonlyArray<Tile.TileFile> => {
  const log = Log.make("bench.example", size)
  const files: Array<Tile.TileFile> = []
  for (const entry of list) {
    Log.append(node, log, entry)
    if (log.tree.size % 65_536 === 0) files.push(...Log.takeFiles(log))
  }
  files.push(...Log.takeFiles(log))
  return files
}

const proofs = 100

/** One tree in a worker of its own, so that neither way meets the garbage of the other. Unit: milliseconds. */
const inWorker = async (way: TreeJob["way"]): Promise<number> => {
  const worker = new Worker(new URL("../publication/tree.ts", import.meta.url), {
    workerData: { way, size, entryBytes } satisfies TreeJob
  })
  const [tookMs] = await once(worker, "message") as [number]
  return tookMs
}

/** The round in the middle of three. */
const besideWorker = async (peer: TreeJob["way"]): Promise<Times> => {
  const rounds: Array<Times> = []
  for (let round = 0; round < 3; round++) rounds.push({ oursMs: await inWorker("ours"), peerMs: await inWorker(peer) })
  return rounds.sort((one, other) => one.oursMs / one.peerMs - other.oursMs / other.peerMs)[1]!
}

const readers = 5000

/** Readers of the live board in a process of its own, with clients in others. */
const lateness = async (way: "ours" | "bare"): Promise<Lateness> => {
  const server = fork(new URL("../publication/readers.ts", import.meta.url), [String(readers), "4", way])
  const [found] = await once(server, "message") as [Lateness]
  return found
}

export const rows: ReadonlyArray<Row> = [
  {
    id: "C-sse",
    work: `${readers} open readers of the live board, 50 scores a second: median time until a reader sees a score`,
    peerName: "the same frames written to open responses of node:http",
    run: async () => {
      const [ours, bare] = [await lateness("ours"), await lateness("bare")]
      const seen = readers * 50 * 20
      if (ours.sightings < seen) throw new Error(`C-sse: ${ours.sightings} of ${seen} scores were seen`)
      return {
        oursMs: ours.medianMs,
        peerMs: bare.medianMs,
        notes: [
          `99th percentile ${ours.p99Ms} ms, bare ${bare.p99Ms} ms`,
          `${ours.kilobytesPerReader} kB a reader, bare ${bare.kilobytesPerReader} kB`,
          `${ours.percentOfCore} % of a core, bare ${bare.percentOfCore} %`
        ]
      }
    }
  },
  {
    id: "C1",
    work: "tree of 1,000,000 leaves of 200 bytes",
    peerName: "crypto.hash over the same bytes into one Buffer",
    run: async () => {
      const list = entries()
      return pair(() => grown(list), bare, 7)
    }
  },
  {
    id: "C2",
    work: "tree of 1,000,000 leaves of 200 bytes",
    peerName: "merkletreejs 0.6.0 with crypto-js, as its README shows",
    run: () => besideWorker("peer")
  },
  {
    id: "C2n",
    work: "tree of 1,000,000 leaves of 200 bytes",
    peerName: "merkletreejs 0.6.0 with the platform's hash",
    run: () => besideWorker("peer-native")
  },
  {
    id: "C3",
    work: "1,000,000 entries appended to hash tiles and entry bundles",
    peerName: "the tree of C1",
    run: async () => {
      const list = entries()
      return pair(() => tiled(list), () => grown(list), 5)
    }
  },
  {
    id: "C4",
    work: `${proofs} inclusion proofs in 1,000,000 entries, made from tiles and checked`,
    peerName: `${proofs} x 20 bare crypto.hash of a node`,
    run: async () => {
      const list = entries()
      const files = new Map(tiled(list).map(({ bytes, path }) => [path, bytes]))
      const nodes = Tile.nodes(node, (path) => files.get(path), size)
      const root = Result.getOrThrow(MerkleTree.root(node, nodes))
      const ours = (): number => {
        let held = 0
        for (let i = 0; i < proofs; i++) {
          const index = i * 9973
          const path = Result.getOrThrow(MerkleProof.inclusion(node, nodes, index))
          if (
            MerkleProof.isIncluded(node, { index, size, leafHash: MerkleTree.leafHash(node, list[index]!), path }, root)
          ) held++
        }
        return held
      }
      agree("C4", [ours()], [proofs])
      const inner = new Uint8Array(65)
      return pair(ours, () => {
        for (let i = 0; i < proofs * 20; i++) hash("sha256", inner, "binary")
      })
    }
  }
]
