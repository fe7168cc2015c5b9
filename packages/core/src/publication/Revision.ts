/**
 * What a selection appends to its log when it was run again after objections, findings or judgments: every changed score,
 * and every result that moves, as a correction that names what it replaces and what it rests on.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as Scaled from "../number/Scaled.ts"
import * as Cohort from "../selection/Cohort.ts"
import type { Corrected, Reinstated } from "../selection/Event.ts"
import type { Selection } from "../selection/Selection.ts"
import * as Chronicle from "./Chronicle.ts"
import * as Edition from "./Edition.ts"
import type { Digest, Entry, Figure, Letter, ResultEntry, Score } from "./Entry.ts"
import * as Figures from "./Figures.ts"
import * as ObjectionCases from "./ObjectionCases.ts"
import * as PrivateParts from "./PrivateParts.ts"
import * as RunDocuments from "./RunDocuments.ts"
import * as Stages from "./Stages.ts"

// --- models ---

/**
 * What the log says so far.
 *
 * @category models
 * @since 0.1.0
 */
export interface Logged {
  readonly chronicle: Chronicle.Chronicle
  /** Digest of the facts that the stage was decided by; nothing before its results. */
  readonly facts: Digest | undefined
}

// --- errors ---

/**
 * Why a log cannot take a revision in.
 *
 * - `nothing-changed`: the log says what the selection says.
 * - `scores-differ`: a published score is not what stands on the selection's record, and no event explains it.
 * - `basis-missing`: a result moves, and neither an objection nor a letter says why.
 *
 * @category errors
 * @since 0.1.0
 */
export class RevisionRefused extends Data.TaggedError("RevisionRefused")<{
  readonly problem: "nothing-changed" | "scores-differ" | "basis-missing"
  readonly participants: ReadonlyArray<string>
}> {
  override get message(): string {
    return `${this.problem}: ${this.participants.slice(0, 10).join(", ")}`
  }
}

// --- operations ---

/**
 * The corrections that lead from the log to the selection.
 *
 * **Details**
 *
 * First every event with a basis that the log does not have yet, as an objection whose basis is a commitment, and for a
 * corrected score the correction; a basis that names an objection filed in the log rests on that one. Then the facts, if they changed. Then every result that differs, resting on the objection of
 * the same participant, else on one of the same formation, else on the last; and on the letter, where there is one.
 *
 * **Example** (Nothing has changed)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Chronicle, Disclosure, Edition, Revision } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives } from "@timbang/signing"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words), saltOf: () => new Uint8Array(32) }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], []))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const refused = Revision.revise(means, made, { chronicle: Chronicle.start(), facts: undefined })
 * Result.isFailure(refused) && refused.failure.message // => "nothing-changed: "
 * ```
 *
 * @category phases
 * @since 0.1.0
 */
export const revise = (
  means: Edition.Means,
  selection: Selection,
  { chronicle, facts }: Logged,
  /** A letter on which the revision rests as a whole, such as that of the new announcement. */
  letter?: Letter
): Result.Result<Edition.Step, Edition.EditionError | RevisionRefused> => {
  const entries: Array<Entry> = []
  const documents: Array<Uint8Array> = []
  const objections = new Map<string, number>()
  const published = new Map<string, { readonly index: number; readonly entry: ResultEntry }>()
  const stage = Stages.stageOf(selection)
  for (const { entry, index } of Chronicle.current(chronicle, "result")) {
    if (entry.stage === stage) published.set(entry.participant, { index, entry })
  }
  const object = (participant: string, about: number, basis: string): Result.Result<number, Edition.EditionError> => {
    const accepted = ObjectionCases.indexOf(means, chronicle, { id: basis, participant })
    if (Result.isFailure(accepted)) return Result.fail(accepted.failure)
    if (accepted.success !== undefined) {
      objections.set(participant, accepted.success)
      return Result.succeed(accepted.success)
    }
    const index = chronicle.size + entries.length
    return Result.map(Edition.commit(means, `objection/${index}`, participant, { basis }), (hidden) => {
      entries.push({ kind: "objection", about, ...hidden })
      objections.set(participant, index)
      return index
    })
  }

  const pending = pendingScores(selection, chronicle)
  if (pending.unexplained.length > 0) return refuse("scores-differ", pending.unexplained)
  for (const { basis, by, replaces } of pending.corrections) {
    const objection = object(by.participant, replaces, basis)
    if (Result.isFailure(objection)) return Result.fail(objection.failure)
    entries.push({ kind: "correction", replaces, by, objection: objection.success, ...(letter && { letter }) })
  }

  const made = Result.all([
    RunDocuments.write(means.primitives, RunDocuments.factsOf(selection)),
    RunDocuments.write(means.primitives, selection.ruleSet)
  ])
  if (Result.isFailure(made)) return Result.fail(made.failure)
  const [factFile, ruleFile] = made.success
  const digest = (bytes: Uint8Array) => Bytes.base64(means.primitives.sha256(bytes))
  const moved: Array<{ readonly replaces: number; readonly by: ResultEntry }> = []
  const corrected = countByEntry(chronicle)
  for (const row of Edition.inOrder(selection.cohort)) {
    const old = published.get(selection.cohort.participant[row]!)
    const made = old === undefined ? undefined : Edition.resultOf(means.policy, selection, row, digest(ruleFile))
    if (old === undefined || made === undefined) continue
    if (Result.isFailure(made)) return Result.fail(made.failure)
    const { entry, hidden } = made.success
    const { commitments: _, ...shown } = old.entry
    if (means.primitives.canonicalize(entry) === means.primitives.canonicalize(shown)) continue
    const owner = PrivateParts.ownerOf(entry, (corrected.get(old.index) ?? 0) + 1)
    const commitments = Edition.commit(means, owner, entry.participant, hidden)
    if (Result.isFailure(commitments)) return Result.fail(commitments.failure)
    moved.push({ replaces: old.index, by: { ...entry, ...commitments.success } })
  }
  for (const { by: { participant }, replaces } of moved) {
    const basis = selection.events.findLast((event): event is Reinstated =>
      event._tag === "Reinstated" && event.participant === participant
    )?.basis
    const isNew = basis !== undefined && !objections.has(participant) && !isObjected(chronicle, replaces)
    const objection = isNew ? object(participant, replaces, basis) : Result.succeed(0)
    if (Result.isFailure(objection)) return Result.fail(objection.failure)
  }
  if (published.size > 0 && digest(factFile) !== facts) {
    entries.push(Edition.documentEntry(means.primitives, RunDocuments.names.facts, factFile))
    documents.push(factFile)
  }
  if (entries.length === 0 && moved.length === 0) return refuse("nothing-changed", [])
  const byFormation = new Map(
    [...objections].flatMap(([participant, index]) => {
      const formation = published.get(participant)?.entry.formation
      return formation === undefined ? [] : [[formation, index] as const]
    })
  )
  const last = [...objections.values()].at(-1)
  const without: Array<string> = []
  for (const { by, replaces } of moved) {
    const objection = objections.get(by.participant) ?? byFormation.get(by.formation) ?? last
    if (objection === undefined && letter === undefined) without.push(by.participant)
    entries.push({
      kind: "correction",
      replaces,
      by,
      ...(objection === undefined ? {} : { objection }),
      ...(letter === undefined ? {} : { letter })
    })
  }
  return without.length > 0 ? refuse("basis-missing", without) : Result.succeed({ entries, documents })
}

/**
 * Participants whose published scores are not those that the selection used: their results must not be published yet.
 *
 * **Example** (Nobody is registered)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Chronicle, Revision } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], []))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Revision.withOtherScores(made, Chronicle.start()) // => []
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const withOtherScores = (selection: Selection, chronicle: Chronicle.Chronicle): ReadonlyArray<string> => {
  const found = new Map<string, Readonly<Record<string, Figure>>>()
  for (const { entry: { participant, scores } } of Chronicle.current(chronicle, "score")) {
    found.set(participant, { ...found.get(participant), ...scores })
  }
  const exams = Stages.examsOf(selection)
  const components = selection.ruleSet.components.filter(({ exam }) => exams.includes(exam))
  return Edition.inOrder(selection.cohort).flatMap((row) => {
    const participant = selection.cohort.participant[row]!
    const published = found.get(participant) ?? {}
    const isSame = components.every(({ decimals, id }) => published[id] === unitsAt(selection.cohort, id, row, decimals))
    return isSame ? [] : [participant]
  })
}

interface PendingScore {
  readonly replaces: number
  readonly by: Score
  readonly basis: string
}

/** Corrected scores that the log does not have yet, exam by exam, in the order of their day. */
const pendingScores = (
  { events, recorded, ruleSet }: Selection,
  chronicle: Chronicle.Chronicle
): { readonly corrections: ReadonlyArray<PendingScore>; readonly unexplained: ReadonlyArray<string> } => {
  const corrections: Array<PendingScore> = []
  const unexplained: Array<string> = []
  const rowOf = new Map(recorded.participant.map((participant, row) => [participant, row]))
  const examOf = new Map(ruleSet.components.map(({ exam, id }) => [id, exam]))
  const key = (participant: string, exam: string) => JSON.stringify([participant, exam])
  const eventsOf = new Map<string, Array<Corrected>>()
  for (const event of events) {
    if (event._tag !== "Corrected") continue
    const name = key(event.participant, examOf.get(event.component)!)
    eventsOf.set(name, [...eventsOf.get(name) ?? [], event])
  }
  const logged = countByEntry(chronicle)
  for (const { entry, index } of Chronicle.current(chronicle, "score")) {
    const row = rowOf.get(entry.participant)
    if (row === undefined) continue
    const own = (eventsOf.get(key(entry.participant, entry.stage)) ?? [])
      .toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
    const components = ruleSet.components.filter(({ exam }) => exam === entry.stage)
    let scores: Record<string, Figure> = {}
    for (const { decimals, id } of components) {
      const found = unitsAt(recorded, id, row, decimals)
      if (found !== undefined) scores[id] = found
    }
    const apply = ({ component, to }: Corrected): void => {
      const { decimals } = components.find(({ id }) => id === component)!
      const units = Result.getOrThrow(Scaled.parse(to, decimals))
      scores = { ...scores, [component]: Figures.figure(units, decimals) }
    }
    const done = logged.get(index) ?? 0
    own.slice(0, done).forEach(apply)
    const isSame = components.every(({ id }) => scores[id] === entry.scores[id])
    if (!isSame || done > own.length) {
      unexplained.push(entry.participant)
      continue
    }
    for (const event of own.slice(done)) {
      apply(event)
      corrections.push({ replaces: index, by: { ...entry, scores }, basis: event.basis })
    }
  }
  return { corrections, unexplained }
}

const unitsAt = (cohort: Cohort.Cohort, id: string, row: number, decimals: number): Figure | undefined => {
  const units = cohort.scores[id]?.[row] ?? Cohort.absent
  return units < 0 ? undefined : Figures.figure(units, decimals)
}

const isObjected = ({ corrections }: Chronicle.Chronicle, index: number): boolean =>
  corrections.some(({ by, objection, replaces }) => replaces === index && by?.kind === "result" && objection !== undefined)

const countByEntry = ({ corrections }: Chronicle.Chronicle): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const { replaces } of corrections) counts.set(replaces, (counts.get(replaces) ?? 0) + 1)
  return counts
}

const refuse = (problem: RevisionRefused["problem"], participants: ReadonlyArray<string>) =>
  Result.fail(new RevisionRefused({ problem, participants }))
