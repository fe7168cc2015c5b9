/**
 * Scores that raters gave people: one row for each rating.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

/**
 * The columns of a scores file. People and raters stand under pseudonyms; `group` says as whom a rater speaks.
 *
 * **Example** (A NIK is refused)
 *
 * ```ts
 * import { ScoresFile } from "@timbang/source-files"
 * [ScoresFile.columns.person.refusesNik, ScoresFile.columns.rater.refusesNik] // => [true, true]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  person: Column.identifier({ aliases: ["Pegawai", "Dinilai"], need: "cell", refusesNik: true, sample: "pegawai-017" }),
  rater: Column.identifier({ aliases: ["Penilai"], need: "cell", refusesNik: true, sample: "penilai-3" }),
  score: Column.decimal({ decimals: 4, minimum: -1_000_000, maximum: 1_000_000, aliases: ["Nilai", "Skor"], need: "cell", sample: "82.5" }),
  group: Column.text({ aliases: ["Kelompok", "Kelompok Penilai"], sample: "rekan" })
}
