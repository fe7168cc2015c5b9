/**
 * A log as plain files: which files a publication adds, a proof made from them alone, and a receipt as a QR code.
 *
 * Run: node examples/34-proofs-from-plain-files.ts
 */
import { Checkpoint, Entry, Log, MerkleProof, MerkleTree, ReceiptCode, Tile } from "@timbang/core/publication"
import { ReceiptQr } from "@timbang/portal"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives
const key = Result.getOrThrow(
  SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(new TextEncoder().encode("an example")))
)
const entryOf = (i: number): Entry.Entry => ({
  kind: "registration",
  participant: `26-${String(i).padStart(4, "0")}`,
  formation: "guru-sd/jelutung"
})

const log = Log.make("kota.example/cpns-2026")
const files = new Map<string, Uint8Array>()
const growTo = (size: number): Uint8Array => {
  while (log.tree.size < size) Log.append(node, log, Result.getOrThrow(Entry.encode(node, entryOf(log.tree.size))))
  const added = Log.takeFiles(log)
  for (const { bytes, path } of added) files.set(path, bytes)
  console.log(`${size} entries; new files: ${added.map(({ path }) => path).join(", ")}`)
  return Log.checkpoint(node, log).root
}
const olderRoot = growTo(300)
const root = growTo(1000)

const nodes = Tile.nodes(node, (path) => files.get(path), 1000)
const path = Result.getOrThrow(MerkleProof.inclusion(node, nodes, 777))
const leafHash = MerkleTree.leafHash(node, Result.getOrThrow(Entry.encode(node, entryOf(777))))
console.log(
  `\nentry 777, ${path.length} hashes: ${
    MerkleProof.isIncluded(node, { index: 777, size: 1000, leafHash, path }, root)
  }`
)
const consistency = {
  fromSize: 300,
  toSize: 1000,
  fromRoot: olderRoot,
  toRoot: root,
  path: Result.getOrThrow(MerkleProof.consistency(node, nodes, 300))
}
console.log(`the log of 300 is the beginning of the log of 1,000: ${MerkleProof.isConsistent(node, consistency)}`)

const checkpoint = SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key])
const receipt = { entry: entryOf(777), openings: {}, proof: { extra: undefined, index: 777, path, checkpoint } }
const link = Result.getOrThrow(ReceiptCode.link(node, "https://cpns.kota.example/periksa", receipt))
console.log(
  `\nreceipt as an address of ${link.length} characters: QR code of version ${ReceiptQr.modules(link).version}`
)
console.log(`read back: ${Result.isSuccess(ReceiptCode.read(node, link))}`)
