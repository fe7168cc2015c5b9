import { Rubric, ScoreSheet } from "@timbang/core/selection"
import { ScoreSheets } from "@timbang/language"
import { describe, expect, it } from "vitest"

const languages = ["id", "en"] as const

const faults: Readonly<Record<ScoreSheet.SheetFault["problem"], string>> = {
  "participant-unknown": "24-1",
  "participant-twice": "24-1",
  "entries-not-two": "3",
  "same-person-twice": "p1",
  "criterion-unknown": "gaya",
  "score-missing": "",
  "score-invalid": "10.5",
  "score-of-absent": "7",
  "from-differs": "6",
  "basis-missing": ""
}

const rubricProblems: { readonly [Tag in Rubric.RubricProblem["_tag"]]: Extract<Rubric.RubricProblem, { readonly _tag: Tag }> } = {
  WeightsNotWhole: { _tag: "WeightsNotWhole", foundPercent: 90 },
  CriterionTwice: { _tag: "CriterionTwice", criterion: "hasil" },
  CriterionOutOfRange: { _tag: "CriterionOutOfRange", criterion: "hasil" }
}

describe("ScoreSheets.lines", () => {
  it("shows every cell in which two entries differ, with both values and both people", () => {
    const entries = (a: string, b: string) => [{ by: "p1", found: a }, { by: "p2", found: b }]
    const problem = new ScoreSheet.EntriesDiffer({
      differences: [
        { participant: "24-1", cell: "hasil", entries: entries("71", "11") },
        { participant: "24-2", cell: "attended", entries: entries("yes", "no") }
      ]
    })
    expect(ScoreSheets.lines(problem, "id")).toEqual([
      "Dua isian berbeda pada 2 sel. Lihat lembarnya bersama dan isi kembali.",
      "24-1, hasil: 71 oleh p1, 11 oleh p2",
      "24-2, kehadiran: hadir oleh p1, tidak hadir oleh p2"
    ])
    expect(ScoreSheets.lines(problem, "en")[2]).toBe("24-2, attendance: came by p1, did not come by p2")
  })

  it("says who, which cell, what was found and what to do of every fault", () => {
    for (const [problem, found] of Object.entries(faults) as ReadonlyArray<[ScoreSheet.SheetFault["problem"], string]>) {
      const cell = problem === "criterion-unknown" ? found : "hasil"
      const said = languages.map((language) =>
        ScoreSheets.lines(new ScoreSheet.SheetRefused({ faults: [{ participant: "24-1", cell, problem, found }] }), language).join("\n"))
      for (const each of said) {
        expect(each).toMatch(new RegExp(`^24-1, ${cell}: .+\\. .+\\.$`))
        expect(each).toContain(found)
      }
      expect(said[0]).not.toBe(said[1])
    }
  })

  it("says every problem of a rubric, and that a late one was fixed after the first session", () => {
    const refused = new Rubric.RubricRefused({ component: "praktik", problems: Object.values(rubricProblems) })
    for (const language of languages) {
      const said = ScoreSheets.lines(refused, language)
      expect(said).toHaveLength(3)
      expect(said[0]).toContain("90")
      for (const line of said.slice(1)) expect(line).toContain("hasil")
      const source = { instrument: "Pedoman 3/2024", confidence: "host" } as const
      const late = new ScoreSheet.RubricLate({ component: "praktik", fixedOn: "2024-12-11", firstSession: "2024-12-10", source })
      expect(ScoreSheets.lines(late, language)[0]).toMatch(/praktik.*Pedoman 3\/2024.*2024-12-11.*2024-12-10/)
    }
  })
})
