/**
 * What a report of needs is made from: results of the stage `needs`, with the names that people read and where every
 * figure comes from.
 */
import type { Correction, FigureNote } from "@timbang/core/input"
import type { Day, LegalSource, Standing } from "@timbang/core/law"
import type { Aggregation, Driver, NeedScore, Sensitivity } from "@timbang/core/needs"
import type { Fraction } from "@timbang/core/number"

/**
 * A composite index of all units, in the order of the units of the report.
 *
 * @category models
 * @since 0.1.0
 */
export interface Index {
  readonly title: string
  readonly index: ReadonlyArray<number>
  /** Rank 1 is the largest index. */
  readonly ranks: ReadonlyArray<number>
  /** The ranks each unit takes when what the index rests on varies by chance. */
  readonly intervals: Sensitivity.RankIntervals
  readonly mean: Aggregation.Mean
  /** Titles of the groups the index is made of, and what each puts into the index of each unit, before scaling. */
  readonly groups: ReadonlyArray<string>
  readonly contributions: ReadonlyArray<ReadonlyArray<number>>
  /** Factor by which the index was scaled. */
  readonly scale: number
}

/**
 * How a claim moves when the shares of the policy move by chance. Unit: people.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClaimInterval {
  readonly unit: string
  readonly jobFamily: string
  readonly low: number
  readonly high: number
}

/**
 * Posts of one cell out of a number that was shared.
 *
 * @category models
 * @since 0.1.0
 */
export interface Post {
  readonly unit: string
  readonly jobFamily: string
  readonly posts: number
  /** Whether a draw has to settle one more post. */
  readonly isOpen: boolean
  readonly low: number
  readonly high: number
  /** The smallest change of this claim alone that moves a post; absent where a draw is open or it was not looked for. */
  readonly change?: { readonly gain?: Move; readonly loss?: Move }
}

/**
 * A change of a claim that moves a post. Unit: people.
 *
 * @category models
 * @since 0.1.0
 */
export interface Move {
  readonly people: number
  /** Cells that lose the post by a gain, or win it by a loss. */
  readonly others: ReadonlyArray<{ readonly unit: string; readonly jobFamily: string }>
}

/**
 * The state of the figures of one indicator.
 *
 * @category models
 * @since 0.1.0
 */
export interface Quality {
  readonly indicator: string
  readonly source: string
  readonly file: string
  readonly year: number
  /** Unit: years between the figures and the day of the report. */
  readonly age: number
  readonly units: number
  readonly corrected: number
  readonly refused: number
  readonly imputed: number
  readonly isComputed: boolean
}

/**
 * One figure as it was used.
 *
 * @category models
 * @since 0.1.0
 */
export interface Figure {
  readonly unit: string
  readonly indicator: string
  readonly year: number
  readonly figure: Fraction.Fraction
  readonly source: string
  readonly note: string
}

/**
 * What citizens ask for, by sector, over the whole list of proposals. It stands beside the score and is no part of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voice {
  /** The document that says which kind of proposal speaks for which sector, and the day it was asked for. */
  readonly dictionary: string
  readonly on: Day.Day
  readonly sectors: ReadonlyArray<{
    readonly sector: string
    readonly proposals: number
    /** Proposals that speak for any sector. */
    readonly of: number
  }>
  /** Physical proposals whose kind the dictionary does not name. */
  readonly unmapped: number
}

/**
 * Everything a report of needs says.
 *
 * @category models
 * @since 0.1.0
 */
export interface Facts {
  readonly title: string
  readonly on: Day.Day
  readonly year: number
  readonly standing: Standing.Standing
  readonly units: ReadonlyArray<Driver.Named>
  readonly sectors: ReadonlyArray<Driver.Named>
  readonly jobFamilies: ReadonlyArray<Driver.Named>
  /** Titles of indicators by identifier; one without a title is printed as it is. */
  readonly titles: Readonly<Record<string, string>>
  readonly policy: { readonly title: string; readonly source: LegalSource.LegalSource }
  readonly scores: NeedScore.NeedScores
  readonly index?: Index
  readonly chance: {
    readonly draws: number
    readonly seed: number
    readonly coverage: number
    readonly spread: number
  }
  readonly claims: ReadonlyArray<ClaimInterval>
  /** Present when a number of posts was shared. */
  readonly posts?: { readonly seats: number; readonly cells: ReadonlyArray<Post> }
  readonly quality: ReadonlyArray<Quality>
  readonly figures: ReadonlyArray<Figure>
  readonly notes: ReadonlyArray<FigureNote.FigureNote>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly voice?: Voice
  readonly map?: { readonly source: string; readonly shapes: ReadonlyArray<Shape> }
}

/**
 * The shape of a unit: a geometry of GeoJSON, longitude first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shape {
  readonly unit: string
  readonly geometry: {
    readonly type: "Polygon" | "MultiPolygon"
    readonly coordinates: ReadonlyArray<unknown>
  }
}
