/**
 * `timbang rules`: which rule sets there are, what one says, and empty files with its columns.
 *
 * @since 0.1.0
 */
import { writeFile } from "node:fs/promises"
import { LegalSource } from "@timbang/core/law"
import { RuleSetNumbers, type RuleSet } from "@timbang/core/selection"
import { Explanations, RuleSetTitles, type Sentences } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { EventsFile, FormationsFile, ParticipantsFile, Template } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"
import * as RuleSetSource from "../selection/RuleSetSource.ts"

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
        [EventsFile.sheet]: EventsFile.columns
      }))
    yield* Effect.tryPromise({
      try: () => writeFile(path, bytes, { flag: "wx" }),
      catch: (error) => notWritten(path, error as NodeJS.ErrnoException, lang)
    })
    yield* Screen.print(path)
  })).pipe(Command.withDescription("Berkas XLSX kosong dengan kolom yang benar / an XLSX file with the right columns, units and one sample row"))

/** The command and its parts. */
export const rules = Command.make("rules").pipe(
  Command.withDescription("Aturan seleksi sebagai data / selection rules as data"),
  Command.withSubcommands([list, show, template])
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
