/**
 * What official documents say: the announcement of a result, its annex, and the minutes.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Counts of a published result.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counts {
  readonly formations: number
  readonly seats: number
  readonly participants: number
  readonly selected: number
  readonly undecided: number
  readonly empty: number
}

/**
 * Every text of the documents in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface DocumentTexts {
  readonly language: Language
  readonly announcement: string
  readonly annex: string
  readonly minutes: string
  readonly number: string
  readonly date: string
  readonly about: string
  readonly basis: string
  readonly announces: (counts: Counts, stage: string) => string
  readonly goesOn: (counts: Counts, stage: string) => string
  readonly listInAnnex: string
  readonly dates: string
  readonly between: (from: string, to: string) => string
  readonly noFee: string
  readonly standing: Readonly<Record<"simulasi" | "uji-silang" | "penetapan", (letter: string | undefined) => string>>
  readonly letter: (number: string, day: string) => string
  readonly checking: string
  readonly words: (words: string, origin: string, size: number) => string
  readonly unchanged: string
  readonly authority: string
  readonly page: (number: number, of: number) => string
  readonly foot: (origin: string, size: number) => string
  readonly heading: Readonly<
    Record<"formation" | "position" | "place" | "education" | "category" | "seats" | "selected" | "rank" | "participant" | "name" | "code" | "meaning" | "no" | "signature" | "role" | "final" | "people", string>
  >
  readonly formation: (position: string, location: string) => string
  readonly seatsOf: (seats: number) => string
  readonly nobody: string
  readonly equal: string
  readonly seat: (formation: string) => string
  readonly namesBy: (basis: string) => string
  readonly codes: string
  readonly met: (weekday: string, day: string, month: string, year: string, place: string) => string
  readonly states: string
  readonly rules: (title: string, id: string, digest: string) => string
  readonly field: (counts: Counts) => string
  readonly sealed: (entries: number, origin: string) => string
  readonly order: Readonly<Record<"attested" | "not-attested", string>>
  readonly outcomes: string
  readonly unverified: (number: number) => string
  readonly allVerified: string
  readonly ties: (number: number) => string
  readonly noTies: string
  readonly checkpoint: (origin: string, size: number, root: string) => string
  readonly closing: string
  readonly copies: string
}

// --- data ---

const id: DocumentTexts = {
  language: "id",
  announcement: "PENGUMUMAN",
  annex: "LAMPIRAN PENGUMUMAN",
  minutes: "BERITA ACARA",
  number: "NOMOR",
  date: "TANGGAL",
  about: "TENTANG",
  basis: "Dasar:",
  announces: ({ empty, formations, participants, seats, selected, undecided }, stage) =>
    `Diumumkan hasil ${stage} bagi ${participants} peserta pada ${formations} formasi dengan ${seats} kebutuhan: ${selected} peserta lulus, ${
      undecided === 0 ? "" : `${undecided} peserta belum ditetapkan karena sama pada batas kebutuhan, `
    }${empty} kebutuhan belum terisi.`,
  goesOn: ({ formations, participants, seats, selected }, stage) =>
    `Diumumkan hasil ${stage} bagi ${participants} peserta pada ${formations} formasi dengan ${seats} kebutuhan: ${selected} peserta mengikuti tahap berikutnya.`,
  listInAnnex: "Daftar setiap peserta menurut peringkat ada pada lampiran, bagian yang tidak terpisahkan dari pengumuman ini.",
  dates: "Jadwal berikutnya:",
  between: (from, to) => from === to ? from : `${from} sampai ${to}`,
  noFee: "Seluruh tahap seleksi tidak dipungut biaya. Kelulusan adalah hasil peserta sendiri; siapa pun yang menjanjikannya dengan imbalan adalah penipu.",
  standing: {
    simulasi: () => "SIMULASI. Dokumen ini bukan penetapan dan tidak menimbulkan akibat hukum.",
    "uji-silang": () => "UJI SILANG terhadap daftar resmi. Yang berlaku adalah daftar resmi.",
    penetapan: (letter) => letter === undefined ? "PENETAPAN oleh instansi." : `PENETAPAN berdasarkan surat ${letter}.`
  },
  letter: (number, day) => `nomor ${number} tanggal ${day}`,
  checking: "Memeriksa hasil ini",
  words: (words, origin, size) =>
    `Hasil ini tercatat pada ${origin} dengan ${size} entri. Delapan kata titik periksanya: ${words}. Kode QR pada setiap halaman memuat titik periksa itu dengan tanda tangannya.`,
  unchanged: "Catatan membuktikan bahwa nilai, aturan, dan peringkat tidak diubah sejak diumumkan; siapa pun dapat memeriksanya tanpa izin.",
  authority: "Tanda tangan elektronik tersertifikasi pada dokumen ini, bila ada, membuktikan kewenangan penanda tangan.",
  page: (number, of) => `Halaman ${number} dari ${of}`,
  foot: (origin, size) => `Titik periksa ${origin}, ${size} entri`,
  heading: {
    formation: "Formasi", position: "Jabatan", place: "Unit penempatan", education: "Pendidikan", category: "Jenis kebutuhan", seats: "Kebutuhan",
    selected: "Lulus", rank: "Peringkat", participant: "Nomor peserta", name: "Nama", code: "Kode", meaning: "Keterangan", no: "No.",
    signature: "Tanda tangan", role: "Kedudukan", final: "Nilai akhir", people: "Peserta"
  },
  formation: (position, location) => `${position}, ${location}`,
  seatsOf: (seats) => `${seats} kebutuhan`,
  nobody: "Tidak ada peserta.",
  equal: "sama",
  seat: (formation) => `menempati formasi ${formation}`,
  namesBy: (basis) => `Nama dimuat berdasarkan ${basis}.`,
  codes: "Arti kode",
  met: (weekday, day, month, year, place) =>
    `Pada hari ini, ${weekday}, tanggal ${day} bulan ${month} tahun ${year}, bertempat di ${place}, kami yang bertanda tangan di bawah ini menyatakan:`,
  states: "Yang dinyatakan",
  rules: (title, name, digest) => `Aturan yang dipakai adalah ${title} (${name}), SHA-256 ${digest}, sebagaimana tercatat.`,
  field: ({ formations, participants, seats }) => `Seleksi mencakup ${formations} formasi, ${seats} kebutuhan, dan ${participants} peserta.`,
  sealed: (entries, origin) => `Pendaftaran, nilai, dan hasil tersegel sebagai ${entries} entri pada catatan ${origin}.`,
  order: {
    attested: "Urutan pengumuman terbukti: aturan dan formasi mendahului nilai pertama, pendaftaran tersegel sebelum nilai.",
    "not-attested": "Urutan pengumuman tidak dibuktikan: tidak ada titik periksa di antara tahap-tahapnya."
  },
  outcomes: "Hasil menurut kode:",
  unverified: (number) => `${number} angka dalam aturan belum dikonfirmasi oleh sumber mana pun; rinciannya ada pada berkas hasil.`,
  allVerified: "Semua angka yang dipakai mempunyai sumber.",
  ties: (number) => `${number} peserta sama pada batas kebutuhan dan menunggu ketetapan.`,
  noTies: "Tidak ada peserta yang sama pada batas kebutuhan.",
  checkpoint: (origin, size, root) => `Titik periksa: ${origin}, ${size} entri, akar ${root}.`,
  closing: "Demikian berita acara ini dibuat dengan sebenarnya.",
  copies: "Tembusan:"
}

const en: DocumentTexts = {
  language: "en",
  announcement: "ANNOUNCEMENT",
  annex: "ANNEX TO THE ANNOUNCEMENT",
  minutes: "MINUTES",
  number: "NUMBER",
  date: "DATE",
  about: "ON",
  basis: "Basis:",
  announces: ({ empty, formations, participants, seats, selected, undecided }, stage) =>
    `The result of ${stage} is announced for ${counted(participants, "participant")} in ${counted(formations, "formation")} with ${counted(seats, "seat")}: ${selected} selected, ${
      undecided === 0 ? "" : `${undecided} undecided because they are equal at the last seat, `
    }${counted(empty, "seat")} not filled.`,
  goesOn: ({ formations, participants, seats, selected }, stage) =>
    `The result of ${stage} is announced for ${counted(participants, "participant")} in ${counted(formations, "formation")} with ${counted(seats, "seat")}: ${selected} go on to the next stage.`,
  listInAnnex: "Every participant stands in the annex by rank; it is part of this announcement.",
  dates: "What comes next:",
  between: (from, to) => from === to ? from : `${from} to ${to}`,
  noFee: "No stage of the selection costs money. Whoever promises a place for a price is a fraud.",
  standing: {
    simulasi: () => "SIMULATION. This document decides nothing and has no effect in law.",
    "uji-silang": () => "CROSS-CHECK of an official list. The official list is what holds.",
    penetapan: (letter) => letter === undefined ? "DECISION by the agency." : `DECISION by letter ${letter}.`
  },
  letter: (number, day) => `${number} of ${day}`,
  checking: "Checking this result",
  words: (words, origin, size) =>
    `This result is logged at ${origin} with ${counted(size, "entry", "entries")}. The eight words of its checkpoint: ${words}. The QR code on every page holds that checkpoint with its signature.`,
  unchanged: "The log proves that scores, rules and ranks were not changed since they were published; anybody can check it without asking.",
  authority: "The certified electronic signature on this document, where there is one, proves the authority of who signed.",
  page: (number, of) => `Page ${number} of ${of}`,
  foot: (origin, size) => `Checkpoint ${origin}, ${counted(size, "entry", "entries")}`,
  heading: {
    formation: "Formation", position: "Position", place: "Unit", education: "Education", category: "Category", seats: "Seats",
    selected: "Selected", rank: "Rank", participant: "Participant", name: "Name", code: "Code", meaning: "Meaning", no: "No.",
    signature: "Signature", role: "Capacity", final: "Final score", people: "Participants"
  },
  formation: (position, location) => `${position}, ${location}`,
  seatsOf: (seats) => seats === 1 ? "1 seat" : `${seats} seats`,
  nobody: "Nobody.",
  equal: "equal",
  seat: (formation) => `takes a seat of ${formation}`,
  namesBy: (basis) => `Names are shown by ${basis}.`,
  codes: "What the codes mean",
  met: (weekday, day, month, year, place) =>
    `Today, ${weekday}, the ${day} of ${month} of the year ${year}, in ${place}, we who sign below state:`,
  states: "Statements",
  rules: (title, name, digest) => `The rules applied are ${title} (${name}), SHA-256 ${digest}, as logged.`,
  field: ({ formations, participants, seats }) => `The selection has ${counted(formations, "formation")}, ${counted(seats, "seat")} and ${counted(participants, "participant")}.`,
  sealed: (entries, origin) => `Registrations, scores and results are sealed as ${counted(entries, "entry", "entries")} in the log ${origin}.`,
  order: {
    attested: "The order of publication is proved: rules and formations before the first score, registrations sealed before scores.",
    "not-attested": "The order of publication is not attested: no checkpoint stands between its phases."
  },
  outcomes: "Results by code:",
  unverified: (number) => `${counted(number, "number of the rules is", "numbers of the rules are")} confirmed by no source; the result files name them.`,
  allVerified: "Every number used has a source.",
  ties: (number) => `${counted(number, "participant is", "participants are")} equal at the last seat and wait for a decision.`,
  noTies: "Nobody is equal at the last seat.",
  checkpoint: (origin, size, root) => `Checkpoint: ${origin}, ${counted(size, "entry", "entries")}, root ${root}.`,
  closing: "These minutes are a true record.",
  copies: "Copies:"
}

/**
 * The texts in both languages.
 *
 * **Example** (A page)
 *
 * ```ts
 * import { DocumentTexts } from "@timbang/language/publication"
 * DocumentTexts.texts.id.page(1, 3) // => "Halaman 1 dari 3"
 * ```
 *
 * @category data
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, DocumentTexts>> = { id, en }
