import { Aggregation } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 20 })), {
  minLength: 1,
  maxLength: 9
})
const weighted = (given: ReadonlyArray<readonly [number, number]>) => {
  const sum = given.reduce((total, [, weight]) => total + weight, 0)
  return {
    names: given.map((_, i) => `p${i}`),
    values: given.map(([value]) => value / 1000),
    weights: given.map(([, weight]) => weight / sum)
  }
}

describe("Aggregation.of", () => {
  it("contributions add up to the total bit for bit, whatever the mean", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom<Aggregation.Mean>("arithmetic", "geometric", "harmonic"), (given, mean) => {
        const { names, values, weights } = weighted(given)
        const found = Result.getOrThrow(Aggregation.of(mean, "u", names, values, weights))
        expect(found.contributions.reduce((sum, one) => sum + one, 0)).toBe(found.total)
        const back = mean === "arithmetic"
          ? found.total
          : mean === "geometric"
          ? Math.exp(found.total)
          : 1 / found.total
        expect(found.result).toBe(back)
      })
    )
  })

  it("harmonic is at most geometric is at most arithmetic", () => {
    fc.assert(fc.property(parts, (given) => {
      const { names, values, weights } = weighted(given)
      const of = (mean: Aggregation.Mean) => Result.getOrThrow(Aggregation.of(mean, "u", names, values, weights)).result
      expect(of("harmonic")).toBeLessThanOrEqual(of("geometric") + 1e-12)
      expect(of("geometric")).toBeLessThanOrEqual(of("arithmetic") + 1e-12)
    }))
  })

  it("refuses zero in a geometric or harmonic mean and names unit and part", () => {
    for (const mean of ["geometric", "harmonic"] as const) {
      const refused = Aggregation.of(mean, "tebo", ["health", "income"], [0.5, 0], [0.5, 0.5])
      expect(Result.isFailure(refused) && refused.failure.message).toMatch(/unit "tebo": "income" is 0/)
    }
  })
})

describe("Aggregation.printed", () => {
  it("printed contributions add up to the printed total and are within one unit", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 12 }), (given) => {
        const printed = Aggregation.printed(given, 3)
        const total = given.reduce((sum, one) => sum + one, 0)
        expect(printed.reduce((sum, one) => sum + one, 0)).toBe(Math.round(total * 1000) + 0)
        printed.forEach((one, i) => expect(Math.abs(one / 1000 - given[i]!)).toBeLessThan(0.001 + 1e-12))
      })
    )
  })
})
