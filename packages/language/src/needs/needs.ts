/**
 * Says in words what a score of needs found, what changed a claim, and why no score could be made.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type {
  ClaimChange,
  ClaimDraws,
  CompositeIndex,
  CriticalWeight,
  Decision,
  Document,
  IndexReplay,
  NeedAdjustment,
  NeedScore,
  Promethee,
  Scenario,
  Sensitivity,
  Sobol,
  Uncertainty,
  WeightedSum
} from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import * as Expectations from "../input/Expectations.ts"
import { indonesian } from "./needs.id.ts"
import { type Language, say } from "../Sentences.ts"

// --- models ---

/**
 * What indices, scores of needs, scenarios and their analysis can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem =
  | NeedScore.NeedError
  | CompositeIndex.IndexError
  | IndexReplay.ChangeAbsent
  | Scenario.PathAbsent
  | Scenario.ChangeRefused
  | Sensitivity.DrawsRefused
  | Sobol.SobolError
  | Uncertainty.UncertaintyError
  | Decision.DecisionError
  | Decision.ScaleError
  | Promethee.PreferenceRefused
  | WeightedSum.MixtureRefused
  | CriticalWeight.ScoreRefused
  | CriticalWeight.CannotVary
  | ClaimDraws.AdmissibleRefused
  | Document.DocumentUnreadable
  | NeedAdjustment.CellAbsent
  | NeedAdjustment.AdjustmentRefused

/**
 * The title of a unit, job family or indicator by its identifier; the identifier itself where there is no title.
 *
 * @category models
 * @since 0.1.0
 */
export type TitleOf = (id: string) => string

// --- operations ---

/**
 * Why no score could be made: what was found and what to do.
 *
 * **Example** (A figure that is not there)
 *
 * ```ts
 * import { Observation } from "@timbang/core/needs"
 * import { Needs } from "@timbang/language"
 * const problem = new Observation.ObservationMissing({ unit: "Tebo", indicator: "stunting", year: 2024 })
 * Needs.problem(problem, "id") // => "Angka stunting untuk Tebo tahun 2024 tidak ada. Isi angkanya, pilih tahun lain, atau sebutkan indikator ini di imputeByMean."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const problem = (found: Problem, language: Language): string =>
  language === "id" ? say(indonesian, found) : found._tag === "DocumentUnreadable" ? unreadable(found) : found.message

const unreadable = ({ places, what }: Document.DocumentUnreadable): string => {
  const shown = places.map(({ expected, path }) => `${path === "" ? "the document" : path} (${Expectations.sentence(expected, "en")})`)
  return `The file is no ${what}. Mend: ${[...new Set(shown)].join(", ")}.`
}

/**
 * Why a claim changed: the indicators from the largest change down, in people.
 *
 * **Example** (Growth asks for planners)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Needs } from "@timbang/language"
 * const because = [{ indicator: "economic-growth", change: Fraction.make(1, 2) }]
 * const change = { unit: "Hulu", jobFamily: "planner", before: Fraction.make(9), after: Fraction.make(19, 2), because, workload: Fraction.zero }
 * Needs.claimChange(change, "en") // => "Hulu, planner: 9.00 to 9.50 people, because of economic-growth (+0.50)"
 * Needs.claimChange(change, "id") // => "Hulu, planner: dari 9,00 menjadi 9,50 orang, karena economic-growth (+0,50)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const claimChange = (
  change: ClaimChange.ClaimChange,
  language: Language,
  titleOf: TitleOf = (id) => id
): string => {
  const signed = (amount: Fraction.Fraction) => `${amount.numerator > 0n ? "+" : ""}${people(amount, language)}`
  const reasons = change.because.map(({ change: amount, indicator }) => `${titleOf(indicator)} (${signed(amount)})`)
  if (change.workload.numerator !== 0n) {
    reasons.push(`${language === "id" ? "beban kerja" : "workload"} (${signed(change.workload)})`)
  }
  const [from, to] = [people(change.before, language), people(change.after, language)]
  const cell = `${titleOf(change.unit)}, ${titleOf(change.jobFamily)}`
  return language === "id"
    ? `${cell}: dari ${from} menjadi ${to} orang, karena ${reasons.join(", ")}`
    : `${cell}: ${from} to ${counted(to, "person", "people")}, because of ${reasons.join(", ")}`
}

/**
 * How a claim came about: workload, what conditions add, and the driver that adds most.
 *
 * **Example** (Nothing added)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Needs } from "@timbang/language"
 * const six = Fraction.make(6)
 * const score = { jobFamily: "nurse", workload: six, pressure: Fraction.zero, cap: Fraction.make(1, 4), extra: Fraction.zero, parts: [], claim: six }
 * Needs.claim(score, "en") // => "nurse: 6.00 people, 6.00 by workload; conditions add nothing"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const claim = (score: NeedScore.JobFamilyScore, language: Language, titleOf: TitleOf = (id) => id): string => {
  const { claim, extra, jobFamily, parts, workload } = score
  const most = [...parts].sort((a, b) => Fraction.compare(b.amount, a.amount) || (a.driver < b.driver ? -1 : 1))[0]
  const [all, work, more] = [claim, workload, extra].map((amount) => people(amount, language))
  const name = titleOf(jobFamily)
  if (most === undefined || extra.numerator === 0n) {
    return language === "id"
      ? `${name}: ${all} orang, ${work} menurut beban kerja; kondisi daerah tidak menambah`
      : `${name}: ${all} people, ${work} by workload; conditions add nothing`
  }
  return language === "id"
    ? `${name}: ${all} orang, ${work} menurut beban kerja dan ${more} karena kondisi daerah, terbanyak dari ${
      titleOf(most.indicator)
    }`
    : `${name}: ${all} people, ${work} by workload and ${more} by conditions, most of it from ${
      titleOf(most.indicator)
    }`
}

/** Two decimals, half-up, with the mark of the language before them. */
const people = (amount: Fraction.Fraction, language: Language): string => {
  const hundredths = Fraction.round(amount, 2, "half-up")
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, "0")
  return `${hundredths < 0n ? "-" : ""}${digits.slice(0, -2)}${language === "id" ? "," : "."}${digits.slice(-2)}`
}
