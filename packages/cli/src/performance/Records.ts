/**
 * Reads records of people, of which there has to be one: nobody is judged, counted or compared by an empty list.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Column, Table } from "@timbang/source-files"
import type { Effect } from "effect"

/**
 * The table, or everything that is wrong with it; a header with nothing under it is. Its sheet in a workbook has the name of its template.
 */
export const read = <C extends Column.Columns>(
  template: string,
  path: string,
  columns: C,
  check: Table.Check<C> = () => [],
  options: Table.Options = {}
): Effect.Effect<Table.Table<C>, Fault.InputRefused> =>
  Table.read(path, columns, { prefersSheet: template.replace("/", " "), ...options }, (table, refused) => (table.size === 0 ? [{ _tag: "NoRows", file: table.file }] : check(table, refused)))
