import { RuleSets } from "@timbang/regulations"
import { FormationsFile } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const file = (...lines: ReadonlyArray<string>) => ({
  file: "F.csv",
  bytes: new TextEncoder().encode(`Kode Formasi;Jabatan;Pendidikan;Lokasi;Jenis Formasi;Jumlah Kebutuhan;Jenis Instansi;thresholdGroup\n${lines.join("\n")}\n`)
})

describe("FormationsFile.read", () => {
  it("reads kinds of need and of agency as lists of SSCASN have them", async () => {
    const rows = ["F1;Penyuluh;S-1;Setda;2 - LULUSAN TERBAIK;1;PUSAT;", "F2;Penyuluh;S-1;Setda;1 - Umum;1; Instansi Daerah;", "F3;Dokter;Profesi;RSUD;Penyandang  disabilitas;1;pemerintah daerah; DOKTER"]
    const { formations } = await Effect.runPromise(FormationsFile.read(file(...rows), RuleSets.cpns2024))
    expect(formations.map(({ agencyKind, category, thresholdGroup }) => [category, agencyKind, thresholdGroup])).toEqual([
      ["cumlaude", "pusat", undefined],
      ["umum", "daerah", undefined],
      ["disabilitas", "daerah", "dokter"]
    ])
  })

  it("refuses a kind of agency that the rules do not know, and a kind of need that is closed to it", async () => {
    const read = FormationsFile.read(file("F1;Penyuluh;S-1;Setda;UMUM;1;Kota;", "F2;Penyuluh;S-1;Setda;PUTRA/PUTRI KALIMANTAN;1;DAERAH;"), RuleSets.cpns2024)
    expect((await Effect.runPromise(Effect.flip(read))).faults).toMatchObject([
      { _tag: "UnknownCode", row: 2, column: "agencyKind", found: "Kota", accepted: ["pusat", "daerah"] },
      { _tag: "CategoryClosed", row: 3, column: "category", found: "kalimantan", agencyKind: "daerah" }
    ])
  })
})
