import { Sourced } from "@timbang/core/law"
import { Cohort, RuleSetPath, Selection, type RuleSet } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as ResultSheet from "../../src/selection/ResultSheet.ts"

const formations = [{ formation: "F1", position: "Pranata Komputer", education: "S-1", location: "Jambi", category: "umum", seats: 1 }]
const person = (participant: string, teknis: number) => ({
  participant,
  formation: "F1",
  scores: { teknis, manajerialSosiokultural: 130, wawancara: 30 },
  birthDate: "1990-01-01"
})
const select = (ruleSet: RuleSet.RuleSet): Selection.Selection => {
  const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, [person("1", 300), person("2", 290), person("3", 200)]))
  return Result.getOrThrow(Selection.run(ruleSet, formations, cohort, [], { filling: { isRun: false } }))
}
const source = { instrument: "KepmenPANRB 652/2023", confidence: "host" } as const
const pppk2023 = RuleSetPath.replace(RuleSets.pppk2023, "thresholds.groups.umum.minimums.teknis", Sourced.known(235, source))

/** The code sheet as rows of code, meaning and source. */
const rowsOf = (selection: Selection.Selection): ReadonlyArray<ReadonlyArray<string>> => {
  const { columns, size } = ResultSheet.codeSheet(selection)
  const cells = ["code", "meaning", "source"].map((header) => columns.flatMap((each) => each.header === header && each.kind === "text" ? each.cells : []))
  return Array.from({ length: size }, (_, row) => cells.map((column) => column[row]!))
}

describe("ResultSheet, a round whose codes no source gives", () => {
  it("prints the outcome in words", () => {
    expect(Object.fromEntries(ResultSheet.counts(select(pppk2023)))).toEqual({ LULUS: 1, "TIDAK LULUS": 1, "DI BAWAH AMBANG BATAS": 1 })
  })

  it("says beside each word that the code is not known, and which regulation the lists follow", () => {
    const rows = rowsOf(select(pppk2023))
    for (const code of ["LULUS", "TIDAK LULUS", "DI BAWAH AMBANG BATAS"]) {
      const [, meaning, cited] = rows.find(([each]) => each === code)!
      expect(meaning).toMatch(/; kode tidak diketahui dalam sumber$/)
      expect(cited).toContain("PermenPANRB 14/2023")
    }
  })

  it("lists an outcome that a host's own rules have no code for, by its name, only when it occurs", () => {
    const without = { ...pppk2023, codes: pppk2023.codes.filter(({ outcome }) => outcome !== "below-threshold" && outcome !== "withdrawn") }
    const rows = rowsOf(select(without))
    expect(rows.find(([code]) => code === "BELOW-THRESHOLD")).toEqual([
      "BELOW-THRESHOLD",
      "tidak memenuhi nilai ambang batas; kode tidak diketahui dalam sumber",
      "PermenPANRB 14/2023"
    ])
    expect(rows.some(([code]) => code === "WITHDRAWN")).toBe(false)
  })
})

describe("ResultSheet, a round with a second group", () => {
  it("lists the second group after the first, ranked from 1, with the code that tells the group", () => {
    const own = (participant: string, twk: number, tiu: number, tkp: number) => ({ participant, formation: "F1", scores: { twk, tiu, tkp } })
    const people = [own("4", 70, 80, 140), own("3", 70, 80, 150), own("2", 75, 80, 145), own("1", 70, 60, 100)]
    const two = formations.map((one) => ({ ...one, seats: 2 }))
    const cohort = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2018, two, people))
    const { columns, order } = ResultSheet.sheet(Result.getOrThrow(Selection.run(RuleSets.cpns2018, two, cohort, [], { stage: "skd" })))
    const cells = (header: string) => {
      const column = columns.find((each) => each.header === header)!
      if (column.kind === "code") return Array.from(order!, (at) => column.codes[at] === -1 ? "" : column.words[column.codes[at]!])
      return Array.from(order!, (at) => String((column as { readonly cells: ArrayLike<unknown> }).cells[at]))
    }
    expect([cells("participant"), cells("status")]).toEqual([["2", "3", "4", "1"], ["P1/L", "P2/L", "P2/L", "TL"]])
    const rank = columns.find(({ header }) => header === "rank") as unknown as Record<string, Int32Array>
    const ranks = Object.values(rank).find((value) => value instanceof Int32Array)!
    expect(Array.from(order!, (at) => ranks[at])).toEqual([1, 1, 2, 0])
    expect(cells("decidedBy")).toEqual(["", "", "skd", ""])
  })
})
