/**
 * What `timbang notices` says of the messages of an outbox.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * How a message stands.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing = "Waiting" | "UnderWay" | "Sent" | "Dead"

/**
 * Why a message will not be tried again by itself.
 *
 * @category models
 * @since 0.1.0
 */
export type DeadCause = "refused" | "attempts" | "late" | "replaced" | "erased" | "no-address" | "no-text"

/**
 * Every line in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface LetterLines {
  readonly columns: readonly [key: string, about: string, standing: string, since: string, attempts: string, why: string]
  readonly standing: Readonly<Record<Standing, string>>
  readonly cause: Readonly<Record<DeadCause, string>>
  /** After so many attempts nobody knows whether the message went out. */
  readonly unsure: (count: number) => string
  readonly none: (outbox: string) => string
  readonly summary: (counts: Readonly<Record<Standing, number>>) => string
  readonly revived: (key: string) => string
  readonly notDead: (key: string, outbox: string) => string
  readonly unreadable: (stream: string, index: number, kind: string) => string
}

// --- lines ---

/**
 * The lines of each language.
 *
 * **Example** (A dead letter)
 *
 * ```ts
 * import { LetterLines } from "@timbang/language"
 * LetterLines.lines.id.cause.refused // => "alamat ditolak untuk seterusnya"
 * LetterLines.lines.en.notDead("result/26-1", "email") // => "result/26-1: no dead letter of the outbox email; see timbang notices status"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, LetterLines>> = {
  id: {
    columns: ["kunci", "tentang", "kedudukan", "sejak", "percobaan", "sebab"],
    standing: { Waiting: "menunggu", UnderWay: "sedang dikirim", Sent: "terkirim", Dead: "tidak dikirim lagi" },
    cause: {
      refused: "alamat ditolak untuk seterusnya",
      attempts: "gagal sebanyak yang diperbolehkan",
      late: "waktunya sudah lewat",
      replaced: "digantikan pesan yang lebih baru",
      erased: "data orangnya sudah dihapus",
      "no-address": "tidak ada alamat",
      "no-text": "isinya sudah tidak disimpan"
    },
    unsure: (count) => `mungkin sudah sampai, ${count} percobaan tanpa kabar`,
    none: (outbox) => `Belum ada pesan pada kotak keluar ${outbox}.`,
    summary: ({ Dead, Sent, UnderWay, Waiting }) => `${Sent} terkirim, ${Waiting + UnderWay} menunggu atau sedang dikirim, ${Dead} tidak dikirim lagi`,
    revived: (key) => `${key}: dikirim lagi seperti pesan baru`,
    notDead: (key, outbox) => `${key}: bukan pesan yang berhenti pada kotak keluar ${outbox}; lihat timbang notices status`,
    unreadable: (stream, index, kind) => `${stream}, catatan ${index}: bukan ${kind} yang dikenal versi ini; cari tahu program mana yang menulisnya`
  },
  en: {
    columns: ["key", "about", "standing", "since", "attempts", "why"],
    standing: { Waiting: "waiting", UnderWay: "under way", Sent: "sent", Dead: "dead" },
    cause: {
      refused: "the address is refused for good",
      attempts: "failed as often as it may",
      late: "its time is over",
      replaced: "a newer message took its place",
      erased: "the person's data were erased",
      "no-address": "there is no address",
      "no-text": "its text is not kept any more"
    },
    unsure: (count) => `may have arrived, no word after ${counted(count, "attempt")}`,
    none: (outbox) => `There is no message in the outbox ${outbox} yet.`,
    summary: ({ Dead, Sent, UnderWay, Waiting }) => `${Sent} sent, ${Waiting + UnderWay} waiting or under way, ${Dead} dead`,
    revived: (key) => `${key}: sent again as if it were new`,
    notDead: (key, outbox) => `${key}: no dead letter of the outbox ${outbox}; see timbang notices status`,
    unreadable: (stream, index, kind) => `${stream}, entry ${index}: no ${kind} that this version reads; find out which program wrote it`
  }
}
