import { Budget, Opening } from "@timbang/core/formation"
import { LegalSource, Parameter } from "@timbang/core/law"
import { SectorRatio, StaffingMinimum, TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { BudgetLaw, WorkloadLaw } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const on = <A>(parameter: Parameter.Parameter<A>, day: string) => Result.getOrThrow(Parameter.at(parameter, day)).value

describe("WorkloadLaw", () => {
  it("PermenPANRB 1/2020: 1,250 hours are 75,000 minutes, before 1,200 hours by practice", () => {
    expect(on(WorkloadLaw.effectiveWorkingTime, "2024-01-01")).toBe(1250 * 60)
    expect(on(WorkloadLaw.effectiveWorkingTime, "2015-01-01")).toBe(1200 * 60)
    expect([235 * 5.5, 287 * 4.5]).not.toContain(1250)
  })

  it("Permenkes 33/2015: 212 x 5.25 = 1,113 and 264 x 4.375 = 1,155 hours, both taken as 1,200", () => {
    expect([212 * 5.25, 264 * 4.375]).toEqual([1113, 1155])
    expect(on(WorkloadLaw.healthWorkingTime, "2024-01-01")).toBe(1200 * 60)
  })

  it("Permenkes 75/2014: the columns of the Puskesmas table add up to 22, 31, 19, 27, 19, 27, and the table has ended", () => {
    const { desa, kota, terpencil } = on(WorkloadLaw.puskesmasMinimums, "2016-01-01")
    const sums = [kota, desa, terpencil].flatMap(({ nonRawatInap, rawatInap }) =>
      [nonRawatInap, rawatInap].map((table) => Object.values(table).reduce((a, b) => a + b, 0))
    )
    expect(sums).toEqual([22, 31, 19, 27, 19, 27])
    expect(Result.isFailure(Parameter.at(WorkloadLaw.puskesmasMinimums, "2024-01-01"))).toBe(true)
  })

  it("the ministry's dashboard: 16 and 24, and two doctors' posts short among 37 people", () => {
    const { nonRawatInap, rawatInap } = on(WorkloadLaw.dashboardMinimums, "2026-06-01")
    expect([nonRawatInap, rawatInap].map((table) => Object.values(table).reduce((a, b) => a + b, 0))).toEqual([16, 24])
    const staff = {
      dokter: 1,
      perawat: 8,
      bidan: 14,
      "promosi kesehatan": 4,
      "sanitasi lingkungan": 3,
      nutrisionis: 3,
      kefarmasian: 3,
      ATLM: 1
    }
    expect(StaffingMinimum.compare(rawatInap, staff)).toMatchObject({ minimumMet: false, missing: 2 })
  })

  it("EJ classes: the two readings differ between 1.00 and 1.01, and the limits are announced as unverified", () => {
    const entry = Result.getOrThrow(Parameter.at(WorkloadLaw.efficiencyClasses, "2024-01-01"))
    const grade = (ratio: string, table: ReadonlyArray<Workload.Grade>, decimals?: number) =>
      Workload.efficiency(Fraction.parseUnsafe(ratio), 1, table, decimals)!.grade
    const ratios = ["1.004", "1.005", "1", "0.895", "0.894"]
    expect(ratios.map((ratio) => grade(ratio, entry.value.halfOpen))).toEqual(["A", "A", "B", "C", "C"])
    expect(ratios.map((ratio) => grade(ratio, entry.value.twoDecimals, 2))).toEqual(["B", "A", "B", "B", "C"])
    expect(LegalSource.needsWarning(entry.source)).toBe(true)
  })

  it("WISN: 2.2 is 2 and 2.21 is 3, a year has 52 weeks, and the steps are announced as unverified", () => {
    const entry = Result.getOrThrow(Parameter.at(WorkloadLaw.wisnSteps, "2024-01-01"))
    expect([
      Wisn.round(Fraction.parseUnsafe("2.2"), entry.value),
      Wisn.round(Fraction.parseUnsafe("2.21"), entry.value)
    ]).toEqual([2, 3])
    expect(on(WorkloadLaw.weeksPerYear, "2024-01-01")).toBe(52)
    expect(LegalSource.needsWarning(entry.source)).toBe(true)
  })

  it("PP 74/2008 and Permendikdasmen 11/2025: 24 to 40 hours; 1.8 teachers cannot be decided", () => {
    const load = on(WorkloadLaw.teachingLoad, "2025-08-01")
    const need = TeacherNeed.ofSubject([{ grade: "VII", hours: "43.2", classes: 1 }], load)
    expect(Result.getOrThrow(need)._tag).toBe("Undecidable")
    expect(TeacherNeed.classes(84, on(WorkloadLaw.largestClass, "2024-03-01").SD!)).toBe(3)
  })

  it("PP 11/2017, Pasal 239: 60 for ahli madya, 65 ahli utama, 58 pejabat administrasi, guru 60", () => {
    const age = on(WorkloadLaw.retirementAge, "2024-01-01")
    expect([age["ahli madya"], age["ahli utama"], age["pejabat administrasi"], age.guru]).toEqual([60, 65, 58, 60])
  })

  it("Permendagri 60/2012: a score above 500 allows 251 to 350 staff; below it the band is not known", () => {
    const { bands, scale } = on(WorkloadLaw.satpolBands, "2024-01-01")
    const scored = [
      { indicator: "a", weight: 50, score: 400 },
      { indicator: "b", weight: 45, score: 700 },
      { indicator: "c", weight: 5, score: 1000 }
    ]
    expect(SectorRatio.byScore(scored, scale, bands)).toEqual(
      Result.succeed({ score: 565, staff: { least: 251, most: 350 } })
    )
    expect(SectorRatio.byScore([{ indicator: "a", weight: 100, score: 400 }], scale, bands)).toEqual(
      Result.succeed({ score: 400, staff: undefined })
    )
  })
})

describe("BudgetLaw", () => {
  it("UU 1/2022, Pasal 146: 30 % of all spending, teacher allowances left out", () => {
    const cap = on(BudgetLaw.personnelCap, "2024-01-01")
    const figures = {
      spending: 1000,
      personnel: 340,
      excluded: { "tunjangan profesi guru": 50 },
      freed: 0,
      costPerPost: 1
    }
    expect(Result.getOrThrow(Budget.ceiling(figures, cap, "zero-growth"))).toMatchObject({
      isAboveCap: false,
      posts: 10
    })
    expect(Result.isFailure(Parameter.at(BudgetLaw.personnelCap, "2021-12-31"))).toBe(true)
  })

  it("KepmenPANRB 320/2024: a region may open umum and disabilitas, not diaspora; at least 2 % are reserved", () => {
    const categories = on(BudgetLaw.openCategories, "2024-08-20").daerah!
    const rules = {
      categories,
      shares: on(BudgetLaw.reservedShares, "2024-08-20"),
      closedPositions: on(BudgetLaw.closedPositions, "2024-08-20")
    }
    const distribution = {
      decree: { number: "contoh", day: "2024-08-01" },
      rows: [{ unit: "A", position: "Perawat", asked: 101, granted: 101 }],
      draws: []
    }
    const positions = [{ position: "Perawat", education: "D-III", asnKind: "pns" }] as const
    const base = {
      agency: "Kota Contoh",
      agencyKind: "daerah",
      distribution,
      positions,
      rules,
      method: "dhondt"
    } as const
    expect(Result.getOrThrow(Opening.open(base)).reserved).toEqual([
      { category: "disabilitas", required: 3, opened: 3 }
    ])
    const diaspora = Opening.open({
      ...base,
      special: [{ unit: "A", position: "Perawat", category: "diaspora", seats: 1 }]
    })
    expect(Result.isFailure(diaspora) && diaspora.failure._tag).toBe("CategoryNotOpen")
  })

  it("PermenPANRB 27/2021: cumlaude binds central agencies only", () => {
    const shares = on(BudgetLaw.reservedShares, "2021-06-01")
    expect(shares.find(({ category }) => category === "cumlaude")?.agencyKinds).toEqual(["pusat"])
  })
})
