import { Document } from "@timbang/core/needs"
import { Expectations, Needs } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const english = /expected|missing|excess|property|readonly|string|array|object/i

describe("Expectations", () => {
  const broken = Document.needModel({
    id: "x",
    day: "2024-13-01",
    year: "a",
    units: 5,
    matrix: { drivers: [{ reads: "nix", low: "q" }], pillarShares: { a: 5 } },
    foo: 1
  })
  const steps = Document.indexModel({ id: "c", indicators: [], steps: [{ step: "ngawur" }] })
  const scenario = Document.scenario({ id: 5, changes: [{ at: ["x"], add: "abc" }, "x"] })

  it("says every place of a broken model, index and scenario in Indonesian", () => {
    const refused = [Result.getOrThrow(Result.flip(broken)), Result.getOrThrow(Result.flip(steps)), Result.getOrThrow(Result.flip(scenario))]
    for (const failure of refused) {
      for (const { expected } of failure.places) expect(Expectations.sentence(expected, "id")).not.toMatch(english)
      expect(Needs.problem(failure, "id")).not.toMatch(english)
    }
  })

  it("names the words that a step may be", () => {
    const kinds = "Expected { readonly \"step\": \"impute\", ... } | { readonly \"step\": \"scale\", ... }"
    expect(Expectations.sentence(kinds, "id")).toBe("seharusnya step \"impute\", \"scale\"")
    expect(Expectations.sentence("Expected no excess property", "en")).toBe("this key is not known")
    expect(Expectations.sentence("Expected a value between 1 and 9999", "id")).toBe("seharusnya 1 sampai 9999")
  })
})
