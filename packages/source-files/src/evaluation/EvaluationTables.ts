/**
 * The tables that an evaluation is made from, by the name of their file without its ending.
 *
 * Staff and need are given twice, in a folder from before the round and in one from after it; the other tables once. Every
 * table but those four may be left out, and the evaluation then says what it could not judge.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

const cell = {
  unit: Column.text({ aliases: ["Unit Kerja", "Unit Organisasi"], need: "cell", sample: "Puskesmas Siulak" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Jabatan"], need: "cell", sample: "Bidan" })
}

const yesOrNo = { ya: ["yes"], tidak: ["no"] } as const

const measured = { decimals: 4, minimum: -1_000_000_000, maximum: 1_000_000_000 } as const

const services = {
  unit: cell.unit,
  indicator: Column.text({ aliases: ["Indikator"], need: "cell", sample: "persalinan ditolong nakes (persen)" }),
  better: Column.code({ more: ["lebih tinggi", "naik"], less: ["lebih rendah", "turun"] }, { aliases: ["Lebih Baik"], need: "cell", sample: "more" }),
  outcome: Column.decimal({ ...measured, aliases: ["Capaian"], need: "cell", sample: "71.5" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Jabatan"], sample: "Bidan" })
}

/**
 * Tables of the folder from before the round.
 *
 * - `staffing`: people at work. `need`: people required, by the same norm as after.
 * - `services`: an outcome of each unit; `jobFamily` says whose work it is, so that recruits of another kind do not count as
 *   arrived for it. `services-earlier`: the same one period earlier still, to see whether units with and
 *   without recruits were on one path.
 * - `cells`: the unit and job family of a formation; without it they are the formation's location and position.
 * - `drivers`: indicators that spoke for a cell.
 *
 * @category columns
 * @since 0.1.0
 */
export const before = {
  staffing: { ...cell, staff: Column.integer({ aliases: ["Pegawai", "Jumlah Pegawai"], need: "cell", sample: "4" }) },
  need: { ...cell, required: Column.decimal({ decimals: 6, aliases: ["Kebutuhan"], need: "cell", sample: "7.5" }) },
  services,
  "services-earlier": services,
  cells: { formation: Column.identifier({ aliases: ["Kode Formasi"], need: "cell", isUnique: true, sample: "F-001" }), ...cell },
  drivers: { ...cell, indicator: services.indicator }
} satisfies Readonly<Record<string, Column.Columns>>

/**
 * Tables of the folder from after the round.
 *
 * - `staffing`: people at work, recruits among them, and how many recruits of this round left. `need`, `services`: as before.
 * - `recruits`: later performance of a recruit. `groups`: counts by protected group, never by person.
 * - `competences`: one rating of one person a row, with the standard of the post, and the person's status, which sets the hours of
 *   training a year. `courses`: what can be taught.
 * - `means`: one rating of tools, room, medicine or network by one respondent a row, with the standard: a lack of means is no lack
 *   of skill.
 * - `stages`, `costs`, `spending`, `receipts`, `objections`, `trust`: how the round went.
 * - `known`: one row of what only people on the spot know: what else changed, and how reliable scores and performance were
 *   measured among recruits.
 *
 * @category columns
 * @since 0.1.0
 */
export const after = {
  staffing: { ...before.staffing, left: Column.integer({ aliases: ["Keluar", "Rekrutan Keluar"], sample: "0" }) },
  need: before.need,
  services,
  recruits: {
    participant: Column.identifier({ aliases: ["No Peserta"], need: "cell", isUnique: true, refusesNik: true, sample: "24000000000001" }),
    performance: Column.decimal({ ...measured, aliases: ["Kinerja"], need: "cell", sample: "86.5" })
  },
  groups: {
    grouping: Column.text({ aliases: ["Pengelompokan"], need: "cell", sample: "jenis kelamin" }),
    group: Column.text({ aliases: ["Kelompok"], need: "cell", sample: "perempuan" }),
    selected: Column.integer({ aliases: ["Lulus"], need: "cell", sample: "40" }),
    applicants: Column.integer({ aliases: ["Pelamar", "Peserta"], need: "cell", sample: "900" })
  },
  competences: {
    ...cell,
    competence: Column.text({ aliases: ["Kompetensi"], need: "cell", sample: "asuhan persalinan" }),
    rating: Column.decimal({ ...measured, aliases: ["Nilai"], need: "cell", sample: "2.5" }),
    standard: Column.decimal({ ...measured, aliases: ["Standar"], need: "cell", sample: "3" }),
    status: Column.code({ PNS: [], PPPK: ["P3K"] }, { aliases: ["Status Kepegawaian", "Jenis ASN"], sample: "PPPK" })
  },
  means: {
    ...cell,
    rating: Column.decimal({ ...measured, aliases: ["Nilai"], need: "cell", sample: "2.5" }),
    standard: Column.decimal({ ...measured, aliases: ["Standar"], need: "cell", sample: "3" })
  },
  courses: {
    competence: Column.text({ aliases: ["Kompetensi"], need: "cell", sample: "asuhan persalinan" }),
    course: Column.text({ aliases: ["Pelatihan"], need: "cell", sample: "APN" }),
    hours: Column.integer({ aliases: ["JP", "Jam Pelajaran"], need: "cell", minimum: 1, sample: "20" })
  },
  stages: {
    stage: Column.text({ aliases: ["Tahap"], need: "cell", sample: "pendaftaran" }),
    from: Column.day({ aliases: ["Mulai"], need: "cell", sample: "2024-08-20" }),
    until: Column.day({ aliases: ["Selesai"], sample: "2024-09-10" }),
    plannedUntil: Column.day({ aliases: ["Rencana Selesai"], sample: "2024-09-06" })
  },
  costs: {
    kind: Column.text({ aliases: ["Jenis"], need: "cell", sample: "ujian" }),
    rupiah: Column.decimal({ decimals: 0, aliases: ["Biaya"], need: "cell", sample: "148500000" })
  },
  spending: {
    when: Column.code({ before: ["sebelum"], after: ["sesudah"] }, { need: "cell", sample: "before" }),
    year: Column.integer({ aliases: ["Tahun"], need: "cell", minimum: 1945, maximum: 9999, sample: "2024" }),
    personnel: Column.decimal({ decimals: 0, aliases: ["Belanja Pegawai"], need: "cell", sample: "420000000000" }),
    total: Column.decimal({ decimals: 0, aliases: ["Belanja Daerah"], need: "cell", sample: "1250000000000" })
  },
  receipts: {
    issued: Column.integer({ aliases: ["Diterbitkan"], need: "cell", sample: "1184" }),
    verified: Column.integer({ aliases: ["Diverifikasi"], need: "cell", sample: "97" })
  },
  objections: {
    filed: Column.day({ aliases: ["Diajukan"], need: "cell", sample: "2025-01-13" }),
    due: Column.day({ aliases: ["Batas Jawab"], need: "cell", sample: "2025-01-22" }),
    answered: Column.day({ aliases: ["Dijawab"], sample: "2025-01-17" }),
    accepted: Column.code(yesOrNo, { aliases: ["Diterima"], sample: "ya" })
  },
  trust: {
    question: Column.code(
      { "rules-were-known": ["aturan diketahui"], "process-was-fair": ["proses adil"], "result-is-trusted": ["hasil dipercaya"] },
      { aliases: ["Pertanyaan"], need: "cell", sample: "result-is-trusted" }
    ),
    agree: Column.integer({ aliases: ["Setuju"], need: "cell", sample: "219" }),
    answered: Column.integer({ aliases: ["Menjawab"], need: "cell", sample: "309" }),
    asked: Column.integer({ aliases: ["Ditanya"], need: "cell", sample: "1184" })
  },
  known: {
    scoreReliability: Column.decimal({ decimals: 4, minimum: 0.0001, maximum: 1, aliases: ["Reliabilitas Nilai"], sample: "0.9" }),
    performanceReliability: Column.decimal({ decimals: 4, minimum: 0.0001, maximum: 1, aliases: ["Reliabilitas Kinerja"], sample: "0.52" }),
    staffMoved: Column.integer({ aliases: ["Pegawai Pindah"], sample: "0" }),
    hadAnotherChange: Column.code(yesOrNo, { aliases: ["Ada Perubahan Lain"], sample: "tidak" }),
    wasMeasuredOtherwise: Column.code(yesOrNo, { aliases: ["Cara Ukur Berubah"], sample: "tidak" })
  }
} satisfies Readonly<Record<string, Column.Columns>>
