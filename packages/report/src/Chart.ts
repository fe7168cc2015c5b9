/**
 * Charts as SVG: caterpillar, funnel and control chart. Drawn on the server, without a browser and without a script.
 *
 * Every chart says in words what it shows, for a screen reader; shape says what colour says.
 *
 * @since 0.1.0
 */
import * as Plot from "@observablehq/plot"
import { accent, alert, draw, faint, ink, lines, widths } from "./Drawing.ts"
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
  /** Drawn for a phone: 320 dots wide, labels above what they name. */
  readonly isNarrow?: boolean
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

/** Letters in a line of a label; longer ones go on in a further line. */
const lineOfLabel = 40

/** Letters in a line as wide as a phone. */
const lineOfPhone = 44

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
export const caterpillar = (rows: ReadonlyArray<Row>, frame: Frame, reference?: number): Html => {
  const { isNarrow = false } = frame
  const letters = isNarrow ? lineOfPhone : lineOfLabel
  const labels = rows.map(({ label }) => lines(label, letters))
  const longest = Math.max(...labels.flatMap((parts) => parts.map(({ length }) => length)), 4)
  // Each row is as high as its label asks; on a phone the label stands above the interval and needs room of its own.
  const heights = labels.map((parts) => (isNarrow ? 28 + 16 * parts.length : Math.max(24, 8 + 16 * parts.length)))
  const ends = heights.map((_, at) => heights.slice(0, at + 1).reduce((sum, height) => sum + height, 0))
  const middles = heights.map((height, at) => ends[at]! - (isNarrow ? 14 : height / 2))
  const total = ends.at(-1) ?? 0
  const middle = (_: unknown, at: number) => middles[at]!
  const text = labels.map((parts) => parts.join("\n"))
  return draw(frame.description, {
    ...across(frame, total, isNarrow ? 16 : 20 + 7 * longest),
    y: { axis: null, domain: [total, 0] },
    marks: [
      ...(reference === undefined ? [] : [Plot.ruleX([reference], { stroke: ink, strokeDasharray: "5 3" })]),
      Plot.text(text, {
        frameAnchor: "left",
        y: middle,
        text: (label: string) => label,
        fill: ink,
        ...(isNarrow ? { textAnchor: "start", lineAnchor: "bottom", dx: -14, dy: -10, stroke: "white", strokeWidth: 4 } : { textAnchor: "end", dx: -10 })
      }),
      Plot.ruleY(rows, { x1: "lower", x2: "upper", y: middle, stroke: colour, strokeWidth: 2 }),
      Plot.dot(rows, {
        x: "estimate",
        y: middle,
        r: 4.5,
        stroke: colour,
        fill: (row: Row) => (row.isFlagged ? alert : "white"),
        symbol: (row: Row) => (row.isFlagged ? "diamond" : "circle"),
        strokeWidth: 2
      })
    ],
    symbol
  })
}

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
 * Chart.funnel(points, limits, 0.5, { description: "one", axis: "share", write: String }, { axis: "answers", write: String }).html.includes(">a</text>") // => true
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
  sizes: Pick<Frame, "axis" | "write">
): Html => {
  const { isNarrow = false } = frame
  const [across, high] = [[...points, ...limits].map(({ size }) => size), [...points.map(({ share }) => share), ...limits.flatMap(({ lower, upper }) => [lower, upper])]]
  const thirdOf = (place: number, all: ReadonlyArray<number>) => Math.min(2, Math.floor(3 * (place - Math.min(...all)) / (Math.max(...all) - Math.min(...all) || 1)))
  // A name begins at its point on the left, ends at it on the right and hangs below it at the top: none runs out of the drawing.
  const names = points.filter(({ isOutside }) => isOutside).map((one) =>
    Plot.text([one], {
      x: "size",
      y: "share",
      text: ({ label }: FunnelPoint) => lines(label, isNarrow ? 20 : lineOfLabel).join("\n"),
      textAnchor: (["start", "middle", "end"] as const)[thirdOf(one.size, across)]!,
      ...(thirdOf(one.share, high) === 2 ? { lineAnchor: "top", dy: 8 } : { lineAnchor: "bottom", dy: -8 }),
      fill: ink,
      stroke: "white",
      strokeWidth: 3
    })
  )
  return draw(frame.description, {
    ...up(frame, isNarrow ? 320 : 380),
    marginBottom: 48,
    marginRight: isNarrow ? 16 : 40,
    x: { label: sizes.axis, labelAnchor: "center", labelArrow: "none", labelOffset: 42, tickFormat: sizes.write, ticks: isNarrow ? 4 : 6 },
    marks: [
      ...axisTitle(frame),
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
      ...names
    ],
    symbol
  })
}

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
): Html => {
  const { isNarrow = false } = frame
  const labels = points.map(({ label }) => label)
  const isSlanted = labels.length > (isNarrow ? 4 : 12) || (isNarrow && labels.join("  ").length > lineOfPhone)
  // Every label where there is room, else every second, third, and so on, counted from the last.
  const every = Math.ceil(labels.length / (isNarrow ? 10 : 30))
  return draw(frame.description, {
    ...up(frame, 300),
    marginRight: isNarrow ? 12 : 24,
    marginBottom: isSlanted ? 28 + 4.6 * Math.max(...labels.map(({ length }) => length)) : 36,
    x: {
      type: "point",
      label: null,
      domain: labels,
      ticks: labels.filter((_, at) => (labels.length - 1 - at) % every === 0),
      tickRotate: isSlanted ? -40 : 0
    },
    marks: [
      ...axisTitle(frame),
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
    symbol
  })
}

/**
 * A frame that writes its axis in percent, with as many decimals as its steps need: `span` is how far the shares lie apart, in parts
 * of one.
 *
 * **Example** (Percent)
 *
 * ```ts
 * import { Chart, Notation } from "@timbang/report"
 * Chart.inPercent(Notation.make("id"), "lima unit", "bagian", 0.4).write(0.25) // => "25%"
 * Chart.inPercent(Notation.make("id"), "lima unit", "bagian", 0.04).write(0.005) // => "0,5%"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const inPercent = (notation: Notation, description: string, axis: string, span: number): Frame => {
  // At most eight steps or so: a step below one percent has a decimal, one below a tenth has two.
  const decimals = span >= 0.08 ? 0 : span >= 0.008 ? 1 : 2
  return { description, axis, write: (value) => notation.percent(value, decimals) }
}

/** Size and axis of a chart that is read across: `inner` high, labels in a margin of `marginLeft`. */
const across = ({ axis, isNarrow = false, write }: Frame, inner: number, marginLeft: number): Plot.PlotOptions => {
  const title = lines(axis, isNarrow ? lineOfPhone : Math.floor((widths.wide - marginLeft) / 7.5))
  const [marginTop, marginBottom] = [12, 32 + 16 * title.length]
  return {
    width: isNarrow ? widths.narrow : widths.wide,
    height: inner + marginTop + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight: isNarrow ? 18 : 24,
    x: {
      label: title.join("\n"),
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 26 + 16 * title.length,
      tickFormat: write,
      grid: true,
      nice: true,
      ticks: isNarrow ? 4 : 6
    }
  }
}

/** Size and axis of a chart that is read upwards; its title stands above the drawing, in as many lines as it needs. */
const up = ({ axis, isNarrow = false, write }: Frame, height: number): Plot.PlotOptions => {
  const more = 16 * (lines(axis, isNarrow ? lineOfPhone : 2 * lineOfLabel).length - 1)
  return {
    width: isNarrow ? widths.narrow : widths.wide,
    height: height + more,
    marginLeft: isNarrow ? 44 : 64,
    marginTop: 38 + more,
    y: { label: null, tickFormat: write, grid: true, nice: true, ticks: isNarrow ? 5 : 8 }
  }
}

const axisTitle = ({ axis, isNarrow = false }: Frame): ReadonlyArray<Plot.Markish> => [
  Plot.text([lines(axis, isNarrow ? lineOfPhone : 2 * lineOfLabel).join("\n")], {
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dx: isNarrow ? -40 : -60,
    dy: -18,
    fill: ink
  })
]

const symbol = { domain: ["circle", "diamond"], range: ["circle", "diamond"] } as const

const colour = (row: Row): string => (row.isFlagged ? alert : accent)
