import { Binomial } from "@timbang/core/number"
import { Funnel } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Funnel.limits", () => {
  it("stands at a step of the binomial when the probability is exactly that step", () => {
    // With n = 10 and one half, P(R <= 2) = 56/1024: nothing lies beyond, so the limit is 2/10.
    expect(Funnel.limits(0.5, 10, (2 * 56) / 1024).lower).toBeCloseTo(0.2, 9)
  })

  it("interpolates between two steps (Spiegelhalter 2005, A.1.1)", () => {
    // P(R <= 2) = 56/1024 and P(R = 2) = 45/1024; for p = 0.025 the part beyond is (56 - 25.6) / 45.
    expect(Funnel.limits(0.5, 10, 0.05).lower).toBeCloseTo((2 - (56 - 25.6) / 45) / 10, 12)
  })

  it("narrows as more is counted and holds the target", () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 20, max: 500 }), (percent, whole) => {
      const target = percent / 100
      const [few, many] = [Funnel.limits(target, whole, 0.002), Funnel.limits(target, whole * 4, 0.002)]
      expect(few.lower <= target && target <= few.upper).toBe(true)
      expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower + 1e-9)
    }))
  })

  it("keeps the probability outside near what was asked", () => {
    const { lower, upper } = Funnel.limits(0.3, 400, 0.05)
    const outside = Binomial.cdf(Math.ceil(lower * 400) - 1, 400, 0.3) + Binomial.upperTail(Math.floor(upper * 400), 400, 0.3)
    expect(Math.abs(outside - 0.05)).toBeLessThan(0.01)
  })
})

describe("Funnel.place", () => {
  it("says above, below and inside, and ranks nobody", () => {
    const funnel = Funnel.place([{ id: "a", part: 30, whole: 40 }, { id: "b", part: 1, whole: 40 }, { id: "c", part: 10, whole: 40 }], 0.25, 0.05)
    expect(funnel).toMatchObject({ units: [{ place: "above" }, { place: "below" }, { place: "inside" }] })
  })

  it("is undefined for nobody, for what is no count and for a target that cannot be missed", () => {
    expect(Funnel.place([], 0.5)).toMatchObject({ reason: "no-values" })
    expect(Funnel.place([{ id: "a", part: 2, whole: 1 }], 0.5)).toMatchObject({ reason: "out-of-range" })
    expect(Funnel.place([{ id: "a", part: 1, whole: 2 }], 1)).toMatchObject({ reason: "no-variation" })
  })
})
