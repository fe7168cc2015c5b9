/**
 * Appends the phases of a selection to a log, signs, and writes the files that are new.
 *
 * Files have immutable names and are written before the checkpoint that counts them. Killed in between, the log is as it
 * was, and the same run from the same vault writes the same files again.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { mkdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import {
  Checkpoint,
  Chronicle,
  Edition,
  Entry,
  FormationFile,
  FormationStatement,
  Log,
  LogFiles,
  MerkleTree,
  ObjectionCases,
  PaperWords,
  Revision,
  RunDocuments,
  SignedCheckpoint,
  Stages,
  WitnessPolicy
} from "@timbang/core/publication"
import type { Selection } from "@timbang/core/selection"
import { Sentences } from "@timbang/language"
import { AuditSentences, DocumentLines, PaperWordList, ProofSentences, PublishLines } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Output } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import { engine } from "../selection/RunFolder.ts"
import * as LogFolder from "./LogFolder.ts"
import * as Turn from "./Turn.ts"
import * as Vault from "./Vault.ts"

const { node } = NodePrimitives

// --- models ---

/** What is published in one step. */
export type Phase = "rules" | "registrations" | "scores" | "results" | "objections"

/** What the phases are made of; only scores and results need a selection that was made. */
export interface Round extends Pick<Selection.Selection, "ruleSet" | "formations"> {
  readonly options: Selection.Options
  readonly cohort: Selection.Selection["cohort"] | undefined
  readonly selection: Selection.Selection | undefined
  /** The letter on which objections rest as a whole, or that changes the rules; with its file. */
  readonly letter?: { readonly letter: Entry.Letter; readonly file: Uint8Array }
  /** Objections with their answers, to be logged before what they change. */
  readonly cases?: ReadonlyArray<ObjectionCases.ObjectionCase>
}

/** Everything a publication needs. */
export interface Given {
  readonly out: string
  readonly key: SecretKey.SecretKey
  readonly policy: Edition.Means["policy"]
  readonly vault: Vault.Vault
  readonly lang: Sentences.Language
}

interface Growing {
  /** The checkpoint that this run grows from; empty for a new log. */
  readonly from: string
  readonly log: Log.Log
  readonly chronicle: Chronicle.Chronicle
  readonly documents: Map<Entry.Digest, Uint8Array>
  readonly facts: Map<string, Entry.Digest>
  /** Index of the entry that logged a file, by the file's digest. */
  readonly digests: Map<Entry.Digest, number>
  readonly entries: Array<Entry.Entry>
  /** Entries of this run that log the statement of a formation. */
  readonly stated: Array<number>
}

// --- operations ---

/** Publishes all phases into a new folder, written whole or not at all; answers the signed checkpoint. */
export const publishAll = Effect.fn("Publisher.publishAll")(function*(given: Given, round: Round) {
  if (existsSync(join(given.out, "checkpoint"))) {
    return yield* refused(PublishLines.lines[given.lang].alreadyPublished(given.out))
  }
  const growing = empty(given)
  for (const phase of phases) yield* append(given, round, phase, growing)
  const note = sign(given, growing)
  yield* Vault.keep(given.vault, given.lang)
  yield* Output.write(given.out, (folder) =>
    Effect.gen(function*() {
      for (const { bytes, path } of filesOf(growing, note)) yield* folder.write(path, [bytes])
      yield* folder.write(LogFiles.checkpointPath(growing.log.tree.size), note)
      yield* folder.write("checkpoint", note)
    }))
  return note
})

/** Publishes one phase into a folder that may hold earlier ones; answers the signed checkpoint. */
export const publishPhase = Effect.fn("Publisher.publishPhase")(function*(given: Given, round: Round, phase: Phase) {
  const growing = yield* grown(given)
  const { vault: { path, read } } = given
  if (read === undefined && growing.entries.some((entry) => "commitments" in entry)) {
    return yield* refused(PublishLines.lines[given.lang].vaultElsewhere(given.out, path))
  }
  yield* append(given, round, phase, growing)
  const note = sign(given, growing)
  yield* Vault.keep(given.vault, given.lang)
  yield* writeFiles(given, growing, note)
  return note
})

/** Logs a document beside what is there; the log of another key is refused, and a name that the log itself uses. */
export const publishDocument = Effect.fn("Publisher.publishDocument")(function*(
  given: Pick<Given, "out" | "key" | "lang">,
  name: string,
  bytes: Uint8Array
) {
  const isTaken = Object.values<string>(RunDocuments.names).includes(name) ||
    FormationStatement.isStated({ kind: "document", name, digest: "", bytes: 0 })
  if (isTaken) return yield* refused(DocumentLines.lines[given.lang].nameTaken(name))
  const growing = yield* grown(given)
  const already = growing.digests.get(digestOf(bytes))
  if (already !== undefined) return { already }
  const index = growing.log.tree.size
  if (index === 0) return yield* refused(DocumentLines.lines[given.lang].noResults(given.out))
  yield* add(given, growing, Edition.documentEntry(node, name, bytes))
  growing.documents.set(digestOf(bytes), bytes)
  const note = sign(given, growing)
  yield* writeFiles(given, growing, note)
  const words = Result.getOrThrow(PaperWords.of(node, PaperWordList.words, Result.getOrThrow(SignedCheckpoint.read(note))))
  return { index, size: growing.log.tree.size, words }
})

const phases: ReadonlyArray<Phase> = ["rules", "registrations", "scores", "results"]

const empty = ({ key }: Pick<Given, "key">, from = ""): Growing => ({
  from,
  log: Log.make(key.verifier.name),
  chronicle: Chronicle.start(),
  documents: new Map(),
  facts: new Map(),
  digests: new Map(),
  entries: [],
  stated: []
})

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

/** The log in the folder, checked against its own key and entries, so that nothing is built on a broken one. */
const grown = ({ key, lang, out }: Pick<Given, "key" | "lang" | "out">) =>
  Effect.gen(function*() {
    if (!existsSync(join(out, "checkpoint"))) return empty({ key })
    const says = PublishLines.lines[lang]
    const folder = yield* LogFolder.read(out, lang)
    const growing = empty({ key }, folder.checkpoint)
    const signed = SignedCheckpoint.verify(node, WitnessPolicy.ofKey(key.verifier), folder.checkpoint)
    if (Result.isFailure(signed)) return yield* refused(says.otherKey)
    const { entries } = growing
    for (const bytes of folder.entries) {
      const entry = Entry.decode(node, bytes)
      if (Result.isFailure(entry)) return yield* refused(says.otherTree)
      entries.push(entry.success)
      Chronicle.next(growing.chronicle, entry.success)
      Log.append(node, growing.log, bytes)
      for (const digest of Entry.digestsOf(entry.success)) {
        if (!growing.digests.has(digest)) growing.digests.set(digest, entries.length - 1)
        growing.documents.set(digest, folder.document(digest) ?? new Uint8Array(0))
      }
    }
    for (const [stage, digest] of RunDocuments.factsByStage(entries)) growing.facts.set(stage, digest)
    const own = Result.getOrThrow(MerkleTree.root(node, growing.log.tree))
    if (!Buffer.from(own).equals(signed.success.checkpoint.root)) return yield* refused(says.otherTree)
    Log.takeFiles(growing.log)
    return growing
  })

const append = (given: Given, round: Round, phase: Phase, growing: Growing) =>
  Effect.gen(function*() {
    const { documents, log } = growing
    const steps = yield* stepsOf(given, round, phase, growing)
    for (const made of [...steps, ...statementSteps(round, phase, growing)]) {
      const step = made(log.tree.size)
      if (Result.isFailure(step)) {
        const { failure } = step
        if (failure._tag === "CaseRefused") {
          return yield* refused(PublishLines.lines[given.lang].cases[failure.problem](failure.cases.slice(0, 10).join(", ")))
        }
        if (failure._tag !== "RevisionRefused") return yield* refused(PublishLines.edition(failure, given.lang))
        const line = PublishLines.lines[given.lang].revision[failure.problem](failure.participants.slice(0, 10).join(", "))
        const code = failure.problem === "basis-missing" ? codes.notAllowed : codes.refused
        return yield* Effect.fail(new CommandFailed({ code, lines: [line] }))
      }
      const progress = Screen.reading(`${given.out}, ${phase}`, step.success.entries.length)
      for (const [done, entry] of step.success.entries.entries()) {
        if (done % 1000 === 0) progress.onProgress(done)
        yield* Effect.onError(add(given, growing, entry), () => Effect.sync(() => progress.end()))
      }
      progress.end()
      for (const bytes of step.success.documents) documents.set(digestOf(bytes), bytes)
    }
  })

/** Appends one entry, unless the order of publication stands against it. */
const add = ({ lang }: Pick<Given, "lang">, { chronicle, entries, log, stated }: Growing, entry: Entry.Entry) =>
  Effect.gen(function*() {
    const breaches = Chronicle.next(chronicle, entry)
    if (breaches.length > 0) {
      const isTwice = breaches.some(({ _tag }) => ["EntryTwice", "AfterSeal", "SealedTwice"].includes(_tag))
      return yield* Effect.fail(
        new CommandFailed({
          code: isTwice ? codes.refused : codes.notAllowed,
          lines: breaches.map((breach) => Sentences.say(AuditSentences.faults[lang], breach))
        })
      )
    }
    const bytes = Result.flatMap(Entry.encode(node, entry), (encoded) => Result.map(Log.append(node, log, encoded), () => encoded))
    if (Result.isFailure(bytes)) return yield* refused(Sentences.say(ProofSentences.troubles[lang], bytes.failure))
    if (FormationStatement.isStated(entry)) stated.push(entries.length)
    entries.push(entry)
  })

type MadeStep = (
  firstIndex: number
) => Result.Result<Edition.Step, Edition.EditionError | Revision.RevisionRefused | ObjectionCases.CaseRefused>

const stepsOf = (given: Given, round: Round, phase: Phase, { chronicle, documents, facts }: Growing) =>
  Effect.gen(function*() {
    const says = PublishLines.lines[given.lang]
    const means: Edition.Means = { primitives: node, policy: given.policy, saltOf: Vault.saltOf(given.vault) }
    const rules = Edition.rules(means, { ...round, engine })
    const { currentRules } = chronicle
    if (phase === "rules" && currentRules === undefined) return [() => rules] as ReadonlyArray<MadeStep>
    if (Result.isFailure(rules)) return yield* refused(PublishLines.edition(rules.failure, given.lang))
    const [ruleFile, ...others] = rules.success.documents
    const isInForce = digestOf(ruleFile!) === currentRules
    const areOthersSame = others.every((bytes) => documents.has(digestOf(bytes)))
    if (phase === "rules") {
      const { letter } = round
      if (isInForce || letter === undefined) return yield* refused(says.phaseTwice.rules)
      if (!areOthersSame) return yield* Effect.fail(new CommandFailed({ code: codes.notAllowed, lines: [says.lawChangesRulesOnly] }))
      const change = { ruleSet: round.ruleSet, from: currentRules!, letter: letter.letter, letterFile: letter.file }
      return [() => Edition.changeOfLaw(node, change)] as ReadonlyArray<MadeStep>
    }
    // Without any rules published the order is broken, and the chronicle says so by name.
    if (currentRules !== undefined && !(isInForce && areOthersSame)) {
      return yield* Effect.fail(new CommandFailed({ code: codes.notAllowed, lines: [says.otherRules] }))
    }
    const { cohort, selection } = round
    if (phase === "registrations") {
      if (cohort === undefined) return yield* refused(says.filesNeeded)
      return [() => Edition.registrations(means, { ...round, cohort })] as ReadonlyArray<MadeStep>
    }
    if (selection === undefined) return yield* refused(says.selectionNeeded)
    if (phase === "objections") {
      const { cases, letter } = round
      const before = chronicle.size
      const logged = { chronicle, facts: facts.get(Stages.stageOf(selection)) }
      const revised = (): ReturnType<MadeStep> =>
        Result.map(Revision.revise(means, selection, logged, letter?.letter), (step) =>
          letter === undefined ? step : { ...step, documents: [...step.documents, letter.file] })
      if (cases === undefined) return [revised] as ReadonlyArray<MadeStep>
      // Objections that were all rejected change nothing else.
      const rest = (firstIndex: number): ReturnType<MadeStep> => {
        const made = revised()
        const isNothing = Result.isFailure(made) && made.failure._tag === "RevisionRefused" && made.failure.problem === "nothing-changed"
        return isNothing && firstIndex > before ? Result.succeed({ entries: [], documents: [] }) : made
      }
      return [() => ObjectionCases.log(means, cases, chronicle), rest] as ReadonlyArray<MadeStep>
    }
    if (phase === "results") {
      const others = Revision.withOtherScores(selection, chronicle)
      // Without any scores the order is broken, and the chronicle says so by name.
      if (chronicle.firstScore !== undefined && others.length > 0) {
        const line = says.revision["scores-first"](others.slice(0, 10).join(", "))
        return yield* Effect.fail(new CommandFailed({ code: codes.notAllowed, lines: [line] }))
      }
      return [() => Edition.results(means, selection)] as ReadonlyArray<MadeStep>
    }
    const exams = Stages.examsOf(selection).filter((exam) => !Chronicle.areScoresSealed(chronicle, exam))
    if (exams.length === 0) return yield* refused(says.phaseTwice.scores)
    return exams.map((exam): MadeStep => (firstIndex) => Edition.scores(means, selection, exam, firstIndex))
  })

/** After results, what the log says about each formation; nothing about one of which it says the same already. */
const statementSteps = ({ selection }: Round, phase: Phase, { documents, entries }: Growing): ReadonlyArray<MadeStep> => {
  if (selection === undefined || phase !== "results" && phase !== "objections") return []
  return [() => {
    const means = { primitives: node, document: (digest: Entry.Digest) => documents.get(digest) }
    const statements = FormationStatement.ofStage(means, entries, Stages.stageOf(selection))
    return Result.map(
      Result.all(statements.map((each) =>
        Result.map(FormationStatement.write(node, each), (bytes) => ({ bytes, name: FormationStatement.nameOf(each.formation.formation) }))
      )),
      (files) => {
        const fresh = files.filter(({ bytes }) => !documents.has(digestOf(bytes)))
        return {
          entries: fresh.map(({ bytes, name }) => Edition.documentEntry(node, name, bytes)),
          documents: fresh.map(({ bytes }) => bytes)
        }
      }
    )
  }]
}

const sign = ({ key }: Pick<Given, "key">, { log }: Growing): string =>
  SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key])

const filesOf = (
  { documents, entries, log, stated }: Growing,
  note: string
): ReadonlyArray<{ readonly path: string; readonly bytes: Uint8Array }> => [
  ...[...documents].map(([digest, bytes]) => ({ path: Entry.documentPath(digest), bytes })),
  ...Log.takeFiles(log),
  ...stated.flatMap((index) => {
    const found = { entries, nodes: log.tree, document: (digest: Entry.Digest) => documents.get(digest) }
    const bytes = FormationFile.make(node, found, index, note)
    const entry = entries[index]
    return bytes === undefined || !FormationStatement.isStated(entry) ? [] : [{ path: FormationFile.path(entry.digest), bytes }]
  })
]

/** The files that are new, the checkpoint last; none where another run has published since this one read the log. */
const writeFiles = ({ lang, out }: Pick<Given, "lang" | "out">, growing: Growing, note: string) => {
  const files = filesOf(growing, note)
  const checkpoint = join(out, "checkpoint")
  return Effect.andThen(
    Effect.tryPromise({
      try: () => mkdir(out, { recursive: true }),
      catch: (error) => ResultFile.trouble(out, error, lang)
    }),
    Turn.take(checkpoint, lang, async ({ confirm }) => {
      if ((existsSync(checkpoint) ? await readFile(checkpoint, "utf8") : "") !== growing.from) throw new Turn.Busy()
      for (const { bytes, path } of files) await LogFolder.put(join(out, path), bytes)
      await LogFolder.put(join(out, LogFiles.checkpointPath(growing.log.tree.size)), note)
      confirm()
      await LogFolder.put(checkpoint, note)
    })
  )
}

const digestOf = (bytes: Uint8Array): Entry.Digest => Buffer.from(node.sha256(bytes)).toString("base64")
