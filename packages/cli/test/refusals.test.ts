import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Announcement } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Column, Sheet, Table, XlsxWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "./timbang.ts"

const here = folder()

const formations = file(
  here,
  "F.csv",
  "formation,position,education,location,category,seats",
  "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,2",
  "F2,Penyuluh Hukum,S-1 Hukum,Dinas Kesehatan,LULUSAN TERBAIK,1"
)

const select = (participants: string, out: string, ...more: ReadonlyArray<string>) =>
  timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", join(here, out), "--lang", "en", ...more)

const people = (name: string, ...rows: ReadonlyArray<string>) => file(here, name, "participant,formation,twk,tiu,tkp,skb", ...rows)

describe("timbang select: personal data and unknown columns", () => {
  const nik = "1571023101950001"
  const done = select(
    file(
      here,
      "nik.csv",
      "No Peserta,NIK,Nama Lengkap,Kode Formasi,TWK,TIU,TKP,SKB,Tanggal Lahir,Catatan,tkpp",
      `2401,${nik},Budi Santoso,F1,110,150,191,68,1995-01-31,berkas lengkap,7`
    ),
    "nik"
  )
  const everything = ["", "private"].flatMap((sub) =>
    readdirSync(join(here, "nik", sub), { withFileTypes: true })
      .filter((each) => each.isFile()).map(({ name }) => readFileSync(join(here, "nik", sub, name), "latin1")))

  it("drops NIK and names before anything is stored, and never prints them", () => {
    expect(done.code).toBe(0)
    expect(done.err).toContain('column "NIK" is personal and was dropped unread')
    expect(done.err).toContain('column "Nama Lengkap" is personal and was dropped unread')
    for (const text of [done.out, done.err, ...everything]) expect(text).not.toMatch(/1571023101950001|Budi/)
  })

  it("names an unknown column with the nearest known one and carries it into the internal workbook alone", async () => {
    expect(done.err).toContain('column "tkpp" is not known (did you mean tkp?)')
    expect(readdirSync(join(here, "nik/private")).sort()).toEqual(["events.json", "formations.csv", "internal.xlsx", "participants.csv"])
    const internal = await Effect.runPromise(Table.read(join(here, "nik/private/internal.xlsx"), { participant: Column.identifier({}) }))
    expect(internal.unknown.filter(({ header }) => ["Catatan", "tkpp"].includes(header)).map(({ cells }) => cells)).toEqual([["berkas lengkap"], ["7"]])
    expect(readFileSync(join(here, "nik/private/participants.csv"), "utf8")).not.toContain("berkas lengkap")
    expect(readFileSync(join(here, "nik/result.csv"), "utf8")).not.toContain("berkas lengkap")
  })
})

describe("timbang select: what is refused is named by file, row and column", () => {
  it("names every cell that a stage turned out to need", () => {
    const refused = select(people("missing.csv", "2401,F1,110,,191,68", "2402,F1,,150,191,68", "2403,F1,110,150,191,"), "missing")
    expect([refused.code, existsSync(join(here, "missing"))]).toEqual([2, false])
    expect(refused.err.split("\n").filter((line) => line.includes("cell is empty"))).toEqual([
      expect.stringMatching(/missing\.csv, row 2, column tiu: /),
      expect.stringMatching(/missing\.csv, row 3, column twk: /),
      expect.stringMatching(/missing\.csv, row 4, column skb: /)
    ])
  })

  it("names an unknown formation together with every other fault of the file", () => {
    const refused = select(people("both.csv", "2401,F9,111,150,191,68", "2402,F1,110,150,300,68", "2403,F8,110,150,191,68"), "both")
    expect(refused.err.split("\n").map((line) => /row \d+, column \w+/.exec(line)?.[0]).filter((each) => each !== undefined).sort()).toEqual([
      "row 2, column formation",
      "row 2, column twk",
      "row 3, column tkp",
      "row 4, column formation"
    ])
  })

  it("names a column that is not there once, not once for each participant", () => {
    const refused = select(file(here, "short.csv", "participant,formation,twk,tiu", "2401,F1,110,150", "2402,F1,110,150"), "short")
    expect(refused.err).toMatch(/short\.csv, row 1, column tkp: the column is missing/)
    expect(refused.err.trimEnd().split("\n")).toHaveLength(1)
  })

  it("names the row of each event that cannot be taken into account", () => {
    const events = file(
      here,
      "E.csv",
      "event,at,participant,exam,component,from,to,basis,reason,order",
      "tidak-hadir,2024-12-18,9999,skb,,,,,,",
      "koreksi,2024-12-18,2401,,skb,67,40,Surat 1,,",
      "koreksi,2024-12-18,2401,,skb,68,140,Surat 1,,",
      "koreksi,2024-12-18,2401,,sbk,68,40,Surat 1,,",
      "penetapan-urutan,2025-01-02,2401,,,,,Surat 2,,1",
      "penetapan-urutan,2025-01-02,9998,,,,,Surat 2,,2"
    )
    const absent = file(here, "absent.csv", "participant,formation,twk,tiu,tkp,skb,attendance", "2401,F1,110,150,191,68,", "2402,F1,110,150,191,,tidak-hadir", "2403,F1,110,150,191,,")
    const refused = select(absent, "events", "--events", events)
    expect(refused.code).toBe(2)
    expect(refused.err.split("\n").map((line) => /row \d+, column \w+/.exec(line)?.[0]).filter((each) => each !== undefined).sort()).toEqual([
      "row 2, column participant",
      "row 3, column from",
      "row 4, column skb",
      "row 4, column to",
      "row 5, column component",
      "row 7, column participant"
    ])
  })

  it("says in Indonesian and English why a supplied number or a rule set of one's own does not fit", () => {
    const rules = JSON.parse(timbang("rules", "show", "cpns-2024", "--format", "json").out)
    const own = (name: string, change: object): string => {
      writeFileSync(join(here, name), JSON.stringify({ ...rules, ...change }))
      return join(here, name)
    }
    const show = (name: string, change: object, ...more: ReadonlyArray<string>) => timbang("rules", "show", own(name, change), ...more)
    expect(show("fine.json", {}).code).toBe(0)
    expect(show("days.json", { holds: { from: "2024-02-01", until: "2024-01-01" } }).err).toContain("days.json: holds: berakhir 2024-01-01, sebelum mulai 2024-02-01")
    expect(show("tag.json", { steps: [{ _tag: "Formula" }] }, "--lang", "en").err).toMatch(/tag\.json: steps\.0\._tag: should be "Sum" or "Rescale"/)
    expect(show("more.json", { surprise: 1 }).code).toBe(2)
    const supply = (path: string, ...more: ReadonlyArray<string>) =>
      timbang("check", "--official", formations, "--rules", "pppk-2023", "--out", join(here, "unused"), "--supply", path, ...more)
    expect(supply("thresholds.groups.umum.minimums.teknis=900", "--supply-source", "Kepmen 1").err).toContain("900 tidak di antara 0 dan 450")
    expect(supply("thresholds.teknis=100", "--supply-source", "Kepmen 1", "--lang", "en").err).toContain("The nearest are: thresholds.")
    expect(supply("thresholds.groups.umum.minimums.teknis=100").err).toContain("--supply memerlukan --supply-source")
  })

  it("refuses further tests by the names of the caps that no source gives, and takes each from the host with its source", () => {
    const source = { instrument: "Pengumuman 1/2021", confidence: "host" } as const
    const test = (id: string, percent: number) => ({ id, title: id, kind: id, main: id === "cat", percent, outOf: 100, decimals: 2 })
    const announced = { agencyKind: "pusat", tests: [test("cat", 60), test("tpa", 40)], source }
    const rules = join(here, "tests.json")
    writeFileSync(rules, JSON.stringify(Result.getOrThrow(Announcement.apply(RuleSets.cpns2021, announced))))
    const own = file(here, "tests.csv", "participant,formation,twk,tiu,tkp,cat,tpa", "2401,F1,110,150,191,68,70")
    const run = (...more: ReadonlyArray<string>) =>
      timbang("select", "--rules", rules, "--formations", formations, "--participants", own, "--out", join(here, "tests"), "--filling", "off", ...more)
    const refused = run()
    expect([refused.code, existsSync(join(here, "tests"))]).toEqual([2, false])
    const limit = "secondExam.limits.pusat"
    for (const name of ["mainAtLeastPercent", "furtherAtMostPercent", "furtherTestsAtMost"]) {
      expect(refused.err).toContain(`${limit}.${name} (PermenPANRB 27/2021)`)
    }
    expect(refused.err).toContain("--supply")
    const caps = [`${limit}.mainAtLeastPercent=50`, `${limit}.furtherAtMostPercent=50`, `${limit}.furtherTestsAtMost=3`]
    expect(run(...caps.flatMap((cap) => ["--supply", cap]), "--supply-source", "PermenPANRB 27/2021, Pasal 43")).toMatchObject({ code: 0 })
  })

  it("never replaces a folder or a file that is not a result, and says so in both languages", () => {
    const good = people("good-2.csv", "2401,F1,110,150,191,68")
    writeFileSync(join(here, "mine.txt"), "mine")
    expect(select(good, ".")).toMatchObject({ code: 2, err: expect.stringContaining("a folder of other files already") })
    const indonesian = timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", good, "--out", join(here, "mine.txt"))
    expect(indonesian).toMatchObject({ code: 2, err: expect.stringContaining("sudah ada berkas di tempatnya") })
    expect(readFileSync(join(here, "mine.txt"), "utf8")).toBe("mine")
  })

  it("names every fault of the formations, the participants and the events in one go", () => {
    const cells = file(here, "F-bad.csv", "formation,position,education,location,category,seats", "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,two")
    const events = file(here, "E-bad.csv", "event,at,participant,exam", "tidak-hadir,2024-13-18,2402,skb")
    const refused = timbang(
      "select", "--rules", "cpns-2024", "--formations", cells, "--participants", people("all-bad.csv", "2401,F1,111,150,191,68"), "--events", events, "--out", join(here, "bad"), "--lang", "en"
    )
    expect(refused.err.split("\n").map((line) => /[\w-]+\.csv, row \d+, column \w+/.exec(line)?.[0]).filter((each) => each !== undefined)).toEqual([
      "F-bad.csv, row 2, column seats",
      "all-bad.csv, row 2, column twk",
      "E-bad.csv, row 2, column at"
    ])
  })
})

describe("timbang select: one workbook for everything", () => {
  it("takes formations, participants and events from the sheets of the template", async () => {
    const sheet = (name: string, columns: Readonly<Record<string, ReadonlyArray<string>>>): Sheet.Sheet => ({
      name,
      size: Object.values(columns)[0]!.length,
      columns: Object.entries(columns).map(([header, cells]) => Sheet.text(header, cells))
    })
    const sheets = [
      sheet("Peserta", { "No Peserta": ["2401", "2402"], "Kode Formasi": ["F1", "F1"], TWK: ["110", "100"], TIU: ["150", "100"], TKP: ["191", "177"], SKB: ["68,5", "64,25"] }),
      sheet("Formasi", { "Kode Formasi": ["F1"], Jabatan: ["Penyuluh"], Pendidikan: ["S-1"], Lokasi: ["Setda"], "Jenis Formasi": ["UMUM"], "Jumlah Kebutuhan": ["1"] }),
      sheet("Kejadian", { Kejadian: ["tidak-hadir"], Tanggal: ["2024-12-18"], "No Peserta": ["2401"], Ujian: ["skb"] })
    ]
    const book = join(here, "round.xlsx")
    const chunks: Array<Uint8Array> = []
    for await (const chunk of XlsxWriter.chunks(sheets)) chunks.push(chunk)
    writeFileSync(book, Buffer.concat(chunks))
    const out = join(here, "book")
    const done = timbang("select", "--rules", "cpns-2024", "--formations", book, "--participants", book, "--events", book, "--out", out)
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('lembar "Kejadian"')])
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { readonly inputs: ReadonlyArray<object> }
    expect(manifest.inputs.map((input) => "corrections" in input && input.corrections)).toEqual([
      [{ _tag: "SheetRead", file: "formations", sheet: "Formasi", others: ["Peserta", "Kejadian"] }],
      [{ _tag: "SheetRead", file: "participants", sheet: "Peserta", others: ["Formasi", "Kejadian"] }, { _tag: "DecimalComma", file: "participants", column: "skb", cells: 2, firstRow: 2 }],
      [{ _tag: "SheetRead", file: "events", sheet: "Kejadian", others: ["Peserta", "Formasi"] }]
    ])
    expect(readFileSync(join(out, "result.csv"), "utf8")).toContain("F1,1,2402,377,64.250,65.968,P/L,\nF1,,2401,451,68.500,,TH,\n")
  })
})

describe("timbang explain", () => {
  it("tells others neither that a test was about health nor why somebody was ineligible", () => {
    const events = file(
      here,
      "health.csv",
      "event,at,participant,exam,requirement,test,reason",
      "gugur,2024-12-18,2401,skb,,kesehatan,",
      "tidak-memenuhi-syarat,2024-09-18,2402,skd,usia,,lahir 1980-01-01"
    )
    const done = select(people("health-people.csv", "2401,F1,110,150,191,68", "2402,F1,110,150,191,68"), "health", "--events", events)
    expect(done.code).toBe(0)
    for (const participant of ["2401", "2402"]) {
      for (const format of ["text", "json"]) {
        const explained = timbang("explain", join(here, "health"), participant, "--format", format)
        expect([explained.code, explained.out]).toEqual([0, expect.not.stringMatching(/kesehatan|1980/)])
      }
    }
  })
})
