/**
 * Peers that are installed only when a row needs them, so that nobody downloads a database server to run the tests.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const folder = join(import.meta.dirname, "../peers")
const from = createRequire(join(folder, "package.json"))

/** Loads a peer, after installing all of them if they are not there. */
export const load = async <A>(name: string): Promise<A> => {
  if (!existsSync(join(folder, "node_modules", name))) {
    const done = spawnSync("npx", ["--yes", "pnpm@12.21.0", "install", "--frozen-lockfile", "--reporter=append-only"], { cwd: folder, stdio: "inherit" })
    if (done.status !== 0) throw new Error(`the peers of the bench could not be installed (exit ${done.status})`)
  }
  return await import(pathToFileURL(from.resolve(name)).href) as A
}
