/**
 * Checks a receipt, in this order: what it opens, who signed, the words on paper, and the place in the log.
 *
 * A verdict is green only when everything held and something that the reader trusts stood behind it. Without a key,
 * a policy or the words of an announcement it can only be "consistent, signer unknown".
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type * as Checkpoint from "./Checkpoint.ts"
import * as Commitment from "./Commitment.ts"
import * as Entry from "./Entry.ts"
import * as MerkleProof from "./MerkleProof.ts"
import * as MerkleTree from "./MerkleTree.ts"
import * as PaperWords from "./PaperWords.ts"
import type { Primitives } from "./Primitives.ts"
import type * as Receipt from "./Receipt.ts"
import * as SignedCheckpoint from "./SignedCheckpoint.ts"
import type { Trust } from "./Trust.ts"

// --- models ---

/**
 * The checks, in the order in which the first that fails gives the verdict. A receipt has a `commitment`, the file of a
 * formation and a logged document have `content`.
 *
 * @category models
 * @since 0.1.0
 */
export type CheckName = "content" | "commitment" | "signature" | "witnesses" | "paper" | "inclusion"

/**
 * Why a check fails.
 *
 * - `PartUnknown`: the entry commits to no part of that name. `PartDiffers`: part and salt do not open its commitment.
 * - `ContentDiffers`: what was checked is not what was logged; of the file of a formation, what does not fit.
 * - `WordsDiffer`: the words on paper are those of another checkpoint.
 * - `ProofMalformed`: so many hashes cannot belong to that place in a log of that size. `PathDiffers`: they lead elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export type Because =
  | { readonly _tag: "PartUnknown"; readonly part: string }
  | { readonly _tag: "PartDiffers"; readonly part: string }
  | {
    readonly _tag: "ContentDiffers"
    readonly what: "no-document" | "document" | "no-statement" | "statement" | "rules" | "entries" | "rules-of-results"
  }
  | { readonly _tag: "WordsDiffer" }
  | { readonly _tag: "PathDiffers" }
  | MerkleProof.ProofMalformed
  | Entry.Unwritable
  | SignedCheckpoint.Refusal

/**
 * One check.
 *
 * - `holds` and `fails`: it was made.
 * - `not-asked`: there was nothing to check, or nothing trusted to check it against.
 *
 * @category models
 * @since 0.1.0
 */
export interface Check {
  readonly name: CheckName
  readonly outcome: "holds" | "fails" | "not-asked"
  /** Why it fails. */
  readonly because?: Because
}

/**
 * What came out.
 *
 * - `verified`: everything held, against something trusted.
 * - `signer-unknown`: the receipt is consistent in itself; nothing says who made it.
 * - `refused`: something did not hold; `checks` says what.
 *
 * @category models
 * @since 0.1.0
 */
export interface Verdict {
  readonly verdict: "verified" | "signer-unknown" | "refused"
  /** The first check that failed. */
  readonly failed: CheckName | undefined
  readonly checks: ReadonlyArray<Check>
  /** The checkpoint, when it could be read at all. */
  readonly checkpoint: Checkpoint.Checkpoint | undefined
  readonly witnesses: ReadonlyArray<SignedCheckpoint.Witnessed>
}

// --- operations ---

/**
 * Checks a receipt against what the reader trusts.
 *
 * **Example** (A proof that leads nowhere)
 *
 * ```ts
 * import { Verification } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const proof = { extra: undefined, index: 0, path: [], checkpoint: "kota.example\n1\n...\n" }
 * const receipt = { entry: { kind: "seal", of: "results", count: 5 }, openings: {}, proof } as const
 * Verification.verify(Primitives.portable, receipt, {}).verdict // => "refused"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verify = (primitives: Primitives, { entry, openings, proof }: Receipt.Receipt, trust: Trust): Verdict => {
  return verdictOf(primitives, proof.checkpoint, trust, (checkpoint) => ({
    before: [commitmentCheck(primitives, entry, openings)],
    after: [inclusionCheck(primitives, entry, proof, checkpoint)]
  }))
}

/**
 * Checks a document against the receipt of its entry: byte by byte the one that was logged, in a log that the reader trusts.
 *
 * **Gotchas**
 *
 * It says that the document is unchanged. Who was entitled to issue it is proved by the certified signature in it.
 *
 * **Example** (The receipt of something else)
 *
 * ```ts
 * import { Verification } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const proof = { extra: undefined, index: 0, path: [], checkpoint: "kota.example\n1\n...\n" }
 * const receipt = { entry: { kind: "seal", of: "results", count: 5 }, openings: {}, proof } as const
 * Verification.verifyDocument(Primitives.portable, receipt, new Uint8Array(0), {}).failed // => "content"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verifyDocument = (
  primitives: Primitives,
  { entry, proof }: Receipt.Receipt,
  document: Uint8Array,
  trust: Trust
): Verdict =>
  verdictOf(primitives, proof.checkpoint, trust, (checkpoint) => ({
    before: [documentCheck(primitives, entry, document)],
    after: [inclusionCheck(primitives, entry, proof, checkpoint)]
  }))

/**
 * The verdict on something that a checkpoint proves: its own checks before and after those of signature, witnesses and paper.
 *
 * **Example** (A note that is no checkpoint)
 *
 * ```ts
 * import { Verification } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const none = () => ({ before: [], after: [] })
 * Verification.verdictOf(Primitives.portable, "kota.example", {}, none).failed // => "signature"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verdictOf = (
  primitives: Primitives,
  note: string,
  trust: Trust,
  checksOf: (checkpoint: Checkpoint.Checkpoint | undefined) => {
    readonly before: ReadonlyArray<Check>
    readonly after: ReadonlyArray<Check>
  }
): Verdict => {
  const read = SignedCheckpoint.read(note)
  const signed = trust.policy === undefined ? undefined : SignedCheckpoint.verify(primitives, trust.policy, note)
  const checkpoint = Result.getOrUndefined(read)
  const { after, before } = checksOf(checkpoint)
  const checks: ReadonlyArray<Check> = [
    ...before,
    signatureCheck(read, signed),
    witnessCheck(trust, signed),
    paperCheck(primitives, trust, checkpoint),
    ...after
  ]
  const failed = checks.find(({ outcome }) => outcome === "fails")?.name
  const isTrusted = trust.policy !== undefined || trust.paper !== undefined
  return {
    verdict: failed !== undefined ? "refused" : isTrusted ? "verified" : "signer-unknown",
    failed,
    checks,
    checkpoint,
    witnesses: signed !== undefined && Result.isSuccess(signed) ? signed.success.witnesses : []
  }
}

type Signed = ReturnType<typeof SignedCheckpoint.verify> | undefined

const holds = (name: CheckName): Check => ({ name, outcome: "holds" })
const fails = (name: CheckName, because: Because): Check => ({ name, outcome: "fails", because })
const notAsked = (name: CheckName): Check => ({ name, outcome: "not-asked" })

const commitmentCheck = (primitives: Primitives, entry: Entry.Entry, openings: Receipt.Receipt["openings"]): Check => {
  const parts = Object.entries(openings)
  if (parts.length === 0) return notAsked("commitment")
  const commitments = commitmentsOf(entry)
  for (const [part, opening] of parts) {
    const commitment = commitments.get(part)
    const bytes = commitment === undefined ? undefined : Bytes.fromBase64(commitment)
    if (bytes === undefined) return fails("commitment", { _tag: "PartUnknown", part })
    if (!Commitment.opens(primitives, bytes, opening)) {
      return fails("commitment", { _tag: "PartDiffers", part })
    }
  }
  return holds("commitment")
}

const documentCheck = (primitives: Primitives, entry: Entry.Entry, document: Uint8Array): Check => {
  if (entry.kind !== "document") return fails("content", { _tag: "ContentDiffers", what: "no-document" })
  return entry.bytes === document.length && entry.digest === Bytes.base64(primitives.sha256(document))
    ? holds("content")
    : fails("content", { _tag: "ContentDiffers", what: "document" })
}

const commitmentsOf = (entry: Entry.Entry): ReadonlyMap<string, string> => {
  const owner = entry.kind === "correction" ? entry.by : entry
  return new Map(
    owner !== null && "commitments" in owner && owner.commitments !== undefined ? Object.entries(owner.commitments) : []
  )
}

const signatureCheck = (read: ReturnType<typeof SignedCheckpoint.read>, signed: Signed): Check => {
  if (Result.isFailure(read)) return fails("signature", read.failure)
  if (signed === undefined) return notAsked("signature")
  return Result.isFailure(signed) && signed.failure._tag !== "QuorumNotMet"
    ? fails("signature", signed.failure)
    : holds("signature")
}

const witnessCheck = ({ policy }: Trust, signed: Signed): Check => {
  if (policy === undefined || policy.quorum === "none" || signed === undefined) return notAsked("witnesses")
  if (Result.isSuccess(signed)) return holds("witnesses")
  return signed.failure._tag === "QuorumNotMet" ? fails("witnesses", signed.failure) : notAsked("witnesses")
}

const paperCheck = (primitives: Primitives, { paper }: Trust, checkpoint: Checkpoint.Checkpoint | undefined): Check => {
  if (paper === undefined || checkpoint === undefined) return notAsked("paper")
  return PaperWords.match(primitives, paper.list, checkpoint, paper.words)
    ? holds("paper")
    : fails("paper", { _tag: "WordsDiffer" })
}

const inclusionCheck = (
  primitives: Primitives,
  entry: Entry.Entry,
  { index, path }: Receipt.Receipt["proof"],
  checkpoint: Checkpoint.Checkpoint | undefined
): Check => {
  if (checkpoint === undefined) return notAsked("inclusion")
  const bytes = Entry.encode(primitives, entry)
  if (Result.isFailure(bytes)) return fails("inclusion", bytes.failure)
  const leafHash = MerkleTree.leafHash(primitives, bytes.success)
  const root = MerkleProof.rootOf(primitives, { index, size: checkpoint.size, leafHash, path })
  if (Result.isFailure(root)) return fails("inclusion", root.failure)
  return Bytes.equal(root.success, checkpoint.root) ? holds("inclusion") : fails("inclusion", { _tag: "PathDiffers" })
}
