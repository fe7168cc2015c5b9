/**
 * Control charts over time, which answer two questions in words: is it changing, and will it reach the target?
 *
 * A chart flags; a person decides whether a flagged point has a cause and is left out of the limits.
 *
 * @since 0.1.0
 */
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * A period counted: how many of how many.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counted {
  readonly period: string
  readonly part: number
  readonly whole: number
}

/**
 * A period measured.
 *
 * @category models
 * @since 0.1.0
 */
export interface Measured {
  readonly period: string
  readonly measure: number
}

/**
 * A rule that a run of points broke.
 *
 * - `outside`: beyond the control limits. `shift`: eight in a row on one side of the centre.
 * - `trend`: six in a row rising or falling.
 *
 * @category models
 * @since 0.1.0
 */
export type Signal = "outside" | "shift" | "trend"

/**
 * A point with its own limits and the rules it broke.
 *
 * @category models
 * @since 0.1.0
 */
export interface Point {
  readonly period: string
  readonly measure: number
  readonly lower: number
  readonly upper: number
  readonly signals: ReadonlyArray<{ readonly signal: Signal; readonly side: "high" | "low" }>
  /** Whether a person left it out of the centre and the limits; it is still drawn and still flagged. */
  readonly isExcluded: boolean
}

/**
 * A chart.
 *
 * @category models
 * @since 0.1.0
 */
export interface ControlChart {
  readonly kind: "p" | "XmR"
  readonly centre: number
  readonly points: ReadonlyArray<Point>
}

/**
 * The answers to the two questions.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answers {
  /** By the latest signal; `not-shown` where no rule is broken. */
  readonly isChanging: "improving" | "worsening" | "not-shown"
  /**
   * By where the limits of the latest point stand against the target. `changing`: the measure is changing, so that limits made of old
   * and new periods together do not say how it works now; leave the periods before the change out.
   */
  readonly willReachTarget: "always" | "never" | "by-chance" | "changing" | "no-target"
  /** The signals behind the first answer, latest period last. */
  readonly because: ReadonlyArray<{ readonly period: string; readonly signal: Signal; readonly side: "high" | "low" }>
}

// --- operations ---

/**
 * A p-chart: proportions with three-sigma limits for each period's own number, cut at 0 and 1.
 *
 * Source: W. A. Shewhart (1931); D. C. Montgomery, Introduction to Statistical Quality Control.
 *
 * **Example** (Complaints answered late)
 *
 * ```ts
 * import { ControlChart } from "@timbang/core/performance"
 * const months = [4, 5, 6, 24].map((part, at) => ({ period: `2026-0${at + 1}`, part, whole: 50 }))
 * const chart = ControlChart.p(months)
 * chart.points.filter(({ signals }) => signals.length > 0).map(({ period }) => period) // => ["2026-04"]
 * ```
 *
 * @category charting
 * @since 0.1.0
 */
export const p = (
  periods: ReadonlyArray<Counted>,
  excluded: ReadonlySet<string> = new Set()
): ControlChart | Undefined.Undefined => {
  const counted = periods.filter(({ period }) => !excluded.has(period))
  const whole = counted.reduce((sum, each) => sum + each.whole, 0)
  const isCount = (each: Counted) =>
    Number.isInteger(each.part) && Number.isInteger(each.whole) && each.part >= 0 && each.part <= each.whole && each.whole > 0
  if (!periods.every(isCount)) return Undefined.because("p-chart", "out-of-range")
  if (whole === 0) return Undefined.because("p-chart", "no-values", { found: 0, needed: 1 })
  const centre = counted.reduce((sum, each) => sum + each.part, 0) / whole
  const points = periods.map((each) => {
    const half = 3 * Math.sqrt((centre * (1 - centre)) / each.whole)
    return {
      period: each.period,
      measure: each.part / each.whole,
      lower: Math.max(0, centre - half),
      upper: Math.min(1, centre + half)
    }
  })
  return { kind: "p", centre, points: flag(points, centre, excluded) }
}

/**
 * An XmR chart: single measures with limits from the moving range, mean plus and minus 2.66 mean ranges.
 *
 * Source: D. J. Wheeler, Understanding Variation (1993); 2.66 is 3 / 1.128.
 *
 * **Example** (Days until a permit)
 *
 * ```ts
 * import { ControlChart } from "@timbang/core/performance"
 * const months = [10, 12, 11, 10].map((measure, at) => ({ period: `2026-0${at + 1}`, measure }))
 * const chart = ControlChart.xmr(months)
 * chart.centre // => 10.75
 * chart.points[0]?.upper.toFixed(2) // => "14.30"
 * ```
 *
 * @category charting
 * @since 0.1.0
 */
export const xmr = (
  periods: ReadonlyArray<Measured>,
  excluded: ReadonlySet<string> = new Set()
): ControlChart | Undefined.Undefined => {
  const counted = periods.filter(({ period }) => !excluded.has(period)).map(({ measure }) => measure)
  const count = counted.length
  if (count < 2) return Undefined.because("XmR chart", "too-few-values", { found: count, needed: 2 })
  const centre = counted.reduce((sum, measure) => sum + measure, 0) / count
  const range = counted.slice(1).reduce((sum, measure, at) => sum + Math.abs(measure - counted[at]!), 0) / (count - 1)
  const limits = { lower: centre - 2.66 * range, upper: centre + 2.66 * range }
  return { kind: "XmR", centre, points: flag(periods.map((each) => ({ ...each, ...limits })), centre, excluded) }
}

/**
 * Answers the two questions.
 *
 * **Details**
 *
 * Only signals that reach the latest period speak of change. The target is always reached when the limits of the latest point
 * lie wholly on its good side, never when wholly on its bad side, and otherwise by chance. While the measure is changing, limits
 * of old and new periods together answer only what the change does not undo: what always reached it and improves, or never did
 * and worsens.
 *
 * **Example** (Steady, and short of the target)
 *
 * ```ts
 * import { ControlChart } from "@timbang/core/performance"
 * const chart = ControlChart.xmr([10, 12, 11, 10].map((measure, at) => ({ period: `2026-0${at + 1}`, measure })))
 * ControlChart.answer(chart, { better: "low", target: 5 }) // => { isChanging: "not-shown", willReachTarget: "never", because: [] }
 * ```
 *
 * @category answering
 * @since 0.1.0
 */
export const answer = (
  chart: ControlChart,
  question: { readonly better: "high" | "low"; readonly target?: number }
): Answers => {
  const latest = chart.points.at(-1)
  const because = (latest?.signals ?? []).map((each) => ({ period: latest!.period, ...each }))
  const isChanging = because.length === 0
    ? "not-shown"
    : because.every(({ side }) => side === question.better)
    ? "improving"
    : because.every(({ side }) => side !== question.better)
    ? "worsening"
    : "not-shown"
  const found = reach(latest, question)
  const stands = because.length === 0 || found === "no-target" || (found === "always" && isChanging === "improving") || (found === "never" && isChanging === "worsening")
  return { isChanging, willReachTarget: stands ? found : "changing", because }
}

const reach = (
  point: Point | undefined,
  { better, target }: { readonly better: "high" | "low"; readonly target?: number }
): Answers["willReachTarget"] => {
  if (point === undefined || target === undefined) return "no-target"
  const [worst, best] = better === "high" ? [point.lower, point.upper] : [-point.upper, -point.lower]
  const wanted = better === "high" ? target : -target
  return worst >= wanted ? "always" : best < wanted ? "never" : "by-chance"
}

const flag = (
  points: ReadonlyArray<Omit<Point, "signals" | "isExcluded">>,
  centre: number,
  excluded: ReadonlySet<string>
): ReadonlyArray<Point> =>
  points.map((point, at) => {
    const eight = points.slice(Math.max(0, at - 7), at + 1)
    const six = points.slice(Math.max(0, at - 5), at + 1)
    const steps = six.slice(1).map((each, before) => each.measure - six[before]!.measure)
    const signals: Array<Point["signals"][number]> = []
    if (point.measure > point.upper) signals.push({ signal: "outside", side: "high" })
    if (point.measure < point.lower) signals.push({ signal: "outside", side: "low" })
    if (eight.length === 8 && eight.every(({ measure }) => measure > centre)) signals.push({ signal: "shift", side: "high" })
    if (eight.length === 8 && eight.every(({ measure }) => measure < centre)) signals.push({ signal: "shift", side: "low" })
    if (six.length === 6 && steps.every((step) => step > 0)) signals.push({ signal: "trend", side: "high" })
    if (six.length === 6 && steps.every((step) => step < 0)) signals.push({ signal: "trend", side: "low" })
    return { ...point, signals, isExcluded: excluded.has(point.period) }
  })
