/**
 * Runs every numbered example and compares what it prints with `examples/expected`.
 *
 * `--update` writes what was printed; a mismatch leaves a `.new` file beside the expected one.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./packages.ts"
import * as Workers from "./workers.ts"

export interface ExampleOutcome {
  readonly name: string
  readonly problem: string | undefined
}

export const run = (update: boolean): Promise<ReadonlyArray<ExampleOutcome>> => {
  const folder = join(root, "examples")
  mkdirSync(join(folder, "expected"), { recursive: true })
  return Workers.each(globSync("[0-9][0-9]-*.ts", { cwd: folder }).sort(), async (name) => {
    const expectedFile = join(folder, "expected", name.replace(/\.ts$/, ".txt"))
    const newFile = `${expectedFile}.new`
    const { err, out, status } = await Workers.run(process.execPath, [name], folder)
    if (status !== 0) return { name, problem: `exit ${status}\n${err}` }
    if (update) writeFileSync(expectedFile, out)
    const expected = existsSync(expectedFile) ? readFileSync(expectedFile, "utf8") : ""
    if (expected === out) {
      rmSync(newFile, { force: true })
      return { name, problem: undefined }
    }
    writeFileSync(newFile, out)
    return { name, problem: `the output differs from examples/expected; see ${name.replace(/\.ts$/, ".txt.new")}` }
  })
}

if (import.meta.main) {
  const outcomes = await run(process.argv.includes("--update"))
  for (const { name, problem } of outcomes) console.log(`${problem === undefined ? "ok  " : "FAIL"} ${name}${problem === undefined ? "" : `: ${problem}`}`)
  process.exit(outcomes.some(({ problem }) => problem !== undefined) ? 1 : 0)
}
