import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { file, folder } from "../../timbang.ts"

const here = folder()
const index = ["needs", "index", "--format", "json"]

interface Country {
  readonly name: string
  readonly input: Readonly<Record<"lifeExpectancy" | "expectedSchooling" | "meanSchooling" | "gniPerCapitaPPP2017", number>>
  readonly expected: Readonly<Record<"hdiPublished3dp" | "hdi" | "health" | "education" | "income", number>>
}
type Row = Readonly<Record<string, string>>

const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n")

describe("timbang needs index --ready", () => {
  it("HDI: every country of the vectors as UNDP published it, with its parts", async () => {
    const text = readFileSync(join(import.meta.dirname, "../../../../core/test/needs/vectors/composite-hdi-2022.json"), "utf8")
    const { cases } = JSON.parse(text) as { readonly cases: ReadonlyArray<Country> }
    const data = file(here, "hdi.csv", "Negara,le,eys,mys,gnipc", ...cases.map(({ input, name }) =>
      [name, input.lifeExpectancy, input.expectedSchooling, input.meanSchooling, input.gniPerCapitaPPP2017].join()))
    const out = join(here, "hdi")
    const done = await run(...index, "--ready", "hdi", "--data", data, "--out", out)
    expect(done.refusal).toBe("")
    const made = JSON.parse(done.out) as { readonly index: ReadonlyArray<Row> }
    expect(made.index.length).toBe(cases.length)
    made.index.forEach((row, i) => {
      const { expected } = cases[i]!
      expect([row.unit, Number(row.published)]).toEqual([cases[i]!.name, expected.hdiPublished3dp])
      for (const [column, part] of [["index", "hdi"], ["health", "health"], ["education", "education"], ["living", "income"]] as const) {
        expect(Math.abs(Number(row[column]) - expected[part])).toBeLessThanOrEqual(5.1e-7)
      }
    })
    expect(done.err).toMatch(/expected-schooling: \d+ angka melewati batas 18 dan dihitung sebagai 18 \(AUS/)
    expect(readdirSync(out).sort()).toEqual(["contributions.csv", "index.csv", "index.json", "index.xlsx", "steps.csv"])
  })

  it("contributions of each group add up to its total on paper; the total of a geometric mean is its logarithm", async () => {
    const [header, ...rows] = linesOf(join(here, "hdi", "contributions.csv")).map((line) => line.split(","))
    expect(header).toEqual(["unit", "group", "mean", "member", "weight", "contribution", "total"])
    const sums = new Map<string, readonly [sum: number, total: number]>()
    for (const [unit, group, , , , contribution, total] of rows) {
      const key = `${unit}/${group}`
      sums.set(key, [(sums.get(key)?.[0] ?? 0) + Math.round(Number(contribution) * 1e6), Math.round(Number(total) * 1e6)])
    }
    for (const [sum, total] of sums.values()) expect(sum).toBe(total)
    const [, first] = linesOf(join(here, "hdi", "index.csv")).map((line) => line.split(","))
    expect(Math.log(Number(first![1]))).toBeCloseTo(sums.get(`${first![0]}/hdi`)![1] / 1e6, 5)
  })

  it("IPM of Jambi 2020 (BPS) with class and warning; IDM Pakisrejo 2018; IKLH of a regency and a province", async () => {
    const of = async (ready: string, on: string, header: string, row: string) => {
      const { err, out, refusal } = await run(...index, "--ready", ready, "--on", on, "--data", file(here, `${ready}.csv`, header, row))
      expect(refusal).toBe("")
      return { err, row: (JSON.parse(out) as { readonly index: ReadonlyArray<Row> }).index[0]! }
    }
    const hdi = await of("hdi", "2024-03-14", "unit,life-expectancy,expected-schooling,mean-schooling,income", "Indonesia,68.25,13.98,8.56,12045.57")
    expect(hdi.row).toMatchObject({ published: "0.713", class: "high" })
    expect(hdi.err).toContain("Belum diverifikasi: kelas HDI (UNDP")
    const ipm = await of("ipm", "2020-12-31", "Wilayah,UHH,HLS,RLS,Pengeluaran per Kapita", "Jambi,71.16,12.98,8.55,10390000")
    expect(ipm.row).toMatchObject({ index: "71.289234", published: "71.29", class: "tinggi" })
    expect(ipm.err).toContain("Belum diverifikasi: Indeks Pembangunan Manusia")
    expect((await of("idm", "2018-07-01", "unit,iks,ike,ikl", "Pakisrejo,0.7257,0.5333,0.6667")).row).toMatchObject({ published: "0.6419", class: "berkembang" })
    expect((await of("iklh", "2022-01-01", "unit,ika,iku,ikl", "Kota,50,91,60")).row).toMatchObject({ published: "68.80" })
    expect((await of("iklh-province", "2022-01-01", "unit,ika,iku,ikl,ikal", "Jambi,50,91,60,70")).row).toMatchObject({ published: "70.86" })
  })

  it("refuses every cell at once: no figure, off the scale, zero under a logarithm or in a geometric mean, a unit twice", async () => {
    const data = file(here, "bad.csv", "unit,uhh,hls,rls,expenditure", "A,71,12.9,8.5,0", "B,NaN,-1,8.5,10390000", "A,18,0,0,10390000")
    const out = join(here, "bad")
    const { refusal } = await run(...index, "--ready", "ipm", "--data", data, "--out", out)
    for (const place of ["baris 2, kolom expenditure", "baris 3, kolom uhh", "baris 3, kolom hls", "baris 4, kolom unit"]) expect(refusal).toContain(place)
    const zero = await run(...index, "--ready", "ipm", "--data", file(here, "zero.csv", "unit,uhh,hls,rls,expenditure", "A,71,12.9,8.5,10390000", "B,18,0,0,10390000"))
    expect(zero.refusal).toContain('baris 3, kolom uhh: ditemukan "18", padahal geometric memerlukan angka di atas 20')
    const idm = ["--ready", "idm", "--data", file(here, "idm2.csv", "unit,iks,ike,ikl", "A,0.5,72.5,0.5")]
    expect((await run(...index, ...idm, "--on", "2020-01-01")).refusal).toContain("baris 2, kolom ike")
    expect((await run(...index, ...idm, "--on", "2025-01-01")).refusal).toContain("2025-01-01")
    expect((await run("needs", "index", "--ready", "idm")).refusal).toContain("--data")
    expect(existsSync(out)).toBe(false)
  })
})

describe("timbang needs index: a model of one's own, step by step", () => {
  const model = file(here, "model.yaml",
    "id: x", "title: Indeks contoh", "indicators:",
    ...["poverty", "schooling"].flatMap((id) => [
      `  - { id: ${id}, title: ${id}, unit: percent, source: contoh, pillar: all, weight: 1/2, direction: ${id === "poverty" ? "less" : "more"}-is-better }`
    ]),
    "groups:", "  - { id: all, title: Semua, mean: arithmetic }",
    "steps:", "  - { step: impute, by: { method: median } }", "  - { step: normalise, by: { method: min-max } }", "  - { step: aggregate }", "  - { step: scale, factor: 100 }")
  const data = file(here, "data.csv", "unit,poverty,schooling", "A,5,8", "B,10,9", "C,15,12", "D,,10")
  const out = join(here, "own")

  it("logs its steps with the figures they changed, and varies its weights", async () => {
    const done = await run(...index, "--model", model, "--data", data, "--vary", "--spread", "1", "--draws", "256", "--of", "B", "--out", out)
    expect(done.refusal).toBe("")
    expect(linesOf(join(out, "steps.csv")).slice(1)).toEqual(["1,impute,median,D,poverty,,10", "2,normalise,min-max,,,,", "3,aggregate,arithmetic,,,,", "4,scale,100,,,,"])
    expect(linesOf(join(out, "index.csv"))[1]).toBe("A,50.000000,1")
    expect(linesOf(join(out, "intervals.csv")).length).toBe(5)
    expect(linesOf(join(out, "sobol.csv"))[1]).toMatch(/^weight of poverty,first,/)
  })

  it("is replayed from its log with one change, and says what moved", async () => {
    const change = (...lines: ReadonlyArray<string>) => file(here, "change.yaml", ...lines)
    const replay = (...lines: ReadonlyArray<string>) => run("needs", "index", "--replay", join(out, "index.json"), "--change", change(...lines), "--format", "csv")
    expect((await replay("{ _tag: SetFigure, unit: A, indicator: poverty, figure: 15 }")).out.split("\n")[1]).toBe("A,50.000000,0.000000,1,4")
    expect((await replay("_tag: ReplaceStep", "at: 1", "step: { step: normalise, by: { method: percentile-rank } }")).out).toContain("C,50.000000,50.000000,")
    expect((await replay("{ _tag: RemoveStep, at: 0 }")).refusal).toContain("D/poverty")
    expect((await replay("{ _tag: SetFigure, unit: E, indicator: poverty, figure: 15 }")).refusal).toContain("Tidak ada yang dapat diubah")
    expect((await replay("{ _tag: SetFigure, unit: A }")).refusal).toContain("perubahan indeks")
  })
})
