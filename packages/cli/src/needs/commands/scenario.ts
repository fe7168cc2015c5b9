/**
 * `timbang scenario`: what would change if growth, a ceiling, a weight, a norm or a policy were different.
 *
 * @since 0.1.0
 */
import { stat } from "node:fs/promises"
import { join } from "node:path"
import { Document, type Scenario } from "@timbang/core/needs"
import { Fraction, Scaled } from "@timbang/core/number"
import { Needs } from "@timbang/language"
import { CsvWriter, Output, Sheet, WorkloadFile, XlsxWriter } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { CommandFailed } from "../../Exit.ts"
import * as Grid from "../../Grid.ts"
import * as DataFolder from "../DataFolder.ts"
import * as ModelFile from "../ModelFile.ts"
import * as NeedsFolder from "../NeedsFolder.ts"
import * as ScenarioInputs from "../ScenarioInputs.ts"
import * as ScenarioRun from "../ScenarioRun.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { inWords } from "./needs.ts"

const run = Command.make("run", {
  base: Options.pathArgument("BASE").pipe(
    Argument.withDescription(
      "Folder hasil `timbang needs score`, atau model dengan --data / a folder of results, or a model with --data"
    )
  ),
  scenarios: Options.pathArgument("SCENARIO").pipe(
    Argument.withDescription("Selisih dalam YAML atau JSON / diffs in YAML or JSON"),
    Argument.atLeast(1)
  ),
  data: Options.path("data").pipe(
    Flag.withDescription("Folder berkas angka untuk model / folder of figures of a model"),
    Flag.optional
  ),
  out: Options.outFolder,
  seats: Options.seats,
  work: Options.path("work").pipe(Flag.optional, Flag.withDescription("Tugas jabatan, CSV/XLSX seperti needs workload --input: skenario mencapai [work, ...] dan [norm, ...] / the tasks of positions")),
  norms: Flag.Literals("norms", WorkloadFile.norms).pipe(Flag.optional, Flag.withDescription("Norma bagi --work / the norm of --work")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari hukum bagi --norms; tanpa ini hari model / day of the law; the day of the model without it")),
  workingTime: Flag.Int("working-time").pipe(Flag.optional, Flag.withDescription("Waktu kerja efektif sendiri, menit setahun / own working time, minutes a year")),
  daysPerWeek: Flag.Int("days-per-week").pipe(Flag.optional, Flag.withDescription("WISN: minggu setahun = hari tersedia / angka ini / weeks a year by available days")),
  bounds: Options.path("bounds").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: unit, jobFamily, min, max; skenario mencapai [bounds, ...] / least and most posts")),
  previous: Options.path("previous").pipe(Flag.optional, Flag.withDescription("Formasi sebelumnya, allocation.csv; dengan/with --pace")),
  pace: Flag.String("pace").pipe(Flag.optional, Flag.withMetavar("0.1"), Flag.withDescription("Kenaikan dan penurunan terbesar; skenario mencapai [pace, ...] / largest rise and fall")),
  paceFall: Flag.String("pace-fall").pipe(Flag.optional, Flag.withMetavar("0.1"), Flag.withDescription("Penurunan terbesar bila berbeda / largest fall where it differs")),
  paceLeast: Flag.Int("pace-least").pipe(Flag.withDefault(1), Flag.withDescription("Formasi yang selalu boleh naik atau turun / posts that may rise or fall in any case")),
  format: Options.format,
  lang: Options.lang
}, (given) =>
  Effect.gen(function*() {
    const { base, data: dataFolder, format, lang, out, scenarios: paths, seats } = given
    if (Option.isNone(seats) && (Option.isSome(given.bounds) || Option.isSome(given.previous))) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: Option.isSome(given.bounds) ? "--bounds" : "--previous", needed: "--seats" }], lang))
    const isFolder = yield* Effect.promise(() => stat(base).then((one) => one.isDirectory(), () => false))
    const model = yield* ModelFile.load(isFolder ? join(base, "model.json") : base, lang)
    const data = Option.isNone(dataFolder) ? undefined : yield* DataFolder.read(model, dataFolder.value, lang)
    const needs = data === undefined ? model.needs : DataFolder.fill(model.needs, data)
    const scenarios: Array<Scenario.Scenario> = []
    for (const path of paths) {
      const read = Document.scenario(yield* ModelFile.data(path, lang))
      const inFile = Result.mapError(read, (error) => named(path, ModelFile.problem(error, lang)))
      scenarios.push(yield* Effect.fromResult(inFile))
    }
    const on = Option.isNone(given.on) ? needs.day : yield* Options.day("--on", given.on, lang)
    const { document, needOf } = yield* ScenarioInputs.read(needs, given, on, lang)
    const answered = ScenarioRun.run({
      ...needs,
      ...(model.index === undefined ? {} : { index: model.index }),
      ...(Option.isNone(seats) ? {} : { seats: seats.value, method: "sainte-lague" }),
      ...document
    }, scenarios, needOf)
    const answers = yield* Effect.fromResult(Result.mapError(answered, (found) => {
      const at = "scenario" in found ? scenarios.findIndex(({ id }) => id === found.scenario) : -1
      return inWords(found._tag === "PathAbsent" ? ScenarioInputs.withNearest(found) : found, lang, paths[at] ?? base)
    }))
    const titleOf = NeedsFolder.titlesOf(
      needs.units,
      needs.matrix.jobFamilies,
      { ...Object.fromEntries((model.index?.indicators ?? []).map(({ id, title }) => [id, title])), ...model.titles }
    )
    const differences = differencesOf(answers)
    const indexSheet = indexOf(answers)
    yield* Output.write(out, (folder) =>
      Effect.gen(function*() {
        yield* folder.write("differences.csv", CsvWriter.chunks(differences))
        if (Option.isSome(given.work)) yield* folder.write("positions.csv", CsvWriter.chunks(positionsOf(answers)))
        if (Option.isSome(seats)) yield* folder.write("posts.csv", CsvWriter.chunks(postsOf(answers)))
        if (model.index !== undefined) yield* folder.write("index.csv", CsvWriter.chunks(indexSheet))
        yield* folder.write("scenarios.xlsx", XlsxWriter.chunks([
          differences,
          ...(Option.isSome(given.work) ? [positionsOf(answers)] : []),
          ...(Option.isSome(seats) ? [postsOf(answers)] : []),
          ...(model.index === undefined ? [] : [indexSheet])
        ]))
        yield* folder.write("scenarios.json", `${JSON.stringify(scenarios, null, 2)}\n`)
      }), (files) => files.includes("differences.csv") && files.includes("scenarios.json"))
    const figure = (amount: number) => (lang === "id" ? amount.toFixed(2).replace(".", ",") : amount.toFixed(2))
    yield* Screen.print(
      format === "csv"
        ? Grid.show(allOf(answers), "csv")
        : format === "json"
        ? JSON.stringify(answers.map(asJson), null, 2)
        : answers.flatMap(({ changes, index, positions, posts, scenario }) => [
          `${scenario.id}: ${scenario.title}`,
          ...positions.map(({ after, before, position, unit }) =>
            `  ${titleOf(unit)}, ${position}: ${figure(Fraction.toNumber(before))} -> ${figure(Fraction.toNumber(after))} ${lang === "id" ? "orang menurut beban kerja" : "people by workload"}`),
          ...changes.map((change) => `  ${Needs.claimChange(change, lang, titleOf)}`),
          ...posts.map(({ after, before, isOpen, jobFamily, unit }) =>
            `  ${titleOf(unit)}, ${titleOf(jobFamily)}: ${before} -> ${after} ${lang === "id" ? "formasi" : "posts"}${isOpen ? (lang === "id" ? " (undian)" : " (draw)") : ""}`
          ),
          ...index.map((one) => `  ${titleOf(one.unit)}, ${lang === "id" ? "indeks" : "index"}: ${figure(one.before)} -> ${figure(one.after)}, ${lang === "id" ? "peringkat" : "rank"} ${one.rankBefore} -> ${one.rankAfter}`)
        ]).join("\n")
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription(
      "Perbedaan setiap unit dan jabatan terhadap data dasar / differences by unit and position from a baseline"
    )
  )

/** The command and its parts. */
export const scenario = Command.make("scenario").pipe(
  Command.withDescription("Skenario sebagai selisih atas data dasar / scenarios as diffs on a baseline"),
  Command.withSubcommands([run])
)

const named = (path: string, { code, lines }: CommandFailed): CommandFailed =>
  new CommandFailed({ code, lines: lines.map((line) => `${path}: ${line}`) })

const differencesOf = (answers: ReadonlyArray<ScenarioRun.Answer>): Sheet.Sheet => {
  const rows = answers.flatMap(({ changes, scenario }) =>
    changes.map((change) => ({ scenario: scenario.id, ...change }))
  )
  const people = (header: string, amounts: ReadonlyArray<Fraction.Fraction>) =>
    Sheet.decimal(header, amounts.map(ScenarioRun.thousandths), 3, Number.MIN_SAFE_INTEGER)
  return {
    name: "differences",
    size: rows.length,
    columns: [
      Sheet.text("scenario", rows.map(({ scenario }) => scenario)),
      Sheet.text("unit", rows.map(({ unit }) => unit)),
      Sheet.text("jobFamily", rows.map(({ jobFamily }) => jobFamily)),
      people("before", rows.map(({ before }) => before)),
      people("after", rows.map(({ after }) => after)),
      people("change", rows.map(({ after, before }) => Fraction.subtract(after, before))),
      Sheet.text("because", rows.map((change) => causes(change).join("|")))
    ]
  }
}

/** Every difference in one table: `what` is people needed, people of a position, posts, index or rank. */
const allOf = (answers: ReadonlyArray<ScenarioRun.Answer>): Grid.Grid => ({
  name: "all",
  headers: ["scenario", "what", "unit", "of", "before", "after", "change", "because"],
  figures: ["before", "after", "change"],
  rows: answers.flatMap(({ changes, index, positions, posts, scenario }) => {
    const people = (what: string, unit: string, of: string, before: Fraction.Fraction, after: Fraction.Fraction, because: ReadonlyArray<string>) =>
      [scenario.id, what, unit, of, ...[before, after, Fraction.subtract(after, before)].map((amount) => Scaled.format(ScenarioRun.thousandths(amount), 3)), because.join("|")]
    return [
      ...changes.map((one) => people("people", one.unit, one.jobFamily, one.before, one.after, causes(one))),
      ...positions.map((one) => people("position", one.unit, one.position, one.before, one.after, [])),
      ...posts.map(({ after, before, isOpen, jobFamily, unit }) =>
        [scenario.id, "posts", unit, jobFamily, ...[before, after, after - before].map((seats) => seats.toFixed(3)), isOpen ? "draw" : ""]),
      ...index.flatMap(({ after, before, rankAfter, rankBefore, unit }) => [
        [scenario.id, "index", unit, "", before.toFixed(3), after.toFixed(3), (after - before).toFixed(3), ""],
        [scenario.id, "rank", unit, "", ...[rankBefore, rankAfter, rankAfter - rankBefore].map((rank) => rank.toFixed(3)), ""]
      ])
    ]
  })
})

const causes = ({ because, workload }: ScenarioRun.Answer["changes"][number]): ReadonlyArray<string> =>
  [...because.map(({ indicator }) => indicator), ...(workload.numerator === 0n ? [] : ["workload"])]

const positionsOf = (answers: ReadonlyArray<ScenarioRun.Answer>): Sheet.Sheet => {
  const rows = answers.flatMap(({ positions, scenario }) => positions.map((position) => ({ scenario: scenario.id, ...position })))
  const people = (header: string, amounts: ReadonlyArray<Fraction.Fraction>) =>
    Sheet.decimal(header, amounts.map(ScenarioRun.thousandths), 3, Number.MIN_SAFE_INTEGER)
  return {
    name: "positions",
    size: rows.length,
    columns: [
      Sheet.text("scenario", rows.map(({ scenario }) => scenario)),
      Sheet.text("unit", rows.map(({ unit }) => unit)),
      Sheet.text("position", rows.map(({ position }) => position)),
      Sheet.text("jobFamily", rows.map(({ jobFamily }) => jobFamily)),
      people("before", rows.map(({ before }) => before)),
      people("after", rows.map(({ after }) => after)),
      people("change", rows.map(({ after, before }) => Fraction.subtract(after, before)))
    ]
  }
}

const postsOf = (answers: ReadonlyArray<ScenarioRun.Answer>): Sheet.Sheet => {
  const rows = answers.flatMap(({ posts, scenario }) => posts.map((post) => ({ scenario: scenario.id, ...post })))
  return {
    name: "posts",
    size: rows.length,
    columns: [
      Sheet.text("scenario", rows.map(({ scenario }) => scenario)),
      Sheet.text("unit", rows.map(({ unit }) => unit)),
      Sheet.text("jobFamily", rows.map(({ jobFamily }) => jobFamily)),
      Sheet.integer("before", rows.map(({ before }) => before)),
      Sheet.integer("after", rows.map(({ after }) => after)),
      Sheet.integer("change", rows.map(({ after, before }) => after - before), Number.MIN_SAFE_INTEGER),
      Sheet.text("draw", rows.map(({ isOpen }) => (isOpen ? "open" : "")))
    ]
  }
}

const indexOf = (answers: ReadonlyArray<ScenarioRun.Answer>): Sheet.Sheet => {
  const rows = answers.flatMap(({ index, scenario }) => index.map((one) => ({ scenario: scenario.id, ...one })))
  const thousandths = (header: string, amounts: ReadonlyArray<number>) =>
    Sheet.decimal(header, amounts.map((amount) => Math.round(amount * 1000)), 3, Number.MIN_SAFE_INTEGER)
  return {
    name: "index",
    size: rows.length,
    columns: [
      Sheet.text("scenario", rows.map(({ scenario }) => scenario)),
      Sheet.text("unit", rows.map(({ unit }) => unit)),
      thousandths("before", rows.map(({ before }) => before)),
      thousandths("after", rows.map(({ after }) => after)),
      Sheet.integer("rankBefore", rows.map(({ rankBefore }) => rankBefore)),
      Sheet.integer("rankAfter", rows.map(({ rankAfter }) => rankAfter))
    ]
  }
}

const asJson = ({ changes, index, positions, posts, scenario }: ScenarioRun.Answer) => ({
  scenario: scenario.id,
  changes: changes.map(({ after, because, before, jobFamily, unit, workload }) => ({
    unit,
    jobFamily,
    before: Fraction.format(before),
    after: Fraction.format(after),
    because: because.map(({ change, indicator }) => ({ indicator, change: Fraction.format(change) })),
    workload: Fraction.format(workload)
  })),
  positions: positions.map(({ after, before, ...place }) => ({ ...place, before: Fraction.format(before), after: Fraction.format(after) })),
  posts,
  index
})
