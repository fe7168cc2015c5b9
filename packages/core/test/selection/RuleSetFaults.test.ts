import { type RuleSet, RuleSetFault, RuleSetFaults, RuleSetPath, type SecondExam, Selection, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "Law 1", confidence: "host" } as const
const known = <A>(value: A) => ({ _tag: "Known", value, source }) as const
const specimen = Specimen.ruleSet
const at = (path: string, value: number | string): RuleSet.RuleSet => RuleSetPath.replace(specimen, path, known(value))
const found = (ruleSet: RuleSet.RuleSet): ReadonlyArray<string> =>
  RuleSetFaults.check(ruleSet).map((fault) => `${fault._tag} ${fault.path}`)
const failingAll = (papers: number) => {
  const low = Object.fromEntries(Array.from({ length: papers }, (_, at) => [`paper-${at}`, Int32Array.of(0)]))
  return {
    size: 1,
    participant: ["1"],
    formation: Int32Array.of(0),
    scores: { knowledge: Int32Array.of(1), attitude: Int32Array.of(1), practice: Int32Array.of(1), ...low }
  }
}
const score = (of: string) => ({ _tag: "Score", of }) as const

describe("RuleSetFaults.check", () => {
  it("finds no fault in the specimen", () => {
    expect(found(specimen)).toEqual([])
  })

  it("refuses weights that do not add up to 100", () => {
    expect(found(at("steps.written40.percent", 50))).toEqual(["WeightsNotWhole steps.final"])
  })

  it("refuses weights of different scales", () => {
    expect(found(at("components.practice.maximum", 400))).toEqual(["ScalesMixed steps.final"])
  })

  it("refuses a total divided by a maximum it does not have, as some newspapers did in 2024 (395 of 500)", () => {
    expect(found(at("steps.written100.outOf", 500))).toEqual(["ScaleWrong steps.written100.outOf"])
  })

  it("refuses a ladder that names no score", () => {
    const ladder = [score("written"), score("wit")]
    expect(found({ ...specimen, ranking: { ...specimen.ranking, ladder } })).toEqual(["NameUnknown ranking.ladder.wit"])
    expect(found({ ...specimen, shortlist: { ...specimen.shortlist!, ladder } })).toEqual(["NameUnknown shortlist.ladder.wit"])
  })

  it("refuses a shortlist ladder or a minimum on a score of a later exam", () => {
    const shortlist = { ...specimen.shortlist!, ladder: [score("written"), score("practice")] }
    expect(found({ ...specimen, shortlist })).toEqual(["ScoreTooLate shortlist.ladder.practice"])
    const [first, ...others] = specimen.thresholds.groups
    const groups = [{ ...first!, minimums: [...first!.minimums, { of: "final", minimum: { _tag: "Known", value: 50, source } as const }] }, ...others]
    expect(found({ ...specimen, thresholds: { ...specimen.thresholds, groups } })).toEqual(["ScoreTooLate thresholds.groups.general.minimums.final"])
  })

  it("refuses steps that come too early, and names that nothing has", () => {
    const [first, second, ...rest] = specimen.steps
    expect(found({ ...specimen, steps: [second!, first!, ...rest] })).toContain("StepTooLate steps.written100.of")
    expect(found({ ...specimen, ranking: { ...specimen.ranking, final: "end" } })).toEqual(["NameUnknown ranking.final"])
    expect(found({ ...specimen, shortlist: { ...specimen.shortlist!, exam: "oral" } })).toEqual(["NameUnknown shortlist.exam"])
  })

  it("refuses categories, passes and exams that nothing has", () => {
    const requirement = { _tag: "Document", id: "card", title: "", categories: ["islanders"], decidedBy: "board", source } as const
    expect(found({ ...specimen, requirements: [requirement] })).toEqual(["NameUnknown requirements.card.categories"])
    const [first, ...others] = specimen.thresholds.groups
    const groups = [{ ...first!, categories: [...first!.categories, "islanders"] }, ...others]
    expect(found({ ...specimen, thresholds: { ...specimen.thresholds, groups } })).toEqual(["NameUnknown thresholds.groups.general.categories"])
    const code = { outcome: "selected-by-filling", pass: "jump", code: "J", aliases: [], title: "", source } as const
    expect(found({ ...specimen, codes: [code] })).toEqual(["NameUnknown codes.0.pass"])
    const carryOver = { exam: "oral", fromYears: [2023], conditions: [], decidedBy: "board", source }
    expect(found({ ...specimen, carryOver })).toEqual(["NameUnknown carryOver.exam"])
  })

  it("refuses minimums on more scores than there are bits for beside the eight other conditions", () => {
    const withMinimums = (count: number): RuleSet.RuleSet => {
      const components = Array.from({ length: count }, (_, at) => ({ ...specimen.components[0]!, id: `paper-${at}` }))
      const [first, ...groups] = specimen.thresholds.groups.map((group) => ({ ...group, minimums: [] as typeof group.minimums }))
      const minimums = components.map(({ id }) => ({ of: id, minimum: known(1) }))
      return {
        ...specimen,
        components: [...specimen.components, ...components],
        thresholds: { ...specimen.thresholds, groups: [{ ...first!, minimums }, ...groups] }
      }
    }
    expect(found(withMinimums(24))).toEqual([])
    expect(RuleSetFaults.check(withMinimums(25))).toEqual([{ _tag: "TooMany", path: "thresholds.groups", found: 25, most: 24 }])
    expect(Selection.run(withMinimums(24), [Specimen.formation], failingAll(24), [])).toMatchObject({ success: { failed: Uint32Array.of(0xffffff) } })
  })

  it("refuses duplicate identifiers, also between components and steps", () => {
    const [first, ...rest] = specimen.components
    expect(found({ ...specimen, components: [first!, first!, ...rest] })).toContain("DuplicateId components.1")
    const [step, ...steps] = specimen.steps
    expect(found({ ...specimen, steps: [step!, { ...step!, id: "practice" }, ...steps] })).toContain("DuplicateId steps.1")
  })

  it("refuses dates that are reversed, or that do not exist", () => {
    expect(found({ ...specimen, holds: { from: "2024-08-01", until: "2024-07-31" } })).toEqual(["DaysReversed holds"])
    expect(found({ ...specimen, holds: { from: "2024-08-01", until: "2024-08-01" } })).toEqual([])
    expect(found({ ...specimen, holds: { from: "2023-02-29" } })).toEqual(["DayUnreal holds.from"])
  })

  it("refuses no general category, and two", () => {
    const as = (general: boolean) => specimen.categories.map((category) => ({ ...category, general }))
    expect(found({ ...specimen, categories: as(false) })).toEqual(["GeneralCategoryCount categories"])
    expect(found({ ...specimen, categories: as(true) })).toEqual(["GeneralCategoryCount categories"])
  })

  it("refuses a threshold over the maximum of what it is a threshold of, step or component", () => {
    const path = "thresholds.groups.general.minimums.knowledge"
    expect(found(at(path, 300))).toEqual([])
    expect(found(at(path, 301))).toEqual([`OutOfRange ${path}`])
    expect(found(at("thresholds.groups.reserved.minimums.written", 551)))
      .toEqual(["OutOfRange thresholds.groups.reserved.minimums.written"])
  })

  it("refuses a category that no group, or that two groups hold for: the order of groups must not decide", () => {
    const [general, reserved] = specimen.thresholds.groups
    const withGroups = (groups: RuleSet.RuleSet["thresholds"]["groups"]) => ({ ...specimen, thresholds: { ...specimen.thresholds, groups } })
    expect(found(withGroups([general!]))).toEqual(["CategoryWithoutGroup thresholds.groups"])
    const again = { ...reserved!, id: "again" }
    expect(found(withGroups([general!, reserved!, again]))).toEqual(["GroupsOverlap thresholds.groups.again"])
    const nurses = (id: string, name: string) => ({ ...general!, id, positions: [name] })
    expect(found(withGroups([general!, reserved!, nurses("a", "Nurse"), nurses("b", "NURSE ")])))
      .toEqual(["GroupsOverlap thresholds.groups.b"])
  })

  it("refuses two codes for one outcome", () => {
    const [first] = specimen.codes
    expect(found({ ...specimen, codes: [...specimen.codes, first!] })).toEqual([`CodeDuplicated codes.${specimen.codes.length}`])
  })

  it("refuses numbers and words past their limits", () => {
    expect(found(at("shortlist.factor", 0))).toEqual(["OutOfRange shortlist.factor"])
    expect(found(at("shortlist.factor", 2.5))).toEqual(["OutOfRange shortlist.factor"])
    expect(found(at("steps.written40.rounding", "upwards"))).toEqual(["WordUnknown steps.written40.rounding"])
    expect(found(at("shortlist.factor", "three"))).toEqual(["WordUnknown shortlist.factor"])
  })

  it("says every fault in words that name the place", () => {
    const broken = { ...at("steps.written40.percent", 50), holds: { from: "2024-08-01", until: "2024-07-31" } }
    const accepted = RuleSetFaults.accept(broken)
    expect(Result.isFailure(accepted) && accepted.failure.message).toBe([
      "specimen cannot be used",
      "holds: ends on 2024-07-31, before it starts on 2024-08-01; exchange the days",
      "steps.final: its weights add up to 110 percent; make them 100"
    ].join("\n"))
  })
})

describe("RuleSetFaults.check of announced tests", () => {
  const limit: SecondExam.SecondExamLimits = {
    agencyKind: "regional",
    mainAtLeastPercent: known(60),
    furtherAtMostPercent: known(40),
    furtherTestsAtMost: known(1),
    refusedKinds: ["interview"],
    kindAtMostPercent: [{ kind: "practice", percent: known(20) }],
    source
  }
  const test = (id: string, percent: number, more: Partial<SecondExam.AnnouncedTest> = {}): SecondExam.AnnouncedTest => ({
    id,
    title: id,
    kind: id,
    main: id === "paper",
    percent,
    outOf: 100,
    decimals: 2,
    ...more
  })
  const withTests = (tests: ReadonlyArray<SecondExam.AnnouncedTest>, agencyKind = "regional") =>
    found({
      ...specimen,
      secondExam: {
        exam: "practical",
        component: "practice",
        limits: [limit],
        announced: { agencyKind, tests, source },
        decidedBy: "board",
        source
      }
    })
  const path = "secondExam.announced.tests"

  it("accepts tests at the very caps", () => {
    expect(withTests([test("paper", 60), test("essay", 40)])).toEqual([])
    expect(withTests([test("paper", 80), test("practice", 20)])).toEqual([])
  })

  it("refuses weights over and under the legal limits", () => {
    expect(withTests([test("paper", 59), test("essay", 41)])).toEqual([`OverLegalCap ${path}`, `UnderLegalFloor ${path}.paper.percent`])
    expect(withTests([test("paper", 79), test("practice", 21)])).toEqual([`OverLegalCap ${path}.practice.percent`])
    expect(withTests([test("paper", 60), test("essay", 20), test("song", 20)])).toEqual([`OverLegalCap ${path}`])
  })

  it("refuses a kind of test, an agency kind, a sum, a missing main test, a criterion past the scale", () => {
    expect(withTests([test("paper", 60), test("interview", 40)])).toEqual([`KindRefused ${path}.interview.kind`])
    expect(withTests([test("paper", 100)], "federal")).toEqual(["NameUnknown secondExam.announced.agencyKind"])
    expect(withTests([test("paper", 60), test("essay", 30)])).toEqual([`WeightsNotWhole ${path}`])
    expect(withTests([test("essay", 100)])).toContain(`MainTestCount ${path}`)
    expect(withTests([test("paper", 100, { excludesBelow: 101 })])).toEqual([`OutOfRange ${path}.paper.excludesBelow`])
  })
})

describe("RuleSetFaults.checkAll", () => {
  const holding = (from: string, until?: string): RuleSet.RuleSet => ({ ...specimen, holds: until === undefined ? { from } : { from, until } })

  it("refuses two versions that hold on one day, and accepts one that follows the other", () => {
    const older = holding("2024-01-01", "2024-06-30")
    expect(RuleSetFaults.checkAll([older, holding("2024-07-01")])).toEqual([])
    expect(RuleSetFaults.checkAll([older, holding("2024-06-30")])).toMatchObject([{ _tag: "DaysOverlap", from: "2024-06-30" }])
    expect(RuleSetFaults.checkAll([holding("2024-06-30"), older])).toMatchObject([{ _tag: "DaysOverlap", from: "2024-06-30" }])
    expect(RuleSetFaults.checkAll([older, { ...holding("2024-01-01"), id: "another" }])).toEqual([])
  })
})

describe("RuleSetFault.describe", () => {
  it("names the place first", () => {
    expect(RuleSetFault.describe({ _tag: "DuplicateId", path: "steps.3", found: "skd" }))
      .toBe("steps.3: \"skd\" is already taken; choose another identifier")
  })
})
