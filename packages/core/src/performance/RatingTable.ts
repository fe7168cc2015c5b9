/**
 * Ratings of units by observers as one column, with gaps where an observer did not rate.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A table of ratings, made once and passed to every measure of agreement.
 *
 * @category models
 * @since 0.1.0
 */
export interface RatingTable {
  readonly units: number
  readonly observers: number
  /** Rating of unit `u` by observer `o` at `u * observers + o`. A gap is NaN here and nowhere else; it is no category. */
  readonly values: Float64Array
}

// --- constructors ---

/**
 * A table from one row per unit; `null` is a gap. Short rows are filled with gaps.
 *
 * **Example** (Two units, three observers)
 *
 * ```ts
 * import { RatingTable } from "@timbang/core/performance"
 * const table = RatingTable.fromUnits([[1, 2, null], [3, 3]])
 * table.observers // => 3
 * RatingTable.gaps(table) // => 2
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromUnits = (rows: ReadonlyArray<ReadonlyArray<number | null>>): RatingTable => {
  const observers = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const values = new Float64Array(rows.length * observers).fill(NaN)
  rows.forEach((row, unit) => {
    row.forEach((rating, observer) => {
      if (rating !== null) values[unit * observers + observer] = rating
    })
  })
  return { units: rows.length, observers, values }
}

/**
 * A table from one row per observer; `null` is a gap.
 *
 * **Example** (Two observers, three units)
 *
 * ```ts
 * import { RatingTable } from "@timbang/core/performance"
 * RatingTable.fromObservers([[1, 2, null], [1, 3, 3]]).units // => 3
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromObservers = (rows: ReadonlyArray<ReadonlyArray<number | null>>): RatingTable => {
  const units = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return fromUnits(Array.from({ length: units }, (_, unit) => rows.map((row) => row[unit] ?? null)))
}

// --- operations ---

/**
 * Number of gaps.
 *
 * **Example** (A whole table)
 *
 * ```ts
 * import { RatingTable } from "@timbang/core/performance"
 * RatingTable.gaps(RatingTable.fromUnits([[1, 2], [3, 3]])) // => 0
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const gaps = ({ values }: RatingTable): number => {
  let count = 0
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) count++
  return count
}
