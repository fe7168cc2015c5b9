/**
 * `timbang needs minimum`: which kinds of worker a health centre lacks, by the minimum of a day.
 *
 * @since 0.1.0
 */
import { MinimumFile } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import * as Minimums from "../Minimums.ts"
import * as Options from "../../Options.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** The command. */
export const minimum = Command.make("minimum", {
  input: Options.path("input").pipe(Flag.withDescription("CSV/XLSX: unit, place, inpatient, kind, asn, others; timbang template minimum")),
  table: Flag.Literals("table", Minimums.tables).pipe(Flag.withDefault("puskesmas"), Flag.withDescription("puskesmas: Permenkes 75/2014; dashboard: dasbor kementerian, tanpa dasar hukum / the ministry's dashboard, without legal basis")),
  on: Options.lawDay,
  required: Options.path("required").pipe(Flag.optional, Flag.withDescription("Angka sendiri, CSV/XLSX: place, inpatient, kind, required; timbang template minimum-required")),
  requiredSource: Flag.String("required-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan angka itu / the document that sets them")),
  counted: Flag.Literals("count", ["all", "asn"]).pipe(Flag.withDefault("all"), Flag.withDescription("Yang dihitung: semua orang atau ASN saja / who counts: everybody or civil servants only")),
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { counted, lang, table } = given
    const on = yield* Options.day("--on", given.on, lang)
    if (Option.isSome(given.required) !== Option.isSome(given.requiredSource)) return yield* Effect.fail(Options.refusal([{ _tag: "OptionsTogether", options: ["--required", "--required-source"] }], lang))
    const own = Option.isSome(given.required) ? yield* MinimumFile.readRequired(given.required.value) : undefined
    const source = { instrument: Option.getOrElse(given.requiredSource, () => ""), confidence: "host" } as const
    const minimums = yield* Effect.fromResult(Minimums.minimumsOn(table, on, own === undefined ? undefined : { rows: own.rows, source }, lang))
    const staff = yield* MinimumFile.readStaff(given.input, (read) => Minimums.strangers(read, minimums))
    const grids = Minimums.compare(staff.rows, minimums, counted, lang)
    const inputs = [staff, ...(own === undefined ? [] : [own])]
    const manifest = { format: 1, engine, table, on, counted, inputs: inputs.map(({ origin }) => origin) }
    yield* Answer.give({ grids, workbook: "minimum", manifest: { file: "manifest.json", content: manifest }, inputs, notes: [] }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Kekurangan tenaga puskesmas menurut jenisnya / which kinds of worker a health centre lacks"),
    Command.withExamples([{ command: "timbang needs minimum --input tenaga.csv --on 2018-06-30", description: "Permenkes 75/2014" }])
  )

