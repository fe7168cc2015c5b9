/**
 * The order of a log is evidence: rules before scores, registrations sealed, scores before results, corrections with a
 * reason. One fold over the entries finds every breach; who publishes refuses on it, who audits reports it.
 *
 * @since 0.1.0
 */
import type { Day } from "../law/Day.ts"
import type { Answer, Correctable, Digest, Entry, Letter, Objection, Seal, Sealed } from "./Entry.ts"
import * as Phases from "./internal/Phases.ts"

// --- models ---

/**
 * A breach of the order, with the index of the entry that commits it. A rule's name and what it collides with.
 *
 * @category models
 * @since 0.1.0
 */
export type Breach =
  | { readonly _tag: "RulesMissing"; readonly index: number }
  | { readonly _tag: "FormationsMissing"; readonly index: number }
  | { readonly _tag: "RulesLate"; readonly index: number; readonly firstScore: number }
  | { readonly _tag: "FormationsLate"; readonly index: number; readonly firstScore: number }
  | { readonly _tag: "RulesUnknown"; readonly index: number; readonly rules: Digest }
  | { readonly _tag: "RulesSuperseded"; readonly index: number; readonly change: number }
  | { readonly _tag: "RegistrationsNotSealed"; readonly index: number }
  | { readonly _tag: "ScoresNotSealed"; readonly index: number; readonly stage: string; readonly session: string }
  | { readonly _tag: "AfterSeal"; readonly index: number; readonly of: Sealed; readonly seal: number }
  | {
    readonly _tag: "SealCountWrong"
    readonly index: number
    readonly of: Sealed
    readonly sealed: number
    readonly found: number
  }
  | { readonly _tag: "SealedTwice"; readonly index: number; readonly of: Sealed; readonly first: number }
  | { readonly _tag: "EntryTwice"; readonly index: number; readonly first: number }
  | { readonly _tag: "RegistrationMissing"; readonly index: number; readonly participant: string }
  | { readonly _tag: "ScoreAfterResults"; readonly index: number; readonly firstResult: number }
  | { readonly _tag: "ResultMissing"; readonly index: number; readonly participant: string }
  | { readonly _tag: "CorrectionWithoutBasis"; readonly index: number }
  | { readonly _tag: "CorrectionOfNothing"; readonly index: number; readonly replaces: number }
  | { readonly _tag: "CorrectionOfAnother"; readonly index: number; readonly replaces: number }
  | { readonly _tag: "ObjectionAboutNothing"; readonly index: number; readonly about: number }
  | { readonly _tag: "AnswerOfNothing"; readonly index: number; readonly about: number }
  | { readonly _tag: "AnsweredTwice"; readonly index: number; readonly first: number }
  | { readonly _tag: "AnsweredBeforeFiling"; readonly index: number; readonly on: Day; readonly filed: Day }
  | { readonly _tag: "AnsweredLate"; readonly index: number; readonly on: Day; readonly until: Day }
  | { readonly _tag: "CorrectionNotAccepted"; readonly index: number; readonly objection: number }

/**
 * An entry that counts, with the index under which it was logged last.
 *
 * @category models
 * @since 0.1.0
 */
export interface Current<A> {
  readonly index: number
  readonly entry: A
}

/**
 * A correction with what it replaced, so that a later different value always stands beside the earlier one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Replaced {
  /** Index of the correction. */
  readonly index: number
  /** Index of the entry that was corrected, the same for every correction of it. */
  readonly replaces: number
  /** What counted until then; `null` when it was withdrawn before. */
  readonly before: Correctable | null
  /** What counts since; `null` when nothing does. */
  readonly by: Correctable | null
  readonly objection?: number
  readonly letter?: Letter
}

/**
 * An objection as it was filed, and its answer once there is one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Filed {
  readonly objection: Objection
  /** The first answer. */
  answer?: { readonly index: number; readonly entry: Answer }
}

/**
 * Where the scores and results of one exam stage begin and end, as indices.
 *
 * @category models
 * @since 0.1.0
 */
export interface StageSpan {
  firstScore: number | undefined
  lastScore: number | undefined
  firstResult: number | undefined
}

/**
 * What has happened so far. It grows in place by {@link next}.
 *
 * @category models
 * @since 0.1.0
 */
export interface Chronicle {
  size: number
  /** Entries that a correction may replace, by index, in the form that counts now; `null` when withdrawn. */
  readonly correctable: Map<number, Correctable | null>
  /** Every correction that holds, in order. */
  readonly corrections: Array<Replaced>
  /** What may stand in the log once, with the index where it stood first. */
  readonly firstOf: Map<string, number>
  readonly registered: Map<string, number>
  readonly withResult: Set<string>
  readonly objections: Set<number>
  /** Objections that an entry of its own answers, with their answer, by the index of the objection. */
  readonly filed: Map<number, Filed>
  readonly rules: Set<Digest>
  /** Every change of law, in order: the index of its entry and the rules that it put in the place of others. */
  readonly changes: Array<{ readonly index: number; readonly from: Digest; readonly to: Digest; readonly letter: Letter }>
  /** The rules in force. */
  currentRules: Digest | undefined
  readonly counts: Map<string, number>
  readonly seals: Map<string, number>
  /** Sessions with scores and without a seal, by the name of their phase. */
  readonly open: Map<string, { readonly stage: string; readonly session: string }>
  readonly stages: Map<string, StageSpan>
  firstRules: number | undefined
  firstFormations: number | undefined
  /** First score of any stage. */
  firstScore: number | undefined
}

// --- constructors ---

/**
 * Before the first entry.
 *
 * **Example** (Nothing has happened)
 *
 * ```ts
 * import { Chronicle } from "@timbang/core/publication"
 * Chronicle.start().size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const start = (): Chronicle => ({
  size: 0,
  correctable: new Map(),
  corrections: [],
  firstOf: new Map(),
  registered: new Map(),
  withResult: new Set(),
  objections: new Set(),
  filed: new Map(),
  rules: new Set(),
  changes: [],
  currentRules: undefined,
  counts: new Map(),
  seals: new Map(),
  open: new Map(),
  stages: new Map(),
  firstRules: undefined,
  firstFormations: undefined,
  firstScore: undefined
})

// --- operations ---

/**
 * Index of the seal over the registrations.
 *
 * **Example** (Not sealed yet)
 *
 * ```ts
 * import { Chronicle } from "@timbang/core/publication"
 * Chronicle.registrationsSealedAt(Chronicle.start()) // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const registrationsSealedAt = (chronicle: Chronicle): number | undefined => chronicle.seals.get(Phases.registrations)

/**
 * Says whether the scores of an exam stage are sealed, in whatever sessions they were taken.
 *
 * **Example** (Not yet)
 *
 * ```ts
 * import { Chronicle } from "@timbang/core/publication"
 * const chronicle = Chronicle.start()
 * Chronicle.next(chronicle, { kind: "seal", of: "scores", stage: "SKD", session: "1", count: 0 })
 * Chronicle.areScoresSealed(chronicle, "SKD") // => true
 * Chronicle.areScoresSealed(chronicle, "SKB") // => false
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const areScoresSealed = (chronicle: Chronicle, stage: string): boolean =>
  [...chronicle.seals.keys()].some((phase) => Phases.isOfScores(phase, stage))

/**
 * Takes the next entry in and answers what breaches the order; no breach is an empty list.
 *
 * **Example** (A score before any rule)
 *
 * ```ts
 * import { Chronicle } from "@timbang/core/publication"
 * const chronicle = Chronicle.start()
 * const breaches = Chronicle.next(chronicle, { kind: "score", participant: "26-0001", stage: "SKD", session: "1", scores: { TWK: 100 } })
 * breaches.map(({ _tag }) => _tag) // => ["RulesMissing", "FormationsMissing", "RegistrationsNotSealed", "RegistrationMissing"]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const next = (chronicle: Chronicle, entry: Entry): ReadonlyArray<Breach> => {
  const index = chronicle.size++
  switch (entry.kind) {
    case "rule-set": {
      const late = chronicle.firstScore !== undefined && chronicle.currentRules !== entry.digest
      chronicle.rules.add(entry.digest)
      chronicle.currentRules = entry.digest
      chronicle.firstRules ??= index
      return late ? [{ _tag: "RulesLate", index, firstScore: chronicle.firstScore! }] : []
    }
    case "change-of-law": {
      const { from, letter, to } = entry
      const isKnown = chronicle.rules.has(from)
      const change = chronicle.currentRules === from ? undefined : chronicle.changes.at(-1)
      chronicle.rules.add(to)
      chronicle.currentRules = to
      chronicle.changes.push({ index, from, to, letter })
      if (!isKnown) return [{ _tag: "RulesUnknown", index, rules: from }]
      return change === undefined ? [] : [{ _tag: "RulesSuperseded", index, change: change.index }]
    }
    case "formations":
      chronicle.firstFormations ??= index
      return chronicle.firstScore === undefined
        ? []
        : [{ _tag: "FormationsLate", index, firstScore: chronicle.firstScore }]
    case "registration":
    case "score":
    case "result":
      return [...before(chronicle, entry, index), ...admit(chronicle, entry, index)]
    case "seal":
      return seal(chronicle, entry, index)
    case "objection":
      if (entry.state === "accepted" || entry.state === "rejected") return answer(chronicle, entry, index)
      chronicle.objections.add(index)
      if (entry.state === "filed") chronicle.filed.set(index, { objection: entry })
      return chronicle.correctable.has(entry.about)
        ? []
        : [{ _tag: "ObjectionAboutNothing", index, about: entry.about }]
    case "correction":
      return correct(chronicle, entry, index)
    case "document":
      return []
  }
}

/**
 * The entries of one kind that count, corrections applied, in the order they were first logged.
 *
 * **Example** (A corrected registration counts once)
 *
 * ```ts
 * import { Chronicle } from "@timbang/core/publication"
 * const chronicle = Chronicle.start()
 * Chronicle.next(chronicle, { kind: "registration", participant: "26-0001", formation: "F1" })
 * Chronicle.next(chronicle, { kind: "correction", replaces: 0, by: { kind: "registration", participant: "26-0001", formation: "F2" }, objection: 7 })
 * Chronicle.current(chronicle, "registration").map(({ entry }) => entry.formation) // => ["F2"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const current = <K extends Correctable["kind"]>(
  chronicle: Chronicle,
  kind: K
): ReadonlyArray<Current<Extract<Correctable, { readonly kind: K }>>> => {
  const found: Array<Current<Extract<Correctable, { readonly kind: K }>>> = []
  for (const [index, entry] of chronicle.correctable) {
    if (entry?.kind === kind) found.push({ index, entry: entry as Extract<Correctable, { readonly kind: K }> })
  }
  return found
}

const answer = (chronicle: Chronicle, entry: Answer, index: number): ReadonlyArray<Breach> => {
  const { about, on } = entry
  const filed = chronicle.filed.get(about)
  if (filed === undefined) return [{ _tag: "AnswerOfNothing", index, about }]
  if (filed.answer !== undefined) return [{ _tag: "AnsweredTwice", index, first: filed.answer.index }]
  filed.answer = { index, entry }
  const { on: filedOn, until } = filed.objection
  const breaches: Array<Breach> = []
  if (filedOn !== undefined && on < filedOn) breaches.push({ _tag: "AnsweredBeforeFiling", index, on, filed: filedOn })
  if (until !== undefined && on > until) breaches.push({ _tag: "AnsweredLate", index, on, until })
  return breaches
}

/** What is decided by rules other than those in force; nothing before any rules were published, which is a breach of its own. */
const ruleBreaches = (chronicle: Chronicle, rules: Digest, index: number): ReadonlyArray<Breach> => {
  if (chronicle.currentRules === undefined || rules === chronicle.currentRules) return []
  if (!chronicle.rules.has(rules)) return [{ _tag: "RulesUnknown", index, rules }]
  const change = chronicle.changes.find(({ from }) => from === rules)
  return change === undefined ? [] : [{ _tag: "RulesSuperseded", index, change: change.index }]
}

/** What has to have happened before an entry of that kind. */
const before = (chronicle: Chronicle, entry: Correctable, index: number): ReadonlyArray<Breach> => {
  const breaches: Array<Breach> = []
  if (entry.kind === "registration") return breaches
  if (chronicle.firstRules === undefined) breaches.push({ _tag: "RulesMissing", index })
  if (chronicle.firstFormations === undefined) breaches.push({ _tag: "FormationsMissing", index })
  if (!chronicle.seals.has(Phases.registrations)) breaches.push({ _tag: "RegistrationsNotSealed", index })
  if (!chronicle.registered.has(entry.participant)) {
    breaches.push({ _tag: "RegistrationMissing", index, participant: entry.participant })
  }
  const firstResult = spanOf(chronicle, entry.stage).firstResult
  if (entry.kind === "score" && firstResult !== undefined) {
    breaches.push({ _tag: "ScoreAfterResults", index, firstResult })
  }
  if (entry.kind === "result") {
    breaches.push(...ruleBreaches(chronicle, entry.rules, index))
    for (const session of chronicle.open.values()) breaches.push({ _tag: "ScoresNotSealed", index, ...session })
    chronicle.open.clear()
  }
  return breaches
}

const admit = (chronicle: Chronicle, entry: Correctable, index: number): ReadonlyArray<Breach> => {
  const phase = Phases.of(entry)
  const breaches: Array<Breach> = []
  const sealed = chronicle.seals.get(phase)
  if (sealed !== undefined) breaches.push({ _tag: "AfterSeal", index, of: Phases.sealedOf(entry), seal: sealed })
  const names = Phases.namesOf(entry)
  const first = names.map((name) => chronicle.firstOf.get(name)).find((one) => one !== undefined)
  if (first !== undefined) breaches.push({ _tag: "EntryTwice", index, first })
  for (const name of names) if (!chronicle.firstOf.has(name)) chronicle.firstOf.set(name, index)
  chronicle.correctable.set(index, entry)
  chronicle.counts.set(phase, (chronicle.counts.get(phase) ?? 0) + 1)
  if (entry.kind === "registration") chronicle.registered.set(entry.participant, index)
  if (entry.kind === "score") {
    const span = spanOf(chronicle, entry.stage)
    chronicle.firstScore ??= index
    span.firstScore ??= index
    span.lastScore = index
    if (sealed === undefined) chronicle.open.set(phase, { stage: entry.stage, session: entry.session })
  }
  if (entry.kind === "result") {
    spanOf(chronicle, entry.stage).firstResult ??= index
    chronicle.withResult.add(entry.participant)
  }
  return breaches
}

const seal = (
  chronicle: Chronicle,
  entry: Seal,
  index: number
): ReadonlyArray<Breach> => {
  const { count, of } = entry
  const phase = Phases.sealedBy(entry)
  const first = chronicle.seals.get(phase)
  if (first !== undefined) return [{ _tag: "SealedTwice", index, of, first }]
  chronicle.seals.set(phase, index)
  chronicle.open.delete(phase)
  const found = chronicle.counts.get(phase) ?? 0
  const breaches: Array<Breach> = found === count ? [] : [{ _tag: "SealCountWrong", index, of, sealed: count, found }]
  if (of === "results") {
    for (const participant of chronicle.registered.keys()) {
      if (!chronicle.withResult.has(participant)) breaches.push({ _tag: "ResultMissing", index, participant })
    }
  }
  return breaches
}

const correct = (
  chronicle: Chronicle,
  entry: Extract<Entry, { readonly kind: "correction" }>,
  index: number
): ReadonlyArray<Breach> => {
  const { by, letter, objection, replaces } = entry
  const old = chronicle.correctable.get(replaces)
  const breaches: Array<Breach> = []
  const hasBasis = letter !== undefined || objection !== undefined && chronicle.objections.has(objection)
  if (!hasBasis) breaches.push({ _tag: "CorrectionWithoutBasis", index })
  const filed = objection === undefined || letter !== undefined ? undefined : chronicle.filed.get(objection)
  if (filed !== undefined && filed.answer?.entry.state !== "accepted") {
    breaches.push({ _tag: "CorrectionNotAccepted", index, objection: objection! })
  }
  if (old === undefined) return [...breaches, { _tag: "CorrectionOfNothing", index, replaces }]
  if (by !== null && old !== null && (by.kind !== old.kind || by.participant !== old.participant)) {
    return [...breaches, { _tag: "CorrectionOfAnother", index, replaces }]
  }
  if (by?.kind === "result") breaches.push(...ruleBreaches(chronicle, by.rules, index))
  chronicle.correctable.set(replaces, by)
  chronicle.corrections.push({
    index,
    replaces,
    before: old,
    by,
    ...(objection === undefined ? {} : { objection }),
    ...(letter === undefined ? {} : { letter })
  })
  if (old?.kind === "registration" && by === null) chronicle.registered.delete(old.participant)
  return breaches
}

const spanOf = (chronicle: Chronicle, stage: string): StageSpan => {
  const known = chronicle.stages.get(stage)
  if (known !== undefined) return known
  const span: StageSpan = { firstScore: undefined, lastScore: undefined, firstResult: undefined }
  chronicle.stages.set(stage, span)
  return span
}
