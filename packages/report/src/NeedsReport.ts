/**
 * The report of needs, as one self-contained HTML file: map, bars with rank intervals, contributions, need and posts with
 * their reasons, and a sheet on the quality of the data.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { NeedScore } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { Sentences } from "@timbang/language"
import { html, type Part } from "./Html.ts"
import * as Page from "./Page.ts"
import * as Claims from "./needs/Claims.ts"
import type * as Facts from "./needs/Facts.ts"
import * as Index from "./needs/Index.ts"
import * as Quality from "./needs/Quality.ts"
import * as Writer from "./needs/Writer.ts"

export type { ClaimInterval, Facts, Figure, Index, Move, Post, Quality, Shape, Voice } from "./needs/Facts.ts"

// --- rendering ---

/**
 * Renders the report: one sentence for citizens, a summary for officers, the full trace for auditors.
 *
 * **Details**
 *
 * The same facts give the same bytes. Nothing is computed here: every figure is the score's, rounded half-up in print only.
 *
 * **Example** (Nothing scored yet)
 *
 * ```ts
 * import { NeedsReport } from "@timbang/report"
 * const source = { instrument: "contoh", confidence: "host" } as const
 * const none = { units: [], sectors: [], jobFamilies: [], titles: {}, claims: [], quality: [], figures: [], notes: [], corrections: [] }
 * const about = { title: "Jambi", on: "2022-01-03", year: 2021, standing: { _tag: "simulasi" }, policy: { title: "Matriks", source } } as const
 * const facts = { ...about, ...none, scores: { units: [], claims: [], warnings: [] }, chance: { draws: 1, seed: 1, coverage: 0.9, spread: 0.25 } }
 * NeedsReport.render(facts).includes("Laporan kebutuhan pegawai") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = (facts: Facts.Facts, language: Sentences.Language = "id"): string => {
  const writer = Writer.make(facts, language)
  const { notation, texts } = writer
  return Page.render({
    language,
    title: `${texts.title}: ${facts.title}`,
    facts: [texts.ofYear(facts.year), texts.onDay(notation.day(facts.on)), facts.policy.title],
    standing: facts.standing,
    words: texts.words,
    sentence: sentence(facts, writer),
    officer: officer(facts, writer),
    auditor: auditor(facts, writer)
  })
}

interface Totals {
  readonly claim: Fraction.Fraction
  readonly workload: Fraction.Fraction
  readonly extra: Fraction.Fraction
}

const totals = ({ scores }: Facts.Facts): Totals => {
  const families = scores.units.flatMap(({ jobFamilies }) => jobFamilies)
  return {
    claim: Fraction.sum(families.map(({ claim }) => claim)),
    workload: Fraction.sum(families.map(({ workload }) => workload)),
    extra: Fraction.sum(families.map(({ extra }) => extra))
  }
}

const sentence = (facts: Facts.Facts, { notation, people, texts, titleOf }: Writer.Writer): string => {
  const { claim, extra, workload } = totals(facts)
  const [hardest] = facts.scores.units
    .flatMap(({ jobFamilies, unit }) => jobFamilies.map((family) => ({ unit, ...family })))
    .filter((one) => one.extra.numerator > 0n)
    .sort((a, b) =>
      Fraction.compare(b.pressure, a.pressure) || Fraction.compare(b.extra, a.extra) || (a.unit < b.unit ? -1 : 1)
    )
  const [first] = hardest === undefined ? [] : NeedScore.byAmount(hardest.parts)
  const most = hardest === undefined || first === undefined
    ? ""
    : texts.most(titleOf(hardest.unit), titleOf(hardest.jobFamily), titleOf(first.indicator))
  return texts.sentence(notation.number(facts.units.length), people(claim), people(workload), people(extra), most)
}

const officer = (facts: Facts.Facts, writer: Writer.Writer): Part => {
  const { texts } = writer
  return [
    Page.keyFigures(keyFigures(facts, writer)),
    facts.scores.warnings.length === 0 ? undefined : Page.points(warnings(facts, writer)),
    Index.map(facts, writer),
    facts.index === undefined ? undefined : Index.charts(facts, facts.index, writer),
    html`<h3>${texts.sectorHeading}</h3>${Claims.sectors(facts, writer)}`,
    facts.voice === undefined ? undefined : html`<h3>${texts.voiceHeading}</h3>${Claims.voice(facts, facts.voice, writer)}`,
    facts.posts === undefined || facts.posts.cells.every(({ change }) => change === undefined)
      ? undefined
      : html`<h3>${texts.changeHeading}</h3>${Claims.changes(facts, facts.posts.cells, writer)}`,
    html`<h3>${texts.qualityHeading}</h3>${Quality.summary(facts, writer)}`
  ]
}

const keyFigures = (
  facts: Facts.Facts,
  { notation, people, texts }: Writer.Writer
): ReadonlyArray<Page.KeyFigure> => {
  const { claim, extra, workload } = totals(facts)
  const { index, posts, quality, units } = facts
  const weakest = index === undefined || units.length === 0 ? undefined : index.index.indexOf(Math.min(...index.index))
  const [oldest] = [...quality].sort((a, b) => b.age - a.age)
  const flaws = (["corrected", "refused", "imputed"] as const).map((flaw) =>
    notation.number(quality.reduce((sum, one) => sum + one[flaw], 0))
  )
  return [
    { name: texts.people, figure: people(claim), note: texts.peopleNote(people(workload), people(extra)) },
    ...(posts === undefined ? [] : [{
      name: texts.posts,
      figure: notation.number(posts.seats),
      note: texts.postsNote(notation.number(posts.cells.filter(({ isOpen }) => isOpen).length))
    }]),
    ...(weakest === undefined ? [] : [{
      name: texts.worst,
      figure: units[weakest]!.title,
      note: texts.worstNote(index!.title, notation.number(index!.index[weakest]!, 1))
    }]),
    ...(oldest === undefined ? [] : [
      {
        name: texts.oldest,
        figure: notation.number(oldest.age),
        note: texts.oldestNote(
          notation.number(quality.filter(({ age }) => age === oldest.age).length),
          notation.number(quality.length)
        )
      },
      { name: texts.flaws, figure: flaws.join(" / "), note: texts.flawsNote }
    ])
  ]
}

const warnings = ({ scores }: Facts.Facts, { texts }: Writer.Writer): ReadonlyArray<Part> =>
  scores.warnings.map((source) => {
    const note = source.note === undefined ? "" : `; ${source.note}`
    return html`${Page.marked(texts.warning)}: ${LegalSource.cite(source)}${note}`
  })

const auditor = (facts: Facts.Facts, writer: Writer.Writer): Part => {
  const { headings, indexHeading } = writer.texts
  return [
    facts.index === undefined
      ? undefined
      : html`<h3>${indexHeading(facts.index.title)}</h3>${Index.table(facts, facts.index, writer)}`,
    html`<h3>${headings.claims}</h3>${Claims.claims(facts, writer)}`,
    html`<h3>${headings.quality}</h3>${Quality.notes(facts, writer)}`,
    html`<h3>${headings.figures}</h3>${Quality.figures(facts, writer)}`
  ]
}
