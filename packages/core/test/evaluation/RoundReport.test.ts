import { RoundReport } from "@timbang/core/evaluation"
import { Fraction, Undefined } from "@timbang/core/number"
import { describe, expect, it } from "vitest"

const facts: RoundReport.Facts = {
  round: "cpns-2024",
  stages: [
    { stage: "announcement", from: "2024-08-19", until: "2024-09-02", plannedUntil: "2024-09-02" },
    { stage: "registration", from: "2024-08-20", until: "2024-09-10", plannedUntil: "2024-09-06" },
    { stage: "objection", from: "2025-01-13", until: "2025-01-15" }
  ],
  seats: [
    { group: "umum", opened: 90, filled: 72, resigned: 3 },
    { group: "disabilitas", opened: 10, filled: 2, resigned: 0 }
  ],
  costs: [{ kind: "exam", rupiah: 900_000_000n }, { kind: "staff", rupiah: 100_000_001n }],
  spendingBefore: { year: 2024, personnel: 350n, total: 1000n },
  spendingAfter: { year: 2026, personnel: 310n, total: 1000n },
  receipts: { issued: 4000, verified: 260 },
  objections: [
    { filed: "2025-01-13", due: "2025-01-22", answered: "2025-01-22", isAccepted: true },
    { filed: "2025-01-14", due: "2025-01-22", answered: "2025-01-23", isAccepted: false },
    { filed: "2025-01-15", due: "2025-01-22" }
  ],
  trust: [{ question: "process-was-fair", agree: 150, answered: 200, asked: 4000 }]
}

const text = (share: Fraction.Fraction | Undefined.Undefined) =>
  Undefined.isUndefined(share) ? share.reason : Fraction.format(share)

describe("RoundReport.make", () => {
  const report = RoundReport.make(facts)

  it("counts both ends of a stage, and lateness against the published schedule", () => {
    expect(report.stages.slice(0, 2).map(({ days, late }) => [days, late])).toEqual([[15, 0], [22, 4]])
    expect(report.stages[2]!.late).toMatchObject({ reason: "missing-values" })
    expect(report.days).toBe(150)
  })

  it("spreads the cost over seats that stayed filled, half-up to whole rupiah", () => {
    expect(report.cost).toBe(1_000_000_001n)
    expect(report.costPerFilledSeat).toBe(14_084_507n)
  })

  it("keeps seats, resignations, receipts, objections and spending as exact shares with their counts", () => {
    expect(report.unfilled).toMatchObject({ count: 26, of: 100 })
    expect(text(report.unfilled.share)).toBe("13/50")
    expect(report.resigned).toMatchObject({ count: 3, of: 74 })
    expect(text(report.receiptsVerified.share)).toBe("13/200")
    expect([text(report.personnelBefore), text(report.personnelAfter)]).toEqual(["7/20", "31/100"])
    expect(report.objections).toMatchObject({ filed: 3, answeredLate: 1, open: 1 })
    expect(report.objections.answeredInTime).toMatchObject({ count: 1, of: 3 })
    expect(report.objections.accepted).toMatchObject({ count: 1, of: 2 })
    expect(report.trust[0]!.agreed.interval).toMatchObject({ method: "wilson", level: 0.95 })
    expect(text(report.trust[0]!.responded.share)).toBe("1/20")
  })

  it("prints no share of more than all or less than none", () => {
    const { unfilled } = RoundReport.make({ ...facts, seats: [{ group: "umum", opened: 3, filled: 5, resigned: 0 }] })
    expect(unfilled).toMatchObject({ count: -2, share: { reason: "out-of-range" }, interval: { reason: "out-of-range" } })
  })

  it("says what is missing instead of dividing by nothing", () => {
    const empty = RoundReport.make({
      round: "x", stages: [{ stage: "open", from: "2024-01-01" }], seats: [], costs: [],
      receipts: { issued: 0, verified: 0 }, objections: [], trust: []
    })
    expect(empty.days).toMatchObject({ reason: "missing-values" })
    expect(empty.stages[0]!.days).toMatchObject({ reason: "missing-values" })
    expect(empty.costPerFilledSeat).toMatchObject({ reason: "not-positive" })
    expect(empty.personnelBefore).toMatchObject({ reason: "missing-values" })
    const { objections, receiptsVerified, resigned, unfilled } = empty
    for (const { interval, share } of [unfilled, resigned, receiptsVerified, objections.accepted]) {
      expect([share, interval]).toMatchObject([{ reason: "no-values" }, { reason: "no-values" }])
    }
  })
})
