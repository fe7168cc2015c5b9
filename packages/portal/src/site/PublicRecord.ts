/**
 * What a published log says to citizens: rules, formations, applicants by formation, scores and results that count now.
 *
 * It is a fold of the log's own entries. A log whose entries do not lead to the root of its checkpoint is refused.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import {
  CanonicalJson,
  Chronicle,
  Entry,
  FormationFile,
  FormationStatement,
  LogFiles,
  MerkleTree,
  PaperWords,
  type Primitives,
  RunDocuments,
  SignedCheckpoint,
  Tile
} from "@timbang/core/publication"
import { Outcome, type RuleSet, RuleSetSchema } from "@timbang/core/selection"
import { PaperWordList } from "@timbang/language/publication"
import { Data, Result } from "effect"

// --- models ---

/**
 * Reads a public file of the log by its path, such as `checkpoint`; nothing when there is none.
 *
 * @category models
 * @since 0.1.0
 */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>

/**
 * A log as the pages show it.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublicRecord {
  /** The newest signed checkpoint, as it was read. */
  readonly note: string
  readonly origin: string
  /** Number of entries. */
  readonly size: number
  /** Eight words of the checkpoint. */
  readonly words: ReadonlyArray<string>
  readonly entries: ReadonlyArray<Entry.Entry>
  readonly bytes: ReadonlyArray<Uint8Array>
  /** Number of entries that breach the order of publication. */
  readonly breaches: number
  readonly ruleSet: RuleSet.RuleSet | undefined
  readonly formations: ReadonlyArray<Formation.Formation>
  /** Applicants by formation; empty until registrations are sealed. */
  readonly applicants: ReadonlyMap<string, number>
  /** Formation of each registered participant. */
  readonly formationOf: ReadonlyMap<string, string>
  /** Results that count, by formation, of the last stage published; ranked first, each list by rank and number. */
  readonly results: ReadonlyMap<string, ReadonlyArray<Chronicle.Current<Entry.ResultEntry>>>
  /** Indices of the entries about a formation. */
  readonly about: ReadonlyMap<string, ReadonlyArray<number>>
  /** Every correction, in order. */
  readonly corrections: ReadonlyArray<Chronicle.Replaced>
  /** Every change of law, in order; the rule set is that of the last. */
  readonly changes: Chronicle.Chronicle["changes"]
  /** Rules that took the place of others after the first score without a change of law, by the index of their entry. */
  readonly lateRules: ReadonlyArray<number>
  /** Whether a checkpoint stands between the rules and the first score; true while there is no score. */
  readonly areRulesAttested: boolean
  /** Objections that are answered in the open, by the index of their entry. */
  readonly objections: Chronicle.Chronicle["filed"]
  /** The tree over all entries. */
  readonly nodes: MerkleTree.Nodes
}

// --- errors ---

/**
 * The log cannot be shown: a file is missing or broken, or its entries are not those of its checkpoint.
 *
 * @category errors
 * @since 0.1.0
 */
export class RecordRefused extends Data.TaggedError("RecordRefused")<{ readonly path: string; readonly because: string }> {
  override get message(): string {
    return `${this.path}: ${this.because}; fetch the log again from the agency`
  }
}

// --- operations ---

/**
 * Reads a whole log and checks that its entries lead to the root of its checkpoint.
 *
 * **Example** (There is no log)
 *
 * ```ts
 * import { PublicRecord } from "@timbang/portal"
 * import { Primitives } from "@timbang/signing"
 * const read = await PublicRecord.load(Primitives.portable, async () => undefined)
 * read._tag // => "Failure"
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const load = async (
  primitives: Primitives.Hash & Primitives.Canonicalizer,
  read: ReadFile
): Promise<Result.Result<PublicRecord, RecordRefused>> => {
  const refused = (path: string, because: string) => Result.fail(new RecordRefused({ path, because }))
  const newest = await read("checkpoint")
  if (newest === undefined) return refused("checkpoint", "not found")
  const note = new TextDecoder().decode(newest)
  const checkpoint = SignedCheckpoint.read(note)
  if (Result.isFailure(checkpoint)) return refused("checkpoint", checkpoint.failure.message)
  const { origin, root, size } = checkpoint.success
  const bytes: Array<Uint8Array> = []
  const tree = MerkleTree.make(size)
  for (let at = 0; at < size; at += Tile.width) {
    const path = Tile.path("entries", at / Tile.width, Math.min(Tile.width, size - at))
    const bundle = await read(path)
    const list = bundle === undefined ? undefined : Tile.entries(bundle)
    if (list === undefined || Result.isFailure(list)) return refused(path, "missing or broken")
    for (const one of list.success) {
      MerkleTree.append(primitives, tree, one)
      bytes.push(one)
    }
  }
  const own = MerkleTree.root(primitives, tree)
  if (Result.isFailure(own) || own.success.some((byte, at) => byte !== root[at])) {
    return refused("checkpoint", "its root is not that of the entries")
  }
  const entries: Array<Entry.Entry> = []
  for (const [index, one] of bytes.entries()) {
    const entry = Entry.decode(primitives, one)
    if (Result.isFailure(entry)) return refused(`entry ${index}`, entry.failure.message)
    entries.push(entry.success)
  }
  const words = Result.getOrElse(PaperWords.of(primitives, PaperWordList.words, checkpoint.success), () => [])
  return Result.succeed(await fold(primitives, read, { note, origin, size, words, entries, bytes, nodes: tree }))
}

/**
 * What the outcome code of a result means; nothing for a code that the rules do not list. Rounds print one code for going
 * on and for being selected, so that the stage decides between the two.
 *
 * **Example** (No rules)
 *
 * ```ts
 * import { PublicRecord } from "@timbang/portal"
 * PublicRecord.outcomeOf(undefined, { code: "SELECTED", rank: 1, stage: "skb" }) // => "selected"
 * PublicRecord.outcomeOf(undefined, { code: "?", rank: 1, stage: "skb" }) // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const outcomeOf = (
  ruleSet: RuleSet.RuleSet | undefined,
  { code, rank, seat, stage }: Pick<Entry.ResultEntry, "code" | "rank" | "seat" | "stage">
): Outcome.Outcome | undefined => {
  const classes = ruleSet?.ranking.classes?.order.map(({ id }) => id) ?? []
  const fitting = (ruleSet?.codes ?? [])
    .filter((one) => one.code === code || classes.some((id) => one.code.replace("{class}", id) === code))
    .map(({ outcome }) => outcome)
    // One code may mean that a minimum was missed and that the rank was not enough; who has a rank met the minimums.
    .filter((outcome, _, all) => all.length === 1 || (outcome === "below-threshold" ? rank === null : outcome !== "not-selected" || rank !== null))
  const isFinal = stage === ruleSet?.components.at(-1)?.exam
  return fitting.find((outcome) => (seat !== undefined) === (outcome === "selected-by-filling") && ofShortlist.has(outcome) !== isFinal) ??
    fitting.find((outcome) => ofShortlist.has(outcome) !== isFinal) ??
    fitting[0] ?? Outcome.tags.find((tag) => tag.toUpperCase() === code)
}

const ofShortlist: ReadonlySet<Outcome.Outcome> = new Set(["advanced", "advanced-second-group", "outside-shortlist"])

/**
 * The value of a sourced number as it is shown; `?` where no source gives it.
 *
 * **Example** (Unknown)
 *
 * ```ts
 * import { PublicRecord } from "@timbang/portal"
 * PublicRecord.shown({ _tag: "Unknown", source: { instrument: "x", confidence: "host" } }) // => "?"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const shown = (
  sourced: RuleSet.RuleSet["components"][number]["maximum"]
): string => sourced._tag === "Known" ? String(sourced.value) : "?"

/**
 * The file of a formation under the newest checkpoint, from which anybody recounts it; nothing when the log states nothing
 * about it.
 *
 * **Example** (A log without statements)
 *
 * ```ts
 * import { PublicRecord } from "@timbang/portal"
 * import { Primitives } from "@timbang/signing"
 * const record = { note: "", entries: [], nodes: { size: 0, at: () => undefined } }
 * await PublicRecord.formationFile(Primitives.portable, async () => undefined, record, "F1") // => undefined
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const formationFile = async (
  primitives: Primitives.Hash & Primitives.Canonicalizer,
  read: ReadFile,
  { entries, nodes, note }: Pick<PublicRecord, "entries" | "nodes" | "note">,
  formation: string
): Promise<Uint8Array | undefined> => {
  const stated = statedAt(entries, formation)
  const entry = entries[stated]
  if (!FormationStatement.isStated(entry)) return undefined
  const documents = new Map([[entry.digest, await read(Entry.documentPath(entry.digest))]])
  const bytes = documents.get(entry.digest)
  const value = bytes === undefined ? undefined : Result.getOrUndefined(CanonicalJson.decode(primitives, bytes))
  const rules = value === undefined ? undefined : FormationStatement.read(value)?.rules
  if (rules === undefined) return undefined
  documents.set(rules, await read(Entry.documentPath(rules)))
  return FormationFile.make(primitives, { entries, nodes, document: (digest) => documents.get(digest) }, stated, note)
}

/**
 * Index of the entry that states the newest about a formation; -1 when none does.
 *
 * **Example** (Nothing yet)
 *
 * ```ts
 * import { PublicRecord } from "@timbang/portal"
 * PublicRecord.statedAt([], "F1") // => -1
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const statedAt = (entries: PublicRecord["entries"], formation: string): number => {
  const name = FormationStatement.nameOf(formation)
  return entries.findLastIndex((entry) => FormationStatement.isStated(entry) && entry.name === name)
}

type Base = Pick<PublicRecord, "note" | "origin" | "size" | "words" | "entries" | "bytes" | "nodes">

const fold = async (primitives: Primitives.Hash & Primitives.Canonicalizer, read: ReadFile, base: Base): Promise<PublicRecord> => {
  const { entries } = base
  const chronicle = Chronicle.start()
  const about = new Map<string, Array<number>>()
  let breaches = 0
  const lateRules: Array<number> = []
  const formationOf = new Map<string, string>()
  for (const [index, entry] of entries.entries()) {
    const found = Chronicle.next(chronicle, entry)
    breaches += found.length > 0 ? 1 : 0
    if (found.some(({ _tag }) => _tag === "RulesLate")) lateRules.push(index)
    const owner = ownerOf(entry, entries)
    if (owner?.kind === "registration") formationOf.set(owner.participant, owner.formation)
    const formation = owner === undefined ? undefined : "formation" in owner ? owner.formation : formationOf.get(owner.participant)
    if (formation !== undefined) {
      const list = about.get(formation)
      if (list === undefined) about.set(formation, [index])
      else list.push(index)
    }
  }
  const value = async (digest: string | undefined): Promise<CanonicalJson.Json | undefined> => {
    const bytes = digest === undefined ? undefined : await read(Entry.documentPath(digest))
    const decoded = bytes === undefined ? undefined : CanonicalJson.decode(primitives, bytes)
    return decoded === undefined ? undefined : Result.getOrUndefined(decoded)
  }
  const lists = entries.filter((entry) => entry.kind === "formations")
  const formationValue = await value(lists.at(-1)?.digest)
  const ruleValue = await value(chronicle.currentRules)
  const applicants = new Map<string, number>()
  if (Chronicle.registrationsSealedAt(chronicle) !== undefined) {
    for (const { entry } of Chronicle.current(chronicle, "registration")) {
      applicants.set(entry.formation, (applicants.get(entry.formation) ?? 0) + 1)
    }
  }
  return {
    ...base,
    breaches,
    ruleSet: ruleValue === undefined ? undefined : Result.getOrUndefined(RuleSetSchema.decode(ruleValue)),
    formations: formationValue === undefined ? [] : RunDocuments.readFormations(formationValue) ?? [],
    applicants,
    formationOf,
    results: resultsOf(chronicle),
    corrections: chronicle.corrections,
    changes: chronicle.changes,
    lateRules,
    areRulesAttested: await attested(primitives, read, base, chronicle),
    objections: chronicle.filed,
    about
  }
}

/** Looks for a checkpoint where one phase of entries gives way to the next; that is where publishing by phases signs. */
const attested = async (
  primitives: Primitives.Hash,
  read: ReadFile,
  { entries, nodes }: Base,
  { firstRules, firstScore }: Chronicle.Chronicle
): Promise<boolean> => {
  if (firstRules === undefined || firstScore === undefined) return true
  const changes = entries.slice(0, firstScore + 1).flatMap(({ kind }, at) => at > firstRules && kind !== entries[at - 1]!.kind ? [at] : [])
  for (const size of changes.slice(-mostLookedAt).reverse()) {
    const note = await read(LogFiles.checkpointPath(size))
    const checkpoint = note === undefined ? undefined : Result.getOrUndefined(SignedCheckpoint.read(new TextDecoder().decode(note)))
    const own = checkpoint?.size === size ? Result.getOrUndefined(MerkleTree.root(primitives, nodes, size)) : undefined
    if (own !== undefined && own.every((byte, at) => byte === checkpoint!.root[at])) return true
  }
  return false
}

/** Files looked for when a log is loaded. */
const mostLookedAt = 32

/** Whose entry it is: a correction and an objection speak of the entry that they name. */
const ownerOf = (entry: Entry.Entry | undefined, entries: ReadonlyArray<Entry.Entry>): Entry.Correctable | undefined => {
  switch (entry?.kind) {
    case "registration":
    case "score":
    case "result":
      return entry
    case "correction":
      return entry.by ?? (entries[entry.replaces]?.kind === "correction" ? undefined : ownerOf(entries[entry.replaces], entries))
    case "objection": {
      const about = entries[entry.about]
      const first = about?.kind === "objection" ? entries[about.about] : about
      return first?.kind === "objection" ? undefined : ownerOf(first, entries)
    }
    default:
      return undefined
  }
}

const resultsOf = (chronicle: Chronicle.Chronicle): PublicRecord["results"] => {
  const all = Chronicle.current(chronicle, "result")
  const stage = all.at(-1)?.entry.stage
  const results = new Map<string, Array<Chronicle.Current<Entry.ResultEntry>>>()
  for (const one of all) {
    if (one.entry.stage !== stage) continue
    const list = results.get(one.entry.formation)
    if (list === undefined) results.set(one.entry.formation, [one])
    else list.push(one)
  }
  const last = Number.MAX_SAFE_INTEGER
  for (const list of results.values()) {
    list.sort(({ entry: a }, { entry: b }) =>
      (a.rank ?? last) - (b.rank ?? last) || (a.participant < b.participant ? -1 : 1)
    )
  }
  return results
}
