import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const run = (norms: string, out: string, ...lines: ReadonlyArray<string>) =>
  timbang("needs", "workload", "--norms", norms, "--input", file(here, `${out}.csv`, ...lines), "--on", "2026-01-02", "--out", join(here, out))
const needs = (out: string) => readFileSync(join(here, out, "workload.csv"), "utf8").trim().split("\n").slice(1)

describe("timbang needs workload", () => {
  it("Kepmenpan 75/2004: six tasks of a day of 300 minutes need 2.36 people", () => {
    const tasks = [144, 144, 90, 150, 30, 150].map((norm, at) => `Setda,Pengadministrasi,${at === 0 ? 3 : ""},task,tugas ${at + 1},1,${norm}`)
    const input = file(here, "day.csv", "unit,position,onHand,method,task,load,norm", ...tasks)
    const done = timbang("needs", "workload", "--norms", "abk", "--input", input, "--working-time", "300", "--on", "2026-01-02", "--format", "csv")
    expect(done.out).toContain("Setda,Pengadministrasi,,,2.3600,2,3,-1,0.7867,C,C,")
    expect(done.err).toContain("Belum diverifikasi")
  })

  it("Permenkes 33/2015, Buku Manual 1: medical records with 4 % support need 3.94 people", () => {
    const header = "unit,position,kind,task,load,norm,onHand"
    const rows = ["main,RI,45000,5,4", "main,RJ,15800,3,", "support,laporan,12,120,", "support,rapat,24,60,"]
    expect(run("abk-kes", "kes", header, ...rows.map((row) => `RS,Perekam Medis,${row}`)).code).toBe(0)
    expect(needs("kes")).toEqual(["RS,Perekam Medis,,,3.9410,4,4,0,0.9852,B,B,"])
    expect(run("abk-kes", "few", header, "RS,Perekam Medis,main,RI,45000,5,2").code).toBe(0)
    expect(needs("few")).toEqual(["RS,Perekam Medis,,,3.1250,3,2,1,1.5625,A,A,efisiensi di atas 1 berarti beban berlebih: pekerjaan melebihi kemampuan pegawai yang ada"])
    const tasks = readFileSync(join(here, "kes", "tasks.csv"), "utf8")
    expect(tasks).toContain("RS,Perekam Medis,RI,3.1250,25/8,\n")
  })

  it("N17, promosi kesehatan of a Puskesmas: 75,000 minutes, SBK rounded first, a task that is not counted", () => {
    const rows = ["12,360", "90,660", "21,720", "44,420", "41,720", "78,480", "56,540"].map((row, at) => `P,Promkes,main,t${at},${row},`)
    const input = file(here, "n17.csv", "unit,position,kind,task,load,norm,notCounted", ...rows, "P,Promkes,main,t7,55,720,sudah dihitung di tempat lain")
    const of = (...more: ReadonlyArray<string>) =>
      timbang("needs", "workload", "--norms", "abk-kes", "--input", input, "--working-time", "75000", "--on", "2026-01-02", "--format", "csv", ...more)
    expect(of("--standard-rounding", "half-up").out).toContain("P,Promkes,,,2.5920,3,")
    expect(of().out).toContain("P,Promkes,,,2.5936,3,")
    const down = of("--rounding", "down")
    expect([down.out.includes("P,Promkes,,,2.5936,2,"), down.err.includes("pembulatan kebutuhan")]).toEqual([true, false])
    const idle = timbang("needs", "workload", "--norms", "wisn", "--input", input, "--rounding", "up", "--standard-rounding", "up", "--lang", "en")
    expect(idle.err.trim().split("\n").map((line) => line.split(" says")[0])).toEqual(["--rounding", "--standard-rounding"])
  })

  it("WISN: allowances of the category and of single people", () => {
    const header = "unit,position,kind,task,load,norm,per,staff,workingDays,daysOff,hoursPerDay,onHand"
    const rows = ["activity,visits,6000,30,,,250,0,8,1", "category-allowance,meetings,,400,year,,,,,", "individual-allowance,students,,600,year,2,,,,"]
    expect(run("wisn", "wisn", header, ...rows.map((row) => `Puskesmas,Bidan,${row}`)).code).toBe(0)
    // 3,000 h / 2,000 h x 1 / (1 - 0.2) + 2 x 600 / 2,000
    expect(needs("wisn")[0]).toContain("Puskesmas,Bidan,,,2.4750,3,1,2,")
  })

  it("teachers: 44 hours a week cannot be decided, and it is said", () => {
    const rows = ["SMPN 1,IPA,VII,4,6", "SMPN 2,IPA,VII,4,11"]
    expect(run("teachers", "guru", "unit,position,level,hours,classes", ...rows).code).toBe(0)
    expect(needs("guru")[0]).toContain("SMPN 1,IPA,,,1.0000,1,")
    expect(needs("guru")[1]).toContain("tidak dapat diputuskan: 1 orang mengajar 44 jam seminggu, 2 orang hanya 22")
  })

  it("refuses two methods for one position and a norm of nothing, naming row or task", () => {
    const mixed = run("abk", "mixed", "unit,position,method,task,load,norm", "A,B,task,x,1,30", "A,B,output,y,1,30")
    expect([mixed.code, mixed.err.includes("baris 3, kolom method")]).toEqual([2, true])
    const zero = run("abk", "zero", "unit,position,method,task,load,norm", "A,B,output,x,1,0")
    expect([zero.code, zero.err.includes("zero.csv, baris 2, kolom norm: ditemukan \"0\"")]).toEqual([2, true])
    const idle = run("abk-kes", "idle", "unit,position,kind,task,load,norm", "A,B,main,x,1,30", "A,C,main,x,1,30", "A,C,support,y,1000,72")
    expect([idle.code, idle.err.includes("idle.csv, baris 3, A, C:")]).toEqual([2, true])
  })

  it("PP 11/2017 Pasal 5: projects five years, with contracts renewed and ended, and names a leaver of no position", () => {
    const input = file(here, "five.csv", "unit,position,level,hours,classes,onHand", "SMPN 1,IPA,VII,4,12,1")
    const project = (...rows: ReadonlyArray<string>) =>
      timbang("needs", "workload", "--norms", "teachers", "--input", input, "--on", "2026-01-02", "--out", join(here, "five"),
        "--project", file(here, "leaving.csv", "unit,position,Pensiun 2027,ending2028", ...rows))
    expect(project("SMPN 1,IPA,1,1").code).toBe(0)
    const rows = readFileSync(join(here, "five", "projection.csv"), "utf8").trim().split("\n")
    expect(rows[0]).toBe("unit,position,year,need,onHand,retirements,contractsEnding,ifRenewed,ifEnded")
    expect(rows.slice(1).map((row) => row.split(",").slice(2).join(","))).toEqual(
      ["2026,2,1,0,0,1,1", "2027,2,1,1,0,2,2", "2028,2,1,0,1,2,3", "2029,2,1,0,0,2,3", "2030,2,1,0,0,2,3"]
    )
    expect(project("SMPN 9,IPA,1,").err).toContain("baris 2, kolom position")
  })
})
