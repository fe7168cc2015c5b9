/**
 * Measures over time, and answers on units or officers: what control charts and fair comparisons are made from.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

const yesOrNo = { ya: ["yes"], tidak: ["no"] } as const

/**
 * Columns of measures over time, in the order of the periods: `value`, or `part` of `whole` where something is counted, the
 * same in all rows of a measure. `better` and `target` are those of the measure: rows that name another one are refused.
 * `excluded` leaves a period out of the limits, which a person decides.
 *
 * **Example** (A share is counted)
 *
 * ```ts
 * import { MeasuresFile } from "@timbang/source-files"
 * [MeasuresFile.course.part.kind, MeasuresFile.course.value.kind] // => ["integer", "decimal"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const course = {
  measure: Column.text({ aliases: ["Ukuran", "Indikator"], need: "cell", sample: "izin lewat waktu" }),
  period: Column.text({ aliases: ["Periode"], need: "cell", sample: "2026-01" }),
  value: Column.decimal({ decimals: 4, minimum: -1_000_000_000, maximum: 1_000_000_000, aliases: ["Nilai"], sample: "" }),
  part: Column.integer({ aliases: ["Bagian"], sample: "12" }),
  whole: Column.integer({ aliases: ["Seluruhnya"], minimum: 1, sample: "340" }),
  better: Column.code({ high: ["tinggi"], low: ["rendah"] }, { aliases: ["Lebih Baik"], need: "cell", sample: "low" }),
  target: Column.decimal({ decimals: 4, minimum: -1_000_000_000, maximum: 1_000_000_000, aliases: ["Sasaran", "Target"], sample: "0.02" }),
  excluded: Column.code(yesOrNo, { aliases: ["Dikeluarkan"], sample: "tidak" })
}

/**
 * Columns of answers on units or officers: one row for each respondent.
 *
 * @category columns
 * @since 0.1.0
 */
export const answers = {
  unit: Column.reference({ aliases: ["Unit", "Petugas", "Layanan"], need: "cell", sample: "petugas-03" }),
  score: Column.decimal({ decimals: 4, minimum: -1_000_000, maximum: 1_000_000, aliases: ["Nilai", "Skor"], need: "cell", sample: "87.5" })
}
