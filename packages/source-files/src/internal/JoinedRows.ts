/**
 * A table whose layout has several rows for one key: they become one, and have to tell the same of it but for what they list.
 */
import { type Fault, Shape } from "@timbang/core/input"
import { Effect } from "effect"
import { absentOf, type Column, type Columns } from "../Column.ts"
import type { Correction } from "@timbang/core/input"
import * as Table from "../Table.ts"
import { refused } from "./Refused.ts"

/** {@link Table.read}, and where the layout says `onePer` one row for each key. */
export const read: <C extends Columns>(
  input: Table.Input,
  columns: C,
  options: Table.Options,
  check: (table: Table.Table<C>) => ReadonlyArray<Fault.Fault>
) => Effect.Effect<Table.Table<C>, Fault.InputRefused> = Effect.fn("JoinedRows.read")(
  function*<C extends Columns>(input: Table.Input, columns: C, options: Table.Options, check: (table: Table.Table<C>) => ReadonlyArray<Fault.Fault>) {
    const onePer = options.layout?.rows?.onePer
    const key = onePer === undefined ? undefined : columns[onePer.column]
    if (onePer === undefined || key?.kind !== "identifier") return yield* Table.read(input, columns, options, check)
    const repeating = { ...columns, [onePer.column]: { ...key, isUnique: false } }
    const table = yield* Table.read(input, repeating, options)
    const joined = join(table, columns, onePer.column, onePer.joining)
    const faults = joined.faults.length > 0 ? joined.faults : check(joined.table)
    return faults.length > 0 ? yield* Effect.fail(refused(table.file, faults)) : joined.table
  }
)

const join = <C extends Columns>(table: Table.Table<C>, columns: C, key: string, joining: ReadonlyArray<string>) => {
  const keys = (table.columns as Readonly<Record<string, unknown>>)[key] as ReadonlyArray<string>
  const first = new Map<string, number>()
  const listed = new Map<string, Array<Set<string>>>(joining.map((name) => [name, []]))
  const faults: Array<Fault.Fault> = []
  const others = Object.entries(columns).filter(([name]) => name !== key && !joining.includes(name) && table.present.has(name))
    .map(([name, column]) => [name, reader(column, (table.columns as Readonly<Record<string, unknown>>)[name])] as const)
  const kept: Array<number> = []
  const places = new Map<string, number>()
  for (let row = 0; row < table.size; row++) {
    const own = keys[row]!
    const before = first.get(own)
    if (before === undefined) {
      first.set(own, row)
      places.set(own, kept.length)
      kept.push(row)
    } else {
      for (const [name, cell] of others) {
        if (cell(row) === cell(before)) continue
        faults.push({ _tag: "RowsDiffer", file: table.file, row: table.rows[row]!, column: name, found: Shape.shown(cell(row)), of: own, other: Shape.shown(cell(before)), otherRow: table.rows[before]! })
      }
    }
    for (const name of joining) {
      const cell = ((table.columns as Readonly<Record<string, ReadonlyArray<string>>>)[name] ?? [])[row] ?? ""
      const cells = listed.get(name)!
      if (cell !== "") (cells[places.get(own)!] ??= new Set()).add(cell)
    }
  }
  const made = Object.fromEntries(Object.entries(table.columns as Readonly<Record<string, unknown>>).map(([name, values]) => [
    name,
    joining.includes(name) ? kept.map((_, at) => [...listed.get(name)![at] ?? []].join(" / ")) : taken(values, kept)
  ]))
  const correction: Correction.Correction = { _tag: "RowsJoined", file: table.file, column: key, rows: table.size, into: kept.length }
  const one: Table.Table<C> = {
    ...table,
    size: kept.length,
    columns: made as Table.Table<C>["columns"],
    rows: Int32Array.from(kept, (row) => table.rows[row]!),
    unknown: table.unknown.map((column) => ({ ...column, cells: kept.map((row) => column.cells[row]!) })),
    corrections: kept.length === table.size ? table.corrections : [...table.corrections, correction]
  }
  return { table: one, faults }
}

/** The rows of a column that are kept. */
const taken = (values: unknown, kept: ReadonlyArray<number>): unknown => {
  if (Array.isArray(values)) return kept.map((row): unknown => values[row])
  if (values instanceof Int32Array || values instanceof Float64Array || values instanceof Int16Array) {
    const made = values.slice(0, kept.length)
    kept.forEach((row, at) => void (made[at] = values[row]!))
    return made
  }
  const { index, keys } = values as { readonly keys: ReadonlyArray<string>; readonly index: Int32Array }
  return { keys, index: Int32Array.from(kept, (row) => index[row]!) }
}

/** A cell as text, to be compared and shown. */
const reader = (column: Column, values: unknown): (row: number) => string => {
  const [texts, numbers] = [values as ReadonlyArray<string>, values as ArrayLike<number>]
  if (column.kind === "identifier" || column.kind === "text") return (row) => texts[row]!
  if (column.kind === "code") return (row) => column.values[numbers[row]!] ?? ""
  return (row) => (numbers[row] === absentOf(column) ? "" : String(numbers[row]))
}
