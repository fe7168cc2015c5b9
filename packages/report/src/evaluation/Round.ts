/**
 * Part of the evaluation report: how the round went and how far people trust it.
 */
import type { RoundReport } from "@timbang/core/evaluation"
import { Fraction, Undefined } from "@timbang/core/number"
import * as Chart from "../Chart.ts"
import { type Html, html, type Part } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = (report: RoundReport.Report | undefined, writer: Writer): Html => {
  const { texts } = writer
  const heading = html`<h3>${texts.headings.round}</h3>`
  if (report === undefined) return html`${heading}<p class="empty">${texts.roundEmpty}</p>`
  return html`${heading}${[stages, seats, numbers, trust].map((part) => part(report, writer))}`
}

const stages = (report: RoundReport.Report, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.stagesCaption,
    columns: Table.columns(texts.stage, texts.from, texts.until, `#${texts.days}`, `#${texts.late}`),
    rows: report.stages.map(({ days, from, late, stage, until }) => [
      stage,
      notation.day(from),
      until === undefined ? texts.goesOn : notation.day(until),
      Undefined.isUndefined(days) ? "" : notation.number(days),
      Undefined.isUndefined(late) ? "" : notation.number(late)
    ]),
    source: texts.stagesSource(notation.or(report.days, (days) => texts.inDays(notation.number(days)))),
    empty: texts.roundEmpty
  })

const seats = (report: RoundReport.Report, { notation, share, texts }: Writer): Html =>
  Table.render({
    caption: texts.seatsCaption,
    columns: Table.columns(
      texts.group,
      `#${texts.opened}`,
      `#${texts.filled}`,
      `#${texts.empty}`,
      `#${texts.resigned}`
    ),
    rows: report.seats.map(({ filled, group, opened, resigned, unfilled }) => [
      group,
      notation.number(opened),
      notation.number(filled),
      `${notation.number(unfilled.count)} (${share(unfilled.share)})`,
      notation.number(resigned)
    ]),
    source: texts.seatsSource,
    empty: texts.roundEmpty
  })

const numbers = ({ objections, receiptsVerified }: RoundReport.Report, writer: Writer): Html => {
  const { interval, notation, share, texts } = writer
  const row = (what: string, one: RoundReport.Share): ReadonlyArray<Part> => [
    what,
    texts.of(notation.number(one.count), notation.number(one.of)),
    one.of === 0 ? "" : share(one.share),
    one.of === 0 ? "" : interval(one.interval, (end) => notation.percent(end))
  ]
  const plain = (what: string, count: number): ReadonlyArray<Part> => [what, notation.number(count), "", ""]
  return Table.render({
    caption: texts.numbersCaption,
    columns: Table.columns(texts.what, `#${texts.count}`, `#${texts.share}`, texts.interval),
    rows: [
      row(texts.receipts, receiptsVerified),
      plain(texts.filed, objections.filed),
      row(texts.answered, objections.answeredInTime),
      plain(texts.answeredLate, objections.answeredLate),
      plain(texts.open, objections.open),
      row(texts.accepted, objections.accepted)
    ],
    source: texts.numbersSource,
    empty: texts.roundEmpty
  })
}

const trust = (report: RoundReport.Report, { interval, notation, phrases, share, texts }: Writer): Html => {
  const rows = report.trust.flatMap(({ agreed, question }) =>
    Undefined.isUndefined(agreed.share) || Undefined.isUndefined(agreed.interval) ? [] : [{
      label: phrases.trust[question],
      estimate: Fraction.toNumber(agreed.share),
      lower: agreed.interval.lower,
      upper: agreed.interval.upper,
      isFlagged: false
    }]
  )
  return html`${
    rows.length === 0
      ? undefined
      : Page.chart((frame) => Chart.caterpillar(rows, frame), Chart.inPercent(notation, texts.trustChart, texts.trustAxis, Math.max(...rows.map(({ upper }) => upper)) - Math.min(...rows.map(({ lower }) => lower))))
  }${
    Table.render({
      caption: texts.trustCaption,
      columns: Table.columns(texts.question, `#${texts.agree}`, `#${texts.share}`, texts.interval, `#${texts.responded}`),
      rows: report.trust.map(({ agreed, question, responded }) => [
        phrases.trust[question],
        texts.of(notation.number(agreed.count), notation.number(agreed.of)),
        share(agreed.share),
        interval(agreed.interval, (end) => notation.percent(end)),
        `${texts.of(notation.number(responded.count), notation.number(responded.of))} (${share(responded.share)})`
      ]),
      source: texts.trustSource,
      empty: texts.trustEmpty
    })
  }`
}
