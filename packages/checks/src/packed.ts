/**
 * Packs every public package as a user receives it, checks the archive with publint and attw, and runs what is installed from them.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Installed from "./installed.ts"
import { all, root } from "./packages.ts"
import * as Workers from "./workers.ts"

export interface PackedOutcome {
  readonly name: string
  readonly problem: string | undefined
}

/** Entry points that are no modules, by package: pages that a host serves as they are. */
const noModules: Readonly<Record<string, ReadonlyArray<string>>> = { portal: ["verifier.html"] }

export const check = async (): Promise<ReadonlyArray<PackedOutcome>> => {
  const target = mkdtempSync(join(tmpdir(), "timbang-pack-"))
  const packages = all().filter(({ isPrivate }) => !isPrivate)
  const outcomes = await Workers.each(packages, async ({ folder, name }) => {
    const own: Array<PackedOutcome> = []
    const excluded = noModules[name]?.flatMap((entry) => ["--exclude-entrypoints", entry]) ?? []
    const steps: ReadonlyArray<readonly [string, () => Promise<string | undefined>]> = [
      ["pack", () => attempt("npx", ["--yes", "pnpm@12.21.0", "pack", "--pack-destination", target], folder)],
      ["publint", () => attempt("publint", ["run", archive(target, name), "--strict"], root)],
      ["attw", () => attempt("attw", [archive(target, name), "--profile", "esm-only", "--no-color", "--no-emoji", ...excluded], root)]
    ]
    for (const [step, run] of steps) own.push({ name: `${name} ${step}`, problem: await run() })
    return own
  })
  const installed = await Installed.run(packages, (name) => archive(target, name))
  rmSync(target, { recursive: true, force: true })
  return [...outcomes.flat(), ...installed]
}

const archive = (folder: string, name: string): string =>
  join(folder, readdirSync(folder).find((file) => file.startsWith(`timbang-${name}-`)) ?? `${name}.tgz`)

const attempt = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string | undefined> => {
  const { err, out, status } = await Workers.run(command, args, cwd)
  return status === 0 ? undefined : `${out}${err}`
}
