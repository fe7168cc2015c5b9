import { RuleSetFaults, RuleSetPath, RuleSetSchema } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const each = RuleSets.all.map((ruleSet) => [ruleSet.id, ruleSet] as const)

describe("RuleSets", () => {
  it.each(each)("%s goes through JSON and the schema unchanged", (_, ruleSet) => {
    const read = RuleSetSchema.decode(JSON.parse(JSON.stringify(ruleSet)))
    expect(Result.isFailure(read) ? read.failure.message : read.success).toStrictEqual(ruleSet)
  })

  it.each(each)("%s has no fault", (_, ruleSet) => {
    expect(RuleSetFaults.check(ruleSet)).toEqual([])
  })

  it.each(each)("%s says in every unverified citation what is missing", (_, ruleSet) => {
    const bare = RuleSetPath.citations(ruleSet).filter(({ source }) => source.confidence === "unverified" && source.note === undefined)
    expect(bare).toEqual([])
  })

  it("holds the rounds that the library promises", () => {
    const promised = [
      "cpns-2018",
      "cpns-2019",
      "cpns-2021",
      "cpns-2023",
      "cpns-2024",
      "pppk-2021-guru",
      "pppk-2021-nonguru",
      "pppk-2022",
      "pppk-2023",
      "pppk-2024"
    ]
    expect(promised.filter((id) => RuleSets.find(id)?.id !== id)).toEqual([])
    expect(RuleSetFaults.checkAll(RuleSets.all)).toEqual([])
  })

  it("finds a rule set by its identifier, and nothing else", () => {
    for (const ruleSet of RuleSets.all) expect(RuleSets.find(ruleSet.id)).toBe(ruleSet)
    expect(RuleSets.find("CPNS-2024")).toBeUndefined()
  })
})
