/**
 * Rows of a table as objects, one after another, for small hosts and for ports that hand out decoded rows.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Stream } from "effect"
import { absentOf, type Code, type Column, type Columns, type Day as DayColumn, type Decimal, type Figure, type Integer, type References } from "./Column.ts"
import * as Table from "./Table.ts"

// --- models ---

/**
 * What a cell is in a row: text, number, day, or one of the values of a code; absent cells are undefined.
 *
 * A decimal is a whole number of its last decimal.
 *
 * @category models
 * @since 0.1.0
 */
export type Cell<C extends Column> = (C extends Code<infer V> ? V : C extends Integer | Decimal | Figure ? number : C extends DayColumn ? Day.Day : string) | undefined

/**
 * One row and where it stands.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row<C extends Columns> {
  readonly file: string
  /** Row of the file, as a spreadsheet counts. */
  readonly row: number
  readonly cells: { readonly [Name in keyof C]: Cell<C[Name]> }
}

// --- operations ---

/**
 * Every row of a table, made as it is asked for.
 *
 * **Example** (One formation)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Column, Rows, Table } from "@timbang/source-files"
 * const columns = { formation: Column.identifier(), category: Column.code({ umum: [], papua: [] }), seats: Column.integer() }
 * const bytes = new TextEncoder().encode("formation,category,seats\nF1,Papua,\n")
 * const table = Result.getOrThrow(Table.parse({ file: "F.csv", bytes }, columns))
 * [...Rows.of(table, columns)] // => [{ file: "F.csv", row: 2, cells: { formation: "F1", category: "papua", seats: undefined } }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export function* of<C extends Columns>(table: Table.Table<C>, columns: C): Generator<Row<C>> {
  const readers = Object.entries(columns).map(([name, column]) => [name, reader(column, table.columns[name]!)] as const)
  for (let at = 0; at < table.size; at++) {
    const cells = Object.fromEntries(readers.map(([name, read]) => [name, read(at)]))
    yield { file: table.file, row: table.rows[at]!, cells: cells as Row<C>["cells"] }
  }
}

/**
 * Rows of a file as a stream. The file is read whole first: a file with a fault gives no row at all.
 *
 * **Example** (Count the rows)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Column, Rows } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("formation\nF1\nF2\n")
 * const rows = Rows.stream({ file: "F.csv", bytes }, { formation: Column.identifier() })
 * await Effect.runPromise(Stream.runCount(rows)) // => 2
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const stream = <C extends Columns>(
  input: Table.Input,
  columns: C,
  options: Table.Options = {}
): Stream.Stream<Row<C>, Fault.InputRefused> =>
  Stream.fromEffect(Table.read(input, columns, options)).pipe(
    Stream.flatMap((table) => Stream.fromIterable({ [Symbol.iterator]: () => of(table, columns) }))
  )

const reader = (column: Column, values: unknown): (at: number) => unknown => {
  const absent = absentOf(column)
  const numbers = values as ArrayLike<number>
  switch (column.kind) {
    case "identifier":
    case "text":
      return (at) => (values as ReadonlyArray<string>)[at] || undefined
    case "reference":
      return (at) => (values as References).keys[(values as References).index[at]!]
    case "code":
      return (at) => column.values[numbers[at]!]
    case "day":
      return (at) => (numbers[at] === absent ? undefined : Day.fromNumber(numbers[at]!))
    case "figure":
      return (at) => (Number.isNaN(numbers[at]) ? undefined : numbers[at])
    case "integer":
    case "decimal":
      return (at) => (numbers[at] === absent ? undefined : numbers[at])
  }
}
