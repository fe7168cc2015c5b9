/**
 * What the commands `key`, `verify` and `audit` say beside verdicts and findings.
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
export interface CommandLines {
  readonly keyWritten: (file: string) => string
  readonly verifierKey: string
  /** The name of a new key is none. */
  readonly keyName: string
  readonly keyOrPolicy: string
  readonly anchorEmpty: string
  readonly logShorter: (logSize: number, receiptSize: number) => string
  readonly logDiffers: (size: number) => string
  readonly logAgrees: (size: number) => string
  readonly correctedLater: (index: number) => string
  readonly notCorrected: string
  readonly notRecomputed: string
  readonly checkpointNeedsLog: string
  readonly entries: (size: number, checkpoints: number) => string
  readonly faults: (count: number) => string
  /** The standing of a stage's results; only `penetapan` is a decision. */
  readonly standing: (stage: string, standing: string) => string
}

// --- texts ---

/**
 * The lines by language.
 *
 * **Example** (A correction that the receipt cannot know)
 *
 * ```ts
 * import { CommandLines } from "@timbang/language/publication"
 * CommandLines.lines.en.correctedLater(21) // => "the entry was corrected later, by entry 21: ask for the receipt of that entry"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, CommandLines>> = {
  id: {
    keyWritten: (file) =>
      `kunci rahasia ditulis ke ${file}; simpan salinan aman, siapa pun yang memilikinya menandatangani atas nama catatan ini`,
    verifierKey: "kunci pemeriksa, cetak di pengumuman:",
    keyName: "--name: tulis nama tanpa spasi dan tanpa +, misalnya kota.go.id/cpns-2026",
    keyOrPolicy: "--key dan --policy: pilih salah satu",
    anchorEmpty: "--key, --policy, --words: kosong; salin dari pengumuman",
    logShorter: (logSize, receiptSize) =>
      `catatan pada berkas (${logSize}) lebih pendek dari yang disebut tanda terima (${receiptSize})`,
    logDiffers: (size) =>
      `${size} catatan pertama pada berkas bukan yang disebut tanda terima: catatan telah ditulis ulang`,
    logAgrees: (size) => `tanda terima cocok dengan catatan terbaru (${size} catatan)`,
    correctedLater: (index) => `isi ini dikoreksi kemudian oleh catatan ${index}: minta tanda terima catatan itu`,
    notCorrected: "isi ini tidak dikoreksi sampai catatan terbaru",
    notRecomputed: "yang diperiksa: bukti, tanda tangan, urutan, dan berkas; hasil belum dihitung ulang",
    checkpointNeedsLog: "titik periksa itu bukan milik tanda terima: sebutkan --log agar dapat dihubungkan",
    entries: (size, checkpoints) => `${size} catatan, ${checkpoints} titik periksa cocok`,
    faults: (count) => `temuan: ${count}`,
    standing: (stage, standing) => `kedudukan hasil ${stage}: ${standing}${standing === "penetapan" ? "" : ", bukan penetapan"}`
  },
  en: {
    keyWritten: (file) => `the secret key was written to ${file}; keep a safe copy, whoever has it signs as this log`,
    verifierKey: "verifier key, print it in the announcement:",
    keyName: "--name: write a name without blanks and without +, such as kota.go.id/cpns-2026",
    keyOrPolicy: "--key and --policy: choose one of them",
    anchorEmpty: "--key, --policy, --words: empty; copy it from the announcement",
    logShorter: (logSize, receiptSize) =>
      `the log at hand (${logSize}) is shorter than the one the receipt names (${receiptSize})`,
    logDiffers: (size) => `the first ${counted(size, "entry", "entries")} at hand are not those the receipt names: the log was rewritten`,
    logAgrees: (size) => `the receipt agrees with the newest log (${counted(size, "entry", "entries")})`,
    correctedLater: (index) => `the entry was corrected later, by entry ${index}: ask for the receipt of that entry`,
    notCorrected: "the entry was not corrected up to the newest log",
    notRecomputed: "checked: proofs, signatures, order and files; results were not recomputed",
    checkpointNeedsLog: "that checkpoint is not the receipt's own: give --log, so that the two can be connected",
    entries: (size, checkpoints) => `${counted(size, "entry", "entries")}, ${counted(checkpoints, "checkpoint holds", "checkpoints hold")}`,
    faults: (count) => `findings: ${count}`,
    standing: (stage, standing) =>
      `standing of the results of ${stage}: ${standing}${standing === "penetapan" ? " (a decision)" : ", not penetapan (a decision)"}`
  }
}
