/**
 * Workload in words: why no need could be computed, and what nobody can decide by arithmetic.
 *
 * @since 0.1.0
 */
import type { TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { type Language, say, type Sentences } from "./Sentences.ts"

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
  AllowancesUseAllTime: ({ share }) => `Tugas penunjang memakai ${share} dari waktu yang tersedia. Harus kurang dari 1.`,
  NoWorkingTime: ({ days }) => `Tersisa ${days} hari untuk bekerja. Perbaiki hari kerja atau hari liburnya.`
}
