import { Counting, OfficialChecks, Problems } from "@timbang/language"
import { describe, expect, it } from "vitest"

describe("Counting.counted", () => {
  it("puts one in the singular, everything else in the plural, zero too", () => {
    expect([0, 1, 2, "1"].map((number) => Counting.counted(number, "entry", "entries"))).toEqual(["0 entries", "1 entry", "2 entries", "1 entry"])
  })

  it("lets a verb agree", () => {
    expect(Problems.oddity({ _tag: "LooksLikeRawScore", component: "skb", above: 1, maximum: 100, rawMaximum: 500, rawColumn: "skbRaw" }, "en"))
      .toBe("skb looks like a raw score: 1 value lies above 100, none above 500. Put raw scores into the column skbRaw.")
  })

  it("is what summaries count with", () => {
    const checked = { findings: [], outcomes: { _tag: "Recomputed" }, seatsAssumed: ["F1"], seatsDiffer: [], missingFromList: [], missingFromRecords: [] } as const
    const lines = OfficialChecks.lines({ official: "L.csv", formations: undefined, title: "x", stage: "final", guard: { _tag: "not-checked" }, checked, printedSeats: 0, notDescribed: [], different: [] }, "en")
    expect(lines.at(-1)).toMatch(/^Seats of 1 formation are /)
  })
})
