/**
 * Snapshots of read models on PostgreSQL, beside the journal they were made from.
 *
 * @since 0.1.0
 */
import type { PgClient } from "@effect/sql-pg"
import { Snapshots } from "@timbang/workflows/ports"
import { Effect, Layer, Option } from "effect"
import type { SqlError } from "effect/sql"
import { ready } from "./internal/Ready.ts"
import type * as Migrations from "./Migrations.ts"

// --- models ---

/**
 * Where they are kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Schema of its tables. Default: `timbang`. */
  readonly schema?: string
}

// --- layers ---

/**
 * Snapshots through the client that is given. The tables are brought up to date first.
 *
 * **Example** (In the process, in memory)
 *
 * ```ts
 * import { Effect, Layer, Option } from "effect"
 * import { Embedded, SnapshotsSql } from "@timbang/storage-sql"
 * import { Snapshots } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const snapshots = yield* Snapshots.Snapshots
 *   yield* snapshots.keep({ model: "board", version: 1, position: 3, mark: "", state: "[]" })
 *   return Option.map(yield* snapshots.last("board", 1), ({ position }) => position)
 * })
 * await Effect.runPromise(Effect.provide(program, Layer.provide(SnapshotsSql.layer(), Embedded.layer()))) // => Option.some(3)
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (
  { schema = "timbang" }: Options = {}
): Layer.Layer<Snapshots.Snapshots, Migrations.NotReady, PgClient.PgClient> =>
  Layer.effect(
    Snapshots.Snapshots,
    Effect.gen(function*() {
      const client = yield* ready(schema)
      return Snapshots.Snapshots.of({
        keep: ({ mark, model, position, state, version }) =>
          client.withTransaction(Effect.gen(function*() {
            yield* client.unsafe("SELECT pg_advisory_xact_lock(hashtext($1))", [`${schema} ${model} ${version}`])
            yield* client.unsafe(`DELETE FROM ${schema}.snapshots WHERE model = $1 AND version = $2::int`, [model, version])
            for (const [part, text] of partsOf(state).entries()) {
              yield* client.unsafe(
                `INSERT INTO ${schema}.snapshots (model, version, part, pos, mark, state) VALUES ($1, $2::int, $3::int, $4::bigint, $5, $6)`,
                [model, version, part, position, mark, text]
              )
            }
          })).pipe(Effect.mapError(unavailable)),
        last: (model, version) =>
          client.unsafe<{ pos: bigint; mark: string; state: string }>(
            `SELECT pos, mark, state FROM ${schema}.snapshots WHERE model = $1 AND version = $2::int ORDER BY part`,
            [model, version]
          ).pipe(
            Effect.map((rows) =>
              Option.map(Option.fromUndefinedOr(rows[0]), ({ mark, pos }): Snapshots.Snapshot =>
                ({ model, version, position: Number(pos), mark, state: rows.map(({ state }) => state).join("") }))
            ),
            Effect.mapError(unavailable)
          )
      })
    })
  )

/** Most characters of one part: a client takes no message of more than 16 MiB. */
const partSize = 1_000_000

/** A text in parts that are texts themselves: no pair of surrogates is parted. */
const partsOf = (text: string): ReadonlyArray<string> => {
  const parts: Array<string> = []
  for (let from = 0; from < text.length || parts.length === 0;) {
    const to = from + partSize
    const end = /[\uD800-\uDBFF]/.test(text[to - 1] ?? "") ? to - 1 : to
    parts.push(text.slice(from, end))
    from = end
  }
  return parts
}

const unavailable = (error: SqlError.SqlError) => new Snapshots.SnapshotsUnavailable({ because: error.reason._tag, cause: error })
