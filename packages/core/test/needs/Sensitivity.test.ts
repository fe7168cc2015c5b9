import { CompositeIndex, type IndexModel, Sensitivity, Table, Uncertainty } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { about, hdi } from "./hdi.ts"
import { failure } from "./multicriteria.ts"

const table = Result.getOrThrow(Table.make(["a", "b", "c", "d"], {
  lifeExpectancy: [70, 66, 74, 71],
  expectedSchooling: [12, 15, 9, 12.1],
  meanSchooling: [8, 10, 7, 8.1],
  gniPerCapitaPPP2017: [9000, 5000, 20_000, 9100]
}))
const outcome = Result.getOrThrow(CompositeIndex.compute(hdi, table))
const variants = (uncertainty: Uncertainty.Uncertainty) => Result.getOrThrow(Uncertainty.variants(outcome, uncertainty))

describe("Uncertainty.variants", () => {
  it("in the middle of everything it is the index itself", () => {
    const { inputs, scores } = variants({ weightSpread: 0.25 })
    expect(inputs).toHaveLength(5)
    expect([...scores(new Float64Array(5).fill(0.5))]).toEqual(outcome.index.map((one) => expect.closeTo(one, 14)))
  })

  it("a choice of means gives the index computed with that mean", () => {
    const { inputs, scores } = variants({ weightSpread: 0, means: ["arithmetic", "geometric", "harmonic"] })
    expect(inputs).toEqual(["mean"])
    for (const [at, mean] of [[0, "arithmetic"], [0.5, "geometric"], [1, "harmonic"]] as const) {
      const model: IndexModel.IndexModel = { ...hdi, steps: [hdi.steps[0]!, { step: "aggregate", mean }] }
      expect([...scores([at])]).toEqual(
        Result.getOrThrow(CompositeIndex.compute(model, table)).index.map((one) => expect.closeTo(one, 14))
      )
    }
  })

  it("a choice of scales gives the index computed on that scale", () => {
    const scales = [{ method: "min-max", to: [1, 100] }, { method: "rank", ties: "mean" }] as const
    const { inputs, scores } = variants({ weightSpread: 0, scales, means: ["arithmetic"] })
    expect(inputs).toEqual(["scale"])
    scales.forEach((by, i) => {
      const model: IndexModel.IndexModel = {
        ...hdi,
        steps: [{ step: "normalise", by }, { step: "aggregate", mean: "arithmetic" }]
      }
      expect([...scores([i])]).toEqual(
        Result.getOrThrow(CompositeIndex.compute(model, table)).index.map((one) => expect.closeTo(one, 12))
      )
    })
  })

  it("refuses a spread that is no share, and zero under a geometric mean, by unit", () => {
    expect(failure(Uncertainty.variants(outcome, { weightSpread: 2 }))).toContain("SpreadRefused")
    expect(failure(Uncertainty.variants(outcome, { weightSpread: 0, scales: [{ method: "min-max" }] }))).toMatch(
      /PartNotPositive: geometric mean of unit "b"/
    )
  })
})

describe("Sensitivity.rankIntervals", () => {
  const draws = { draws: 2000, seed: 7, coverage: 0.9 }

  it("the same seed gives the same intervals, another seed nearly the same", () => {
    const of = (seed: number) =>
      Result.getOrThrow(Sensitivity.rankIntervals(variants({ weightSpread: 0.5 }), { ...draws, seed }))
    expect(of(7)).toEqual(of(7))
    expect(Math.abs(of(7).meanShift - of(8).meanShift)).toBeLessThan(0.05)
  })

  it("without uncertainty every interval is the rank itself", () => {
    const found = Result.getOrThrow(Sensitivity.rankIntervals(variants({ weightSpread: 0 }), draws))
    expect(found.units.map(({ high, low, median }) => [low, median, high])).toEqual(
      outcome.ranks.map((rank) => [rank, rank, rank])
    )
    expect(found.meanShift).toBe(0)
  })

  it("a unit that is better in everything is never below the other", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, weightSpread) => {
        const { units } = Result.getOrThrow(
          Sensitivity.rankIntervals(variants({ weightSpread }), { draws: 200, seed, coverage: 0.95 })
        )
        const [a, d] = [units[0]!, units[3]!]
        expect(d.high).toBeLessThanOrEqual(a.high)
        expect(d.low).toBeLessThanOrEqual(a.low)
      }),
      { numRuns: 20 }
    )
  })

  it("holds at least the coverage: two units that change places in a known share of scenarios", () => {
    const swap = { units: ["a", "b"], inputs: ["x"], scores: (at: Float64Array) => Float64Array.of(at[0]!, 0.3) }
    const { units } = Result.getOrThrow(Sensitivity.rankIntervals(swap, { ...draws, coverage: 0.5 }))
    expect(units[0]).toMatchObject({ low: 1, median: 1, high: 2 })
    expect(units[0]!.shift).toBeCloseTo(0.3, 1)
    const { units: wide } = Result.getOrThrow(Sensitivity.rankIntervals(swap, { ...draws, coverage: 0.2 }))
    expect(wide[0]).toMatchObject({ low: 1, high: 1 })
  })

  it("refuses draws, seeds and coverages that are none", () => {
    const of = (change: Partial<Sensitivity.Draws>) =>
      failure(Sensitivity.rankIntervals(variants({ weightSpread: 0 }), { ...draws, ...change }))
    expect(of({ draws: 0 })).toContain("draws: found 0")
    expect(of({ seed: -1 })).toContain("seed: found -1")
    expect(of({ coverage: 1 })).toContain("coverage: found 1")
  })

  it("names the inputs it varied", () => {
    const model: IndexModel.IndexModel = {
      id: "x",
      title: "",
      steps: hdi.steps,
      indicators: ["p", "q"].map((id) => ({ ...about, id, pillar: "x", weight: 0.5, goalposts: { low: 0, high: 1 } })),
      groups: [{ id: "x", title: "", mean: "arithmetic" }]
    }
    const two = Result.getOrThrow(
      CompositeIndex.compute(model, Result.getOrThrow(Table.make(["a", "b"], { p: [0.2, 0.4], q: [0.9, 0.3] })))
    )
    const { scores } = Result.getOrThrow(Uncertainty.variants(two, { weightSpread: 0.5 }))
    // 0.5 falls to 0.25 and rises to 0.75; together they are 1 again.
    expect(scores([0, 1])[0]).toBeCloseTo(0.25 * 0.2 + 0.75 * 0.9, 12)
    expect(scores([1, 1])[0]).toBeCloseTo(0.5 * 0.2 + 0.5 * 0.9, 12)
    expect(Result.getOrThrow(Uncertainty.variants(two, { weightSpread: 0.1 })).inputs).toEqual([
      "weight of p",
      "weight of q"
    ])
  })
})
