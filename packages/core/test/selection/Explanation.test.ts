import { Explanation } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, rules, select } from "./rounds.ts"

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

  it("tells each of two equals what is missing, the first one too", () => {
    const made = select([cell(1)], [row("a", 198, 200, 70, { gpa: "3.5" }), row("b", 198, 200, 70, { gpa: "3.5", birthDate: "1990-01-01" }), row("c", 198, 200, 60)])
    const [first, second, third] = [0, 1, 2].map((at) => Explanation.explain(made, at).final!)
    expect([first!.neighbour, first!.equal]).toMatchObject([undefined, { participant: "b", how: "missing", rung: "birthDate", own: undefined, theirs: undefined }])
    expect([second!.neighbour, second!.equal]).toMatchObject([{ participant: "a", how: "missing", rung: "birthDate" }, undefined])
    expect([third!.neighbour, third!.equal]).toMatchObject([{ how: "parted", rung: "final" }, undefined])
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

  it("tells the reason of a disqualification, and neither which test excluded somebody nor why a requirement was unmet", () => {
    const at = "2024-12-01"
    const people = select([cell(1)], [row("a", 200, 200, 80), row("b", 200, 200, 80), row("c", 200, 200, 80)], [
      { _tag: "Disqualified", participant: "a", exam: "practical", at, reason: "sent a stand-in" },
      { _tag: "Eliminated", participant: "b", exam: "practical", at, test: "health" },
      { _tag: "Ineligible", participant: "c", exam: "written", at, requirement: "age", reason: "born 1980-01-01" }
    ])
    const facts = [0, 1, 2].map((at) => Explanation.explain(people, at).failedFacts.map(({ condition, reason }) => [condition, reason]))
    expect(facts).toEqual([[["Honesty", "sent a stand-in"]], [["ExcludingTest", undefined]], [["Eligibility", undefined]]])
    expect(JSON.stringify([1, 2].map((at) => Explanation.explain(people, at)))).not.toMatch(/health|1980/)
  })

  it("shows no distance to somebody of another priority class", () => {
    const { ranking } = rules
    const order = ["first", "later"].map((id) => ({ id, title: id }))
    const byClass = { ...rules, ranking: { ...ranking, classes: { decidedBy: "board", source: ranking.source, order } } }
    const people = [
      row("a", 150, 150, 50, { priorityClass: "first" }),
      row("b", 200, 200, 90, { priorityClass: "later" }),
      row("c", 200, 200, 80, { priorityClass: "later" })
    ]
    const ranked = select([cell(1)], people, [], {}, byClass)
    const [a, b] = [0, 1].map((at) => Explanation.explain(ranked, at))
    expect(b).toMatchObject({ final: { rank: 2, neighbour: { participant: "a", rung: "class" } }, smallestChange: { _tag: "NoneSuffices" } })
    expect([b!.final?.cut, a!.final?.cut?.distance]).toEqual([undefined, 0])
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
