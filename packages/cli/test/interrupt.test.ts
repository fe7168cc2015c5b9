import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { bin, file, folder } from "./timbang.ts"

const here = folder()
const formations = file(here, "F.csv", "formation,position,education,location,category,seats", ...Array.from({ length: 500 }, (_, at) => `F${at},Penyuluh,S-1,Setda,umum,2`))
const people = Array.from({ length: 150_000 }, (_, at) => `${24_000_000 + at},F${at % 500},${50 + at % 20 * 5},${60 + at % 22 * 5},${140 + at % 80},${40 + at % 59}.125`)
const participants = file(here, "P.csv", ["participant,formation,twk,tiu,tkp,skb", ...people].join("\n"))

/** Interrupts the command when something begins to stand beside the folder, or after a while. */
const interrupted = (out: string, afterMs: number, by: "SIGINT" | "SIGHUP" = "SIGINT"): Promise<number | null> =>
  new Promise((resolve) => {
    const args = ["select", "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", join(here, out)]
    const child = spawn(process.execPath, [bin, ...args, "--xlsx", "always"], { stdio: "ignore" })
    const began = performance.now()
    const watch = setInterval(() => {
      const isWriting = readdirSync(here).some((name) => name.startsWith(`.${out}.draft`))
      if (!isWriting && (afterMs === 0 || performance.now() - began < afterMs)) return
      clearInterval(watch)
      child.kill(by)
    }, 5)
    child.on("exit", (code, signal) => {
      clearInterval(watch)
      // A shell shows 130 for a process that the signal ended before it could answer, too.
      resolve(signal === by ? 130 : code)
    })
  })

describe("timbang select, interrupted", () => {
  it("while it reads leaves nothing behind and ends with 130", async () => {
    expect(await interrupted("reading", 700)).toBe(130)
    expect(readdirSync(here).filter((name) => name.includes("reading"))).toEqual([])
  }, 60_000)

  it("while it writes leaves an older result as it was", async () => {
    const folderOf = join(here, "writing")
    mkdirSync(folderOf)
    writeFileSync(join(folderOf, "manifest.json"), "an older one")
    expect(await interrupted("writing", 0)).toBe(130)
    expect(readdirSync(here).filter((name) => name.includes("writing"))).toEqual(["writing"])
    expect([readdirSync(folderOf), readFileSync(join(folderOf, "manifest.json"), "utf8")]).toEqual([["manifest.json"], "an older one"])
    expect(existsSync(join(folderOf, "result.csv"))).toBe(false)
  }, 60_000)

  it("by a terminal that is closed leaves no draft either", async () => {
    expect(await interrupted("closing", 0, "SIGHUP")).toBe(130)
    expect(readdirSync(here).filter((name) => name.includes("closing"))).toEqual([])
  }, 60_000)
})
