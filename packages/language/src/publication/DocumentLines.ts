/**
 * What the command `document` says, and `verify` about a document.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Every line in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface DocumentLines {
  readonly letterUnreadable: (file: string, path: string, expected: Expected) => string
  /** The letter is not JSON; the line at which it breaks, where that is known. */
  readonly letterBroken: (file: string, line: number | undefined) => string
  readonly kindUnknown: (out: string) => string
  /** A file of the log that is missing or not what was signed. */
  readonly logUnreadable: (folder: string, file: string) => string
  readonly logBroken: (log: string, findings: number) => string
  readonly noResults: (log: string) => string
  readonly noRules: (log: string) => string
  readonly differs: (participants: string, count: number) => string
  readonly namesNeedBasis: string
  readonly namesOnlyInAnnex: string
  readonly namesMissing: (participants: string, count: number) => string
  readonly namesUnknown: (participants: string, count: number) => string
  readonly written: (file: string) => string
  readonly exists: (file: string) => string
  readonly signNext: string
  readonly logged: (name: string, file: string, index: number, size: number) => string
  readonly receiptWritten: (file: string) => string
  readonly loggedAlready: (file: string, index: number) => string
  readonly nameTaken: (name: string) => string
  readonly handedIn: (key: string) => string
  readonly standing: Readonly<Record<"Waiting" | "Signed" | "Declined", (detail: string) => string>>
  readonly signerNeeded: string
  readonly tokenMissing: (variable: string) => string
  readonly signerFailed: Readonly<Record<"RequestTaken" | "RequestUnknown" | "DocumentSignerUnavailable", (detail: string) => string>>
  readonly isLogged: (name: string, index: number) => string
  readonly isNotLogged: string
  readonly authority: string
  readonly documentNeedsLog: string
  /** Letters that a PDF cannot show, each as a letter with its number and, in a table, its row. */
  readonly letters: (letters: ReadonlyArray<{ readonly letter: string; readonly row?: number }>) => string
}

const named = (letters: ReadonlyArray<{ readonly letter: string; readonly row?: number }>, row: string): string =>
  letters.slice(0, 10).map(({ letter, row: at }) =>
    `"${letter}" (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}${at === undefined ? "" : `, ${row} ${at}`})`
  ).join(", ")

/**
 * What a letter lacks at a place.
 *
 * @category models
 * @since 0.1.0
 */
export type Expected = "missing" | "unknown" | "list" | "object" | "text" | "day" | "other"

/** Words of the adapters for why a service does not answer. */
const unavailableId: Readonly<Record<string, string>> = {
  "no connection": "tidak ada sambungan",
  "no answer in time": "tidak menjawab pada waktunya",
  "an answer of another form": "bentuk jawabannya lain"
}

const expectedId: Readonly<Record<Expected, string>> = {
  missing: "belum ada; tambahkan",
  unknown: "tidak dikenal; hapus atau perbaiki ejaannya",
  list: "seharusnya daftar [...] yang tidak kosong",
  object: "seharusnya objek {...}",
  text: "seharusnya teks yang tidak kosong",
  day: "seharusnya tanggal yang ada, TTTT-BB-HH",
  other: "tidak sesuai contoh; bandingkan dengan timbang document letter"
}

const expectedEn: Readonly<Record<Expected, string>> = {
  missing: "missing; add it",
  unknown: "unknown; remove it or mend its spelling",
  list: "a list [...] that is not empty is expected",
  object: "an object {...} is expected",
  text: "text that is not empty is expected",
  day: "a day that exists is expected, YYYY-MM-DD",
  other: "not as in the sample; compare with timbang document letter"
}

// --- texts ---

/**
 * The lines by language.
 *
 * **Example** (Another document)
 *
 * ```ts
 * import { DocumentLines } from "@timbang/language/publication"
 * DocumentLines.lines.en.isNotLogged // => "this is NOT a document of the log: it was changed, or never logged"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, DocumentLines>> = {
  id: {
    letterUnreadable: (file, path, expected) => `${file}: ${path}: ${expectedId[expected]}`,
    letterBroken: (file, line) => `${file}: bukan JSON yang utuh${line === undefined ? "" : `, rusak pada baris ${line}`}; bandingkan dengan timbang document letter`,
    kindUnknown: (out) => `--out ${out}: tulis nama yang berakhir .pdf atau .docx`,
    logUnreadable: (folder, file) => `${folder}: berkas ${file} tidak ada atau bukan yang ditandatangani; ambil salinan catatan yang utuh`,
    logBroken: (log, findings) => `${log}: pemeriksaan menemukan ${findings} hal. Jalankan timbang audit ${log}; dokumen tidak dibuat dari catatan yang bermasalah`,
    noResults: (log) => `${log}: catatan belum memuat hasil. Jalankan timbang publish results lebih dahulu`,
    noRules: (log) => `${log}: berkas aturan atau fakta pada catatan tidak terbaca. Ambil ulang catatannya`,
    differs: (participants, count) =>
      `hasil pada folder berbeda dari catatan bagi ${count} peserta: ${participants}. Dokumen hanya dibuat dari hasil yang sudah diumumkan`,
    namesNeedBasis: "--names dan --names-basis disebut bersama: tulis ketentuan atau persetujuan yang membolehkan nama ditampilkan",
    namesOnlyInAnnex: "nama hanya dimuat pada lampiran; hapus --names",
    namesMissing: (participants, count) => `${count} peserta tidak ada pada berkas nama: ${participants}. Lengkapi, atau buat lampiran tanpa nama`,
    namesUnknown: (participants, count) => `berkas nama memuat ${count} nomor yang tidak ada pada hasil: ${participants}. Hapus barisnya`,
    written: (file) => `dokumen: ${file}`,
    exists: (file) => `${file}: sudah ada. Pilih nama lain, karena dokumen yang pernah dibuat tidak ditimpa`,
    signNext: "berikutnya: timbang document sign untuk meminta tanda tangan, lalu timbang document record untuk mencatatnya",
    logged: (name, file, index, size) => `${file} tercatat sebagai ${name}, entri ${index}; catatan sekarang ${size} entri`,
    receiptWritten: (file) => `tanda terima dokumen: ${file}; bagikan bersama dokumennya, siapa pun memeriksa keduanya di halaman pemeriksa`,
    loggedAlready: (file, index) => `${file}: sudah tercatat sebagai entri ${index}`,
    nameTaken: (name) => `${name}: nama itu dipakai oleh catatan sendiri. Pilih nama lain`,
    handedIn: (key) => `diserahkan untuk ditandatangani, kunci permintaan: ${key}`,
    standing: {
      Waiting: () => "menunggu tanda tangan",
      Signed: (file) => `sudah ditandatangani: ${file}`,
      Declined: (reason) => `ditolak penanda tangan: ${reason}`
    },
    signerNeeded: "sebutkan satu dari --folder dan --service",
    tokenMissing: (variable) => `${variable}: peubah lingkungan itu kosong. Isi dengan token layanan penandatanganan`,
    signerFailed: {
      RequestTaken: (key) => `${key}: kunci itu sudah dipakai dokumen lain. Beri setiap versi kunci sendiri`,
      RequestUnknown: (key) => `${key}: belum ada dokumen yang diserahkan dengan kunci itu`,
      DocumentSignerUnavailable: (because) => `layanan penandatanganan tidak dapat dihubungi (${unavailableId[because] ?? because.replace(/^status/, "jawaban")}). Ulangi dengan kunci yang sama`
    },
    isLogged: (name, index) => `dokumen ini sama bita demi bita dengan ${name} pada entri ${index}: tidak berubah sejak dicatat`,
    isNotLogged: "dokumen ini BUKAN dokumen yang tercatat: sudah diubah, atau tidak pernah dicatat",
    authority: "catatan membuktikan dokumen tidak berubah; kewenangan penanda tangan dibuktikan tanda tangan elektronik tersertifikasi di dalamnya, periksa dengan pembaca PDF",
    documentNeedsLog: "memeriksa dokumen memerlukan --log, folder catatan, atau --receipt, tanda terima dokumen itu",
    letters: (letters) => `huruf ini tidak dimiliki fon PDF dan akan tercetak sebagai kotak kosong: ${named(letters, "baris tabel")}. Tulis dengan huruf Latin, atau buat berkas .docx`
  },
  en: {
    letterUnreadable: (file, path, expected) => `${file}: ${path}: ${expectedEn[expected]}`,
    letterBroken: (file, line) => `${file}: not whole JSON${line === undefined ? "" : `, it breaks on line ${line}`}; compare with timbang document letter`,
    kindUnknown: (out) => `--out ${out}: write a name that ends in .pdf or .docx`,
    logUnreadable: (folder, file) => `${folder}: the file ${file} is missing or not what was signed; fetch a whole copy of the log`,
    logBroken: (log, findings) => `${log}: an audit has ${findings} findings. Run timbang audit ${log}; no document is made of such a log`,
    noResults: (log) => `${log}: the log has no results yet. Run timbang publish results first`,
    noRules: (log) => `${log}: the file of rules or facts in the log cannot be read. Fetch the log again`,
    differs: (participants, count) =>
      `the results of the folder are not those of the log for ${counted(count, "participant")}: ${participants}. Documents are made of published results only`,
    namesNeedBasis: "--names and --names-basis go together: name the provision or consent by which names may be shown",
    namesOnlyInAnnex: "names stand in the annex only; leave --names out",
    namesMissing: (participants, count) => `${counted(count, "participant is", "participants are")} not in the file of names: ${participants}. Add them, or make the annex without names`,
    namesUnknown: (participants, count) => `the file of names has ${counted(count, "number")} that no result has: ${participants}. Remove those rows`,
    written: (file) => `document: ${file}`,
    exists: (file) => `${file}: is there already. Choose another name; a document that was made is not written over`,
    signNext: "next: timbang document sign to ask for the signature, then timbang document record to log it",
    logged: (name, file, index, size) => `${file} is logged as ${name}, entry ${index}; the log now has ${counted(size, "entry", "entries")}`,
    receiptWritten: (file) => `receipt of the document: ${file}; hand it out with the document, anybody checks both on the verifier page`,
    loggedAlready: (file, index) => `${file}: logged already, as entry ${index}`,
    nameTaken: (name) => `${name}: the log itself uses that name. Choose another`,
    handedIn: (key) => `handed in to be signed, key of the request: ${key}`,
    standing: {
      Waiting: () => "waits for a signature",
      Signed: (file) => `signed: ${file}`,
      Declined: (reason) => `declined by the signatory: ${reason}`
    },
    signerNeeded: "name one of --folder and --service",
    tokenMissing: (variable) => `${variable}: that environment variable is empty. Put the token of the signing service there`,
    signerFailed: {
      RequestTaken: (key) => `${key}: another document has that key. Give every version a key of its own`,
      RequestUnknown: (key) => `${key}: no document was handed in under that key`,
      DocumentSignerUnavailable: (because) => `the signing service cannot be reached (${because}). Try again with the same key`
    },
    isLogged: (name, index) => `this document is, byte by byte, ${name} of entry ${index}: unchanged since it was logged`,
    isNotLogged: "this is NOT a document of the log: it was changed, or never logged",
    authority: "the log proves that the document is unchanged; the authority of who signed is proved by the certified signature in it, check it with a PDF reader",
    documentNeedsLog: "checking a document needs --log, the folder of the log, or --receipt, the receipt of the document",
    letters: (letters) => `the font of the PDF does not have these letters and would print empty boxes: ${named(letters, "table row")}. Write them in Latin letters, or make a .docx file`
  }
}
