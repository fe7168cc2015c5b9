/**
 * Agreement beyond chance on categories: Cohen for two raters, Fleiss for many.
 *
 * @since 0.1.0
 */
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * What a disagreement between two categories costs: every one the same, by distance, by squared distance, or a table with
 * zeros on the diagonal.
 *
 * @category models
 * @since 0.1.0
 */
export type Weights = "unweighted" | "linear" | "quadratic" | ReadonlyArray<ReadonlyArray<number>>

/**
 * Cohen's kappa of two raters.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cohen {
  readonly kappa: number
  /** Large-sample standard error, not under the hypothesis of chance (Fleiss, Cohen and Everitt 1969). */
  readonly standardError: number
  readonly observedAgreement: number
  readonly chanceAgreement: number
  readonly cases: number
}

/**
 * Fleiss' kappa of many raters.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fleiss {
  readonly kappa: number
  readonly observedAgreement: number
  readonly chanceAgreement: number
  /** Cases with at least two ratings; others hold no pair and are left out. */
  readonly cases: number
  readonly ratings: number
}

// --- operations ---

/**
 * Cohen's kappa from a square table of counts: rows are the first rater's categories, columns the second's.
 *
 * **Gotchas**
 *
 * When both raters use one same category only, chance agreement is certain and kappa is 0/0: undefined, not 1.
 *
 * Source: J. Cohen (1960, 1968).
 *
 * **Example** (Fifty cases)
 *
 * ```ts
 * import { Kappa } from "@timbang/core/performance"
 * Kappa.cohen([[20, 5], [10, 15]]).kappa.toFixed(3) // => "0.400"
 * Kappa.cohen([[50, 0], [0, 0]]).reason // => "one-category"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const cohen = (
  table: ReadonlyArray<ReadonlyArray<number>>,
  weights: Weights = "unweighted"
): Cohen | Undefined.Undefined => {
  const size = table.length
  const count = (row: number, column: number) => table[row]![column] ?? 0
  const all = Array.from({ length: size }, (_, at) => at)
  const sum = (of: (at: number) => number) => all.reduce((total, at) => total + of(at), 0)
  const cases = sum((row) => sum((column) => count(row, column)))
  if (table.some((row) => row.length !== size || row.some((cell) => cell < 0))) {
    return Undefined.because("Cohen kappa", "out-of-range")
  }
  if (cases === 0) return Undefined.because("Cohen kappa", "no-values", { found: 0, needed: 1 })
  const disagreement = disagreementOf(weights, size)
  const worst = Math.max(...all.flatMap((row) => all.map((column) => disagreement(row, column))))
  // One category, or a table of weights that punishes nothing.
  if (!(worst > 0)) return Undefined.because("Cohen kappa", "one-category")
  const agreement = (row: number, column: number) => 1 - disagreement(row, column) / worst
  const rows = all.map((row) => sum((column) => count(row, column)) / cases)
  const columns = all.map((column) => sum((row) => count(row, column)) / cases)
  const observed = sum((row) => sum((column) => (agreement(row, column) * count(row, column)) / cases))
  const chance = sum((row) => sum((column) => agreement(row, column) * rows[row]! * columns[column]!))
  const chanceDisagreement = sum((row) =>
    sum((column) => (disagreement(row, column) / worst) * rows[row]! * columns[column]!)
  )
  if (chanceDisagreement === 0) return Undefined.because("Cohen kappa", "one-category")

  const rowMean = all.map((row) => sum((column) => agreement(row, column) * columns[column]!))
  const columnMean = all.map((column) => sum((row) => agreement(row, column) * rows[row]!))
  const spread = sum((row) =>
    sum((column) =>
      (count(row, column) / cases) *
      (agreement(row, column) * (1 - chance) - (rowMean[row]! + columnMean[column]!) * (1 - observed)) ** 2
    )
  )
  const variance = (spread - (observed * chance - 2 * chance + observed) ** 2) / (cases * (1 - chance) ** 4)
  return {
    kappa: (observed - chance) / (1 - chance),
    standardError: Math.sqrt(Math.max(0, variance)),
    observedAgreement: observed,
    chanceAgreement: chance,
    cases
  }
}

/**
 * Fleiss' kappa from one row per case: how many raters chose each category. Rows may hold different numbers of ratings.
 *
 * Source: J. L. Fleiss (1971); with unequal numbers each case's pairs are taken among its own ratings.
 *
 * **Example** (Two cases, three raters)
 *
 * ```ts
 * import { Kappa } from "@timbang/core/performance"
 * Kappa.fleiss([[3, 0], [1, 2]]).kappa.toFixed(3) // => "0.250"
 * Kappa.fleiss([[3, 0], [3, 0]]).reason // => "one-category"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const fleiss = (counts: ReadonlyArray<ReadonlyArray<number>>): Fleiss | Undefined.Undefined => {
  if (counts.some((row) => row.some((cell) => !Number.isInteger(cell) || cell < 0))) {
    return Undefined.because("Fleiss kappa", "out-of-range")
  }
  const pairable = counts
    .map((row) => ({ row, ratings: row.reduce((sum, cell) => sum + cell, 0) }))
    .filter(({ ratings }) => ratings >= 2)
  if (pairable.length === 0) return Undefined.because("Fleiss kappa", "too-few-values", { found: 0, needed: 2 })
  const all = pairable.reduce((sum, { ratings }) => sum + ratings, 0)
  const categories = Math.max(...pairable.map(({ row }) => row.length))
  const totals = Array.from({ length: categories }, (_, at) => pairable.reduce((sum, { row }) => sum + (row[at] ?? 0), 0))
  if (totals.filter((total) => total > 0).length < 2) return Undefined.because("Fleiss kappa", "one-category")
  const observed = pairable
    .map(({ ratings, row }) => row.reduce((sum, cell) => sum + cell * (cell - 1), 0) / (ratings * (ratings - 1)))
    .reduce((sum, agreement) => sum + agreement, 0) / pairable.length
  const chance = totals.reduce((sum, total) => sum + (total / all) ** 2, 0)
  return {
    kappa: (observed - chance) / (1 - chance),
    observedAgreement: observed,
    chanceAgreement: chance,
    cases: pairable.length,
    ratings: all
  }
}

const disagreementOf = (weights: Weights, size: number): (row: number, column: number) => number => {
  switch (weights) {
    case "unweighted":
      return (row, column) => (row === column || size < 2 ? 0 : 1)
    case "linear":
      return (row, column) => Math.abs(row - column)
    case "quadratic":
      return (row, column) => (row - column) ** 2
    default:
      return (row, column) => weights[row]?.[column] ?? 0
  }
}
