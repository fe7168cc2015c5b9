/**
 * Runs every numbered example and compares what it prints with `examples/expected`.
 *
 * `--update` writes what was printed; a mismatch leaves a `.new` file beside the expected one.
 */
import { spawnSync } from "node:child_process"
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./packages.ts"

export interface ExampleOutcome {
  readonly name: string
  readonly problem: string | undefined
}

export const run = (update: boolean): ReadonlyArray<ExampleOutcome> => {
  const folder = join(root, "examples")
  mkdirSync(join(folder, "expected"), { recursive: true })
  return globSync("[0-9][0-9]-*.ts", { cwd: folder }).sort().map((name) => {
    const expectedFile = join(folder, "expected", name.replace(/\.ts$/, ".txt"))
    const newFile = `${expectedFile}.new`
    const done = spawnSync(process.execPath, [name], { cwd: folder, encoding: "utf8", timeout: 120_000 })
    if (done.status !== 0) return { name, problem: `exit ${done.status}\n${done.stderr}` }
    if (update) writeFileSync(expectedFile, done.stdout)
    const expected = existsSync(expectedFile) ? readFileSync(expectedFile, "utf8") : ""
    if (expected === done.stdout) {
      rmSync(newFile, { force: true })
      return { name, problem: undefined }
    }
    writeFileSync(newFile, done.stdout)
    return { name, problem: `the output differs from examples/expected; see ${name.replace(/\.ts$/, ".txt.new")}` }
  })
}

if (import.meta.main) {
  const outcomes = run(process.argv.includes("--update"))
  for (const { name, problem } of outcomes) console.log(`${problem === undefined ? "ok  " : "FAIL"} ${name}${problem === undefined ? "" : `: ${problem}`}`)
  process.exit(outcomes.some(({ problem }) => problem !== undefined) ? 1 : 0)
}
