/**
 * A citizens' survey as it streams in: add a respondent, merge parts, finish. Memory does not grow with the respondents.
 *
 * Every sum is a whole number, so parts merged in any order give the same bytes.
 *
 * @since 0.1.0
 */
import * as Standing from "../law/Standing.ts"
import * as Normal from "../number/Normal.ts"
import type { Interval } from "../number/Interval.ts"
import * as SurveyIndex from "./SurveyIndex.ts"
import * as SurveyQuality from "./SurveyQuality.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * The sums of the respondents so far. It changes as respondents are added.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tally {
  readonly elements: number
  readonly lowest: number
  readonly highest: number
  /** Respondents counted: with answers to all elements, to some, to none, and with an answer off the scale (left out). */
  complete: number
  partial: number
  blank: number
  offScale: number
  /** Complete respondents who gave one and the same answer to every element. */
  straightLiners: number
  /** Sums over complete respondents: answers by element, and products by pair of elements. */
  readonly totals: Float64Array
  readonly products: Float64Array
  /** The same over partial respondents, by pair of elements both answered: counts, answers to the first, products. */
  readonly partialCounts: Float64Array
  readonly partialTotals: Float64Array
  readonly partialProducts: Float64Array
}

/**
 * What is known beside the answers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Frame {
  /** Users of the service in the period; gives the finite-population correction. */
  readonly population?: number
  /** People asked, those who did not answer included. */
  readonly invited?: number
  /** What the run is; a simulation where nothing is said. */
  readonly standing?: Standing.Standing
}

/**
 * How sure the mean of one element is.
 *
 * @category models
 * @since 0.1.0
 */
export interface ElementError {
  readonly id: string
  /** Respondents who answered the element. */
  readonly answers: number
  /** Unit: that of the answers. */
  readonly standardError: number | Undefined.Undefined
}

/**
 * The official index, and beside it how sure it is.
 *
 * @category models
 * @since 0.1.0
 */
export interface Survey {
  readonly official: SurveyIndex.SurveyIndex
  /** How sure the mean of each element is, in the order of the questionnaire. */
  readonly elementErrors: ReadonlyArray<ElementError>
  /** Respondents with at least one answer. */
  readonly respondents: number
  /** Of the index; the respondent is the unit, with the finite-population correction where the population is known. */
  readonly standardError: number | Undefined.Undefined
  readonly interval: Interval | Undefined.Undefined
  /** Probability that the users as a whole belong to each class, lowest class first. */
  readonly classProbabilities: ReadonlyArray<{ readonly label: string; readonly probability: number }> | Undefined.Undefined
  readonly quality: SurveyQuality.Quality
  readonly standing: Standing.Standing
  readonly conventions: ReadonlyArray<string>
}

// --- constructors ---

/**
 * An empty tally for a questionnaire.
 *
 * **Example** (Nobody yet)
 *
 * ```ts
 * import { CitizenSurvey } from "@timbang/core/performance"
 * CitizenSurvey.make({ elements: ["U1", "U2"], answers: { lowest: 1, highest: 4 } }).complete // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = ({ answers, elements }: Pick<SurveyIndex.Questionnaire, "elements" | "answers">): Tally => {
  const size = elements.length
  const square = () => new Float64Array(size * size)
  return {
    elements: size,
    lowest: answers.lowest,
    highest: answers.highest,
    complete: 0,
    partial: 0,
    blank: 0,
    offScale: 0,
    straightLiners: 0,
    totals: new Float64Array(size),
    products: square(),
    partialCounts: square(),
    partialTotals: square(),
    partialProducts: square()
  }
}

// --- operations ---

/**
 * Adds one respondent: an answer for each element from `from` on, 0 where there is none. Says whether it was counted; an
 * answer off the scale leaves the respondent out and is counted as such.
 *
 * **Example** (A whole form, a form with a gap, and a five on a scale to four)
 *
 * ```ts
 * import { CitizenSurvey } from "@timbang/core/performance"
 * const tally = CitizenSurvey.make({ elements: ["U1", "U2"], answers: { lowest: 1, highest: 4 } })
 * [CitizenSurvey.add(tally, [3, 4]), CitizenSurvey.add(tally, [3, 0]), CitizenSurvey.add(tally, [5, 4])] // => [true, true, false]
 * [tally.complete, tally.partial, tally.offScale] // => [1, 1, 1]
 * ```
 *
 * @category streaming
 * @since 0.1.0
 */
export const add = (tally: Tally, answers: ArrayLike<number>, from = 0): boolean => {
  const { elements, highest, lowest, products, totals } = tally
  let answered = 0
  for (let u = from; u < from + elements; u++) {
    const answer = answers[u]!
    if (answer === 0) continue
    if (!(answer >= lowest && answer <= highest) || (answer | 0) !== answer) {
      tally.offScale++
      return false
    }
    answered++
  }
  if (answered < elements) {
    if (answered === 0) tally.blank++
    else addPartial(tally, answers, from)
    return true
  }
  tally.complete++
  const first = answers[from]!
  let isStraight = true
  for (let u = 0; u < elements; u++) {
    const answer = answers[from + u]!
    if (answer !== first) isStraight = false
    totals[u]! += answer
    const row = u * elements
    for (let v = u; v < elements; v++) products[row + v]! += answer * answers[from + v]!
  }
  if (isStraight && elements > 1) tally.straightLiners++
  return true
}

/**
 * The tally of two parts together; neither part changes.
 *
 * **Example** (Two parts)
 *
 * ```ts
 * import { CitizenSurvey } from "@timbang/core/performance"
 * const form = { elements: ["U1", "U2"], answers: { lowest: 1, highest: 4 } }
 * const [one, two] = [CitizenSurvey.make(form), CitizenSurvey.make(form)]
 * CitizenSurvey.add(one, [3, 4]) && CitizenSurvey.add(two, [2, 2]) // => true
 * CitizenSurvey.merge(one, two).complete // => 2
 * ```
 *
 * @category streaming
 * @since 0.1.0
 */
export const merge = (one: Tally, two: Tally): Tally => {
  const sum = (a: Float64Array, b: Float64Array) => a.map((each, at) => each + b[at]!)
  return {
    elements: one.elements,
    lowest: one.lowest,
    highest: one.highest,
    complete: one.complete + two.complete,
    partial: one.partial + two.partial,
    blank: one.blank + two.blank,
    offScale: one.offScale + two.offScale,
    straightLiners: one.straightLiners + two.straightLiners,
    totals: sum(one.totals, two.totals),
    products: sum(one.products, two.products),
    partialCounts: sum(one.partialCounts, two.partialCounts),
    partialTotals: sum(one.partialTotals, two.partialTotals),
    partialProducts: sum(one.partialProducts, two.partialProducts)
  }
}

/**
 * The survey so far; the tally may go on.
 *
 * **Example** (Three respondents, two elements)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { CitizenSurvey } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }, { from: 7661, label: "B" }] }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const scale = { lowest: 1, highest: 4 }
 * const form = { elements: ["U1", "U2"], answers: scale, scale, factor: 25, weight: { name: "1/2", share: Fraction.make(1, 2) }, bands, source }
 * const tally = CitizenSurvey.make(form)
 * for (const answers of [[3, 3], [4, 3], [3, 4]]) CitizenSurvey.add(tally, answers)
 * const survey = CitizenSurvey.finish(tally, form, { population: 300 })
 * [survey.official.published, survey.standardError.toFixed(3)] // => [8333, "4.146"]
 * ```
 *
 * @category streaming
 * @since 0.1.0
 */
export const finish = (
  tally: Tally,
  questionnaire: SurveyIndex.Questionnaire,
  frame: Frame = {},
  level = 0.95
): Survey | Undefined.Undefined => {
  const { elements } = tally
  const at = (u: number) => u * elements + u
  const answers = questionnaire.elements.map((_, u) => tally.complete + tally.partialCounts[at(u)]!)
  const totals = questionnaire.elements.map((_, u) => tally.totals[u]! + tally.partialTotals[at(u)]!)
  const official = SurveyIndex.fromTotals(questionnaire, totals, answers)
  if (Undefined.isUndefined(official)) return official
  const respondents = tally.complete + tally.partial
  const standardError = standardErrorOf(tally, questionnaire, totals, answers, frame.population)
  const z = Normal.quantile((1 + level) / 2)
  return {
    official,
    elementErrors: questionnaire.elements.map((id, u) => ({ id, answers: answers[u]!, standardError: elementError(tally, u, answers[u]!, totals[u]!, frame.population) })),
    respondents,
    standardError,
    interval: Undefined.isUndefined(standardError) ? standardError : {
      lower: official.index - z * standardError,
      upper: official.index + z * standardError,
      level,
      method: "normal"
    },
    classProbabilities: Undefined.isUndefined(standardError)
      ? standardError
      : classProbabilities(questionnaire, official.index, standardError),
    quality: SurveyQuality.of(tally, questionnaire, official.index, answers, frame.invited),
    standing: frame.standing ?? Standing.simulation,
    conventions: [
      ...official.conventions,
      "the respondent is the unit of the standard error",
      frame.population === undefined ? "no finite-population correction: population not given" : "finite-population correction"
    ]
  }
}

/**
 * Probability of each class under a normal error, lowest class first. A class begins half a hundredth below its printed limit,
 * where rounding half-up reaches it.
 *
 * **Example** (On the limit)
 *
 * ```ts
 * import { CitizenSurvey } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "C" }, { from: 7661, label: "B" }] }
 * CitizenSurvey.classProbabilities({ bands }, 76.605, 2).map(({ label, probability }) => [label, probability]) // => [["C", 0.5], ["B", 0.5]]
 * ```
 *
 * @category estimating
 * @since 0.1.0
 */
export const classProbabilities = (
  { bands }: Pick<SurveyIndex.Questionnaire, "bands">,
  index: number,
  standardError: number
): ReadonlyArray<{ readonly label: string; readonly probability: number }> => {
  const unit = 10 ** bands.decimals
  const ascending = bands.bands.toSorted((a, b) => a.from - b.from)
  const below = ascending.map(({ from }, at) => {
    if (at === 0) return 0
    const limit = (from - 0.5) / unit
    return standardError > 0 ? Normal.cdf((limit - index) / standardError) : index < limit ? 1 : 0
  })
  return ascending.map(({ label }, at) => ({ label, probability: (below[at + 1] ?? 1) - below[at]! }))
}

const addPartial = (tally: Tally, answers: ArrayLike<number>, from: number): void => {
  const { elements, partialCounts, partialProducts, partialTotals } = tally
  tally.partial++
  for (let u = 0; u < elements; u++) {
    const answer = answers[from + u]!
    if (answer === 0) continue
    for (let v = 0; v < elements; v++) {
      const other = answers[from + v]!
      if (other === 0) continue
      const at = u * elements + v
      partialCounts[at]!++
      partialTotals[at]! += answer
      partialProducts[at]! += answer * other
    }
  }
}

/** Of the mean of one element over those who answered it. */
const elementError = (tally: Tally, u: number, count: number, total: number, population: number | undefined): number | Undefined.Undefined => {
  if (count < 2) return Undefined.because("standard error of an element", "too-few-values", { found: count, needed: 2 })
  if (population !== undefined && population < count) {
    return Undefined.because("standard error of an element", "out-of-range", { found: population, needed: count })
  }
  const at = u * tally.elements + u
  const squares = tally.products[at]! + tally.partialProducts[at]! - (total * total) / count
  return Math.sqrt((Math.max(0, squares) / (count * (count - 1))) * (population === undefined ? 1 : 1 - count / population))
}

/** Linearised: a respondent counts with the weighted sum of the distances of the answers from the elements' means. */
const standardErrorOf = (
  tally: Tally,
  questionnaire: SurveyIndex.Questionnaire,
  totals: ReadonlyArray<number>,
  answers: ReadonlyArray<number>,
  population: number | undefined
): number | Undefined.Undefined => {
  const count = tally.complete + tally.partial
  if (count < 2) return Undefined.because("standard error of the index", "too-few-values", { found: count, needed: 2 })
  if (population !== undefined && population < count) {
    return Undefined.because("standard error of the index", "out-of-range", { found: population, needed: count })
  }
  const { complete, elements, partialCounts, partialProducts, partialTotals, products } = tally
  const mean = (u: number) => totals[u]! / answers[u]!
  let squares = 0
  for (let u = 0; u < elements; u++) {
    for (let v = 0; v < elements; v++) {
      const [uv, vu] = [u * elements + v, v * elements + u]
      const both = complete + partialCounts[uv]!
      const product = products[Math.min(u, v) * elements + Math.max(u, v)]! + partialProducts[uv]!
      const first = tally.totals[u]! + partialTotals[uv]!
      const second = tally.totals[v]! + partialTotals[vu]!
      const spread = product - mean(u) * second - mean(v) * first + mean(u) * mean(v) * both
      squares += (spread * count * count) / (answers[u]! * answers[v]!)
    }
  }
  const { slope } = SurveyIndex.lineOf(questionnaire)
  const correction = population === undefined ? 1 : 1 - count / population
  // Rounding may leave a sum of squares of nothing slightly below zero.
  return slope * Math.sqrt((Math.max(0, squares) / (count * (count - 1))) * correction)
}
