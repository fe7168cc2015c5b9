/**
 * `timbang needs ratio`: staff by the ratio or the scored table of a sector.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Formations, type Sentences, Workloads } from "@timbang/language"
import { WorkloadLaw } from "@timbang/regulations"
import { RatioFile } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as LawInForce from "../../LawInForce.ts"
import * as Ratios from "../Ratios.ts"
import * as Options from "../../Options.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** The command. */
export const ratio = Command.make("ratio", {
  kind: Flag.String("kind").pipe(Flag.withDescription("extension-workers (penyuluh pertanian), satpol; yang lain dengan / others with --people --per --ratio-source")),
  input: Options.path("input").pipe(Flag.withDescription("CSV/XLSX; timbang template ratio-count, ratio-score (satpol)")),
  on: Options.lawDay,
  people: Flag.Int("people").pipe(Flag.optional, Flag.withDescription("Rasio sendiri: sekian orang ... / own ratio: so many people ...")),
  per: Flag.Int("per").pipe(Flag.optional, Flag.withDescription("... untuk setiap sekian satuan / ... for every so many units")),
  ratioSource: Flag.String("ratio-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan rasio itu / the document that sets it")),
  bands: Options.path("bands").pipe(Flag.optional, Flag.withDescription("satpol: CSV/XLSX above, upTo, least, most; timbang template ratio-bands")),
  bandsSource: Flag.String("bands-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan rentang itu / the document that sets them")),
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { kind, lang } = given
    const on = yield* Options.day("--on", given.on, lang)
    if (Option.isSome(given.bands) !== Option.isSome(given.bandsSource)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionsTogether", options: ["--bands", "--bands-source"] }], lang))
    if (Option.isSome(given.bands) && kind !== "satpol") return yield* Effect.fail(Options.refusal([{ _tag: "OptionIdle", option: "--bands", only: "--kind satpol" }], lang))
    const own = Option.isSome(given.bands) ? yield* RatioFile.readBands(given.bands.value) : undefined
    const used = yield* ratioOf(given, on, own?.bands, lang)
    const read = used._tag === "Score" ? yield* RatioFile.readScored(given.input, used.scale) : yield* RatioFile.readCounted(given.input)
    const grid = yield* Effect.mapError(Effect.fromResult(Ratios.grid(read.units, used, lang)), ({ message }) => new CommandFailed({ code: codes.refused, lines: [message] }))
    const inputs = [read, ...(own === undefined ? [] : [own])]
    const source = { source: LegalSource.cite(used.source), confidence: used.source.confidence }
    const manifest = { format: 1, engine, kind, on, ...source, inputs: inputs.map(({ origin }) => origin) }
    yield* Answer.give({
      grids: [grid],
      workbook: "ratio",
      manifest: { file: "manifest.json", content: manifest },
      inputs,
      notes: LegalSource.needsWarning(used.source) ? [Formations.unverified(LegalSource.cite(used.source), lang)] : [],
      below: [source.source]
    }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Pegawai menurut rasio atau tabel nilai suatu urusan / staff by the ratio or the scored table of a sector"),
    Command.withExamples([{ command: "timbang needs ratio --kind satpol --input nilai.csv --on 2026-03-02", description: "Permendagri 60/2012" }])
  )

interface Given {
  readonly kind: string
  readonly people: Option.Option<number>
  readonly per: Option.Option<number>
  readonly ratioSource: Option.Option<string>
  readonly bandsSource: Option.Option<string>
}

/** The ratio of the host where one is given, else that of the law of the day. */
const ratioOf = (
  { bandsSource, kind, people, per, ratioSource }: Given,
  on: string,
  bands: Extract<Ratios.Ratio, { readonly _tag: "Score" }>["bands"] | undefined,
  lang: Sentences.Language
): Effect.Effect<Ratios.Ratio, CommandFailed> =>
  Effect.gen(function*() {
    if (Option.isSome(people) || Option.isSome(per) || Option.isSome(ratioSource)) {
      if (Option.isNone(people) || Option.isNone(per) || Option.isNone(ratioSource)) {
        return yield* Effect.fail(Options.refusal([{ _tag: "OptionsTogether", options: ["--people", "--per", "--ratio-source"] }], lang))
      }
      const faults = [...Options.rangeFaults("--people", people.value, 1, 1_000_000), ...Options.rangeFaults("--per", per.value, 1, 1_000_000_000)]
      if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
      return { _tag: "Count", people: people.value, units: per.value, source: { instrument: ratioSource.value, confidence: "host" } }
    }
    if (kind === "satpol") {
      const { source, value } = yield* LawInForce.at(WorkloadLaw.satpolBands, on, lang)
      return {
        _tag: "Score",
        scale: value.scale,
        bands: bands ?? value.bands,
        source: bands === undefined ? source : { instrument: Option.getOrElse(bandsSource, () => ""), confidence: "host" }
      }
    }
    if (kind !== "extension-workers") return yield* refused(Workloads.ratioUnknown(kind, Ratios.known, lang))
    const { source, value } = yield* LawInForce.at(WorkloadLaw.extensionWorkers, on, lang)
    return { _tag: "Count", ...value, source }
  })

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
