import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { all } from "../src/packages.ts"

/** Which packages of this repository a package may import; `docs/flow.md` has the reasons. */
const mayImport: Record<string, ReadonlyArray<string>> = {
  core: [],
  regulations: ["core"],
  language: ["core"],
  report: ["core", "language"],
  testkit: ["core", "regulations", "workflows"],
  portal: ["core", "language", "signing", "source-files", "workflows"],
  documents: ["core", "language", "workflows"],
  signing: ["core"],
  workflows: ["core"],
  "storage-files": ["core", "workflows"],
  "storage-sql": ["core", "workflows"],
  "notify-email": ["workflows", "language"],
  "notify-webhook": ["workflows", "language"],
  process: ["core", "workflows"],
  "source-files": ["core", "workflows"],
  "source-bps": ["core", "source-files", "workflows"]
}

/** Stages in the order of the process; a stage imports earlier ones only, `law` and `number` are open to all. */
const stages = ["law", "number", "needs", "formation", "selection", "publication", "performance", "evaluation"]

const importsOf = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2]!)

const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "")

describe("walls", () => {
  for (const { folder, name } of all()) {
    const allowed = mayImport[name]
    if (allowed === undefined) continue
    it(`${name} imports only what its row of the architecture allows`, () => {
      for (const path of globSync("src/**/*.ts", { cwd: folder })) {
        for (const from of importsOf(code(readFileSync(join(folder, path), "utf8")))) {
          const match = /^@timbang\/([^/]+)/.exec(from)
          if (match !== null) expect(allowed, `${name}/${path} imports ${from}`).toContain(match[1])
        }
      }
    })
  }

  it("a stage of core imports only earlier stages", () => {
    const folder = all().find(({ name }) => name === "core")!.folder
    for (const path of globSync("src/*/**/*.ts", { cwd: folder })) {
      const own = stages.indexOf(path.split("/")[1]!)
      if (own === -1) continue
      for (const from of importsOf(code(readFileSync(join(folder, path), "utf8")))) {
        const match = /^\.\.\/(\w+)\//.exec(from)
        const other = match === null ? -1 : stages.indexOf(match[1]!)
        expect(other, `${path} imports ${from}`).toBeLessThanOrEqual(own)
      }
    }
  })
})
