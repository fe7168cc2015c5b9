/** A log whose rules have requirements: age, degree, grade average, a statement, papers, one application. */
import { Sourced } from "@timbang/core/law"
import { Checkpoint, Disclosure, Edition, Entry, Log, LogFiles } from "@timbang/core/publication"
import { type Requirement, Specimen } from "@timbang/core/selection"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { portable } from "../worked.ts"

const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
const common = { decidedBy: "instansi", source } as const

const requirements: ReadonlyArray<Requirement.Requirement> = [
  { ...common, _tag: "Age", id: "usia", title: "Usia pada saat melamar", minimumYears: Sourced.known(18, source), maximumYears: Sourced.known(35, source), upperLimit: Sourced.known("years-and-no-days", source), exceptions: [] },
  { ...common, _tag: "Education", id: "pendidikan", title: "Kualifikasi pendidikan sesuai dengan jabatan" },
  { ...common, _tag: "GradeAverage", id: "ipk", title: "Indeks prestasi kumulatif minimal yang ditetapkan instansi", minimum: Sourced.unknown(source) },
  { ...common, _tag: "Declaration", id: "status", title: "Bukan anggota partai politik" },
  { ...common, _tag: "Document", id: "str", title: "Surat tanda registrasi" },
  { ...common, _tag: "Document", id: "cumlaude", title: "Lulusan terbaik", categories: ["reserved"] },
  { ...common, _tag: "OneApplication", id: "satu", title: "Satu instansi dan satu jabatan", programs: ["CPNS", "PPPK"] }
]

/** Public files of the log by their path. */
export const files: ReadonlyMap<string, Uint8Array> = (() => {
  const made = new Map<string, Uint8Array>()
  const log = Log.make("kota.example/cpns")
  const means: Edition.Means = {
    primitives: portable,
    policy: Disclosure.asOfficialLists({ specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }),
    saltOf: (name) => portable.sha256(new TextEncoder().encode(name))
  }
  const step = Result.getOrThrow(Edition.rules(means, { ruleSet: { ...Specimen.ruleSet, requirements }, formations: [Specimen.formation], options: {}, engine: "timbang 0" }))
  for (const entry of step.entries) Result.getOrThrow(Log.append(portable, log, Result.getOrThrow(Entry.encode(portable, entry))))
  for (const bytes of step.documents) made.set(Entry.documentPath(Buffer.from(portable.sha256(bytes)).toString("base64")), bytes)
  for (const { bytes, path } of Log.takeFiles(log)) made.set(path, bytes)
  const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", portable.sha256(new Uint8Array([7]))))
  const note = SecretKey.note(Checkpoint.write(Log.checkpoint(portable, log)), [key], 1795514400)
  made.set("checkpoint", new TextEncoder().encode(note))
  made.set(LogFiles.checkpointPath(log.tree.size), new TextEncoder().encode(note))
  return made
})()
