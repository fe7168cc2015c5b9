/** Ports from files, by the suites that every adapter of them passes. */
import { RuleSets, SurveyLaw } from "@timbang/regulations"
import { ApplicationsFile, FileSources, RecapFile, ResponsesFile, ScoreFeedFile } from "@timbang/source-files"
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

/** A source over a file: its rows, the same with a last row that cannot be read, and what it gives. */
const readBySuite = <S>(
  name: string,
  rows: Effect.Effect<Sources.Rows<unknown>, never, S>,
  layer: (path: string) => Layer.Layer<S>,
  lines: readonly [header: string, ...rows: ReadonlyArray<string>],
  bad: string,
  values: ReadonlyArray<unknown>
) =>
  describe(name, () => {
    const fresh = Effect.map(file("rows.csv", `${lines.join("\n")}\n`), (path) =>
      Layer.merge(
        layer(path),
        Layer.succeed(RowsSuite.Origin, { values, spoil: Effect.sync(() => writeFileSync(path, `${[...lines.slice(0, -1), bad].join("\n")}\n`)) })
      ))
    for (const { name: what, run } of RowsSuite.cases({ rows, fresh, isDurable: true })) it(what, run)
  })

const ids = ["a", "b", "c"]
const formation = (id: string, seats: number) => ({ formation: id, position: "Penyuluh", education: "S-1", location: "Kerinci", category: "umum", seats })

readBySuite(
  "FormationSource: a CSV file",
  Effect.map(Sources.FormationSource, (source) => source.rows),
  (path) => FileSources.formations(path, RuleSets.cpns2024),
  ["formation,position,education,location,category,seats", ...ids.map((id, at) => `${id},Penyuluh,S-1,Kerinci,UMUM,${at + 1}`)],
  "c,Penyuluh,S-1,Kerinci,UMUM,banyak",
  ids.map((id, at) => formation(id, at + 1))
)

readBySuite(
  "ParticipantSource: a CSV file",
  Effect.map(Sources.ParticipantSource, (source) => source.rows),
  (path) => FileSources.participants(path, RuleSets.cpns2024, [formation("F1", 1)]),
  ["participant,formation,twk,tiu,tkp,skb", ...ids.map((id, at) => `${id},F1,${65 + 5 * at},80,166,70.5`)],
  "c,F1,1000,80,166,70.5",
  ids.map((id, at) => ({ participant: id, formation: "F1", scores: { twk: String(65 + 5 * at), tiu: "80", tkp: "166", skb: "70.500" } }))
)

readBySuite(
  "ProposalSource: a CSV file",
  Effect.map(Sources.ProposalSource, (source) => source.rows),
  (path) => FileSources.proposals(path),
  ["proposal,cost,village,service", ...ids.map((id) => `${id},,Hulu,bidan`)],
  "c,mahal,Hulu,bidan",
  ids.map((id) => ({ _tag: "ServiceAspiration", id, channel: "musrenbang", proposer: "desa", problem: "", place: { regency: "", district: "", village: "Hulu" }, state: { _tag: "Open" }, service: "bidan" }))
)

readBySuite(
  "StaffingSource: a CSV file",
  Effect.map(Sources.StaffingSource, (source) => source.rows),
  (path) => FileSources.staffing(path, [2027]),
  ["unit,position,need,onHand,retiring2027", ...ids.map((id, at) => `${id},Perawat,14,${at},2`)],
  "c,Perawat,14,-1,2",
  ids.map((id, at) => ({ unit: id, position: "Perawat", need: 14, onHand: at, retirements: { 2027: 2 }, contractsEnding: {} }))
)

readBySuite(
  "SurveySource: a CSV file",
  Effect.map(Sources.SurveySource, (source) => source.rows),
  (path) => FileSources.survey(path, ["U1", "U2"], ResponsesFile.columnsOf(["U1", "U2"], SurveyLaw.answerWords), "Dukcapil"),
  ["no_resp,U1,U2,service", "1,4,,akta", "2,3,2,akta", "3,1,1,KTP"],
  "3,5,1,KTP",
  [{ service: "akta", answers: [4, undefined] }, { service: "akta", answers: [3, 2] }, { service: "KTP", answers: [1, 1] }].map((answered) => ({ unit: "Dukcapil", ...answered }))
)

readBySuite(
  "AppraisalSource: a CSV file",
  Effect.map(Sources.AppraisalSource, (source) => source.rows),
  (path) => FileSources.appraisal(path, RecapFile.columnsOf({ above: [], "as-expected": [], below: [] }, { Baik: [] }, { Baik: [] })),
  ["person,unit,workResult,conduct,official", "p-1,Dukcapil,above,below,Baik", "p-2,Dukcapil,below,above,Baik"],
  "p-2,Dukcapil,luar biasa,above,Baik",
  (["p-1", "p-2"] as const).flatMap((person, at) =>
    [["work-result", ["above", "below"][at]], ["conduct", ["below", "above"][at]], ["predicate", "Baik"]].map(([item, rating]) => ({ person, unit: "Dukcapil", rater: "e-Kinerja", item, rating })))
)
