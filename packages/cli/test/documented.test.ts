/** Command lines in the documents name commands and options that there are. */
import * as Blocks from "@timbang/checks/blocks"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { run } from "./inProcess.ts"

const root = join(import.meta.dirname, "../../..")

/** Lines of blocks and code within sentences that begin with the program. */
const linesOf = (page: string): ReadonlyArray<string> => {
  const blocks = Blocks.of(page).filter(({ language }) => language === "sh" || language === "").flatMap(({ code }) => code.replaceAll(/\\\n */g, "").split("\n"))
  const spans = [...page.replaceAll(/^ *```\w*\n[\s\S]*?^ *```$/gm, "").matchAll(/`([^`]+)`/g)].map(([, text]) => text!.replaceAll("\n", " "))
  return [...blocks, ...spans].flatMap((line) => /^\s*(?:npm run -s timbang -- |node packages\/cli\/src\/bin\.ts )?(timbang .*|(?<=-- |bin\.ts ).*)$/.exec(line)?.[1]?.replace(/ +#.*$/, "") ?? [])
}

const pages = globSync(["README*.md", "docs/**/*.md", "packages/*/README.md", "examples/**/*.md"], { cwd: root })

describe("the documents", () => {
  const helps = new Map<string, string>()
  const helpOf = async (path: ReadonlyArray<string>): Promise<string> => {
    const key = path.join(" ")
    const known = helps.get(key)
    if (known !== undefined) return known
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined)
    await run(...path, "--help")
    const help = said.mock.calls.map((call) => call.join(" ")).join("\n")
    said.mockRestore()
    helps.set(key, help)
    return help
  }

  it("name commands with the options that they take", async () => {
    const wrong: Array<string> = []
    let seen = 0
    for (const page of pages) {
      for (const line of linesOf(readFileSync(join(root, page), "utf8"))) {
        seen++
        const words = line.replace(/^timbang /, "").split(/\s+/)
        const path: Array<string> = []
        for (const word of words) {
          if (!/^[a-z][a-z-]*$/.test(word) || !new RegExp(`^ {2}${word}( |$)`, "m").test((await helpOf(path)).split("SUBCOMMANDS")[1] ?? "")) break
          path.push(word)
        }
        const help = await helpOf(path)
        const unknown = [...line.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option).filter((option) => !new RegExp(`${option}(?![\\w-])`).test(help))
        if (unknown.length > 0 || (path.length === 0 && !words[0]!.startsWith("-"))) wrong.push(`${page}: ${line}: ${unknown.join(" ")}`)
      }
    }
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(150)
  })
})
