/**
 * Audits a whole log from its public files: every entry readable, the order kept, every checkpoint signed, witnessed and
 * the root of these very entries, every document the one that was logged.
 *
 * What the rules decide is rerun by an argument, so that this stage needs no engine; what cannot be rerun from public
 * data is counted by name as attested.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type * as Checkpoint from "./Checkpoint.ts"
import * as Chronicle from "./Chronicle.ts"
import * as Entry from "./Entry.ts"
import * as FormationFile from "./FormationFile.ts"
import * as FormationStatement from "./FormationStatement.ts"
import * as LogFiles from "./LogFiles.ts"
import * as MerkleTree from "./MerkleTree.ts"
import type { Primitives } from "./Primitives.ts"
import * as SignedCheckpoint from "./SignedCheckpoint.ts"
import type * as WitnessPolicy from "./WitnessPolicy.ts"

// --- models ---

/**
 * All that an auditor has in hand.
 *
 * @category models
 * @since 0.1.0
 */
export interface Evidence {
  /** Every entry, in order, as bytes. */
  readonly entries: ReadonlyArray<Uint8Array>
  /** Every signed checkpoint at hand: those of the log, and those that witnesses or press kept. */
  readonly checkpoints: ReadonlyArray<string>
  /** Whom the auditor trusts. Absent: signatures are not checked and the report says so. */
  readonly policy?: WitnessPolicy.WitnessPolicy
  /** The file with that digest, or nothing. Absent: documents are not checked and the report says so. */
  readonly document?: (digest: Entry.Digest) => Uint8Array | undefined
  /** The folder of the log, where there is one: every path in it, and what stands there. */
  readonly folder?: {
    readonly paths: ReadonlyArray<string>
    readonly read: (path: string) => Uint8Array | undefined
  }
}

/**
 * What a rerun of the rules over the public entries says.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rerun {
  /** How many facts were recomputed and agree, by name, such as `thresholds`. */
  readonly checked: Readonly<Record<string, number>>
  /** How many could only be seen attested, by name, such as `age rungs`. */
  readonly attested: Readonly<Record<string, number>>
  readonly differences: ReadonlyArray<Difference>
}

/**
 * A published fact that the rerun contradicts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Difference {
  /** Index of the entry that states it. */
  readonly index: number
  /** Which fact, such as `rank`. */
  readonly fact: string
  readonly published: string
  readonly recomputed: string
}

/**
 * Something that must not be.
 *
 * @category models
 * @since 0.1.0
 */
export type Fault =
  | Chronicle.Breach
  | LogFiles.FileFault
  | { readonly _tag: "EntryUnreadable"; readonly index: number; readonly because: Entry.Unreadable }
  | { readonly _tag: "CheckpointMissing" }
  | { readonly _tag: "CheckpointRefused"; readonly checkpoint: number; readonly because: SignedCheckpoint.Refusal }
  | {
    readonly _tag: "CheckpointBeyondLog"
    readonly checkpoint: number
    readonly size: number
    readonly entries: number
  }
  | { readonly _tag: "CheckpointDiffers"; readonly checkpoint: number; readonly size: number }
  | { readonly _tag: "OriginDiffers"; readonly checkpoint: number; readonly origin: string }
  | { readonly _tag: "EntriesNotSigned"; readonly from: number; readonly entries: number }
  | { readonly _tag: "DocumentMissing"; readonly index: number; readonly digest: Entry.Digest }
  | { readonly _tag: "DocumentDiffers"; readonly index: number; readonly digest: Entry.Digest }
  | {
    readonly _tag: "Difference"
    readonly index: number
    readonly fact: string
    readonly published: string
    readonly recomputed: string
  }

/**
 * Something the reader has to know that is no fault.
 *
 * @category models
 * @since 0.1.0
 */
export type Notice =
  | { readonly _tag: "SignerUnknown" }
  | { readonly _tag: "DocumentsNotChecked" }
  | { readonly _tag: "OrderNotAttested"; readonly earlier: Phase; readonly later: Phase }

/**
 * The phases whose order a checkpoint between them attests.
 *
 * @category models
 * @since 0.1.0
 */
export type Phase = "rules" | "registrations" | "scores" | "results"

/**
 * The outcome of an audit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Report {
  readonly faults: ReadonlyArray<Fault>
  readonly notices: ReadonlyArray<Notice>
  /** Number of entries by kind. */
  readonly counts: ReadonlyMap<Entry.Entry["kind"], number>
  /** The checkpoints that hold, smallest first. */
  readonly checkpoints: ReadonlyArray<Held>
  readonly rerun: Rerun
  /** What counts after all corrections, for whoever wants to go on. */
  readonly chronicle: Chronicle.Chronicle
}

/**
 * A checkpoint that is the root of these very entries.
 *
 * @category models
 * @since 0.1.0
 */
export interface Held {
  readonly checkpoint: Checkpoint.Checkpoint
  readonly witnesses: ReadonlyArray<SignedCheckpoint.Witnessed>
  /** Whether the quorum of the policy is met. Where it is not, a later checkpoint that meets it stands for its content, not for its time. */
  readonly isWitnessed: boolean
}

// --- operations ---

/**
 * Audits a log. It holds when `faults` is empty.
 *
 * **Example** (An empty folder is no log)
 *
 * ```ts
 * import { Audit } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const report = Audit.audit(Primitives.portable, { entries: [], checkpoints: [] }, Audit.noRerun)
 * report.faults.map(({ _tag }) => _tag) // => ["CheckpointMissing"]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const audit = (
  primitives: Primitives,
  evidence: Evidence,
  rerun: (chronicle: Chronicle.Chronicle) => Rerun
): Report => {
  const faults: Array<Fault> = []
  const notices: Array<Notice> = []
  const counts = new Map<Entry.Entry["kind"], number>()
  const chronicle = Chronicle.start()
  const tree = MerkleTree.make(evidence.entries.length)
  const documents = new Set<Entry.Digest>()
  const entries: Array<Entry.Entry | undefined> = []
  for (const [index, bytes] of evidence.entries.entries()) {
    MerkleTree.append(primitives, tree, bytes)
    const entry = Entry.decode(primitives, bytes)
    entries.push(Result.getOrUndefined(entry))
    if (Result.isFailure(entry)) {
      faults.push({ _tag: "EntryUnreadable", index, because: entry.failure })
      chronicle.size++
      continue
    }
    const { kind } = entry.success
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    for (const digest of Entry.digestsOf(entry.success)) documents.add(digest)
    faults.push(
      ...Chronicle.next(chronicle, entry.success),
      ...documentFaults(primitives, evidence, entry.success, index)
    )
  }
  const checkpoints = heldCheckpoints(primitives, evidence, tree, faults)
  if (evidence.folder !== undefined) {
    const sizes = evidence.checkpoints.flatMap((note) =>
      Result.match(SignedCheckpoint.read(note), { onFailure: () => [], onSuccess: ({ size }) => [size] })
    )
    const stated = statedBy(entries)
    faults.push(
      ...LogFiles.check(primitives, { entries: evidence.entries, sizes, documents, others: stated.keys(), ...evidence.folder }),
      ...formationFileFaults(primitives, evidence, entries, tree, stated),
      ...formationFilesMissing(primitives, evidence, entries, tree, stated)
    )
  }
  if (evidence.policy === undefined) notices.push({ _tag: "SignerUnknown" })
  if (evidence.document === undefined) notices.push({ _tag: "DocumentsNotChecked" })
  notices.push(...unattested(chronicle, checkpoints.flatMap(({ checkpoint, isWitnessed }) => isWitnessed ? [checkpoint.size] : [])))
  const rerunReport = rerun(chronicle)
  faults.push(...rerunReport.differences.map((difference) => ({ _tag: "Difference" as const, ...difference })))
  return { faults, notices, counts, checkpoints, rerun: rerunReport, chronicle }
}

/**
 * A rerun that recomputes nothing: for an audit of order, proofs and signatures alone.
 *
 * **Example** (Nothing was checked, and it says so)
 *
 * ```ts
 * import { Audit } from "@timbang/core/publication"
 * Audit.noRerun().checked // => {}
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const noRerun = (): Rerun => ({ checked: {}, attested: {}, differences: [] })

const documentFaults = (
  primitives: Primitives,
  { document }: Evidence,
  entry: Entry.Entry,
  index: number
): ReadonlyArray<Fault> => {
  if (document === undefined) return []
  return Entry.digestsOf(entry).flatMap((digest): ReadonlyArray<Fault> => {
    const bytes = document(digest)
    if (bytes === undefined) return [{ _tag: "DocumentMissing", index, digest }]
    return Bytes.base64(primitives.sha256(bytes)) === digest ? [] : [{ _tag: "DocumentDiffers", index, digest }]
  })
}

/** The entry that logs the statement of each formation file, by the path of the file. */
const statedBy = (entries: ReadonlyArray<Entry.Entry | undefined>): ReadonlyMap<string, number> =>
  new Map(entries.flatMap((entry, index) => FormationStatement.isStated(entry) ? [[FormationFile.path(entry.digest), index]] : []))

/** Each file of a formation has to be the one that the entries and its own checkpoint give. */
const formationFileFaults = (
  primitives: Primitives,
  { checkpoints, document, folder, policy }: Evidence,
  entries: ReadonlyArray<Entry.Entry | undefined>,
  nodes: MerkleTree.MerkleTree,
  stated: ReadonlyMap<string, number>
): ReadonlyArray<Fault> =>
  (folder?.paths ?? []).flatMap((path): ReadonlyArray<Fault> => {
    const index = stated.get(path)
    const bytes = index === undefined ? undefined : folder?.read(path)
    if (index === undefined || bytes === undefined || document === undefined) return []
    const file = FormationFile.parse(Bytes.fromUtf8(bytes) ?? "")
    const note = Result.isSuccess(file) ? file.success.checkpoint : ""
    const signed = policy === undefined ? undefined : SignedCheckpoint.verify(primitives, policy, note)
    // Witnesses sign later than the file is written.
    const isSigned = signed === undefined || Result.isSuccess(signed) || signed.failure._tag === "QuorumNotMet"
    const checkpoint = Result.getOrUndefined(SignedCheckpoint.read(note))
    const root = checkpoint === undefined ? undefined : Result.getOrUndefined(MerkleTree.root(primitives, nodes, checkpoint.size))
    // A checkpoint of the log that these entries do not lead to is a finding of its own, not one more for every file.
    if (isSigned && root !== undefined && !Bytes.equal(root, checkpoint!.root) && checkpoints.includes(note)) return []
    const made = FormationFile.make(primitives, { document, entries, nodes }, index, note)
    const isIt = isSigned && root !== undefined && Bytes.equal(root, checkpoint!.root) &&
      made !== undefined && Bytes.equal(made, bytes)
    return isIt ? [] : [{ _tag: "FileDiffers", path }]
  })

/** A formation that the log states has its file: without it nobody recounts it on a phone. */
const formationFilesMissing = (
  primitives: Primitives,
  { checkpoints, document, folder }: Evidence,
  entries: ReadonlyArray<Entry.Entry | undefined>,
  nodes: MerkleTree.MerkleTree,
  stated: ReadonlyMap<string, number>
): ReadonlyArray<Fault> => {
  const there = new Set(folder?.paths)
  return [...stated].flatMap(([path, index]): ReadonlyArray<Fault> => {
    if (document === undefined || there.has(path)) return []
    // Where the statement itself is not at hand, that is the finding.
    return FormationFile.make(primitives, { document, entries, nodes }, index, checkpoints.at(-1) ?? "") === undefined ? [] : [{ _tag: "FileMissing", path }]
  })
}

const heldCheckpoints = (
  primitives: Primitives,
  { checkpoints, entries, policy }: Evidence,
  tree: MerkleTree.MerkleTree,
  faults: Array<Fault>
): ReadonlyArray<Held> => {
  const held: Array<Held> = []
  const short: Array<{ readonly number: number; readonly size: number; readonly because: SignedCheckpoint.Refusal }> = []
  for (const [number, note] of checkpoints.entries()) {
    const read = SignedCheckpoint.read(note)
    const signed = policy === undefined
      ? Result.map(read, (checkpoint): Held => ({ checkpoint, witnesses: [], isWitnessed: true }))
      : Result.map(
        SignedCheckpoint.verify(primitives, policy, note),
        ({ checkpoint, witnesses }): Held => ({ checkpoint, witnesses, isWitnessed: true })
      )
    const isShort = Result.isFailure(signed) && signed.failure._tag === "QuorumNotMet" && Result.isSuccess(read)
    if (Result.isFailure(signed) && !isShort) {
      faults.push({ _tag: "CheckpointRefused", checkpoint: number, because: signed.failure })
      continue
    }
    const one: Held = Result.isSuccess(signed)
      ? signed.success
      : { checkpoint: Result.getOrThrow(read), witnesses: [], isWitnessed: false }
    const { origin, root, size } = one.checkpoint
    const own = MerkleTree.root(primitives, tree, size)
    if (Result.isFailure(own)) {
      faults.push({ _tag: "CheckpointBeyondLog", checkpoint: number, size, entries: entries.length })
    } else if (!Bytes.equal(own.success, root)) {
      faults.push({ _tag: "CheckpointDiffers", checkpoint: number, size })
    } else if (held.length > 0 && held[0]!.checkpoint.origin !== origin) {
      faults.push({ _tag: "OriginDiffers", checkpoint: number, origin })
    } else {
      held.push(one)
      if (Result.isFailure(signed)) short.push({ number, size, because: signed.failure })
    }
  }
  const witnessed = Math.max(-1, ...held.flatMap(({ checkpoint, isWitnessed }) => isWitnessed ? [checkpoint.size] : []))
  for (const { because, number, size } of short) {
    if (size > witnessed) faults.push({ _tag: "CheckpointRefused", checkpoint: number, because })
  }
  held.splice(0, held.length, ...held.filter(({ checkpoint }) => checkpoint.size <= witnessed))
  held.sort((one, other) => one.checkpoint.size - other.checkpoint.size)
  const signedSize = held.at(-1)?.checkpoint.size
  if (checkpoints.length === 0) faults.push({ _tag: "CheckpointMissing" })
  else if ((signedSize ?? 0) < entries.length) {
    faults.push({ _tag: "EntriesNotSigned", from: signedSize ?? 0, entries: entries.length })
  }
  return held
}

/** Pairs of phases between which no checkpoint stands: their order is told by the log alone. */
const unattested = (chronicle: Chronicle.Chronicle, sizes: ReadonlyArray<number>): ReadonlyArray<Notice> => {
  const sealedAt = Chronicle.registrationsSealedAt(chronicle)
  const pairs: ReadonlyArray<readonly [Phase, number | undefined, Phase, number | undefined]> = [
    ["rules", chronicle.firstRules, "scores", chronicle.firstScore],
    ["registrations", sealedAt, "scores", chronicle.firstScore],
    ...[...chronicle.stages.values()].map(({ firstResult, lastScore }) =>
      ["scores", lastScore, "results", firstResult] as const
    )
  ]
  return pairs.flatMap(([earlier, end, later, begin]): ReadonlyArray<Notice> =>
    end === undefined || begin === undefined || sizes.some((size) => end < size && size <= begin)
      ? []
      : [{ _tag: "OrderNotAttested", earlier, later }]
  )
}
