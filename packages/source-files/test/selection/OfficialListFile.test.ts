import { RuleSets } from "@timbang/regulations"
import { OfficialListFile } from "@timbang/source-files"
import { Effect } from "effect"
import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"

const formation = (id: string, location: string, category = "umum") =>
  ({ formation: id, position: "PENYULUH HUKUM", location, category, education: "S-1 HUKUM", seats: 1 })
const formations = [formation("F1", "SETDA"), formation("F2", "DINAS KESEHATAN"), formation("F3", "SETDA", "cumlaude")]

const text = (lines: ReadonlyArray<string>) => ({ file: "L.csv", bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) })
const read = (input: { readonly file: string; readonly bytes: Uint8Array }, given = formations) =>
  Effect.runPromise(OfficialListFile.read(input, RuleSets.cpns2024, { formations: given, formationsFile: "F.csv" }))
const refused = (input: { readonly file: string; readonly bytes: Uint8Array }, given = formations) =>
  Effect.runPromise(Effect.flip(OfficialListFile.read(input, RuleSets.cpns2024, { formations: given, formationsFile: "F.csv" })))

const flat = "No Peserta,Jabatan,Lokasi Formasi,Jenis Formasi,Pendidikan,TWK,TIU,TKP,Keterangan"

describe("OfficialListFile.read", () => {
  it("lays rows on formations by position, location, kind and education, whatever case, blanks and codes", async () => {
    const list = await read(text([
      flat,
      "24-1,3221 - Penyuluh  Hukum,Setda,1 - UMUM,S-1 Hukum,65,85,166,P/L",
      "24-2,PENYULUH HUKUM,Dinas Kesehatan,Kebutuhan Umum,s-1 hukum,65,85,166,TL",
      "24-3,Penyuluh Hukum,SETDA,Kebutuhan Khusus LULUSAN TERBAIK,S-1 HUKUM,65,85,166,P/L"
    ]))
    expect(list.rows.map(({ formation: own }) => own)).toEqual(["F1", "F2", "F3"])
    expect(list.described).toEqual([])
  })

  it("makes the cells of the list itself where no formations are given, with their kind of need", async () => {
    const list = await read(text([flat, "24-1,Penyuluh,Setda,2 - LULUSAN TERBAIK,S-1,65,85,166,P/L", "24-2,PENYULUH,SETDA,cumlaude,S-1,65,85,166,TL"]), [])
    expect(list.described).toEqual([{ formation: "Penyuluh | Setda | cumlaude | S-1", position: "Penyuluh", location: "Setda", category: "cumlaude", education: "S-1" }])
    expect(new Set(list.rows.map(({ formation: own }) => own)).size).toBe(1)
  })

  it("refuses a cell that fits none or several formations, an unknown kind and every other fault at once", async () => {
    const lines = [flat, "24-1,Penyuluh Hukum,Setdaa,umum,S-1 Hukum,66,85,166,P/L", "24-2,Penyuluh Hukum,Setda,umun,S-1 Hukum,65,85,166,TL", "24-3,Penyuluh Hukum,,umum,S-1 Hukum,65,85,166,TL"]
    const { faults } = await refused(text(lines))
    expect(faults.map((fault) => [fault._tag, "row" in fault ? fault.row : 0])).toEqual([["OffStep", 2], ["FormationUnmatched", 2], ["UnknownCode", 3], ["CellMissing", 4]])
    expect(faults[1]).toMatchObject({ nearest: "F1: PENYULUH HUKUM | SETDA | umum | S-1 HUKUM", listedIn: "F.csv" })
    const several = await refused(text(["No Peserta,Jabatan,Jenis Formasi,TWK,TIU,TKP,Keterangan", "24-1,Penyuluh Hukum,umum,65,85,166,P/L"]))
    expect(several.faults).toMatchObject([{ _tag: "FormationAmbiguous", row: 2, fitting: ["F1", "F2"] }])
  })

  describe("seats", () => {
    const header = "No,No Peserta,TWK,TIU,TKP,Keterangan"
    const block = (location: string, seats: string, participant: string) =>
      ["Jabatan Formasi : Penyuluh Hukum", `Lokasi Formasi : ${location}`, "Jenis Formasi : UMUM", "Pendidikan : S-1 Hukum", ...(seats === "" ? [] : [`Jumlah Formasi : ${seats}`]), header, `1,${participant},65,85,166,P/L`]

    it("are read from the title of each block, and not taken over by the next one", async () => {
      const blocks = [...block("SETDA", "2", "24-1"), ...block("Dinas Kesehatan", "", "24-2"), ...block("Arsip", "4 (empat)", "24-3")]
      const list = await read(text(blocks), [])
      const cell = (location: string) => `Penyuluh Hukum | ${location} | umum | S-1 Hukum`
      expect(list.rows.map((row) => row.formation)).toEqual(["SETDA", "Dinas Kesehatan", "Arsip"].map(cell))
      expect(list.printedSeats).toEqual([{ formation: cell("SETDA"), seats: 2 }, { formation: cell("Arsip"), seats: 4 }])
    })

    it("are read when they stand first, and from a column that spans rows", async () => {
      const [position, ...rest] = block("SETDA", "", "24-1")
      expect((await read(text(["Jumlah Formasi : 3", position!, ...rest]))).printedSeats).toEqual([{ formation: "F1", seats: 3 }])
      const spanning = ["No Peserta,Jumlah Formasi,Jabatan,Lokasi Formasi,Jenis Formasi,TWK,TIU,TKP", "24-1,2,Penyuluh Hukum,SETDA,UMUM,65,85,166", "24-2,,,,,65,85,166", "24-3,,Penyuluh Hukum,Dinas Kesehatan,UMUM,65,85,166"]
      expect((await read(text(spanning))).printedSeats).toEqual([{ formation: "F1", seats: 2 }])
    })

    it("are refused where they are no number or contradict each other", async () => {
      const { faults } = await refused(text([...block("SETDA", "2", "24-1"), ...block("SETDA", "3", "24-2"), ...block("Dinas Kesehatan", "beberapa", "24-3")]))
      expect(faults).toMatchObject([
        { _tag: "SeatsContradict", row: 14, column: "seats", found: "3", other: 2, otherRow: 7 },
        { _tag: "NotANumber", row: 21, column: "seats", found: "beberapa" }
      ])
    })
  })

  it("tells what parts the cells by the header, not by a title with commas above it", async () => {
    const list = await read(text([
      "Pengumuman, Kabupaten X, Tahun 2024, Lampiran I, Halaman 1, Nomor 2, Tanggal 3, Tembusan 4, Perihal 5, Sifat 6, Biasa",
      ...[flat, "24-1,Penyuluh Hukum,Setda,umum,S-1 Hukum,65,85,166,P/L"].map((line) => line.replaceAll(",", ";"))
    ]))
    expect(list.rows).toMatchObject([{ participant: "24-1", formation: "F1", code: "P/L" }])
    expect(list.corrections).toContainEqual({ _tag: "Separator", file: "L.csv", separator: ";" })
  })

  it("reads blocks with titles above their rows, the header of two rows again in each, and passes signatures over", async () => {
    const header = ["No,No Peserta,Pendidikan,SKD,,,SKB,,Keterangan", ",,,TWK,TIU,TKP,Skala 100,Bobot 60%,"]
    const list = await read(text([
      "HASIL INTEGRASI SKD DAN SKB",
      "Jabatan Formasi : 3221 - PENYULUH HUKUM",
      "Lokasi Formasi,:,SETDA",
      "Jenis Formasi : 1 - UMUM",
      "Pendidikan : S-1 HUKUM",
      ...header,
      "(1),(2),(3),(4),(5),(6),(7),(8),(9)",
      "1,24-1,S-1 SYARIAH,65,85,166,68,40.8,P/L",
      "Jenis Formasi : 2 - LULUSAN TERBAIK",
      "Pendidikan : S-1 HUKUM",
      ...header,
      "1,24-2,S-1 HUKUM,65,85,166,70,42,P/L",
      "Lokasi Formasi : DINAS KESEHATAN",
      "Jenis Formasi : 1 - UMUM",
      "Pendidikan : S-1 HUKUM",
      "1,24-3,S-1 HUKUM,65,85,166,70,42,TL",
      ",,,,,,,,Ketua Panitia"
    ]))
    expect(list.rows.map(({ formation: own, participant, values }) => [own, participant, values["skb"], values["skb60"]])).toEqual([
      ["F1", "24-1", 68_000, 40_800],
      ["F3", "24-2", 70_000, 42_000],
      ["F2", "24-3", 70_000, 42_000]
    ])
    expect(list.corrections.map(({ _tag }) => _tag)).toEqual(expect.arrayContaining(["HeaderRow", "TitleRows", "RowsPassedOver"]))
  })

  it("does not carry an inner title over from another block", async () => {
    const { faults } = await refused(text(["Jabatan : PENYULUH HUKUM", "Lokasi : SETDA", "Jenis Formasi : UMUM", "No,No Peserta,TWK,TIU,TKP,Keterangan", "1,24-1,65,85,166,P/L", "Lokasi : DINAS KESEHATAN", "2,24-2,65,85,166,TL"]), [])
    expect(faults).toEqual([{ _tag: "CellMissing", file: "L.csv", row: 7, column: "category" }])
  })

  it("reads merged cells of a workbook: a header of two rows, and cells that span rows", async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet("Hasil")
    sheet.addRows([
      ["Jabatan", "Lokasi Formasi", "Jenis Formasi", "Pendidikan", "No Peserta", "SKD", "", "", "Keterangan"],
      ["", "", "", "", "", "TWK", "TIU", "TKP", ""],
      ["PENYULUH HUKUM", "SETDA", "UMUM", "S-1 HUKUM", "24-1", 65, 85, 166, "P/L"],
      ["", "", "", "", "24-2", 65, 85, 166, "TL"],
      ["", "DINAS KESEHATAN", "UMUM", "S-1 HUKUM", "24-3", 65, 85, 166, "P/L"]
    ])
    for (const range of ["A3:A5", "B3:B4", "C3:C4", "D3:D4", "F1:H1", "A1:A2", "E1:E2", "I1:I2"]) sheet.mergeCells(range)
    const list = await read({ file: "L.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) })
    expect(list.rows.map(({ formation: own, values }) => [own, values["twk"]])).toEqual([["F1", 65], ["F1", 65], ["F2", 65]])
  })

  it("refuses a list without rows, and participants named by their NIK, of which it shows the shape alone", async () => {
    expect((await refused(text([flat]))).faults).toMatchObject([{ _tag: "NoRows" }])
    const niks = await refused(text([flat, "1571010101900001,Penyuluh Hukum,Setda,umum,S-1 Hukum,65,85,166,P/L", "1571026302910002,Penyuluh Hukum,Setda,umum,S-1 Hukum,65,85,166,TL"]))
    expect(niks.faults).toEqual([{ _tag: "NikRefused", file: "L.csv", row: 2, column: "participant", found: "dddddddddddddddd" }])
  })
})
