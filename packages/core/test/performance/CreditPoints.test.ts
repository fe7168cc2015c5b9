import { CreditPoints } from "@timbang/core/performance"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const rates: CreditPoints.Rates = { percentByPredicate: { great: 150, good: 100, weak: 75 }, coefficientByLevel: { a: 375, b: 1250, c: 3750 }, source }
const stretch = fc.record({ level: fc.constantFrom("a", "b", "c"), predicate: fc.constantFrom("great", "good", "weak"), months: fc.integer({ min: 1, max: 12 }) })
const earned = (all: ReadonlyArray<CreditPoints.Stretch>) => Result.getOrThrow(CreditPoints.earned(rates, all))

describe("CreditPoints.earned", () => {
  it("adds up exactly in any order and any cut into months", () => {
    fc.assert(fc.property(fc.array(stretch, { maxLength: 12 }), (all) => {
      expect(earned(all.toReversed())).toBe(earned(all))
      const months = all.flatMap((each) => Array.from({ length: each.months }, () => ({ ...each, months: 1 })))
      expect(earned(months)).toBe(earned(all))
      expect(Number.isSafeInteger(earned(all))).toBe(true)
    }))
  })
})

describe("CreditPoints.consider", () => {
  it("neither makes nor loses points: need, carried over and lost add up to what there is", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 45_000 }), fc.constantFrom("rank", "level"), (have, need, kind) => {
      const promotion: CreditPoints.Promotion = { kind, need, goodPredicates: ["good"], goodYears: 1, asksTestAndVacancy: false, source }
      const candidate = { points: CreditPoints.fromHundredths(have), yearsInRank: 0, predicates: ["good"], hasPassedTest: false, hasVacancy: false }
      const found = CreditPoints.consider(promotion, candidate)
      expect(found.isEligible).toBe(have >= need)
      expect(found.carriedOver + found.lost).toBe(found.surplus)
      if (found.isEligible) expect(CreditPoints.fromHundredths(need) + found.surplus).toBe(candidate.points)
      expect(kind === "rank" ? found.lost : found.carriedOver).toBe(0)
    }))
  })

  it("does not take fewer years than the rule asks for good ones", () => {
    const promotion: CreditPoints.Promotion = { kind: "rank", need: 0, goodPredicates: ["good"], goodYears: 2, asksTestAndVacancy: true, source }
    const found = CreditPoints.consider(promotion, { points: 0, yearsInRank: 9, predicates: ["good"], hasPassedTest: false, hasVacancy: false })
    expect(found.unmet.map(({ _tag }) => _tag)).toEqual(["PredicateTooLow", "TestMissing", "VacancyMissing"])
  })
})
