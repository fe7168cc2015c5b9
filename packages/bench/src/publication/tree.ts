/** Builds one tree in a worker and tells how long it took. */
import { MerkleTree } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { MerkleTree as PeerTree } from "merkletreejs"
import { createHash } from "node:crypto"
import { parentPort, workerData } from "node:worker_threads"

export interface TreeJob {
  readonly way: "ours" | "peer"
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

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest()

const peer = (): number => new PeerTree(list.map(sha256), sha256).getLeafCount()

const started = performance.now()
if ((way === "ours" ? ours() : peer()) !== size) throw new Error(`${way} built another tree`)
parentPort!.postMessage(performance.now() - started)
