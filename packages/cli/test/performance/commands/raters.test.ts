import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import krippendorff from "../../../../core/test/performance/vectors/krippendorff-canonical.json" with { type: "json" }
import shrout from "../../../../core/test/performance/vectors/icc-shrout-fleiss-1979.json" with { type: "json" }
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()

describe("timbang raters", () => {
  it("gives alpha on four scales and the six forms of ICC as published", () => {
    const table = shrout.input.ratings as ReadonlyArray<ReadonlyArray<number>>
    const scores = file(here, "S.csv", "person,rater,score", ...table.flatMap((row, person) => row.map((score, rater) => `p-${person},r-${rater},${score}`)))
    const out = join(here, "icc")
    const done = timbang("raters", "--scores", scores, "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    const found = new Map<string, number>(JSON.parse(readFileSync(join(out, "agreement.json"), "utf8")).measures.map((each: { name: string; found: number }) => [each.name, each.found]))
    expect([...found.keys()]).toEqual([
      "Krippendorff alpha, nominal", "Krippendorff alpha, ordinal", "Krippendorff alpha, interval", "Krippendorff alpha, ratio",
      "ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)", "Fleiss kappa", "Cronbach alpha"
    ])
    expect(["ICC(1,1)", "ICC(2,1)", "ICC(3,1)"].map((name) => found.get(name)!.toFixed(2))).toEqual(["0.17", "0.29", "0.71"])
    const raters = readFileSync(join(out, "private/raters.csv"), "utf8")
    expect(raters).toContain("r-0,1,6,")
    // A severe rater has a number below zero, not a text behind an apostrophe.
    expect([/,-\d+\.\d{4},/.test(raters), raters.includes("'")]).toEqual([true, false])
  })

  it("keeps gaps as gaps, and says why a measure has no value", () => {
    const observers = krippendorff.input.ratings as ReadonlyArray<ReadonlyArray<number | null>>
    const rows = observers.flatMap((row, rater) => row.flatMap((score, person) => (score === null ? [] : [`p-${person},r-${rater},${score}`])))
    const done = timbang("raters", "--scores", file(here, "K.csv", "person,rater,score", ...rows), "--out", join(here, "alpha"))
    expect(done.code).toBe(0)
    expect(done.out).toContain(`Krippendorff alpha, nominal\t${(0.743).toFixed(3)}`)
    expect(done.out).toMatch(/ICC\ttidak dihitung: /)
  })

  it("refuses to compare across islands and names the missing link; a group below its minimum is pending", () => {
    const rows = ["1,A,80,atasan", "1,B,75,rekan", "2,C,90,atasan", "2,D,88,rekan", "2,E,70,rekan"]
    const scores = file(here, "I.csv", "person,rater,score,group", ...rows)
    const out = join(here, "islands")
    const done = timbang("raters", "--scores", scores, "--group", "atasan=1:60", "--group", "rekan=2:40", "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    expect(done.out).toContain("Raters A, B cannot be compared with those of 2: nobody rated on both sides. One rating of 2 by A or B would link them.")
    expect(done.out).toContain("1 person is pending")
    const said = readFileSync(join(out, "private/explanations.txt"), "utf8")
    expect(said).toContain("1: atasan 80.00 (1 raters); rekan pending, because 1 more is needed; together pending.")
    expect(said).toContain("2: atasan 90.00 (1 raters); rekan 79.00 (2 raters); together 85.60.")
    expect(readFileSync(join(out, "agreement.json"), "utf8")).not.toMatch(/"A"|"1"/)
  })

  it("refuses a rater who scored a person twice and a group that the policy does not have, with their rows", () => {
    const out = join(here, "refused")
    const done = timbang("raters", "--scores", file(here, "T.csv", "person,rater,score,group", "1,A,80,atasan", "1,A,70,atasan", "1,B,70,warga"), "--group", "atasan=1", "--out", out)
    expect([done.code, existsSync(out)]).toEqual([2, false])
    for (const place of ["baris 3, kolom rater", "baris 4, kolom group"]) expect(done.err).toContain(place)
  })
})
