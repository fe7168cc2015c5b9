/**
 * `timbang measure`: is a measure changing and will it reach its target; and which units or officers truly differ?
 *
 * @since 0.1.0
 */
import { Corrections, Explanations, Measures, Outputs, Sentences } from "@timbang/language"
import { CsvWriter, Output } from "@timbang/source-files"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import * as Grid from "../../Grid.ts"
import * as Options from "../../Options.ts"
import * as MeasureRun from "../MeasureRun.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"

const common = {
  agency: Flag.String("agency").pipe(Flag.withDefault(""), Flag.withDescription("Nama pemerintah daerah pada laporan / name of the government in the report")),
  period: Flag.String("period").pipe(Flag.withDefault(""), Flag.withDescription("Periode pada laporan / period in the report")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari laporan, YYYY-MM-DD; tanpa ini hari ini / day of the report; today without it")),
  ...StandingOption.flags,
  lang: Options.lang,
  out: Options.outFolder
}

const course = Command.make("course", {
  measures: Options.path("measures").pipe(Flag.withDescription("CSV/XLSX: measure, period, value, atau/or part, whole; better, target; timbang template measures")),
  ...common
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const runStanding = yield* StandingOption.readBeside(given, Options.dayFaults("--on", given.on), lang)
    const on = yield* Options.day("--on", given.on, lang)
    const { corrections, courses, without } = yield* MeasureRun.courses(given.measures, lang)
    const { ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
    const facts = { agency: given.agency, period: given.period || on.slice(0, 4), on, standing: runStanding, surveys: [], comparisons: [], funnels: [], courses }
    yield* Output.write(given.out, (folder) => folder.write("performance.json", ReportFile.write("performance", facts)), (files) => files.includes("performance.json"))
    yield* Screen.note(...corrections.map((correction) => Corrections.sentence(correction, lang)), Sentences.say(Explanations.phrases(lang).standing, runStanding))
    yield* Screen.print(
      ...courses.map(({ answers, measure }) => `${measure}: ${Measures.chart(answers, lang)}`),
      ...without.map(([measure, why]) => `${measure}: ${why}`),
      `${given.out}: performance.json`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Apakah berubah, apakah sasaran akan tercapai (grafik p dan XmR) / is it changing, will it reach the target"),
    Command.withExamples([{ command: "timbang measure course --measures U.csv --out ukuran", description: "Lalu/then: timbang report performance ukuran --out ukuran.html" }])
  )

const rank = Command.make("rank", {
  answers: Options.path("answers").pipe(Flag.withDescription("CSV/XLSX/NDJSON: unit, score; satu baris per responden / one row for each respondent; timbang template answers")),
  tail: Flag.Literals("tail", ["lowest", "highest"]).pipe(Flag.withDefault("lowest"), Flag.withDescription("Ujung yang dicari / the end that is looked for")),
  tailPercent: Flag.Finite("tail-percent").pipe(Flag.withDefault(25), Flag.withDescription("Besarnya ujung itu, persen unit / how large that end is, percent of units")),
  bar: Flag.Finite("bar").pipe(Flag.withDefault(0.9), Flag.withDescription("Peluang paling kecil untuk menandai, 0,5 sampai 1 / least probability to flag, 0.5 to 1")),
  fewest: Options.fewest("Jawaban paling sedikit agar dibandingkan; tidak pernah di bawah 10 / fewest answers to be compared; never below 10"),
  seed: Flag.Int("seed").pipe(Flag.withDefault(1), Flag.withDescription("Benih undian untuk ratusan unit / seed of the draws for hundreds of units")),
  measure: Flag.String("measure").pipe(Flag.withDefault("IKM (25-100)"), Flag.withDescription("Nama ukuran dan satuannya / the measure and its unit")),
  ...common
}, (given) =>
  Effect.gen(function*() {
    const { bar, fewest, lang, tail, tailPercent } = given
    const say = Outputs.phrases(lang)
    const runStanding = yield* StandingOption.readBeside(given, [
      ...Options.rangeFaults("--bar", bar, 0.5, 1),
      ...Options.rangeFaults("--tail-percent", tailPercent, 1, 50),
      ...Options.rangeFaults("--seed", given.seed, 0, Number.MAX_SAFE_INTEGER),
      ...Options.fewestFaults(fewest),
      ...Options.dayFaults("--on", given.on)
    ], lang)
    const on = yield* Options.day("--on", given.on, lang)
    const made = yield* MeasureRun.rank(given.answers, { policy: { tail, tailPercent, bar, method: "REML" }, fewest, seed: given.seed, standing: runStanding, lang })
    const { pending, rank: compared } = made
    const { ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
    const facts = {
      agency: given.agency,
      period: given.period || on.slice(0, 4),
      on,
      standing: runStanding,
      surveys: [],
      comparisons: [{ measure: given.measure, rank: compared, decimals: 2 }],
      funnels: [],
      courses: []
    }
    const grid: Grid.Grid = {
      name: "ranks",
      headers: ["unit", "mean", "shrunken", "lowestRank", "highestRank", "probabilityInTail", "flagged", "rawWouldFlag"],
      rows: compared.units.map(({ id, isFlagged, probabilityInTail, ranks, raw, shrunken, wouldRawFlag }) =>
        [id, raw.toFixed(4), shrunken.estimate.toFixed(4), ranks.lower, ranks.upper, probabilityInTail.toFixed(4), isFlagged ? "ya" : "tidak", wouldRawFlag ? "ya" : "tidak"])
    }
    const { flagged, isNoise, policy, rawWouldFlag } = compared
    // Officers are people: what names them stays under private/.
    yield* Output.write(given.out, (folder) =>
      Effect.gen(function*() {
        yield* folder.write("rank.json", `${JSON.stringify({ standing: runStanding, policy, units: compared.units.length, pending: pending.length, flagged, rawWouldFlag, isNoise }, null, 2)}\n`)
        yield* folder.write("private/ranks.csv", CsvWriter.chunks(Grid.sheet(grid)))
        yield* folder.write("private/pending.csv", CsvWriter.chunks(Grid.sheet({ name: "pending", headers: ["unit", "answers", "missing"], rows: pending.map(({ answers, id, missing }) => [id, answers, missing]) })))
        yield* folder.write("private/performance.json", ReportFile.write("performance", facts))
      }), (files) => files.includes("rank.json"))
    yield* Screen.note(...made.corrections.map((correction) => Corrections.sentence(correction, lang)), Sentences.say(Explanations.phrases(lang).standing, runStanding))
    yield* Screen.print(
      Measures.flags(compared, lang),
      ...(pending.length > 0 ? [say.pendingUnits(pending.length, Math.max(fewest, 10))] : []),
      `${given.out}: rank.json, private/ranks.csv, private/pending.csv, private/performance.json`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Unit atau petugas mana yang sungguh berbeda / which units or officers truly differ"),
    Command.withExamples([{ command: "timbang measure rank --answers J.csv --out peringkat", description: "Seperempat terbawah, pasti 90% / the lowest quarter, 90% sure" }])
  )

/** The command and its parts. */
export const measure = Command.make("measure").pipe(
  Command.withDescription("Ukuran dari waktu ke waktu, dan perbandingan yang adil / measures over time, and fair comparisons"),
  Command.withSubcommands([course, rank])
)
