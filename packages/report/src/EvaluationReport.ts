/**
 * The report of an evaluated round, as one self-contained HTML file.
 *
 * @since 0.1.0
 */
import type { Evaluation, NeedFulfilment, RoundReport } from "@timbang/core/evaluation"
import { Undefined } from "@timbang/core/number"
import type { Sentences } from "@timbang/language"
import * as Adjustments from "./evaluation/Adjustments.ts"
import * as Fairness from "./evaluation/Fairness.ts"
import * as Fulfilment from "./evaluation/Fulfilment.ts"
import * as Round from "./evaluation/Round.ts"
import * as Training from "./evaluation/Training.ts"
import * as Validity from "./evaluation/Validity.ts"
import * as Writer from "./evaluation/Writer.ts"
import { html, type Part } from "./Html.ts"
import * as Page from "./Page.ts"

// --- rendering ---

/**
 * Renders the report: one sentence for citizens, one page for officers, the full trace for auditors.
 *
 * **Details**
 *
 * The same evaluation gives the same bytes. Nothing is computed here: every figure is the evaluation's, rounded half-up in
 * print only.
 *
 * **Example** (A round of which nothing is known)
 *
 * ```ts
 * import { NeedFulfilment } from "@timbang/core/evaluation"
 * import { EvaluationReport } from "@timbang/report"
 * const evaluation = { round: "CPNS 2024", agency: "Kabupaten Kerinci", on: "2026-06-30", standing: { _tag: "simulasi" }, fulfilment: NeedFulfilment.judge([], []), adjustments: [] } as const
 * EvaluationReport.render(evaluation).includes("kebutuhan pegawai belum terbukti terpenuhi") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = (evaluation: Evaluation.Evaluation, language: Sentences.Language = "id"): string => {
  const writer = Writer.make(language)
  const { notation, texts } = writer
  return Page.render({
    language,
    title: `${texts.title}: ${evaluation.round}`,
    facts: [evaluation.agency, texts.onDay(notation.day(evaluation.on))],
    standing: evaluation.standing,
    words: texts.words,
    sentence: sentence(evaluation, writer),
    officer: officer(evaluation, writer),
    auditor: auditor(evaluation, writer)
  })
}

/**
 * The sentence for citizens alone, without a page.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { NeedFulfilment } from "@timbang/core/evaluation"
 * import { EvaluationReport } from "@timbang/report"
 * const evaluation = { round: "CPNS 2024", agency: "Kerinci", on: "2026-06-30", standing: { _tag: "simulasi" }, fulfilment: NeedFulfilment.judge([], []), adjustments: [] } as const
 * EvaluationReport.oneSentence(evaluation, "en").startsWith("Recruitment CPNS 2024 in Kerinci") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const oneSentence = (evaluation: Evaluation.Evaluation, language: Sentences.Language = "id"): string =>
  sentence(evaluation, Writer.make(language))

const sentence = ({ agency, fulfilment, round }: Evaluation.Evaluation, writer: Writer.Writer): string =>
  writer.texts.sentence(
    round,
    agency,
    writer.phrases.verdict[fulfilment.verdict],
    writer.people(fulfilment.lackingBefore),
    writer.people(fulfilment.lackingAfter),
    services(fulfilment.outcomes, writer)
  )

const services = (
  outcomes: ReadonlyArray<NeedFulfilment.JudgedOutcome>,
  { notation, phrases, texts }: Writer.Writer
): string => {
  if (outcomes.length === 0) return phrases.because["no-outcome-measured"]
  const [improved, worsened] = (["improved", "worsened"] as const).map((side) =>
    outcomes.filter(({ shows }) => shows === side).length
  ) as [number, number]
  return texts.services(
    notation.number(outcomes.length),
    notation.number(improved),
    worsened === 0 ? undefined : notation.number(worsened)
  )
}

const officer = (evaluation: Evaluation.Evaluation, writer: Writer.Writer): Part => {
  const { adjustments, fulfilment, report, training } = evaluation
  const { people, phrases, texts } = writer
  return [
    Page.keyFigures([
      {
        name: texts.lacking,
        figure: people(fulfilment.lackingAfter),
        note: texts.lackingNote(people(fulfilment.lackingBefore))
      },
      ...(report === undefined ? [] : roundFigures(report, writer))
    ]),
    html`<h3>${texts.why}</h3>${Page.points(fulfilment.because.map((one) => phrases.because[one]))}`,
    fulfilment.outcomes.length === 0
      ? undefined
      : html`<h3>${texts.caution}</h3>${Page.points(cautions(fulfilment, writer)) ?? html`<p>${texts.cautionNone}</p>`}`,
    training === undefined ? undefined : html`<h3>${texts.competence}</h3>${Training.chart(training.gaps, writer)}`,
    Adjustments.table(adjustments, writer)
  ]
}

const roundFigures = (report: RoundReport.Report, writer: Writer.Writer): ReadonlyArray<Page.KeyFigure> => {
  const { notation, share, texts } = writer
  const { answeredInTime } = report.objections
  return [
    {
      name: texts.unfilled,
      figure: share(report.unfilled.share),
      note: texts.of(notation.number(report.unfilled.count), notation.number(report.unfilled.of))
    },
    {
      name: texts.cost,
      figure: notation.or(report.costPerFilledSeat, notation.rupiah),
      note: texts.costNote(notation.rupiah(report.cost))
    },
    ...(Undefined.isUndefined(report.personnelAfter)
      ? []
      : [{
        name: texts.personnel,
        figure: share(report.personnelAfter),
        note: texts.personnelNote(share(report.personnelBefore))
      }]),
    ...(answeredInTime.of === 0 ? [] : [{
      name: texts.inTime,
      figure: share(answeredInTime.share),
      note: texts.of(notation.number(answeredInTime.count), notation.number(answeredInTime.of))
    }])
  ]
}

/** What was found, and what nobody checked; what was checked and not found stands in the trace. */
const cautions = (fulfilment: NeedFulfilment.Fulfilment, { phrases }: Writer.Writer): ReadonlyArray<Part> =>
  fulfilment.outcomes.flatMap(({ indicator, threats }) =>
    (["broken", "not-checked"] as const).flatMap((status) => {
      const names = threats.filter((one) => one.status === status).map(({ threat }) => phrases.threat[threat])
      const word = phrases.threatStatus[status]
      const mark = status === "broken" ? Page.marked(word) : word
      return names.length === 0 ? [] : [html`${indicator}, ${mark}: ${names.join("; ")}`]
    })
  )

const auditor = (evaluation: Evaluation.Evaluation, writer: Writer.Writer): Part => [
  Fulfilment.render(evaluation.fulfilment, writer),
  Validity.render(evaluation, writer),
  Fairness.render(evaluation.fairness, writer),
  Training.render(evaluation.training, writer),
  Round.render(evaluation.report, writer),
  Adjustments.render(evaluation.adjustments, writer),
  html`<h3>${writer.texts.headings.methods}</h3>${Page.points(writer.texts.methods)}`
]
