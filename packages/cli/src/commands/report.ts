/**
 * `timbang report`: prints what another command has computed as one HTML file that stands alone, and beside it as a workbook
 * a Word document or pictures of its charts where asked for.
 *
 * @since 0.1.0
 */
import { access, writeFile } from "node:fs/promises"
import type { Sentences } from "@timbang/language"
import type { ReportFile } from "@timbang/report"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import type { CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Workbook from "../report/Workbook.ts"
import * as Screen from "../Screen.ts"

type Report = typeof import("@timbang/report")

const of = <Kind extends keyof ReportFile.Kinds>(
  kind: Kind,
  description: string,
  render: (report: Report, content: ReportFile.Kinds[Kind], language: Sentences.Language) => string
) =>
  Command.make(kind, {
    folder: Options.pathArgument("DIR"),
    out: Options.outFile,
    xlsx: Flag.Boolean("xlsx").pipe(Flag.withDefault(false), Flag.withDescription("Juga buku kerja, FILE.xlsx / a workbook as well")),
    docx: Flag.Boolean("docx").pipe(Flag.withDefault(false), Flag.withDescription("Juga dokumen Word, FILE.docx / a Word document as well")),
    charts: Flag.Boolean("charts").pipe(Flag.withDefault(false), Flag.withDescription("Juga setiap grafik, FILE-1.svg dan FILE-1.png / every chart as well")),
    lang: Options.lang
  }, ({ charts, docx, folder, lang, out, xlsx }) =>
    Effect.gen(function*() {
      const content = yield* ResultFile.read(kind, folder, lang)
      const report = yield* Effect.promise(() => import("@timbang/report"))
      const page = render(report, content, lang)
      const outline = () => report.Outline.of(page)
      const drawings = () => outline().blocks.flatMap((block) => (block._tag === "Chart" ? [block.svg] : []))
      const beside = (ending: string) => out.replace(/\.html?$/i, "") + ending
      const files: ReadonlyArray<readonly [string, () => string | Promise<Uint8Array | AsyncIterable<Uint8Array>>]> = [
        [out, () => page],
        ...(xlsx ? [[beside(".xlsx"), async () => Workbook.chunks(outline(), await Promise.all(drawings().map((chart) => report.Picture.png(chart))))] as const] : []),
        ...(docx ? [[beside(".docx"), () => report.Word.render(outline())] as const] : []),
        ...(charts ? drawings() : []).flatMap((chart, at) => [
          [beside(`-${at + 1}.svg`), () => report.Picture.svg(chart)] as const,
          [beside(`-${at + 1}.png`), async () => (await report.Picture.png(chart)).png] as const
        ])
      ]
      // Nothing is written when one of the files is there already.
      for (const [file] of files) yield* attempt(file, lang, () => absent(file))
      for (const [file, contents] of files) yield* attempt(file, lang, async () => writeFile(file, await contents(), { flag: "wx" }))
      yield* Screen.print(...files.map(([file]) => file))
    })).pipe(Command.withDescription(description))

/** The command and its parts. */
export const report = Command.make("report").pipe(
  Command.withDescription("Laporan HTML dalam tiga panjang: warga, pejabat, auditor / HTML reports in three lengths"),
  Command.withSubcommands([
    of(
      "needs",
      "Laporan kebutuhan dari DIR hasil `timbang needs score` / the report of a score of needs",
      ({ NeedsReport }, content, language) => NeedsReport.render(content, language)
    ),
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

const attempt = <A>(path: string, lang: Sentences.Language, run: () => Promise<A>): Effect.Effect<A, CommandFailed> =>
  Effect.tryPromise({ try: run, catch: (error) => ResultFile.trouble(path, error, lang) })

const absent = (path: string): Promise<void> =>
  access(path).then(() => Promise.reject(Object.assign(new Error(path), { code: "EEXIST" })), () => undefined)
