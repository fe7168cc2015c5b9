/**
 * Publishes a selection phase by phase, each appended and signed in its time, so that order is evidence: rules and formations before the
 * first score, registrations sealed with their count, scores before anyone ranks, results after them.
 *
 * @since 0.1.0
 */
import { Edition, Entry, FormationStatement, type ObjectionCases, type Primitives, type Revision, RunDocuments } from "@timbang/core/publication"
import { Data, Effect } from "effect"
import type * as Salts from "../ports/Salts.ts"
import type * as Signer from "../ports/Signer.ts"
import type * as TileStore from "../ports/TileStore.ts"
import type * as Vault from "../ports/Vault.ts"
import * as GrowingLog from "./GrowingLog.ts"
import * as Phases from "./Phase.ts"
import * as Salted from "./Salted.ts"

export { type Means, type Phase, PhaseRefused, type Round } from "./Phase.ts"

// --- errors ---

/**
 * A document has the name of one that the log itself writes.
 *
 * @category errors
 * @since 0.1.0
 */
export class NameTaken extends Data.TaggedError("NameTaken")<{ readonly name: string }> {
  override get message(): string {
    return `${this.name}: the log writes documents of that name itself; choose another`
  }
}

/**
 * The log has no result yet on which a document could rest.
 *
 * @category errors
 * @since 0.1.0
 */
export class LogEmpty extends Data.TaggedError("LogEmpty")<{}> {
  override get message(): string {
    return "the log is empty; publish the selection first"
  }
}

/**
 * Why nothing was published. After `HeadMoved` somebody else published: publish again.
 *
 * @category errors
 * @since 0.1.0
 */
export type PublicationError =
  | GrowingLog.PublishError
  | Edition.EditionError
  | Revision.RevisionRefused
  | ObjectionCases.CaseRefused
  | Phases.PhaseRefused
  | Vault.WriteError

type Ports = TileStore.TileStore | Signer.Signer | Salts.Salts

// --- operations ---

/**
 * Publishes one phase. Killed at any moment, the same call again gives the same log.
 *
 * **Details**
 *
 * Salts are drawn and kept first. Without rules, registrations or scores before it a phase is refused (`OrderBroken`, `PhaseRefused`), and so is
 * one that stands in the log already. `rules` with a letter, where other rules are in force, is a change of law.
 *
 * **Example** (Rules, registrations, and then results without scores)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { Publication } from "@timbang/workflows"
 * import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.mergeAll(TileStore.layerMemory, Salts.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words) }
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], engine: "timbang 0.1.0", options: selection.options, cohort, selection }
 * const program = Effect.gen(function*() {
 *   const { size } = yield* Publication.publish(means, round, "rules")
 *   yield* Publication.publish(means, round, "registrations")
 *   const refused = yield* Effect.flip(Publication.publish(means, round, "results"))
 *   return [size, refused._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, ports)) // => [3, "PhaseRefused"]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publish: (means: Phases.Means, round: Phases.Round, phase: Phases.Phase) => Effect.Effect<GrowingLog.Published, PublicationError, Ports> = Effect.fn("Publication.publish")(
  function*(means: Phases.Means, round: Phases.Round, phase: Phases.Phase) {
    return yield* Salted.publish(means, (growing, own) => append(own, growing, round, phase))
  }
)

/**
 * Publishes rules, registrations, scores and results in one go, as a new log with one checkpoint. No checkpoint stands between the phases,
 * so that their order is not attested.
 *
 * **Example** (One checkpoint)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog, Publication } from "@timbang/workflows"
 * import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.mergeAll(TileStore.layerMemory, Salts.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words) }
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], engine: "timbang 0.1.0", options: selection.options, cohort, selection }
 * const program = Effect.andThen(Publication.publishAll(means, round), PublicLog.entries(Primitives.portable))
 * const kinds = (await Effect.runPromise(Effect.provide(program, ports))).map(({ kind }) => kind)
 * [...new Set(kinds)] // => ["rule-set", "formations", "document", "registration", "seal", "score", "result"]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publishAll: (means: Phases.Means, round: Phases.Round) => Effect.Effect<GrowingLog.Published, PublicationError, Ports> = Effect.fn("Publication.publishAll")(
  function*(means: Phases.Means, round: Phases.Round) {
    return yield* Salted.publish(means, (growing, own) =>
      Effect.gen(function*() {
        if (growing.head !== undefined) return yield* Phases.refuse("published-already", "rules")
        for (const phase of phases) yield* append(own, growing, round, phase)
      }))
  }
)

/**
 * Logs a document beside what is there, such as an announcement with its certified signature; where it stands in the log already, answers
 * the index of its entry.
 *
 * **Example** (The name of the log's own)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { Publication } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const refused = Effect.flip(Publication.publishDocument(Primitives.portable, "facts", new Uint8Array(3)))
 * const error = await Effect.runPromise(Effect.provide(refused, ports))
 * error._tag // => "NameTaken"
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publishDocument: (
  primitives: Primitives.Primitives,
  name: string,
  bytes: Uint8Array
) => Effect.Effect<
  GrowingLog.Published | { readonly already: number },
  GrowingLog.PublishError | NameTaken | LogEmpty,
  TileStore.TileStore | Signer.Signer
> = Effect.fn("Publication.publishDocument")(function*(primitives: Primitives.Primitives, name: string, bytes: Uint8Array) {
  const entry = Edition.documentEntry(primitives, name, bytes)
  if (Object.values<string>(RunDocuments.names).includes(name) || FormationStatement.isName(name)) return yield* new NameTaken({ name })
  const growing = yield* GrowingLog.read(primitives)
  const already = growing.entries.findIndex((one) => Entry.digestsOf(one).includes(entry.digest))
  if (already >= 0) return { already }
  if (growing.entries.length === 0) return yield* new LogEmpty()
  yield* Effect.fromResult(GrowingLog.append(growing, { entries: [entry], documents: [bytes] }))
  return yield* GrowingLog.commit(growing)
})

const phases: ReadonlyArray<Phases.Phase> = ["rules", "registrations", "scores", "results"]

const append = (own: Phases.Own, growing: GrowingLog.GrowingLog, round: Phases.Round, phase: Phases.Phase) =>
  Effect.flatMap(Salted.areSaltsHere(growing), (areHere) =>
    areHere ? Phases.append(own, growing, round, phase) : Phases.refuse("salts-elsewhere", phase))
