/**
 * Publishes a selection phase by phase, each appended and signed in its time, so that order is evidence: rules and formations before the
 * first score, registrations sealed with their count, scores before anyone ranks, results after them.
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
import * as Salts from "../ports/Salts.ts"
import type * as Signer from "../ports/Signer.ts"
import * as TileStore from "../ports/TileStore.ts"
import type * as Vault from "../ports/Vault.ts"
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

/**
 * A document has the name of one that the log itself writes.
 *
 * @category errors
 * @since 0.1.0
 */
export class NameTaken extends Data.TaggedError("NameTaken")<{ readonly name: string }> {
  override get message(): string {
    return `${this.name}: the log writes documents of that name itself; choose another`
  }
}

/**
 * The log has no result yet on which a document could rest.
 *
 * @category errors
 * @since 0.1.0
 */
export class LogEmpty extends Data.TaggedError("LogEmpty")<{}> {
  override get message(): string {
    return "the log is empty; publish the selection first"
  }
}

/**
 * Why nothing was published. After `HeadMoved` somebody else published: publish again.
 *
 * @category errors
 * @since 0.1.0
 */
export type PublicationError =
  | GrowingLog.PublishError
  | Edition.EditionError
  | Revision.RevisionRefused
  | ObjectionCases.CaseRefused
  | PhaseRefused
  | Vault.WriteError

type Ports = TileStore.TileStore | Signer.Signer | Salts.Salts

// --- operations ---

/**
 * Publishes one phase. Killed at any moment, the same call again gives the same log.
 *
 * **Details**
 *
 * Salts are drawn and kept first. Without rules, registrations or scores before it a phase is refused (`OrderBroken`, `PhaseRefused`), and so is
 * one that stands in the log already. `rules` with a letter, where other rules are in force, is a change of law.
 *
 * **Example** (Rules, registrations, and then results without scores)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { Publication } from "@timbang/workflows"
 * import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.mergeAll(TileStore.layerMemory, Salts.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words) }
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], engine: "timbang 0.1.0", options: selection.options, cohort, selection }
 * const program = Effect.gen(function*() {
 *   const { size } = yield* Publication.publish(means, round, "rules")
 *   yield* Publication.publish(means, round, "registrations")
 *   const refused = yield* Effect.flip(Publication.publish(means, round, "results"))
 *   return [size, refused._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, ports)) // => [3, "PhaseRefused"]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publish: (means: Means, round: Round, phase: Phase) => Effect.Effect<GrowingLog.Published, PublicationError, Ports> = Effect.fn("Publication.publish")(
  function*(means: Means, round: Round, phase: Phase) {
    return yield* salted(means, (growing, own) => append(own, growing, round, phase))
  }
)

/**
 * Publishes rules, registrations, scores and results in one go, as a new log with one checkpoint. No checkpoint stands between the phases,
 * so that their order is not attested.
 *
 * **Example** (One checkpoint)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog, Publication } from "@timbang/workflows"
 * import { Salts, Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.mergeAll(TileStore.layerMemory, Salts.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, policy: Disclosure.asOfficialLists(words) }
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const selection = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], engine: "timbang 0.1.0", options: selection.options, cohort, selection }
 * const program = Effect.andThen(Publication.publishAll(means, round), PublicLog.entries(Primitives.portable))
 * const kinds = (await Effect.runPromise(Effect.provide(program, ports))).map(({ kind }) => kind)
 * [...new Set(kinds)] // => ["rule-set", "formations", "document", "registration", "seal", "score", "result"]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publishAll: (means: Means, round: Round) => Effect.Effect<GrowingLog.Published, PublicationError, Ports> = Effect.fn("Publication.publishAll")(
  function*(means: Means, round: Round) {
    return yield* salted(means, (growing, own) =>
      Effect.gen(function*() {
        if (growing.head !== undefined) return yield* refuse("published-already", "rules")
        for (const phase of phases) yield* append(own, growing, round, phase)
      }))
  }
)

/**
 * Logs a document beside what is there, such as an announcement with its certified signature; where it stands in the log already, answers
 * the index of its entry.
 *
 * **Example** (The name of the log's own)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { Publication } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const refused = Effect.flip(Publication.publishDocument(Primitives.portable, "facts", new Uint8Array(3)))
 * const error = await Effect.runPromise(Effect.provide(refused, ports))
 * error._tag // => "NameTaken"
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publishDocument: (
  primitives: Primitives.Primitives,
  name: string,
  bytes: Uint8Array
) => Effect.Effect<
  GrowingLog.Published | { readonly already: number },
  GrowingLog.PublishError | NameTaken | LogEmpty,
  TileStore.TileStore | Signer.Signer
> = Effect.fn("Publication.publishDocument")(function*(primitives: Primitives.Primitives, name: string, bytes: Uint8Array) {
  const entry = Edition.documentEntry(primitives, name, bytes)
  if (Object.values<string>(RunDocuments.names).includes(name) || FormationStatement.isName(name)) return yield* new NameTaken({ name })
  const growing = yield* GrowingLog.read(primitives)
  const already = growing.entries.findIndex((one) => Entry.digestsOf(one).includes(entry.digest))
  if (already >= 0) return { already }
  if (growing.entries.length === 0) return yield* new LogEmpty()
  yield* Effect.fromResult(GrowingLog.append(growing, { entries: [entry], documents: [bytes] }))
  return yield* GrowingLog.commit(growing)
})

const phases: ReadonlyArray<Phase> = ["rules", "registrations", "scores", "results"]

interface Own extends Edition.Means {
  readonly onEntry: Means["onEntry"]
}

const refuse = (problem: PhaseRefused["problem"], phase: Phase, about: ReadonlyArray<string> = []) =>
  Effect.fail(new PhaseRefused({ problem, phase, about }))

// --- salts ---

/**
 * Appends under salts that are kept, and commits. Every salt that is asked for is drawn at first; those for which others turn out to be kept,
 * as after a run that broke off, replace them, and the entries are made once more.
 */
const salted = <E extends { readonly _tag: string }, R>({ onEntry, policy, primitives }: Means, grow: (growing: GrowingLog.GrowingLog, own: Own) => Effect.Effect<void, E, R>) =>
  Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const known = new Map<string, Uint8Array>()
    for (;;) {
      const drawn = new Map<string, Salts.Salt>()
      const saltOf = (name: string, participant: string): Uint8Array => {
        const own = known.get(name) ?? drawn.get(name)?.value
        if (own !== undefined) return own
        const value = crypto.getRandomValues(new Uint8Array(32))
        drawn.set(name, { name, participant, value })
        return value
      }
      const growing = yield* GrowingLog.read(primitives)
      const grown = yield* Effect.result(grow(growing, { primitives, policy, saltOf, onEntry }))
      // A case is known again by its salt alone, so that this refusal may fall when the salts are there.
      const isFinal = Result.isFailure(grown) && !(grown.failure._tag === "CaseRefused" && drawn.size > 0)
      if (isFinal) return yield* Effect.fail(grown.failure)
      const fresh = [...drawn.values()]
      const kept = fresh.length === 0 ? [] : yield* salts.keep(fresh)
      const areAllOwn = fresh.every(({ value }, at) => TileStore.isSame(value, kept[at]))
      if (Result.isSuccess(grown) && areAllOwn) return yield* GrowingLog.commit(growing)
      for (const [at, { name }] of fresh.entries()) known.set(name, kept[at]!)
    }
  })

/** A log whose salts lie elsewhere would be given other salts, and a case would not be known again. */
const areSaltsHere = ({ entries, from }: GrowingLog.GrowingLog) =>
  Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const committed = entries.find((entry, index) => index < from && "commitments" in entry && entry.commitments !== undefined)
    const participant = committed === undefined ? undefined : participantOf(entries, committed)
    return participant === undefined || (yield* salts.isKnown(participant))
  })

/** Whom an entry is about; an objection is about the participant of the entry that it names. */
const participantOf = (entries: ReadonlyArray<Entry.Entry>, entry: Entry.Entry): string | undefined => {
  if (entry.kind === "objection") return participantOf(entries, entries[entry.about]!)
  const own = entry.kind === "correction" ? entry.by : entry
  return own !== null && "participant" in own ? own.participant : undefined
}

// --- phases ---

type Made = Result.Result<Edition.Step, Edition.EditionError | Revision.RevisionRefused | ObjectionCases.CaseRefused>

/** A step is made when its turn comes, since entries name others by their index. */
type MadeStep = (firstIndex: number) => Made

const append = (own: Own, growing: GrowingLog.GrowingLog, round: Round, phase: Phase) =>
  Effect.gen(function*() {
    if (!(yield* areSaltsHere(growing))) return yield* refuse("salts-elsewhere", phase)
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
