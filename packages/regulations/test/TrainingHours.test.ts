import { TrainingPlan } from "@timbang/core/evaluation"
import { LegalSource, Parameter } from "@timbang/core/law"
import { TrainingHours } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

describe("TrainingHours", () => {
  it("PP 11/2017: at least 20 hours a year for PNS", () => {
    const { source, value } = Result.getOrThrow(Parameter.at(TrainingHours.permanent, "2026-01-01"))
    expect(value).toEqual({ hours: 20, is: "floor" })
    expect(LegalSource.needsWarning(source)).toBe(false)
  })
  it("PP 49/2018, Pasal 40: at most 24 hours a contract year for PPPK", () => {
    const { source, value } = Result.getOrThrow(Parameter.at(TrainingHours.contract, "2026-01-01"))
    expect(value).toEqual({ hours: 24, is: "ceiling" })
    expect(LegalSource.cite(source)).toBe("PP 49/2018, Pasal 40")
  })
  it("a plan takes the allowance as it stands in the law, and no law before its day", () => {
    const { value } = Result.getOrThrow(Parameter.at(TrainingHours.permanent, "2026-01-01"))
    expect(Result.isSuccess(TrainingPlan.make([], [], value))).toBe(true)
    expect(Result.isFailure(Parameter.at(TrainingHours.permanent, "2016-12-31"))).toBe(true)
  })
})
