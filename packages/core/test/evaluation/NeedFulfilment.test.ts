import { DifferenceInDifferences, NeedFulfilment, Threat } from "@timbang/core/evaluation"
import { Fraction, Undefined } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const staffing = (unit: string, required: number, before: number, after: number): NeedFulfilment.Staffing => ({
  unit,
  jobFamily: "nurse",
  requiredBefore: Fraction.make(required),
  requiredAfter: Fraction.make(required),
  staffBefore: before,
  staffAfter: after,
  opened: Math.max(0, required - before),
  filled: Math.max(0, after - before),
  left: 0
})

const panel = (clusters: number, effect: number): ReadonlyArray<DifferenceInDifferences.Observation> =>
  Array.from({ length: clusters }, (_, i) => {
    const isTreated = i % 2 === 0
    const start = 60 + ((i * 37) % 11)
    const drift = (i * 13) % 5
    return [
      { cluster: `u${i}`, isTreated, isAfter: false, outcome: start },
      { cluster: `u${i}`, isTreated, isAfter: true, outcome: start + drift + (isTreated ? effect : 0) }
    ]
  }).flat()

const outcome = (observations: ReadonlyArray<DifferenceInDifferences.Observation>, known: Threat.Known = {}) => ({
  indicator: "births attended",
  better: "more" as const,
  estimate: DifferenceInDifferences.estimate(observations),
  threats: Threat.check(observations, known)
})

describe("NeedFulfilment.judge", () => {
  it("says met only when nobody is lacking and a service improved", () => {
    const full = [staffing("a", 5, 3, 5), staffing("b", 4, 4, 4)]
    const better = outcome(panel(40, 8))
    expect(better.threats.filter(({ status }) => status === "broken")).toEqual([])
    expect(NeedFulfilment.judge(full, [better]).verdict).toBe("met")
    expect(NeedFulfilment.judge(full, []).verdict).toBe("partly")
    expect(NeedFulfilment.judge(full, [outcome(panel(40, 0))]).verdict).toBe("partly")
    expect(NeedFulfilment.judge(full, [better, { ...better, better: "less" }]).verdict).toBe("partly")
    expect(NeedFulfilment.judge([staffing("a", 5, 3, 4)], [better]).verdict).toBe("partly")
    expect(NeedFulfilment.judge([staffing("a", 5, 3, 3)], []).verdict).toBe("not-shown")
    expect(NeedFulfilment.judge([], []).because).toEqual(["nobody-was-lacking", "no-outcome-measured"])
  })

  it("does not trust a change that something broke", () => {
    const broken = outcome(panel(40, 8), { hadAnotherChange: true })
    const judged = NeedFulfilment.judge([staffing("a", 5, 3, 3)], [broken])
    expect(judged.outcomes[0]!.shows).toBe("not-to-be-trusted")
    expect(judged.verdict).toBe("not-shown")
  })

  it("a surplus in one place does not fill a gap in another", () => {
    const cells = [staffing("a", 5, 3, 9), staffing("b", 5, 3, 3)]
    const { closed, lackingAfter, lackingBefore } = NeedFulfilment.judge(cells, [])
    expect([Fraction.format(lackingBefore), Fraction.format(lackingAfter)]).toEqual(["4", "2"])
    expect(Undefined.isUndefined(closed) ? closed.reason : Fraction.format(closed)).toBe("1/2")
  })

  it("one more person never makes a verdict worse", () => {
    const order = ["not-shown", "partly", "met"]
    fc.assert(fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (required, before, after) => {
      const one = NeedFulfilment.judge([staffing("a", required, before, after)], []).cells[0]!
      const more = NeedFulfilment.judge([staffing("a", required, before, after + 1)], []).cells[0]!
      expect(order.indexOf(more.verdict)).toBeGreaterThanOrEqual(order.indexOf(one.verdict))
    }))
  })

  it("does not care for the order of the cells", () => {
    const cells = [staffing("b", 5, 3, 4), staffing("a", 3, 1, 3), staffing("c", 2, 2, 2)]
    expect(NeedFulfilment.judge(cells.toReversed(), [])).toEqual(NeedFulfilment.judge(cells, []))
  })
})

describe("Threat.check", () => {
  const status = (threats: ReadonlyArray<Threat.Checked>) =>
    Object.fromEntries(threats.map((one) => [one.threat, one.status]))

  it("lists every point, and says which nobody checked", () => {
    expect(status(Threat.check(panel(40, 3), {}))).toEqual({
      "trends-differed-before": "not-checked",
      "starting-points-differ": "held",
      "few-clusters": "held",
      "few-treated-clusters": "held",
      "units-lost": "held",
      "staff-moved-between": "not-checked",
      "another-change": "not-checked",
      "measured-otherwise": "not-checked"
    })
  })

  it("finds each break", () => {
    const all = panel(40, 3)
    const known = { earlier: panel(40, 6), staffMoved: 2, hadAnotherChange: true, wasMeasuredOtherwise: true }
    expect(status(Threat.check(all, known))).toMatchObject({
      "trends-differed-before": "broken",
      "staff-moved-between": "broken",
      "another-change": "broken",
      "measured-otherwise": "broken"
    })
    const few = status(Threat.check(all.slice(0, 12), {}))
    expect(few).toMatchObject({ "few-clusters": "broken", "few-treated-clusters": "broken" })
    expect(status(Threat.check(all.filter((_, i) => i % 8 !== 1), {}))).toMatchObject({ "units-lost": "broken" })
    const apart = all.map((one) => (one.isTreated ? { ...one, outcome: one.outcome + 30 } : one))
    expect(status(Threat.check(apart, {}))).toMatchObject({ "starting-points-differ": "broken" })
  })
})
