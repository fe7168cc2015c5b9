import { ContractRenewal, NineBox, ProfessionalismIndex } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const

describe("NineBox.place", () => {
  const grid: NineBox.Grid = {
    boxes: { low: { low: 1, middle: 3, high: 6 }, middle: { low: 2, middle: 5, high: 8 }, high: { low: 4, middle: 7, high: 9 } },
    performance: { great: "high", good: "middle", weak: "low" },
    potentialFrom: { middle: 60, high: 80 },
    succession: { national: [9], agency: [7, 8, 9] },
    source
  }

  it("reaches a third at its lowest potential, both limits included", () => {
    const box = (predicate: string, potential: number) => {
      const placed = NineBox.place(grid, { predicate, potential })
      return placed._tag === "Placed" ? placed.box : placed.because
    }
    expect([box("weak", 59.9), box("weak", 60), box("good", 79.9), box("good", 80), box("great", 80)]).toEqual([1, 3, 5, 8, 9])
    expect(box("hero", 80)).toBe("predicate-not-on-axis")
  })

  it("names the succession plans a box opens", () => {
    expect(NineBox.place(grid, { predicate: "great", potential: 90 })).toMatchObject({ plans: ["agency", "national"] })
    expect(NineBox.place(grid, { predicate: "weak", potential: 90 })).toMatchObject({ box: 6, plans: [] })
  })
})

describe("ContractRenewal.consider", () => {
  const rule: ContractRenewal.Rule = { goodPredicates: { value: ["good"], source }, earliestMonths: { value: 6, source }, conditions: source }
  const contract: ContractRenewal.Contract = { endsOn: "2026-08-31", predicate: "good", hasFittingCompetence: true, isNeeded: true, isApproved: true }

  it("opens six months before the end, on the last day of a shorter month", () => {
    expect(ContractRenewal.consider(rule, contract, "2026-02-27")).toMatchObject({ outcome: "pending", from: "2026-02-28" })
    expect(ContractRenewal.consider(rule, contract, "2026-02-28").outcome).toBe("may-be-renewed")
  })

  it("gives every reason at once, each with its provision", () => {
    const { outcome, reasons } = ContractRenewal.consider(rule, { ...contract, predicate: "poor", isNeeded: false, isApproved: false, hasFittingCompetence: false }, "2026-09-01")
    expect(outcome).toBe("conditions-not-met")
    expect(reasons.map(({ _tag }) => _tag)).toEqual(["PredicateTooLow", "CompetenceDoesNotFit", "NotNeeded", "NotApproved", "Ended"])
    expect(reasons.every((each) => each.source === source)).toBe(true)
  })

  it("is pending while the predicate or the approval is awaited", () => {
    const { endsOn, hasFittingCompetence, isNeeded } = contract
    expect(ContractRenewal.consider(rule, { endsOn, hasFittingCompetence, isNeeded }, "2026-06-01")).toMatchObject({
      outcome: "pending",
      reasons: [{ _tag: "PredicateAwaited" }, { _tag: "ApprovalAwaited" }]
    })
  })
})

describe("ProfessionalismIndex.ofUnit", () => {
  it("is undefined for a unit of nobody", () => {
    expect(ProfessionalismIndex.ofUnit({ decimals: 2, lowest: 0, highest: 1, bands: [] }, [])).toMatchObject({ reason: "no-values" })
  })
})
