/**
 * What the pages of score sheets say to those who are logged in, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Why something was not recorded, beside what `ScoreSheets.lines` says.
 *
 * @category models
 * @since 0.1.0
 */
export type Fault =
  | "SessionUnknown"
  | "CorrectionUnknown"
  | "SessionName"
  | "SessionTaken"
  | "RubricChanged"
  | "NoParticipants"
  | "Early"
  | "SamePerson"
  | "Finished"
  | "NotFinished"
  | "Decided"
  | "ReasonMissing"
  | "TooLong"
  | "Personal"
  | "KeyReused"
  | "Expired"
  | "NotAllowed"

/**
 * The texts of the pages.
 *
 * @category models
 * @since 0.1.0
 */
export interface ScoreSheetTexts {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly sheetOf: (session: string) => string
  readonly headings: Readonly<Record<"session" | "on" | "component" | "participants" | "state", string>>
  readonly state: Readonly<Record<"none" | "one" | "differ" | "agreed", string>>
  readonly rubric: string
  readonly fixed: (instrument: string, day: string, recorded: string) => string
  readonly recordedLate: string
  readonly criterion: Readonly<Record<"title" | "outOf" | "percent", string>>
  readonly enter: string
  readonly enterLead: string
  readonly early: (day: string) => string
  readonly participant: (number: string) => string
  readonly attendance: string
  readonly came: string
  readonly absent: string
  readonly score: (title: string, outOf: number, decimals: number) => string
  readonly send: string
  readonly waiting: string
  readonly differ: string
  readonly differNote: string
  readonly notYours: string
  readonly agreed: string
  readonly total: string
  readonly corrections: string
  readonly noCorrections: string
  readonly correctionLead: string
  readonly correction: Readonly<Record<"participant" | "criterion" | "from" | "to" | "basis" | "by" | "decision", string>>
  readonly waits: string
  readonly confirmed: (by: string, day: string) => string
  readonly declined: (by: string, day: string, reason: string) => string
  readonly ask: string
  readonly confirm: (correction: string) => string
  readonly decline: (correction: string) => string
  readonly reason: string
  readonly minutes: string
  readonly minutesLead: string
  readonly minutesRecord: string
  readonly minutesChanged: string
  readonly counts: Readonly<Record<"invited" | "attended" | "absent" | "differed", string>>
  readonly enteredBy: (by: string, unit: string, at: string) => string
  readonly openedBy: string
  readonly firstEntry: string
  readonly secondEntry: string
  readonly digest: string
  readonly recordedBy: (by: string, at: string) => string
  readonly notRecorded: string
  readonly inLog: (entry: number) => string
  readonly notInLog: string
  readonly file: string
  readonly signatures: string
  readonly refused: string
  readonly fault: Readonly<Record<Fault, string>>
}

const id: ScoreSheetTexts = {
  title: "Lembar nilai",
  lead: "Setiap lembar diisi dua orang yang berbeda. Isian pertama tidak diperlihatkan sebelum isian kedua masuk.",
  none: "Belum ada sesi.",
  sheetOf: (session) => `Lembar nilai sesi ${session}`,
  headings: { session: "Sesi", on: "Hari", component: "Komponen", participants: "Peserta", state: "Keadaan" },
  state: { none: "Belum diisi", one: "Satu dari dua isian masuk", differ: "Dua isian berbeda", agreed: "Dua isian sama" },
  rubric: "Pedoman penilaian",
  fixed: (instrument, day, recorded) => `${instrument}, ditetapkan ${day}, tercatat di sini ${recorded}.`,
  recordedLate: "Pedoman ini baru tercatat di sini sesudah hari sesi. Bahwa ia ditetapkan sebelumnya hanya terbukti dari suratnya.",
  criterion: { title: "Unsur", outOf: "Nilai tertinggi", percent: "Bobot (persen)" },
  enter: "Isi lembar",
  enterLead: "Salin dari lembar kertas. Nilai memakai koma atau titik. Untuk yang tidak hadir, kosongkan nilainya.",
  early: (day) => `Sesi ini baru berlangsung ${day}. Lembarnya diisi sejak hari itu.`,
  participant: (number) => `Peserta ${number}`,
  attendance: "Kehadiran",
  came: "Hadir",
  absent: "Tidak hadir",
  score: (title, outOf, decimals) => `${title} (0 sampai ${outOf}${decimals === 0 ? ", bulat" : `, paling banyak ${decimals} desimal`})`,
  send: "Kirim isian",
  waiting: "Isian Anda tersimpan. Isian kedua harus dari orang lain; sesudah itu hasilnya tampak di sini.",
  differ: "Dua isian berbeda",
  differNote: "Belum ada nilai yang berlaku. Lihat lembar kertasnya bersama, lalu masing-masing mengisi kembali seluruh lembar. Kedua isian sebelumnya tetap tersimpan.",
  notYours: "Dua isian berbeda. Perbedaannya hanya diperlihatkan kepada dua orang yang mengisinya; mereka yang mengisi kembali. Bila salah satunya berhalangan, Anda yang mengisi.",
  agreed: "Dua isian sama. Nilai di bawah ini berlaku; perubahan hanya melalui koreksi.",
  total: "Nilai akhir",
  corrections: "Koreksi",
  noCorrections: "Tidak ada koreksi.",
  correctionLead: "Nilai yang tercatat tidak ditimpa. Koreksi menyebut nilai lama, nilai baru, dan dasarnya, dan berlaku sesudah disetujui orang lain.",
  correction: { participant: "Nomor peserta", criterion: "Unsur", from: "Nilai tercatat", to: "Nilai baru", basis: "Dasar (sanggah, surat, atau putusan)", by: "Diajukan", decision: "Keputusan" },
  waits: "Menunggu persetujuan orang lain",
  confirmed: (by, day) => `Disetujui ${by}, ${day}`,
  declined: (by, day, reason) => `Ditolak ${by}, ${day}: ${reason}`,
  ask: "Ajukan koreksi",
  confirm: (correction) => `Setujui ${correction}`,
  decline: (correction) => `Tolak ${correction}`,
  reason: "Alasan penolakan",
  minutes: "Berita acara",
  minutesLead: "Berita acara memuat jumlah, siapa, dan kapan; tanpa nilai dan tanpa nomor peserta.",
  minutesRecord: "Catat berita acara",
  minutesChanged: "Berita acara yang tercatat sudah berubah oleh koreksi. Catat kembali.",
  counts: { invited: "Peserta sesi", attended: "Hadir", absent: "Tidak hadir", differed: "Pasangan isian yang berbeda sebelumnya" },
  enteredBy: (by, unit, at) => `${by} (${unit}), ${at}`,
  openedBy: "Sesi dibuka",
  firstEntry: "Isian pertama",
  secondEntry: "Isian kedua",
  digest: "Sidik SHA-256 berkas",
  recordedBy: (by, at) => `Dicatat ${by}, ${at}.`,
  notRecorded: "Belum dicatat.",
  inLog: (entry) => `Sidik ini ada pada catatan publik, entri ${entry}.`,
  notInLog: "Sidik ini belum ada pada catatan publik.",
  file: "Berkas berita acara",
  signatures: "Tanda tangan",
  refused: "Belum ada yang tersimpan. Perbaiki ini, lalu kirim lagi:",
  fault: {
    SessionUnknown: "Sesi tidak dikenal.",
    CorrectionUnknown: "Koreksi tidak dikenal.",
    SessionName: "Nama sesi terdiri atas 1 sampai 40 huruf, angka, titik, atau tanda hubung.",
    SessionTaken: "Nama sesi sudah dipakai sesi lain. Pilih nama lain.",
    RubricChanged: "Komponen ini sudah dibuka dengan pedoman lain. Pakai pedoman yang sama.",
    NoParticipants: "Sesi tanpa peserta. Sebutkan pesertanya.",
    Early: "Sesi belum berlangsung. Isi sejak harinya.",
    SamePerson: "Orang yang sama tidak boleh melakukan keduanya. Mintalah orang lain.",
    Finished: "Dua isian sudah sama. Ajukan koreksi untuk mengubahnya.",
    NotFinished: "Dua isian belum sama. Selesaikan dahulu.",
    Decided: "Koreksi ini sudah diputuskan.",
    ReasonMissing: "Penolakan tanpa alasan. Tulis alasannya.",
    TooLong: "Teks terlalu panjang. Paling banyak 2.000 huruf.",
    Personal: "Teks memuat sesuatu berbentuk NIK. Hapus.",
    KeyReused: "Formulir ini sudah pernah dikirim dengan isi lain. Muat ulang halaman.",
    Expired: "Formulir ini bukan dari halaman Anda atau sudah lama. Muat ulang halaman dan kirim lagi.",
    NotAllowed: "Akun Anda tidak berwenang untuk ini. Mintalah kepada panitia."
  }
}

const en: ScoreSheetTexts = {
  title: "Score sheets",
  lead: "Two different people enter each sheet. The first entry is not shown before the second is in.",
  none: "There is no sitting yet.",
  sheetOf: (session) => `Score sheet of sitting ${session}`,
  headings: { session: "Sitting", on: "Day", component: "Component", participants: "Participants", state: "State" },
  state: { none: "Not entered", one: "One of two entries is in", differ: "Two entries differ", agreed: "Two entries are the same" },
  rubric: "Rubric",
  fixed: (instrument, day, recorded) => `${instrument}, fixed on ${day}, recorded here on ${recorded}.`,
  recordedLate: "This rubric was recorded here after the day of the sitting. That it was fixed before is proven by its letter only.",
  criterion: { title: "Criterion", outOf: "Largest score", percent: "Weight (percent)" },
  enter: "Enter the sheet",
  enterLead: "Copy it from the paper, with a decimal comma or point. Leave the scores of somebody absent empty.",
  early: (day) => `This sitting is on ${day}. Its sheet is entered from that day on.`,
  participant: (number) => `Participant ${number}`,
  attendance: "Attendance",
  came: "Came",
  absent: "Did not come",
  score: (title, outOf, decimals) => `${title} (0 to ${outOf}${decimals === 0 ? ", whole" : `, at most ${decimals} decimals`})`,
  send: "Send the entry",
  waiting: "Your entry is recorded. The second one must be by somebody else; then the outcome is shown here.",
  differ: "Two entries differ",
  differNote: "No score counts yet. Look at the paper together, then each enters the whole sheet again. Both earlier entries are kept.",
  notYours: "Two entries differ. The differences are shown to the two who entered them; they enter it again. If one of them cannot, you do.",
  agreed: "Two entries are the same. The scores below count; they change by corrections only.",
  total: "Total",
  corrections: "Corrections",
  noCorrections: "There is no correction.",
  correctionLead: "A recorded score is not overwritten. A correction names the old score, the new one and its basis, and counts once somebody else has confirmed it.",
  correction: { participant: "Participant number", criterion: "Criterion", from: "Recorded score", to: "New score", basis: "Basis (objection, letter or judgment)", by: "Asked for", decision: "Decision" },
  waits: "Waits for somebody else",
  confirmed: (by, day) => `Confirmed by ${by}, ${day}`,
  declined: (by, day, reason) => `Declined by ${by}, ${day}: ${reason}`,
  ask: "Ask for a correction",
  confirm: (correction) => `Confirm ${correction}`,
  decline: (correction) => `Decline ${correction}`,
  reason: "Reason for declining",
  minutes: "Minutes",
  minutesLead: "The minutes hold counts, who and when; neither scores nor participant numbers.",
  minutesRecord: "Record the minutes",
  minutesChanged: "A correction has changed the minutes that were recorded. Record them again.",
  counts: { invited: "Participants of the sitting", attended: "Came", absent: "Did not come", differed: "Pairs of entries that differed before" },
  enteredBy: (by, unit, at) => `${by} (${unit}), ${at}`,
  openedBy: "Sitting opened",
  firstEntry: "First entry",
  secondEntry: "Second entry",
  digest: "SHA-256 of the file",
  recordedBy: (by, at) => `Recorded by ${by}, ${at}.`,
  notRecorded: "Not recorded yet.",
  inLog: (entry) => `This digest stands in the public log, entry ${entry}.`,
  notInLog: "This digest does not stand in the public log yet.",
  file: "File of the minutes",
  signatures: "Signatures",
  refused: "Nothing was recorded. Correct this and send it again:",
  fault: {
    SessionUnknown: "There is no such sitting.",
    CorrectionUnknown: "There is no such correction.",
    SessionName: "The name of a sitting has 1 to 40 letters, digits, dots and hyphens.",
    SessionTaken: "Another sitting has this name. Choose another.",
    RubricChanged: "This component was opened with another rubric. Use the same.",
    NoParticipants: "A sitting without participants. Name them.",
    Early: "The sitting is still to come. Enter it from its day on.",
    SamePerson: "The same person may not do both. Ask somebody else.",
    Finished: "Two entries are the same already. Ask for a correction to change them.",
    NotFinished: "Two entries are not yet the same. Finish that first.",
    Decided: "This correction has its decision.",
    ReasonMissing: "Declined without a reason. Write it.",
    TooLong: "A text is too long. At most 2,000 characters.",
    Personal: "A text holds what is built like a NIK. Take it out.",
    KeyReused: "This form was sent before with other words. Load the page again.",
    Expired: "This form is not from a page of yours, or an old one. Load the page again and send it.",
    NotAllowed: "Your account may not do this. Ask the committee."
  }
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { ScoreSheetTexts } from "@timbang/language"
 * ScoreSheetTexts.texts.en.title // => "Score sheets"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, ScoreSheetTexts>> = { id, en }
