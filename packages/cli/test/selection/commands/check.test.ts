import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Column, Sheet, Table, XlsxWriter } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()

const formations = file(
  here,
  "F.csv",
  "formation,position,education,location,category,seats",
  "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,1",
  "F2,Penyuluh Hukum,S-1 Hukum,Dinas Kesehatan,umum,1"
)
const participants = file(
  here,
  "P.csv",
  "participant,formation,twk,tiu,tkp,skb,gpa,birthDate",
  "2401,F1,110,150,191,68,3.40,1995-01-01",
  "2402,F1,110,150,191,68,3.40,1993-01-01",
  "2403,F1,60,110,179,,3.40,1995-01-01",
  "2406,F2,90,120,180,70,3.10,1994-05-05"
)
const titles = "No Peserta,Kode Formasi,TWK,TIU,TKP,SKB,Nilai Akhir,Keterangan"
const rows = [
  "2401,F1,110,150,191,68,73.6,TL",
  "2402,F1,110,150,191,68,73.6,P/L",
  "2403,F1,60,110,179,,,TL",
  "2406,F2,90,120,180,70,70.364,P/L"
]

const check = (name: string, list: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
  const out = join(here, name)
  const official = file(here, `${name}.csv`, ...list)
  const done = timbang("check", "--official", official, "--rules", "cpns-2024", "--lang", "en", "--out", out, ...more)
  return { ...done, out, rows: done.code === 2 ? [] : readFileSync(join(out, "check.csv"), "utf8").trimEnd().split("\n").slice(1).map((line) => line.split(",").slice(1, 7)) }
}

const records = ["--formations", formations, "--participants", participants]

describe("timbang check against the host's own records", () => {
  it("takes from the records what a list never prints, so that a tie decided by age is checked too", () => {
    expect(check("equal", [titles, ...rows], ...records)).toMatchObject({ code: 0, err: expect.stringMatching(/^[^\n]*official-list, [^\n]*\n$/) })
    const swapped = rows.map((row) => row.startsWith("2401") ? row.replace("TL", "P/L") : row.startsWith("2402") ? row.replace("P/L", "TL") : row)
    expect(check("swapped", [titles, ...swapped], ...records)).toMatchObject({
      code: 1,
      rows: [["2401", "F1", "Differs", "code", "P/L", "TL"], ["2402", "F1", "Differs", "code", "TL", "P/L"], expect.anything(), expect.anything()]
    })
  })

  it("takes the result file of a selection as a list, with the rung of each row, also under Indonesian titles", () => {
    const run = join(here, "own")
    expect(timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", run).code).toBe(0)
    const own = readFileSync(join(run, "result.csv"), "utf8").trimEnd().split("\n")
    expect(own[2]).toBe("F1,2,2401,451,68.000,73.600,TL,birthDate")
    expect(check("own-as-it-is", own, ...records)).toMatchObject({ code: 0, err: "" })
    const titled = own.map((line, at) => at === 0 ? line.replace("decidedBy", "Ditentukan Oleh") : line.replace("birthDate", "Tanggal Lahir"))
    expect(check("own-titled", titled, ...records)).toMatchObject({ code: 0, err: "" })
    const altered = own.map((line) => line.replace("birthDate", "IPK"))
    expect(check("own-altered", altered, ...records).rows[1]).toEqual(["2401", "F1", "Differs", "decidedBy", "gpa", "birthDate"])
  })

  it("leaves a tie of age open on a list without birth dates, and says so", () => {
    const done = check("ageless", [titles, ...rows], "--formations", formations)
    expect(done.code).toBe(3)
    expect(done.rows.slice(0, 2).map(([, , finding]) => finding)).toEqual(["Equal", "Equal"])
    expect(readFileSync(join(done.out, "summary.txt"), "utf8")).toContain("2 equal rows were checked in part; not checked, and what is missing: code (gpa).")
  })

  it("names a component, a formation and a code that differ from the records, with both values", () => {
    const altered = ["2401,F1,110,150,191,68,73.6,TL", "2402,F1,110,150,191,68,73.6,P/L", "2403,F2,60,110,179,,,TL", "2406,F2,95,120,180,70,70.364,U-1"]
    expect(check("altered", [titles, ...altered], ...records).rows.slice(2)).toEqual([
      ["2403", "F2", "Differs", "formation", "F2", "F1"],
      ["2406", "F2", "Differs", "twk", "95", "90"]
    ])
  })

  it("says who is missing on either side", () => {
    const done = check("missing", [titles, ...rows.slice(0, 3), "9999,F2,90,120,180,70,70.364,P/L"], ...records)
    expect(done.out).toContain("missing")
    expect(done.code).toBe(1)
    expect(readFileSync(join(here, "missing/missing.csv"), "utf8")).toBe("participant,missingFrom\n2406,official\n9999,participants\n")
    const summary = readFileSync(join(here, "missing/summary.txt"), "utf8")
    expect(summary).toContain("Not on the official list (1): 2406")
    expect(summary).toContain("Not in the host's records (1): 9999")
  })

  it("needs the formations for it", () => {
    expect(check("no-formations", [titles, ...rows], "--participants", participants).code).toBe(2)
  })
})

describe("timbang check of a list alone", () => {
  const without = rows.map((row) => row.startsWith("2402") ? "2402,F1,110,150,191,,,P/L" : row)

  it("recomputes the formations it can, says which it left out, and ends with 3 when nothing differs", () => {
    const done = check("part", [titles, ...without], "--formations", formations)
    expect(done.code).toBe(3)
    const summary = readFileSync(join(done.out, "summary.txt"), "utf8")
    expect(summary).toContain("CROSS-CHECK of")
    expect(summary).toContain("Ranks and codes of the formations F1 were not recomputed, for want of: skb.")
    expect(done.rows[3]).toEqual(["2406", "F2", "Equal", "", "", ""])
    const wrong = without.map((row) => row.startsWith("2406") ? row.replace("P/L", "TL") : row)
    expect(check("part-wrong", [titles, ...wrong], "--formations", formations)).toMatchObject({ code: 1, rows: { 3: ["2406", "F2", "Differs", "code", "TL", "P/L"] } })
  })

  it("does not call a list checked whose codes it could not recompute", () => {
    const totals = ["No Peserta,Kode Formasi,Total,SKB,Nilai Akhir,Keterangan", "2401,F1,451,68,73.6,P/L"]
    expect(check("totals", totals, "--formations", formations).code).toBe(3)
  })

  it("prints the standing in the workbook too", async () => {
    const book = join(check("book", [titles, ...rows], ...records).out, "check.xlsx")
    const read = await Effect.runPromise(Table.read(book, { ringkasan: Column.text({}) }, { sheet: "Kedudukan" }))
    expect(read.columns.ringkasan[0]).toContain("CROSS-CHECK")
  })
})

describe("timbang check of a list whose last seat a letter gave", () => {
  const cells = file(here, "F-tie.csv", "formation,position,education,location,category,seats", "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,1", "F2,Penyuluh Hukum,S-1 Hukum,Dinas,umum,2")
  const people = file(
    here,
    "P-tie.csv",
    "participant,formation,twk,tiu,tkp,skb,gpa,birthDate",
    "2401,F1,110,150,191,68,3.40,1995-01-01",
    "2402,F1,110,150,191,67,3.40,1995-01-01",
    "2403,F1,110,150,190,60,3.40,1995-01-01",
    "2406,F2,90,120,180,70,3.10,1994-05-05"
  )
  const events = file(
    here,
    "E-tie.csv",
    "event,at,participant,order,component,from,to,basis",
    "koreksi,2025-01-04,2402,,skb,67,68,Sanggah 3",
    "penetapan-urutan,2025-01-05,2402,1,,,,Surat Panselnas 7/2025",
    "penetapan-urutan,2025-01-05,2401,2,,,,Surat Panselnas 7/2025"
  )
  const files = ["--formations", cells, "--participants", people]

  it("recomputes it with the events, seats filled afterwards included", () => {
    const run = join(here, "tie")
    expect(timbang("select", "--rules", "cpns-2024", ...files, "--events", events, "--out", run).code).toBe(0)
    const own = readFileSync(join(run, "result.csv"), "utf8").trimEnd().split("\n")
    expect(own.slice(1, 3)).toEqual(["F1,1,2402,451,68.000,73.600,P/L,", "F1,2,2401,451,68.000,73.600,U-3,letter"])
    expect(check("tie-told", own, ...files, "--events", events)).toMatchObject({ code: 0, err: "" })
    const swapped = own.map((line) => line.includes("2402") ? line.replace("P/L", "U-3") : line.replace("U-3,letter", "P/L,letter"))
    expect(check("tie-swapped", swapped, ...files, "--events", events).rows.slice(0, 2).map(([who, , finding, step]) => [who, finding, step]))
      .toEqual([["2402", "Differs", "code"], ["2401", "Differs", "code"]])
  })

  it("without them leaves open what hangs on the letter, and names what the records have otherwise", () => {
    const list = ["formation,rank,participant,skd,final,status,decidedBy", "F1,1,2402,451,73.600,P/L,", "F1,2,2401,451,73.600,U-3,letter", "F1,3,2403,450,68.727,TL,final", "F2,1,2406,390,70.364,P/L,"]
    const equals = file(here, "P-equals.csv", "participant,formation,twk,tiu,tkp,skb,gpa,birthDate", "2401,F1,110,150,191,68,3.40,1995-01-01", "2402,F1,110,150,191,68,3.40,1995-01-01", "2403,F1,110,150,190,60,3.40,1995-01-01", "2406,F2,90,120,180,70,3.10,1994-05-05")
    const done = check("tie-untold", list, "--formations", cells, "--participants", equals)
    expect([done.code, done.rows.map(([, , finding]) => finding)]).toEqual([3, ["Equal", "Equal", "Equal", "Equal"]])
    expect(check("tie-uncorrected", list, ...files).rows[0]).toEqual(["2402", "F1", "Differs", "final", "73.600", "73.000"])
  })
})

describe("timbang check of a PPPK list with affirmative additions", () => {
  const supplied = ["--rules", "pppk-2021-guru", "--supply", "thresholds.groups.umum.minimums.teknisTambahan=235", "--supply-source", "KepmenPANRB 1127/2021, Matematika"]
  const cells = file(here, "F-guru.csv", "formation,position,education,location,category,seats", "G1,Guru Matematika,S-1 Pendidikan Matematika,SMP 1,umum,2")
  const teachers = file(
    here,
    "P-guru.csv",
    "participant,formation,teknis,manajerialSosiokultural,wawancara,birthDate,entitlements",
    "2101,G1,300,150,30,1990-01-01,sertifikat-pendidik",
    "2102,G1,300,150,30,1980-01-01,usia-35|thk-ii",
    "2103,G1,320,150,30,1991-01-01,"
  )
  const held = ["--formations", cells, "--participants", teachers]
  const checked = (name: string, list: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
    const out = join(here, name)
    const done = timbang("check", "--official", file(here, `${name}.csv`, ...list), ...supplied, "--lang", "en", "--out", out, ...more)
    return { ...done, findings: readFileSync(join(out, "check.csv"), "utf8").trimEnd().split("\n").slice(1).map((line) => line.split(",").slice(3)) }
  }

  it("counts with the entitlements of the records, and reads the score of the order beside the total", () => {
    const run = join(here, "guru")
    expect(timbang("select", ...supplied, ...held, "--out", run).code).toBe(0)
    const own = readFileSync(join(run, "result.csv"), "utf8").trimEnd().split("\n")
    expect(own).toEqual([
      "formation,rank,participant,total,final,status,decidedBy",
      "G1,1,2101,680,680,LULUS,",
      "G1,2,2102,605,605,LULUS,total",
      "G1,3,2103,500,500,TIDAK LULUS,total"
    ])
    expect(checked("guru-own", own, ...held)).toMatchObject({ code: 0, err: "" })
    const altered = own.map((line) => line.replace("605,605", "605,606"))
    expect(checked("guru-altered", altered, ...held).findings[1]).toEqual(["Differs", "final", "606", "605", "", ""])
  })

  it("without records leaves open what some entitlements would make, and finds what none would", () => {
    const titles = "No Peserta,Kode Formasi,teknis,manajerialSosiokultural,wawancara,Nilai Kumulatif,Keterangan"
    const list = [titles, "2101,G1,300,150,30,680,LULUS", "2102,G1,300,150,30,605,LULUS", "2103,G1,320,150,30,501,TIDAK LULUS"]
    const { code, findings } = checked("guru-alone", list, "--formations", cells)
    expect([code, findings]).toEqual([1, [
      ["Equal", "", "", "", "", "total (entitlements)"],
      ["Equal", "", "", "", "", "total (entitlements)"],
      ["Differs", "total", "501", "500", "", ""]
    ]])
  })
})

describe("timbang check of a list without identifiers of formations", () => {
  const described = "No Peserta,Jabatan,Lokasi Formasi,Jenis Formasi,Pendidikan,TWK,TIU,TKP,SKB,Nilai Akhir,Keterangan"
  const about = (location: string) => `Penyuluh Hukum,${location},1 - UMUM,S-1 Hukum`
  const list = [described, `2402,${about("SETDA")},110,150,191,68,73.6,P/L`, `2406,${about("Dinas Kesehatan")},90,120,180,70,70.364,TL`]

  it("takes seats from the formations with the same descriptions, and finds the code that does not follow", () => {
    expect(check("described", list, "--formations", formations)).toMatchObject({
      code: 1,
      rows: [["2402", "F1", "Equal", "", "", ""], ["2406", "F2", "Differs", "code", "TL", "P/L"]]
    })
  })

  it("reads a workbook, too, and writes one with the row of each finding", async () => {
    const cells = list.map((row) => row.split(","))
    const sheet = { name: "Hasil", size: 2, columns: cells[0]!.map((header, at) => Sheet.text(header, cells.slice(1).map((row) => row[at]!))) }
    const chunks: Array<Uint8Array> = []
    for await (const chunk of XlsxWriter.chunks([sheet])) chunks.push(chunk)
    const book = join(here, "L.xlsx")
    writeFileSync(book, Buffer.concat(chunks))
    const out = join(here, "from-book")
    const done = timbang("check", "--official", book, "--rules", "cpns-2024", "--formations", formations, "--out", out)
    expect([done.code, done.out]).toEqual([1, expect.stringContaining("Baris 3, 2406: berbeda pada langkah code; resmi TL, dihitung ulang P/L.")])
    const read = await Effect.runPromise(Table.read(join(out, "check.xlsx"), { row: Column.integer(), formation: Column.text(), finding: Column.text() }, { sheet: "Pemeriksaan" }))
    expect([[...read.columns.row], read.columns.formation, read.columns.finding]).toEqual([[2, 3], ["F1", "F2"], ["Equal", "Differs"]])
    expect(readFileSync(join(out, "summary.txt"), "utf8")).toMatch(/SHA-256 official: [0-9a-f]{64}/)
  })

  it("says where it prints other seats than the formations, and ends with 1", () => {
    const done = check("seats", [`${described},Jumlah Formasi`, `${list[1]},9`, `${list[2]!.replace("TL", "P/L")},1`], "--formations", formations)
    expect(done.code).toBe(1)
    expect(readFileSync(join(done.out, "summary.txt"), "utf8")).toMatch(/The list prints other seats for 1 formation than .*F\.csv, by which they were recomputed: F1 \(list 9, formations \d\)\./)
  })

  it("alone says that the cut could not be checked", () => {
    const done = check("undescribed", list)
    expect(done.code).toBe(3)
    expect(readFileSync(join(done.out, "summary.txt"), "utf8")).toContain("Seats of 2 formations are taken as the number selected on the list, so that the cut cannot be checked")
    expect(done.rows[0]![1]).toBe("Penyuluh Hukum | SETDA | umum | S-1 Hukum")
  })
})
