/**
 * Runs a command of `timbang`, shows it as a person would type it, and answers what it printed.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"

export const timbang = (args: ReadonlyArray<string>, ends: ReadonlyArray<number> = [0]): string => {
  const shown = args.map((arg) => arg.replace(`${process.cwd()}/`, "")).map((arg) => /[\s()]/.test(arg) ? `"${arg}"` : arg).join(" ")
  console.log(`\n$ npm run -s timbang -- ${shown}`)
  const bin = join(import.meta.dirname, "../../packages/cli/src/bin.ts")
  const done = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" })
  if (!ends.includes(done.status ?? -1)) throw new Error(`exit ${done.status}\n${done.stderr}`)
  return done.stdout
}
