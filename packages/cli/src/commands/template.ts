/**
 * `timbang template NAME`: an empty input file with the right columns, units and one sample row.
 *
 * @since 0.1.0
 */
import { writeFile } from "node:fs/promises"
import { Template } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as Options from "../Options.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import { templates } from "../Templates.ts"

/** The command. */
export const template = Command.make("template", {
  name: Argument.String("name").pipe(Argument.optional),
  csv: Flag.Boolean("csv").pipe(Flag.withDefault(false), Flag.withDescription("CSV, bukan XLSX / CSV instead of XLSX")),
  lang: Options.lang,
  out: Options.outFile.pipe(Flag.optional)
}, ({ csv, lang, name, out }) =>
  Effect.gen(function*() {
    const names = Object.keys(templates)
    if (Option.isNone(name)) return yield* Screen.print(...names)
    const columns = templates[name.value]
    if (columns === undefined) {
      return yield* Effect.fail(Options.refusal([{ _tag: "TemplateUnknown", found: name.value, known: names }], lang))
    }
    const path = Option.getOrElse(out, () => `template-${name.value.replace("/", "-")}.${csv ? "csv" : "xlsx"}`)
    const words = lang === "id" ? Template.indonesian : Template.english
    const content = csv || /\.csv$/i.test(path) ? Template.csv(columns) : yield* Effect.promise(() => Template.xlsx({ [name.value.replace("/", " ")]: columns }, words))
    yield* Effect.tryPromise({
      try: () => writeFile(path, content, { flag: "wx" }),
      catch: (error) => ResultFile.trouble(path, error, lang)
    })
    yield* Screen.print(path)
  })).pipe(
    Command.withDescription("Berkas masukan kosong dengan kolom yang benar; tanpa NAME: daftarnya / an empty input file; without NAME: the list")
  )
