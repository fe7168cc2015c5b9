/**
 * Makes the receipt of a participant: the entry, its proof, and whatever of the private parts salt and content still open.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type { Selection } from "../selection/Selection.ts"
import * as Commitment from "./Commitment.ts"
import type * as Disclosure from "./Disclosure.ts"
import type * as Entry from "./Entry.ts"
import * as MerkleProof from "./MerkleProof.ts"
import type * as MerkleTree from "./MerkleTree.ts"
import type { Found } from "./OwnEntries.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"
import * as PrivateParts from "./PrivateParts.ts"
import type { Receipt } from "./Receipt.ts"

// --- models ---

/**
 * The log that the receipt is of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Log {
  readonly nodes: MerkleTree.Nodes
  /** The signed checkpoint that counts the nodes. */
  readonly checkpoint: string
}

/**
 * A receipt, and the names of private parts that could not be opened, because salt or content is gone.
 *
 * @category models
 * @since 0.1.0
 */
export interface Made {
  readonly receipt: Receipt
  readonly unopened: ReadonlyArray<string>
}

// --- operations ---

/**
 * Makes a receipt.
 *
 * **Details**
 *
 * A part is opened only where what the selection holds is what was committed to; nothing wrong is ever handed out.
 *
 * **Example** (Without the salt)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition, Entry, Log, OwnEntries, OwnReceipt } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const salt = Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(vocabulary), saltOf: () => salt }
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" }, birthDate: "1998-04-01" }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const { entries } = Result.getOrThrow(Edition.registrations(means, selection))
 * const log = Log.make("kota.example")
 * for (const entry of entries) Log.append(Primitives.portable, log, Result.getOrThrow(Entry.encode(Primitives.portable, entry)))
 * const found = OwnEntries.last(entries, "registration").get("24-1")!
 * const make = (salts: ReadonlyMap<string, Uint8Array>) =>
 *   Result.getOrThrow(OwnReceipt.make(Primitives.portable, { nodes: log.tree, checkpoint: "..." }, { selection, vocabulary, salts }, found))
 * make(new Map()).unopened // => ["birth-date"]
 * make(new Map([["registration/24-1/birth-date", salt]])).receipt.openings["birth-date"]?.content // => "1998-04-01"
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const make = (
  primitives: Hash & Canonicalizer,
  { checkpoint, nodes }: Log,
  own: {
    readonly selection: Selection
    /** The words of disclosure that the log was published with. */
    readonly vocabulary: Disclosure.Vocabulary
    /** Salts of the participant, by name. */
    readonly salts: ReadonlyMap<string, Uint8Array>
  },
  found: Found
): Result.Result<Made, MerkleTree.OutsideTree | MerkleTree.NodeMissing> =>
  Result.map(MerkleProof.inclusion(primitives, nodes, found.index), (path) => {
    const { openings, unopened } = openingsOf(primitives, own, found)
    return { receipt: { entry: found.entry, openings, proof: { extra: undefined, index: found.index, path, checkpoint } }, unopened }
  })

const openingsOf = (
  primitives: Hash & Canonicalizer,
  { salts, selection, vocabulary }: Parameters<typeof make>[2],
  { own, revision }: Found
) => {
  const openings: Record<string, Commitment.Opening> = {}
  const unopened: Array<string> = []
  const hidden = hiddenOf(selection, vocabulary, own)
  const owner = own.kind === "score" ? "" : PrivateParts.ownerOf(own, revision)
  for (const [part, commitment] of Object.entries(own.commitments ?? {})) {
    const salt = salts.get(PrivateParts.saltName(owner, part))
    const content = hidden?.[part]
    const opening = content === undefined || salt === undefined ? undefined : { salt, content }
    const bytes = Bytes.fromBase64(commitment)
    if (opening !== undefined && bytes !== undefined && Commitment.opens(primitives, bytes, opening)) openings[part] = opening
    else unopened.push(part)
  }
  return { openings, unopened }
}

/** Everything private, whatever the policy shows: a commitment of that name tells what was hidden. */
const hiddenOf = (selection: Selection, vocabulary: Disclosure.Vocabulary, own: Entry.Correctable) => {
  const row = selection.cohort.participant.indexOf(own.participant)
  if (row < 0 || own.kind === "score") return undefined
  const hideAll: Disclosure.Policy = { name: "protected", vocabulary }
  const split = own.kind === "registration" ? PrivateParts.ofRegistration(hideAll, selection, row) : PrivateParts.ofResult(hideAll, selection, row)
  return Result.getOrUndefined(split)?.hidden
}
