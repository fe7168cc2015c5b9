/**
 * What the pages of proposals say, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Proposal } from "@timbang/core/needs"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * A field of the form.
 *
 * @category models
 * @since 0.1.0
 */
export type Field = "token" | "channel" | "problem" | "kind" | "volume" | "unit" | "budget" | "service"

/**
 * The texts of the pages.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProposalTexts {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly fileOne: string
  readonly headings: Readonly<Record<"id" | "what" | "village" | "form" | "state", string>>
  readonly form: Readonly<Record<Proposal.Proposal["_tag"], string>>
  readonly state: Readonly<Record<"open" | "accepted" | "rejected" | "cancelled", string>>
  readonly channel: Readonly<Record<Proposal.Channel, string>>
  readonly desk: Readonly<Record<Proposal.Desk, string>>
  readonly joined: string
  readonly joinedNote: string
  readonly notJoined: string
  /** An officer joined it with another. */
  readonly joinedBy: (into: string, reason: string, day: string) => string
  /** The same as the reason of a row of `usulan.csv`. */
  readonly joinedInto: (into: string, reason: string) => string
  /** What `timbang voice desk` says once it has recorded, and of a file; the columns of its table. */
  readonly recorded: (acts: number) => string
  readonly inRow: (file: string, row: number, column: string) => string
  readonly deskHeadings: Readonly<Record<"joined" | "hidden", string>>
  readonly chain: string
  readonly noChain: string
  readonly chainHeadings: Readonly<Record<"desk" | "day" | "volume" | "budget" | "recommendation", string>>
  readonly answer: string
  readonly noAnswer: string
  readonly answered: (state: string, desk: string, day: string) => string
  readonly hidden: (reason: string, day: string) => string
  readonly filed: (day: string, proposer: string) => string
  readonly newTitle: string
  readonly newLead: string
  readonly field: Readonly<Record<Field, string>>
  readonly hint: Readonly<Record<"token" | "problem", string>>
  readonly whichForm: string
  readonly physicalOnly: string
  readonly wishOnly: string
  readonly button: string
  readonly notFiled: string
  readonly fault: Readonly<Record<"Empty" | "TooLong" | "Personal" | "NotANumber" | "Unknown" | "Answered" | "OwnProposal" | "NotJoinable", (field: string) => string>>
  readonly badToken: string
  readonly tooMany: string
  readonly used: string
}

const id: ProposalTexts = {
  title: "Usulan dan aspirasi",
  lead: "Setiap usulan tampak di sini, juga yang ditolak: apa yang diusulkan, dengan apa digabungkan, siapa yang sudah memeriksa, jawabannya, dan alasannya.",
  none: "Belum ada usulan.",
  fileOne: "Ajukan usulan atau aspirasi",
  headings: { id: "Nomor", what: "Usulan", village: "Desa atau kelurahan", form: "Bentuk", state: "Keadaan" },
  form: { PhysicalProposal: "Usulan fisik", ServiceAspiration: "Aspirasi layanan" },
  state: { open: "Belum dijawab", accepted: "Diterima", rejected: "Ditolak", cancelled: "Dibatalkan" },
  channel: { musrenbang: "Musrenbang", pokir: "Pokok pikiran DPRD", "village-fund": "Dana desa" },
  desk: { village: "Desa atau kelurahan", district: "Kecamatan", setwan: "Sekretariat DPRD", bappeda: "Bappeda", agency: "Perangkat daerah", tapd: "TAPD" },
  joined: "Digabungkan dengan",
  joinedNote: "Usulan ini meminta hal yang sama di tempat yang sama. Tidak ada yang dihapus; suaranya dihitung satu kali.",
  notJoined: "Tidak digabungkan dengan usulan lain.",
  joinedBy: (into, reason, day) => `Digabungkan ke ${into} pada ${day}: ${reason}.`,
  joinedInto: (into, reason) => `digabungkan ke ${into}: ${reason}`,
  recorded: (acts) => `${acts} keputusan tercatat.`,
  inRow: (file, row, column) => `${file}, baris ${row}, kolom ${column}`,
  deskHeadings: { joined: "Gabungan", hidden: "Disembunyikan" },
  chain: "Pemeriksaan",
  noChain: "Belum ada yang memeriksa.",
  chainHeadings: { desk: "Pemeriksa", day: "Hari", volume: "Volume", budget: "Anggaran (Rp)", recommendation: "Rekomendasi" },
  answer: "Jawaban",
  noAnswer: "Belum ada jawaban.",
  answered: (state, desk, day) => `${state} oleh ${desk}, ${day}.`,
  hidden: (reason, day) => `Isi usulan ini disembunyikan pada ${day}: ${reason}.`,
  filed: (day, proposer) => `Diajukan ${day} oleh ${proposer}.`,
  newTitle: "Ajukan usulan atau aspirasi",
  newLead: "Usulan diajukan desa, kelurahan, atau kelompok yang memegang kode. Jangan menulis nama, NIK, atau nomor telepon siapa pun: usulan dapat dibaca semua orang.",
  field: {
    token: "Kode pengusul",
    channel: "Jalur",
    problem: "Apa masalahnya, dan di mana?",
    kind: "Jenis usulan, seperti pada kamus usulan",
    volume: "Volume",
    unit: "Satuan",
    budget: "Perkiraan biaya (rupiah)",
    service: "Layanan yang diminta"
  },
  hint: { token: "Dari kantor desa, kelurahan, atau Bappeda.", problem: "Paling banyak 2.000 huruf." },
  whichForm: "Bentuk",
  physicalOnly: "Hanya untuk usulan fisik",
  wishOnly: "Hanya untuk aspirasi layanan",
  button: "Ajukan",
  notFiled: "Belum ada yang tersimpan. Perbaiki ini, lalu ajukan lagi:",
  fault: {
    Empty: (field) => `${field}: belum diisi.`,
    TooLong: (field) => `${field}: terlalu panjang.`,
    Personal: (field) => `${field}: memuat sesuatu berbentuk NIK. Hapus.`,
    NotANumber: (field) => `${field}: bukan angka. Tulis angka saja, tanpa titik ribuan.`,
    Unknown: (field) => `${field}: tidak dikenal.`,
    Answered: (field) => `${field}: sudah dijawab.`,
    OwnProposal: (field) => `${field}: usulan sendiri.`,
    NotJoinable: (field) => `${field}: sudah digabungkan, atau usulan yang sama. Sebutkan usulan yang berdiri sendiri.`
  },
  badToken: "Kode pengusul tidak dikenal. Salin seluruhnya, dengan tanda hubung.",
  tooMany: "Kode ini sudah mengajukan banyak usulan hari ini. Coba lagi besok.",
  used: "Formulir ini sudah pernah dikirim dengan isi lain. Buka formulir baru."
}

const en: ProposalTexts = {
  title: "Proposals and wishes",
  lead: "Every proposal is here, refused ones too: what is asked for, what it was joined with, who looked at it, the answer and its reason.",
  none: "There is no proposal yet.",
  fileOne: "File a proposal or a wish",
  headings: { id: "Number", what: "Proposal", village: "Village", form: "Form", state: "State" },
  form: { PhysicalProposal: "Physical proposal", ServiceAspiration: "Wish for a service" },
  state: { open: "Not answered", accepted: "Accepted", rejected: "Refused", cancelled: "Cancelled" },
  channel: { musrenbang: "Planning forum (musrenbang)", pokir: "Council member (pokir)", "village-fund": "Village fund" },
  desk: { village: "Village", district: "District", setwan: "Secretariat of the council", bappeda: "Planning office (Bappeda)", agency: "Agency", tapd: "Budget team (TAPD)" },
  joined: "Joined with",
  joinedNote: "These ask for the same in the same place. None is dropped; their voice counts once.",
  notJoined: "Not joined with another proposal.",
  joinedBy: (into, reason, day) => `Joined with ${into} on ${day}: ${reason}.`,
  joinedInto: (into, reason) => `joined with ${into}: ${reason}`,
  recorded: (acts) => `${acts} decisions recorded.`,
  inRow: (file, row, column) => `${file}, row ${row}, column ${column}`,
  deskHeadings: { joined: "Joined", hidden: "Hidden" },
  chain: "Who looked at it",
  noChain: "Nobody has looked at it yet.",
  chainHeadings: { desk: "Desk", day: "Day", volume: "Volume", budget: "Amount (Rp)", recommendation: "Recommendation" },
  answer: "Answer",
  noAnswer: "There is no answer yet.",
  answered: (state, desk, day) => `${state} by ${desk}, ${day}.`,
  hidden: (reason, day) => `The words of this proposal were hidden on ${day}: ${reason}.`,
  filed: (day, proposer) => `Filed on ${day} by ${proposer}.`,
  newTitle: "File a proposal or a wish",
  newLead: "Villages and groups that hold a code file proposals. Write nobody's name, identity number or telephone: everybody reads proposals.",
  field: {
    token: "Code of the proposer",
    channel: "Channel",
    problem: "What is wrong, and where?",
    kind: "Kind, as in the dictionary of proposals",
    volume: "Volume",
    unit: "Unit of measurement",
    budget: "Estimated cost (rupiah)",
    service: "Service that is asked for"
  },
  hint: { token: "From the office of the village, or of Bappeda.", problem: "At most 2,000 characters." },
  whichForm: "Form",
  physicalOnly: "For a physical proposal only",
  wishOnly: "For a wish for a service only",
  button: "File",
  notFiled: "Nothing was recorded. Correct this and send it again:",
  fault: {
    Empty: (field) => `${field}: not filled in.`,
    TooLong: (field) => `${field}: too long.`,
    Personal: (field) => `${field}: holds what is built like a NIK. Take it out.`,
    NotANumber: (field) => `${field}: no number. Write digits only, without separators of thousands.`,
    Unknown: (field) => `${field}: not known.`,
    Answered: (field) => `${field}: answered already.`,
    OwnProposal: (field) => `${field}: your own proposal.`,
    NotJoinable: (field) => `${field}: joined already, or the same proposal. Name one that stands by itself.`
  },
  badToken: "The code of the proposer is not known. Copy all of it, with its hyphen.",
  tooMany: "This code has filed many proposals today. Try again tomorrow.",
  used: "This form was sent before with other words. Open a new one."
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { ProposalTexts } from "@timbang/language"
 * ProposalTexts.texts.en.title // => "Proposals and wishes"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, ProposalTexts>> = { id, en }
