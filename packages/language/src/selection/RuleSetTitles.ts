/**
 * Titles of rule sets, of their scores, steps, codes and requirements in the language asked for.
 *
 * A rule set holds its titles in Indonesian, as the regulations word them.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"
import { englishTitles } from "./ruleSetTitles.en.ts"

// --- operations ---

/**
 * A title in a language. One that a host gave its own rule set has no translation and stays as it was given; what Timbang adds
 * to a title, its scale or its weight, is said in the language all the same.
 *
 * **Example** (A score, a step that an announced test adds, and a title of a host)
 *
 * ```ts
 * import { RuleSetTitles } from "@timbang/language"
 * RuleSetTitles.of("Tes Wawasan Kebangsaan", "en") // => "National insight test (TWK)"
 * RuleSetTitles.of("Wawancara, skala 100", "en") // => "Interview, scale 100"
 * RuleSetTitles.of("Tes panjat pohon", "en") // => "Tes panjat pohon"
 * RuleSetTitles.of("Nilai akhir", "id") // => "Nilai akhir"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const of = (title: string, language: Language): string => {
  if (language === "id") return title
  if (Object.hasOwn(englishTitles, title)) return englishTitles[title]!
  const [, base, scale] = /^(.+), (skala 100|\d+%)$/.exec(title) ?? []
  return base === undefined || scale === undefined ? title : `${of(base, language)}, ${scale.replace("skala", "scale")}`
}
