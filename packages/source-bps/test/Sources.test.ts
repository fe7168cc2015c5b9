import { readFileSync } from "node:fs"
import { join } from "node:path"
import { FigureTable, Reading, WebApi } from "@timbang/source-bps"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"

const data = join(import.meta.dirname, "data")
const poverty = "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)"
const grdp = "PDRB atas Dasar Harga Konstan menurut Pengeluaran (Rupiah)"
const schooling = "Rata-rata Lama Sekolah Penduduk 15+ (Tahun)"

describe("FigureTable.wide on the regency table of 2021", () => {
  const columns = [
    { indicator: "poverty-rate", column: poverty, range: { low: 0, high: 100 } },
    { indicator: "schooling", column: schooling },
    { indicator: "grdp", column: grdp, unit: "juta rupiah" }
  ]
  const read = () =>
    Effect.runPromise(
      FigureTable.wide(join(data, "kemiskinan-2021.csv"), { region: { column: "Kab/Kota", by: "name" }, year: 2021, columns })
    )

  it("gives all eleven regencies their figures exactly as printed", async () => {
    const { figures } = await read()
    expect(figures.length).toBe(33)
    const of = (indicator: string, region: string) =>
      figures.find((one) => one.indicator === indicator && one.region === region)?.figure
    expect(of("poverty-rate", "1508")).toBe("6.68")
    expect(of("poverty-rate", "1506")).toBe("11.39")
    expect(of("grdp", "1507")).toBe("30976199")
    expect(of("schooling", "1571")).toBe("11.2")
  })

  it("says that the header lies about the unit, that rows are blank, and that others are left out", async () => {
    const { corrections, notes } = await read()
    expect(new Set(corrections.map(({ _tag }) => _tag))).toEqual(new Set(["BlankRows", "CarriageReturns", "Separator"]))
    expect(notes).toContainEqual({
      _tag: "UnitContradicted",
      file: join(data, "kemiskinan-2021.csv"),
      column: grdp,
      indicator: "grdp",
      printed: "Rupiah",
      declared: "juta rupiah"
    })
    expect(notes.find(({ _tag }) => _tag === "RegionsElsewhere")).toMatchObject({ rows: 1 })
  })

  it("reads commas and points of one column cell by cell, and says so", async () => {
    const bytes = new TextEncoder().encode("Kab/Kota;P0\nTebo;6,68\nBungo;6.23\nKerinci;668\nMerangin;...\nTebo;7\n")
    const columns = [{ indicator: "p0", column: "P0", range: { low: 0, high: 100 } }]
    const table = { region: { column: "Kab/Kota", by: "name" }, year: 2021, columns } as const
    const { figures, notes } = await Effect.runPromise(FigureTable.wide({ file: "p0.csv", bytes }, table))
    expect(figures.map(({ figure, region }) => [region, figure])).toEqual([["1509", "6.23"]])
    expect(notes.map(({ _tag }) => _tag)).toEqual(["FigureImplausible", "NotObserved", "FigureTwice", "MixedMarks"])
  })

  it("refuses codes of Kemendagri in a column of BPS codes: they would exchange four regencies", async () => {
    const bytes = new TextEncoder().encode("kode,tahun,indikator,nilai\n1501,2021,p,1\n15.06,2021,p,2\n15.07,2021,p,3\n")
    const long = (by: "bps" | "kemendagri") =>
      FigureTable.long({ file: "k.csv", bytes }, { region: { column: "kode", by }, year: "tahun", name: "indikator", figure: "nilai", indicators: [{ indicator: "p", name: "p" }] })
    const refused = await Effect.runPromise(Effect.flip(long("bps")))
    expect(refused.faults).toEqual([{ _tag: "CodeOfOtherScheme", file: "k.csv", row: 3, column: "kode", found: "15.06", scheme: "bps" }])
    const read = await Effect.runPromise(long("kemendagri"))
    expect(read.figures.map(({ figure, region }) => [region, figure])).toEqual([["1501", "1"], ["1507", "2"], ["1506", "3"]])
  })

  it("refuses a file without the column, by name", async () => {
    const bytes = new TextEncoder().encode("Kab/Kota;P1\nTebo;6,68\n")
    const table = { region: { column: "Kab/Kota", by: "name" }, year: 2021, columns: [{ indicator: "p0", column: "P0" }] } as const
    const refused = await Effect.runPromise(Effect.flip(FigureTable.wide({ file: "p0.csv", bytes }, table)))
    expect(refused.faults).toMatchObject([{ _tag: "ColumnMissing", column: "P0" }])
  })
})

describe("WebApi.read on the poverty line of 2025", () => {
  const text = readFileSync(join(data, "garis-kemiskinan.json"), "utf8")
  const wanted = { variable: 624, indicator: "line" }
  const read = (answer: string) => WebApi.read("garis.json", answer, wanted)

  it("puts keys together instead of taking them apart", () => {
    const { about, figures, notes } = Result.getOrThrow(read(text))
    expect(figures.find(({ region }) => region === "1506")).toMatchObject({ figure: "601104", year: 2025 })
    expect(figures.find(({ region }) => region === "1507")).toMatchObject({ figure: "586789" })
    expect(notes).toEqual([{ _tag: "RegionsElsewhere", file: "garis.json", rows: 2 }])
    expect(about).toMatchObject({ unit: "Rupiah/kapita/bulan", updated: "2025-12-01 13:45:51" })
    expect(about.note).not.toContain("<")
  })

  it("refuses a key that fits nothing, and one that fits twice", () => {
    const answer = JSON.parse(text)
    answer.datacontent = { 999: 1, 1506624012: 5 }
    answer.tahun = [{ val: 12, label: "2012" }, { val: 1, label: "2001" }]
    answer.turtahun = [{ val: "", label: "" }, { val: 2, label: "" }]
    const { figures, notes } = Result.getOrThrow(read(JSON.stringify(answer)))
    expect(figures).toEqual([])
    expect(notes.map((note) => note._tag === "KeyUnknown" && note.found)).toEqual(["1506624012", "999"])
  })

  it("keeps the decimals of a JSON number and the marks of a text", () => {
    const answer = JSON.parse(text)
    answer.datacontent = { 150662401250: 6.125, 150762401250: "7,5 r", 150862401250: "..." }
    const { figures, notes } = Result.getOrThrow(read(JSON.stringify(answer)))
    expect(figures.map(({ figure }) => figure)).toEqual(["6.125", "7.5"])
    expect(notes.map(({ _tag }) => _tag)).toEqual(["FigureMarked", "NotObserved"])
  })

  it("says where an answer is none", () => {
    const refusalOf = (answer: string) => Result.match(read(answer), { onFailure: ({ at }) => at, onSuccess: () => "" })
    expect(refusalOf("<html>")).toBe("the text")
    expect(refusalOf(JSON.stringify({ ...JSON.parse(text), "data-availability": "list-not-available" }))).toBe("status")
    expect(refusalOf(JSON.stringify({ ...JSON.parse(text), vervar: 3 }))).toBe("vervar")
    expect(Result.isFailure(WebApi.read("a", text, { variable: 1, indicator: "x" }))).toBe(true)
  })
})

describe("Reading.gather", () => {
  it("keeps no figure where three rows contradict each other", () => {
    const gathering = Reading.gather("f")
    for (const text of ["1", "2", "3"]) {
      gathering.cell({ region: "1508", name: "Tebo", column: "c", indicator: "i", year: 2021, text })
    }
    expect(gathering.finish().figures).toEqual([])
  })
})
