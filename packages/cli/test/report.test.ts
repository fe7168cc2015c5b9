import * as NodeServices from "@effect/platform-node/NodeServices"
import { NeedFulfilment } from "@timbang/core/evaluation"
import { ReportFile } from "@timbang/report"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { report } from "../src/commands/report.ts"

const folder = mkdtempSync(join(tmpdir(), "timbang-report-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command and answers what it failed with, if it failed. */
const run = (...args: ReadonlyArray<string>) =>
  Effect.runPromise(Command.runWith(report, { version: "0" })(args).pipe(
    Effect.match({ onFailure: (failure) => failure.message, onSuccess: () => undefined }),
    Effect.provide(NodeServices.layer)
  ))

const evaluation = {
  round: "CPNS 2024",
  agency: "Kabupaten Kerinci",
  on: "2026-06-30",
  standing: { _tag: "simulasi" },
  fulfilment: NeedFulfilment.judge([], []),
  adjustments: []
} as const

describe("timbang report", () => {
  it("prints an evaluation, in Indonesian unless asked otherwise, and overwrites nothing", async () => {
    writeFileSync(join(folder, "evaluation.json"), ReportFile.write("evaluation", evaluation))
    const [indonesian, english] = [join(folder, "evaluation.html"), join(folder, "english.html")]
    expect(await run("evaluation", folder, "--out", indonesian)).toBeUndefined()
    expect(readFileSync(indonesian, "utf8")).toContain("<html lang=\"id\">")
    expect(await run("evaluation", folder, "--out", english, "--lang", "en")).toBeUndefined()
    expect(readFileSync(english, "utf8")).toContain("<html lang=\"en\">")
    expect(await run("evaluation", folder, "--out", indonesian)).toContain("EEXIST")
  })

  it("refuses a folder without the file, and a file of another kind, and writes nothing", async () => {
    const out = join(folder, "nothing.html")
    expect(await run("performance", folder, "--out", out)).toContain("performance.json")
    writeFileSync(join(folder, "performance.json"), ReportFile.write("evaluation", evaluation))
    expect(await run("performance", folder, "--out", out)).toContain("timbang/evaluation")
    expect(existsSync(out)).toBe(false)
  })
})
