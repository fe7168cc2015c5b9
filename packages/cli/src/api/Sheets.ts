/**
 * Sheets as rows of JSON.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Sheet } from "@timbang/source-files"

/** The rows in the order in which they are written. Whole numbers are numbers, decimals are texts, an empty cell is null. */
export const rows = ({ columns, order, size }: Sheet.Sheet): ReadonlyArray<Readonly<Record<string, string | number | null>>> => {
  const cells = columns.map((column) => [column.header, cellOf(column)] as const)
  return Array.from({ length: size }, (_, at) => Object.fromEntries(cells.map(([header, cell]) => [header, cell(order?.[at] ?? at)])))
}

const cellOf = (column: Sheet.Written): (row: number) => string | number | null => {
  switch (column.kind) {
    case "text":
      return (row) => column.cells[row] || null
    case "code":
      return (row) => column.words[column.codes[row]!] || null
    case "day":
      return (row) => column.days[row] === column.absent ? null : Day.fromNumber(column.days[row]!)
    case "decimal":
      return (row) => {
        const units = column.units[row]!
        if (units === column.absent || Number.isNaN(units)) return null
        return column.decimals === 0 ? units : Scaled.format(units, column.decimals)
      }
  }
}
