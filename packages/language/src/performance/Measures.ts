/**
 * Measures in words: what a chart shows, what a survey says and how sure it is, whom a comparison flags.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import { Scaled, Undefined } from "@timbang/core/number"
import type { CitizenSurvey, ControlChart, FairRank, MultiRater, RaterSeverity } from "@timbang/core/performance"
import type { Language } from "../Sentences.ts"

/**
 * The answers of a control chart to its two questions.
 *
 * **Example** (Steady, short of its target)
 *
 * ```ts
 * import { Measures } from "@timbang/language"
 * Measures.chart({ isChanging: "not-shown", willReachTarget: "never", because: [] }, "id") // => "Perubahan tidak tampak. Dengan cara kerja sekarang target tidak akan tercapai."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const chart = ({ isChanging, willReachTarget }: ControlChart.Answers, language: Language): string => {
  const change: Record<ControlChart.Answers["isChanging"], Readonly<Record<Language, string>>> = {
    improving: { id: "Membaik.", en: "It is improving." },
    worsening: { id: "Memburuk.", en: "It is worsening." },
    "not-shown": { id: "Perubahan tidak tampak.", en: "No change is shown." }
  }
  const target: Record<ControlChart.Answers["willReachTarget"], Readonly<Record<Language, string>>> = {
    always: { id: " Dengan cara kerja sekarang target selalu tercapai.", en: " As it works now, the target is always reached." },
    never: { id: " Dengan cara kerja sekarang target tidak akan tercapai.", en: " As it works now, the target will not be reached." },
    "by-chance": { id: " Tercapai atau tidaknya target adalah kebetulan.", en: " Whether the target is reached is chance." },
    changing: {
      id: " Apakah target tercapai belum dapat dijawab: batas dari masa sebelum perubahan tidak berlaku lagi. Hitung ulang tanpa masa itu.",
      en: " Whether the target is reached cannot be said yet: limits from before the change no longer hold. Compute anew without those periods."
    },
    "no-target": { id: "", en: "" }
  }
  return change[isChanging][language] + target[willReachTarget][language]
}

/**
 * What a survey says, in one sentence for the citizen.
 *
 * **Gotchas**
 *
 * Where the class is not certain the sentence says so, with the probability of the class.
 *
 * **Example** (Class B, nearly certain)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { CitizenSurvey } from "@timbang/core/performance"
 * import { Measures } from "@timbang/language"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "D" }, { from: 7661, label: "B" }] }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const scale = { lowest: 1, highest: 4 }
 * const elements = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"]
 * const form = { elements, answers: scale, scale, factor: 25, weight: { name: "1/9", share: Fraction.make(1, 9) }, bands, source }
 * const tally = CitizenSurvey.make(form)
 * for (let at = 0; at < 40; at++) CitizenSurvey.add(tally, [3, 3, 3, 4, 3, 3, 4, 3, 3 + (at % 2)])
 * Measures.survey(CitizenSurvey.finish(tally, form), "id") // => "Menurut 40 responden nilai layanan ini 81,94 (kelas B); hampir pasti."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const survey = ({ classProbabilities, official, respondents }: CitizenSurvey.Survey, language: Language): string => {
  const index = Scaled.format(official.published, 2)
  const label = official.class._tag === "Classified" ? official.class.label : "?"
  const probability = Undefined.isUndefined(classProbabilities)
    ? undefined
    : classProbabilities.find((each) => each.label === label)?.probability
  const sure = probability === undefined
    ? { id: "belum dapat dikatakan seberapa pasti", en: "how sure cannot be said" }
    : probability >= 0.99
    ? { id: "hampir pasti", en: "almost certain" }
    : { id: `peluang kelas ini ${Math.round(probability * 100)}%`, en: `the probability of this class is ${Math.round(probability * 100)}%` }
  return language === "id"
    ? `Menurut ${respondents} responden nilai layanan ini ${index.replace(".", ",")} (kelas ${label}); ${sure.id}.`
    : `According to ${counted(respondents, "respondent")} this service scores ${index} (class ${label}); ${sure.en}.`
}

/**
 * What a fair comparison flagged, and what raw order would have flagged.
 *
 * **Example** (Nobody, where raw order would have flagged two)
 *
 * ```ts
 * import { Measures } from "@timbang/language"
 * Measures.flags({ flagged: 0, rawWouldFlag: 2, isNoise: true }, "id") // => "Ditandai: 0; menurut urutan mentah akan ada 2. Tidak tampak ada perbedaan di antara unit."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const flags = (
  { flagged, isNoise, rawWouldFlag }: Pick<FairRank.FairRank, "flagged" | "isNoise" | "rawWouldFlag">,
  language: Language
): string =>
  language === "id"
    ? `Ditandai: ${flagged}; menurut urutan mentah akan ada ${rawWouldFlag}.${isNoise ? " Tidak tampak ada perbedaan di antara unit." : ""}`
    : `Flagged: ${flagged}; raw order would have flagged ${rawWouldFlag}.${isNoise ? " Nothing shows that the units differ." : ""}`

/**
 * The link that is missing between two islands of raters, and what would make it.
 *
 * **Example** (Nobody rated on both sides)
 *
 * ```ts
 * import { Measures } from "@timbang/language"
 * Measures.missingLink({ raters: ["A", "B"], people: ["3"] }, "en") // => "Raters A, B cannot be compared with those of 3: nobody rated on both sides. One rating of 3 by A or B would link them."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const missingLink = ({ people, raters }: RaterSeverity.MissingLink, language: Language): string => {
  const [some, others] = [raters, people].map((names) => names.length <= mostNamed ? names : [...names.slice(0, mostNamed), "..."]) as [ReadonlyArray<string>, ReadonlyArray<string>]
  return language === "id"
    ? `Penilai ${some.join(", ")} tidak dapat dibandingkan dengan penilai dari ${others.join(", ")}: tidak ada yang menilai di kedua sisi. Satu penilaian atas ${others.join(" atau ")} oleh ${some.join(" atau ")} menghubungkannya.`
    : `Raters ${some.join(", ")} cannot be compared with those of ${others.join(", ")}: nobody rated on both sides. One rating of ${others.join(" or ")} by ${some.join(" or ")} would link them.`
}

/** Most names of one side that a sentence lists. */
const mostNamed = 5

/**
 * What the groups of raters say of one person, or what is missing before they may.
 *
 * **Example** (One peer is missing)
 *
 * ```ts
 * import { Measures } from "@timbang/language"
 * const groups = [{ _tag: "Pending", group: "peers", answers: 2, missing: 1 }] as const
 * Measures.raterGroups("p-1", { groups, combined: { _tag: "Pending", because: [{ group: "peers", missing: 1 }] }, leftOut: [] }, "en") // => "p-1: peers pending, because 1 more is needed; together pending."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const raterGroups = (person: string, { combined, groups }: MultiRater.Outcome, language: Language): string => {
  const isIndonesian = language === "id"
  const number = (of: number) => (isIndonesian ? of.toFixed(2).replace(".", ",") : of.toFixed(2))
  const parts = groups.map((each) =>
    each._tag === "Shown"
      ? `${each.group} ${number(each.mean)} (${each.answers} ${isIndonesian ? "penilai" : "raters"})`
      : isIndonesian ? `${each.group} menunggu, karena kurang ${each.missing} penilai` : `${each.group} pending, because ${each.missing} more ${each.missing === 1 ? "is" : "are"} needed`
  )
  const together: Record<MultiRater.Outcome["combined"]["_tag"], string> = {
    Combined: combined._tag === "Combined" ? (isIndonesian ? `gabungan ${number(combined.mean)}` : `together ${number(combined.mean)}`) : "",
    Pending: isIndonesian ? "gabungan menunggu" : "together pending",
    NotCombined: isIndonesian ? "tidak digabung" : "not put together"
  }
  return `${person}: ${[...parts, together[combined._tag]].join("; ")}.`
}
