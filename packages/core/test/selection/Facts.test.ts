import { Cohort, type Event, Outcome, Selection, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const rows = ["24-1", "24-2"].map((participant) => ({
  participant,
  formation: "F1",
  scores: { knowledge: 198, attitude: 200, practice: participant === "24-1" ? 80 : 70 }
}))
const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
const run = (events: ReadonlyArray<Event.Event>) =>
  Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, events)
const outcomes = (events: ReadonlyArray<Event.Event>) =>
  Array.from(Result.getOrThrow(run(events)).outcome, (tag) => Outcome.tags[tag])

const ineligible: Event.Ineligible = {
  _tag: "Ineligible",
  participant: "24-1",
  exam: "written",
  at: "2024-09-20",
  requirement: "age",
  reason: "36 completed years"
}
const reinstated: Event.Reinstated = {
  _tag: "Reinstated",
  participant: "24-1",
  exam: "written",
  at: "2024-09-28",
  exclusion: "Ineligible",
  basis: "Objection 3"
}

describe("Facts.gather", () => {
  it("refuses events whose day is no calendar day, since their order and their effect hang on it", () => {
    const events = ["2024-9-20", "2024-02-30", ""].map((at) => ({ ...ineligible, at }))
    const refused = Result.getOrThrow(Result.flip(run(events)))
    expect(refused._tag === "FactsRefused" && refused.faults.map(({ event, problem }) => [event, problem])).toEqual([
      [1, "day-invalid"],
      [2, "day-invalid"],
      [3, "day-invalid"]
    ])
  })
})

describe("Facts.gather: Reinstated", () => {
  it("takes back an exclusion, in whatever order the two are given", () => {
    expect(outcomes([ineligible])).toEqual(["ineligible", "selected"])
    expect(outcomes([reinstated, ineligible])).toEqual(["selected", "not-selected"])
    expect(outcomes([{ ...reinstated, at: ineligible.at }, ineligible])).toEqual(["selected", "not-selected"])
  })

  it("takes back only the requirement it names", () => {
    const second = { ...ineligible, requirement: "degree", reason: "no equivalence letter" }
    expect(outcomes([ineligible, second, { ...reinstated, requirement: "age" }])[0]).toBe("ineligible")
    expect(outcomes([ineligible, second, reinstated])[0]).toBe("selected")
  })

  it("an exclusion after it counts again", () => {
    expect(outcomes([ineligible, reinstated, { ...ineligible, at: "2024-10-05" }])[0]).toBe("ineligible")
  })

  it("without a basis, or with nothing to take back, it is refused", () => {
    const refused = Result.getOrThrow(Result.flip(run([{ ...reinstated, basis: " " }])))
    expect(refused._tag === "FactsRefused" && refused.faults.map(({ problem }) => problem)).toEqual([
      "basis-missing",
      "from-differs"
    ])
  })
})
