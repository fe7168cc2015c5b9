import { PostInterval } from "@timbang/core/formation"
import { Claim, ClaimDraws, NeedScore } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { failure } from "./multicriteria.ts"
import { model } from "./regency.ts"

const draw = (change: Partial<ClaimDraws.Admissible> = {}) =>
  ClaimDraws.draw(model, { shareSpread: 0.25, draws: 200, seed: 3, ...change })

describe("ClaimDraws.draw", () => {
  it("without a spread every run is the score itself", () => {
    const { cells, runs } = Result.getOrThrow(draw({ shareSpread: 0, draws: 2 }))
    const { claims } = Result.getOrThrow(NeedScore.score(model))
    expect(cells).toEqual(claims.map(({ jobFamily, unit }) => ({ unit, jobFamily })))
    for (const run of runs) {
      run.forEach((claim, i) => expect(Math.abs(claim - Claim.millionths(claims[i]!))).toBeLessThanOrEqual(1))
    }
  })

  it("the same seed draws the same runs, and draws them again each time", () => {
    const { runs } = Result.getOrThrow(draw({ draws: 5 }))
    expect([...runs]).toEqual([...runs])
    expect([...runs]).toEqual([...Result.getOrThrow(draw({ draws: 5 })).runs])
    expect([...runs]).not.toEqual([...Result.getOrThrow(draw({ draws: 5, seed: 4 })).runs])
  })

  it("no claim falls below its workload or passes its cap, even when shares may move by all of themselves", () => {
    const { runs } = Result.getOrThrow(draw({ shareSpread: 1 }))
    const families = Result.getOrThrow(NeedScore.score(model)).units.flatMap(({ jobFamilies }) => jobFamilies)
    const least = families.map(({ jobFamily, workload }) => Claim.millionths({ unit: "", jobFamily, people: workload }))
    for (const run of runs) {
      run.forEach((claim, i) => expect(claim >= least[i]! && claim <= least[i]! * 1.5 + 1).toBe(true))
    }
  })

  it("gives every cell the interval of its posts", () => {
    const { cells, runs } = Result.getOrThrow(draw({ draws: 500 }))
    const units = cells.map(({ jobFamily, unit }) => ({ unit: `${unit}/${jobFamily}` }))
    const intervals = Result.getOrThrow(
      PostInterval.across(units, runs, { total: 900, method: "sainte-lague", coverage: 0.95 })
    )
    expect(intervals).toHaveLength(12)
    expect(intervals.every(({ high, inside, low }) => low <= high && inside >= 475)).toBe(true)
    expect(intervals.some(({ high, low }) => low < high)).toBe(true)
  })

  it("refuses spreads, draws and seeds that are none, and what the score refuses", () => {
    expect(failure(draw({ shareSpread: -0.1 }))).toContain("shareSpread: found -0.1")
    expect(failure(draw({ draws: 0 }))).toContain("draws: found 0")
    expect(failure(draw({ seed: 0.5 }))).toContain("seed: found 0.5")
    expect(failure(ClaimDraws.draw({ ...model, observations: [] }, { shareSpread: 0, draws: 1, seed: 1 }))).toContain(
      "ObservationMissing"
    )
  })
})
