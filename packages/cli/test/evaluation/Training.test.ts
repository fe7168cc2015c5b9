import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as EvaluationFolder from "../../src/evaluation/EvaluationFolder.ts"
import * as Training from "../../src/evaluation/Training.ts"
import { EvaluationTables } from "@timbang/source-files"
import { file, folder } from "../timbang.ts"

const header = "unit,jobFamily,competence,rating,standard"

describe("Training.judge", () => {
  it("refuses a competence with two standards, which the order of rows would otherwise decide", async () => {
    const after = folder()
    file(after, "competences.csv", header, "Siulak,Bidan,triase,2,3", "Siulak,Bidan,triase,2.5,2.5", "Siulak,Bidan,rujukan,2,3")
    file(after, "means.csv", "unit,jobFamily,rating,standard", "Siulak,Bidan,1,3", "Siulak,Bidan,2,4")
    const refused = await Effect.runPromise(Effect.flip(Training.judge({ after, cells: [], on: "2026-06-30", lang: "id" })))
    expect(refused).toMatchObject({
      lines: [
        `${after}/competences: Siulak, Bidan, triase memiliki lebih dari satu standar: 2.5, 3. Tulis satu standar untuk semua barisnya.`,
        `${after}/means: Siulak, Bidan memiliki lebih dari satu standar: 3, 4. Tulis satu standar untuk semua barisnya.`
      ]
    })
  })

  it("says from which day a law of hours holds, where the evaluation is older", async () => {
    const after = folder()
    file(after, "competences.csv", `${header},status`, ...[2, 2.2, 2.1].map((rating) => `Siulak,Bidan,triase,${rating},3,PPPK`))
    file(after, "courses.csv", "competence,course,hours", "triase,BTCLS,30")
    const refused = await Effect.runPromise(Effect.flip(Training.judge({ after, cells: [], on: "2017-12-31", lang: "id" })))
    expect(refused).toMatchObject({ lines: [expect.stringContaining("2018-11-28")] })
  })
})

describe("EvaluationFolder.needed", () => {
  it("names a cell that stands twice, with both rows", async () => {
    const before = folder()
    file(before, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4", "Siulak,Perawat,2", "Siulak,Bidan,7")
    const refused = await Effect.runPromise(Effect.flip(EvaluationFolder.needed(before, "staffing", EvaluationTables.before.staffing, "id", { key: ["unit", "jobFamily"] })))
    expect(refused).toMatchObject({ faults: [{ _tag: "Duplicate", column: "unit", found: "Siulak / Bidan", row: 4, firstRow: 2 }] })
  })
})
