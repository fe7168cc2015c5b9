import * as NodeServices from "@effect/platform-node/NodeServices"
import { Fraction } from "@timbang/core/number"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"
import { timbang as command } from "../../../src/Timbang.ts"

const here = folder()
const jambi = join(import.meta.dirname, "../../../../../examples/jambi/needs")
const given = ["--model", join(jambi, "jambi.yaml"), "--data", join(jambi, "data")]

/** Runs the command in this process and answers what it failed with; for refusals, of which there are many. */
const refusal = (...args: ReadonlyArray<string>): Promise<string> =>
  Effect.runPromise(Command.runWith(command, { version: "0" })(args).pipe(
    Effect.match({ onFailure: (failure) => failure.message, onSuccess: () => "" }),
    Effect.provide(NodeServices.layer)
  ))

interface Row {
  readonly [header: string]: string
}

const rowsOf = (path: string): ReadonlyArray<Row> => {
  const [header, ...lines] = readFileSync(path, "utf8").trim().split("\n").map((line) => line.split(","))
  return lines.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at] ?? ""])))
}

describe("timbang needs score on the ready model of Jambi", () => {
  const out = join(here, "needs")
  const done = timbang("needs", "score", ...given, "--out", out, "--seats", "1500", "--format", "json")

  it("writes claims, index, contributions, posts, the quality of the data, and a model that stands alone", () => {
    expect([done.code, done.err]).toEqual([0, expect.stringContaining("Belum diverifikasi")])
    expect(readdirSync(out).sort()).toEqual([
      "claims.csv", "contributions.csv", "figures.csv", "index.csv", "index.json", "model.json", "needs.json", "needs.xlsx", "notes.csv", "posts.csv", "quality.csv", "sectors.csv"
    ])
    expect(rowsOf(join(out, "claims.csv")).length).toBe(55)
    expect(rowsOf(join(out, "index.csv")).map(({ unit }) => unit)).toContain("1506")
  })

  it("gives every rank an interval that holds it in nine of ten weightings", () => {
    for (const { high, low, median } of rowsOf(join(out, "index.csv"))) {
      expect(Number(low)).toBeLessThanOrEqual(Number(median))
      expect(Number(median)).toBeLessThanOrEqual(Number(high))
    }
    const weakest = rowsOf(join(out, "index.csv")).find(({ unit }) => unit === "1506")
    expect(weakest).toMatchObject({ rank: "11", low: "11", high: "11" })
  })

  it("logs the steps of its index, to be replayed with one change", async () => {
    const change = file(here, "change.yaml", "_tag: ReplaceStep", "at: 1", "step: { step: aggregate, mean: geometric }")
    const again = join(here, "again")
    expect(await refusal("needs", "index", "--replay", join(out, "index.json"), "--change", change, "--out", again)).toBe("")
    const [moved, index] = [join(again, "differences.csv"), join(out, "index.csv")].map(rowsOf)
    moved!.forEach((row, i) => {
      expect(Number(row["indexBefore"])).toBeCloseTo(Number(index![i]!["index"]), 2)
      expect(Number(row["indexAfter"])).toBeLessThanOrEqual(Number(row["indexBefore"]))
    })
  })

  it("prints exact amounts as JSON, whose parts add up to what conditions add", () => {
    const { units } = JSON.parse(done.out)
    for (const { jobFamilies } of units) {
      for (const { claim, extra, parts, workload } of jobFamilies) {
        const sum = Fraction.sum(parts.map(({ amount }: { readonly amount: string }) => Fraction.parseUnsafe(amount)))
        expect(Fraction.format(sum)).toBe(extra)
        expect(Fraction.format(Fraction.add(Fraction.parseUnsafe(workload), sum))).toBe(claim)
      }
    }
  })

  it("shares exactly the posts it was given", () => {
    expect(rowsOf(join(out, "posts.csv")).reduce((sum, { posts }) => sum + Number(posts), 0)).toBe(1500)
  })

  it("says on the error stream that the header of the source lies about its unit, and in the sheet on quality", () => {
    expect(done.err).toContain("angkanya dibaca sebagai juta rupiah")
    expect(readFileSync(join(out, "quality.csv"), "utf8")).toMatch(/^grdp,.*,11,11,0,0,$/m)
  })

  it("is reported as one page with map, charts and quality, as a workbook and as a Word document", async () => {
    const page = join(here, "needs.html")
    expect(await refusal("report", "needs", out, "--out", page, "--xlsx", "--docx", "--charts")).toBe("")
    const html = readFileSync(page, "utf8")
    for (const part of ["<html lang=\"id\">", "Tanjung Jabung Timur", "Mutu data", "Selang peringkat", "Perubahan terkecil yang memindahkan satu formasi", "role=\"img\""]) {
      expect(html).toContain(part)
    }
    expect(html).not.toMatch(/<script|https?:(?!\/\/www\.w3\.org)/)
    expect(["xlsx", "docx"].map((ending) => existsSync(join(here, `needs.${ending}`)))).toEqual([true, true])
    const charts = html.match(/<figure class="chart( fits)?">/g)!.length
    expect(charts).toBeGreaterThan(2)
    for (let chart = 1; chart <= charts; chart++) {
      expect(readFileSync(join(here, `needs-${chart}.svg`), "utf8")).toMatch(/^<svg xmlns=/)
      expect(readFileSync(join(here, `needs-${chart}.png`)).subarray(1, 4).toString()).toBe("PNG")
    }
  })

  it("shows citizens' voice beside the need and in no figure of it; a sector it does not have is named", async () => {
    const voice = file(here, "voice.csv", "unit,sector,proposals,of,dictionary,on", ",Kesehatan,2,3,Kamus contoh,2022-01-03", ",social,1,3,Kamus contoh,2022-01-03", ",,4,3,Kamus contoh,2022-01-03", "1501,health-care,1,1,Kamus contoh,2022-01-03")
    const [heard, page] = [join(here, "heard"), join(here, "heard.html")]
    expect(await refusal("needs", "score", ...given, "--voice", voice, "--out", heard, "--seats", "1500")).toBe("")
    expect(readFileSync(join(heard, "claims.csv"), "utf8")).toBe(readFileSync(join(out, "claims.csv"), "utf8"))
    expect(readFileSync(join(heard, "posts.csv"), "utf8")).toBe(readFileSync(join(out, "posts.csv"), "utf8"))
    expect(rowsOf(join(heard, "sectors.csv")).filter((row) => row["voice"] !== "")).toMatchObject([{ unit: "1501", sector: "health-care", voice: "1.000000" }])
    expect(await refusal("report", "needs", heard, "--out", page)).toBe("")
    for (const part of ["Suara warga di samping kebutuhan", "66,7%", "suara warga 100%", "4 usulan fisik berjenis yang tidak ada dalam kamus"]) {
      expect(readFileSync(page, "utf8")).toContain(part)
    }
    const stray = file(here, "stray-voice.csv", "unit,sector,proposals,of,dictionary,on", ",nurses,1,1,K,2022-01-03")
    expect(await refusal("needs", "score", ...given, "--voice", stray, "--out", join(here, "none"))).toMatch(/baris 2, kolom sector: ditemukan "nurses", tidak ada di/)
  })

  describe("timbang scenario run", () => {
    const answers = join(here, "scenarios")
    const scenarios = ["pertumbuhan-naik", "kemiskinan-naik"].map((name) => join(jambi, "scenarios", `${name}.yaml`))
    const run = timbang("scenario", "run", out, ...scenarios, "--out", answers, "--seats", "1500")
    const moved = (scenario: string) => {
      const sums = new Map<string, number>()
      for (const row of rowsOf(join(answers, "posts.csv"))) {
        if (row["scenario"] !== scenario) continue
        sums.set(row["jobFamily"]!, (sums.get(row["jobFamily"]!) ?? 0) + Number(row["change"]))
      }
      return sums
    }
    const raised = (scenario: string) =>
      new Set(rowsOf(join(answers, "differences.csv")).filter((row) => row["scenario"] === scenario).map(({ because, jobFamily }) => `${jobFamily} ${because}`))

    it("raising growth moves posts to economy and infrastructure, and the explanation says so", () => {
      expect([run.code, run.err]).toEqual([0, ""])
      const posts = moved("pertumbuhan-naik")
      expect((posts.get("economic-planner") ?? 0) + (posts.get("engineer") ?? 0)).toBeGreaterThan(0)
      for (const other of ["social-worker", "health-worker", "teacher"]) expect(posts.get(other) ?? 0).toBeLessThanOrEqual(0)
      expect(raised("pertumbuhan-naik")).toEqual(new Set(["economic-planner employment-growth", "engineer employment-growth"]))
      expect(run.out).toContain("karena Pertumbuhan penduduk bekerja (+")
    })

    it("raising poverty moves posts to social services most, and the explanation says so", () => {
      const posts = moved("kemiskinan-naik")
      expect(posts.get("social-worker")).toBeGreaterThan(0)
      expect(posts.get("social-worker")).toBe(Math.max(...posts.values()))
      expect(raised("kemiskinan-naik")).toContain("social-worker poverty-rate")
      expect(run.out).toContain("karena Penduduk miskin (P0) (+")
    })

    it("takes nothing from the whole: what some cells gain others lose", () => {
      for (const scenario of ["pertumbuhan-naik", "kemiskinan-naik"]) {
        expect([...moved(scenario).values()].reduce((sum, change) => sum + change, 0)).toBe(0)
      }
    })

    it("lowers the ceiling as a diff like any other, by unit and position; without posts there is no ceiling to change", async () => {
      const lower = file(here, "lower.yaml", "id: lower", "title: a tenth fewer posts", "changes:", "  - at: [seats]", "    multiply: 9/10")
      const fewer = join(here, "fewer")
      expect(await refusal("scenario", "run", out, lower, "--out", fewer, "--seats", "1500")).toBe("")
      expect(rowsOf(join(fewer, "differences.csv"))).toEqual([])
      expect(rowsOf(join(fewer, "posts.csv")).reduce((sum, { change }) => sum + Number(change), 0)).toBe(-150)
      expect(await refusal("scenario", "run", out, lower, "--out", join(here, "none"))).toContain("\"seats\" tidak ada")
    })

    it("refuses a diff that names something absent, and writes nothing", async () => {
      const stray = file(here, "stray.yaml", "id: stray", "title: stray", "changes:", "  - at: [matrix, caps, nurse]", "    add: 0.1")
      const nowhere = join(here, "nowhere")
      expect(await refusal("scenario", "run", out, stray, "--out", nowhere)).toContain("\"nurse\" tidak ada dalam data dasar")
      expect(existsSync(nowhere)).toBe(false)
    })

    it("refuses what is no scenario by its path", async () => {
      const broken = file(here, "broken.json", "{\"id\": \"x\", \"title\": \"x\", \"changes\": [{\"at\": [\"day\"], \"grow\": 1}]}")
      const said = await refusal("scenario", "run", out, broken, "--out", join(here, "nowhere"))
      expect(said).toContain("broken.json")
      expect(said).toContain("changes.1")
    })
  })
})

describe("timbang needs score refuses", () => {
  const yaml = readFileSync(join(jambi, "jambi.yaml"), "utf8")
  const scored = (name: string, text: string, data = join(jambi, "data")) => {
    writeFileSync(join(here, name), text)
    return refusal("needs", "score", "--model", join(here, name), "--data", data, "--out", join(here, "none"))
  }

  it("a model with every fault at once, each with its path", async () => {
    const said = await scored(
      "faults.yaml",
      yaml.replace("year: 2021", "year: dua").replace("direction: less-is-better", "direction: worse").replace("read: wide", "read: deep").replace("draws: 2000", "draws: 0")
    )
    for (const path of ["needs.year", "index.indicators.1.direction", "sources.1", "chance.draws"]) expect(said).toContain(path)
    expect(existsSync(join(here, "none"))).toBe(false)
  })

  it("text that is no YAML, with its line", async () => {
    expect(await scored("broken.yaml", "needs: [")).toMatch(/broken\.yaml, baris 1, kolom 9: indentasi/)
  })

  it("shares that do not add up to 1, and indicators nobody observed, in words", async () => {
    expect(await scored("shares.yaml", yaml.replace("pillar: education, share: \"1\"", "pillar: education, share: \"0.9\""))).toContain("bukan 1")
    expect(await scored("absent.yaml", yaml.replace("indicator: stunting, name: prevalensi_stunting_SSGI", "indicator: stunting, name: prevalensi"))).toContain("stunting")
  })
})

describe("timbang needs score names the cell", () => {
  const yaml = readFileSync(join(jambi, "jambi.yaml"), "utf8")
  const read = (name: string) => readFileSync(join(jambi, "data", name), "utf8")
  const scored = (text: string, files: Readonly<Record<string, string>>) => {
    const data = folder()
    for (const name of ["kemiskinan-2021.csv", "indikator-jambi.csv", "beban-kerja.csv"]) writeFileSync(join(data, name), files[name] ?? read(name))
    writeFileSync(join(data, "model.yaml"), text.replace(/^map:.*$/m, ""))
    return refusal("needs", "score", "--model", join(data, "model.yaml"), "--data", data, "--out", join(here, "none"))
  }
  const poverty = read("kemiskinan-2021.csv")

  it("of every figure that is none: NaN, a word, a mark of the publisher, a region that stands twice", async () => {
    const said = await scored(yaml, { "kemiskinan-2021.csv": poverty.replace("Kerinci;7,71", "Kerinci;NaN").replace("Merangin;9,11;7,9", "Merangin;9,11;...") })
    expect(said).toMatch(/kemiskinan-2021\.csv, baris 2: Kerinci, .*"NaN" bukan angka/)
    expect(said).toMatch(/kemiskinan-2021\.csv, baris 3: Merangin, .*tidak ada angka \("\.\.\."\)/)
    expect(said).toContain("Angka poverty-rate untuk 1501 tahun 2021 tidak ada, begitu pula schooling untuk 1502 tahun 2021")
    const twice = await scored(yaml, { "kemiskinan-2021.csv": poverty.replace(/^JAMBI;Kerinci;[^\n]*\n/m, (row) => row + row) })
    expect(twice).toMatch(/kemiskinan-2021\.csv, baris 3: Kerinci, .*angkanya lebih dari satu/)
  })

  it("of a figure that is zero on its scale under a geometric mean, and of a column without spread under min-max", async () => {
    const zero = await scored(yaml, { "kemiskinan-2021.csv": poverty.replace("Kerinci;7,71", "Kerinci;25") })
    expect(zero).toMatch(/kemiskinan-2021\.csv, baris 2, kolom Persentase Penduduk Miskin .*: tertulis "25"/)
    expect(zero).toContain("Nilai poverty-rate untuk 1501 adalah 0")
    const constant = await scored(yaml.replace("by: { method: goalposts }", "by: { method: min-max }"), { "kemiskinan-2021.csv": poverty.replace(/^(JAMBI;[^;]*);[^;]*/gm, "$1;7") })
    expect(constant).toContain("Angka poverty-rate sama untuk semua unit (7)")
  })

  it("of workload that stands twice or belongs nowhere; and names weights that are negative or not 1, and identifiers that stand twice", async () => {
    const workload = read("beban-kerja.csv")
    const bad = await scored(yaml, { "beban-kerja.csv": `${workload.replace("1501,engineer,", "1599,engineer,")}1501,economic-planner,6.5,karangan\n` })
    expect(bad).toMatch(/beban-kerja\.csv, baris 3, kolom unit: ditemukan "1599"/)
    expect(bad).toMatch(/beban-kerja\.csv, baris \d+, kolom jobFamily: ditemukan "1501 \/ economic-planner", sudah ada di baris 2/)
    const weight = (to: string) => scored(yaml.replace("pillar: living, weight: \"0.4\"", `pillar: living, weight: "${to}"`), {})
    expect(await weight("-0.4")).toContain("Bobot \"poverty-rate\" tidak dapat dipakai: -0.4")
    expect(await weight("0.3")).toContain("Jumlah bobot poverty-rate, expenditure, unemployment adalah 9/10, bukan 1")
    expect(await scored(yaml.replace("\"1502\", title", "\"1501\", title"), {})).toContain("Kode \"1501\" (unit) muncul lebih dari satu kali")
    expect(await scored(yaml.replace("id: expenditure, title", "id: poverty-rate, title"), {})).toContain("(indikator atau kelompok)")
  })
})

describe("timbang needs score with a file for each indicator", () => {
  it("finds figures by the name of the indicator, units by title, and takes what is missing only where imputation is named", async () => {
    const data = folder()
    file(data, "poverty.csv", "Wilayah;Tahun;Nilai;Sumber", "Puskesmas Hulu;2024;12,6;BPS", "hilir;2024;...;BPS")
    file(data, "workload.csv", "unit,jobFamily,people", "hulu,nurse,5.5", "hilir,nurse,4")
    const model = {
      needs: {
        id: "n",
        title: "Contoh",
        day: "2026-01-02",
        year: 2024,
        units: [{ id: "hulu", title: "Puskesmas Hulu" }, { id: "hilir", title: "Puskesmas Hilir" }],
        matrix: {
          id: "m",
          title: "M",
          from: "2025-01-01",
          source: { instrument: "Perbup contoh", confidence: "host" },
          pillars: [{ id: "p", title: "P" }],
          sectors: [{ id: "s", title: "S" }],
          jobFamilies: [{ id: "nurse", title: "Perawat" }],
          drivers: [{ id: "d", indicator: "poverty", reads: "level", risesWith: "high", low: 0, high: 20, pillar: "p", share: 1 }],
          pillarShares: { s: { p: 1 } },
          sectorShares: { nurse: { s: 1 } },
          caps: { nurse: "0.2" }
        }
      }
    }
    const path = join(here, "small.json")
    const score = (out: string) => refusal("needs", "score", "--model", path, "--data", data, "--out", join(here, out))
    writeFileSync(path, JSON.stringify(model))
    expect(await score("small")).toContain("Angka poverty untuk hilir tahun 2024 tidak ada")
    writeFileSync(path, JSON.stringify({ needs: { ...model.needs, imputeByMean: ["poverty"] } }))
    expect(await score("small")).toBe("")
    expect(rowsOf(join(here, "small/claims.csv")).map(({ claim }) => claim)).toEqual(["6.193000", "4.504000"])
    expect(rowsOf(join(here, "small/quality.csv"))).toMatchObject([{ indicator: "poverty", units: "1", refused: "1", imputed: "1" }])
  })
})
