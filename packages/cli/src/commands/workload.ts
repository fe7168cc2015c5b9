/**
 * `timbang needs workload`: the need of people by ABK, ABK-Kes, WISN or the teaching load.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Corrections, Formations, Workloads } from "@timbang/language"
import { Output, WorkloadFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Grid from "../Grid.ts"
import * as Staffing from "../needs/Staffing.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as Refusal from "../selection/Refusal.ts"
import { engine } from "../selection/RunFolder.ts"

/** The command. */
export const workload = Command.make("workload", {
  norms: Flag.Literals("norms", WorkloadFile.norms).pipe(Flag.withDescription("abk, abk-kes, wisn, teachers (beban mengajar / teaching load)")),
  input: Flag.Path("input").pipe(Flag.withDescription("CSV/XLSX; kolom: timbang template workload-<norms>")),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari hukum yang dipakai, YYYY-MM-DD; tanpa ini hari ini / day of the law; today without it")),
  workingTime: Flag.Int("working-time").pipe(Flag.optional, Flag.withDescription("Waktu kerja efektif sendiri, menit setahun / own working time, minutes a year")),
  daysPerWeek: Flag.Int("days-per-week").pipe(Flag.optional, Flag.withDescription("WISN: minggu setahun = hari tersedia / angka ini; tanpa ini 52 / weeks a year by available days")),
  format: Options.format,
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional)
}, (given) =>
  Effect.gen(function*() {
    const { lang, norms } = given
    const on = yield* Options.day("--on", given.on)
    const law = Staffing.lawOn(norms, on, {
      workingTime: Option.getOrUndefined(given.workingTime),
      daysPerWeek: Option.getOrUndefined(given.daysPerWeek)
    })
    if (Result.isFailure(law)) return yield* refused(law.failure.message)
    const read = yield* WorkloadFile.read(given.input, norms)
    const staffed: Array<Staffing.Staffed> = []
    const problems: Array<string> = []
    for (const entry of read.positions) {
      const need = law.success.need(entry.work, lang)
      if (Result.isSuccess(need)) staffed.push({ entry, ...need.success })
      else problems.push(`${entry.unit}, ${entry.position}: ${Workloads.problem(need.failure, lang)}`)
    }
    if (problems.length > 0) return yield* refused(...problems)
    const needs = Staffing.needGrid(staffed, law.success)
    const parameters = law.success.used.map(({ name, source }) => ({ name, source: LegalSource.cite(source), confidence: source.confidence }))
    const manifest = { format: 1, engine, norms, on, workingTime: law.success.workingTime, parameters, inputs: [read.origin] }
    if (Option.isSome(given.out)) {
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          yield* folder.write("workload.csv", Grid.csv(needs))
          yield* folder.write("tasks.csv", Grid.csv(Staffing.tasksGrid(staffed)))
          yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
        }), (files) => files.includes("workload.csv"))
    }
    yield* Screen.note(
      ...read.corrections.map((correction) => Corrections.sentence(correction, lang)),
      ...law.success.used.flatMap(({ name, source }) => (LegalSource.needsWarning(source) ? [Formations.unverified(`${name} (${LegalSource.cite(source)})`, lang)] : []))
    )
    if (given.format === "json") return yield* Screen.print(JSON.stringify({ ...manifest, needs: Grid.objects(needs) }, null, 2))
    yield* Screen.print(
      Grid.show(needs, given.format),
      ...(given.format === "table" && Option.isSome(given.out) ? [`${given.out.value}: workload.csv, tasks.csv, manifest.json`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Kebutuhan pegawai menurut beban kerja / the need of people by workload"),
    Command.withExamples([{ command: "timbang needs workload --norms abk-kes --input workload.csv --out hasil", description: "Tenaga kesehatan / health workers" }])
  )

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))
