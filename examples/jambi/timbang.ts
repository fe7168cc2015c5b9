/**
 * Runs a command of `timbang`, shows it as a person would type it, and answers what it printed.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"

export const timbang = (args: ReadonlyArray<string>, ends: ReadonlyArray<number> = [0], output: "pipe" | "inherit" = "pipe"): string => {
  const shown = args.map((arg) => arg.replace(`${process.cwd()}/`, "")).map((arg) => /[\s()]/.test(arg) ? `"${arg}"` : arg).join(" ")
  console.log(`\n$ npm run -s timbang -- ${shown}`)
  const bin = join(import.meta.dirname, "../../packages/cli/src/bin.ts")
  const done = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", stdio: ["ignore", output, "pipe"] })
  if (!ends.includes(done.status ?? -1)) throw new Error(`exit ${done.status}\n${done.stderr}`)
  return done.stdout ?? ""
}

/** Runs a command whose output nobody needs but the reader: on a terminal it draws its own tables and breaks its own lines. */
export const show = (args: ReadonlyArray<string>, ends: ReadonlyArray<number> = [0]): void => {
  const said = timbang(args, ends, process.stdout.isTTY === true ? "inherit" : "pipe")
  if (said !== "") console.log(said.trimEnd())
}
