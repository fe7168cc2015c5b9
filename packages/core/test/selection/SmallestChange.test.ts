import { Outcome, SmallestChange } from "@timbang/core/selection"
import type { Cohort, Selection } from "@timbang/core/selection"
import { Scaled } from "@timbang/core/number"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, select } from "./rounds.ts"

const noFilling: Selection.Options = { filling: { isRun: false } }

const reached = (seats: number, people: ReadonlyArray<Cohort.Row>, at: number, goal: SmallestChange.Goal): boolean => {
  const made = select([cell(seats)], people, [], goal === "shortlist" ? { stage: "written" } : noFilling)
  return Outcome.tags[made.outcome[at]!] === (goal === "shortlist" ? "advanced" : "selected")
}

const withScore = (people: ReadonlyArray<Cohort.Row>, at: number, component: string, score: string): ReadonlyArray<Cohort.Row> =>
  people.map((person, index) => index === at ? { ...person, scores: { ...person.scores, [component]: score } } : person)

describe("SmallestChange.find", () => {
  it("names a score that is enough and below which the same component is not, as a rerun shows", () => {
    fc.assert(fc.property(crowd(9), fc.integer({ min: 1, max: 2 }), (people, seats) => {
      const made = select([cell(seats)], people, [], noFilling)
      people.forEach((_, at) => {
        const found = SmallestChange.find(made, at)
        if (found._tag !== "Found") return
        for (const { component, from, to } of found.changes) {
          const decimals = made.plan.scales[component]!.decimals
          const rerun = (units: number) => reached(seats, withScore(people, at, component, Scaled.format(units, decimals)), at, found.goal)
          expect([people[at]!.participant, component, to, rerun(to)]).toEqual([people[at]!.participant, component, to, true])
          if (to - 1 > from) expect([component, to - 1, rerun(to - 1)]).toEqual([component, to - 1, false])
        }
      })
    }), { numRuns: 60 })
  })

  it("leaves a component out only when its maximum is not enough, as a rerun shows", () => {
    fc.assert(fc.property(crowd(9), fc.integer({ min: 1, max: 2 }), (people, seats) => {
      const made = select([cell(seats)], people, [], noFilling)
      people.forEach((_, at) => {
        const found = SmallestChange.find(made, at)
        if (found._tag === "NotAsked") return
        const named = found._tag === "Found" ? found.changes.map(({ component }) => component) : []
        for (const [component, maximum] of [["knowledge", "300"], ["attitude", "250"], ["practice", "100"]] as const) {
          if (named.includes(component)) continue
          expect([component, reached(seats, withScore(people, at, component, maximum), at, found.goal)]).toEqual([component, false])
        }
      })
    }), { numRuns: 60 })
  })

  it("does not promise a seat by a grade average that a third person of the tie does not have", () => {
    const people = [
      row("P00", 110, 200, "50.5", { gpa: "3.9" }),
      row("P01", 151, 200, "50.5", { gpa: "3.1" }),
      row("P02", 151, 200, "50.5")
    ]
    const found = SmallestChange.find(select([cell(1)], people, [], noFilling), 0)
    expect(found._tag === "Found" && found.changes[0]).toEqual({ component: "knowledge", from: 110, to: 152 })
  })

  it("says that no single score suffices for somebody who misses two minimums", () => {
    const made = select([cell(1)], [row("a", 90, 110, 50)], [], noFilling)
    expect(SmallestChange.find(made, 0)).toEqual({ _tag: "NoneSuffices", goal: "shortlist" })
  })

  it("asks nothing of the selected and of those whom no score can help", () => {
    const events = [{ _tag: "Disqualified", participant: "b", exam: "written", at: "2024-10-01", reason: "cheating" }] as const
    const made = select([cell(1)], [row("a", 150, 200, 70), row("b", 150, 200, 70)], events)
    expect([SmallestChange.find(made, 0), SmallestChange.find(made, 1)]).toEqual([{ _tag: "NotAsked" }, { _tag: "NotAsked" }])
  })
})
