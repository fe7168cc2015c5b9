import { Faults } from "@timbang/language"
import { EvaluationTables } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as EvaluationFolder from "../../src/evaluation/EvaluationFolder.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const { after } = EvaluationTables

describe("EvaluationFolder", () => {
  it("refuses a stage that ends before it begins and one that stands twice, each with its row", async () => {
    file(here, "stages.csv", "stage,from,until,plannedUntil", "pendaftaran,2024-09-10,2024-08-20,2024-09-06", "pendaftaran,2024-09-10,,")
    const read = EvaluationFolder.optional(here, "stages", after.stages, { key: ["stage"], notBefore: [["until", "from"], ["plannedUntil", "from"]] })
    const refused = await Effect.runPromise(Effect.flip(read))
    expect(Faults.lines(refused, "id").map((line) => line.slice(line.indexOf("stages.csv")))).toEqual([
      'stages.csv, baris 2, kolom until: ditemukan "2024-08-20", lebih awal daripada "2024-09-10" pada kolom from. Periksa keduanya.',
      'stages.csv, baris 2, kolom plannedUntil: ditemukan "2024-09-06", lebih awal daripada "2024-09-10" pada kolom from. Periksa keduanya.',
      'stages.csv, baris 3, kolom stage: ditemukan "pendaftaran", sudah ada di baris 2. Sisakan salah satu.'
    ])
  })

  it("refuses more receipts verified than issued, and a second row where there is one answer; as many as issued is allowed", async () => {
    const read = () => EvaluationFolder.optional(here, "receipts", after.receipts, { key: [], atMost: [["verified", "issued"]] })
    file(here, "receipts.csv", "issued,verified", "10,97", "10,3")
    const refused = await Effect.runPromise(Effect.flip(read()))
    expect(Faults.lines(refused, "en").map((line) => line.slice(line.indexOf("receipts.csv")))).toEqual([
      'receipts.csv, row 2, column verified: found "97", more than "10" in the column issued. Check both.',
      'receipts.csv, row 3, column issued: found "10", which row 2 has already. Keep one of the two.'
    ])
    file(here, "receipts.csv", "issued,verified", "10,10")
    expect(await Effect.runPromise(read())).toEqual([{ issued: 10, verified: 10 }])
  })
})
