import { type LegalSource, Sourced } from "@timbang/core/law"
import { Announcement, Cohort, Outcome, Plan, type RuleSet, RuleSetFaults, RuleSetPath, SecondExam, Selection, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = { instrument: "Announcement 1", confidence: "host" }
const ruleSet = { ...Specimen.ruleSet, secondExam: Specimen.secondExam }
const test = (
  kind: string,
  percent: number,
  more: Partial<SecondExam.AnnouncedTest> = {}
): SecondExam.AnnouncedTest => ({
  id: kind,
  title: kind,
  kind,
  main: kind === "cat",
  percent,
  outOf: 100,
  decimals: 2,
  ...more
})
const announced = (
  agencyKind: string,
  ...tests: ReadonlyArray<SecondExam.AnnouncedTest>
): SecondExam.AnnouncedTests => ({ agencyKind, tests, source })
const tagsOf = (given: SecondExam.AnnouncedTests) =>
  SecondExam.check(given, Specimen.secondExam.limits).map(({ _tag, path }) => [_tag, path])

describe("SecondExam.check", () => {
  it("each cap is kept to its own percent, and passed by one more", () => {
    expect(tagsOf(announced("central", test("cat", 50), test("work", 40), test("interview", 10)))).toEqual([])
    expect(tagsOf(announced("central", test("cat", 50), test("work", 39), test("interview", 11)))).toEqual([
      ["OverLegalCap", "secondExam.announced.tests.interview.percent"]
    ])
    expect(tagsOf(announced("regional", test("cat", 60), test("work", 40)))).toEqual([])
    expect(tagsOf(announced("regional", test("cat", 59), test("work", 41)))).toEqual([
      ["OverLegalCap", "secondExam.announced.tests"],
      ["UnderLegalFloor", "secondExam.announced.tests.cat.percent"]
    ])
  })

  it("more further tests than allowed, a refused kind and an unknown kind of agency are faults", () => {
    expect(tagsOf(announced("regional", test("cat", 60), test("work", 20), test("aptitude", 20)))).toEqual([
      ["OverLegalCap", "secondExam.announced.tests"]
    ])
    expect(tagsOf(announced("regional", test("cat", 90), test("interview", 10)))).toEqual([
      ["KindRefused", "secondExam.announced.tests.interview.kind"]
    ])
    expect(tagsOf(announced("village", test("cat", 100)))).toEqual([["NameUnknown", "secondExam.announced.agencyKind"]])
  })
})

describe("Announcement.apply", () => {
  const three = announced("central", test("cat", 50), test("work", 35), test("aptitude", 15))
  const rules = Result.getOrThrow(Announcement.apply(ruleSet, three))
  const run = (
    given: Parameters<typeof Selection.run>[0],
    people: ReadonlyArray<Readonly<Record<string, string>>>,
    seats = 1
  ) => {
    const formations = [{ ...Specimen.formation, seats }]
    const rows = people.map((scores, at) => ({
      participant: `24-${at}`,
      formation: "F1",
      scores: { knowledge: 150, attitude: 150, ...scores }
    }))
    return Result.getOrThrow(
      Selection.run(given, formations, Result.getOrThrow(Cohort.fromRows(given, formations, rows)), [])
    )
  }

  it("example A14: 39.375 + 22.313 + 12.150 = 73.838, each part shown", () => {
    const { values } = run(rules, [{ cat: "78.75", work: "63.75", aptitude: "81" }])
    expect(["catWeighted", "workWeighted", "aptitudeWeighted", "practice"].map((id) => values[id]![0])).toEqual([
      39375,
      22313,
      12150,
      73838
    ])
  })

  it("half-even, named by the host, gives 73.837", () => {
    const even = Result.getOrThrow(Announcement.apply(ruleSet, three, "half-even"))
    expect(run(even, [{ cat: "78.75", work: "63.75", aptitude: "81" }]).values["practice"]![0]).toBe(73837)
  })

  it("the default rounding warns, because no text says it; the host's own does not", () => {
    const scores = [{ cat: "78.75", work: "63.75", aptitude: "81" }]
    expect(run(rules, scores).warnings.map(({ path }) => path)).toContain("steps.workWeighted.rounding")
    const own = Result.getOrThrow(Announcement.apply(ruleSet, three, "half-up"))
    expect(run(own, scores).warnings).toEqual([])
  })

  it("the rule set that it makes has no fault, and one test on the component's own scale changes nothing", () => {
    expect(RuleSetFaults.check(rules)).toEqual([])
    const one = announced("central", test("cat", 100, { decimals: 3 }))
    const alone = Result.getOrThrow(Announcement.apply(ruleSet, one))
    const direct = run(ruleSet, [{ practice: "78.751" }])
    expect(run(alone, [{ cat: "78.751" }]).values["final"]).toEqual(direct.values["final"])
  })

  it("weights that do not make 100, names that are taken, and a second announcement are refused", () => {
    const faults = (given: SecondExam.AnnouncedTests, rulesBefore = ruleSet) => {
      const tags = Result.getOrThrow(Result.flip(Announcement.apply(rulesBefore, given))).faults.map(({ _tag }) => _tag)
      return [...new Set(tags)]
    }
    expect(faults(announced("central", test("cat", 50), test("work", 45)))).toContain("WeightsNotWhole")
    expect(faults(announced("central", test("cat", 50), test("knowledge", 50)))).toContain("DuplicateId")
    expect(faults(announced("central", test("cat", 50), test("work", 25), test("work", 25)))).toContain("DuplicateId")
    expect(faults(three, rules as typeof ruleSet)).toContain("DuplicateId")
  })

  it("an excluding test beats any score; a score equal to its criterion passes", () => {
    const health = announced(
      "central",
      test("cat", 100),
      test("health", 0, { outOf: 10, decimals: 0, excludesBelow: 6 })
    )
    const excluding = Result.getOrThrow(Announcement.apply(ruleSet, health))
    const made = run(excluding, [{ cat: "99", health: "5" }, { cat: "70", health: "6" }, { cat: "60", health: "10" }])
    expect(Array.from(made.outcome, (tag) => Outcome.tags[tag])).toEqual(["eliminated", "selected", "not-selected"])
    expect(Array.from(made.final!.rank)).toEqual([0, 1, 2])
  })

  it("a test without a score is missed for everybody who is ranked", () => {
    const formations = [Specimen.formation]
    const rows = [{
      participant: "24-1",
      formation: "F1",
      scores: { knowledge: 150, attitude: 150, cat: 80, work: 80 }
    }]
    const cohort = Result.getOrThrow(Cohort.fromRows(rules, formations, rows))
    const refused = Result.getOrThrow(Result.flip(Selection.run(rules, formations, cohort, [])))
    expect(refused.message).toBe(
      "no aptitude for 24-1; give the score, or record that they were absent, excluded or withdrew"
    )
  })
})

describe("limits that no source gives", () => {
  const limit = "secondExam.limits.central"
  const all = ["mainAtLeastPercent", "furtherAtMostPercent", "furtherTestsAtMost", "kindAtMostPercent.interview"]
  const nothing = Sourced.unknown({ instrument: "Regulation 36", confidence: "unverified" })
  const open = {
    ...Specimen.secondExam,
    limits: Specimen.secondExam.limits.map((each) => ({
      ...each,
      mainAtLeastPercent: nothing,
      furtherAtMostPercent: nothing,
      furtherTestsAtMost: nothing,
      kindAtMostPercent: each.kindAtMostPercent.map(({ kind }) => ({ kind, percent: nothing }))
    }))
  }
  const rulesWith = (...tests: ReadonlyArray<SecondExam.AnnouncedTest>): RuleSet.RuleSet =>
    Result.getOrThrow(Announcement.apply({ ...ruleSet, secondExam: open }, announced("central", ...tests)))
  const missing = (given: RuleSet.RuleSet, stage = "final") => {
    const made = Plan.compile(given, [Specimen.formation], stage)
    return Result.isSuccess(made) ? [] : made.failure._tag === "NumbersUnknown" ? made.failure.numbers.map(({ path }) => path) : [made.failure._tag]
  }
  const supply = (given: RuleSet.RuleSet, path: string, value: number) =>
    RuleSetPath.replace(given, `${limit}.${path}`, Sourced.known(value, source))

  it("are each asked for by name as soon as a further test bears on them, and at no earlier exam", () => {
    const interviewed = rulesWith(test("cat", 60), test("interview", 40))
    expect(missing(interviewed)).toEqual(all.map((path) => `${limit}.${path}`))
    expect(missing(rulesWith(test("cat", 60), test("work", 40)))).toEqual(all.slice(0, 3).map((path) => `${limit}.${path}`))
    expect(missing(interviewed, "written")).toEqual([])
    expect(missing(rulesWith(test("cat", 100)))).toEqual([])
  })

  it("no longer stand in the way once the host supplies each, and then bind the tests", () => {
    const values = [60, 40, 1, 40]
    const supplied = all.reduce((rules, path, at) => supply(rules, path, values[at]!), rulesWith(test("cat", 60), test("interview", 40)))
    expect(missing(supplied)).toEqual([])
    expect(RuleSetFaults.check(supplied)).toEqual([])
    const tooMany = supply(supplied, "kindAtMostPercent.interview", 39)
    expect(RuleSetFaults.check(tooMany).map(({ _tag, path }) => [_tag, path])).toEqual([
      ["OverLegalCap", "secondExam.announced.tests.interview.percent"]
    ])
  })

  it("warn where they are known from memory alone, and only those that bear on the tests", () => {
    const remembered = { instrument: "Regulation 27", confidence: "unverified" } as const
    const made = all.reduce((rules, path, at) =>
      RuleSetPath.replace(rules, `${limit}.${path}`, Sourced.known([60, 40, 1, 30][at]!, remembered)), rulesWith(test("cat", 60), test("work", 40)))
    const { warnings } = Result.getOrThrow(Plan.compile(made, [Specimen.formation], "final"))
    expect(warnings.map(({ path }) => path).filter((path) => path.startsWith(limit))).toEqual(all.slice(0, 3).map((path) => `${limit}.${path}`))
  })
})
