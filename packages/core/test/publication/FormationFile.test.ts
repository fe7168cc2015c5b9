import {
  Checkpoint,
  type Disclosure,
  Edition,
  Entry,
  FormationFile,
  FormationStatement,
  Log,
  MerkleTree,
  Stages,
  VerifierKey,
  WitnessPolicy
} from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { join } from "node:path"
import { expect, it } from "vitest"
import { cell, row, select } from "../selection/rounds.ts"
import { toHex } from "./vectors.ts"
import { derived, digestOf, logKey, portable } from "./worked.ts"

const vocabulary: Disclosure.Vocabulary = {
  specificCategories: ["reserved"],
  generalCategory: "special",
  healthCodes: {},
  privateRungs: { birthDate: "age" },
  identities: []
}
const means: Edition.Means = {
  primitives: portable,
  policy: { name: "as-official-lists", vocabulary },
  saltOf: (name) => derived(`salt ${name}`)
}

/** Two cells, a tie that a birth date parts, somebody below a minimum, somebody absent. */
const made = select(
  [cell(1), cell(1, { formation: "F2", location: "South" })],
  [
    row("26-0001", 198, 200, "70.8", { gpa: "3.10", birthDate: "1998-04-01" }),
    row("26-0002", 198, 200, "70.8", { gpa: "3.10", birthDate: "1995-12-31" }),
    row("26-0003", 90, 200, "60.0"),
    row("26-0004", 150, 150, "50.5", { formation: "F2" }),
    { participant: "26-0005", formation: "F1", scores: {} }
  ],
  [{ _tag: "Absent", participant: "26-0005", exam: "written", at: "2026-10-20" }]
)

const published = () => {
  const entries: Array<Entry.Entry> = []
  const documents = new Map<string, Uint8Array>()
  const add = (step: Result.Result<Edition.Step, Edition.EditionError>): void => {
    const { documents: files, entries: added } = Result.getOrThrow(step)
    entries.push(...added)
    for (const bytes of files) documents.set(digestOf(bytes), bytes)
  }
  add(Edition.rules(means, { ...made, options: {}, engine: "0.1.0" }))
  add(Edition.registrations(means, made))
  for (const exam of Stages.examsOf(made)) add(Edition.scores(means, made, exam, entries.length))
  add(Edition.results(means, made))
  const document = (digest: string) => documents.get(digest)
  for (const each of FormationStatement.ofStage({ primitives: portable, document }, entries, "practical")) {
    const bytes = Result.getOrThrow(FormationStatement.write(portable, each))
    const name = FormationStatement.nameOf(each.formation.formation)
    add(Result.succeed({ entries: [Edition.documentEntry(portable, name, bytes)], documents: [bytes] }))
  }
  const log = Log.make(logKey.verifier.name)
  for (const entry of entries) Result.getOrThrow(Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, entry))))
  const checkpoint = SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), [logKey], 1795500000)
  return { entries, nodes: log.tree, document, checkpoint }
}

it("docs/specs/formation-file.json holds what this version writes, to the byte", async () => {
  const found = published()
  const stated = found.entries.findIndex(FormationStatement.isStated)
  const text = new TextDecoder().decode(FormationFile.make(portable, found, stated, found.checkpoint))
  const file = Result.getOrThrow(FormationFile.parse(text))
  const trust = { policy: WitnessPolicy.ofKey(logKey.verifier) }
  const counted = FormationFile.recount(vocabulary, file)!
  expect(FormationFile.verify(portable, file, trust).verdict).toBe("verified")
  const damaged = [
    { what: "a score raised", failed: "inclusion", file: text.replace("\"attitude\":200", "\"attitude\":201") },
    { what: "one seat more", failed: "content", file: text.replace("\"seats\":1", "\"seats\":2") },
    { what: "an entry left out", failed: "content", file: text.replace(/\{"entry":.*?"index":\d+\},/, "") },
    { what: "another size in the checkpoint", failed: "signature", file: text.replace(/\\n(\d+)\\n/, "\\n9$1\\n") }
  ]
  for (const { failed, file: changed, what } of damaged) {
    expect(FormationFile.verify(portable, Result.getOrThrow(FormationFile.parse(changed)), trust).failed, what).toBe(failed)
  }
  const vector = {
    note: "Test values: seed and salts are SHA-256 of a label; real ones are random. Synthetic participants, made-up rules.",
    verifierKey: VerifierKey.write(logKey.verifier),
    path: FormationFile.path(digestOf(Result.getOrThrow(FormationStatement.write(portable, file.statement)))),
    leafHashes: file.entries.map(({ entry, index }) => ({
      index,
      leafHash: toHex(MerkleTree.leafHash(portable, Result.getOrThrow(Entry.encode(portable, entry))))
    })),
    recount: counted.rerun,
    file: text,
    damaged
  }
  await expect(`${JSON.stringify(vector, null, 2)}\n`)
    .toMatchFileSnapshot(join(import.meta.dirname, "../../../../docs/specs/formation-file.json"))
})

it("counts a tie that a birth date parted as attested, and an absence", () => {
  const found = published()
  const stated = found.entries.findIndex(FormationStatement.isStated)
  const file = FormationFile.parse(new TextDecoder().decode(FormationFile.make(portable, found, stated, found.checkpoint)))
  expect(FormationFile.recount(vocabulary, Result.getOrThrow(file))?.rerun).toMatchObject({
    attested: { "private rungs": 1, exclusions: 1 },
    differences: []
  })
})

it("a field that nothing signs, or that stands there twice, makes it no file of a formation", () => {
  const found = published()
  const text = new TextDecoder().decode(FormationFile.make(portable, found, found.entries.findIndex(FormationStatement.isStated), found.checkpoint))
  const changes = [
    text.replace("{", "{\"note\":\"lulus\","),
    text.replace("{", "{\"path\":[],"),
    text.replace("{\"entry\":", "{\"note\":1,\"entry\":"),
    text.replace("\"code\":", "\"code\":\"P/L\",\"code\":")
  ]
  for (const changed of changes) expect(Result.isFailure(FormationFile.parse(changed)), changed.slice(0, 40)).toBe(true)
})
