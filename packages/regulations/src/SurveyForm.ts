/**
 * The nine questions of the citizens' survey (SKM), as a form asks them.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"

// --- models ---

/**
 * One question with the words of its four answers, the lowest first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Question {
  /** Element of the questionnaire, such as `U1`. */
  readonly element: string
  readonly question: Readonly<Record<"id" | "en", string>>
  readonly answers: Readonly<Record<"id" | "en", readonly [string, string, string, string]>>
}

// --- parameters ---

/**
 * On what {@link questions} rest. Not verified: a host that hands out the printed form gives its own words.
 *
 * @category parameters
 * @since 0.1.0
 */
export const source: LegalSource.LegalSource = {
  instrument: "PermenPANRB 14/2017",
  provision: "printed form of the questionnaire",
  confidence: "unverified",
  note: "Questions and words from memory; the English ones are translations of ours."
}

/**
 * The questions, by element.
 *
 * Source: PermenPANRB 14/2017, from memory, see {@link source}.
 *
 * @category parameters
 * @since 0.1.0
 */
export const questions: ReadonlyArray<Question> = [
  {
    element: "U1",
    question: { id: "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?", en: "Do the requirements fit the kind of service?" },
    answers: { id: ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"], en: ["Not at all", "Not quite", "They do", "Very well"] }
  },
  {
    element: "U2",
    question: { id: "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?", en: "How easy is the procedure of this unit?" },
    answers: { id: ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"], en: ["Not easy", "Not quite easy", "Easy", "Very easy"] }
  },
  {
    element: "U3",
    question: { id: "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?", en: "How fast is the service?" },
    answers: { id: ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"], en: ["Not fast", "Not quite fast", "Fast", "Very fast"] }
  },
  {
    element: "U4",
    question: { id: "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?", en: "How reasonable is the price of the service?" },
    answers: { id: ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"], en: ["Very dear", "Rather dear", "Cheap", "Free of charge"] }
  },
  {
    element: "U5",
    question: {
      id: "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?",
      en: "Does what you got fit what the service standard promises?"
    },
    answers: { id: ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"], en: ["Not at all", "Not quite", "It does", "Very well"] }
  },
  {
    element: "U6",
    question: { id: "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?", en: "How competent are the officers?" },
    answers: { id: ["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"], en: ["Not competent", "Not quite competent", "Competent", "Very competent"] }
  },
  {
    element: "U7",
    question: { id: "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?", en: "How polite and friendly are the officers?" },
    answers: { id: ["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"], en: ["Not at all", "Not quite", "Polite and friendly", "Very polite and friendly"] }
  },
  {
    element: "U8",
    question: { id: "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?", en: "How are complaints handled?" },
    answers: { id: ["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"], en: ["Not at all", "There is a way, and it does not work", "It works, not fully", "Handled well"] }
  },
  {
    element: "U9",
    question: { id: "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?", en: "How good are rooms and equipment?" },
    answers: { id: ["Buruk", "Cukup", "Baik", "Sangat baik"], en: ["Bad", "Fair", "Good", "Very good"] }
  }
]
