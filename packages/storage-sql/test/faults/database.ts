/**
 * The journal that writers and the observer of the fault runs share.
 */
import { PgClient } from "@effect/sql-pg"
import { JournalSql } from "@timbang/storage-sql"
import { Journal } from "@timbang/workflows/ports"
import { Layer, Redacted } from "effect"

export const client = (port: number) =>
  PgClient.layer({
    host: "127.0.0.1",
    port,
    username: "timbang",
    password: Redacted.make("timbang"),
    database: "postgres",
    maxConnections: 4,
    connectTimeout: 2000
  })

export const journal = (port: number): Layer.Layer<Journal.Journal, unknown> => Layer.provide(JournalSql.layer({ schema: "faults", pollMillis: 50 }), client(port))
