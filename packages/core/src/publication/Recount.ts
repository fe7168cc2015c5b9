/**
 * Reruns a published selection from its log alone (hitung ulang): the engine runs again over the published scores, and
 * every published figure, rank, code and seat is compared with what it says.
 *
 * What depends on private data cannot be recomputed by a stranger. It is taken as published and counted by name: rungs of
 * age and grades, minimums of protected categories, exclusions, additions.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type { Formation } from "../formation/Formation.ts"
import * as Cohort from "../selection/Cohort.ts"
import * as LastList from "../selection/LastList.ts"
import * as Outcome from "../selection/Outcome.ts"
import type { RuleSet } from "../selection/RuleSet.ts"
import * as Selection from "../selection/Selection.ts"
import type { Difference, Rerun } from "./Audit.ts"
import * as Chronicle from "./Chronicle.ts"
import type * as Disclosure from "./Disclosure.ts"
import * as Entry from "./Entry.ts"
import * as Figures from "./Figures.ts"
import * as FormationStatement from "./FormationStatement.ts"
import { codesOf, isPrivateRung, privateFrom, withAttested, withHiddenCategory } from "./internal/Attested.ts"
import * as StageDocuments from "./internal/StageDocuments.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"
import * as PrivateParts from "./PrivateParts.ts"
import * as RunDocuments from "./RunDocuments.ts"

// --- models ---

/**
 * What can be recomputed.
 *
 * @category models
 * @since 0.1.0
 */
export type Checked = "thresholds" | "integration" | "ranks" | "ties" | "caps" | "filling"

/**
 * What can only be seen attested.
 *
 * @category models
 * @since 0.1.0
 */
export type Attested =
  | "private rungs"
  | "protected categories"
  | "exclusions"
  | "placement answers"
  | "priority classes"
  | "entitlements"
  | "filling"
  | "results"

/**
 * What a recount needs beside the entries.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly primitives: Canonicalizer & Hash
  /** Every entry, in order, as bytes. */
  readonly entries: ReadonlyArray<Uint8Array>
  /** The file with that digest, or nothing. */
  readonly document: (digest: Entry.Digest) => Uint8Array | undefined
  /** Decodes a rule set; nothing when the value is none. An argument, so that this module loads no schema. */
  readonly decodeRules: (value: unknown) => RuleSet | undefined
  /** The words of the disclosure policies of the country. */
  readonly vocabulary: Disclosure.Vocabulary
}

type Logged = Chronicle.Current<Entry.ResultEntry>

// --- operations ---

/**
 * Recounts every stage that has results. Where rules, formations, choices or facts of a stage are not at hand, its
 * results are counted as attested and nothing of them as checked.
 *
 * **Example** (Nothing is published yet)
 *
 * ```ts
 * import { Chronicle, Recount } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, entries: [], document: () => undefined, decodeRules: () => undefined, vocabulary }
 * Recount.recount(means, Chronicle.start()) // => { checked: {}, attested: {}, differences: [] }
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const recount = (means: Means, chronicle: Chronicle.Chronicle): Rerun => {
  const tally = makeTally()
  const results = Chronicle.current(chronicle, "result")
  const entries = results.length === 0 ? [] : means.entries.map((bytes) => Entry.decode(means.primitives, bytes))
  const list = entries.map((entry) => Result.isSuccess(entry) ? entry.success : undefined)
  const facts = RunDocuments.factsByStage(list)
  for (const stage of new Set(results.map(({ entry }) => entry.stage))) {
    const own = results.filter(({ entry }) => entry.stage === stage)
    const round = roundOf(means, list, own, facts.get(stage))
    if (round === undefined) tally.attest("results", own.length)
    else recountStage(means.vocabulary, whenDecided(list, results, stage, chronicle), round, stage, own, tally)
  }
  for (const index of FormationStatement.wrong(means, list)) {
    const entry = list[index] as Entry.Document
    tally.differences.push({ index, fact: entry.name, published: entry.digest, recomputed: "-" })
  }
  return { checked: tally.checked, attested: tally.attested, differences: tally.differences }
}

/**
 * Recounts one formation from its own entries alone; nothing when none of them is a result of the stage.
 *
 * **Details**
 *
 * Who else took part is not at hand, so that a seat given by a filling pass, which looks at other formations too, is counted
 * as attested.
 *
 * **Example** (No results)
 *
 * ```ts
 * import { Recount } from "@timbang/core/publication"
 * import { Specimen } from "@timbang/core/selection"
 * const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const facts = { standing: "penetapan", exclusions: [], classes: {}, placements: [], lawChanges: [] } as const
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], choices: { disclosure: "as-official-lists" }, facts } as const
 * Recount.formation(vocabulary, round, "practical", []) // => undefined
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const formation = (
  vocabulary: Disclosure.Vocabulary,
  round: Round,
  stage: string,
  /** Entries of the log at their indices; nothing where another formation's stands. */
  entries: ReadonlyArray<Entry.Entry | undefined>
): Counted | undefined => {
  const chronicle = Chronicle.start()
  for (const entry of entries) {
    if (entry === undefined) chronicle.size++
    else Chronicle.next(chronicle, entry)
  }
  const results = Chronicle.current(chronicle, "result")
  const own = results.filter(({ entry }) => entry.stage === stage)
  if (own.length === 0) return undefined
  const tally = makeTally()
  const { choices } = round
  const alone = { ...round, isAlone: true, choices: { ...choices, filling: { ...choices.filling, isRun: false } } }
  const selection = recountStage(vocabulary, whenDecided(entries, results, stage, chronicle), alone, stage, own, tally)
  const { attested, checked, differences } = tally
  return { rerun: { attested, checked, differences }, selection, results: own }
}

/**
 * A formation that was recounted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counted {
  readonly rerun: Rerun
  /** The rerun itself; nothing where the engine could not run, which the differences say. */
  readonly selection: Selection.Selection | undefined
  /** The published results that count. */
  readonly results: ReadonlyArray<Chronicle.Current<Entry.ResultEntry>>
}

/**
 * What a stage was decided under.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round {
  readonly ruleSet: RuleSet
  readonly formations: ReadonlyArray<Formation>
  readonly choices: RunDocuments.Choices
  readonly facts: RunDocuments.PublicFacts
  /** Whether the participants of other formations are not at hand. */
  readonly isAlone?: boolean
}

/**
 * What counted when a stage was decided last. A correction that comes after the results of a later stage changes that stage;
 * it changes an earlier one only where its results were corrected too.
 */
const whenDecided = (
  entries: ReadonlyArray<Entry.Entry | undefined>,
  results: ReadonlyArray<Logged>,
  stage: string,
  now: Chronicle.Chronicle
): Chronicle.Chronicle => {
  const first = results.find(({ entry }) => entry.stage === stage)!.index
  const next = results.find(({ entry, index }) => index > first && entry.stage !== stage)?.index
  if (next === undefined) return now
  const corrected = entries.findLastIndex((entry) =>
    entry?.kind === "correction" && entry.by?.kind === "result" && entry.by.stage === stage
  )
  const then = Chronicle.start()
  for (const entry of entries.slice(0, Math.max(next, corrected + 1))) {
    if (entry === undefined) then.size++
    else Chronicle.next(then, entry)
  }
  return then
}

/** Nothing when a document is not at hand or no rule set. */
const roundOf = (
  means: Means,
  entries: ReadonlyArray<Entry.Entry | undefined>,
  results: ReadonlyArray<Logged>,
  factsDigest: Entry.Digest | undefined
): Round | undefined => {
  const found = StageDocuments.ofStage(means, entries, results, factsDigest)
  const ruleSet = found === undefined ? undefined : means.decodeRules(found.ruleValue)
  return found === undefined || ruleSet === undefined ? undefined : { ...found, ruleSet }
}

const recountStage = (
  vocabulary: Disclosure.Vocabulary,
  chronicle: Chronicle.Chronicle,
  round: Round,
  stage: string,
  results: ReadonlyArray<Logged>,
  tally: Tally
): Selection.Selection | undefined => {
  const { choices, facts, formations } = round
  const policy: Disclosure.Policy = { name: choices.disclosure, vocabulary }
  const ruleSet = withHiddenCategory(round.ruleSet, vocabulary.generalCategory)
  const isHidden = new Set(
    formations.filter(({ category }) => category === vocabulary.generalCategory).map(({ formation }) => formation)
  )
  const resultOf = new Map(results.map((result) => [result.entry.participant, result]))
  const rows = rowsOf(chronicle, ruleSet, facts)
  const indexOf = (participant: string) => resultOf.get(participant)?.index ?? 0
  const differs = (participant: string, fact: string, published: string, recomputed: string): void => {
    tally.differences.push({ index: indexOf(participant), fact, published, recomputed })
  }
  const built = Cohort.fromRows(ruleSet, formations, rows)
  if (Result.isFailure(built)) {
    for (const { accepted, column, found, row } of built.failure.faults) {
      differs(rows[row - 1]!.participant, column, found, accepted)
    }
    return undefined
  }
  const exams = [...new Set(ruleSet.components.map(({ exam }) => exam))]
  const isFinal = stage === exams.at(-1)
  const cohort = withAttested(built.success, ruleSet, formations, isFinal ? "final" : stage, resultOf)
  const belowMinimum = codesOf(ruleSet, "below-threshold")
  // Which of two groups somebody stands in follows from minimums too, so that no code of a hidden cell tells it apart.
  const hasGroups = ruleSet.shortlist?.secondGroup !== undefined
  const hiddenBelow = results.flatMap(({ entry }): ReadonlyArray<RunDocuments.Exclusion> =>
    isHidden.has(entry.formation) && entry.rank === null && (hasGroups || belowMinimum.has(entry.code))
      ? [{ participant: entry.participant, outcome: "ineligible", exam: exams[0]!, at: "0001-01-01" }]
      : []
  )
  const made = Selection.run(
    ruleSet,
    formations,
    cohort,
    RunDocuments.eventsOf({ ...facts, exclusions: [...facts.exclusions, ...hiddenBelow] }),
    { ...choices, stage: isFinal ? "final" : stage, standing: { _tag: "uji-silang" } }
  )
  if (Result.isFailure(made)) {
    const recomputed = made.failure._tag
    tally.differences.push({ index: results[0]!.index, fact: "results", published: stage, recomputed })
    return undefined
  }
  tally.attest("exclusions", facts.exclusions.length)
  tally.attest("placement answers", facts.placements.length)
  tally.attest("priority classes", Object.keys(facts.classes).length)
  tally.attest("protected categories", results.filter(({ entry }) => isHidden.has(entry.formation)).length)
  tally.attest("entitlements", cohort.entitlements?.filter((bits) => bits !== 0).length ?? 0)
  const isTaken = new Set(
    hasGroups
      ? results.flatMap(({ entry }) => isHidden.has(entry.formation) ? [entry.participant] : [])
      : hiddenBelow.map(({ participant }) => participant)
  )
  compare(made.success, { policy, resultOf, isHidden, isTaken, isAlone: round.isAlone === true }, tally, differs)
  return made.success
}

interface Published {
  readonly policy: Disclosure.Policy
  readonly resultOf: ReadonlyMap<string, Logged>
  /** Formations whose category is not public. */
  readonly isHidden: ReadonlySet<string>
  /** Participants whose outcome is taken as published, because their minimums are not public. */
  readonly isTaken: ReadonlySet<string>
  /** Whether filling could not be rerun. */
  readonly isAlone: boolean
}

const compare = (
  selection: Selection.Selection,
  { isAlone, isHidden, isTaken, policy, resultOf }: Published,
  tally: Tally,
  differs: (participant: string, fact: string, published: string, recomputed: string) => void
): void => {
  const { cohort, failed, formations, outcome, pass, plan, ruleSet, seat } = selection
  const ranked = LastList.of(selection)
  const privateRungs = privateFrom(ruleSet)
  const fillingCodes = new Set(
    ["selected-by-filling", "not-selected", "undecided"].flatMap((outcome) => [...codesOf(ruleSet, outcome)])
  )
  const [filledCodes, undecidedCodes] = [codesOf(ruleSet, "selected-by-filling"), codesOf(ruleSet, "undecided")]
  const tied = acrossCells(selection)
  const minimums = [plan.thresholds, ...(plan.secondThresholds === undefined ? [] : [plan.secondThresholds])]
  const checksMinimums = minimums.some(({ checks }) => checks.length > 0)
  const holds = new Map(formations.map(({ formation }) => [formation, true]))
  for (let row = 0; row < cohort.size; row++) {
    const participant = cohort.participant[row]!
    const published = resultOf.get(participant)?.entry
    if (published === undefined) continue
    const cell = formations[cohort.formation[row]!]!.formation
    let isSame = true
    const check = (fact: string, found: string, expected: string): boolean => {
      if (found === expected) return true
      differs(participant, fact, found, expected)
      isSame = false
      return false
    }
    check("formation", published.formation, cell)
    const figures = Figures.figuresOf(selection, row)
    for (const id of new Set([...Object.keys(figures), ...Object.keys(published.scores)])) {
      if (check(id, show(published.scores[id]), show(figures[id]))) tally.check("integration")
    }
    if (isTaken.has(participant)) continue
    const rank = ranked?.rank[row] ?? 0
    if (check("rank", show(published.rank), rank === 0 ? "-" : String(rank)) && rank > 0) tally.check("ranks")
    const split = PrivateParts.ofResult(policy, selection, row)
    if (Result.isFailure(split)) continue
    const { code, decidedBy } = split.success.shown
    const ownKey = ranked?.keys[(ranked.rung[row] ?? 0) - 1]?.name
    if (ownKey !== undefined && privateRungs.has(ownKey)) {
      // Grades and birth dates are not public: the order that was published stands in for them.
      if (isPrivateRung(policy, privateRungs, published.decidedBy)) tally.attest("private rungs", 1)
      else check("decidedBy", show(published.decidedBy), show(decidedBy))
    } else if (check("decidedBy", show(published.decidedBy), show(decidedBy)) && decidedBy != null) tally.check("ties")
    const given = seat[row] ?? -1
    const seatShown = given < 0 || given === cohort.formation[row] ? "-" : formations[given]!.formation
    const isCode = published.code === code && show(published.seat) === seatShown
    // A filling pass gives a seat outside the own formation to somebody whom the own formation had none for.
    const isFilled = isAlone && Outcome.tags[outcome[row]!] === "not-selected" &&
      (published.seat !== undefined && filledCodes.has(published.code) || undecidedCodes.has(published.code))
    const isBlurred = isFilled || (isHidden.size > 0 || tied.has(row)) &&
      fillingCodes.has(published.code) && fillingCodes.has(code!)
    if (isCode || !isBlurred) {
      check("code", published.code, code!)
      check("seat", show(published.seat), seatShown)
    } else tally.attest(isFilled ? "filling" : tied.has(row) ? "private rungs" : "protected categories", 1)
    if (!isSame) holds.set(cell, false)
    if (isCode && checksMinimums && !isHidden.has(cell) && failed[row] !== undefined) tally.check("thresholds")
    if (isCode && (pass[row] ?? 0) > 0) tally.check("filling")
  }
  if (selection.final !== undefined) for (const each of holds.values()) if (each) tally.check("caps")
}

/** Rows of the final order that share a final score with somebody of another cell. */
const acrossCells = ({ cohort, final, ruleSet, values }: Selection.Selection): ReadonlySet<number> => {
  const column = values[ruleSet.ranking.final]
  const byScore = new Map<number, Array<number>>()
  if (column === undefined || final === undefined) return new Set()
  for (const row of final.order) {
    const equals = byScore.get(column[row]!)
    if (equals === undefined) byScore.set(column[row]!, [row])
    else equals.push(row)
  }
  return new Set(
    [...byScore.values()].filter((rows) => new Set(rows.map((row) => cohort.formation[row])).size > 1).flat()
  )
}

/** Published scores and registrations as rows, participants in the order of their registration. */
const rowsOf = (
  chronicle: Chronicle.Chronicle,
  ruleSet: RuleSet,
  { classes }: RunDocuments.PublicFacts
): ReadonlyArray<Cohort.Row> => {
  const scores = new Map<string, Record<string, Entry.Figure>>()
  for (const { entry } of Chronicle.current(chronicle, "score")) {
    scores.set(entry.participant, { ...scores.get(entry.participant), ...entry.scores })
  }
  return Chronicle.current(chronicle, "registration").map(({ entry: { formation, participant } }) => ({
    participant,
    formation,
    scores: scores.get(participant) ?? {},
    ...(ruleSet.ranking.classes === undefined || !Object.hasOwn(classes, participant)
      ? {}
      : { priorityClass: classes[participant]! })
  }))
}

const show = (value: Entry.Figure | null | undefined): string => value == null ? "-" : String(value)

interface Tally {
  readonly checked: Record<string, number>
  readonly attested: Record<string, number>
  readonly differences: Array<Difference>
  readonly check: (what: Checked) => void
  readonly attest: (what: Attested, count: number) => void
}

const makeTally = (): Tally => {
  const checked: Record<string, number> = {}
  const attested: Record<string, number> = {}
  const add = (counts: Record<string, number>, what: string, count: number) => {
    if (count > 0) counts[what] = (counts[what] ?? 0) + count
  }
  return {
    checked,
    attested,
    differences: [],
    check: (what) => add(checked, what, 1),
    attest: (what, count) => add(attested, what, count)
  }
}
