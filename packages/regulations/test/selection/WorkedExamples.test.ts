/** The worked examples that need many people or show a rung; all others stand in `cases/worked-examples.yaml`. */
import { type Cohort, type Event, ScoreStep, Shortlist } from "@timbang/core/selection"
import { Fraction, Scaled } from "@timbang/core/number"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { formation, row } from "./published.ts"
import { passing, run } from "./run.ts"

const { cpns2021, cpns2024, pppk2021Guru, pppk2024 } = RuleSets
const host = { instrument: "Keputusan Bupati 1/2024", confidence: "host" } as const
const format = (units: number) => Scaled.format(units, 3)
const codesOf = (codes: ReadonlyArray<string>) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]))
const afterSkb = (tag: "Eliminated" | "Absent", participant: string): Event.Event => {
  const about = { participant, exam: "skb", at: "2024-12-20" }
  return tag === "Absent" ? { _tag: "Absent", ...about } : { _tag: "Eliminated", test: "kesehatan", ...about }
}

describe("A7: ties, one national agency, 2024, in published order", () => {
  const ties: ReadonlyArray<
    readonly [string, ReadonlyArray<readonly [number, number, number, number, string, string]>, ReadonlyArray<string>]
  > = [
    ["69.971", [[411, 186, 120, 105, "3.17", "66.8"], [395, 195, 125, 75, "3.32", "68.74"]], ["skd"]],
    [
      "68.386",
      [[427, 197, 140, 90, "3.61", "62.22"], [410, 190, 145, 75, "3.62", "64.28"], [
        361,
        181,
        105,
        75,
        "3.14",
        "70.22"
      ]],
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
    const people = Array.from(
      { length: 837 },
      (_, at) => row(`21-${at}`, { ...passing(311 + at % 230), skb: format(40_000 + at) })
    )
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
      const scores = {
        teknis: isR2 ? 5 * (at % 40) : 300 + 5 * (at % 31),
        manajerialSosiokultural: at % 180,
        wawancara: isR2 ? 10 : 39
      }
      return row(`24-${at}`, scores, {
        priorityClass: isR2 ? "R2" : at % 2 === 0 ? "R3" : "R4",
        birthDate: "1990-01-01"
      })
    })
    const { codes, made } = run(pppk2024, people)
    const ranks = people.flatMap(({ priorityClass }, at) => priorityClass === "R2" ? [made.final!.rank[at]!] : [])
    expect(Math.max(...ranks)).toBeLessThanOrEqual(101)
    expect(people.every(({ priorityClass }, at) => (made.final!.rank[at]! <= 101) === (priorityClass === "R2"))).toBe(
      true
    )
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
    const rules = Result.getOrThrow(
      Supply.supply(pppk2021Guru, "thresholds.groups.umum.minimums.teknisTambahan", 500, host)
    )
    const scores = { teknis: 450, manajerialSosiokultural: 130, wawancara: 24 }
    const people = [row("plain", scores), row("older", scores, { entitlements: ["usia-35"] })]
    const { outcomes, value } = run(rules, people)
    expect(value("older", "teknisTambahan")).toBe(500)
    expect(outcomes).toEqual(["below-threshold", "selected"])
  })
})

describe("A12: cap arithmetic (BKN, 2024)", () => {
  it.each([[100, 300], [10, 30], [5, 15]])("%i seats send on %i", (seats, places) => {
    expect(Shortlist.places(3, seats)).toBe(places)
    // The parts differ at some rung, so that nobody stays equal at the boundary.
    const people = Array.from(
      { length: places + 20 },
      (_, at) => row(String(at), { twk: 65, tiu: 80 + 5 * (at % 20), tkp: 166 + Math.floor(at / 20) })
    )
    const { having } = run(cpns2024, people, { seats, stage: "skd" })
    expect(having("advanced")).toHaveLength(places)
    expect(having("outside-shortlist")).toHaveLength(20)
  })
})

describe("A13: one cell, a second national agency, 2024", () => {
  it("613 = 204 + 177 + 161 + 71 = 3 x 204 + 1: two equals at the boundary go on together", () => {
    const parts = (at: number) => ({ twk: 65, tiu: 80 + 5 * (at % 20), tkp: 166 + Math.floor(at / 20) })
    // Row 0 is the last of the list; its double stands equal at the boundary.
    const people = Array.from(
      { length: 613 },
      (_, at) => row(`24-${at}`, { ...parts(Math.max(0, at - 1)), skb: format(50_000 + at) })
    )
    const outside = Array.from(
      { length: 50 },
      (_, at) => row(`25-${at}`, { twk: 65, tiu: 80, tkp: 166, skb: format(90_000 + at) })
    )
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
})

interface TieCapVectors {
  readonly source: string
  readonly cases: ReadonlyArray<{
    readonly desc: string
    readonly formations: number
    readonly applicants: ReadonlyArray<
      { readonly id: string; readonly twk: number; readonly tiu: number; readonly tkp: number; readonly total: number }
    >
    readonly want: {
      readonly ranking: ReadonlyArray<{ readonly id: string; readonly rank: number }>
      readonly cap: number
      readonly advance: ReadonlyArray<string>
      readonly below_threshold: ReadonlyArray<string>
    }
  }>
  readonly integration: ReadonlyArray<
    { readonly skd_total: number; readonly skb_0_100: string; readonly exact: string; readonly rounded3: string }
  >
}
const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, "vectors/tie-cap-integration.json"), "utf8")
) as TieCapVectors

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
