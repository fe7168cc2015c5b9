import { type Predicate, RatingProposal } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const guidance: RatingProposal.Guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source }
const results = (levels: string): ReadonlyArray<RatingProposal.MainResult> =>
  [...levels].map((letter, at) => ({
    id: `r${at}`,
    ...(letter === "?" ? {} : { level: ({ a: "above", e: "as-expected", b: "below" } as const)[letter as "a" | "e" | "b"] })
  }))
const propose = (levels: string, positive: number, notPositive: number) =>
  RatingProposal.workResult(results(levels), { positive, notPositive }, guidance).level

describe("RatingProposal.workResult", () => {
  it("is above only when most are above, none below and most feedback positive", () => {
    expect(propose("aae", 3, 1)).toBe("above")
    expect(propose("aaab", 3, 1)).toBe("as-expected")
    expect(propose("aae", 1, 1)).toBe("as-expected")
    expect(propose("aeee", 3, 0)).toBe("as-expected")
  })

  it("is below only when most are below and most feedback is not positive", () => {
    expect(propose("bbe", 1, 3)).toBe("below")
    expect(propose("bbe", 3, 1)).toBe("open")
    expect(propose("be", 1, 3)).toBe("open")
  })

  it("is open, with the reason, where the guidance is silent: no feedback, nothing measured, half below", () => {
    expect(propose("aae", 0, 0)).toBe("open")
    expect(propose("???", 5, 0)).toBe("open")
    expect(propose("eebb", 5, 0)).toBe("open")
    expect(RatingProposal.workResult(results("a?"), { positive: 0, notPositive: 0 }, guidance).reasons.map(({ _tag }) => _tag))
      .toEqual(["MostResultsAbove", "MostAtLeastAsExpected", "NoResultBelow", "NoFeedback", "NotMeasured", "GuidanceIsSilent"])
  })

  it("never falls when one result gets better, and never depends on the order of results", () => {
    const rank: Record<Predicate.Level | "open", number> = { below: 0, open: 1, "as-expected": 2, above: 3 }
    const letters = fc.array(fc.constantFrom("a", "e", "b"), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(letters, fc.nat(6), fc.nat(6), fc.nat(7), (all, positive, notPositive, at) => {
      const before = propose(all.join(""), positive, notPositive)
      const better = all.map((letter, index) => (index === at % all.length ? (letter === "b" ? "e" : "a") : letter))
      expect(rank[propose(better.join(""), positive, notPositive)]).toBeGreaterThanOrEqual(rank[before])
      expect(propose(all.toReversed().join(""), positive, notPositive)).toBe(before)
    }))
  })

  it("carries the reading of the guidance it used", () => {
    expect(RatingProposal.workResult(results("aae"), { positive: 1, notPositive: 0 }, guidance).guidance).toBe(guidance)
  })
})
