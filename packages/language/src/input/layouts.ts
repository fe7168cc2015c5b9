/**
 * Sentences for layouts of exports: how a heading was matched, and whether anybody has tried a layout.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * How a heading was matched, see `LayoutProposal.How` of source-files.
 *
 * @category models
 * @since 0.1.0
 */
export type How =
  | { readonly _tag: "Named" }
  | { readonly _tag: "Own" }
  | { readonly _tag: "OfLayout"; readonly layout: string; readonly version: number }
  | { readonly _tag: "ByCells"; readonly cells: number }
  | { readonly _tag: "Near"; readonly to: string }
  | { readonly _tag: "Taken"; readonly by: string }
  | { readonly _tag: "LeftAside"; readonly layout: string; readonly version: number }
  | { readonly _tag: "Personal" }
  | { readonly _tag: "Unmatched" }

// --- operations ---

/**
 * How a heading was matched.
 *
 * **Example** (Likeness decides nothing)
 *
 * ```ts
 * import { Layouts } from "@timbang/language"
 * Layouts.how({ _tag: "Near", to: "anggaran" }, "en") // => "comes near anggaran; NOT taken, decide with --map"
 * Layouts.how({ _tag: "Personal" }, "id") // => "data pribadi, tidak dibaca"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const how = (found: How, language: Language): string => {
  const id = language === "id"
  switch (found._tag) {
    case "Named":
      return id ? "disebut dengan --map" : "named with --map"
    case "Own":
      return id ? "judul yang dikenal Timbang" : "a header that Timbang knows"
    case "OfLayout":
      return id ? `judul pada tata letak ${found.layout} versi ${found.version}` : `a header of the layout ${found.layout}, version ${found.version}`
    case "ByCells":
      return id ? `dari isinya: ${found.cells} sel, semuanya kata yang dikenal` : `by its cells: ${found.cells} of them, all known words`
    case "Near":
      return id ? `mirip ${found.to}; TIDAK dipakai, putuskan dengan --map` : `comes near ${found.to}; NOT taken, decide with --map`
    case "Taken":
      return id ? `kolom itu sudah dari judul ${found.by}; TIDAK dipakai` : `the heading ${found.by} has that column already; NOT taken`
    case "LeftAside":
      return id ? `tidak dipakai menurut tata letak ${found.layout} versi ${found.version}` : `left aside by the layout ${found.layout}, version ${found.version}`
    case "Personal":
      return id ? "data pribadi, tidak dibaca" : "personal data, not read"
    case "Unmatched":
      return id ? "tidak ada yang cocok" : "nothing fits"
  }
}

/**
 * Whether anybody has tried a layout.
 *
 * **Example** (Nobody has)
 *
 * ```ts
 * import { Layouts } from "@timbang/language"
 * Layouts.standing([], "id") // => "belum diuji"
 * Layouts.standing([{ on: "2026-11-24", what: "49 respondents" }], "en") // => "tried on 2026-11-24: 49 respondents"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const standing = (tried: ReadonlyArray<{ readonly on: string; readonly what: string }>, language: Language): string =>
  tried.length === 0
    ? language === "id" ? "belum diuji" : "not tried on a real file"
    : tried.map(({ on, what }) => language === "id" ? `diuji ${on}: ${what}` : `tried on ${on}: ${what}`).join("; ")

/**
 * What is said below a proposed layout.
 *
 * **Example** (A word no code knows)
 *
 * ```ts
 * import { Layouts } from "@timbang/language"
 * Layouts.words("state", ["Tutup"], "en") // => "column state: no code knows \"Tutup\"; write them under columns.state.codes"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const words = (column: string, strange: ReadonlyArray<string>, language: Language): string => {
  const listed = strange.map((word) => `"${word}"`).join(", ")
  return language === "id"
    ? `kolom ${column}: tidak ada kode untuk ${listed}; tulis di bawah columns.${column}.codes`
    : `column ${column}: no code knows ${listed}; write them under columns.${column}.codes`
}

/**
 * That needed columns are missing.
 *
 * **Example** (One)
 *
 * ```ts
 * import { Layouts } from "@timbang/language"
 * Layouts.missing(["cost"], "id") // => "Kolom yang diperlukan dan belum ditemukan: cost."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const missing = (columns: ReadonlyArray<string>, language: Language): string =>
  language === "id" ? `Kolom yang diperlukan dan belum ditemukan: ${columns.join(", ")}.` : `Needed columns that were not found: ${columns.join(", ")}.`
