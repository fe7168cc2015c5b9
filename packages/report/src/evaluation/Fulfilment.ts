/**
 * Part of the evaluation report: the need before and after, services, and what would break the comparison.
 */
import type { NeedFulfilment } from "@timbang/core/evaluation"
import { Fraction, Undefined } from "@timbang/core/number"
import { type Html, html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = (fulfilment: NeedFulfilment.Fulfilment, writer: Writer): Html =>
  html`<h3>${writer.texts.headings.fulfilment}</h3>${gaps(fulfilment, writer)}${outcomes(fulfilment, writer)}${
    fulfilment.outcomes.map((one) => threats(one, writer))
  }`

const gaps = ({ cells }: NeedFulfilment.Fulfilment, { notation, people, phrases, texts }: Writer): Html =>
  Table.render({
    caption: texts.gapCaption,
    columns: Table.columns(
      texts.unit,
      texts.job,
      `#${texts.required}`,
      `#${texts.staffBefore}`,
      `#${texts.staffAfter}`,
      `#${texts.gapBefore}`,
      `#${texts.gapAfter}`,
      `#${texts.opened}`,
      `#${texts.filled}`,
      `#${texts.left}`,
      texts.verdict
    ),
    rows: cells.map((cell) => [
      cell.unit,
      cell.jobFamily,
      Fraction.compare(cell.requiredBefore, cell.requiredAfter) === 0
        ? people(cell.requiredAfter)
        : `${people(cell.requiredBefore)} / ${people(cell.requiredAfter)}`,
      notation.number(cell.staffBefore),
      notation.number(cell.staffAfter),
      people(cell.gapBefore),
      people(cell.gapAfter),
      notation.number(cell.opened),
      notation.number(cell.filled),
      notation.number(cell.left),
      cell.because === "nobody-was-lacking" ? phrases.because[cell.because] : phrases.verdict[cell.verdict]
    ]),
    source: texts.gapSource,
    empty: texts.gapEmpty
  })

const outcomes = (fulfilment: NeedFulfilment.Fulfilment, { interval, notation, phrases, texts }: Writer): Html =>
  Table.render({
    caption: texts.outcomeCaption,
    columns: Table.columns(
      texts.indicator,
      `#${texts.changeThere}`,
      texts.interval,
      `#${texts.clusters}`,
      `#${texts.probability}`,
      texts.verdict
    ),
    rows: fulfilment.outcomes.map(({ estimate, indicator, shows }) =>
      Undefined.isUndefined(estimate)
        ? [indicator, "", notation.or(estimate, () => ""), "", "", phrases.shows[shows]]
        : [
          indicator,
          notation.number(estimate.difference, 2),
          interval(estimate.interval, (value) => notation.number(value, 2)),
          `${notation.number(estimate.clusters)} (${notation.number(estimate.treatedClusters)})`,
          notation.probability(estimate.probability),
          phrases.shows[shows]
        ]
    ),
    source: texts.outcomeSource,
    empty: texts.outcomeEmpty
  })

const threats = (outcome: NeedFulfilment.JudgedOutcome, { notation, phrases, texts }: Writer): Html => {
  const figure = (value: number | undefined) =>
    value === undefined ? "" : notation.number(value, Number.isInteger(value) ? 0 : 2)
  return Table.render({
    caption: texts.threatCaption(outcome.indicator),
    columns: Table.columns(texts.threat, texts.status, `#${texts.observed}`, `#${texts.limit}`),
    rows: outcome.threats.map(({ limit, observed, status, threat }) => [
      phrases.threat[threat],
      status === "broken" ? Page.marked(phrases.threatStatus[status]) : phrases.threatStatus[status],
      figure(observed),
      figure(limit)
    ]),
    source: texts.threatSource,
    empty: texts.outcomeEmpty
  })
}
