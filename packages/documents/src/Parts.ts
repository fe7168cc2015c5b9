/**
 * Blocks that several documents share.
 */
import type { Entry } from "@timbang/core/publication"
import { LegalSource } from "@timbang/core/law"
import type { Sentences } from "@timbang/language"
import type { DocumentTexts } from "@timbang/language/publication"
import * as DayWords from "./DayWords.ts"
import type { Letter, Person } from "./Letter.ts"
import type { Block } from "./OfficialDocument.ts"
import type { Published } from "./Published.ts"

export const standing = ({ standing: { _tag, ...rest } }: Pick<Published, "standing">, texts: DocumentTexts.DocumentTexts): Block => {
  const letter = "letter" in rest ? rest.letter : undefined
  const named = letter === undefined ? undefined : texts.letter(letter.number, DayWords.long(letter.day, texts.language))
  return { _tag: "Paragraph", isStrong: true, text: texts.standing[_tag](named) }
}

export const legalBasis = ({ ruleSet }: Pick<Published, "ruleSet">): ReadonlyArray<string> =>
  [...new Set(ruleSet.sources.map(LegalSource.cite))]

export const stageName = ({ ruleSet, stage }: Pick<Published, "ruleSet" | "stage">): string =>
  `${stage === "final" ? "" : `${stage.toUpperCase()} `}${ruleSet.title}`

export const checking = (
  { origin, size, words }: Pick<Published, "origin" | "size" | "words">,
  texts: DocumentTexts.DocumentTexts
): ReadonlyArray<Block> => [
  { _tag: "Heading", text: texts.checking },
  { _tag: "Paragraph", text: texts.words(words.join(" "), origin, size) },
  { _tag: "Paragraph", text: `${texts.unchanged} ${texts.authority}` }
]

export const signature = ({ date, place, signatory }: Letter, language: Sentences.Language): Block => ({
  _tag: "Signature",
  above: [`${place}, ${DayWords.long(date, language)}`, signatory.position],
  below: linesOf(signatory)
})

export const linesOf = ({ name, number, rank }: Person): ReadonlyArray<string> =>
  [name, rank, number].filter((line) => line !== undefined)

export const copies = ({ copies: offices = [] }: Letter, texts: DocumentTexts.DocumentTexts): ReadonlyArray<Block> =>
  offices.length === 0 ? [] : [{ _tag: "Paragraph", text: texts.copies }, { _tag: "Points", isNumbered: true, items: offices }]

/** A published figure in the notation of the language; figures carry all their decimals as text. */
export const figure = (figure: Entry.Figure | undefined, language: Sentences.Language): string =>
  figure === undefined ? "–" : language === "id" ? String(figure).replace(".", ",") : String(figure)
