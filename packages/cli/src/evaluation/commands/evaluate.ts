/**
 * `timbang evaluate`: did the people recruited meet the need, and what does the next needs round take over?
 *
 * @since 0.1.0
 */
import { existsSync, realpathSync } from "node:fs"
import { Fraction } from "@timbang/core/number"
import { Corrections, Explanations, Findings, Outputs, Sentences } from "@timbang/language"
import { AdjustmentsFile, CsvWriter, Output } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as EvaluationCheck from "../EvaluationCheck.ts"
import * as EvaluationFolder from "../EvaluationFolder.ts"
import * as EvaluationRun from "../EvaluationRun.ts"
import * as Training from "../Training.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as StandingOption from "../../StandingOption.ts"
import * as Refusal from "../../selection/Refusal.ts"
import * as RunFolder from "../../selection/RunFolder.ts"

/** The command. */
export const evaluate = Command.make("evaluate", {
  before: Options.folder("before").pipe(Flag.withDescription("Folder sebelum: staffing, need; boleh/optional services, services-earlier, cells, drivers")),
  after: Options.folder("after").pipe(Flag.withDescription("Folder sesudah: staffing, need; boleh/optional services, recruits, groups, competences, courses, stages, costs, spending, receipts, objections, trust, known")),
  selection: Options.folder("selection").pipe(Flag.withDescription("Folder hasil timbang select, tahap akhir / a folder that timbang select wrote, final stage")),
  basis: Flag.Literals("basis", ["new-need-only", "last-claims", "new-staffing"]).pipe(Flag.withDefault("new-need-only"), Flag.withDescription("Dasar kebutuhan berikutnya / what the next claims rest on")),
  round: Flag.String("round").pipe(Flag.optional, Flag.withDescription("Nama seleksi; tanpa ini nama aturannya / name of the round; its rules' without it")),
  agency: Flag.String("agency").pipe(Flag.optional, Flag.withDescription("Nama pemerintah daerah / name of the government")),
  fewest: Options.fewest("Kelompok terlindung yang lebih kecil disembunyikan / smaller protected groups are hidden"),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari evaluasi, YYYY-MM-DD; tanpa ini hari ini / day of the evaluation; today without it")),
  ...StandingOption.flags,
  lang: Options.lang,
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const { fewest, lang } = given
    const say = Outputs.phrases(lang)
    const standing = yield* StandingOption.readBeside(given, [
      ...Options.fewestFaults(fewest),
      ...Options.dayFaults("--on", given.on),
      ...Options.folderFaults("--before", given.before),
      ...Options.folderFaults("--after", given.after),
      ...Options.folderFaults("--selection", given.selection),
      ...(isOneFolder(given.before, given.after) ? [{ _tag: "SameFolder", options: ["--before", "--after"], path: given.after } as const] : [])
    ], lang)
    const on = yield* Options.day("--on", given.on, lang)
    const read = yield* Effect.result(EvaluationFolder.read(given, lang))
    const loaded = yield* RunFolder.load(given.selection, lang).pipe(
      Effect.catchTag("InputRefused", (refused) => Effect.fail(Refusal.ofFiles([refused], lang))),
      Effect.result
    )
    if (Result.isFailure(read) || Result.isFailure(loaded)) {
      const lines = [...(Result.isFailure(read) ? read.failure.lines : []), ...(Result.isFailure(loaded) ? loaded.failure.lines : [])]
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines }))
    }
    const [tables, { manifest, selection }] = [read.success, loaded.success]
    if (selection.final === undefined) {
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${given.selection}: ${say.noFinal(manifest.stage)}`] }))
    }
    const misfit = EvaluationCheck.refusal({ round: tables, selection, folder: given.selection, lang })
    if (misfit !== undefined) return yield* Effect.fail(misfit)
    const agencies = new Set(selection.formations.flatMap(({ agency }) => agency === undefined ? [] : [agency]))
    const { evaluation, hidden } = yield* EvaluationRun.run({
      tables,
      selection,
      round: Option.getOrElse(given.round, () => selection.ruleSet.id),
      agency: Option.getOrElse(given.agency, () => agencies.size === 1 ? [...agencies][0]! : ""),
      on,
      standing,
      basis: given.basis,
      fewest,
      lang
    })
    const { adjustments, fairness = [], fulfilment } = evaluation
    const plans = evaluation.training?.plans ?? []
    const words = Findings.phrases(lang)
    const people = (fraction: Fraction.Fraction) => {
      const rounded = String(Number(Fraction.round(fraction, 2, "half-up")) / 100)
      return lang === "id" ? rounded.replace(".", ",") : rounded
    }
    const indicated = fairness.flatMap(({ grouping, strata, together }) =>
      [...(strata.size === 0 ? [["", together] as const] : strata)].flatMap(([stratum, { groups }]) =>
        groups.filter(({ finding }) => finding === "indication").map(({ group }) => [stratum, grouping, group].filter((part) => part !== "").join(", "))))
    const summary = [
      say.summary(evaluation, words.verdict[fulfilment.verdict], people(fulfilment.lackingBefore), people(fulfilment.lackingAfter)),
      ...fulfilment.because.map((because) => `- ${words.because[because]}`),
      say.looked(indicated),
      ...(hidden > 0 ? [say.hiddenGroups(hidden, fewest)] : []),
      ...Training.said(plans, lang),
      say.adjustments(adjustments.length),
      ...adjustments.map(({ change, jobFamily, unit }) => `- ${unit}, ${jobFamily}: ${Findings.change(change, lang)}`),
      Sentences.say(Explanations.phrases(lang).standing, evaluation.standing)
    ]
    const { ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
    yield* Output.write(given.out, (folder) =>
      Effect.gen(function*() {
        yield* folder.write("evaluation.json", ReportFile.write("evaluation", evaluation))
        yield* folder.write("need-adjustments.csv", CsvWriter.chunks(AdjustmentsFile.sheet(adjustments)))
        if (plans.length > 0) yield* folder.write("training-plan.csv", CsvWriter.chunks(Training.sheet(plans)))
        yield* folder.write("summary.txt", `${summary.join("\n")}\n`)
      }), (files) => files.includes("evaluation.json"))
    yield* Screen.note(
      ...tables.corrections.map((correction) => Corrections.sentence(correction, lang)),
      ...tables.unread.map((path) => say.tableUnknown(path, [...new Set([...Object.keys(tables.before), ...Object.keys(tables.after)])].join(", ")))
    )
    yield* Screen.print(
      ...summary.slice(0, mostShown),
      ...(summary.length > mostShown ? ["..."] : []),
      `${given.out}: ${["evaluation.json", "need-adjustments.csv", ...(plans.length > 0 ? ["training-plan.csv"] : []), "summary.txt"].join(", ")}`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Apakah rekrutmen memenuhi kebutuhan / did recruitment meet the need"),
    Command.withExamples([{ command: "timbang evaluate --before awal --after akhir --selection hasil --out evaluasi", description: "Penyesuaian untuk kebutuhan berikutnya / adjustments for the next needs" }])
  )

const isOneFolder = (one: string, other: string): boolean => existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)

/** Most lines of the summary that are printed; the file has all of them. */
const mostShown = 40
