import { AllocationFile, DecreeFile, PositionsFile } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const input = (...lines: ReadonlyArray<string>) => ({ file: "POS.csv", bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) })
const header = "unit,position,education,asn,category,seats,withheld,reason"

describe("PositionsFile.read", () => {
  it("sets posts aside by rows with a kind of need, and withholds with a reason", async () => {
    const read = await Effect.runPromise(
      PositionsFile.read(input(header, ",Guru,S-1,pppk,,,,", "SDN 1,Guru,S-1,pppk,daerah-tertinggal,1,,", "SDN 2,Perpustakaan,D-III,pns,,,2,gedung belum ada"))
    )
    expect(read.positions.map(({ position, unit }) => [unit, position])).toEqual([[undefined, "Guru"], ["SDN 1", "Guru"], ["SDN 2", "Perpustakaan"]])
    expect(read.special).toEqual([{ unit: "SDN 1", position: "Guru", category: "daerah-tertinggal", seats: 1 }])
    expect(read.withheld).toEqual([{ unit: "SDN 2", position: "Perpustakaan", seats: 2, reason: "gedung belum ada" }])
  })

  it("refuses a kind of need without unit and seats, a withheld post without a reason, and a position twice", async () => {
    const refused = await Effect.runPromise(
      Effect.flip(PositionsFile.read(input(header, ",Guru,S-1,pppk,diaspora,,,", "A,Guru,S-1,pns,,,1,", "A,Guru,S-1,pns,,,,")))
    )
    expect(refused.faults.map((fault) => [fault._tag, "row" in fault && fault.row, "column" in fault && fault.column])).toEqual([
      ["CellMissing", 2, "unit"],
      ["CellMissing", 2, "seats"],
      ["CellMissing", 3, "reason"],
      ["Duplicate", 4, "position"]
    ])
  })
})

describe("DecreeFile.read", () => {
  it("refuses rows of two decrees in one file", async () => {
    const rows = input("number,day,position,seats", "K-1,2026-05-29,Guru,3", "K-2,2026-05-30,Guru,1")
    const refused = await Effect.runPromise(Effect.flip(DecreeFile.read(rows)))
    expect(refused.faults.map((fault) => [fault._tag, "column" in fault && fault.column])).toEqual([["UnknownCode", "number"], ["UnknownCode", "day"]])
  })
})

describe("AllocationFile.read", () => {
  it("reads draws of several posts among cells, and refuses a cell that stands twice", async () => {
    const { draws } = await Effect.runPromise(
      AllocationFile.read(input("unit,position,seats,draw", "A,x,1,D1:2/3", "B,x,1,D1:2/3", "C,x,0,D1:2/3", "D,x,4,"))
    )
    expect(draws).toEqual([{ seats: 2, among: ["A / x", "B / x", "C / x"] }])
    const refused = await Effect.runPromise(Effect.flip(AllocationFile.read(input("unit,position,seats", "A,x,1", "A,y,1", "A,x,2"))))
    expect(refused.faults).toEqual([expect.objectContaining({ _tag: "Duplicate", row: 4, firstRow: 2 })])
  })
})
