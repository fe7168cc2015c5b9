/** The PostgreSQL of this machine with its tools, where it has one: what comes from npm has no `pg_dump`. */
import { execFileSync, spawn } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../Server.ts"

const installed = "/usr/lib/postgresql"

/** Its tools. */
export const tools: string | undefined = existsSync(installed)
  ? readdirSync(installed).map((version) => join(installed, version, "bin")).find((bin) => ["initdb", "pg_dump"].every((name) => existsSync(join(bin, name))))
  : undefined

/** Starts a server of it. It does not run as root. */
export const start = async (bin: string): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: 65_534, gid: 65_534 } : {}
  const folder = mkdtempSync(join(tmpdir(), "timbang-server-"))
  chmodSync(folder, 0o700)
  if (isRoot) chownSync(folder, 65_534, 65_534)
  const own = { ...owner, cwd: folder, stdio: "ignore" } as const
  execFileSync(join(bin, "initdb"), ["--no-sync", "--encoding=UTF8", "--locale=C", "--auth=trust", "--username=timbang", "-D", "db"], own)
  const port = await freePort()
  const server = spawn(join(bin, "postgres"), ["-D", "db", "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"], own)
  for (let tries = 0; !isReady(bin, port); tries++) {
    if (tries > 400) throw new Error("the server did not start")
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve))
    server.kill("SIGINT")
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, stop }
}

const isReady = (bin: string, port: number): boolean => {
  try {
    execFileSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}
