/**
 * `timbang rules`: which rule sets there are, what one says, and empty files with its columns.
 *
 * @since 0.1.0
 */
import { writeFile } from "node:fs/promises"
import { LegalSource } from "@timbang/core/law"
import { Announcement, RuleSetNumbers, type RuleSet } from "@timbang/core/selection"
import { Corrections, Explanations, RuleSetProblems, RuleSetTitles, type Sentences } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { EventsFile, FormationsFile, ParticipantsFile, Template, TestsFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../Refusal.ts"
import * as RuleSetSource from "../RuleSetSource.ts"

const list = Command.make("list", { lang: Options.lang }, ({ lang }) =>
  Screen.print(Screen.table(
    lang === "id"
      ? ["id", "judul", "berlaku", "tidak diketahui", "belum diverifikasi"]
      : ["id", "title", "holds", "unknown", "not verified"],
    RuleSets.all.map((ruleSet) => [
      ruleSet.id,
      RuleSetTitles.of(ruleSet.title, lang),
      ruleSet.holds.until === undefined ? `${ruleSet.holds.from} –` : `${ruleSet.holds.from} – ${ruleSet.holds.until}`,
      RuleSetNumbers.unknowns(ruleSet).length,
      RuleSetNumbers.warnings(ruleSet).length
    ])
  ))).pipe(Command.withDescription("Daftar aturan yang tersedia / the rule sets there are"))

const show = Command.make("show", {
  name: Argument.String("rules"),
  format: Flag.Literals("format", ["table", "json"]).pipe(
    Flag.withDefault("table"),
    Flag.withDescription("json: seluruh aturan, untuk memulai aturan sendiri / the whole rule set, to begin one of your own")
  ),
  lang: Options.lang
}, ({ format, lang, name }) =>
  Effect.gen(function*() {
    const ruleSet = yield* RuleSetSource.load(name, [], undefined, lang)
    yield* Screen.print(format === "json" ? JSON.stringify(ruleSet, null, 2) : summary(ruleSet, lang))
  })).pipe(Command.withDescription("Isi satu aturan beserta dasarnya / one rule set with its sources"))

const template = Command.make("template", {
  name: Argument.String("rules"),
  out: Options.outFile.pipe(Flag.optional),
  lang: Options.lang
}, ({ lang, name, out }) =>
  Effect.gen(function*() {
    const ruleSet = yield* RuleSetSource.load(name, [], undefined, lang)
    const path = Option.getOrElse(out, () => `template-${ruleSet.id}.xlsx`)
    const bytes = yield* Effect.promise(() =>
      Template.xlsx({
        [ParticipantsFile.sheet]: ParticipantsFile.columnsOf(ruleSet),
        [FormationsFile.sheet]: FormationsFile.columnsOf(ruleSet),
        [EventsFile.sheet]: { ...EventsFile.columns, exam: { ...EventsFile.columns.exam, sample: ruleSet.components.at(-1)!.exam } }
      }, lang === "id" ? Template.indonesian : Template.english))
    yield* Effect.tryPromise({
      try: () => writeFile(path, bytes, { flag: "wx" }),
      catch: (error) => notWritten(path, error as NodeJS.ErrnoException, lang)
    })
    yield* Screen.print(path)
  })).pipe(Command.withDescription("Berkas XLSX kosong dengan kolom yang benar / an XLSX file with the right columns, units and one sample row"))

const announce = Command.make("announce", {
  name: Argument.String("rules"),
  tests: Options.path("tests").pipe(Flag.withDescription("CSV/XLSX: test, kind, main, percent, title, outOf, decimals, excludesBelow; lihat `timbang template tests`")),
  agencyKind: Flag.String("agency-kind").pipe(Flag.withDescription("Jenis instansi yang batas hukumnya berlaku / kind of agency whose legal limits hold: pusat, daerah")),
  announcement: Flag.String("announcement").pipe(Flag.withDescription("Pengumuman yang menetapkan jenis dan bobotnya / the announcement that fixed kinds and weights")),
  supply: Options.supply,
  supplySource: Options.supplySource,
  out: Options.outFile,
  lang: Options.lang
}, ({ agencyKind, announcement, lang, name, out, supply, supplySource, tests: path }) =>
  Effect.gen(function*() {
    const ruleSet = yield* RuleSetSource.load(name, supply, Option.getOrUndefined(supplySource), lang)
    if (ruleSet.secondExam === undefined) {
      const known = RuleSets.all.filter(({ secondExam }) => secondExam !== undefined).map(({ id }) => id)
      return yield* Effect.fail(Options.refusal([{ _tag: "NoSecondExam", ruleSet: ruleSet.id, known }], lang))
    }
    const { corrections, tests } = yield* TestsFile.read(path)
    yield* Screen.note(...corrections.map((correction) => Corrections.sentence(correction, lang)))
    const source = { instrument: announcement, confidence: "host" } as const
    const made = Announcement.apply(ruleSet, { agencyKind, tests, source })
    if (Result.isFailure(made)) {
      const lines = RuleSetProblems.lines(made.failure, lang).map((line) => `${path}: ${line}`)
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines }))
    }
    yield* Effect.tryPromise({
      try: () => writeFile(out, `${JSON.stringify(made.success, null, 2)}\n`, { flag: "wx" }),
      catch: (error) => notWritten(out, error as NodeJS.ErrnoException, lang)
    })
    yield* Screen.print(out)
  }).pipe(Refusal.inWords(lang))).pipe(
    Command.withDescription("Aturan dengan tes SKB yang diumumkan instansi / the rules with the tests that an agency announced"),
    Command.withExamples([{
      command: 'timbang rules announce cpns-2024 --tests tes.csv --agency-kind daerah --announcement "Pengumuman 800/12/2024" --out aturan.json',
      description: "lalu / then: timbang select --rules aturan.json ..."
    }])
  )

/** The command and its parts. */
export const rules = Command.make("rules").pipe(
  Command.withDescription("Aturan seleksi sebagai data / selection rules as data"),
  Command.withSubcommands([list, show, template, announce])
)

const notWritten = (path: string, { code }: NodeJS.ErrnoException, lang: Sentences.Language): CommandFailed => {
  const line = lang === "id"
    ? `${path}: ${code === "EEXIST" ? "sudah ada dan tidak ditimpa" : "tidak dapat ditulis"}. Pilih nama lain dengan --out.`
    : `${path}: ${code === "EEXIST" ? "already exists and is not overwritten" : "cannot be written"}. Choose another name with --out.`
  return new CommandFailed({ code: codes.refused, lines: [line] })
}

const summary = (ruleSet: RuleSet.RuleSet, lang: Sentences.Language): string => {
  const rows = RuleSetNumbers.entries(ruleSet).map(({ path, sourced }) => [
    path,
    sourced._tag === "Known" ? String(sourced.value) : lang === "id" ? "TIDAK DIKETAHUI" : "UNKNOWN",
    LegalSource.cite(sourced.source),
    Explanations.phrases(lang).confidence[sourced.source.confidence]
  ])
  return [
    `${ruleSet.id}: ${RuleSetTitles.of(ruleSet.title, lang)}`,
    `${ruleSet.holds.from} – ${ruleSet.holds.until ?? ""}`,
    ...ruleSet.sources.map((source) => `- ${LegalSource.cite(source)}`),
    "",
    Screen.table(lang === "id" ? ["letak", "angka", "dasar", "keyakinan"] : ["path", "number", "source", "confidence"], rows)
  ].join("\n")
}
