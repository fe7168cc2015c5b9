/**
 * The annex: everybody of each formation, by rank.
 *
 * @since 0.1.0
 */
import { RuleSet } from "@timbang/core/selection"
import type { Formation } from "@timbang/core/formation"
import { PortalTexts, type Sentences } from "@timbang/language"
import { DocumentTexts } from "@timbang/language/publication"
import * as DayWords from "./DayWords.ts"
import type { Letter } from "./Letter.ts"
import type { Block, OfficialDocument } from "./OfficialDocument.ts"
import * as Parts from "./Parts.ts"
import type { Published, PublishedResult } from "./Published.ts"

// --- models ---

/**
 * Names of participants, and the provision or consent by which they may be shown; without a basis no name is printed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Names {
  readonly of: ReadonlyMap<string, string>
  readonly basis: string
}

// --- making ---

/**
 * Makes the annex.
 *
 * **Details**
 *
 * Each formation has its heading and a table: rank, participant number, the name where a basis is given, the totals of the
 * stages and the final score as they were published, the code and what it means. Ranks that are equal are marked as equal.
 *
 * **Example** (Without names)
 *
 * ```ts
 * import { Annex, Letter } from "@timbang/documents"
 * import { Specimen } from "@timbang/core/selection"
 * const entry = { kind: "result", participant: "24-1", stage: "final", formation: "F1", rules: "", scores: { final: "71.426" }, code: "P/L", rank: 1, decidedBy: null } as const
 * const published = { origin: "kota.example/cpns", size: 1, root: "", words: [], note: "", ruleSet: Specimen.ruleSet, rules: "", formations: [Specimen.formation], results: new Map([["F1", [{ entry, outcome: "selected" }]]]), stage: "final", standing: { _tag: "simulasi" }, unverified: 0, isOrderAttested: true } as const
 * const { blocks } = Annex.make(published, Letter.sample, "id")
 * blocks.flatMap((block) => block._tag === "Table" ? [block.rows[0]?.slice(0, 2)] : [])[0] // => ["1", "24-1"]
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const make = (published: Published, letter: Letter, language: Sentences.Language, names?: Names): OfficialDocument => {
  const texts = DocumentTexts.texts[language]
  const { formations, results } = published
  const totals = shownScores(published)
  const blocks: ReadonlyArray<Block> = [
    {
      _tag: "Title",
      lines: [texts.annex, `${texts.number}: ${letter.number}`, `${texts.date}: ${DayWords.long(letter.date, language)}`, letter.subject.toUpperCase()]
    },
    Parts.standing(published, texts),
    ...(names === undefined ? [] : [{ _tag: "Paragraph", text: texts.namesBy(names.basis) }] as const),
    ...formations.flatMap((formation) => ofFormation({ formation, list: results.get(formation.formation) ?? [], totals, final: published.ruleSet.ranking.final, texts, names })),
    { _tag: "Heading", text: texts.codes },
    { _tag: "Points", items: codesIn(published) },
    ...Parts.checking(published, texts),
    Parts.signature(letter, language)
  ]
  return { kind: "lampiran", language, title: `${texts.annex} ${letter.number}`, letter, mark: published, blocks }
}

const ofFormation = ({ final, formation, list, names, texts, totals }: {
  readonly formation: Formation.Formation
  readonly list: ReadonlyArray<PublishedResult>
  readonly totals: ReadonlyArray<string>
  /** The step that is the final score. */
  readonly final: string
  readonly texts: DocumentTexts.DocumentTexts
  readonly names: Names | undefined
}): ReadonlyArray<Block> => {
  const { category, location, position, seats } = formation
  const heading: Block = {
    _tag: "Heading",
    text: `${formation.formation}: ${texts.formation(position, location)} (${category}, ${texts.seatsOf(seats)})`
  }
  if (list.length === 0) return [heading, { _tag: "Paragraph", text: texts.nobody }]
  const fixed = 0.1 + 0.2 + 0.11 * totals.length + 0.1
  const left = 1 - fixed
  return [heading, {
    _tag: "Table",
    columns: [
      { heading: texts.heading.rank, width: 0.1, isFigure: true },
      { heading: texts.heading.participant, width: 0.2 },
      ...(names === undefined ? [] : [{ heading: texts.heading.name, width: left / 2 }]),
      ...totals.map((id) => ({ heading: id === final ? texts.heading.final : id.toUpperCase(), width: 0.11, isFigure: true })),
      { heading: texts.heading.code, width: 0.1 },
      { heading: texts.heading.meaning, width: names === undefined ? left : left / 2 }
    ],
    rows: list.map(({ entry, outcome }) => [
      entry.rank === null ? "–" : `${entry.rank}${entry.decidedBy === "equal" ? ` (${texts.equal})` : ""}`,
      entry.participant,
      ...(names === undefined ? [] : [names.of.get(entry.participant) ?? "–"]),
      ...totals.map((id) => Parts.figure(entry.scores[id], texts.language)),
      entry.code,
      [
        outcome === undefined ? "–" : PortalTexts.texts[texts.language].outcome[outcome],
        ...(entry.seat === undefined ? [] : [texts.seat(entry.seat)])
      ].join("; ")
    ])
  }]
}

/** The totals of the stages and the final score, in the order of the rule set; as far as anybody has one. */
const shownScores = ({ results, ruleSet }: Published): ReadonlyArray<string> => {
  const published = new Set([...results.values()].flat().flatMap(({ entry }) => Object.keys(entry.scores)))
  return [...RuleSet.examTotals(ruleSet).map(({ total }) => total), ruleSet.ranking.final].filter((id) => published.has(id))
}

/** Every code that occurs, with its title in the rule set. */
const codesIn = ({ results, ruleSet }: Published): ReadonlyArray<string> => {
  const used = new Set([...results.values()].flat().map(({ entry }) => entry.code))
  const titled = ruleSet.codes.filter(({ code }) => used.has(code)).map(({ code, title }) => `${code}: ${title}`)
  return [...new Set(titled)]
}
