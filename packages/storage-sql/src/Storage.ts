/**
 * The storage of a host in one word, for `Timbang.make`: on a server of its own, or embedded in the process.
 *
 * @since 0.1.0
 */
import { PgClient } from "@effect/sql-pg"
import type { Journal } from "@timbang/workflows/ports"
import { Layer, Redacted } from "effect"
import type { SqlError } from "effect/sql"
import * as Embedded from "./Embedded.ts"
import * as JournalSql from "./JournalSql.ts"
import type * as Migrations from "./Migrations.ts"

// --- models ---

/**
 * A storage: what `Timbang.make` takes.
 *
 * @category models
 * @since 0.1.0
 */
export type Storage = Layer.Layer<Journal.Journal, Migrations.SchemaNameRefused | Migrations.SchemaNewer | SqlError.SqlError>

/**
 * A server to store on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Server extends JournalSql.Options {
  /** Address with account and password, such as `postgres://timbang:...@127.0.0.1/kota`. */
  readonly url: string
  /** Most connections. Default: that of the client, 10. */
  readonly maxConnections?: number
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
export const onServer = ({ maxConnections, url, ...options }: Server): Storage =>
  Layer.provide(
    JournalSql.layer({ isListening: true, ...options }),
    PgClient.layer({ url: Redacted.make(url), ...maxConnections === undefined ? {} : { maxConnections } })
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
export const embedded = (folder?: string, options: JournalSql.Options = {}): Storage => Layer.provide(JournalSql.layer(options), Embedded.layer(folder))
