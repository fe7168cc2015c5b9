import { Cohort, Rerun, Selection, Specimen } from "@timbang/core/selection"
import { Moves } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const formations = [{ ...Specimen.formation, seats: 1 }]
const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, formations, [row("24-1", "51.0"), row("24-2", "70.8"), row("24-3", "40")]))
const before = Result.getOrThrow(Selection.run(Specimen.ruleSet, formations, cohort, []))

describe("Moves", () => {
  const corrected = { _tag: "Corrected", participant: "24-1", component: "practice", from: "51.0", to: "71.0", at: "2024-12-28", basis: "surat RSUD" } as const
  const { comparison } = Result.getOrThrow(Rerun.rerun(before, [corrected]))

  it("say of everybody moved from what to what, and who moved only because of others", () => {
    expect(comparison.moves.map((move) => Moves.line(move, "en", 3))).toEqual([
      "24-1 (F1) gains a stage: from not selected, rank 2, final score 59.546 to selected, rank 1, final score 71.546, seat F1; by practice",
      "24-2 (F1) loses a stage: from selected, rank 1, final score 71.426, seat F1 to not selected, rank 2, final score 71.426; by other people"
    ])
    expect(Moves.line(comparison.moves[0]!, "id", 3)).toBe(
      "24-1 (F1) naik tahap: dari not selected, peringkat 2, nilai akhir 59,546 menjadi selected, peringkat 1, nilai akhir 71,546, kursi F1; karena practice"
    )
  })

  it("leave out rank, score and seat where there are none, and never say why somebody was excluded", () => {
    const ineligible = { _tag: "Ineligible", participant: "24-2", exam: "written", at: "2024-12-28", requirement: "sehat", reason: "surat RSUD" } as const
    const { comparison: excluded } = Result.getOrThrow(Rerun.rerun(before, [ineligible]))
    const said = excluded.moves.map((move) => Moves.line(move, "id", 3))
    expect(said.find((line) => line.startsWith("24-2"))).toBe(
      "24-2 (F1) turun tahap: dari selected, peringkat 1, nilai akhir 71,426, kursi F1 menjadi INELIGIBLE, nilai akhir 71,426; karena kejadian tercatat"
    )
    expect(said.join("\n")).not.toMatch(/RSUD|sehat/)
  })

  it("count who moved and name who is on one side only", () => {
    expect(Moves.summary(comparison, "en")).toBe("2 moved, 1 did not.")
    expect(Moves.summary({ ...comparison, onlyBefore: ["a"], onlyAfter: ["b", "c"] }, "id")).toBe(
      "2 berubah, 1 tetap; hanya pada yang lama: a; hanya pada yang baru: b, c."
    )
  })
})
