import { Undefined } from "@timbang/core/number"
import { Cronbach, RatingTable } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"
import icc from "./vectors/icc-shrout-fleiss-1979.json" with { type: "json" }

describe("Cronbach.alpha", () => {
  it("equals ICC(3,k), and Feldt's interval equals its interval, on Shrout and Fleiss 1979", () => {
    const found = Cronbach.alpha(RatingTable.fromUnits(icc.input.ratings))
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    const expected = icc.expected.computed[5]!
    expect(Math.abs(found.alpha - expected.icc)).toBeLessThan(1e-9)
    expect(Math.abs(found.interval.lower - expected.lower)).toBeLessThan(1e-6)
    expect(Math.abs(found.interval.upper - expected.upper)).toBeLessThan(1e-6)
  })

  it("shows a negative alpha as it is", () => {
    const found = Cronbach.alpha(RatingTable.fromUnits([[1, 4], [2, 2], [4, 2], [3, 3]]))
    expect(Undefined.isUndefined(found) ? found : found.alpha < 0).toBe(true)
  })

  it("is undefined with its reason for gaps, one item, and totals that do not vary", () => {
    const of = (rows: ReadonlyArray<ReadonlyArray<number | null>>) => Cronbach.alpha(RatingTable.fromUnits(rows))
    expect(of([[1, null], [2, 3]])).toMatchObject({ reason: "missing-values" })
    expect(of([[1], [2]])).toMatchObject({ reason: "too-few-values" })
    expect(of([[1, 3], [3, 1]])).toMatchObject({ reason: "no-variation" })
  })
})
