/**
 * The public file of one formation: its statement, its rules, every entry about its participants, and one proof that all
 * of them are in the log. From it alone anybody recounts the formation, on a phone and without a network.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type { RuleSet } from "../selection/RuleSet.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import type * as Disclosure from "./Disclosure.ts"
import * as Entry from "./Entry.ts"
import * as FormationStatement from "./FormationStatement.ts"
import { repeatedKey } from "./internal/RepeatedKey.ts"
import * as Shape from "./internal/Shape.ts"
import * as MerkleTree from "./MerkleTree.ts"
import * as MultiProof from "./MultiProof.ts"
import type { Canonicalizer, Hash, Primitives } from "./Primitives.ts"
import * as Recount from "./Recount.ts"
import * as SignedCheckpoint from "./SignedCheckpoint.ts"
import type { Trust } from "./Trust.ts"
import * as Verification from "./Verification.ts"

// --- models ---

/**
 * The file of a formation: not checked yet.
 *
 * @category models
 * @since 0.1.0
 */
export interface FormationFile {
  readonly statement: FormationStatement.FormationStatement
  /** The rule set that decided, as it was published. */
  readonly rules: CanonicalJson.Json
  /** The entries that the statement names and the one that logs the statement, ascending by index. */
  readonly entries: ReadonlyArray<{ readonly index: number; readonly entry: Entry.Entry }>
  /** The proof of all of them, as `MultiProof.make` gives it. */
  readonly path: ReadonlyArray<Uint8Array>
  /** The signed checkpoint that it leads to. */
  readonly checkpoint: string
}

// --- errors ---

/**
 * The text is not the file of a formation, so that nothing could be checked.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAFormationFile extends Data.TaggedError("NotAFormationFile")<{ readonly because: string }> {
  override get message(): string {
    return `not the file of a formation: ${this.because}; nothing was checked, download the file again`
  }
}

// --- constructors ---

/**
 * The file that belongs to a logged statement, as bytes; nothing when the log, its documents or the checkpoint do not hold
 * what it is made of.
 *
 * **Example** (An entry that logs no statement)
 *
 * ```ts
 * import { FormationFile, MerkleTree } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const log = { entries: [], nodes: MerkleTree.make(), document: () => undefined }
 * FormationFile.make(Primitives.portable, log, 0, "") // => undefined
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (
  primitives: Hash & Canonicalizer,
  { document, entries, nodes }: {
    readonly entries: ReadonlyArray<Entry.Entry | undefined>
    readonly nodes: MerkleTree.Nodes
    readonly document: (digest: Entry.Digest) => Uint8Array | undefined
  },
  /** Index of the entry that logs the statement. */
  stated: number,
  checkpoint: string
): Uint8Array | undefined => {
  const logged = entries[stated]
  const valueOf = (digest: Entry.Digest): CanonicalJson.Json | undefined => {
    const bytes = document(digest)
    return bytes === undefined ? undefined : Result.getOrUndefined(CanonicalJson.decode(primitives, bytes))
  }
  const value = FormationStatement.isStated(logged) ? valueOf(logged.digest) : undefined
  const statement = value === undefined ? undefined : FormationStatement.read(value)
  const rules = statement === undefined ? undefined : valueOf(statement.rules)
  const signed = SignedCheckpoint.read(checkpoint)
  if (statement === undefined || rules === undefined || Result.isFailure(signed)) return undefined
  const indices = [...statement.entries, stated]
  const found = indices.map((index) => ({ index, entry: entries[index] }))
  const path = MultiProof.make(primitives, nodes, indices, signed.success.size)
  if (Result.isFailure(path) || found.some(({ entry }) => entry === undefined)) return undefined
  const written = CanonicalJson.encode(primitives, {
    "formation-file": version,
    statement: value!,
    rules,
    entries: found.map(({ entry, index }) => ({ index, entry: { ...entry!, v: Entry.version } })),
    path: path.success.map(Bytes.base64),
    checkpoint
  } as unknown as CanonicalJson.Json)
  return Result.getOrUndefined(written)
}

/**
 * Reads a file from its JSON text. Blanks and the order of keys do not matter; a field that nothing signs, or that stands there
 * twice, is refused.
 *
 * **Example** (Something else)
 *
 * ```ts
 * import { Result } from "effect"
 * import { FormationFile } from "@timbang/core/publication"
 * Result.isFailure(FormationFile.parse("{}")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<FormationFile, NotAFormationFile> => {
  const refused = (because: string) => Result.fail(new NotAFormationFile({ because }))
  let value: CanonicalJson.Json
  try {
    value = JSON.parse(text.replace(/^\ufeff/, "")) as CanonicalJson.Json
  } catch {
    return refused("the text is not JSON")
  }
  if (!CanonicalJson.isObject(value) || value["formation-file"] !== version) {
    return refused(`it does not say that it is one of version ${version}`)
  }
  const other = Object.keys(value).find((name) => !fields.includes(name))
  if (other !== undefined) return refused(`"${other}" is no field of the file, and nothing signed it`)
  const twice = repeatedKey(text)
  if (twice !== undefined) return refused(`"${twice}" stands in it twice, and nobody can tell which one was signed`)
  const { checkpoint, entries: list, path: hashes, rules, statement: stated } = value
  const statement = stated === undefined ? undefined : FormationStatement.read(stated)
  if (statement === undefined) return refused("its statement is broken")
  if (typeof checkpoint !== "string" || rules === undefined || !Array.isArray(list) || !Array.isArray(hashes)) {
    return refused("rules, entries, path or checkpoint are missing")
  }
  const entries: Array<{ readonly index: number; readonly entry: Entry.Entry }> = []
  for (const [at, each] of list.entries()) {
    const { entry: entryValue, index } = CanonicalJson.isObject(each) ? each : {} as CanonicalJson.JsonObject
    const entry = Entry.check(entryValue ?? null)
    if (Result.isFailure(entry)) return refused(`entry ${at + 1}: ${entry.failure.message}`)
    if (typeof index !== "number" || Object.keys(each as object).length !== 2) return refused(`entry ${at + 1} is not an entry at a place alone`)
    entries.push({ index, entry: entry.success })
  }
  const path: Array<Uint8Array> = []
  for (const [at, each] of hashes.entries()) {
    const hash = typeof each === "string" ? Bytes.fromBase64(each) : undefined
    if (hash === undefined) return refused(`line ${at + 1} of its path is not a hash`)
    path.push(hash)
  }
  return Result.succeed({ statement, rules, entries, path, checkpoint })
}

const fields: ReadonlyArray<string> = ["formation-file", "statement", "rules", "entries", "path", "checkpoint"]

// --- operations ---

/**
 * Where the file of a logged statement stands, below the log's folder.
 *
 * **Example** (Named by the statement's hash)
 *
 * ```ts
 * import { FormationFile } from "@timbang/core/publication"
 * FormationFile.path("TMmAnNlYigb+bGiZM/qqGE1H3XdJ2ioMLYsMMCiIyLc=") // => "formation/4cc9809cd9588a06fe6c689933faaa184d47dd7749da2a0c2d8b0c302888c8b7.json"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const path = (digest: Entry.Digest): string => `formation/${Shape.hexOfDigest(digest)}.json`

/**
 * Says whether a text wants to be the file of a formation.
 *
 * **Example** (A receipt is none)
 *
 * ```ts
 * import { FormationFile } from "@timbang/core/publication"
 * FormationFile.isOne('{"receipt": 1}') // => false
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isOne = (text: string): boolean => /^\s*\ufeff?\s*\{/.test(text) && text.includes("\"formation-file\"")

/**
 * Checks that the file is whole and in the log: statement and rules have the digests that the log names, the entries are
 * exactly those of the statement, and one proof leads all of them to the checkpoint.
 *
 * **Example** (Entries that lead nowhere)
 *
 * ```ts
 * import { FormationFile } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const facts = { standing: "penetapan", exclusions: [], classes: {}, placements: [], lawChanges: [] } as const
 * const statement = { formation: Specimen.formation, stage: "written", rules: "...", choices: { disclosure: "protected" }, facts, entries: [] } as const
 * FormationFile.verify(Primitives.portable, { statement, rules: null, entries: [], path: [], checkpoint: "" }, {}).verdict // => "refused"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verify = (primitives: Primitives, file: FormationFile, trust: Trust): Verification.Verdict =>
  Verification.verdictOf(primitives, file.checkpoint, trust, (checkpoint) => ({
    before: [contentCheck(primitives, file)],
    after: [
      checkpoint === undefined
        ? { name: "inclusion", outcome: "not-asked" }
        : areLogged(primitives, file, checkpoint)
        ? { name: "inclusion", outcome: "holds" }
        : { name: "inclusion", outcome: "fails", because: { _tag: "PathDiffers" } }
    ]
  }))

/**
 * Reruns the rules over the entries of a file; nothing when it holds no result or its rules are not those of this version.
 *
 * **Gotchas**
 *
 * It says what follows from the file, not that the file is the published one: {@link verify} does.
 *
 * **Example** (No result)
 *
 * ```ts
 * import { FormationFile } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const facts = { standing: "penetapan", exclusions: [], classes: {}, placements: [], lawChanges: [] } as const
 * const statement = { formation: Specimen.formation, stage: "practical", rules: "...", choices: { disclosure: "protected" }, facts, entries: [] } as const
 * FormationFile.recount(words, { statement, rules: null, entries: [], path: [], checkpoint: "" }) // => undefined
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const recount = (
  vocabulary: Disclosure.Vocabulary,
  { entries: listed, rules, statement }: FormationFile
): Recount.Counted | undefined => {
  if (!CanonicalJson.isObject(rules) || rules["schemaVersion"] !== 1) return undefined
  if ((listed[listed.length - 1]?.index ?? 0) > largestLog) return undefined
  const entries: Array<Entry.Entry | undefined> = []
  for (const { entry, index } of listed) {
    while (entries.length < index) entries.push(undefined)
    entries.push(entry)
  }
  const { choices, facts, formation, stage } = statement
  // What was published as rules before the first score was decoded then; these bytes have its digest.
  const ruleSet = rules as unknown as RuleSet
  return Recount.formation(vocabulary, { ruleSet, formations: [formation], choices, facts }, stage, entries)
}

const version = 1

/** More than any selection has; a file that names a later entry would only keep a phone busy. */
const largestLog = 2 ** 26

const contentCheck = (primitives: Hash & Canonicalizer, { entries, rules, statement }: FormationFile): Verification.Check => {
  type What = Extract<Verification.Because, { readonly _tag: "ContentDiffers" }>["what"]
  const fails = (what: What): Verification.Check => ({ name: "content", outcome: "fails", because: { _tag: "ContentDiffers", what } })
  const digestOf = (value: CanonicalJson.Json): Entry.Digest | undefined => {
    const bytes = CanonicalJson.encode(primitives, value)
    return Result.isSuccess(bytes) ? Bytes.base64(primitives.sha256(bytes.success)) : undefined
  }
  const stated = entries[entries.length - 1]?.entry
  const name = FormationStatement.nameOf(statement.formation.formation)
  if (!FormationStatement.isStated(stated) || stated.name !== name) return fails("no-statement")
  if (digestOf(statement as unknown as CanonicalJson.Json) !== stated.digest) return fails("statement")
  if (digestOf(rules) !== statement.rules) return fails("rules")
  const isListed = entries.length === statement.entries.length + 1 &&
    statement.entries.every((index, at) => entries[at]!.index === index)
  if (!isListed) return fails("entries")
  const isDecided = entries.every(({ entry }) => entry.kind !== "result" || entry.stage !== statement.stage || entry.rules === statement.rules)
  return isDecided ? { name: "content", outcome: "holds" } : fails("rules-of-results")
}

const areLogged = (
  primitives: Hash & Canonicalizer,
  { entries, path }: FormationFile,
  { root, size }: { readonly root: Uint8Array; readonly size: number }
): boolean => {
  const leaves: Array<MultiProof.Leaf> = []
  for (const { entry, index } of entries) {
    const bytes = Entry.encode(primitives, entry)
    if (Result.isFailure(bytes)) return false
    leaves.push({ index, leafHash: MerkleTree.leafHash(primitives, bytes.success) })
  }
  return MultiProof.areIncluded(primitives, { leaves, path, size }, root)
}
