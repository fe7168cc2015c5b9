/**
 * Part of the evaluation report: what the next needs round takes over, with the reasons.
 */
import type { NeedAdjustment } from "@timbang/core/needs"
import { Findings } from "@timbang/language"
import { type Html, html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = (adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment>, writer: Writer): Html =>
  html`<h3>${writer.texts.headings.adjustments}</h3>${table(adjustments, writer)}`

export const table = (
  adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment>,
  { notation, phrases, texts }: Writer
): Html => {
  const figure = (value: number) => notation.number(value, Number.isInteger(value) ? 0 : 2)
  return Table.render({
    caption: texts.next,
    columns: Table.columns(texts.unit, texts.job, texts.change, texts.reasons),
    rows: adjustments.map(({ change, jobFamily, reasons, unit }) => [
      unit,
      jobFamily,
      Findings.change(change, notation.language),
      Page.points(reasons.map(({ expected, finding, measuredIn, observed }) =>
        texts.reason(phrases.finding[finding], figure(observed), figure(expected), texts.unitNames[measuredIn] ?? measuredIn)
      ))
    ]),
    source: texts.nextSource,
    empty: texts.nextNone
  })
}
