import { Adjustment, NeedFulfilment, TrainingGap } from "@timbang/core/evaluation"
import { NeedAdjustment } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const cell = (unit: string, counts: Partial<NeedFulfilment.Staffing> = {}): NeedFulfilment.Staffing => ({
  unit,
  jobFamily: "nurse",
  requiredBefore: Fraction.make(5),
  requiredAfter: Fraction.make(5),
  staffBefore: 2,
  staffAfter: 3,
  opened: 3,
  filled: 2,
  left: 1,
  ...counts
})
const derive = (
  basis: Adjustment.Basis,
  cells: ReadonlyArray<NeedFulfilment.Staffing>,
  gaps: ReadonlyArray<TrainingGap.Gap> = []
) =>
  Adjustment.derive({
    round: "cpns-2024",
    basis,
    fulfilment: NeedFulfilment.judge(cells, []),
    gaps,
    drivers: cells.map(({ jobFamily, unit }) => ({ unit, jobFamily, indicator: "births" })),
    evidence: "evaluation of cpns-2024"
  })

describe("Adjustment.derive", () => {
  it("counts no post twice: each basis adjusts only what its claims do not hold already", () => {
    expect(derive("new-staffing", [cell("a")])).toEqual([])
    expect(derive("last-claims", [cell("a")])).toMatchObject([{ change: { _tag: "PostsWithdrawn", posts: 1 } }])
    const [carried] = derive("new-need-only", [cell("a")])
    expect(carried).toMatchObject({ change: { _tag: "PostsCarriedOver", posts: 2 } })
    expect(carried!.reasons.map(({ finding, observed, expected }) => [finding, observed, expected])).toEqual([
      ["posts-unfilled", 2, 3], ["recruits-left", 1, 2]
    ])
  })

  it("all bases lead to the same claim when nothing else changed", () => {
    fc.assert(fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (need, filledRaw, leftRaw) => {
      const opened = need
      const filled = Math.min(filledRaw, opened)
      const left = Math.min(leftRaw, filled)
      const required = 4 + need
      const one = cell("a", {
        requiredBefore: Fraction.make(required), requiredAfter: Fraction.make(required),
        staffBefore: 4, staffAfter: 4 + filled - left, opened, filled, left
      })
      const start = { "new-staffing": need - (filled - left), "last-claims": need, "new-need-only": 0 }
      for (const basis of ["new-staffing", "last-claims", "new-need-only"] as const) {
        const claims = [{ unit: "a", jobFamily: "nurse", people: Fraction.make(start[basis]) }]
        const posts = derive(basis, [one]).filter(({ change }) => change._tag !== "IndicatorToReview")
        const taken = Result.getOrThrow(NeedAdjustment.take(claims, posts))
        expect(Fraction.format(taken.claims[0]!.people), basis).toBe(String(need - (filled - left)))
      }
    }))
  })

  it("withdraws people beyond the requirement and sends the driver to be looked at", () => {
    const beyond = { requiredAfter: Fraction.make(7, 2), staffAfter: 5, filled: 3, left: 0 }
    const made = derive("new-need-only", [cell("a", beyond)])
    expect(made.map(({ change }) => change)).toEqual([
      { _tag: "IndicatorToReview", indicator: "births" },
      { _tag: "PostsWithdrawn", posts: 1 }
    ])
  })

  it("proposes training instead only where skill is shown to be below and people are not lacking", () => {
    const rated = { unit: "a", jobFamily: "nurse", competence: "triage", ratings: [2, 2.1, 1.9, 2], standard: 3 }
    const gaps = (peopleLacking: Fraction.Fraction | undefined) =>
      TrainingGap.find([rated], peopleLacking === undefined ? [] : [{ unit: "a", jobFamily: "nurse", peopleLacking }])
    expect(derive("new-staffing", [cell("a")], gaps(Fraction.zero))).toMatchObject([
      {
        change: { _tag: "TrainingInstead", competence: "triage", people: 4 },
        reasons: [{ finding: "competence-below-standard" }]
      }
    ])
    expect(derive("new-staffing", [cell("a")], gaps(Fraction.one))).toEqual([])
    expect(derive("new-staffing", [cell("a")], gaps(undefined))).toEqual([])
  })

  it("feeding it into the next round changes the claims, with at least one reason each", () => {
    const made = derive("new-need-only", [cell("b"), cell("a")])
    expect(made.map(({ unit }) => unit)).toEqual(["a", "b"])
    expect(made.every(({ reasons }) => reasons.length > 0)).toBe(true)
    const claims = ["a", "b"].map((unit) => ({ unit, jobFamily: "nurse", people: Fraction.make(5, 2) }))
    const { claims: next } = Result.getOrThrow(NeedAdjustment.take(claims, made))
    expect(next.map(({ people }) => Fraction.format(people))).toEqual(["9/2", "9/2"])
  })
})
