import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run as inProcess } from "../../inProcess.ts"
import { file, folder } from "../../timbang.ts"

const here = folder()
const run = async (...args: ReadonlyArray<string>) => (await inProcess("needs", ...args)).refusal
const lines = (...path: ReadonlyArray<string>) => readFileSync(join(here, ...path), "utf8").trim().split("\n").slice(1)
const staffOf = (name: string, place: string, inpatient: string, people: Readonly<Record<string, string>>) =>
  file(here, name, "unit,place,inpatient,kind,asn,others", ...Object.entries(people).map(([kind, counts]) => `Puskesmas A,${place},${inpatient},${kind},${counts}`))

describe("timbang needs minimum", () => {
  // Example N19 of the reference: 37 people against 24, and still no dentist.
  const staff = staffOf("S.csv", "pedesaan", "RI", {
    dokter: "1,0", "dokter gigi": "0,0", perawat: "8,0", bidan: "10,4", "promosi kesehatan": "4,0",
    "sanitasi lingkungan": "3,0", nutrisionis: "3,0", kefarmasian: "3,0", ATLM: "1,0"
  })

  it("meets each kind by itself: 37 people lack a doctor and a dentist", async () => {
    expect(await run("minimum", "--input", staff, "--table", "dashboard", "--on", "2026-03-02", "--out", join(here, "m"))).toBe("")
    expect(lines("m", "units.csv")).toEqual(["Puskesmas A,desa,rawat-inap,no,no,2"])
    expect(lines("m", "minimum.csv").slice(0, 4)).toEqual([
      "Puskesmas A,desa,rawat-inap,dokter,2,1,-1,dreams.kemkes.go.id,",
      "Puskesmas A,desa,rawat-inap,dokter gigi,1,0,-1,dreams.kemkes.go.id,",
      "Puskesmas A,desa,rawat-inap,perawat,8,8,0,dreams.kemkes.go.id,",
      "Puskesmas A,desa,rawat-inap,bidan,7,14,7,dreams.kemkes.go.id,"
    ])
  })

  it("counts civil servants only where that is asked, and says which kind has no row", async () => {
    const few = staffOf("few.csv", "desa", "rawat-inap", { bidan: "5,9" })
    expect(await run("minimum", "--input", few, "--on", "2018-06-30", "--count", "asn", "--out", join(here, "asn"))).toBe("")
    expect(lines("asn", "minimum.csv")).toContain("Puskesmas A,desa,rawat-inap,bidan,7,5,-2,\"Permenkes 75/2014, annex\",")
    expect(lines("asn", "minimum.csv")[0]).toContain("tidak ada barisnya; dihitung tidak ada orang")
  })

  it("has no table after 2019, says which regulations should have one, and takes the host's with its source", async () => {
    const late = await run("minimum", "--input", staff, "--on", "2026-03-02", "--out", join(here, "late"))
    expect(late).toContain("tabel Permenkes 43/2019 dan Permenkes 19/2024 tidak diperoleh")
    expect(existsSync(join(here, "late"))).toBe(false)
    const nurse = staffOf("nurse.csv", "desa", "rawat-inap", { Perawat: "8,0" })
    const own = file(here, "own.csv", "place,inpatient,kind,required", "desa,RI,perawat,9")
    expect(await run("minimum", "--input", nurse, "--on", "2026-03-02", "--required", own)).toContain("--required-source")
    expect(await run("minimum", "--input", nurse, "--on", "2026-03-02", "--required", own, "--required-source", "Perbup 1/2026", "--out", join(here, "own"))).toBe("")
    expect(lines("own", "minimum.csv")).toEqual(["Puskesmas A,desa,rawat-inap,perawat,9,8,-1,Perbup 1/2026,"])
  })

  it("refuses a kind and a setting that the table does not have, each by name, all at once", async () => {
    expect(await run("minimum", "--input", staffOf("kind.csv", "desa", "RI", { radiografer: "1,0", sopir: "1,0" }), "--on", "2018-06-30")).toMatch(
      /baris 2, kolom kind: ditemukan "radiografer"[^]*baris 3, kolom kind: ditemukan "sopir"/
    )
    expect(await run("minimum", "--input", staffOf("kota.csv", "kota", "NRI", { dokter: "1,0" }), "--table", "dashboard", "--on", "2026-03-02")).toContain('"kota non-rawat-inap"')
    const twice = file(here, "twice.csv", "unit,place,inpatient,kind,asn", "A,desa,RI,dokter,1", "A,kota,NRI,Dokter,-1")
    expect(await run("minimum", "--input", twice, "--on", "2018-06-30")).toContain("baris 3, kolom asn")
  })
})

describe("timbang needs ratio", () => {
  const scores = file(here, "scores.csv", "unit,indicator,weight,score,onHand", "Sragen,penduduk,60,700,44", "Sragen,luas,40,400,", "Hulu,penduduk,100,400,")

  it("Permendagri 60/2012: above 500 at least 251 to 350 people; other bands are unknown until a host gives them", async () => {
    expect(await run("ratio", "--kind", "satpol", "--input", scores, "--on", "2026-03-02", "--out", join(here, "satpol"))).toBe("")
    expect(lines("satpol", "ratio.csv")).toEqual([
      "Sragen,580,251,350,44,207,",
      expect.stringContaining("Hulu,400,,,,,\"tidak ada sumber untuk rentang nilai ini; hanya nilainya yang dijawab.")
    ])
    const bands = file(here, "bands.csv", "above,upTo,least,most", "300,500,151,250", "500,,251,350")
    expect(await run("ratio", "--kind", "satpol", "--input", scores, "--on", "2026-03-02", "--bands", bands, "--bands-source", "lampiran", "--out", join(here, "own-bands"))).toBe("")
    expect(lines("own-bands", "ratio.csv")[1]).toBe("Hulu,400,151,250,,,")
  })

  it("UU 19/2013, Pasal 46 (4): one extension worker for each desa with farming potential, rounded up for a ratio of the host", async () => {
    const counts = file(here, "counts.csv", "unit,count,onHand", "Merangin,83,60", "Bungo,0,2")
    expect(await run("ratio", "--kind", "extension-workers", "--input", counts, "--on", "2026-03-02", "--out", join(here, "ext"))).toBe("")
    expect(lines("ext", "ratio.csv")).toEqual(["Merangin,83,83,,60,23,", "Bungo,0,0,,2,0,"])
    const own = ["--people", "1", "--per", "2", "--ratio-source", "Perbup 2/2026"]
    expect(await run("ratio", "--kind", "damkar", "--input", counts, "--on", "2026-03-02", ...own, "--out", join(here, "damkar"))).toBe("")
    expect(lines("damkar", "ratio.csv")[0]).toBe("Merangin,83,42,,60,0,")
  })

  it("refuses a ratio and a year that the data do not have, scores off the scale, weights that are not 100, bands that overlap", async () => {
    expect(await run("ratio", "--kind", "damkar", "--input", scores)).toContain("damkar: tidak ada sumber untuk rasio ini; yang ada: extension-workers, satpol")
    expect(await run("ratio", "--kind", "satpol", "--input", scores, "--on", "2010-01-01")).toContain("Permendagri 60/2012")
    const wrong = file(here, "wrong.csv", "unit,indicator,weight,score", "A,penduduk,60,500", "A,luas,30,400")
    const refusal = await run("ratio", "--kind", "satpol", "--input", wrong, "--on", "2026-03-02")
    for (const part of ['baris 2, kolom score: ditemukan "500"', 'baris 2, kolom weight: ditemukan "90"']) expect(refusal).toContain(part)
    const overlap = file(here, "overlap.csv", "above,upTo,least,most", "300,500,1,2", "400,,3,2")
    const two = await run("ratio", "--kind", "satpol", "--input", scores, "--on", "2026-03-02", "--bands", overlap, "--bands-source", "x")
    for (const part of ["baris 3, kolom above", "baris 3, kolom most"]) expect(two).toContain(part)
  })
})
