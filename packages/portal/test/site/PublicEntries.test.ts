import { CsvWriter } from "@timbang/source-files"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as PublicEntries from "../../src/site/PublicEntries.ts"
import * as PublicRecord from "../../src/site/PublicRecord.ts"
import { portable } from "../worked.ts"
import { files } from "./round.ts"

describe("PublicEntries.sheetOf", () => {
  it("has figures as numbers, written as they were published", async () => {
    const record = Result.getOrThrow(await PublicRecord.load(portable, async (path) => files.get(path)))
    const sheet = PublicEntries.sheetOf(record, "F1")
    const kinds = new Map(sheet.columns.map(({ header, kind }) => [header, kind]))
    expect(["participant", "rank", "final", "knowledge"].map((name) => kinds.get(name))).toEqual(["text", "decimal", "decimal", "decimal"])
    const [head, ...rows] = CsvWriter.text(sheet).replace(/^\ufeff/, "").trim().split("\n").map((line) => line.trim().split(","))
    for (const { entry } of [...record.results.values()].flat()) {
      const row = rows.find((cells) => cells[1] === "result" && cells[2] === entry.participant)!
      const cell = (name: string) => row[head!.indexOf(name)]
      expect(cell("rank")).toBe(entry.rank === null ? "" : String(entry.rank))
      for (const [name, figure] of Object.entries(entry.scores)) expect([name, cell(name)]).toEqual([name, String(figure)])
    }
  })
})
