import { Clock, Effect, Option } from "effect"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Options from "../src/Options.ts"
import { run } from "./inProcess.ts"

const sources = join(import.meta.dirname, "../src")

describe("Options.path", () => {
  it.each([
    ["below the folder one works in", join(process.cwd(), "data/A.csv"), "data/A.csv"],
    ["beside it, typed whole", join(process.cwd(), "../beside/A.csv"), join(process.cwd(), "../beside/A.csv")],
    ["the folder itself", process.cwd(), "."],
    ["far from it", "/A.csv", "/A.csv"]
  ])("shows a path %s from where one works, or as it was typed", (_, path, expected) => {
    expect(Options.shown(path)).toBe(expected)
  })

  it("keeps a path beside the folder one works in as it was typed", () => {
    const typed = process.argv
    process.argv = [...typed, "../beside/A.csv", "--out=../beside/out"]
    try {
      expect(Options.shown(join(process.cwd(), "../beside/A.csv"))).toBe("../beside/A.csv")
      expect(Options.shown(join(process.cwd(), "../beside/out"))).toBe("../beside/out")
    } finally {
      process.argv = typed
    }
  })

  it("is how every command takes a file or a folder: none shows a path that was not given", () => {
    const commands = globSync("**/commands/*.ts", { cwd: sources })
    expect(commands.length).toBeGreaterThan(30)
    const own = commands.filter((name) => /\b(?:Flag|Argument)\.(?:Path|File|Directory)\(/.test(readFileSync(join(sources, name), "utf8")))
    expect(own).toEqual([])
  })

  it("keeps a relative path relative in what is refused", async () => {
    expect((await run("raters", "--scores", "not-there/S.csv", "--out", "not-there/out", "--lang", "en")).refusal).toMatch(/^not-there\/S\.csv: there is no such file/)
  })
})

describe("Options.day", () => {
  it("is the day in the west of the country, not that of Greenwich", async () => {
    const at = (time: string) =>
      Effect.runPromise(Effect.provideService(Options.day("--on", Option.none(), "id"), Clock.Clock, { ...Effect.runSync(Clock.clockWith(Effect.succeed)), currentTimeMillis: Effect.succeed(Date.parse(time)) }))
    expect(await at("2026-11-24T16:59:59Z")).toBe("2026-11-24")
    expect(await at("2026-11-24T17:00:00Z")).toBe("2026-11-25")
  })
})
