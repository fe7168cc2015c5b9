/**
 * Part of the performance report: a measure over time, and the two answers in words.
 */
import { Measures } from "@timbang/language"
import * as Chart from "../Chart.ts"
import type { Html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Course } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

export const verdict = ({ answers, measure }: Course, { notation }: Writer): string =>
  `${measure}: ${Measures.chart(answers, notation.language)}`

export const chart = (course: Course, writer: Writer): Html => {
  const { notation, texts } = writer
  const points = course.chart.points.map(({ lower, measure, period, signals, upper }) => ({
    label: period,
    measure,
    lower,
    upper,
    isSignal: signals.length > 0
  }))
  const description = verdict(course, writer)
  const frame = { description, axis: course.measure, write: (value: number) => notation.number(value, course.decimals) }
  return Page.chart((each) => Chart.control(points, course.chart.centre, each, course.target), frame, `${description} ${texts.courseChart}`)
}

export const table = ({ chart, decimals, measure }: Course, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.courseCaption(measure),
    columns: Table.columns(texts.period, `#${texts.value}`, `#${texts.controlLimits}`, texts.signals),
    rows: chart.points.map(({ lower, measure, period, signals, upper }) => [
      period,
      notation.number(measure, decimals),
      notation.interval({ lower, upper, level: 0.9973, method: "normal" }, (end) => notation.number(end, decimals)),
      signals.length === 0
        ? ""
        : Page.marked(signals.map(({ side, signal }) => `${texts.signal[signal]} (${texts.side[side]})`).join("; "))
    ]),
    source: texts.courseSource(chart.kind),
    empty: texts.none
  })
