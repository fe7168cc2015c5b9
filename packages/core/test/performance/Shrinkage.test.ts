import { Undefined } from "@timbang/core/number"
import { Shrinkage } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import schools from "./vectors/empirical-bayes-eight-schools.json" with { type: "json" }
import baseball from "./vectors/james-stein-baseball.json" with { type: "json" }

const shrinkageOf = (units: ReadonlyArray<Shrinkage.Estimate>, method: Shrinkage.Method): Shrinkage.Shrinkage => {
  const found = Shrinkage.estimate(units, method)
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}
const unitsOf = (estimates: ReadonlyArray<number>, errors: ReadonlyArray<number>) =>
  estimates.map((estimate, at) => ({ id: String(at), estimate, standardError: errors[at]! }))
const near = (found: number, expected: number, tolerance: number) => expect(Math.abs(found - expected)).toBeLessThan(tolerance)

// Colditz et al. (1994), BCG vaccine: log risk ratios and variances as in the metafor documentation, to 4 decimals.
const bcg = unitsOf(
  [-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.012, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173],
  [0.3256, 0.1946, 0.4154, 0.02, 0.0512, 0.0069, 0.223, 0.004, 0.0564, 0.073, 0.0124, 0.5325, 0.0714].map(Math.sqrt)
)

describe("Shrinkage.estimate", () => {
  it("shrinks eight schools (Rubin 1981) wholly, by every method", () => {
    for (const method of ["DL", "REML", "PM"] as const) {
      const expected = schools.expected[method]
      const found = shrinkageOf(unitsOf(schools.input.y, schools.input.se), method)
      near(found.mean, expected.mu, 1e-6)
      near(found.standardError, expected.se, 1e-6)
      near(found.betweenVariance, expected.tau2, 1e-6)
      near(found.cochranQ, expected.Q, 1e-6)
      near(found.probability, expected.Qp, 1e-6)
      near(found.heterogeneity, expected.I2, 1e-6)
      found.units.forEach(({ estimate, standardError }, at) => {
        near(estimate, expected.blup[at]!, 1e-6)
        near(standardError, expected.blupSe[at]!, 1e-6)
      })
    }
  })

  it("finds the published variance between the BCG trials by each method", () => {
    near(shrinkageOf(bcg, "DL").betweenVariance, 0.3088, 6e-4)
    near(shrinkageOf(bcg, "REML").betweenVariance, 0.3132, 2e-4)
    near(shrinkageOf(bcg, "PM").betweenVariance, 0.3181, 2e-4)
    near(shrinkageOf(bcg, "REML").mean, -0.7145, 2e-4)
    near(shrinkageOf(bcg, "REML").heterogeneity, 0.9222, 2e-4)
  })

  it("never moves an estimate past the mean, and moves a less certain one further", () => {
    const unit = fc.record({ estimate: fc.double({ min: -50, max: 50, noNaN: true }), standardError: fc.double({ min: 0.1, max: 20, noNaN: true }) })
    fc.assert(fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), fc.constantFrom("DL", "REML", "PM"), (units, method) => {
      const { mean, units: shrunken } = shrinkageOf(units.map((each, at) => ({ id: String(at), ...each })), method)
      for (const { estimate, raw } of shrunken) {
        expect(estimate).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-9)
        expect(estimate).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-9)
      }
      const byError = shrunken.map(({ ownWeight }, at) => [units[at]!.standardError, ownWeight] as const).sort((a, b) => a[0] - b[0])
      byError.slice(1).forEach(([, weight], at) => expect(weight).toBeLessThanOrEqual(byError[at]![1] + 1e-12))
    }))
  })

  it("is undefined for one unit and for an error of zero", () => {
    expect(Shrinkage.estimate(bcg.slice(0, 1), "DL")).toMatchObject({ reason: "too-few-values" })
    expect(Shrinkage.estimate([{ id: "a", estimate: 1, standardError: 0 }, bcg[0]!], "DL")).toMatchObject({ reason: "not-positive" })
  })
})

describe("Shrinkage.jamesStein", () => {
  const { atBats, hits, remainderAverage } = baseball.input
  const averages = hits.map((each) => each / atBats)

  it("reproduces eighteen batting averages (Efron and Morris 1975)", () => {
    const found = Shrinkage.jamesStein(averages, baseball.expected.sigma2)
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    near(found.mean, baseball.expected.grandMean, 1e-9)
    near(found.factor, baseball.expected.shrinkageFactor, 1e-9)
    found.values.forEach((each, at) => near(each, baseball.expected.jamesStein[at]!, 1e-9))
    const error = (values: ReadonlyArray<number>) => values.reduce((sum, each, at) => sum + (each - remainderAverage[at]!) ** 2, 0)
    near(error(averages), baseball.expected.sumSquaredError.raw, 1e-9)
    near(error(found.values), baseball.expected.sumSquaredError.jamesStein, 1e-9)
  })

  it("reproduces the arcsine form", () => {
    const x = averages.map((each) => Math.sqrt(atBats) * Math.asin(2 * each - 1))
    const found = Shrinkage.jamesStein(x, 1)
    if (Undefined.isUndefined(found)) throw new Error(found.reason)
    near(found.factor, baseball.expected.arcsine.factor, 1e-9)
    found.values.forEach((each, at) =>
      near((Math.sin(each / Math.sqrt(atBats)) + 1) / 2, baseball.expected.arcsine.backTransformed[at]!, 1e-9))
  })

  it("is undefined for three values and for values that do not differ", () => {
    expect(Shrinkage.jamesStein([1, 2, 3], 1)).toMatchObject({ reason: "too-few-values" })
    expect(Shrinkage.jamesStein([1, 1, 1, 1], 1)).toMatchObject({ reason: "no-variation" })
  })
})
