/**
 * Part of the performance report: units compared fairly, in a caterpillar and a funnel.
 */
import { type ComplaintContrast, Funnel } from "@timbang/core/performance"
import { Normal } from "@timbang/core/number"
import { Measures, Outputs } from "@timbang/language"
import * as Chart from "../Chart.ts"
import type { Html } from "../Html.ts"
import * as Page from "../Page.ts"
import * as Table from "../Table.ts"
import type { Compared, Funnelled } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

export const verdict = ({ rank }: Compared, { notation }: Writer): string => Measures.flags(rank, notation.language)

/** Shrunken estimates with the interval of the level of the ranks, the highest first. */
export const caterpillar = ({ decimals, measure, rank }: Compared, { notation, texts }: Writer): Html => {
  const z = Normal.quantile((1 + rank.ranks.level) / 2)
  const rows = rank.units.map(({ id, isFlagged, shrunken }) => ({
    label: id,
    estimate: shrunken.estimate,
    lower: shrunken.estimate - z * shrunken.standardError,
    upper: shrunken.estimate + z * shrunken.standardError,
    isFlagged
  })).sort((a, b) => b.estimate - a.estimate || (a.label < b.label ? -1 : 1))
  const description = texts.caterpillar(measure)
  const frame = { description, axis: measure, write: (value: number) => notation.number(value, decimals) }
  return Page.chart((each) => Chart.caterpillar(rows, each, rank.heterogeneity.mean), frame)
}

export const ranks = ({ decimals, measure, rank }: Compared, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.rankCaption(measure),
    columns: Table.columns(
      texts.subject,
      `#${texts.raw}`,
      `#${texts.shrunken}`,
      `#${texts.ranks}`,
      `#${texts.inTail}`,
      texts.flag
    ),
    rows: rank.units.map(({ id, isFlagged, probabilityInTail, ranks, raw, shrunken }) => [
      id,
      notation.number(raw, decimals),
      notation.number(shrunken.estimate, decimals),
      `${notation.number(ranks.lower)}-${notation.number(ranks.upper)}`,
      notation.chance(probabilityInTail),
      isFlagged ? Page.marked(texts.isFlagged) : texts.notFlagged
    ]),
    source: texts.rankSource(
      rank.heterogeneity.method,
      notation.percent(rank.heterogeneity.heterogeneity, 0),
      notation.percent(rank.policy.bar, 0)
    ),
    empty: texts.none
  })

export const funnel = ({ funnel, measure }: Funnelled, { notation, texts }: Writer): Html => {
  const points = funnel.units.map(({ id, place, share, whole }) => ({
    label: id,
    size: whole,
    share,
    isOutside: place !== "inside"
  }))
  const outside = points.filter(({ isOutside }) => isOutside).length
  const description = texts.funnelText(measure, notation.number(outside), notation.number(points.length))
  const most = Math.max(...points.map(({ size }) => size))
  const least = Math.min(...points.map(({ size }) => size))
  const step = Math.max(1, Math.round((most - least) / 120))
  const sizes = Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => least + at * step)
  const limits = sizes.map((size) => ({ size, ...Funnel.limits(funnel.target, size, funnel.outside) }))
  const frame = Chart.inPercent(notation, description, measure, Math.max(...points.map(({ share }) => share), ...limits.map(({ upper }) => upper)))
  return Page.chart((each) => Chart.funnel(points, limits, funnel.target, each, { axis: texts.funnelSize, write: (size) => notation.number(size) }), frame)
}

/** What complaints say beside the survey; contradictions are marked. */
export const contrasts = (found: ReadonlyArray<ComplaintContrast.Contrast>, { notation, texts }: Writer): Html => {
  const say = Outputs.phrases(notation.language)
  return Table.render({
    caption: texts.contrastCaption,
    columns: Table.columns(texts.subject, say.inSurvey, say.inComplaints, `#${say.complaintShare}`, say.reading),
    rows: found.map(({ complaintShare, complaints, id, interval, reading, survey }) => [
      id,
      say.sides[survey],
      say.sides[complaints],
      `${notation.percent(complaintShare)} (${notation.interval(interval, (end) => notation.percent(end))})`,
      reading === "gap" ? Page.marked(say.readings[reading]) : say.readings[reading]
    ]),
    source: texts.contrastSource,
    empty: texts.none
  })
}

export const places = ({ funnel, measure }: Funnelled, { notation, texts }: Writer): Html =>
  Table.render({
    caption: texts.funnelCaption(measure),
    columns: Table.columns(texts.subject, `#${texts.part}`, `#${texts.share}`, `#${texts.limits}`, texts.place),
    rows: funnel.units.map(({ id, limits, part, place, share, whole }) => [
      id,
      `${notation.number(part)} / ${notation.number(whole)}`,
      notation.percent(share),
      notation.interval({ ...limits, level: 1 - funnel.outside, method: "normal" }, (end) => notation.percent(end)),
      place === "inside" ? texts.places[place] : Page.marked(texts.places[place])
    ]),
    source: texts.funnelSource(notation.number(funnel.outside, 3)),
    empty: texts.none
  })
