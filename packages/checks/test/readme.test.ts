/** The lines of code in the readmes run as they stand, and print what their comments say. */
import { build } from "esbuild"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, it, vi } from "vitest"
import { root } from "../src/packages.ts"

const printed = async (code: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-readme-"))
  try {
    const outfile = join(folder, "lines.mjs")
    const stdin = { contents: code, resolveDir: join(root, "examples"), loader: "ts" } as const
    await build({ stdin, bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" })
    const log = vi.spyOn(console, "log").mockImplementation(() => {})
    await import(/* @vite-ignore */ pathToFileURL(outfile).href)
    const lines = log.mock.calls.map((call) => call.join(" ")).join("\n")
    log.mockRestore()
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it.each(["README.md", "README.id.md"])("%s: the ten lines select, explain, and print the sentence beside them", async (name) => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, name), "utf8"))!
  const [, sentence] = /\/\/ \.\.\. (.+)/.exec(code!)!
  expect(code!.trim().split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(10)
  expect(await printed(code!)).toContain(sentence)
})
