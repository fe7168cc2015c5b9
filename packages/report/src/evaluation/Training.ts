/**
 * Part of the evaluation report: competences beside their standards, and the training plan.
 */
import type { Evaluation, TrainingGap, TrainingPlan } from "@timbang/core/evaluation"
import { LegalSource } from "@timbang/core/law"
import { Undefined } from "@timbang/core/number"
import * as Chart from "../Chart.ts"
import { type Html, html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Writer } from "./Writer.ts"

export const render = (training: Evaluation.Evaluation["training"], writer: Writer): Html =>
  html`<h3>${writer.texts.headings.training}</h3>${gaps(training?.gaps ?? [], writer)}${
    training?.plans?.map((one) => plan(one, writer))
  }`

/** Every competence with an interval, as distance from its standard; those shown to be below are flagged. */
export const chart = (gaps: ReadonlyArray<TrainingGap.Gap>, { notation, texts }: Writer): Html | undefined => {
  const rows = gaps.flatMap(({ competence, interval, mean, skill, standard, unit }) =>
    Undefined.isUndefined(interval) || Undefined.isUndefined(mean) ? [] : [{
      label: `${unit}, ${competence}`,
      estimate: mean - standard,
      lower: interval.lower - standard,
      upper: interval.upper - standard,
      isFlagged: skill === "below"
    }]
  ).sort((a, b) => a.estimate - b.estimate)
  if (rows.length === 0) return undefined
  const below = rows.filter(({ isFlagged }) => isFlagged).length
  const description = texts.competenceChart(notation.number(below), notation.number(rows.length))
  const frame = { description, axis: texts.competenceAxis, write: (value: number) => notation.number(value, 1) }
  return Page.chart((each) => Chart.caterpillar(rows, each, 0), frame)
}

const gaps = (all: ReadonlyArray<TrainingGap.Gap>, { interval, notation, phrases, texts }: Writer): Html =>
  Table.render({
    caption: texts.gapsCaption,
    columns: Table.columns(
      texts.unit,
      texts.job,
      texts.skill,
      `#${texts.people}`,
      `#${texts.mean}`,
      texts.interval,
      `#${texts.standard}`,
      texts.verdict,
      texts.staffing,
      texts.means,
      texts.advice
    ),
    rows: all.map((gap) => [
      gap.unit,
      gap.jobFamily,
      gap.competence,
      notation.number(gap.people),
      notation.or(gap.mean, (mean) => notation.number(mean, 2)),
      interval(gap.interval, (value) => notation.number(value, 2)),
      notation.number(gap.standard, 2),
      phrases.judgement[gap.skill],
      // What is lacking or not is a matter of people and means here, not of a standard.
      phrases.lack[gap.staffing],
      phrases.lack[gap.means],
      phrases.advice[gap.advice]
    ]),
    source: texts.gapsSource,
    empty: texts.gapsEmpty
  })

const plan = ({ plan: { allowance, sessions, withoutCourse }, sources, staff }: TrainingPlan.StaffPlan, { notation, texts }: Writer): Html =>
  html`${
    Table.render({
      caption: texts.planCaption(staff ?? texts.staffUnknown, notation.number(allowance.hours), texts[allowance.is]),
      columns: Table.columns(
        texts.unit,
        texts.job,
        `#${texts.year}`,
        texts.skill,
        texts.course,
        `#${texts.hours}`,
        `#${texts.people}`
      ),
      rows: sessions.map(({ competence, course, hours, jobFamily, people, unit, year }) => [
        unit,
        jobFamily,
        notation.number(year),
        competence,
        course,
        notation.number(hours),
        notation.number(people)
      ]),
      source: `${texts.planSource(sources.map(LegalSource.cite).join("; "))} ${texts.planYears[allowance.is]}`,
      empty: texts.planEmpty
    })
  }${
    withoutCourse.length === 0
      ? undefined
      : html`<p>${texts.withoutCourse(withoutCourse.map(({ competence, unit }) => `${competence} (${unit})`).join(", "))}</p>`
  }`
