/**
 * A host publishes a selection phase by phase into a folder for its web server: each phase is signed in its time, and out of turn it is refused.
 *
 * Run: node examples/38-publish-phase-by-phase.ts
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Disclosure } from "@timbang/core/publication"
import { Cohort, Selection, Specimen } from "@timbang/core/selection"
import { Primitives, SecretKey } from "@timbang/signing"
import { SaltsFile, TileStoreFolder } from "@timbang/storage-files"
import { Publication } from "@timbang/workflows"
import { Salts, Signer } from "@timbang/workflows/ports"
import { Effect, Layer, Result } from "effect"

const place = mkdtempSync(join(tmpdir(), "timbang-"))
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
const ports = Layer.mergeAll(
  TileStoreFolder.layer(join(place, "www")),
  SaltsFile.layer(join(place, "private/salts.json")),
  Signer.layer(key.verifier, (text) => SecretKey.sign(key, text))
)

const { formation, ruleSet } = Specimen
const rows: ReadonlyArray<Cohort.Row> = [
  { participant: "26-0001", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" }, birthDate: "1998-04-01" },
  { participant: "26-0002", formation: "F1", scores: { knowledge: 190, attitude: 200, practice: "70.8" }, birthDate: "1999-04-01" }
]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
const selection = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))
const round: Publication.Round = { ruleSet, formations: [formation], engine: "timbang 0.1.0", options: {}, cohort, selection }
const words = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
const means: Publication.Means = { primitives: Primitives.portable, policy: Disclosure.protectedCategories(words) }

const publish = (phase: Publication.Phase) =>
  Effect.match(Publication.publish(means, round, phase), {
    onSuccess: ({ index, size }) => `${phase}: entries ${index} to ${size - 1}`,
    onFailure: (error) => `${phase} refused: ${error.message}`
  })

const program = Effect.gen(function*() {
  for (const phase of ["rules", "registrations", "results", "scores", "results", "results"] as const) console.log(yield* publish(phase))
  const { erase } = yield* Salts.Salts
  console.log(`salts of 26-0002 erased: ${yield* erase("26-0002")}; the log stays as it is`)
})
await Effect.runPromise(Effect.provide(program, ports))
console.log(`for the web server: ${readdirSync(join(place, "www")).sort().join(", ")}`)
rmSync(place, { recursive: true })
