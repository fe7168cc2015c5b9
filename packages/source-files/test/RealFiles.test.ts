import { existsSync } from "node:fs"
import { join } from "node:path"
import { Column, Table } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

/** Public files that lie beside the project where it is developed; they are not copied into it. */
const data = join(import.meta.dirname, "../../../../shared/data")

describe.skipIf(!existsSync(data))("public files as offices and collectors wrote them (skipped where they do not lie beside the project)", () => {
  it("the posts of the 2024 round in Jambi are read whole, one row for each post and study programme", async () => {
    const table = await Effect.runPromise(Table.read(join(data, "formasi/sscasn_2024_cpns_jambi_rows.csv"), {
      formation: Column.reference({ aliases: ["formasi_id"], need: "cell" }),
      category: Column.code({ umum: [], disabilitas: ["PENYANDANG DISABILITAS"], cumlaude: ["LULUSAN TERBAIK"], diaspora: [], papua: ["PUTRA/PUTRI PAPUA"] }, { aliases: ["formasi_nm"] }),
      seats: Column.integer({ aliases: ["jumlah_formasi"], minimum: 1, need: "cell" }),
      pay: Column.decimal({ decimals: 0, aliases: ["gaji_min"] }),
      position: Column.text({ aliases: ["jabatan_nm"], need: "cell" })
    }))
    expect(table.size).toBe(624)
    expect(table.columns.formation.keys.length).toBeLessThan(table.size)
    expect(table.unknown.map(({ header }) => header)).toContain("program_studi")
  })

  it("a table of 2021 with both decimal marks is refused at the row where the second one begins", async () => {
    const refused = await Effect.runPromise(Effect.flip(Table.read(join(data, "regional/klasifikasi_kemiskinan_2021.csv"), {
      poor: Column.decimal({ decimals: 6, maximum: 100, aliases: ["Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)"] }),
      schooling: Column.decimal({ decimals: 6, maximum: 100, aliases: ["Rata-rata Lama Sekolah Penduduk 15+ (Tahun)"] }),
      region: Column.identifier({ aliases: ["Kab/Kota"] })
    })))
    expect(refused.faults.map(({ _tag }) => _tag)).toEqual(["MixedDecimalMarks", "MixedDecimalMarks"])
  })

  it("and read, with its 485 blank rows, when only columns of one mark are asked for", async () => {
    const table = await Effect.runPromise(Table.read(join(data, "regional/klasifikasi_kemiskinan_2021.csv"), {
      region: Column.identifier({ aliases: ["Kab/Kota"], need: "cell" }),
      hdi: Column.decimal({ decimals: 2, maximum: 100, aliases: ["Indeks Pembangunan Manusia"], need: "cell" })
    }, { carriesUnknown: false }))
    expect(table.size).toBe(514)
    expect(table.columns.hdi[0]).toBe(6641)
    expect(table.corrections.filter(({ _tag }) => _tag !== "UnknownColumn")).toMatchObject([
      { _tag: "CarriageReturns" },
      { _tag: "Separator", separator: ";" },
      { _tag: "BlankRows", rows: 485, firstRow: 516, trailing: true },
      { _tag: "DecimalComma", column: "hdi" }
    ])
  })

  it("decimal commas in quotes between commas are refused, each at its row", async () => {
    const refused = await Effect.runPromise(Effect.flip(Table.read(join(data, "performance/ombudsman_kepatuhan_jambi_2019_2022.csv"), {
      score: Column.decimal({ decimals: 2, maximum: 100, aliases: ["nilai"] })
    })))
    expect(new Set(refused.faults.map(({ _tag }) => _tag))).toEqual(new Set(["DecimalCommaRefused"]))
  })
})
