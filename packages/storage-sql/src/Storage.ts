/**
 * The storage of a host in one word, for `Timbang.make`: on a server of its own, or embedded in the process.
 *
 * @since 0.1.0
 */
import { PgClient } from "@effect/sql-pg"
import { type Journal, KeyRing, type TileStore, type Vault } from "@timbang/workflows/ports"
import { Layer, Redacted } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import * as Embedded from "./Embedded.ts"
import * as JournalSql from "./JournalSql.ts"
import type * as Migrations from "./Migrations.ts"
import * as TileStoreSql from "./TileStoreSql.ts"
import * as VaultSql from "./VaultSql.ts"

// --- models ---

/**
 * What `Timbang.make` takes: a journal, public files and a vault. Without keys the vault answers that it has none.
 *
 * @category models
 * @since 0.1.0
 */
export type Storage = Layer.Layer<Journal.Journal | TileStore.TileStore | Vault.Vault, Migrations.NotReady | SqlError.SqlError>

/**
 * Keys of a vault, the one to write with first: older ones stay until `rotate` has gone through.
 *
 * @category models
 * @since 0.1.0
 */
export type Keys = ReadonlyArray<KeyRing.Key> | Layer.Layer<KeyRing.KeyRing>

/**
 * How to store.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options extends JournalSql.Options {
  /** Needed for whatever the vault keeps. */
  readonly keys?: Keys
}

/**
 * A server to store on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Server extends Options {
  /** Address with account and password, such as `postgres://timbang:...@127.0.0.1/kota`. */
  readonly url: string
  /** Most connections. Default: that of the client, 10. */
  readonly maxConnections?: number
  /**
   * Whether a pool stands between that gives each transaction another connection, such as PgBouncer in transaction mode: then nothing
   * is prepared, and no connection is held to listen. Default: false.
   */
  readonly isPooled?: boolean
}

// --- constructors ---

/**
 * A PostgreSQL server; it is told of new entries over a connection that it holds, unless `isListening` is false.
 *
 * **Example** (Nothing is opened before it is used)
 *
 * ```ts
 * import { Layer } from "effect"
 * import { Storage } from "@timbang/storage-sql"
 * Layer.isLayer(Storage.onServer({ url: "postgres://timbang@127.0.0.1/kota" })) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const onServer = ({ isPooled = false, maxConnections, url, ...options }: Server): Storage =>
  over(
    PgClient.layer({ url: Redacted.make(url), prepare: !isPooled, ...maxConnections === undefined ? {} : { maxConnections } }),
    { isListening: !isPooled, ...options }
  )

/**
 * An embedded database in a folder, or in memory where none is named. See the gotchas of {@link Embedded.layer}.
 *
 * **Example** (Nothing is opened before it is used)
 *
 * ```ts
 * import { Layer } from "effect"
 * import { Storage } from "@timbang/storage-sql"
 * Layer.isLayer(Storage.embedded("data")) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const embedded = (folder?: string, options: Options = {}): Storage => over(Embedded.layer(folder), options)

/** The ports over one client. */
const over = (client: Layer.Layer<PgClient.PgClient | SqlClient.SqlClient, SqlError.SqlError>, { keys = [], ...options }: Options): Storage => {
  const ofSchema = options.schema === undefined ? {} : { schema: options.schema }
  const ring = "length" in keys ? KeyRing.layer(keys) : keys
  return Layer.mergeAll(
    JournalSql.layer(options),
    TileStoreSql.layer(ofSchema),
    Layer.provide(VaultSql.layer(ofSchema), ring)
  ).pipe(Layer.provide(client))
}
