import { LowPerformance } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const rules: ReadonlyArray<LowPerformance.Rule> = [
  { positions: ["head"], lowPredicates: ["fair", "poor"], monthsToImprove: 6, source },
  { positions: ["clerk"], lowPredicates: ["poor"], monthsToImprove: 6, afterwards: { placementMonths: 12 }, source }
]

describe("LowPerformance.consider", () => {
  it("says by which predicates the steps begin, and cites the rule of the position", () => {
    const outcome = LowPerformance.consider(rules, { position: "head", predicate: "good", since: "2026-01-31" }, "2026-02-01")
    expect(outcome).toEqual({ step: { _tag: "not-concerned" }, position: "head", predicate: "good", lowPredicates: ["fair", "poor"], source })
  })

  it("leaves a placement by a free post before it ends, and after", () => {
    const placed = { position: "clerk", predicate: "poor", since: "2026-01-31", hasImproved: false, test: "same-level", placedOn: "2026-09-01" } as const
    const step = (more: Partial<LowPerformance.Record>, day: string) => LowPerformance.consider(rules, { ...placed, ...more }, day).step
    expect([step({}, "2027-09-01")._tag, step({}, "2027-09-02")._tag]).toEqual(["placed", "dismissal-due"])
    expect([step({ isPostFree: true }, "2027-01-01"), step({ isPostFree: true }, "2027-10-01")]).toEqual([{ _tag: "move", level: "same-level" }, { _tag: "move", level: "same-level" }])
  })

  it("judges improvement only when the time has passed, and never before", () => {
    const record = { position: "clerk", predicate: "poor", since: "2026-08-31", hasImproved: false }
    expect(LowPerformance.consider(rules, record, "2027-02-28").step).toEqual({ _tag: "time-to-improve", until: "2027-02-28" })
    expect(LowPerformance.consider(rules, record, "2027-03-01").step._tag).toBe("test-due")
  })
})
