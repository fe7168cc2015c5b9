/**
 * A table to be written: columns of cells with their headers. {@link CsvWriter} and {@link XlsxWriter} write it.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * What is written, row by row.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sheet {
  /** Name of the sheet in a workbook. */
  readonly name: string
  readonly columns: ReadonlyArray<Written>
  /** Number of rows. */
  readonly size: number
  /** The index into the columns for each row written; the rows as they stand when absent. */
  readonly order?: Int32Array | undefined
  /** Pictures that stand below the rows of a workbook, one under another; CSV has none. */
  readonly pictures?: ReadonlyArray<Picture> | undefined
}

/**
 * A picture in PNG with what it shows in words.
 *
 * @category models
 * @since 0.1.0
 */
export interface Picture {
  readonly png: Uint8Array
  /** As shown. Unit: dots at 96 an inch. */
  readonly width: number
  /** As shown. Unit: dots at 96 an inch. */
  readonly height: number
  readonly description: string
}

/**
 * One column to be written.
 *
 * @category models
 * @since 0.1.0
 */
export type Written =
  | Headed & { readonly kind: "text"; readonly cells: ReadonlyArray<string> }
  | Headed & { readonly kind: "decimal"; readonly units: ArrayLike<number>; readonly decimals: number; readonly absent: number }
  | Headed & { readonly kind: "day"; readonly days: ArrayLike<number>; readonly absent: number }
  | Headed & { readonly kind: "code"; readonly codes: ArrayLike<number>; readonly words: ReadonlyArray<string> }

/**
 * A column's header, and what a workbook says when a cell of it is chosen.
 *
 * @category models
 * @since 0.1.0
 */
export interface Headed {
  readonly header: string
  /** Shown beside a chosen cell of the workbook: unit, range, what to write. */
  readonly hint?: string | undefined
  /** The only words that a workbook lets a person choose. */
  readonly choices?: ReadonlyArray<string> | undefined
}

// --- constructors ---

/**
 * Texts and identifiers; `""` is written as an empty cell.
 *
 * **Example** (Participants)
 *
 * ```ts
 * import { Sheet } from "@timbang/source-files"
 * Sheet.text("participant", ["001", "002"]).kind // => "text"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const text = (header: string, cells: ReadonlyArray<string>): Written => ({ kind: "text", header, cells })

/**
 * Whole numbers; `absent` is written as an empty cell.
 *
 * **Example** (Ranks)
 *
 * ```ts
 * import { Sheet } from "@timbang/source-files"
 * Sheet.integer("rank", Int32Array.of(1, 2, 2, -1)).kind // => "decimal"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const integer = (header: string, units: ArrayLike<number>, absent = -1): Written =>
  decimal(header, units, 0, absent)

/**
 * Whole numbers of the last decimal, written with all decimals; `absent` is written as an empty cell.
 *
 * **Example** (Final scores with three decimals)
 *
 * ```ts
 * import { CsvWriter, Sheet } from "@timbang/source-files"
 * const sheet = { name: "result", columns: [Sheet.decimal("final", [65066, -1], 3)], size: 1 }
 * CsvWriter.text(sheet) // => "final\n65.066\n"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decimal = (header: string, units: ArrayLike<number>, decimals: number, absent = -1): Written =>
  ({ kind: "decimal", header, units, decimals, absent })

/**
 * Days since 1970-01-01, written as `YYYY-MM-DD`, in a workbook as dates.
 *
 * **Example** (A day)
 *
 * ```ts
 * import { CsvWriter, Sheet } from "@timbang/source-files"
 * CsvWriter.text({ name: "days", columns: [Sheet.day("born", [7669])], size: 1 }) // => "born\n1990-12-31\n"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const day = (header: string, days: ArrayLike<number>, absent = -2_147_483_648): Written =>
  ({ kind: "day", header, days, absent })

/**
 * Indices into words, as codes and references are kept; a negative index is written as an empty cell.
 *
 * **Example** (Outcomes)
 *
 * ```ts
 * import { CsvWriter, Sheet } from "@timbang/source-files"
 * CsvWriter.text({ name: "s", columns: [Sheet.code("status", [1, 0], ["TL", "P/L"])], size: 2 }) // => "status\nP/L\nTL\n"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const code = (header: string, codes: ArrayLike<number>, words: ReadonlyArray<string>): Written =>
  ({ kind: "code", header, codes, words })
