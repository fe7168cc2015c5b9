import { RuleSetPath, RuleSetSchema, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

type Json = Record<string, unknown>

const copy = (): Json => JSON.parse(JSON.stringify(Specimen.ruleSet)) as Json
const refusedAt = (input: unknown): ReadonlyArray<string> => {
  const read = RuleSetSchema.decode(input)
  return Result.isFailure(read) ? read.failure.places.map(({ path }) => path) : []
}

describe("RuleSetSchema.decode", () => {
  it("reads what JSON wrote, unchanged", () => {
    expect(RuleSetSchema.decode(copy())).toStrictEqual(Result.succeed(Specimen.ruleSet))
  })

  it("refuses an unknown version for that alone", () => {
    expect(refusedAt({ schemaVersion: 2, somethingNew: true })).toEqual(["schemaVersion"])
  })

  it("refuses an unknown tag, and an unknown key, at their path", () => {
    const rules = copy()
    const [first, ...others] = rules["steps"] as Array<Json>
    expect(refusedAt({ ...rules, steps: [{ ...first, _tag: "Formula" }, ...others] })).toEqual(["steps.written._tag"])
    expect(refusedAt({ ...rules, steps: [{ title: "without a tag" }, ...others] })[0]).toBe("steps.0._tag")
    expect(refusedAt({ ...rules, steps: [{ ...first, formula: "a + b" }, ...others] })).toEqual(["steps.written.formula"])
  })

  it("names every fault at once", () => {
    const rules = copy()
    const holds = { from: "2024-02-30" }
    const [twk, ...others] = rules["components"] as Array<Json>
    const components = [{ ...twk, step: 0, decimals: 9 }, ...others]
    expect(refusedAt({ ...rules, holds, components })).toEqual([
      "holds.from",
      "components.knowledge.decimals",
      "components.knowledge.step"
    ])
  })

  it("refuses a rule set from which any one key is missing, unless the key may be absent", () => {
    const mayBeAbsent = ["shortlist", "secondExam", "filling", "carryOver"]
    for (const key of Object.keys(Specimen.ruleSet)) {
      const { [key]: _, ...rest } = copy()
      expect(refusedAt(rest), key).toEqual(mayBeAbsent.includes(key) ? [] : [key])
    }
  })

  it("refuses a number where a word of a vocabulary stands, and the reverse", () => {
    const source = { instrument: "Letter 1", confidence: "host" } as const
    const rounding = RuleSetPath.replace(Specimen.ruleSet, "steps.written40.rounding", { _tag: "Known", value: 3, source })
    expect(refusedAt(rounding)).toEqual(["steps.written40.rounding.value"])
    const factor = RuleSetPath.replace(Specimen.ruleSet, "shortlist.factor", { _tag: "Known", value: "three", source })
    expect(refusedAt(factor)).toEqual(["shortlist.factor.value"])
  })

  it("says what it found wrong and what it expects", () => {
    const read = RuleSetSchema.decode({ ...copy(), title: 3 })
    expect(Result.isFailure(read) && read.failure.message).toBe("not a rule set of format 1; title: Expected string")
  })
})
