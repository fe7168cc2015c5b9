import { NeedAdjustment } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const reason: NeedAdjustment.Reason = {
  finding: "posts-unfilled",
  observed: 1,
  expected: 3,
  measuredIn: "posts",
  evidence: "round report 2024, table 3"
}
const of = (change: NeedAdjustment.Change, unit = "a"): NeedAdjustment.NeedAdjustment => ({
  round: "cpns-2024",
  unit,
  jobFamily: "nurse",
  change,
  reasons: [reason]
})
const claims = [
  { unit: "a", jobFamily: "nurse", people: Fraction.make(5, 2) },
  { unit: "b", jobFamily: "nurse", people: Fraction.make(1) }
]

describe("NeedAdjustment.take", () => {
  it("PP 11/2017, Pasal 14: posts left unfilled may be added to the next year", () => {
    const { claims: next, taken } = Result.getOrThrow(
      NeedAdjustment.take(claims, [of({ _tag: "PostsCarriedOver", posts: 2 })])
    )
    expect(next.map(({ people }) => Fraction.format(people))).toEqual(["9/2", "1"])
    expect(taken.map(({ after, before }) => [Fraction.format(before), Fraction.format(after)])).toEqual([[
      "5/2",
      "9/2"
    ]])
  })

  it("training and a review change no claim and are recorded all the same", () => {
    const { claims: next, taken } = Result.getOrThrow(NeedAdjustment.take(claims, [
      of({ _tag: "TrainingInstead", competence: "emergency care", people: 4 }),
      of({ _tag: "IndicatorToReview", indicator: "stunting" }, "b")
    ]))
    expect(next).toEqual(claims)
    expect(taken).toHaveLength(2)
  })

  it("refuses an absent cell, a missing reason and a number that is none", () => {
    const tag = (adjustment: NeedAdjustment.NeedAdjustment) =>
      Result.match(NeedAdjustment.take(claims, [adjustment]), {
        onFailure: ({ _tag }) => _tag,
        onSuccess: () => "taken"
      })
    expect(tag(of({ _tag: "PostsCarriedOver", posts: 1 }, "c"))).toBe("CellAbsent")
    expect(tag({ ...of({ _tag: "PostsCarriedOver", posts: 1 }), reasons: [] })).toBe("AdjustmentRefused")
    expect(tag(of({ _tag: "PostsCarriedOver", posts: -1 }))).toBe("AdjustmentRefused")
    expect(tag(of({ _tag: "PostsWithdrawn", posts: 0.5 }))).toBe("AdjustmentRefused")
    expect(tag(of({ _tag: "ShareOfClaim", share: -1.5 }))).toBe("AdjustmentRefused")
    expect(tag(of({ _tag: "ShareOfClaim", share: "much" }))).toBe("AdjustmentRefused")
  })

  it("the order of the adjustments never decides", () => {
    const change: fc.Arbitrary<NeedAdjustment.Change> = fc.oneof(
      fc.nat(9).map((posts) => ({ _tag: "PostsCarriedOver" as const, posts })),
      fc.nat(9).map((posts) => ({ _tag: "PostsWithdrawn" as const, posts })),
      fc.constantFrom("-0.5", "0.25", "-1", "1/3").map((share) => ({ _tag: "ShareOfClaim" as const, share }))
    )
    fc.assert(fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const forth = Result.getOrThrow(NeedAdjustment.take(claims, changes.map((one) => of(one))))
      const back = Result.getOrThrow(NeedAdjustment.take(claims, changes.map((one) => of(one)).reverse()))
      expect(back.claims).toEqual(forth.claims)
      expect(forth.claims.every(({ people }) => people.numerator >= 0n)).toBe(true)
    }))
  })
})
