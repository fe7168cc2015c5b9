/**
 * The official index of a citizens' survey: means of the elements, one weight, one factor, rounded once, then classified.
 *
 * Exact: the index is a fraction of whole numbers and is rounded half-up to two decimals before it is classified, so that
 * nothing falls between two printed bands.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import * as Fraction from "../number/Fraction.ts"
import type { Scaled } from "../number/Scaled.ts"
import * as Bands from "./Bands.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * A reading of the weight of an element, by name: `1/9` and `0.111` are different readings of the same rule.
 *
 * @category models
 * @since 0.1.0
 */
export interface Weight {
  readonly name: string
  readonly share: Fraction.Fraction
  /** Decimals to which each weighted element is rounded before the sum; absent: not rounded. */
  readonly roundedTo?: number
}

/**
 * A questionnaire as a regulation sets it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Questionnaire {
  /** Codes of the elements, such as `U1`; answers are keyed by code, never by position in a form. */
  readonly elements: ReadonlyArray<string>
  /** Lowest and highest answer, whole numbers from 1 up. */
  readonly answers: { readonly lowest: number; readonly highest: number }
  /** Scale on which the means are weighted; other answers are mapped onto it in a straight line. */
  readonly scale: { readonly lowest: number; readonly highest: number }
  /** What the weighted mean is multiplied by. */
  readonly factor: number
  readonly weight: Weight
  /** Bands over the index with two decimals. */
  readonly bands: Bands.Bands
  readonly source: LegalSource
}

/**
 * An element's mean.
 *
 * @category models
 * @since 0.1.0
 */
export interface Element {
  readonly id: string
  readonly mean: number
  readonly exact: Fraction.Fraction
}

/**
 * The official index with everything it was computed from.
 *
 * @category models
 * @since 0.1.0
 */
export interface SurveyIndex {
  /** Not rounded. */
  readonly index: number
  readonly exact: Fraction.Fraction
  /** Rounded half-up. Unit: hundredths. */
  readonly published: Scaled
  readonly class: Bands.Classified
  readonly elements: ReadonlyArray<Element>
  /** Elements from the lowest mean up; equal means share a place. */
  readonly priorities: ReadonlyArray<ReadonlyArray<string>>
  readonly weight: Weight
  /** Conventions used, by name. */
  readonly conventions: ReadonlyArray<string>
  readonly source: LegalSource
}

// --- constructors ---

/**
 * The index from the total and the number of answers of each element, in the order of the questionnaire.
 *
 * **Example** (Two elements, ten respondents)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { SurveyIndex } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }, { from: 7661, label: "B" }] }
 * const weight = { name: "1/2", share: Fraction.make(1, 2) }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const questionnaire = { elements: ["U1", "U2"], answers: { lowest: 1, highest: 4 }, scale: { lowest: 1, highest: 4 }, factor: 25, weight, bands, source }
 * const index = SurveyIndex.fromTotals(questionnaire, [31, 32], [10, 10])
 * [index.index, index.published, index.priorities] // => [78.75, 7875, [["U1"], ["U2"]]]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromTotals = (
  questionnaire: Questionnaire,
  totals: ReadonlyArray<number>,
  answers: ReadonlyArray<number>
): SurveyIndex | Undefined.Undefined => {
  const { elements } = questionnaire
  if (totals.length !== elements.length || answers.length !== elements.length) {
    return Undefined.because("survey index", "missing-values", { found: totals.length, needed: elements.length })
  }
  const empty = answers.filter((count) => !(count > 0)).length
  if (empty > 0) return Undefined.because("survey index", "no-values", { found: elements.length - empty, needed: elements.length })
  return fromMeans(questionnaire, totals.map((total, at) => Fraction.make(total, answers[at]!)))
}

/**
 * The index from exact means of the elements, in the order of the questionnaire.
 *
 * **Example** (A perfect score under the reading 0.111 stays below 100)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { SurveyIndex } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }, { from: 8831, label: "A" }] }
 * const weight = { name: "0.111", share: Fraction.parseUnsafe("0.111") }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const elements = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"]
 * const questionnaire = { elements, answers: { lowest: 1, highest: 4 }, scale: { lowest: 1, highest: 4 }, factor: 25, weight, bands, source }
 * SurveyIndex.fromMeans(questionnaire, elements.map(() => Fraction.make(4))).published // => 9990
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromMeans = (questionnaire: Questionnaire, means: ReadonlyArray<Fraction.Fraction>): SurveyIndex => {
  const { bands, factor, source, weight } = questionnaire
  const mapped = means.map((mean) => onScale(questionnaire, mean))
  const weighted = mapped.map((mean) => {
    const product = Fraction.multiply(mean, weight.share)
    if (weight.roundedTo === undefined) return product
    return Fraction.make(Fraction.round(product, weight.roundedTo, "half-up"), 10n ** BigInt(weight.roundedTo))
  })
  const exact = Fraction.multiply(Fraction.sum(weighted), Fraction.make(factor))
  const published = Number(Fraction.round(exact, 2, "half-up"))
  const elements = questionnaire.elements.map((id, at): Element => ({
    id,
    mean: Fraction.toNumber(mapped[at]!),
    exact: mapped[at]!
  }))
  return {
    index: Fraction.toNumber(exact),
    exact,
    published,
    class: Bands.classify(bands, published),
    elements,
    priorities: prioritiesOf(elements),
    weight,
    conventions: [
      `weight ${weight.name}`,
      "rounded half-up to two decimals, then classified",
      ...(isStandard(questionnaire) ? [] : ["answers mapped onto the scale in a straight line"])
    ],
    source
  }
}

// --- operations ---

/**
 * What one respondent's complete answers would give as index; not rounded. The respondent is the unit of every error.
 *
 * **Example** (All threes)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { SurveyIndex } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }] }
 * const weight = { name: "1/2", share: Fraction.make(1, 2) }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const questionnaire = { elements: ["U1", "U2"], answers: { lowest: 1, highest: 4 }, scale: { lowest: 1, highest: 4 }, factor: 25, weight, bands, source }
 * SurveyIndex.ofRespondent(questionnaire, [3, 3]) // => 75
 * SurveyIndex.ofRespondent(questionnaire, [3, 0]) // => undefined
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const ofRespondent = (questionnaire: Questionnaire, answers: ArrayLike<number>): number | undefined => {
  const { lowest, highest } = questionnaire.answers
  let sum = 0
  for (let at = 0; at < questionnaire.elements.length; at++) {
    const answer = answers[at]!
    if (!(answer >= lowest && answer <= highest)) return undefined
    sum += answer
  }
  const { intercept, slope } = lineOf(questionnaire)
  return slope * sum + questionnaire.elements.length * intercept
}

/**
 * The straight line from an answer to its part of the index: `intercept + slope * answer` for each element.
 *
 * **Example** (Stars from 1 to 5)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { SurveyIndex } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }] }
 * const weight = { name: "1", share: Fraction.make(1) }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const stars = { elements: ["U1"], answers: { lowest: 1, highest: 5 }, scale: { lowest: 1, highest: 4 }, factor: 25, weight, bands, source }
 * SurveyIndex.lineOf(stars) // => { slope: 18.75, intercept: 6.25 }
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const lineOf = (questionnaire: Questionnaire): { readonly slope: number; readonly intercept: number } => {
  const { answers, factor, scale, weight } = questionnaire
  const unit = factor * Fraction.toNumber(weight.share)
  const stretch = (scale.highest - scale.lowest) / (answers.highest - answers.lowest)
  return { slope: unit * stretch, intercept: unit * (scale.lowest - stretch * answers.lowest) }
}

const isStandard = ({ answers, scale }: Questionnaire): boolean =>
  answers.lowest === scale.lowest && answers.highest === scale.highest

const onScale = (questionnaire: Questionnaire, mean: Fraction.Fraction): Fraction.Fraction => {
  if (isStandard(questionnaire)) return mean
  const { answers, scale } = questionnaire
  const stretch = Fraction.make(scale.highest - scale.lowest, answers.highest - answers.lowest)
  return Fraction.add(
    Fraction.make(scale.lowest),
    Fraction.multiply(stretch, Fraction.subtract(mean, Fraction.make(answers.lowest)))
  )
}

const prioritiesOf = (elements: ReadonlyArray<Element>): ReadonlyArray<ReadonlyArray<string>> => {
  const groups: Array<{ readonly exact: Fraction.Fraction; readonly ids: Array<string> }> = []
  for (const { exact, id } of elements.toSorted((a, b) => Fraction.compare(a.exact, b.exact) || (a.id < b.id ? -1 : 1))) {
    const last = groups.at(-1)
    if (last !== undefined && Fraction.compare(last.exact, exact) === 0) last.ids.push(id)
    else groups.push({ exact, ids: [id] })
  }
  return groups.map(({ ids }) => ids)
}
