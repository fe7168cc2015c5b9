/**
 * A client whose schema is up to date.
 */
import { PgClient } from "@effect/sql-pg"
import { Effect } from "effect"
import * as Migrations from "../Migrations.ts"

/** Brings the tables of a schema up to date and answers the client that is given. */
export const ready = (schema: string): Effect.Effect<PgClient.PgClient, Migrations.NotReady, PgClient.PgClient> =>
  Effect.flatMap(PgClient.PgClient, (client) =>
    Effect.as(Effect.provide(Migrations.run(schema), PgClient.layerFrom(Effect.succeed(client))), client))
