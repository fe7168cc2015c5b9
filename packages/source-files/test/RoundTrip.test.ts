import { Column, CsvWriter, Sheet, Table, XlsxWriter } from "@timbang/source-files"
import { parse as parseStrictly } from "csv-parse/sync"
import { Effect, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const columns = {
  participant: Column.identifier({ need: "cell", isUnique: true }),
  formation: Column.reference(),
  category: Column.code({ umum: [], "daerah-tertinggal": ["Daerah Tertinggal"] }),
  twk: Column.integer({ minimum: 0, maximum: 150, step: 5 }),
  change: Column.integer({ minimum: -1_000_000 }),
  skb: Column.decimal({ decimals: 3, maximum: 100 }),
  budget: Column.decimal({ decimals: 0, minimum: -9_000_000_000_000_000, maximum: 9_000_000_000_000_000 }),
  born: Column.day(),
  note: Column.text()
}

const letters = "abcXYZ 0189,;\"'\n=+-@.#<&>é€𐍈_x0041_\\/"
const note = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }).map((text) => text.trim())
const identifier = fc.string({ unit: fc.constantFrom(..."0123456789AFzé/._ -"), minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !/^[-]|^\d+([.,]\d+)?[eE][+-]?\d+$/.test(text))

const row = fc.record({
  participant: identifier,
  formation: fc.oneof(fc.constant(""), identifier),
  category: fc.constantFrom(-1, 0, 1),
  twk: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 30 }).map((n) => 5 * n)),
  change: fc.oneof(fc.constant(-2_147_483_648), fc.integer({ min: -1_000_000, max: 2_147_483_647 })),
  skb: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 100_000 })),
  budget: fc.oneof(fc.constant(Number.MIN_SAFE_INTEGER), fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 })),
  born: fc.oneof(fc.constant(-2_147_483_648), fc.integer({ min: -40_000, max: 40_000 })),
  note
})

type Row = typeof row extends fc.Arbitrary<infer A> ? A : never

const rows = fc.uniqueArray(row, { maxLength: 40, selector: ({ participant }) => participant })

const sheetOf = (all: ReadonlyArray<Row>): Sheet.Sheet => {
  const keys = [...new Set(all.map(({ formation }) => formation))].filter((key) => key !== "")
  return {
    name: "Peserta",
    size: all.length,
    columns: [
      Sheet.text("participant", all.map(({ participant }) => participant)),
      Sheet.code("formation", all.map(({ formation }) => keys.indexOf(formation)), keys),
      Sheet.code("category", all.map(({ category }) => category), columns.category.values),
      Sheet.integer("twk", all.map(({ twk }) => twk)),
      Sheet.integer("change", all.map(({ change }) => change), -2_147_483_648),
      Sheet.decimal("skb", all.map(({ skb }) => skb), 3),
      Sheet.integer("budget", all.map(({ budget }) => budget), Number.MIN_SAFE_INTEGER),
      Sheet.day("born", all.map(({ born }) => born)),
      Sheet.text("note", all.map((one) => one.note))
    ]
  }
}

const expectSame = (table: Table.Table<typeof columns>, all: ReadonlyArray<Row>): void => {
  const { columns: read } = table
  expect(read.participant).toEqual(all.map(({ participant }) => participant))
  expect(Array.from(read.formation.index, (at) => read.formation.keys[at] ?? "")).toEqual(all.map(({ formation }) => formation))
  for (const name of ["category", "twk", "change", "skb", "budget", "born"] as const) {
    expect(Array.from(read[name]), name).toEqual(all.map((one) => one[name]))
  }
  expect(read.note).toEqual(all.map((one) => one.note))
}

describe("what is written is read", () => {
  it("as CSV, with either line end, with a mark or without, cut in pieces anywhere", async () => {
    await fc.assert(fc.asyncProperty(
      rows,
      fc.constantFrom("\n", "\r\n" as const),
      fc.boolean(),
      async (all, lineEnd, hasMark) => {
        const bytes = Buffer.concat([...CsvWriter.chunks(sheetOf(all), { lineEnd, hasMark })])
        expectSame(Result.getOrThrow(Table.parse({ file: "P.csv", bytes }, columns)), all)
      }
    ))
  })

  it("as XLSX", async () => {
    await fc.assert(fc.asyncProperty(rows, async (all) => {
      const bytes = await XlsxWriter.bytes([sheetOf(all)])
      const read = await Effect.runPromise(Table.read({ file: "P.xlsx", bytes }, columns))
      expectSame(read, all)
    }), { numRuns: 40 })
  })

  it("in the order asked for", () => {
    const sheet = { ...sheetOf([]), columns: [Sheet.text("id", ["a", "b", "c"])], size: 2, order: Int32Array.of(2, 0) }
    expect(CsvWriter.text(sheet)).toBe("id\nc\na\n")
  })

  it("with the same bytes each time", async () => {
    await fc.assert(fc.asyncProperty(rows, async (all) => {
      expect((await XlsxWriter.bytes([sheetOf(all)])).equals(await XlsxWriter.bytes([sheetOf(all)]))).toBe(true)
    }), { numRuns: 10 })
  })
})

describe("the CSV reader", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."ab1,;\"\n\r é"), maxLength: 6 })
  const three = { a: Column.text(), b: Column.text(), c: Column.text() }

  it("reads every well-formed file as csv-parse does", () => {
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (cells, end) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = ["a,b,c", ...cells.map((line) => line.map(quoted).join(","))].join(end) + end
      const read = Result.getOrThrow(Table.parse({ file: "x.csv", bytes: new TextEncoder().encode(text) }, three))
      const expected = (parseStrictly(text, { columns: true, record_delimiter: end }) as ReadonlyArray<Record<string, string>>)
        .map(({ a, b, c }) => [a, b, c].map((one) => one!.trim()))
        .filter((line) => line.some((one) => one !== ""))
      expect(Array.from({ length: read.size }, (_, r) => [read.columns.a[r], read.columns.b[r], read.columns.c[r]])).toEqual(expected)
    }))
  })

  it("never throws, and gives the same whether the bytes come at once or one by one", async () => {
    const bodies = fc.string({ unit: fc.constantFrom(..."ab1,;\"\n\r'=é"), maxLength: 40 })
    const heads = fc.constantFrom("a,b,c\n", "\uFEFFa;b;c\r\n", '"a"\t"b"\tc\r', "a,b,c")
    await fc.assert(fc.asyncProperty(heads, bodies, async (head, body) => {
      const bytes = new TextEncoder().encode(head + body)
      const whole = Table.parse({ file: "x.csv", bytes }, three)
      const { Csv, Assembly } = await internals()
      const assembly = new Assembly("x.csv", three, {})
      const reader = Csv.reader(assembly.findings, assembly)
      for (const byte of bytes) reader.push(Uint8Array.of(byte))
      reader.end()
      const origin = { format: "csv", bytes: bytes.length, sha256: "" } as const
      const pieces = assembly.finish<typeof three>(origin)
      if (Result.isSuccess(whole)) expect(pieces).toEqual(Result.succeed({ ...whole.success, origin }))
      else expect(Result.isFailure(pieces) && pieces.failure.faults).toEqual(whole.failure.faults)
    }), { numRuns: 300 })
  })

  const internals = async () => ({
    Csv: await import("../src/internal/Csv.ts"),
    Assembly: (await import("../src/internal/Assembly.ts")).Assembly
  })
})

describe("a fault", () => {
  const breakages = [
    ["twk", "67", "OffStep"],
    ["twk", "155", "OutOfRange"],
    ["skb", "12.3456", "TooManyDecimals"],
    ["born", "1990-02-30", "NotADay"],
    ["born", "12/31/1990", "MonthFirst"],
    ["category", "zzz", "UnknownCode"],
    ["participant", "", "CellMissing"],
    ["participant", "@x", "FormulaLikeIdentifier"],
    ["participant", "1,5E+16", "ExponentIdentifier"]
  ] as const

  it("points to the row and the column that were broken, and nothing else does", () => {
    fc.assert(fc.property(
      fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ participant }) => participant }),
      fc.nat(),
      fc.constantFrom(...breakages),
      (all, at, [column, text, tag]) => {
        const broken = at % all.length
        const lines = parseStrictly(CsvWriter.text(sheetOf(all))) as Array<Array<string>>
        lines[broken + 1]![Object.keys(columns).indexOf(column)] = text
        lines[broken + 1]![Object.keys(columns).indexOf("note")] = "x"
        const csv = lines.map((line) => line.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n") + "\n"
        const read = Table.parse({ file: "P.csv", bytes: new TextEncoder().encode(csv) }, columns)
        expect(Result.isFailure(read) && read.failure.faults).toMatchObject([{ _tag: tag, row: broken + 2, column }])
      }
    ))
  })
})
