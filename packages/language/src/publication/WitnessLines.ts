/**
 * What `timbang witness` says.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Every line in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface WitnessLines {
  readonly signed: (file: string, size: number) => string
  readonly words: (words: string) => string
  /** What a witness keeps for the next time. */
  readonly keep: (file: string) => string
  /** There are older checkpoints, and nothing was held against one that the witness kept. */
  readonly firstTime: string
  readonly notSigned: (faults: number) => string
  readonly added: (size: number, witnesses: string, isMet: boolean) => string
  readonly otherCheckpoint: (file: string, size: number) => string
  /** None of the signatures is that of a witness of the policy. */
  readonly nobody: string
  readonly noWitnesses: (file: string) => string
}

// --- texts ---

/**
 * The lines by language.
 *
 * **Example** (A quorum that is met)
 *
 * ```ts
 * import { WitnessLines } from "@timbang/language/publication"
 * WitnessLines.lines.en.added(29, "inspectorate, press", true) // => "checkpoint of 29 entries, signed by inspectorate, press: quorum met"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, WitnessLines>> = {
  id: {
    signed: (file, size) => `${file}: titik periksa ${size} catatan, diperiksa tanpa temuan dan ditandatangani; kirim berkas ini kepada instansi`,
    words: (words) => `kata titik periksa: ${words}`,
    keep: (file) => `simpan ${file} dan sebutkan sebagai --since pada pemeriksaan berikutnya`,
    firstTime: "tanpa --since: tidak dibandingkan dengan titik periksa yang Anda simpan sendiri",
    notSigned: (faults) => `tidak ditandatangani: pemeriksaan menemukan ${faults} hal`,
    added: (size, witnesses, isMet) =>
      `titik periksa ${size} catatan, ditandatangani ${witnesses}: kuorum ${isMet ? "terpenuhi" : "belum terpenuhi"}`,
    otherCheckpoint: (file, size) =>
      `${file}: titik periksa ${size} catatan itu bukan milik catatan ini; kirim kembali checkpoint dari folder catatan kepada saksi`,
    nobody: "tidak ada tanda tangan saksi yang disebut kebijakan; bandingkan kunci pemeriksa saksi dengan berkas kebijakan",
    noWitnesses: (file) => `${file}: kebijakan ini tidak menyebut saksi; tulis baris witness untuk setiap saksi`
  },
  en: {
    signed: (file, size) => `${file}: checkpoint of ${size} entries, audited without a finding and signed; send this file to the agency`,
    words: (words) => `words of the checkpoint: ${words}`,
    keep: (file) => `keep ${file} and name it as --since the next time`,
    firstTime: "without --since: not held against a checkpoint that you kept yourself",
    notSigned: (faults) => `not signed: the audit has ${faults} findings`,
    added: (size, witnesses, isMet) => `checkpoint of ${size} entries, signed by ${witnesses}: quorum ${isMet ? "met" : "not met yet"}`,
    otherCheckpoint: (file, size) =>
      `${file}: that checkpoint of ${size} entries is not one of this log; send the checkpoint of the log's folder to the witness again`,
    nobody: "no signature of a witness that the policy names; compare the witness's verifier key with the policy",
    noWitnesses: (file) => `${file}: this policy names no witness; write a witness line for each`
  }
}
