/**
 * `timbang appraise`: proposals from evidence, the rater's judgement with its reasons, and the official recap checked.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import { Standing } from "@timbang/core/law"
import type { Appraisal } from "@timbang/core/performance"
import { type CommandFaults, Corrections, Explanations, Outputs, Sentences } from "@timbang/language"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, EndWith } from "../../Exit.ts"
import * as LayoutOption from "../../LayoutOption.ts"
import * as Options from "../../Options.ts"
import * as AppraisalRun from "../AppraisalRun.ts"
import * as RecapRun from "../RecapRun.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"

const lawNames = Object.keys(AppraisalRun.laws) as Array<AppraisalRun.Law>

/** The command. */
export const appraise = Command.make("appraise", {
  ratings: Options.path("ratings").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: person, unit, bukti/evidence, workResult, conduct, decidedBy, decidedOn; timbang template ratings")),
  achievements: Options.path("achievements").pipe(Flag.optional, Flag.withDescription("permenpanrb-8-2021: CSV/XLSX beberapa capaian seorang pegawai; timbang template ratings-with-achievements, achievements / several achievements of a person")),
  recap: Options.path("recap").pipe(Flag.optional, Flag.withDescription("Rekap e-Kinerja saja, tanpa --ratings: dibaca, diperiksa, dijelaskan; timbang template recap / the official recap alone: read, checked, explained")),
  law: Flag.Literals("law", lawNames).pipe(Flag.withDescription("Dasar hukum; yang lama hanya untuk catatan lama / the law; earlier law for old records")),
  survey: Options.folder("survey").pipe(Flag.optional, Flag.withDescription("Folder hasil timbang survey index; suara warga menjadi bukti tentang layanan / citizens as evidence on the service")),
  services: Options.path("services").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: service, unit, team; layanan --survey milik unit dan tim mana / whose the services of --survey are; timbang template appraisal/services")),
  organisations: Options.path("organisations").pipe(Flag.optional, Flag.withDescription("CSV/XLSX predikat organisasi: unit, year, predicate, setBy, setOn / predicates of organisations; timbang template appraisal/organisations")),
  days: Options.path("days").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: kapan dokumen diserahkan, keberatan diajukan dan diputus / when documents were handed over, objections filed and decided; timbang template appraisal/days")),
  holidays: Options.path("holidays").pipe(Flag.optional, Flag.withDescription("CSV day; hari libur bagi batas hari kerja pada --days / days off for deadlines in working days")),
  sixDays: Flag.Boolean("six-days").pipe(Flag.withDefault(false), Flag.withDescription("Enam hari kerja seminggu pada --days / a week of six working days")),
  from: Flag.String("from").pipe(Flag.optional, Flag.withDescription("Hari pertama periode, YYYY-MM-DD; tanpa ini tahun lalu / first day of the period; last year without it")),
  to: Flag.String("to").pipe(Flag.optional, Flag.withDescription("Hari terakhir periode / its last day")),
  agency: Flag.String("agency").pipe(Flag.withDefault(""), Flag.withDescription("Nama pemerintah daerah pada laporan / name of the government in the report")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari laporan, YYYY-MM-DD; tanpa ini hari ini / day of the report; today without it")),
  layout: LayoutOption.flag,
  ...StandingOption.flags,
  lang: Options.lang,
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const { lang, law } = given
    const say = Outputs.phrases(lang)
    const [ratings, recap] = [Option.getOrUndefined(given.ratings), Option.getOrUndefined(given.recap)]
    const faults: Array<CommandFaults.CommandFault> = (["on", "from", "to"] as const).flatMap((name) => Options.dayFaults(`--${name}`, given[name]))
    // A recap is somebody else's record: whatever is computed from it is a cross-check.
    const ofRun = recap !== undefined && given.standing === "penetapan" ? Result.succeed(Standing.crossCheck) : StandingOption.read(given)
    if (Result.isFailure(ofRun)) faults.push(...ofRun.failure)
    if ((ratings === undefined) === (recap === undefined)) faults.push({ _tag: "ChooseOne", options: ["--ratings", "--recap"] })
    if (recap !== undefined && law !== "permenpanrb-6-2022") {
      faults.push({ _tag: "NotUnder", option: "--recap", choice: `--law ${law}`, instead: "--ratings" })
    }
    if (recap !== undefined && given.standing === "penetapan") {
      faults.push({ _tag: "NotUnder", option: "--recap", choice: "--standing penetapan", instead: "--standing uji-silang" })
    }
    const achievements = Option.getOrUndefined(given.achievements)
    if (achievements !== undefined && (law !== "permenpanrb-8-2021" || recap !== undefined)) {
      faults.push({ _tag: "NotUnder", option: "--achievements", choice: recap === undefined ? `--law ${law}` : "--recap", instead: "--ratings --law permenpanrb-8-2021" })
    }
    faults.push(...idleOptions(given))
    const reversed = (from: string, to: string): ReadonlyArray<CommandFaults.CommandFault> => (to < from ? [{ _tag: "DaysReversed", from, to }] : [])
    if (Option.isSome(given.from) && Option.isSome(given.to) && faults.every(({ _tag }) => _tag !== "DayRefused")) faults.push(...reversed(given.from.value, given.to.value))
    if (faults.length > 0 || Result.isFailure(ofRun)) return yield* Effect.fail(Options.refusal(faults, lang))
    const layouts = yield* LayoutOption.read(given.layout, recap === undefined ? [] : ["recap"], lang)
    const on = yield* Options.day("--on", given.on, given.lang)
    const lastYear = Number(on.slice(0, 4)) - 1
    const from = yield* Options.day("--from", Option.orElseSome(given.from, () => `${lastYear}-01-01`), given.lang)
    const to = yield* Options.day("--to", Option.orElseSome(given.to, () => `${from.slice(0, 4)}-12-31`), given.lang)
    if (to < from) return yield* Effect.fail(Options.refusal(reversed(from, to), lang))
    const isAnnual = from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`
    const period: Appraisal.Period = { kind: isAnnual ? "annual" : "periodic", from, to }
    const runStanding = recap === undefined ? ofRun.success : Standing.crossCheck
    const report = yield* Effect.promise(() => import("@timbang/report"))
    const survey = Option.isNone(given.survey) ? undefined : yield* ResultFile.read("performance", given.survey.value, lang)
    const beside = {
      survey: survey === undefined ? undefined : { facts: survey, file: join(Option.getOrThrow(given.survey), "performance.json") },
      services: Option.getOrUndefined(given.services),
      organisations: Option.getOrUndefined(given.organisations),
      days: Option.getOrUndefined(given.days),
      holidays: Option.getOrUndefined(given.holidays),
      restDays: given.sixDays ? [0] : [0, 6]
    }
    const made = recap !== undefined
      ? yield* RecapRun.run({ recap, period, on, beside, lang, ...LayoutOption.of(layouts, "recap") })
      : yield* AppraisalRun.run({
        ratings: ratings!,
        achievements,
        law,
        period,
        on,
        beside,
        standing: runStanding,
        lang
      })
    const sheets = [
      ...[made.sheet, ...made.private ?? []].map((sheet) => [`private/${sheet.name}.csv`, sheet] as const),
      ...(made.open ?? []).map((sheet) => [`${sheet.name}.csv`, sheet] as const)
    ]
    const facts = {
      agency: given.agency,
      period: isAnnual ? from.slice(0, 4) : `${from} - ${to}`,
      on,
      standing: runStanding,
      surveys: survey?.surveys ?? [],
      ...(survey?.parts === undefined ? {} : { parts: survey.parts }),
      comparisons: survey?.comparisons ?? [],
      ...(survey?.contrasts === undefined ? {} : { contrasts: survey.contrasts }),
      funnels: survey?.funnels ?? [],
      courses: survey?.courses ?? [],
      appraised: made.appraised
    }
    yield* Output.write(given.out, (folder) =>
      Effect.gen(function*() {
        for (const [file, sheet] of sheets) yield* folder.write(file, CsvWriter.chunks(sheet))
        yield* folder.write("private/explanations.txt", `${made.explanations.map((lines) => lines.join("\n")).join("\n\n")}\n`)
        yield* folder.write("performance.json", report.ReportFile.write("performance", facts))
      }), (files) => files.includes("performance.json"))
    yield* Screen.note(
      ...made.table.corrections.map((correction) => Corrections.sentence(correction, lang)),
      ...made.notes ?? [],
      Sentences.say(Explanations.phrases(lang).standing, runStanding)
    )
    yield* Screen.print(
      Screen.table([say.predicate, say.people], made.appraised.predicates.map(({ people, predicate }) => [predicate, people])),
      ...made.lines,
      `${given.out}: ${[...sheets.map(([file]) => file), "private/explanations.txt", "performance.json"].join(", ")}`
    )
    if ((made.appraised.recap?.different ?? 0) + (made.differentOrganisations ?? 0) > 0) return yield* Effect.fail(new EndWith({ code: codes.found }))
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Penilaian kinerja: usulan dari bukti, keputusan penilai, rekap resmi diperiksa / appraisal: proposals, judgements, the recap checked"),
    Command.withExamples([
      { command: "timbang appraise --ratings A.csv --law permenpanrb-6-2022 --out penilaian", description: "Tahun lalu / last year" },
      { command: "timbang appraise --recap rekap.xlsx --law permenpanrb-6-2022 --out rekap", description: "Rekap e-Kinerja / the official recap" }
    ])
  )

/** Options that say nothing without another one, or under the law chosen. */
const idleOptions = ({ days, holidays, law, organisations, services, sixDays, survey }: {
  readonly law: AppraisalRun.Law
  readonly survey: Option.Option<string>
  readonly services: Option.Option<string>
  readonly organisations: Option.Option<string>
  readonly days: Option.Option<string>
  readonly holidays: Option.Option<string>
  readonly sixDays: boolean
}): ReadonlyArray<CommandFaults.CommandFault> => [
  ...(Option.isSome(services) && Option.isNone(survey) ? [{ _tag: "OptionIdle", option: "--services", only: "--survey" } as const] : []),
  ...([["--holidays", Option.isSome(holidays)], ["--six-days", sixDays]] as const).flatMap(([option, isGiven]) =>
    isGiven && Option.isNone(days) ? [{ _tag: "OptionIdle", option, only: "--days" } as const] : []),
  // Predicates of organisations are of the rule of 2022; the oldest rule has no deadlines here.
  ...(Option.isSome(organisations) && law !== "permenpanrb-6-2022"
    ? [{ _tag: "NotUnder", option: "--organisations", choice: `--law ${law}`, instead: "--law permenpanrb-6-2022" } as const]
    : []),
  ...(Option.isSome(days) && law === "pp-46-2011"
    ? [{ _tag: "NotUnder", option: "--days", choice: `--law ${law}`, instead: "--law pp-30-2019" } as const]
    : [])
]
