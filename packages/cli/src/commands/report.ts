/**
 * `timbang report`: prints what another command has computed as one HTML file that stands alone.
 *
 * @since 0.1.0
 */
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Sentences } from "@timbang/language"
import type { ReportFile } from "@timbang/report"
import { XlsxWriter } from "@timbang/source-files"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as NeedsFolder from "../needs/NeedsFolder.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"

type Report = typeof import("@timbang/report")

const of = <Kind extends keyof ReportFile.Kinds>(
  kind: Kind,
  description: string,
  render: (report: Report, content: ReportFile.Kinds[Kind], language: Sentences.Language) => string
) =>
  Command.make(kind, {
    folder: Argument.Path("DIR"),
    out: Options.outFile,
    lang: Options.lang
  }, ({ folder, lang, out }) =>
    Effect.gen(function*() {
      const path = join(folder, `${kind}.json`)
      const text = yield* attempt(path, () => readFile(path, "utf8"))
      // Loaded here: drawing charts brings more code than all other commands together.
      const report = yield* Effect.promise(() => import("@timbang/report"))
      const read = Effect.fromResult(report.ReportFile.read(kind, text))
      const content = yield* Effect.mapError(read, (error) => refused(path, error))
      yield* attempt(out, () => writeFile(out, render(report, content, lang), { flag: "wx" }))
      yield* Screen.print(out)
    })).pipe(Command.withDescription(description))

const needs = Command.make("needs", {
  folder: Argument.Path("DIR"),
  out: Options.outFile,
  xlsx: Flag.Boolean("xlsx").pipe(
    Flag.withDefault(false),
    Flag.withDescription("Juga buku kerja di sampingnya / a workbook beside it as well")
  ),
  lang: Options.lang
}, ({ folder, lang, out, xlsx }) =>
  Effect.gen(function*() {
    const path = join(folder, "needs.json")
    const text = yield* attempt(path, () => readFile(path, "utf8"))
    const { NeedsReport, ReportFile } = yield* Effect.promise(() => import("@timbang/report"))
    const facts = yield* Effect.mapError(Effect.fromResult(ReportFile.read("needs", text)), (error) => refused(path, error))
    yield* attempt(out, () => writeFile(out, NeedsReport.render(facts, lang), { flag: "wx" }))
    yield* Screen.print(out)
    if (!xlsx) return
    const workbook = `${out.replace(/\.html?$/i, "")}.xlsx`
    const bytes = yield* Effect.promise(() => XlsxWriter.bytes(NeedsFolder.sheets(facts, lang)))
    yield* attempt(workbook, () => writeFile(workbook, bytes, { flag: "wx" }))
    yield* Screen.print(workbook)
  })).pipe(Command.withDescription("Laporan kebutuhan dari DIR hasil `timbang needs score` / the report of a score of needs"))

/** The command and its parts. */
export const report = Command.make("report").pipe(
  Command.withDescription("Laporan HTML dalam tiga panjang: warga, pejabat, auditor / HTML reports in three lengths"),
  Command.withSubcommands([
    needs,
    of(
      "evaluation",
      "Laporan evaluasi dari DIR/evaluation.json / the report of an evaluated round",
      ({ EvaluationReport }, content, language) => EvaluationReport.render(content, language)
    ),
    of(
      "performance",
      "Laporan kinerja dari DIR/performance.json / the report of a period",
      ({ PerformanceReport }, content, language) => PerformanceReport.render(content, language)
    )
  ])
)

const attempt = <A>(path: string, run: () => Promise<A>): Effect.Effect<A, CommandFailed> =>
  Effect.tryPromise({ try: run, catch: (error) => refused(path, error as Error) })

const refused = (path: string, error: Error): CommandFailed =>
  new CommandFailed({ code: codes.refused, lines: [`${path}: ${error.message}`] })
