import { Announcement, RuleSetFaults, RuleSetPath, RuleSetSchema, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "Announcement 1", confidence: "host" } as const
const known = <A>(value: A) => ({ _tag: "Known", value, source }) as const
const withSecondExam = {
  ...Specimen.ruleSet,
  secondExam: {
    exam: "practical",
    component: "practice",
    limits: [{
      agencyKind: "regional",
      mainAtLeastPercent: known(60),
      furtherAtMostPercent: known(40),
      furtherTestsAtMost: known(1),
      refusedKinds: [],
      kindAtMostPercent: [],
      source
    }],
    decidedBy: "board",
    source
  }
}
const test = (id: string, percent: number, outOf: number) =>
  ({ id, title: id, kind: id, main: id === "paper", percent, outOf, decimals: 0 })

describe("Announcement.apply", () => {
  it("makes the score of the second exam a sum of weighted tests on one scale", () => {
    const tests = [test("paper", 60, 500), test("trial", 40, 100)]
    const made = Result.getOrThrow(Announcement.apply(withSecondExam, { agencyKind: "regional", tests, source }))
    expect(made.components.map(({ id }) => id)).toEqual(["knowledge", "attitude", "paper", "trial"])
    expect(made.steps.slice(0, 4).map(({ _tag, id }) => [_tag, id])).toEqual([
      ["Rescale", "paperScaled"],
      ["Weight", "paperWeighted"],
      ["Weight", "trialWeighted"],
      ["Sum", "practice"]
    ])
    expect(RuleSetSchema.decode(JSON.parse(JSON.stringify(made)))).toStrictEqual(Result.succeed(made))
  })

  it("makes rules whose steps may not weigh the tests otherwise than announced", () => {
    const tests = [test("paper", 60, 500), test("trial", 40, 100)]
    const made = Result.getOrThrow(Announcement.apply(withSecondExam, { agencyKind: "regional", tests, source }))
    expect(RuleSetFaults.check(made)).toEqual([])
    const halved = ["paper", "trial"].reduce((rules, id) => RuleSetPath.replace(rules, `steps.${id}Weighted.percent`, known(50)), made)
    expect(RuleSetFaults.check(halved)).toEqual([
      { _tag: "WeightNotAnnounced", path: "steps.paperWeighted.percent", found: 50, announced: 60 },
      { _tag: "WeightNotAnnounced", path: "steps.trialWeighted.percent", found: 50, announced: 40 }
    ])
  })

  it("refuses what the limits refuse", () => {
    const tests = [test("paper", 50, 100), test("trial", 50, 100)]
    const made = Announcement.apply(withSecondExam, { agencyKind: "regional", tests, source })
    expect(Result.isFailure(made) && made.failure.faults.map(({ _tag }) => _tag)).toEqual(["OverLegalCap", "UnderLegalFloor"])
  })

  it("leaves a round without a second exam as it is", () => {
    expect(Announcement.apply(Specimen.ruleSet, { agencyKind: "regional", tests: [], source })).toEqual(Result.succeed(Specimen.ruleSet))
  })
})
