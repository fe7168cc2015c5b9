/**
 * Respondents weighted to the users of a service: raking to known margins, design weights kept, and a mean with the standard
 * error that fits the weighting.
 *
 * Rows may be respondents or cells of respondents alike in every margin; a stream needs only its cells.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Raking from "./internal/Raking.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * One margin: the category of each row, and how many users each category has.
 *
 * @category models
 * @since 0.1.0
 */
export interface Margin {
  readonly name: string
  /** Category of each row, from 0 to the number of totals less one. */
  readonly codes: Int32Array
  readonly labels: ReadonlyArray<string>
  readonly totals: ReadonlyArray<number>
}

/**
 * Weights that meet every margin.
 *
 * @category models
 * @since 0.1.0
 */
export interface Raked {
  /** Weight of each row; a row of several respondents carries the weight of all of them. */
  readonly weights: Float64Array
  /** The design weights before raking. */
  readonly base: Float64Array
  readonly margins: ReadonlyArray<Margin>
  readonly rounds: number
  /** Largest distance from a margin total, relative to it. */
  readonly deviation: number
}

/**
 * What was measured, by row: how many respondents, the sum of their values and of the squares.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sample {
  readonly sizes: Float64Array
  readonly sums: Float64Array
  readonly squares: Float64Array
}

/**
 * How the respondents were found. A design is made once and passed to every estimate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Design {
  /** Weight of each row. */
  readonly weights: Float64Array
  /** How the weights were raked; the margins take their part out of the error. */
  readonly raking?: Pick<Raked, "base" | "margins">
  /** Cluster of each row, such as the place of interview; absent: every respondent by itself. */
  readonly clusters?: Int32Array
  /** Stratum of each row, within which clusters were drawn: the same number in two strata is two clusters. Absent: one stratum. */
  readonly strata?: Int32Array
  /** Number of clusters, or of respondents where there are none, in the population: the finite-population correction. */
  readonly population?: number
}

/**
 * A weighted mean.
 *
 * @category models
 * @since 0.1.0
 */
export interface WeightedMean {
  readonly mean: number
  readonly standardError: number | Undefined.Undefined
  readonly sumOfWeights: number
  /** Kish: how many respondents with equal weights would say as much. */
  readonly effectiveRespondents: number
  readonly designEffect: number
  readonly conventions: ReadonlyArray<string>
}

// --- errors ---

/**
 * The margins cannot be met: their totals differ, a category has users and no respondent, or respondents and no users.
 *
 * @category errors
 * @since 0.1.0
 */
export class MarginsNotMet extends Data.TaggedError("MarginsNotMet")<{
  readonly because: "totals-differ" | "category-without-respondents" | "category-without-users" | "not-converged" | "code-unknown"
  readonly margin: string
  readonly category?: string
  readonly found: number
  readonly expected: number
}> {
  override get message(): string {
    const where = this.category === undefined ? `margin ${this.margin}` : `margin ${this.margin}, category ${this.category}`
    const advice = {
      "totals-differ": "give every margin the same number of users",
      "category-without-respondents": "join the category with another, in respondents and users alike",
      "category-without-users": "correct the number of users or the respondents' category",
      "not-converged": "join small categories; the margins may contradict each other",
      "code-unknown": "give every row a category that has a total"
    }[this.because]
    return `${where}: found ${this.found}, expected ${this.expected}; ${advice}`
  }
}

// --- constructors ---

/**
 * A sample of one value per row.
 *
 * **Example** (Three respondents)
 *
 * ```ts
 * import { SurveyWeights } from "@timbang/core/performance"
 * SurveyWeights.sample(Float64Array.of(3, 4, 2)).squares // => Float64Array.of(9, 16, 4)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const sample = (values: Float64Array): Sample => ({
  sizes: new Float64Array(values.length).fill(1),
  sums: values,
  squares: values.map((value) => value * value)
})

// --- operations ---

/**
 * Rakes weights to margins, each in turn, until every total is met.
 *
 * **Details**
 *
 * Rows alike in every margin are raked as one cell, so the work does not grow with the respondents. Convergence: every total
 * within one part in 10^10.
 * Source: W. E. Deming and F. F. Stephan (1940).
 *
 * **Example** (Four respondents, users half and half)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SurveyWeights } from "@timbang/core/performance"
 * const sex = { name: "sex", codes: Int32Array.of(0, 0, 0, 1), labels: ["women", "men"], totals: [50, 50] }
 * const raked = SurveyWeights.rake(Float64Array.of(1, 1, 1, 1), [sex])
 * Result.map(raked, ({ weights }) => Array.from(weights, Math.round)) // => Result.succeed([17, 17, 17, 50])
 * ```
 *
 * @category weighting
 * @since 0.1.0
 */
export const rake = (
  base: Float64Array,
  margins: ReadonlyArray<Margin>,
  maximumRounds = 1000
): Result.Result<Raked, MarginsNotMet> => {
  const refused = refuse(margins)
  if (refused !== undefined) return Result.fail(refused)
  const cells = Raking.cellsOf(base, margins)
  if (cells._tag === "CodeUnknown") {
    const { code, margin } = cells
    return Result.fail(
      new MarginsNotMet({ because: "code-unknown", margin: margin.name, found: code, expected: margin.totals.length - 1 })
    )
  }
  for (const [at, margin] of margins.entries()) {
    const present = Raking.totalsOf(cells.weights, cells.codes[at]!, margin.totals.length)
    const wrong = margin.totals.findIndex((total, category) => (total > 0) !== present[category]! > 0)
    if (wrong >= 0) {
      const because = margin.totals[wrong]! > 0 ? "category-without-respondents" : "category-without-users"
      const category = margin.labels[wrong] ?? String(wrong)
      return Result.fail(
        new MarginsNotMet({ because, margin: margin.name, category, found: present[wrong]!, expected: margin.totals[wrong]! })
      )
    }
  }
  const { deviation, factors, rounds } = Raking.iterate(cells, margins, maximumRounds)
  if (!(deviation <= Raking.tolerance)) {
    const margin = margins[0]!.name
    return Result.fail(new MarginsNotMet({ because: "not-converged", margin, found: deviation, expected: Raking.tolerance }))
  }
  const weights = new Float64Array(base.length)
  const { cellOf } = cells
  for (let row = 0; row < base.length; row++) weights[row] = base[row]! * factors[cellOf[row]!]!
  return Result.succeed({ weights, base, margins, rounds, deviation })
}

/**
 * The weighted mean of a sample with its linearised standard error.
 *
 * **Details**
 *
 * The error is that of the residuals from the margins (least squares by the design weights), summed by cluster, with C/(C-1) and the finite-population correction
 * 1 - C/population. Without clusters every respondent is one. With strata the sums are taken within each; a stratum of one
 * cluster has no error of its own and makes the whole error undefined.
 *
 * **Example** (Equal weights give the plain mean and error)
 *
 * ```ts
 * import { SurveyWeights } from "@timbang/core/performance"
 * const found = SurveyWeights.mean(SurveyWeights.sample(Float64Array.of(2, 3, 4)), { weights: Float64Array.of(1, 1, 1) })
 * [found.mean, found.standardError.toFixed(6), found.designEffect] // => [3, "0.577350", 1]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const mean = (sample: Sample, design: Design): WeightedMean | Undefined.Undefined => {
  const { sizes, squares, sums } = sample
  const { clusters, population, raking, strata, weights } = design
  let total = 0
  let weighted = 0
  let respondents = 0
  let squaredWeights = 0
  for (let row = 0; row < weights.length; row++) {
    const size = sizes[row]!
    if (size === 0) continue
    const weight = weights[row]!
    total += weight
    weighted += (weight / size) * sums[row]!
    respondents += size
    squaredWeights += (weight * weight) / size
  }
  if (!(total > 0)) return Undefined.because("weighted mean", "no-values", { found: respondents, needed: 1 })
  const average = weighted / total
  const fitted = raking === undefined
    ? new Float64Array(weights.length).fill(average)
    : Raking.fit(sample, raking.base, raking.margins)
  const parts = new Map<number, { clusters: number; squares: number; residuals: number; readonly byCluster: Map<number, number> }>()
  const partOf = (row: number) => {
    const stratum = strata?.[row] ?? 0
    const known = parts.get(stratum)
    if (known !== undefined) return known
    const part = { clusters: 0, squares: 0, residuals: 0, byCluster: new Map<number, number>() }
    parts.set(stratum, part)
    return part
  }
  for (let row = 0; row < weights.length; row++) {
    const size = sizes[row]!
    if (size === 0) continue
    const share = weights[row]! / size
    const centre = fitted[row]!
    const residual = share * (sums[row]! - size * centre)
    const part = partOf(row)
    if (clusters === undefined) {
      part.clusters += size
      part.residuals += residual
      part.squares += share * share * Math.max(0, squares[row]! - 2 * centre * sums[row]! + size * centre * centre)
    } else {
      part.byCluster.set(clusters[row]!, (part.byCluster.get(clusters[row]!) ?? 0) + residual)
    }
  }
  for (const part of parts.values()) {
    for (const residual of part.byCluster.values()) {
      part.clusters++
      part.residuals += residual
      part.squares += residual * residual
    }
  }
  const counted = [...parts.values()]
  const count = counted.reduce((sum, part) => sum + part.clusters, 0)
  const fewest = Math.min(...counted.map((part) => part.clusters))
  const spread = counted.reduce((sum, { clusters, residuals, squares }) =>
    sum + Math.max(0, squares - (residuals * residuals) / clusters) * (clusters / (clusters - 1)), 0)
  const effectiveRespondents = (total * total) / squaredWeights
  const quantity = "standard error of a weighted mean"
  const correction = population === undefined ? 1 : 1 - count / population
  const standardError = fewest < 2
    ? Undefined.because(quantity, "too-few-values", { found: fewest, needed: 2 })
    : correction < 0
    ? Undefined.because(quantity, "out-of-range", { found: population!, needed: count })
    : Math.sqrt(spread * correction) / total
  return {
    mean: average,
    standardError,
    sumOfWeights: total,
    effectiveRespondents,
    designEffect: respondents / effectiveRespondents,
    conventions: [
      "linearised standard error with C/(C-1)",
      clusters === undefined ? "every respondent is a cluster" : "errors summed by cluster",
      ...(strata === undefined ? [] : ["errors taken within each stratum"]),
      population === undefined ? "no finite-population correction: population not given" : "finite-population correction",
      ...(raking === undefined ? [] : [`residuals from ${raking.margins.map(({ name }) => name).join(", ")}, by design weights`])
    ]
  }
}

const refuse = (margins: ReadonlyArray<Margin>): MarginsNotMet | undefined => {
  const sum = ({ totals }: Margin) => totals.reduce((total, each) => total + each, 0)
  const [first, ...others] = margins
  if (first === undefined) return undefined
  const expected = sum(first)
  const differs = others.find((margin) => Math.abs(sum(margin) - expected) > 1e-9 * expected)
  return differs === undefined
    ? undefined
    : new MarginsNotMet({ because: "totals-differ", margin: differs.name, found: sum(differs), expected })
}
