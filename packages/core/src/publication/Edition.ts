/**
 * What a selection publishes, phase by phase: rules, registrations, scores, results.
 *
 * Participants stand in the order of their numbers, so that the order of an input file is not published. What is private
 * becomes a commitment under a salt that the caller draws and keeps before anything is published.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Formation } from "../formation/Formation.ts"
import * as Bytes from "../internal/Bytes.ts"
import { byText } from "../internal/Order.ts"
import * as Scaled from "../number/Scaled.ts"
import * as Cohort from "../selection/Cohort.ts"
import type { Corrected } from "../selection/Event.ts"
import * as LastList from "../selection/LastList.ts"
import type { RuleSet } from "../selection/RuleSet.ts"
import type { Options, Selection } from "../selection/Selection.ts"
import type { Json, NotPublishable } from "./CanonicalJson.ts"
import * as Commitment from "./Commitment.ts"
import type * as Disclosure from "./Disclosure.ts"
import type { Commitments, Digest, Document, Entry, Figure, Letter, ResultEntry } from "./Entry.ts"
import * as Figures from "./Figures.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"
import * as PrivateParts from "./PrivateParts.ts"
import * as RunDocuments from "./RunDocuments.ts"
import * as Stages from "./Stages.ts"

// --- models ---

/**
 * What is appended and signed in one step.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly entries: ReadonlyArray<Entry>
  /** Files that the entries name by their digest. */
  readonly documents: ReadonlyArray<Uint8Array>
}

/**
 * How an edition is made.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly primitives: Hash & Canonicalizer
  readonly policy: Disclosure.Policy
  /**
   * The salt of a private part, by `PrivateParts.saltName`: 32 random bytes, the same each time it is asked for. It belongs to the
   * participant whom the part is about, with whom it is erased.
   */
  readonly saltOf: (name: string, participant: string) => Uint8Array
}

/**
 * Why nothing can be published.
 *
 * @category errors
 * @since 0.1.0
 */
export type EditionError = Disclosure.IdentityShown | NotPublishable | Commitment.SaltNotRandom | Commitment.SaltShared

// --- operations ---

/**
 * Rules, formations and choices: what has to stand before the first score.
 *
 * **Example** (Three entries, three files)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf: () => new Uint8Array(32) }
 * const step = Edition.rules(means, { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], options: {}, engine: "timbang 0.1.0" })
 * Result.map(step, ({ entries }) => entries.map(({ kind }) => kind)) // => Result.succeed(["rule-set", "formations", "document"])
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const rules = ({ policy, primitives }: Means, { engine, formations, options, ruleSet }: {
  readonly ruleSet: RuleSet
  readonly formations: ReadonlyArray<Formation>
  readonly options: Options
  /** Version of the engine that applies the rules. */
  readonly engine: string
}): Result.Result<Step, EditionError> => {
  const shown = RunDocuments.formationsOf(formations, policy)
  const files = Result.all([
    RunDocuments.write(primitives, ruleSet),
    RunDocuments.write(primitives, shown.toSorted((a, b) => byText(a.formation, b.formation))),
    RunDocuments.write(primitives, RunDocuments.choicesOf(options, policy.name))
  ])
  return Result.map(files, ([ruleFile, formationFile, choiceFile]) => ({
    entries: [
      { kind: "rule-set", id: ruleSet.id, engine, digest: digestOf(primitives, ruleFile) },
      {
        kind: "formations",
        digest: digestOf(primitives, formationFile),
        formations: formations.length,
        seats: formations.reduce((sum, { seats }) => sum + seats, 0)
      },
      documentEntry(primitives, RunDocuments.names.choices, choiceFile)
    ],
    documents: [ruleFile, formationFile, choiceFile]
  }))
}

/**
 * Rules that take the place of those published before, because the law changed: the new rules, and the letter that says so.
 * Formations and choices stay as they were published.
 *
 * **Example** (One entry, two files)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Edition } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const letter = { number: "B/12/2024", date: "2024-10-01", digest: "..." }
 * const step = Result.getOrThrow(Edition.changeOfLaw(Primitives.portable, { ruleSet: Specimen.ruleSet, from: "...", letter, letterFile: new Uint8Array(3) }))
 * step.entries.map(({ kind }) => kind) // => ["change-of-law"]
 * step.documents.length // => 2
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const changeOfLaw = (
  primitives: Hash & Canonicalizer,
  { from, letter, letterFile, ruleSet }: {
    readonly ruleSet: RuleSet
    /** Digest of the rules in force until now. */
    readonly from: Digest
    readonly letter: Letter
    readonly letterFile: Uint8Array
  }
): Result.Result<Step, NotPublishable> =>
  Result.map(RunDocuments.write(primitives, ruleSet), (ruleFile) => ({
    entries: [{ kind: "change-of-law", from, to: digestOf(primitives, ruleFile), letter }],
    documents: [ruleFile, letterFile]
  }))

/**
 * Everybody registered, and the seal that counts them.
 *
 * **Example** (A birth date becomes a commitment)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Cohort, Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const saltOf = () => Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: {}, birthDate: "1998-04-01" }]))
 * const step = Result.getOrThrow(Edition.registrations(means, { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], cohort }))
 * JSON.stringify(step.entries[0]).includes("1998") // => false
 * step.entries[1] // => { kind: "seal", of: "registrations", count: 1 }
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const registrations = (
  means: Means,
  round: Pick<Selection, "ruleSet" | "formations" | "cohort">
): Result.Result<Step, EditionError> =>
  Result.map(
    Result.all(inOrder(round.cohort).map((row) => registrationOf(means, round, row))),
    (entries): Step => ({
      entries: [...entries, { kind: "seal", of: "registrations", count: entries.length }],
      documents: []
    })
  )

/**
 * The scores of one exam as they were first recorded, their seal, and every correction with the objection or letter it
 * rests on as a commitment. Who could sit the exam and has no score stands there without one, so that a score that is found
 * later corrects an entry.
 *
 * **Example** (A correction does not overwrite)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const saltOf = () => Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: { knowledge: 90, attitude: 150 } }]))
 * const corrected = { _tag: "Corrected", participant: "24-1", component: "knowledge", from: "90", to: "150", at: "2024-11-20", basis: "B/1" } as const
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, [corrected], { stage: "written" }))
 * const step = Result.getOrThrow(Edition.scores(means, made, "written", 5))
 * step.entries.map(({ kind }) => kind) // => ["score", "seal", "objection", "correction"]
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const scores = (
  means: Means,
  { events, group, recorded, ruleSet }: Selection,
  exam: string,
  /** Index of the step's first entry in the log. */
  firstIndex: number
): Result.Result<Step, EditionError> => {
  const components = ruleSet.components.filter((component) => component.exam === exam)
  const isFirst = exam === Stages.examsOf({ ruleSet, options: { stage: "final" } })[0]
  const corrections = events.filter((event): event is Corrected =>
    event._tag === "Corrected" && components.some(({ id }) => id === event.component)
  ).toSorted((a, b) => byText(a.at, b.at))
  const isCorrected = new Set(corrections.map(({ participant }) => participant))
  const current = new Map<string, { readonly index: number; scores: Readonly<Record<string, Figure>> }>()
  const entries: Array<Entry> = []
  for (const row of inOrder(recorded)) {
    const participant = recorded.participant[row]!
    const found = Object.fromEntries(components.flatMap(({ decimals, id }) => {
      const units = recorded.scores[id]?.[row] ?? Cohort.absent
      return units < 0 ? [] : [[id, Figures.figure(units, decimals)]]
    }))
    const isExpected = isFirst || (group[row] ?? 0) > 0 || isCorrected.has(participant)
    if (Object.keys(found).length === 0 && !isExpected) continue
    current.set(participant, { index: firstIndex + entries.length, scores: found })
    entries.push({ kind: "score", participant, stage: exam, session, scores: found })
  }
  entries.push({ kind: "seal", of: "scores", stage: exam, session, count: entries.length })
  for (const [number, { basis, component, participant, to }] of corrections.entries()) {
    const old = current.get(participant)!
    const { decimals } = components.find(({ id }) => id === component)!
    const hidden = commit(means, `correction/${exam}/${number + 1}`, participant, { basis })
    if (Result.isFailure(hidden)) return Result.fail(hidden.failure)
    old.scores = { ...old.scores, [component]: Figures.figure(Result.getOrThrow(Scaled.parse(to, decimals)), decimals) }
    const by = { kind: "score", participant, stage: exam, session, scores: old.scores } as const
    entries.push({ kind: "objection", about: old.index, ...hidden.success })
    entries.push({ kind: "correction", replaces: old.index, by, objection: firstIndex + entries.length - 1 })
  }
  return Result.succeed({ entries, documents: [] })
}

/**
 * The facts that decided beside scores, the result of everybody, and the seal that counts them.
 *
 * **Example** (Two people, one seat)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf: () => new Uint8Array(32) }
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const { entries } = Result.getOrThrow(Edition.results(means, made))
 * entries.flatMap((entry) => entry.kind === "result" ? [[entry.participant, entry.rank, entry.scores["final"]]] : []) // => [["24-1", 2, "59.546"], ["24-2", 1, "71.426"]]
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const results = (means: Means, selection: Selection): Result.Result<Step, EditionError> => {
  const { primitives } = means
  const files = Result.all([
    RunDocuments.write(primitives, selection.ruleSet),
    RunDocuments.write(primitives, RunDocuments.factsOf(selection))
  ])
  return Result.flatMap(files, ([ruleFile, factFile]) => {
    const digest = digestOf(primitives, ruleFile)
    const list = Result.all(inOrder(selection.cohort).map((row) =>
      Result.flatMap(resultOf(means.policy, selection, row, digest), ({ entry, hidden }) =>
        Result.map(commit(means, PrivateParts.ownerOf(entry), entry.participant, hidden), (commitments): Entry => ({ ...entry, ...commitments })))
    ))
    return Result.map(list, (entries): Step => ({
      entries: [
        documentEntry(primitives, RunDocuments.names.facts, factFile),
        ...entries,
        { kind: "seal", of: "results", stage: Stages.stageOf(selection), count: entries.length }
      ],
      documents: [factFile]
    }))
  })
}

/** All scores of an exam are sealed together. */
const session = "1"

const registrationOf = (
  means: Means,
  round: Pick<Selection, "ruleSet" | "formations" | "cohort">,
  row: number
): Result.Result<Entry, EditionError> =>
  Result.flatMap(PrivateParts.ofRegistration(means.policy, round, row), ({ hidden, shown }) =>
    Result.map(commit(means, PrivateParts.ownerOf({ kind: "registration", ...shown }), shown.participant, hidden), (commitments): Entry => ({
      kind: "registration",
      participant: shown.participant,
      formation: shown.formation,
      category: shown.category!,
      ...commitments
    })))

/**
 * The result of one row as an entry without its commitments, and the private parts that it commits to.
 *
 * **Example** (Alone)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Result.map(Edition.resultOf(Disclosure.asOfficialLists(words), made, 0, "..."), ({ entry: { code, rank } }) => [code, rank]) // => Result.succeed(["selected", 1])
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const resultOf = (
  policy: Disclosure.Policy,
  selection: Selection,
  row: number,
  /** Digest of the rule set. */
  rules: Digest
): Result.Result<
  { readonly entry: ResultEntry; readonly hidden: Readonly<Record<string, Json>> },
  Disclosure.IdentityShown
> => {
  const { cohort, formations, seat } = selection
  const rank = LastList.rankOf(selection, row)
  const own = cohort.formation[row]!
  const given = seat[row] ?? -1
  return Result.map(PrivateParts.ofResult(policy, selection, row), ({ hidden, shown }) => ({
    hidden,
    entry: {
      kind: "result",
      participant: shown.participant,
      stage: Stages.stageOf(selection),
      formation: shown.formation,
      rules,
      scores: Figures.figuresOf(selection, row),
      code: shown.code!,
      rank: rank === 0 ? null : rank,
      decidedBy: shown.decidedBy ?? null,
      ...(given < 0 || given === own ? {} : { seat: formations[given]!.formation })
    }
  }))
}

/**
 * Commitments to private parts of a participant under the salts of their owner; none where nothing is private.
 *
 * **Example** (One part)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, Edition } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const saltOf = () => Uint8Array.from({ length: 32 }, (_, i) => i)
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf }
 * Result.map(Edition.commit(means, "objection/7", "24-1", { basis: "B/7" }), ({ commitments }) => Object.keys(commitments ?? {})) // => Result.succeed(["basis"])
 * ```
 *
 * @category disclosure
 * @since 0.1.0
 */
export const commit = (
  { primitives, saltOf }: Means,
  owner: string,
  participant: string,
  hidden: Readonly<Record<string, Json>>
): Result.Result<{ readonly commitments?: Commitments }, EditionError> => {
  const parts = Object.keys(hidden)
  if (parts.length === 0) return Result.succeed({})
  const openings = Object.fromEntries(
    parts.map((part) => [part, { salt: saltOf(PrivateParts.saltName(owner, part), participant), content: hidden[part]! }])
  )
  return Result.map(Commitment.commitAll(primitives, openings), (commitments) => ({ commitments }))
}

/**
 * The entry of a file that stands beside the log.
 *
 * **Example** (Its length)
 *
 * ```ts
 * import { Edition } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Edition.documentEntry(Primitives.portable, "letter", new Uint8Array(3)).bytes // => 3
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const documentEntry = (primitives: Hash, name: string, bytes: Uint8Array): Document => ({
  kind: "document",
  name,
  digest: digestOf(primitives, bytes),
  bytes: bytes.length
})

const digestOf = (hash: Hash, bytes: Uint8Array): Digest => Bytes.base64(hash.sha256(bytes))

/**
 * Rows in the order of participant numbers, in which everything is published.
 *
 * **Example** (Two people)
 *
 * ```ts
 * import { Edition } from "@timbang/core/publication"
 * Edition.inOrder({ participant: ["24-2", "24-1"] }) // => [1, 0]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const inOrder = ({ participant }: Pick<Cohort.Cohort, "participant">): ReadonlyArray<number> =>
  Array.from(participant, (_, row) => row).sort((a, b) => byText(participant[a]!, participant[b]!))
