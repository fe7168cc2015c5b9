/**
 * A transaction whose lost connection is a failure.
 */
import type { PgClient } from "@effect/sql-pg"
import { Cause, Effect } from "effect"
import { SqlError } from "effect/sql"

/** Why it failed, in a word without data. */
export const because = (cause: unknown): string => cause instanceof SqlError.SqlError ? cause.reason._tag : "the connection broke"

/** Runs it whole or not at all. The client dies, and does not fail, where a rollback finds its connection gone; that fails here too. */
export const run = <A, E, E2>(
  client: PgClient.PgClient,
  program: Effect.Effect<A, E>,
  failure: (cause: unknown) => E2
): Effect.Effect<A, E2> =>
  client.withTransaction(program).pipe(
    Effect.catchCause((cause) => Cause.hasInterruptsOnly(cause) ? Effect.interrupt : Effect.fail(failure(Cause.squash(cause))))
  )
