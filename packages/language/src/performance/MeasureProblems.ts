/**
 * Why respondents could not be weighted to the users, or units could not be ranked: what was found and what to do.
 *
 * @since 0.1.0
 */
import type { RankInterval, SurveyWeights } from "@timbang/core/performance"
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
