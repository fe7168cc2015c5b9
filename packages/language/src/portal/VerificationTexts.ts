/**
 * What the pages of verification teams say to those who are logged in, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The texts of the pages.
 *
 * @category models
 * @since 0.1.0
 */
export interface VerificationTexts {
  readonly title: string
  readonly lead: string
  readonly mine: string
  readonly none: string
  readonly progress: string
  readonly role: Readonly<Record<"verifier" | "supervisor", string>>
  readonly verdict: Readonly<Record<"met" | "unmet", string>>
  readonly headings: Readonly<Record<"applicant" | "role" | "account" | "assigned" | "done" | "requirement" | "verdict" | "reason" | "document" | "by" | "from" | "to", string>>
  readonly application: (applicant: string) => string
  readonly findings: string
  readonly noFindings: string
  readonly find: string
  readonly reasonHint: string
  readonly send: string
  readonly assign: string
  readonly assignHint: string
  readonly assignButton: string
  readonly handOver: string
  readonly handOverAll: string
  readonly handOverFrom: string
  readonly handOverHint: string
  readonly handOverTo: string
  readonly handOverReason: string
  readonly handOverButton: string
  readonly handOvers: string
  readonly refused: string
  readonly fault: Readonly<Record<
    "SamePerson" | "Begun" | "NotAssigned" | "Unassigned" | "HoldsIt" | "ToYourself" | "ReasonMissing" | "RequirementUnknown" | "ReasonNotSpecific" | "TooLong" | "Personal" | "Name" | "KeyReused" | "Expired" | "NotAllowed" | "Lines",
    string
  >>
}

const id: VerificationTexts = {
  title: "Verifikasi lamaran",
  lead: "Setiap lamaran diperiksa verifikator, lalu penyelia: dua orang yang berbeda.",
  mine: "Lamaran Anda",
  none: "Tidak ada lamaran yang ditugaskan kepada Anda.",
  progress: "Kemajuan tim",
  role: { verifier: "Verifikator", supervisor: "Penyelia" },
  verdict: { met: "Memenuhi", unmet: "Tidak memenuhi" },
  headings: { applicant: "Nomor pendaftaran", role: "Peran", account: "Akun", assigned: "Ditugaskan", done: "Selesai", requirement: "Persyaratan", verdict: "Temuan", reason: "Alasan", document: "Berkas yang dilihat", by: "Oleh", from: "Dari", to: "Kepada" },
  application: (applicant) => `Lamaran ${applicant}`,
  findings: "Temuan",
  noFindings: "Belum ada temuan.",
  find: "Catat temuan",
  reasonHint: "Bila tidak memenuhi, tulis apa yang kurang, pada berkas mana. Kode TMS saja bukan alasan. Jangan menulis NIK.",
  send: "Simpan temuan",
  assign: "Bagi tugas",
  assignHint: "Satu lamaran setiap baris: nomor pendaftaran; akun verifikator; akun penyelia.",
  assignButton: "Simpan pembagian",
  handOver: "Alihkan lamaran",
  handOverAll: "Alihkan semua lamaran satu akun",
  handOverFrom: "Akun yang menyerahkan",
  handOverHint: "Temuan yang ada tetap atas nama akun yang mencatatnya. Akun penerima bukan pemegang peran lain dan bukan akun Anda.",
  handOverTo: "Akun penerima",
  handOverReason: "Alasan pengalihan",
  handOverButton: "Simpan pengalihan",
  handOvers: "Pengalihan",
  refused: "Belum ada yang tersimpan. Perbaiki ini, lalu kirim lagi:",
  fault: {
    SamePerson: "Verifikator dan penyelia satu lamaran harus dua orang.",
    Begun: "Lamaran yang sudah mulai diperiksa tidak dapat dibagi kembali. Alihkan pada halaman lamaran itu.",
    Unassigned: "Tidak ada lamaran untuk dialihkan: belum dibagi, atau akun itu tidak memegangnya dalam peran tersebut.",
    HoldsIt: "Akun itu sudah memegang lamaran ini dalam peran tersebut.",
    ToYourself: "Pengalihan kepada diri sendiri dicatat oleh akun lain.",
    ReasonMissing: "Tulis alasan pengalihan.",
    NotAssigned: "Lamaran ini tidak ditugaskan kepada Anda dalam peran itu.",
    RequirementUnknown: "Persyaratan tidak dikenal.",
    ReasonNotSpecific: "Alasan belum menjelaskan apa-apa kepada pelamar. Tulis apa yang kurang.",
    TooLong: "Alasan terlalu panjang. Paling banyak 2.000 huruf.",
    Personal: "Teks memuat sesuatu berbentuk NIK. Hapus.",
    Name: "Nomor atau akun kosong atau terlalu panjang.",
    KeyReused: "Formulir ini sudah pernah dikirim dengan isi lain. Muat ulang halaman.",
    Expired: "Formulir ini bukan dari halaman Anda atau sudah lama. Muat ulang halaman dan kirim lagi.",
    NotAllowed: "Akun Anda tidak berwenang untuk ini. Mintalah kepada panitia.",
    Lines: "Setiap baris memuat tiga bagian yang dipisah titik koma."
  }
}

const en: VerificationTexts = {
  title: "Verification of applications",
  lead: "A verifier looks at each application, then a supervisor: two different people.",
  mine: "Your applications",
  none: "No application is assigned to you.",
  progress: "Progress of the team",
  role: { verifier: "Verifier", supervisor: "Supervisor" },
  verdict: { met: "Met", unmet: "Not met" },
  headings: { applicant: "Registration number", role: "Role", account: "Account", assigned: "Assigned", done: "Done", requirement: "Requirement", verdict: "Finding", reason: "Reason", document: "Paper looked at", by: "By", from: "From", to: "To" },
  application: (applicant) => `Application ${applicant}`,
  findings: "Findings",
  noFindings: "There is no finding yet.",
  find: "Record a finding",
  reasonHint: "Where it is not met, write what is missing, on which paper. The code TMS alone is no reason. Write no NIK.",
  send: "Record the finding",
  assign: "Assign",
  assignHint: "One application a line: registration number; account of the verifier; account of the supervisor.",
  assignButton: "Record the assignment",
  handOver: "Hand the application over",
  handOverAll: "Hand over all applications of an account",
  handOverFrom: "Account that hands over",
  handOverHint: "Findings stay under the account that recorded them. The receiving account has not the other role and is not yours.",
  handOverTo: "Receiving account",
  handOverReason: "Reason of the hand-over",
  handOverButton: "Record the hand-over",
  handOvers: "Hand-overs",
  refused: "Nothing was recorded. Correct this and send it again:",
  fault: {
    SamePerson: "Verifier and supervisor of one application must be two people.",
    Begun: "An application that has findings cannot be assigned anew. Hand it over on its own page.",
    Unassigned: "There is nothing to hand over: not assigned yet, or that account does not hold it in that role.",
    HoldsIt: "That account has this application in that role already.",
    ToYourself: "A hand-over to yourself is recorded by another account.",
    ReasonMissing: "Write the reason of the hand-over.",
    NotAssigned: "This application is not assigned to you in that role.",
    RequirementUnknown: "There is no such requirement.",
    ReasonNotSpecific: "The reason tells the applicant nothing yet. Write what is missing.",
    TooLong: "The reason is too long. At most 2,000 characters.",
    Personal: "A text holds what is built like a NIK. Take it out.",
    Name: "A number or an account is empty or too long.",
    KeyReused: "This form was sent before with other words. Load the page again.",
    Expired: "This form is not from a page of yours, or an old one. Load the page again and send it.",
    NotAllowed: "Your account may not do this. Ask the committee.",
    Lines: "Each line holds three parts with semicolons between them."
  }
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { VerificationTexts } from "@timbang/language"
 * VerificationTexts.texts.en.title // => "Verification of applications"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, VerificationTexts>> = { id, en }
