/**
 * Decisions around a career in words: credit points, promotion, index of professionalism, nine-box, probation, renewal of a
 * contract, absence, low performance. Each line says what, why, by which article, and what would have changed it.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import type { Absence, ContractRenewal, CreditPoints, LowPerformance, NineBox, Probation, ProfessionalismIndex } from "@timbang/core/performance"
import type { Language } from "../Sentences.ts"
import * as Appraisals from "./Appraisals.ts"
import { english } from "./careers.en.ts"
import { indonesian } from "./careers.id.ts"

// --- models ---

/**
 * The phrases of these decisions.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly basis: string
  readonly notVerified: string
  readonly points: (person: string, points: string, months: number, others: ReadonlyArray<string>) => string
  readonly promotion: (person: string, considered: Pick<CreditPoints.Considered, "isEligible">, unmet: ReadonlyArray<string>, carriedOver: string, lost: string) => string
  readonly index: (person: string, points: string, category: string, dimensions: string, next: string | undefined) => string
  readonly unitIndex: (unit: string, people: number, points: string, category: string) => string
  readonly box: (person: string, placed: NineBox.Placed) => string
  readonly outcomes: Readonly<Record<Probation.Outcome["outcome"] | ContractRenewal.Outcome["outcome"], string>>
  readonly allMet: string
  readonly ends: (day: string) => string
  readonly mayBeProposedFrom: (day: string) => string
  readonly absence: (person: string, outcome: Absence.Outcome) => ReadonlyArray<string>
  readonly step: (person: string, outcome: LowPerformance.Outcome) => string
  readonly officialDecides: string
}

// --- operations ---

/**
 * The phrases in a language.
 *
 * **Example** (The other language is complete as well)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * Careers.phrases("en").basis // => "Basis"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const phrases = (language: Language): Phrases => (language === "id" ? indonesian : english)

/**
 * Credit points earned. `points` are hundredths of a point.
 *
 * **Example** (Two months)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 1/2023", provision: "Pasal 37", confidence: "seen-in-several" } as const
 * Careers.points({ person: "p-1", points: 208, months: 2, source }, "en") // => "p-1: 2.08 credit points over 2 months. Basis: PermenPANRB 1/2023, Pasal 37."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const points = (
  of: {
    readonly person: string
    readonly points: number
    readonly months: number
    readonly source: LegalSource.LegalSource
    /** What another predicate for all of it would have given. */
    readonly others?: ReadonlyArray<{ readonly predicate: string; readonly points: number }>
  },
  language: Language
): string => {
  const others = (of.others ?? []).map(({ points, predicate }) => `${predicate} ${hundredths(points, language)}`)
  return `${phrases(language).points(of.person, hundredths(of.points, language), of.months, others)} ${cited([of.source], language)}`
}

/**
 * A promotion considered: every condition that is not met, and what becomes of the points beyond the need. Both amounts are
 * hundredths of a point.
 *
 * **Example** (Fifteen points too many, lost on the way up)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "Peraturan BKN 3/2023", provision: "Pasal 19", confidence: "article-read" } as const
 * const considered = { isEligible: true, unmet: [], source }
 * Careers.promotion({ person: "p-1", considered, carriedOver: 0, lost: 1500 }, "en") // => "p-1: may be proposed; carried over 0.00, lost 15.00. Every condition is met; a single one unmet would change it. Basis: Peraturan BKN 3/2023, Pasal 19."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const promotion = (
  { carriedOver, considered, lost, person }: {
    readonly person: string
    readonly considered: Pick<CreditPoints.Considered, "isEligible" | "source" | "unmet">
    readonly carriedOver: number
    readonly lost: number
  },
  language: Language
): string => {
  const unmet = considered.unmet.map((condition) => Appraisals.condition(condition, language))
  return `${phrases(language).promotion(person, considered, unmet, hundredths(carriedOver, language), hundredths(lost, language))} ${cited([considered.source], language)}`
}

/**
 * The index of professionalism of one person, by dimension, and how far the next category is.
 *
 * **Example** (Nine points below the next category)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const index = { points: 7200, byDimension: [{ id: "kualifikasi", points: 1500, highest: 2500 }], category: { _tag: "Classified", label: "Sedang", above: { from: 8100, label: "Tinggi" } }, unverified: [] } as const
 * Careers.index({ person: "p-1", index, source: { instrument: "PermenPANRB 38/2018", confidence: "seen-in-several" } }, "en") // => "p-1: 72.00, Sedang (kualifikasi 15.00 of 25.00); 9.00 more would be Tinggi. Basis: PermenPANRB 38/2018."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const index = (
  { index, person, source }: { readonly person: string; readonly index: ProfessionalismIndex.PersonIndex; readonly source: LegalSource.LegalSource },
  language: Language
): string => {
  const { byDimension, category, points, unverified } = index
  const number = (of: number) => hundredths(of, language)
  const dimensions = byDimension.map(({ highest, id, points }) => `${id} ${number(points)} ${language === "id" ? "dari" : "of"} ${number(highest)}`).join(", ")
  const above = category._tag === "Classified" ? category.above : undefined
  const next = above === undefined ? undefined : `${number(above.from - points)} ${language === "id" ? "lagi menjadi" : "more would be"} ${above.label}`
  const label = category._tag === "Classified" ? category.label : "?"
  return `${phrases(language).index(person, number(points), label, dimensions, next)} ${cited([source, ...unverified], language)}`
}

/**
 * The mean index of a unit. `points` are hundredths of a point.
 *
 * **Example** (Two people)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * Careers.unitIndex({ unit: "Dukcapil", people: 2, points: 7250, category: "Sedang" }, "id") // => "Dukcapil: rata-rata 72,50 atas 2 pegawai, Sedang."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unitIndex = (
  { category, people, points, unit }: { readonly unit: string; readonly people: number; readonly points: number; readonly category: string },
  language: Language
): string => phrases(language).unitIndex(unit, people, hundredths(points, language), category)

/**
 * A box of the nine-box and the plans that it opens, or why there is none.
 *
 * **Example** (Nobody measured the potential)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 3/2020", confidence: "unverified" } as const
 * Careers.box({ person: "p-1", placed: { _tag: "NotPlaced", because: "potential-not-measured" }, source }, "en") // => "p-1: in no box, because the potential was not measured. Basis: PermenPANRB 3/2020 (not verified)."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const box = (
  { person, placed, source }: { readonly person: string; readonly placed: NineBox.Placed; readonly source: LegalSource.LegalSource },
  language: Language
): string => `${phrases(language).box(person, placed)} ${cited([source], language)}`

/**
 * The end of a probation: what stands against it, what is awaited, and who decides.
 *
 * **Example** (The certificate is missing)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PP 11/2017", provision: "Pasal 34", confidence: "article-read" } as const
 * const outcome = { outcome: "pending", reasons: [{ _tag: "HealthAwaited" }], endsOn: "2026-03-01", source } as const
 * Careers.probation({ person: "p-1", outcome }, "en") // => "p-1: pending: the health examination is awaited. The probation ends on 2026-03-01. The official decides. Basis: PP 11/2017, Pasal 34."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const probation = ({ outcome, person }: { readonly person: string; readonly outcome: Probation.Outcome }, language: Language): string =>
  considered(person, outcome, phrases(language).ends(outcome.endsOn), [outcome.source], language)

/**
 * The renewal of a contract: what stands against it, what is awaited, from which day it may be proposed.
 *
 * **Example** (Too early)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 70/2020", confidence: "unverified" } as const
 * const outcome = { outcome: "pending", reasons: [{ _tag: "TooEarly", source }], from: "2026-06-30" } as const
 * Careers.renewal({ person: "p-1", outcome, source }, "en") // => "p-1: pending: it is too early to propose. It may be proposed from 2026-06-30. The official decides. Basis: PermenPANRB 70/2020 (not verified)."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const renewal = (
  { outcome, person, source }: { readonly person: string; readonly outcome: ContractRenewal.Outcome; readonly source: LegalSource.LegalSource },
  language: Language
): string =>
  considered(person, outcome, phrases(language).mayBeProposedFrom(outcome.from), [source, ...outcome.reasons.map(({ source }) => source)], language)

/**
 * Absence of one year: days, the longest run, the sanction, and how many days more lead where.
 *
 * **Example** (Two days)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PP 94/2021", provision: "Pasal 9-11, 15", confidence: "article-read" } as const
 * const outcome = { year: 2026, days: 2, longest: { from: "2026-02-06", until: "2026-02-09", days: 2 }, sanction: "tidak ada", because: "days-of-the-year", next: { daysMore: 1, sanction: "teguran lisan" }, hangsOnYearChange: false, notWorked: [], source } as const
 * Careers.absence({ person: "p-1", outcome }, "en") // => "p-1, 2026: 2 working days, at most 2 without a break (2026-02-06 to 2026-02-09): tidak ada. 1 more: teguran lisan. The official decides. Basis: PP 94/2021, Pasal 9-11, 15."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const absence = ({ outcome, person }: { readonly person: string; readonly outcome: Absence.Outcome }, language: Language): string =>
  [...phrases(language).absence(person, outcome), phrases(language).officialDecides, cited([outcome.source], language)].join(" ")

/**
 * The step after a low predicate: until when, by which article, and which predicates begin the steps.
 *
 * **Example** (Time to improve)
 *
 * ```ts
 * import { Careers } from "@timbang/language"
 * const source = { instrument: "PP 30/2019", provision: "Pasal 58", confidence: "article-read" } as const
 * const outcome = { step: { _tag: "time-to-improve", until: "2026-08-01" }, position: "administrasi", predicate: "Kurang", lowPredicates: ["Kurang", "Sangat Kurang"], source } as const
 * Careers.lowPerformance({ person: "p-1", outcome }, "en") // => "p-1 (administrasi, Kurang): time to improve until 2026-08-01. Begun by: Kurang, Sangat Kurang; any other predicate would not. The official decides. Basis: PP 30/2019, Pasal 58."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lowPerformance = ({ outcome, person }: { readonly person: string; readonly outcome: LowPerformance.Outcome }, language: Language): string =>
  [
    phrases(language).step(person, outcome),
    phrases(language).officialDecides,
    ...(outcome.source === undefined ? [] : [cited([outcome.source], language)])
  ].join(" ")

const considered = (
  person: string,
  { outcome, reasons }: Pick<Probation.Outcome | ContractRenewal.Outcome, "outcome" | "reasons">,
  when: string,
  sources: ReadonlyArray<LegalSource.LegalSource>,
  language: Language
): string => {
  const { allMet, officialDecides, outcomes } = phrases(language)
  const because = reasons.map((reason) => Appraisals.condition(reason, language)).join("; ")
  // A reason that names the day of the end need not be followed by it.
  const told = reasons.some(({ _tag }) => _tag === "NotEnded") ? "" : ` ${when}`
  return `${person}: ${outcomes[outcome]}${because === "" ? `. ${allMet}` : `: ${because}.`}${told} ${officialDecides} ${cited(sources, language)}`
}

const cited = (sources: ReadonlyArray<LegalSource.LegalSource>, language: Language): string => {
  const { basis, notVerified } = phrases(language)
  const all = sources.map((source) => LegalSource.needsWarning(source) ? `${LegalSource.cite(source)} (${notVerified})` : LegalSource.cite(source))
  return `${basis}: ${[...new Set(all)].join("; ")}.`
}

const hundredths = (of: number, language: Language): string => {
  const written = (of / 100).toFixed(2)
  return language === "id" ? written.replace(".", ",") : written
}
