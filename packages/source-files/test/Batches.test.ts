import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { Batches, Column, Table } from "@timbang/source-files"

const columns = {
  id: Column.identifier({ need: "cell" }),
  unit: Column.reference(),
  u1: Column.code({ "1": ["kurang"], "4": ["baik sekali"] }),
  score: Column.decimal({ decimals: 2, maximum: 100 }),
  seen: Column.day(),
  note: Column.text()
}

const rows = Array.from({ length: 60_000 }, (_, i) => `p${i},unit ${i % 7},${i % 3 === 0 ? "Baik Sekali" : "1"},${i % 100}.25,2026-01-${String(1 + i % 28).padStart(2, "0")},"n ${i % 11}"`)
const bytes = new TextEncoder().encode(`id,unit,u1,score,seen,note\n${rows.join("\n")}\n`)

const folder = mkdtempSync(join(tmpdir(), "timbang-batches-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("Batches.read", () => {
  it("hands over, piece by piece, what a table holds at once", async () => {
    const seen = { id: [] as Array<string>, unit: [] as Array<string>, u1: [] as Array<number>, score: [] as Array<number>, seen: [] as Array<number>, note: [] as Array<string>, rows: [] as Array<number> }
    let batches = 0
    const path = join(folder, "R.csv")
    writeFileSync(path, bytes)
    await Effect.runPromise(Batches.read(path, columns, ({ columns: cells, rows, size }) => {
      batches++
      seen.rows.push(...rows)
      for (let i = 0; i < size; i++) {
        seen.id.push(cells.id[i]!)
        seen.unit.push(cells.unit.keys[cells.unit.index[i]!]!)
        seen.u1.push(cells.u1[i]!)
        seen.score.push(cells.score[i]!)
        seen.seen.push(cells.seen[i]!)
        seen.note.push(cells.note[i]!)
      }
    }))
    const table = await Effect.runPromise(Table.read({ file: "R.csv", bytes }, columns))
    expect(batches).toBeGreaterThan(1)
    expect(seen.rows).toEqual([...table.rows])
    expect(seen.id).toEqual(table.columns.id)
    expect(seen.unit).toEqual(Array.from(table.columns.unit.index, (at) => table.columns.unit.keys[at]!))
    expect(seen.u1).toEqual([...table.columns.u1])
    expect(seen.score).toEqual([...table.columns.score])
    expect(seen.seen).toEqual([...table.columns.seen])
    expect(seen.note).toEqual(table.columns.note)
  })

  it("refuses a file with a fault in its last row, with row and column", async () => {
    const broken = new TextEncoder().encode("id,u1\na,1\nb,9\n")
    const exit = await Effect.runPromise(Effect.flip(Batches.read({ file: "R.csv", bytes: broken }, columns, () => {})))
    expect(exit.faults).toMatchObject([{ _tag: "UnknownCode", row: 3, column: "u1" }])
    expect(Exit.isFailure(await Effect.runPromiseExit(Batches.read({ file: "none", bytes: new Uint8Array() }, columns, () => {})))).toBe(true)
  })
})
