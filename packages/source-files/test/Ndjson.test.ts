import { Column, Table } from "@timbang/source-files"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const columns = {
  participant: Column.identifier({ aliases: ["noPeserta"], need: "cell", isUnique: true }),
  twk: Column.integer({ maximum: 150, step: 5 }),
  skb: Column.decimal({ decimals: 3, maximum: 100 })
}

const parse = (text: string) => Table.parse({ file: "P.ndjson", bytes: new TextEncoder().encode(text) }, columns)

const places = (text: string) => {
  const read = parse(text)
  return Result.isFailure(read) ? read.failure.faults.map((fault) => `${fault._tag} ${"row" in fault ? fault.row : ""}`) : []
}

describe("Table of NDJSON", () => {
  it("reads texts, numbers and null; a line is a row", () => {
    const table = Result.getOrThrow(parse('{"noPeserta":"001","twk":65,"skb":68.94}\n\n{"noPeserta":2,"skb":"100","warna":"merah"}\n'))
    expect(table.columns.participant).toEqual(["001", "2"])
    expect(table.columns.twk).toEqual(Int32Array.of(65, -1))
    expect(table.columns.skb).toEqual(Float64Array.of(68_940, 100_000))
    expect(table.rows).toEqual(Int32Array.of(1, 3))
    expect(table.unknown).toEqual([{ header: "warna", nearest: undefined, cells: ["", "merah"] }])
    expect(table.corrections.map(({ _tag }) => _tag)).toEqual(["BlankRows", "UnknownColumn"])
  })

  it("refuses what is not one flat object a line, lost digits, lone surrogates, a line cut off", () => {
    expect(places('{"participant":24550120110000123}\n{"participant":{}}\n[1]\n{"participant":"\\ud800"}\n{"participant":"5"')).toEqual([
      "DigitsLost 1",
      "NotJson 2",
      "NotJson 3",
      "TextBroken 4",
      "NotJson 5"
    ])
  })

  it("refuses a key that the first thousand lines do not have, and a line of 10 MB", () => {
    const lines = Array.from({ length: 1001 }, (_, i) => `{"participant":"${i}"}`)
    expect(places([...lines, '{"participant":"x","late":1}'].join("\n"))).toEqual(["CellsBeyondHeader 1002"])
    expect(places(`{"participant":"1"}\n{"participant":"${"2".repeat(10_000_000)}"}\n`)).toEqual(["LineTooLong 2"])
  })
})
