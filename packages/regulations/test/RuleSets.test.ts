import { RuleSets } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

describe("RuleSets", () => {
  it.each(RuleSets.all.map((ruleSet) => [ruleSet.id, ruleSet] as const))("%s is plain JSON", (_, ruleSet) => {
    expect(JSON.parse(JSON.stringify(ruleSet))).toStrictEqual(ruleSet)
  })

  it("finds a rule set by its identifier, and nothing else", () => {
    for (const ruleSet of RuleSets.all) expect(RuleSets.find(ruleSet.id)).toBe(ruleSet)
    expect(RuleSets.find("CPNS-2024")).toBeUndefined()
  })
})
