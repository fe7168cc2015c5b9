/**
 * The entries of each phase of a selection, made from the round and from what the log says so far.
 *
 * @since 0.1.0
 */
import {
  Chronicle,
  type Disclosure,
  Edition,
  Entry,
  FormationStatement,
  ObjectionCases,
  type Primitives,
  Revision,
  RunDocuments,
  Stages
} from "@timbang/core/publication"
import type { Selection } from "@timbang/core/selection"
import { Data, Effect, Result } from "effect"
import * as GrowingLog from "./GrowingLog.ts"

// --- models ---

/**
 * What is published in one step.
 *
 * @category models
 * @since 0.1.0
 */
export type Phase = "rules" | "registrations" | "scores" | "results" | "objections"

/**
 * What the phases are made of. Registrations need a cohort; scores, results and objections need a selection that was made.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round extends Pick<Selection.Selection, "ruleSet" | "formations"> {
  /** Version of the engine that applies the rules. */
  readonly engine: string
  readonly options: Selection.Options
  readonly cohort: Selection.Selection["cohort"] | undefined
  readonly selection: Selection.Selection | undefined
  /** The letter on which objections rest as a whole, or that changes the rules; with its file, which becomes public. */
  readonly letter?: { readonly letter: Entry.Letter; readonly file: Uint8Array }
  /** Objections with their answers, to be logged before what they change. */
  readonly cases?: ReadonlyArray<ObjectionCases.ObjectionCase>
}

/**
 * How a round is published.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly primitives: Primitives.Primitives
  readonly policy: Disclosure.Policy
  /** Told how far a phase is, entry by entry. */
  readonly onEntry?: (phase: Phase, done: number, of: number) => void
}

/** How the steps are made: under salts that belong to the participants. */
export interface Own extends Edition.Means {
  readonly onEntry: Means["onEntry"]
}

// --- errors ---

/**
 * Why a phase cannot be published; nothing was.
 *
 * - `published-already`: the log holds a log, and all phases in one go begin a new one.
 * - `phase-twice`: rules, or the scores of every exam, stand in the log.
 * - `cohort-missing`, `selection-missing`: the round does not have what the phase is made of.
 * - `other-rules`: rules, formations or choices are not those that were published before the scores.
 * - `law-changes-rules-only`: a change of law would change formations or choices too.
 * - `scores-missing`: the scores of the exams named are not published and sealed yet.
 * - `scores-first`: published scores of the participants named are not those that the selection used.
 * - `salts-elsewhere`: the log commits to private parts, and their salts were never kept here.
 *
 * @category errors
 * @since 0.1.0
 */
export class PhaseRefused extends Data.TaggedError("PhaseRefused")<{
  readonly problem:
    | "published-already"
    | "phase-twice"
    | "cohort-missing"
    | "selection-missing"
    | "other-rules"
    | "law-changes-rules-only"
    | "scores-missing"
    | "scores-first"
    | "salts-elsewhere"
  readonly phase: Phase
  /** Participants or exams it is about, if it is about some. */
  readonly about: ReadonlyArray<string>
}> {
  override get message(): string {
    return `${this.phase}: ${this.problem} ${this.about.slice(0, 10).join(", ")}`.trim()
  }
}

export const refuse = (problem: PhaseRefused["problem"], phase: Phase, about: ReadonlyArray<string> = []) =>
  Effect.fail(new PhaseRefused({ problem, phase, about }))

// --- operations ---

type Made = Result.Result<Edition.Step, Edition.EditionError | Revision.RevisionRefused | ObjectionCases.CaseRefused>

/** A step is made when its turn comes, since entries name others by their index. */
type MadeStep = (firstIndex: number) => Made

/** Appends the entries of a phase. */
export const append = (own: Own, growing: GrowingLog.GrowingLog, round: Round, phase: Phase) =>
  Effect.gen(function*() {
    const grow = (made: MadeStep) =>
      Effect.gen(function*() {
        const step = yield* Effect.fromResult(made(growing.entries.length))
        yield* Effect.fromResult(GrowingLog.append(growing, step, (done) => own.onEntry?.(phase, done, step.entries.length)))
      })
    for (const made of yield* stepsOf(own, growing, round, phase)) yield* grow(made)
    const { selection } = round
    if (selection === undefined || phase !== "results" && phase !== "objections") return
    const documents = yield* GrowingLog.documentsOf(growing)
    yield* grow(() => statements(own, growing, selection, documents))
  })

const stepsOf = (own: Own, growing: GrowingLog.GrowingLog, round: Round, phase: Phase): Effect.Effect<ReadonlyArray<MadeStep>, PhaseRefused | Edition.EditionError> =>
  Effect.gen(function*() {
    const { chronicle, entries, primitives } = growing
    const rules = Edition.rules(own, round)
    const { currentRules } = chronicle
    if (phase === "rules" && currentRules === undefined) return [() => rules]
    const [ruleFile, ...others] = (yield* Effect.fromResult(rules)).documents
    const isInForce = GrowingLog.digestOf(primitives, ruleFile!) === currentRules
    const logged = new Set(entries.flatMap(Entry.digestsOf))
    const areOthersSame = others.every((bytes) => logged.has(GrowingLog.digestOf(primitives, bytes)))
    if (phase === "rules") {
      const { letter } = round
      if (isInForce || letter === undefined) return yield* refuse("phase-twice", phase)
      if (!areOthersSame) return yield* refuse("law-changes-rules-only", phase)
      const change = { ruleSet: round.ruleSet, from: currentRules!, letter: letter.letter, letterFile: letter.file }
      return [() => Edition.changeOfLaw(primitives, change)]
    }
    // Without any rules published the order is broken, and the chronicle says so by name.
    if (currentRules !== undefined && !(isInForce && areOthersSame)) return yield* refuse("other-rules", phase)
    const { cohort, selection } = round
    if (phase === "registrations") {
      if (cohort === undefined) return yield* refuse("cohort-missing", phase)
      return [() => Edition.registrations(own, { ...round, cohort })]
    }
    if (selection === undefined) return yield* refuse("selection-missing", phase)
    if (phase === "objections") return objections(own, growing, round, selection)
    const exams = Stages.examsOf(selection).filter((exam) => !Chronicle.areScoresSealed(chronicle, exam))
    if (phase === "results") {
      if (currentRules !== undefined && exams.length > 0) return yield* refuse("scores-missing", phase, exams)
      const differing = Revision.withOtherScores(selection, chronicle)
      if (currentRules !== undefined && differing.length > 0) return yield* refuse("scores-first", phase, differing)
      return [() => Edition.results(own, selection)]
    }
    if (exams.length === 0) return yield* refuse("phase-twice", phase)
    return exams.map((exam): MadeStep => (firstIndex) => Edition.scores(own, selection, exam, firstIndex))
  })

const objections = (
  own: Own,
  { chronicle, entries }: GrowingLog.GrowingLog,
  { cases, letter }: Round,
  selection: Selection.Selection
): ReadonlyArray<MadeStep> => {
  const before = chronicle.size
  const logged = { chronicle, facts: RunDocuments.factsByStage(entries).get(Stages.stageOf(selection)) }
  const revised = (): Made =>
    Result.map(Revision.revise(own, selection, logged, letter?.letter), (step) =>
      letter === undefined ? step : { ...step, documents: [...step.documents, letter.file] })
  if (cases === undefined) return [revised]
  // Objections that were all rejected change nothing else.
  const rest = (firstIndex: number): Made => {
    const made = revised()
    const isNothing = Result.isFailure(made) && made.failure._tag === "RevisionRefused" && made.failure.problem === "nothing-changed"
    return isNothing && firstIndex > before ? Result.succeed({ entries: [], documents: [] }) : made
  }
  return [() => ObjectionCases.log(own, cases, chronicle), rest]
}

/** After results, what the log says about each formation; nothing about one of which it says the same already. */
const statements = (
  { primitives }: Own,
  { entries }: GrowingLog.GrowingLog,
  selection: Selection.Selection,
  documents: ReadonlyMap<Entry.Digest, Uint8Array>
): Made => {
  const means = { primitives, document: (digest: Entry.Digest) => documents.get(digest) }
  const files = Result.all(FormationStatement.ofStage(means, entries, Stages.stageOf(selection)).map((each) =>
    Result.map(FormationStatement.write(primitives, each), (bytes) =>
      ({ bytes, entry: Edition.documentEntry(primitives, FormationStatement.nameOf(each.formation.formation), bytes) }))))
  return Result.map(files, (all) => {
    const fresh = all.filter(({ entry }) => !documents.has(entry.digest))
    return { entries: fresh.map(({ entry }) => entry), documents: fresh.map(({ bytes }) => bytes) }
  })
}
