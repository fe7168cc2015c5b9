import { RuleSetNumbers, RuleSetPath, Specimen } from "@timbang/core/selection"
import { describe, expect, it } from "vitest"

const source = { instrument: "Decree 1", confidence: "unverified" } as const

describe("RuleSetNumbers", () => {
  it("lists what is unknown, and not among the warnings", () => {
    const ruleSet = RuleSetPath.replace(Specimen.ruleSet, "shortlist.factor", { _tag: "Unknown", source })
    expect(RuleSetNumbers.unknowns(ruleSet)).toEqual([{ path: "shortlist.factor", source }])
    expect(RuleSetNumbers.warnings(ruleSet)).toEqual([])
  })

  it("warns of a known number that is not verified", () => {
    const ruleSet = RuleSetPath.replace(Specimen.ruleSet, "shortlist.factor", { _tag: "Known", value: 3, source })
    expect(RuleSetNumbers.unknowns(ruleSet)).toEqual([])
    expect(RuleSetNumbers.warnings(ruleSet)).toEqual([{ path: "shortlist.factor", source }])
  })

  it("warns of a part without numbers of its own, such as a code", () => {
    const [first, ...others] = Specimen.ruleSet.codes
    const ruleSet = { ...Specimen.ruleSet, codes: [{ ...first!, source }, ...others] }
    expect(RuleSetNumbers.warnings(ruleSet)).toEqual([{ path: "codes.0", source }])
  })
})
