/**
 * `timbang layout`: the layouts of exports, one of them, and one proposed for a file that nobody has described yet.
 *
 * @since 0.1.0
 */
import { writeFile } from "node:fs/promises"
import { basename, extname } from "node:path"
import { type CommandFaults, Layouts as Words } from "@timbang/language"
import { LayoutProposal, Layouts } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as LayoutOption from "../LayoutOption.ts"
import * as Options from "../Options.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as RuleSetSource from "../selection/RuleSetSource.ts"
import * as Tables from "../Tables.ts"

const list = Command.make("list", { lang: Options.lang }, ({ lang }) =>
  Screen.print(Screen.table(
    lang === "id" ? ["tata letak", "versi", "tabel", "keadaan", "judul"] : ["layout", "version", "table", "standing", "title"],
    Layouts.names.map((name) => {
      const { layout, of, title, tried, version } = Layouts.of(name)
      return [layout, version, of, Words.standing(tried, lang), title]
    })
  ))).pipe(Command.withDescription("Daftar tata letak berkas dari SSCASN, SIASN, e-Kinerja, SIPD / layouts of exports"))

const show = Command.make("show", { name: Argument.String("layout"), lang: Options.lang }, ({ lang, name }) =>
  Effect.flatMap(LayoutOption.load(name, lang), (layout) => Effect.gen(function*() {
    yield* Screen.note(`${layout.layout}: ${Words.standing(layout.tried, lang)}`)
    yield* Screen.print(JSON.stringify(layout, null, 2))
  }))).pipe(Command.withDescription("Satu tata letak sebagai JSON, untuk diubah menjadi milik sendiri / one layout, to make one of your own from it"))

const learn = Command.make("learn", {
  file: Options.pathArgument("file"),
  of: Flag.Literals("of", Object.keys(Tables.tables) as Array<Tables.Name>).pipe(Flag.withDescription("Tabel yang dituju / the table it is")),
  map: Flag.String("map").pipe(
    Flag.withMetavar("judul=kolom"),
    Flag.withDescription("Putuskan sendiri kolom suatu judul, boleh diulang / decide the column of a heading; may be repeated"),
    Flag.atLeast(0)
  ),
  rules: Options.rules.pipe(Flag.withDefault("cpns-2024")),
  lang: Options.lang,
  out: Options.outFile.pipe(Flag.optional)
}, ({ file, lang, map, of, out, rules }) =>
  Effect.gen(function*() {
    const ruleSet = yield* RuleSetSource.load(rules, [], undefined, lang)
    const columns = Tables.columnsUnder(of, ruleSet)
    const named = Object.fromEntries(map.map((each) => [each.slice(0, each.lastIndexOf("=")), each.slice(each.lastIndexOf("=") + 1)] as const))
    const faults = map.flatMap((each): ReadonlyArray<CommandFaults.CommandFault> => {
      const column = each.slice(each.lastIndexOf("=") + 1)
      if (!each.includes("=")) return [{ _tag: "OptionMiswritten", option: "--map", found: each, example: "--map \"Pagu Indikatif=cost\"" }]
      return columns[column] === undefined ? [{ _tag: "OptionUnknown", option: "--map", found: column, known: Object.keys(columns) }] : []
    })
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const name = basename(file, extname(file)).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "") || "layout"
    const layouts = Layouts.names.map(Layouts.of).filter((layout) => layout.of === of)
    const { headings, layout, missing } = yield* LayoutProposal.learn(file, { name, of, columns, layouts, named })
    const path = Option.getOrElse(out, () => `${name}.layout.json`)
    yield* Effect.tryPromise({
      try: () => writeFile(path, `${JSON.stringify(layout, null, 2)}\n`, { flag: "wx" }),
      catch: (error) => ResultFile.trouble(path, error, lang)
    })
    yield* Screen.print(
      Screen.table(
        lang === "id" ? ["judul pada berkas", "kolom", "bagaimana dicocokkan"] : ["heading", "column", "how it was matched"],
        headings.map(({ column, header, how, isTaken }) => [header.replace(/\s+/g, " "), isTaken ? column! : column === undefined ? "" : `(${column}?)`, Words.how(how, lang)])
      ),
      ...headings.filter(({ words }) => words.length > 0).map(({ column, words }) => Words.words(column!, words, lang)),
      ...(missing.length === 0 ? [] : [Words.missing(missing, lang)]),
      `${path}: ${Words.standing(layout.tried, lang)}`
    )
  }).pipe(Refusal.inWords(lang))).pipe(
    Command.withDescription("Mengusulkan tata letak untuk suatu berkas; tidak ada yang ditebak diam-diam / propose a layout; nothing is guessed in silence"),
    Command.withExamples([{ command: "timbang layout learn usulan.xlsx --of proposals --map \"Pagu Indikatif=cost\"", description: "Lalu: timbang voice choose --proposals usulan.xlsx --layout usulan.layout.json" }])
  )

/** The command and its parts. */
export const layout = Command.make("layout").pipe(
  Command.withDescription("Tata letak berkas dari sistem lain / layouts of exports of other systems"),
  Command.withSubcommands([list, show, learn])
)
