/**
 * `timbang select | check | explain | compare`: the selection stage on the command line.
 *
 * @since 0.1.0
 */
import { stat } from "node:fs/promises"
import type { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Comparison, Explanation, FillingNumbers, type Selection } from "@timbang/core/selection"
import { Counting, Explanations, Problems, Sentences } from "@timbang/language"
import { CsvWriter, Output, Sheet } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, EndWith } from "../../Exit.ts"
import * as LayoutOption from "../../LayoutOption.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as OfficialCheck from "../OfficialCheck.ts"
import * as Refusal from "../Refusal.ts"
import type * as RoundFiles from "../RoundFiles.ts"
import * as ResultSheet from "../ResultSheet.ts"
import * as RunFolder from "../RunFolder.ts"
import * as RunOptions from "../RunOptions.ts"
import * as SelectRun from "../SelectRun.ts"

/** `timbang select`. */
export const select = Command.make("select", {
  ...RunOptions.flags,
  formations: Options.path("formations").pipe(Flag.withDescription("CSV/XLSX: formation, position, education, location, category, seats")),
  participants: Options.path("participants").pipe(Flag.withDescription("CSV/XLSX/NDJSON: participant, formation, nilai setiap komponen / one column for each component")),
  events: Options.path("events").pipe(Flag.optional, Flag.withDescription("CSV/XLSX kejadian: tidak hadir, koreksi, surat / recorded events")),
  layout: LayoutOption.flag,
  workbook: Flag.Literals("xlsx", ["auto", "always", "never"]).pipe(Flag.withDefault("auto"), Flag.withDescription(`auto: sampai ${RunFolder.mostWorkbookRows} baris / up to that many rows`)),
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const asked = yield* RunOptions.read(given)
    const { ruleSet } = asked
    const layouts = yield* LayoutOption.read(given.layout, ["formations", "participants"], lang)
    const ofFilling = asked.options.stage === "final" && asked.options.filling?.isRun !== false ? FillingNumbers.unknown({ ruleSet, generalMinimums: [] }) : []
    if (ofFilling.length > 0) yield* Screen.note(Problems.ifSeatsStayEmpty(ofFilling, lang))
    const bytes = yield* Effect.promise(() => stat(given.participants).then(({ size }) => size, () => 0))
    const progress = Screen.reading(given.participants, bytes)
    const files: RoundFiles.Given = { ...given, events: Option.getOrUndefined(given.events), ruleSet, options: asked.options, onProgress: progress.onProgress, layouts }
    const ran = yield* SelectRun.run(files).pipe(Effect.ensuring(Effect.sync(progress.end)))
    const { inputs, options, participants, selection } = ran
    yield* Screen.note(...SelectRun.notes(ran, lang))
    const { isWorkbook, manifest } = yield* RunFolder.write(given.out, {
      selection,
      options,
      inputs,
      unknown: participants.unknown,
      participants: { path: given.participants, read: participants },
      workbook: given.workbook,
      lang
    })
    yield* Screen.print(
      Screen.table(lang === "id" ? ["kode", "arti", "peserta"] : ["code", "meaning", "participants"], ResultSheet.tally(selection, lang)),
      lang === "id"
        ? `${manifest.formations} formasi, ${manifest.seats} kebutuhan, ${manifest.participants} peserta.`
        : `${Counting.counted(manifest.formations, "formation")}, ${Counting.counted(manifest.seats, "seat")}, ${Counting.counted(manifest.participants, "participant")}.`,
      `${given.out}: result.csv${isWorkbook ? ", result.xlsx" : ""}, manifest.json, rules.json`
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Menyeleksi peserta dan menjelaskan setiap hasil / select and explain"),
    Command.withExamples([{ command: "timbang select --rules cpns-2024 --formations F.csv --participants P.csv --out hasil", description: "Hasil akhir / the final result" }])
  )

/** `timbang check`. */
export const check = Command.make("check", {
  official: Options.path("official").pipe(Flag.withDescription("Daftar resmi, CSV/XLSX / the official list")),
  rules: Options.rules,
  formations: Options.path("formations").pipe(Flag.optional, Flag.withDescription("Jumlah kebutuhan; tanpa ini diambil dari jumlah yang lulus / seats; without it, as many as are selected")),
  participants: Options.path("participants").pipe(Flag.optional, Flag.withDescription("Catatan instansi: nilai daftar dibandingkan, yang tidak dicetak diambil dari sini, peserta yang hilang dicari; perlu --formations / the host's own records, held against the list")),
  events: Options.path("events").pipe(Flag.optional, Flag.withDescription("CSV/XLSX kejadian: surat yang menetapkan urutan, koreksi / recorded events, such as letters that settled ties")),
  stage: Flag.String("stage").pipe(Flag.withDefault("final"), Flag.withDescription("Tahap daftar / stage of the list: skd, final, ...")),
  scoredOn: RunOptions.flags.scoredOn,
  lawLetter: Flag.String("law-letter").pipe(Flag.optional, Flag.withDescription("Surat yang memberlakukan aturan yang lebih muda dari nilainya / the letter by which rules younger than the scores apply")),
  supply: Options.supply,
  supplySource: Options.supplySource,
  layout: LayoutOption.flag,
  lang: Options.lang,
  out: Options.outFolder
}, (given) =>
  Effect.gen(function*() {
    const ruleSet = yield* RunOptions.ofCheck(given)
    const layouts = yield* LayoutOption.read(given.layout, ["official-list", "formations", "participants"], given.lang)
    const counted = yield* OfficialCheck.run({
      ruleSet,
      official: given.official,
      formations: Option.getOrUndefined(given.formations),
      participants: Option.getOrUndefined(given.participants),
      events: Option.getOrUndefined(given.events),
      stage: given.stage,
      scoredOn: Option.getOrUndefined(given.scoredOn) as Day.Day | undefined,
      lawLetter: Option.getOrUndefined(given.lawLetter),
      lang: given.lang,
      layouts,
      out: given.out
    })
    yield* Screen.prose(...counted.lines)
    if (counted.differing + counted.seatsDiffering + counted.missing > 0) return yield* Effect.fail(new EndWith({ code: codes.found }))
    if (counted.isInPart) return yield* Effect.fail(new EndWith({ code: codes.unsure }))
  }).pipe(Refusal.inWords(given.lang))).pipe(Command.withDescription("Menghitung ulang daftar resmi baris demi baris / recompute an official list"))

/** `timbang explain`. */
export const explain = Command.make("explain", {
  folder: Options.folderArgument("folder").pipe(Argument.withDescription("Folder hasil dari select / a folder that select wrote")),
  participant: Argument.String("participant").pipe(Argument.withDescription("Nomor peserta / participant number")),
  lang: Options.lang,
  format: Flag.Literals("format", ["text", "json"]).pipe(Flag.withDefault("text"), Flag.withDescription("json: penjelasan sebagai data / the explanation as data"))
}, ({ folder, format, lang, participant }) =>
  Effect.gen(function*() {
    const { selection } = yield* RunFolder.load(folder, lang)
    const row = selection.cohort.participant.indexOf(participant)
    if (row === -1) {
      return yield* Effect.fail(Options.refusal([{ _tag: "ParticipantNotThere", folder, participant }], lang))
    }
    const explanation = Explanation.explain(selection, row)
    yield* format === "json"
      ? Screen.print(JSON.stringify(explanation, null, 2))
      : Screen.prose(Explanations.text(explanation, lang).trimEnd())
  }).pipe(Refusal.inWords(lang))).pipe(Command.withDescription("Mengapa seorang peserta memperoleh hasil itu / why somebody got that outcome"))

/** `timbang compare`. */
export const compare = Command.make("compare", {
  before: Options.folderArgument("before").pipe(Argument.withDescription("Folder hasil semula / the folder of results before")),
  after: Options.folderArgument("after").pipe(Argument.withDescription("Folder hasil sesudahnya / the folder after")),
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional),
  format: Flag.Literals("format", ["table", "json"]).pipe(Flag.withDefault("table"), Flag.withDescription("json: semua perpindahan sebagai data / every move as data"))
}, ({ after, before, format, lang, out }) =>
  Effect.gen(function*() {
    const one = yield* RunFolder.load(before, lang)
    const two = yield* RunFolder.load(after, lang)
    const compared = Comparison.compare(one.selection, two.selection)
    const sheet = movesSheet(compared, { before: one.selection, after: two.selection }, lang)
    const lines = [countLine(compared, before, after, lang), ...standingLines([[before, one.selection], [after, two.selection]], lang)]
    if (Option.isSome(out)) {
      yield* Output.write(out.value, (folder) =>
        Effect.gen(function*() {
          yield* folder.write("moves.csv", CsvWriter.chunks(sheet))
          yield* folder.write("summary.txt", `${lines.join("\n")}\n`)
        }), (files) => files.includes("moves.csv"))
    }
    if (format === "json") {
      return yield* Screen.print(JSON.stringify({ standing: { before: one.manifest.standing, after: two.manifest.standing }, ...compared }, null, 2))
    }
    const shown = compared.moves.slice(0, 50)
    const words = Explanations.phrases(lang)
    yield* Screen.print(
      Screen.table(
        lang === "id" ? ["peserta", "formasi", "semula", "menjadi", "arah", "langkah"] : ["participant", "formation", "before", "after", "direction", "step"],
        shown.map((move) => [move.participant, move.formation, placeOf(move.before, finalDecimals(one.selection)), placeOf(move.after, finalDecimals(two.selection)), words.direction[move.direction], Explanations.difference(move.step, lang)])
      ),
      ...lines,
      ...(compared.moves.length > shown.length ? [lang === "id" ? `Ditampilkan ${shown.length}; semuanya dengan --out.` : `${shown.length} shown; all of them with --out.`] : [])
    )
  }).pipe(Refusal.inWords(lang))).pipe(Command.withDescription("Siapa yang naik atau turun, dan pada langkah mana / who gains, who loses, at which step"))

const countLine = ({ moves, onlyAfter, onlyBefore, unchanged }: Comparison.Comparison, before: string, after: string, lang: "id" | "en"): string =>
  lang === "id"
    ? `${moves.length} peserta berbeda, ${unchanged} sama, ${onlyBefore.length} hanya pada ${before}, ${onlyAfter.length} hanya pada ${after}.`
    : `${Counting.counted(moves.length, "participant differs", "participants differ")}, ${unchanged} do not, ${onlyBefore.length} only in ${before}, ${onlyAfter.length} only in ${after}.`

const standingLines = (runs: ReadonlyArray<readonly [folder: string, selection: Selection.Selection]>, lang: "id" | "en"): ReadonlyArray<string> =>
  runs.map(([folder, { options }]) => `${folder}: ${Sentences.say(Explanations.phrases(lang).standing, options.standing)}`)

const placeOf = ({ code, final, rank }: Comparison.Position, decimals: number): string =>
  [code, rank === undefined ? "" : `#${rank}`, final === undefined ? "" : Scaled.format(final, decimals)].filter((part) => part !== "").join(" ")

const finalDecimals = ({ plan, ruleSet }: Selection.Selection): number => plan.scales[ruleSet.ranking.final]?.decimals ?? 0

const movesSheet = ({ moves }: Comparison.Comparison, sides: { readonly before: Selection.Selection; readonly after: Selection.Selection }, lang: "id" | "en"): Sheet.Sheet => {
  const position = (when: "before" | "after"): ReadonlyArray<Sheet.Written> => [
    Sheet.text(`${when}Status`, moves.map((move) => move[when].code)),
    Sheet.integer(`${when}Rank`, moves.map((move) => move[when].rank ?? -1)),
    Sheet.decimal(`${when}Final`, moves.map((move) => move[when].final ?? -1), finalDecimals(sides[when]))
  ]
  return {
    name: "moves",
    size: moves.length,
    columns: [
      Sheet.text("participant", moves.map(({ participant }) => participant)),
      Sheet.text("formation", moves.map(({ formation }) => formation)),
      ...position("before"),
      ...position("after"),
      Sheet.text("direction", moves.map(({ direction }) => Explanations.phrases(lang).direction[direction])),
      Sheet.text("step", moves.map(({ step }) => step))
    ]
  }
}

