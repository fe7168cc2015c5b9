import { PgClient } from "@effect/sql-pg"
import { Embedded, JournalSql, Migrations, SnapshotsSql } from "@timbang/storage-sql"
import { JournalSuite, SnapshotsSuite, type Suite } from "@timbang/testkit/suites"
import { Journal, type Snapshots } from "@timbang/workflows/ports"
import { Effect, Layer, ManagedRuntime, Redacted, Stream } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "./Server.ts"

let count = 0

/** Schemas of their own in one database, since starting one takes seconds. */
const adapter = (client: () => PgClient.PgClient, options: JournalSql.Options): Suite.Adapter<Journal.Journal> => ({
  isDurable: true,
  fresh: Effect.sync(() =>
    JournalSql.layer({ ...options, schema: `t${++count}` }).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client())))
  )
})

const snapshots = (client: () => PgClient.PgClient): Suite.Adapter<Snapshots.Snapshots> => ({
  isDurable: true,
  fresh: Effect.sync(() => SnapshotsSql.layer({ schema: `t${++count}` }).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client()))))
})

const database = (layer: () => Promise<Layer.Layer<PgClient.PgClient, unknown>>) => {
  let opened: { readonly runtime: ManagedRuntime.ManagedRuntime<PgClient.PgClient, unknown>; readonly client: PgClient.PgClient }
  beforeAll(async () => {
    const runtime = ManagedRuntime.make(await layer())
    opened = { runtime, client: await runtime.runPromise(PgClient.PgClient) }
  })
  afterAll(() => opened?.runtime.dispose())
  return () => opened.client
}

const onClient = <A, E>(client: PgClient.PgClient, program: Effect.Effect<A, E, PgClient.PgClient | import("effect/sql").SqlClient.SqlClient>) =>
  Effect.runPromise(Effect.provide(program, PgClient.layerFrom(Effect.succeed(client))))

describe("Journal: PGlite", () => {
  const client = database(async () => Embedded.layer())
  for (const { name, run } of JournalSuite.cases(adapter(client, {}))) it(name, run)
  for (const { name, run } of SnapshotsSuite.cases(snapshots(client))) it(`snapshots: ${name}`, run)

  it("migrations printed for an administrator give the tables that the program makes", async () => {
    const tables = (schema: string) =>
      client().unsafe<{ column: string }>(
        "SELECT table_name || '.' || column_name || ' ' || data_type AS column FROM information_schema.columns WHERE table_schema = $1 ORDER BY 1",
        [schema]
      )
    await onClient(client(), Migrations.run("made"))
    const statements = Migrations.print("printed").split(";\n").filter((text) => !/^(BEGIN|COMMIT)?$/.test(text))
    for (const statement of statements) await onClient(client(), Effect.asVoid(client().unsafe(statement)))
    const made = await onClient(client(), tables("made"))
    expect(made.length).toBeGreaterThan(20)
    expect(await onClient(client(), tables("printed"))).toEqual(made)
    expect(await onClient(client(), Migrations.run("printed"))).toEqual([])
  })

  it("a schema of a newer version is refused", async () => {
    await onClient(client(), Migrations.run("newer"))
    await onClient(client(), client().unsafe("INSERT INTO newer.migrations (id, name) VALUES (99, 'later')"))
    const error = await onClient(client(), Effect.flip(Migrations.run("newer")))
    expect(error).toMatchObject({ _tag: "SchemaNewer", found: 99 })
  })

  it("a name that would need quotes is refused", async () => {
    const error = await onClient(client(), Effect.flip(Migrations.run("a; drop table b")))
    expect(error._tag).toBe("SchemaNameRefused")
  })
})

describe("Journal: PostgreSQL", () => {
  const client = database(async () => {
    const { port } = await Server.start()
    return PgClient.layer({ host: "127.0.0.1", port, username: "timbang", password: Redacted.make("timbang"), database: "postgres", maxConnections: 8 })
  })
  afterAll(Server.stop)
  for (const { name, run } of JournalSuite.cases(adapter(client, { isListening: true }))) it(name, run)
  for (const { name, run } of SnapshotsSuite.cases(snapshots(client))) it(`snapshots: ${name}`, run)

  it("brings a schema of each earlier version up to date with what it holds", async () => {
    for (let version = 1; version < Migrations.all.length; version++) {
      const schema = `old${version}`
      await onClient(client(), Migrations.run(schema, version))
      await onClient(client(), client().unsafe(
        `WITH head AS (UPDATE ${schema}.head SET size = 1), stream AS (INSERT INTO ${schema}.streams VALUES ('s', 1)) ` +
          `INSERT INTO ${schema}.entries VALUES (0, 's', 0, 'k', 'kept', 'a', 'b', 'c', 0)`
      ))
      const made = JournalSql.layer({ schema }).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client())))
      const entries = await Effect.runPromise(Effect.provide(Effect.flatMap(Journal.Journal, (one) => Stream.runCollect(one.read())), made))
      expect(entries.map(({ body }) => body)).toEqual(["kept"])
      expect(await onClient(client(), Migrations.run(schema))).toEqual([])
    }
  })

  it("two pools race and nothing is lost, doubled or out of order", async () => {
    const schema = `t${++count}`
    const actor = { id: "a", role: "b", unit: "c" }
    const pool = PgClient.layer({ host: "127.0.0.1", port: Server.port(), username: "timbang", password: Redacted.make("timbang"), database: "postgres" })
    const journal = Layer.fresh(Layer.provide(JournalSql.layer({ schema }), pool))
    const writer = (name: string) =>
      Effect.provide(
        Effect.flatMap(Journal.Journal, (one) =>
          Effect.forEach(Array.from({ length: 100 }, (_, i) => `${name}${i}`), (body) =>
            one.append("s", { actor, key: body, entries: [{ kind: "k", body }] }), { concurrency: 4 })),
        journal
      )
    const answers = await Effect.runPromise(Effect.all([writer("a"), writer("b")], { concurrency: 2 }))
    const entries = await Effect.runPromise(Effect.provide(
      Effect.flatMap(Journal.Journal, (one) => Stream.runCollect(one.read())),
      journal
    ))
    expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 200 }, (_, i) => i))
    expect(new Set(entries.map(({ body }) => body)).size).toBe(200)
    expect(new Set(answers.flat().map(({ position }) => position)).size).toBe(200)
  })
})
