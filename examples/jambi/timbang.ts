/**
 * Runs a command of `timbang`, shows it as a person would type it, and answers what it printed.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { command, say } from "./page.ts"

export const timbang = (args: ReadonlyArray<string>, ends: ReadonlyArray<number> = [0]): string => {
  console.log(`\n${command(args.map((arg) => arg.replace(`${process.cwd()}/`, "")))}`)
  const bin = process.env["TIMBANG_PROGRAM"] ?? join(import.meta.dirname, "../../packages/cli/src/bin.ts")
  const done = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" })
  if (!ends.includes(done.status ?? -1)) throw new Error(`exit ${done.status}\n${done.stderr}`)
  return done.stdout
}

/** Runs a command whose output nobody needs but the reader. */
export const show = (args: ReadonlyArray<string>, ends: ReadonlyArray<number> = [0]): void => say(timbang(args, ends).trimEnd())
