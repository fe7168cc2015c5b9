/**
 * The administrative check of the files of an agency: applications and findings in, how each application stands out.
 *
 * What follows from facts and findings is decided by `Eligibility` of the core; here files are read, and what keeps an application
 * from being decided is led back to its row.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Correction, Fault } from "@timbang/core/input"
import { LegalSource, Standing } from "@timbang/core/law"
import { AdministrativeResult, type Disclosure } from "@timbang/core/publication"
import { type Application, Eligibility, type Finding, type Requirement, type RuleSet } from "@timbang/core/selection"
import { AdministrativeChecks, Applications, Corrections, Explanations, Sentences } from "@timbang/language"
import { AdministrativeLaw } from "@timbang/regulations"
import { NodePrimitives } from "@timbang/signing/node"
import { ApplicationsFile, FindingsFile, FormationsFile, ProgrammesFile, RegisterFile, type Table } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as LayoutOption from "../LayoutOption.ts"
import * as DisclosureWords from "../DisclosureWords.ts"
import * as Screen from "../Screen.ts"
import * as OpenApplications from "./OpenApplications.ts"
import * as Refusal from "./Refusal.ts"
import type * as RunFolder from "./RunFolder.ts"

const { node } = NodePrimitives

// --- models ---

/** Where the files are, and by what they are checked. */
export interface Given {
  readonly ruleSet: RuleSet.RuleSet
  readonly formations: Table.Input
  readonly applications: Table.Input
  /** Without it nobody has looked at anything yet. */
  readonly findings: Table.Input | undefined
  readonly programmes: Table.Input | undefined
  readonly register: Table.Input | undefined
  readonly standing: Standing.Standing
  readonly disclosure: Disclosure.PolicyName
  /** The other reading of the limit of age, to see what it changes. */
  readonly upperLimit: Requirement.UpperLimit | undefined
  readonly lang: Sentences.Language
  /** Of applications, findings and formations, where they come from another system. */
  readonly layouts?: LayoutOption.Chosen
}

/** A check, with what it was made from. Everything is by registration number, whatever the order of the files. */
export interface Ran {
  readonly given: Given
  readonly formations: ReadonlyArray<Formation.Formation>
  readonly applications: ReadonlyArray<Application.Application>
  readonly checked: ReadonlyArray<Eligibility.Checked>
  readonly attention: ReadonlyArray<OpenApplications.Row>
  readonly unequal: ReadonlyArray<Eligibility.Unequal>
  readonly strays: number
  readonly result: AdministrativeResult.AdministrativeResult
  readonly counts: ReadonlyArray<AdministrativeResult.Count>
  /** The result in canonical JSON, and its SHA-256 in hexadecimal. */
  readonly text: string
  readonly digest: string
  readonly inputs: RunFolder.Manifest["inputs"]
  /** What was put right, left aside or rests on something unsure. */
  readonly notes: ReadonlyArray<string>
}

// --- operations ---

/** What is printed for each way in which an application stands. */
export const terms = AdministrativeLaw.terms.values.at(-1)!.value

/** Reads the files and checks, or fails with every fault of all of them. */
export const run: (given: Given) => Effect.Effect<Ran, CommandFailed> = Effect.fn("EligibilityRun.run")(function*(given: Given) {
  const { lang, ruleSet } = given
  yield* Effect.fromResult(standing(given))
  const read = yield* files(given)
  const byNumber = read.applications.applications.toSorted((a, b) => (a.applicant < b.applicant ? -1 : 1))
  const early = byNumber.filter(({ appliedOn }) => appliedOn < ruleSet.holds.from).length
  const { known, strays } = Eligibility.part(byNumber, read.findings?.findings ?? [])
  const checked = yield* Effect.fromResult(check(given, read, byNumber, known))
  const attention = OpenApplications.list({ ...read, checked, strays, ruleSet })
  const unequal = Eligibility.unequal(checked)
  const policy = { name: given.disclosure, vocabulary: DisclosureWords.vocabularyOf(ruleSet) }
  const result = yield* Effect.fromResult(Result.mapError(
    AdministrativeResult.of(policy, terms, ruleSet, checked),
    (shown) => new CommandFailed({ code: codes.refused, lines: [`${read.applications.file}: ${AdministrativeChecks.phrases(lang).identityShown}`], faults: [shown] })
  ))
  // Numbers, codes and provisions are texts, which canonical JSON lets through.
  const text = Result.getOrThrow(AdministrativeResult.text(node, result))
  const digest = Buffer.from(node.sha256(new TextEncoder().encode(text))).toString("hex")
  const ran: Omit<Ran, "notes"> = {
    given,
    formations: read.formations.formations,
    applications: byNumber,
    checked,
    attention,
    unequal,
    strays: strays.length,
    result,
    counts: AdministrativeResult.count(read.formations.formations, checked),
    text,
    digest,
    inputs: inputsOf(read)
  }
  return { ...ran, notes: [...correctionsOf(read).map((correction) => Corrections.sentence(correction, lang)), ...notesOf(ran, read, early)] }
})

/** 1: equal facts were judged differently, or a finding is about nobody; 3: not everybody can be decided; 0: everybody is. */
export const codeOf = ({ checked, strays, unequal }: Pick<Ran, "checked" | "unequal" | "strays">): number =>
  unequal.length + strays > 0
    ? codes.found
    : checked.some(({ status }) => status === "disputed" || status === "incomplete") ? codes.unsure : codes.done

/** Why no check could be made, in words. */
export const refusal = (failure: Eligibility.Refused, lang: Sentences.Language): CommandFailed =>
  failure._tag === "EligibilityRefused"
    ? new CommandFailed({ code: codes.refused, lines: Applications.refusal(failure, lang), faults: [failure] })
    : Refusal.of(failure, lang)

/** A decision is the host's where every requirement is the host's to judge; else it names the letter. */
const standing = ({ lang, ruleSet, standing }: Given): Result.Result<Standing.Standing, CommandFailed> => {
  const others = ruleSet.requirements.find(({ decidedBy }) => !ruleSet.hostAuthorities.includes(decidedBy))
  const step = { name: "administrasi", decidedBy: others?.decidedBy ?? "", isHosts: others === undefined }
  return Result.mapError(Standing.check(standing, step), (problem) => Refusal.of(problem, lang))
}

interface Files {
  readonly formations: FormationsFile.FormationsRead
  readonly applications: ApplicationsFile.ApplicationsRead
  readonly findings: FindingsFile.FindingsRead | undefined
  readonly programmes: ProgrammesFile.ProgrammesRead | undefined
  readonly register: RegisterFile.RegisterRead | undefined
}

const files = Effect.fn("EligibilityRun.files")(function*({ lang, layouts, ruleSet, ...given }: Given) {
  const optional = <A>(input: Table.Input | undefined, read: (input: Table.Input, options: Table.Options) => Effect.Effect<A, Fault.InputRefused>) =>
    Effect.result(input === undefined ? Effect.succeed(undefined) : Screen.followed(input, (onProgress) => read(input, { onProgress })))
  const formations = yield* Effect.result(FormationsFile.read(given.formations, ruleSet, LayoutOption.of(layouts, "formations")))
  const listed = Result.isFailure(formations)
    ? {}
    : { formations: { all: formations.success.formations, file: Input.nameOf(given.formations) } }
  const applications = yield* Effect.result(Screen.followed(given.applications, (onProgress) =>
    ApplicationsFile.read(given.applications, { ruleSet, onProgress, carriesUnknown: false, ...listed, ...LayoutOption.of(layouts, "applications") })))
  const findings = yield* optional(given.findings, (input, options) =>
    FindingsFile.read(input, { ruleSet, carriesUnknown: false, ...options, ...LayoutOption.of(layouts, "findings") }))
  const programmes = yield* optional(given.programmes, ProgrammesFile.read)
  const register = yield* optional(given.register, RegisterFile.read)
  if (Result.isSuccess(formations) && Result.isSuccess(applications) && Result.isSuccess(findings) && Result.isSuccess(programmes) && Result.isSuccess(register)) {
    const read: Files = { formations: formations.success, applications: applications.success, findings: findings.success, programmes: programmes.success, register: register.success }
    return read
  }
  const refused = [Result.getFailure(formations), Result.getFailure(applications), Result.getFailure(findings), Result.getFailure(programmes), Result.getFailure(register)]
  return yield* Effect.fail(Refusal.ofFiles(refused.flatMap(Option.toArray), lang))
})

const check = (
  { lang, ruleSet, upperLimit }: Given,
  { formations, programmes, register }: Files,
  applications: ReadonlyArray<Application.Application>,
  findings: ReadonlyArray<Finding.Finding>
): Result.Result<ReadonlyArray<Eligibility.Checked>, CommandFailed> => {
  const steps = Eligibility.checking({
    ruleSet,
    formations: formations.formations,
    applications,
    findings,
    programmes: programmes?.programmes ?? [],
    ...(register === undefined ? {} : { register: register.register }),
    ...(upperLimit === undefined ? {} : { upperLimit })
  })
  const progress = Screen.telling()
  for (let done = 0; ; done++) {
    const step = steps.next()
    if (step.done === true) {
      progress.end()
      return Result.mapError(step.value, (failure) => refusal(failure, lang))
    }
    if (done % 1024 === 0) progress.say(AdministrativeChecks.phrases(lang).progress(done, applications.length))
  }
}

const correctionsOf = (read: Files): ReadonlyArray<Correction.Correction> =>
  [read.formations, read.applications, read.findings, read.programmes, read.register].flatMap((each) => each?.corrections ?? [])

/** For a manifest, where files go by their role. */
const inputsOf = (read: Files): RunFolder.Manifest["inputs"] =>
  Object.entries(read).flatMap(([role, input]) =>
    input === undefined ? [] : [{
      role,
      sha256: input.origin.sha256,
      bytes: input.origin.bytes,
      format: input.origin.format,
      corrections: input.corrections.map((correction: Correction.Correction) => ({ ...correction, file: role }))
    }])

const notesOf = ({ attention, given, result, strays, unequal, digest }: Omit<Ran, "notes">, { applications }: Files, early: number): ReadonlyArray<string> => {
  const { lang, ruleSet, standing } = given
  const { areDocumentsLeft, file, otherDocuments } = applications
  const words = Explanations.phrases(lang)
  const others = [...otherDocuments.keys()].sort()
  const readings = new Map<Requirement.UpperLimit, number>()
  for (const { of } of attention) if (of._tag === "ReadingDecides") readings.set(of.other, (readings.get(of.other) ?? 0) + 1)
  const notes: ReadonlyArray<AdministrativeChecks.Note> = [
    ...(early === 0 ? [] : [{ _tag: "RulesLater", ruleSet: ruleSet.id, from: ruleSet.holds.from, applicants: early } as const]),
    ...(others.length === 0 ? [] : [{ _tag: areDocumentsLeft ? "DocumentsLeft" : "OtherDocuments", file, words: others } as const]),
    ...[...readings].map(([other, applicants]) => ({ _tag: "Readings", applicants, other }) as const),
    ...(strays === 0 ? [] : [{ _tag: "Strays", findings: strays } as const]),
    ...(unequal.length === 0 ? [] : [{ _tag: "Unequal", groups: unequal.length } as const]),
    result.open === 0
      ? { _tag: "Whole", applicants: result.rows.length, digest }
      : { _tag: "Open", applicants: result.open }
  ]
  return [
    ...unsure(ruleSet).map(({ path, source }) => words.unverified(path, LegalSource.cite(source))),
    Sentences.say(words.standing, standing),
    ...notes.map((note) => AdministrativeChecks.note(note, lang))
  ]
}

/** Numbers of the requirements of which no source is sure. */
const unsure = ({ requirements }: RuleSet.RuleSet): ReadonlyArray<{ readonly path: string; readonly source: LegalSource.LegalSource }> =>
  requirements.flatMap((requirement) =>
    requirement._tag !== "Age" ? [] : (["minimumYears", "maximumYears", "upperLimit"] as const).flatMap((name) => {
      const { source } = requirement[name]
      return source.confidence === "unverified" ? [{ path: `requirements.${requirement.id}.${name}`, source }] : []
    }))
