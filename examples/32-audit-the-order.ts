/**
 * The order of a log is evidence. Audits one that was published step by step, one published in one go, and one whose
 * rules came after the scores.
 *
 * Run: node examples/32-audit-the-order.ts
 */
import { Audit, Checkpoint, Entry, Log, WitnessPolicy } from "@timbang/core/publication"
import { AuditSentences } from "@timbang/language/publication"
import { Sentences } from "@timbang/language"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives
const digest = (text: string): string => Buffer.from(node.sha256(new TextEncoder().encode(text))).toString("base64")
const key = Result.getOrThrow(
  SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(new TextEncoder().encode("an example")))
)

const rules: ReadonlyArray<Entry.Entry> = [
  { kind: "rule-set", id: "uji-1", engine: "0.1.0", digest: digest("rules") },
  { kind: "formations", digest: digest("formations"), formations: 1, seats: 1 }
]
const registrations: ReadonlyArray<Entry.Entry> = [
  { kind: "registration", participant: "26-0001", formation: "F1" },
  { kind: "registration", participant: "26-0002", formation: "F1" },
  { kind: "seal", of: "registrations", count: 2 }
]
const scores: ReadonlyArray<Entry.Entry> = [
  { kind: "score", participant: "26-0001", stage: "SKD", session: "1", scores: { TWK: 100, TIU: 120, TKP: 180 } },
  { kind: "score", participant: "26-0002", stage: "SKD", session: "1", scores: { TWK: 95, TIU: 125, TKP: 180 } },
  { kind: "seal", of: "scores", stage: "SKD", session: "1", count: 2 }
]
const changed: Entry.Entry = { kind: "rule-set", id: "uji-2", engine: "0.1.0", digest: digest("other rules") }
const corrected: Entry.Entry = {
  kind: "correction",
  replaces: 5,
  by: { kind: "score", participant: "26-0001", stage: "SKD", session: "1", scores: { TWK: 150, TIU: 120, TKP: 180 } }
}

const audit = (title: string, steps: ReadonlyArray<ReadonlyArray<Entry.Entry>>): void => {
  const log = Log.make("kota.example/cpns-2026")
  const entries: Array<Uint8Array> = []
  const checkpoints = steps.map((step) => {
    for (const entry of step) {
      entries.push(Result.getOrThrow(Entry.encode(node, entry)))
      Log.append(node, log, entries.at(-1)!)
    }
    return SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key])
  })
  const policy = WitnessPolicy.ofKey(key.verifier)
  const { faults, notices } = Audit.audit(node, { entries, checkpoints, policy }, Audit.noRerun)
  console.log(`${title}, faults: ${faults.length}`)
  for (const fault of faults) console.log(`  fault:  ${Sentences.say(AuditSentences.faults.en, fault)}`)
  for (const notice of notices) console.log(`  notice: ${Sentences.say(AuditSentences.notices.en, notice)}`)
}

audit("step by step", [rules, registrations, scores])
audit("in one go", [[...rules, ...registrations, ...scores]])
audit("rules changed after the scores", [rules, registrations, scores, [changed]])
audit("a score corrected without a reason", [rules, registrations, scores, [corrected]])
