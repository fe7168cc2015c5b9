/**
 * Charts as SVG: caterpillar, funnel and control chart. Drawn on the server, without a browser and without a script.
 *
 * Every chart says in words what it shows, for a screen reader; shape says what colour says.
 *
 * @since 0.1.0
 */
import * as Plot from "@observablehq/plot"
import { accent, alert, draw, faint, ink } from "./Drawing.ts"
import type { Html } from "./Html.ts"
import type { Notation } from "./Notation.ts"

// --- models ---

/**
 * One row of a caterpillar: an estimate with its interval.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly label: string
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** A flagged row is drawn filled and dark, the others hollow. */
  readonly isFlagged: boolean
}

/**
 * What all charts need.
 *
 * @category models
 * @since 0.1.0
 */
export interface Frame {
  /** What the chart shows, in one sentence; read out in its place. */
  readonly description: string
  /** What the axis measures, with its unit. */
  readonly axis: string
  /** How a figure on the axis is written. */
  readonly write: (value: number) => string
}

/**
 * A point of a funnel with the limits at its size.
 *
 * @category models
 * @since 0.1.0
 */
export interface FunnelPoint {
  readonly label: string
  readonly size: number
  readonly share: number
  readonly isOutside: boolean
}

/**
 * A point of a control chart.
 *
 * @category models
 * @since 0.1.0
 */
export interface ControlPoint {
  readonly label: string
  readonly measure: number
  readonly lower: number
  readonly upper: number
  readonly isSignal: boolean
}

/** Letters in a line of a label; longer ones go on in a second line. */
const lineOfLabel = 40

// --- charts ---

/**
 * Estimates with their intervals, one below the other, and a line to compare with.
 *
 * **Example** (Two rows)
 *
 * ```ts
 * import { Chart } from "@timbang/report"
 * const rows = [{ label: "a", estimate: 2, lower: 1, upper: 3, isFlagged: false }, { label: "b", estimate: 4, lower: 3.5, upper: 4.5, isFlagged: true }]
 * Chart.caterpillar(rows, { description: "two", axis: "mean", write: String }, 3).html.startsWith("<svg") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const caterpillar = (rows: ReadonlyArray<Row>, frame: Frame, reference?: number): Html =>
  draw(frame.description, {
    height: 76 + rows.reduce((sum, { label }) => sum + (label.length > lineOfLabel ? 36 : 24), 0),
    marginTop: 16,
    marginBottom: 48,
    marginLeft: 20 + 7 * Math.min(lineOfLabel, Math.max(...rows.map(({ label }) => label.length), 4)),
    marginRight: 24,
    x: {
      label: frame.axis,
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 42,
      tickFormat: frame.write,
      grid: true,
      nice: true,
      ticks: 6
    },
    y: {
      type: "point",
      domain: rows.map((_, at) => at),
      padding: 0.6
    },
    marks: [
      Plot.axisY({
        label: null,
        tickSize: 0,
        tickFormat: (at: number) => rows[at]!.label,
        lineWidth: 0.54 * lineOfLabel
      }),
      ...(reference === undefined ? [] : [Plot.ruleX([reference], { stroke: ink, strokeDasharray: "5 3" })]),
      Plot.ruleY(rows, { x1: "lower", x2: "upper", y: (_: Row, at: number) => at, stroke: colour, strokeWidth: 2 }),
      Plot.dot(rows, {
        x: "estimate",
        y: (_: Row, at: number) => at,
        r: 4.5,
        stroke: colour,
        fill: (row: Row) => (row.isFlagged ? alert : "white"),
        symbol: (row: Row) => (row.isFlagged ? "diamond" : "circle"),
        strokeWidth: 2
      })
    ],
    symbol: { domain: ["circle", "diamond"], range: ["circle", "diamond"] }
  })

/**
 * Shares by how many were counted, inside the limits that chance allows around the target.
 *
 * **Details**
 *
 * Units outside are named on the chart, all are in the table beside it.
 *
 * **Example** (One unit outside)
 *
 * ```ts
 * import { Chart } from "@timbang/report"
 * const limits = [10, 100].map((size) => ({ size, lower: 0.5 - 1 / size, upper: 0.5 + 1 / size }))
 * const points = [{ label: "a", size: 50, share: 0.9, isOutside: true }]
 * Chart.funnel(points, limits, 0.5, { description: "one", axis: "share", write: String }, "answers").html.includes(">a</text>") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const funnel = (
  points: ReadonlyArray<FunnelPoint>,
  limits: ReadonlyArray<{ readonly size: number; readonly lower: number; readonly upper: number }>,
  target: number,
  frame: Frame,
  sizeAxis: string
): Html =>
  draw(frame.description, {
    height: 380,
    marginBottom: 48,
    marginLeft: 64,
    marginTop: 38,
    marginRight: 40,
    x: { label: sizeAxis, labelAnchor: "center", labelArrow: "none", labelOffset: 42, ticks: 6 },
    y: { label: frame.axis, labelArrow: "none", tickFormat: frame.write, grid: true, nice: true },
    marks: [
      Plot.areaY(limits, { x: "size", y1: "lower", y2: "upper", fill: accent, fillOpacity: 0.08 }),
      Plot.lineY(limits, { x: "size", y: "lower", stroke: accent, strokeDasharray: "4 3" }),
      Plot.lineY(limits, { x: "size", y: "upper", stroke: accent, strokeDasharray: "4 3" }),
      Plot.ruleY([target], { stroke: ink }),
      Plot.dot(points, {
        x: "size",
        y: "share",
        r: 4.5,
        stroke: (one: FunnelPoint) => (one.isOutside ? alert : accent),
        fill: (one: FunnelPoint) => (one.isOutside ? alert : "white"),
        symbol: (one: FunnelPoint) => (one.isOutside ? "diamond" : "circle"),
        strokeWidth: 1.5
      }),
      Plot.text(points.filter(({ isOutside }) => isOutside), {
        x: "size",
        y: "share",
        text: "label",
        dy: -12,
        fill: ink
      })
    ],
    symbol: { domain: ["circle", "diamond"], range: ["circle", "diamond"] }
  })

/**
 * Measures over time with their centre and control limits.
 *
 * **Example** (Three periods)
 *
 * ```ts
 * import { Chart } from "@timbang/report"
 * const points = [1, 2, 9].map((measure, at) => ({ label: `2026-0${at + 1}`, measure, lower: 0, upper: 5, isSignal: measure > 5 }))
 * Chart.control(points, 2, { description: "three", axis: "days", write: String }).html.includes("2026-03") // => true
 * ```
 *
 * @category charts
 * @since 0.1.0
 */
export const control = (
  points: ReadonlyArray<ControlPoint>,
  centre: number,
  frame: Frame,
  target?: number
): Html =>
  draw(frame.description, {
    height: 300,
    marginLeft: 64,
    marginTop: 38,
    marginRight: 24,
    marginBottom: points.length > 12 ? 72 : 36,
    x: {
      type: "point",
      label: null,
      domain: points.map(({ label }) => label),
      tickRotate: points.length > 12 ? -40 : 0
    },
    y: { label: frame.axis, labelArrow: "none", tickFormat: frame.write, grid: true, nice: true },
    marks: [
      Plot.lineY(points, { x: "label", y: "lower", stroke: faint, strokeDasharray: "4 3", curve: "step" }),
      Plot.lineY(points, { x: "label", y: "upper", stroke: faint, strokeDasharray: "4 3", curve: "step" }),
      Plot.ruleY([centre], { stroke: ink }),
      ...(target === undefined
        ? []
        : [Plot.ruleY([target], { stroke: alert, strokeDasharray: "2 3", strokeWidth: 1.5 })]),
      Plot.lineY(points, { x: "label", y: "measure", stroke: accent, strokeWidth: 2 }),
      Plot.dot(points, {
        x: "label",
        y: "measure",
        r: 4.5,
        stroke: (one: ControlPoint) => (one.isSignal ? alert : accent),
        fill: (one: ControlPoint) => (one.isSignal ? alert : "white"),
        symbol: (one: ControlPoint) => (one.isSignal ? "diamond" : "circle"),
        strokeWidth: 2
      })
    ],
    symbol: { domain: ["circle", "diamond"], range: ["circle", "diamond"] }
  })

/**
 * A frame that writes its axis in a notation.
 *
 * **Example** (Percent)
 *
 * ```ts
 * import { Chart, Notation } from "@timbang/report"
 * Chart.inPercent(Notation.make("id"), "lima unit", "bagian").write(0.25) // => "25%"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const inPercent = (notation: Notation, description: string, axis: string): Frame => ({
  description,
  axis,
  write: (value) => notation.percent(value, 0)
})

const colour = (row: Row): string => (row.isFlagged ? alert : accent)
