/** Published, and wrong: what is no matter of a computed score; all others stand in `cases/wrong-examples.yaml`. */
import { Parameter } from "@timbang/core/law"
import { SecondExam } from "@timbang/core/selection"
import { ExamMinutes, RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { row } from "./published.ts"
import { run } from "./run.ts"

const { cpns2021, cpns2023 } = RuleSets
describe("published and wrong", () => {
  it("several, 2024: 130 minutes hold only for the blind under kebutuhan khusus disabilitas, 100 for all others", () => {
    const { value } = Result.getOrThrow(Parameter.at(ExamMinutes.skd, "2024-10-16"))
    expect(value).toEqual({ standard: 100, blind: 130 })
  })

  it("a regional paper on 27/2021: CAT at most 50, interview 30, further 20 is refused; CAT has a floor and no cap", () => {
    const source = { instrument: "As printed", confidence: "host" } as const
    const test = (kind: string, percent: number): SecondExam.AnnouncedTest => ({
      id: kind,
      title: kind,
      kind,
      main: kind === "cat",
      percent,
      outOf: 100,
      decimals: 2
    })
    const tagsOf = (tests: ReadonlyArray<SecondExam.AnnouncedTest>) =>
      SecondExam.check({ agencyKind: "daerah", tests, source }, cpns2021.secondExam!.limits).map(({ _tag }) => _tag)
    expect(tagsOf([test("cat", 50), test("wawancara", 30), test("praktik", 20)])).toEqual([
      "OverLegalCap",
      "OverLegalCap",
      "UnderLegalFloor",
      "KindRefused"
    ])
    expect(tagsOf([test("cat", 100)])).toEqual([])
  })

  it("social media, 2023: cumlaude and diaspora need a TIU of 85, not 65", () => {
    for (const category of ["cumlaude", "diaspora"]) {
      const formations = [{
        formation: "F1",
        position: "Penata",
        education: "S-1",
        location: "Kantor",
        category,
        seats: 2
      }]
      const people = [65, 80, 85].map((tiu) => row(String(tiu), { twk: 100, tiu, tkp: 200 }))
      const { having } = run(cpns2023, people, { formations, stage: "skd" })
      expect(having("advanced")).toEqual(["85"])
    }
  })
})
