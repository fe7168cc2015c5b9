import { spawn } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Signals from "../src/Signals.ts"
import { bin, file, folder } from "./timbang.ts"

describe("Signals.endAtOnce", () => {
  it("leaves listeners as they were, also after a failure", () => {
    const heard = () => {}
    process.on("SIGTERM", heard)
    const before = process.rawListeners("SIGTERM")
    expect(Signals.endAtOnce(() => process.listenerCount("SIGTERM"))).toBe(0)
    expect(() => Signals.endAtOnce(() => { throw new Error("no") })).toThrow("no")
    expect(process.rawListeners("SIGTERM")).toEqual(before)
    process.off("SIGTERM", heard)
  })

  it("lets Ctrl-C end a long Sobol analysis before it is over, with nothing written", async () => {
    const here = folder()
    const ids = Array.from({ length: 12 }, (_, j) => `c${j}`)
    const matrix = file(here, "m.csv", ["unit", ...ids].join(), ...Array.from({ length: 514 }, (_, i) => [`u${i}`, ...ids.map((_, j) => 1 + (i * (2 * j + 3) * 31) % 997)].join()))
    const criteria = file(here, "c.csv", "criterion,direction,weight", ...ids.map((id) => `${id},max,1`))
    const args = ["needs", "analyse", "--matrix", matrix, "--criteria", criteria, "--weights", "equal", "--method", "promethee", "--vary", "promethee", "--draws", "131072"]
    const child = spawn(process.execPath, [bin, ...args, "--out", join(here, "out")], { stdio: "ignore" })
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(child.exitCode).toBe(null)
    // Pressed again, as people do, where the first came in the moment between reading and computing.
    const pressing = setInterval(() => child.kill("SIGINT"), 1000)
    child.kill("SIGINT")
    const ended = await new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)))
    clearInterval(pressing)
    expect([130, "SIGINT"]).toContain(ended)
    expect(readdirSync(here).sort()).toEqual(["c.csv", "m.csv"])
  }, 30_000)
})
