import { Announcement, Cohort, Outcome, type RuleSet, type SecondExam, Selection } from "@timbang/core/selection"
import type { Sourced } from "@timbang/core/law"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "Pengumuman 1/2024", confidence: "host" } as const
const test = (id: string, kind: string, percent: number, more: Partial<SecondExam.AnnouncedTest> = {}): SecondExam.AnnouncedTest => ({
  id,
  title: id.toUpperCase(),
  kind,
  main: kind === "cat",
  percent,
  outOf: 100,
  decimals: 2,
  ...more
})
const tagsOf = (ruleSet: (typeof RuleSets.all)[number], agencyKind: string, tests: ReadonlyArray<SecondExam.AnnouncedTest>) => {
  const made = Announcement.apply(ruleSet, { agencyKind, tests, source })
  return Result.isFailure(made) ? made.failure.faults.map(({ _tag }) => _tag) : []
}
const { cpns2018, cpns2019, cpns2021, cpns2024 } = RuleSets

describe("limits of the SKB as each regulation states them", () => {
  const unknown = ["?", "?", "?"]
  it.each([
    ["PermenPANRB 36/2018", cpns2018, { pusat: unknown, daerah: unknown }],
    ["PermenPANRB 23/2019", cpns2019, { pusat: [50, 50, "?", "wawancara", 25, "praktik", 25], daerah: [60, 40, 1] }],
    ["PermenPANRB 27/2021", cpns2021, { pusat: [...unknown, "wawancara", 30], daerah: [60, 40, 1] }],
    ["PermenPANRB 6/2024", cpns2024, { pusat: [50, 50, 3, "wawancara", 10], daerah: [60, 40, 1] }]
  ] as const)("%s: main at least, further at most, tests at most, kinds at most", (_, { secondExam }, expected) => {
    const numberOf = (number: Sourced.Sourced<number>) => number._tag === "Known" ? number.value : "?"
    const found = secondExam!.limits.map((limit) => [limit.agencyKind, [
      ...[limit.mainAtLeastPercent, limit.furtherAtMostPercent, limit.furtherTestsAtMost].map(numberOf),
      ...limit.kindAtMostPercent.flatMap(({ kind, percent }) => [kind, numberOf(percent)])
    ]])
    expect(Object.fromEntries(found)).toEqual(expected)
  })
})

describe("PermenPANRB 6/2024, limits of the SKB", () => {
  it("accepts the official examples of central agencies: 60 + 40, and 50 + 35 + 15", () => {
    expect(tagsOf(cpns2024, "pusat", [test("cat", "cat", 60), test("tpa", "tpa", 40)])).toEqual([])
    expect(tagsOf(cpns2024, "pusat", [test("cat", "cat", 50), test("praktik", "praktik", 35), test("tpa", "tpa", 15)])).toEqual([])
  })

  it("refuses what newspapers printed for 2024: CAT 50, interview 30, further 20", () => {
    const printed = [test("cat", "cat", 50), test("wawancara", "wawancara", 30), test("tpa", "tpa", 20)]
    expect(tagsOf(cpns2024, "pusat", printed)).toEqual(["OverLegalCap"])
    expect(tagsOf(cpns2024, "daerah", printed)).toEqual(["OverLegalCap", "OverLegalCap", "UnderLegalFloor", "KindRefused"])
  })

  it("refuses any interview of a regional agency, a second further test, and a main test under 60", () => {
    expect(tagsOf(cpns2024, "daerah", [test("cat", "cat", 90), test("wawancara", "wawancara", 10)])).toEqual(["KindRefused"])
    expect(tagsOf(cpns2024, "daerah", [test("cat", "cat", 60), test("praktik", "praktik", 40)])).toEqual([])
    expect(tagsOf(cpns2024, "daerah", [test("cat", "cat", 60), test("praktik", "praktik", 20), test("tpa", "tpa", 20)])).toEqual(["OverLegalCap"])
    expect(tagsOf(cpns2024, "daerah", [test("cat", "cat", 59), test("praktik", "praktik", 41)])).toEqual(["OverLegalCap", "UnderLegalFloor"])
  })

  it("refuses four further tests and an interview of 11 percent of a central agency", () => {
    const four = ["a", "b", "c", "d"].map((id) => test(id, "praktik", 10))
    expect(tagsOf(cpns2024, "pusat", [test("cat", "cat", 60), ...four])).toEqual(["OverLegalCap"])
    expect(tagsOf(cpns2024, "pusat", [test("cat", "cat", 90), test("wawancara", "wawancara", 10)])).toEqual([])
    expect(tagsOf(cpns2024, "pusat", [test("cat", "cat", 89), test("wawancara", "wawancara", 11)])).toEqual(["OverLegalCap"])
  })
})

describe("PermenPANRB 27/2021, 23/2019 and 36/2018, limits of the SKB", () => {
  it("27/2021: a regional agency has no interview and at most 40 percent of one further test", () => {
    expect(tagsOf(cpns2021, "daerah", [test("cat", "cat", 60), test("praktik", "praktik", 40)])).toEqual([])
    expect(tagsOf(cpns2021, "daerah", [test("cat", "cat", 60), test("wawancara", "wawancara", 40)])).toEqual(["KindRefused"])
  })

  it("23/2019: a central agency gives interview and practice at most 25 percent each", () => {
    const tests = (share: number) => [test("cat", "cat", 100 - share), test("wawancara", "wawancara", share)]
    expect(tagsOf(cpns2019, "pusat", tests(25))).toEqual([])
    expect(tagsOf(cpns2019, "pusat", tests(26))).toEqual(["OverLegalCap"])
  })

  const formation = { formation: "F1", position: "Rescuer", education: "SLTA", location: "Jambi", category: "umum", seats: 1 }
  const select = (ruleSet: RuleSet.RuleSet, scores: Readonly<Record<string, string>>) => {
    const cohort = Cohort.fromRows(ruleSet, [formation], [{ participant: "1", formation: "F1", scores: { twk: 100, tiu: 100, tkp: 170, ...scores } }])
    return Selection.run(ruleSet, [formation], Result.getOrThrow(cohort), [])
  }
  const missing = (ruleSet: RuleSet.RuleSet, scores: Readonly<Record<string, string>>) => {
    const made = select(ruleSet, scores)
    return Result.isFailure(made) && made.failure._tag === "NumbersUnknown" ? made.failure.numbers.map(({ path }) => path) : []
  }
  const twoTests = (ruleSet: RuleSet.RuleSet, agencyKind: string, kind: string) =>
    Result.getOrThrow(Announcement.apply(ruleSet, { agencyKind, tests: [test("cat", "cat", 60), test("lain", kind, 40)], source }))
  const scores = { cat: "70", lain: "80" }
  const names = (agencyKind: string) =>
    ["mainAtLeastPercent", "furtherAtMostPercent", "furtherTestsAtMost"].map((name) => `secondExam.limits.${agencyKind}.${name}`)

  it.each([
    ["36/2018, regional", cpns2018, "daerah", names("daerah")],
    ["36/2018, central", cpns2018, "pusat", names("pusat")],
    ["23/2019, central", cpns2019, "pusat", names("pusat").slice(2)],
    ["23/2019, regional", cpns2019, "daerah", []],
    ["27/2021, central", cpns2021, "pusat", names("pusat")],
    ["27/2021, regional", cpns2021, "daerah", []],
    ["6/2024, central", cpns2024, "pusat", []],
    ["6/2024, regional", cpns2024, "daerah", []]
  ] as const)("%s: a further test is refused by the names of the limits that no source gives", (_, ruleSet, agencyKind, expected) => {
    expect(missing(twoTests(ruleSet, agencyKind, "tpa"), scores)).toEqual(expected)
  })

  it("36/2018: one computer-based test needs no limit, and a host that supplies them with a source is bound by them", () => {
    expect(Result.isSuccess(select(cpns2018, { skb: "70" }))).toBe(true)
    const decree = { instrument: "PermenPANRB 36/2018", provision: "Lampiran", confidence: "host" } as const
    const values = [60, 40, 1]
    const supplied = names("daerah").reduce((rules, path, at) =>
      Result.getOrThrow(Supply.supply(rules, path, values[at]!, decree)), twoTests(cpns2018, "daerah", "tpa"))
    expect(Result.isSuccess(select(supplied, scores))).toBe(true)
    const refused = Result.getOrThrow(Result.flip(Supply.supply(supplied, names("daerah")[1]!, 39, decree)))
    expect(refused._tag === "ValueUnfit" && refused.faults.map(({ _tag }) => _tag)).toEqual(["OverLegalCap"])
  })
})

describe("A14: several SKB tests", () => {
  const tests = [test("cat", "cat", 50), test("praktik", "praktik", 35), test("tpa", "tpa", 15)]
  const formation = { formation: "F1", position: "Pranata Komputer", education: "S-1", location: "Jakarta", category: "umum", seats: 1 }
  const run = (rounding: "half-up" | "half-even") => {
    const ruleSet = Result.getOrThrow(Announcement.apply(cpns2024, { agencyKind: "pusat", tests, source }, rounding))
    const scores = { twk: 100, tiu: 120, tkp: 180, cat: "78.75", praktik: "63.75", tpa: "81" }
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], [{ participant: "1", formation: "F1", scores }]))
    const { values } = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))
    return ["catWeighted", "praktikWeighted", "tpaWeighted", "skb"].map((id) => values[id]![0]!)
  }

  it("halves up give 39.375 + 22.313 + 12.150 = 73.838", () => {
    expect(run("half-up")).toEqual([39375, 22313, 12150, 73838])
  })

  it("halves to even give 22.312 and 73.837: the parts must be shown", () => {
    expect(run("half-even")).toEqual([39375, 22312, 12150, 73837])
  })
})

describe("PermenPANRB 6/2024, Pasal 22(2): a test that excludes", () => {
  it("excludes whoever falls below its criterion, whatever the other scores", () => {
    const tests = [test("cat", "cat", 60), test("sehat", "praktik", 40, { excludesBelow: 61 })]
    const ruleSet = Result.getOrThrow(Announcement.apply(cpns2024, { agencyKind: "daerah", tests, source }))
    const formation = { formation: "F1", position: "Pemadam", education: "SLTA", location: "Jambi", category: "umum", seats: 1 }
    const row = (participant: string, cat: string, sehat: string) => ({
      participant,
      formation: "F1",
      scores: { twk: 100, tiu: 120, tkp: 180, cat, sehat }
    })
    const rows = [row("1", "95", "60.99"), row("2", "50", "61")]
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
    const { outcome, seat } = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))
    expect(Array.from(outcome, (tag) => Outcome.tags[tag])).toEqual(["eliminated", "selected"])
    expect(Array.from(seat)).toEqual([-1, 0])
  })
})
