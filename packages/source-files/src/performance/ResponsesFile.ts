/**
 * Answers to a citizens' survey: one row for each respondent, read batch by batch and never held whole.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

/**
 * What is known of a respondent beside the answers; each may be left out, and each groups or weights the respondents.
 *
 * @category columns
 * @since 0.1.0
 */
export const groupings = {
  service: Column.reference({ aliases: ["Layanan", "Jenis Layanan", "Unit"], sample: "akta kelahiran" }),
  period: Column.reference({ aliases: ["Periode"], sample: "2026-S1" }),
  sex: Column.reference({ aliases: ["Jenis Kelamin", "Kelamin", "JK"], sample: "P" }),
  age: Column.reference({ aliases: ["Usia", "Umur", "Kelompok Usia"], sample: "26-40" }),
  education: Column.reference({ aliases: ["Pendidikan"], sample: "SMA" }),
  job: Column.reference({ aliases: ["Pekerjaan"], sample: "petani" })
}

/**
 * The name of a grouping.
 *
 * @category columns
 * @since 0.1.0
 */
export type Grouping = keyof typeof groupings

/**
 * The columns of a file of further words for the answers.
 *
 * @category columns
 * @since 0.1.0
 */
export const words = {
  answer: Column.integer({ aliases: ["Jawaban", "Nilai"], need: "cell", minimum: 1, maximum: 4, sample: "4" }),
  word: Column.text({ aliases: ["Kata"], need: "cell", sample: "sangat puas" })
}

/**
 * How a respondent was drawn: the design weight (one by the chance of being asked), the cluster (the place of interview) and
 * the stratum within which clusters were drawn. A column that is there is filled in every row.
 *
 * @category columns
 * @since 0.1.0
 */
export const design = {
  weight: Column.decimal({ decimals: 6, minimum: 0.000_001, maximum: 1_000_000, aliases: ["Bobot", "Bobot Desain", "Penimbang"], sample: "1.5" }),
  cluster: Column.reference({ aliases: ["Klaster", "Tempat Wawancara"], sample: "loket-1" }),
  stratum: Column.reference({ aliases: ["Strata"], sample: "kota" })
}

/**
 * The columns of a questionnaire: `respondent`, one for each element, `date`, the {@link groupings} and the {@link design}.
 *
 * **Details**
 *
 * An answer is a number of the scale or one of the `words` that stand for it. A respondent is a pseudonym; a NIK is refused.
 *
 * **Example** (A word for an answer)
 *
 * ```ts
 * import { ResponsesFile } from "@timbang/source-files"
 * const { u1 } = ResponsesFile.columnsOf(["U1"], { "1": ["buruk"], "4": ["sangat baik"] })
 * [u1.values, u1.spellings.get("sangatbaik")] // => [["1", "4"], 1]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = (elements: ReadonlyArray<string>, words: Readonly<Record<string, ReadonlyArray<string>>>) => {
  const answers: Readonly<Record<string, Column.Code>> = Object.fromEntries(elements.map((element, at) => [
    element.toLowerCase(),
    Column.code(words, { aliases: [`Unsur ${at + 1}`], need: "column", sample: "3" })
  ]))
  return {
    respondent: Column.identifier({ aliases: ["Responden", "No Responden", "no_resp"], need: "column", refusesNik: true, sample: "R-0001" }),
    ...answers,
    date: Column.day({ aliases: ["Tanggal"], sample: "2026-03-31" }),
    ...groupings,
    ...design
  }
}
