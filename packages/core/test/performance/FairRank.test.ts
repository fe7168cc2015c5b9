import { FairRank } from "@timbang/core/performance"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import schools from "./vectors/empirical-bayes-eight-schools.json" with { type: "json" }

const chance = { draws: 4000, seed: 11 }
const policy = { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" } as const

describe("FairRank.compare", () => {
  it("flags nobody among eight schools that do not differ, where raw order would have flagged two", () => {
    const units = schools.input.y.map((estimate, at) => ({ id: `s${at}`, estimate, standardError: schools.input.se[at]! }))
    const report = Result.getOrThrow(FairRank.compare(units, policy, chance))
    expect(report).toMatchObject({ isNoise: true, flagged: 0, rawWouldFlag: 2, tailSize: 2 })
  })

  it("flags a unit that is low beyond doubt and not one that is low from few answers", () => {
    const unit = (id: string, estimate: number, standardError: number) => ({ id, estimate, standardError })
    const units = [
      unit("a", 90, 1), unit("b", 88, 1), unit("c", 86, 1), unit("d", 85, 1), unit("e", 84, 1), unit("f", 83, 1),
      unit("few", 75, 9), unit("low", 60, 1)
    ]
    const report = Result.getOrThrow(FairRank.compare(units, policy, chance))
    const flagged = report.units.filter(({ isFlagged }) => isFlagged).map(({ id }) => id)
    expect(flagged).toEqual(["low"])
    expect(report.units.filter(({ wouldRawFlag }) => wouldRawFlag).map(({ id }) => id)).toEqual(["few", "low"])
  })

  it("flags fewer when the bar rises", () => {
    const units = Array.from({ length: 60 }, (_, at) => ({ id: `u${String(at).padStart(2, "0")}`, estimate: at, standardError: 4 + (at % 7) }))
    const flagged = [0.5, 0.7, 0.9, 0.99].map((bar) => Result.getOrThrow(FairRank.compare(units, { ...policy, bar }, chance)).flagged)
    expect(flagged).toEqual(flagged.toSorted((a, b) => b - a))
    expect(flagged[0]).toBeGreaterThan(flagged[3]!)
  })

  it("ranks hundreds by draws and says the seed", () => {
    const units = Array.from({ length: 60 }, (_, at) => ({ id: String(at), estimate: at, standardError: 5 }))
    expect(Result.getOrThrow(FairRank.compare(units, policy, chance)).ranks.method).toEqual({ _tag: "Draws", ...chance })
  })

  it("refuses one unit and an error of zero", () => {
    expect(Result.isFailure(FairRank.compare([{ id: "a", estimate: 1, standardError: 1 }], policy, chance))).toBe(true)
    const zero = [{ id: "a", estimate: 1, standardError: 0 }, { id: "b", estimate: 2, standardError: 1 }]
    const refused = FairRank.compare(zero, policy, chance)
    expect(Result.isFailure(refused) && refused.failure.because).toBe("error-not-positive")
  })
})
