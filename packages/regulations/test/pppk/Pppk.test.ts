import { Cohort, Outcome, type RuleSet, Selection, TieLadder } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const maximaOf = (ruleSet: RuleSet.RuleSet) =>
  ruleSet.components.map(({ maximum }) => maximum._tag === "Known" ? maximum.value : undefined)

describe("maxima of the technical, managerial and socio-cultural, and interview parts", () => {
  it.each([
    ["KepmenPANRB 1127/2021, teachers: 740", RuleSets.pppk2021Guru, [500, 200, 40]],
    ["KepmenPANRB 1128/2021, others: 690", RuleSets.pppk2021NonGuru, [450, 200, 40]],
    ["2022, technical positions: 690", RuleSets.pppk2022, [450, 200, 40]],
    ["PermenPANRB 20/2022, teachers: not found", RuleSets.pppk2022Guru, [undefined, undefined, undefined]],
    ["KepmenPANRB 968/2022, health workers: technical part seen, others inferred", RuleSets.pppk2022Nakes, [450, 200, 40]],
    ["KepmenPANRB 648/2023: 670", RuleSets.pppk2023, [450, 180, 40]],
    ["KepmenPANRB 649/2023, teachers: 670", RuleSets.pppk2023Guru, [450, 180, 40]],
    ["KepmenPANRB 347/2024: 670", RuleSets.pppk2024, [450, 180, 40]],
    ["KepmenPANRB 347/2024, teachers of central agencies: 670", RuleSets.pppk2024GuruPusat, [450, 180, 40]],
    ["KepmenPANRB 347/2024, diktum 27, Pengelola Umum Operasional: 445", RuleSets.pppk2024Operasional, [225, 180, 40]]
  ] as const)("%s", (_, ruleSet, maxima) => {
    expect(maximaOf(ruleSet)).toEqual(maxima)
  })
})

describe("KepmenPANRB 648/2023", () => {
  it("asks teachers for the same 117 and 24 as others, and for a technical score that counts the addition", () => {
    for (const [ruleSet, technical] of [[RuleSets.pppk2023, "teknis"], [RuleSets.pppk2023Guru, "teknisTambahan"]] as const) {
      expect(ruleSet.thresholds.groups.map(({ minimums }) => minimums)).toMatchObject([
        [
          { of: technical, minimum: { _tag: "Unknown" } },
          { of: "manajerialSosiokultural", minimum: { value: 117 } },
          { of: "wawancara", minimum: { value: 24 } }
        ],
        []
      ])
    }
  })
})

describe("the order of ties", () => {
  it("is technical, managerial and socio-cultural, interview, age; the technical rung counts additions where there are any", () => {
    for (const ruleSet of RuleSets.all.filter(({ program }) => program === "PPPK")) {
      const technical = ruleSet.steps.some(({ _tag }) => _tag === "Addition") ? "teknisTambahan" : "teknis"
      expect(ruleSet.ranking.ladder.map(TieLadder.nameOf), ruleSet.id)
        .toEqual([technical, "manajerialSosiokultural", "wawancara", "birthDate"])
    }
  })
})

describe("KepmenPANRB 347/2024, diktum 29", () => {
  it("sets no minimum: nobody falls below a threshold", () => {
    for (const ruleSet of [RuleSets.pppk2024, RuleSets.pppk2024GuruPusat, RuleSets.pppk2024Operasional]) {
      expect(ruleSet.thresholds.groups.flatMap(({ minimums }) => minimums)).toEqual([])
    }
  })
})

describe("A9: Kota Depok 2024, Pengadministrasian Perkantoran", () => {
  it("ranks 101 R2 before 3,194 others whatever their score; one has the seat, 100 have none (scores made up)", () => {
    const formation = { formation: "F1", position: "Pengadministrasian Perkantoran", education: "SLTA", location: "Depok", category: "umum", seats: 1 }
    const rows = Array.from({ length: 3295 }, (_, index): Cohort.Row => {
      const isSecondClass = index % 32 === 0 && index < 32 * 101
      return {
        participant: String(index),
        formation: "F1",
        scores: {
          teknis: isSecondClass ? 5 * (index % 7) : 300 + 5 * (index % 11),
          manajerialSosiokultural: index % 180,
          wawancara: index % 41
        },
        priorityClass: isSecondClass ? "R2" : index % 2 === 0 ? "R3" : "R4",
        birthDate: `19${70 + index % 30}-01-${String(1 + index % 28).padStart(2, "0")}`
      }
    })
    const ruleSet = RuleSets.pppk2024
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
    const { final, outcome, seat } = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))
    const second = rows.flatMap((row, index) => row.priorityClass === "R2" ? [index] : [])
    expect(second).toHaveLength(101)
    expect(Math.max(...second.map((row) => final!.rank[row]!))).toBeLessThanOrEqual(101)
    const codes = second.map((row) => Outcome.codeOf(ruleSet.codes, Outcome.tags[outcome[row]!]!, { priorityClass: "R2" })).toSorted()
    expect(codes).toEqual([...Array<string>(100).fill("R2"), "R2/L"])
    expect(seat.filter((cell) => cell >= 0)).toHaveLength(1)
  })
})

describe("codes of lists before 2024", () => {
  const before2024 = RuleSets.all.filter(({ holds, program }) => program === "PPPK" && holds.from < "2024-01-01")

  it("are in no source: each outcome has a word of this library that says so and names the regulation of the round", () => {
    expect(before2024.map(({ id }) => id)).toHaveLength(7)
    for (const { codes, id, sources } of before2024) {
      const worded = codes.filter(({ outcome }) => outcome !== "undecided")
      expect(worded.length, id).toBe(10)
      for (const { code, source, title } of worded) {
        expect(title).toBe(`${code[0]}${code.slice(1).toLowerCase()}; kode tidak diketahui dalam sumber`)
        expect(source).toMatchObject({ instrument: "Timbang", confidence: "host" })
        expect(source.provision).toContain(sources[0]!.instrument)
      }
    }
  })

  it("2024 has codes of its own, and none of these words", () => {
    expect(RuleSets.pppk2024.codes.some(({ title }) => title.includes("tidak diketahui"))).toBe(false)
  })
})
