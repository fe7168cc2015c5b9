/** Builds one tree in a worker and tells how long it took. */
import { MerkleTree } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import Sha256 from "crypto-js/sha256.js"
import { MerkleTree as PeerTree } from "merkletreejs"
import { createHash } from "node:crypto"
import { parentPort, workerData } from "node:worker_threads"

export interface TreeJob {
  /** Ours; merkletreejs with the hash of its README; merkletreejs with the platform's hash. */
  readonly way: "ours" | "peer" | "peer-native"
  readonly size: number
  readonly entryBytes: number
}

const { entryBytes, size, way }: TreeJob = workerData
const all = Buffer.alloc(size * entryBytes)
const list = Array.from({ length: size }, (_, i) => {
  all.writeUInt32BE(i, i * entryBytes)
  return all.subarray(i * entryBytes, (i + 1) * entryBytes)
})

const ours = (): number => {
  const tree = MerkleTree.make(size)
  for (const entry of list) MerkleTree.append(NodePrimitives.node, tree, entry)
  return tree.size
}

const peer = (): number => new PeerTree(list.map((entry) => Sha256(entry.toString("latin1"))), Sha256).getLeafCount()

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest()

const peerNative = (): number => new PeerTree(list.map(sha256), sha256).getLeafCount()

const build = { ours, peer, "peer-native": peerNative }[way]
const started = performance.now()
if (build() !== size) throw new Error(`${way} built another tree`)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort!.postMessage(performance.now() - started)
