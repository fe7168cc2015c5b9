/** Published, and wrong: each is recomputed and shown to differ from what the rules give. */
import { Parameter } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { ScoreStep, SecondExam } from "@timbang/core/selection"
import { ExamMinutes, RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { row } from "./published.ts"
import { passing, run } from "./run.ts"

const { cpns2021, cpns2023, cpns2024 } = RuleSets
const format = (units: number) => Scaled.format(units, 3)
const skbOf = (raw: number) => format(ScoreStep.rescale(raw, { fromDecimals: 0, outOf: 500, to: 100, decimals: 3, rounding: "half-up" }))
const scoresOf = (total: number, skb: string, ruleSet = cpns2024) => {
  const { value } = run(ruleSet, [row("1", { ...passing(total), skb })])
  return (id: string) => format(value("1", id))
}

describe("published and wrong", () => {
  it("a regional paper, 2024: 450 and 465 make 88.527, not 52.83; 40 percent is applied twice and SKB divided by 550", () => {
    const scoreOf = scoresOf(450, skbOf(465))
    expect([scoreOf("skd100"), scoreOf("skd40"), scoreOf("skb60"), scoreOf("final")]).toEqual(["81.818", "32.727", "55.800", "88.527"])
    // The printed result is 40 % of what was 40 % already.
    expect((40 * 327 + 60 * 662.5) / 1000).toBeCloseTo(52.83, 2)
  })

  it("two portals, 2024: (31.81 + 24) x 60 % is not 55.81; both parts are weighed once, before the sum", () => {
    expect(ScoreStep.weigh(55_810, { fromDecimals: 3, percent: 60, decimals: 3, rounding: "half-up" })).toBe(33_486)
    const final = cpns2024.steps.find(({ id }) => id === cpns2024.ranking.final)
    expect(final).toMatchObject({ _tag: "Sum", of: ["skd40", "skb60"] })
    expect(scoresOf(437, "40")("final")).toBe("55.782")
  })

  it("a regional portal, 2024: 395 of 500; the SKD is of 550 from 2021 on", () => {
    for (const ruleSet of [cpns2021, cpns2023, cpns2024]) expect(scoresOf(395, "0", ruleSet)("skd100")).toBe("71.818")
    expect(format(395 * 200)).toBe("79.000")
  })

  it("a blog, 2024: 380 and 420 make 27.636 and 30.546, not 27.45 and 30.36", () => {
    expect([380, 420].map((total) => scoresOf(total, "0")("skd40"))).toEqual(["27.636", "30.546"])
  })

  it("a regional portal, 2021: 423 of 550 is 76.909, not 77", () => {
    expect(scoresOf(423, "0", cpns2021)("skd100")).toBe("76.909")
  })

  it("several, 2024: 130 minutes hold only for the blind under kebutuhan khusus disabilitas, 100 for all others", () => {
    const { value } = Result.getOrThrow(Parameter.at(ExamMinutes.skd, "2024-10-16"))
    expect(value).toEqual({ standard: 100, blind: 130 })
  })

  it("two portals, 2024: 395 and 350 of 500 make 70.727, not 73.6", () => {
    const scoreOf = scoresOf(395, skbOf(350))
    expect([scoreOf("skd40"), scoreOf("skb60"), scoreOf("final")]).toEqual(["28.727", "42.000", "70.727"])
  })

  it("two portals, 2021 and 2024: equal SKD totals are decided by TKP, then TIU, then TWK, not the other way round", () => {
    for (const ruleSet of [cpns2021, cpns2024]) {
      const people = [
        row("high TWK", { twk: 150, tiu: 80, tkp: 170 }),
        row("high TIU", { twk: 100, tiu: 130, tkp: 170 }),
        row("high TKP", { twk: 100, tiu: 80, tkp: 220 })
      ]
      const { decidedBy, rank } = run(ruleSet, people, { stage: "skd" })
      expect(["high TKP", "high TIU", "high TWK"].map(rank)).toEqual([1, 2, 3])
      expect(["high TIU", "high TWK"].map(decidedBy)).toEqual(["tkp", "tiu"])
    }
  })

  it("a regional paper on 27/2021: CAT at most 50, interview 30, further 20 is refused; CAT has a floor and no cap", () => {
    const source = { instrument: "As printed", confidence: "host" } as const
    const test = (kind: string, percent: number): SecondExam.AnnouncedTest => ({ id: kind, title: kind, kind, main: kind === "cat", percent, outOf: 100, decimals: 2 })
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
      const formations = [{ formation: "F1", position: "Penata", education: "S-1", location: "Kantor", category, seats: 2 }]
      const people = [65, 80, 85].map((tiu) => row(String(tiu), { twk: 100, tiu, tkp: 200 }))
      const { having } = run(cpns2023, people, { formations, stage: "skd" })
      expect(having("advanced")).toEqual(["85"])
    }
  })
})
