import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run as inProcess } from "../../inProcess.ts"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const jambi = join(import.meta.dirname, "../../../../../examples/jambi/needs")
const run = (scenario: string, out: string, ...more: ReadonlyArray<string>) =>
  timbang("scenario", "run", join(jambi, "jambi.yaml"), scenario, "--data", join(jambi, "data"), "--out", join(here, out), ...more)
const changes = (name: string, ...lines: ReadonlyArray<string>) =>
  file(here, `${name}.yaml`, `id: ${name}`, "title: contoh", "changes:", ...lines.map((line) => `  - ${line}`))
const rows = (out: string, name: string) => readFileSync(join(here, out, name), "utf8").trim().split("\n").slice(1).map((line) => line.split(","))

describe("timbang scenario run", () => {
  it("reaches the weights of the composite index: index and rank of every unit that differs", () => {
    const scenario = changes("bobot", '{ at: [index, indicators, poverty-rate, weight], set: "0.5" }', '{ at: [index, indicators, expenditure, weight], set: "0.2" }')
    expect(run(scenario, "bobot").out).toContain("Kerinci, indeks: 54,67 -> 55,05, peringkat 8 -> 7")
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

  it("names the file, the change and what it may hold, once, and the file of a scenario that names something absent", async () => {
    const refused = async (name: string, change: string) =>
      (await inProcess("scenario", "run", join(jambi, "jambi.yaml"), changes(name, change), "--data", join(jambi, "data"), "--out", join(here, name))).refusal
    const broken = await refused("asing", "{ at: [seats], put: 5 }")
    expect(broken).toContain("asing.yaml: Berkas bukan skenario yang benar. Perbaiki: changes.1.put (kunci ini tidak dikenal; yang diperlukan: set atau add atau multiply).")
    const absent = await refused("salah", "{ at: [observations, { indicator: poverty-rat }, figure], add: 1 }")
    expect(absent).toMatch(/salah\.yaml: Skenario salah: .* Apakah poverty-rate\? Yang ada: poverty-rate, [^{]*lainnya\.$/)
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

  describe("with the work of positions, bounds, and the posts before", () => {
    const work = file(here, "W.csv", "unit,position,jobFamily,method,task,load,norm",
      "Kerinci,Perawat,health-worker,task,rawat,100000,30", "Kerinci,Bidan,health-worker,task,periksa,20000,30", "1502,Guru SD,teacher,task,mengajar,150000,30")
    const bounds = file(here, "B.csv", "unit,jobFamily,min,max", "Kerinci,social-worker,1,2", "Kota Jambi,Guru,0,40")
    const previous = file(here, "P.csv", "unit,position,seats", ...["1501", "1502", "1503", "1504", "1505", "1506", "1507", "1508", "1509", "1571", "1572"].flatMap((unit) =>
      ["economic-planner", "engineer", "social-worker", "health-worker", "teacher"].map((family) => `${unit},${family},5`)))
    const full = ["--seats", "300", "--work", work, "--norms", "abk", "--bounds", bounds, "--previous", previous, "--pace", "1.5", "--pace-fall", "1"]

    it("reaches a norm of a task and the working time: need by position, claims and posts of its cell alone", () => {
      const norm = changes("norma", '{ at: [work, { unit: "1501", position: Perawat }, tasks, { name: rawat }, norm], multiply: 1/2 }')
      const time = changes("waktu", "{ at: [norm, workingTime], set: 72000 }")
      const done = timbang("scenario", "run", join(jambi, "jambi.yaml"), norm, time, "--data", join(jambi, "data"), "--out", join(here, "norma"), ...full)
      expect([done.code, done.out.includes("Kerinci, Perawat: 40,00 -> 20,00 orang menurut beban kerja")]).toEqual([0, true])
      expect(rows("norma", "positions.csv")).toEqual([
        ["norma", "1501", "Perawat", "health-worker", "40.000", "20.000", "-20.000"],
        ["waktu", "1501", "Perawat", "health-worker", "40.000", "41.667", "1.667"],
        ["waktu", "1501", "Bidan", "health-worker", "8.000", "8.333", "0.333"],
        ["waktu", "1502", "Guru SD", "teacher", "60.000", "62.500", "2.500"]
      ])
      expect(rows("norma", "differences.csv").filter(([id]) => id === "norma").map(([, unit, family, , , , why]) => [unit, family, why])).toEqual([["1501", "health-worker", expect.stringContaining("workload")]])
      const moved = rows("norma", "posts.csv").filter(([id]) => id === "norma")
      expect(moved.find(([, unit, family]) => unit === "1501" && family === "health-worker")?.[5]).toMatch(/^-/)
      expect(moved.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(0)
    })

    it("prints every kind of difference as one CSV: people, positions and posts", async () => {
      const norm = changes("norma2", '{ at: [work, { unit: "1501", position: Perawat }, tasks, { name: rawat }, norm], multiply: 1/2 }')
      const args = ["scenario", "run", join(jambi, "jambi.yaml"), norm, "--data", join(jambi, "data"), "--out", join(here, "csv"), ...full]
      const done = await inProcess(...args, "--format", "csv")
      const [header, ...lines] = done.out.trim().split("\n")
      expect(header).toBe("scenario,what,unit,of,before,after,change,because")
      expect(lines).toContain("norma2,position,1501,Perawat,40.000,20.000,-20.000,")
      expect(lines.filter((line) => line.startsWith("norma2,people,"))).toEqual([expect.stringMatching(/^norma2,people,1501,health-worker,.*workload$/)])
      const posts = lines.map((line) => line.split(",")).filter(([, what]) => what === "posts")
      expect(posts.map(([, , unit, of, before, after, change]) => ["norma2", unit, of, ...[before, after, change].map((seats) => String(Number(seats))), ""])).toEqual(rows("csv", "posts.csv"))
    })

    it("reaches a maximum, a minimum, the pace and the posts before: posts by unit and position, the total kept", () => {
      const all = [
        changes("maks", '{ at: [bounds, { unit: "1571", jobFamily: teacher }, max], set: 3 }'),
        changes("min", '{ at: [bounds, { unit: "1501", jobFamily: social-worker }, min], set: 2 }', '{ at: [bounds, { unit: "1501", jobFamily: social-worker }, max], set: 9 }'),
        changes("laju", '{ at: [pace, rise], set: "0.2" }'),
        changes("lalu", '{ at: [previous, { unit: "1571", jobFamily: teacher }, seats], set: 1 }')
      ]
      const done = timbang("scenario", "run", join(jambi, "jambi.yaml"), ...all, "--data", join(jambi, "data"), "--out", join(here, "batas"), ...full)
      expect(done.err).toBe("")
      const of = (id: string) => rows("batas", "posts.csv").filter((row) => row[0] === id)
      const after = (id: string, unit: string, family: string) => Number(of(id).find((row) => row[1] === unit && row[2] === family)?.[4])
      expect([after("maks", "1571", "teacher"), after("lalu", "1571", "teacher")]).toEqual([3, 2])
      expect(Math.max(...of("laju").map((row) => Number(row[4])))).toBe(6)
      for (const id of ["maks", "laju", "lalu"]) expect(of(id).reduce((sum, row) => sum + Number(row[5]), 0)).toBe(0)
    })

    it("refuses what is not there, a diff without its file, and rows that name no unit, each by name", () => {
      const none = changes("tiada", "{ at: [pace, rise], set: 1 }")
      expect(run(none, "tiada", "--seats", "300").err).toContain('"pace" tidak ada dalam data dasar')
      const stray = file(here, "B2.csv", "unit,jobFamily,min,max", "Hulu,teacher,1,", "1501,dokter,1,", "1501,teacher,3,2")
      const bad = run(none, "bad", "--seats", "300", "--bounds", stray)
      expect([bad.code, bad.err.includes("baris 4, kolom max")]).toEqual([2, true])
      const unknown = run(none, "bad", "--seats", "300", "--bounds", file(here, "B3.csv", "unit,jobFamily,min,max", "Hulu,teacher,1,", "1501,dokter,1,"))
      for (const part of ["baris 2, kolom unit", "baris 3, kolom jobFamily"]) expect(unknown.err).toContain(part)
      expect(run(none, "bad", "--bounds", bounds).err).toContain("--bounds memerlukan --seats")
    })
  })
})
