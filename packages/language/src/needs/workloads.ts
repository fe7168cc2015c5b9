/**
 * Workload in words: why no need could be computed, and what nobody can decide by arithmetic.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Day } from "@timbang/core/law"
import type { TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What a computation of workload can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = Workload.WorkloadRefused | Wisn.AllowancesUseAllTime | Wisn.NoWorkingTime

// --- operations ---

/**
 * Why no need could be computed: what was found and what to do.
 *
 * **Example** (Nobody is ever there)
 *
 * ```ts
 * import { Wisn } from "@timbang/core/needs"
 * import { Workloads } from "@timbang/language"
 * Workloads.problem(new Wisn.NoWorkingTime({ days: "-3" }), "id") // => "Tersisa -3 hari untuk bekerja. Perbaiki hari kerja atau hari liburnya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const problem = (found: Problem, language: Language): string =>
  language === "id" ? say(indonesian, found) : found.message

/**
 * The two readings of a need that lies between them.
 *
 * **Example** (44 hours)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Workloads } from "@timbang/language"
 * const need = { _tag: "Undecidable", exact: Fraction.make(11, 6), down: 1, hoursEachDown: Fraction.make(44), hoursEachUp: Fraction.make(22) } as const
 * Workloads.undecidable(need, "en") // => "undecidable: 1 would teach 44 hours a week, 2 only 22 each; people have to decide"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const undecidable = (
  { down, hoursEachDown, hoursEachUp }: Extract<TeacherNeed.Need, { readonly _tag: "Undecidable" }>,
  language: Language
): string =>
  language === "id"
    ? `tidak dapat diputuskan: ${down} orang mengajar ${Fraction.format(hoursEachDown)} jam seminggu, ${down + 1} orang hanya ${Fraction.format(hoursEachUp)}; harus diputuskan orang`
    : `undecidable: ${down} would teach ${Fraction.format(hoursEachDown)} hours a week, ${down + 1} only ${Fraction.format(hoursEachUp)} each; people have to decide`

/**
 * Said where there is work, but too little for a post of its own.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.mergeWithAnother("en") // => "too little work for a post of its own; merge it with another position"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const mergeWithAnother = (language: Language): string =>
  language === "id"
    ? "bebannya terlalu kecil untuk satu jabatan; gabungkan dengan jabatan lain"
    : "too little work for a post of its own; merge it with another position"

/**
 * Said of an efficiency above 1: its class is the best, although it means more work than the people there can do.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.overload("en") // => "efficiency above 1 is overload: more work than the people there can do"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const overload = (language: Language): string =>
  language === "id"
    ? "efisiensi di atas 1 berarti beban berlebih: pekerjaan melebihi kemampuan pegawai yang ada"
    : "efficiency above 1 is overload: more work than the people there can do"

/**
 * Why there is no table of minimums for a day: which regulations should have one, and what to do.
 *
 * **Example** (After the last table that was obtained)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.tablesNotObtained("2026-03-02", { instrument: "Permenkes 75/2014", from: "2014-01-01", until: "2019-12-31" }, ["Permenkes 43/2019"], "en") // => "On 2026-03-02 Permenkes 75/2014 does not hold (2014-01-01 to 2019-12-31); the table of Permenkes 43/2019 was not obtained. Give your own numbers with --required FILE --required-source DOCUMENT."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const tablesNotObtained = (
  on: Day.Day,
  { from, instrument, until }: { readonly instrument: string; readonly from: Day.Day; readonly until: Day.Day | undefined },
  missing: ReadonlyArray<string>,
  language: Language
): string =>
  language === "id"
    ? `Pada ${on} ${instrument} tidak berlaku (${from} sampai ${until ?? "sekarang"}); tabel ${missing.join(" dan ")} tidak diperoleh. Berikan angka sendiri dengan --required BERKAS --required-source DOKUMEN.`
    : `On ${on} ${instrument} does not hold (${from} to ${until ?? "now"}); the table of ${missing.join(" and ")} was not obtained. Give your own numbers with --required FILE --required-source DOCUMENT.`

/**
 * Said of a kind of worker that a file does not name although the table requires it.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.noRow("en") // => "no row in the file; counted as nobody"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const noRow = (language: Language): string =>
  language === "id" ? "tidak ada barisnya; dihitung tidak ada orang" : "no row in the file; counted as nobody"

/**
 * Said of a score whose band no source gives.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.bandMissing("en") // => "no source gives the band of this score; only the score is answered. Give --bands FILE --bands-source DOCUMENT"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const bandMissing = (language: Language): string =>
  language === "id"
    ? "tidak ada sumber untuk rentang nilai ini; hanya nilainya yang dijawab. Berikan --bands BERKAS --bands-source DOKUMEN"
    : "no source gives the band of this score; only the score is answered. Give --bands FILE --bands-source DOCUMENT"

/**
 * Said of a ratio that the data do not have.
 *
 * **Example** (Firefighters)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.ratioUnknown("damkar", ["satpol"], "en") // => "damkar: no source gives this ratio; known are satpol. Give your own with --people N --per N --ratio-source DOCUMENT."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const ratioUnknown = (kind: string, known: ReadonlyArray<string>, language: Language): string =>
  language === "id"
    ? `${kind}: tidak ada sumber untuk rasio ini; yang ada: ${known.join(", ")}. Berikan rasio sendiri dengan --people N --per N --ratio-source DOKUMEN.`
    : `${kind}: no source gives this ratio; known are ${known.join(", ")}. Give your own with --people N --per N --ratio-source DOCUMENT.`

/**
 * A file of work that has headers only.
 *
 * **Example** (In both languages)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.noPositions("id") // => "tidak ada baris di bawah judul. Tulis satu baris untuk setiap tugas."
 * Workloads.noPositions("en") // => "there is no row below the headers. Write one row for each task."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const noPositions = (language: Language): string =>
  language === "id" ? "tidak ada baris di bawah judul. Tulis satu baris untuk setiap tugas." : "there is no row below the headers. Write one row for each task."

/** Names of the columns of a workload in Indonesian, by the first words of the place of a problem. */
const places: Readonly<Record<string, string>> = {
  load: "beban kerja",
  norm: "norma",
  shifts: "regu",
  time: "waktu",
  minutes: "norma waktu",
  quantity: "jumlah setahun",
  staff: "orang",
  hours: "jam",
  classes: "rombongan belajar",
  "working time": "waktu kerja",
  "available time": "waktu kerja tersedia",
  "supporting tasks": "tugas penunjang",
  "possible working days": "hari kerja",
  "days off": "hari libur",
  "hours a day": "jam kerja sehari",
  "existing staff": "pegawai yang ada"
}

const expectations: Readonly<Record<string, string>> = {
  "a number above 0": "bilangan di atas 0",
  "a number, 0 or more": "bilangan 0 atau lebih",
  "less than all of it": "kurang dari seluruhnya",
  "less than the available time": "kurang dari waktu kerja tersedia"
}

const placeOf = (where: string): string => {
  const [, column, rest] = /^(\w+) (?:of|in) (.*)$/.exec(where) ?? []
  return column === undefined ? places[where] ?? where : `${places[column] ?? column} ${rest}`
}

const indonesian: Sentences<Problem> = {
  WorkloadRefused: ({ expected, found, where }) =>
    `${placeOf(where)}: tertulis ${found}, seharusnya ${expectations[expected] ?? expected}.`,
  AllowancesUseAllTime: ({ share }) => `Tugas penunjang memakai ${share} dari waktu yang tersedia. Harus kurang dari 1; periksa satuannya: jam pada WISN, menit pada ABK-Kes.`,
  NoWorkingTime: ({ days }) => `Tersisa ${days} hari untuk bekerja. Perbaiki hari kerja atau hari liburnya.`
}

/**
 * How many people a list of staff was counted to.
 *
 * **Example** (Who left is not on hand)
 *
 * ```ts
 * import { Workloads } from "@timbang/language"
 * Workloads.staffCounted(40, 2, 3, "en") // => "40 people on hand; 2 who left are not counted; of 3 the year of retirement is not known, for want of a birth date or a retirement age."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const staffCounted = (onHand: number, left: number, withoutRetirement: number, language: Language): string =>
  language === "id"
    ? `${onHand} pegawai ada; ${left} yang sudah keluar tidak dihitung; tahun pensiun ${withoutRetirement} orang tidak diketahui karena tanggal lahir atau batas usia pensiunnya tidak ada.`
    : `${counted(onHand, "person", "people")} on hand; ${left} who left are not counted; of ${withoutRetirement} the year of retirement is not known, for want of a birth date or a retirement age.`
