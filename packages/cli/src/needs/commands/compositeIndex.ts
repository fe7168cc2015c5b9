/**
 * `timbang needs index`: a composite index, ready or one's own, and what one change of it would move.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Document, IndexReplay, Uncertainty } from "@timbang/core/needs"
import { Analyses, Needs } from "@timbang/language"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as AnalysisGrids from "../AnalysisGrids.ts"
import * as IndexGrids from "../IndexGrids.ts"
import * as IndexRun from "../IndexRun.ts"
import * as ModelFile from "../ModelFile.ts"
import * as Varying from "../Varying.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** The command. */
export const compositeIndex = Command.make("index", {
  ready: Flag.Literals("ready", IndexRun.readyNames).pipe(Flag.optional, Flag.withDescription("Model siap pakai / a ready model; timbang template index-<ready>")),
  model: Options.path("model").pipe(Flag.optional, Flag.withDescription("Model indeks sendiri, YAML atau JSON / a model of one's own")),
  replay: Options.path("replay").pipe(Flag.optional, Flag.withDescription("index.json dari hasil sebelumnya / of an earlier run")),
  data: Options.path("data").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: unit, satu kolom per indikator / one column for each indicator")),
  on: Options.lawDay,
  change: Options.path("change").pipe(Flag.optional, Flag.withDescription("YAML/JSON: satu perubahan langkah atau angka / one change of a step or figure")),
  vary: Flag.Boolean("vary").pipe(Flag.withDefault(false), Flag.withDescription("Geser semua bobot: selang peringkat dan indeks Sobol / move all weights: rank intervals and Sobol indices")),
  ...Varying.options,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const [ready, model, replay, data, change] = [given.ready, given.model, given.replay, given.data, given.change].map(Option.getOrUndefined) as
      [IndexRun.ReadyName | undefined, ...ReadonlyArray<string | undefined>]
    const sources = [ready, model, replay].filter((one) => one !== undefined).length
    if (sources !== 1 || (replay === undefined) !== (data !== undefined)) return yield* refused(Analyses.nameOneIndex(lang))
    if (!given.vary && Option.isSome(given.of)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionIdle", option: "--of", only: "--vary" }], lang))
    const day = yield* Options.day("--on", given.on, lang)
    const computed = ready !== undefined
      ? yield* IndexRun.ofReady(ready, day, data!, lang)
      : model !== undefined ? yield* IndexRun.ofModel(model, data!, lang) : yield* IndexRun.ofLog(replay!, lang)
    const replayed = change === undefined ? undefined : yield* replayOf(change, computed, lang)
    const now: IndexRun.Computed = replayed === undefined ? computed : { ...computed, outcome: replayed.outcome }
    const { outcome } = now
    const unit = Option.getOrUndefined(given.of)
    if (unit !== undefined && !outcome.units.includes(unit)) return yield* refused(Analyses.unitAbsent(unit, outcome.units, lang))
    const { coverage, draws, seed, spread } = given
    const varied = !given.vary ? undefined : yield* IndexRun.inWords(data ?? replay!, lang, Result.flatMap(
      Uncertainty.variants(outcome, { weightSpread: spread }),
      (variants) => Varying.vary(variants, { spread, draws, seed, coverage, ...(unit === undefined ? {} : { of: unit }) }, Screen.evaluations(draws * (variants.inputs.length + 3) + 1))
    ))
    const shares = varied === undefined || "_tag" in varied.shares ? undefined : varied.shares
    const indexGrid = IndexGrids.index(now)
    const shown = [
      ...(replayed === undefined ? [indexGrid] : [IndexGrids.differences(replayed.differences)]),
      ...(varied === undefined ? [] : [AnalysisGrids.intervals(varied.intervals), ...(shares === undefined ? [] : [AnalysisGrids.sobol(shares)])])
    ]
    const grids = [indexGrid, ...shown.filter((grid) => grid !== indexGrid), IndexGrids.contributions(now), IndexGrids.steps(now)] as const
    const written = {
      format: 1,
      engine,
      ...(ready === undefined ? {} : { ready, on: day }),
      ...(now.source === undefined ? {} : { source: LegalSource.cite(now.source), confidence: now.source.confidence }),
      ...(varied === undefined ? {} : { varied: { of: unit ?? "mean shift of ranks", spread, draws, seed, coverage } }),
      inputs: now.read === undefined ? [] : [now.read.origin],
      log: outcome.log
    }
    yield* Answer.give({
      grids,
      shown,
      workbook: "index",
      manifest: { file: "index.json", content: written },
      inputs: now.read === undefined ? [] : [now.read],
      notes: [...now.notes, ...(varied !== undefined && "_tag" in varied.shares ? [Needs.problem(varied.shares, lang)] : [])]
    }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Indeks komposit: IPM, HDI, IDM, IKLH, atau model sendiri / a composite index, ready or one's own"),
    Command.withExamples([
      { command: "timbang needs index --ready ipm --data ipm.csv --out ipm", description: "IPM metode baru, dengan kelasnya / with its class" },
      { command: "timbang needs index --replay ipm/index.json --change ubah.yaml", description: "Apa yang bergeser oleh satu perubahan / what one change moves" }
    ])
  )

const replayOf = (path: string, { outcome }: IndexRun.Computed, lang: "id" | "en") =>
  Effect.gen(function*() {
    const change = yield* IndexRun.inWords(path, lang, Document.indexChange(yield* ModelFile.data(path, lang)))
    return yield* IndexRun.inWords(path, lang, IndexReplay.replay(outcome.log, change))
  })

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))
