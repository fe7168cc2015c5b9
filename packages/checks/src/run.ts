/**
 * Everything `npm test` promises, in one go. The last line is `N passed, N failed, N skipped`.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Build from "./build.ts"
import * as Doctest from "./doctest.ts"
import * as Examples from "./examples.ts"
import * as Packed from "./packed.ts"
import { root } from "./packages.ts"

let passed = 0
let failed = 0
let skipped = 0

const started = performance.now()

const say = (text: string) => console.log(`[${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s] ${text}`)

const count = (name: string, problem: string | undefined): void => {
  if (problem === undefined) {
    passed++
  } else {
    failed++
    say(`FAILED ${name}\n${problem}`)
  }
}

const command = (name: string, program: string, args: ReadonlyArray<string>): void => {
  say(name)
  const done = spawnSync(program, args, { cwd: root, encoding: "utf8" })
  count(name, done.status === 0 ? undefined : `${done.stdout}${done.stderr}${done.error?.message ?? ""}`)
}

const tests = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-test-"))
  const report = join(folder, "report.json")
  const done = spawnSync("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"]
  })
  try {
    const { numFailedTests, numPassedTests, numPendingTests, numTodoTests, success } = JSON.parse(readFileSync(report, "utf8"))
    passed += numPassedTests
    failed += numFailedTests
    skipped += numPendingTests + numTodoTests
    if (!success && numFailedTests === 0) count("vitest", "a test file could not be run; see above")
  } catch (error) {
    count("vitest", `exit ${done.status}: ${String(error)}`)
  }
  rmSync(folder, { recursive: true, force: true })
}

command("types, tests included", "tsc", ["-b"])
command("lint and walls", "oxlint", ["--quiet"])
say(`doc comments: ${Doctest.write()} modules with examples`)
say("tests")
tests()
say("examples")
for (const { name, problem } of await Examples.run(false)) count(name, problem)
say("build and packed packages")
await Build.javascript()
for (const { name, problem } of await Packed.check()) count(name, problem)
command("unused code", "knip", ["--no-progress"])
say("done")
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
