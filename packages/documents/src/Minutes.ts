/**
 * The minutes: what a committee states under its signatures about a published selection.
 *
 * @since 0.1.0
 */
import { PortalTexts, type Sentences } from "@timbang/language"
import { DocumentTexts } from "@timbang/language/publication"
import * as DayWords from "./DayWords.ts"
import type { Letter } from "./Letter.ts"
import type { Block, OfficialDocument } from "./OfficialDocument.ts"
import * as Parts from "./Parts.ts"
import { countsOf, type Published } from "./Published.ts"

// --- making ---

/**
 * Makes the minutes.
 *
 * **Details**
 *
 * The day stands in words alone. What is stated: rules with their digest, the field, the seals and whether the order of
 * publication is attested, results by code, numbers that no source confirms, ties that wait, and the checkpoint in full. All
 * of the committee sign; where the letter names none, its signatory does.
 *
 * **Example** (Three signatures)
 *
 * ```ts
 * import { Letter, Minutes } from "@timbang/documents"
 * import { Specimen } from "@timbang/core/selection"
 * const published = { origin: "kota.example/cpns", size: 0, root: "", words: [], note: "", ruleSet: Specimen.ruleSet, rules: "", formations: [], results: new Map(), stage: "final", standing: { _tag: "simulasi" }, unverified: 0, isOrderAttested: true } as const
 * const { blocks } = Minutes.make(published, Letter.sample, "id")
 * blocks.findLast((block) => block._tag === "Table")?.rows.length // => 3
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const make = (published: Published, letter: Letter, language: Sentences.Language): OfficialDocument => {
  const texts = DocumentTexts.texts[language]
  const { isOrderAttested, origin, results, root, ruleSet, rules, size, unverified } = published
  const counts = countsOf(published)
  const { day, month, weekday, year } = DayWords.spelled(letter.date, language)
  const committee = letter.committee ?? [letter.signatory]
  // A round may print one code for two outcomes; each has its own line.
  const rows = new Map<string, readonly [code: string, meaning: string, people: number]>()
  for (const { entry: { code }, outcome } of [...results.values()].flat()) {
    const meaning = outcome === undefined ? "–" : PortalTexts.texts[language].outcome[outcome]
    const key = JSON.stringify([code, meaning])
    rows.set(key, [code, meaning, (rows.get(key)?.[2] ?? 0) + 1])
  }
  const blocks: ReadonlyArray<Block> = [
    { _tag: "Title", lines: [texts.minutes, `${texts.number}: ${letter.number}`, texts.about, letter.subject.toUpperCase()] },
    Parts.standing(published, texts),
    { _tag: "Paragraph", text: texts.met(weekday, day, month, year, letter.place) },
    {
      _tag: "Points",
      isNumbered: true,
      items: [
        texts.rules(ruleSet.title, ruleSet.id, rules),
        texts.field(counts),
        texts.sealed(size, origin),
        texts.order[isOrderAttested ? "attested" : "not-attested"],
        unverified === 0 ? texts.allVerified : texts.unverified(unverified),
        counts.undecided === 0 ? texts.noTies : texts.ties(counts.undecided),
        texts.checkpoint(origin, size, root)
      ]
    },
    { _tag: "Paragraph", text: texts.outcomes },
    {
      _tag: "Table",
      columns: [
        { heading: texts.heading.code, width: 0.2 },
        { heading: texts.heading.meaning, width: 0.65 },
        { heading: texts.heading.people, width: 0.15, isFigure: true }
      ],
      rows: [...rows].sort(([a], [b]) => a < b ? -1 : 1).map(([, [code, meaning, people]]) => [code, meaning, String(people)])
    },
    ...Parts.checking(published, texts),
    { _tag: "Paragraph", text: texts.closing },
    {
      _tag: "Table",
      rowHeight: 42,
      columns: [
        { heading: texts.heading.no, width: 0.08, isFigure: true },
        { heading: texts.heading.name, width: 0.34 },
        { heading: texts.heading.role, width: 0.28 },
        { heading: texts.heading.signature, width: 0.3 }
      ],
      rows: committee.map((person, at) => [`${at + 1}.`, Parts.linesOf(person).join("\n"), person.position, ""])
    }
  ]
  return { kind: "berita-acara", language, title: `${texts.minutes} ${letter.number}`, letter, mark: published, blocks }
}
