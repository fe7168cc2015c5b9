/**
 * Why a proof, a checkpoint, an entry or a policy is not accepted: what was found, and what to do.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type {
  CanonicalJson,
  Entry,
  Log,
  MerkleTree,
  ReceiptCode,
  SignedCheckpoint,
  Verification,
  WitnessPolicy
} from "@timbang/core/publication"
import type { Language, Sentences } from "../Sentences.ts"

// --- models ---

/**
 * Everything that may be wrong with what is read from or written to a log.
 *
 * @category models
 * @since 0.1.0
 */
export type Trouble =
  | Verification.Because
  | SignedCheckpoint.Refusal
  | Entry.Unreadable
  | Entry.Unwritable
  | CanonicalJson.NotCanonical
  | MerkleTree.OutsideTree
  | MerkleTree.NodeMissing
  | ReceiptCode.ReceiptTooLarge
  | ReceiptCode.ProofBroken
  | Log.EntryTooLong

// --- sentences ---

type What = Extract<Verification.Because, { readonly _tag: "ContentDiffers" }>["what"]

const listOf = (names: ReadonlyArray<string>, none: string): string => names.length === 0 ? none : names.join(", ")

const whatId: Readonly<Record<What, string>> = {
  "no-document": "entri pada tanda terima bukan entri dokumen",
  document: "panjang atau sidik berkas bukan yang dicatat",
  "no-statement": "catatan terakhirnya tidak menyatakan formasi ini",
  statement: "pernyataannya bukan yang dicatat",
  rules: "aturannya bukan yang disebut pernyataan",
  entries: "catatannya bukan yang disebut pernyataan",
  "rules-of-results": "hasilnya menyebut aturan lain"
}

const whatEn: Readonly<Record<What, string>> = {
  "no-document": "the receipt's entry logs no document",
  document: "length or digest of the file are not those that were logged",
  "no-statement": "its last entry logs no statement about the formation",
  statement: "its statement is not the one that was logged",
  rules: "its rules are not those that the statement names",
  entries: "its entries are not those that the statement names",
  "rules-of-results": "its results name other rules"
}

const id: Sentences<Trouble> = {
  PartUnknown: ({ part }) => `catatan tidak memuat komitmen atas ${part}`,
  PartDiffers: ({ part }) => `${part} dan garamnya tidak membuka komitmen pada catatan`,
  ContentDiffers: ({ what }) => whatId[what],
  WordsDiffer: () => "delapan kata itu milik titik periksa lain",
  PathDiffers: () => "isi dan jalur buktinya tidak menuju akar pada titik periksa: salah satunya telah diubah",
  ProofMalformed: ({ hashes, index, size }) =>
    `bukti berisi ${hashes} sidik tidak mungkin milik catatan ${index} dari ${size} catatan: bukti terpotong atau tempatnya diubah`,
  NotASignedNote: () => "bukan naskah bertanda tangan; ambil berkas seperti yang diterbitkan, sampai baris terakhir",
  NotACheckpoint: () => "bukan titik periksa: harus berisi nama catatan, jumlah catatan, dan akar, masing-masing sebaris",
  SignatureInvalid: ({ signer }) => `tanda tangan ${signer} bukan atas naskah ini: naskah atau tanda tangannya telah diubah`,
  LogDidNotSign: ({ origin, signers, trusted }) =>
    `titik periksa ${origin} ditandatangani ${listOf(signers, "tidak seorang pun")}, bukan dengan kunci tepercaya ${listOf(trusted, "mana pun")}; bandingkan kunci dengan pengumuman`,
  QuorumNotMet: ({ quorum, signed }) =>
    `kebijakan meminta ${quorum}, yang menandatangani: ${listOf(signed, "tidak ada saksi")}; minta titik periksa yang sudah ditandatangani saksi`,
  NotAnEntry: ({ path }) => `${path === "" ? "isinya" : path} tidak sesuai bentuk catatan; mungkin dikenal pemeriksa yang lebih baru`,
  NotCanonical: () => "bukan JSON kanonik; ambil berkas seperti yang diterbitkan, tanpa membuka lalu menyimpannya",
  NotPublishable: ({ path }) => `${path === "" ? "isinya" : path} tidak dapat diumumkan; pakai bilangan bulat atau teks`,
  OutsideTree: ({ asked, size }) => `catatan ${asked} belum ada pada titik periksa ini, yang memuat ${size} catatan; pakai titik periksa yang lebih baru`,
  NodeMissing: () => "sebagian berkas catatan tidak ada atau tidak lengkap; ambil kembali catatannya",
  ReceiptTooLarge: ({ bits, maxBits }) =>
    `tanda terima memerlukan ${bits} bit, kode QR versi 25 memuat ${maxBits}; pakai --address yang lebih pendek atau serahkan berkasnya`,
  ProofBroken: () => "bukti pada tanda terima tidak menuju titik periksanya; buat ulang dari catatan",
  EntryTooLong: ({ bytes }) => `catatan sepanjang ${bytes} bita terlalu panjang; umumkan isinya sebagai dokumen`
}

const en: Sentences<Trouble> = {
  PartUnknown: ({ part }) => `the entry commits to no part ${part}`,
  PartDiffers: ({ part }) => `${part} and its salt do not open the commitment in the entry`,
  ContentDiffers: ({ what }) => whatEn[what],
  WordsDiffer: () => "the eight words are those of another checkpoint",
  PathDiffers: () => "the entry and its path do not lead to the root of the checkpoint: one of them was changed",
  ProofMalformed: ({ hashes, index, size }) =>
    `a proof of ${hashes} hashes cannot belong to entry ${index} of ${size}: the proof was cut off or its place changed`,
  NotASignedNote: ({ message }) => message,
  NotACheckpoint: ({ message }) => message,
  SignatureInvalid: ({ message }) => message,
  LogDidNotSign: ({ message }) => message,
  QuorumNotMet: ({ message }) => message,
  NotAnEntry: ({ message }) => message,
  NotCanonical: ({ message }) => message,
  NotPublishable: ({ message }) => message,
  OutsideTree: ({ asked, size }) => `entry ${asked} is not in this checkpoint yet, which counts ${counted(size, "entry", "entries")}; take a newer one`,
  NodeMissing: ({ message }) => message,
  ReceiptTooLarge: ({ bits, maxBits }) =>
    `the receipt needs ${bits} bits, a QR code of version 25 holds ${maxBits}; name a shorter --address or hand out the file`,
  ProofBroken: ({ message }) => message,
  EntryTooLong: ({ message }) => message
}

/**
 * The sentences by language.
 *
 * **Example** (A proof that was cut off)
 *
 * ```ts
 * import { MerkleProof } from "@timbang/core/publication"
 * import { ProofSentences } from "@timbang/language/publication"
 * const cut = new MerkleProof.ProofMalformed({ index: 3, size: 8, hashes: 2 })
 * ProofSentences.troubles.en.ProofMalformed(cut) // => "a proof of 2 hashes cannot belong to entry 3 of 8: the proof was cut off or its place changed"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const troubles: Readonly<Record<Language, Sentences<Trouble>>> = { id, en }

const policyId: Readonly<Record<WitnessPolicy.Problem, (found: string) => string>> = {
  key: () => "bukan kunci pemeriksa yang utuh; salin seluruhnya",
  "log-key": () => "kunci catatan harus kunci biasa, bukan kunci saksi",
  "witness-key": (name) => `kunci saksi ${name} harus dibuat dengan key new --witness`,
  "name-taken": (name) => `nama ${name} sudah dipakai`,
  "name-unknown": (name) => `${name} belum disebut di baris sebelumnya`,
  "one-hand-twice": (name) => `kunci ${name} sudah milik saksi lain, sehingga satu tangan terhitung dua kali`,
  "member-twice": (name) => `${name} menjadi anggota dua kelompok, atau dua kali dalam satu kelompok`,
  threshold: (found) => `${found} anggota tidak mungkin dipenuhi`,
  "second-quorum": () => "quorum disebut dua kali",
  "no-log": () => "tidak ada baris log",
  "no-quorum": () => "tidak ada baris quorum; tulis quorum none bila tidak perlu saksi",
  line: () => "bukan baris log, witness, group, atau quorum"
}

const policyEn: Readonly<Record<WitnessPolicy.Problem, (found: string) => string>> = {
  key: () => "not a whole verifier key; copy all of it",
  "log-key": () => "the key of a log has to be a plain one, not that of a witness",
  "witness-key": (name) => `the key of witness ${name} has to be made by key new --witness`,
  "name-taken": (name) => `the name ${name} is taken`,
  "name-unknown": (name) => `${name} is not defined above`,
  "one-hand-twice": (name) => `${name} has the key of another witness, so that one hand would count twice`,
  "member-twice": (name) => `${name} stands in two groups, or twice in one`,
  threshold: (found) => `${found} members cannot be`,
  "second-quorum": () => "a second quorum",
  "no-log": () => "no log is named",
  "no-quorum": () => "no quorum is named; write quorum none when no witness is needed",
  line: () => "not a log, witness, group or quorum line"
}

/**
 * What is wrong with a line of a policy, by language.
 *
 * **Example** (Nobody is named)
 *
 * ```ts
 * import { ProofSentences } from "@timbang/language/publication"
 * ProofSentences.policies.en["no-log"]("") // => "no log is named"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const policies: Readonly<Record<Language, Readonly<Record<WitnessPolicy.Problem, (found: string) => string>>>> = {
  id: policyId,
  en: policyEn
}
