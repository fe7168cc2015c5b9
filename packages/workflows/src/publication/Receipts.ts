/**
 * Receipts of participants, from the log in the store and the salts that are kept.
 *
 * @since 0.1.0
 */
import { type Disclosure, type MerkleTree, OwnEntries, OwnReceipt, type Primitives } from "@timbang/core/publication"
import type { Selection } from "@timbang/core/selection"
import { Data, Effect } from "effect"
import * as Salts from "../ports/Salts.ts"
import type * as Signer from "../ports/Signer.ts"
import type * as TileStore from "../ports/TileStore.ts"
import type * as Vault from "../ports/Vault.ts"
import * as GrowingLog from "./GrowingLog.ts"

// --- errors ---

/**
 * The log has no such entry of the participant.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotInLog extends Data.TaggedError("NotInLog")<{ readonly participant: string; readonly kind: Kind }> {
  override get message(): string {
    return `${this.participant}: the log has no ${this.kind} of this participant yet; publish it first`
  }
}

/**
 * What a receipt is of.
 *
 * @category models
 * @since 0.1.0
 */
export type Kind = "registration" | "score" | "result"

// --- operations ---

/**
 * The receipt of a participant's last entry of a kind.
 *
 * **Example** (Of a registration)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { Publication, Receipts } from "@timbang/workflows"
 * import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.mergeAll(TileStore.layerMemory, Salts.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const primitives = Primitives.portable
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" }, birthDate: "1998-04-01" }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], engine: "timbang 0.1.0", options: {}, cohort, selection }
 * const program = Effect.gen(function*() {
 *   yield* Publication.publishAll({ primitives, policy: Disclosure.asOfficialLists(vocabulary) }, round)
 *   return yield* Receipts.of(primitives, { selection, vocabulary }, "24-1", "registration")
 * })
 * const { receipt, unopened } = await Effect.runPromise(Effect.provide(program, ports))
 * [receipt.openings["birth-date"]?.content, receipt.proof.index, unopened.length] // => ["1998-04-01", 3, 0]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const of: (
  primitives: Primitives.Primitives,
  own: { readonly selection: Selection.Selection; readonly vocabulary: Disclosure.Vocabulary },
  participant: string,
  kind?: Kind
) => Effect.Effect<
  OwnReceipt.Made,
  GrowingLog.ReadError | NotInLog | MerkleTree.OutsideTree | MerkleTree.NodeMissing | Vault.WriteError,
  TileStore.TileStore | Signer.Signer | Salts.Salts
> = Effect.fn("Receipts.of")(function*(
  primitives: Primitives.Primitives,
  own: { readonly selection: Selection.Selection; readonly vocabulary: Disclosure.Vocabulary },
  participant: string,
  kind: Kind = "result"
) {
  const { entries, head, log } = yield* GrowingLog.read(primitives)
  const found = OwnEntries.last(entries, kind).get(participant)
  if (found === undefined) return yield* new NotInLog({ participant, kind })
  const salts = yield* (yield* Salts.Salts).of(participant)
  return yield* Effect.fromResult(OwnReceipt.make(primitives, { nodes: log.tree, checkpoint: new TextDecoder().decode(head) }, { ...own, salts }, found))
})
