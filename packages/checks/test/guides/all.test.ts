/** Every page of the guides is run by a test, and its TypeScript is checked against the types of the packages. */
import { spawnSync } from "node:child_process"
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import * as Blocks from "../../src/blocks.ts"
import { all, root } from "../../src/packages.ts"

const guides = readdirSync(join(root, "docs/guides")).filter((name) => name.endsWith(".md"))
const blocksOf = (name: string) => Blocks.of(readFileSync(join(root, "docs/guides", name), "utf8"))

it("every guide is opened by one test", () => {
  const tests = globSync("packages/*/test/**/*.test.ts", { cwd: root }).map((path) => readFileSync(join(root, path), "utf8")).join("\n")
  expect(guides.filter((name) => tests.split(`Guide.open("${name}")`).length !== 2)).toEqual([])
})

it("no block is without a language, and every one runs", () => {
  const found = guides.flatMap((name) => blocksOf(name).map((block) => ({ ...block, at: `${name}:${block.line}` })))
  expect(found.filter(({ language }) => language === "").map(({ at }) => at)).toEqual([])
  expect(found.filter(({ isShown }) => isShown).map(({ at }) => at)).toEqual([])
})

it("TypeScript of the guides has the types of the packages", () => {
  const cache = join(root, "packages/checks/node_modules/.cache")
  mkdirSync(cache, { recursive: true })
  const here = mkdtempSync(join(cache, "guides-types-"))
  onTestFinished(() => rmSync(here, { recursive: true, force: true }))
  for (const name of guides) {
    const blocks = blocksOf(name).filter(({ language }) => language === "ts")
    if (blocks.length > 0) mkdirSync(join(here, name))
    for (const block of blocks) writeFileSync(join(here, name, Blocks.fileOf(block)), block.code)
  }
  writeFileSync(join(here, "tsconfig.json"), JSON.stringify({
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      composite: false,
      declaration: false,
      emitDeclarationOnly: false,
      incremental: false,
      noEmit: true,
      rootDir: root,
      types: ["node"],
      lib: ["ES2023", "DOM", "DOM.Iterable"],
      // NestJS has decorators and properties in constructors.
      experimentalDecorators: true,
      erasableSyntaxOnly: false
    },
    include: ["*/*.ts"],
    // What `tsc -b` declared of the packages is read, and not their sources again.
    references: all().filter(({ folder }) => existsSync(join(folder, "tsconfig.json"))).map(({ folder }) => ({ path: folder }))
  }))
  const done = spawnSync("tsc", ["-p", here], { cwd: root, encoding: "utf8" })
  expect(done.stdout).toBe("")
  expect(done.status).toBe(0)
})
