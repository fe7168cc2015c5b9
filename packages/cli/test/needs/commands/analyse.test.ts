import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { file, folder } from "../../timbang.ts"

interface Vector {
  readonly name: string
  readonly input: { readonly matrix: ReadonlyArray<ReadonlyArray<number>>; readonly types?: ReadonlyArray<"max" | "min">; readonly weights?: ReadonlyArray<number> }
  readonly expected: Readonly<Record<string, ReadonlyArray<number>>>
  readonly tolerance: number
}

const vector = (book: string, name: string): Vector => {
  const text = readFileSync(join(import.meta.dirname, `../../../../core/test/needs/vectors/${book}.json`), "utf8")
  return (JSON.parse(text) as { readonly cases: ReadonlyArray<Vector> }).cases.find((one) => one.name === name)!
}

const here = folder()

/** Writes a vector as the two files of an analyst, runs the command, and answers its columns as numbers. */
const analysed = async ({ input: { matrix, types, weights }, name }: Vector, ...args: ReadonlyArray<string>) => {
  const columns = matrix[0]!.map((_, j) => `c${j}`)
  const m = file(here, `${name}-m.csv`, ["unit", ...columns].join(), ...matrix.map((row, i) => [`a${i}`, ...row].join()))
  const c = file(here, `${name}-c.csv`, "criterion,direction,weight", ...columns.map((id, j) => [id, types?.[j] ?? "max", weights?.[j] ?? ""].join()))
  const { out, refusal } = await run("needs", "analyse", "--matrix", m, "--criteria", c, "--format", "json", ...args)
  expect(refusal).toBe("")
  const made = JSON.parse(out)
  return (grid: string, column: string): ReadonlyArray<number> => made[grid].map((row: Readonly<Record<string, string>>) => Number(row[column]))
}

const near = (found: ReadonlyArray<number>, expected: ReadonlyArray<number>, tolerance: number) => {
  expect(found.length).toBe(expected.length)
  found.forEach((one, i) => expect(Math.abs(one - expected[i]!)).toBeLessThanOrEqual(tolerance + 5e-7))
}

describe("timbang needs analyse: published examples", () => {
  it("TOPSIS and VIKOR of three mountains (Opricovic and Tzeng 2004)", async () => {
    const [topsis, vikor] = [vector("mcdm-topsis", "opricovic2004-mountain"), vector("mcdm-vikor", "opricovic2004-mountain")]
    const of = await analysed(topsis, "--topsis-scale", "min-max", "--method", "topsis", "--method", "vikor")
    near(of("scores", "topsis"), topsis.expected.similarity3dp!, topsis.tolerance)
    expect(of("scores", "topsisRank")).toEqual([2, 1, 2])
    near(of("scores", "vikor"), vikor.expected.Q!, vikor.tolerance)
    near(of("measures", "figure").slice(-6), [...vikor.expected.S!, ...vikor.expected.R!], vikor.tolerance)
  })

  it("weighted sum (Kracka 2010), weighted product, PROMETHEE II (Zhao 2013)", async () => {
    const [wsm, wpm, promethee] = ["wsm-kracka2010", "wpm-wikipedia", "promethee2-zhao2013"].map((name) => vector("mcdm-sums", name))
    const sum = await analysed(wsm!, "--weights", "parts", "--method", "weighted-sum", "--sum-scale", "column-sum")
    near(sum("scores", "weighted-sum"), wsm!.expected.score!, wsm!.tolerance)
    const product = await analysed(wpm!, "--weights", "parts", "--method", "weighted-product", "--product-scale", "column-sum")
    near(product("scores", "weighted-product").map(Math.log10), wpm!.expected.log10score!, 5e-6)
    expect(product("scores", "weighted-productRank")).toEqual(wpm!.expected.ranks)
    near((await analysed(promethee!, "--method", "promethee"))("scores", "promethee"), promethee!.expected.netFlow!, promethee!.tolerance)
  })

  it("weights by entropy, deviation, CRITIC (Diakoulaki 1995) and MEREC (Keshavarz-Ghorabaee 2021)", async () => {
    for (const [name, weighting] of [
      ["entropy-2x2", "entropy"], ["std-2x2", "standard-deviation-unscaled"], ["critic-diakoulaki1995-scaled-pearson", "critic"], ["merec-keshavarz2021", "merec"]
    ] as const) {
      const one = vector("weights-objective", name)
      near((await analysed(one, "--weights", weighting, "--method", "vikor"))("weights", "weight"), one.expected.weights!, one.tolerance)
    }
  })
})

const matrix = file(here, "m.csv", "unit,poverty,schooling,growth", "Tebo,6.12,8.5,4.1", "Kerinci,6.93,8.9,3.2", "Bungo,5.7,8.2,4.9", "Merangin,8.4,7.9,4.4")
const criteria = file(here, "c.csv", "criterion,direction,weight,low,high", "poverty,cost,1/2,0,40", "schooling,benefit,1/4,0,15", "growth,benefit,1/4,0,10")
const given = ["needs", "analyse", "--matrix", matrix, "--criteria", criteria]

describe("timbang needs analyse", () => {
  it("writes all methods side by side, with rank intervals, Sobol indices and critical weights", async () => {
    const out = join(here, "out")
    const done = await run(...given, "--vary", "topsis", "--spread", "0.9", "--draws", "512", "--out", out)
    expect(done.refusal).toBe("")
    expect(readdirSync(out).sort()).toEqual([
      "analysis.json", "analysis.xlsx", "critical.csv", "intervals.csv", "measures.csv", "scores.csv", "sobol.csv", "weights.csv"
    ])
    const lines = (name: string) => readFileSync(join(out, name), "utf8").trim().split("\n")
    expect(lines("scores.csv")[0]).toBe(`unit,${["topsis", "vikor", "promethee", "spotis", "waspas", "weighted-sum", "weighted-product"].flatMap((one) => [one, `${one}Rank`]).join()}`)
    expect(lines("scores.csv")[4]).toContain(",-0.666667,4,")
    expect(lines("intervals.csv")[3]).toBe("Bungo,1,1,1,1")
    expect(lines("critical.csv").slice(1)).toEqual(["schooling,1/4,Bungo,1196/2573,0.464827,Tebo,yes", "schooling,1/4,Bungo,172/361,0.476454,Kerinci,"])
    expect(done.out).toContain("schooling: pada bobot 1196/2573, bukan 1/4, Tebo menempati urutan pertama")
    expect(done.err).toContain("tidak menetapkan formasi")
  })

  it("gives a Sobol index outside 0 to 1 only as not converged, without its figure", async () => {
    const { out } = await run(...given, "--vary", "promethee", "--of", "Tebo", "--draws", "20", "--format", "json")
    const { sobol } = JSON.parse(out) as { readonly sobol: ReadonlyArray<Readonly<Record<string, string>>> }
    expect(sobol[2]).toEqual({ criterion: "schooling", index: "first", state: "not converged, N too small", share: "", low: "", high: "" })
    for (const { share, state } of sobol) if (state === "converged") expect(Number(share) >= 0 && Number(share) <= 1).toBe(true)
  })

  it("the same seed gives the same bytes, and ranks that never shift leave no variance to share", async () => {
    const [once, again] = [await run(...given, "--vary", "vikor", "--spread", "1", "--draws", "64", "--format", "json"), await run(...given, "--vary", "vikor", "--spread", "1", "--draws", "64", "--format", "json")]
    expect(once.out).toBe(again.out)
    const still = await run(...given, "--vary", "spotis", "--spread", "0", "--draws", "16", "--lang", "en")
    expect([still.refusal, still.err.includes("no variance to share")]).toEqual(["", true])
  })

  it("weighs by AHP: an incomplete matrix is completed, contradictions are told", async () => {
    const ahp = (...rows: ReadonlyArray<string>) => run(...given, "--weights", "ahp", "--comparisons", file(here, "p.csv", "more,less,times", ...rows), "--format", "json", "--lang", "en")
    const part = JSON.parse((await ahp("poverty,schooling,2", "schooling,growth,2")).out)
    expect([part.weighting, part.weights.length]).toEqual(["ahp", 3])
    expect(part.completed).toEqual([{ more: "poverty", less: "growth", times: "4.000000" }])
    expect(part.weights.map(({ weight }: { readonly weight: string }) => weight)).toEqual(["0.571429", "0.285714", "0.142857"])
    expect((await ahp("poverty,schooling,9", "schooling,growth,9", "growth,poverty,9")).err).toContain("the judgements contradict each other")
    expect((await ahp("poverty,schooling,0", "poverty,income,2", "schooling,poverty,1/3")).refusal.split("\n").map((line) => line.replace(/^.*p\.csv, /, "").replace(/[:,].*$/, ""))).toEqual([
      "row 2", "row 3", "row 4"
    ])
    expect((await ahp("poverty,schooling,2")).refusal).toContain("nothing compares")
  })

  it("leaves SPOTIS out where there are no bounds, and says so; asked for by name it is refused by cell", async () => {
    const plain = file(here, "plain.csv", "criterion,direction,weight", "poverty,cost,0.5", "schooling,benefit,0.25", "growth,benefit,0.25")
    const without = ["needs", "analyse", "--matrix", matrix, "--criteria", plain] as const
    const done = await run(...without)
    expect([done.refusal, done.out.includes("spotis"), done.err.includes("SPOTIS tidak dihitung")]).toEqual(["", false, true])
    expect((await run(...without, "--method", "spotis")).refusal).toContain("baris 2, kolom low")
  })

  it("refuses every cell at once, in words, and writes nothing", async () => {
    const bad = file(here, "bad.csv", "unit,poverty,schooling,growth", "Tebo,6.12,NaN,4", "Kerinci,0,8.9,4", "Tebo,,8.2,4")
    const out = join(here, "nothing")
    const { refusal } = await run("needs", "analyse", "--matrix", bad, "--criteria", criteria, "--out", out)
    for (const place of ["baris 1, kolom growth", "baris 2, kolom schooling", "baris 3, kolom poverty", "baris 4, kolom unit", "baris 4, kolom poverty"]) {
      expect(refusal).toContain(place)
    }
    expect(refusal).toContain("waspas, weighted-product")
    expect(existsSync(out)).toBe(false)
    const tenths = file(here, "tenths.csv", "criterion,direction,weight", "poverty,cost,0.5", "schooling,benefit,-0.25", "growth,benefit,0.5")
    expect((await run("needs", "analyse", "--matrix", matrix, "--criteria", tenths)).refusal).toContain("baris 3, kolom weight")
    expect((await run(...given, "--of", "Jambi", "--vary", "topsis")).refusal).toContain("--of Jambi: bukan salah satu unit")
    expect((await run(...given, "--weights", "ahp")).refusal).toContain("--comparisons")
  })
})
