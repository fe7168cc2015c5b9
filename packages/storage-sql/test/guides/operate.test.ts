/** The guide in its order, on a real server. On a machine without the tools of PostgreSQL the blocks that need them are left out. */
import { readdirSync } from "node:fs"
import * as Guide from "@timbang/checks/guide"
import { Migrations, Storage } from "@timbang/storage-sql"
import { Timbang } from "@timbang/workflows"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, Result } from "effect"
import { SqlClient } from "effect/sql"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../Server.ts"
import * as Machine from "./Machine.ts"

const [old, fresh] = [1, 2].map((first) => ({ id: `2026-0${first}`, bytes: new Uint8Array(32).fill(first) })) as [Key, Key]
const actor = { id: "a.17", role: "operator", unit: "diskominfo" }
const access = { actor, purpose: "registration" }

interface Key {
  readonly id: string
  readonly bytes: Uint8Array
}

/** A journal entry and an address in the vault. */
const fill = async (storage: Storage.Storage): Promise<void> => {
  const timbang = await Timbang.make({ storage })
  Result.getOrThrow(await timbang.append("cpns-2026", { actor, entries: [{ kind: "round.announced", body: "{}" }] }))
  Result.getOrThrow(await timbang.vault.write(access, [{ subject: "26-1", part: "contact/email", value: new TextEncoder().encode("a@example.test") }]))
  await timbang.close()
}

/** What is left of them. */
const found = async (storage: Storage.Storage) => {
  const timbang = await Timbang.make({ storage })
  const size = Result.getOrThrow(await timbang.size("cpns-2026"))
  const read = await timbang.vault.read(access, "26-1")
  await timbang.close()
  return [size, Result.isSuccess(read) ? new TextDecoder().decode(read.success.get("contact/email")) : read.failure._tag]
}

describe("docs/guides/operate.md", () => {
  const guide = Guide.open("operate.md")
  const server = { port: 0, stop: Server.stop }
  const url = (database: string) => `postgres://timbang:timbang@127.0.0.1:${server.port}/${database}`
  const env = { TIMBANG_DATABASE: "", PATH: `${Machine.tools ?? ""}:${guide.env["PATH"]}` }

  /** A block that needs the tools. */
  const withTools = async (more: Readonly<Record<string, string>> = {}): Promise<void> => {
    if (Machine.tools === undefined) return void guide.text("sh")
    const { err, status } = await guide.sh({ env: { ...env, ...more } })
    expect([status, err.replaceAll(/^.*NOTICE:.*\n/gm, "")]).toEqual([0, ""])
  }

  beforeAll(async () => {
    Object.assign(server, Machine.tools === undefined ? await Server.start() : await Machine.start(Machine.tools))
    env.TIMBANG_DATABASE = url("postgres")
  })
  afterAll(() => server.stop())

  it("backs up the files, the database and an embedded one", async () => {
    guide.write({
      sandi: "kalimat sandi yang panjang\n",
      "F.csv": "formation,position,education,location,category,seats\nF1,Guru,S-1,Jelutung,umum,1\n"
    })
    const made = await guide.shell([
      "mkdir hasil",
      "timbang key new kunci --name kota.example/cpns > kunci.pub",
      "timbang publish rules --rules cpns-2024 --formations F.csv --key kunci --vault hasil/vault.json --out catatan"
    ].join("\n"))
    expect([made.status, made.err]).toEqual([0, made.err])
    expect((await guide.sh()).err).toBe("")
    expect(readdirSync(guide.path("cadangan")).toSorted()).toEqual(["SHA256", "publik.tar", "rahasia.tar.enc"])
    expect(guide.read("cadangan/rahasia.tar.enc")).not.toContain("kota.example")
    await fill(Storage.onServer({ url: url("postgres"), keys: [old] }))
    await withTools()
    if (Machine.tools !== undefined) expect(guide.read("cadangan/timbang.dump")).not.toContain("a@example.test")
    await fill(Storage.embedded(guide.path("data"), { keys: [old] }))
    expect((await guide.sh()).status).toBe(0)
  })

  it("restores them, and the audit agrees", async () => {
    const restored = await guide.sh()
    expect([restored.status, restored.out]).toEqual([3, expect.stringContaining("publik.tar: OK")])
    expect(guide.read("pulih/kunci")).toBe(guide.read("kunci"))
    await withTools({ TIMBANG_RESTORED: "pulih", PGHOST: "127.0.0.1", PGPORT: String(server.port), PGUSER: "timbang" })
    if (Machine.tools !== undefined) expect(await found(Storage.onServer({ url: url("pulih"), keys: [old] }))).toEqual([1, "a@example.test"])
    expect((await guide.sh()).status).toBe(0)
    expect(await found(Storage.embedded(guide.path("pulih/data"), { keys: [old] }))).toEqual([1, "a@example.test"])
  })

  it("rotates the keys of the vault, after which the old one opens nothing", async () => {
    const { rotate } = await guide.module<{ readonly rotate: (url: string, fresh: Key, old: Key) => Promise<Result.Result<number, unknown>> }>()
    expect(await rotate(url("postgres"), fresh, old)).toMatchObject({ _tag: "Success", success: 1 })
    expect(await found(Storage.onServer({ url: url("postgres"), keys: [fresh] }))).toEqual([1, "a@example.test"])
    expect(await found(Storage.onServer({ url: url("postgres"), keys: [old] }))).toEqual([1, "VaultUnavailable"])
    // A backup of before the rotation still needs the old key.
    if (Machine.tools !== undefined) expect(await found(Storage.onServer({ url: url("pulih"), keys: [fresh] }))).toEqual([1, "VaultUnavailable"])
  })

  it("upgrades an earlier schema with what is in it, by the command and by the administrator's file", async () => {
    const onDatabase = <A, E>(database: string, program: Effect.Effect<A, E, SqlClient.SqlClient>) =>
      Effect.runPromise(Effect.scoped(Effect.provide(program, PgClient.layer({ url: Redacted.make(url(database)), maxConnections: 1 }))))
    const earlier = async (database: string) => {
      await onDatabase("postgres", Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(`CREATE DATABASE ${database}`)))
      await onDatabase(database, Effect.gen(function*() {
        yield* Migrations.run("timbang", 1)
        const sql = yield* SqlClient.SqlClient
        yield* sql.unsafe("INSERT INTO timbang.entries (pos, stream, idx, kind, body, actor_id, actor_role, actor_unit, recorded_at) VALUES (0, 'cpns-2026', 0, 'k', 'kept', 'a', 'b', 'c', 1)")
        yield* sql.unsafe("UPDATE timbang.head SET size = 1")
        yield* sql.unsafe("INSERT INTO timbang.streams VALUES ('cpns-2026', 1)")
      }))
    }
    const upgraded = async (database: string) => {
      expect(await onDatabase(database, Migrations.run("timbang"))).toEqual([])
      expect(await found(Storage.onServer({ url: url(database), keys: [old] }))).toEqual([1, ""])
    }
    await earlier("dahulu")
    expect(await guide.sh({ env: { ...env, TIMBANG_DATABASE: url("dahulu") } })).toMatchObject({ status: 0, err: "" })
    await upgraded("dahulu")
    if (Machine.tools !== undefined) await earlier("administrator")
    await withTools({ TIMBANG_DATABASE: url("administrator") })
    if (Machine.tools !== undefined) await upgraded("administrator")
  })
})
