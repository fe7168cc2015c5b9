/**
 * What the commands `publish`, `receipt` and `audit` say about a published selection.
 *
 * @since 0.1.0
 */
import type { Recount } from "@timbang/core/publication"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Every line in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublishLines {
  readonly keyMissing: (file: string) => string
  readonly keyOfWitness: string
  readonly alreadyPublished: (folder: string) => string
  readonly phaseTwice: Readonly<Record<"rules" | "scores", string>>
  readonly otherKey: string
  readonly otherTree: string
  readonly otherRules: string
  readonly published: (folder: string, size: number, origin: string) => string
  readonly words: (words: string) => string
  readonly oneGo: string
  readonly notDecided: (standing: string) => string
  readonly keepVault: (file: string) => string
  readonly vaultNeeded: string
  readonly vaultBroken: (file: string) => string
  readonly selectionNeeded: string
  readonly filesNeeded: string
  readonly notInLog: (participant: string) => string
  readonly notOpened: (parts: string) => string
  readonly receipt: (file: string, picture: string) => string
  readonly noPicture: (reason: string) => string
  readonly recounted: string
  readonly attestedOnly: string
  readonly checked: Readonly<Record<Recount.Checked, string>>
  readonly attested: Readonly<Record<Recount.Attested, string>>
  readonly sheets: Readonly<Record<"summary" | "findings" | "checkpoints", string>>
}

// --- texts ---

/**
 * The lines by language.
 *
 * **Example** (Published in one go)
 *
 * ```ts
 * import { PublishLines } from "@timbang/language/publication"
 * PublishLines.lines.en.oneGo // => "order not attested: everything was published in one go, no checkpoint stands between the phases"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, PublishLines>> = {
  id: {
    keyMissing: (file) => `${file}: kunci tidak ada; buat dahulu dengan "timbang key new", lalu umumkan kunci pemeriksanya`,
    keyOfWitness: "kunci ini kunci saksi; catatan ditandatangani dengan kunci catatan",
    alreadyPublished: (folder) => `${folder}: sudah berisi catatan; yang sudah diumumkan tidak diumumkan dua kali`,
    phaseTwice: {
      rules: "aturan sudah diumumkan; perubahan peraturan dicatat tersendiri dengan suratnya",
      scores: "semua nilai ujian pada hasil seleksi ini sudah diumumkan"
    },
    otherKey: "catatan ini ditandatangani kunci lain, atau tanda tangannya tidak cocok",
    otherTree: "isi catatan pada folder bukan yang ditandatangani; ambil salinan yang utuh",
    otherRules:
      "aturan, formasi, atau pilihan pada hasil seleksi ini bukan yang diumumkan sebelum nilai; hasil tidak diumumkan",
    published: (folder, size, origin) => `${folder}: ${size} catatan, ${origin}`,
    words: (words) => `kata titik periksa: ${words}`,
    oneGo: "urutan tidak dibuktikan: semua diumumkan sekaligus, tidak ada titik periksa di antara tahapnya",
    notDecided: (standing) => `kedudukan hasil ini ${standing}, bukan penetapan; catatan menyebutkannya`,
    keepVault: (file) => `garam disimpan di ${file}; tanpa berkas itu bagian pribadi tidak dapat dibuka lagi`,
    vaultNeeded: "--vault: sebutkan berkas garam bila tidak ada --selection",
    vaultBroken: (file) => `${file}: bukan berkas garam; pulihkan dari salinannya`,
    selectionNeeded: "--selection: sebutkan folder hasil seleksi",
    filesNeeded: "sebutkan --selection, atau --rules dan --formations (dan --participants untuk pendaftaran)",
    notInLog: (participant) => `${participant}: tidak ada pada catatan`,
    notOpened: (parts) => `tidak dibuka, karena garam atau isinya tidak ada lagi: ${parts}`,
    receipt: (file, picture) => `${file}, ${picture}`,
    noPicture: (reason) => `kode QR tidak dibuat: ${reason}`,
    recounted: "dihitung ulang dan cocok:",
    attestedOnly: "diterima sebagaimana diumumkan, tidak dapat dihitung orang luar:",
    checked: {
      thresholds: "nilai ambang batas (peserta)",
      integration: "nilai dan integrasi (angka)",
      ranks: "peringkat",
      ties: "nilai sama yang dipisahkan nilai lain",
      caps: "formasi yang tidak melampaui kebutuhan",
      filling: "pengisian formasi kosong"
    },
    attested: {
      "private rungs": "nilai sama yang dipisahkan IPK, usia, atau surat",
      "protected categories": "peserta pada kebutuhan khusus",
      exclusions: "tidak hadir, gugur, atau mengundurkan diri",
      "placement answers": "jawaban kesediaan",
      "priority classes": "kelas prioritas",
      entitlements: "afirmasi",
      results: "hasil yang aturannya tidak ada pada folder"
    },
    sheets: { summary: "Ringkasan", findings: "Temuan", checkpoints: "Titik periksa" }
  },
  en: {
    keyMissing: (file) => `${file}: there is no key; make one with "timbang key new" and announce its verifier key first`,
    keyOfWitness: "this is the key of a witness; a log is signed with the key of a log",
    alreadyPublished: (folder) => `${folder}: holds a log already; what was published is not published twice`,
    phaseTwice: {
      rules: "rules are published already; a change of law is logged as such, with its letter",
      scores: "the scores of every exam of this selection are published already"
    },
    otherKey: "this log is signed with another key, or its signature does not hold",
    otherTree: "the entries in the folder are not those that were signed; fetch a whole copy",
    otherRules:
      "rules, formations or choices of this selection are not those published before the scores; no result was published",
    published: (folder, size, origin) => `${folder}: ${size} entries, ${origin}`,
    words: (words) => `words of the checkpoint: ${words}`,
    oneGo: "order not attested: everything was published in one go, no checkpoint stands between the phases",
    notDecided: (standing) => `the standing of this result is ${standing}, not penetapan (a decision); the log says so`,
    keepVault: (file) => `salts are kept in ${file}; without it no private part can be opened again`,
    vaultNeeded: "--vault: name the file of salts when there is no --selection",
    vaultBroken: (file) => `${file}: not a file of salts; restore it from its copy`,
    selectionNeeded: "--selection: name the folder of a selection",
    filesNeeded: "give --selection, or --rules and --formations (and --participants for registrations)",
    notInLog: (participant) => `${participant}: not in the log`,
    notOpened: (parts) => `not opened, because salt or content is gone: ${parts}`,
    receipt: (file, picture) => `${file}, ${picture}`,
    noPicture: (reason) => `no QR code was made: ${reason}`,
    recounted: "recounted and equal:",
    attestedOnly: "taken as published, which no stranger can recompute:",
    checked: {
      thresholds: "minimum scores (participants)",
      integration: "scores and integration (figures)",
      ranks: "ranks",
      ties: "ties parted by another score",
      caps: "formations within their seats",
      filling: "seats given by filling"
    },
    attested: {
      "private rungs": "ties parted by grades, age or a letter",
      "protected categories": "participants of protected categories",
      exclusions: "absent, excluded or withdrawn",
      "placement answers": "answers on placement",
      "priority classes": "priority classes",
      entitlements: "affirmative additions",
      results: "results whose rules are not in the folder"
    },
    sheets: { summary: "Summary", findings: "Findings", checkpoints: "Checkpoints" }
  }
}
