/**
 * Columns and ways of reading as the layout of an export changes them.
 */
import type { Columns } from "../Column.ts"
import * as Layout from "../Layout.ts"
import type { Options } from "../Table.ts"

/** What is said in the options stands before what the layout says. */
export const layOut = <C extends Columns>(columns: C, options: Options): { readonly columns: C; readonly options: Options } => {
  const { layout } = options
  if (layout === undefined) return { columns, options }
  const { blockTitles, headerWithin, sheet, titles } = layout.rows ?? {}
  const has = (names: ReadonlyArray<string>) => names.filter((name) => columns[name] !== undefined)
  return {
    columns: Layout.columnsBy(layout, columns),
    options: {
      ...(sheet === undefined ? {} : { prefersSheet: sheet }),
      ...(headerWithin === undefined ? {} : { headerWithin }),
      ...(titles === undefined ? {} : { titles: has(titles) }),
      ...(blockTitles === undefined ? {} : { blockTitles: has(blockTitles) }),
      ...options
    }
  }
}
