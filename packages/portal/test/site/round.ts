/** A small round that is published, its receipts, and its portal. */
import {
  Checkpoint,
  Disclosure,
  Edition,
  Entry,
  FormationFile,
  FormationStatement,
  Log,
  LogFiles,
  MerkleProof,
  Receipt,
  Stages,
  VerifierKey
} from "@timbang/core/publication"
import { Cohort, Selection, Specimen } from "@timbang/core/selection"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { portable } from "../worked.ts"

const { formation } = Specimen
const source = { instrument: "Specimen", confidence: "host" } as const
const known = (value: number) => ({ _tag: "Known", value, source } as const)
const ruleSet: typeof Specimen.ruleSet = {
  ...Specimen.ruleSet,
  objections: [{ stage: "final", days: known(3), perPerson: known(1), announceAgainWithinDays: known(7), decidedBy: "board", source }]
}
const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const means: Edition.Means = {
  primitives: portable,
  policy: Disclosure.asOfficialLists(vocabulary),
  saltOf: (name) => portable.sha256(new TextEncoder().encode(`test salt: ${name}`))
}
const rows: ReadonlyArray<Cohort.Row> = [
  { participant: "26-0001", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "70.8" } },
  { participant: "26-0002", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }
]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
const corrected = { _tag: "Corrected", participant: "26-0002", component: "knowledge", from: "198", to: "196", at: "2026-11-20", basis: "B/1" } as const
const made = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, [corrected]))

const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", portable.sha256(new Uint8Array([7]))))

type Phase = "rules" | "change-of-law" | "registrations" | "scores" | "results"

/** Files of a log up to a phase, by path. */
export const filesUpTo = (last: Phase): Map<string, Uint8Array> => published(last).files

const published = (last: Phase) => {
  const log = Log.make("kota.example/cpns")
  const files = new Map<string, Uint8Array>()
  const entries: Array<Entry.Entry> = []
  const put = (step: Result.Result<Edition.Step, Edition.EditionError>): void => {
    const { documents, entries: added } = Result.getOrThrow(step)
    for (const entry of added) {
      entries.push(entry)
      Result.getOrThrow(Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, entry))))
    }
    for (const bytes of documents) files.set(Entry.documentPath(Buffer.from(portable.sha256(bytes)).toString("base64")), bytes)
  }
  const document = (digest: string) => files.get(Entry.documentPath(digest))
  const phases: ReadonlyArray<readonly [Phase, () => void]> = [
    ["rules", () => put(Edition.rules(means, { ruleSet, formations: [formation], options: {}, engine: "timbang 0" }))],
    ["change-of-law", () => {
      // Only a log that ends here has it.
      if (last !== "change-of-law") return
      const [first] = Result.getOrThrow(Edition.rules(means, { ruleSet, formations: [formation], options: {}, engine: "timbang 0" })).documents
      const letterFile = new TextEncoder().encode("Surat contoh.")
      const digest = (bytes: Uint8Array) => Buffer.from(portable.sha256(bytes)).toString("base64")
      const changed = { ...ruleSet, components: ruleSet.components.map((one) => ({ ...one, title: `${one.title} (baru)` })) }
      const letter = { number: "B/7/2026", date: "2026-11-25", digest: digest(letterFile) }
      put(Edition.changeOfLaw(portable, { ruleSet: changed, from: digest(first!), letter, letterFile }))
    }],
    ["registrations", () => put(Edition.registrations(means, made))],
    ["scores", () => {
      for (const exam of Stages.examsOf(made)) put(Edition.scores(means, made, exam, log.tree.size))
    }],
    ["results", () => {
      put(Edition.results(means, made))
      const statements = FormationStatement.ofStage({ primitives: portable, document }, entries, Stages.stageOf(made))
      for (const each of statements) {
        const bytes = Result.getOrThrow(FormationStatement.write(portable, each))
        put(Result.succeed({
          entries: [Edition.documentEntry(portable, FormationStatement.nameOf(each.formation.formation), bytes)],
          documents: [bytes]
        }))
      }
    }]
  ]
  for (const [phase, append] of phases) {
    append()
    if (phase === last) break
  }
  for (const { bytes, path } of Log.takeFiles(log)) files.set(path, bytes)
  const note = SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), [key], 1795514400)
  files.set("checkpoint", new TextEncoder().encode(note))
  files.set(LogFiles.checkpointPath(log.tree.size), new TextEncoder().encode(note))
  return { document, entries, files, log, note }
}

const whole = published("results")

/** The whole log. */
export const files = whole.files

/** The receipt of a participant's result, as text. */
export const receiptOf = (participant: string, change: (entry: Entry.ResultEntry) => Entry.ResultEntry = (entry) => entry): string => {
  const index = whole.entries.findIndex((entry) => entry.kind === "result" && entry.participant === participant)
  const path = Result.getOrThrow(MerkleProof.inclusion(portable, whole.log.tree, index))
  const entry = whole.entries[index] as Entry.ResultEntry
  return Receipt.write({ entry: change(entry), openings: {}, proof: { extra: undefined, index, path, checkpoint: whole.note } })
}

/** The file of the formation, as text. */
export const formationFile: string = new TextDecoder().decode(FormationFile.make(
  portable,
  { entries: whole.entries, nodes: whole.log.tree, document: whole.document },
  whole.entries.findIndex(FormationStatement.isStated),
  whole.note
))

/** The same with a result that the key holder altered before signing: the file is whole, and the recount contradicts it. */
export const alteredFile: string = (() => {
  const entries = whole.entries.map((entry): Entry.Entry =>
    entry.kind === "result" && entry.participant === "26-0002" ? { ...entry, rank: 1, code: "selected" } : entry
  )
  const log = Log.make("kota.example/cpns")
  for (const entry of entries) Result.getOrThrow(Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, entry))))
  const note = SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), [key], 1795514400)
  const bytes = FormationFile.make(portable, { entries, nodes: log.tree, document: whole.document }, entries.findIndex(FormationStatement.isStated), note)
  return new TextDecoder().decode(bytes)
})()

/** The key of the log, as an announcement prints it. */
export const verifierKey: string = VerifierKey.write(key.verifier)
