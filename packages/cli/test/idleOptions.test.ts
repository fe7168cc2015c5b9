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

  it("are refused by needs and voice together, before any file is read", async () => {
    const refusalOf = async (...args: ReadonlyArray<string>) => (await run(...args, "--lang", "en")).refusal.split("\n")
    expect(await refusalOf("needs", "workload", "--norms", "teachers", "--input", "absent.csv", "--working-time", "0", "--days-per-week", "5", "--from", "2027")).toEqual([
      "--days-per-week says something only with --norms wisn. Add that, or leave --days-per-week out.",
      "--working-time says something only with --norms abk, abk-kes. Add that, or leave --working-time out.",
      "--from says something only with --project. Add that, or leave --from out.",
      "--working-time: found 0, outside 1 to 1000000. Write a number in between."
    ])
    expect(await refusalOf("needs", "analyse", "--matrix", "absent.csv", "--criteria", "absent.csv", "--comparisons", "absent.csv", "--of", "A")).toEqual([
      "--comparisons says something only with --weights ahp. Add that, or leave --comparisons out.",
      "--of says something only with --vary. Add that, or leave --of out."
    ])
    expect(await refusalOf("voice", "choose", "--budget", "-7", "--rule", "greedy", "--completion", "none")).toEqual([
      "--proposals or --pb: give exactly one of them.",
      "--completion says something only with --rule equal-shares. Add that, or leave --completion out.",
      `--budget: found -7, outside 1 to ${Number.MAX_SAFE_INTEGER}. Write a number in between.`
    ])
    expect(await refusalOf("voice", "choose", "--proposals", "absent.csv", "--ballots", "absent.csv", "--budget", "7", "--weights", "villages-equal", "--cap", "0")).toEqual([
      "--weights says something only with --villages. Add that, or leave --weights out.",
      "--cap says something only with --villages. Add that, or leave --cap out.",
      '--cap: found "0". Write it as --cap 1/5 (0 < cap <= 1).'
    ])
    expect(await refusalOf("needs", "ratio", "--kind", "extension-workers", "--input", "absent.csv", "--people", "1", "--per", "2")).toEqual([
      "--people, --per, --ratio-source: give all of them, or none."
    ])
  })

  it("leave an answer that the law writes as two words readable by either", async () => {
    const records = file(here, "P.csv", "person,unit,kind,qualification,courses,predicate,discipline", "p1,D,pelaksana,S1,diklat teknis,Baik,tidak pernah", "p2,D,pelaksana,D-IV,diklat teknis,Baik,tidak pernah")
    expect((await run("career", "professionalism", "--records", records, "--out", out)).refusal).toBe("")
  })
})
