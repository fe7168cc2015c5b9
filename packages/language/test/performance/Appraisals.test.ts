import { Standing } from "@timbang/core/law"
import { Appraisal, type Predicate, RatingProposal } from "@timbang/core/performance"
import { Appraisals } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const source = { instrument: "PermenPANRB 6/2022", provision: "p. 99", confidence: "article-read" } as const
const guidance: RatingProposal.Guidance = { mostAbovePercent: 50, smallPartUpToPercent: 25, source: { instrument: "PermenPANRB 6/2022", provision: "p. 97", confidence: "unverified" } }
const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
const matrix: Predicate.Matrix = {
  predicates: ["A", "B", "C", "D", "E"],
  cells: { above: row("A", "B", "D"), "as-expected": row("B", "B", "D"), below: row("C", "C", "E") },
  source
}
const appraisal = Result.getOrThrow(Appraisal.decide(
  {
    person: "p-1",
    unit: "registry",
    period: { kind: "annual", from: "2025-01-01", to: "2025-12-31" },
    matrix,
    workResult: RatingProposal.workResult([{ id: "a", level: "above" }, { id: "b", level: "as-expected" }], { positive: 1, notPositive: 1 }, guidance),
    conduct: RatingProposal.conduct("consistent", guidance),
    citizens: [{ about: "service", of: "registry", measure: "IKM", estimate: 82.4, answers: 9 }],
    standing: Standing.crossCheck
  },
  { workResult: "above", conduct: "as-expected", decidedBy: "kepala dinas", decidedOn: "2026-01-12", workResultReason: "tunggakan dua tahun selesai" }
))

describe("Appraisals.trace", () => {
  it("says everything in Indonesian, the unverified source and the standing included", () => {
    expect(Appraisals.trace(appraisal, "id")).toEqual([
      "p-1: predikat B, diputuskan oleh kepala dinas pada 2026-01-12.",
      "Hasil kerja di atas ekspektasi, perilaku kerja sesuai ekspektasi.",
      "Usulan hasil kerja: sesuai ekspektasi, karena 2 dari 2 hasil kerja utama sesuai atau di atas ekspektasi; tidak ada hasil kerja utama di bawah ekspektasi; sebagian umpan balik positif, 1 dari 2.",
      "Usulan perilaku kerja: sesuai ekspektasi, karena perilaku konsisten.",
      "Penilai menyimpang pada hasil kerja: di atas ekspektasi, bukan sesuai ekspektasi. Alasan: tunggakan dua tahun selesai.",
      "Suara warga tentang layanan registry: IKM 82,40 (tanpa selang; 9 jawaban). Ini bukti, bukan nilai seseorang.",
      "Akan berbeda bila: hasil kerja di bawah ekspektasi: C; perilaku kerja di atas ekspektasi: A; perilaku kerja di bawah ekspektasi: D.",
      "Dasar: PermenPANRB 6/2022, p. 99; PermenPANRB 6/2022, p. 97 (belum diverifikasi).",
      "Kedudukan: uji silang; catatan resmi tetap berlaku."
    ])
  })

  it("says as much in English", () => {
    expect(Appraisals.trace(appraisal, "en")).toHaveLength(9)
    expect(Appraisals.trace(appraisal, "en")[4]).toBe("The rater departs in work result: above expectation, not as expected. Reason: tunggakan dua tahun selesai.")
  })
})
