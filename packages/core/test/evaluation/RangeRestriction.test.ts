import { RangeRestriction } from "@timbang/core/evaluation"
import { Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/range-restriction.json" with { type: "json" }

const near = (found: number | Undefined.Undefined, wanted: number): void => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(vector.tolerance)
}
const correlation = fc.integer({ min: -990, max: 990 }).map((one) => one / 1000)

describe("RangeRestriction", () => {
  it("Thorndike 1949, case II, as R psych computes it", () => {
    vector.input.caseII.forEach(({ r, sdRestricted, sdUnrestricted }, i) => {
      near(RangeRestriction.direct(r, sdUnrestricted, sdRestricted), vector.expected.caseII[i]!)
    })
  })
  it("Thorndike 1949, case III", () => {
    vector.input.caseIII.forEach((one, i) => near(RangeRestriction.incidental(one), vector.expected.caseIII[i]!))
  })
  it("attenuation, on one side and on both", () => {
    vector.input.attenuation.forEach(({ rxx, rxy, ryy }, i) => {
      const reliabilities = rxx === undefined ? { performance: ryy } : { score: rxx, performance: ryy }
      near(RangeRestriction.disattenuate(rxy, reliabilities), vector.expected.attenuation[i]!)
    })
  })
  it("unreliability of the criterion first, then case II", () => {
    const { criterionReliabilityRestricted, r, sdRestricted, sdUnrestricted } = vector.input.combinedCaseII
    const reliable = RangeRestriction.disattenuate(r, { performance: criterionReliabilityRestricted })
    const both = Undefined.flatMap(reliable, (one) => RangeRestriction.direct(one, sdUnrestricted, sdRestricted))
    near(both, vector.expected.combinedCaseII)
  })
  it("case II keeps the sign, grows with the spread of the applicants, and undoes itself", () => {
    const deviation = fc.double({ min: 0.1, max: 100, noNaN: true })
    fc.assert(fc.property(correlation, deviation, deviation, (r, wide, narrow) => {
      const corrected = RangeRestriction.direct(r, wide, narrow)
      if (Undefined.isUndefined(corrected)) throw new Error(corrected.reason)
      expect(Math.sign(corrected)).toBe(Math.sign(r))
      expect(Math.abs(corrected)).toBeLessThanOrEqual(1)
      if (wide >= narrow) expect(Math.abs(corrected)).toBeGreaterThanOrEqual(Math.abs(r) - 1e-12)
      fc.pre(Math.abs(corrected) < 0.999)
      const back = RangeRestriction.direct(corrected, narrow, wide)
      expect(Math.abs((back as number) - r)).toBeLessThan(1e-6)
    }))
  })
  it("a reliability that would carry the correlation past one is refused, not cut off", () => {
    expect(RangeRestriction.disattenuate(0.8, { performance: 0.3 })).toMatchObject({ reason: "out-of-range" })
    expect(RangeRestriction.disattenuate(0.8, { performance: 0 })).toMatchObject({ reason: "not-positive" })
    expect(RangeRestriction.direct(0.3, 10, 0)).toMatchObject({ reason: "not-positive", found: 0 })
    expect(RangeRestriction.direct(1.2, 10, 5)).toMatchObject({ reason: "out-of-range", found: 1.2 })
    expect(RangeRestriction.incidental({ rxy: NaN, rxz: 0, ryz: 0, u: 1 })).toMatchObject({ reason: "out-of-range" })
  })
})
