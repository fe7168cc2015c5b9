/**
 * What a place of a document should hold, said from the words of its schema.
 *
 * @since 0.1.0
 */
import type { Language } from "./Sentences.ts"

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
  const { any, is, known, missing, or } = words[language]
  if (expected === "Missing key") return missing
  if (expected === "Expected no excess property") return any
  const what = expected.replace(/^Expected /, "")
  const kinds = [...what.matchAll(/\{ readonly "(\w+)": ("[^"]+"), \.\.\. \}/g)]
  if (kinds.length > 0) return `${is} ${kinds[0]![1]} ${kinds.map(([, , word]) => word).join(", ")}`
  const ends = /^a value between (\S+) and (\S+)$/.exec(what)
  if (ends !== null) return `${is} ${language === "id" ? `${ends[1]} sampai ${ends[2]}` : what}`
  return `${is} ${known[what] ?? what.split(" | ").join(` ${or} `)}`
}

const words = {
  id: {
    missing: "tidak ada",
    any: "kunci ini tidak dikenal",
    is: "seharusnya",
    or: "atau",
    known: {
      string: "teks",
      number: "bilangan",
      boolean: "true atau false",
      array: "daftar",
      object: "kunci dan isinya",
      "a calendar day, YYYY-MM-DD": "tanggal yang ada, TTTT-BB-HH",
      "a number, such as 0.25, \"0.25\" or \"1/4\"": "bilangan, seperti 0.25, \"0.25\", atau \"1/4\"",
      "a safe integer": "bilangan bulat",
      "an integer": "bilangan bulat"
    } as Readonly<Record<string, string>>
  },
  en: {
    missing: "is missing",
    any: "this key is not known",
    is: "should be",
    or: "or",
    known: { string: "text", array: "a list", object: "keys and what they hold" } as Readonly<Record<string, string>>
  }
}
