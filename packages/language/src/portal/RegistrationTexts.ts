/**
 * What the pages of registration to a host's own selection say, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * A field of the form.
 *
 * @category models
 * @since 0.1.0
 */
export type Field = "formation" | "name" | "birthDate" | "studyProgramme" | "gradeAverage" | "contact" | "nik"

/**
 * The texts of the pages.
 *
 * @category models
 * @since 0.1.0
 */
export interface RegistrationTexts {
  readonly title: string
  readonly lead: string
  readonly privacy: string
  readonly code: string
  /** Days that a draft is kept. */
  readonly codeNote: (days: number) => string
  readonly continueTitle: string
  readonly continueCode: string
  readonly continueButton: string
  readonly field: Readonly<Record<Field, string>>
  readonly hint: Readonly<Record<"birthDate" | "gradeAverage" | "contact" | "nik", string>>
  readonly statements: string
  readonly yes: string
  readonly no: string
  readonly save: string
  readonly send: string
  readonly saved: string
  readonly savedNote: string
  readonly opened: string
  readonly notSent: string
  readonly notSaved: string
  /** After what is wrong, where the rest was kept as a draft. */
  readonly draftKept: string
  readonly fault: Readonly<Record<"Empty" | "TooLong" | "Personal" | "NotADay" | "NotANumber" | "NotANik" | "Unknown", (field: string) => string>>
  readonly badCode: string
  readonly noDraft: string
  readonly already: Readonly<Record<"sameCode" | "other", string>>
  readonly closed: string
  readonly notOwn: string
  readonly notOwnBy: (authorities: string) => string
  readonly applyThere: string
  readonly receiptTitle: string
  readonly sent: string
  readonly number: string
  readonly formation: string
  readonly day: string
  readonly fingerprint: string
  readonly inLog: (index: number) => string
  readonly notInLog: string
  readonly signed: string
  readonly signedNote: string
  readonly check: string
  readonly lookUp: string
  readonly lookUpButton: string
  readonly unknownNumber: string
}

const id: RegistrationTexts = {
  title: "Pendaftaran",
  lead: "Seleksi ini diadakan dan diputuskan sendiri oleh instansi. Satu orang satu lamaran. Pendaftaran tidak dipungut biaya.",
  privacy: "Data Anda disimpan tersandi dan hanya dibuka petugas yang tercatat namanya. NIK hanya dipakai untuk memastikan satu orang satu lamaran; NIK tidak disimpan.",
  code: "Kode draf Anda",
  codeNote: (days) => `Catat kode ini sebelum mengisi. Jika sambungan terputus, draf yang sudah disimpan dibuka lagi dengan kode ini, juga dari perangkat lain. Draf disimpan ${days} hari. Jangan berikan kode kepada siapa pun.`,
  continueTitle: "Lanjutkan draf, atau lihat tanda terima",
  continueCode: "Kode draf",
  continueButton: "Buka",
  field: {
    formation: "Formasi yang dilamar",
    name: "Nama lengkap sesuai KTP",
    birthDate: "Tanggal lahir",
    studyProgramme: "Program studi pada ijazah",
    gradeAverage: "IPK",
    contact: "Surel atau nomor telepon",
    nik: "NIK"
  },
  hint: {
    birthDate: "Tahun-bulan-tanggal, seperti 2000-12-31.",
    gradeAverage: "Seperti 3,25. Kosongkan bila tidak diminta.",
    contact: "Untuk pemberitahuan tentang lamaran ini.",
    nik: "16 angka. Diisi pada saat mengirim saja; tidak ikut tersimpan dalam draf."
  },
  statements: "Pernyataan",
  yes: "Ya",
  no: "Tidak",
  save: "Simpan draf",
  send: "Kirim lamaran",
  saved: "Draf tersimpan.",
  savedNote: "Lamaran belum terkirim.",
  opened: "Draf dibuka. Lanjutkan, lalu kirim.",
  notSent: "Lamaran belum terkirim. Perbaiki ini, lalu kirim lagi:",
  notSaved: "Draf belum tersimpan. Perbaiki ini, lalu simpan lagi:",
  draftKept: "Isian lain sudah tersimpan sebagai draf. NIK harus diisi lagi.",
  fault: {
    Empty: (field) => `${field}: belum diisi.`,
    TooLong: (field) => `${field}: terlalu panjang, paling banyak 200 huruf.`,
    Personal: (field) => `${field}: memuat sesuatu berbentuk NIK. Hapus; NIK hanya ditulis di tempatnya.`,
    NotADay: (field) => `${field}: bukan tanggal. Tulis tahun-bulan-tanggal.`,
    NotANumber: (field) => `${field}: bukan angka dari 0 sampai 4.`,
    NotANik: (field) => `${field}: harus 16 angka.`,
    Unknown: (field) => `${field}: pilih salah satu yang tersedia.`
  },
  badCode: "Kode draf terdiri atas 20 huruf dan angka. Salin seluruhnya.",
  noDraft: "Tidak ada draf dengan kode ini. Kode mungkin salah salin, atau draf sudah lewat waktunya.",
  already: {
    sameCode: "Lamaran ini sudah terkirim dengan isi lain, dan yang pertama yang berlaku. Perubahan diminta kepada panitia.",
    other: "Sudah ada lamaran untuk NIK ini, dan yang pertama yang berlaku. Bila bukan Anda yang mengirimnya, datanglah ke panitia dengan KTP."
  },
  closed: "Pendaftaran sudah ditutup. Lamaran yang sudah terkirim tetap berlaku.",
  notOwn: "Pendaftaran tidak dibuka di sini, karena seleksi ini tidak diputuskan sendiri oleh instansi.",
  notOwnBy: (authorities) => `Bagian seleksi ini diputuskan oleh ${authorities}.`,
  applyThere: "Tempat mendaftar",
  receiptTitle: "Tanda terima pendaftaran",
  sent: "Lamaran Anda sudah diterima.",
  number: "Nomor peserta",
  formation: "Formasi",
  day: "Diterima",
  fingerprint: "Sidik isi",
  inLog: (index) => `Lamaran ini tercatat pada catatan umum sebagai entri ${index}.`,
  notInLog: "Lamaran sudah tercatat dan segera masuk catatan umum. Buka lagi halaman ini nanti dengan kode draf atau nomor peserta.",
  signed: "Tanda terima dengan bukti",
  signedNote: "Salin seluruhnya dan simpan. Siapa pun dapat memeriksa bahwa entri ini ada dalam catatan dan tidak diubah.",
  check: "Periksa tanda terima ini",
  lookUp: "Ambil tanda terima dengan nomor peserta",
  lookUpButton: "Ambil",
  unknownNumber: "Nomor ini belum ada dalam catatan umum."
}

const en: RegistrationTexts = {
  title: "Registration",
  lead: "The agency holds and decides this selection itself. One application per person. Registration costs nothing.",
  privacy: "Your data are kept encrypted, and only officials who are recorded by account open them. Your identity number (NIK) is used to make sure of one application per person; it is not kept.",
  code: "Code of your draft",
  codeNote: (days) => `Write this code down before you begin. If the connection is lost, a draft that was saved is opened with it again, also on another device. A draft is kept for ${days} days. Give the code to nobody.`,
  continueTitle: "Go on with a draft, or see a receipt",
  continueCode: "Code of the draft",
  continueButton: "Open",
  field: {
    formation: "Post applied for",
    name: "Full name as on the identity card",
    birthDate: "Date of birth",
    studyProgramme: "Study programme on the diploma",
    gradeAverage: "Grade average",
    contact: "E-mail or telephone",
    nik: "Identity number (NIK)"
  },
  hint: {
    birthDate: "Year-month-day, such as 2000-12-31.",
    gradeAverage: "Such as 3.25. Leave it empty where it is not asked for.",
    contact: "For messages about this application.",
    nik: "16 digits. Needed for sending only; it is not kept with the draft."
  },
  statements: "Statements",
  yes: "Yes",
  no: "No",
  save: "Save the draft",
  send: "Send the application",
  saved: "The draft is saved.",
  savedNote: "The application is not sent yet.",
  opened: "The draft is open. Go on, then send it.",
  notSent: "The application is not sent. Correct this and send it again:",
  notSaved: "The draft is not saved. Correct this and save it again:",
  draftKept: "The rest was saved as a draft. The identity number has to be written again.",
  fault: {
    Empty: (field) => `${field}: not filled in.`,
    TooLong: (field) => `${field}: too long, at most 200 characters.`,
    Personal: (field) => `${field}: holds what is built like a NIK. Take it out; it is written in its own place only.`,
    NotADay: (field) => `${field}: no date. Write year-month-day.`,
    NotANumber: (field) => `${field}: no number from 0 to 4.`,
    NotANik: (field) => `${field}: has to be 16 digits.`,
    Unknown: (field) => `${field}: choose one of those offered.`
  },
  badCode: "The code of a draft has 20 letters and digits. Copy all of it.",
  noDraft: "There is no draft under this code. It may be miscopied, or the draft's time is over.",
  already: {
    sameCode: "This application was sent already with other words, and the first stands. Ask the committee for changes.",
    other: "There is an application for this identity number already, and the first stands. If you did not send it, come to the committee with your identity card."
  },
  closed: "Registration is closed. Applications that were sent stand.",
  notOwn: "There is no registration here, because the agency does not decide this selection alone.",
  notOwnBy: (authorities) => `Parts of this selection are decided by ${authorities}.`,
  applyThere: "Where to register",
  receiptTitle: "Receipt of registration",
  sent: "Your application was received.",
  number: "Participant number",
  formation: "Post",
  day: "Received",
  fingerprint: "Fingerprint of what was sent",
  inLog: (index) => `This application stands in the public log as entry ${index}.`,
  notInLog: "The application is recorded and will be in the public log soon. Open this page again later with the code of the draft or the participant number.",
  signed: "Receipt with its proof",
  signedNote: "Copy all of it and keep it. Anybody can check that the entry is in the log and unchanged.",
  check: "Check this receipt",
  lookUp: "Get a receipt by participant number",
  lookUpButton: "Get it",
  unknownNumber: "This number is not in the public log yet."
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { RegistrationTexts } from "@timbang/language"
 * RegistrationTexts.texts.id.title // => "Pendaftaran"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, RegistrationTexts>> = { id, en }
