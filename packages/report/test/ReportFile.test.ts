import { EvaluationReport, PerformanceReport, ReportFile } from "@timbang/report"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { period } from "./period.ts"
import { evaluation } from "./specimen.ts"

describe("ReportFile", () => {
  it("gives back what was written, and the report is the same to the byte", () => {
    const text = ReportFile.write("evaluation", evaluation)
    const back = Result.getOrThrow(ReportFile.read("evaluation", text))
    expect(back).toEqual(evaluation)
    expect(ReportFile.write("evaluation", back)).toBe(text)
    expect(EvaluationReport.render(back)).toBe(EvaluationReport.render(evaluation))
    const facts = Result.getOrThrow(ReportFile.read("performance", ReportFile.write("performance", period)))
    expect(facts).toEqual(period)
    expect(PerformanceReport.render(facts)).toBe(PerformanceReport.render(period))
  })

  it("says what is wrong with another file", () => {
    const found = (text: string): string => {
      const result = ReportFile.read("evaluation", text)
      return Result.isFailure(result) ? result.failure.message : "read"
    }
    const file = (changes: object) =>
      JSON.stringify({ ...(JSON.parse(ReportFile.write("evaluation", evaluation)) as object), ...changes })
    expect(found("")).toContain("not-json")
    expect(found("[]")).toContain("not-an-object")
    expect(found("{\"content\": {\"$integer\": \"x\"}}")).toContain("not-json")
    expect(found(ReportFile.write("performance", period))).toContain("timbang/performance")
    expect(found(file({ version: 2 }))).toContain("other-version, 2;")
    expect(found(file({ content: null }))).toContain("no-content")
    expect(found(file({ content: { round: "x", on: "y" } }))).toContain("parts-missing, agency, standing, fulfilment, adjustments;")
    expect(found(file({}))).toBe("read")
  })
})
