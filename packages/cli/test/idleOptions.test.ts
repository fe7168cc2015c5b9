import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "./inProcess.ts"
import { file, folder } from "./timbang.ts"

const here = folder()
const out = join(here, "out")

describe("options that would be left aside or contradict each other", () => {
  it("are refused by career together, with the kind of record that they are for", async () => {
    const records = file(here, "A.csv", "person,level,predicate,months", "p1,ahli pertama,Baik,12")
    const { refusal } = await run("career", "credit-points", "--records", records, "--six-days", "--potential-high", "3", "--on", "soon", "--out", out, "--lang", "en")
    expect(refusal.split("\n")).toEqual([
      '--on: found "soon", not a day that exists. Write YYYY-MM-DD.',
      "--six-days says nothing together with career credit-points. Use career absence.",
      "--potential-high says nothing together with career credit-points. Use career nine-box."
    ])
  })

  it("are refused by raters together: a group that is no group, and one that is given twice", async () => {
    const scores = file(here, "S.csv", "person,rater,score,group", "p1,r1,80,rekan")
    const { refusal } = await run("raters", "--scores", scores, "--group", "rekan=2", "--group", "x=y", "--group", "rekan=1:40", "--out", out)
    expect(refusal.split("\n")).toEqual([
      '--group: ditemukan "x=y". Tulis NAMA=JUMLAH-TERKECIL, dengan bobot dalam persen bila ada, misalnya rekan=3:40.',
      '--group: ditemukan "rekan" lebih dari satu kali. Sisakan salah satu.'
    ])
  })

  it("leave an answer that the law writes as two words readable by either", async () => {
    const records = file(here, "P.csv", "person,unit,kind,qualification,courses,predicate,discipline", "p1,D,pelaksana,S1,diklat teknis,Baik,tidak pernah", "p2,D,pelaksana,D-IV,diklat teknis,Baik,tidak pernah")
    expect((await run("career", "professionalism", "--records", records, "--out", out)).refusal).toBe("")
  })
})
