import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "./timbang.ts"

const here = folder()
const jambi = join(import.meta.dirname, "../../../examples/jambi/needs")
const run = (scenario: string, out: string, ...more: ReadonlyArray<string>) =>
  timbang("scenario", "run", join(jambi, "jambi.yaml"), scenario, "--data", join(jambi, "data"), "--out", join(here, out), ...more)
const changes = (name: string, ...lines: ReadonlyArray<string>) =>
  file(here, `${name}.yaml`, `id: ${name}`, "title: contoh", "changes:", ...lines.map((line) => `  - ${line}`))
const rows = (out: string, name: string) => readFileSync(join(here, out, name), "utf8").trim().split("\n").slice(1).map((line) => line.split(","))

describe("timbang scenario run", () => {
  it("reaches the weights of the composite index: index and rank of every unit that differs", () => {
    const scenario = changes("bobot", '{ at: [index, indicators, poverty-rate, weight], set: "0.5" }', '{ at: [index, indicators, expenditure, weight], set: "0.2" }')
    expect(run(scenario, "bobot").out).toContain("Kerinci, indeks: 54.67 -> 55.05, peringkat 8 -> 7")
    expect(rows("bobot", "index.csv")[0]).toEqual(["bobot", "1501", "54.669", "55.053", "8", "7"])
    expect(rows("bobot", "differences.csv")).toEqual([])
  })

  it("reaches the method by which posts are shared: posts move between units, their number stays", () => {
    expect(run(changes("metode", "{ at: [method], set: dhondt }"), "metode", "--seats", "300").code).toBe(0)
    const moved = rows("metode", "posts.csv").map((row) => Number(row[5]))
    expect([moved.length > 0, moved.reduce((sum, change) => sum + change, 0)]).toEqual([true, 0])
  })

  it("refuses a method that is none, and an index weight that is not there, with what there is", () => {
    expect(run(changes("borda", "{ at: [method], set: borda }"), "borda", "--seats", "300").err).toContain("borda: method borda: sainte-lague")
    const absent = run(changes("hilang", '{ at: [index, indicators, poverty, weight], set: "0.5" }'), "hilang")
    expect([absent.code, existsSync(join(here, "hilang")), absent.err.includes("poverty-rate")]).toEqual([2, false, true])
  })

  it("says in Indonesian where a text is no YAML, with line and column", () => {
    const broken = run(file(here, "rusak.yaml", "id: x", 'title: "tanpa akhir', "changes: []"), "rusak")
    expect(broken.code).toBe(2)
    expect(broken.err).toMatch(/rusak\.yaml, baris \d, kolom \d+: ada tanda penutup yang kurang/)
  })

  it("growth moves need to economy and infrastructure, poverty to social services, and says so", () => {
    const families = (name: string) => {
      const done = run(join(jambi, "scenarios", `${name}.yaml`), name)
      const grown = new Set(rows(name, "differences.csv").filter((row) => Number(row[5]) > 0).map((row) => row[2]))
      return { out: done.out, grown: [...grown].sort() }
    }
    const growth = families("pertumbuhan-naik")
    expect(growth.grown).toEqual(["economic-planner", "engineer"])
    expect(growth.out).toContain("karena Pertumbuhan penduduk bekerja")
    const poverty = families("kemiskinan-naik")
    expect(poverty.grown).toContain("social-worker")
    expect(poverty.out).toContain("karena Penduduk miskin")
  })
})
