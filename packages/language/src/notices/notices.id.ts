/**
 * Messages to people in Indonesian.
 */
import type { Window } from "./Notices.ts"
import { capital, type Words } from "./notices.en.ts"

const windows: Readonly<Record<Window, string>> = {
  registration: "masa pendaftaran",
  objection: "masa sanggah",
  "personal-file": "masa pengisian daftar riwayat hidup (DRH)"
}

const acts: Readonly<Record<Window, string>> = {
  registration: "Yang hendak mendaftar melakukannya melalui",
  objection: "Yang hendak menyanggah melakukannya melalui",
  "personal-file": "Daftar riwayat hidup dilengkapi melalui"
}

export const indonesian: Words = {
  subject: {
    AdministrativeOutcome: () => "hasil pemeriksaan administrasi",
    SessionOpened: () => "sesi ujian telah dimulai",
    ScoreLogged: () => "nilai telah dicatat",
    Result: () => "hasil telah ditetapkan",
    WindowOpened: ({ window }) => `${windows[window]} telah dimulai`,
    WindowClosing: ({ window }) => `${windows[window]} segera berakhir`,
    Answered: () => "kabar tentang sanggah",
    Corrected: () => "nilai telah diperbaiki"
  },
  outcome: {
    eligible: (applicant) => `${applicant}: memenuhi syarat administrasi.`,
    ineligible: (applicant) => `${applicant}: tidak memenuhi syarat administrasi, karena:`,
    disputed: (applicant) => `${applicant}: belum dapat ditetapkan, dua pihak yang harus sependapat berbeda:`,
    incomplete: (applicant) => `${applicant}: belum dapat ditetapkan, belum semua syarat diperiksa:`
  },
  objectUntil: (day) => `Sanggah dapat diajukan sampai ${day}.`,
  sessionOpened: ({ at, session, stage }) => `${stage} sesi ${session} dimulai ${at}. Nilainya dapat diikuti pada laman di bawah ini.`,
  scoreLogged: ({ participant, stage }) => `Nilai ${participant} untuk ${stage} tercantum pada catatan terbuka:`,
  receipt: (entry) => `Catatan nomor ${entry}. Apakah sama dengan yang Anda lihat saat ujian dapat diperiksa dengan tanda terima Anda pada laman di bawah ini.`,
  windowOpened: ({ from, until, where, window }) =>
    `${capital(windows[window])} berlangsung ${from} sampai ${until}. ${acts[window]} ${where}, tidak melalui pesan ini.`,
  windowClosing: ({ until, where, window }) => `${capital(windows[window])} berakhir ${until}. ${acts[window]} ${where}, tidak melalui pesan ini.`,
  corrected: ({ at, basis, component, from, participant, to }) =>
    `${component} ${participant} diperbaiki dari ${from} menjadi ${to} pada ${at}, berdasarkan ${basis}. Nilai semula tetap terbaca pada catatan.`,
  footer: ({ office, selection, site }) => [
    `${office}, ${selection}`,
    "Pesan ini tidak meminta data apa pun dan tidak perlu dibalas. Seleksi ini tidak dipungut biaya: jangan membayar siapa pun.",
    "Siapa pun yang meminta uang, kata sandi atau data atas nama kami bukanlah kami; laporkanlah.",
    `Isi pesan ini dapat dibaca juga di ${site}; ketik sendiri alamatnya.`
  ]
}
