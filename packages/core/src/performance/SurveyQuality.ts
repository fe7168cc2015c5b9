/**
 * What a reader has to know before believing a survey: who did not answer, who answered without looking, and how far silence
 * could move the index.
 *
 * @since 0.1.0
 */
import * as Undefined from "../number/Undefined.ts"
import type { Tally } from "./CitizenSurvey.ts"
import * as SurveyIndex from "./SurveyIndex.ts"

// --- models ---

/**
 * What a reader has to know before believing an index.
 *
 * @category models
 * @since 0.1.0
 */
export interface Quality {
  readonly complete: number
  readonly partial: number
  readonly blank: number
  readonly offScale: number
  readonly straightLiners: number
  /** Straight-liners among complete respondents. Range: 0 to 1. */
  readonly straightLinerShare: number | Undefined.Undefined
  /** Respondents who left each element out. */
  readonly missingByElement: ReadonlyArray<{ readonly id: string; readonly missing: number }>
  /** Respondents among the people asked. Range: 0 to 1. */
  readonly responseRate: number | Undefined.Undefined
  /** The index if everybody who was asked and did not answer had given the lowest, or the highest, answers. */
  readonly nonResponseBounds: { readonly lowest: number; readonly highest: number } | Undefined.Undefined
}

// --- operations ---

/**
 * The quality of a tally whose index is known; `answers` holds the answers of each element, `invited` the people asked.
 *
 * **Example** (Two answered of four asked)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { CitizenSurvey, SurveyQuality } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }] }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const scale = { lowest: 1, highest: 4 }
 * const form = { elements: ["U1", "U2"], answers: scale, scale, factor: 25, weight: { name: "1/2", share: Fraction.make(1, 2) }, bands, source }
 * const tally = CitizenSurvey.make(form)
 * for (const answers of [[4, 4], [4, 4]]) CitizenSurvey.add(tally, answers)
 * SurveyQuality.of(tally, form, 100, [2, 2], 4).nonResponseBounds // => { lowest: 62.5, highest: 100 }
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const of = (
  tally: Pick<Tally, "blank" | "complete" | "elements" | "highest" | "lowest" | "offScale" | "partial" | "straightLiners">,
  questionnaire: SurveyIndex.Questionnaire,
  index: number,
  answers: ReadonlyArray<number>,
  invited?: number
): Quality => {
  const { blank, complete, offScale, partial, straightLiners } = tally
  const respondents = complete + partial
  const rate = invited === undefined
    ? Undefined.because("response rate", "no-values")
    : invited < respondents || invited === 0
    ? Undefined.because("response rate", "out-of-range", { found: invited, needed: Math.max(1, respondents) })
    : respondents / invited
  const { intercept, slope } = SurveyIndex.lineOf(questionnaire)
  const silent = (answer: number, share: number) =>
    share * index + (1 - share) * tally.elements * (intercept + slope * answer)
  return {
    complete,
    partial,
    blank,
    offScale,
    straightLiners,
    straightLinerShare: complete === 0 ? Undefined.because("share of straight-liners", "no-values") : straightLiners / complete,
    missingByElement: questionnaire.elements.map((id, u) => ({ id, missing: respondents - answers[u]! })),
    responseRate: rate,
    nonResponseBounds: Undefined.isUndefined(rate)
      ? rate
      : { lowest: silent(tally.lowest, rate), highest: silent(tally.highest, rate) }
  }
}
