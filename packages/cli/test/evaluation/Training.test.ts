import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as EvaluationFolder from "../../src/evaluation/EvaluationFolder.ts"
import * as Training from "../../src/evaluation/Training.ts"
import { file, folder } from "../timbang.ts"

describe("Training.judge", () => {
  it("says from which day a law of hours holds, where the evaluation is older", async () => {
    const [before, after] = [folder(), folder()]
    for (const where of [before, after]) {
      file(where, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4")
      file(where, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5")
    }
    file(after, "competences.csv", "unit,jobFamily,competence,rating,standard,status", ...[2, 2.2, 2.1].map((rating) => `Siulak,Bidan,triase,${rating},3,PPPK`))
    file(after, "courses.csv", "competence,course,hours", "triase,BTCLS,30")
    const tables = await Effect.runPromise(EvaluationFolder.read({ before, after }, "id"))
    const refused = await Effect.runPromise(Effect.flip(Training.judge({ tables: tables.after, cells: [], on: "2017-12-31", lang: "id" })))
    expect(refused).toMatchObject({ lines: [expect.stringContaining("2018-11-28")] })
  })
})
