import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Column, CsvWriter, Output, Rows, Sheet, Table, Template, XlsxWriter } from "@timbang/source-files"
import { Effect, Exit, Fiber, Result, Stream } from "effect"
import ExcelJS from "exceljs"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

describe("XlsxWriter, seen by another program", () => {
  it("keeps identifiers as text, numbers as numbers, days as dates, a frozen header and a filter", async () => {
    const bytes = await XlsxWriter.bytes([
      {
        name: "Hasil: 2024",
        size: 2,
        columns: [
          Sheet.text("participant", ["24550120110000123", "<&>\u0001_x0041_"]),
          Sheet.decimal("final", [65_066, -1], 3),
          Sheet.day("born", [7669, -30_000]),
          Sheet.code("status", [0, -1], ["P/L"])
        ]
      },
      { name: "Codes", size: 0, columns: [Sheet.text("code", [])] }
    ])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Hasil  2024", "Codes"])
    const sheet = book.worksheets[0]!
    expect(sheet.getRow(2).values).toEqual([undefined, "24550120110000123", 65.066, new Date("1990-12-31T00:00:00Z"), "P/L"])
    expect(sheet.getCell("A2").numFmt).toBe("@")
    expect(sheet.getCell("B2").numFmt).toBe("0.000")
    expect(sheet.getCell("C3").value).toBe("1887-11-12")
    expect(sheet.getCell("B3").value).toBe(null)
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 })
    expect(sheet.autoFilter).toBe("A1:D3")
  })
})

describe("XlsxWriter, with pictures", () => {
  it("shows them below the rows of their own sheet, as large as they are to be shown", async () => {
    const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")
    const bytes = await XlsxWriter.bytes([
      { name: "Plain", columns: [Sheet.text("a", ["1"])], size: 1 },
      { name: "Charts", columns: [Sheet.text("a", ["1", "2"])], size: 2, pictures: [{ png, width: 640, height: 100, description: "A < B" }, { png, width: 64, height: 32, description: "C" }] }
    ])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    expect(book.getWorksheet("Plain")!.getImages()).toEqual([])
    const shown = book.getWorksheet("Charts")!.getImages()
    expect(shown.map(({ range }) => [range.tl.nativeRow, (range as unknown as { readonly ext: { readonly width: number } }).ext.width])).toEqual([[4, 640], [11, 64]])
    expect(Buffer.from(book.getImage(Number(shown[0]!.imageId)).buffer as ArrayBuffer).equals(png)).toBe(true)
  })
})

describe("CsvWriter", () => {
  it("quotes what must be, disarms what a spreadsheet would run, and leaves numbers alone", () => {
    const sheet = {
      name: "s",
      size: 5,
      columns: [
        Sheet.text("a", ["x,y", 'say "hi"', "=1+1", "two\nlines", "-"]),
        Sheet.integer("b", [-5, 0, 2_147_483_648, 9_007_199_254_740_991, 7], 7),
        Sheet.decimal("c", [-5, 5, 1000, 123_456_789, 99], 2)
      ]
    }
    expect(CsvWriter.text(sheet)).toBe(
      'a,b,c\n"x,y",-5,-0.05\n"say ""hi""",0,0.05\n\'=1+1,2147483648,10.00\n"two\nlines",9007199254740991,1234567.89\n\'-,,0.99\n'
    )
  })

  it("writes a file larger than a chunk, and texts larger than one", () => {
    const long = "é".repeat(2_000_000)
    const sheet = { name: "s", size: 3, columns: [Sheet.text("a", [long, "b", long])] }
    expect(CsvWriter.text(sheet)).toBe(`a\n${long}\nb\n${long}\n`)
  })
})

describe("Template", () => {
  const columns = {
    participant: Column.identifier({ aliases: ["No Peserta"], need: "cell" }),
    category: Column.code({ umum: [], papua: [] }),
    twk: Column.integer({ maximum: 150, step: 5, sample: "65" }),
    skb: Column.decimal({ decimals: 3, maximum: 100, sample: "68.94" }),
    born: Column.day()
  }

  it("is read by what it was made for, as CSV and as XLSX", async () => {
    const csv = Result.getOrThrow(Table.parse({ file: "T.csv", bytes: Buffer.from(Template.csv(columns)) }, columns))
    const xlsx = await Effect.runPromise(Table.read({ file: "T.xlsx", bytes: await Template.xlsx({ Peserta: columns }) }, columns))
    expect(csv.columns).toEqual(xlsx.columns)
    expect(xlsx.columns.skb).toEqual(Float64Array.of(68_940))
    expect(xlsx.corrections).toEqual([{ _tag: "SheetRead", file: "T.xlsx", sheet: "Peserta", others: ["Petunjuk"] }])
  })

  it("says units beside the cells, offers the values of codes and explains each column", async () => {
    const bytes = await Template.xlsx({ Peserta: columns }, Template.english)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(bytes).buffer)
    const [sheet, guide] = book.worksheets
    expect(sheet!.getCell("C2").dataValidation).toMatchObject({ promptTitle: "twk", prompt: "0-150, step 5; may be left out" })
    expect(sheet!.getCell("B2").dataValidation).toMatchObject({ type: "list", formulae: ['"umum,papua"'] })
    expect(guide!.getRow(2).values).toEqual([undefined, "participant", "every cell", undefined, "No Peserta"].filter((_, at) => at !== 3).toSpliced(3, 0, undefined))
  })
})

describe("Rows", () => {
  const columns = { id: Column.identifier(), f: Column.reference(), n: Column.decimal({ decimals: 1 }), d: Column.day(), c: Column.code({ yes: ["ya"], no: [] }) }

  it("gives each row with its place, absent cells undefined", async () => {
    const bytes = Buffer.from("id,f,n,d,c\n1,F,2.5,1990-12-31,Ya\n\n2,,,,\n")
    const rows = await Effect.runPromise(Stream.runCollect(Rows.stream({ file: "x.csv", bytes }, columns)))
    expect(rows).toEqual([
      { file: "x.csv", row: 2, cells: { id: "1", f: "F", n: 25, d: "1990-12-31", c: "yes" } },
      { file: "x.csv", row: 4, cells: { id: "2", f: undefined, n: undefined, d: undefined, c: undefined } }
    ])
  })

  it("gives no row of a file with a fault", async () => {
    const rows = Rows.stream({ file: "x.csv", bytes: Buffer.from("id,n\n1,2\n2,x\n") }, columns)
    const seen: Array<unknown> = []
    const exit = await Effect.runPromiseExit(Stream.runForEach(rows, (row) => Effect.sync(() => seen.push(row))))
    expect(Exit.isFailure(exit)).toBe(true)
    expect(seen).toEqual([])
  })
})

describe("Table.read of a path", () => {
  it("says why a file cannot be read", async () => {
    const reasons = await Promise.all(["/no/such/file.csv", tmpdir()].map((path) =>
      Effect.runPromise(Effect.flip(Table.read(path, { id: Column.identifier() })))
    ))
    expect(reasons.map(({ faults }) => faults)).toMatchObject([[{ reason: "missing" }], [{ reason: "folder" }]])
  })
})

describe("Output.write", () => {
  let home = ""
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "timbang-output-"))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const two = (folder: Output.Folder) =>
    Effect.gen(function*() {
      yield* folder.write("result.csv", CsvWriter.chunks({ name: "s", size: 1, columns: [Sheet.text("a", ["b"])] }))
      yield* folder.write("private/inputs.json", "{}")
    })

  it("writes all files, private ones for the owner only, and leaves nothing beside", async () => {
    const path = join(home, "deep", "out")
    await Effect.runPromise(Output.write(path, two))
    expect(readFileSync(join(path, "result.csv"), "utf8")).toBe("a\nb\n")
    expect(statSync(join(path, "private/inputs.json")).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, "private")).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(home, "deep"))).toEqual(["out"])
  })

  it("leaves nothing after a failure, and an older result as it was", async () => {
    const path = join(home, "out")
    const failing = (folder: Output.Folder) => Effect.andThen(two(folder), Effect.fail("no" as const))
    expect(await Effect.runPromise(Effect.flip(Output.write(path, failing)))).toBe("no")
    expect(readdirSync(home)).toEqual([])
    await Effect.runPromise(Output.write(path, two))
    expect(await Effect.runPromise(Effect.flip(Output.write(path, failing, () => true)))).toBe("no")
    expect(readdirSync(home)).toEqual(["out"])
    expect(readdirSync(path).sort()).toEqual(["private", "result.csv"])
  })

  it("ends where a folder takes no new one", async () => {
    // On Linux nothing can be made in /proc, and Node's recursive mkdir never returns from there.
    const path = existsSync("/proc/self") ? "/proc/timbang" : join(home, "file.txt", "out")
    if (!existsSync("/proc/self")) writeFileSync(join(home, "file.txt"), "")
    expect((await Effect.runPromise(Effect.flip(Output.write(path, two)))).reason).not.toBe("")
  })

  it("leaves nothing when interrupted, or when the chunks of a file fail", async () => {
    const path = join(home, "out")
    await Effect.runPromise(Effect.gen(function*() {
      const fiber = yield* Effect.forkChild(Output.write(path, (folder) => Effect.andThen(two(folder), Effect.never)))
      yield* Effect.sleep("100 millis")
      yield* Fiber.interrupt(fiber)
    }))
    expect(readdirSync(home)).toEqual([])
    const broken = function*(): Generator<Uint8Array> {
      yield Buffer.from("a")
      throw new Error("chunks end early")
    }
    const failed = await Effect.runPromise(Effect.flip(Output.write(path, (folder) => folder.write("a.csv", broken()))))
    expect(failed).toMatchObject({ _tag: "OutputFailed", reason: "chunks end early" })
    expect(existsSync(path)).toBe(false)
  })

  it("replaces only what it may", async () => {
    const path = join(home, "out")
    mkdirSync(path)
    await Effect.runPromise(Output.write(path, two))
    writeFileSync(join(path, "letter.txt"), "mine")
    const refused = await Effect.runPromise(Effect.flip(Output.write(path, two)))
    expect(refused.message).toContain("a folder of other files")
    expect(readFileSync(join(path, "letter.txt"), "utf8")).toBe("mine")
    await Effect.runPromise(Output.write(path, two, (files) => files.includes("result.csv")))
    expect(existsSync(join(path, "letter.txt"))).toBe(false)
    expect(readdirSync(home)).toEqual(["out"])
  })

  it("says that a file is in the place of the folder", async () => {
    writeFileSync(join(home, "out"), "x")
    const refused = await Effect.runPromise(Effect.flip(Output.write(join(home, "out"), two)))
    expect(refused.reason).toBe("there is a file in its place")
  })
})
