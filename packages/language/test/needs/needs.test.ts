import { ClaimChange, type NeedModel, NeedScore, Scenario, Table } from "@timbang/core/needs"
import { Needs } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const named = (id: string) => ({ id, title: id })

const model: NeedModel.NeedModel = {
  id: "n",
  title: "",
  day: "2024-06-01",
  year: 2024,
  units: [named("hulu")],
  observations: [{ unit: "hulu", indicator: "poverty", year: 2024, figure: 10 }],
  workload: [{ unit: "hulu", jobFamily: "helper", people: 30 }],
  matrix: {
    id: "m",
    title: "",
    from: "2024-01-01",
    source: { instrument: "example", confidence: "host" },
    pillars: [named("people")],
    sectors: [named("social")],
    jobFamilies: [named("helper")],
    drivers: [{
      id: "poverty",
      indicator: "poverty",
      reads: "level",
      risesWith: "high",
      low: 0,
      high: 20,
      pillar: "people",
      share: 1
    }],
    pillarShares: { social: { people: 1 } },
    sectorShares: { helper: { social: 1 } },
    caps: { helper: 0.2 }
  }
}
const score = (of: NeedModel.NeedModel) => Result.getOrThrow(NeedScore.score(of))
const poorer = Result.getOrThrow(
  Scenario.apply(model, {
    id: "s",
    title: "",
    changes: [{ at: ["observations", { indicator: "poverty" }, "figure"], add: 4 }]
  })
)

describe("Needs", () => {
  it("says which indicator changed a claim, by its title", () => {
    const [change] = ClaimChange.between(score(model), score(poorer))
    const titles: Readonly<Record<string, string>> = {
      poverty: "kemiskinan",
      hulu: "Kecamatan Hulu",
      helper: "Pekerja sosial"
    }
    expect(Needs.claimChange(change!, "id", (id) => titles[id] ?? id))
      .toBe("Kecamatan Hulu, Pekerja sosial: dari 33,00 menjadi 34,20 orang, karena kemiskinan (+1,20)")
  })

  it("says that workload changed", () => {
    const busier = { ...model, workload: [{ unit: "hulu", jobFamily: "helper", people: 20 }] }
    const [change] = ClaimChange.between(score(model), score(busier))
    expect(Needs.claimChange(change!, "en")).toBe(
      "hulu, helper: 33.00 to 22.00 people, because of poverty (-1.00), workload (-10.00)"
    )
  })

  it("says how a claim came about", () => {
    const [family] = score(model).units[0]!.jobFamilies
    expect(Needs.claim(family!, "en")).toBe(
      "helper: 33.00 people, 30.00 by workload and 3.00 by conditions, most of it from poverty"
    )
    expect(Needs.claim(family!, "id")).toBe(
      "helper: 33,00 orang, 30,00 menurut beban kerja dan 3,00 karena kondisi daerah, terbanyak dari poverty"
    )
  })

  it("names the cell in both languages when a figure is no number", () => {
    const refused = Table.make(["Tebo"], { stunting: [NaN] })
    expect(Result.isFailure(refused)).toBe(true)
    if (Result.isSuccess(refused)) return
    expect(Needs.problem(refused.failure, "id")).toBe(
      "Angka stunting untuk Tebo tidak dapat dihitung: NaN. Periksa angkanya terhadap sumbernya."
    )
    expect(Needs.problem(refused.failure, "en")).toContain("unit \"Tebo\", indicator \"stunting\": found NaN")
  })
})
