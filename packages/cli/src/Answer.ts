/**
 * What a command has computed: handed over as tables, a workbook and a manifest in a folder, and as what a person or a program
 * reads on the screen.
 *
 * @since 0.1.0
 */
import type { Correction } from "@timbang/core/input"
import { Corrections, type Sentences } from "@timbang/language"
import { Output } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import * as Grid from "./Grid.ts"
import * as Screen from "./Screen.ts"
import * as Options from "./Options.ts"

// --- models ---

/** The tables, in the order of their sheets, with what is said around them. */
export interface Answer {
  /** The first is what `--format csv` prints. */
  readonly grids: readonly [Grid.Grid, ...ReadonlyArray<Grid.Grid>]
  /** Those that a person sees; all without it. */
  readonly shown?: ReadonlyArray<Grid.Grid>
  /** Name of the workbook, without its ending. */
  readonly workbook: string
  /** Settings, sources of the law and hashes of the inputs, under the name of their file. None is named as a table is. */
  readonly manifest: { readonly file: string; readonly content: Readonly<Record<string, unknown>> }
  readonly inputs: ReadonlyArray<{ readonly corrections: ReadonlyArray<Correction.Correction> }>
  /** Sentences beside the result, which a pipe does not carry. */
  readonly notes: ReadonlyArray<string>
  /** Sentences below the tables, for a person. */
  readonly below?: ReadonlyArray<string>
}

/** How and where an answer is wanted. */
export interface Wanted {
  readonly format: Options.Format
  readonly lang: Sentences.Language
  readonly out: Option.Option<string>
}

// --- options ---

/** How and where an answer is wanted, as options of a command. */
export const options = { format: Options.format, lang: Options.lang, out: Options.outFolder.pipe(Flag.optional) }

// --- operations ---

/** Writes the folder where one is named, whole or not at all, and prints. In JSON every table stands under its name. */
export const give = ({ below = [], grids, inputs, manifest, notes, shown = grids, workbook }: Answer, { format, lang, out }: Wanted) =>
  Effect.gen(function*() {
    const [first] = grids
    if (Option.isSome(out)) {
      yield* Output.write(out.value, (folder) =>
        Effect.gen(function*() {
          for (const grid of grids) yield* folder.write(`${grid.name}.csv`, Grid.csv(grid))
          yield* folder.write(`${workbook}.xlsx`, Grid.workbook(grids))
          yield* folder.write(manifest.file, `${JSON.stringify(manifest.content, null, 2)}\n`)
        }), (files) => files.includes(manifest.file) && files.includes(`${first.name}.csv`))
    }
    yield* Screen.note(...inputs.flatMap(({ corrections }) => corrections).map((correction) => Corrections.sentence(correction, lang)), ...notes)
    if (format === "csv") return yield* Screen.print(Grid.show(shown[0] ?? first, "csv"))
    if (format === "json") {
      const tables = Object.fromEntries(grids.map((grid) => [grid.name, Grid.objects(grid)]))
      return yield* Screen.print(JSON.stringify({ ...manifest.content, ...tables }, null, 2))
    }
    const files = [...grids.map(({ name }) => `${name}.csv`), `${workbook}.xlsx`, manifest.file]
    yield* Screen.print(
      ...shown.map((grid) => Grid.show(grid, "table")),
      ...below,
      ...(Option.isSome(out) ? [`${out.value}: ${files.join(", ")}`] : [])
    )
  })
