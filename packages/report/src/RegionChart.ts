/**
 * Charts of units beside each other: a map, bars, and bars made of parts. Drawn as SVG without a script.
 *
 * @since 0.1.0
 */
import * as Plot from "@observablehq/plot"
import polylabel from "polylabel"
import type { Frame } from "./Chart.ts"
import { accent, draw, ink, widths } from "./Drawing.ts"
import type { Html } from "./Html.ts"

// --- models ---

/**
 * A unit on a map: its shape as a GeoJSON geometry, the value that shades it, and a short mark printed on it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Area {
  readonly geometry: {
    readonly type: "Polygon" | "MultiPolygon"
    readonly coordinates: ReadonlyArray<unknown>
  }
  readonly value: number
  readonly mark: string
}

/**
 * One bar, and what is printed behind its end.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bar {
  readonly label: string
  readonly value: number
  readonly note: string
}

/**
 * One part of a bar that is made of parts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  readonly label: string
  readonly part: string
  readonly value: number
}

// --- charts ---

/**
 * A map of units, darker where the value is larger. Shapes are drawn flat, which holds near the equator.
 *
 * **Details**
 *
 * The mark of each unit stands where it is widest and is the key to the table beside the map, so that the map reads
 * without colour. Rings may turn either way.
 *
 * **Example** (One square)
 *
 * ```ts
 * import { RegionChart } from "@timbang/report"
 * const geometry = { type: "Polygon", coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] } as const
 * const map = RegionChart.map([{ geometry, value: 1, mark: "1" }], { description: "one square", axis: "need", write: String })
 * map.html.includes(">1</text>") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const map = (areas: ReadonlyArray<Area>, frame: Frame): Html => {
  const features = areas.map(({ geometry, mark, value }) => ({
    type: "Feature",
    geometry,
    properties: { mark, value }
  }))
  const domain = { type: "FeatureCollection", features }
  const marks = areas.map((area) => ({ ...area, ...widest(area) }))
  const most = Math.max(...areas.map(({ value }) => value))
  const least = Math.min(...areas.map(({ value }) => value))
  const isDark = ({ value }: Area) => most > least && (value - least) / (most - least) > 0.5
  return draw(frame.description, {
    ...(frame.isNarrow === true ? { width: widths.narrow, height: 300 } : { height: 460 }),
    margin: 8,
    projection: { type: "reflect-y", domain } as unknown as Plot.ProjectionOptions,
    color: { type: "linear", range: ["#e4eff4", "#0b4a63"], domain: [least, most === least ? least + 1 : most] },
    marks: [
      Plot.geo(features as never, {
        fill: (feature: { readonly properties: Area }) => feature.properties.value,
        stroke: "white",
        strokeWidth: 1
      }),
      Plot.geo(features as never, { stroke: ink, strokeWidth: 0.5 }),
      Plot.text(marks, {
        x: "x",
        y: "y",
        text: "mark",
        fontWeight: 700,
        fontSize: 15,
        fill: (area: Area) => (isDark(area) ? "white" : ink),
        stroke: (area: Area) => (isDark(area) ? "#0b4a63" : "white"),
        strokeWidth: 3
      })
    ]
  })
}

/**
 * Bars from a common start, the longest label first in the margin, with a note behind each; on a phone both stand above the bar.
 *
 * **Example** (Two bars)
 *
 * ```ts
 * import { RegionChart } from "@timbang/report"
 * const rows = [{ label: "Tebo", value: 61, note: "3 (2 to 4)" }, { label: "Bungo", value: 64, note: "2 (1 to 3)" }]
 * RegionChart.bars(rows, { description: "two", axis: "index", write: String }).html.includes("3 (2 to 4)") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const bars = (rows: ReadonlyArray<Bar>, frame: Frame): Html =>
  draw(frame.description, {
    ...layout(rows.map(({ label }) => label), 118, frame),
    x: axis(frame),
    y: { type: "band", domain: rows.map(({ label }) => label), label: null, ...(frame.isNarrow === true ? { axis: null } : {}) },
    marks: [
      ...(frame.isNarrow === true
        ? [above(rows.map(({ label, note }) => ({ label, text: `${label}  ${note}` })))]
        : [
          Plot.axisY({ label: null, tickSize: 0 }),
          Plot.text(rows, { x: "value", y: "label", text: "note", textAnchor: "start", dx: 6, fill: ink })
        ]),
      Plot.barX(rows, { x: "value", y: "label", fill: accent, ...insets(frame) }),
      Plot.ruleX([0], { stroke: ink })
    ]
  })

/**
 * Bars made of parts, in the order of `parts`; each part has a tone of its own and stands in the legend under the chart.
 *
 * **Example** (Two parts)
 *
 * ```ts
 * import { RegionChart } from "@timbang/report"
 * const rows = [{ label: "Tebo", part: "health", value: 20 }, { label: "Tebo", part: "living", value: 30 }]
 * RegionChart.stacked(rows, ["health", "living"], { description: "two", axis: "points", write: String }).html.includes("living") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const stacked = (rows: ReadonlyArray<Part>, parts: ReadonlyArray<string>, frame: Frame): Html => {
  const labels = [...new Set(rows.map(({ label }) => label))]
  const isNarrow = frame.isNarrow === true
  const { height, ...rest } = layout(labels, isNarrow ? 12 : 24, frame)
  const lengthOf = (label: string) => rows.reduce((sum, row) => (row.label === label ? sum + row.value : sum), 0)
  const most = Math.max(...labels.map(lengthOf))
  // On a phone the legend has a line for each part, the first on top.
  const legend = parts.map((part, at) => ({ part, x: isNarrow ? 0 : (most * at) / Math.max(parts.length, 1) }))
  const higher = isNarrow ? 18 * (parts.length - 1) : 0
  const legendMarks = legend.flatMap((one, at) => {
    const place = { x: "x", frameAnchor: "top", dy: (isNarrow ? 18 * at - higher : 0) - 24 } as const
    return [
      Plot.dot([one], { ...place, dx: 6, r: 6, symbol: "square", fill: "part", stroke: ink, strokeWidth: 0.5 }),
      Plot.text([one], { ...place, dx: 18, text: "part", textAnchor: "start", fill: ink })
    ]
  })
  return draw(frame.description, {
    ...rest,
    height: height + 32 + higher,
    marginTop: 40 + higher,
    x: axis(frame),
    y: { type: "band", domain: labels, label: null, ...(isNarrow ? { axis: null } : {}) },
    color: { type: "ordinal", domain: [...parts], range: tones },
    marks: [
      isNarrow ? above(labels.map((label) => ({ label, text: label }))) : Plot.axisY({ label: null, tickSize: 0 }),
      Plot.barX(rows, { x: "value", y: "label", fill: "part", order: [...parts], stroke: "white", ...insets(frame) }),
      Plot.ruleX([0], { stroke: ink }),
      ...legendMarks
    ]
  })
}

/** Tones that stay apart without colour. */
const tones = ["#0b4a63", "#5fa3bf", "#cfe3ec", "#8a979d", "#e0b084", "#a3320b", "#f1d9c4", "#1c2b33"]

const layout = (labels: ReadonlyArray<string>, marginRight: number, { isNarrow = false }: Frame) => ({
  height: 64 + (isNarrow ? 42 : 26) * labels.length,
  marginTop: 8,
  marginBottom: 48,
  ...(isNarrow
    ? { width: widths.narrow, marginLeft: 10, marginRight: 18 }
    : { marginLeft: 20 + 7 * Math.max(...labels.map((label) => label.length), 4), marginRight })
})

/** On a phone the upper half of a bar's room belongs to its label. */
const insets = ({ isNarrow = false }: Frame) => ({ insetTop: isNarrow ? 18 : 1, insetBottom: 1 })

const above = (texts: ReadonlyArray<{ readonly label: string; readonly text: string }>): Plot.Markish =>
  Plot.text(texts, { frameAnchor: "left", y: "label", text: "text", textAnchor: "start", dx: 2, dy: -10, fill: ink })

const axis = ({ axis: label, isNarrow = false, write }: Frame): Plot.ScaleOptions => ({
  label,
  labelAnchor: "center",
  labelArrow: "none",
  labelOffset: 42,
  tickFormat: write,
  grid: true,
  ticks: isNarrow ? 4 : 6
})

/** The place farthest from every border, so that a unit with islands or around a city is marked where it is widest. */
const widest = ({ geometry: { coordinates, type } }: Area): { readonly x: number; readonly y: number } => {
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as ReadonlyArray<Parameters<typeof polylabel>[0]>
  const [[x, y]] = polygons.map((polygon) => polylabel(polygon, 0.001)).sort((a, b) => b.distance - a.distance) as [
    ReturnType<typeof polylabel>
  ]
  return { x, y }
}
