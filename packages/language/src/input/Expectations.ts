/**
 * What a place of a document should hold, said from the words of its schema.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- operations ---

/**
 * What a place of a document of YAML or JSON lacks or should hold, from the words of its schema.
 *
 * **Example** (A key that is not there, and one of two words)
 *
 * ```ts
 * import { Expectations } from "@timbang/language"
 * Expectations.sentence("Missing key", "id") // => "tidak ada"
 * Expectations.sentence("Expected \"level\" | \"trend\"", "id") // => "seharusnya \"level\" atau \"trend\""
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (expected: string, language: Language): string => {
  const { any, exactly, is, known, lacking, missing, or } = words[language]
  if (expected === "Missing key") return missing
  if (expected === "Expected no excess property") return any
  const what = expected.replace(/^Expected /, "")
  const kinds = [...what.matchAll(/\{ readonly "(\w+)": ("[^"]+"), \.\.\. \}/g)]
  if (kinds.length > 0) return `${is} ${kinds[0]![1]} ${kinds.map(([, , word]) => word).join(", ")}`
  const key = /^the key (.+)$/.exec(what)
  if (key !== null) return `${any}; ${lacking} ${key[1]!.split(" | ").join(` ${or} `)}`
  const one = /^exactly one of (.+)$/.exec(what)
  if (one !== null) return `${exactly} ${one[1]!.split(" | ").join(", ")}`
  const ends = /^a value between (\S+) and (\S+)$/.exec(what)
  if (ends !== null) return `${is} ${language === "id" ? `${ends[1]} sampai ${ends[2]}` : what}`
  return `${is} ${known[what] ?? what.split(" | ").join(` ${or} `)}`
}

/**
 * What a file of YAML or JSON holds instead of keys.
 *
 * @category models
 * @since 0.1.0
 */
export type NoKeys =
  | { readonly _tag: "Empty" | "Binary" | "List" }
  | { readonly _tag: "Text" | "Table"; readonly firstLine: string }

/**
 * Why a file is no document of YAML or JSON: what was found, and what to do.
 *
 * **Example** (A table in the place of a model)
 *
 * ```ts
 * import { Expectations } from "@timbang/language"
 * Expectations.noKeys({ _tag: "Table", firstLine: "unit,claim" }, "en") // => "found a table (\"unit,claim\"), where keys and what they hold are read from YAML or JSON. Give the table with the option for tables, and here the document."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const noKeys = (found: NoKeys, language: Language): string => {
  const first = "firstLine" in found ? ` ("${found.firstLine}")` : ""
  return language === "id"
    ? `ditemukan ${{ Empty: "berkas kosong", Binary: "berkas biner", List: "daftar", Text: "teks", Table: "tabel" }[found._tag]}${first}, padahal yang dibaca kunci dan isinya dalam YAML atau JSON. ${
      found._tag === "Table" ? "Berikan tabel itu dengan pilihan untuk tabel, dan di sini dokumennya" : "Periksa apakah berkasnya yang dimaksud"}.`
    : `found ${{ Empty: "an empty file", Binary: "a binary file", List: "a list", Text: "a text", Table: "a table" }[found._tag]}${first}, where keys and what they hold are read from YAML or JSON. ${
      found._tag === "Table" ? "Give the table with the option for tables, and here the document" : "Check that this is the file you mean"}.`
}

/**
 * Said of a model without the key `needs`: the keys that it has, and what stands under the one that it lacks.
 *
 * **Example** (The model of an index alone)
 *
 * ```ts
 * import { Expectations } from "@timbang/language"
 * Expectations.needsMissing(["id", "indicators"], "en") // => "needs is missing; found id, indicators. Put what is scored (id, title, day, year, units, matrix) under the key needs; a model of an index alone is for needs index --model."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const needsMissing = (keys: ReadonlyArray<string>, language: Language): string => {
  const shown = [...keys.slice(0, 8), ...(keys.length > 8 ? ["..."] : [])].join(", ")
  return language === "id"
    ? `needs tidak ada; ditemukan ${shown}. Tulis yang dinilai (id, title, day, year, units, matrix) di bawah kunci needs; model indeks saja untuk needs index --model.`
    : `needs is missing; found ${shown}. Put what is scored (id, title, day, year, units, matrix) under the key needs; a model of an index alone is for needs index --model.`
}

const words = {
  id: {
    missing: "tidak ada",
    any: "kunci ini tidak dikenal",
    lacking: "yang diperlukan:",
    exactly: "berikan tepat satu dari",
    is: "seharusnya",
    or: "atau",
    known: {
      string: "teks",
      number: "bilangan",
      boolean: "true atau false",
      array: "daftar",
      "a valid Base64 string": "teks Base64",
      File: "daftar baris, atau file dengan text atau base64",
      object: "kunci dan isinya",
      "a calendar day, YYYY-MM-DD": "tanggal yang ada, TTTT-BB-HH",
      "a number, such as 0.25, \"0.25\" or \"1/4\"": "bilangan, seperti 0.25, \"0.25\", atau \"1/4\"",
      "a safe integer": "bilangan bulat",
      "an integer": "bilangan bulat",
      "a column that may be empty": "kolom yang boleh kosong"
    } as Readonly<Record<string, string>>
  },
  en: {
    missing: "is missing",
    any: "this key is not known",
    lacking: "needed:",
    exactly: "give exactly one of",
    is: "should be",
    or: "or",
    known: { string: "text", array: "a list", object: "keys and what they hold", File: "a list of rows, or file with text or base64" } as Readonly<Record<string, string>>
  }
}
