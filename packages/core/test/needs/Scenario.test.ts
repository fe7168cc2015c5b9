import { NeedScore, Scenario } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { model } from "./regency.ts"

const scenario = (...changes: ReadonlyArray<Scenario.Change>): Scenario.Scenario => ({
  id: "s",
  title: "what if",
  changes
})

const claimsOf = (of: typeof model) => Result.map(NeedScore.score(of), ({ claims }) => claims)

const failure = (...changes: ReadonlyArray<Scenario.Change>) =>
  Result.match(Scenario.apply(model, scenario(...changes)), {
    onFailure: ({ _tag, message }) => `${_tag}: ${message}`,
    onSuccess: () => "applied"
  })

describe("Scenario.apply", () => {
  it("sets, adds and multiplies exactly, and leaves the baseline as it was", () => {
    const before = JSON.stringify(model)
    const after = Result.getOrThrow(Scenario.apply(
      model,
      scenario(
        { at: ["matrix", "caps", "nurse"], set: 0.3 },
        { at: ["workload", { jobFamily: "planner" }, "people"], multiply: "1.1" },
        { at: ["observations", { unit: "hulu", indicator: "poverty-rate", year: 2024 }, "figure"], add: "-0.5" }
      )
    ))
    expect(after.matrix.caps["nurse"]).toBe(0.3)
    expect(after.workload.filter(({ jobFamily }) => jobFamily === "planner").map(({ people }) => people)).toEqual([
      4.4,
      6.6,
      "77/20"
    ])
    expect(after.observations.find(({ indicator, unit }) => unit === "hulu" && indicator === "poverty-rate")!.figure)
      .toBe("12")
    expect(JSON.stringify(model)).toBe(before)
  })

  it("refuses what is absent and says what is there", () => {
    expect(failure({ at: ["ceiling"], set: 100 })).toMatch(
      /PathAbsent: scenario "s": "ceiling" .* is absent from the baseline; there are id, title/
    )
    expect(failure({ at: ["matrix", "drivers", "rainfall", "share"], set: 1 })).toContain(
      "growth, growth-trend, poverty"
    )
    expect(failure({ at: ["observations", { indicator: "rainfall" }, "figure"], add: 1 })).toMatch(
      /PathAbsent: .* is absent from the baseline; there are [a-z-]+(, [a-z-]+)*$/
    )
    expect(failure({ at: ["matrix", "caps", "pilot"], set: 0.1 })).toContain("\"pilot\"")
    expect(failure({ at: ["title", "length"], set: 1 })).toContain("PathAbsent")
    expect(failure({ at: ["matrix", "caps", "toString"], set: 0.1 })).toContain("PathAbsent")
  })

  it("refuses a value of another kind, a sum of texts and a place changed twice", () => {
    expect(failure({ at: ["title"], set: 5 })).toContain("found a number, expected a text")
    expect(failure({ at: ["units"], set: "hulu" })).toContain("expected a list")
    expect(failure({ at: ["title"], add: 1 })).toContain("a number to add to")
    expect(failure({ at: ["year"], add: "one" })).toContain("found one")
    expect(failure({ at: ["year"], add: 1 }, { at: ["year"], set: 2020 })).toContain("second change of the same place")
    expect(failure({ at: ["matrix"], set: model.matrix }, { at: ["matrix", "caps", "nurse"], set: 0.1 })).toContain(
      "second change"
    )
    expect(failure({ at: ["matrix", "caps", "nurse"], set: 0.1 }, { at: ["matrix"], set: model.matrix })).toContain(
      "second change"
    )
  })

  it("is the same from JSON", () => {
    const written = scenario({ at: ["matrix", "caps", "nurse"], set: 0.3 })
    expect(Scenario.apply(model, JSON.parse(JSON.stringify(written)))).toEqual(Scenario.apply(model, written))
  })
})

describe("Scenario.run", () => {
  it("answers differences by unit and job family, and only where there are any", () => {
    const [one, none] = Result.getOrThrow(Scenario.run(model, [
      scenario({ at: ["matrix", "caps", "nurse"], set: 0.5 }),
      scenario({ at: ["title"], set: "another title" })
    ], claimsOf))
    expect(one!.differences.map(({ jobFamily, unit }) => `${unit}/${jobFamily}`)).toEqual([
      "hulu/nurse",
      "tengah/nurse",
      "hilir/nurse"
    ])
    for (const { after, before, change } of one!.differences) expect(Fraction.subtract(after, before)).toEqual(change)
    expect(none!.differences).toEqual([])
  })

  it("a scenario that breaks the document is the document's error", () => {
    const refused = Scenario.run(model, [scenario({ at: ["matrix", "caps", "nurse"], set: 7 })], claimsOf)
    expect(Result.isFailure(refused) && refused.failure._tag).toBe("DriverRefused")
  })

  it("a cell that only one side has counts as zero in the other", () => {
    const claim = (unit: string, people: number) => ({ unit, jobFamily: "nurse", people: Fraction.make(people) })
    expect(
      Scenario.differences([claim("a", 1)], [claim("b", 2)]).map(({ change, unit }) => [unit, Fraction.format(change)])
    ).toEqual([["a", "-1"], ["b", "2"]])
  })
})
