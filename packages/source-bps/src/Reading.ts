/**
 * Figures read from one file, with what was put right and what was refused on the way.
 *
 * @since 0.1.0
 */
import type { Correction, FigureNote } from "@timbang/core/input"
import * as Cell from "./Cell.ts"

// --- models ---

/**
 * One figure.
 *
 * @category models
 * @since 0.1.0
 */
export interface Figure {
  /** BPS code of the region. */
  readonly region: string
  /** Identifier that the caller gave the column or variable. */
  readonly indicator: string
  readonly year: number
  /** Digits with a decimal point, exactly as published. */
  readonly figure: string
  readonly marks: ReadonlyArray<FigureNote.Mark>
  /** Publisher or page, where the file says it by row. */
  readonly source?: string
  /** What the file says is wrong with the row. */
  readonly note?: string
}

/**
 * What came out of a file.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly figures: ReadonlyArray<Figure>
  readonly notes: ReadonlyArray<FigureNote.FigureNote>
  /** What was put right in the file as a file: separators, blank rows. */
  readonly corrections: ReadonlyArray<Correction.Correction>
  /** Where each cell stands, whether a figure came of it or not. */
  readonly places: ReadonlyArray<Place>
}

/**
 * Where a cell stands and what is written there.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place extends Pick<Figure, "region" | "indicator" | "year"> {
  readonly column: string
  /** Row of the file, as a spreadsheet counts; absent where it has none. */
  readonly row?: number
  readonly found: string
}

/**
 * The range in which a figure can be true, in its unit; both ends included.
 *
 * @category models
 * @since 0.1.0
 */
export interface Range {
  readonly low: number
  readonly high: number
}

// --- operations ---

/**
 * Gathers cells of one file: keeps what is a figure, notes the rest.
 *
 * **Example** (A share above 100)
 *
 * ```ts
 * import { Reading } from "@timbang/source-bps"
 * const gathering = Reading.gather("p0.csv")
 * gathering.cell({ region: "1508", name: "Tebo", column: "P0", indicator: "poverty", year: 2021, text: "668", range: { low: 0, high: 100 } })
 * gathering.finish().notes.map(({ _tag }) => _tag) // => ["FigureImplausible"]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const gather = (file: string): Gathering => {
  const figures = new Map<string, Figure>()
  const notes: Array<FigureNote.FigureNote> = []
  const met = new Set<string>()
  const places: Array<Place> = []
  const columns = new Map<string, { indicator: string; commas: number; points: number; thousands: number }>()
  return {
    note: (note) => void notes.push(note),
    cell: ({ column, indicator, name, range, region, row, text, year, ...about }) => {
      const at = { file, region: name, column, indicator, ...(row === undefined ? {} : { row }), found: text.trim() }
      places.push({ region, indicator, year, column, ...(row === undefined ? {} : { row }), found: at.found })
      const cell = Cell.read(text)
      if (cell._tag === "NotObserved") return void notes.push({ _tag: "NotObserved", ...at })
      if (cell._tag === "Unreadable") return void notes.push({ _tag: "FigureUnreadable", ...at, because: cell.because })
      const seen = columns.get(column) ?? { indicator, commas: 0, points: 0, thousands: 0 }
      columns.set(column, seen)
      if (cell.decimal === "comma") seen.commas++
      if (cell.decimal === "point") seen.points++
      if (cell.hasThousands) seen.thousands++
      const value = Number(cell.figure)
      if (range !== undefined && !(value >= range.low && value <= range.high)) {
        return void notes.push({ _tag: "FigureImplausible", ...at, ...range })
      }
      const key = JSON.stringify([region, indicator, year])
      if (met.has(key)) {
        figures.delete(key)
        return void notes.push({ _tag: "FigureTwice", ...at, year })
      }
      met.add(key)
      for (const mark of cell.marks) notes.push({ _tag: "FigureMarked", ...at, mark })
      figures.set(key, { region, indicator, year, figure: cell.figure, marks: cell.marks, ...about })
    },
    finish: (corrections = []) => {
      for (const [column, { commas, indicator, points, thousands }] of columns) {
        const where = { file, column, indicator }
        if (commas > 0 && points > 0) notes.push({ _tag: "MixedMarks", ...where, commas, points })
        if (thousands > 0) notes.push({ _tag: "ThousandsRemoved", ...where, cells: thousands })
      }
      return { figures: [...figures.values()], notes, corrections, places }
    }
  }
}

/**
 * A file being read.
 *
 * @category models
 * @since 0.1.0
 */
export interface Gathering {
  readonly cell: (cell: GivenCell) => void
  readonly note: (note: FigureNote.FigureNote) => void
  readonly finish: (corrections?: ReadonlyArray<Correction.Correction>) => Reading
}

/**
 * A cell with everything that is known of its place.
 *
 * @category models
 * @since 0.1.0
 */
export interface GivenCell extends Pick<Figure, "region" | "indicator" | "year" | "source" | "note"> {
  /** The region as the file writes it. */
  readonly name: string
  readonly column: string
  readonly text: string
  /** Row of the file, as a spreadsheet counts. */
  readonly row?: number
  readonly range?: Range
}
