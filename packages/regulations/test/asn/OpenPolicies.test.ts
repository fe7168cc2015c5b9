import { RuleSets } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

describe("where the texts are silent", () => {
  it("every round says the same, names Timbang for it, and names the other reading", () => {
    for (const { filling, id, shortlist } of RuleSets.all) {
      const policies = [...Object.values(filling?.policies ?? {}), ...(shortlist === undefined ? [] : [shortlist.freedPlaces])]
      const chosen = policies.map((policy) => policy._tag === "Known" ? policy.value : undefined)
      const all = ["all-cells", "identifier", "stays-open", "not-asked", "stay-empty"]
      expect(chosen, id).toEqual([...(filling === undefined ? [] : all.slice(0, 4)), ...(shortlist === undefined ? [] : all.slice(4))])
      for (const { source } of policies) {
        expect(source).toMatchObject({ instrument: "Timbang", confidence: "inferred", note: expect.stringContaining("Other reading: ") })
      }
    }
  })

  it("no step is decided in the host's name but what the agency or its appointing official decides", () => {
    for (const { hostAuthorities } of RuleSets.all) expect(hostAuthorities).toEqual(["instansi", "PPK"])
  })
})

describe("whose minimums a filling pass requires", () => {
  it.each([
    ["cpns-2018", { "L-1": "unknown" }],
    ["cpns-2019", { "L-1": "general", "L-2": "general" }],
    ["cpns-2021", { "L-1": "general", "L-2": "unknown" }],
    ["cpns-2023", { "L-1": "general", "L-2": "unknown" }],
    ["cpns-2024", { "U-1": "general", "E-1": "own", "E-2": "general", "E-3": "general", "U-3": "general" }],
    ["pppk-2024", { "L-2": "own" }],
    ["pppk-2024-guru-pusat", { "L-2": "own" }],
    ["pppk-2024-operasional", { "L-2": "own" }]
  ])("%s", (id, expected) => {
    const passes = RuleSets.find(id)!.filling!.passes
    expect(Object.fromEntries(passes.map((pass) => [pass.id, pass.meets._tag === "Known" ? pass.meets.value : "unknown"]))).toEqual(expected)
  })
})
