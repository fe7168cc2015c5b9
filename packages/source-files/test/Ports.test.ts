/** Ports from files, by the suites that every adapter of them passes. */
import { ApplicationsFile, ScoreFeedFile } from "@timbang/source-files"
import { RowsSuite, ScoreFeedSuite } from "@timbang/testkit/suites"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, it } from "vitest"

const file = (name: string, content: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "timbang-port-"))),
      (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
    ),
    (folder) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    }
  )

describe("ScoreFeed: a file of JSON lines", () => {
  const fresh = Effect.map(file("scores.ndjson", ""), (path) => {
    const append = (line: object) => Effect.sync(() => appendFileSync(path, `${JSON.stringify(line)}\n`))
    return Layer.merge(
      Layer.succeed(Sources.ScoreFeed, ScoreFeedFile.follow(path, 5)),
      Layer.succeed(ScoreFeedSuite.Exam, {
        tell: (happening) =>
          happening._tag === "Score"
            ? append(happening.scored)
            : append({ stage: happening.stage, session: happening.session, ...happening._tag === "SessionOpened" ? { opened: true } : { closed: true } }),
        over: append({ over: true })
      })
    )
  })
  for (const { name, run } of ScoreFeedSuite.cases({ fresh, isDurable: true })) it(name, run)
})

describe("ApplicationSource: a CSV file", () => {
  const applicants = ["R-1", "R-2", "R-3"]
  const csv = (last: string) => `applicant,formation,appliedOn\n${applicants.map((applicant, at) => `${applicant},F1,${at === 2 ? last : "2026-08-21"}`).join("\n")}\n`
  const fresh = Effect.map(file("A.csv", csv("2026-08-21")), (path) =>
    Layer.merge(
      ApplicationsFile.layer(path),
      Layer.succeed(RowsSuite.Origin, {
        values: applicants.map((applicant) => ({ applicant, formation: "F1", appliedOn: "2026-08-21" })),
        spoil: Effect.sync(() => writeFileSync(path, csv("besok")))
      })
    ))
  const rows = Effect.map(Sources.ApplicationSource, (source) => source.rows)
  for (const { name, run } of RowsSuite.cases({ rows, fresh, isDurable: true })) it(name, run)
})
