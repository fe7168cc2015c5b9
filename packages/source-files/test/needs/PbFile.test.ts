import type { Fault } from "@timbang/core/input"
import { PbFile } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const bytes = (lines: ReadonlyArray<string>, end = "\n") => new TextEncoder().encode(lines.join(end) + end)
const meta = (...more: ReadonlyArray<string>) => ["META", "key;value", "description;Made up", ...more]
const projects = ["PROJECTS", "project_id;cost;votes;name;selected", 'a;100;2;"Well; and ""pump""";1', "b;50.5;1;Pâture;0"]
const votes = ["VOTES", "voter_id;vote;points;age", "v1;a,b;3,0;44", "v2;a;;17", "v3;;;30"]
const read = (lines: ReadonlyArray<string>, end?: string) => Effect.runPromise(PbFile.read({ file: "E.pb", bytes: bytes(lines, end) }))
const faultsOf = (lines: ReadonlyArray<string>): Promise<ReadonlyArray<Fault.Fault>> =>
  Effect.runPromise(Effect.map(Effect.flip(PbFile.read({ file: "E.pb", bytes: bytes(lines) })), ({ faults }) => faults))

describe("PbFile.read", () => {
  it("reads quoted fields, cents, and ballots without what they give no points", async () => {
    const found = await read([...meta("budget;120.50", "vote_type;cumulative"), ...projects, ...votes])
    expect([found.decimals, found.budget, found.voteType]).toEqual([2, 12_050, "cumulative"])
    expect(found.projects).toEqual([{ id: "a", title: 'Well; and "pump"', cost: 10_000 }, { id: "b", title: "Pâture", cost: 5050 }])
    expect(found.ballots.map(({ approves }) => approves)).toEqual([["a"], ["a"], []])
  })

  it("counts whole money in whole units, whatever ends the lines", async () => {
    const whole = projects.map((line) => line.replace("50.5", "50"))
    const found = await read([...meta("budget;120"), ...whole, ...votes], "\r\n")
    expect([found.decimals, found.budget, found.projects[1]?.cost]).toEqual([0, 120, 50])
  })

  it("keeps neither voters nor their age", async () => {
    const { sha256: _, ...kept } = await read([...meta("budget;120"), ...projects, ...votes])
    expect(JSON.stringify(kept)).not.toMatch(/v1|44/)
  })

  it("names faults by the row of the whole file", async () => {
    const found = await faultsOf([...meta("budget;120"), "PROJECTS", "project_id;cost", "a;x", "a;3", ...votes])
    expect(found).toEqual([
      expect.objectContaining({ _tag: "NotANumber", row: 7, column: "cost", found: "x" }),
      expect.objectContaining({ _tag: "Duplicate", row: 8, column: "project_id", firstRow: 7 })
    ])
    expect(await faultsOf([...meta("budget;120"), ...projects, "VOTES", "voter_id;vote", "v1;zoo"])).toEqual([
      { _tag: "NotListed", file: "E.pb", row: 11, column: "vote", found: "zoo", listedIn: "PROJECTS" }
    ])
  })

  it("refuses a file without its three blocks, without a budget, and one that is not there", async () => {
    expect(await faultsOf(["META", "key;value"])).toEqual([{ _tag: "BlocksMissing", file: "E.pb", blocks: ["META", "PROJECTS", "VOTES"] }])
    expect((await faultsOf([...meta(), ...projects, ...votes])).map(({ _tag }) => _tag)).toEqual(["CellMissing"])
    const missing = await Effect.runPromise(Effect.flip(PbFile.read("/nowhere/E.pb")))
    expect(missing.faults).toEqual([{ _tag: "FileNotRead", file: "/nowhere/E.pb", reason: "missing" }])
  })
})
