/**
 * Why respondents could not be weighted to the users, or units could not be ranked: what was found and what to do.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { RankInterval, SurveyWeights } from "@timbang/core/performance"
import type { Undefined } from "@timbang/core/number"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What weighting and ranking fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = SurveyWeights.MarginsNotMet | RankInterval.NotRankable

// --- operations ---

/**
 * The problem in one sentence.
 *
 * **Example** (Users of a kind that nobody in the survey is)
 *
 * ```ts
 * import { SurveyWeights } from "@timbang/core/performance"
 * import { MeasureProblems } from "@timbang/language"
 * const problem = new SurveyWeights.MarginsNotMet({ because: "category-without-respondents", margin: "sex", category: "P", found: 0, expected: 20 })
 * MeasureProblems.sentence(problem, "id") // => "margin sex, kategori P: ada 0, seharusnya 20. Gabungkan kategori itu dengan yang lain, pada responden dan pengguna sekaligus."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (problem: Problem, language: Language): string => say(language === "id" ? indonesian : english, problem)

/**
 * Why the answers within the units give no standard error.
 *
 * **Example** (One answer of every unit)
 *
 * ```ts
 * import { PooledError } from "@timbang/core/performance"
 * import { Undefined } from "@timbang/core/number"
 * import { MeasureProblems } from "@timbang/language"
 * const none = PooledError.prepare([{ id: "a", estimate: 80, answers: 1, variance: 0 }])
 * Undefined.isUndefined(none) && MeasureProblems.withoutError(none, "en") // => "every unit has one answer only, so that nothing says how sure its mean is. Give one row for each respondent, not one for each unit."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const withoutError = ({ reason }: Undefined.Undefined, language: Language): string =>
  reason === "too-few-values"
    ? {
      id: "setiap unit hanya memiliki satu jawaban, sehingga tidak dapat dihitung seberapa pasti rata-ratanya. Berikan satu baris untuk setiap responden, bukan satu untuk setiap unit.",
      en: "every unit has one answer only, so that nothing says how sure its mean is. Give one row for each respondent, not one for each unit."
    }[language]
    : {
      id: "semua jawaban di dalam setiap unit sama, sehingga tidak dapat dihitung seberapa pasti rata-ratanya. Periksa apakah kolom score berisi jawaban responden, bukan rata-rata unitnya.",
      en: "all answers within each unit are the same, so that nothing says how sure its mean is. Check that the column score holds answers of respondents, not the mean of their unit."
    }[language]

/**
 * Too few units to compare, because the others have too few answers.
 *
 * **Example** (Three units of four answers)
 *
 * ```ts
 * import { MeasureProblems } from "@timbang/language"
 * MeasureProblems.allPending(0, 3, 10, "en") // => "0 units can be compared, 2 are needed; 3 have fewer than 10 answers. Wait for more answers, or join small units."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const allPending = (comparable: number, pending: number, fewest: number, language: Language): string =>
  language === "id"
    ? `${comparable} unit dapat dibandingkan, padahal perlu 2; ${pending} unit memiliki kurang dari ${fewest} jawaban. Tunggu jawaban lain, atau gabungkan unit yang kecil.`
    : `${counted(comparable, "unit")} can be compared, 2 are needed; ${pending} have fewer than ${counted(fewest, "answer")}. Wait for more answers, or join small units.`

const indonesian: Sentences<Problem> = {
  MarginsNotMet: ({ because, category, expected, found, margin }) =>
    `margin ${margin}${category === undefined ? "" : `, kategori ${category}`}: ada ${found}, seharusnya ${expected}. ${
      {
        "totals-differ": "Berikan jumlah pengguna yang sama pada setiap margin.",
        "category-without-respondents": "Gabungkan kategori itu dengan yang lain, pada responden dan pengguna sekaligus.",
        "category-without-users": "Perbaiki jumlah pengguna, atau kategori respondennya.",
        "not-converged": "Margin saling bertentangan; kurangi margin atau gabungkan kategori.",
        "code-unknown": "Kategori responden itu tidak ada pada margin; perbaiki ejaannya atau tambahkan."
      }[because]
    }`,
  NotRankable: ({ because, found }) =>
    ({
      "too-few-units": `hanya ${found} unit yang dapat dibandingkan. Berikan sekurang-kurangnya dua unit dengan jawaban yang cukup.`,
      "error-not-positive": `ada galat baku ${found}: jawaban unit itu semuanya sama. Berikan jawaban yang lebih banyak, atau keluarkan unitnya.`,
      "errors-too-unequal": `galat baku terbesar ${found} kali yang terkecil. Gabungkan unit yang kecil.`,
      "too-many-units": `${found} unit terlalu banyak untuk cara pasti. Gunakan undian dengan benih.`,
      "too-few-draws": `${found} undian. Undilah sekurang-kurangnya sekali.`
    })[because]
}

const english: Sentences<Problem> = {
  MarginsNotMet: (problem) => `${problem.message}.`,
  NotRankable: (problem) => `${problem.message}.`
}
