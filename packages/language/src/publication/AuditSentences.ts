/**
 * One sentence for everything an audit can find.
 *
 * Entry numbers are those of the log and begin with 0.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Audit } from "@timbang/core/publication"
import { type Language, say, type Sentences } from "../Sentences.ts"
import * as ProofSentences from "./ProofSentences.ts"
import * as VerifierTexts from "./VerifierTexts.ts"

/**
 * The word for a field of an entry, or for what it holds, within a sentence; a name that only the rules know stays as it is.
 *
 * **Example** (What parted two people)
 *
 * ```ts
 * import { AuditSentences } from "@timbang/language/publication"
 * AuditSentences.wordOf("decidedBy", "id") // => "ditentukan oleh"
 * AuditSentences.wordOf("skb", "id") // => "skb"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const wordOf = (name: string, language: Language): string => {
  const { fields } = VerifierTexts.texts[language]
  const found = Object.hasOwn(fields, name) ? fields[name]! : undefined
  return found === undefined ? name : /^[A-Z]{2}/.test(found) ? found : `${found[0]!.toLowerCase()}${found.slice(1)}`
}

const faultsId: Sentences<Audit.Fault> = {
  RulesMissing: ({ index }) => `catatan ${index}: ada sebelum aturan seleksi diumumkan`,
  FormationsMissing: ({ index }) => `catatan ${index}: ada sebelum formasi diumumkan`,
  RulesLate: ({ firstScore, index }) =>
    `catatan ${index}: aturan baru masuk setelah nilai pertama (catatan ${firstScore}) tanpa perubahan peraturan`,
  FormationsLate: ({ firstScore, index }) =>
    `catatan ${index}: formasi masuk setelah nilai pertama (catatan ${firstScore})`,
  RulesUnknown: ({ index, rules }) => `catatan ${index}: merujuk aturan yang tidak pernah diumumkan (${rules})`,
  RulesSuperseded: ({ change, index }) => `catatan ${index}: memakai aturan yang sudah diganti perubahan peraturan (catatan ${change})`,
  RegistrationsNotSealed: ({ index }) => `catatan ${index}: ada sebelum pendaftaran ditutup`,
  ScoresNotSealed: ({ index, session, stage }) =>
    `catatan ${index}: hasil ditetapkan sebelum nilai ${stage} sesi ${session} ditutup`,
  AfterSeal: ({ index, of, seal }) => `catatan ${index}: ditambahkan setelah ${phaseId[of]} ditutup (catatan ${seal})`,
  SealCountWrong: ({ found, index, of, sealed }) =>
    `catatan ${index}: menutup ${phaseId[of]} dengan jumlah ${sealed}, yang ada ${found}`,
  SealedTwice: ({ first, index, of }) =>
    `catatan ${index}: menutup ${phaseId[of]} untuk kedua kali (pertama: catatan ${first})`,
  EntryTwice: ({ first, index }) => `catatan ${index}: mengulang catatan ${first}`,
  RegistrationMissing: ({ index, participant }) => `catatan ${index}: peserta ${participant} tidak terdaftar`,
  ScoreAfterResults: ({ firstResult, index }) =>
    `catatan ${index}: nilai masuk setelah hasil tahap itu (catatan ${firstResult})`,
  ResultMissing: ({ index, participant }) => `catatan ${index}: hasil ditutup tanpa hasil peserta ${participant}`,
  CorrectionWithoutBasis: ({ index }) => `catatan ${index}: koreksi tanpa sanggah dan tanpa surat`,
  CorrectionOfNothing: ({ index, replaces }) =>
    `catatan ${index}: mengoreksi catatan ${replaces} yang tidak dapat dikoreksi`,
  CorrectionOfAnother: ({ index, replaces }) =>
    `catatan ${index}: mengganti catatan ${replaces} dengan milik peserta atau jenis lain`,
  ObjectionAboutNothing: ({ about, index }) =>
    `catatan ${index}: sanggah tentang catatan ${about} yang tidak dapat disanggah`,
  AnswerOfNothing: ({ about, index }) => `catatan ${index}: jawaban atas catatan ${about} yang bukan sanggah yang diajukan`,
  AnsweredTwice: ({ first, index }) => `catatan ${index}: jawaban kedua atas sanggah yang sudah dijawab (catatan ${first})`,
  AnsweredBeforeFiling: ({ filed, index, on }) => `catatan ${index}: sanggah dijawab ${on}, sebelum diajukan ${filed}`,
  AnsweredLate: ({ index, on, until }) => `catatan ${index}: sanggah dijawab ${on}, padahal paling lambat ${until}`,
  CorrectionNotAccepted: ({ index, objection }) =>
    `catatan ${index}: mengubah hasil berdasarkan sanggah (catatan ${objection}) yang ditolak atau belum dijawab`,
  EntryUnreadable: ({ because, index }) => `catatan ${index}: tidak terbaca (${say(ProofSentences.troubles.id, because)})`,
  CheckpointMissing: () => "tidak ada titik periksa yang ditandatangani",
  CheckpointRefused: ({ because, checkpoint }) => `titik periksa ke-${checkpoint + 1}: ditolak (${say(ProofSentences.troubles.id, because)})`,
  CheckpointBeyondLog: ({ checkpoint, entries, size }) =>
    `titik periksa ke-${checkpoint + 1}: menyebut ${size} catatan, yang ada ${entries}`,
  CheckpointDiffers: ({ checkpoint, size }) =>
    `titik periksa ke-${checkpoint + 1}: ${size} catatan pertama bukan yang ditandatangani`,
  OriginDiffers: ({ checkpoint, origin }) => `titik periksa ke-${checkpoint + 1}: milik catatan lain (${origin})`,
  EntriesNotSigned: ({ entries, from }) => `catatan ${from} sampai ${entries - 1}: tidak ditandatangani`,
  DocumentMissing: ({ digest, index }) => `catatan ${index}: berkas ${digest} tidak ada`,
  DocumentDiffers: ({ digest, index }) => `catatan ${index}: berkas bukan yang dicatat (${digest})`,
  FileMissing: ({ path }) => `berkas ${path}: tidak ada`,
  FileDiffers: ({ path }) => `berkas ${path}: bukan yang dihasilkan isi catatan`,
  FileUnknown: ({ path }) => `berkas ${path}: bukan bagian dari catatan`,
  Difference: ({ fact, index, published, recomputed }) =>
    `catatan ${index}: ${wordOf(fact, "id")} diumumkan ${published}, hitung ulang ${recomputed}`
}

const faultsEn: Sentences<Audit.Fault> = {
  RulesMissing: ({ index }) => `entry ${index}: stands before any rules were published`,
  FormationsMissing: ({ index }) => `entry ${index}: stands before formations were published`,
  RulesLate: ({ firstScore, index }) =>
    `entry ${index}: new rules after the first score (entry ${firstScore}) without a change of law`,
  FormationsLate: ({ firstScore, index }) => `entry ${index}: formations after the first score (entry ${firstScore})`,
  RulesUnknown: ({ index, rules }) => `entry ${index}: names rules that were never published (${rules})`,
  RulesSuperseded: ({ change, index }) => `entry ${index}: by rules that a change of law has replaced (entry ${change})`,
  RegistrationsNotSealed: ({ index }) => `entry ${index}: stands before registrations were sealed`,
  ScoresNotSealed: ({ index, session, stage }) =>
    `entry ${index}: a result before the scores of ${stage}, session ${session}, were sealed`,
  AfterSeal: ({ index, of, seal }) => `entry ${index}: added after ${of} were sealed (entry ${seal})`,
  SealCountWrong: ({ found, index, of, sealed }) =>
    `entry ${index}: seals ${of} with a count of ${sealed}, there are ${found}`,
  SealedTwice: ({ first, index, of }) => `entry ${index}: seals ${of} a second time (first: entry ${first})`,
  EntryTwice: ({ first, index }) => `entry ${index}: repeats entry ${first}`,
  RegistrationMissing: ({ index, participant }) => `entry ${index}: participant ${participant} is not registered`,
  ScoreAfterResults: ({ firstResult, index }) =>
    `entry ${index}: a score after the results of its stage (entry ${firstResult})`,
  ResultMissing: ({ index, participant }) =>
    `entry ${index}: results sealed without one for participant ${participant}`,
  CorrectionWithoutBasis: ({ index }) => `entry ${index}: a correction without objection and without letter`,
  CorrectionOfNothing: ({ index, replaces }) => `entry ${index}: corrects entry ${replaces}, which cannot be corrected`,
  CorrectionOfAnother: ({ index, replaces }) =>
    `entry ${index}: replaces entry ${replaces} by one of another participant or kind`,
  ObjectionAboutNothing: ({ about, index }) =>
    `entry ${index}: an objection about entry ${about}, which cannot be objected to`,
  AnswerOfNothing: ({ about, index }) => `entry ${index}: answers entry ${about}, which is no objection that was filed`,
  AnsweredTwice: ({ first, index }) => `entry ${index}: answers an objection a second time (first: entry ${first})`,
  AnsweredBeforeFiling: ({ filed, index, on }) => `entry ${index}: objection answered on ${on}, before it was filed on ${filed}`,
  AnsweredLate: ({ index, on, until }) => `entry ${index}: objection answered on ${on}, after its last day ${until}`,
  CorrectionNotAccepted: ({ index, objection }) =>
    `entry ${index}: changes an outcome by an objection (entry ${objection}) that was rejected or not answered yet`,
  EntryUnreadable: ({ because, index }) => `entry ${index}: unreadable (${say(ProofSentences.troubles.en, because)})`,
  CheckpointMissing: () => "there is no signed checkpoint",
  CheckpointRefused: ({ because, checkpoint }) => `checkpoint ${checkpoint + 1}: refused (${say(ProofSentences.troubles.en, because)})`,
  CheckpointBeyondLog: ({ checkpoint, entries, size }) =>
    `checkpoint ${checkpoint + 1}: counts ${counted(size, "entry", "entries")}, there are ${entries}`,
  CheckpointDiffers: ({ checkpoint, size }) =>
    `checkpoint ${checkpoint + 1}: the first ${counted(size, "entry", "entries")} are not those that were signed`,
  OriginDiffers: ({ checkpoint, origin }) => `checkpoint ${checkpoint + 1}: belongs to another log (${origin})`,
  EntriesNotSigned: ({ entries, from }) => `entries ${from} to ${entries - 1}: not signed`,
  DocumentMissing: ({ digest, index }) => `entry ${index}: the file ${digest} is missing`,
  DocumentDiffers: ({ digest, index }) => `entry ${index}: the file is not the one that was logged (${digest})`,
  FileMissing: ({ path }) => `file ${path}: is missing`,
  FileDiffers: ({ path }) => `file ${path}: is not what the entries give`,
  FileUnknown: ({ path }) => `file ${path}: is no part of the log`,
  Difference: ({ fact, index, published, recomputed }) =>
    `entry ${index}: ${wordOf(fact, "en")} published as ${published}, recomputed as ${recomputed}`
}

const phaseId = { rules: "aturan", registrations: "pendaftaran", scores: "nilai", results: "hasil" } as const

const noticesId: Sentences<Audit.Notice> = {
  SignerUnknown: () => "penanda tangan tidak diperiksa: tidak ada kunci atau kebijakan",
  DocumentsNotChecked: () => "berkas di samping catatan tidak diperiksa",
  OrderNotAttested: ({ earlier, later }) =>
    `urutan tidak dibuktikan: tidak ada titik periksa antara ${phaseId[earlier]} dan ${phaseId[later]}`
}

const noticesEn: Sentences<Audit.Notice> = {
  SignerUnknown: () => "the signer was not checked: no key and no policy",
  DocumentsNotChecked: () => "the files beside the log were not checked",
  OrderNotAttested: ({ earlier, later }) => `order not attested: no checkpoint stands between ${earlier} and ${later}`
}

/**
 * What must not be, by language.
 *
 * **Example** (A late rule)
 *
 * ```ts
 * import { AuditSentences } from "@timbang/language/publication"
 * AuditSentences.faults.en.RulesLate({ _tag: "RulesLate", index: 14, firstScore: 8 }) // => "entry 14: new rules after the first score (entry 8) without a change of law"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const faults: Readonly<Record<Language, Sentences<Audit.Fault>>> = { id: faultsId, en: faultsEn }

/**
 * What the reader has to know, by language.
 *
 * **Example** (Published in one go)
 *
 * ```ts
 * import { AuditSentences } from "@timbang/language/publication"
 * AuditSentences.notices.id.OrderNotAttested({ _tag: "OrderNotAttested", earlier: "rules", later: "scores" }) // => "urutan tidak dibuktikan: tidak ada titik periksa antara aturan dan nilai"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const notices: Readonly<Record<Language, Sentences<Audit.Notice>>> = { id: noticesId, en: noticesEn }
