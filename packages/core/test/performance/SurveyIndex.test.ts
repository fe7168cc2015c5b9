import { Fraction, Undefined } from "@timbang/core/number"
import { SurveyIndex } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const scale = { lowest: 1, highest: 4 }
const form: SurveyIndex.Questionnaire = {
  elements: ["U1", "U2", "U3"],
  answers: scale,
  scale,
  factor: 25,
  weight: { name: "1/3", share: Fraction.make(1, 3) },
  bands: { decimals: 2, lowest: 2500, highest: 10_000, bands: [{ from: 2500, label: "D" }, { from: 7661, label: "B" }] },
  source: { instrument: "house rule", confidence: "host" }
}
const defined = (found: SurveyIndex.SurveyIndex | Undefined.Undefined) => {
  if (Undefined.isUndefined(found)) throw new Error(found.reason)
  return found
}

describe("SurveyIndex.fromTotals", () => {
  it("P13: a hospital laboratory with three dimensions of weight 0.33: 3.70, 3.80, 3.00, sum 3.465, index 86.625, so 86.63", () => {
    const local = { ...form, weight: { name: "0.33", share: Fraction.make(33, 100) } }
    const index = defined(SurveyIndex.fromTotals(local, [74, 76, 60], [20, 20, 20]))
    expect(index.elements.map(({ mean }) => mean.toFixed(2))).toEqual(["3.70", "3.80", "3.00"])
    expect(Fraction.format(index.exact)).toBe("693/8")
    expect(Fraction.toNumber(Fraction.divide(index.exact, Fraction.make(25)))).toBe(3.465)
    expect([index.index, index.published]).toEqual([86.625, 8663])
  })

  it("lies between 25 and 100, and one better answer raises it by exactly 25/(3n)", () => {
    const answers = fc.integer({ min: 1, max: 500 })
    fc.assert(fc.property(answers, fc.nat(), fc.nat(), fc.nat(), (n, a, b, c) => {
      const totals = [a, b, c].map((raw) => n + (raw % (3 * n)))
      const index = defined(SurveyIndex.fromTotals(form, totals, [n, n, n]))
      const better = defined(SurveyIndex.fromTotals(form, totals.map((total, at) => (at === 0 ? total + 1 : total)), [n, n, n]))
      expect(index.index >= 25 && index.index <= 100).toBe(true)
      expect(Fraction.format(Fraction.subtract(better.exact, index.exact))).toBe(Fraction.format(Fraction.make(25, 3 * n)))
    }))
  })

  it("lets equal elements share a place", () => {
    expect(defined(SurveyIndex.fromTotals(form, [30, 29, 30], [10, 10, 10])).priorities).toEqual([["U2"], ["U1", "U3"]])
  })

  it("is undefined where an element has no answer or a total is missing", () => {
    expect(SurveyIndex.fromTotals(form, [3, 3, 0], [1, 1, 0])).toMatchObject({ reason: "no-values", found: 2, needed: 3 })
    expect(SurveyIndex.fromTotals(form, [3, 3], [1, 1])).toMatchObject({ reason: "missing-values" })
  })

  it("maps stars from 1 to 5 in a straight line and says so", () => {
    const stars = { ...form, answers: { lowest: 1, highest: 5 } }
    const index = defined(SurveyIndex.fromTotals(stars, [10, 10, 10], [2, 2, 2]))
    expect([index.published, index.elements[0]!.mean]).toEqual([10_000, 4])
    expect(index.conventions).toContain("answers mapped onto the scale in a straight line")
    expect(SurveyIndex.ofRespondent(stars, [3, 3, 3])).toBeCloseTo(62.5, 12)
  })
})
