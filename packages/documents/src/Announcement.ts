/**
 * The announcement of a result: what was decided, on which basis, what comes next, and how anybody checks it.
 *
 * @since 0.1.0
 */
import { DocumentTexts } from "@timbang/language/publication"
import type { Sentences } from "@timbang/language"
import * as DayWords from "./DayWords.ts"
import type { Letter } from "./Letter.ts"
import type { Block, OfficialDocument } from "./OfficialDocument.ts"
import * as Parts from "./Parts.ts"
import { countsOf, type Published, takenOf } from "./Published.ts"

// --- making ---

/**
 * Makes the announcement.
 *
 * **Example** (Its title)
 *
 * ```ts
 * import { Announcement, Letter } from "@timbang/documents"
 * import { Specimen } from "@timbang/core/selection"
 * const published = { origin: "kota.example/cpns", size: 0, root: "", words: [], note: "", ruleSet: Specimen.ruleSet, rules: "", formations: [], results: new Map(), stage: "final", standing: { _tag: "simulasi" }, unverified: 0, isOrderAttested: true } as const
 * Announcement.make(published, Letter.sample, "id").title // => "PENGUMUMAN 800/001/PANSELDA/2026"
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const make = (published: Published, letter: Letter, language: Sentences.Language): OfficialDocument => {
  const texts = DocumentTexts.texts[language]
  const { formations, stage } = published
  const counts = countsOf(published)
  const taken = takenOf(published)
  const day = (text: string): string => DayWords.long(text, language)
  const isFinal = stage === "final" || published.ruleSet.shortlist === undefined || stage !== published.ruleSet.shortlist.exam
  const dates = (letter.dates ?? []).map(({ from, until, what }) => `${what}: ${texts.between(day(from), day(until))}`)
  const blocks: ReadonlyArray<Block> = [
    { _tag: "Title", lines: [texts.announcement, `${texts.number}: ${letter.number}`, texts.about, letter.subject.toUpperCase()] },
    Parts.standing(published, texts),
    { _tag: "Paragraph", text: texts.basis },
    { _tag: "Points", isNumbered: true, items: [...(letter.basis ?? []), ...Parts.legalBasis(published)] },
    { _tag: "Paragraph", text: (isFinal ? texts.announces : texts.goesOn)(counts, Parts.stageName(published)) },
    {
      _tag: "Table",
      columns: [
        { heading: texts.heading.formation, width: 0.16 },
        { heading: texts.heading.position, width: 0.25 },
        { heading: texts.heading.place, width: 0.25 },
        { heading: texts.heading.category, width: 0.14 },
        { heading: texts.heading.seats, width: 0.11, isFigure: true },
        { heading: texts.heading.selected, width: 0.09, isFigure: true }
      ],
      rows: formations.map(({ category, formation, location, position, seats }) =>
        [formation, position, location, category, String(seats), String(taken.get(formation) ?? 0)]
      )
    },
    { _tag: "Paragraph", text: texts.listInAnnex },
    ...(dates.length === 0 ? [] : [{ _tag: "Paragraph", text: texts.dates }, { _tag: "Points", items: dates }] as const),
    { _tag: "Paragraph", text: texts.noFee },
    ...Parts.checking(published, texts),
    Parts.signature(letter, language),
    ...Parts.copies(letter, texts)
  ]
  return { kind: "pengumuman", language, title: `${texts.announcement} ${letter.number}`, letter, mark: published, blocks }
}
