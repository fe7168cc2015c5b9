import { Cohort, type Event, Gaps, Outcome, type Selection } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, rules, select } from "./rounds.ts"

const gaps = (rows: ReadonlyArray<Cohort.Row>, more: { readonly doubt?: Gaps.Doubt; readonly stage?: string; readonly seats?: number; readonly events?: ReadonlyArray<Event.Event> } = {}) => {
  const formations = [cell(more.seats ?? 1)]
  const cohort = Result.getOrThrow(Cohort.fromRows(rules, formations, rows))
  const { scores } = Gaps.ahead({
    ruleSet: rules,
    formations,
    cohort,
    events: more.events ?? [],
    options: { stage: more.stage ?? "final" },
    ...(more.doubt === undefined ? {} : { doubt: more.doubt })
  })
  return Object.fromEntries(scores.map(({ component, rows: lacking }) => [component, lacking.map((at) => cohort.participant[at])]))
}
const without = (participant: string): Cohort.Row => ({ participant, formation: "F1", scores: { attitude: 200 } })

describe("Gaps.ahead", () => {
  it("asks for a second score only of whoever goes on even below everybody who is unsure", () => {
    const rows = [row("a", 200, 200), row("b", 190, 200), row("c", 180, 200), without("d")]
    expect(gaps(rows)).toEqual({ knowledge: ["d"], practice: ["a", "b"] })
    expect(gaps(rows, { doubt: { takingPart: new Set([0]) } })).toEqual({ knowledge: ["d"], practice: ["b"] })
    expect(gaps(rows, { seats: 2 })).toEqual({ knowledge: ["d"], practice: ["a", "b", "c"] })
    expect(gaps(rows, { stage: "written" })).toEqual({ knowledge: ["d"] })
  })

  it("asks nothing of those who were absent or left, and nothing of those below a minimum", () => {
    const events: ReadonlyArray<Event.Event> = [
      { _tag: "Absent", participant: "d", exam: "written", at: "2024-10-16" },
      { _tag: "Withdrawn", participant: "a", exam: "practical", at: "2024-12-01" }
    ]
    expect(gaps([row("a", 200, 200), row("b", 190, 200), row("c", 99, 200), without("d")], { events })).toEqual({ practice: ["b"] })
  })

  it("never asks for a second score that is not needed once the first ones are filled in", () => {
    const options = { stage: "written" } as const
    const goesOn = (made: Selection.Selection, participant: string) =>
      Outcome.tags[made.outcome[made.cohort.participant.indexOf(participant)]!] === "advanced"
    fc.assert(fc.property(crowd(), fc.nat({ max: 11 }), fc.nat({ max: 11 }), (people, one, two) => {
      const at = [one % people.length, two % people.length]
      const rows = people.map((person, index) => ({
        ...person,
        scores: { ...person.scores, practice: undefined, ...(at.includes(index) ? { knowledge: undefined } : {}) }
      }))
      const truth = select([cell(1)], people, [], options)
      const asked = gaps(rows)["practice"] ?? []
      expect(asked.every((participant) => goesOn(truth, participant!))).toBe(true)
    }))
  })
})
