/**
 * `timbang needs workload`: the need of people by ABK, ABK-Kes, WISN or the teaching load.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Rounding } from "@timbang/core/number"
import { Formations, Workloads } from "@timbang/language"
import { ProjectionFile, WorkloadFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, CommandFailed } from "../../Exit.ts"
import * as LawInForce from "../../LawInForce.ts"
import * as Projecting from "../Projecting.ts"
import * as Staffing from "../Staffing.ts"
import * as Options from "../../Options.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** The command. */
export const workload = Command.make("workload", {
  norms: Flag.Literals("norms", WorkloadFile.norms).pipe(Flag.withDescription("abk, abk-kes, wisn, teachers (beban mengajar / teaching load)")),
  input: Options.path("input").pipe(Flag.withDescription("CSV/XLSX; kolom: timbang template workload-<norms>")),
  on: Options.lawDay,
  workingTime: Flag.Int("working-time").pipe(Flag.optional, Flag.withDescription("Waktu kerja efektif sendiri, menit setahun / own working time, minutes a year")),
  rounding: Flag.Literals("rounding", Rounding.roundings).pipe(Flag.optional, Flag.withDescription("Pembulatan kebutuhan sendiri, sekali setiap jabatan / own rounding of a need, once a position")),
  standardRounding: Flag.Literals("standard-rounding", Rounding.roundings).pipe(Flag.optional, Flag.withDescription("abk-kes: bulatkan SBK sebelum membagi; tanpa ini tidak / round the standard workload before dividing; not without it")),
  project: Options.path("project").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: unit, position, retiringYYYY, endingYYYY; proyeksi lima tahun / the five-year projection: projection.csv")),
  from: Flag.Int("from").pipe(Flag.optional, Flag.withDescription("Tahun pertama proyeksi; tanpa ini tahun --on / first year; the year of --on without it")),
  daysPerWeek: Flag.Int("days-per-week").pipe(Flag.optional, Flag.withDescription("WISN: minggu setahun = hari tersedia / angka ini; tanpa ini 52 / weeks a year by available days")),
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang, norms } = given
    const on = yield* Options.day("--on", given.on, given.lang)
    const faults = [
      ...(norms !== "wisn" && Option.isSome(given.daysPerWeek) ? [idle("--days-per-week", "--norms wisn")] : []),
      ...(norms !== "abk" && norms !== "abk-kes" && Option.isSome(given.workingTime) ? [idle("--working-time", "--norms abk, abk-kes")] : []),
      ...(norms !== "abk" && norms !== "abk-kes" && Option.isSome(given.rounding) ? [idle("--rounding", "--norms abk, abk-kes")] : []),
      ...(norms !== "abk-kes" && Option.isSome(given.standardRounding) ? [idle("--standard-rounding", "--norms abk-kes")] : []),
      ...(Option.isSome(given.from) && Option.isNone(given.project) ? [idle("--from", "--project")] : []),
      ...Options.rangeFaults("--working-time", Option.getOrUndefined(given.workingTime), 1, 1_000_000),
      ...Options.rangeFaults("--days-per-week", Option.getOrUndefined(given.daysPerWeek), 1, 7),
      ...Options.rangeFaults("--from", Option.getOrUndefined(given.from), 1900, 9999)
    ]
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const law = Staffing.lawOn(norms, on, {
      workingTime: Option.getOrUndefined(given.workingTime),
      daysPerWeek: Option.getOrUndefined(given.daysPerWeek),
      rounding: Option.getOrUndefined(given.rounding),
      standardRounding: Option.getOrUndefined(given.standardRounding)
    })
    if (Result.isFailure(law)) return yield* Effect.fail(LawInForce.refusal(law.failure, lang))
    const read = yield* WorkloadFile.read(given.input, norms)
    if (read.positions.length === 0) return yield* refused(`${read.file}: ${Workloads.noPositions(lang)}`)
    const staffed: Array<Staffing.Staffed> = []
    const problems: Array<string> = []
    for (const entry of read.positions) {
      const need = law.success.need(entry.work, lang)
      if (Result.isSuccess(need)) staffed.push({ entry, ...need.success })
      else problems.push(`${read.file}, ${lang === "id" ? "baris" : "row"} ${entry.row}, ${entry.unit}, ${entry.position}: ${Workloads.problem(need.failure, lang)}`)
    }
    if (problems.length > 0) return yield* refused(...problems)
    const needs = Staffing.needGrid(staffed, law.success, lang)
    const from = Option.getOrElse(given.from, () => Number(on.slice(0, 4)))
    const leaving = Option.isSome(given.project)
      ? yield* ProjectionFile.read(given.project.value, Array.from({ length: Projecting.span }, (_, i) => from + i), (rows) => Projecting.strangers(read, rows))
      : undefined
    const projected = leaving === undefined ? undefined : Projecting.grid(staffed, leaving, from)
    if (projected !== undefined && Result.isFailure(projected)) {
      return yield* refused(projected.failure.message)
    }
    const grids = [needs, Staffing.tasksGrid(staffed), ...(projected === undefined ? [] : [projected.success])] as const
    const inputs = [read, ...(leaving === undefined ? [] : [leaving])]
    const parameters = law.success.used.map(({ name, source }) => ({ name, source: LegalSource.cite(source), confidence: source.confidence }))
    const own = { ...Option.match(given.rounding, { onNone: () => ({}), onSome: (rounding) => ({ rounding }) }), ...Option.match(given.standardRounding, { onNone: () => ({}), onSome: (standardRounding) => ({ standardRounding }) }) }
    const manifest = { format: 1, engine, norms, on, workingTime: law.success.workingTime, ...own, parameters, inputs: inputs.map(({ origin }) => origin) }
    yield* Answer.give({
      grids,
      shown: [needs, ...(projected === undefined ? [] : [projected.success])],
      workbook: "workload",
      manifest: { file: "manifest.json", content: manifest },
      inputs,
      notes: law.success.used.flatMap(({ source, ...parameter }) => (LegalSource.needsWarning(source) ? [Formations.unverified(`${LawInForce.nameOf(parameter, lang)} (${LegalSource.cite(source)})`, lang)] : []))
    }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Kebutuhan pegawai menurut beban kerja / the need of people by workload"),
    Command.withExamples([{ command: "timbang needs workload --norms abk-kes --input workload.csv --out hasil", description: "Tenaga kesehatan / health workers" }])
  )

const idle = (option: string, only: string) => ({ _tag: "OptionIdle", option, only } as const)

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))
