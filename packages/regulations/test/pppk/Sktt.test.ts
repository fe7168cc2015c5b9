import { Cohort, RuleSetFaults, Selection } from "@timbang/core/selection"
import { RuleSets, Sktt } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "Pengumuman 800/12/2023", confidence: "host" } as const
const guru = RuleSets.pppk2023Guru
const read = (base: "total" | "teknis", outOf: number) => Sktt.withSktt(guru, { base, outOf, decimals: 1, source })

describe("Sktt.withSktt", () => {
  it("makes a rule set without fault for each reading, under a name of its own", () => {
    for (const [base, outOf] of [["total", 670], ["teknis", 450]] as const) {
      const ruleSet = Result.getOrThrow(read(base, outOf))
      expect(RuleSetFaults.check(ruleSet)).toEqual([])
      expect(ruleSet.id).toBe(`pppk-2023-guru-sktt-${base}`)
    }
  })

  it("refuses to mix scales, with both maxima", () => {
    const mixed = read("teknis", 100)
    expect(Result.isFailure(mixed) && mixed.failure).toMatchObject({ _tag: "ScalesDiffer", base: "teknis", baseMaximum: 450, outOf: 100 })
    expect(Result.isFailure(read("total", 450))).toBe(true)
  })

  it("refuses a CPNS round, a second SKTT, and maxima that are unknown", () => {
    const reading = { base: "total", outOf: 670, source } as const
    const twice = Result.flatMap(Sktt.withSktt(guru, reading), (once) => Sktt.withSktt(once, reading))
    for (const refused of [Sktt.withSktt(RuleSets.cpns2024, reading), twice, Sktt.withSktt(RuleSets.pppk2022Guru, reading)]) {
      expect(Result.isFailure(refused) && refused.failure._tag).toBe("SkttUnfit")
    }
  })

  it("names the reading in the source of each of its steps", () => {
    const { steps } = Result.getOrThrow(read("total", 670))
    expect(steps.filter(({ id }) => ["total70", "sktt30", "nilaiAkhir"].includes(id)).map(({ source: { note } }) => note))
      .toEqual(Array(3).fill("Read as 70 and 30 percent of the total; the texts leave it open."))
  })
})

describe("Announced pairs of 2023, on the total", () => {
  const ruleSet = Result.getOrThrow(read("total", 670))
  const formation = { formation: "F1", position: "Guru", education: "S-1", location: "Kerinci", category: "khusus", seats: 1 }
  const final = (total: number, sktt: string) => {
    const scores = { teknis: total - 220, manajerialSosiokultural: 180, wawancara: 40, sktt }
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], [{ participant: "1", formation: "F1", scores }]))
    return Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, [])).values["nilaiAkhir"]![0]! / 1000
  }

  it("592 becomes 488.8 with an SKTT of 248.0 out of 670", () => {
    expect(final(592, "248.0")).toBe(488.8)
  })

  it("565 becomes 470 with 248.3 (469.99): the published SKTT is implied to one decimal only", () => {
    expect(final(565, "248.3")).toBe(469.99)
  })
})
