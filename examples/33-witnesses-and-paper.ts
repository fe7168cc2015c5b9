/**
 * Who vouches that a log was not rewritten: witnesses who sign, and eight words on paper.
 *
 * Run: node examples/33-witnesses-and-paper.ts
 */
import { PaperWords, SignedCheckpoint, VerifierKey, WitnessPolicy } from "@timbang/core/publication"
import { PaperWordList } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives

/** Real seeds are random; these are fixed so that the example prints the same each time. */
const keyOf = (name: string, type: VerifierKey.KeyType): SecretKey.SecretKey =>
  Result.getOrThrow(SecretKey.fromSeed(name, type, node.sha256(new TextEncoder().encode(name))))

const log = keyOf("kota.example/cpns-2026", "ed25519")
const inspectorate = keyOf("inspektorat.example", "cosignature")
const university = keyOf("universitas.example", "cosignature")
const press = keyOf("pers.example", "cosignature")

const policyText = [
  "# printed in the announcement",
  `log ${VerifierKey.write(log.verifier)}`,
  `witness inspectorate ${VerifierKey.write(inspectorate.verifier)}`,
  `witness university ${VerifierKey.write(university.verifier)}`,
  `witness press ${VerifierKey.write(press.verifier)}`,
  "group outside any university press",
  "group everybody all inspectorate outside",
  "quorum everybody",
  ""
].join("\n")
const policy = Result.getOrThrow(WitnessPolicy.parse(node, policyText))
console.log(policyText)

const checkpoint = {
  origin: "kota.example/cpns-2026",
  size: 1200,
  root: node.sha256(new Uint8Array(1)),
  extensions: []
}
const text = `kota.example/cpns-2026\n1200\n${Buffer.from(checkpoint.root).toString("base64")}\n`
const signedBy = (...witnesses: ReadonlyArray<SecretKey.SecretKey>): string => {
  const verified = SignedCheckpoint.verify(node, policy, SecretKey.note(text, [log, ...witnesses], 1795500000))
  return Result.isSuccess(verified) ? "accepted" : verified.failure.message
}
console.log(`log alone: ${signedBy()}`)
console.log(`log and inspectorate: ${signedBy(inspectorate)}`)
console.log(`log, university and press: ${signedBy(university, press)}`)
console.log(`log, inspectorate and press: ${signedBy(inspectorate, press)}`)

const words = Result.getOrThrow(PaperWords.of(node, PaperWordList.words, checkpoint))
console.log(`\nthe words of this checkpoint: ${words.join(" ")}`)
const typed = PaperWords.read(words.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join(", "))
console.log(
  `typed off the paper: ${PaperWords.match(node, PaperWordList.words, checkpoint, typed) ? "match" : "differ"}`
)
const grown = { ...checkpoint, size: 1201 }
console.log(`after one more entry: ${PaperWords.match(node, PaperWordList.words, grown, typed) ? "match" : "differ"}`)
