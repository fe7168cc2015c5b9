/**
 * Runs the examples that stand in doc comments.
 *
 * A line `expression // => value` inside a ```ts block of a doc comment becomes an assertion; the block becomes one test
 * of a generated file under the package's `.doctest` folder, which vitest picks up.
 */
import { spawnSync } from "node:child_process"
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { all, root } from "./packages.ts"

const comment = /\/\*\*[\s\S]*?\*\//g
const fence = /```ts\n([\s\S]*?)```/g
const arrow = /^(\s*)(.+?)\s*\/\/ => (.+)$/

/** The examples of one source text, as code. */
export const examples = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(comment)].flatMap(([block]) => {
    const text = block.split("\n").map((line) => line.replace(/^\s*\* ?/, "")).join("\n")
    return [...text.matchAll(fence)].map(([, code]) => code!)
  })

/** A test file for the examples of one module. */
export const testFile = (module: string, source: string): string | undefined => {
  const found = examples(source)
  if (found.length === 0) return undefined
  const tests = found.map((code, index) => {
    const lines = code.split("\n")
    const imports = lines.filter((line) => line.startsWith("import "))
    const body = lines.filter((line) => !line.startsWith("import ")).map((line) => {
      const match = arrow.exec(line)
      return match === null ? line : `${match[1]}__expect(${match[2]}).toEqual(${match[3]})`
    })
    const names = imports.map((line) => line.replace(/^import (?:type )?(.*) from (".*")$/, "const $1 = await import($2)")
      .replace(/\* as (\w+)/, "$1").replace(/(\w+) as (\w+)/g, "$1: $2"))
    return `__it("example ${index + 1}", async () => {\n${[...names, ...body].join("\n")}\n})`
  })
  return `import { describe as __describe, expect as __expect, it as __it } from "vitest"\n\n` +
    `__describe("doc comments of ${module}", () => {\n${tests.join("\n")}\n})\n`
}

/** Writes the generated tests anew and answers how many files there are. */
export const write = (): number => {
  let count = 0
  for (const { folder } of all()) {
    const target = join(folder, ".doctest")
    rmSync(target, { recursive: true, force: true })
    for (const path of globSync("src/**/*.ts", { cwd: folder })) {
      const text = testFile(relative(root, join(folder, path)), readFileSync(join(folder, path), "utf8"))
      if (text === undefined) continue
      const file = join(target, path.replace(/\.ts$/, ".test.ts"))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      count++
    }
  }
  return count
}

if (import.meta.main) {
  console.log(`${write()} modules with examples`)
  process.exit(spawnSync("vitest", ["run", ".doctest"], { cwd: root, stdio: "inherit" }).status ?? 1)
}
