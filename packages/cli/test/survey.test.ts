import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "./timbang.ts"

const here = folder()

/** Kabupaten Sekadau, first half of 2019; source in the first line of the file. */
const answers = readFileSync(join(import.meta.dirname, "../../regulations/test/performance/vectors/sekadau-2019.csv"), "utf8")
  .trim().split("\n").filter((line) => /^\d/.test(line)).map((line) => line.slice(line.indexOf(",") + 1))
const header = "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9"
const sekadau = file(here, "R.csv", header, ...answers.map((line, at) => `R-${at + 1},${line}`))

describe("timbang survey index", () => {
  const words = ["", "tidak sesuai", "Kurang Mudah", "baik", "GRATIS"]

  it("gives the published index of Sekadau's 49 respondents as JSON with exactly these keys", () => {
    const done = timbang("survey", "index", "--responses", sekadau, "--format", "json")
    expect(done.code).toBe(0)
    const answer = JSON.parse(done.out)
    expect(Object.keys(answer)).toEqual(["index", "published", "class", "elements", "weights", "standardError", "classProbabilities"])
    expect(answer.index).toBeCloseTo(78.74149659863946, 10)
    expect([answer.published, answer.class, answer.weights.reading]).toEqual([78.74, "B", "1/9"])
    expect(answer.elements.U1).toBe(138 / 49)
    expect(answer.standardError).toBeCloseTo(1.2352, 4)
    expect(answer.classProbabilities.A + answer.classProbabilities.B + answer.classProbabilities.C + answer.classProbabilities.D).toBeCloseTo(1, 12)
  })

  it("reads words, weights to the users, hides small groups, and leaves what a report is made from", () => {
    const rows = answers.map((line, at) => {
      const told = line.split(",").map((answer) => words[Number(answer)])
      return `R-${at + 1},${told.join(",")},${at < 4 ? "kartu keluarga" : at < 16 ? "akta" : "KTP"},${at % 3 === 0 ? "L" : "P"},2019-0${1 + at % 6}-03`
    })
    const responses = file(here, "W.csv", `${header},Layanan,Jenis Kelamin,Tanggal`, ...rows)
    const margins = file(here, "M.csv", "margin,category,users", "sex,P,500", "sex,L,700")
    const out = join(here, "out")
    const done = timbang("survey", "index", "--responses", responses, "--margins", margins, "--weights", "0.111", "--out", out, "--agency", "Kabupaten Sekadau", "--lang", "en", "--on", "2019-07-01")
    expect(done.code).toBe(0)
    expect(done.out).toContain("According to 49 respondents this service scores 78.66 (class B)")
    expect(done.out).toContain("Weighted to the users: ")
    expect(done.err).toContain("2 groups are hidden")
    expect(readdirSync(out).sort()).toEqual(["groups.csv", "index.json", "performance.json", "weighted.json"])
    const groups = readFileSync(join(out, "groups.csv"), "utf8")
    expect(groups).toContain("service,kartu keluarga,,,,,,,hidden-below-threshold\n")
    expect(groups).toContain("service,akta,,,,,,,hidden-to-protect\n")
    expect(groups).toMatch(/\nsex,L,17,\d/)
    const report = join(here, "kinerja.html")
    expect(timbang("report", "performance", out, "--out", report).code).toBe(0)
    const page = readFileSync(report, "utf8")
    expect(page).toContain("Kabupaten Sekadau")
    // The citizen and the officer read the whole; what is shown of a service is in the trace, what is hidden nowhere.
    const [short, trace] = page.split('<section id="auditor">') as [string, string]
    expect([short.includes("KTP"), trace.includes("Nilai setiap unsur: KTP"), page.includes("kartu keluarga")]).toEqual([false, true, false])
  })

  it("refuses an answer off the scale and a respondent who stands twice, with row and column, and writes nothing", () => {
    const out = join(here, "refused")
    const broken = timbang("survey", "index", "--responses", file(here, "B.csv", header, `R-1,${answers[0]}`, "R-2,5,3,3,3,3,3,3,3,3"), "--out", out)
    expect([broken.code, existsSync(out)]).toEqual([2, false])
    expect(broken.err).toContain("baris 3, kolom u1")
    const twice = timbang("survey", "index", "--responses", file(here, "T.csv", header, `R-1,${answers[0]}`, `R-1,${answers[1]}`))
    expect([twice.code, twice.err.includes("baris 3, kolom respondent")]).toEqual([2, true])
  })
})

describe("timbang template", () => {
  it("lists the names, and writes the columns of one", () => {
    expect(timbang("template").out.split("\n")).toContain("responses")
    const path = join(here, "template.csv")
    expect(timbang("template", "responses", "--out", path).code).toBe(0)
    expect(readFileSync(path, "utf8")).toContain("respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9,date,service,period,sex,age,education,job\n")
    expect(timbang("template", "none").code).toBe(2)
  })
})
