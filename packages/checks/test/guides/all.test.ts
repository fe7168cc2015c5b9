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

/** Files of the reader that a readme speaks of. */
const files: Readonly<Record<string, string>> = {
  "my-rules.ts": "import { RuleSets } from \"@timbang/regulations\"\nexport const ruleSet = RuleSets.cpns2024\n",
  "fresh.ts": "import { Journal } from \"@timbang/workflows/ports\"\nimport { Effect } from \"effect\"\nexport const fresh = Effect.succeed(Journal.layerMemory)\n"
}

it("TypeScript of the guides and readmes has the types of the packages", () => {
  const cache = join(root, "packages/checks/node_modules/.cache")
  mkdirSync(cache, { recursive: true })
  const here = mkdtempSync(join(cache, "guides-types-"))
  onTestFinished(() => rmSync(here, { recursive: true, force: true }))
  const given = { "packages-testkit-README.md": ["my-rules.ts", "fresh.ts"] } as Readonly<Record<string, ReadonlyArray<string>>>
  for (const page of [...guides.map((name) => `docs/guides/${name}`), ...globSync("{README*,packages/*/README}.md", { cwd: root })]) {
    const blocks = Blocks.of(readFileSync(join(root, page), "utf8")).filter(({ language }) => language === "ts")
    const name = page.replaceAll("/", "-")
    if (blocks.length > 0) mkdirSync(join(here, name))
    for (const block of blocks) writeFileSync(join(here, name, Blocks.fileOf(block)), block.code)
    for (const file of given[name] ?? []) writeFileSync(join(here, name, file), files[file]!)
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
      erasableSyntaxOnly: false,
      // A readme shows what is there to be imported.
      noUnusedLocals: false
    },
    include: ["*/*.ts"],
    // What `tsc -b` declared of the packages is read, and not their sources again.
    references: all().filter(({ folder }) => existsSync(join(folder, "tsconfig.json"))).map(({ folder }) => ({ path: folder }))
  }))
  const done = spawnSync("tsc", ["-p", here], { cwd: root, encoding: "utf8" })
  expect(done.stdout).toBe("")
  expect(done.status).toBe(0)
})
