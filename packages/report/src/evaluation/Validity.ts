/**
 * Part of the evaluation report: the raw correlation first, corrections with their assumptions after it.
 */
import type { Evaluation, SelectionValidity } from "@timbang/core/evaluation"
import { type Html, html, type Part } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = ({ examValidity = [], validity }: Pick<Evaluation.Evaluation, "examValidity" | "validity">, writer: Writer): Html => {
  const { phrases, texts } = writer
  return html`<h3>${texts.headings.validity}</h3>${
    validity === undefined ? undefined : html`<p>${sentence(phrases.validity[validity.verdict])}</p>`
  }${table(texts.validityCaption, validity, writer)}${
    examValidity.map(({ exam, validity }) => table(texts.examCaption(exam.toUpperCase()), validity, writer))
  }`
}

const table = (caption: string, validity: SelectionValidity.Validity | undefined, writer: Writer): Html => {
  const { interval, notation, phrases, texts } = writer
  const row = (name: string, one: SelectionValidity.Estimate, assumptions: Part): ReadonlyArray<Part> => [
    name,
    notation.or(one.correlation, (r) => notation.number(r, 3)),
    interval(one.interval, (value) => notation.number(value, 3)),
    assumptions
  ]
  const rows = validity === undefined ? [] : [
    row(texts.raw("Pearson"), validity.pearson, texts.noAssumption),
    row(texts.raw("Spearman"), validity.spearman, texts.noAssumption),
    ...(validity.within === undefined ? [] : [row(texts.within(notation.number(validity.within.strata)), validity.within, texts.noAssumption)]),
    ...validity.corrected.map((one) =>
      row(phrases.correction[one.correction], one, Page.points(one.assumptions.map((name) => phrases.assumption[name])))
    )
  ]
  return Table.render({
    caption,
    columns: Table.columns(texts.measure, `#${texts.correlation}`, texts.interval, texts.assumptions),
    rows,
    source: validity === undefined
      ? ""
      : texts.validitySource(notation.number(validity.recruits), notation.number(validity.withoutPerformance)),
    empty: texts.validityEmpty
  })
}

const sentence = (phrase: string): string => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`
