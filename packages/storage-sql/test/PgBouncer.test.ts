import { PgClient } from "@effect/sql-pg"
import { JournalSql, SnapshotsSql } from "@timbang/storage-sql"
import { JournalSuite, SnapshotsSuite, type Suite } from "@timbang/testkit/suites"
import { Journal, type Snapshots } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer, ManagedRuntime, Redacted, Stream } from "effect"
import { spawn, spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Pooler from "./Pooler.ts"
import * as Server from "./Server.ts"

/** The pooler itself where the machine has it (npm has no package; on Debian: `apt-get install pgbouncer`), and everywhere one of the tests. */
const isInstalled = spawnSync("pgbouncer", ["--version"]).status === 0
const poolers = [
  { name: "a pooler of the tests", start: Pooler.start },
  ...(isInstalled ? [{ name: "PgBouncer", start: (server: number, port: number) => pgBouncer(server, port) }] : [])
]

describe.each(poolers)("behind $name, a transaction at a time", ({ start }) => {
  let pooler: Pooler.Pooler
  let opened: ManagedRuntime.ManagedRuntime<PgClient.PgClient, unknown>
  let client: PgClient.PgClient
  let count = 0

  beforeAll(async () => {
    pooler = await start((await Server.start()).port, await Server.freePort())
    opened = ManagedRuntime.make(PgClient.layer({
      host: "127.0.0.1",
      port: pooler.port,
      username: "timbang",
      password: Redacted.make("timbang"),
      database: "postgres",
      maxConnections: 8,
      // The pooler gives each transaction another connection, which does not know what was prepared on the one before.
      prepare: false
    }))
    client = await opened.runPromise(PgClient.PgClient)
  })

  afterAll(async () => {
    await opened?.dispose()
    await pooler?.stop()
    await Server.stop()
  })

  it("a transaction has one connection, and the next has another, with what others left on it", async () => {
    const pid = Effect.map(client.unsafe<{ pid: number }>("SELECT pg_backend_pid() AS pid"), ([row]) => row!.pid)
    const [within, after] = await opened.runPromise(Effect.gen(function*() {
      const within = yield* client.withTransaction(Effect.all([pid, pid, pid]))
      // Several at once, so that each connection is taken.
      return [within, yield* Effect.all(Array.from({ length: 12 }, () => client.withTransaction(Effect.all([pid, client.unsafe("SELECT pg_sleep(0.02)"), pid]))), { concurrency: 8 })] as const
    }))
    expect(new Set(within).size).toBe(1)
    for (const [before, , later] of after) expect(before).toBe(later)
    expect(new Set(after.map(([one]) => one)).size).toBe(2)
    const left = await opened.runPromise(Effect.gen(function*() {
      yield* client.unsafe("SET application_name = 'left behind'")
      return yield* Effect.all(Array.from({ length: 8 }, () => client.unsafe<{ name: string }>("SELECT current_setting('application_name') AS name")), { concurrency: 1 })
    }))
    expect(left.flat().map(({ name }) => name)).toContain("left behind")
  })

  const through = <A>(layer: (schema: string) => Layer.Layer<A, unknown, PgClient.PgClient>): Suite.Adapter<A> => ({
    isDurable: true,
    fresh: Effect.sync(() => layer(`b${++count}`).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client))))
  })

  const journal: Suite.Adapter<Journal.Journal> = through((schema) => JournalSql.layer({ schema, pollMillis: 50 }))
  const snapshots: Suite.Adapter<Snapshots.Snapshots> = through((schema) => SnapshotsSql.layer({ schema }))
  for (const { name, run } of JournalSuite.cases(journal)) it(name, run)
  for (const { name, run } of SnapshotsSuite.cases(snapshots)) it(`snapshots: ${name}`, run)

  it("a follower that asks by itself loses nothing and gets nothing twice", async () => {
    const actor = { id: "a", role: "b", unit: "c" }
    const layer = JournalSql.layer({ schema: `b${++count}`, pollMillis: 50 }).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client)))
    const program = Effect.gen(function*() {
      const one = yield* Journal.Journal
      const following = yield* Effect.forkChild(Stream.runCollect(Stream.take(one.follow(), 200)), { startImmediately: true })
      yield* Effect.forEach(Array.from({ length: 200 }, (_, at) => String(at)), (body) => one.append("s", { actor, entries: [{ kind: "k", body }] }), { concurrency: 8 })
      return yield* Fiber.join(following)
    })
    const seen = await Effect.runPromise(Effect.provide(program, layer))
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: 200 }, (_, at) => at))
    expect(new Set(seen.map(({ body }) => body)).size).toBe(200)
  })
})

/** Starts the pooler of the machine. */
const pgBouncer = async (server: number, port: number): Promise<Pooler.Pooler> => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-pgbouncer-"))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, "pgbouncer.ini"), [
    "[databases]",
    `postgres = host=127.0.0.1 port=${server} user=timbang password=timbang`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = any",
    "pool_mode = transaction",
    // Fewer than the client opens, so that its connections do not keep one of the server's.
    "default_pool_size = 2",
    ""
  ].join("\n"))
  // As root it refuses to run; it takes the user that it is given.
  const pooler = spawn("pgbouncer", [...process.getuid?.() === 0 ? ["-u", "nobody"] : [], join(folder, "pgbouncer.ini")], { stdio: "ignore" })
  await reached(port)
  return {
    port,
    stop: async () => {
      pooler.kill()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Waits until something answers at a port. */
const reached = async (port: number): Promise<void> => {
  for (let tries = 0;; tries++) {
    const isThere = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false))
      socket.on("close", () => undefined).setTimeout(1000, () => socket.destroy())
      socket.once("connect", () => socket.end())
    })
    if (isThere === true) return
    if (tries === 100) throw new Error("the pooler does not answer")
    await setTimeout(100)
  }
}
