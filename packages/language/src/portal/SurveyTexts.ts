/**
 * What the page of the citizens' survey says, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The texts of the page.
 *
 * @category models
 * @since 0.1.0
 */
export interface SurveyTexts {
  readonly title: string
  readonly lead: string
  readonly token: string
  readonly tokenHint: string
  readonly service: string
  readonly question: (at: number, of: number) => string
  readonly button: string
  readonly thanks: string
  readonly thanksNote: string
  readonly next: string
  /** After a number of answers that are kept on the device. */
  readonly waiting: string
  /** After a number of answers that were kept on the device and then refused. */
  readonly refusedLater: string
  /** There is no connection, and what was filled in could not be taken in later either. */
  readonly incomplete: string
  readonly fault: Readonly<Record<"token" | "used" | "nothing" | "service", string>>
}

const id: SurveyTexts = {
  title: "Survei kepuasan masyarakat",
  lead: "Sembilan pertanyaan tentang layanan yang baru Anda terima. Nama tidak ditanyakan, dan jawaban tidak dapat ditelusuri kepada Anda. Pertanyaan boleh dilewati.",
  token: "Kode pada slip",
  tokenHint: "Satu slip untuk satu jawaban. Siapa yang menerima slip tidak dicatat.",
  service: "Layanan yang diterima",
  question: (at, of) => `Pertanyaan ${at} dari ${of}`,
  button: "Kirim jawaban",
  thanks: "Terima kasih. Jawaban Anda sudah tercatat.",
  thanksNote: "Slip ini sudah terpakai.",
  next: "Isi untuk orang berikutnya",
  waiting: "jawaban disimpan di perangkat ini dan dikirim begitu dapat.",
  refusedLater: "jawaban dari perangkat ini tidak dapat dicatat, karena kode slipnya tidak dikenal atau sudah dipakai. Isi ulang dengan slip lain.",
  incomplete: "Belum dapat dikirim sekarang. Agar jawaban dapat disimpan di perangkat ini, isi kode pada slip seluruhnya, pilih layanan, dan jawab sedikitnya satu pertanyaan.",
  fault: {
    token: "Kode pada slip tidak dikenal. Salin seluruhnya, dengan tanda hubung.",
    used: "Slip ini sudah dipakai; jawaban yang pertama yang berlaku. Mintalah slip lain untuk orang lain.",
    nothing: "Belum ada pertanyaan yang dijawab.",
    service: "Pilih layanan yang diterima."
  }
}

const en: SurveyTexts = {
  title: "Survey of satisfaction",
  lead: "Nine questions about the service you have just had. Nobody asks your name, and no answer can be traced to you. You may leave questions out.",
  token: "Code of the slip",
  tokenHint: "One slip is one answer. Who got a slip is not written down.",
  service: "Service",
  question: (at, of) => `Question ${at} of ${of}`,
  button: "Send the answers",
  thanks: "Thank you. Your answers are recorded.",
  thanksNote: "This slip is used.",
  next: "Fill in for the next person",
  waiting: "answer(s) are kept on this device and sent as soon as they can be.",
  refusedLater: "answer(s) of this device could not be recorded, since the code of the slip is not known or was used. Fill in again with another slip.",
  incomplete: "It cannot be sent now. To keep the answers on this device, fill in the whole code of the slip, choose the service, and answer one question at least.",
  fault: {
    token: "The code of the slip is not known. Copy all of it, with its hyphen.",
    used: "This slip was used already, and the first answer stands. Ask for another slip for another person.",
    nothing: "No question was answered.",
    service: "Choose the service."
  }
}

// --- constants ---

/**
 * The texts by language.
 *
 * **Example** (The heading)
 *
 * ```ts
 * import { SurveyTexts } from "@timbang/language"
 * SurveyTexts.texts.id.title // => "Survei kepuasan masyarakat"
 * ```
 *
 * @category constants
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, SurveyTexts>> = { id, en }
