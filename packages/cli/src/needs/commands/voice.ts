/**
 * `timbang voice choose`: what citizens' voices would choose under a budget, with an answer to every proposal.
 *
 * @since 0.1.0
 */
import type { Correction } from "@timbang/core/input"
import { Electorate, type EqualShares } from "@timbang/core/needs"
import { Scaled } from "@timbang/core/number"
import { type CommandFaults, Corrections, type Sentences, Voices } from "@timbang/language"
import { BallotsFile, DictionaryFile, Output, PbFile, ProposalsFile, Sheet, VillagesFile, XlsxWriter } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Grid from "../../Grid.ts"
import * as LayoutOption from "../../LayoutOption.ts"
import * as ServiceVoice from "../ServiceVoice.ts"
import * as VoiceChoice from "../VoiceChoice.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"
import { desk } from "./voiceDesk.ts"
import { tokens } from "./voiceTokens.ts"

const choose = Command.make("choose", {
  proposals: Options.path("proposals").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: proposal, cost, title, village, ...; dengan --pb boleh tidak ada / not needed with --pb")),
  ballots: Options.path("ballots").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: approves, count")),
  pb: Options.path("pb").pipe(Flag.optional, Flag.withDescription("Pabulib .pb: usulan, suara, anggaran / projects, votes, budget")),
  readAs: Flag.Literals("read-as", ["approvals"]).pipe(Flag.optional, Flag.withDescription("Cara membaca .pb yang bernilai atau berurutan / how to read a .pb of points or orders")),
  villages: Options.path("villages").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: village, population, approves; tanpa surat suara / where there are no ballots")),
  weights: Flag.Literals("weights", ["villages-equal", "villages-by-population"]).pipe(Flag.optional, Flag.withDescription("Bobot desa tanpa surat suara; tanpa ini villages-equal / weight of villages where there are no ballots")),
  cap: Flag.String("cap").pipe(Flag.optional, Flag.withDescription("Bagian pengaruh terbesar satu desa, misalnya 1/5; tanpa ini 1 / largest share of one village; 1 without it")),
  budget: Flag.Int("budget").pipe(Flag.optional, Flag.withDescription("Anggaran; dengan --pb bawaannya dari berkas; tanpa ini --dictionary hanya menghitung suara / the budget; of the file with --pb; without it --dictionary only counts voices")),
  rule: Flag.Literals("rule", ["equal-shares", "greedy"]).pipe(Flag.withDefault("equal-shares")),
  completion: Flag.Literals("completion", ["add1", "utility-greedy", "none"]).pipe(Flag.optional, Flag.withDescription("Pemakaian sisa pada equal-shares; tanpa ini add1 / how money left over is used; add1 without it")),
  step: Flag.Int("step").pipe(Flag.optional, Flag.withDescription("Kenaikan add1 setiap kali; tanpa ini 1 / rise of add1 each time; 1 without it")),
  utility: Flag.Literals("utility", ["cost", "count"]).pipe(Flag.withDefault("cost")),
  tie: Flag.Literals("tie", ["more-supporters", "lower-cost"]).pipe(Flag.atLeast(0), Flag.withDescription("Urutan pemecah seri, boleh diulang / orders that settle equals")),
  lots: Flag.String("lots").pipe(Flag.withDefault(""), Flag.withDescription("Urutan hasil undian, dipisah koma / identifiers in the order drawn")),
  dictionary: Options.path("dictionary").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: kind, sector, from, until; bagian suara setiap urusan / the share of voice of every sector: voice.csv, unmapped.csv")),
  dictionarySource: Flag.String("dictionary-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan kamus itu / the document that sets it")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari kamus yang dipakai, YYYY-MM-DD; tanpa ini hari ini / day of the dictionary; today without it")),
  layout: LayoutOption.flag,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang, rule, utility } = given
    const faults = optionFaults(given)
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const layouts = yield* LayoutOption.read(given.layout, ["proposals"], lang)
    const proposals = Option.isSome(given.proposals) ? yield* ProposalsFile.read(given.proposals.value, LayoutOption.of(layouts, "proposals")) : undefined
    const pb = Option.isSome(given.pb) ? yield* PbFile.read(given.pb.value) : undefined
    if (pb !== undefined && pb.voteType !== "approval" && Option.isNone(given.readAs)) {
      return yield* refused(`${Option.getOrElse(given.pb, () => "")}: ${Voices.notApproval(pb.voteType, lang)}`)
    }
    if (Option.isSome(given.dictionary) && proposals === undefined) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: "--dictionary", needed: "--proposals" }], lang))
    if (Option.isSome(given.dictionary) && Option.isNone(given.dictionarySource)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMissing", option: "--dictionary", needed: "--dictionary-source" }], lang))
    const on = yield* Options.day("--on", given.on, given.lang)
    const dictionary = Option.isSome(given.dictionary) ? yield* DictionaryFile.read(given.dictionary.value) : undefined
    const source = { instrument: Option.getOrElse(given.dictionarySource, () => ""), confidence: "host" } as const
    const heard = dictionary === undefined || proposals === undefined ? undefined : ServiceVoice.hear(proposals.proposals, { source, entries: dictionary.entries }, on)
    if (heard !== undefined && proposals !== undefined && pb === undefined && Option.isNone(given.budget)) {
      return yield* listened(heard, [proposals, dictionary].flatMap((read) => read?.corrections ?? []), given)
    }
    const budgetGiven = Option.getOrUndefined(given.budget)
    const decimals = pb?.decimals ?? 0
    const budget = budgetGiven === undefined ? pb?.budget : budgetGiven * 10 ** decimals
    const weighed = proposals?.proposals.map((row) => ({ ...row, ...(row.cost === undefined ? {} : { cost: row.cost * 10 ** decimals }) })) ??
      pb?.projects.map((project) => ({ ...project, state: { _tag: "Open" } as const }))
    if (weighed === undefined || budget === undefined) return yield* Effect.fail(Options.refusal([{ _tag: "OptionAbsent", option: "--budget", example: "--budget 1000000000" }], lang))
    const known = proposals === undefined ? undefined : { ids: proposals.proposals.map(({ id }) => id), file: proposals.file }
    const ballots = Option.isSome(given.ballots) ? yield* BallotsFile.read(given.ballots.value, known) : undefined
    const villages = Option.isSome(given.villages) ? yield* VillagesFile.read(given.villages.value, known) : undefined
    const list = (ballots ?? pb)?.ballots
    const spoken = list === undefined
      ? Electorate.ofVillages(VoiceChoice.villageLists(villages?.villages, proposals?.proposals ?? []), Option.getOrElse(given.weights, () => "villages-equal" as const), Option.getOrElse(given.cap, () => "1"))
      : Electorate.ofBallots(VoiceChoice.alike(list))
    if (Result.isFailure(spoken)) return yield* refused(Voices.problem(spoken.failure, lang))
    const electorate = spoken.success
    const name = Option.getOrElse(given.completion, () => "add1" as const)
    const completion = name === "add1" ? { name, step: Option.getOrElse(given.step, () => 1) } : { name }
    const lots = given.lots.split(",").map((lot) => lot.trim()).filter((lot) => lot !== "")
    const strange = lots.filter((lot) => !weighed.some(({ id }) => id === lot))
    if (strange.length > 0) return yield* Effect.fail(Options.refusal(strange.map((found) => ({ _tag: "OptionUnknown", option: "--lots", found, known: weighed.map(({ id }) => id) })), lang))
    const steps = VoiceChoice.steps({ proposals: weighed, electorate, budget, decimals, rule, completion, utility, tieOrder: given.tie, lots })
    const made = yield* driven(steps, ({ raises, runs }) => Voices.computing(raises, runs, lang))
    if (Result.isFailure(made)) return yield* refused(Voices.problem(made.failure, lang))
    const outcome = made.success
    if (outcome._tag === "DrawNeeded") return yield* refused(Voices.drawNeeded(outcome, lang))
    const money = (amount: number | undefined) => (amount === undefined ? "" : Scaled.format(amount, decimals))
    const grid: Grid.Grid = {
      name: "answers",
      headers: ["proposal", "title", "cost", "answer", "place", "supporters", "reason"],
      rows: outcome.answers.map(({ answer, cost, id, title }) => {
        const facts = answer._tag === "EqualShares" || answer._tag === "Greedy" ? answer.answer : undefined
        return [
          id,
          title,
          money(cost),
          VoiceChoice.word(answer),
          facts?._tag === "In" ? facts.place : "",
          facts !== undefined && "supporters" in facts ? facts.supporters : "",
          Voices.answer(answer, lang, decimals)
        ]
      })
    }
    const linked = ServiceVoice.linked(proposals?.proposals ?? [])
    const inputs = [proposals, ballots, villages, dictionary].flatMap((read) => (read === undefined ? [] : [read.origin]))
    const result = {
      format: 1,
      engine,
      standing: { _tag: "simulasi" },
      rule,
      ...(rule === "equal-shares" ? { completion } : {}),
      utility,
      weighting: electorate.weighting,
      ...(pb === undefined ? {} : { voteType: pb.voteType, readAs: "approvals" }),
      capped: electorate.capped,
      budget: money(budget),
      spent: money(outcome.spent),
      chosen: outcome.chosen,
      ...(outcome.raises === undefined ? {} : { raises: outcome.raises }),
      ...(outcome.indifferent.length === 0 ? {} : { indifferent: outcome.indifferent }),
      linked,
      ...(heard === undefined ? {} : { dictionary: { source: source.instrument, on }, voice: Grid.objects(heard.voice), unmapped: heard.whole.unmapped, unlisted: heard.whole.unlisted }),
      inputs: [...inputs, ...(pb === undefined ? [] : [{ format: "pb", bytes: pb.bytes, sha256: pb.sha256 }])]
    }
    if (Option.isSome(given.out)) {
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          yield* folder.write("answers.csv", Grid.csv(grid))
          for (const own of heard === undefined ? [] : [heard.voice, heard.unmapped]) yield* folder.write(`${own.name}.csv`, Grid.csv(own))
          yield* folder.write("answers.xlsx", XlsxWriter.chunks([Grid.sheet(grid), ...(heard === undefined ? [] : [Grid.sheet(heard.voice), Grid.sheet(heard.unmapped)]), standing(result, lang)]))
          yield* folder.write("choice.json", `${JSON.stringify({ ...result, answers: outcome.answers }, null, 2)}\n`)
        }), (files) => files.includes("answers.csv"))
    }
    const corrections = [proposals, ballots, villages, dictionary, pb].flatMap((read) => read?.corrections ?? [])
    yield* Screen.note(
      ...corrections.map((correction) => Corrections.sentence(correction, lang)),
      ...(pb === undefined || pb.voteType === "approval" ? [] : [Voices.readAsApproval(pb.voteType, lang)]),
      ...linked.map((link) => Voices.linked(link, lang)),
      ...(heard?.whole.unmapped ?? []).map((kind) => Voices.unmapped(kind, lang)),
      ...(heard?.whole.unlisted ?? []).map((service) => Voices.unlisted(service, lang)),
      ...(outcome.indifferent.length === 0 ? [] : [Voices.indifferent(outcome.indifferent, lang)]),
      ...Voices.electorate(electorate, lang),
      Voices.standing(lang)
    )
    if (given.format === "json") return yield* Screen.print(JSON.stringify({ ...result, answers: Grid.objects(grid) }, null, 2))
    if (given.format === "csv") return yield* Screen.print(Grid.show(grid, "csv"))
    yield* Screen.print(
      Grid.show(grid, "table"),
      Voices.summary({ chosen: outcome.chosen.length, of: outcome.answers.length, spent: money(outcome.spent), budget: money(budget) }, lang),
      ...(heard === undefined ? [] : [Grid.show(heard.voice, "table")]),
      ...(Option.isSome(given.out) ? [`${given.out.value}: answers.csv, ${heard === undefined ? "" : "voice.csv, unmapped.csv, "}answers.xlsx, choice.json`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Apa yang dipilih suara warga dengan anggaran tertentu / what the voices would choose under a budget"),
    Command.withExamples([{ command: "timbang voice choose --proposals usulan.csv --ballots B.csv --budget 1000000000 --out hasil", description: "Bagian sama, add1 / equal shares with add1" }])
  )

/** The command and its parts. */
export const voice = Command.make("voice").pipe(
  Command.withDescription("Suara warga dalam perencanaan / citizens' voice in planning"),
  Command.withSubcommands([choose, desk, tokens])
)

/** Options that are missing, contradict each other or would be left aside. */
const optionFaults = (given: {
  readonly proposals: Option.Option<string>
  readonly ballots: Option.Option<string>
  readonly pb: Option.Option<string>
  readonly villages: Option.Option<string>
  readonly budget: Option.Option<number>
  readonly weights: Option.Option<string>
  readonly cap: Option.Option<string>
  readonly rule: string
  readonly completion: Option.Option<string>
  readonly step: Option.Option<number>
  readonly dictionary: Option.Option<string>
  readonly dictionarySource: Option.Option<string>
}): ReadonlyArray<CommandFaults.CommandFault> => {
  const voters = [["--ballots", given.ballots], ["--pb", given.pb], ["--villages", given.villages]] as const
  const spoken = voters.filter(([, one]) => Option.isSome(one)).map(([option]) => option)
  const idle = (option: string, only: string) => ({ _tag: "OptionIdle", option, only } as const)
  const ofBallots = spoken.length === 1 && spoken[0] !== "--villages"
  return [
    ...(spoken.length > 1 ? [{ _tag: "ChooseOne", options: spoken } as const] : []),
    ...(Option.isNone(given.proposals) && Option.isNone(given.pb) ? [{ _tag: "ChooseOne", options: ["--proposals", "--pb"] } as const] : []),
    ...(ofBallots && Option.isSome(given.weights) ? [idle("--weights", "--villages")] : []),
    ...(ofBallots && Option.isSome(given.cap) ? [idle("--cap", "--villages")] : []),
    ...(Option.isSome(given.cap) && Result.isFailure(Electorate.ofVillages([], "villages-equal", given.cap.value)) ? [{ _tag: "OptionMiswritten", option: "--cap", found: given.cap.value, example: "--cap 1/5 (0 < cap <= 1)" } as const] : []),
    ...(Option.isSome(given.completion) && given.rule === "greedy" ? [idle("--completion", "--rule equal-shares")] : []),
    ...(Option.isSome(given.step) && (given.rule === "greedy" || Option.getOrElse(given.completion, () => "add1") !== "add1") ? [idle("--step", "--completion add1")] : []),
    ...(Option.isSome(given.dictionarySource) && Option.isNone(given.dictionary) ? [idle("--dictionary-source", "--dictionary")] : []),
    ...Options.rangeFaults("--budget", Option.getOrUndefined(given.budget), 1, Number.MAX_SAFE_INTEGER),
    ...Options.rangeFaults("--step", Option.getOrUndefined(given.step), 1, Number.MAX_SAFE_INTEGER)
  ]
}

/** The share of voice alone: nothing is chosen where no budget is given, so no draw can stand in its way. */
const listened = (
  { voice, unmapped, whole }: ServiceVoice.Heard,
  corrections: ReadonlyArray<Correction.Correction>,
  { format, lang, out }: { readonly format: Options.Format; readonly lang: Sentences.Language; readonly out: Option.Option<string> }
) =>
  Effect.gen(function*() {
    if (Option.isSome(out)) {
      yield* Output.write(out.value, (folder) =>
        Effect.gen(function*() {
          for (const grid of [voice, unmapped]) yield* folder.write(`${grid.name}.csv`, Grid.csv(grid))
          yield* folder.write("voice.xlsx", Grid.workbook([voice, unmapped]))
        }), (files) => files.includes("voice.csv") && files.includes("unmapped.csv"))
    }
    yield* Screen.note(
      ...corrections.map((correction) => Corrections.sentence(correction, lang)),
      ...whole.unmapped.map((kind) => Voices.unmapped(kind, lang)),
      ...whole.unlisted.map((service) => Voices.unlisted(service, lang))
    )
    yield* Screen.print(
      format === "json" ? JSON.stringify({ voice: Grid.objects(voice), unmapped: whole.unmapped, unlisted: whole.unlisted }, null, 2) : Grid.show(voice, format),
      ...(format === "table" && Option.isSome(out) ? [`${out.value}: voice.csv, unmapped.csv, voice.xlsx`] : [])
    )
  })

/** Runs a choice to its end. Between runs signals are heard, and a terminal hears how far it is once a second has passed. */
const driven = <A>(steps: Generator<EqualShares.Progress, A>, sentence: (progress: EqualShares.Progress) => string): Effect.Effect<A> =>
  Effect.gen(function*() {
    const screen = Screen.telling()
    let rested = performance.now()
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        screen.end()
        return step.value
      }
      if (performance.now() - rested < 50) continue
      screen.say(sentence(step.value))
      yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      rested = performance.now()
    }
  })

/** The sheet that says what the answers are worth and how they came about. */
const standing = (result: Readonly<Record<string, unknown>>, lang: Sentences.Language): Sheet.Sheet => {
  const rows = [
    ["standing", Voices.standing(lang)],
    ...["rule", "completion", "utility", "weighting", "budget", "spent", "raises", "engine"].flatMap((name) =>
      result[name] === undefined ? [] : [[name, typeof result[name] === "object" ? JSON.stringify(result[name]) : String(result[name])]])
  ]
  return { name: "standing", size: rows.length, columns: [Sheet.text("name", rows.map(([name]) => name!)), Sheet.text("content", rows.map(([, content]) => content!))] }
}

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
