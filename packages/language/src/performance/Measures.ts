/**
 * Measures in words: what a chart shows, what a survey says and how sure it is, whom a comparison flags.
 *
 * @since 0.1.0
 */
import { Scaled, Undefined } from "@timbang/core/number"
import type { CitizenSurvey, ControlChart, FairRank } from "@timbang/core/performance"
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
    : `According to ${respondents} respondents this service scores ${index} (class ${label}); ${sure.en}.`
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
