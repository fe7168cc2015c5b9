import * as NodeServices from "@effect/platform-node/NodeServices"
import { NeedFulfilment } from "@timbang/core/evaluation"
import { Fraction } from "@timbang/core/number"
import { ReportFile } from "@timbang/report"
import { Column, Table } from "@timbang/source-files"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { report } from "../../src/commands/report.ts"

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
    expect(await run("evaluation", folder, "--out", indonesian)).toContain("sudah ada berkas bernama itu")
  })

  it("writes the same as a workbook with numbers as numbers, and as a Word document, beside the page", async () => {
    const out = join(folder, "three.html")
    const staffing = { unit: "Siulak", jobFamily: "Bidan", requiredBefore: Fraction.parseUnsafe("7.5"), requiredAfter: Fraction.parseUnsafe("7.5"), staffBefore: 1204, staffAfter: 7, opened: 3, filled: 3, left: 0 }
    writeFileSync(join(folder, "evaluation.json"), ReportFile.write("evaluation", { ...evaluation, fulfilment: NeedFulfilment.judge([staffing], []) }))
    expect(await run("evaluation", folder, "--out", out, "--xlsx", "--docx")).toBeUndefined()
    const bytes = readFileSync(join(folder, "three.xlsx"))
    const columns = { unit: Column.text(), required: Column.decimal({ decimals: 2, aliases: ["Kebutuhan"] }), before: Column.integer({ aliases: ["Pegawai semula"] }) }
    const book = await Effect.runPromise(Table.read({ file: "three.xlsx", bytes }, columns, { sheet: "1 Kekurangan per unit dan…" }))
    expect([book.columns.unit[0], book.columns.required[0], book.columns.before[0]]).toEqual(["Siulak", 750, 1204])
    expect(readFileSync(join(folder, "three.docx")).subarray(0, 2).toString()).toBe("PK")
    expect(await run("evaluation", folder, "--out", join(folder, "other.html"), "--xlsx")).toBeUndefined()
    expect(await run("evaluation", folder, "--out", join(folder, "three.htm"), "--docx")).toContain("sudah ada berkas bernama itu")
    expect(existsSync(join(folder, "three.htm"))).toBe(false)
  })

  it("refuses a folder without the file, and a file of another kind, and writes nothing", async () => {
    const out = join(folder, "nothing.html")
    expect(await run("performance", folder, "--out", out)).toContain("performance.json")
    writeFileSync(join(folder, "performance.json"), ReportFile.write("evaluation", evaluation))
    expect(await run("performance", folder, "--out", out)).toContain("timbang/evaluation")
    expect(existsSync(out)).toBe(false)
  })
})
