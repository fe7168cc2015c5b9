/** The worked examples of the sources, by name. */
import { type Cohort, type Event, Plan, type RuleSet, ScoreStep, SecondExam, Shortlist } from "@timbang/core/selection"
import { Fraction, Scaled } from "@timbang/core/number"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { formation, row } from "./published.ts"
import { passing, run, withoutMinimums } from "./run.ts"

const { cpns2018, cpns2019, cpns2021, cpns2024, pppk2021Guru, pppk2024 } = RuleSets
const host = { instrument: "Keputusan Bupati 1/2024", confidence: "host" } as const
const format = (units: number) => Scaled.format(units, 3)
const codesOf = (codes: ReadonlyArray<string>) => Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]))
const afterSkb = (tag: "Eliminated" | "Absent", participant: string): Event.Event => {
  const about = { participant, exam: "skb", at: "2024-12-20" }
  return tag === "Absent" ? { _tag: "Absent", ...about } : { _tag: "Eliminated", test: "kesehatan", ...about }
}

describe("A1: boundary of the SKB list (BKN simulation, 2020)", () => {
  // The simulation's TWK and TIU are not multiples of 5, which no answer sheet gives; the step is lifted for it.
  const simulation: RuleSet.RuleSet = { ...cpns2019, components: cpns2019.components.map((component) => ({ ...component, step: 1 })) }
  const people = ([
    [150, 110, 135],
    [148, 125, 115],
    [145, 105, 117],
    [147, 115, 105],
    [146, 112, 109],
    [146, 110, 100],
    [146, 115, 95]
  ] as const).map(([tkp, tiu, twk], at) => row(String(at + 1), { tkp, tiu, twk }))
  const listOf = (seats: number) => {
    const { having, rank } = run(simulation, people, { seats, stage: "skd" })
    return having("advanced").sort((a, b) => rank(a) - rank(b))
  }

  it("one seat: 1, 2, 4", () => expect(listOf(1)).toEqual(["1", "2", "4"]))
  it("two seats: 1, 2, 4, 5, 3, 7", () => expect(listOf(2)).toEqual(["1", "2", "4", "5", "3", "7"]))
})

describe("A2: integration of 2018, maximum 500 (December 2018)", () => {
  const parts: Readonly<Record<string, Cohort.Row["scores"]>> = {
    A: { twk: 75, tiu: 80, tkp: 145 },
    B: { twk: 75, tiu: 75, tkp: 145 },
    C: { twk: 75, tiu: 60, tkp: 145 }
  }
  const raw: Readonly<Record<string, number>> = { A: 350, B: 400, C: 375 }
  const skb = (points: number) => format(ScoreStep.rescale(points, { fromDecimals: 0, outOf: 500, to: 100, decimals: 3, rounding: "half-up" }))
  const { code, rank, value } = run(withoutMinimums(cpns2018), ["A", "B", "C"].map((name) => row(name, { ...parts[name], skb: skb(raw[name]!) })))

  it.each([
    ["A", "24.000", "42.000", "66.000"],
    ["B", "23.600", "48.000", "71.600"],
    ["C", "22.400", "45.000", "67.400"]
  ])("%s: %s + %s = %s", (name, skd40, skb60, final) => {
    expect([value(name, "skd40"), value(name, "skb60"), value(name, "final")].map(format)).toEqual([skd40, skb60, final])
  })

  it("order B, C, A; one seat goes to B", () => {
    expect(["B", "C", "A"].map(rank)).toEqual([1, 2, 3])
    expect(code("B")).toBe("P1/L")
  })
})

describe("A3: second group of 2018, \"Kasus 4\" (24 November 2018)", () => {
  it("two seats, one P1: the SKB takes 4, the P1 and the best 3 of the others", () => {
    const first = row("P1", { twk: 75, tiu: 80, tkp: 143 })
    const others = [300, 290, 280, 270, 260].map((total, at) => row(`P2-${at + 1}`, { twk: 70, tiu: 70, tkp: total - 140 }))
    const { having } = run(cpns2018, [...others, first], { seats: 2, stage: "skd" })
    expect(having("advanced")).toEqual(["P1"])
    expect(having("advanced-second-group")).toEqual(["P2-1", "P2-2", "P2-3"])
  })
})

describe("A4: minimums of 2018, a real applicant", () => {
  it("TWK 120, TIU 120, TKP 127: below the TKP minimum although 367 exceeds 298; eligible for the second group", () => {
    const { code, made, value } = run(cpns2018, [row("1", { twk: 120, tiu: 120, tkp: 127 })], { stage: "skd" })
    expect(value("1", "skd")).toBe(367)
    const failed = made.plan.minimums.filter(({ bit }) => (made.failed[0]! >>> bit & 1) === 1).map(({ of }) => of)
    expect(failed).toEqual(["tkp"])
    expect(code("1")).toBe("P2/L")
  })
})

describe("A5: Kabupaten Jember 2024, Penyuluh Hukum, two seats", () => {
  const people = ([[451, "68.0"], [377, "64.0"], [389, "61.0"]] as const).map(([total, skb]) => row(String(total), { ...passing(total), skb }))
  const { code, value } = run(cpns2024, people, { seats: 2 })

  it.each([
    ["451", "32.800", "40.800", "73.600", "P/L"],
    ["377", "27.418", "38.400", "65.818", "P/L"],
    ["389", "28.291", "36.600", "64.891", "TL"]
  ])("%s points: %s + %s = %s, %s", (name, skd40, skb60, final, expected) => {
    expect([value(name, "skd40"), value(name, "skb60"), value(name, "final")].map(format)).toEqual([skd40, skb60, final])
    expect(code(name)).toBe(expected)
  })
})

describe("A6: rounding at every step, one national agency, 2024", () => {
  it.each([
    [398, "51.0", "59.546", "59.545"],
    [372, "70.8", "69.534", "69.535"],
    [416, "64.0", "68.654", "68.655"],
    [431, "72.74", "74.990", "74.989"],
    [354, "53.0", "57.546", "57.545"],
    [332, "50.0", "54.146", "54.145"],
    [431, "68.94", "72.710", "72.709"],
    [392, "70.32", "70.701", "70.701"],
    [429, "77.7", "77.820", "77.820"],
    [389, "66.34", "68.095", "68.095"]
  ])("%i and %s: published %s, rounded once at the end %s", (total, skb, published, once) => {
    expect(format(run(cpns2024, [row("1", { ...passing(total), skb })]).value("1", "final"))).toBe(published)
    const units = Result.getOrThrow(Scaled.parse(skb, 3))
    // 40 % of total / 550 x 100 and 60 % of the SKB score, in units of a thousandth, rounded half-up once.
    const exact = Math.floor((2 * (total * 40_000 * 100 + units * 60 * 550) + 55_000) / 110_000)
    expect(format(exact)).toBe(once)
  })
})

describe("A7: ties, one national agency, 2024, in published order", () => {
  const ties: ReadonlyArray<readonly [string, ReadonlyArray<readonly [number, number, number, number, string, string]>, ReadonlyArray<string>]> = [
    ["69.971", [[411, 186, 120, 105, "3.17", "66.8"], [395, 195, 125, 75, "3.32", "68.74"]], ["skd"]],
    [
      "68.386",
      [[427, 197, 140, 90, "3.61", "62.22"], [410, 190, 145, 75, "3.62", "64.28"], [361, 181, 105, 75, "3.14", "70.22"]],
      ["skd", "skd"]
    ],
    [
      "66.600",
      [[429, 189, 145, 95, "3.50", "59.0"], [429, 189, 130, 110, "3.69", "59.0"], [429, 189, 130, 110, "3.30", "59.0"]],
      ["tiu", "gpa"]
    ],
    [
      "63.418",
      [[410, 185, 135, 90, "3.85", "56.0"], [410, 185, 130, 95, "3.45", "56.0"], [410, 185, 130, 95, "3.43", "56.0"]],
      ["tiu", "gpa"]
    ],
    ["68.649", [[375, 190, 115, 70, "3.05", "68.96"], [375, 185, 100, 90, "3.56", "68.96"]], ["tkp"]]
  ]
  for (const [final, lines, rungs] of ties) {
    it(`${final}: decided by ${rungs.join(", then ")}`, () => {
      const people = lines.map(([total, tkp, tiu, twk, gpa, skb], at) => {
        expect(tkp + tiu + twk).toBe(total)
        return row(String(at + 1), { twk, tiu, tkp, skb }, { gpa })
      })
      const { decidedBy, rank, value } = run(cpns2024, people.toReversed(), { seats: lines.length })
      expect(people.map(({ participant }) => format(value(participant, "final")))).toEqual(people.map(() => final))
      expect(people.map(({ participant }) => rank(participant))).toEqual(people.map((_, at) => at + 1))
      expect(people.slice(1).map(({ participant }) => decidedBy(participant))).toEqual(rungs)
    })
  }
})

describe("A8: accounting identity, December 2021", () => {
  it("837 participants: 10 P/TH, 292 P/L, 5 P/L-1, 2 P/L-2, 528 P/TL", () => {
    const formations = [
      formation(292),
      { ...formation(5), formation: "F2", category: "cumlaude" },
      { ...formation(2), formation: "F3", location: "Cabang" }
    ]
    // The wording of the step between places was not seen for 2021; here it asks for the general minimums.
    const rules = Result.getOrThrow(Supply.supply(cpns2021, "filling.passes.L-2.meets", "general", host))
    const people = Array.from({ length: 837 }, (_, at) => row(`21-${at}`, { ...passing(311 + at % 230), skb: format(40_000 + at) }))
    const events = people.slice(0, 10).map(({ participant }) => afterSkb("Absent", participant))
    const { codes } = run(rules, people, { formations, events })
    expect(codesOf(codes)).toEqual({ "P/L": 292, "P/L-1": 5, "P/L-2": 2, "P/TH": 10, "P/TL": 528 })
    expect(codes.length).toBe(837)
  })
})

describe("A9: priority classes, PPPK 2024, Kota Depok, Pengadministrasi Perkantoran", () => {
  it("3,295 participants, 101 of them R2, one seat: ranks 1 to 101 are R2, the first has R2/L, 100 have no seat", () => {
    const people = Array.from({ length: 3295 }, (_, at): Cohort.Row => {
      const isR2 = at < 101
      const scores = { teknis: isR2 ? 5 * (at % 40) : 300 + 5 * (at % 31), manajerialSosiokultural: at % 180, wawancara: isR2 ? 10 : 39 }
      return row(`24-${at}`, scores, { priorityClass: isR2 ? "R2" : at % 2 === 0 ? "R3" : "R4", birthDate: "1990-01-01" })
    })
    const { codes, made } = run(pppk2024, people)
    const ranks = people.flatMap(({ priorityClass }, at) => priorityClass === "R2" ? [made.final!.rank[at]!] : [])
    expect(Math.max(...ranks)).toBeLessThanOrEqual(101)
    expect(people.every(({ priorityClass }, at) => (made.final!.rank[at]! <= 101) === (priorityClass === "R2"))).toBe(true)
    expect(codes.filter((code) => code.startsWith("R2"))).toHaveLength(101)
    expect(codesOf(codes.filter((code) => code === "R2/L" || code === "R2"))).toEqual({ "R2": 100, "R2/L": 1 })
    expect(codes[ranks.indexOf(1)]).toBe("R2/L")
  })
})

describe("A10: affirmation, PPPK teachers 2021", () => {
  it("90 of 100 with 15 percent more is 100, not 105", () => {
    const how = { decimals: 0, base: 100, cap: 100, combination: "add-up", rounding: "half-up" } as const
    expect(ScoreStep.add(90, [15], how)).toBe(100)
  })

  it("450 of 500 points with 75 more are 500, before the minimum is tested", () => {
    const rules = Result.getOrThrow(Supply.supply(pppk2021Guru, "thresholds.groups.umum.minimums.teknisTambahan", 500, host))
    const scores = { teknis: 450, manajerialSosiokultural: 130, wawancara: 24 }
    const people = [row("plain", scores), row("older", scores, { entitlements: ["usia-35"] })]
    const { outcomes, value } = run(rules, people)
    expect(value("older", "teknisTambahan")).toBe(500)
    expect(outcomes).toEqual(["below-threshold", "selected"])
  })
})

describe("A11: SKD sums of 2019", () => {
  it.each([[145, 170, 171, 486], [150, 165, 170, 485], [145, 175, 167, 487]])("%i + %i + %i = %i", (twk, tiu, tkp, total) => {
    expect(run(cpns2019, [row("1", { twk, tiu, tkp })], { stage: "skd" }).value("1", "skd")).toBe(total)
  })
})

describe("A12: cap arithmetic (BKN, 2024)", () => {
  it.each([[100, 300], [10, 30], [5, 15]])("%i seats send on %i", (seats, places) => {
    expect(Shortlist.places(3, seats)).toBe(places)
    // The parts differ at some rung, so that nobody stays equal at the boundary.
    const people = Array.from({ length: places + 20 }, (_, at) => row(String(at), { twk: 65, tiu: 80 + 5 * (at % 20), tkp: 166 + Math.floor(at / 20) }))
    const { having } = run(cpns2024, people, { seats, stage: "skd" })
    expect(having("advanced")).toHaveLength(places)
    expect(having("outside-shortlist")).toHaveLength(20)
  })
})

describe("A13: one cell, a second national agency, 2024", () => {
  it("613 = 204 + 177 + 161 + 71 = 3 x 204 + 1: two equals at the boundary go on together", () => {
    const parts = (at: number) => ({ twk: 65, tiu: 80 + 5 * (at % 20), tkp: 166 + Math.floor(at / 20) })
    // Row 0 is the last of the list; its double stands equal at the boundary.
    const people = Array.from({ length: 613 }, (_, at) => row(`24-${at}`, { ...parts(Math.max(0, at - 1)), skb: format(50_000 + at) }))
    const outside = Array.from({ length: 50 }, (_, at) => row(`25-${at}`, { twk: 65, tiu: 80, tkp: 166, skb: format(90_000 + at) }))
    const better = people.map((one) => ({ ...one, scores: { ...one.scores, twk: 70 } }))
    const list = run(cpns2024, [...better, ...outside], { seats: 204, stage: "skd" })
    expect(list.having("advanced")).toHaveLength(613)
    const events = [
      ...better.slice(0, 71).map(({ participant }) => afterSkb("Absent", participant)),
      ...better.slice(452).map(({ participant }) => afterSkb("Eliminated", participant))
    ]
    const { codes } = run(cpns2024, better, { seats: 204, events })
    expect(codesOf(codes)).toEqual({ "P/L": 204, TH: 71, TL: 177, "TMS-1": 161 })
  })

  it("near the cut: 399 and 73.901 make 73.359, 401 and 73.544 make 73.290", () => {
    const people = [row("399", { ...passing(399), skb: "73.901" }), row("401", { ...passing(401), skb: "73.544" })]
    const { code, value } = run(cpns2024, people)
    expect(["skd40", "skb60", "final"].map((id) => format(value("399", id)))).toEqual(["29.018", "44.341", "73.359"])
    expect(["skd40", "skb60", "final"].map((id) => format(value("401", id)))).toEqual(["29.164", "44.126", "73.290"])
    expect([code("399"), code("401")]).toEqual(["P/L", "TL"])
  })
})

describe("A14: several SKB tests, central agency, 2024", () => {
  const test = (id: string, percent: number): SecondExam.AnnouncedTest => ({ id, title: id, kind: id, main: id === "cat", percent, outOf: 100, decimals: 2 })
  const tests = [test("cat", 50), test("praktik", 35), test("tpa", 15)]

  it("CAT 78.75, praktik 63.75, TPA 81 at 50, 35, 15 percent: 39.375 + 22.313 + 12.150 = 73.838", () => {
    const rules = Result.getOrThrow(SecondExam.announce(cpns2024, { agencyKind: "pusat", tests, source: host }))
    const { value } = run(rules, [row("1", { ...passing(400), cat: "78.75", praktik: "63.75", tpa: "81" })])
    const parts = ["catWeighted", "praktikWeighted", "tpaWeighted", "skb"].map((id) => format(value("1", id)))
    expect(parts).toEqual(["39.375", "22.313", "12.150", "73.838"])
  })

  it("a regional agency may not announce them: three tests, 50 percent for the main one, nor any interview (PermenPANRB 6/2024)", () => {
    const refused = (tests: ReadonlyArray<SecondExam.AnnouncedTest>) => {
      const error = Result.getOrThrow(Result.flip(SecondExam.announce(cpns2024, { agencyKind: "daerah", tests, source: host })))
      return error._tag === "AnnouncementRefused" ? error.faults.map(({ _tag }) => _tag) : error._tag
    }
    expect(refused(tests)).toEqual(["OverLegalCap", "OverLegalCap", "UnderLegalFloor"])
    expect(refused([test("cat", 60), test("wawancara", 40)])).toEqual(["KindRefused"])
    expect(Result.isSuccess(SecondExam.announce(cpns2024, { agencyKind: "daerah", tests: [test("cat", 60), test("praktik", 40)], source: host }))).toBe(true)
  })

  it("a limit that no source gives is refused by name once there is a further test (central agency, 2021)", () => {
    const announce = (tests: ReadonlyArray<SecondExam.AnnouncedTest>) => SecondExam.announce(cpns2021, { agencyKind: "pusat", tests, source: host })
    expect(Result.isSuccess(announce([test("cat", 100)]))).toBe(true)
    const error = Result.getOrThrow(Result.flip(announce(tests)))
    expect(error instanceof Plan.NumbersUnknown && error.numbers.map(({ path }) => path)).toEqual(
      ["mainAtLeastPercent", "furtherAtMostPercent", "furtherTestsAtMost"].map((name) => `secondExam.limits.pusat.${name}`)
    )
  })
})

interface TieCapVectors {
  readonly source: string
  readonly cases: ReadonlyArray<{
    readonly desc: string
    readonly formations: number
    readonly applicants: ReadonlyArray<{ readonly id: string; readonly twk: number; readonly tiu: number; readonly tkp: number; readonly total: number }>
    readonly want: {
      readonly ranking: ReadonlyArray<{ readonly id: string; readonly rank: number }>
      readonly cap: number
      readonly advance: ReadonlyArray<string>
      readonly below_threshold: ReadonlyArray<string>
    }
  }>
  readonly integration: ReadonlyArray<{ readonly skd_total: number; readonly skb_0_100: string; readonly exact: string; readonly rounded3: string }>
}
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "vectors/tie-cap-integration.json"), "utf8")) as TieCapVectors

describe("ties, cap and integration, after press accounts of the rules", () => {
  for (const { applicants, desc, formations: seats, want } of vectors.cases) {
    it(desc, () => {
      const people = applicants.map(({ id, tiu, tkp, twk }) => row(id, { twk, tiu, tkp }))
      const { having, made, rank, value } = run(cpns2024, people, { seats, stage: "skd" })
      for (const { id, total } of applicants) expect([id, value(id, "skd")]).toEqual([id, total])
      expect(Shortlist.places(made.plan.shortlistFactor, seats)).toBe(want.cap)
      expect(want.ranking.map(({ id }) => ({ id, rank: rank(id) }))).toEqual(want.ranking)
      expect(having("advanced").sort()).toEqual(want.advance.toSorted())
      expect(having("below-threshold")).toEqual(want.below_threshold)
    })
  }

  for (const { exact, rounded3, skb_0_100: skb, skd_total: total } of vectors.integration) {
    it(`${total} and ${skb}: ${rounded3}`, () => {
      expect(format(run(cpns2024, [row("1", { ...passing(total), skb })]).value("1", "final"))).toBe(rounded3)
      expect(format(Number(Fraction.round(Fraction.parseUnsafe(exact), 3, "half-up")))).toBe(rounded3)
    })
  }
})
