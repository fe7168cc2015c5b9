/**
 * The journal on PostgreSQL.
 *
 * Appends that arrive together are committed together. A commit moves the row `head` from the size it was decided upon, so that one
 * writer at a time gives positions, over all programs; a commit that fails gives none away.
 *
 * @since 0.1.0
 */
import type { PgClient } from "@effect/sql-pg"
import { Follow } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Clock, Deferred, Effect, Layer, Option, PubSub, Queue, Schedule, Stream } from "effect"
import type { SqlError } from "effect/sql"
import * as Commit from "./internal/Commit.ts"
import { ready } from "./internal/Ready.ts"
import type * as Migrations from "./Migrations.ts"

// --- models ---

/**
 * How a journal is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Schema of its tables. Default: `timbang`. */
  readonly schema?: string
  /** Whether to hold a connection that is told of new entries; not with an embedded database or a pool by transaction. Default: false. */
  readonly isListening?: boolean
  /** How long a follower waits before it looks for itself. Unit: milliseconds. Default: 250. */
  readonly pollMillis?: number
}

/** Most entries of one page. */
const pageSize = 1000

// --- layers ---

/**
 * A journal through the client that is given. The tables are brought up to date first.
 *
 * **Gotchas**
 *
 * Behind a pool that gives each transaction another connection (PgBouncer in transaction mode) the client must not prepare statements
 * (`prepare: false`), and `isListening` stays false: followers then look for themselves.
 *
 * **Example** (In the process, in memory)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { Embedded, JournalSql } from "@timbang/storage-sql"
 * import { Journal } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const program = Effect.flatMap(Journal.Journal, (journal) =>
 *   journal.append("cpns-2026", { actor, at: 0, entries: [{ kind: "round.opened", body: "{}" }] }))
 * const appended = await Effect.runPromise(Effect.provide(program, Layer.provide(JournalSql.layer(), Embedded.layer())))
 * appended.position // => 0
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (
  options: Options = {}
): Layer.Layer<Journal.Journal, Migrations.NotReady, PgClient.PgClient> =>
  Layer.effect(
    Journal.Journal,
    Effect.gen(function*() {
      const { isListening = false, pollMillis = 250, schema = "timbang" } = options
      const client = yield* ready(schema)
      const grown = yield* PubSub.sliding<void>(1)
      const queue = yield* Queue.bounded<Commit.Request>(4096)

      let seen: Commit.Seen | undefined
      yield* Effect.forkScoped(Effect.forever(Effect.gen(function*() {
        const requests = yield* Queue.takeBetween(queue, 1, 512)
        for (const group of Commit.groupsOf(requests)) {
          seen = yield* Commit.commit(client, schema, group, seen)
          yield* PubSub.publish(grown, undefined)
        }
      })))
      yield* Effect.addFinalizer(() =>
        Effect.flatMap(Queue.clear(queue), (left) => Effect.forEach(left, ({ answer }) => Deferred.fail(answer, closed), { discard: true })))
      if (isListening) {
        yield* Effect.forkScoped(
          Effect.scoped(Effect.flatMap(client.listen(Commit.channel(schema)), (heard) =>
            Effect.forever(Effect.andThen(Queue.take(heard), PubSub.publish(grown, undefined))))).pipe(
            Effect.retry(Schedule.spaced(1000))
          )
        )
      }

      const page = ({ stream }: Journal.Query) => (from: number) =>
        client.unsafe<Row>(
          `SELECT * FROM ${schema}.entries WHERE pos >= $1::bigint${stream === undefined ? "" : " AND stream = $2"} ORDER BY pos LIMIT ${pageSize}`,
          stream === undefined ? [from] : [from, stream]
        ).pipe(Effect.map((rows) => rows.map(entryOf)), Effect.mapError(unavailable))

      return Journal.Journal.of({
        append: Effect.fnUntraced(function*(stream: string, batch: Journal.Batch) {
          const fit = yield* Effect.fromResult(Journal.check(stream, batch))
          const recordedAt = yield* Clock.currentTimeMillis
          const answer = yield* Deferred.make<Journal.Appended, Journal.AppendError>()
          if (!(yield* Queue.offer(queue, { stream, batch: fit, recordedAt, answer }))) return yield* closed
          return yield* Deferred.await(answer)
        }),
        read: (query = {}) =>
          Stream.paginate(query.from ?? 0, (from) =>
            Effect.map(page(query)(from), (entries) => [
              entries,
              entries.length < pageSize ? Option.none() : Option.some(entries.at(-1)!.position + 1)
            ] as const)),
        follow: (query = {}) =>
          Follow.pages({
            from: query.from ?? 0,
            page: page(query),
            next: ({ position }) => position + 1,
            listen: Effect.map(PubSub.subscribe(grown), (subscription) =>
              Effect.raceFirst(PubSub.take(subscription), Effect.sleep(pollMillis)))
          }),
        size: (stream) =>
          client.unsafe<{ size: bigint }>(
            stream === undefined ? `SELECT size FROM ${schema}.head` : `SELECT size FROM ${schema}.streams WHERE stream = $1`,
            stream === undefined ? [] : [stream]
          ).pipe(Effect.map(([row]) => Number(row?.size ?? 0)), Effect.mapError(unavailable))
      })
    })
  )

const closed = new Journal.JournalUnavailable({ because: "it was closed" })

const unavailable = (error: SqlError.SqlError) => new Journal.JournalUnavailable({ because: error.reason._tag, cause: error })

interface Row {
  readonly pos: bigint
  readonly stream: string
  readonly idx: bigint
  readonly kind: string
  readonly body: string
  readonly actor_id: string
  readonly actor_role: string
  readonly actor_unit: string
  readonly recorded_at: bigint
}

const entryOf = (row: Row): Journal.Entry => ({
  position: Number(row.pos),
  stream: row.stream,
  index: Number(row.idx),
  kind: row.kind,
  body: row.body,
  actor: { id: row.actor_id, role: row.actor_role, unit: row.actor_unit },
  recordedAt: Number(row.recorded_at)
})
