/**
 * The tables, as steps that only go forward. A step that was released never changes.
 *
 * @since 0.1.0
 */
import { Cause, Data, Effect } from "effect"
import { SqlClient, SqlError } from "effect/sql"

// --- models ---

/**
 * One step.
 *
 * @category models
 * @since 0.1.0
 */
export interface Migration {
  /** From 1, without a gap. */
  readonly id: number
  readonly name: string
  /** Statements for a schema of that name. */
  readonly statements: (schema: string) => ReadonlyArray<string>
}

/**
 * Every step, in order.
 *
 * @category models
 * @since 0.1.0
 */
export const all: ReadonlyArray<Migration> = [
  {
    id: 1,
    name: "journal",
    statements: (schema) => [
      `CREATE TABLE ${schema}.head (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), size bigint NOT NULL)`,
      `INSERT INTO ${schema}.head (size) VALUES (0)`,
      `CREATE TABLE ${schema}.streams (stream text PRIMARY KEY, size bigint NOT NULL)`,
      `CREATE TABLE ${schema}.entries (pos bigint PRIMARY KEY, stream text NOT NULL, idx bigint NOT NULL, kind text NOT NULL, ` +
      "body text NOT NULL, actor_id text NOT NULL, actor_role text NOT NULL, actor_unit text NOT NULL, recorded_at bigint NOT NULL, " +
      "UNIQUE (stream, idx))",
      `CREATE INDEX entries_of_stream ON ${schema}.entries (stream, pos)`,
      `CREATE TABLE ${schema}.batches (stream text NOT NULL, key text NOT NULL, pos bigint NOT NULL, idx bigint NOT NULL, ` +
      "count integer NOT NULL, PRIMARY KEY (stream, key))"
    ]
  },
  {
    id: 2,
    name: "snapshots",
    statements: (schema) => [
      `CREATE TABLE ${schema}.snapshots (model text NOT NULL, version integer NOT NULL, part integer NOT NULL, pos bigint NOT NULL, ` +
      "mark text NOT NULL, state text NOT NULL, PRIMARY KEY (model, version, part))"
    ]
  },
  {
    id: 3,
    name: "vault",
    statements: (schema) => [
      `CREATE TABLE ${schema}.vault_head (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), size bigint NOT NULL)`,
      `INSERT INTO ${schema}.vault_head (size) VALUES (0)`,
      `CREATE TABLE ${schema}.vault_parts (subject text COLLATE "C" NOT NULL, part text COLLATE "C" NOT NULL, key_id text NOT NULL, ` +
      "sealed bytea NOT NULL, keep_until bigint, PRIMARY KEY (subject, part))",
      `CREATE INDEX vault_parts_by_key ON ${schema}.vault_parts (key_id)`,
      `CREATE INDEX vault_parts_by_time ON ${schema}.vault_parts (keep_until) WHERE keep_until IS NOT NULL`,
      `CREATE TABLE ${schema}.vault_erased (subject text COLLATE "C" PRIMARY KEY, erased_at bigint NOT NULL)`,
      `CREATE TABLE ${schema}.vault_accesses (number bigint PRIMARY KEY, act text NOT NULL, subject text COLLATE "C", parts jsonb NOT NULL, ` +
      "actor_id text NOT NULL, actor_role text NOT NULL, actor_unit text NOT NULL, purpose text NOT NULL, at bigint NOT NULL)",
      `CREATE INDEX vault_accesses_of_subject ON ${schema}.vault_accesses (subject, number)`
    ]
  },
  {
    id: 4,
    name: "files",
    statements: (schema) => [
      `CREATE TABLE ${schema}.files (path text COLLATE "C" PRIMARY KEY, bytes bytea NOT NULL)`
    ]
  }
]

// --- errors ---

/**
 * The name is not one that needs no quotes in PostgreSQL.
 *
 * @category errors
 * @since 0.1.0
 */
export class SchemaNameRefused extends Data.TaggedError("SchemaNameRefused")<{ readonly schema: string }> {
  override get message(): string {
    return `${JSON.stringify(this.schema)} is no name for a schema: take 1 to 40 lower-case letters, digits and underscores, a letter first`
  }
}

/**
 * The database was written by a newer version.
 *
 * @category errors
 * @since 0.1.0
 */
export class SchemaNewer extends Data.TaggedError("SchemaNewer")<{
  readonly schema: string
  readonly found: number
  readonly known: number
}> {
  override get message(): string {
    return `${this.schema} is at step ${this.found}, this version knows ${this.known}; install the newer version`
  }
}

/**
 * The connection was lost on the way. The steps that were under way were taken all or not at all; a program that runs them again goes on
 * from there.
 *
 * @category errors
 * @since 0.1.0
 */
export class ConnectionLost extends Data.TaggedError("ConnectionLost")<{ readonly schema: string; readonly because: string; readonly cause?: unknown }> {
  override get message(): string {
    return `${this.schema}: the connection was lost while the tables were brought up to date (${this.because}); nothing was done by halves, start again`
  }
}

/**
 * Why a schema cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export type NotReady = SchemaNameRefused | SchemaNewer | ConnectionLost | SqlError.SqlError

// --- operations ---

/**
 * The steps after one as SQL, for a database administrator to read and run.
 *
 * **Example** (Nothing is left)
 *
 * ```ts
 * import { Migrations } from "@timbang/storage-sql"
 * Migrations.print("timbang", Migrations.all.length).split("\n").length // => 5
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const print = (schema: string, after = 0): string =>
  ["BEGIN;", ...start(schema).map(ended), ...all.filter(({ id }) => id > after).flatMap((one) => [
    ...one.statements(schema).map(ended),
    ended(done(schema, one))
  ]), "COMMIT;", ""].join("\n")

/**
 * Brings a schema up to date and answers the steps that were taken, in one transaction; several programs may do so at once.
 *
 * @category operations
 * @since 0.1.0
 */
export const run = (
  schema: string,
  upTo = all.length
): Effect.Effect<ReadonlyArray<number>, NotReady, SqlClient.SqlClient> =>
  Effect.gen(function*() {
    if (!isName(schema)) return yield* new SchemaNameRefused({ schema })
    const sql = yield* SqlClient.SqlClient
    return yield* sql.withTransaction(Effect.gen(function*() {
      yield* sql`SELECT pg_advisory_xact_lock(hashtext(${`timbang ${schema}`}))`
      // Making what is there already is refused to a role that may not make it.
      const [there] = yield* sql.unsafe<{ schema: boolean; table: boolean }>(
        "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS schema, EXISTS (SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'migrations') AS table",
        [schema]
      )
      const [makeSchema, makeTable] = start(schema)
      if (!there!.schema) yield* sql.unsafe(makeSchema)
      if (!there!.table) yield* sql.unsafe(makeTable)
      const [row] = yield* sql.unsafe<{ last: number }>(`SELECT coalesce(max(id), 0)::int AS last FROM ${schema}.migrations`)
      const last = row!.last
      if (last > all.length) return yield* new SchemaNewer({ schema, found: last, known: all.length })
      const open = all.filter(({ id }) => id > last && id <= upTo)
      for (const one of open) {
        for (const statement of [...one.statements(schema), done(schema, one)]) yield* sql.unsafe(statement)
      }
      return open.map(({ id }) => id)
    })).pipe(
      Effect.catchCause((cause): Effect.Effect<never, NotReady> => lostOf(schema, cause))
    )
  })

/**
 * Whether a name needs no quotes in PostgreSQL: 1 to 40 lower-case letters, digits and underscores, a letter first.
 *
 * **Example** (A capital)
 *
 * ```ts
 * import { Migrations } from "@timbang/storage-sql"
 * Migrations.isName("timbang_2026") // => true
 * Migrations.isName("Timbang") // => false
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isName = (schema: string): boolean => /^[a-z][a-z0-9_]{0,39}$/.test(schema)

/** The client dies, and does not fail, where a rollback finds its connection gone. */
const lostOf = <E>(schema: string, cause: Cause.Cause<E | SqlError.SqlError>): Effect.Effect<never, E | SqlError.SqlError | ConnectionLost> => {
  const error = Cause.squash(cause)
  if (Cause.hasDies(cause)) return Effect.fail(new ConnectionLost({ schema, because: "the rollback found it gone", cause: error }))
  return error instanceof SqlError.SqlError && error.reason._tag === "ConnectionError"
    ? Effect.fail(new ConnectionLost({ schema, because: error.reason._tag, cause: error }))
    : Effect.failCause(cause)
}

const start = (schema: string): readonly [string, string] => [
  `CREATE SCHEMA IF NOT EXISTS ${schema}`,
  `CREATE TABLE IF NOT EXISTS ${schema}.migrations (id integer PRIMARY KEY, name text NOT NULL, done_at timestamptz NOT NULL DEFAULT now())`
]

const done = (schema: string, { id, name }: Migration): string =>
  `INSERT INTO ${schema}.migrations (id, name) VALUES (${id}, '${name}')`

const ended = (statement: string): string => `${statement};`
