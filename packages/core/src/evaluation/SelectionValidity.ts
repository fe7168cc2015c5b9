/**
 * Did the selection scores foretell performance? The raw correlation first, corrections after it, assumptions as data.
 *
 * @since 0.1.0
 */
import { Correlation, Interval, Undefined } from "../number/index.ts"
import * as RangeRestriction from "./RangeRestriction.ts"

// --- models ---

/**
 * A recruit's selection score and later performance. No name, no number: pairs are all that is needed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Pair {
  readonly score: number
  readonly performance: number
  /** The variable on which people were selected, such as the final score, when it is not `score` itself. */
  readonly selectedOn?: number
  /** What the recruit competed for, such as the position; pairs are then compared within it as well. */
  readonly stratum?: string
}

/**
 * What a study knows beside the pairs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Design {
  readonly pairs: ReadonlyArray<Pair>
  /** Recruits without a performance: left, not yet appraised. Unit: people. */
  readonly withoutPerformance: number
  /** Standard deviation of `score` among all applicants, as the selection knows it. */
  readonly applicantsDeviation?: number
  /** Standard deviation of `selectedOn` among all applicants. */
  readonly applicantsDeviationSelectedOn?: number
  readonly reliabilities?: RangeRestriction.Reliabilities
  /** Confidence level of all intervals. Default 0.95. */
  readonly level?: number
}

/**
 * What has to hold for a correction to mean anything.
 *
 * - `selected-on-this-score-only`, `selected-on-third-variable-only`: nothing else decided who was recruited.
 * - `straight-line-beyond-recruits`: the relation goes on as a straight line among those not recruited.
 * - `equal-spread-around-the-line`: performance spreads equally at every score.
 * - `applicants-spread-known`: the standard deviation of the applicants is that of the people who competed.
 * - `reliability-holds-for-recruits`: the reliability was measured among recruits, not in another group.
 * - `those-without-performance-are-alike`: people who left or were not appraised do not differ.
 *
 * @category models
 * @since 0.1.0
 */
export type Assumption =
  | "selected-on-this-score-only"
  | "selected-on-third-variable-only"
  | "straight-line-beyond-recruits"
  | "equal-spread-around-the-line"
  | "applicants-spread-known"
  | "reliability-holds-for-recruits"
  | "those-without-performance-are-alike"

/**
 * A correlation with its interval.
 *
 * @category models
 * @since 0.1.0
 */
export interface Estimate {
  readonly correlation: number | Undefined.Undefined
  readonly interval: Interval.Interval | Undefined.Undefined
}

/**
 * A corrected correlation. The ends of its interval are the ends of the raw one, corrected alike.
 *
 * @category models
 * @since 0.1.0
 */
export interface Corrected extends Estimate {
  readonly correction: "thorndike-2" | "thorndike-3" | "attenuation" | "attenuation-then-thorndike-2"
  readonly assumptions: ReadonlyArray<Assumption>
}

/**
 * The study. Fields stand in the order in which a reader has to meet them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Validity {
  /** Unit: people. */
  readonly recruits: number
  readonly withoutPerformance: number
  readonly pearson: Estimate
  readonly spearman: Estimate
  /**
   * Pearson's correlation of the distances from the means of each stratum: what is left when strata that differ in both are not
   * mixed (Simpson). Absent where no pair names a stratum, or all name one.
   */
  readonly within?: Estimate & { readonly strata: number }
  /** Standard deviation of the score among recruits. */
  readonly recruitsDeviation: number | Undefined.Undefined
  readonly corrected: ReadonlyArray<Corrected>
  /** Whether the interval of the raw correlation lies above zero, below it, or says neither. */
  readonly verdict: "foretells" | "foretells-the-opposite" | "not-shown"
}

// --- operations ---

/**
 * Studies the validity of a selection score.
 *
 * **Example** (Four recruits are too few for an interval that says anything)
 *
 * ```ts
 * import { SelectionValidity } from "@timbang/core/evaluation"
 * const pairs = [{ score: 60, performance: 3 }, { score: 70, performance: 2 }, { score: 80, performance: 4 }, { score: 90, performance: 4 }]
 * SelectionValidity.study({ pairs, withoutPerformance: 0 }).verdict // => "not-shown"
 * ```
 *
 * @category studying
 * @since 0.1.0
 */
export const study = (design: Design): Validity => {
  const { applicantsDeviation, level = 0.95, pairs, withoutPerformance } = design
  const [scores, performances] = [pairs.map(({ score }) => score), pairs.map(({ performance }) => performance)]
  const pearson = estimated("pearson", Correlation.pearson(scores, performances), pairs.length, level)
  const spearman = estimated("spearman", Correlation.spearman(scores, performances), pairs.length, level)
  const within = withinStrata(pairs, level)
  const recruitsDeviation = deviation(scores)
  const always: ReadonlyArray<Assumption> = withoutPerformance > 0 ? ["those-without-performance-are-alike"] : []
  const widened: ReadonlyArray<Assumption> = [
    "straight-line-beyond-recruits",
    "equal-spread-around-the-line",
    "applicants-spread-known",
    ...always
  ]
  const performance = design.reliabilities?.performance
  const corrected: Array<Corrected> = []
  if (applicantsDeviation !== undefined && !Undefined.isUndefined(recruitsDeviation)) {
    const widen = (r: number) => RangeRestriction.direct(r, applicantsDeviation, recruitsDeviation)
    corrected.push({
      correction: "thorndike-2",
      ...through(pearson, widen),
      assumptions: ["selected-on-this-score-only", ...widened]
    })
    if (performance !== undefined) {
      const both = (r: number) => Undefined.flatMap(RangeRestriction.disattenuate(r, { performance }), widen)
      corrected.push({
        correction: "attenuation-then-thorndike-2",
        ...through(pearson, both),
        assumptions: ["selected-on-this-score-only", "reliability-holds-for-recruits", ...widened]
      })
    }
  }
  const third = thirdVariable(design)
  if (third !== undefined) {
    corrected.push({
      correction: "thorndike-3",
      ...through(pearson, (rxy) => Undefined.flatMap(third, (known) => RangeRestriction.incidental({ ...known, rxy }))),
      assumptions: ["selected-on-third-variable-only", ...widened]
    })
  }
  const { reliabilities } = design
  if (reliabilities !== undefined) {
    corrected.push({
      correction: "attenuation",
      ...through(pearson, (r) => RangeRestriction.disattenuate(r, reliabilities)),
      assumptions: ["reliability-holds-for-recruits", ...always]
    })
  }
  return {
    recruits: pairs.length,
    withoutPerformance,
    pearson,
    spearman,
    ...(within === undefined ? {} : { within }),
    recruitsDeviation,
    corrected,
    verdict: verdictOf(pearson.interval)
  }
}

/** Each stratum costs a mean, so the interval is that of so many pairs fewer. */
const withinStrata = (pairs: ReadonlyArray<Pair>, level: number): Validity["within"] => {
  const members = new Map<string, Array<Pair>>()
  for (const pair of pairs) {
    if (pair.stratum === undefined) return undefined
    members.set(pair.stratum, [...(members.get(pair.stratum) ?? []), pair])
  }
  if (members.size < 2) return undefined
  const mean = (values: ReadonlyArray<number>) => values.toSorted((a, b) => a - b).reduce((sum, one) => sum + one, 0) / values.length
  const centred = [...members.values()].filter((own) => own.length > 1).flatMap((own) => {
    const [score, performance] = [mean(own.map((pair) => pair.score)), mean(own.map((pair) => pair.performance))]
    return own.map((pair) => ({ score: pair.score - score, performance: pair.performance - performance }))
  })
  const strata = [...members.values()].filter((own) => own.length > 1).length
  const correlation = Correlation.pearson(centred.map(({ score }) => score), centred.map(({ performance }) => performance))
  return { strata, ...estimated("pearson", correlation, centred.length - strata + 1, level) }
}

const estimated = (
  coefficient: Correlation.Coefficient,
  correlation: number | Undefined.Undefined,
  pairs: number,
  level: number
): Estimate => ({
  correlation,
  interval: Undefined.flatMap(correlation, (r) => Correlation.interval(r, pairs, coefficient, level))
})

const through = (raw: Estimate, correct: (r: number) => number | Undefined.Undefined): Estimate => ({
  correlation: Undefined.flatMap(raw.correlation, correct),
  interval: Undefined.flatMap(raw.interval, (interval) =>
    Undefined.flatMap(correct(interval.lower), (lower) =>
      Undefined.map(correct(interval.upper), (upper) => ({ ...interval, lower, upper })))
  )
})

const thirdVariable = (
  design: Design
): Omit<RangeRestriction.Incidental, "rxy"> | Undefined.Undefined | undefined => {
  const wide = design.applicantsDeviationSelectedOn
  const selectedOn = design.pairs.flatMap((pair) => (pair.selectedOn === undefined ? [] : [pair.selectedOn]))
  if (wide === undefined || selectedOn.length !== design.pairs.length) return undefined
  const rxz = Correlation.pearson(design.pairs.map(({ score }) => score), selectedOn)
  const ryz = Correlation.pearson(design.pairs.map(({ performance }) => performance), selectedOn)
  return Undefined.flatMap(rxz, (x) =>
    Undefined.flatMap(ryz, (y) => Undefined.map(deviation(selectedOn), (s) => ({ rxz: x, ryz: y, u: s / wide }))))
}

const deviation = (values: ReadonlyArray<number>): number | Undefined.Undefined => {
  const n = values.length
  if (n < 2) return Undefined.because("standard deviation", "too-few-values", { found: n, needed: 2 })
  const sorted = [...values].sort((a, b) => a - b)
  const mean = sorted.reduce((sum, one) => sum + one, 0) / n
  return Math.sqrt(sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
}

const verdictOf = (interval: Interval.Interval | Undefined.Undefined): Validity["verdict"] => {
  if (Undefined.isUndefined(interval)) return "not-shown"
  return interval.lower > 0 ? "foretells" : interval.upper < 0 ? "foretells-the-opposite" : "not-shown"
}
