/**
 * What can be wrong with a file of rows from outside, as tagged facts: where it stands, what was found, what was expected.
 *
 * A fault says nothing in words; sentences are made from the tag where somebody reads them. A file is refused with all
 * its faults at once, see {@link InputRefused}.
 *
 * @since 0.1.0
 */
import { Data } from "effect"

// --- models ---

/**
 * The file that a fault is about.
 *
 * @category models
 * @since 0.1.0
 */
export interface InFile {
  /** Name of the file as the caller gave it. */
  readonly file: string
}

/**
 * A row of a file, counted as a spreadsheet counts: the header is row 1.
 *
 * @category models
 * @since 0.1.0
 */
export interface InRow extends InFile {
  readonly row: number
}

/**
 * One cell of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface InCell extends InRow {
  /** Canonical header of the column; for a column Timbang does not know, the header as the file spells it. */
  readonly column: string
}

/**
 * One cell and what stands in it. `found` is the text itself, cut when long, or for a personal column only its shape.
 *
 * @category models
 * @since 0.1.0
 */
export interface Found extends InCell {
  readonly found: string
}

/**
 * A fault of the file as a whole.
 *
 * - `FileNotRead`: the file is missing, a folder, or may not be opened.
 * - `FileEmpty`: there is no header.
 * - `FormatRefused`: the bytes are of a kind that is not read, `found` (`xls`, `UTF-16`, `PDF`, ...).
 * - `BlocksMissing`: the file lacks its `blocks`, or has them in another order.
 * - `SheetMissing`: the workbook has no sheet `sheet`; it has `sheets`.
 * - `SheetOther`: the sheet that was read, `sheet`, lacks columns of the table, and there are `others`; `wanted` is the name of the
 *   table's own sheet where it has one.
 * - `FileTruncated`: the file stops in the middle of a quoted cell, a row or a workbook.
 * - `WorkbookTooLarge`: the part `part` of a workbook unpacks to more than it tells, or than `limit` of what is counted, `of`; a small
 *   archive can hold any amount.
 * - `TextBroken`: bytes that are not UTF-8, lone surrogates, or characters that an earlier conversion lost.
 * - `LineTooLong`: a row longer than `limit` characters.
 * - `QuoteMisplaced`: text follows the closing quote of a cell.
 * - `NotJson`: a line of an NDJSON file is not one flat JSON object.
 * - `NoRows`: there is a header and nothing under it.
 * - `CellsBeyondHeader`: a row has filled cells to the right of the last header.
 *
 * @category models
 * @since 0.1.0
 */
export type FileFault =
  | (InFile & { readonly _tag: "FileNotRead"; readonly reason: "missing" | "folder" | "forbidden" | "failed" })
  | (InFile & { readonly _tag: "FileEmpty" })
  | (InFile & { readonly _tag: "NoRows" })
  | (InFile & { readonly _tag: "FormatRefused"; readonly found: string })
  | (InFile & { readonly _tag: "BlocksMissing"; readonly blocks: ReadonlyArray<string> })
  | (InFile & { readonly _tag: "SheetMissing"; readonly sheet: string; readonly sheets: ReadonlyArray<string> })
  | (InFile & { readonly _tag: "SheetOther"; readonly sheet: string; readonly wanted: string | undefined; readonly others: ReadonlyArray<string> })
  | (InRow & { readonly _tag: "FileTruncated"; readonly within: "quoted cell" | "row" | "workbook" })
  | (InFile & {
    readonly _tag: "WorkbookTooLarge"
    readonly part: string
    readonly of: "bytes" | "characters" | "rows" | "columns"
    readonly found: number
    readonly limit: number
  })
  | (InRow & { readonly _tag: "TextBroken" })
  | (InRow & { readonly _tag: "LineTooLong"; readonly limit: number })
  | (InRow & { readonly _tag: "QuoteMisplaced" })
  | (InRow & { readonly _tag: "NotJson" })
  | (InRow & { readonly _tag: "CellsBeyondHeader"; readonly cells: number; readonly headers: number })

/**
 * A fault of the header.
 *
 * - `ColumnMissing`: a needed column is not there; `accepted` lists the headers it is read under, `nearest` is the
 *   header of the file that comes closest.
 * - `ColumnEmpty`: a column that another file, `neededBy`, asks for is not there, or has no filled cell.
 * - `ColumnConstant`: every row has the same, `found`, so that the column tells none of them apart.
 * - `SharesNotOne`: the shares of a column add up to `sum`, an exact fraction, not to 1.
 * - `ColumnTwice`: two headers of the file, `headers`, mean the same column.
 *
 * @category models
 * @since 0.1.0
 */
export type HeaderFault =
  | (InCell & {
    readonly _tag: "ColumnMissing"
    readonly accepted: ReadonlyArray<string>
    readonly nearest: string | undefined
  })
  | (InCell & { readonly _tag: "ColumnEmpty"; readonly neededBy: string })
  | (InCell & { readonly _tag: "ColumnTwice"; readonly headers: ReadonlyArray<string> })
  | (Found & { readonly _tag: "ColumnConstant" })
  | (InCell & { readonly _tag: "SharesNotOne"; readonly sum: string })

/**
 * A fault of one cell.
 *
 * - `CellMissing`: a needed cell is empty.
 * - `FormulaCell`: a spreadsheet formula stands where a fact must stand. `ErrorCell`: it stands in error (`#N/A`).
 * - `DigitsLost`: an identifier of more than 15 digits was kept as a spreadsheet number.
 * - `ExponentIdentifier`: an identifier in exponent form, `2.45501E+16`.
 * - `FormulaLikeIdentifier`: an identifier that begins with `=`, `+`, `-` or `@`.
 * - `NotAnIdentifier`: a fraction, a line break or a character that is not seen in an identifier; a name where a participant
 *   number must stand.
 * - `NikRefused`: what stands there is built like a NIK, where a pseudonym must stand.
 * - `TextUnprintable`: a control character in a text.
 * - `LooksRaw`: out of range, but it would fit the raw scale of the column `rawColumn`.
 * - `ScoresDisagree`: a raw score of `outOf` gives `gives`, and the column `scoreColumn` of the same row has `score`.
 * - `CategoryClosed`: agencies of the kind `agencyKind` may not open this kind of need; `openTo` may.
 * - `NotANumber`, `TooManyDecimals` (`decimals` are kept), `OutOfRange` (both limits included), `OffStep`.
 * - `DecimalCommaRefused`: a decimal comma where commas separate cells.
 * - `MixedDecimalMarks`: the column has a point in one row and a comma in another, `otherRow`.
 * - `AmbiguousThousands`: `1.234` may be a fraction or more than a thousand.
 * - `NotADay`, and `MonthFirst`: the date exists only when the month is read before the day.
 * - `NotAbove`: not above `limit`, as `neededBy`, a method, a mean or another column, needs it.
 * - `UnknownCode`: none of `accepted`; `nearest` comes closest.
 * - `Duplicate`: `firstRow` already has the same key.
 * - `CodeOfOtherScheme`: a code as Kemendagri writes it in a column that is said to hold those of `scheme`.
 * - `NotListed`: `listedIn`, another file, has no such key.
 * - `FormationUnmatched`: the descriptions `found` are those of no cell in `listedIn`; `nearest` comes closest.
 *   `FormationAmbiguous`: they are those of several, `fitting`.
 * - `CellNeeded`: empty, although `neededBy`, another cell of the row, asks for it.
 * - `DepartureUnexplained`: a rating that departs from `proposed`, or settles what is `open`, and `reasonColumn` is empty.
 * - `DayOutside`: before the period began, `from`, or after the day of the report or decision, `until`.
 * - `ReasonNotSpecific`: a refusal whose reason only repeats the requirement or the code. `BothRoles`: who looks at an application in the
 *   other role in row `otherRow`.
 * - `SelfRated`: who judges is the person who is judged. `ValuedElsewhere`: row `otherRow` of `otherFile` values the same person.
 * - `LastLevel`: no level follows; one does after each of `followed`.
 * - `CategoryUnmatched`: a category with users and no respondents in `otherColumn` of `otherFile`, or the other way about.
 * - `SumDiffers`: the numbers of `of` add up to `sum`, those of `other`, which begins in row `otherRow`, to `otherSum`.
 * - `MoreThan`, `EarlierThan`: a number larger, a day before the one of `otherColumn` in the same row.
 * - `SeatsContradict`: seats of a cell, where row `otherRow` tells `other` seats of the same cell.
 * - `DayImplausible`: a day outside `from` to `until`, on which nobody of the round can be born.
 * - `RowsDiffer`: the rows of `of` are to have one value, and row `otherRow` has `other`; of another file where
 *   `otherFile` is given.
 * - `NotBeside`: `otherColumn` is filled in row `otherRow`, and only one of the two columns may be, in all rows of `of`.
 * - `NotInRun`: the selection `listedIn` has no such participant or formation. `NotSeated`: a participant of the selection `listedIn` who has no seat there.
 * - `NotOnRecord`: a correction names a score that does not stand there. `ScoreRefused`: a corrected score that the component
 *   cannot have; `accepted` says which.
 *
 * @category models
 * @since 0.1.0
 */
export type CellFault =
  | (InCell & { readonly _tag: "CellMissing" })
  | (InCell & { readonly _tag: "FormulaCell" })
  | (Found & { readonly _tag: "ErrorCell" })
  | (Found & { readonly _tag: "DigitsLost" })
  | (Found & { readonly _tag: "ExponentIdentifier" })
  | (Found & { readonly _tag: "FormulaLikeIdentifier" })
  | (Found & { readonly _tag: "NotAnIdentifier" })
  | (Found & { readonly _tag: "NikRefused" })
  | (Found & { readonly _tag: "TextUnprintable" })
  | (Found & { readonly _tag: "NotANumber" })
  | (Found & { readonly _tag: "TooManyDecimals"; readonly decimals: number })
  | (Found & { readonly _tag: "OutOfRange"; readonly minimum: string; readonly maximum: string })
  | (Found & { readonly _tag: "NotAbove"; readonly limit: string; readonly neededBy: string })
  | (Found & { readonly _tag: "OffStep"; readonly step: string })
  | (Found & { readonly _tag: "DecimalCommaRefused" })
  | (Found & { readonly _tag: "MixedDecimalMarks"; readonly otherRow: number })
  | (Found & { readonly _tag: "AmbiguousThousands" })
  | (Found & { readonly _tag: "NotADay" })
  | (Found & { readonly _tag: "MonthFirst" })
  | (Found & {
    readonly _tag: "UnknownCode"
    readonly accepted: ReadonlyArray<string>
    readonly nearest: string | undefined
  })
  | (Found & { readonly _tag: "Duplicate"; readonly firstRow: number })
  | (Found & { readonly _tag: "CodeOfOtherScheme"; readonly scheme: string })
  | (Found & { readonly _tag: "NotListed"; readonly listedIn: string })
  | (Found & { readonly _tag: "FormationUnmatched"; readonly listedIn: string; readonly nearest: string | undefined })
  | (Found & { readonly _tag: "FormationAmbiguous"; readonly listedIn: string; readonly fitting: ReadonlyArray<string> })
  | (InCell & { readonly _tag: "CellNeeded"; readonly neededBy: string })
  | (Found & { readonly _tag: "DepartureUnexplained"; readonly proposed: string; readonly reasonColumn: string })
  | (Found & { readonly _tag: "DayOutside"; readonly from: string | undefined; readonly until: string })
  | (InCell & { readonly _tag: "ReasonNotSpecific" })
  | (Found & { readonly _tag: "BothRoles"; readonly otherRow: number })
  | (Found & { readonly _tag: "SelfRated" })
  | (Found & { readonly _tag: "ValuedElsewhere"; readonly otherFile: string; readonly otherRow: number })
  | (Found & { readonly _tag: "LastLevel"; readonly followed: ReadonlyArray<string> })
  | (Found & { readonly _tag: "CategoryUnmatched"; readonly lacks: "respondents" | "users"; readonly otherFile: string; readonly otherColumn: string })
  | (Found & { readonly _tag: "SumDiffers"; readonly of: string; readonly sum: string; readonly other: string; readonly otherSum: string; readonly otherRow: number })
  | (Found & { readonly _tag: "MoreThan"; readonly other: string; readonly otherColumn: string })
  | (Found & { readonly _tag: "EarlierThan"; readonly other: string; readonly otherColumn: string })
  | (Found & { readonly _tag: "SeatsContradict"; readonly otherRow: number; readonly other: number })
  | (Found & { readonly _tag: "DayImplausible"; readonly from: string; readonly until: string })
  | (Found & { readonly _tag: "RowsDiffer"; readonly of: string; readonly other: string; readonly otherRow: number; readonly otherFile?: string })
  | (Found & { readonly _tag: "NotBeside"; readonly of: string; readonly otherColumn: string; readonly otherRow: number })
  | (Found & { readonly _tag: "NotInRun"; readonly listedIn: string })
  | (Found & { readonly _tag: "NotSeated"; readonly listedIn: string })
  | (Found & { readonly _tag: "NotOnRecord" })
  | (Found & { readonly _tag: "ScoreRefused"; readonly accepted: ScoreScale })
  | (Found & { readonly _tag: "LooksRaw"; readonly minimum: string; readonly maximum: string; readonly rawColumn: string })
  | (Found & {
    readonly _tag: "ScoresDisagree"
    readonly outOf: string
    readonly gives: string
    readonly scoreColumn: string
    readonly score: string
  })
  | (Found & { readonly _tag: "CategoryClosed"; readonly agencyKind: string; readonly openTo: ReadonlyArray<string> })

/**
 * The scores that a component accepts: whole numbers of points or fractions of them, on a step. Unit: points, both limits
 * included.
 *
 * @category models
 * @since 0.1.0
 */
export interface ScoreScale {
  readonly minimum: number
  /** Absent where no source gives it. */
  readonly maximum: number | undefined
  /** A decimal numeral, such as `5` or `0.001`. */
  readonly step: string
}

/**
 * Anything that makes a file of rows unreadable as it is.
 *
 * @category models
 * @since 0.1.0
 */
export type Fault = FileFault | HeaderFault | CellFault | LayoutFault

/**
 * A fault of a layout, the document that says under which headers an export has its columns. `path` leads to the place: keys
 * joined by dots, entries of a list counted from 1.
 *
 * - `LayoutPlace`: the place is missing, too much, or not what is `expected` there, in the words of its schema.
 * - `LayoutColumnUnknown`: the table has no column `found`; `nearest` comes closest.
 * - `LayoutCodeUnknown`: the column does not have the value `found`, only `accepted`.
 * - `LayoutHeaderTwice`: the header `found` is given to another column too, `other`.
 *
 * @category models
 * @since 0.1.0
 */
export type LayoutFault =
  | (InLayout & { readonly _tag: "LayoutPlace"; readonly expected: string })
  | (InLayout & { readonly _tag: "LayoutColumnUnknown"; readonly found: string; readonly nearest: string | undefined })
  | (InLayout & { readonly _tag: "LayoutCodeUnknown"; readonly found: string; readonly accepted: ReadonlyArray<string> })
  | (InLayout & { readonly _tag: "LayoutHeaderTwice"; readonly found: string; readonly other: string })

/**
 * A place of a layout.
 *
 * @category models
 * @since 0.1.0
 */
export interface InLayout extends InFile {
  readonly path: string
}

/**
 * The tag of a {@link Fault}.
 *
 * @category models
 * @since 0.1.0
 */
export type Tag = Fault["_tag"]

// --- errors ---

/**
 * A file was refused. `faults` holds what is wrong in the order of rows, at most {@link mostKept} of them; `total` counts
 * all.
 *
 * @category errors
 * @since 0.1.0
 */
export class InputRefused extends Data.TaggedError("InputRefused")<{
  readonly file: string
  readonly faults: ReadonlyArray<Fault>
  readonly total: number
}> {
  override get message(): string {
    const first = this.faults[0]
    const where = first === undefined ? "" : `, the first is ${first._tag}${place(first)}`
    return `${this.file} was refused for ${this.total} fault(s)${where}; correct the file and read it again`
  }
}

// --- operations ---

/**
 * Most faults of one file that are kept one by one. Unit: faults.
 *
 * @category constants
 * @since 0.1.0
 */
export const mostKept = 10_000

/**
 * Where a fault stands, as ` in row 3, column twk`; empty for a fault of the whole file.
 *
 * **Example** (A cell)
 *
 * ```ts
 * import { Fault } from "@timbang/core/input"
 * Fault.place({ _tag: "CellMissing", file: "P.csv", row: 3, column: "twk" }) // => " in row 3, column twk"
 * Fault.place({ _tag: "FileEmpty", file: "P.csv" }) // => ""
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const place = (fault: Fault): string => {
  if (!("row" in fault)) return ""
  return "column" in fault ? ` in row ${fault.row}, column ${fault.column}` : ` in row ${fault.row}`
}
