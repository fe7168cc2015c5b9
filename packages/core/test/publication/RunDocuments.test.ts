import { CanonicalJson, RunDocuments } from "@timbang/core/publication"
import { Selection, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { cell, outcomes, row, rules, select } from "../selection/rounds.ts"
import { portable } from "./worked.ts"

const thereAndBack = <A>(document: Parameters<typeof RunDocuments.write>[1], read: (value: CanonicalJson.Json) => A): A =>
  read(Result.getOrThrow(CanonicalJson.decode(portable, Result.getOrThrow(RunDocuments.write(portable, document)))))

describe("RunDocuments", () => {
  it("are read back as they were written", () => {
    const choices = RunDocuments.choicesOf({ filling: { isRun: false, consent: "asked" }, refillUntil: "2024-12-01" }, "protected")
    expect(thereAndBack(choices, RunDocuments.readChoices)).toEqual(choices)
    expect(thereAndBack([Specimen.formation], RunDocuments.readFormations)).toEqual([Specimen.formation])
  })

  it("saying that filling is run is no other choice than saying nothing", () => {
    expect(RunDocuments.choicesOf({ filling: { isRun: true } }, "protected")).toEqual(RunDocuments.choicesOf({}, "protected"))
  })

  it("facts lead a rerun to the same outcomes, without reasons", () => {
    const people = ["24-1", "24-2", "24-3", "24-4", "24-5"].map((participant, at) => row(participant, 150 + at, 200, "70"))
    const on = { exam: "written", at: "2024-10-01" }
    const events = [
      { _tag: "Absent", participant: "24-1", ...on },
      { _tag: "Disqualified", participant: "24-2", ...on, reason: "a reason" },
      { _tag: "Ineligible", participant: "24-3", ...on, requirement: "a requirement", reason: "a reason" },
      { _tag: "Ineligible", participant: "24-4", ...on, requirement: "a requirement", reason: "a reason" },
      { _tag: "Reinstated", participant: "24-4", exam: "written", at: "2024-10-02", exclusion: "Ineligible", basis: "B/1" },
      { _tag: "Withdrawn", participant: "24-5", exam: "practical", at: "2024-12-01" }
    ] as const
    const made = select([cell(2)], people, events)
    const facts = thereAndBack(RunDocuments.factsOf(made), RunDocuments.readFacts)!
    expect(JSON.stringify(facts)).not.toContain("reason")
    expect(facts.standing).toBe("simulasi")
    const again = Selection.run(rules, [cell(2)], made.recorded, RunDocuments.eventsOf(facts))
    expect(outcomes(Result.getOrThrow(again))).toEqual(outcomes(made))
  })

  it("refuse what is something else", () => {
    for (const value of [null, [], {}, { disclosure: "protected", name: "x" }, { disclosure: "protected", scoredOn: "tomorrow" }]) {
      expect(RunDocuments.readChoices(value)).toBeUndefined()
    }
    expect(RunDocuments.readFormations([{ ...Specimen.formation, seats: "1" } as unknown as CanonicalJson.Json])).toBeUndefined()
    expect(RunDocuments.readFacts({ standing: "simulasi", exclusions: [{ participant: "24-1", outcome: "selected", exam: "x", at: "2024-01-01" }], classes: {}, placements: [], lawChanges: [] })).toBeUndefined()
  })
})
