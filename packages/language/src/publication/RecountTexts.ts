/**
 * What a recount says: what was computed again, what could only be seen attested, and what came out.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Recount } from "@timbang/core/publication"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Every text of a recount in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface RecountTexts {
  readonly checked: Readonly<Record<Recount.Checked, string>>
  readonly attested: Readonly<Record<Recount.Attested, string>>
  /** The file is the logged one, and the recount says what was published. */
  readonly agrees: string
  /** The same, of a file whose signer nobody vouched for. */
  readonly agreesUnsigned: string
  readonly differs: string
  /** The file can be read, and nothing of it can be computed. */
  readonly nothing: string
  /** The text is not the whole file of a formation. */
  readonly unreadable: string
  readonly advice: Readonly<Record<"agrees" | "agreesUnsigned" | "differs" | "nothing", string>>
  readonly headings: Readonly<Record<"formation" | "checked" | "attested" | "differences" | "people", string>>
  /** What the heading of the attested counts means. */
  readonly attestedNote: string
  readonly noneAttested: string
  readonly seats: (seats: number, participants: number) => string
  readonly difference: (participant: string, fact: string, published: string, recomputed: string) => string
  /** What stands beside a participant whose result is not the recomputed one. */
  readonly mark: Readonly<Record<"same" | "differs", string>>
}

// --- texts ---

const id: RecountTexts = {
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
    filling: "kursi formasi lain yang diberikan pada pengisian",
    results: "hasil yang aturannya tidak ada pada folder"
  },
  agrees: "Cocok: dihitung ulang di perangkat ini, hasilnya sama dengan yang diumumkan.",
  agreesUnsigned: "Hitungannya cocok, tetapi belum diketahui siapa yang menandatangani berkas ini.",
  differs: "TIDAK cocok: hasil yang diumumkan berbeda dari hitung ulang.",
  nothing: "Tidak ada yang dapat dihitung ulang dari berkas ini.",
  unreadable: "Tidak ada yang dapat diperiksa: berkas formasi ini rusak atau tidak lengkap. Unduh ulang.",
  advice: {
    agrees:
      "Nilai, ambang batas, urutan, dan kode setiap peserta formasi ini dihitung ulang dari aturan yang diumumkan. Yang bergantung pada data pribadi tidak dapat dihitung orang lain; jumlahnya disebut di rincian.",
    agreesUnsigned: "Masukkan kunci, kebijakan, atau delapan kata dari pengumuman resmi untuk memastikan siapa yang menandatangani.",
    differs: "Bawa berkas ini ke panitia dan inspektorat. Rincian menyebut peserta dan angka yang berbeda.",
    nothing: "Berkas ini tidak memuat hasil, atau aturannya dari versi lain. Gunakan halaman pemeriksa yang lebih baru."
  },
  headings: {
    formation: "Formasi",
    checked: "Yang dihitung ulang dan sama",
    attested: "Yang hanya dinyatakan panitia",
    differences: "Yang berbeda",
    people: "Langkah setiap peserta"
  },
  attestedNote: "Bagian ini bergantung pada data pribadi atau formasi lain. Angkanya diambil seperti yang diumumkan.",
  noneAttested: "Tidak ada",
  seats: (seats, participants) => `${seats} kebutuhan, ${participants} peserta`,
  difference: (participant, fact, published, recomputed) =>
    `Peserta ${participant}: ${fact} diumumkan ${published}, hitung ulang ${recomputed}`,
  mark: { same: "sama", differs: "BERBEDA" }
}

const en: RecountTexts = {
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
    filling: "seats of other formations given by filling",
    results: "results whose rules are not in the folder"
  },
  agrees: "It agrees: recounted on this device, the results are those that were published.",
  agreesUnsigned: "The recount agrees, but nobody yet knows who signed this file.",
  differs: "It does NOT agree: the published results differ from the recount.",
  nothing: "Nothing of this file can be recounted.",
  unreadable: "Nothing could be checked: this file of a formation is damaged or not complete. Download it again.",
  advice: {
    agrees:
      "Scores, minimums, order and code of every participant of this formation were computed again from the published rules. What rests on private data nobody else can compute; the details count it.",
    agreesUnsigned: "Put in the key, the policy or the eight words of the official announcement to make sure who signed.",
    differs: "Take this file to the committee and the inspectorate. The details name participants and figures that differ.",
    nothing: "The file holds no results, or its rules are of another version. Use a newer verifier page."
  },
  headings: {
    formation: "Formation",
    checked: "Computed again, and the same",
    attested: "Only attested by the committee",
    differences: "What differs",
    people: "The steps of every participant"
  },
  attestedNote: "This rests on private data or on other formations. It is taken as it was published.",
  noneAttested: "Nothing",
  seats: (seats, participants) => `${counted(seats, "seat")}, ${counted(participants, "participant")}`,
  difference: (participant, fact, published, recomputed) =>
    `Participant ${participant}: ${fact} published as ${published}, recomputed as ${recomputed}`,
  mark: { same: "same", differs: "DIFFERS" }
}

/**
 * The texts by language.
 *
 * **Example** (What a recount cannot compute)
 *
 * ```ts
 * import { RecountTexts } from "@timbang/language/publication"
 * RecountTexts.texts.en.attested["protected categories"] // => "participants of protected categories"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, RecountTexts>> = { id, en }
