/**
 * The report of a period's performance, as one self-contained HTML file.
 *
 * @since 0.1.0
 */
import type { Sentences } from "@timbang/language"
import { html, type Part } from "./Html.ts"
import * as Page from "./Page.ts"
import * as Appraised from "./performance/Appraised.ts"
import * as Comparison from "./performance/Comparison.ts"
import * as Course from "./performance/Course.ts"
import type * as Facts from "./performance/Facts.ts"
import * as Survey from "./performance/Survey.ts"
import * as Writer from "./performance/Writer.ts"

export type { Appraised, CitizenVoice, Compared, Course, Deadlines, Facts, Funnelled, Organisation, Surveyed } from "./performance/Facts.ts"

// --- rendering ---

/**
 * Renders the report: one sentence for citizens, one page for officers, the full trace for auditors.
 *
 * **Details**
 *
 * The same facts give the same bytes. Units and officers are compared by shrunken estimates; nobody is named in the first
 * two lengths unless the policy's bar flags them.
 *
 * **Example** (A period without a survey)
 *
 * ```ts
 * import { PerformanceReport } from "@timbang/report"
 * const facts = { agency: "Kabupaten Kerinci", period: "2026", on: "2027-01-31", standing: { _tag: "simulasi" }, surveys: [], comparisons: [], funnels: [], courses: [] } as const
 * PerformanceReport.render(facts).includes("Belum ada survei kepuasan masyarakat") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = (facts: Facts.Facts, language: Sentences.Language = "id"): string => {
  const writer = Writer.make(language)
  const { notation, texts } = writer
  return Page.render({
    language,
    title: `${texts.title}: ${facts.period.replace(/\d{4}-\d{2}-\d{2}/g, notation.day)}`,
    facts: [facts.agency, texts.onDay(notation.day(facts.on))],
    standing: facts.standing,
    words: texts.words,
    sentence: facts.surveys.length === 0
      ? texts.noSurvey
      : facts.surveys.map((surveyed) => Survey.sentence(surveyed, writer)).join(" "),
    officer: officer(facts, writer),
    auditor: auditor(facts, writer)
  })
}

const officer = ({ appraised, comparisons, courses, surveys }: Facts.Facts, writer: Writer.Writer): Part => [
  surveys.length === 0 ? html`<p class="empty">${writer.texts.noSurvey}</p>` : surveys.map((surveyed) => [
    surveys.length > 1 ? html`<h3>${surveyed.service}</h3>` : undefined,
    Survey.keyFigures(surveyed, writer),
    Survey.priorities(surveyed, writer)
  ]),
  comparisons.map((compared) =>
    html`<h3>${writer.texts.compare}</h3><p>${Comparison.verdict(compared, writer)}</p>${Comparison.caterpillar(compared, writer)}`
  ),
  courses.length === 0 ? undefined : html`<h3>${writer.texts.course}</h3>${
    Page.points(courses.map((course) => Course.verdict(course, writer)))
  }`,
  appraised === undefined ? undefined : [
    html`<h3>${writer.texts.appraised}</h3>${Appraised.table(appraised, writer)}`,
    (appraised.organisations ?? []).length === 0 ? undefined : Appraised.organisations(appraised.organisations!, writer),
    appraised.deadlines === undefined ? undefined : Appraised.deadlines(appraised.deadlines, writer)
  ]
]

const auditor = ({ appraised, comparisons, contrasts, courses, funnels, parts = [], surveys }: Facts.Facts, writer: Writer.Writer): Part => {
  const { headings, methods, none } = writer.texts
  const section = (heading: string, parts: ReadonlyArray<Part>): Part =>
    html`<h3>${heading}</h3>${parts.length === 0 ? html`<p class="empty">${none}</p>` : parts}`
  return [
    section(headings.survey, [...surveys, ...parts].map((surveyed) => Survey.trace(surveyed, writer))),
    section(headings.compare, [
      ...comparisons.map((compared) => Comparison.ranks(compared, writer)),
      ...(contrasts === undefined ? [] : [Comparison.contrasts(contrasts, writer)])
    ]),
    section(
      headings.funnel,
      funnels.map((funnelled) => [Comparison.funnel(funnelled, writer), Comparison.places(funnelled, writer)])
    ),
    section(headings.course, courses.map((course) => [Course.chart(course, writer), Course.table(course, writer)])),
    appraised?.citizens === undefined ? undefined : section(headings.voices, [Appraised.citizens(appraised.citizens, writer)]),
    html`<h3>${headings.methods}</h3>${Page.points(methods)}`
  ]
}
