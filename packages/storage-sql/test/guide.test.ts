/** The adapter of the guide and the three lines that try it, as they are written. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe } from "vitest"

const guide = readFileSync(join(import.meta.dirname, "../../../docs/guides/write-an-adapter.md"), "utf8")
const folder = join(import.meta.dirname, "../node_modules/.cache/guide")
mkdirSync(folder, { recursive: true })

/** Writes the code that holds these words as a file. */
const write = (file: string, words: string): string => {
  const path = join(folder, file)
  writeFileSync(path, [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!).find((code) => code.includes(words))!)
  return path
}

write("scoreFile.ts", "export const scoreFile")
write("fresh.ts", "export const fresh")
const lines = write("lines.ts", "it(name, run)")

describe("docs/guides/write-an-adapter.md", async () => {
  await import(/* @vite-ignore */ lines)
})
