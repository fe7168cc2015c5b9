/**
 * PostgreSQL inside the process (PGlite): nothing to install, nothing to run.
 *
 * **Gotchas**
 *
 * PGlite does not wait for the disk: after a power cut the last acknowledged entries may be missing. Where that must not
 * be, take a server. One process at a time opens a folder.
 *
 * @since 0.1.0
 */
import { PgClient } from "@effect/sql-pg"
import { PGlite } from "@electric-sql/pglite"
import { Effect, Layer } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { Duplex } from "node:stream"

/**
 * A client of an embedded database in a folder, or in memory where none is named.
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (folder?: string): Layer.Layer<PgClient.PgClient | SqlClient.SqlClient, SqlError.SqlError> =>
  Layer.unwrap(Effect.map(
    Effect.acquireRelease(
      Effect.promise(() => folder === undefined ? PGlite.create() : PGlite.create(folder)),
      (database) => Effect.promise(() => database.close())
    ),
    // One connection: the embedded database has one session, and transactions queue for it.
    (database) => PgClient.layer({ stream: () => wire(database), username: "postgres", database: "postgres", maxConnections: 1 })
  ))

/** The wire protocol of a server, spoken to the database in the process. */
const wire = (database: PGlite): Duplex => {
  const stream: Duplex = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      database.execProtocolRaw(new Uint8Array(chunk)).then((answer) => {
        stream.push(Buffer.from(answer))
        done()
      }, (error: unknown) => done(error instanceof Error ? error : new Error(String(error))))
    },
    final: (done) => {
      stream.push(null)
      done()
    }
  })
  return stream
}
