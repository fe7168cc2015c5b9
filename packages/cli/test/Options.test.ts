import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Options from "../src/Options.ts"
import { run } from "./inProcess.ts"

const commands = join(import.meta.dirname, "../src/commands")

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
    const own = readdirSync(commands).filter((name) => /\b(?:Flag|Argument)\.(?:Path|File|Directory)\(/.test(readFileSync(join(commands, name), "utf8")))
    expect(own).toEqual([])
  })

  it("keeps a relative path relative in what is refused", async () => {
    expect((await run("raters", "--scores", "not-there/S.csv", "--out", "not-there/out", "--lang", "en")).refusal).toMatch(/^not-there\/S\.csv: there is no such file/)
  })
})
