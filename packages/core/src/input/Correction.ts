/**
 * What was read although it was not written as it should be, and what was left out: said, so that nobody is surprised.
 *
 * @since 0.1.0
 */
import type { InFile } from "./Fault.ts"

// --- models ---

/**
 * Something a reader put right, or left aside, without changing what the file means.
 *
 * - `ByteOrderMark`, `CarriageReturns`: how the file begins and ends its lines; `alone` without line feeds, as old Macs did.
 * - `Separator`: cells are parted by `;` or a tab.
 * - `SeparatorTold`: a first line such as `sep=;`, which Excel does not count as a row, tells what parts the cells.
 * - `BlankRows`: rows without any content; `trailing` when nothing follows them.
 * - `ShortRows`: rows that end before the last header; the cells not written are empty.
 * - `NoFinalLineEnd`: the last row has no line end, as in a file that was cut off.
 * - `DecimalComma`, `LeadingApostrophes`, `DayFirst`: how many cells of a column were written so. `TimeDropped`: how many days had a
 *   time of day behind them.
 * - `HeaderRow`: the header was found below titles, in row `row`.
 * - `TitleRows`: rows that describe the rows below them. `RowsPassedOver`: rows beside the table, such as signatures.
 * - `SheetRead`: of several sheets, this one was read.
 * - `UnknownColumn`: not used; `nearest` is the known column that comes closest.
 * - `PersonalColumn`: NIK, names and the like; dropped unread.
 * - `LayoutUntried`: the file was read by a layout that nobody has tried on a real file yet.
 * - `RowsJoined`: `rows` rows that tell the same of one `column` were made `into` rows.
 *
 * @category models
 * @since 0.1.0
 */
export type Correction =
  | (InFile & { readonly _tag: "ByteOrderMark" })
  | (InFile & { readonly _tag: "CarriageReturns"; readonly alone?: true })
  | (InFile & { readonly _tag: "Separator"; readonly separator: ";" | "\t" })
  | (InFile & { readonly _tag: "SeparatorTold"; readonly separator: string })
  | (InFile & { readonly _tag: "BlankRows"; readonly rows: number; readonly firstRow: number; readonly trailing: boolean })
  | (InFile & { readonly _tag: "ShortRows"; readonly rows: number; readonly firstRow: number })
  | (InFile & { readonly _tag: "NoFinalLineEnd" })
  | (InFile & InColumn & { readonly _tag: "DecimalComma" })
  | (InFile & InColumn & { readonly _tag: "LeadingApostrophes" })
  | (InFile & InColumn & { readonly _tag: "DayFirst" })
  | (InFile & InColumn & { readonly _tag: "TimeDropped" })
  | (InFile & { readonly _tag: "HeaderRow"; readonly row: number })
  | (InFile & { readonly _tag: "TitleRows"; readonly rows: number; readonly firstRow: number })
  | (InFile & { readonly _tag: "RowsPassedOver"; readonly rows: number; readonly firstRow: number })
  | (InFile & { readonly _tag: "SheetRead"; readonly sheet: string; readonly others: ReadonlyArray<string> })
  | (InFile & { readonly _tag: "UnknownColumn"; readonly column: string; readonly nearest: string | undefined })
  | (InFile & { readonly _tag: "PersonalColumn"; readonly column: string })
  | (InFile & { readonly _tag: "LayoutUntried"; readonly layout: string; readonly version: number })
  | (InFile & { readonly _tag: "RowsJoined"; readonly column: string; readonly rows: number; readonly into: number })

/**
 * Cells of one column that were put right.
 *
 * @category models
 * @since 0.1.0
 */
export interface InColumn {
  /** Canonical header. */
  readonly column: string
  readonly cells: number
  readonly firstRow: number
}

/**
 * The tag of a {@link Correction}.
 *
 * @category models
 * @since 0.1.0
 */
export type Tag = Correction["_tag"]
