/**
 * The option `--layout`: the layout of an export, by name or as a file.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import type { Fault } from "@timbang/core/input"
import { type CommandFaults, Faults, type Sentences } from "@timbang/language"
import { Layout, Layouts } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { Flag } from "effect/cli"
import { codes, CommandFailed } from "./Exit.ts"
import * as Options from "./Options.ts"
import * as Tables from "./Tables.ts"

/** Layouts by table. */
export type Chosen = ReadonlyMap<Tables.Name, Layout.Layout>

/** The option. */
export const flag = Flag.String("layout").pipe(
  Flag.withMetavar("name|file.json"),
  Flag.withDescription("Tata letak berkas dari sistem lain, boleh diulang; lihat timbang layout list / layout of an export; may be repeated"),
  Flag.atLeast(0)
)

// --- operations ---

/** The layouts a command was given, each for a table that it reads. */
export const read: (given: ReadonlyArray<string>, reads: ReadonlyArray<Tables.Name>, lang: Sentences.Language) => Effect.Effect<Chosen, CommandFailed> =
  Effect.fn("LayoutOption.read")(function*(given: ReadonlyArray<string>, reads: ReadonlyArray<Tables.Name>, lang: Sentences.Language) {
    const chosen = new Map<Tables.Name, Layout.Layout>()
    const faults: Array<CommandFaults.CommandFault> = []
    for (const name of given) {
      const layout = yield* load(name, lang)
      const table = reads.find((each) => each === layout.of)
      if (table === undefined) faults.push({ _tag: "LayoutIdle", layout: name, of: layout.of, reads })
      else chosen.set(table, layout)
    }
    return faults.length === 0 ? chosen : yield* Effect.fail(Options.refusal(faults, lang))
  })

/** One layout, held against the columns of its table. */
export const load: (name: string, lang: Sentences.Language) => Effect.Effect<Layout.Layout, CommandFailed> = Effect.fn("LayoutOption.load")(
  function*(name: string, lang: Sentences.Language) {
    const own = Layouts.names.find((each) => each === name)
    if (own !== undefined) return Layouts.of(own)
    if (!/\.json$/i.test(name)) return yield* Effect.fail(Options.refusal([{ _tag: "LayoutUnknown", found: name, known: Layouts.names }], lang))
    const path = Options.shown(name)
    const text = yield* Effect.tryPromise({ try: () => readFile(name, "utf8"), catch: () => Options.refusal([{ _tag: "FileUnreadable", path }], lang) })
    const parsed = yield* Effect.try({ try: (): unknown => JSON.parse(text), catch: () => Options.refusal([{ _tag: "NotJson", path }], lang) })
    const decoded = Layout.decode(parsed, path)
    if (Result.isFailure(decoded)) return yield* Effect.fail(refused(decoded.failure.faults, lang))
    const faults = faultsOf(decoded.success, path)
    return faults.length === 0 ? decoded.success : yield* Effect.fail(refused(faults, lang))
  }
)

/** A column is unknown when no rule set has it; every other fault is one under whatever rule set. */
const faultsOf = (layout: Layout.Layout, path: string): ReadonlyArray<Fault.Fault> => {
  if (!Tables.isName(layout.of)) {
    return [{ _tag: "LayoutPlace", file: path, path: "of", expected: `Expected ${Object.keys(Tables.tables).map((name) => `"${name}"`).join(" | ")}` }]
  }
  const found = Tables.tables[layout.of]().map((columns) => Layout.faults(layout, columns, path))
  const all = new Map(found.flat().map((fault) => [JSON.stringify(fault), fault]))
  const unknown = (fault: Fault.Fault): string => "path" in fault && fault._tag === "LayoutColumnUnknown" ? fault.path : ""
  const everywhere = new Set(found[0]!.map(unknown).filter((place) => found.every((faults) => faults.some((fault) => unknown(fault) === place))))
  const told = new Set<string>()
  return [...all.values()].filter((fault) => {
    const place = unknown(fault)
    if (place === "") return true
    const isNew = everywhere.has(place) && !told.has(place)
    told.add(place)
    return isNew
  })
}

const refused = (faults: ReadonlyArray<Fault.Fault>, lang: Sentences.Language): CommandFailed =>
  new CommandFailed({ code: codes.refused, lines: faults.map((fault) => Faults.sentence(fault, lang)), faults })

/** The option of a reader of one table: its layout where one was chosen. */
export const of = (chosen: Chosen | undefined, table: Tables.Name): { readonly layout?: Layout.Layout } => {
  const layout = chosen?.get(table)
  return layout === undefined ? {} : { layout }
}
