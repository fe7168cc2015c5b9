/**
 * `timbang migrate`: brings the tables of a host's database up to date, or prints the statements for its administrator.
 *
 * @since 0.1.0
 */
import * as Migrations from "@timbang/storage-sql/migrations"
import { Effect, Redacted } from "effect"
import { Command, Flag } from "effect/cli"
import * as Database from "../Database.ts"
import * as Options from "../Options.ts"
import * as Screen from "../Screen.ts"

/** The command. */
export const migrate = Command.make("migrate", {
  sql: Flag.Boolean("sql").pipe(Flag.withDefault(false), Flag.withDescription("Cetak SQL untuk administrator basis data; tidak ada yang diubah / print the SQL, change nothing")),
  schema: Flag.String("schema").pipe(Flag.withDefault("timbang"), Flag.withDescription("Skema tabelnya / schema of the tables")),
  after: Flag.Int("after").pipe(Flag.withDefault(0), Flag.withDescription("Dengan --sql: hanya langkah sesudah yang ini / with --sql: steps after this one")),
  lang: Options.lang
}, ({ after, lang, schema, sql }) =>
  Effect.gen(function*() {
    const faults = [
      ...Migrations.isName(schema) ? [] : [{ _tag: "OptionMiswritten", option: "--schema", found: schema, example: "timbang_2026" } as const],
      ...sql || after === 0 ? [] : [{ _tag: "OptionIdle", option: "--after", only: "--sql" } as const],
      ...Options.rangeFaults("--after", after, 0, Migrations.all.length)
    ]
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    if (sql) return yield* Screen.print(Migrations.print(schema, after).trimEnd())
    const url = process.env[Database.variable]
    if (url === undefined || url === "") {
      return yield* Effect.fail(Options.refusal([{ _tag: "OptionAbsent", option: Database.variable, example: "postgres://timbang@localhost/bkpsdm" }], lang))
    }
    const { PgClient } = yield* Effect.promise(() => import("@effect/sql-pg"))
    const done = yield* Migrations.run(schema).pipe(
      Effect.provide(PgClient.layer({ url: Redacted.make(url), maxConnections: 1, connectTimeout: 10_000, prepare: false })),
      Effect.mapError((error) => Database.failureOf(error, lang))
    )
    const names = Migrations.all.filter(({ id }) => done.includes(id)).map(({ id, name }) => `${id} ${name}`)
    yield* Screen.print(`${schema}: ${names.length === 0 ? Migrations.all.length : names.join(", ")}`)
  })).pipe(
    Command.withDescription(`Tabel basis data pada ${Database.variable}; --sql mencetak pernyataannya saja / tables of the database of ${Database.variable}; --sql prints the statements only`)
  )
