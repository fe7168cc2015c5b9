/**
 * Part of the performance report: the official index, and beside it how sure it is.
 */
import { LegalSource } from "@timbang/core/law"
import { Scaled, Undefined } from "@timbang/core/number"
import { type Html, html, type Part } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Surveyed } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

export const sentence = ({ service, survey }: Surveyed, { notation, texts }: Writer): string =>
  texts.sentence(
    service,
    notation.number(survey.respondents),
    published(survey, notation.number),
    letterOf(survey),
    Undefined.isUndefined(survey.interval)
      ? undefined
      : notation.interval(survey.interval, (end) => notation.number(end, 1))
  )

export const keyFigures = ({ survey }: Surveyed, { notation, texts }: Writer): Html => {
  const { quality } = survey
  const held = Undefined.isUndefined(survey.classProbabilities)
    ? undefined
    : survey.classProbabilities.find(({ label }) => label === letterOf(survey))
  return Page.keyFigures([
    { name: texts.index, figure: published(survey, notation.number), note: texts.indexNote(letterOf(survey)) },
    {
      name: texts.respondents,
      figure: notation.number(survey.respondents),
      note: texts.responseNote(notation.or(quality.responseRate, (rate) => notation.percent(rate)))
    },
    ...(held === undefined ? [] : [{
      name: texts.classHeld,
      figure: notation.chance(held.probability),
      note: texts.classNote(notation.or(survey.interval, (one) => notation.interval(one, (end) => notation.number(end, 1))))
    }]),
    ...(Undefined.isUndefined(quality.straightLinerShare)
      ? []
      : [{ name: texts.straight, figure: notation.percent(quality.straightLinerShare), note: texts.straightNote }])
  ])
}

/** The elements that stand first, by name, three places at most. */
export const priorities = ({ elementNames, survey }: Surveyed, { texts }: Writer): Html =>
  html`<h3>${texts.lowest}</h3><ol>${
    survey.official.priorities.slice(0, 3).map((place) =>
      html`<li>${place.map((id) => nameOf(id, elementNames)).join("; ")}</li>`
    )
  }</ol><p class="source">${texts.lowestSource}</p>`

export const trace = (surveyed: Surveyed, writer: Writer): Html =>
  html`${elements(surveyed, writer)}${classes(surveyed, writer)}${quality(surveyed, writer)}`

const elements = ({ elementNames, service, survey }: Surveyed, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.elementCaption(service),
    columns: Table.columns(texts.element, `#${texts.mean}`, `#${texts.missing}`),
    rows: survey.official.elements.map(({ id, mean }, at) => [
      nameOf(id, elementNames),
      notation.number(mean, 3),
      notation.number(survey.quality.missingByElement[at]?.missing ?? 0)
    ]),
    source: texts.elementSource(survey.official.weight.name, LegalSource.cite(survey.official.source)),
    empty: texts.none
  })

const classes = ({ service, survey }: Surveyed, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.classCaption(service),
    columns: Table.columns(texts.class, `#${texts.probability}`),
    rows: Undefined.isUndefined(survey.classProbabilities)
      ? []
      : survey.classProbabilities.map(({ label, probability }) => [label, notation.chance(probability)]),
    source: texts.classSource,
    empty: notation.or(survey.standardError, () => texts.none)
  })

const quality = ({ sampleSize, service, survey }: Surveyed, { notation, texts }: Writer): Html => {
  const { blank, complete, nonResponseBounds, offScale, partial, responseRate, straightLiners } = survey.quality
  const rows: ReadonlyArray<ReadonlyArray<Part>> = [
    [texts.complete, notation.number(complete)],
    [texts.partial, notation.number(partial)],
    [texts.blank, notation.number(blank)],
    [texts.offScale, notation.number(offScale)],
    [texts.straightLiners, notation.number(straightLiners)],
    ...(sampleSize === undefined ? [] : [[texts.sampleSize, notation.number(sampleSize)]]),
    [texts.responseRate, notation.or(responseRate, (rate) => notation.percent(rate))],
    [
      texts.bounds,
      notation.or(nonResponseBounds, (bounds) =>
        [bounds.lowest, bounds.highest].map((one) => notation.number(one, 2)).join(" / "))
    ],
    [texts.standardError, notation.or(survey.standardError, (error) => notation.number(error, 2))]
  ]
  return Table.render({
    caption: texts.qualityCaption(service),
    columns: Table.columns(texts.what, `#${texts.value}`),
    rows,
    source: texts.qualitySource,
    empty: texts.none
  })
}

const published = (survey: Surveyed["survey"], write: (value: number, decimals: number) => string): string =>
  write(Number(Scaled.format(survey.official.published, 2)), 2)

const letterOf = ({ official }: Surveyed["survey"]): string =>
  official.class._tag === "Classified" ? official.class.label : "-"

const nameOf = (id: string, names: Readonly<Record<string, string>>): string =>
  names[id] === undefined ? id : `${id} ${names[id]}`
