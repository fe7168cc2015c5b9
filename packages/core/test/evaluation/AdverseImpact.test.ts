import { AdverseImpact } from "@timbang/core/evaluation"
import { Fraction, Interval, Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vector from "./vectors/four-fifths-ugesp.json" with { type: "json" }

const near = (found: number | Undefined.Undefined, wanted: number): void => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(vector.tolerance)
}
const exact = (found: Fraction.Fraction | Undefined.Undefined): string =>
  Undefined.isUndefined(found) ? found.reason : Fraction.format(found)

describe("Uniform Guidelines, Questions and Answers 1979", () => {
  const groups = Object.entries(vector.input.groups).map(([group, counts]) => ({ group, ...counts }))
  const { groups: found } = AdverseImpact.compare(groups)

  for (const [name, wanted] of Object.entries(vector.expected)) {
    it(name, () => {
      const one = found.find(({ group }) => group === name)!
      near(Undefined.map(one.rate, Fraction.toNumber), wanted.rate)
      near(Undefined.map(one.ratio, Fraction.toNumber), wanted.impactRatio)
      expect(exact(one.ratio)).toBe(wanted.impactRatioExact.replace(/^1\/1$/, "1"))
      expect(one.isBelow).toBe(wanted.violates)
      if (!("fisherTwoSided" in wanted)) return
      near(one.fisher, wanted.fisherTwoSided)
      near(one.z, wanted.zPooled)
      const interval = one.ratioInterval as Interval.Interval
      near(interval.lower, wanted.katzLogRatio95[0]!)
      near(interval.upper, wanted.katzLogRatio95[1]!)
      near(Undefined.map(one.ratioOneMore, Fraction.toNumber), wanted.oneMoreSelected.ratio)
      expect(one.isReversedByOne).toBe(wanted.flipFlop)
    })
  }
})

describe("AdverseImpact.compare", () => {
  it("Q&A 21: no indication when one other person would reverse which rate is the higher", () => {
    const few = [{ group: "a", selected: 2, applicants: 6 }, { group: "b", selected: 1, applicants: 6 }]
    const [, second] = AdverseImpact.compare(few).groups
    expect(second).toMatchObject({ isBelow: true, isReversedByOne: true, finding: "too-few" })
  })

  it("decides 4/5 in whole numbers where binary fractions would not", () => {
    // 0.8 x 0.35 as binary fractions is 0.27999999999999997, below the rate of 0.28.
    const groups = [{ group: "a", selected: 35, applicants: 100 }, { group: "b", selected: 28, applicants: 100 }]
    expect(AdverseImpact.compare(groups).groups[1]).toMatchObject({ isBelow: false, finding: "no-indication" })
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 5 }), (k, scale) => {
      const one = { group: "a", selected: 5 * k, applicants: 1000 }
      const other = { group: "b", selected: 4 * k * scale, applicants: 1000 * scale }
      expect(AdverseImpact.compare([one, other]).groups[1]!.isBelow).toBe(false)
    }))
  })

  it("does not take a group of three as the measure of all others", () => {
    const groups = [
      { group: "tiny", selected: 3, applicants: 3 },
      { group: "a", selected: 50, applicants: 100 },
      { group: "b", selected: 45, applicants: 100 }
    ]
    const findings = AdverseImpact.compare(groups).groups.map(({ finding }) => finding)
    expect(findings).toEqual(["too-few", "reference", "no-indication"])
  })

  it("judges nobody when nobody was selected, when a group is empty, and when counts are wrong", () => {
    const nobody = AdverseImpact.compare([
      { group: "a", selected: 0, applicants: 50 },
      { group: "b", selected: 0, applicants: 40 }
    ])
    expect(nobody.groups.map(({ finding }) => finding)).toEqual(["too-few", "too-few"])
    const odd = AdverseImpact.compare([
      { group: "a", selected: 5, applicants: 50 },
      { group: "empty", selected: 0, applicants: 0 },
      { group: "wrong", selected: 9, applicants: 8 }
    ])
    expect(odd.groups.map(({ finding }) => finding)).toEqual(["reference", "too-few", "too-few"])
    expect(AdverseImpact.compare([]).highestRate).toMatchObject({ reason: "no-values" })
  })

  it("finds the same whatever the order and the names of groups, and mirrors intervals inside their ends", () => {
    const group = fc.record({ selected: fc.nat(60), applicants: fc.integer({ min: 60, max: 90 }) })
    fc.assert(fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (all) => {
      const named = all.map((one, i) => ({ group: `g${i}`, ...one }))
      const forwards = AdverseImpact.compare(named).groups
      const backwards = AdverseImpact.compare(named.toReversed()).groups.toReversed()
      const seen = (one: AdverseImpact.Comparison) => [one.finding, exact(one.ratio)]
      expect(backwards.map(seen)).toEqual(forwards.map(seen))
      for (const { differenceInterval, fisher, isSignificant } of forwards) {
        if (Undefined.isUndefined(fisher) || Undefined.isUndefined(differenceInterval)) continue
        expect(fisher).toBeGreaterThan(0)
        expect(fisher).toBeLessThanOrEqual(1)
        if (isSignificant) expect(fisher).toBeLessThanOrEqual(0.05 + 1e-12)
      }
    }))
  })
})

describe("AdverseImpact.byStratum", () => {
  it("adds strata up exactly and keeps each apart", () => {
    const row = (stratum: string, group: string, selected: number, applicants: number) =>
      ({ stratum, group, selected, applicants })
    const { strata, together } = AdverseImpact.byStratum([
      row("kerinci", "umum", 10, 100),
      row("kerinci", "afirmasi", 2, 40),
      row("bungo", "umum", 20, 100),
      row("bungo", "afirmasi", 9, 40)
    ])
    expect([...strata.keys()]).toEqual(["bungo", "kerinci"])
    expect(together.groups.map(({ applicants, selected }) => [selected, applicants])).toEqual([[30, 200], [11, 80]])
  })
})
