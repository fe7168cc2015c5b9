/**
 * Sentences for figures that are fetched from a publisher.
 *
 * @since 0.1.0
 */
import * as FigureNotes from "../input/figureNotes.ts"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Why figures cannot be fetched.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem =
  | { readonly _tag: "SourceUnavailable"; readonly source: string; readonly because: string }
  | { readonly _tag: "RequestRefused"; readonly address: string; readonly says: string }
  | ({ readonly _tag: "AnswerRefused" } & FigureNotes.AnswerRefused)

// --- operations ---

/**
 * Why figures cannot be fetched.
 *
 * **Example** (A key that the publisher does not know)
 *
 * ```ts
 * import { Fetches } from "@timbang/language"
 * Fetches.problem({ _tag: "RequestRefused", address: "list/model/th", says: "Invalid Key" }, "id") // => "list/model/th: BPS menolak permintaan ini (Invalid Key). Periksa kunci, wilayah, dan nomor variabelnya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const problem = (found: Problem, language: Language): string => {
  const id = language === "id"
  switch (found._tag) {
    case "SourceUnavailable":
      return id
        ? `${found.source}: tidak menjawab (${found.because}). Yang sudah diambil tersimpan; jalankan lagi nanti.`
        : `${found.source}: no answer (${found.because}). What was fetched is kept; run it again later.`
    case "RequestRefused":
      return id
        ? `${found.address}: BPS menolak permintaan ini (${found.says}). Periksa kunci, wilayah, dan nomor variabelnya.`
        : `${found.address}: BPS refuses this request (${found.says}). Check the key, the domain and the number of the variable.`
    case "AnswerRefused":
      return FigureNotes.answerRefused(found, language)
  }
}

/**
 * What came of one year.
 *
 * **Example** (It was there already)
 *
 * ```ts
 * import { Fetches } from "@timbang/language"
 * Fetches.line("bps-1500-624-2025.json", 11, true, "en") // => "bps-1500-624-2025.json: 11 figures, kept from before"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const line = (file: string, figures: number, isKept: boolean, language: Language): string =>
  language === "id" ? `${file}: ${figures} angka, ${isKept ? "sudah ada" : "diambil"}` : `${file}: ${figures} figures, ${isKept ? "kept from before" : "fetched"}`

/**
 * Headings of a list of variables.
 *
 * **Example** (Indonesian)
 *
 * ```ts
 * import { Fetches } from "@timbang/language"
 * Fetches.headings("id") // => ["variabel", "judul", "satuan"]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const headings = (language: Language): ReadonlyArray<string> =>
  language === "id" ? ["variabel", "judul", "satuan"] : ["variable", "title", "unit"]
