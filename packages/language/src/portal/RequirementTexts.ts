/**
 * What the page *Cek syarat* says, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { RequirementStatus } from "@timbang/core/selection"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The texts of the page.
 *
 * @category models
 * @since 0.1.0
 */
export interface RequirementTexts {
  readonly title: string
  readonly lead: string
  readonly privacy: string
  readonly choose: string
  readonly code: string
  readonly chooseButton: string
  readonly list: string
  readonly unknownFormation: string
  readonly about: (position: string, location: string) => string
  readonly birthDate: string
  readonly appliedOn: string
  readonly studyProgramme: string
  readonly gradeAverage: string
  readonly gradeHint: string
  readonly statements: string
  readonly yes: string
  readonly no: string
  readonly papers: string
  readonly papersHint: string
  readonly have: string
  readonly notYet: string
  readonly paperMissing: string
  readonly button: string
  readonly result: string
  readonly overall: Readonly<Record<"met" | "unmet" | "open", string>>
  readonly status: Readonly<Record<RequirementStatus.Status, string>>
  readonly headings: Readonly<Record<"requirement" | "status" | "why" | "provision", string>>
  readonly numberUnknown: string
  readonly bySscasn: string
  readonly notAnswered: string
  readonly notOnTable: string
  readonly forPeople: string
  readonly notBinding: string
  readonly apply: string
  readonly again: string
  readonly fault: Readonly<Record<"birthDate" | "appliedOn" | "gradeAverage" | "nik", string>>
  readonly without: string
}

const id: RequirementTexts = {
  title: "Cek syarat",
  lead: "Periksa sendiri, sebelum melamar, syarat administrasi mana yang sudah terpenuhi dan mana yang belum.",
  privacy: "Jangan isi NIK atau nama. Yang Anda isi tidak disimpan, tidak dicatat, dan tidak dikirim ke mana pun.",
  choose: "Pilih formasi",
  code: "Kode formasi",
  chooseButton: "Lanjut",
  list: "Cari formasi",
  unknownFormation: "Tidak ada formasi dengan kode itu. Cari kodenya pada daftar formasi.",
  about: (position, location) => `Untuk ${position}, ${location}.`,
  birthDate: "Tanggal lahir",
  appliedOn: "Tanggal melamar; usia dihitung pada hari itu",
  studyProgramme: "Program studi, seperti pada ijazah",
  gradeAverage: "IPK",
  gradeHint: "Misalnya 3,25. Kosongkan bila tidak ada.",
  statements: "Apakah pernyataan ini benar tentang Anda?",
  yes: "Ya, benar",
  no: "Tidak",
  papers: "Dokumen",
  papersHint: "Kosongkan bila tidak disyaratkan untuk jabatan ini. Petugas yang menilai isinya.",
  have: "Sudah ada",
  notYet: "Belum ada",
  paperMissing: "dokumennya belum ada",
  button: "Periksa syarat",
  result: "Hasil pemeriksaan",
  overall: {
    met: "Semua syarat yang dapat diperiksa di sini terpenuhi.",
    unmet: "Ada syarat yang tidak terpenuhi.",
    open: "Tidak ada syarat yang tidak terpenuhi; sebagian belum dapat diperiksa di sini."
  },
  status: { met: "Terpenuhi", unmet: "Tidak terpenuhi", disputed: "Berbeda pendapat", unchecked: "Belum diperiksa", "not-required": "Tidak disyaratkan untuk formasi ini" },
  headings: { requirement: "Syarat", status: "Keadaan", why: "Mengapa", provision: "Dasar" },
  numberUnknown: "batasnya ditetapkan instansi; lihat pengumumannya",
  bySscasn: "diperiksa oleh SSCASN pada saat melamar",
  notAnswered: "belum diisi",
  notOnTable: "tidak tercantum pada daftar program studi instansi; petugas yang menilai",
  forPeople: "petugas yang memeriksa dokumennya",
  notBinding: "Ini bukan keputusan. Verifikator instansi yang memeriksa lamaran dan dokumennya.",
  apply: "Lamaran diajukan hanya melalui SSCASN",
  again: "Isi lagi",
  fault: {
    birthDate: "Tanggal lahir bukan tanggal yang mungkin. Isi tahun, bulan, dan hari.",
    appliedOn: "Tanggal melamar bukan tanggal yang ada.",
    gradeAverage: "IPK adalah angka dari 0 sampai 4, misalnya 3,25.",
    nik: "Ada isian yang berbentuk NIK. NIK tidak diperlukan di sini; isian itu tidak dibaca."
  },
  without: "Aturan seleksi ini tidak memuat syarat administrasi yang dapat diperiksa di sini. Baca pengumuman instansi."
}

const en: RequirementTexts = {
  title: "Check the requirements",
  lead: "See for yourself, before you apply, which administrative requirements you meet and which you do not.",
  privacy: "Do not give a NIK or a name. What you give is not kept, not logged and not sent anywhere.",
  choose: "Choose a post",
  code: "Code of the post",
  chooseButton: "Go on",
  list: "Look for a post",
  unknownFormation: "There is no post of that code. Look it up in the list.",
  about: (position, location) => `For ${position}, ${location}.`,
  birthDate: "Date of birth",
  appliedOn: "Day of applying; age is counted on it",
  studyProgramme: "Study programme, as on the diploma",
  gradeAverage: "Grade point average",
  gradeHint: "Such as 3.25. Leave it empty where there is none.",
  statements: "Is this true of you?",
  yes: "Yes, it is",
  no: "No",
  papers: "Papers",
  papersHint: "Leave one empty that is not asked for in this position. Officers judge what the papers say.",
  have: "I have it",
  notYet: "Not yet",
  paperMissing: "the paper is not there yet",
  button: "Check",
  result: "What was found",
  overall: {
    met: "Every requirement that can be checked here is met.",
    unmet: "A requirement is not met.",
    open: "No requirement is unmet; some cannot be checked here."
  },
  status: { met: "Met", unmet: "Not met", disputed: "In dispute", unchecked: "Not checked", "not-required": "Not required for this post" },
  headings: { requirement: "Requirement", status: "Standing", why: "Why", provision: "Provision" },
  numberUnknown: "the agency sets the limit; see its announcement",
  bySscasn: "checked by SSCASN when you apply",
  notAnswered: "not filled in",
  notOnTable: "not on the agency's list of study programmes; officers judge it",
  forPeople: "officers look at the paper",
  notBinding: "This is no decision. Verifiers of the agency look at applications and their papers.",
  apply: "Applications are made through SSCASN only",
  again: "Fill in again",
  fault: {
    birthDate: "The date of birth is not a possible day. Give year, month and day.",
    appliedOn: "The day of applying does not exist.",
    gradeAverage: "A grade point average is a number from 0 to 4, such as 3.25.",
    nik: "A field holds what is built like a NIK. No NIK is needed here; the field was not read."
  },
  without: "The rules of this selection have no administrative requirement that can be checked here. Read the announcement."
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { RequirementTexts } from "@timbang/language"
 * RequirementTexts.texts.id.title // => "Cek syarat"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, RequirementTexts>> = { id, en }
