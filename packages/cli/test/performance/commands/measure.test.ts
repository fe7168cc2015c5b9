import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()

describe("timbang measure course", () => {
  it("answers both questions of a p chart and of an XmR chart in words, and leaves what a report prints", () => {
    const counted = [20, 22, 19, 21, 20, 60].map((part, at) => `izin lewat waktu,2026-0${at + 1},,${part},200,low,0.02,`)
    const measured = [12, 14, 11, 13, 12, 15].map((days, at) => `hari sampai izin,2026-0${at + 1},${days},,,low,5,`)
    const out = join(here, "course")
    const done = timbang("measure", "course", "--measures", file(here, "U.csv", "measure,period,value,part,whole,better,target,excluded", ...counted, ...measured, "satu,2026-01,3,,,high,,"), "--out", out, "--agency", "Kabupaten Kerinci", "--lang", "en", "--on", "2026-07-01")
    expect(done.code).toBe(0)
    expect(done.out).toContain("izin lewat waktu: It is worsening.")
    expect(done.out).toContain("hari sampai izin: No change is shown. As it works now, the target will not be reached.")
    expect(done.out).toContain("satu: not computed: too few values (found 1, needed 2)")
    const page = join(here, "ukuran.html")
    expect(timbang("report", "performance", out, "--out", page).code).toBe(0)
    expect(readFileSync(page, "utf8")).toContain("izin lewat waktu")
  })

  it("leaves an excluded period out of the limits, and refuses a part larger than its whole, with the row", () => {
    const rows = [20, 22, 19, 21, 20, 60, 24].map((part, at) => `m,2026-0${at + 1},,${part},200,low,0.2,${part === 60 ? "ya" : ""}`)
    const done = timbang("measure", "course", "--measures", file(here, "X.csv", "measure,period,value,part,whole,better,target,excluded", ...rows), "--out", join(here, "excluded"), "--lang", "en")
    expect(done.out).toContain("m: No change is shown. As it works now, the target is always reached.")
    const out = join(here, "refused")
    const refused = timbang("measure", "course", "--measures", file(here, "B.csv", "measure,period,value,part,whole,better", "m,1,,5,4,low", "m,2,,,,low"), "--out", out)
    expect([refused.code, existsSync(out)]).toEqual([2, false])
    for (const place of ["baris 2, kolom part", "baris 3, kolom value"]) expect(refused.err).toContain(place)
  })
})

describe("timbang measure rank", () => {
  const answers = Array.from({ length: 8 }, (_, officer) => Array.from({ length: 60 }, (_, at) => `petugas-${officer},${(officer === 7 ? 52 : 78) + (at * 7 + officer) % 21 - 10}`)).flat()

  it("an officer with four answers is pending and never flagged; who is low beyond doubt is; raw order would have flagged two", () => {
    const out = join(here, "rank")
    const done = timbang("measure", "rank", "--answers", file(here, "J.csv", "unit,score", ...answers, ...[40, 41, 40, 41].map((score) => `baru,${score}`)), "--fewest", "3", "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    expect(done.out).toContain("Flagged: 1; raw order would have flagged 2.")
    expect(done.out).toContain("Pending, because fewer than 10 answers: 1. They are compared with nobody and never flagged.")
    expect(readFileSync(join(out, "private/pending.csv"), "utf8")).toContain("baru,4,6\n")
    const ranks = readFileSync(join(out, "private/ranks.csv"), "utf8")
    expect(ranks).toMatch(/\npetugas-7,.*,ya,ya\n/)
    expect(ranks).not.toContain("baru")
    expect(readFileSync(join(out, "rank.json"), "utf8")).not.toContain("petugas")
    const page = join(here, "peringkat.html")
    expect(timbang("report", "performance", join(out, "private"), "--out", page).code).toBe(0)
  })
})
