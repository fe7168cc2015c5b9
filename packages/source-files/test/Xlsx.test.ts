import { Column, Sheet, Table, XlsxWriter } from "@timbang/source-files"
import { Effect, Result } from "effect"
import ExcelJS from "exceljs"
import { buffer } from "node:stream/consumers"
import { describe, expect, it } from "vitest"
import { ZipFile } from "yazl"

const columns = {
  participant: Column.identifier({ aliases: ["No Peserta"], need: "cell", isUnique: true }),
  twk: Column.integer({ maximum: 150, step: 5 }),
  skb: Column.decimal({ decimals: 3, maximum: 100 }),
  birthDate: Column.day({ aliases: ["Tanggal Lahir"], isPersonal: true }),
  position: Column.text({ aliases: ["Jabatan"] })
}

const workbook = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const sheet = (rows: ReadonlyArray<ReadonlyArray<ExcelJS.CellValue>>, name = "Data") => (book: ExcelJS.Workbook) => {
  const added = book.addWorksheet(name)
  for (const row of rows) {
    for (const cell of [added.addRow([...row])]) {
      cell.eachCell((one) => {
        if (one.value instanceof Date) one.numFmt = "dd/mm/yyyy"
      })
    }
  }
}

const read = (bytes: Uint8Array, options?: Table.Options) =>
  Effect.runPromise(Effect.result(Table.read({ file: "P.xlsx", bytes }, columns, options)))

const table = async (fill: (book: ExcelJS.Workbook) => void, options?: Table.Options) =>
  Result.getOrThrow(await read(await workbook(fill), options))

const faults = async (bytes: Uint8Array, options?: Table.Options) => {
  const found = await read(bytes, options)
  return Result.isFailure(found) ? found.failure.faults : []
}

const header = ["No Peserta", "TWK", "SKB", "Tanggal Lahir", "Jabatan"]
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** A workbook of one sheet, which tells as many bytes as asked instead of its own. */
const zipped = async (sheet: string, path: string, told: number | undefined): Promise<Buffer> => {
  const relation = (id: string, type: string, target: string) => `<Relationships><Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/></Relationships>`
  const zip = new ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name)
  add("_rels/.rels", relation("a", "officeDocument", "xl/workbook.xml"))
  add("xl/workbook.xml", `<workbook xmlns:r="http://r"><sheets><sheet name="Data" r:id="b"/></sheets></workbook>`)
  add("xl/_rels/workbook.xml.rels", relation("b", "worksheet", "worksheets/sheet1.xml"))
  add(path, sheet)
  zip.end()
  const bytes = await buffer(zip.outputStream)
  if (told !== undefined) bytes.writeUInt32LE(told, bytes.lastIndexOf(path) - 46 + 24)
  return bytes
}

describe("Table.read of a workbook", () => {
  it("reads numbers, texts, days, rich text and numbers written as text", async () => {
    const found = await table(sheet([
      header,
      ["0012", 65, 68.94, day("1990-12-31"), { richText: [{ text: "Guru " }, { text: "Ahli" }] }],
      [13, "70", "68,94", "31/12/1990", "a &lt; b"],
      ["'14", null, 0.1 + 0.2, day("1900-03-01"), null]
    ]))
    expect(found.columns.participant).toEqual(["0012", "13", "14"])
    expect(found.columns.twk).toEqual(Int32Array.of(65, 70, -1))
    expect(found.columns.skb).toEqual(Float64Array.of(68_940, 68_940, 300))
    expect(found.columns.birthDate).toEqual(Int32Array.of(7669, 7669, -25_508))
    expect(found.columns.position).toEqual(["Guru Ahli", "a &lt; b", ""])
    expect(found.corrections.map(({ _tag }) => _tag)).toEqual(["LeadingApostrophes", "DecimalComma", "DayFirst"])
    expect(found.origin.format).toBe("xlsx")
  })

  it("refuses identifiers over 15 digits kept as numbers, formulas, errors and fractions, each at its cell", async () => {
    const bytes = await workbook(sheet([
      header,
      [Number("24550120110000123"), 65],
      ["24550120110000123", { formula: "B2+5", result: 70 }],
      [1.5, { error: "#N/A" }],
      [day("2024-05-10"), 65, day("2024-05-10")]
    ]))
    expect((await faults(bytes)).map((fault) => "column" in fault && `${fault._tag} ${fault.row} ${fault.column}`)).toEqual([
      "DigitsLost 2 participant",
      "FormulaCell 3 twk",
      "NotAnIdentifier 4 participant",
      "ErrorCell 4 twk",
      "NotAnIdentifier 5 participant",
      "NotANumber 5 skb"
    ])
  })

  it("refuses a formula in a column nobody asked for", async () => {
    const bytes = await workbook(sheet([[...header, "Total"], ["1", 65, null, null, null, { formula: "B2", result: 65 }]]))
    expect(await faults(bytes)).toEqual([{ _tag: "FormulaCell", file: "P.xlsx", row: 2, column: "Total" }])
  })

  it("reads the first visible sheet with content, says so, and any other by its name", async () => {
    const fill = (book: ExcelJS.Workbook) => {
      book.addWorksheet("Kosong")
      book.addWorksheet("Rahasia", { state: "hidden" }).addRow(["x"])
      sheet([header, ["1"]], "Peserta")(book)
      sheet([header, ["2"]], "Lain")(book)
    }
    const first = await table(fill)
    expect(first.columns.participant).toEqual(["1"])
    expect(first.corrections).toEqual([{ _tag: "SheetRead", file: "P.xlsx", sheet: "Peserta", others: ["Kosong", "Lain"] }])
    expect((await table(fill, { sheet: "LAIN" })).columns.participant).toEqual(["2"])
    expect(await faults(await workbook(fill), { sheet: "Ada" })).toEqual([
      { _tag: "SheetMissing", file: "P.xlsx", sheet: "Ada", sheets: ["Kosong", "Rahasia", "Peserta", "Lain"] }
    ])
  })

  it("counts rows as the sheet does, over blank rows and titles", async () => {
    const fill = sheet([["Daftar"], [], header, ["1"], [], ["2", 7], [" "], [null, " "]])
    expect((await faults(await workbook(fill), { headerWithin: 5 })).map((fault) => "row" in fault && fault.row)).toEqual([6])
    const found = await table(sheet([["Daftar"], header, ["1"], [" "], ["2"], [" "], [" "]]), { headerWithin: 5 })
    expect(found.rows).toEqual(Int32Array.of(3, 5))
    expect(found.corrections).toEqual([
      { _tag: "HeaderRow", file: "P.xlsx", row: 2 },
      { _tag: "BlankRows", file: "P.xlsx", rows: 1, firstRow: 4, trailing: false },
      { _tag: "BlankRows", file: "P.xlsx", rows: 2, firstRow: 6, trailing: true }
    ])
  })

  it("minds formulas in rows just below the header however far it may look", async () => {
    const bytes = await workbook(sheet([header, ["1", { formula: "1+4", result: 5 }]]))
    expect(await faults(bytes, { headerWithin: 20 })).toEqual([{ _tag: "FormulaCell", file: "P.xlsx", row: 2, column: "twk" }])
  })

  it("refuses a workbook that was cut off anywhere, an empty one and an archive that is none", async () => {
    const bytes = await workbook(sheet([header, ["1"]]))
    for (const length of [bytes.length - 1, bytes.length - 300, 1000, 4]) {
      expect((await faults(bytes.subarray(0, length))).map(({ _tag }) => _tag)).toEqual(["FileTruncated"])
    }
    expect(await faults(await workbook(sheet([])))).toEqual([{ _tag: "FileEmpty", file: "P.xlsx" }])
  })

  it("names the limit and what was found in a workbook that unpacks to more", async () => {
    const part = "xl/worksheets/sheet1.xml"
    const file = { _tag: "WorkbookTooLarge", file: "P.xlsx", part }
    const rows = (text: string) => `<worksheet><sheetData>${text}</sheetData></worksheet>`
    const replaced = async (text: string, told?: number) => faults(await zipped(text, part, told))
    expect(await replaced(rows(""), 4_000_000_000)).toEqual([{ ...file, of: "bytes", found: 4_000_000_000, limit: 1_073_741_824 }])
    expect(await replaced(rows(" ".repeat(99_999)), 60)).toMatchObject([{ ...file, of: "bytes", limit: 60 }])
    expect(await replaced(rows(`<row><c t="str"><v>${"a".repeat(3_000_000)}</v></c></row>`))).toMatchObject([{ ...file, of: "characters", limit: 1_048_576 }])
    expect(await replaced(rows(`<row r="1048577"><c><v>1</v></c></row>`))).toEqual([{ ...file, of: "rows", found: 1_048_577, limit: 1_048_576 }])
    expect(await replaced(rows(`<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`))).toEqual([{ ...file, of: "columns", found: 12_356_630, limit: 16_384 }])
  })

  it("says that a whole archive of something else is no workbook", async () => {
    const other = Buffer.from(await workbook(sheet([header]))).toString("latin1").replaceAll("xl/", "yl/")
    expect(await faults(Buffer.from(other, "latin1"))).toEqual([{ _tag: "FormatRefused", file: "P.xlsx", found: "ZIP" }])
  })

  it("drops NIK and names unread", async () => {
    const found = await table(sheet([["No Peserta", "NIK", "Nama", "Lain"], ["1", "1571010101900001", "SITI", 1571010101900001]]))
    expect(JSON.stringify(found)).not.toMatch(/15710|SITI/)
    expect(found.corrections.map(({ _tag }) => _tag)).toEqual(["PersonalColumn", "PersonalColumn", "PersonalColumn"])
  })

  it("refuses lone surrogates", async () => {
    const bytes = await workbook(sheet([header, ["1", null, null, null, "x_xD800_y"]]))
    expect(await faults(bytes)).toEqual([{ _tag: "TextBroken", file: "P.xlsx", row: 2 }])
  })

  it("needs a runtime", () => {
    const bytes = Uint8Array.of(0x50, 0x4b, 3, 4)
    expect(Table.parse({ file: "P.xlsx", bytes }, columns)).toMatchObject({ failure: { faults: [{ _tag: "FormatRefused" }] } })
  })
})

describe("a large workbook", () => {
  it("tells its progress while its sheet is decoded, up to its whole size", async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet("S")
    sheet.addRow(["participant", "twk"])
    for (let at = 0; at < 5000; at++) sheet.addRow([`P${at}`, 65])
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const told: Array<number> = []
    const columns = { participant: Column.identifier({}), twk: Column.integer({ maximum: 150 }) }
    await Effect.runPromise(Table.read({ file: "P.xlsx", bytes }, columns, { onProgress: (read) => told.push(read) }))
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect([told[0]! < bytes.length / 2, told.at(-1)]).toEqual([true, bytes.length])
  })
})

describe("XlsxWriter.bytes", () => {
  it("names sheets in 31 characters, cut between words, no two alike", async () => {
    const names = ["Kekurangan per unit dan kelompok jabatan", "kekurangan per unit dan kelompok pegawai", "'Ringkasan'", "a/b"]
    const bytes = await XlsxWriter.bytes(names.map((name) => ({ name, size: 1, columns: [Sheet.integer("rank", [1])] })))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Kekurangan per unit dan…", "kekurangan per unit dan… (2)", "Ringkasan", "a b"])
  })
})
