import { Undefined } from "@timbang/core/number"
import { ControlChart } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"
import vector from "./vectors/p-chart-orange-juice.json" with { type: "json" }

const chartOf = (found: ControlChart.ControlChart | Undefined.Undefined) => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const samples = vector.input.counts.map((part, at) => ({ period: String(at + 1), part, whole: vector.input.n }))
const outside = ({ points }: ControlChart.ControlChart) =>
  points.filter(({ signals }) => signals.some(({ signal }) => signal === "outside")).map(({ period }) => Number(period))

describe("ControlChart.p", () => {
  it("reproduces thirty samples of orange-juice cans (Montgomery)", () => {
    const chart = chartOf(ControlChart.p(samples))
    expect(Math.abs(chart.centre - vector.expected.pbar)).toBeLessThan(1e-12)
    expect(Math.abs(chart.points[0]!.lower - vector.expected.lcl)).toBeLessThan(1e-12)
    expect(Math.abs(chart.points[0]!.upper - vector.expected.ucl)).toBeLessThan(1e-12)
    expect(outside(chart)).toEqual(vector.expected.outOfControl1based)
  })

  it("leaves out what a person excludes, and still flags what it leaves in", () => {
    const { revised } = vector.expected
    const chart = chartOf(ControlChart.p(samples, new Set(revised.excluded1based.map(String))))
    expect(Math.abs(chart.centre - revised.pbar)).toBeLessThan(1e-12)
    expect(Math.abs(chart.points[0]!.lower - revised.lcl)).toBeLessThan(1e-12)
    expect(Math.abs(chart.points[0]!.upper - revised.ucl)).toBeLessThan(1e-12)
    const flagged = chart.points.filter(({ isExcluded, signals }) => !isExcluded && signals.some(({ signal }) => signal === "outside"))
    expect(flagged.map(({ period }) => Number(period))).toEqual([revised.alsoOut1based])
  })

  it("is undefined for what is no count and when everything is excluded", () => {
    expect(ControlChart.p([{ period: "1", part: 5, whole: 4 }])).toMatchObject({ reason: "out-of-range" })
    expect(ControlChart.p([{ period: "1", part: 1, whole: 4 }], new Set(["1"]))).toMatchObject({ reason: "no-values" })
  })
})

describe("ControlChart.answer", () => {
  const months = (measures: ReadonlyArray<number>) =>
    chartOf(ControlChart.xmr(measures.map((measure, at) => ({ period: String(at + 1), measure }))))
  const steady = [50, 52, 49, 51, 50, 48, 51, 49]

  it("says that nothing is shown while the points stay within chance", () => {
    expect(ControlChart.answer(months(steady), { better: "high", target: 50 })).toMatchObject({ isChanging: "not-shown", willReachTarget: "by-chance" })
  })

  it("says improving or worsening by the side that is better", () => {
    const rising = months([50, 52, 49, 51, 50, 48, 51, 49, 70])
    expect(ControlChart.answer(rising, { better: "high" }).isChanging).toBe("improving")
    expect(ControlChart.answer(rising, { better: "low" }).isChanging).toBe("worsening")
    expect(ControlChart.answer(rising, { better: "low" }).willReachTarget).toBe("no-target")
  })

  it("sees a shift of eight and a trend of six, and no shift of seven", () => {
    const names = (measures: ReadonlyArray<number>) => months(measures).points.at(-1)!.signals.map(({ signal }) => signal)
    expect(names([10, 10, 10, 10, 10, 10, 10, 10, 14, 13, 14, 13, 14, 13, 14, 13])).toContain("shift")
    expect(names([10, 10, 10, 10, 10, 10, 10, 10, 10, 14, 13, 14, 13, 14, 13, 14])).not.toContain("shift")
    expect(names([10, 30, 10, 30, 10, 11, 12, 13, 14, 15])).toContain("trend")
  })

  it("says always and never when the limits lie wholly on one side of the target, for either direction", () => {
    expect(ControlChart.answer(months(steady), { better: "high", target: 20 }).willReachTarget).toBe("always")
    expect(ControlChart.answer(months(steady), { better: "high", target: 90 }).willReachTarget).toBe("never")
    expect(ControlChart.answer(months(steady), { better: "low", target: 90 }).willReachTarget).toBe("always")
    expect(ControlChart.answer(months(steady), { better: "low", target: 20 }).willReachTarget).toBe("never")
  })

  it("does not answer by limits of before and after a change together, except where the change only strengthens them", () => {
    const falling = months([10, 9.6, 9.2, 8.9, 8.5, 8.1, 7.8, 7.4, 7, 6.7, 6.3, 5.9])
    expect(ControlChart.answer(falling, { better: "low", target: 6 })).toMatchObject({ isChanging: "improving", willReachTarget: "changing" })
    expect(ControlChart.answer(falling, { better: "high", target: 8 })).toMatchObject({ isChanging: "worsening", willReachTarget: "changing" })
    expect(ControlChart.answer(falling, { better: "low", target: 30 })).toMatchObject({ isChanging: "improving", willReachTarget: "always" })
    expect(ControlChart.answer(falling, { better: "high", target: 30 })).toMatchObject({ isChanging: "worsening", willReachTarget: "never" })
    // Without the periods before the change, the last ones answer again.
    const now = chartOf(ControlChart.xmr([10, 9, 8, 6, 5, 6, 5.5, 5.2, 5.8].map((measure, at) => ({ period: String(at), measure })), new Set(["0", "1", "2"])))
    expect(ControlChart.answer(now, { better: "low", target: 9 }).willReachTarget).toBe("always")
  })

  it("is undefined for one month", () => {
    expect(ControlChart.xmr([{ period: "1", measure: 4 }])).toMatchObject({ reason: "too-few-values" })
  })
})
