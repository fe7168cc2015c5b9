import { spawnSync } from "node:child_process"
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { bin, file, folder, timbang } from "../../timbang.ts"

const here = folder()

/** Kabupaten Sekadau, first half of 2019; source in the first line of the file. */
const answers = readFileSync(join(import.meta.dirname, "../../../../regulations/test/performance/vectors/sekadau-2019.csv"), "utf8")
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
    // Krejcie and Morgan for 1,200 users: 0.96025 x 1200 / (0.0025 x 1199 + 0.96025) = 291.2.
    expect(done.out).toContain("Respondents that the formula asks for (Krejcie and Morgan 1970) among 1200 users: 291; 49 answered.")
    expect(done.out).toContain("groups.csv, weighted.json")
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
    expect(page).toContain("Responden yang diminta rumus contoh (Krejcie dan Morgan)")
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

describe("timbang survey index with a design", () => {
  const rows = answers.map((line, at) => `R-${at + 1},${line},${at % 2 === 0 ? "P" : "L"},${at < 20 ? "2.5" : "1"},loket-${at % 7},${at < 20 ? "desa" : "kota"}`)
  const header9 = `${header},sex,Bobot,cluster,stratum`
  const index = (name: string, lines: ReadonlyArray<string>, head: string, ...more: ReadonlyArray<string>) => {
    const out = join(here, name)
    const done = timbang("survey", "index", "--responses", file(here, `${name}.csv`, head, ...lines), "--out", out, "--lang", "en", ...more)
    return { ...done, out, weighted: () => JSON.parse(readFileSync(join(out, "weighted.json"), "utf8")) }
  }
  const own = answers.map((line) => line.split(",").reduce((sum, answer) => sum + Number(answer), 0) / 9 * 25)

  it("weights by the design without margins, and sums errors by cluster within strata", () => {
    const done = index("design", rows, header9)
    expect(done.code).toBe(0)
    const weights = own.map((_, at) => (at < 20 ? 2.5 : 1))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const mean = own.reduce((sum, one, at) => sum + one * weights[at]!, 0) / total
    expect(done.weighted().mean).toBeCloseTo(mean, 9)
    let variance = 0
    for (const [from, until] of [[0, 20], [20, 49]] as const) {
      const sums = Array.from({ length: 7 }, (_, cluster) => own.reduce((sum, one, at) => at >= from && at < until && at % 7 === cluster ? sum + weights[at]! * (one - mean) : sum, 0))
      const middle = sums.reduce((sum, one) => sum + one, 0) / 7
      variance += sums.reduce((sum, one) => sum + (one - middle) ** 2, 0) * 7 / 6
    }
    expect(done.weighted().standardError).toBeCloseTo(Math.sqrt(variance) / total, 9)
    expect(done.weighted().conventions).toContain("errors taken within each stratum")
  })

  it("keeps design weights under raking: the sample of one sex keeps its shape, and the margins are met", () => {
    const margins = file(here, "sexes.csv", "margin,category,users", "sex,P,600", "sex,L,400")
    const done = index("raked", rows.map((row) => row.split(",").slice(0, 12).join(",")), `${header},sex,weight`, "--margins", margins)
    expect(done.code).toBe(0)
    const of = (isWoman: boolean) => {
      const all = own.map((one, at) => ({ one, weight: at < 20 ? 2.5 : 1, at })).filter(({ at }) => (at % 2 === 0) === isWoman)
      return all.reduce((sum, { one, weight }) => sum + one * weight, 0) / all.reduce((sum, { weight }) => sum + weight, 0)
    }
    expect(done.weighted().mean).toBeCloseTo(0.6 * of(true) + 0.4 * of(false), 7)
    expect(done.weighted().sumOfWeights).toBeCloseTo(1000, 6)
  })

  it("refuses a weight that some rows lack, and fewer users or people asked than respondents, with the reason", () => {
    const gap = index("gap", rows.map((row, at) => (at === 5 ? row.replace(",2.5,", ",,") : row)), header9)
    expect([gap.code, gap.err.includes("row 7, column weight"), existsSync(gap.out)]).toEqual([2, true, false])
    const few = index("few", rows, header9, "--population", "48", "--invited", "12")
    expect([few.code, existsSync(few.out)]).toEqual([2, false])
    expect(few.err).toContain("--population 48: fewer than the 49 respondents")
    expect(few.err).toContain("--invited 12: fewer than the 49 respondents")
    const margins = file(here, "nobody.csv", "margin,category,users", "sex,L,100", "sex,P,120")
    const sexed = timbang("survey", "index", "--responses", file(here, "one-sex.csv", `${header},sex`, ...answers.map((line, at) => `R-${at + 1},${line},L`)), "--margins", margins)
    expect([sexed.code, sexed.err.replaceAll(`${here}/`, "")]).toEqual([2, 'nobody.csv, baris 3, kolom category: ditemukan "P" dengan pengguna, padahal pada kolom sex di one-sex.csv tidak ada respondennya yang menjawab semua unsur. Gabungkan kategori itu dengan yang lain, di kedua berkas.\n'])
    const range = timbang("survey", "index", "--responses", margins, "--target", "400", "--population", "0", "--invited", "-1")
    expect([range.code, range.err.trimEnd().split("\n").map((line) => line.split(":")[0])]).toEqual([2, ["--target", "--population", "--invited"]])
  })

  it("says how many answered and how far the silent could move the index", () => {
    const done = timbang("survey", "index", "--responses", sekadau, "--invited", "98", "--lang", "en")
    expect(done.out).toContain("Of those asked 50.0% answered. Had all others given the lowest or the highest answers, the index would lie between 51.87 and 89.37.")
  })
})

describe("timbang survey index --complaints", () => {
  const given = (score: number, service: string, period: number) => Array.from({ length: 20 }, (_, at) =>
    `${service}-${period}-${at},${Array.from({ length: 9 }, (_, u) => Math.min(4, score + (at + u) % 2)).join(",")},${service},2025-${String(period).padStart(2, "0")}`)
  const periods = Array.from({ length: 10 }, (_, at) => at + 1)
  const responses = file(here, "services.csv", `${header},service,period`, ...periods.flatMap((period) => [...given(3, "KTP", period), ...given(2, "akta", period), ...given(2 + period % 2, "KK", period)]))
  const complaints = file(here, "complaints.csv", "service,complaints,served", "KTP,90,1000", "akta,80,1000", "KK,10,1000", "paspor,3,1000")

  it("names the service praised in the survey and complained about, the funnel, and whether the target will be reached", () => {
    const out = join(here, "complaints-out")
    const done = timbang("survey", "index", "--responses", responses, "--complaints", complaints, "--target", "99", "--out", out, "--lang", "en")
    expect(done.code).toBe(0)
    expect(done.out).toContain("KTP\tbetter than all together\tworse than all together\tthey contradict each other")
    expect(done.out).toContain("akta\tworse than all together\tworse than all together\tboth say the same")
    expect(done.out).toContain("More complaints than chance explains: KTP, akta.")
    expect(done.out).toContain("the target will not be reached")
    expect(done.err).toContain("without a survey that may be shown: paspor")
    expect(readFileSync(join(out, "complaints.csv"), "utf8")).toContain("KTP,better,worse,gap,0.090000,")
    const report = join(here, "complaints.html")
    expect(timbang("report", "performance", out, "--out", report).code).toBe(0)
    const page = readFileSync(report, "utf8")
    expect([page.includes("keduanya bertentangan"), page.includes("pengaduan di antara yang dilayani")]).toEqual([true, true])
  })

  it("refuses a service that stands twice and one that served nobody", () => {
    const twice = timbang("survey", "index", "--responses", responses, "--complaints", file(here, "twice.csv", "service,complaints,served", "KTP,1,10", "KTP,2,20", "akta,1,0"))
    expect([twice.code, twice.err.includes("baris 3"), twice.err.includes("baris 4, kolom served")]).toEqual([2, true, true])
  })
})

describe("timbang survey index --published", () => {
  const answersOf = (name: string, of: Readonly<Record<string, number>>) =>
    file(here, name, `${header},service`, ...Object.entries(of).flatMap(([service, people]) =>
      Array.from({ length: people }, (_, at) => `${service}-${at},${answers[at % answers.length]},${service}`)))
  const run = (name: string, of: Readonly<Record<string, number>>, ...earlier: ReadonlyArray<string>) => {
    const out = join(here, `${name}-out`)
    const done = timbang("survey", "index", "--responses", answersOf(`${name}.csv`, of), "--out", out, ...earlier.flatMap((folder) => ["--published", folder]))
    const states = done.code !== 0 ? {} : Object.fromEntries(readFileSync(join(out, "groups.csv"), "utf8").trim().split("\n").slice(1).map((line) => [line.split(",")[1], line.split(",").at(-1)]))
    return { done, out, states }
  }
  const march = run("march", { A: 20, B: 22, C: 30, D: 40 })

  it("hides the service that three people joined since, and the one from which they would follow", () => {
    const alone = run("june-alone", { A: 23, B: 34, C: 45, D: 60 })
    expect(Object.values(alone.states)).toEqual(["shown", "shown", "shown", "shown"])
    const { states } = run("june", { A: 23, B: 34, C: 45, D: 60 }, march.out)
    expect(states["A"]).toBe("hidden-to-protect")
    expect(Object.values(states).filter((state) => state !== "shown").length).toBe(2)
  })

  it("shows everything where enough people joined each service, or nobody", () => {
    expect(Object.values(run("many", { A: 30, B: 34, C: 30, D: 60 }, march.out).states)).toEqual(["shown", "shown", "shown", "shown"])
  })

  it("does not give the joiners of two hidden services away by showing both", () => {
    const before = run("hid", { A: 40, B: 3, C: 12 })
    expect(before.states).toEqual({ A: "shown", B: "hidden-below-threshold", C: "hidden-to-protect" })
    const { states } = run("shows", { A: 60, B: 11, C: 12 }, before.out)
    expect([states["B"], states["C"]]).not.toEqual(["shown", "shown"])
  })

  it("refuses results that are not of a part of these answers, and a folder that holds none", () => {
    const { done } = run("fewer", { A: 19, B: 30, C: 40, D: 50 }, march.out)
    expect([done.code, done.err.includes("service: A")]).toEqual([2, true])
    expect(run("nothing", { A: 19 }, folder()).done.code).toBe(2)
  })
})

describe("timbang survey index --form 2004", () => {
  /** Averages of the fourteen elements as an old report printed them, from fifty respondents; source: case P2 of Kepmenpan 25/2004. */
  const averages = [3.06, 2.98, 3.06, 2.90, 3.06, 3.14, 3.04, 3.06, 3.18, 3.08, 3.20, 3.18, 3.10, 3.04]
  const respondents = Array.from({ length: 50 }, (_, at) =>
    [`R-${at}`, ...averages.map((mean) => {
      const beyond = Math.round((mean - 2) * 50)
      return 2 + Math.floor(beyond / 50) + (at < beyond % 50 ? 1 : 0)
    })].join(","))
  const old = file(here, "old.csv", `respondent,${averages.map((_, at) => `u${at + 1}`).join(",")}`, ...respondents)

  it("gives an old report its index 76.475 and class B of then, warns that its rule is not verified, and names its own elements", () => {
    const done = timbang("survey", "index", "--responses", old, "--form", "2004", "--format", "json", "--lang", "en")
    const answer = JSON.parse(done.out)
    expect([done.code, answer.published, answer.class, Object.keys(answer.elements).length]).toEqual([0, 76.48, "B", 14])
    expect(done.err).toContain("Not verified: Kepmenpan 25/2004")
    expect(timbang("survey", "index", "--responses", old, "--form", "2004").out).toContain("U14\tkeamanan pelayanan")
  })

  it("refuses a weight of the other form, and fourteen elements missing from a file of nine", () => {
    expect(timbang("survey", "index", "--responses", old, "--form", "2004", "--weights", "0.11").code).toBe(2)
    expect(timbang("survey", "index", "--responses", sekadau, "--form", "2004").code).toBe(2)
  })
})

describe("words of the form", () => {
  const told = (word: string) => file(here, `${word}.csv`, header, ...Array.from({ length: 12 }, (_, at) => `R-${at},${word},3,3,3,3,3,3,3,3`))

  it("are named as unverified where they are read from memory, and not where the agency gave them", () => {
    const words = file(here, "words.csv", "answer,word", "3,Mudah")
    const remembered = timbang("survey", "index", "--responses", told("mudah"), "--lang", "en")
    expect([remembered.code, remembered.err.includes("Not verified: what the words mudah stand for")]).toEqual([0, true])
    expect(timbang("survey", "index", "--responses", told("mudah"), "--words", words, "--lang", "en").err).not.toContain("Not verified")
    expect(timbang("survey", "index", "--responses", sekadau, "--lang", "en").err).not.toContain("Not verified")
  })
})

describe("timbang template", () => {
  it("lists the names, and writes the columns of one", () => {
    expect(timbang("template").out.split("\n")).toContain("responses")
    const path = join(here, "template.csv")
    expect(timbang("template", "responses", "--out", path).code).toBe(0)
    expect(readFileSync(path, "utf8")).toContain("respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9,date,service,period,sex,age,education,job,weight,cluster,stratum\n")
    expect(timbang("template", "none").code).toBe(2)
  })
})

describe("a survey streams in constant memory", () => {
  it("300,000 respondents with a heap of 64 MB, and no more memory at its peak than 100,000 take", () => {
    const witness = `data:text/javascript,${encodeURIComponent(
      // The resource usage of a process begins with that of the process that started it; its own peak stands in /proc.
      "import { existsSync, readFileSync } from 'node:fs'; const own = '/proc/self/status'; process.on('exit', () => process.stderr.write('peak ' + " +
        "(existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, 'utf8'))[1] : process.resourceUsage().maxRSS) + '\\n'))"
    )}`
    const lines = [1, 2, 3, 4].map((first) => `,${first},3,4,2,1,3,${1 + first % 4},4,2,layanan-${first}`)
    const index = (respondents: number) => {
      const path = join(here, `${respondents}.csv`)
      const into = openSync(path, "w")
      writeSync(into, `${header},service\n`)
      for (let at = 0; at < respondents; at += 10_000) {
        writeSync(into, Array.from({ length: 10_000 }, (_, i) => `R-${at + i}${lines[(at + i) % 4]}\n`).join(""))
      }
      closeSync(into)
      const done = spawnSync(process.execPath, ["--max-old-space-size=64", `--import=${witness}`, bin, "survey", "index", "--responses", path, "--format", "json"], { encoding: "utf8" })
      expect(done.status).toBe(0)
      expect(JSON.parse(done.stdout).elements.U1).toBe(2.5)
      return Number(/peak (\d+)/.exec(done.stderr)![1])
    }
    // Unit: KiB. Chance of the collector, not of the rows: 200,000 rows held whole would be some 100 MiB more.
    expect(index(300_000) - index(100_000)).toBeLessThan(48 * 1024)
  })
})
