/**
 * What the verifier says to whoever holds a receipt: one sentence for each outcome, and the labels around it.
 *
 * @since 0.1.0
 */
import type { Entry, Trust, Verification } from "@timbang/core/publication"
import type { Language, Sentences } from "../Sentences.ts"
import * as TrustSentences from "./TrustSentences.ts"

// --- models ---

/**
 * Every text of the verifier in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface VerifierTexts {
  /** The one sentence of each outcome. */
  readonly verdicts: Readonly<Record<Exclude<Verification.Verdict["verdict"], "refused">, string>>
  /** The one sentence of a refusal, by the first check that failed. */
  readonly refusals: Readonly<Record<Verification.CheckName, string>>
  /** What each check asks. */
  readonly checks: Readonly<Record<Verification.CheckName, string>>
  readonly outcomes: Readonly<Record<Verification.Check["outcome"], string>>
  /** Nothing could be checked, with what to do. */
  readonly nothingGiven: string
  readonly receiptUnreadable: string
  /** What to do about a receipt that cannot be read. */
  readonly receiptAdvice: string
  readonly trustUnreadable: string
  /** Why what was copied from the announcement is not read. */
  readonly trustProblems: Sentences<Trust.Problem>
  readonly pictureUnreadable: string
  /** What is said of a document, such as an announcement in PDF. */
  readonly document: DocumentTexts
  /** What follows from each verdict. */
  readonly advice: Readonly<Record<Verification.Verdict["verdict"], string>>
  readonly kinds: Readonly<Record<Entry.Entry["kind"], string>>
  /** Labels of fields; a field without a label is shown under its own name. */
  readonly fields: Readonly<Record<string, string>>
  /** A published figure with the decimal mark of the language: where the comma is that, 74.654 reads as seventy-four thousand. */
  readonly figure: (published: string) => string
  /** Titles of exams and steps of calculation by their names, where the rules are at hand; the others are shown under their own names. */
  readonly scores?: Readonly<Record<string, string>>
  readonly labels: Labels
}

/**
 * What the verifier says of a document and of its receipt.
 *
 * @category models
 * @since 0.1.0
 */
export interface DocumentTexts {
  readonly verdicts: VerifierTexts["verdicts"]
  /** The document is here and the receipt of its entry is not. */
  readonly needsReceipt: string
  /** The receipt is here and the document is not. */
  readonly needsDocument: string
  /** The receipt is that of something else. */
  readonly otherReceipt: string
  /** What the log proves, and what it does not. */
  readonly advice: string
}

/**
 * Headings, buttons and other short texts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Labels {
  readonly title: string
  readonly introduction: string
  readonly receipt: string
  readonly receiptHint: string
  readonly file: string
  readonly chosen: string
  readonly checked: string
  readonly trust: string
  readonly trustHint: string
  readonly check: string
  readonly clear: string
  readonly reading: string
  readonly details: string
  readonly content: string
  readonly yours: string
  readonly checkpoint: string
  readonly log: string
  readonly size: string
  readonly place: string
  readonly words: string
  readonly witnesses: string
  readonly offline: string
  readonly otherLanguage: string
  readonly noScript: string
}

// --- texts ---

const id: VerifierTexts = {
  verdicts: {
    verified: "Asli: data ini ada di catatan resmi dan tidak berubah.",
    "signer-unknown": "Data ini utuh, tetapi belum diketahui siapa yang menandatanganinya."
  },
  refusals: {
    commitment: "Ditolak: data pribadi pada tanda terima ini tidak cocok dengan catatan.",
    signature: "Ditolak: tanda tangan pada tanda terima ini tidak berasal dari instansi yang Anda percayai.",
    witnesses: "Ditolak: saksi yang diwajibkan belum menandatangani catatan ini.",
    paper: "Ditolak: delapan kata di pengumuman tidak cocok dengan tanda terima ini.",
    content: "Ditolak: isi berkas ini bukan yang dicatat.",
    inclusion: "Ditolak: data ini telah diubah atau tidak ada di catatan resmi."
  },
  checks: {
    commitment: "Data pribadi cocok dengan komitmennya",
    signature: "Catatan ditandatangani instansi",
    witnesses: "Catatan disaksikan sesuai kebijakan",
    paper: "Delapan kata cocok dengan pengumuman",
    content: "Isi berkas lengkap dan sama dengan yang dicatat",
    inclusion: "Data ini ada di dalam catatan"
  },
  outcomes: { holds: "cocok", fails: "TIDAK cocok", "not-asked": "tidak diperiksa" },
  nothingGiven: "Belum ada yang diperiksa. Masukkan tanda terima atau berkas formasi.",
  receiptUnreadable: "Tidak ada yang dapat diperiksa: ini bukan tanda terima atau isinya tidak lengkap.",
  receiptAdvice: "Pakai berkas atau kode seperti saat diserahkan, lengkap dari awal sampai akhir.",
  trustUnreadable:
    "Tidak ada yang dapat diperiksa: kunci atau kata dari pengumuman tidak terbaca. Salin ulang dari pengumuman.",
  trustProblems: TrustSentences.problems.id,
  pictureUnreadable:
    "Tidak ada yang dapat diperiksa: kode QR pada gambar tidak terbaca. Foto ulang dari dekat, lurus, dan terang.",
  document: {
    verdicts: {
      verified: "Asli: dokumen ini ada di catatan resmi dan tidak berubah.",
      "signer-unknown": "Dokumen ini sama dengan yang dicatat, tetapi belum diketahui siapa yang menandatangani catatannya."
    },
    needsReceipt: "Belum ada yang diperiksa. Pilih juga tanda terima dokumen ini, berkas .json dari panitia.",
    needsDocument: "Belum ada yang diperiksa: ini tanda terima sebuah dokumen. Pilih juga berkas PDF atau Word-nya.",
    otherReceipt: "Tidak ada yang dapat diperiksa: tanda terima ini bukan milik dokumen yang dipilih. Kosongkan, lalu pilih lagi.",
    advice:
      "Yang dipastikan: dokumen tidak berubah sejak dicatat. Kewenangan penanda tangan dibuktikan tanda tangan elektronik di dalamnya; periksa dengan pembaca PDF."
  },
  advice: {
    verified:
      "Simpan tanda terima ini. Yang dipastikan: isinya sama dengan yang dicatat. Tanda tangan ini tidak menggantikan tanda tangan elektronik pejabat.",
    "signer-unknown":
      "Masukkan kunci, kebijakan, atau delapan kata dari pengumuman resmi untuk memastikan siapa yang menandatangani.",
    refused:
      "Jangan mengandalkan data ini. Minta tanda terima baru kepada panitia; bila tetap ditolak, laporkan ke inspektorat beserta berkas ini."
  },
  figure: (published) => published.replace(".", ","),
  kinds: {
    "rule-set": "Aturan seleksi",
    formations: "Formasi",
    registration: "Pendaftaran",
    score: "Nilai",
    result: "Hasil",
    objection: "Sanggah",
    correction: "Koreksi",
    "change-of-law": "Perubahan aturan",
    document: "Dokumen",
    seal: "Penutupan tahap"
  },
  fields: {
    participant: "Nomor peserta",
    formation: "Formasi",
    category: "Jenis kebutuhan",
    stage: "Tahap",
    session: "Sesi",
    code: "Kode hasil",
    rank: "Peringkat",
    decidedBy: "Ditentukan oleh",
    seat: "Formasi yang diisi",
    rules: "Sidik aturan",
    digest: "Sidik berkas",
    replaces: "Menggantikan catatan nomor",
    about: "Tentang catatan nomor",
    state: "Keadaan sanggah",
    on: "Tanggal",
    until: "Batas jawaban",
    reason: "Alasan jawaban",
    objection: "Sanggah pada catatan nomor",
    letter: "Surat",
    of: "Tahap yang ditutup",
    count: "Jumlah",
    name: "Nama",
    bytes: "Ukuran (byte)",
    id: "Nama aturan",
    engine: "Versi mesin",
    formations: "Jumlah formasi",
    seats: "Jumlah kebutuhan",
    from: "Dari",
    to: "Menjadi",
    by: "Isi baru",
    "birth-date": "Tanggal lahir",
    "grade-average": "IPK",
    entitlements: "Afirmasi",
    "by.null": "dicabut",
    registrations: "pendaftaran",
    scores: "nilai",
    results: "hasil",
    age: "usia"
  },
  labels: {
    title: "Periksa hasil seleksi",
    introduction: "Halaman ini bekerja tanpa internet. Tidak ada data yang dikirim ke mana pun.",
    receipt: "1. Tanda terima atau berkas formasi",
    receiptHint: "Tempel isi tanda terima atau tautan dari kode QR di sini",
    file: "Pilih berkas, dokumen, atau foto QR",
    chosen: "Dokumen yang diperiksa",
    checked: "Yang diperiksa",
    trust: "2. Dari pengumuman resmi",
    trustHint: "Kunci, kebijakan, atau delapan kata yang tercetak di pengumuman",
    check: "Periksa",
    clear: "Kosongkan",
    reading: "Membaca gambar…",
    details: "Lihat rincian",
    content: "Isi catatan",
    yours: "Data pribadi Anda, tidak dipublikasikan",
    checkpoint: "Catatan yang dipakai",
    log: "Nama catatan",
    size: "Banyaknya catatan",
    place: "Nomor catatan ini",
    words: "Delapan kata catatan ini",
    witnesses: "Saksi",
    offline: "Bandingkan delapan kata ini dengan yang tercetak di pengumuman atau berita acara.",
    otherLanguage: "English",
    noScript: "Halaman ini memerlukan JavaScript. Tidak ada yang diperiksa."
  }
}

const en: VerifierTexts = {
  verdicts: {
    verified: "Genuine: this is in the official log and was not changed.",
    "signer-unknown": "This is intact, but nobody yet knows who signed it."
  },
  refusals: {
    commitment: "Refused: the private data in this receipt do not match the log.",
    signature: "Refused: the signature in this receipt is not by the agency you trust.",
    witnesses: "Refused: the witnesses that are required have not signed this log.",
    paper: "Refused: the eight words in the announcement do not match this receipt.",
    content: "Refused: the content of this file is not what was logged.",
    inclusion: "Refused: this was changed, or is not in the official log."
  },
  checks: {
    commitment: "Private data match their commitment",
    signature: "The log is signed by the agency",
    witnesses: "The log is witnessed as the policy asks",
    paper: "The eight words match the announcement",
    content: "The content is whole and is what was logged",
    inclusion: "This entry is in the log"
  },
  outcomes: { holds: "holds", fails: "does NOT hold", "not-asked": "not checked" },
  nothingGiven: "Nothing has been checked yet. Put in a receipt or the file of a formation.",
  receiptUnreadable: "Nothing could be checked: this is not a receipt, or it is not complete.",
  receiptAdvice: "Take the file or the code as it was handed out, whole from beginning to end.",
  trustUnreadable:
    "Nothing could be checked: the key or the words from the announcement cannot be read. Copy them again.",
  trustProblems: TrustSentences.problems.en,
  pictureUnreadable:
    "Nothing could be checked: no QR code could be read in the picture. Take it again, close, straight and in good light.",
  document: {
    verdicts: {
      verified: "Genuine: this document is in the official log and was not changed.",
      "signer-unknown": "This document is the one that was logged, but nobody yet knows who signed the log."
    },
    needsReceipt: "Nothing has been checked yet. Choose the receipt of this document too, a .json file of the committee.",
    needsDocument: "Nothing has been checked yet: this is the receipt of a document. Choose its PDF or Word file too.",
    otherReceipt: "Nothing could be checked: this receipt is not that of the chosen document. Clear, and choose again.",
    advice:
      "What is certain: the document was not changed since it was logged. The authority of who signed is proved by the electronic signature in it; check it with a PDF reader."
  },
  advice: {
    verified:
      "Keep this receipt. What is certain: its content is what was logged. This signature does not replace an official's certified signature.",
    "signer-unknown":
      "Put in the key, the policy or the eight words of the official announcement to make sure who signed.",
    refused:
      "Do not rely on this. Ask the committee for a new receipt; if that is refused too, take it to the inspectorate with this file."
  },
  figure: (published) => published,
  kinds: {
    "rule-set": "Rules of the selection",
    formations: "Formations",
    registration: "Registration",
    score: "Scores",
    result: "Result",
    objection: "Objection",
    correction: "Correction",
    "change-of-law": "Change of law",
    document: "Document",
    seal: "Seal of a phase"
  },
  fields: {
    participant: "Participant number",
    formation: "Formation",
    category: "Category of need",
    stage: "Stage",
    session: "Session",
    code: "Outcome code",
    rank: "Rank",
    decidedBy: "Decided by",
    seat: "Formation of the seat",
    rules: "Digest of the rules",
    digest: "Digest of the file",
    replaces: "Replaces entry number",
    about: "About entry number",
    state: "State of the objection",
    on: "Day",
    until: "Answer due",
    reason: "Reason of the answer",
    objection: "Objection in entry number",
    letter: "Letter",
    of: "Sealed phase",
    count: "Count",
    name: "Name",
    bytes: "Size (bytes)",
    id: "Name of the rules",
    engine: "Engine version",
    formations: "Formations",
    seats: "Seats",
    from: "From",
    to: "To",
    by: "New content",
    "birth-date": "Birth date",
    "grade-average": "Grade average",
    entitlements: "Affirmative additions",
    "by.null": "withdrawn",
    registrations: "registrations",
    scores: "scores",
    results: "results",
    age: "age"
  },
  labels: {
    title: "Check a selection result",
    introduction: "This page works without internet. Nothing is sent anywhere.",
    receipt: "1. Receipt, or the file of a formation",
    receiptHint: "Paste the receipt, or the link of its QR code, here",
    file: "Choose a file, a document or a photo of the QR code",
    chosen: "The document to check",
    checked: "What was checked",
    trust: "2. From the official announcement",
    trustHint: "The key, the policy or the eight words printed in the announcement",
    check: "Check",
    clear: "Clear",
    reading: "Reading the picture…",
    details: "Show details",
    content: "What the entry says",
    yours: "Your private data, not published",
    checkpoint: "The log that was used",
    log: "Name of the log",
    size: "Number of entries",
    place: "Number of this entry",
    words: "Eight words of this log",
    witnesses: "Witnesses",
    offline: "Compare these eight words with those printed in the announcement or the minutes.",
    otherLanguage: "Bahasa Indonesia",
    noScript: "This page needs JavaScript. Nothing was checked."
  }
}

/**
 * The texts by language.
 *
 * **Example** (The sentence of a receipt that holds)
 *
 * ```ts
 * import { VerifierTexts } from "@timbang/language/publication"
 * VerifierTexts.texts.id.verdicts.verified // => "Asli: data ini ada di catatan resmi dan tidak berubah."
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, VerifierTexts>> = { id, en }
