import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const header = "person,unit,above,asExpected,below,feedbackPositive,feedbackNotPositive,conductObserved,workResult,conduct,workResultReason,decidedBy,decidedOn,official,organisation"
const people = [
  "pegawai-017,Dukcapil,akta|tunggakan,arsip,,2,2,konsisten,Diatas Ekspektasi,sesuai,tunggakan dua tahun selesai,Kepala Dinas,2026-01-12,Baik,Baik",
  "kasubdit-2,Dukcapil,,arsip,,3,1,konsisten,sesuai,di bawah ekspektasi,,Kepala Dinas,2026-01-12,Butuh Perbaikan,",
  "pegawai-018,Dukcapil,,arsip,akta,1,1,tidak diamati,,,,,,,"
]

describe("timbang appraise", () => {
  it("records judgements with their reasons, leaves proposals open, and asks about a recap that differs, exit code 1", () => {
    // PermenPANRB 6/2022 prints Butuh Perbaikan for Kasubdit II (p. 202-208); its own table says Kurang/Misconduct.
    const out = join(here, "out")
    const ratings = file(here, "A.csv", header, ...people.map((row) => row.replace("kasubdit-2,Dukcapil,,arsip,,3,1,konsisten,sesuai,di bawah ekspektasi,,", "kasubdit-2,Dukcapil,,arsip,,3,1,belum konsisten,sesuai,di bawah ekspektasi,,")))
    const done = timbang("appraise", "--ratings", ratings, "--law", "permenpanrb-6-2022", "--out", out, "--on", "2026-01-20", "--agency", "Kabupaten Kerinci")
    expect(done.code).toBe(1)
    expect(done.err).toContain("SIMULASI")
    expect(done.out).toContain("Baik\t1\n")
    expect(done.out).toContain("Kurang/Misconduct\t1\n")
    expect(done.out).toContain("Rekap resmi: 1 sama dengan tabel, 1 berbeda, 0 tidak dapat diperiksa.")
    expect(done.out).toContain("1 pegawai belum diputuskan")
    expect(readFileSync(join(out, "private/appraisals.csv"), "utf8")).toContain("pegawai-017,Dukcapil,as-expected,as-expected,above,as-expected,Baik,Kepala Dinas,2026-01-12,work-result: tunggakan dua tahun selesai,Baik,Equal,simulasi\n")
    expect(readFileSync(join(out, "private/explanations.txt"), "utf8")).toContain("Alasan: tunggakan dua tahun selesai.")
    expect(statSync(join(out, "private")).mode & 0o077).toBe(0)
    expect(readFileSync(join(out, "performance.json"), "utf8")).not.toContain("pegawai-017")
    const report = join(here, "report.html")
    expect(timbang("report", "performance", out, "--out", report).code).toBe(0)
    expect(readFileSync(report, "utf8")).toContain("Pegawai menurut predikat (PermenPANRB 6/2022)")
  })

  it("refuses every departure without a reason at once, and a decision that is e-Kinerja's without its letter", () => {
    const out = join(here, "refused")
    const ratings = file(here, "B.csv", header, ...people.slice(0, 2).map((row) => row.replace("tunggakan dua tahun selesai", "")))
    const refused = timbang("appraise", "--ratings", ratings, "--law", "permenpanrb-6-2022", "--out", out, "--on", "2026-01-20")
    expect([refused.code, existsSync(out)]).toEqual([2, false])
    expect(refused.err).toContain(`${ratings}, baris 2, kolom workResult: ditemukan "above", padahal bukti mengusulkan "as-expected". Isi alasannya di kolom workResultReason, atau ikuti usulan.`)
    expect(refused.err).toContain(`${ratings}, baris 3, kolom conduct: ditemukan "below", padahal bukti mengusulkan "as-expected". Isi alasannya di kolom conductReason, atau ikuti usulan.`)
    const ours = timbang("appraise", "--ratings", file(here, "C.csv", header, people[0]!), "--law", "permenpanrb-6-2022", "--out", out, "--on", "2026-01-20", "--standing", "penetapan")
    expect([ours.code, existsSync(out)]).toEqual([4, false])
  })

  it("computes old records by PP 30/2019, and names the idea that was missing", () => {
    const out = join(here, "old")
    const ratings = file(here, "D.csv", "person,unit,SKP,Perilaku,Ide Baru,Predikat", "p-1,Dukcapil,115,115,tidak,Baik")
    const done = timbang("appraise", "--ratings", ratings, "--law", "pp-30-2019", "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    expect(readFileSync(join(out, "private/explanations.txt"), "utf8")).toContain("70% of 115.00 and 30% of 115.00 are 115.00, predicate Baik; with a new idea it would have been higher. Basis: PP 30/2019, Pasal 39-41.")
  })

  it("values achievements by PermenPANRB 8/2021, targets and ranges included, and warns where the scale is not verified", () => {
    const out = join(here, "achieved")
    const ratings = file(here, "E.csv",
      "person,unit,Capaian,Target,Target Atas,Realisasi,Lebih Rendah Lebih Baik,Target Maksimum,Kinerja Tambahan,Perilaku",
      "p-1,Dukcapil,,80,90,70,,,,100",
      "p-2,Dukcapil,,7,8,6.5,ya,,,100",
      "p-3,Dukcapil,100,,,,,ya,,100",
      "p-4,Dukcapil,85,,,,,,5,100")
    const done = timbang("appraise", "--ratings", ratings, "--law", "permenpanrb-8-2021", "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    const sheet = readFileSync(join(out, "private/appraisals.csv"), "utf8")
    // P8: 87.5% and 107.14%. Values: 70 + 7.5; interpolated; the highest target met; 70 + 5, and 5 for additional work.
    for (const row of ["p-1,Dukcapil,87.50,77.50,", "p-2,Dukcapil,107.14,116.82,", "p-3,Dukcapil,100.00,120.00,", "p-4,Dukcapil,85.00,80.00,"]) expect(sheet).toContain(row)
    const said = readFileSync(join(out, "private/explanations.txt"), "utf8")
    expect(said).toContain("p-1: an achievement of 87.50% is worth 77.50. Basis: PermenPANRB 8/2021.")
    expect(said).toContain("p-2: an achievement of 107.14% is worth 116.82. Basis: PermenPANRB 8/2021 (not verified).")
  })

  it("computes by PP 46/2011, and asks for the value of the work plan where the law does not say what an achievement is worth", () => {
    const out = join(here, "pp46")
    const ratings = file(here, "F.csv", "person,unit,SKP,Perilaku", "p-1,Dukcapil,91,91", "p-2,Dukcapil,50,51")
    expect(timbang("appraise", "--ratings", ratings, "--law", "pp-46-2011", "--out", out).code).toBe(0)
    const sheet = readFileSync(join(out, "private/appraisals.csv"), "utf8")
    for (const row of ["91.00,91.00,Sangat Baik", "50.00,50.40,Buruk"]) expect(sheet).toContain(row)
    const refused = timbang("appraise", "--ratings", file(here, "G.csv", "person,unit,Capaian,Perilaku", "p-1,Dukcapil,91,91"), "--law", "pp-46-2011", "--out", join(here, "pp46-refused"))
    expect([refused.code, refused.err.includes("baris 2, kolom workPlan")]).toEqual([2, true])
  })

  it("reads, checks and explains a recap of e-Kinerja alone, as a cross-check, and reports it", () => {
    // The published examples P9 to P12 of PermenPANRB 6/2022: the last contradicts the table of its own regulation.
    const recap = file(here, "rekap.csv", "Pegawai,Unit Kerja,Rating Hasil Kerja,Rating Perilaku,Predikat Kinerja,Predikat Organisasi",
      "dirjen-3,Ditjen,Sesuai Ekspektasi,Di Atas Ekspektasi,BAIK,Baik",
      "direktur-2,Ditjen,sesuai,di atas,Baik,",
      "jf-muda,Ditjen,Diatas Ekspektasi,Sesuai Ekspektasi,Baik,",
      "kasubdit-2,Ditjen,Sesuai Ekspektasi,Dibawah Ekspektasi,Butuh Perbaikan,",
      "baru-1,Ditjen,Sesuai Ekspektasi,,Baik,")
    const out = join(here, "recap")
    const done = timbang("appraise", "--recap", recap, "--law", "permenpanrb-6-2022", "--out", out, "--on", "2026-01-20")
    expect([done.code, done.out.includes("Rekap resmi: 3 sama dengan tabel, 1 berbeda, 1 tidak dapat diperiksa. Catatan resmi tidak diubah.")]).toEqual([1, true])
    expect(done.err).toContain("UJI SILANG")
    expect(readFileSync(join(out, "private/recap.csv"), "utf8")).toContain("kasubdit-2,Ditjen,as-expected,below,Butuh Perbaikan,Kurang/Misconduct,Different,uji-silang\n")
    const said = readFileSync(join(out, "private/explanations.txt"), "utf8")
    expect(said).toContain("Butuh Perbaikan memerlukan hasil kerja di bawah ekspektasi dengan perilaku di atas ekspektasi; atau hasil kerja di bawah ekspektasi dengan perilaku sesuai ekspektasi. Tanyakan kepada penilai; catatan resmi tidak diubah. Dasar: PermenPANRB 6/2022")
    expect(said).toContain("baru-1: tidak dapat diperiksa, belum ada perilaku kerja.")
    expect(readFileSync(join(out, "performance.json"), "utf8")).not.toContain("kasubdit-2")
  })

  it("refuses options that do not fit together, and a recap with words that the record cannot have, all at once", () => {
    const recap = file(here, "salah.csv", "Pegawai,Unit Kerja,Hasil Kerja,Perilaku,Predikat", "1571023101950001,Ditjen,sesuai,sesuai,Baik", "b,Ditjen,hebat,sesuai,Baikk", "b,,sesuai,sesuai,Cukup")
    const both = timbang("appraise", "--recap", recap, "--ratings", recap, "--law", "pp-46-2011", "--from", "2025-06-30", "--to", "2025-01-01", "--standing", "penetapan", "--out", join(here, "both"))
    expect([both.code, both.err.trimEnd().split("\n").length]).toEqual([2, 4])
    const refused = timbang("appraise", "--recap", recap, "--law", "permenpanrb-6-2022", "--out", join(here, "no-recap"), "--on", "2026-01-20")
    expect([refused.code, existsSync(join(here, "no-recap"))]).toEqual([2, false])
    for (const where of ["baris 2, kolom person", "baris 3, kolom workResult", "baris 3, kolom official", "baris 4, kolom person", "baris 4, kolom unit", "baris 4, kolom official"]) expect(refused.err).toContain(where)
    expect(refused.err).not.toContain("1571023101950001")
  })

  it("says which command writes what --survey needs, where the folder is another one", () => {
    const refused = timbang("appraise", "--ratings", file(here, "H.csv", header, people[0]!), "--law", "permenpanrb-6-2022", "--survey", here, "--out", join(here, "no-survey"), "--on", "2026-01-20")
    expect([refused.code, refused.err.includes("ENOENT")]).toEqual([2, false])
    expect(refused.err).toContain("performance.json: tidak ada; sebutkan folder yang ditulis oleh salah satu dari: timbang survey index --out")
  })
})
