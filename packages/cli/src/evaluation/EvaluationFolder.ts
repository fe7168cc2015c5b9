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

// --- models ---

/** What a table cannot say beside the shape of its cells. */
export interface Sense<C extends Column.Columns> {
  /** Columns that together stand once; none: the table has one row. */
  readonly key?: ReadonlyArray<keyof C & string>
  /** A count, and the count that it is a part of. */
  readonly atMost?: Pairs<C>
  /** A day, and the day that it cannot be before. */
  readonly notBefore?: Pairs<C>
}

type Pairs<C extends Column.Columns> = ReadonlyArray<readonly [keyof C & string, keyof C & string]>

// --- operations ---

/** The rows of a table, or none where the folder does not have it. */
export const optional = <C extends Column.Columns>(
  folder: string,
  name: string,
  columns: C,
  sense: Sense<C> = {}
): Effect.Effect<ReadonlyArray<Rows.Row<C>["cells"]>, Fault.InputRefused> => {
  const path = pathOf(folder, name)
  return path === undefined ? Effect.succeed([]) : rowsOf(path, columns, sense)
}

/** The rows of a table, or a refusal where the folder does not have it. */
export const needed = <C extends Column.Columns>(
  folder: string,
  name: string,
  columns: C,
  lang: Sentences.Language,
  sense: Sense<C> = {}
): Effect.Effect<ReadonlyArray<Rows.Row<C>["cells"]>, CommandFailed | Fault.InputRefused> => {
  const path = pathOf(folder, name)
  return path === undefined
    ? Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${join(folder, name)}.csv: ${Outputs.phrases(lang).fileMissing}`] }))
    : rowsOf(path, columns, sense)
}

/** A decimal of a cell as a number. */
export const number = ({ decimals }: Column.Decimal, units: number): number => units / 10 ** decimals

/** A decimal of a cell, exact. */
export const fraction = ({ decimals }: Column.Decimal, units: number): Fraction.Fraction =>
  Fraction.make(BigInt(units), 10n ** BigInt(decimals))

/** A day of a cell under the name given, where there is one. */
export const dayAs = <K extends string>(key: K, day: Day.Day | undefined): { readonly [k in K]?: Day.Day } =>
  (day === undefined ? {} : { [key]: day }) as { readonly [k in K]?: Day.Day }

const rowsOf = <C extends Column.Columns>(path: string, columns: C, sense: Sense<C>) =>
  Effect.flatMap(Table.read(path, columns, { carriesUnknown: false }), (table) => {
    const rows = Array.from(Rows.of(table, columns))
    const faults = [...twice(path, columns, rows, sense), ...rows.flatMap((row) => senseless(path, row, sense))].toSorted((a, b) => a.row - b.row)
    return faults.length > 0 ? Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length })) : Effect.succeed(rows.map(({ cells }) => cells))
  })

const twice = <C extends Column.Columns>(file: string, columns: C, rows: ReadonlyArray<Rows.Row<C>>, { key }: Sense<C>): ReadonlyArray<InRow> => {
  const first = new Map<string, number>()
  const column = key?.[0] ?? Object.keys(columns)[0]!
  return (key === undefined ? [] : rows).flatMap(({ cells, row }): ReadonlyArray<InRow> => {
    const name = key!.map((each) => String(cells[each])).join(" / ")
    const firstRow = first.get(name)
    first.set(name, firstRow ?? row)
    return firstRow === undefined ? [] : [{ _tag: "Duplicate", file, row, column, found: name === "" ? String(cells[column] ?? "") : name, firstRow }]
  })
}

const senseless = <C extends Column.Columns>(file: string, { cells, row }: Rows.Row<C>, { atMost = [], notBefore = [] }: Sense<C>): ReadonlyArray<InRow> => {
  const of = (tag: "MoreThan" | "EarlierThan", pairs: Pairs<C>, isWrong: (one: number | string, other: number | string) => boolean) =>
    pairs.flatMap(([column, otherColumn]): ReadonlyArray<InRow> => {
      const [one, other] = [cells[column], cells[otherColumn]] as [number | string | undefined, number | string | undefined]
      return one === undefined || other === undefined || !isWrong(one, other) ? [] : [{ _tag: tag, file, row, column, found: String(one), other: String(other), otherColumn }]
    })
  return [...of("MoreThan", atMost, (one, other) => one > other), ...of("EarlierThan", notBefore, (one, other) => one < other)]
}

type InRow = Extract<Fault.Fault, Fault.InRow>

const pathOf = (folder: string, name: string): string | undefined =>
  ["csv", "xlsx", "ndjson"].map((ending) => join(folder, `${name}.${ending}`)).find((path) => existsSync(path))
