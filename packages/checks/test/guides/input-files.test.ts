import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Result } from "effect"
import { describe, expect, it, vi } from "vitest"
import * as Guide from "../../src/guide.ts"
import { root } from "../../src/packages.ts"

const jambi = join(root, "examples/jambi/needs")

describe("docs/guides/input-files.md", () => {
  const guide = Guide.open("input-files.md")

  it("reads a source of figures as the block says, and says what its headers got wrong", async () => {
    const block = guide.text("yaml")
    // The model of the examples, with this source before its own ones, of which it takes two columns over.
    const [head, sources] = readFileSync(join(jambi, "jambi.yaml"), "utf8").replace("draws: 2000", "draws: 20").split(/^sources:\n/m) as [string, string]
    const others = sources.replace("kemiskinan-2021.csv", "lain-2021.csv").replace(/ +- \{ indicator: (?:poverty-rate|grdp),.*\n/g, "")
    const figures = readFileSync(join(jambi, "data/kemiskinan-2021.csv"), "utf8")
    guide.write({
      "model.yaml": `${head}${block}${others}`,
      "data/lain-2021.csv": figures,
      "data/kemiskinan-2021.csv": figures.replace("Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)", "P0 (Persen)").replace("PDRB atas Dasar Harga Konstan menurut Pengeluaran (Rupiah)", "PDRB (Rupiah)")
    })
    for (const file of ["indikator-jambi.csv", "beban-kerja.csv", "jambi_kabkota.geojson"]) guide.write({ [`data/${file}`]: readFileSync(join(jambi, "data", file)) })
    const { err, out, status } = await guide.shell("timbang needs score --model model.yaml --data data --out kebutuhan")
    expect([status, err + out]).toEqual([0, expect.stringMatching(/PDRB \(Rupiah\)/)])
  })

  it("reads a table in code, and says each fault", async () => {
    const { read } = await guide.module<{ readonly read: (path: string) => Promise<Result.Result<{ readonly columns: { readonly twk: Int32Array } }, unknown>> }>()
    guide.write({ "P.csv": "No Peserta,TWK\n24-1,110\n", "salah.csv": "No Peserta,TWK\n24-1,111\n24-1,100\n" })
    expect(await read(guide.path("P.csv"))).toMatchObject({ success: { columns: { twk: Int32Array.of(110) } } })
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined)
    expect(await read(guide.path("salah.csv"))).toMatchObject({ failure: { _tag: "InputRefused" } })
    expect(said.mock.calls.map(([line]) => /baris \d, kolom \w+/.exec(String(line))![0])).toEqual(["baris 2, kolom twk", "baris 3, kolom participant"])
    said.mockRestore()
  })

  it("computes an index again with the change of the block", async () => {
    guide.file("yaml", "C.yaml")
    guide.write({
      "indeks.yaml": [
        "id: x",
        "title: Indeks contoh",
        "indicators:",
        "  - { id: poverty, title: Kemiskinan, unit: percent, source: contoh, pillar: all, weight: 1/2, direction: less-is-better }",
        "  - { id: schooling, title: Lama sekolah, unit: years, source: contoh, pillar: all, weight: 1/2, direction: more-is-better }",
        "groups: [{ id: all, title: Semua, mean: arithmetic }]",
        "steps: [{ step: impute, by: { method: median } }, { step: normalise, by: { method: min-max } }, { step: aggregate }, { step: scale, factor: 100 }]"
      ].join("\n"),
      "indeks.csv": "unit,poverty,schooling\nA,5,8\nB,10,9\nC,15,12\nD,,10\n"
    })
    const made = await guide.shell("timbang needs index --model indeks.yaml --data indeks.csv --out indeks")
    expect([made.status, made.err]).toEqual([0, made.err])
    const replayed = await guide.sh()
    expect([replayed.status, replayed.err]).toEqual([0, replayed.err])
    expect(guide.read("indeks-lain/differences.csv")).toMatch(/^unit,indexBefore,indexAfter,rankBefore,rankAfter\r?\nA,/)
  })
})
