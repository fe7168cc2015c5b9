/** The code of a guide as it is written, in files of its own. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { transformSync } from "esbuild"
import { afterAll } from "vitest"

const docs = join(import.meta.dirname, "../../../../docs/guides")

/** The blocks of a guide in one language, in order. */
export const blocks = (guide: string, language: string): ReadonlyArray<string> =>
  [...readFileSync(join(docs, guide), "utf8").matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1]!)

/** Writes the blocks of TypeScript, each named by the first thing it exports; answers what imports one. */
export const modules = (guide: string): <A>(name: string) => Promise<A> => {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/guides", guide)
  mkdirSync(folder, { recursive: true })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const code of blocks(guide, "ts")) {
    const name = /^export (?:const|interface) (\w+)/m.exec(code.replace(/^export interface[\s\S]*?^}/m, ""))![1]!
    // Decorators are the one thing that Node does not read.
    const { code: written } = transformSync(code, { loader: "ts", tsconfigRaw: { compilerOptions: { experimentalDecorators: true } } })
    writeFileSync(join(folder, `${name}.ts`), written)
  }
  return (name) => import(/* @vite-ignore */ join(folder, `${name}.ts`))
}

/** The environment in which `timbang` is found by its name, as where the package is installed; the command stands in a folder of its own. */
export const program = (folder: string): Readonly<Record<string, string | undefined>> => {
  const path = process.env["TIMBANG_PROGRAM"] ?? join(import.meta.dirname, "../../../cli/src/bin.ts")
  mkdirSync(join(folder, ".bin"))
  writeFileSync(join(folder, ".bin/timbang"), `#!/bin/sh\nexec "${process.execPath}" "${path}" "$@"\n`, { mode: 0o755 })
  return { ...process.env, PATH: `${join(folder, ".bin")}${delimiter}${process.env["PATH"]}` }
}
