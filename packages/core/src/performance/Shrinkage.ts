/**
 * Estimates drawn towards the common mean as far as their uncertainty asks: empirical Bayes for unequal errors, James-Stein
 * for equal ones. A mean of four answers is not a mean of sixty.
 *
 * @since 0.1.0
 */
import * as ChiSquare from "../number/ChiSquare.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * One unit: its estimate and standard error, in the same unit of measure.
 *
 * @category models
 * @since 0.1.0
 */
export interface Estimate {
  readonly id: string
  readonly estimate: number
  /** Above zero. */
  readonly standardError: number
}

/**
 * How the variance between units is estimated: DerSimonian-Laird, restricted likelihood, or Paule-Mandel.
 *
 * @category models
 * @since 0.1.0
 */
export type Method = "DL" | "REML" | "PM"

/**
 * A unit's estimate, shrunken.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shrunken {
  readonly id: string
  readonly raw: number
  readonly estimate: number
  readonly standardError: number
  /** Weight of the unit's own estimate; the rest is the common mean's. Range: 0 to 1. */
  readonly ownWeight: number
}

/**
 * All units together; the heterogeneity stands before the estimates because it says whether they differ at all.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shrinkage {
  readonly method: Method
  readonly mean: number
  readonly standardError: number
  /** Variance between units beyond chance. Zero: nothing shows that the units differ, and any ranking of them is noise. */
  readonly betweenVariance: number
  /** Share of the spread that is not chance. Range: 0 to 1. */
  readonly heterogeneity: number
  readonly cochranQ: number
  /** Probability of a larger Q if all units were equal. */
  readonly probability: number
  readonly units: ReadonlyArray<Shrunken>
}

// --- operations ---

/**
 * Shrinks estimates with unequal errors towards their weighted mean.
 *
 * Source: R. DerSimonian and N. Laird (1986); R. C. Paule and J. Mandel (1982); restricted likelihood by Fisher scoring.
 *
 * **Example** (Four answers and sixty answers)
 *
 * ```ts
 * import { Shrinkage } from "@timbang/core/performance"
 * const few = { id: "few", estimate: 95, standardError: 6 }
 * const many = [{ id: "a", estimate: 80, standardError: 1 }, { id: "b", estimate: 70, standardError: 1 }]
 * const { units } = Shrinkage.estimate([few, ...many], "DL")
 * units.map(({ estimate, id }) => [id, Math.round(estimate)]) // => [["few", 89], ["a", 80], ["b", 70]]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const estimate = (units: ReadonlyArray<Estimate>, method: Method): Shrinkage | Undefined.Undefined => {
  if (units.length < 2) {
    return Undefined.because("variance between units", "too-few-values", { found: units.length, needed: 2 })
  }
  if (units.some(({ standardError }) => !(standardError > 0))) {
    return Undefined.because("variance between units", "not-positive")
  }
  // Sorted, so that the order of input does not show in the last digit of a sum.
  const sorted = units.toSorted((a, b) => a.estimate - b.estimate || a.standardError - b.standardError)
  const values = sorted.map(({ estimate }) => estimate)
  const variances = sorted.map(({ standardError }) => standardError * standardError)
  const fixed = pool(values, variances, 0)
  const freedom = units.length - 1
  const between = betweenVariance(values, variances, method, fixed)
  const { mean, precision } = pool(values, variances, between)
  // Typical error variance, as in the definition of I².
  const typical = (freedom * fixed.precision) / (fixed.precision ** 2 - fixed.squares)
  return {
    method,
    mean,
    standardError: Math.sqrt(1 / precision),
    betweenVariance: between,
    heterogeneity: between / (between + typical),
    cochranQ: fixed.q,
    probability: ChiSquare.upperTail(fixed.q, freedom),
    units: units.map(({ estimate, id, standardError }) => {
      const variance = standardError * standardError
      const ownWeight = between / (between + variance)
      return {
        id,
        raw: estimate,
        estimate: ownWeight * estimate + (1 - ownWeight) * mean,
        standardError: Math.sqrt(ownWeight * variance + (1 - ownWeight) ** 2 / precision),
        ownWeight
      }
    })
  }
}

/**
 * Shrinks values with one known variance towards their mean (James-Stein with an estimated mean; at least four values).
 *
 * **Details**
 *
 * The factor is 1 - (k - 3) variance / S, with S the sum of squares around the mean; a factor below zero is zero.
 * Source: B. Efron and C. Morris (1975).
 *
 * **Example** (Four values)
 *
 * ```ts
 * import { Shrinkage } from "@timbang/core/performance"
 * Shrinkage.jamesStein([1, 2, 3, 6], 2).factor // => 1 - 2 / 14
 * Shrinkage.jamesStein([1, 2, 3], 2).reason // => "too-few-values"
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const jamesStein = (
  values: ReadonlyArray<number>,
  variance: number
): { readonly mean: number; readonly factor: number; readonly values: ReadonlyArray<number> } | Undefined.Undefined => {
  const count = values.length
  if (count < 4) return Undefined.because("James-Stein factor", "too-few-values", { found: count, needed: 4 })
  const sorted = values.toSorted((a, b) => a - b)
  const mean = sorted.reduce((sum, each) => sum + each, 0) / count
  const spread = sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  if (spread === 0) return Undefined.because("James-Stein factor", "no-variation")
  const factor = Math.max(0, 1 - ((count - 3) * variance) / spread)
  return { mean, factor, values: values.map((each) => mean + factor * (each - mean)) }
}

interface Pooled {
  readonly mean: number
  readonly precision: number
  readonly squares: number
  readonly q: number
}

const pool = (values: ReadonlyArray<number>, variances: ReadonlyArray<number>, between: number): Pooled => {
  let precision = 0
  let squares = 0
  let sum = 0
  values.forEach((value, at) => {
    const weight = 1 / (variances[at]! + between)
    precision += weight
    squares += weight * weight
    sum += weight * value
  })
  const mean = sum / precision
  const q = values.reduce((total, value, at) => total + (value - mean) ** 2 / (variances[at]! + between), 0)
  return { mean, precision, squares, q }
}

const betweenVariance = (
  values: ReadonlyArray<number>,
  variances: ReadonlyArray<number>,
  method: Method,
  fixed: Pooled
): number => {
  const freedom = values.length - 1
  const start = Math.max(0, (fixed.q - freedom) / (fixed.precision - fixed.squares / fixed.precision))
  switch (method) {
    case "DL":
      return start
    case "PM":
      return fixed.q <= freedom ? 0 : pauleMandel(values, variances, freedom)
    case "REML":
      return restrictedLikelihood(values, variances, start)
  }
}

/** The variance at which Q equals its degrees of freedom; Q falls as the variance grows. */
const pauleMandel = (values: ReadonlyArray<number>, variances: ReadonlyArray<number>, freedom: number): number => {
  const q = (between: number) => pool(values, variances, between).q - freedom
  let low = 0
  let high = 1
  while (q(high) > 0) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (q(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const restrictedLikelihood = (
  values: ReadonlyArray<number>,
  variances: ReadonlyArray<number>,
  start: number
): number => {
  let between = start
  for (let step = 0; step < 1000; step++) {
    const { mean, precision, squares } = pool(values, variances, between)
    let cubes = 0
    let spread = 0
    values.forEach((value, at) => {
      const weight = 1 / (variances[at]! + between)
      cubes += weight ** 3
      spread += weight * weight * (value - mean) ** 2
    })
    // Traces of P and PP with P = W - W1(1'W1)^-1 1'W.
    const trace = precision - squares / precision
    const traceSquared = squares - (2 * cubes) / precision + (squares / precision) ** 2
    const next = Math.max(0, between + (spread - trace) / traceSquared)
    if (Math.abs(next - between) <= 1e-13 * (1 + between)) return next
    between = next
  }
  return between
}
