/**
 * One commit of the journal: batches of several writers, each recorded or refused, in one transaction.
 */
import type { PgClient } from "@effect/sql-pg"
import { Journal } from "@timbang/workflows/ports"
import { Cause, Deferred, Effect, Result } from "effect"
import { SqlError } from "effect/sql"

/** A batch that waits for its commit. */
export interface Request {
  readonly stream: string
  readonly batch: Journal.Batch
  readonly recordedAt: number
  readonly answer: Deferred.Deferred<Journal.Appended, Journal.AppendError>
}

type Answer = Result.Result<Journal.Appended, Journal.AppendError>

interface Known {
  readonly position: number
  readonly index: number
  readonly entries: ReadonlyArray<Journal.NewEntry>
}

/** Where programs are told that a journal has grown. */
export const channel = (schema: string): string => `${schema}_journal`

/** Requests in groups that stay within the bounds of one batch, so that no commit grows without bound. */
export const groupsOf = (requests: ReadonlyArray<Request>): ReadonlyArray<ReadonlyArray<Request>> => {
  const groups: Array<Array<Request>> = []
  let [entries, units] = [Infinity, 0]
  for (const request of requests) {
    const own = request.batch.entries.reduce((sum, { body }) => sum + body.length, 0)
    entries += request.batch.entries.length
    units += own
    if (entries > Journal.limits.entries || units > Journal.limits.batchBytes) {
      groups.push([])
      entries = request.batch.entries.length
      units = own
    }
    groups.at(-1)!.push(request)
  }
  return groups
}

/** Commits a group and answers each request; when the commit fails, nobody knows whether it happened, and all are told so. */
export const commit = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>): Effect.Effect<void> =>
  sql.withTransaction(record(sql, schema, group)).pipe(
    Effect.matchCauseEffect({
      onSuccess: (answers) =>
        Effect.forEach(group, ({ answer }, at) =>
          Result.match(answers[at]!, {
            onSuccess: (appended) => Deferred.succeed(answer, appended),
            onFailure: (error) => Deferred.fail(answer, error)
          }), { discard: true }),
      // The client dies, and does not fail, where a rollback finds its connection gone; the next group must be committed all the same.
      onFailure: (cause) => failAll(group, because(cause), Cause.squash(cause))
    }),
    Effect.onInterrupt(() => failAll(group, "it was closed"))
  )

const because = (cause: Cause.Cause<SqlError.SqlError>): string => {
  const error = Cause.squash(cause)
  return error instanceof SqlError.SqlError ? error.reason._tag : "the connection broke"
}

const failAll = (group: ReadonlyArray<Request>, because: string, cause?: unknown) =>
  Effect.forEach(group, ({ answer }) => Deferred.fail(answer, new Journal.JournalUnavailable({ because, cause })), { discard: true })

const record = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>) =>
  Effect.gen(function*() {
    const [head] = yield* sql.unsafe<{ size: bigint }>(`SELECT size FROM ${schema}.head FOR UPDATE`)
    const before = Number(head!.size)
    const sizes = yield* sizesOf(sql, schema, group)
    const known = yield* knownOf(sql, schema, group)
    const rows = columns()
    const batches: Array<readonly [stream: string, key: string, position: number, index: number, count: number]> = []
    let size = before

    const answers = group.map(({ batch: { actor, at, entries, key }, recordedAt, stream }): Answer => {
      const name = key === undefined ? undefined : nameOf(stream, key)
      const earlier = name === undefined ? undefined : known.get(name)
      if (earlier !== undefined) {
        const { index, position } = earlier
        return Journal.isSameEntries(earlier.entries, entries)
          ? Result.succeed({ position, index, count: entries.length, isRepeat: true })
          : Result.fail(new Journal.KeyReused({ stream, key: key! }))
      }
      const index = sizes.get(stream) ?? 0
      if (at !== undefined && at !== index) {
        const found = { stream, expected: at, size: index }
        return Result.fail(at < index ? new Journal.PositionTaken(found) : new Journal.PositionAhead(found))
      }
      const position = size
      for (const [i, { body, kind }] of entries.entries()) {
        rows.forEach((column, c) => column.push([size, stream, index + i, kind, body, actor.id, actor.role, actor.unit, recordedAt][c]!))
        size++
      }
      sizes.set(stream, index + entries.length)
      if (name !== undefined) {
        known.set(name, { position, index, entries })
        batches.push([stream, key!, position, index, entries.length])
      }
      return Result.succeed({ position, index, count: entries.length, isRepeat: false })
    })

    if (size === before) return answers
    const touched = [...new Set(rows[1] as ReadonlyArray<string>)]
    yield* sql.unsafe(writing(schema), [
      ...rows,
      touched,
      touched.map((stream) => sizes.get(stream)!),
      ...[0, 1, 2, 3, 4].map((c) => batches.map((row) => row[c]!)),
      size,
      channel(schema)
    ])
    return answers
  })

/** Everything a commit writes, in one statement: the lock of `head` is held for as few turns to the server as can be. */
const writing = (schema: string): string => `
  WITH
    entries AS (
      INSERT INTO ${schema}.entries (pos, stream, idx, kind, body, actor_id, actor_role, actor_unit, recorded_at)
      SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[])
    ),
    streams AS (
      INSERT INTO ${schema}.streams (stream, size) SELECT * FROM unnest($10::text[], $11::bigint[])
      ON CONFLICT (stream) DO UPDATE SET size = excluded.size
    ),
    batches AS (
      INSERT INTO ${schema}.batches (stream, key, pos, idx, count)
      SELECT * FROM unnest($12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::int[])
    ),
    head AS (UPDATE ${schema}.head SET size = $17::bigint)
  SELECT pg_notify($18, '')`

const columns = (): ReadonlyArray<Array<string | number>> => Array.from({ length: 9 }, () => [])

const nameOf = (stream: string, key: string): string => `${stream}\n${key}`

const sizesOf = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>) =>
  Effect.map(
    sql.unsafe<{ stream: string; size: bigint }>(`SELECT stream, size FROM ${schema}.streams WHERE stream = ANY($1::text[])`, [
      [...new Set(group.map(({ stream }) => stream))]
    ]),
    (rows) => new Map(rows.map(({ size, stream }) => [stream, Number(size)]))
  )

/** Batches of the group that were recorded before, with their entries. */
const knownOf = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>) =>
  Effect.gen(function*() {
    const known = new Map<string, Known>()
    const keyed = group.filter(({ batch }) => batch.key !== undefined)
    if (keyed.length === 0) return known
    const found = yield* sql.unsafe<{ stream: string; key: string; pos: bigint; idx: bigint; count: number }>(
      `SELECT b.* FROM ${schema}.batches b JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::text[])) AS k (stream, key) USING (stream, key)`,
      [keyed.map(({ stream }) => stream), keyed.map(({ batch }) => batch.key!)]
    )
    for (const { count, idx, key, pos, stream } of found) {
      const entries = yield* sql.unsafe<Journal.NewEntry>(
        `SELECT kind, body FROM ${schema}.entries WHERE pos >= $1::bigint AND pos < $2::bigint ORDER BY pos`,
        [Number(pos), Number(pos) + count]
      )
      known.set(nameOf(stream, key), { position: Number(pos), index: Number(idx), entries })
    }
    return known
  })
