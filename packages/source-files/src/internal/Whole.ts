/**
 * What a file says as a whole: faults of single cells and those that only several cells show come together.
 */
import type { Fault } from "@timbang/core/input"
import { Effect } from "effect"
import type { Columns } from "../Column.ts"
import * as Table from "../Table.ts"

/** Says whether a cell was refused already; it is absent from the table, and nothing follows from that. */
export type IsRefused<C extends Columns> = (row: number, column: keyof C & string) => boolean

/** What a reader of one file cannot see by itself, such as a name that another file does not have. */
export type Also<A> = (read: A) => ReadonlyArray<Fault.Fault>

/**
 * Reads a table and makes of it what its file is about. `make` adds the faults it finds; it also sees a table some cells of
 * which were refused, so that nobody has to correct a file twice.
 */
export const read = <C extends Columns, A>(
  input: Table.Input,
  columns: C,
  make: (table: Table.Table<C>, faults: Array<Fault.Fault>, isRefused: IsRefused<C>) => A,
  { also, ...options }: Table.Options & { readonly also?: Also<A> | undefined } = {}
): Effect.Effect<A, Fault.InputRefused> =>
  Effect.gen(function*() {
    const made: Array<A> = []
    yield* Table.read(input, columns, options, (table, refused) => {
      const faults: Array<Fault.Fault> = []
      const read = make(table, faults, (row, column) => refused.get(table.rows[row]!)?.has(column) === true)
      made.push(read)
      return [...faults, ...(also?.(read) ?? [])]
    })
    return made[0]!
  })
