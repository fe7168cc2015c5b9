import { RuleSetPath, Specimen } from "@timbang/core/selection"
import { describe, expect, it } from "vitest"

const source = { instrument: "Letter 1", confidence: "host" } as const

describe("RuleSetPath", () => {
  it("names every number of a rule set once", () => {
    const paths = RuleSetPath.places(Specimen.ruleSet).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain("thresholds.groups.general.minimums.knowledge")
    expect(paths).toContain("steps.written40.percent")
    expect(paths).toContain("filling.passes.far.meets")
    expect(paths).toContain("filling.policies.consent")
  })

  it("replaces the number at a path and nothing else", () => {
    for (const { path } of RuleSetPath.places(Specimen.ruleSet)) {
      const changed = RuleSetPath.replace(Specimen.ruleSet, path, { _tag: "Unknown", source })
      const before = RuleSetPath.places(Specimen.ruleSet)
      expect(RuleSetPath.places(changed).map((place) => place.path)).toEqual(before.map((place) => place.path))
      const differing = RuleSetPath.places(changed).filter(({ sourced }, index) => sourced !== before[index]!.sourced)
      expect(differing.map((place) => place.path)).toEqual([path])
    }
  })

  it("leaves a rule set alone where no number stands at the path", () => {
    expect(RuleSetPath.replace(Specimen.ruleSet, "steps.nothing", { _tag: "Unknown", source })).toStrictEqual(Specimen.ruleSet)
  })

  it("names elements by position where two would share a name", () => {
    const twice = { groups: [{ id: "a", n: { _tag: "Unknown", source } }, { id: "a", n: { _tag: "Unknown", source } }] }
    expect(RuleSetPath.places(twice).map(({ path }) => path)).toEqual(["groups.0.n", "groups.1.n"])
  })
})
