/**
 * Records around a career, by what is asked of them: absence, low performance, probation, renewal of a contract, credit points,
 * promotion, index of professionalism, nine-box. People stand under a pseudonym; a NIK is refused.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

const yesOrNo = { ya: ["yes"], tidak: ["no"] } as const

const ranks = Object.fromEntries(["I", "II", "III", "IV"].flatMap((grade) =>
  ["a", "b", "c", "d", ...(grade === "IV" ? ["e"] : [])].map((step): readonly [string, ReadonlyArray<string>] => [`${grade}/${step}`, []])))

const pseudonym = { aliases: ["Pegawai", "Pseudonim"], need: "cell", refusesNik: true, sample: "pegawai-017" } as const

const once = Column.identifier({ ...pseudonym, isUnique: true })

const level = Column.code({
  pemula: [],
  terampil: [],
  mahir: [],
  penyelia: [],
  "ahli pertama": ["pertama"],
  "ahli muda": ["muda"],
  "ahli madya": ["madya"],
  "ahli utama": ["utama"]
}, { aliases: ["Jenjang"], need: "cell", sample: "ahli pertama" })

/**
 * Words that records are read from, from the law of the host: each value with further spellings.
 *
 * @category models
 * @since 0.1.0
 */
export interface Words {
  readonly predicates: Readonly<Record<string, ReadonlyArray<string>>>
  readonly qualifications: Readonly<Record<string, ReadonlyArray<string>>>
  readonly disciplines: Readonly<Record<string, ReadonlyArray<string>>>
}

/**
 * The columns of each kind of record, and those of the days off.
 *
 * - `absence`: one row for each unexcused day. `holidays`: days off, so that a run over a weekend or a holiday is seen as one.
 * - `low-performance`: `since` is the first day of the time to improve; `test` and `post` stay empty until known.
 * - `probation`, `renewal`: an empty cell is awaited, not failed.
 * - `credit-points`: one row for each stretch of months with one predicate at one level.
 * - `promotion`: `kind` is a rank within the level (then `step` says which, from 1) or the next level; `startedIn` is the rank
 *   somebody was first appointed with, where it changes the need.
 * - `professionalism`: courses parted by `|`. `nine-box`: the potential in the unit of the limits given.
 *
 * **Example** (One person may be absent on many days)
 *
 * ```ts
 * import { CareerFiles } from "@timbang/source-files"
 * const { absence, probation } = CareerFiles.columnsOf({ predicates: { Baik: [] }, qualifications: { S1: [] }, disciplines: { ringan: [] } })
 * [absence.person.isUnique, probation.person.isUnique] // => [false, true]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = ({ disciplines, predicates, qualifications }: Words) => {
  const predicate = Column.code(predicates, { aliases: ["Predikat", "Predikat Kinerja"], sample: "Baik" })
  const needed = (sample: string) => Column.code(predicates, { aliases: ["Predikat", "Predikat Kinerja"], need: "cell", sample })
  return {
    absence: {
      person: Column.identifier(pseudonym),
      day: Column.day({ aliases: ["Tanggal", "Tanggal Tidak Masuk"], need: "cell", sample: "2026-03-02" })
    },
    holidays: { day: Column.day({ aliases: ["Tanggal", "Hari Libur"], need: "cell", sample: "2026-03-20" }) },
    "low-performance": {
      person: once,
      position: Column.code({ JPT: ["pimpinan tinggi"], administrasi: ["administrator", "pengawas", "pelaksana"], fungsional: ["JF"] }, { aliases: ["Jenis Jabatan"], need: "cell", sample: "administrasi" }),
      predicate: needed("Kurang/Misconduct"),
      since: Column.day({ aliases: ["Mulai Perbaikan"], need: "cell", sample: "2026-02-01" }),
      improved: Column.code(yesOrNo, { aliases: ["Membaik"], sample: "" }),
      test: Column.code({ "same-level": ["setingkat"], "lower-level": ["lebih rendah"] }, { aliases: ["Hasil Uji Kompetensi"], sample: "" }),
      post: Column.code(yesOrNo, { aliases: ["Ada Lowongan"], sample: "" }),
      placedOn: Column.day({ aliases: ["Ditempatkan Sejak"], sample: "" })
    },
    probation: {
      person: once,
      startedOn: Column.day({ aliases: ["TMT CPNS"], need: "cell", sample: "2025-03-01" }),
      training: Column.code({ passed: ["lulus"], failed: ["tidak lulus"] }, { aliases: ["Latsar"], sample: "passed" }),
      fit: Column.code(yesOrNo, { aliases: ["Sehat"], sample: "ya" }),
      predicate,
      severeDiscipline: Column.code(yesOrNo, { aliases: ["Hukuman Disiplin Berat"], need: "cell", sample: "tidak" })
    },
    renewal: {
      person: once,
      endsOn: Column.day({ aliases: ["Akhir Perjanjian"], need: "cell", sample: "2026-12-31" }),
      predicate,
      fits: Column.code(yesOrNo, { aliases: ["Kompetensi Sesuai"], need: "cell", sample: "ya" }),
      needed: Column.code(yesOrNo, { aliases: ["Masih Dibutuhkan"], need: "cell", sample: "ya" }),
      approved: Column.code(yesOrNo, { aliases: ["Disetujui PPK"], sample: "ya" })
    },
    "credit-points": {
      person: Column.identifier(pseudonym),
      level,
      predicate: needed("Baik"),
      months: Column.integer({ aliases: ["Bulan"], need: "cell", minimum: 1, maximum: 12, sample: "12" })
    },
    promotion: {
      person: once,
      kind: Column.code({ rank: ["pangkat"], level: ["jenjang"] }, { aliases: ["Jenis"], need: "cell", sample: "rank" }),
      level,
      step: Column.integer({ aliases: ["Pangkat Ke"], minimum: 1, maximum: 3, sample: "1" }),
      startedIn: Column.code(ranks, { aliases: ["Pangkat Pertama"], sample: "" }),
      points: Column.decimal({ decimals: 2, aliases: ["Angka Kredit"], need: "cell", maximum: 100_000, sample: "110.00" }),
      yearsInRank: Column.integer({ aliases: ["Tahun dalam Pangkat"], need: "cell", sample: "3" }),
      predicate: Column.code(predicates, { aliases: ["Predikat Tahun Terakhir"], need: "cell", sample: "Baik" }),
      predicateBefore: Column.code(predicates, { aliases: ["Predikat Tahun Sebelumnya"], sample: "Baik" }),
      test: Column.code(yesOrNo, { aliases: ["Lulus Uji Kompetensi"], sample: "tidak" }),
      vacancy: Column.code(yesOrNo, { aliases: ["Ada Lowongan"], sample: "tidak" })
    },
    professionalism: {
      person: once,
      unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Dukcapil" }),
      kind: Column.code({ struktural: [], fungsional: [], pelaksana: [] }, { aliases: ["Jenis Jabatan"], need: "cell", sample: "pelaksana" }),
      qualification: Column.code(qualifications, { aliases: ["Kualifikasi", "Pendidikan"], need: "cell", sample: "S1/D-IV" }),
      courses: Column.text({ aliases: ["Kompetensi", "Diklat"], sample: "diklat teknis|seminar" }),
      predicate: needed("Baik"),
      discipline: Column.code(disciplines, { aliases: ["Disiplin"], need: "cell", sample: "tidak pernah" })
    },
    "nine-box": {
      person: once,
      predicate: needed("Sangat Baik"),
      potential: Column.decimal({ decimals: 2, aliases: ["Potensi"], maximum: 1000, sample: "78.00" })
    }
  } satisfies Readonly<Record<string, Column.Columns>>
}
