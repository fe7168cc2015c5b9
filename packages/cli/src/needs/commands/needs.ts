/**
 * `timbang needs`: what staff the conditions of each unit ask for, and how sure that is.
 *
 * @since 0.1.0
 */
import { FigureNote } from "@timbang/core/input"
import type { NeedScore } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { LegalSource } from "@timbang/core/law"
import { Corrections, FigureNotes, Formations, Needs, type Sentences, Voices } from "@timbang/language"
import type { NeedsReport } from "@timbang/report"
import { CsvWriter, VoiceFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as CellsOf from "../CellsOf.ts"
import * as DataFolder from "../DataFolder.ts"
import * as ModelFile from "../ModelFile.ts"
import * as NeedsFolder from "../NeedsFolder.ts"
import * as Scoring from "../Scoring.ts"
import * as ServiceVoice from "../ServiceVoice.ts"
import * as Shapes from "../Shapes.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Signals from "../../Signals.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { analyse } from "./analyse.ts"
import { minimum } from "./minimum.ts"
import { ratio } from "./ratio.ts"
import { compositeIndex } from "./compositeIndex.ts"
import { fetch } from "./fetch.ts"
import { staff } from "./staff.ts"
import { workload } from "./workload.ts"

const score = Command.make("score", {
  model: Options.path("model").pipe(Flag.withDescription("Model kebutuhan, YAML atau JSON / the model of needs")),
  data: Options.path("data").pipe(Flag.withDescription("Folder berkas angka / folder of the files of figures")),
  out: Options.outFolder,
  voice: Options.path("voice").pipe(Flag.optional, Flag.withDescription("voice.csv dari voice choose --dictionary: suara warga di samping kebutuhan / citizens' voice beside the need")),
  seats: Options.seats,
  format: Options.format,
  lang: Options.lang
}, ({ data: dataFolder, format, lang, model: path, out, seats, voice: voiceFile }) =>
  Effect.gen(function*() {
    const model = yield* ModelFile.load(path, lang)
    const data = yield* DataFolder.read(model, dataFolder, lang)
    const map = yield* Shapes.read(model, dataFolder, lang)
    const filled = DataFolder.fill(model.needs, data)
    const heard = Option.isSome(voiceFile)
      ? yield* Effect.fromResult(ServiceVoice.beside(filled, path, yield* VoiceFile.read(voiceFile.value, (read) => ServiceVoice.strangers(filled, path, read))))
      : { needs: filled, voice: undefined }
    const { needs } = heard
    const scored = Signals.endAtOnce(() => Scoring.score({ ...model, needs }, data, map, Option.getOrUndefined(seats), heard.voice))
    const facts = yield* Effect.fromResult(Result.mapError(scored, (found) => withCells(inWords(found, lang, path), found, data, lang)))
    yield* NeedsFolder.write(out, { model, needs, facts, lang })
    yield* Screen.note(...warnings(facts, lang))
    yield* Screen.print(shown(facts, format, lang))
  }).pipe(Refusal.inWords(lang))).pipe(
    Command.withDescription(
      "Indeks dengan selang peringkat dan kebutuhan setiap rumpun jabatan / " +
        "an index with rank intervals, and the need of every job family"
    )
  )

/** The command and its parts. */
export const needs = Command.make("needs").pipe(
  Command.withDescription("Kebutuhan pegawai dari keadaan daerah / staffing needs from real conditions"),
  Command.withSubcommands([score, workload, staff, fetch, minimum, ratio, analyse, compositeIndex])
)

/** The failure of a score in the language asked for, with the file of the model it was found in. */
export const inWords = (found: Scoring.Problem, lang: Sentences.Language, model: string): CommandFailed => {
  if (found instanceof CommandFailed) return found
  if (found._tag === "PostsNotShared") return new CommandFailed({ code: codes.refused, lines: [`--seats: ${Formations.problem(found.problem, lang)}`] })
  const { code, lines } = ModelFile.problem(found, lang)
  return new CommandFailed({ code, lines: lines.map((line) => `${model}: ${line}`) })
}

/** The failure with the cells of the files behind it: those that were refused, and the one whose figure cannot be used. */
const withCells = (
  failed: CommandFailed,
  found: Scoring.Problem,
  { notes, places }: DataFolder.Data,
  lang: Sentences.Language
): CommandFailed => {
  const cells = CellsOf.problem(found)
  const refused = notes.filter((note) => FigureNote.isRefused(note) && "indicator" in note && cells.missing.has(note.indicator))
  const used = places.filter(({ indicator, region }) => cells.used.some((one) => one.indicator === indicator && one.unit === region))
  return new CommandFailed({
    code: failed.code,
    lines: [...refused.map((note) => FigureNotes.line(note, lang)), ...used.map((place) => FigureNotes.origin(place, lang)), ...failed.lines]
  })
}

/** What nobody should overlook: an unverified policy, corrections, refusals. */
const warnings = (
  { corrections, notes, scores }: NeedsReport.Facts,
  lang: Sentences.Language
): ReadonlyArray<string> => [
  ...scores.warnings.map((source) => {
    const note = source.note === undefined ? "" : ` (${source.note})`
    return `${lang === "id" ? "Belum diverifikasi" : "Not verified"}: ${LegalSource.cite(source)}${note}`
  }),
  ...corrections.map((correction) => Corrections.sentence(correction, lang)),
  ...notes.map((note) => FigureNotes.line(note, lang))
]

const shown = (facts: NeedsReport.Facts, format: Options.Format, lang: Sentences.Language): string => {
  if (format === "csv") return CsvWriter.text(NeedsFolder.claims(facts, lang)).trimEnd()
  if (format === "json") return JSON.stringify(asJson(facts, lang), null, 2)
  const titleOf = NeedsFolder.titlesOf(facts.units, facts.jobFamilies, facts.titles)
  const [unit, rank, interval] = lang === "id" ? ["unit", "peringkat", "selang"] : ["unit", "rank", "interval"]
  const scores = Screen.table(
    [
      unit!,
      ...(facts.index === undefined ? [] : [facts.index.title, rank!, interval!]),
      ...facts.jobFamilies.map(({ title }) => title)
    ],
    facts.scores.units.map(({ jobFamilies, unit: id }, at) => [
      titleOf(id),
      ...(facts.index === undefined ? [] : indexCells(facts.index, at)),
      ...jobFamilies.map(({ claim }) => Fraction.toNumber(claim).toFixed(2))
    ])
  )
  return facts.voice === undefined ? scores : [scores, ...voiceTable(facts.voice, facts.sectors, lang)].join("\n")
}

/** Beside the score: what citizens ask for, by sector. */
const voiceTable = ({ dictionary, on, sectors, unmapped }: NeedsReport.Voice, titles: NeedsReport.Facts["sectors"], lang: Sentences.Language) => {
  const [sector, count, share] = lang === "id" ? ["urusan", "usulan", "bagian suara"] : ["sector", "proposals", "share of voice"]
  return [
    Screen.table([sector!, count!, share!], sectors.map((one) => [titles.find(({ id }) => id === one.sector)?.title ?? one.sector, one.proposals, (one.proposals / one.of).toFixed(3)])),
    Voices.heard({ dictionary, on, unmapped }, lang)
  ]
}

const indexCells = ({ index, intervals, ranks }: NeedsReport.Index, at: number): ReadonlyArray<string | number> => {
  const { high, low } = intervals.units[at]!
  return [index[at]!.toFixed(2), ranks[at]!, low === high ? String(low) : `${low}-${high}`]
}

/** Exact amounts as fractions in texts. */
const asJson = (
  { claims, index, jobFamilies, posts, scores, titles, units, voice }: NeedsReport.Facts,
  lang: Sentences.Language
) => ({
  units: scores.units.map(({ jobFamilies: families, sectors, unit }, at) => ({
    unit,
    ...(index === undefined
      ? {}
      : { index: index.index[at], rank: index.ranks[at], ranks: pick(index.intervals.units[at]!) }),
    sectors: sectors.map(({ index: need, parts, sector, voice: heard }) => ({
      sector,
      need: Fraction.format(need),
      ...(heard === undefined ? {} : { voice: Fraction.format(heard) }),
      parts: partsOf(parts)
    })),
    jobFamilies: families.map((family) => ({
      jobFamily: family.jobFamily,
      workload: Fraction.format(family.workload),
      extra: Fraction.format(family.extra),
      claim: Fraction.format(family.claim),
      parts: partsOf(family.parts),
      ...pick(claims.find((one) => one.unit === unit && one.jobFamily === family.jobFamily)!),
      reason: Needs.claim(family, lang, NeedsFolder.titlesOf(units, jobFamilies, titles))
    }))
  })),
  ...(posts === undefined ? {} : { posts }),
  ...(voice === undefined ? {} : { voice })
})

const pick = ({ high, low }: { readonly low: number; readonly high: number }) => ({ low, high })

const partsOf = (parts: ReadonlyArray<NeedScore.Part>) =>
  parts.map(({ amount, driver, indicator }) => ({ driver, indicator, amount: Fraction.format(amount) }))
