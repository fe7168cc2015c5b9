/** A made-up round of which rules and registrations are published: what a portal shows before the first score. */
import { Checkpoint, Disclosure, Edition, Entry, Log } from "@timbang/core/publication"
import { Cohort, Specimen } from "@timbang/core/selection"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives
const { formation, ruleSet } = Specimen
const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const means: Edition.Means = {
  primitives: node,
  policy: Disclosure.asOfficialLists(vocabulary),
  // Real salts are drawn once and kept; these are made of their names so that an example is the same each time.
  saltOf: (name) => node.sha256(new TextEncoder().encode(name))
}
const people = ["26-0001", "26-0002"].map((participant) => ({ participant, formation: "F1", scores: {} }))
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], people))
const round = { ruleSet, formations: [formation], options: {}, engine: "example", cohort }

const log = Log.make("kota.example/cpns-2026")
const files = new Map<string, Uint8Array>()
for (const made of [Edition.rules(means, round), Edition.registrations(means, round)]) {
  const { documents, entries } = Result.getOrThrow(made)
  for (const entry of entries) Result.getOrThrow(Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry))))
  for (const bytes of documents) files.set(Entry.documentPath(Buffer.from(node.sha256(bytes)).toString("base64")), bytes)
}
for (const { bytes, path } of Log.takeFiles(log)) files.set(path, bytes)
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(new Uint8Array(1))))
files.set("checkpoint", new TextEncoder().encode(SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key])))

/** Public files of the log by their path; a host reads them from its folder or its CDN. */
export const read = async (path: string): Promise<Uint8Array | undefined> => files.get(path)
