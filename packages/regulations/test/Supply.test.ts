import { RuleSetNumbers } from "@timbang/core/selection"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const decree = { instrument: "Keputusan Bupati 1/2024", confidence: "article-read" } as const
const { cpns2024, pppk2023 } = RuleSets

describe("Supply.supply", () => {
  it("makes any unknown number of any rule set known", () => {
    for (const ruleSet of RuleSets.all) {
      for (const { path } of RuleSetNumbers.unknowns(ruleSet)) {
        const value = path.endsWith("meets")
          ? "general"
          : path.endsWith("finalRanking")
          ? "together"
          : path.endsWith("combination")
          ? "add-up"
          : 1
        const made = Supply.supply(ruleSet, path, value, decree)
        const left = Result.isSuccess(made) ? RuleSetNumbers.unknowns(made.success).map((number) => number.path) : made.failure.message
        expect(left, `${ruleSet.id} ${path}`).toEqual(
          RuleSetNumbers.unknowns(ruleSet).map((number) => number.path).filter((other) => other !== path)
        )
      }
    }
  })

  it("marks the number as the host's, whatever the source claims, and leaves the original alone", () => {
    const made = Result.getOrThrow(Supply.supply(cpns2024, "shortlist.factor", 2, decree))
    expect(made.shortlist?.factor).toEqual({ _tag: "Known", value: 2, source: { ...decree, confidence: "host" } })
    expect(cpns2024.shortlist?.factor).toMatchObject({ value: 3 })
  })

  it("refuses a path that does not exist, and names the nearest", () => {
    const made = Supply.supply(cpns2024, "treshold.groups.papua.minimums.tiu", 60, decree)
    expect(Result.isFailure(made) && made.failure).toMatchObject({ _tag: "PathUnknown", nearest: ["thresholds.groups.papua.minimums.tiu", expect.any(String), expect.any(String)] })
    expect(Result.isFailure(made) && made.failure.message).toContain("cpns-2024 has no number at \"treshold.groups.papua.minimums.tiu\"")
  })

  it("refuses a value the rule set cannot hold: past a maximum, of the wrong kind, off the law", () => {
    const faultOf = (path: string, value: number | string) => {
      const made = Supply.supply(cpns2024, path, value, decree)
      return Result.isFailure(made) && made.failure._tag === "ValueUnfit" ? made.failure.faults.map(({ _tag }) => _tag) : []
    }
    expect(faultOf("thresholds.groups.umum.minimums.tiu", 176)).toEqual(["OutOfRange"])
    expect(faultOf("thresholds.groups.umum.minimums.tiu", "eighty")).toEqual(["WordUnknown"])
    expect(faultOf("filling.policies.consent", "perhaps")).toEqual(["WordUnknown"])
    expect(faultOf("steps.skd40.percent", 50)).toEqual(["WeightsNotWhole"])
    expect(faultOf("steps.skd100.outOf", 500)).toEqual(["ScaleWrong"])
  })

  it("refuses a value without a source", () => {
    const made = Supply.supply(pppk2023, "thresholds.groups.umum.minimums.teknis", 180, { instrument: " ", confidence: "host" })
    expect(Result.isFailure(made) && made.failure._tag).toBe("SourceMissing")
  })
})
