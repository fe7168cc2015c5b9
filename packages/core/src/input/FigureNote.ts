/**
 * What a reader of published figures put right, kept as a mark, or refused: said cell by cell, so that the sheet on the
 * quality of the data can say it too.
 *
 * @since 0.1.0
 */
import type { InFile } from "./Fault.ts"

// --- models ---

/**
 * A column of a table of figures.
 *
 * @category models
 * @since 0.1.0
 */
export interface InIndicator extends InFile {
  /** The header, or the number of the variable. */
  readonly column: string
  /** Identifier of the indicator it is read as. */
  readonly indicator: string
}

/**
 * A cell of a table of figures.
 *
 * @category models
 * @since 0.1.0
 */
export interface InFigure extends InIndicator {
  /** The region as the file writes it. */
  readonly region: string
  /** Row of the file, as a spreadsheet counts; absent where it has none. */
  readonly row?: number
  readonly found: string
}

/**
 * What the publisher says about a figure.
 *
 * - `nil`: the publisher prints a dash, which is zero. `negligible`: so small that it is printed as zero.
 * - `revised`, `estimate`, `preliminary`, `footnote`: the figure is taken as it is and the mark goes with it.
 *
 * @category models
 * @since 0.1.0
 */
export type Mark = "nil" | "negligible" | "revised" | "estimate" | "preliminary" | "footnote"

/**
 * What was put right or kept.
 *
 * - `MixedMarks`: a column with decimal commas and decimal points; every cell says by itself which is which.
 * - `ThousandsRemoved`: cells with separators of thousands.
 * - `UnitContradicted`: the header prints one unit, whoever uses the file has declared another and stands for it.
 * - `FigureMarked`: a figure with a mark of the publisher.
 * - `SpelledOtherwise`: a region found under another spelling.
 * - `RegionsElsewhere`: rows of other regions, left out.
 * - `AskedAgain`: a publisher's server was asked again, `times` times, because it was busy, broken or answered with a page.
 *
 * @category models
 * @since 0.1.0
 */
export type Corrected =
  | (InIndicator & { readonly _tag: "MixedMarks"; readonly commas: number; readonly points: number })
  | (InIndicator & { readonly _tag: "ThousandsRemoved"; readonly cells: number })
  | (InIndicator & { readonly _tag: "UnitContradicted"; readonly printed: string; readonly declared: string })
  | (InFigure & { readonly _tag: "FigureMarked"; readonly mark: Mark })
  | (InFile & { readonly _tag: "SpelledOtherwise"; readonly found: string; readonly region: string })
  | (InFile & { readonly _tag: "RegionsElsewhere"; readonly rows: number })
  | (InFile & { readonly _tag: "AskedAgain"; readonly times: number; readonly because: ReadonlyArray<"busy" | "broken" | "page" | "cut" | "unreachable"> })

/**
 * What was refused: there is no figure in that place.
 *
 * - `NotObserved`: the publisher says that there is none.
 * - `FigureUnreadable`: not a number, or `1.234`, which may be a fraction or more than a thousand.
 * - `FigureImplausible`: outside the range in which it can be true, such as a share above 100.
 * - `KeyUnknown`: an entry of an answer whose key fits no region, variable and year, or several.
 * - `YearMissing`: the publisher has nothing for a year that was asked for.
 * - `FigureTwice`: two rows give a figure for one region, indicator and year.
 *
 * @category models
 * @since 0.1.0
 */
export type Refused =
  | (InFigure & { readonly _tag: "NotObserved" })
  | (InFigure & { readonly _tag: "FigureUnreadable"; readonly because: "not-a-number" | "ambiguous-thousands" })
  | (InFigure & { readonly _tag: "FigureImplausible"; readonly low: number; readonly high: number })
  | (InFile & { readonly _tag: "KeyUnknown"; readonly found: string })
  | (InFile & { readonly _tag: "YearMissing"; readonly year: number })
  | (InFigure & { readonly _tag: "FigureTwice"; readonly year: number })

/**
 * Either.
 *
 * @category models
 * @since 0.1.0
 */
export type FigureNote = Corrected | Refused

// --- querying ---

/**
 * Whether the note takes a figure away.
 *
 * **Example** (A key that fits nothing)
 *
 * ```ts
 * import { FigureNote } from "@timbang/core/input"
 * FigureNote.isRefused({ _tag: "KeyUnknown", file: "bps.json", found: "99" }) // => true
 * FigureNote.isRefused({ _tag: "RegionsElsewhere", file: "bps.json", rows: 3 }) // => false
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isRefused = (note: FigureNote): note is Refused => refused.has(note._tag)

const refused: ReadonlySet<FigureNote["_tag"]> = new Set([
  "NotObserved",
  "FigureUnreadable",
  "FigureImplausible",
  "KeyUnknown",
  "YearMissing",
  "FigureTwice"
])
