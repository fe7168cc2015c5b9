import { RuleSet } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

const { cpns2018, cpns2024 } = RuleSets

describe("kinds of need, as national lists spell them", () => {
  it.each([
    ["UMUM", "umum"],
    ["PENYANDANG DISABILITAS", "disabilitas"],
    ["LULUSAN TERBAIK", "cumlaude"],
    ["DIASPORA", "diaspora"],
    ["PUTRA/PUTRI PAPUA DAN PAPUA BARAT", "papua"],
    ["PUTRA/PUTRI KALIMANTAN", "kalimantan"],
    ["PUTRA/PUTRI DAERAH TERTINGGAL", "daerah-tertinggal"],
    ["ORANG ASLI PAPUA (OAP)", "oap"],
    ["UMUM (NON OAP)", "non-oap"]
  ])("SSCASN 2024: %s", (spelling, id) => {
    expect(RuleSet.categoryOf(cpns2024, spelling)?.id).toBe(id)
    expect(RuleSet.categoryOf(cpns2024, ` ${spelling.toLowerCase().replaceAll(" ", "  ")} `)?.id).toBe(id)
  })

  it("2018 has former THK-II staff, 2024 has not", () => {
    expect(RuleSet.categoryOf(cpns2018, "Eks THK-II")?.id).toBe("thk-ii")
    expect(RuleSet.categoryOf(cpns2024, "Eks THK-II")).toBeUndefined()
  })

  it("no two kinds of need of a round share a spelling", () => {
    for (const ruleSet of RuleSets.all) {
      for (const { aliases, id } of ruleSet.categories) {
        for (const spelling of [id, ...aliases]) expect(RuleSet.categoryOf(ruleSet, spelling)?.id, `${ruleSet.id} ${spelling}`).toBe(id)
      }
    }
  })

  it("those that reveal health or origin are protected", () => {
    expect(cpns2024.categories.filter((category) => category.protected).map(({ id }) => id))
      .toEqual(["disabilitas", "papua", "kalimantan", "daerah-tertinggal", "oap", "non-oap"])
  })
})
