import { Explanation } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, select } from "./rounds.ts"

describe("Explanation.explain", () => {
  const made = select([cell(1)], [
    row("a", 150, 200, "70", { gpa: 3.5, birthDate: "1990-01-01" }),
    row("b", 150, 200, "70", { gpa: 3.5, birthDate: "1991-01-01" }),
    row("c", 150, 190, "70"),
    row("d", 99, 119, "99")
  ])
  const of = (participant: string) => Explanation.explain(made, made.cohort.participant.indexOf(participant))

  it("gives every failed minimum with its value, its limit and its source", () => {
    expect(of("d").minimums.map(({ amount, isMet, limit, source }) => [amount.id, amount.units, limit, isMet, source.instrument])).toEqual([
      ["knowledge", 99, 100, false, "Specimen"],
      ["attitude", 119, 120, false, "Specimen"]
    ])
  })

  it("shows the neighbour and the rung, and for age neither of the dates", () => {
    expect(of("b").final!.neighbour).toEqual({ participant: "a", how: "parted", rung: "birthDate", own: undefined, theirs: undefined })
    expect(JSON.stringify(of("b"))).not.toContain("1990")
    expect(of("c").final!.neighbour).toMatchObject({ participant: "b", rung: "final" })
  })

  it("gives the distance to the last seat", () => {
    expect(of("a").final!.cut!.distance).toBe(0)
    const { cut } = of("c").final!
    expect(cut!.distance).toBe(of("c").steps.at(-1)!.result.units! - cut!.amount.units!)
    expect(cut!.distance).toBeLessThan(0)
  })

  it("shows the steps of the second exam only to those who stand in the final order", () => {
    expect(of("a").steps.map(({ step }) => step.id)).toEqual(["written", "written100", "written40", "practice60", "final"])
    expect(of("d").steps.map(({ step }) => step.id)).toEqual(["written", "written100", "written40"])
  })

  it("explains everybody of any crowd, with a rank exactly where the final order has one", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 0, max: 3 }), (people, seats) => {
      const any = select([cell(seats)], people)
      people.forEach((_, at) => {
        const explained = Explanation.explain(any, at)
        expect(explained.final?.rank ?? 0).toBe(any.final!.rank[at])
        expect(explained.steps.every(({ result }) => result.units !== undefined)).toBe(true)
      })
    }))
  })
})
