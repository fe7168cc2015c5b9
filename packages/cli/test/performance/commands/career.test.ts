import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const run = (kind: string, name: string, lines: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
  const out = join(here, name)
  const done = timbang("career", kind, "--records", file(here, `${name}.csv`, ...lines), "--out", out, "--on", "2026-09-01", ...more)
  const read = (path: string) => readFileSync(join(out, path), "utf8")
  return { ...done, folder: out, read }
}

describe("timbang career", () => {
  it("absence: PP 94/2021 over a weekend and a holiday, with articles and what one day more would do", () => {
    const holidays = file(here, "libur.csv", "day", "2026-03-09")
    const days = ["02", "03", "04", "05", "06", "10", "11", "12", "13", "16"].map((day) => `pegawai-1,2026-03-${day}`)
    const done = run("absence", "absence", ["person,Tanggal", ...days, "pegawai-2,2026-03-02", "pegawai-2,31/12/2025"], "--holidays", holidays)
    expect(done.code).toBe(0)
    expect(done.err).toContain("SIMULASI")
    expect(done.out).toContain("tidak ada\t2\n")
    expect(done.read("private/absence.csv")).toContain("pegawai-1,2026,10,10,pemberhentian dengan hormat tidak atas permintaan sendiri\n")
    expect(done.read("private/explanations.txt")).toContain("pegawai-2, 2025: 1 hari kerja, paling lama 1 hari terus-menerus (2025-12-31 sampai 2025-12-31): tidak ada. 2 hari lagi: teguran lisan. Pejabat yang berwenang memutuskan. Dasar: PP 94/2021, Pasal 9-11, 15.")
    expect(done.read("career.json")).not.toContain("pegawai-1")
    expect(statSync(join(done.folder, "private")).mode & 0o077).toBe(0)
    expect(run("absence", "absence-six", ["person,day", ...days], "--six-days", "--lang", "en").read("private/explanations.txt")).toContain("at most 5 without a break")
  })

  it("low-performance: PP 30/2019 step by step, and where the sources say nothing more", () => {
    const done = run("low-performance", "low", [
      "person,position,predicate,since,improved,test,post,placedOn",
      "p-1,administrasi,Cukup,2026-02-01,,,,",
      "p-2,JPT,Cukup,2026-06-01,,,,",
      "p-3,JF,kurang,2026-02-01,tidak,setingkat,tidak,2026-08-15",
      "p-4,JPT,Buruk,2026-02-01,tidak,,,"
    ], "--lang", "en")
    expect(done.code).toBe(0)
    expect(done.read("private/low-performance.csv")).toContain("person,step,until\np-1,not-concerned,\np-2,time-to-improve,2026-12-01\np-3,placed,2027-08-15\np-4,law-not-known,\n")
    expect(done.read("private/explanations.txt")).toContain("p-3 (fungsional, Kurang/Misconduct): placed temporarily until 2027-08-15. Begun by: Kurang, Kurang/Misconduct, Sangat Kurang; any other predicate would not. The official decides. Basis: PP 30/2019, Pasal 58.")
  })

  it("probation and renewal: every condition at once, an empty cell is awaited", () => {
    const probation = run("probation", "probation", ["person,TMT CPNS,Latsar,Sehat,predicate,severeDiscipline", "p-1,2025-03-01,lulus,ya,Baik,tidak", "p-2,2025-03-01,tidak lulus,,kurang,ya"], "--lang", "en")
    expect(probation.read("private/probation.csv")).toContain("p-1,may-be-appointed,2026-03-01,\n")
    expect(probation.read("private/probation.csv")).toContain("p-2,conditions-not-met,2026-03-01,TrainingFailed|PredicateTooLow|SevereDiscipline|HealthAwaited\n")
    const renewal = run("renewal", "renewal", ["person,endsOn,predicate,fits,needed,approved", "p-1,2026-12-31,Baik,ya,ya,ya", "p-2,2027-12-31,,ya,tidak,"])
    expect(renewal.read("private/renewal.csv")).toContain("p-1,may-be-renewed,2026-06-30,\n")
    expect(renewal.read("private/explanations.txt")).toContain("p-2: syarat tidak terpenuhi: instansi tidak membutuhkan jabatan ini lagi; menunggu predikat kinerja; menunggu persetujuan PPK; belum masuk masa pengusulan. Dapat diusulkan mulai 2027-06-30.")
  })

  it("credit-points and promotion: the worked examples of Peraturan BKN 3/2023", () => {
    const points = run("credit-points", "points", ["person,level,predicate,months", "p-1,ahli pertama,Sangat Baik,12", "p-2,pertama,Baik,2", "p-3,muda,Baik,12", "p-3,muda,Baik,12", "p-3,muda,Baik,12"])
    for (const row of ["p-1,18.75,12\n", "p-2,2.08,2\n", "p-3,75.00,36\n"]) expect(points.read("private/credit-points.csv")).toContain(row)
    expect(points.read("private/explanations.txt")).toContain("p-1: angka kredit 18,75 untuk 12 bulan. Dengan satu predikat lain untuk semuanya: Baik 12,50; Butuh Perbaikan 9,38; Kurang/Misconduct 6,25; Sangat Kurang 3,13.")
    const promotion = run("promotion", "promotion", [
      "person,kind,level,step,startedIn,points,yearsInRank,predicate,predicateBefore,test,vacancy",
      "p-1,rank,ahli muda,1,,110,2,Baik,Sangat Baik,,",
      "p-2,level,ahli muda,,,215,3,Baik,,ya,ya",
      "p-3,level,terampil,,II/c,39.99,3,Baik,,ya,tidak"
    ])
    const sheet = promotion.read("private/promotion.csv")
    for (const row of ["p-1,may-be-proposed,100.00,,10.00,0.00\n", "p-2,may-be-proposed,200.00,,0.00,15.00\n", "p-3,not-yet,40.00,PointsShort|VacancyMissing,0.00,0.00\n"]) expect(sheet).toContain(row)
    expect(promotion.read("private/explanations.txt")).toContain("angka kredit kurang 0,01")
    const refused = run("promotion", "promotion-refused", ["person,kind,level,step,points,yearsInRank,predicate", "p-1,rank,penyelia,2,110,2,Baik", "p-2,level,ahli utama,,110,2,Baik", "p-3,rank,mahir,,110,2,Baik"])
    expect([refused.code, existsSync(refused.folder)]).toEqual([2, false])
    for (const place of ["baris 2, kolom step", "baris 3, kolom level", "baris 4, kolom step"]) expect(refused.err).toContain(place)
  })

  it("professionalism by person and unit, with the warning that the values are not verified; nine-box only with its limits", () => {
    const header = "person,unit,kind,qualification,courses,predicate,discipline"
    const index = run("professionalism", "index", [header, "p-1,Dukcapil,pelaksana,S1/D-IV,diklat teknis|seminar,Baik,tidak pernah", "p-2,Dukcapil,pelaksana,D-III,,Baik,ringan"])
    expect(index.read("private/professionalism.csv")).toContain("p-1,Dukcapil,85.00,Tinggi\n")
    expect(index.read("private/explanations.txt")).toContain("Dukcapil: rata-rata 61,50 atas 2 pegawai, Rendah.")
    expect(index.read("private/explanations.txt")).toContain("belum diverifikasi")
    const refused = run("professionalism", "index-refused", [header, "p-1,Dukcapil,pelaksana,S1/D-IV,diklatpim,Baik,tidak pernah"])
    expect([refused.code, refused.err.includes("baris 2, kolom courses")]).toEqual([2, true])
    const rows = ["person,predicate,potential", "p-1,Sangat Baik,78", "p-2,Baik,"]
    const box = run("nine-box", "box", rows, "--potential-middle", "60", "--potential-high", "80")
    expect(box.read("private/nine-box.csv")).toContain("p-1,7,instansi\n")
    expect(box.read("private/explanations.txt")).toContain("potensi 2 lagi naik sepertiga. Akan berbeda bila: kinerja rendah: kotak ")
    expect(box.read("private/explanations.txt")).toContain("p-2: belum masuk kotak, karena potensi belum diukur.")
    expect(run("nine-box", "box-refused", rows).err).toMatch(/--potential-middle: .*\n.*--potential-high: /)
  })

  it("decides nothing by itself: penetapan without its letter is not allowed, and a NIK is refused", () => {
    const ours = run("absence", "ours", ["person,day", "p-1,2026-03-02"], "--standing", "penetapan")
    expect([ours.code, existsSync(ours.folder)]).toEqual([4, false])
    const nik = run("absence", "nik", ["person,day", "1571021503900001,2026-03-02"])
    expect([nik.code, nik.err.includes("1571021503900001")]).toEqual([2, false])
  })
})
