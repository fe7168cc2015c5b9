/**
 * Columns that hold something else than their header says. Findings for people; they change no score.
 *
 * @since 0.1.0
 */
import { unitsPerPoint, type ExamComponent } from "./ExamComponent.ts"
import type { Cohort } from "./Cohort.ts"
import type { RuleSet } from "./RuleSet.ts"

// --- models ---

/**
 * What a column looks like.
 *
 * - `LooksLikeRawScore`: values lie above the component's maximum, and none above the maximum of its raw form.
 * - `LooksLikeRank`: the values are exactly 1 to n, over the whole file or in every cell of three or more.
 *
 * @category models
 * @since 0.1.0
 */
export type Finding =
  | {
    readonly _tag: "LooksLikeRawScore"
    readonly component: string
    /** How many values lie above the maximum. */
    readonly above: number
    /** Unit: whole points. */
    readonly maximum: number
    /** Unit: whole points. */
    readonly rawMaximum: number
    /** Header under which raw scores are read. */
    readonly rawColumn: string
  }
  | {
    readonly _tag: "LooksLikeRank"
    readonly component: string
    readonly over: "file" | "cells"
    readonly values: number
  }

// --- operations ---

/**
 * Looks at every component of a cohort.
 *
 * **Details**
 *
 * A reader that refuses scores out of range never lets a raw score into a cohort; it asks {@link checkColumn} before it
 * refuses. Cost: O(n log c).
 *
 * **Example** (Ranks in the column of the practical exam)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Plausibility, Specimen } from "@timbang/core/selection"
 * const rows = ["3", "1", "2"].map((practice) => ({ participant: `24-${practice}`, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } }))
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * Plausibility.check(Specimen.ruleSet, cohort) // => [{ _tag: "LooksLikeRank", component: "practice", over: "file", values: 3 }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (ruleSet: Pick<RuleSet, "components">, cohort: Cohort): ReadonlyArray<Finding> =>
  ruleSet.components.flatMap((component) => {
    const column = cohort.scores[component.id]
    return column === undefined ? [] : checkColumn(component, column, cohort.formation)
  })

/**
 * Looks at one column, in units of the component's last decimal; negative values are absent.
 *
 * **Example** (Scores of 500 under a header of 100)
 *
 * ```ts
 * import { Plausibility } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const known = (value: number) => ({ _tag: "Known", value, source }) as const
 * const skb = { id: "skb", decimals: 3, maximum: known(100), raw: { column: "skbRaw", outOf: known(500), rounding: "half-up" } } as const
 * Plausibility.checkColumn(skb, [355000, 90000], [0, 0]) // => [{ _tag: "LooksLikeRawScore", component: "skb", above: 1, maximum: 100, rawMaximum: 500, rawColumn: "skbRaw" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkColumn = (
  component: Pick<ExamComponent, "id" | "decimals" | "maximum" | "raw">,
  column: ArrayLike<number>,
  cell: ArrayLike<number>
): ReadonlyArray<Finding> => [...looksRaw(component, column), ...looksLikeRank(component, column, cell)]

const looksRaw = (
  { decimals, id, maximum, raw }: Pick<ExamComponent, "id" | "decimals" | "maximum" | "raw">,
  column: ArrayLike<number>
): ReadonlyArray<Finding> => {
  if (maximum._tag === "Unknown" || raw === undefined || raw.outOf._tag === "Unknown") return []
  const perPoint = unitsPerPoint({ decimals })
  let above = 0
  for (let i = 0; i < column.length; i++) {
    if (column[i]! > raw.outOf.value * perPoint) return []
    if (column[i]! > maximum.value * perPoint) above++
  }
  return above === 0 ? [] : [{
    _tag: "LooksLikeRawScore",
    component: id,
    above,
    maximum: maximum.value,
    rawMaximum: raw.outOf.value,
    rawColumn: raw.column
  }]
}

const leastRanks = 3

const looksLikeRank = (
  { decimals, id }: Pick<ExamComponent, "id" | "decimals">,
  column: ArrayLike<number>,
  cell: ArrayLike<number>
): ReadonlyArray<Finding> => {
  if (!couldBeRanks(column, cell, unitsPerPoint({ decimals }))) return []
  const all: Array<number> = []
  const cells = new Map<number, Array<number>>()
  for (let i = 0; i < column.length; i++) {
    const units = column[i]!
    if (units < 0) continue
    all.push(units)
    const own = cells.get(cell[i]!)
    if (own === undefined) cells.set(cell[i]!, [units])
    else own.push(units)
  }
  const perPoint = unitsPerPoint({ decimals })
  const isRanks = (values: ReadonlyArray<number>) => isOneToN(values, perPoint)
  if (all.length >= leastRanks && isRanks(all)) {
    return [{ _tag: "LooksLikeRank", component: id, over: "file", values: all.length }]
  }
  const large = [...cells.values()].filter(({ length }) => length >= leastRanks)
  return large.length > 0 && large.every(isRanks)
    ? [{
      _tag: "LooksLikeRank",
      component: id,
      over: "cells",
      values: large.reduce((sum, { length }) => sum + length, 0)
    }]
    : []
}

const isOneToN = (values: ReadonlyArray<number>, perPoint: number): boolean => {
  const seen = new Uint8Array(values.length + 1)
  return values.every((units) => {
    const place = units / perPoint
    const isNew = Number.isInteger(place) && place >= 1 && place <= values.length && seen[place] === 0
    if (isNew) seen[place] = 1
    return isNew
  })
}

/** Looks no further than the first score that can be no rank: not a whole point, or more than there are rows. */
const couldBeRanks = (column: ArrayLike<number>, cell: ArrayLike<number>, perPoint: number): boolean => {
  let present = 0
  let highest = 0
  let cells = 0
  for (let i = 0; i < cell.length; i++) cells = Math.max(cells, cell[i]! + 1)
  const inCell = new Int32Array(cells)
  for (let i = 0; i < column.length; i++) {
    const units = column[i]!
    if (units < 0) continue
    if (units % perPoint !== 0) return false
    present++
    inCell[cell[i]!]!++
    if (units > highest) highest = units
  }
  if (highest === present * perPoint) return true
  for (let i = 0; i < column.length; i++) {
    const rows = inCell[cell[i]!]!
    const points = column[i]! / perPoint
    if (rows >= leastRanks && (points === 0 || points > rows)) return false
  }
  return true
}
