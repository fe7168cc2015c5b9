/**
 * Comparisons of units by many criteria in words: how far judgements agree, what is proposed, what could not be told.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { CriticalWeight, PairwiseComparison, Vikor } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Units whose figure passes an end of the scale and counts as that end.
 *
 * @category models
 * @since 0.1.0
 */
export interface CutOff {
  readonly indicator: string
  readonly end: number
  readonly units: ReadonlyArray<string>
}

// --- operations ---

/**
 * That figures beyond the end of a scale count as the end.
 *
 * **Example** (One unit)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.cutOff({ indicator: "expected-schooling", end: 18, units: ["AUS"] }, "en") // => "expected-schooling: 1 figure beyond 18 counts as 18 (AUS)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const cutOff = ({ end, indicator, units }: CutOff, language: Language): string => {
  const named = `${units.slice(0, 8).join(", ")}${units.length > 8 ? ", ..." : ""}`
  return language === "id"
    ? `${indicator}: ${units.length} angka melewati batas ${end} dan dihitung sebagai ${end} (${named})`
    : `${indicator}: ${counted(units.length, "figure")} beyond ${end} ${units.length === 1 ? "counts" : "count"} as ${end} (${named})`
}

/**
 * Whether judgements of two and two agree with each other, and what to do when they do not.
 *
 * **Example** (Judgements that contradict)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * const found = { _tag: "Judged", ratio: 0.25, limit: 0.1, isConsistent: false } as const
 * Analyses.consistency(found, "en") // => "AHP: the consistency ratio is 0.250, above 0.1: the judgements contradict each other; look at them again before using these weights"
 * Analyses.consistency(found, "id") // => "AHP: rasio konsistensi 0,250, di atas 0,1: penilaiannya saling bertentangan; tinjau kembali sebelum bobot ini dipakai"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const consistency = (found: PairwiseComparison.Consistency, language: Language): string => {
  const isIndonesian = language === "id"
  switch (found._tag) {
    case "AlwaysConsistent":
      return isIndonesian
        ? "AHP: penilaian sesedikit ini tidak mungkin saling bertentangan"
        : "AHP: so few judgements cannot contradict each other"
    case "NotJudged":
      return isIndonesian
        ? `AHP: tidak ada indeks acak untuk ${found.things} kriteria, sehingga rasio konsistensi tidak dapat dihitung`
        : `AHP: there is no random index for ${found.things} criteria, so there is no consistency ratio`
    case "Judged": {
      const [ratio, limit] = [found.ratio.toFixed(3), String(found.limit)].map((one) => (isIndonesian ? one.replace(".", ",") : one))
      if (found.isConsistent) {
        return isIndonesian ? `AHP: rasio konsistensi ${ratio}, tidak lebih dari ${limit}` : `AHP: the consistency ratio is ${ratio}, not above ${limit}`
      }
      return isIndonesian
        ? `AHP: rasio konsistensi ${ratio}, di atas ${limit}: penilaiannya saling bertentangan; tinjau kembali sebelum bobot ini dipakai`
        : `AHP: the consistency ratio is ${ratio}, above ${limit}: the judgements contradict each other; look at them again before using these weights`
    }
  }
}

/**
 * What VIKOR proposes, and why it is not one unit alone where it is not.
 *
 * **Example** (Two that cannot be told apart)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.compromise({ proposed: ["Tebo", "Bungo"], hasAdvantage: false, isStable: true }, "en") // => "VIKOR proposes Tebo, Bungo: the first is not far enough ahead"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const compromise = (
  { hasAdvantage, isStable, proposed }: Pick<Vikor.Compromise, "proposed" | "hasAdvantage" | "isStable">,
  language: Language
): string => {
  const because = {
    id: [...(hasAdvantage ? [] : ["yang pertama tidak cukup jauh di depan"]), ...(isStable ? [] : ["yang pertama bukan pertama menurut S maupun R"])],
    en: [...(hasAdvantage ? [] : ["the first is not far enough ahead"]), ...(isStable ? [] : ["the first is first neither by S nor by R"])]
  }[language]
  const reason = because.length === 0 ? "" : `: ${because.join(language === "id" ? " dan " : " and ")}`
  return `${language === "id" ? "VIKOR mengusulkan" : "VIKOR proposes"} ${proposed.join(", ")}${reason}`
}

/**
 * From which weight on another unit takes the first place of the weighted sum.
 *
 * **Example** (A rise and a fall)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Analyses } from "@timbang/language"
 * const one = { weight: Fraction.make(3, 8), unit: "Bungo", isFirst: true }
 * Analyses.critical("income", Fraction.make(3, 10), one, "en") // => "income: at a weight of 3/8 instead of 3/10 Bungo takes the first place of the weighted sum"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const critical = (
  criterion: string,
  weight: Fraction.Fraction,
  { unit, weight: at }: CriticalWeight.Critical,
  language: Language
): string => {
  const [now, then] = [weight, at].map(Fraction.format)
  return language === "id"
    ? `${criterion}: pada bobot ${then}, bukan ${now}, ${unit} menempati urutan pertama jumlah berbobot`
    : `${criterion}: at a weight of ${then} instead of ${now} ${unit} takes the first place of the weighted sum`
}

/**
 * That no weight of a criterion changes the first place.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.neverCritical("income", "en") // => "income: no weight of it changes the first place of the weighted sum"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const neverCritical = (criterion: string, language: Language): string =>
  language === "id"
    ? `${criterion}: berapa pun bobotnya, urutan pertama jumlah berbobot tidak berubah`
    : `${criterion}: no weight of it changes the first place of the weighted sum`

/**
 * Why SPOTIS was left out where nobody asked for it by name.
 *
 * **Example** (In Indonesian)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.withoutBounds("K.csv", "id") // => "K.csv: SPOTIS tidak dihitung karena tidak setiap kriteria punya batas; isi kolom low dan high"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const withoutBounds = (file: string, language: Language): string =>
  language === "id"
    ? `${file}: SPOTIS tidak dihitung karena tidak setiap kriteria punya batas; isi kolom low dan high`
    : `${file}: SPOTIS was left out as not every criterion has bounds; fill the columns low and high`

/**
 * What a comparison is for: it is no decision about posts.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.standing("en") // => "A comparison for analysts; it decides no posts."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const standing = (language: Language): string =>
  language === "id" ? "Perbandingan untuk analis; tidak menetapkan formasi." : "A comparison for analysts; it decides no posts."

/**
 * That an index needs exactly one source.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.nameOneIndex("en") // => "Name --ready or --model with --data, or --replay alone. Template of the data: timbang template index-ipm"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const nameOneIndex = (language: Language): string =>
  language === "id"
    ? "Sebutkan --ready atau --model bersama --data, atau --replay saja. Templat data: timbang template index-ipm"
    : "Name --ready or --model with --data, or --replay alone. Template of the data: timbang template index-ipm"

/**
 * That weights by AHP need judgements.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.judgementsMissing("en") // => "--weights ahp needs --comparisons. Template: timbang template comparisons"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const judgementsMissing = (language: Language): string =>
  language === "id"
    ? "--weights ahp memerlukan --comparisons. Templat: timbang template comparisons"
    : "--weights ahp needs --comparisons. Template: timbang template comparisons"

/**
 * That a unit whose score shall be looked at is none of the units.
 *
 * **Example** (In Indonesian)
 *
 * ```ts
 * import { Analyses } from "@timbang/language"
 * Analyses.unitAbsent("Jambi", ["Tebo", "Bungo"], "id") // => "--of Jambi: bukan salah satu unit. Yang ada: Tebo, Bungo"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unitAbsent = (unit: string, units: ReadonlyArray<string>, language: Language): string => {
  const some = `${units.slice(0, 8).join(", ")}${units.length > 8 ? ", ..." : ""}`
  return language === "id" ? `--of ${unit}: bukan salah satu unit. Yang ada: ${some}` : `--of ${unit}: none of the units. There are ${some}`
}
