/**
 * Publishes a selection phase by phase, and recounts it as a stranger does: from the entries and the documents beside them.
 * Then raises one rank, and shows what the recount says.
 *
 * Run: node examples/35-recount-a-selection.ts
 */
import { Audit, Checkpoint, Disclosure, Edition, Entry, Log, Recount, Stages } from "@timbang/core/publication"
import { Cohort, RuleSetSchema, Selection } from "@timbang/core/selection"
import { Sentences } from "@timbang/language"
import { AuditSentences, PublishLines } from "@timbang/language/publication"
import { DisclosureLaw, RuleSets } from "@timbang/regulations"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives
const bytesOf = (text: string) => new TextEncoder().encode(text)
const digestOf = (bytes: Uint8Array) => Buffer.from(node.sha256(bytes)).toString("base64")

// A selection: three people, one seat, a tie that the birth date parts.
const ruleSet = RuleSets.cpns2024
const formations = [
  { formation: "F1", position: "Penyuluh", education: "S-1", location: "Setda", category: "umum", seats: 1 }
]
const row = (participant: string, tkp: number, birthDate: string) => ({
  participant,
  formation: "F1",
  scores: { twk: 110, tiu: 150, tkp, skb: "68" },
  gpa: "3.50",
  birthDate
})
const people = [row("26-01", 190, "1997-05-01"), row("26-02", 190, "1996-02-01"), row("26-03", 185, "1995-01-01")]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, people))
const selection = Result.getOrThrow(Selection.run(ruleSet, formations, cohort, []))

// Salts and the key are drawn and kept in a vault; these are fixed so that the example prints the same each time.
const vocabulary = DisclosureLaw.vocabulary.values[0]!.value
const means: Edition.Means = {
  primitives: node,
  policy: Disclosure.asOfficialLists(vocabulary),
  saltOf: (name) => node.sha256(bytesOf(`an example of ${name}`))
}
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(bytesOf("a key"))))

const log = Log.make("kota.example/cpns-2026")
const entries: Array<Uint8Array> = []
const checkpoints: Array<string> = []
const documents = new Map<string, Uint8Array>()
const publish = (made: Result.Result<Edition.Step, Edition.EditionError>): void => {
  const step = Result.getOrThrow(made)
  for (const entry of step.entries) {
    entries.push(Result.getOrThrow(Entry.encode(node, entry)))
    Result.getOrThrow(Log.append(node, log, entries.at(-1)!))
  }
  for (const bytes of step.documents) documents.set(digestOf(bytes), bytes)
  checkpoints.push(SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key]))
}
publish(Edition.rules(means, { ruleSet, formations, options: {}, engine: "timbang 0.1.0" }))
publish(Edition.registrations(means, selection))
for (const exam of Stages.examsOf(selection)) publish(Edition.scores(means, selection, exam, log.tree.size))
publish(Edition.results(means, selection))
console.log(`published: ${entries.length} entries, ${documents.size} documents, ${checkpoints.length} checkpoints`)
console.log(`the registration of 26-01: ${new TextDecoder().decode(entries[3])}\n`)

const recount = (title: string, list: ReadonlyArray<Uint8Array>): void => {
  const document = (digest: string) => documents.get(digest)
  const decodeRules = (value: unknown) => Result.getOrUndefined(RuleSetSchema.decode(value))
  const { faults, rerun } = Audit.audit(node, { entries: list, checkpoints, document }, (chronicle) =>
    Recount.recount({ primitives: node, entries: list, document, decodeRules, vocabulary }, chronicle))
  const words = PublishLines.lines.en
  console.log(title)
  for (const [what, count] of Object.entries(rerun.checked)) {
    console.log(`  recounted: ${words.checked[what as Recount.Checked]}: ${count}`)
  }
  for (const [what, count] of Object.entries(rerun.attested)) {
    console.log(`  attested:  ${words.attested[what as Recount.Attested]}: ${count}`)
  }
  for (const fault of faults) console.log(`  fault:     ${Sentences.say(AuditSentences.faults.en, fault)}`)
}

recount("as published", entries)
const raised = entries.map((bytes) => {
  const entry = Result.getOrThrow(Entry.decode(node, bytes))
  return entry.kind === "result" && entry.participant === "26-03"
    ? Result.getOrThrow(Entry.encode(node, { ...entry, rank: 1, code: "P/L" }))
    : bytes
})
recount("\nafter somebody made 26-03 the first", raised)
