/**
 * What an appraisal is made from: one row for each person, with the evidence, the rater's judgement and the official predicate.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

const who = {
  person: Column.identifier({ aliases: ["Pegawai", "Pseudonim"], need: "cell", isUnique: true, refusesNik: true, sample: "pegawai-017" }),
  unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Dukcapil" })
}

const officialAliases = ["Predikat", "Predikat Kinerja", "Predikat e-Kinerja"]

/**
 * The columns where a rater judges; `spellings` gives further words for a level, `predicates` the predicates of the official record
 * with theirs, `organisations` those of an organisation.
 *
 * - Evidence: `above`, `asExpected`, `below`, `notMeasured` name main results, parted by `|`; `feedbackPositive` and
 *   `feedbackNotPositive` count feedback; `conductObserved` says what was seen.
 * - Judgement: `workResult`, `conduct`, `decidedBy` (a position), `decidedOn`, and a reason where a proposal is departed from.
 *   Without a judgement a row is a proposal only.
 * - `official`: the predicate that the official record prints. `organisation`: the predicate of the unit, the same in all its rows.
 * - `team`: what somebody belongs to within the unit, for what citizens say of teams.
 *
 * **Example** (A spelling of the form)
 *
 * ```ts
 * import { RatingsFile } from "@timbang/source-files"
 * RatingsFile.judged({ above: ["di atas ekspektasi"], "as-expected": [], below: [] }, { Baik: [] }, { Baik: [] }).workResult.spellings.get("diatasekspektasi") // => 0
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const judged = <P extends string, O extends string>(
  spellings: Readonly<Record<"above" | "as-expected" | "below", ReadonlyArray<string>>>,
  predicates: Readonly<Record<P, ReadonlyArray<string>>>,
  organisations: Readonly<Record<O, ReadonlyArray<string>>>
) => ({
  ...who,
  team: Column.text({ aliases: ["Tim", "Tim Kerja"], sample: "loket akta" }),
  above: Column.text({ aliases: ["Hasil di Atas Ekspektasi"], sample: "akta kelahiran|tunggakan" }),
  asExpected: Column.text({ aliases: ["Hasil Sesuai Ekspektasi"], sample: "arsip" }),
  below: Column.text({ aliases: ["Hasil di Bawah Ekspektasi"] }),
  notMeasured: Column.text({ aliases: ["Hasil Belum Diukur"] }),
  feedbackPositive: Column.integer({ aliases: ["Umpan Balik Positif"], sample: "2" }),
  feedbackNotPositive: Column.integer({ aliases: ["Umpan Balik Tidak Positif"], sample: "1" }),
  conductObserved: Column.code({
    "consistent-and-guards-values": ["konsisten dan menjaga nilai"],
    consistent: ["konsisten"],
    "not-yet-consistent": ["belum konsisten"],
    "not-observed": ["tidak diamati"]
  }, { aliases: ["Perilaku Diamati"], sample: "consistent" }),
  workResult: Column.code(spellings, { aliases: ["Hasil Kerja", "Rating Hasil Kerja"], sample: "above" }),
  conduct: Column.code(spellings, { aliases: ["Perilaku", "Perilaku Kerja", "Rating Perilaku"], sample: "as-expected" }),
  workResultReason: Column.text({ aliases: ["Alasan Hasil Kerja"], sample: "tunggakan dua tahun selesai" }),
  conductReason: Column.text({ aliases: ["Alasan Perilaku"] }),
  decidedBy: Column.text({ aliases: ["Pejabat Penilai", "Diputuskan Oleh"], sample: "Kepala Dinas" }),
  decidedOn: Column.day({ aliases: ["Tanggal Penilaian"], sample: "2026-01-12" }),
  official: Column.code(predicates, { aliases: officialAliases, sample: "Baik" }),
  organisation: Column.code(organisations, { aliases: ["Predikat Organisasi", "Predikat Kinerja Organisasi"], sample: "Baik" })
})

/** A target or what was realised of it, in any one unit. */
const amount = { decimals: 4, minimum: 0, maximum: 1_000_000_000 } as const

/** An achievement in percent, or the target and what was realised. */
const aim = {
  achievement: Column.decimal({ decimals: 2, maximum: 10_000, aliases: ["Capaian", "Capaian Persen"], sample: "" }),
  target: Column.decimal({ ...amount, aliases: ["Target"], sample: "" }),
  targetUpper: Column.decimal({ ...amount, aliases: ["Target Atas"], sample: "" }),
  realised: Column.decimal({ ...amount, aliases: ["Realisasi"], sample: "" }),
  lowerIsBetter: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Lebih Rendah Lebih Baik"], sample: "" }),
  targetIsHighest: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Target Maksimum"], sample: "" })
}

/**
 * The columns of earlier law, which computes: values of work plan and conduct, whether there was a new idea, and whether peers
 * and subordinates were asked.
 *
 * Where the law says what an achievement is worth, the value of the work plan may be left out: then `achievement` in percent
 * stands, or `target` and `realised`, from which it is computed (`targetUpper` for a range, `lowerIsBetter` for time and cost).
 * `targetIsHighest`: the target is the highest possible. `additional`: points for additional work.
 *
 * @category columns
 * @since 0.1.0
 */
export const computed = {
  ...who,
  workPlan: Column.decimal({ decimals: 2, maximum: 120, aliases: ["SKP", "Nilai SKP"], sample: "91.50" }),
  ...aim,
  additional: Column.decimal({ decimals: 2, maximum: 10, aliases: ["Kinerja Tambahan"], sample: "" }),
  conduct: Column.decimal({ decimals: 2, maximum: 120, aliases: ["Perilaku", "Nilai Perilaku"], need: "cell", sample: "88.00" }),
  hasIdea: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Ide Baru"], sample: "tidak" }),
  wasAsked: Column.code({ ya: ["yes"], tidak: ["no"] }, { aliases: ["Dinilai Rekan"], sample: "tidak" }),
  official: Column.text({ aliases: officialAliases, sample: "Baik" })
}

/**
 * Several achievements of a person: one indicator in one period a row, as an achievement in percent or as a target and what was
 * realised. The value of a year is the mean of its periods, that of a period the mean of its indicators.
 *
 * @category columns
 * @since 0.1.0
 */
export const achievements = {
  person: Column.identifier({ aliases: ["Pegawai", "Pseudonim"], need: "cell", refusesNik: true, sample: "pegawai-017" }),
  period: Column.text({ aliases: ["Periode"], need: "cell", sample: "Semester I" }),
  indicator: Column.text({ aliases: ["Indikator", "Indikator Kinerja Individu", "IKI"], need: "cell", sample: "akta terbit tepat waktu" }),
  ...aim,
  achievement: { ...aim.achievement, sample: "90.00" }
}
