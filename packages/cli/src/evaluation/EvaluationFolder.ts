/**
 * A folder of the tables that an evaluation is made from, each as CSV, XLSX or NDJSON.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Fraction } from "@timbang/core/number"
import { Outputs, type Sentences } from "@timbang/language"
import { Column, Rows, Table } from "@timbang/source-files"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

// --- operations ---

/** The rows of a table, or none where the folder does not have it. */
export const optional = <C extends Column.Columns>(
  folder: string,
  name: string,
  columns: C
): Effect.Effect<ReadonlyArray<Rows.Row<C>["cells"]>, Fault.InputRefused> => {
  const path = pathOf(folder, name)
  return path === undefined ? Effect.succeed([]) : rowsOf(path, columns)
}

/** The rows of a table, or a refusal where the folder does not have it; `key` names columns that together stand once. */
export const needed = <C extends Column.Columns>(
  folder: string,
  name: string,
  columns: C,
  lang: Sentences.Language,
  key: ReadonlyArray<keyof C & string> = []
): Effect.Effect<ReadonlyArray<Rows.Row<C>["cells"]>, CommandFailed | Fault.InputRefused> => {
  const path = pathOf(folder, name)
  return path === undefined
    ? Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${join(folder, name)}.csv: ${Outputs.phrases(lang).fileMissing}`] }))
    : rowsOf(path, columns, key)
}

/** A decimal of a cell as a number. */
export const number = ({ decimals }: Column.Decimal, units: number): number => units / 10 ** decimals

/** A decimal of a cell, exact. */
export const fraction = ({ decimals }: Column.Decimal, units: number): Fraction.Fraction =>
  Fraction.make(BigInt(units), 10n ** BigInt(decimals))

/** A day of a cell under the name given, where there is one. */
export const dayAs = <K extends string>(key: K, day: Day.Day | undefined): { readonly [k in K]?: Day.Day } =>
  (day === undefined ? {} : { [key]: day }) as { readonly [k in K]?: Day.Day }

const rowsOf = <C extends Column.Columns>(path: string, columns: C, key: ReadonlyArray<keyof C & string> = []) =>
  Effect.flatMap(Table.read(path, columns, { carriesUnknown: false }), (table) => {
    const rows = Array.from(Rows.of(table, columns))
    const first = new Map<string, number>()
    const faults = (key.length === 0 ? [] : rows).flatMap(({ cells, row }): ReadonlyArray<Fault.Fault> => {
      const found = key.map((name) => String(cells[name])).join(" / ")
      const firstRow = first.get(found)
      first.set(found, firstRow ?? row)
      return firstRow === undefined ? [] : [{ _tag: "Duplicate", file: path, row, column: key[0]!, found, firstRow }]
    })
    return faults.length > 0 ? Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length })) : Effect.succeed(rows.map(({ cells }) => cells))
  })

const pathOf = (folder: string, name: string): string | undefined =>
  ["csv", "xlsx", "ndjson"].map((ending) => join(folder, `${name}.${ending}`)).find((path) => existsSync(path))
