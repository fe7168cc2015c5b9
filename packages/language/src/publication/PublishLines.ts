/**
 * What the commands `publish`, `receipt` and `audit` say about a published selection.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Edition, Erasure, ObjectionCases, Recount, Revision } from "@timbang/core/publication"
import type { Language } from "../Sentences.ts"
import * as RecountTexts from "./RecountTexts.ts"

// --- models ---

/**
 * A correction as an audit shows it.
 *
 * @category models
 * @since 0.1.0
 */
export interface ShownCorrection {
  readonly index: number
  readonly replaces: number
  readonly participant: string
  readonly kind: string
  readonly changes: string
  readonly objection: number | undefined
  readonly letter: string | undefined
}

/**
 * What stands on a receipt on paper.
 *
 * @category models
 * @since 0.1.0
 */
export interface Slip {
  readonly title: string
  /** How to check it; lines of at most 60 letters. */
  readonly howTo: ReadonlyArray<string>
  readonly participant: string
  readonly words: string
  readonly date: string
  readonly signature: string
  /** Said on the part that the agency keeps. */
  readonly kept: string
  readonly page: (number: number, of: number) => string
}

/**
 * Every line in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublishLines {
  readonly keyMissing: (file: string) => string
  readonly keyBroken: (file: string) => string
  /** Slips with letters that the printed font does not have. */
  readonly slipLetters: (participants: string, count: number) => string
  readonly keyOfWitness: string
  readonly keyOfLog: string
  readonly alreadyPublished: (folder: string) => string
  readonly phaseTwice: Readonly<Record<"rules" | "scores", string>>
  readonly otherKey: string
  readonly otherTree: string
  readonly otherRules: string
  /** A change of law that would change formations or choices as well. */
  readonly lawChangesRulesOnly: string
  readonly published: (folder: string, size: number, origin: string) => string
  readonly words: (words: string) => string
  readonly oneGo: string
  readonly notDecided: (standing: string) => string
  readonly keepVault: (file: string) => string
  readonly vaultNeeded: string
  readonly erased: (participant: string, count: number) => string
  readonly nothingToErase: (participant: string) => string
  readonly notInSelection: (participant: string, folder: string) => string
  /** A kind of private data in the folder of the selection: gone, or what is kept because the result hangs on it. */
  readonly partErased: (part: Erasure.Part) => string
  readonly nothingLeftIn: (folder: string) => string
  /** The workbook of columns that the run did not know was deleted. */
  readonly workbookGone: (file: string) => string
  /** Where else personal data of somebody stand after an erasure. */
  readonly erasureLeaves: (vault: string) => string
  /** The log commits to private parts, and the file of salts named is not there. */
  readonly vaultElsewhere: (log: string, file: string) => string
  readonly vaultBroken: (file: string) => string
  /** Another run writes the same file, or has written it since this one read it. */
  /** A folder without a log that holds something else. */
  readonly folderOfOthers: (folder: string, found: string) => string
  /** Results before the scores of these exams. */
  readonly scoresMissing: (exams: string) => string
  /** A file that no checkpoint counts stands in the way of another one. */
  readonly leftByBrokenRun: (file: string) => string
  readonly otherWriter: (file: string) => string
  readonly logMissing: (file: string) => string
  readonly checkpointBroken: (file: string) => string
  readonly logIncomplete: (file: string) => string
  readonly selectionNeeded: string
  readonly correction: (correction: ShownCorrection) => string
  readonly letterWhole: string
  /** Why objections, or results, cannot be published; the participants it is about. */
  readonly revision: Readonly<Record<Revision.RevisionRefused["problem"] | "scores-first", (participants: string) => string>>
  /** Why objections with their answers cannot be published; the cases it is about. */
  readonly cases: Readonly<Record<ObjectionCases.CaseRefused["problem"], (cases: string) => string>>
  /** Cases that were given for a phase other than objections. */
  readonly casesOfObjections: string
  readonly filesNeeded: string
  /** Nobody has an entry of that kind. */
  readonly noneInLog: (kind: "result" | "registration" | "score") => string
  readonly notInLog: (participant: string) => string
  readonly notOpened: (parts: string) => string
  readonly slip: Slip
  readonly slips: (folder: string, count: number) => string
  readonly receipt: (file: string, picture: string) => string
  readonly noPicture: (reason: string) => string
  readonly recounted: string
  readonly attestedOnly: string
  readonly checked: Readonly<Record<Recount.Checked, string>>
  readonly attested: Readonly<Record<Recount.Attested, string>>
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
    slipLetters: (participants, count) =>
      `${count} tanda terima berisi huruf yang tidak dapat dicetak, peserta ${participants}; tulis nomor dan nama formasinya dengan huruf Latin. Tidak ada yang dicetak`,
    keyBroken: (file) => `${file}: bukan kunci rahasia yang utuh; pulihkan dari salinannya`,
    keyMissing: (file) => `${file}: kunci tidak ada; buat dahulu dengan "timbang key new", lalu umumkan kunci pemeriksanya`,
    keyOfLog: "kunci ini bukan kunci saksi; buat dengan key new --witness",
    keyOfWitness: "kunci ini kunci saksi; catatan ditandatangani dengan kunci catatan",
    alreadyPublished: (folder) => `${folder}: sudah berisi catatan; yang sudah diumumkan tidak diumumkan dua kali`,
    phaseTwice: {
      rules: "aturan sudah diumumkan; aturan lain karena peraturan berubah diumumkan dengan --letter, --letter-number, dan --letter-day",
      scores: "semua nilai ujian pada hasil seleksi ini sudah diumumkan"
    },
    otherKey: "catatan ini ditandatangani kunci lain, atau tanda tangannya tidak cocok",
    otherTree: "isi catatan pada folder bukan yang ditandatangani; ambil salinan yang utuh",
    otherRules:
      "aturan, formasi, atau pilihan pada hasil seleksi ini bukan yang diumumkan sebelum nilai; hasil tidak diumumkan",
    lawChangesRulesOnly:
      "perubahan peraturan hanya mengganti aturan; formasi dan pilihan harus tetap seperti yang diumumkan, jadi tidak ada yang diumumkan",
    published: (folder, size, origin) => `${folder}: ${size} catatan, ${origin}`,
    words: (words) => `kata titik periksa: ${words}`,
    oneGo: "urutan tidak dibuktikan: semua diumumkan sekaligus, tidak ada titik periksa di antara tahapnya",
    notDecided: (standing) => `kedudukan hasil ini ${standing}, bukan penetapan; catatan menyebutkannya`,
    keepVault: (file) => `garam disimpan di ${file}; tanpa berkas itu bagian pribadi tidak dapat dibuka lagi`,
    erased: (participant, count) => `${participant}: ${count} bagian pribadi dihapus; tidak seorang pun dapat membukanya lagi, semua bukti tetap sah`,
    nothingToErase: (participant) => `${participant}: tidak ada bagian pribadi yang masih dapat dibuka`,
    notInSelection: (participant, folder) => `${folder}: tidak memuat peserta ${participant}; sebutkan folder hasil seleksi yang diumumkan`,
    partErased: ({ kept, part }) => {
      const name = { "birth-date": "tanggal lahir", "grade-average": "IPK", entitlements: "hak atas tambahan nilai", reasons: "alasan tidak memenuhi syarat" }[part]
      if (kept === undefined) return `  ${name}: dihapus`
      return part === "entitlements"
        ? `  ${name}: tetap disimpan, karena nilainya bergantung padanya`
        : `  ${name}: hanya disisakan ${kept}, karena urutan bergantung padanya`
    },
    nothingLeftIn: (folder) => `${folder}: tidak ada lagi data pribadi peserta ini yang dapat dihapus`,
    workbookGone: (file) => `${file}: dihapus, karena memuat kolom lain dari berkas peserta`,
    erasureLeaves: (vault) =>
      `masih ada: berkas masukan yang asli, folder hasil seleksi yang lain, serta salinan cadangannya dan salinan ${vault}. Hapus di sana juga`,
    vaultNeeded: "--vault: sebutkan berkas garam bila tidak ada --selection",
    logMissing: (file) => `${file}: tidak ada; sebutkan folder catatan yang diumumkan`,
    checkpointBroken: (file) => `${file}: bukan titik periksa yang bertanda tangan; ambil kembali catatannya`,
    logIncomplete: (file) => `${file}: tidak ada atau rusak; ambil kembali catatannya`,
    vaultElsewhere: (log, file) =>
      `${file}: tidak ada, padahal catatan ${log} sudah memakai garam. Sebut dengan --vault berkas garam yang dipakai sejak awal, biasanya private/vault.json pada folder seleksi pertama. Bila berkas itu hilang, tulis {"format":2,"people":[]} ke ${file}: bagian pribadi yang lama tidak dapat dibuka lagi`,
    vaultBroken: (file) => `${file}: bukan berkas garam; pulihkan dari salinannya`,
    folderOfOthers: (folder, found) => `${folder}: sudah berisi ${found}, yang bukan bagian dari catatan dan akan ikut terbuka; sebutkan folder baru untuk catatan`,
    scoresMissing: (exams) => `nilai ujian ${exams} belum diumumkan; umumkan dahulu dengan publish scores, baru hasilnya`,
    leftByBrokenRun: (file) =>
      `${file}: ditinggalkan pengumuman yang terputus, dan isinya lain dari yang akan diumumkan sekarang. Umumkan lagi dengan berkas masukan yang sama seperti saat terputus; perbedaannya diumumkan sesudah itu. Bila folder ini belum pernah dibuka untuk siapa pun, hapus berkas itu`,
    otherWriter: (file) => `${file}: sedang atau baru saja ditulis oleh proses lain; tidak ada yang diumumkan, jalankan lagi setelah proses itu selesai`,
    letterWhole: "surat disebut lengkap: --letter BERKAS, --letter-number NOMOR, --letter-day YYYY-MM-DD",
    revision: {
      "nothing-changed": () => "tidak ada yang berubah: catatan sudah sama dengan seleksi ini",
      "scores-differ": (participants) =>
        `nilai yang diumumkan bukan yang tercatat pada seleksi, dan tidak ada koreksi yang menjelaskannya: ${participants}`,
      "basis-missing": (participants) =>
        `hasil berubah tanpa sanggah dan tanpa surat: ${participants}. Sebutkan suratnya dengan --letter`,
      "scores-first": (participants) =>
        `nilai yang diumumkan bukan nilai pada seleksi: ${participants}. Umumkan dahulu dengan publish scores atau publish objections`
    },
    correction: ({ changes, index, letter, objection, participant, replaces }) =>
      `  koreksi ${index} atas catatan ${replaces}, peserta ${participant}: ${changes}; dasar: ${
        [...(objection === undefined ? [] : [`sanggah ${objection}`]), ...(letter === undefined ? [] : [`surat ${letter}`])].join(", ")
      }`,
    selectionNeeded: "--selection: sebutkan folder hasil seleksi",
    cases: {
      "result-missing": (cases) => `sanggah ${cases}: pesertanya tidak punya hasil pada catatan. Periksa nomor peserta, atau umumkan hasilnya dahulu`,
      "answer-changed": (cases) =>
        `sanggah ${cases}: jawaban yang sudah diumumkan berbeda dari berkas. Jawaban tidak diganti; tulis kembali seperti yang diumumkan`,
      "maybe-logged": (cases) =>
        `sanggah ${cases}: catatan sudah memuat sanggah atas hasil yang sama dari hari yang sama, yang tidak ada pada berkas. Muat juga sanggah yang lama pada berkas, dan sebut dengan --vault berkas garam yang dipakai saat mengumumkannya`
    },
    casesOfObjections: "--cases hanya untuk publish objections",
    filesNeeded: "sebutkan --selection, atau --rules dan --formations (dan --participants untuk pendaftaran)",
    noneInLog: (kind) => `catatan belum memuat ${{ result: "hasil", registration: "pendaftaran", score: "nilai" }[kind]}; umumkan dahulu`,
    notInLog: (participant) => `${participant}: tidak ada pada catatan`,
    notOpened: (parts) => `tidak dibuka, karena garam atau isinya tidak ada lagi: ${parts}`,
    slip: {
      title: "Tanda terima hasil seleksi",
      howTo: [
        "Pindai kode ini dengan kamera ponsel, lalu masukkan kunci",
        "atau delapan kata dari pengumuman resmi.",
        "Pemeriksaan berjalan tanpa internet.",
        "Simpan lembar ini: perubahan setelah ini akan terlihat."
      ],
      participant: "Nomor peserta",
      words: "Delapan kata, harus sama dengan pengumuman",
      date: "Tanggal",
      signature: "Tanda tangan penerima",
      kept: "Disimpan instansi / bukti penyerahan",
      page: (number, of) => `halaman ${number} dari ${of}`
    },
    slips: (folder, count) => `${folder}: ${count} tanda terima`,
    receipt: (file, picture) => `${file}, ${picture}`,
    noPicture: (reason) => `kode QR tidak dibuat: ${reason}`,
    recounted: "dihitung ulang dan cocok:",
    attestedOnly: "diterima sebagaimana diumumkan, tidak dapat dihitung orang luar:",
    checked: RecountTexts.texts.id.checked,
    attested: RecountTexts.texts.id.attested
  },
  en: {
    slipLetters: (participants, count) =>
      `${counted(count, "receipt holds", "receipts hold")} letters that cannot be printed, participants ${participants}; write number and formation in Latin letters. Nothing was printed`,
    keyBroken: (file) => `${file}: not a whole secret key; restore it from its copy`,
    keyMissing: (file) => `${file}: there is no key; make one with "timbang key new" and announce its verifier key first`,
    keyOfLog: "this is not the key of a witness; make one with key new --witness",
    keyOfWitness: "this is the key of a witness; a log is signed with the key of a log",
    alreadyPublished: (folder) => `${folder}: holds a log already; what was published is not published twice`,
    phaseTwice: {
      rules: "rules are published already; other rules because the law changed are published with --letter, --letter-number and --letter-day",
      scores: "the scores of every exam of this selection are published already"
    },
    otherKey: "this log is signed with another key, or its signature does not hold",
    otherTree: "the entries in the folder are not those that were signed; fetch a whole copy",
    otherRules:
      "rules, formations or choices of this selection are not those published before the scores; no result was published",
    lawChangesRulesOnly:
      "a change of law changes the rules alone; formations and choices have to stay as they were published, so nothing was published",
    published: (folder, size, origin) => `${folder}: ${counted(size, "entry", "entries")}, ${origin}`,
    words: (words) => `words of the checkpoint: ${words}`,
    oneGo: "order not attested: everything was published in one go, no checkpoint stands between the phases",
    notDecided: (standing) => `the standing of this result is ${standing}, not penetapan (a decision); the log says so`,
    keepVault: (file) => `salts are kept in ${file}; without it no private part can be opened again`,
    erased: (participant, count) => `${participant}: ${counted(count, "private part")} erased; nobody can open ${count === 1 ? "it" : "them"} any more, every proof stays good`,
    nothingToErase: (participant) => `${participant}: there is no private part that can still be opened`,
    notInSelection: (participant, folder) => `${folder}: has no participant ${participant}; name the folder of the selection that was published`,
    partErased: ({ kept, part }) => {
      const name = { "birth-date": "birth date", "grade-average": "grade average", entitlements: "entitlements to points", reasons: "reasons of ineligibility" }[part]
      if (kept === undefined) return `  ${name}: erased`
      return part === "entitlements" ? `  ${name}: kept, because a score rests on them` : `  ${name}: only ${kept} is kept, because the order rests on it`
    },
    nothingLeftIn: (folder) => `${folder}: no private data of this participant are left that could be erased`,
    workbookGone: (file) => `${file}: deleted, because it holds other columns of the file of participants`,
    erasureLeaves: (vault) =>
      `still there: the original input files, other folders of selections, and backup copies of them and of ${vault}. Erase there too`,
    vaultNeeded: "--vault: name the file of salts when there is no --selection",
    logMissing: (file) => `${file}: not found; name the folder of a published log`,
    checkpointBroken: (file) => `${file}: not a signed checkpoint; fetch the log again`,
    logIncomplete: (file) => `${file}: missing or broken; fetch the log again`,
    vaultElsewhere: (log, file) =>
      `${file}: not found, and the log ${log} uses salts already. Name with --vault the file of salts used from the beginning, usually private/vault.json in the folder of the first selection. Where that file is lost, write {"format":2,"people":[]} to ${file}: earlier private parts can then not be opened again`,
    vaultBroken: (file) => `${file}: not a file of salts; restore it from its copy`,
    folderOfOthers: (folder, found) => `${folder}: holds ${found}, which is no part of a log and would be public with it; name a new folder for the log`,
    scoresMissing: (exams) => `the scores of ${exams} are not published yet; publish them first with publish scores, then the results`,
    leftByBrokenRun: (file) =>
      `${file}: left by a publication that broke off, and not what would be published now. Publish again from the same input files as when it broke off, and the difference after that. If nobody could ever fetch from this folder, delete that file`,
    otherWriter: (file) => `${file}: another process writes it, or just did; nothing was published, run again once that one is done`,
    letterWhole: "name the letter whole: --letter FILE, --letter-number NUMBER, --letter-day YYYY-MM-DD",
    revision: {
      "nothing-changed": () => "nothing has changed: the log says what this selection says",
      "scores-differ": (participants) =>
        `published scores are not those on the selection's record, and no correction explains it: ${participants}`,
      "basis-missing": (participants) =>
        `results change without an objection and without a letter: ${participants}. Name the letter with --letter`,
      "scores-first": (participants) =>
        `published scores are not those of the selection: ${participants}. Publish them first, by publish scores or publish objections`
    },
    correction: ({ changes, index, letter, objection, participant, replaces }) =>
      `  correction ${index} of entry ${replaces}, participant ${participant}: ${changes}; rests on ${
        [...(objection === undefined ? [] : [`objection ${objection}`]), ...(letter === undefined ? [] : [`letter ${letter}`])].join(", ")
      }`,
    selectionNeeded: "--selection: name the folder of a selection",
    cases: {
      "result-missing": (cases) => `objection ${cases}: its participant has no result in the log. Check the number, or publish the result first`,
      "answer-changed": (cases) =>
        `objection ${cases}: the published answer differs from the file. Answers are not replaced; write it as it was published`,
      "maybe-logged": (cases) =>
        `objection ${cases}: the log has an objection about the same result from the same day that is not in the file. Put the earlier objection into the file too, and name with --vault the file of salts with which it was published`
    },
    casesOfObjections: "--cases goes with publish objections only",
    filesNeeded: "give --selection, or --rules and --formations (and --participants for registrations)",
    noneInLog: (kind) => `the log has no ${kind} yet; publish it first`,
    notInLog: (participant) => `${participant}: not in the log`,
    notOpened: (parts) => `not opened, because salt or content is gone: ${parts}`,
    slip: {
      title: "Receipt of a selection result",
      howTo: [
        "Scan this code with a phone, then enter the key",
        "or the eight words of the official announcement.",
        "The check needs no internet.",
        "Keep this slip: any later change will show."
      ],
      participant: "Participant number",
      words: "Eight words, the same as in the announcement",
      date: "Date",
      signature: "Signature of the receiver",
      kept: "Kept by the agency",
      page: (number, of) => `page ${number} of ${of}`
    },
    slips: (folder, count) => `${folder}: ${counted(count, "receipt")}`,
    receipt: (file, picture) => `${file}, ${picture}`,
    noPicture: (reason) => `no QR code was made: ${reason}`,
    recounted: "recounted and equal:",
    attestedOnly: "taken as published, which no stranger can recompute:",
    checked: RecountTexts.texts.en.checked,
    attested: RecountTexts.texts.en.attested
  }
}

/**
 * Why something cannot stand in a log that everybody reads.
 *
 * **Example** (An identity number where a participant number belongs)
 *
 * ```ts
 * import { Disclosure } from "@timbang/core/publication"
 * import { PublishLines } from "@timbang/language/publication"
 * const found = new Disclosure.IdentityShown({ field: "participant", what: "NIK" })
 * PublishLines.edition(found, "en") // => "the public field participant looks like NIK; use a participant number or a pseudonym. Nothing was published"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const edition = (error: Edition.EditionError, lang: Language): string => {
  const isIndonesian = lang === "id"
  switch (error._tag) {
    case "IdentityShown":
      return isIndonesian
        ? `isian terbuka ${error.field} tampak seperti ${error.what}; pakai nomor peserta atau nama samaran. Tidak ada yang diumumkan`
        : `the public field ${error.field} looks like ${error.what}; use a participant number or a pseudonym. Nothing was published`
    case "NotPublishable":
      return isIndonesian
        ? `${error.path}: ditemukan ${error.found}, yang tidak dapat diumumkan. Tulis bilangan bulat atau teks`
        : `${error.path}: found ${error.found}, which cannot be published. Write a whole number or a text`
    case "SaltNotRandom":
      return isIndonesian
        ? `berkas garam berisi garam ${error.foundBytes} bita, yang tidak menyembunyikan apa pun; pulihkan dari salinannya`
        : `the file of salts holds a salt of ${error.foundBytes} bytes, which hides nothing; restore it from its copy`
    case "SaltShared":
      return isIndonesian
        ? `berkas garam memberi bagian ${error.parts.join(" dan ")} garam yang sama; pulihkan dari salinannya`
        : `the file of salts gives parts ${error.parts.join(" and ")} the same salt; restore it from its copy`
  }
}
