import { Cohort, type RuleSet, Selection } from "@timbang/core/selection"
import { RuleSets, Supply } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const formation = { formation: "F1", position: "Perawat", education: "D-III", location: "Jambi", category: "umum", seats: 1 }

/** The rule set without minimums, which are not what is tested here. */
const withoutMinimums = (ruleSet: RuleSet.RuleSet): RuleSet.RuleSet => ({
  ...ruleSet,
  thresholds: { ...ruleSet.thresholds, groups: ruleSet.thresholds.groups.map((group) => ({ ...group, minimums: [] })) }
})

const technicalWith = (ruleSet: RuleSet.RuleSet, teknis: number, entitlements: ReadonlyArray<string>): number | ReadonlyArray<string> => {
  const scores = { teknis, manajerialSosiokultural: 100, wawancara: 20 }
  const row = { participant: "1", formation: "F1", scores, priorityClass: "R3", birthDate: "1990-01-01", entitlements }
  const { priorityClass: _, ...classless } = row
  const rows = [ruleSet.ranking.classes === undefined ? classless : row]
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
  const made = Selection.run(withoutMinimums(ruleSet), [formation], cohort, [])
  if (Result.isSuccess(made)) return made.success.values["teknisTambahan"]![0]!
  return made.failure._tag === "NumbersUnknown" ? made.failure.numbers.map(({ path }) => path) : [made.failure._tag]
}

describe("PermenPANRB 6/2024: a certificate of competence", () => {
  const path = "steps.teknisTambahan.entitlements.sertifikat-kompetensi"
  const decree = { instrument: "KepmenPANRB 391/2024", provision: "Lampiran", confidence: "host" } as const
  it("may be given 10 percent of the technical maximum by the decree, and not 11", () => {
    expect(Result.isSuccess(Supply.supply(RuleSets.pppk2024, path, 10, decree))).toBe(true)
    const over = Supply.supply(RuleSets.pppk2024, path, 11, decree)
    expect(Result.isFailure(over) && over.failure).toMatchObject({
      faults: [{ _tag: "OverLegalCap", path, found: 11, cap: 10, citation: "PermenPANRB 6/2024" }]
    })
  })
})

describe("PermenPANRB 28/2021, Pasal 28(1)", () => {
  const guru = RuleSets.pppk2021Guru

  it("grants 75 points for age and service, 50 for a disability, 50 for THK-II, of 500", () => {
    expect(technicalWith(guru, 200, [])).toBe(200)
    expect(technicalWith(guru, 200, ["usia-35"])).toBe(275)
    expect(technicalWith(guru, 200, ["disabilitas"])).toBe(250)
    expect(technicalWith(guru, 200, ["thk-ii"])).toBe(250)
  })

  it("adds up: THK-II and over 35 together grant 125", () => {
    expect(technicalWith(guru, 200, ["thk-ii", "usia-35"])).toBe(325)
  })

  it("A10: 90 percent and 15 more are cut off at the maximum; a teaching certificate gives the whole of it", () => {
    expect(technicalWith(guru, 450, ["usia-35"])).toBe(500)
    expect(technicalWith(guru, 0, ["sertifikat-pendidik"])).toBe(500)
  })
})

describe("Perdirjen HK.01.03/F/2268/2022", () => {
  const nakes = RuleSets.pppk2022Nakes

  it("rounds each percentage of 450 half-up to whole points", () => {
    expect(technicalWith(nakes, 200, ["daerah-terpencil"])).toBe(358)
    expect(technicalWith(nakes, 200, ["usia-35"])).toBe(313)
    expect(technicalWith(nakes, 200, ["fasilitas-sama"])).toBe(268)
    expect(technicalWith(nakes, 200, ["disabilitas"])).toBe(245)
    expect(technicalWith(nakes, 200, ["penugasan-kemenkes"])).toBe(223)
  })

  it("is refused by name for somebody who holds two, because how they combine was not found", () => {
    expect(technicalWith(nakes, 200, ["disabilitas", "usia-35"])).toEqual(["steps.teknisTambahan.combination"])
  })
})

describe("KepmenPANRB 391/2024", () => {
  it("is needed only for somebody who holds a certificate of competence", () => {
    expect(technicalWith(RuleSets.pppk2024, 200, [])).toBe(200)
    expect(technicalWith(RuleSets.pppk2024, 200, ["sertifikat-kompetensi"]))
      .toEqual(["steps.teknisTambahan.entitlements.sertifikat-kompetensi"])
  })
})

describe("KepmenPANRB 347/2024, diktum 25", () => {
  it("gives certified teachers of central agencies the full technical score", () => {
    expect(technicalWith(RuleSets.pppk2024GuruPusat, 5, ["sertifikat-pendidik"])).toBe(450)
  })
})

describe("KepmenPANRB 649/2023", () => {
  it("gives certified teachers the full technical score", () => {
    expect(technicalWith(RuleSets.pppk2023Guru, 5, ["sertifikat-pendidik"])).toBe(450)
    expect(technicalWith(RuleSets.pppk2023Guru, 5, [])).toBe(5)
  })
})

describe("PermenPANRB 20/2022", () => {
  it("grants 100 percent for a certificate and 10 for a disability, of a maximum that no source gives", () => {
    const [addition] = RuleSets.pppk2022Guru.steps
    expect(addition).toMatchObject({
      base: { _tag: "Unknown" },
      entitlements: [{ id: "sertifikat-pendidik", percent: { value: 100 } }, { id: "disabilitas", percent: { value: 10 } }]
    })
  })
})

describe("additions of every round", () => {
  it("are percentages of the technical maximum and are cut off at it", () => {
    for (const { components, id, steps } of RuleSets.all.filter(({ program }) => program === "PPPK")) {
      const maximum = components[0]!.maximum
      const value = maximum._tag === "Known" ? maximum.value : undefined
      for (const step of steps) {
        if (step._tag !== "Addition") continue
        expect([step.base, step.cap].map((number) => number._tag === "Known" ? number.value : undefined), id).toEqual([value, value])
        expect(step.rounding, id).toMatchObject({ value: "half-up" })
      }
    }
  })

  it("add up for teachers and in 2024; how they combine for health workers was not found", () => {
    const combinations = RuleSets.all.flatMap(({ id, steps }) =>
      steps.flatMap((step) => step._tag !== "Addition" ? [] : [[id, step.combination._tag === "Known" ? step.combination.value : "unknown"]])
    )
    expect(Object.fromEntries(combinations)).toEqual({
      "cpns-2018": "highest",
      "cpns-2019": "highest",
      "pppk-2021-guru": "add-up",
      "pppk-2022-guru": "add-up",
      "pppk-2022-nakes": "unknown",
      "pppk-2023-guru": "highest",
      "pppk-2024": "add-up",
      "pppk-2024-guru-pusat": "add-up",
      "pppk-2024-operasional": "add-up"
    })
  })
})
