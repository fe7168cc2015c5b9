import { describe, expect, it } from "vitest"
import * as SelectionRates from "../../src/evaluation/SelectionRates.ts"

describe("SelectionRates.ofCounts", () => {
  it("keeps a protected group of nine out, and its complement, and says how many", () => {
    const row = (group: string, selected: number, applicants: number) => ({ grouping: "disabilitas", group, selected, applicants })
    const found = SelectionRates.ofCounts([row("ya", 1, 9), row("tidak", 20, 300)], 10)
    expect([found.hidden, found.fairness[0]!.together.groups]).toEqual([2, []])
    const large = SelectionRates.ofCounts([row("ya", 2, 40), row("tidak", 60, 300)], 10)
    expect([large.hidden, large.fairness[0]!.together.groups.map(({ finding }) => finding)]).toEqual([0, ["indication", "reference"]])
  })
})
