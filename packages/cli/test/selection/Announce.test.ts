import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const tests = (name: string, ...rows: ReadonlyArray<string>) => file(here, name, "Tes,Jenis,Utama,Bobot,Batas Gugur", ...rows)

const announce = (rules: string, path: string, out: string, ...more: ReadonlyArray<string>) =>
  run("rules", "announce", rules, "--tests", path, "--agency-kind", "daerah", "--announcement", "Pengumuman 1", "--out", join(here, out), "--lang", "en", ...more)

describe("timbang rules announce", () => {
  it("writes rules whose participants have a column for each test, and by which a selection is made", async () => {
    const written = await announce("cpns-2024", tests("good.csv", "cat,cat,ya,60,", "praktik,praktik,tidak,40,50"), "rules.json")
    expect(written.refusal).toBe("")
    const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penyuluh,S-1,Setda,umum,2")
    const people = file(here, "P.csv", "participant,formation,twk,tiu,tkp,cat,praktik", "1,F1,110,150,191,68,71", "2,F1,110,150,191,90,49")
    const out = join(here, "out")
    expect((await run("select", "--rules", join(here, "rules.json"), "--formations", formations, "--participants", people, "--out", out)).refusal).toBe("")
    const rows = readFileSync(join(out, "result.csv"), "utf8").trimEnd().split("\n").map((line) => line.split(","))
    // 60 percent of 68 and 40 of 71; who practised below 50 is out, however good the other score.
    expect(rows[1]!.slice(2, 5)).toEqual(["1", "451", "69.200"])
    expect(rows.find(([, , participant]) => participant === "2")?.slice(5, 7)).toEqual(["", "TMS-1"])
  })

  it("refuses what the law does not allow, with the cap and its source, faults of the file by their place, and writes nothing", async () => {
    const over = await announce("cpns-2024", tests("over.csv", "cat,cat,ya,50,", "temu,wawancara,tidak,50,"), "over.json")
    expect(over.refusal).toContain("secondExam.announced.tests.temu.kind")
    expect(over.refusal).toContain("PermenPANRB 6/2024")
    const faulty = await announce("cpns-2024", tests("faulty.csv", "cat,cat,mungkin,60,", "cat,,ya,0,"), "over.json")
    expect(faulty.refusal.split("\n").map((line) => line.split(":")[0]!.split(", ").slice(1).join(" "))).toEqual([
      "row 2 column main",
      "row 3 column test",
      "row 3 column kind",
      "row 3 column percent"
    ])
    expect((await announce("pppk-2024", tests("none.csv", "cat,cat,ya,100,"), "over.json")).refusal).toMatch(/^pppk-2024: these rules have no second exam.* cpns-2024\./)
    expect(existsSync(join(here, "over.json"))).toBe(false)
  })

  it("never overwrites a file", async () => {
    const path = tests("again.csv", "cat,cat,ya,100,")
    expect((await announce("cpns-2024", path, "again.json")).refusal).toBe("")
    expect((await announce("cpns-2024", path, "again.json")).refusal).toContain("already exists and is not overwritten")
  })
})
