import { RankInterval } from "@timbang/core/performance"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/rank-intervals-8-units.json" with { type: "json" }

const units = vector.input.mean.map((estimate, at) => ({ id: `u${at + 1}`, estimate, standardError: vector.input.se[at]! }))

describe("RankInterval.exact", () => {
  it("reproduces the distribution of ranks of eight units", () => {
    const found = Result.getOrThrow(RankInterval.exact(units))
    found.units.forEach(({ expectedRank, lower, probabilities, upper }, at) => {
      expect(Math.abs(expectedRank - vector.expected.expectedRank[at]!)).toBeLessThan(1e-6)
      expect([lower, upper]).toEqual([vector.expected.lower95[at], vector.expected.upper95[at]])
      expect(Math.abs(probabilities[0]! - vector.expected.pTop1[at]!)).toBeLessThan(1e-9)
      expect(Math.abs(probabilities[7]! - vector.expected.pBottom1[at]!)).toBeLessThan(1e-9)
      probabilities.forEach((each, rank) => expect(Math.abs(each - vector.expected.probabilityMatrix[at]![rank]!)).toBeLessThan(1e-8))
    })
  })

  it("gives every unit one rank and every rank one unit", () => {
    const unit = fc.record({ estimate: fc.integer({ min: 0, max: 100 }), standardError: fc.integer({ min: 1, max: 10 }) })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 7 }), (all) => {
        const found = Result.getOrThrow(RankInterval.exact(all.map((each, at) => ({ id: String(at), ...each }))))
        for (const { probabilities } of found.units) {
          expect(Math.abs(probabilities.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-9)
        }
        for (let rank = 0; rank < all.length; rank++) {
          expect(Math.abs(found.units.reduce((sum, { probabilities }) => sum + probabilities[rank]!, 0) - 1)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 30 }
    )
  })

  it("refuses one unit, an error of zero, errors too unequal and more units than it integrates", () => {
    const because = (all: ReadonlyArray<(typeof units)[number]>) => {
      const found = RankInterval.exact(all)
      return Result.isFailure(found) ? found.failure.because : found
    }
    expect(because(units.slice(0, 1))).toBe("too-few-units")
    expect(because([units[0]!, { id: "x", estimate: 1, standardError: 0 }])).toBe("error-not-positive")
    expect(because([units[0]!, { id: "x", estimate: 1, standardError: 1000 }])).toBe("errors-too-unequal")
    expect(because(Array.from({ length: 41 }, (_, at) => ({ id: String(at), estimate: at, standardError: 1 })))).toBe("too-many-units")
  })
})

describe("RankInterval.draws", () => {
  it("comes within 0.05 of the expected ranks and within 1 of the ends, in 20,000 draws", () => {
    const found = Result.getOrThrow(RankInterval.draws(units, 20_000, 2026))
    found.units.forEach(({ expectedRank, lower, upper }, at) => {
      expect(Math.abs(expectedRank - vector.expected.expectedRank[at]!)).toBeLessThan(0.05)
      expect(Math.abs(lower - vector.expected.lower95[at]!)).toBeLessThanOrEqual(1)
      expect(Math.abs(upper - vector.expected.upper95[at]!)).toBeLessThanOrEqual(1)
    })
  })

  it("gives the same ranks for the same seed whatever the order of input, and others for another seed", () => {
    const byId = (found: ReturnType<typeof RankInterval.draws>) =>
      Result.getOrThrow(found).units.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ probabilities }) => [...probabilities])
    expect(byId(RankInterval.draws(units.toReversed(), 500, 1))).toEqual(byId(RankInterval.draws(units, 500, 1)))
    expect(byId(RankInterval.draws(units, 500, 2))).not.toEqual(byId(RankInterval.draws(units, 500, 1)))
  })
})
