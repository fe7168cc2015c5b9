/**
 * Packs every public package as a user receives it and checks the archive with publint and attw.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { all, root } from "./packages.ts"

export interface PackedOutcome {
  readonly name: string
  readonly problem: string | undefined
}

export const check = (): ReadonlyArray<PackedOutcome> => {
  const target = mkdtempSync(join(tmpdir(), "timbang-pack-"))
  const outcomes: Array<PackedOutcome> = []
  for (const { folder, isPrivate, name } of all()) {
    if (isPrivate) continue
    const steps: ReadonlyArray<readonly [string, () => ReturnType<typeof attempt>]> = [
      ["pack", () => attempt("npx", ["--yes", "pnpm@12.21.0", "pack", "--pack-destination", target], folder)],
      ["publint", () => attempt("publint", ["run", archive(target, name), "--strict"], root)],
      ["attw", () => attempt("attw", [archive(target, name), "--profile", "esm-only", "--no-color", "--no-emoji"], root)]
    ]
    for (const [step, run] of steps) outcomes.push({ name: `${name} ${step}`, problem: run() })
  }
  rmSync(target, { recursive: true, force: true })
  return outcomes
}

const archive = (folder: string, name: string): string =>
  join(folder, readdirSync(folder).find((file) => file.startsWith(`timbang-${name}-`)) ?? `${name}.tgz`)

const attempt = (command: string, args: ReadonlyArray<string>, cwd: string): string | undefined => {
  const done = spawnSync(command, args, { cwd, encoding: "utf8" })
  return done.status === 0 ? undefined : `${done.stdout}${done.stderr}${done.error?.message ?? ""}`
}
