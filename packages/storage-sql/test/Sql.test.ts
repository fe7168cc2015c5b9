import { PgClient } from "@effect/sql-pg"
import { Embedded, JournalSql, Migrations, SnapshotsSql, TileStoreSql, VaultSql } from "@timbang/storage-sql"
import { JournalSuite, SnapshotsSuite, type Suite, TileStoreSuite, VaultSuite } from "@timbang/testkit/suites"
import { Journal, KeyRing, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer, ManagedRuntime, Redacted, Stream } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "./Server.ts"

let count = 0

/** Schemas of their own in one database, since starting one takes seconds. */
const adapter = <S>(client: () => PgClient.PgClient, layer: (schema: string) => Layer.Layer<S, unknown, PgClient.PgClient>): Suite.Adapter<S> => ({
  isDurable: true,
  fresh: Effect.sync(() => layer(`t${++count}`).pipe(Layer.provide(Layer.succeed(PgClient.PgClient, client()))))
})

const key = (id: string): KeyRing.Key => ({ id, bytes: new Uint8Array(32).map((_, at) => at + id.length + id.charCodeAt(0)) })
const vault = (schema: string): Layer.Layer<Vault.Vault, unknown, PgClient.PgClient> => Layer.provide(VaultSql.layer({ schema }), KeyRing.layer([key("a")]))
const files = (schema: string): Layer.Layer<TileStore.TileStore, unknown, PgClient.PgClient> => TileStoreSql.layer({ schema })

const suites = (client: () => PgClient.PgClient, options: JournalSql.Options): void => {
  const cases = {
    Journal: JournalSuite.cases(adapter(client, (schema) => JournalSql.layer({ ...options, schema }))),
    Snapshots: SnapshotsSuite.cases(adapter(client, (schema) => SnapshotsSql.layer({ schema }))),
    Vault: VaultSuite.cases(adapter(client, vault)),
    TileStore: TileStoreSuite.cases(adapter(client, files))
  }
  for (const [port, all] of Object.entries(cases)) for (const { name, run } of all) it(`${port}: ${name}`, run)
}

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

describe("PGlite", () => {
  const client = database(async () => Embedded.layer())
  suites(client, {})

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

  it("each earlier schema is brought up to date with what is in it", async () => {
    for (let earlier = 1; earlier < Migrations.all.length; earlier++) {
      const schema = `from${earlier}`
      await onClient(client(), Migrations.run(schema, earlier))
      await onClient(client(), client().unsafe(
        `INSERT INTO ${schema}.entries (pos, stream, idx, kind, body, actor_id, actor_role, actor_unit, recorded_at) VALUES (0, 's', 0, 'k', 'kept', 'a', 'b', 'c', 1)`
      ))
      await onClient(client(), client().unsafe(`UPDATE ${schema}.head SET size = 1`))
      await onClient(client(), client().unsafe(`INSERT INTO ${schema}.streams VALUES ('s', 1)`))
      const journal = Layer.provide(JournalSql.layer({ schema }), Layer.succeed(PgClient.PgClient, client()))
      const bodies = await Effect.runPromise(Effect.provide(Effect.gen(function*() {
        const one = yield* Journal.Journal
        yield* one.append("s", { actor: { id: "a", role: "b", unit: "c" }, at: 1, entries: [{ kind: "k", body: "new" }] })
        return (yield* Stream.runCollect(one.read())).map(({ body }) => body)
      }), journal))
      expect(bodies).toEqual(["kept", "new"])
      expect(await onClient(client(), Migrations.run(schema))).toEqual([])
    }
  })

  it("the vault shows the database no value, opens no row that was moved or changed, and rotates keys page by page", async () => {
    const access = { actor: { id: "a", role: "b", unit: "c" }, purpose: "test" }
    const schema = "sealed"
    const opened = <A, E>(keys: ReadonlyArray<KeyRing.Key>, program: (one: Vault.Vault["Service"]) => Effect.Effect<A, E>) =>
      Effect.runPromise(Effect.provide(
        Effect.flatMap(Vault.Vault, program),
        VaultSql.layer({ schema }).pipe(Layer.provide(KeyRing.layer(keys)), Layer.provide(Layer.succeed(PgClient.PgClient, client())))
      ))
    const part = (subject: string, name = "birth") => ({ subject, part: name, value: new TextEncoder().encode(`1999-01-01 ${subject}`) })
    const rows = (text: string) => Effect.runPromise(client().unsafe<{ text: string }>(text))

    await opened([key("a")], (one) => one.write(access, [part("P-1"), part("P-2"), ...Array.from({ length: 1200 }, (_, i) => part(`Q-${i}`))]))
    const [stored] = await rows(`SELECT string_agg(encode(sealed, 'escape'), '') AS text FROM ${schema}.vault_parts`)
    expect(stored!.text).not.toMatch(/1999|P-1/)

    expect(await opened([key("b"), key("a")], (one) => one.rotate(access))).toBe(1202)
    expect(await opened([key("b"), key("a")], (one) => one.rotate(access))).toBe(0)
    const read = await opened([key("b")], (one) => one.read(access, "Q-1199"))
    expect(new TextDecoder().decode(read.get("birth"))).toBe("1999-01-01 Q-1199")
    expect(await opened([key("a")], (one) => Effect.flip(one.read(access, "P-1")))).toMatchObject({ _tag: "VaultUnavailable" })

    await rows(`UPDATE ${schema}.vault_parts SET sealed = (SELECT sealed FROM ${schema}.vault_parts WHERE subject = 'P-2') WHERE subject = 'P-1'`)
    expect(await opened([key("b")], (one) => Effect.flip(one.read(access, "P-1")))).toMatchObject({ _tag: "PartDamaged", subject: "P-1", part: "birth" })
    await rows(`UPDATE ${schema}.vault_parts SET sealed = set_byte(sealed, 12, (get_byte(sealed, 12) + 1) % 256) WHERE subject = 'P-2'`)
    const damaged = await opened([key("b")], (one) => Effect.flip(one.read(access, "P-2")))
    expect(damaged).toMatchObject({ _tag: "PartDamaged", subject: "P-2" })
    expect(JSON.stringify(damaged)).not.toContain("1999")
  })

  it("erasing a person leaves the journal as it was, and a failed access leaves no part and no record", async () => {
    const access = { actor: { id: "a", role: "b", unit: "c" }, purpose: "test" }
    const schema = "together"
    const layer = Layer.mergeAll(JournalSql.layer({ schema }), VaultSql.layer({ schema })).pipe(
      Layer.provide(KeyRing.layer([key("a")])),
      Layer.provide(Layer.succeed(PgClient.PgClient, client()))
    )
    await Effect.runPromise(Effect.provide(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      const one = yield* Vault.Vault
      yield* journal.append("round", { actor: access.actor, entries: [{ kind: "registered", body: "P-1" }] })
      yield* one.write(access, [{ subject: "P-1", part: "name", value: new Uint8Array([1]) }])
      const before = yield* Stream.runCollect(journal.read())
      yield* one.erase(access, "P-1")
      expect(yield* Stream.runCollect(journal.read())).toEqual(before)
      const records = (yield* Stream.runCollect(one.accesses())).length
      yield* Effect.flip(one.write(access, [{ subject: "P-9", part: "name", value: new Uint8Array([1]) }, { subject: "P-1", part: "name", value: new Uint8Array([1]) }]))
      expect((yield* one.read(access, "P-9")).size).toBe(0)
      expect((yield* Stream.runCollect(one.accesses())).length).toBe(records + 1)
    }), layer))
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

describe("PostgreSQL", () => {
  const client = database(async () => {
    const { port } = await Server.start()
    return PgClient.layer({ host: "127.0.0.1", port, username: "timbang", password: Redacted.make("timbang"), database: "postgres", maxConnections: 8 })
  })
  afterAll(Server.stop)
  suites(client, { isListening: true })

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

  it("says so when the connection is lost while the tables are brought up to date, and goes on when run again", async () => {
    const schema = `t${++count}`
    const sql = client()
    const lock = `SELECT pg_advisory_lock(hashtext('timbang ${schema}'))`
    const error = await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const holder = yield* sql.reserve
      yield* holder.executeUnprepared(lock, [], undefined)
      const running = yield* Effect.forkChild(Effect.flip(Effect.provide(Migrations.run(schema), PgClient.layerFrom(Effect.succeed(sql)))))
      const waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'advisory'"
      while ((yield* sql.unsafe(waiting)).length === 0) yield* Effect.sleep(10)
      yield* sql.unsafe(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS w`)
      const found = yield* Fiber.join(running)
      yield* holder.executeUnprepared(lock.replace("lock(", "unlock("), [], undefined)
      return found
    })))
    expect(error).toMatchObject({ _tag: "ConnectionLost", schema })
    expect(await onClient(sql, Migrations.run(schema))).toEqual(Migrations.all.map(({ id }) => id))
  })

  /** Writes and reads as a role of its own, which may do what is granted to it and nothing else; answers the owner of the tables. */
  const asRole = async (role: string, schema: string, grants: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
    for (const statement of [`CREATE ROLE ${role} LOGIN PASSWORD 'plain' NOSUPERUSER NOCREATEDB NOCREATEROLE`, ...grants]) {
      await onClient(client(), Effect.asVoid(client().unsafe(statement)))
    }
    const pool = PgClient.layer({ host: "127.0.0.1", port: Server.port(), username: role, password: Redacted.make("plain"), database: "postgres", maxConnections: 2 })
    const access = { actor: { id: "a", role: "b", unit: "c" }, purpose: "test" }
    return Effect.runPromise(Effect.provide(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      const one = yield* Vault.Vault
      yield* journal.append("s", { actor: access.actor, entries: [{ kind: "k", body: "1" }] })
      yield* one.write(access, [{ subject: "P-1", part: "a", value: new Uint8Array([1]) }])
      yield* one.erase(access, "P-1")
      yield* (yield* TileStore.TileStore).put("a", new Uint8Array([1]))
      const owners = yield* (yield* PgClient.PgClient).unsafe<{ tableowner: string }>("SELECT tableowner FROM pg_tables WHERE schemaname = $1", [schema])
      return owners.map(({ tableowner }) => tableowner)
    }), Layer.mergeAll(JournalSql.layer({ schema, isListening: true }), vault(schema), files(schema)).pipe(Layer.provideMerge(pool))))
  }

  it("needs a role that may make one schema, and no more: no superuser, no extension, the host's own pool", async () => {
    const [role, schema] = [`plain${++count}`, `t${++count}`]
    const owners = await asRole(role, schema, [`GRANT CREATE ON DATABASE postgres TO ${role}`])
    expect(owners.length).toBeGreaterThan(5)
    expect(new Set(owners)).toEqual(new Set([role]))
  })

  it("needs not even that in a schema that was made for it, and no right over tables that an administrator made", async () => {
    const [owner, mine] = [`plain${++count}`, `t${++count}`]
    expect(new Set(await asRole(owner, mine, [`CREATE SCHEMA ${mine} AUTHORIZATION ${owner}`]))).toEqual(new Set([owner]))
    const [writer, theirs] = [`plain${++count}`, `t${++count}`]
    await onClient(client(), Migrations.run(theirs))
    const rights = [`GRANT USAGE ON SCHEMA ${theirs} TO ${writer}`, `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${theirs} TO ${writer}`]
    expect(await asRole(writer, theirs, rights)).not.toContain(writer)
  })
})
