/**
 * Part of the report of needs: map, bars with rank intervals, and what the index of each unit is made of.
 */
import { type Html, html, type Part } from "../Html.ts"
import * as Page from "../Page.ts"
import * as RegionChart from "../RegionChart.ts"
import * as Table from "../Table.ts"
import type { Facts, Index } from "./Facts.ts"
import type { Writer } from "./Writer.ts"

interface Row {
  readonly unit: string
  readonly label: string
  readonly index: number
  readonly rank: string
  readonly interval: string
  readonly contributions: ReadonlyArray<number>
}

/** From the weakest unit up; equals by name. */
const rowsOf = (
  { units }: Facts,
  { contributions, index, intervals, ranks, scale }: Index,
  { range }: Writer
): ReadonlyArray<Row> =>
  units.map(({ id, title }, at) => {
    const { high, low } = intervals.units[at]!
    return {
      unit: id,
      label: title,
      index: index[at]!,
      rank: String(ranks[at]!),
      interval: range(low, high, 0),
      contributions: contributions[at]!.map((part) => part * scale)
    }
  }).sort((a, b) => a.index - b.index || (a.label < b.label ? -1 : 1))

/** The map, when the shapes are known. */
export const map = (facts: Facts, writer: Writer): Html | undefined => {
  const { index, map } = facts
  if (index === undefined || map === undefined || map.shapes.length === 0) return undefined
  const { notation, texts } = writer
  const rows = rowsOf(facts, index, writer)
  const areas = map.shapes.flatMap(({ geometry, unit }) => {
    const row = rows.find((one) => one.unit === unit)
    return row === undefined ? [] : [{ geometry, value: -row.index, mark: row.rank }]
  })
  const end = ({ index, label }: Row) => `${label} (${notation.number(index, 1)})`
  const description = texts.mapChart(index.title, end(rows[0]!), end(rows.at(-1)!))
  const frame = { description, axis: index.title, write: String }
  return html`<h3>${texts.mapHeading}</h3>${
    Page.chart((each) => RegionChart.map(areas, each), frame, `${description} ${texts.mapSource(map.source)}`)
  }`
}

/** Bars with rank intervals, and bars made of parts. */
export const charts = (facts: Facts, index: Index, writer: Writer): Part => {
  const { notation, texts } = writer
  const rows = rowsOf(facts, index, writer)
  const write = (value: number) => notation.number(value, Number.isInteger(value) ? 0 : 1)
  const { coverage, draws } = index.intervals
  const said = texts.barsChart(index.title, notation.percent(coverage, 0), notation.number(draws))
  const made = index.mean === "geometric" ? texts.partsLogChart(index.title) : texts.partsChart(index.title)
  return html`<h3>${texts.indexHeading(index.title)}</h3>${
    Page.chart(
      (frame) =>
        RegionChart.bars(
          rows.map(({ index: value, interval, label, rank }) => ({
            label,
            value,
            note: `${write(value)}: ${rank} (${interval})`
          })),
          frame
        ),
      { description: said, axis: texts.indexAxis(index.title), write }
    )
  }${
    Page.chart(
      (frame) =>
        RegionChart.stacked(
          rows.flatMap(({ contributions, label }) =>
            contributions.map((value, at) => ({ label, value, part: index.groups[at]! }))
          ),
          index.groups,
          frame
        ),
      { description: made, axis: texts.partsAxis, write }
    )
  }`
}

/** Every figure of the charts. */
export const table = (facts: Facts, index: Index, writer: Writer): Html => {
  const { notation, texts } = writer
  const { coverage, draws, inputs, seed } = index.intervals
  return Table.render({
    caption: texts.indexTable(index.title),
    columns: Table.columns(
      texts.unit,
      `#${texts.index}`,
      `#${texts.rank}`,
      `#${texts.interval}`,
      ...index.groups.map((group) => `#${group}`)
    ),
    rows: rowsOf(facts, index, writer).map(({ contributions, index: value, interval, label, rank }) => [
      label,
      notation.number(value, 2),
      rank,
      interval,
      ...contributions.map((part) => notation.number(part, 2))
    ]),
    source: texts.indexSource(
      notation.number(inputs.length),
      notation.percent(facts.chance.spread, 0),
      notation.number(draws),
      String(seed),
      notation.percent(coverage, 0)
    ),
    empty: texts.empty
  })
}
