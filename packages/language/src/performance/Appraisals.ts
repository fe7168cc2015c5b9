/**
 * An appraisal in words, in three lengths: one sentence, the reasons, and the whole trace with its articles.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import { LegalSource, type Standing } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Appraisal, CitizenEvidence, ContractRenewal, CreditPoints, NumericAppraisal, Predicate, Probation, RatingProposal, Recap } from "@timbang/core/performance"
import { type Language, say, type Sentences } from "../Sentences.ts"
import { english } from "./appraisals.en.ts"
import { indonesian } from "./appraisals.id.ts"

// --- models ---

/**
 * The phrases of an appraisal; one for every tag.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly levels: Readonly<Record<Predicate.Level | "open", string>>
  readonly axes: Readonly<Record<Predicate.Change["axis"], string>>
  readonly subjects: Readonly<Record<CitizenEvidence.Subject, string>>
  readonly standings: Sentences<Standing.Standing>
  readonly proposals: Sentences<RatingProposal.Reason>
  readonly recaps: Sentences<Recap.Checked>
  readonly conditions: Sentences<CreditPoints.Unmet | Probation.Reason | ContractRenewal.Reason>
}

// --- operations ---

const words = (language: Language): Phrases => (language === "id" ? indonesian : english)

/**
 * The predicate and who decided it, in one sentence.
 *
 * **Example** (A judgement)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * Appraisals.sentence({ person: "p-1", judgement: { decidedBy: "kepala dinas", decidedOn: "2026-01-12" }, decided: { predicate: "Baik" } }, "id") // => "p-1: predikat Baik, diputuskan oleh kepala dinas pada 2026-01-12."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (
  { decided, judgement, person }: {
    readonly person: string
    readonly judgement: Pick<Appraisal.Judgement, "decidedBy" | "decidedOn">
    readonly decided: { readonly predicate: string }
  },
  language: Language
): string =>
  language === "id"
    ? `${person}: predikat ${decided.predicate}, diputuskan oleh ${judgement.decidedBy} pada ${judgement.decidedOn}.`
    : `${person}: predicate ${decided.predicate}, decided by ${judgement.decidedBy} on ${judgement.decidedOn}.`

/**
 * The whole trace: judgement, proposals and their reasons, departures, what citizens said, what would have changed it, articles
 * and standing. One line each.
 *
 * **Example** (The standing stands in every explanation)
 *
 * ```ts
 * import { Standing } from "@timbang/core/law"
 * import { Appraisal, RatingProposal } from "@timbang/core/performance"
 * import { Appraisals } from "@timbang/language"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
 * const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
 * const cells = { above: row("A", "B", "D"), "as-expected": row("B", "B", "D"), below: row("C", "C", "E") }
 * const matrix = { predicates: ["A", "B", "C", "D", "E"], cells, source }
 * const proposal = RatingProposal.conduct("consistent", guidance)
 * const period = { kind: "annual", from: "2025-01-01", to: "2025-12-31" } as const
 * const draft = { person: "p-1", unit: "dukcapil", period, matrix, workResult: proposal, conduct: proposal, citizens: [], standing: Standing.simulation }
 * const decided = Appraisal.decide(draft, { workResult: "as-expected", conduct: "as-expected", decidedBy: "kepala dinas", decidedOn: "2026-01-12" })
 * Appraisals.trace(decided.success, "id").at(-1) // => "Kedudukan: simulasi; tidak berakibat hukum."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const trace = (appraisal: Appraisal.Appraisal, language: Language): ReadonlyArray<string> => {
  const { axes, levels } = words(language)
  const isIndonesian = language === "id"
  const { citizens, decided, departures, standing } = appraisal
  const proposed = proposals(appraisal, language)
  const departed = departures.map(({ axis, judged, proposed, reason }) =>
    isIndonesian
      ? `Penilai menyimpang pada ${axes[axis]}: ${levels[judged]}, bukan ${levels[proposed]}. Alasan: ${reason}.`
      : `The rater departs in ${axes[axis]}: ${levels[judged]}, not ${levels[proposed]}. Reason: ${reason}.`
  )
  const changes = decided.wouldChange.map(({ axis, predicate, to }) => `${axes[axis]} ${levels[to]}: ${predicate}`).join("; ")
  const sources = [decided.source, appraisal.workResult.guidance.source].map((source) =>
    LegalSource.needsWarning(source)
      ? `${LegalSource.cite(source)} (${isIndonesian ? "belum diverifikasi" : "not verified"})`
      : LegalSource.cite(source)
  )
  return [
    sentence(appraisal, language),
    isIndonesian
      ? `Hasil kerja ${levels[decided.workResult]}, perilaku kerja ${levels[decided.conduct]}.`
      : `Work result ${levels[decided.workResult]}, conduct ${levels[decided.conduct]}.`,
    ...proposed,
    ...departed,
    ...citizens.map((each) => evidence(each, language)),
    isIndonesian ? `Akan berbeda bila: ${changes}.` : `It would have changed with: ${changes}.`,
    `${isIndonesian ? "Dasar" : "Basis"}: ${[...new Set(sources)].join("; ")}.`,
    standingOf(standing, language)
  ]
}

/**
 * What the evidence proposes on each axis, and why.
 *
 * **Example** (Conduct that was not observed)
 *
 * ```ts
 * import { RatingProposal } from "@timbang/core/performance"
 * import { Appraisals } from "@timbang/language"
 * const guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source: { instrument: "house rule", confidence: "host" } } as const
 * const proposal = RatingProposal.conduct("not-observed", guidance)
 * Appraisals.proposals({ workResult: proposal, conduct: proposal }, "en")[1] // => "Proposed conduct: no proposal, because the conduct was not observed."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const proposals = (
  { conduct, workResult }: Pick<Appraisal.Draft, "conduct" | "workResult">,
  language: Language
): ReadonlyArray<string> => {
  const { axes, levels, proposals: reasonsOf } = words(language)
  return ([["work-result", workResult], ["conduct", conduct]] as const).map(([axis, { level, reasons }]) => {
    const because = reasons.map((reason) => say(reasonsOf, reason)).join("; ")
    return language === "id"
      ? `Usulan ${axes[axis]}: ${levels[level]}, karena ${because}.`
      : `Proposed ${axes[axis]}: ${levels[level]}, because ${because}.`
  })
}

/**
 * A value that earlier law computes, with what it was weighed from.
 *
 * **Example** (An idea was missing)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * const source = { instrument: "PP 30/2019", confidence: "article-read" } as const
 * const scheme = { weights: { workPlan: 70, conduct: 30 }, source }
 * Appraisals.computed({ person: "p-1", workPlan: 11500, conduct: 11500 }, scheme, { value: 11500, predicate: "Baik", missedForIdea: true }, "en") // => "p-1: 70% of 115.00 and 30% of 115.00 are 115.00, predicate Baik; with a new idea it would have been higher. Basis: PP 30/2019."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const computed = (
  { conduct, person, workPlan }: { readonly person: string; readonly workPlan: Scaled.Scaled; readonly conduct: Scaled.Scaled },
  { source, weights }: Pick<NumericAppraisal.Scheme, "source" | "weights">,
  { missedForIdea, predicate, value }: Pick<NumericAppraisal.Outcome, "missedForIdea" | "predicate" | "value">,
  language: Language
): string => {
  const number = (of: Scaled.Scaled) => language === "id" ? Scaled.format(of, 2).replace(".", ",") : Scaled.format(of, 2)
  const cited = LegalSource.cite(source)
  return language === "id"
    ? `${person}: ${weights.workPlan}% dari ${number(workPlan)} dan ${weights.conduct}% dari ${number(conduct)} adalah ${number(value)}, predikat ${predicate ?? "?"}${missedForIdea ? "; dengan ide baru predikatnya lebih tinggi" : ""}. Dasar: ${cited}.`
    : `${person}: ${weights.workPlan}% of ${number(workPlan)} and ${weights.conduct}% of ${number(conduct)} are ${number(value)}, predicate ${predicate ?? "?"}${missedForIdea ? "; with a new idea it would have been higher" : ""}. Basis: ${cited}.`
}

/**
 * What an achievement is worth under a law that says so. Achievement: hundredths of a percent; value: hundredths of a point.
 *
 * **Example** (A part of the scale that nobody verified)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 8/2021", confidence: "unverified" } as const
 * Appraisals.achieved({ person: "p-1", achieved: 10714, workPlan: 11682, source }, "en") // => "p-1: an achievement of 107.14% is worth 116.82. Basis: PermenPANRB 8/2021 (not verified)."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const achieved = (
  { achieved, person, source, workPlan }: {
    readonly person: string
    readonly achieved: Scaled.Scaled
    readonly workPlan: Scaled.Scaled
    readonly source: LegalSource.LegalSource
  },
  language: Language
): string => {
  const number = (of: Scaled.Scaled) => language === "id" ? Scaled.format(of, 2).replace(".", ",") : Scaled.format(of, 2)
  const warning = LegalSource.needsWarning(source) ? ` (${language === "id" ? "belum diverifikasi" : "not verified"})` : ""
  return language === "id"
    ? `${person}: capaian ${number(achieved)}% bernilai ${number(workPlan)}. Dasar: ${LegalSource.cite(source)}${warning}.`
    : `${person}: an achievement of ${number(achieved)}% is worth ${number(workPlan)}. Basis: ${LegalSource.cite(source)}${warning}.`
}

/**
 * How several achievements became one value; the reading that has no source is named.
 *
 * **Example** (Three achievements)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * Appraisals.annual(3, 9450, "id") // => "3 capaian menjadi 94,50: rata-rata periode, setiap periode rata-rata indikatornya. Bahwa indikator dalam satu periode berbobot sama belum diverifikasi."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const annual = (achievements: number, workPlan: Scaled.Scaled, language: Language): string =>
  language === "id"
    ? `${achievements} capaian menjadi ${Scaled.format(workPlan, 2).replace(".", ",")}: rata-rata periode, setiap periode rata-rata indikatornya. Bahwa indikator dalam satu periode berbobot sama belum diverifikasi.`
    : `${achievements} achievements become ${Scaled.format(workPlan, 2)}: the mean of periods, each the mean of its indicators. That the indicators of a period count alike is not verified.`

/**
 * What citizens said, with interval and number of answers.
 *
 * **Example** (A service)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * const said = { about: "service", of: "akta kelahiran", measure: "IKM", estimate: 82.4, interval: { lower: 79.1, upper: 85.7, level: 0.95 }, answers: 120 } as const
 * Appraisals.evidence(said, "id") // => "Suara warga tentang layanan akta kelahiran: IKM 82,40 (79,10 sampai 85,70; 120 jawaban). Ini bukti, bukan nilai seseorang."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const evidence = (said: CitizenEvidence.CitizenEvidence, language: Language): string => {
  const isIndonesian = language === "id"
  const number = (of: number) => (isIndonesian ? of.toFixed(2).replace(".", ",") : of.toFixed(2))
  const { answers, estimate, interval, measure, of } = said
  const range = interval === undefined
    ? (isIndonesian ? "tanpa selang" : "no interval")
    : `${number(interval.lower)} ${isIndonesian ? "sampai" : "to"} ${number(interval.upper)}`
  const about = words(language).subjects[said.about]
  return isIndonesian
    ? `Suara warga tentang ${about} ${of}: ${measure} ${number(estimate)} (${range}; ${answers} jawaban). Ini bukti, bukan nilai seseorang.`
    : `Citizens on the ${about} ${of}: ${measure} ${number(estimate)} (${range}; ${counted(answers, "answer")}). It is evidence, not a number on a person.`
}

/**
 * One row of a checked recap.
 *
 * **Example** (A row without conduct)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * Appraisals.recap({ _tag: "NotCheckable", person: "p-1", missing: ["conduct"] }, "en") // => "p-1: cannot be checked without conduct."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const recap = (checked: Recap.Checked, language: Language): string => say(words(language).recaps, checked)

/**
 * A condition of a promotion, a probation or a renewal that is not met or is awaited.
 *
 * **Example** (Ten points missing)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * Appraisals.condition({ _tag: "PointsShort", missing: 1_200_000 }, "id") // => "angka kredit kurang 10,00"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const condition = (
  unmet: CreditPoints.Unmet | Probation.Reason | ContractRenewal.Reason,
  language: Language
): string => say(words(language).conditions, unmet)

/**
 * The standing of a run.
 *
 * **Example** (A cross-check)
 *
 * ```ts
 * import { Appraisals } from "@timbang/language"
 * Appraisals.standingOf({ _tag: "uji-silang" }, "id") // => "Kedudukan: uji silang; catatan resmi tetap berlaku."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const standingOf = (standing: Standing.Standing, language: Language): string =>
  say(words(language).standings, standing)
