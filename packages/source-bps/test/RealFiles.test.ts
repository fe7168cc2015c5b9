import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { FigureTable, RegionCode, WebApi } from "@timbang/source-bps"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"

const data = join(import.meta.dirname, "../../../../shared/data")
const areas = join(data, "wilayah/kabkota_bps_kemendagri.csv")

/** Whole files are not part of the project; they are read where they lie beside it. */
describe.skipIf(!existsSync(areas))("whole files, where they lie beside the project", () => {
  const regions = (): ReadonlyArray<RegionCode.Region> =>
    readFileSync(areas, "utf8").trim().split("\n").slice(1).map((line) => {
      const [bps = "", name = "", kemendagri = "", printed = ""] = line.trim().split(",")
      return { bps, kemendagri, bkn: bps, name, kind: printed.startsWith("KOTA") ? "city" : "regency", aliases: [] }
    })

  it("514 regencies of 2021: two columns with both decimal marks, and hundreds of blank rows", async () => {
    const columns = [
      { indicator: "poverty-rate", column: "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)" },
      { indicator: "schooling", column: "Rata-rata Lama Sekolah Penduduk 15+ (Tahun)" },
      { indicator: "participation", column: "Tingkat Partisipasi Angkatan Kerja" }
    ]
    const table = { region: { column: "Kab/Kota", by: "name" }, year: 2021, columns } as const
    const path = join(data, "regional/klasifikasi_kemiskinan_2021.csv")
    const { corrections, figures, notes } = await Effect.runPromise(FigureTable.wide(path, table, regions()))
    const found = new Set(figures.map(({ region }) => region))
    const elsewhere = notes.flatMap((note) => (note._tag === "RegionsElsewhere" ? [note.rows] : []))[0] ?? 0
    const twice = new Set(notes.flatMap((note) => (note._tag === "FigureTwice" ? [note.region] : [])))
    expect(found.size + elsewhere + 2 * twice.size).toBe(514)
    expect(found.size).toBeGreaterThan(480)
    const mixed = notes.filter(({ _tag }) => _tag === "MixedMarks")
    expect(mixed).toMatchObject([{ indicator: "poverty-rate", points: 2 }, { indicator: "schooling" }])
    const blank = corrections.flatMap((one) => (one._tag === "BlankRows" ? [one.rows] : [])).reduce((a, b) => a + b, 0)
    expect(blank).toBe(485)
  })

  it("552 regions of the WebAPI: every key of Jambi found, none left over", () => {
    const text = readFileSync(join(data, "regional/bps_webapi_garis_kemiskinan_kabkota.json"), "utf8")
    const { figures, notes } = Result.getOrThrow(WebApi.read("garis.json", text, { variable: 624, indicator: "line" }))
    expect(figures.length).toBe(12)
    expect(notes.filter(({ _tag }) => _tag === "KeyUnknown")).toEqual([])
  })
})
