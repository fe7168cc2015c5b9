import { Cohort, Facts, Plan, Specimen } from "@timbang/core/selection"
import { Problems } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const english = /\b(to|steps|found|expected|out of range|off|not|a number|unknown|give|write)\b/i

describe("Problems.sentence", () => {
  it("says every fault of rows and every score that a correction cannot have wholly in the language asked for", () => {
    const rows = [
      { participant: "", formation: "F9", scores: { knowledge: 301, attitude: "x", practice: "1.0005", other: 1 }, gpa: "x", birthDate: "2190-13-01" },
      { participant: "", formation: "F1", scores: {} }
    ]
    const refused = Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows)
    const correction = { _tag: "Corrected", participant: "24-1", component: "practice", from: "50", to: "140", at: "2025-01-05", basis: "B/1" } as const
    const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: { practice: 50 } }]))
    const facts = Facts.gather(Specimen.ruleSet, cohort, [correction])
    if (Result.isSuccess(refused) || Result.isSuccess(facts)) throw new Error("accepted")
    expect(refused.failure.faults.map(({ problem }) => problem)).toHaveLength(10)
    const said = [...Problems.sentence(refused.failure, "id").split("\n"), Problems.sentence(facts.failure, "id")]
    expect(said.filter((line) => english.test(line))).toEqual([])
    expect(said).toContain('Baris 1, kolom knowledge: ditemukan "301", di luar rentangnya. Tulis 0 sampai 300, kelipatan 1.')
    expect(said.at(-1)).toContain("Tulis 0 sampai 100, kelipatan 0,001.")
    expect(Problems.sentence(facts.failure, "en")).toContain("Write 0 to 100 in steps of 0.001.")
  })

  it("says of a class or an entitlement that the rules know none, or which they know", () => {
    const row = { participant: "24-1", formation: "F1", scores: {}, priorityClass: "R9", entitlements: ["usia-35"] }
    const said = (rules: Parameters<typeof Cohort.fromRows>[0], language: "id" | "en") => {
      const refused = Cohort.fromRows(rules, [Specimen.formation], [row])
      return Result.isFailure(refused) ? Problems.sentence(refused.failure, language).split("\n") : []
    }
    expect(said(Specimen.ruleSet, "en")).toEqual([
      'Row 1, column priorityClass: found "R9", but these rules have no priority classes. Leave it empty.',
      'Row 1, column entitlements: found "usia-35", but these rules add nothing for entitlements. Leave it empty.'
    ])
    expect(said(Specimen.ruleSet, "id").join()).not.toMatch(/\bPakai\b|none/)
    const classes = { order: [{ id: "R1", title: "" }, { id: "R2", title: "" }], decidedBy: "board", source: Specimen.ruleSet.ranking.source }
    expect(said({ ...Specimen.ruleSet, ranking: { classes } }, "en")[0]).toContain("not a priority class of the rules. Use one of R1, R2.")
  })

  it("says which numbers are needed, and which more in case seats stay empty", () => {
    const source = { instrument: "KepmenPANRB 1127/2021", confidence: "unverified" } as const
    const problem = new Plan.NumbersUnknown({ ruleSet: "x", numbers: [{ path: "a", source }], ifSeatsStayEmpty: [{ path: "b", source }] })
    expect(Problems.sentence(problem, "en")).toBe(
      "Rule set x does not have these numbers: a (KepmenPANRB 1127/2021). Give each with its source by --supply. If seats stay empty, their filling needs these too: b (KepmenPANRB 1127/2021)."
    )
    expect(Problems.sentence(problem, "id")).toContain("Bila ada kebutuhan yang tetap kosong, pengisiannya juga perlu: b")
  })
})
