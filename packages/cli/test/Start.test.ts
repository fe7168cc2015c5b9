import { describe, expect, it } from "vitest"
import { commands } from "../src/Start.ts"
import { timbang } from "../src/Timbang.ts"
import { alone as run, timbang as loaded } from "./timbang.ts"

describe("Start", () => {
  it("knows every command, so that none is slower to start than it need be", () => {
    const names = timbang.subcommands.flatMap(({ commands }) => commands.map(({ name }) => name))
    expect(Object.keys(commands).sort()).toEqual([...names].sort())
  })

  it("loads them all for help and for a misspelt command", () => {
    expect(run("--help").out).toContain("select")
    expect(run("selekt")).toEqual({ code: 2, out: "", err: expect.stringContaining('tidak ada perintah "selekt". Mungkin maksudnya select?') })
    expect(run("select", "--help").out).toContain("--participants")
  })

  it.each([["rules", "list"], ["rules", "show", "cpns-1945"], ["selekt"]])("a process of its own says and ends as one kept in memory: %s %s", (...args) => {
    expect(run(...args)).toEqual(loaded(...args))
  })
})
