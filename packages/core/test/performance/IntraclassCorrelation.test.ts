import { Undefined } from "@timbang/core/number"
import { IntraclassCorrelation, RatingTable } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"
import vector from "./vectors/icc-shrout-fleiss-1979.json" with { type: "json" }

describe("IntraclassCorrelation.all", () => {
  it(`reproduces ${vector.source}`, () => {
    const found = IntraclassCorrelation.all(RatingTable.fromUnits(vector.input.ratings))
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    found.forms.forEach(({ correlation, interval, test }, at) => {
      const expected = vector.expected.computed[at]!
      if (Undefined.isUndefined(correlation) || Undefined.isUndefined(interval) || Undefined.isUndefined(test)) throw new Error()
      expect(Math.abs(correlation - expected.icc), expected.type).toBeLessThan(1e-6)
      expect(Math.abs(interval.lower - expected.lower), expected.type).toBeLessThan(1e-6)
      expect(Math.abs(interval.upper - expected.upper), expected.type).toBeLessThan(1e-6)
      expect(Math.abs(test.ratio - expected.F), expected.type).toBeLessThan(1e-6)
      expect(Math.abs(test.probability - expected.p), expected.type).toBeLessThan(1e-9)
      expect([test.numeratorFreedom, test.denominatorFreedom]).toEqual([expected.df1, expected.df2])
    })
    expect(found.forms).toHaveLength(6)
  })

  it("is undefined with its reason for gaps, one unit, one rater, and ratings that are all equal", () => {
    const reason = (rows: ReadonlyArray<ReadonlyArray<number | null>>) => IntraclassCorrelation.all(RatingTable.fromUnits(rows))
    expect(reason([[1, null], [2, 3]])).toMatchObject({ reason: "missing-values", found: 1 })
    expect(reason([[1, 2]])).toMatchObject({ reason: "too-few-values", found: 1 })
    expect(reason([[1], [2]])).toMatchObject({ reason: "too-few-values", found: 1 })
    expect(reason([[3, 3], [3, 3]])).toMatchObject({ reason: "no-variation" })
  })

  it("holds no NaN when units do not differ or raters agree fully in order", () => {
    for (const rows of [[[1, 2], [1, 2], [1, 2]], [[1, 2], [2, 1]], [[1, 1], [2, 2]], [[1, 3], [2, 4]]]) {
      const found = IntraclassCorrelation.all(RatingTable.fromUnits(rows))
      expect(JSON.stringify(found), JSON.stringify(rows)).not.toContain("null")
    }
  })
})
