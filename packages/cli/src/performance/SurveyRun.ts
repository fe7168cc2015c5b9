/**
 * A run of `timbang survey index`: from answers to the official index, its groups, and what is said beside them.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, LegalSource, Parameter, type Standing } from "@timbang/core/law"
import { Undefined } from "@timbang/core/number"
import { CitizenSurvey, type ComplaintContrast, type Funnel, SampleSize, type SurveyWeights } from "@timbang/core/performance"
import { Corrections, Explanations, Findings, Formations, MeasureProblems, Outputs, Sentences } from "@timbang/language"
import { SurveyLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { Column, MarginsFile, type Table } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as LayoutOption from "../LayoutOption.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as StandingOption from "../StandingOption.ts"
import * as AnswerWords from "./AnswerWords.ts"
import * as Complaints from "./Complaints.ts"
import * as Published from "./Published.ts"
import * as SurveyGroups from "./SurveyGroups.ts"
import * as SurveyResult from "./SurveyResult.ts"
import * as SurveyTally from "./SurveyTally.ts"

// --- models ---

/** What is counted, and how. */
export interface Given extends StandingOption.Given {
  readonly responses: Table.Input
  readonly margins: Option.Option<Table.Input>
  readonly words: Option.Option<Table.Input>
  readonly form: "2017" | "2004"
  readonly weights: Option.Option<(typeof SurveyLaw.weightNames)[number]>
  readonly population: Option.Option<number>
  readonly invited: Option.Option<number>
  readonly fewest: number
  readonly complaints: Option.Option<Table.Input>
  readonly target: Option.Option<number>
  /** Folders of earlier results over a part of these answers. */
  readonly published: ReadonlyArray<string>
  readonly on: Option.Option<string>
  readonly lang: Sentences.Language
  /** Of the answers, where they come from another system. */
  readonly layouts?: LayoutOption.Chosen
}

/** An index with everything a report is made from. A part that has no value carries its reason or is absent. */
export interface Ran {
  readonly survey: CitizenSurvey.Survey
  readonly answer: SurveyResult.Answer
  readonly groups: ReadonlyArray<SurveyGroups.Group>
  readonly weighted: SurveyWeights.WeightedMean | Undefined.Undefined | undefined
  readonly contrasts: ReadonlyArray<ComplaintContrast.Contrast> | undefined
  readonly funnel: Funnel.Funnel | undefined
  readonly course: PerformanceReport.Course | undefined
  readonly tallied: SurveyTally.Tallied
  /** The sample that the formula asks for among so many users. */
  readonly sample: { readonly population: number; readonly wanted: number; readonly source: string } | undefined
  readonly elementNames: Readonly<Record<string, string>>
  readonly on: Day.Day
  readonly runStanding: Standing.Standing
  /** What was put right, hidden, or left unsure. */
  readonly notes: ReadonlyArray<string>
}

// --- operations ---

/** Reads the answers and works out the index. */
export const run: (given: Given) => Effect.Effect<Ran, CommandFailed | Fault.InputRefused> = Effect.fn("SurveyRun.run")(function*(given: Given) {
  const { fewest, lang } = given
  const say = Outputs.phrases(lang)
  const questionnaire = given.form === "2004" ? SurveyLaw.questionnaireOf2004 : SurveyLaw.questionnaire(Option.getOrElse(given.weights, () => "1/9"))
  const elementNames = given.form === "2004" ? SurveyLaw.elementNamesOf2004 : SurveyLaw.elementNames
  const { scale: { highest, lowest }, factor } = questionnaire
  const runStanding = yield* StandingOption.readBeside(given, [
    ...Options.rangeFaults("--target", Option.getOrUndefined(given.target), lowest * factor, highest * factor),
    ...Options.rangeFaults("--population", Option.getOrUndefined(given.population), 1, Number.MAX_SAFE_INTEGER),
    ...Options.rangeFaults("--invited", Option.getOrUndefined(given.invited), 1, Number.MAX_SAFE_INTEGER),
    ...(given.form === "2004" && Option.isSome(given.weights) ? [{ _tag: "NotUnder", option: "--weights", choice: "--form 2004", instead: "--form 2017" } as const] : []),
    ...Options.fewestFaults(fewest),
    ...Options.dayFaults("--on", given.on)
  ], lang)
  const on = yield* Options.day("--on", given.on, lang)
  const margins = Option.isSome(given.margins) ? yield* MarginsFile.read(given.margins.value) : []
  const own = Option.isSome(given.words) ? yield* AnswerWords.read(given.words.value) : []
  const words = AnswerWords.withOwn(own)
  const marginsFile = Option.match(given.margins, { onNone: () => "", onSome: Input.nameOf })
  const tallied = yield* Screen.followed(given.responses, (onProgress) =>
    SurveyTally.read(given.responses, { questionnaire, words, margins, marginsFile, onProgress, ...LayoutOption.of(given.layouts, "responses") }))
  const stated = Option.getOrUndefined(given.population)
  const counted = margins[0]?.totals.reduce((sum, users) => sum + users, 0)
  const population = stated ?? counted
  const invited = Option.getOrUndefined(given.invited)
  const survey = CitizenSurvey.finish(tallied.all, questionnaire, {
    standing: runStanding,
    ...(population === undefined ? {} : { population }),
    ...(invited === undefined ? {} : { invited })
  })
  const unanswered = questionnaire.elements.filter((_, at, { length }) => tallied.all.complete + tallied.all.partialCounts[at * length + at]! === 0)
  if (Undefined.isUndefined(survey)) {
    return yield* refused(given.responses, unanswered.length > 0 ? say.unanswered(unanswered) : Findings.whyUndefined(survey, lang))
  }
  const tooFew = (option: string, most: number | undefined) =>
    most !== undefined && most < survey.respondents ? [`${option} ${most}: ${say.fewerThanRespondents(survey.respondents)}`] : []
  const impossible = [
    ...(stated !== undefined && counted !== undefined && stated !== counted ? [`--population ${stated}: ${say.usersDiffer(counted, marginsFile)}`] : []),
    ...tooFew(Option.isSome(given.population) ? "--population" : `--margins ${marginsFile}`, population),
    ...tooFew("--invited", invited)
  ]
  if (impossible.length > 0) return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: impossible }))
  if (tallied.hasTooManyCells) return yield* refused(given.responses, say.tooManyCells(SurveyTally.mostCells))
  const users = margins.length === 0 && tallied.design.size === 0 ? undefined : SurveyResult.weighted(tallied, margins, population)
  if (users !== undefined && Result.isFailure(users)) return yield* refused(Option.getOrElse(given.margins, () => given.responses), MeasureProblems.sentence(users.failure, lang))
  const weighted = users?.success
  let groups = SurveyGroups.of(tallied, questionnaire, fewest)
  for (const folder of given.published) groups = yield* Published.protect(groups, yield* Published.read(folder, lang), fewest, lang)
  const complaints = Option.isSome(given.complaints) ? yield* Complaints.read(given.complaints.value, groups) : undefined
  const contrasts = complaints === undefined || Undefined.isUndefined(complaints.contrasts) ? undefined : complaints.contrasts
  const funnel = complaints === undefined || Undefined.isUndefined(complaints.funnel) ? undefined : complaints.funnel
  const course = SurveyResult.course(groups, Option.getOrUndefined(given.target))
  const formula = Parameter.at(SurveyLaw.sampleFormula, on)
  const sample = population === undefined || Result.isFailure(formula)
    ? undefined
    : { population, wanted: SampleSize.krejcieMorgan(population, formula.success.value), source: LegalSource.cite(formula.success.value.source) }
  const answer = SurveyResult.answer(survey, questionnaire.weight)
  const unverified = LegalSource.needsWarning(SurveyLaw.answerWordsSource)
    ? [...tallied.words].filter((word) => !own.some((each) => Column.plain(each.word) === word)).sort()
    : []
  const hidden = groups.filter(({ state }) => state !== "shown").length
  const notes = [
    ...tallied.read.corrections.map((correction) => Corrections.sentence(correction, lang)),
    ...(LegalSource.needsWarning(questionnaire.source) ? [Formations.unverified(LegalSource.cite(questionnaire.source), lang)] : []),
    ...(complaints?.corrections ?? []).map((correction) => Corrections.sentence(correction, lang)),
    ...(complaints !== undefined && complaints.withoutSurvey.length > 0 ? [say.withoutSurvey(complaints.withoutSurvey)] : []),
    ...([[say.reading, complaints?.contrasts], [say.complaintShare, complaints?.funnel]] as const).flatMap(([of, found]) =>
      found !== undefined && Undefined.isUndefined(found) ? [`${of}: ${Findings.whyUndefined(found, lang)}`] : []),
    ...(unverified.length > 0 ? [say.unverifiedWords(unverified, LegalSource.cite(SurveyLaw.answerWordsSource))] : []),
    ...(tallied.isCompared ? [] : [say.notCompared(SurveyTally.mostCompared)]),
    ...tallied.tooMany.map((grouping) => say.tooMany(grouping, SurveyTally.mostGroups)),
    ...(hidden > 0 ? [say.hidden(hidden, fewest)] : []),
    Sentences.say(Explanations.phrases(lang).standing, runStanding)
  ]
  return { answer, contrasts, course, elementNames, funnel, groups, notes, on, runStanding, sample, survey, tallied, weighted }
})

const refused = (input: Table.Input, message: string) =>
  Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${Input.nameOf(input)}: ${message}`] }))
