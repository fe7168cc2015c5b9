/**
 * Part of the evaluation report: selection rates by group, together and within each stratum.
 */
import type { AdverseImpact, Evaluation } from "@timbang/core/evaluation"
import { Fraction, Undefined } from "@timbang/core/number"
import * as Chart from "../Chart.ts"
import { type Html, html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = (fairness: ReadonlyArray<Evaluation.Fairness> | undefined, writer: Writer): Html => {
  const { texts } = writer
  return html`<h3>${texts.headings.fairness}</h3>${
    fairness === undefined || fairness.length === 0
      ? html`<p class="empty">${texts.fairnessEmpty}</p>`
      : fairness.map(({ grouping, strata, together }) =>
        html`${chart(grouping, together, writer)}${table(texts.fairnessCaption(grouping, undefined), together, writer)}${
          [...strata].map(([stratum, one]) => table(texts.fairnessCaption(grouping, stratum), one, writer))
        }`
      )
  }`
}

const table = (caption: string, { groups, policy }: AdverseImpact.Table, writer: Writer): Html => {
  const { interval, notation, phrases, share, texts } = writer
  return Table.render({
    caption,
    columns: Table.columns(
      texts.group,
      `#${texts.selected}`,
      `#${texts.applicants}`,
      `#${texts.rate}`,
      `#${texts.ratio}`,
      texts.ratioInterval,
      `#${texts.fisher}`,
      texts.finding
    ),
    rows: groups.map((one) => [
      one.group,
      notation.number(one.selected),
      notation.number(one.applicants),
      share(one.rate),
      notation.or(one.ratio, (ratio) => notation.fraction(ratio, 3)),
      one.finding === "reference" ? "" : interval(one.ratioInterval, (value) => notation.number(value, 2)),
      one.finding === "reference" ? "" : notation.or(one.fisher, notation.probability),
      one.finding === "indication" ? Page.marked(phrases.impact[one.finding]) : phrases.impact[one.finding]
    ]),
    source: texts.fairnessSource(Fraction.format(policy.least), notation.number(policy.fewestApplicants)),
    empty: texts.fairnessEmpty
  })
}

/** A group too small to judge would stretch the axis and say nothing. */
const drawn: ReadonlySet<AdverseImpact.Finding> = new Set(["indication", "no-indication"])

const chart = (
  grouping: string,
  { groups, policy }: AdverseImpact.Table,
  { notation, texts }: Writer
): Html | undefined => {
  const rows = groups.flatMap(({ finding, group, ratio, ratioInterval }) =>
    Undefined.isUndefined(ratio) || Undefined.isUndefined(ratioInterval) || !drawn.has(finding) ? [] : [{
      label: group,
      estimate: Fraction.toNumber(ratio),
      lower: ratioInterval.lower,
      upper: ratioInterval.upper,
      isFlagged: finding === "indication"
    }]
  )
  if (rows.length === 0) return undefined
  const description = texts.fairnessChart(grouping, Fraction.format(policy.least))
  const frame = { description, axis: texts.fairnessAxis, write: (value: number) => notation.number(value, 1) }
  return Page.chart((each) => Chart.caterpillar(rows, each, Fraction.toNumber(policy.least)), frame)
}
