import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it, onTestFinished } from "vitest"
import { blocks, program } from "./guide.ts"

const guide = "php-and-laravel.md"
const here = mkdtempSync(join(tmpdir(), "timbang-php-"))
afterAll(() => rmSync(here, { recursive: true, force: true }))

const env = program(here)

const has = (command: string): boolean => {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

describe(`docs/guides/${guide}`, () => {
  it("starts, is asked by curl, and by PHP where there is one, as written", async () => {
    const [start, ask] = blocks(guide, "sh") as [string, string]
    // Any free port instead of the one that may be taken here.
    const child = spawn("sh", ["-c", `${start.replace("8091", "0")}\nwait`], { cwd: here, env, detached: true })
    onTestFinished(() => void process.kill(-child.pid!))
    let said = ""
    child.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()))
    await expect.poll(() => said, { timeout: 30_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
    const address = said.trim().replace(/\/$/, "")
    const answer = JSON.parse(execFileSync("sh", ["-c", ask.replace("http://127.0.0.1:8091", address)], { cwd: here, env, encoding: "utf8" }))
    expect(answer.allocation.map(({ seats, unit }: { readonly seats: number; readonly unit: string }) => [unit, seats])).toEqual([["Dinas Kesehatan", 3], ["Dinas Pendidikan", 7]])
    const [script] = blocks(guide, "php") as [string]
    const [printed] = blocks(guide, "text") as [string]
    if (has("php")) {
      writeFileSync(join(here, "tanya.php"), script)
      expect(execFileSync("php", ["tanya.php"], { cwd: here, env: { ...env, TIMBANG_URL: address }, encoding: "utf8" })).toBe(printed)
    }
    // What the script sends, read off it: arrays of PHP are JSON with other marks.
    const sent = /timbang\('select', (\[[\s\S]*?\])\);/.exec(script)![1]!
      .replaceAll("'", "\"").replaceAll(" =>", ":").replace(/,(\s*\])/g, "$1")
      .replace(/\[(?=\s*"\w+":)/g, "{").replace(/(: \d+)\]/g, "$1}").replace(/\]\s*$/, "}")
    const response = await fetch(`${address}/v1/select?lang=id`, {
      method: "POST",
      headers: { authorization: `Bearer ${execFileSync("cat", ["token"], { cwd: here, encoding: "utf8" }).trim()}`, "content-type": "application/json" },
      body: sent
    })
    const { result } = await response.json() as { readonly result: ReadonlyArray<Readonly<Record<string, unknown>>> }
    expect(result.map((row) => `${row["rank"]} ${row["participant"]} ${row["final"]} ${row["status"]}\n`).join("")).toBe(printed)
  })
})
