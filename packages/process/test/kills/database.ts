/**
 * The server that nodes and people of the kill runs share.
 */
import { PgClient } from "@effect/sql-pg"
import { JournalSql } from "@timbang/storage-sql"
import type { Journal } from "@timbang/workflows/ports"
import { type Layer, Redacted } from "effect"

export const client = (port: number) =>
  PgClient.layer({
    host: "127.0.0.1",
    port,
    username: "timbang",
    password: Redacted.make("timbang"),
    database: "postgres",
    maxConnections: 6,
    connectTimeout: 2000
  })

export const journal = (schema: string, pollMillis: number): Layer.Layer<Journal.Journal, unknown, PgClient.PgClient> => JournalSql.layer({ schema, pollMillis })
