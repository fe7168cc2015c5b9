/**
 * Publishes a small selection step by step, hands out a receipt, verifies it, and shows what a raised score looks like.
 *
 * Run: node examples/30-publish-and-verify.ts
 */
import {
  Checkpoint,
  Entry,
  Log,
  MerkleProof,
  type Receipt,
  Verification,
  WitnessPolicy
} from "@timbang/core/publication"
import { VerifierTexts } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives

/** A real seed is 32 bytes of `crypto.getRandomValues`; this one is fixed so that the example prints the same each time. */
const seed = node.sha256(new TextEncoder().encode("an example"))
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", seed))

const rules = Buffer.from(node.sha256(new TextEncoder().encode("the rule set's file"))).toString("base64")
const result = (participant: string, total: number, rank: number): Entry.Entry => ({
  kind: "result",
  participant,
  stage: "SKD",
  formation: "guru-sd/jelutung",
  rules,
  scores: { total },
  code: rank === 1 ? "P/L" : "L",
  rank,
  decidedBy: null
})

const log = Log.make("kota.example/cpns-2026")
const publish = (what: string, entries: ReadonlyArray<Entry.Entry>): string => {
  for (const entry of entries) {
    Result.getOrThrow(Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry))))
  }
  const text = Checkpoint.write(Log.checkpoint(node, log))
  console.log(`${what.padEnd(14)} ${String(log.tree.size).padStart(2)} entries, root ${text.split("\n")[2]}`)
  return SecretKey.note(text, [key])
}

publish("rules", [{ kind: "rule-set", id: "uji-1", engine: "0.1.0", digest: rules }])
publish("registrations", [
  { kind: "registration", participant: "26-0001", formation: "guru-sd/jelutung" },
  { kind: "registration", participant: "26-0002", formation: "guru-sd/jelutung" },
  { kind: "seal", of: "registrations", count: 2 }
])
const signed = publish("results", [result("26-0001", 402, 2), result("26-0002", 415, 1)])

const receipt: Receipt.Receipt = {
  entry: result("26-0002", 415, 1),
  openings: {},
  proof: {
    extra: undefined,
    index: 5,
    path: Result.getOrThrow(MerkleProof.inclusion(node, log.tree, 5)),
    checkpoint: signed
  }
}
const policy = WitnessPolicy.ofKey(key.verifier)
const texts = VerifierTexts.texts.en
const say = ({ failed, verdict }: Verification.Verdict): string =>
  verdict === "refused" ? texts.refusals[failed!] : texts.verdicts[verdict]

console.log("\nthe receipt, with the key of the announcement:")
console.log(say(Verification.verify(node, receipt, { policy })))
console.log("\nthe same receipt, without any key:")
console.log(say(Verification.verify(node, receipt, {})))
console.log("\nthe receipt with a total of 425:")
console.log(say(Verification.verify(node, { ...receipt, entry: result("26-0002", 425, 1) }, { policy })))
