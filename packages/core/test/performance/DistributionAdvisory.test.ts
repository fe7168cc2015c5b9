import { DistributionAdvisory } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const predicates = ["great", "good", "weak"] as const
type P = (typeof predicates)[number]
const expectations: DistributionAdvisory.Expectations<P> = {
  byOrganisation: { good: [{ _tag: "LargestGroup", predicate: "good" }, { _tag: "AtMost", predicate: "good", percent: 70 }, { _tag: "Occurs", anyOf: ["weak"] }] },
  source: { instrument: "house rule", confidence: "host" }
}
const advise = (ratings: ReadonlyArray<P>) => DistributionAdvisory.advise(predicates, expectations, "good", ratings)

describe("DistributionAdvisory.advise", () => {
  it("does not depend on the order of people and counts everybody once", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...predicates), { maxLength: 20 }), (ratings) => {
      const found = advise(ratings)
      expect(advise(ratings.toReversed())).toEqual(found)
      expect(found.counts.great + found.counts.good + found.counts.weak).toBe(ratings.length)
      expect(found.advice === "as-usual").toBe(ratings.length > 0 && found.findings.every(({ isMet }) => isMet))
    }))
  })

  it("calls a unit too small only when no spread of so many people meets every expectation", () => {
    for (let people = 1; people <= 8; people++) {
      const all = Array.from({ length: 3 ** people }, (_, code) =>
        Array.from({ length: people }, (_, at) => predicates[Math.floor(code / 3 ** at) % 3]!))
      const possible = all.some((ratings) => advise(ratings).advice === "as-usual")
      for (const ratings of all.slice(0, 40)) expect(advise(ratings).advice === "too-small").toBe(!possible)
    }
  })

  it("does not count a way of rating that gives most people another predicate than the ideal one", () => {
    const shares: DistributionAdvisory.Expectations<P> = { ...expectations, byOrganisation: { good: [{ _tag: "AtMost", predicate: "good", percent: 70 }, { _tag: "Occurs", anyOf: ["weak"] }] } }
    const one = (of: DistributionAdvisory.Expectations<P>) => DistributionAdvisory.advise(predicates, of, "good", ["good"]).advice
    expect([one(shares), one({ ...shares, ideal: { good: "good" } })]).toEqual(["departs", "too-small"])
    expect(DistributionAdvisory.advise(predicates, { ...shares, ideal: { good: "good" } }, "good", ["good", "good", "good"]).advice).toBe("departs")
  })
})
