import { Entry } from "@timbang/core/publication"
import { ObjectionsFile } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"

const read = (...lines: ReadonlyArray<string>) =>
  Effect.runPromise(Effect.result(ObjectionsFile.read({ file: "O.csv", bytes: new TextEncoder().encode(lines.join("\n")) })))
const header = "Sanggah,No Peserta,Diajukan,Batas Jawaban,Jawaban,Dijawab,Alasan"

describe("ObjectionsFile", () => {
  it("reads an objection without an answer, and one with it", async () => {
    const cases = Result.getOrThrow(await read(header, "S-1,24-1,2024-12-21,,,,", "S-2,24-2,2024-12-21,2024-12-28,diterima,2024-12-24,nilai-salah"))
    expect(cases).toEqual([
      { id: "S-1", participant: "24-1", filedOn: "2024-12-21" },
      { id: "S-2", participant: "24-2", filedOn: "2024-12-21", until: "2024-12-28", answer: { isAccepted: true, on: "2024-12-24", reason: "wrong-score" } }
    ])
  })

  it("names every half answer and every objection that is there twice, at once", async () => {
    const refused = await read(header, "S-1,24-1,2024-12-21,,ditolak,,", "S-1,24-2,2024-12-21,,,,nilai-benar")
    const faults = Result.isFailure(refused) ? refused.failure.faults : []
    expect(faults.map((fault) => "column" in fault ? [fault._tag, fault.column] : [])).toEqual([
      ["CellMissing", "answeredOn"],
      ["CellMissing", "reason"],
      ["Duplicate", "objection"],
      ["CellMissing", "answer"],
      ["CellMissing", "answeredOn"]
    ])
  })

  it("knows a word for each reason that a log may hold, in the same order", async () => {
    const words = ObjectionsFile.columns.reason.values
    const rows = words.map((word, i) => `S-${i},24-1,2024-12-21,,ditolak,2024-12-24,${word}`)
    expect(Result.getOrThrow(await read(header, ...rows)).map(({ answer }) => answer?.reason)).toEqual(Entry.answerReasons)
  })
})
