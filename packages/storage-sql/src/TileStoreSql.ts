/**
 * Public files in a table of PostgreSQL, for hosts whose programs share a database and no disk.
 *
 * @since 0.1.0
 */
import type { PgClient } from "@effect/sql-pg"
import { TileStore } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Stream } from "effect"
import { ready } from "./internal/Ready.ts"
import * as Transaction from "./internal/Transaction.ts"
import type * as Migrations from "./Migrations.ts"

// --- models ---

/**
 * How the files are kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Schema of the table. Default: `timbang`. */
  readonly schema?: string
}

/** Most paths of one page. */
const pageSize = 1000

// --- layers ---

/**
 * Public files through the client that is given. The table is brought up to date first.
 *
 * **Example** (In the process, in a folder)
 *
 * ```ts
 * import { Layer } from "effect"
 * import { Embedded, TileStoreSql } from "@timbang/storage-sql"
 * const files = Layer.provide(TileStoreSql.layer({ schema: "cpns_2026" }), Embedded.layer("./data"))
 * Layer.isLayer(files) // => true
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (options: Options = {}): Layer.Layer<TileStore.TileStore, Migrations.NotReady, PgClient.PgClient> =>
  Layer.effect(
    TileStore.TileStore,
    Effect.gen(function*() {
      const { schema = "timbang" } = options
      const client = yield* ready(schema)
      const query = <Row extends object>(text: string, parameters: ReadonlyArray<unknown>) =>
        client.unsafe<Row>(text, parameters).pipe(Effect.mapError(unavailable))
      const bytesAt = (path: string) =>
        Effect.map(query<{ bytes: Uint8Array }>(`SELECT bytes FROM ${schema}.files WHERE path = $1`, [path]), ([row]) =>
          row === undefined ? undefined : new Uint8Array(row.bytes))
      const insert = (path: string, bytes: Uint8Array) =>
        query<{ path: string }>(`INSERT INTO ${schema}.files (path, bytes) VALUES ($1, decode($2, 'hex')) ON CONFLICT DO NOTHING RETURNING path`, [path, hex(bytes)])

      return TileStore.TileStore.of({
        put: Effect.fnUntraced(function*(path: string, bytes: Uint8Array) {
          yield* Effect.fromResult(TileStore.checkPath(path))
          if ((yield* insert(path, bytes)).length === 1 || TileStore.isSame(yield* bytesAt(path), bytes)) return
          return yield* new TileStore.PathTaken({ path })
        }),
        get: Effect.fnUntraced(function*(path: string) {
          yield* Effect.fromResult(TileStore.checkPath(path))
          return Option.fromUndefinedOr(yield* bytesAt(path))
        }),
        move: Effect.fnUntraced(function*(path: string, from: Uint8Array | undefined, to: Uint8Array) {
          yield* Effect.fromResult(TileStore.checkPath(path))
          const moved = from === undefined
            ? yield* insert(path, to)
            : yield* query<{ path: string }>(
              `UPDATE ${schema}.files SET bytes = decode($3, 'hex') WHERE path = $1 AND bytes = decode($2, 'hex') RETURNING path`,
              [path, hex(from), hex(to)]
            )
          if (moved.length === 0) return yield* new TileStore.HeadMoved({ path })
        }),
        list: (prefix) =>
          Stream.paginate("", (after) =>
            Effect.map(
              query<{ path: string }>(
                `SELECT path FROM ${schema}.files WHERE path > $1 AND path >= $2 AND starts_with(path, $2) ORDER BY path LIMIT ${pageSize}`,
                [after, prefix]
              ),
              (rows) => [rows.map(({ path }) => path), rows.length < pageSize ? Option.none() : Option.some(rows.at(-1)!.path)] as const
            ))
      })
    })
  )

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

const unavailable = (cause: unknown) => new TileStore.TileStoreUnavailable({ because: Transaction.because(cause), cause })
