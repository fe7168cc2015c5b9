/**
 * `timbang survey index`: the official index of a citizens' survey, how sure it is, and what a report is made from.
 *
 * @since 0.1.0
 */
import { Undefined } from "@timbang/core/number"
import { Measures, Outputs } from "@timbang/language"
import { SurveyLaw } from "@timbang/regulations"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as LayoutOption from "../../LayoutOption.ts"
import * as Options from "../../Options.ts"
import * as Complaints from "../Complaints.ts"
import * as SurveyGroups from "../SurveyGroups.ts"
import * as SurveyResult from "../SurveyResult.ts"
import * as SurveyRun from "../SurveyRun.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"

const index = Command.make("index", {
  responses: Options.path("responses").pipe(Flag.withDescription("CSV/XLSX/NDJSON: respondent, u1 ... u9; boleh/optional service, period, date, sex, age, education, job, weight, cluster, stratum")),
  margins: Options.path("margins").pipe(Flag.optional, Flag.withDescription("CSV: margin, category, users; jumlah pengguna layanan / users of the service")),
  words: Options.path("words").pipe(Flag.optional, Flag.withDescription("CSV: answer, word; kata pada formulir / further words of the form")),
  form: Flag.Literals("form", ["2017", "2004"]).pipe(Flag.withDefault("2017"), Flag.withDescription("Kuesioner: sembilan unsur, atau empat belas dengan golongan 2004 untuk laporan lama / nine elements, or fourteen with the classes of 2004 for old reports")),
  weights: Flag.Literals("weights", SurveyLaw.weightNames).pipe(Flag.optional, Flag.withDescription("Bobot setiap unsur menurut bacaan mana, tanpa ini 1/9 / reading of the weight of an element, 1/9 without it")),
  population: Flag.Int("population").pipe(Flag.optional, Flag.withDescription("Jumlah pengguna layanan / users of the service")),
  invited: Flag.Int("invited").pipe(Flag.optional, Flag.withDescription("Jumlah yang diminta menjawab / people asked")),
  fewest: Options.fewest("Kelompok yang lebih kecil disembunyikan / smaller groups are hidden"),
  complaints: Options.path("complaints").pipe(Flag.optional, Flag.withDescription("CSV: service, complaints, served; pengaduan di samping survei / complaints beside the survey")),
  target: Flag.Finite("target").pipe(Flag.optional, Flag.withDescription("Sasaran indeks: akan tercapai? / target of the index: will it be reached?")),
  published: Options.folder("published").pipe(Flag.atLeast(0), Flag.withDescription("Folder hasil terdahulu atas sebagian jawaban ini, boleh diulang; selisihnya tidak membuka kelompok kecil / earlier results of a part of these answers; may be repeated")),
  agency: Flag.String("agency").pipe(Flag.withDefault(""), Flag.withDescription("Nama pemerintah daerah pada laporan / name of the government in the report")),
  service: Flag.String("service").pipe(Flag.optional, Flag.withDescription("Nama layanan pada laporan / name of the service in the report")),
  period: Flag.String("period").pipe(Flag.optional, Flag.withDescription("Periode pada laporan / period in the report")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari laporan, YYYY-MM-DD; tanpa ini hari ini / day of the report; today without it")),
  layout: LayoutOption.flag,
  ...StandingOption.flags,
  format: Flag.Literals("format", ["table", "json"]).pipe(Flag.withDefault("table")),
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional)
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const say = Outputs.phrases(lang)
    const { answer, contrasts, course, elementNames, funnel, groups, notes, on, runStanding, sample, survey, tallied, weighted } = yield* SurveyRun.run({ ...given, layouts: yield* LayoutOption.read(given.layout, ["responses"], lang) })
    if (Option.isSome(given.out)) {
      const { ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
      const service = Option.getOrElse(given.service, () => say.allServices)
      const period = Option.getOrElse(given.period, () => tallied.days === undefined ? on.slice(0, 4) : `${tallied.days.first} - ${tallied.days.last}`)
      const facts = SurveyResult.facts({ agency: given.agency, period, on, standing: runStanding, service, survey, groups, elementNames, course, contrasts, funnels: funnel === undefined ? [] : [{ measure: say.complaintShare, funnel }], sampleSize: sample?.wanted })
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          yield* folder.write("index.json", `${JSON.stringify(answer, null, 2)}\n`)
          yield* folder.write("performance.json", ReportFile.write("performance", facts))
          yield* folder.write("groups.csv", CsvWriter.chunks(SurveyGroups.sheet(groups)))
          if (contrasts !== undefined) yield* folder.write("complaints.csv", CsvWriter.chunks(Complaints.sheet(contrasts)))
          if (weighted !== undefined) yield* folder.write("weighted.json", `${JSON.stringify(weighted, null, 2)}\n`)
        }), (files) => files.includes("performance.json"))
    }
    yield* Screen.note(...notes)
    if (given.format === "json") return yield* Screen.print(JSON.stringify(answer, null, 2))
    const { quality, standardError } = survey
    yield* Screen.print(
      Measures.survey(survey, lang),
      Undefined.isUndefined(standardError) ? say.noStandardError : say.standardError(standardError.toFixed(3)),
      ...(weighted === undefined || Undefined.isUndefined(weighted) || Undefined.isUndefined(weighted.standardError)
        ? []
        : [say.weighted(weighted.mean.toFixed(2), weighted.standardError.toFixed(2), weighted.effectiveRespondents.toFixed(0))]),
      Screen.table([say.class, say.probability], Object.entries(answer.classProbabilities ?? {}).map(([label, probability]) => [label, probability.toFixed(4)])),
      Screen.table([say.element, say.name, say.mean], Object.entries(answer.elements).map(([id, mean]) => [id, say.elementName(given.form, id, elementNames[id] ?? id), mean.toFixed(4)])),
      ...(sample === undefined ? [] : [say.sample(sample.wanted, sample.population, sample.source, survey.respondents)]),
      say.partlyAnswered(quality.partial, quality.blank),
      say.straightLiners(quality.straightLiners, quality.complete),
      ...(Undefined.isUndefined(quality.responseRate) || Undefined.isUndefined(quality.nonResponseBounds)
        ? []
        : [say.nonResponse((quality.responseRate * 100).toFixed(1), quality.nonResponseBounds.lowest.toFixed(2), quality.nonResponseBounds.highest.toFixed(2))]),
      ...(course === undefined ? [] : [`${course.measure}: ${Measures.chart(course.answers, lang)}`]),
      ...(contrasts === undefined ? [] : [
        Screen.table([say.service, say.inSurvey, say.inComplaints, say.reading], contrasts.map(({ complaints: side, id, reading, survey: inSurvey }) =>
          [id, say.sides[inSurvey], say.sides[side], say.readings[reading]]))
      ]),
      ...(funnel === undefined ? [] : [say.outsideFunnel(funnel.units.flatMap(({ id, place }) => place === "above" ? [id] : []))]),
      ...(Option.isSome(given.out) ? [`${given.out.value}: index.json, performance.json, groups.csv${contrasts === undefined ? "" : ", complaints.csv"}${weighted === undefined ? "" : ", weighted.json"}`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Indeks kepuasan masyarakat dan seberapa pasti / the index of citizens' satisfaction and how sure it is"),
    Command.withExamples([{ command: "timbang survey index --responses R.csv --margins M.csv --out hasil", description: "Indeks resmi, dan yang ditimbang menurut pengguna / official, and weighted to the users" }])
  )

/** The command and its parts. */
export const survey = Command.make("survey").pipe(
  Command.withDescription("Suara warga tentang layanan / citizens on services"),
  Command.withSubcommands([index])
)
