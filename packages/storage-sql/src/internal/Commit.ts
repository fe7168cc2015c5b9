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
    const written: Array<Written> = []
    let size = before

    const answers = group.map(({ batch, recordedAt, stream }): Answer => {
      const { at, entries, key } = batch
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
      size += entries.length
      sizes.set(stream, index + entries.length)
      if (name !== undefined) known.set(name, { position, index, entries })
      written.push({ stream, batch, recordedAt, position, index })
      return Result.succeed({ position, index, count: entries.length, isRepeat: false })
    })

    if (size === before) return answers
    yield* sql.unsafe(writing(schema), valuesOf(written, sizes, before, size, channel(schema)))
    return answers
  })

/** A batch that gets its place in this commit. */
interface Written {
  readonly stream: string
  readonly batch: Journal.Batch
  readonly recordedAt: number
  readonly position: number
  readonly index: number
}

/**
 * Everything a commit writes, in one statement: the lock of `head` is held for as few turns to the server as can be. What entries of
 * a batch have in common is sent once.
 */
const writing = (schema: string): string => `
  WITH
    batch AS (
      SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bigint[])
        WITH ORDINALITY AS b (stream, key, pos, idx, count, actor_id, actor_role, actor_unit, recorded_at, number)
    ),
    entries AS (
      INSERT INTO ${schema}.entries (pos, stream, idx, kind, body, actor_id, actor_role, actor_unit, recorded_at)
      SELECT e.pos, stream, b.idx + e.pos - b.pos, kind, body, actor_id, actor_role, actor_unit, recorded_at
      FROM (
        SELECT $13::bigint + place - 1 AS pos, number, kind, body
        FROM unnest($10::int[], $11::text[], $12::text[]) WITH ORDINALITY AS e (number, kind, body, place)
      ) e JOIN batch b USING (number)
      ORDER BY e.pos
    ),
    streams AS (
      INSERT INTO ${schema}.streams (stream, size) SELECT * FROM unnest($14::text[], $15::bigint[])
      ON CONFLICT (stream) DO UPDATE SET size = excluded.size
    ),
    batches AS (
      INSERT INTO ${schema}.batches (stream, key, pos, idx, count) SELECT stream, key, pos, idx, count FROM batch WHERE key <> ''
    ),
    head AS (UPDATE ${schema}.head SET size = $16::bigint)
  SELECT pg_notify($17, '')`

const valuesOf = (
  written: ReadonlyArray<Written>,
  sizes: ReadonlyMap<string, number>,
  before: number,
  size: number,
  told: string
): ReadonlyArray<unknown> => {
  const touched = [...new Set(written.map(({ stream }) => stream))]
  return [
    written.map(({ stream }) => stream),
    written.map(({ batch }) => batch.key ?? ""),
    written.map(({ position }) => position),
    written.map(({ index }) => index),
    written.map(({ batch }) => batch.entries.length),
    written.map(({ batch }) => batch.actor.id),
    written.map(({ batch }) => batch.actor.role),
    written.map(({ batch }) => batch.actor.unit),
    written.map(({ recordedAt }) => recordedAt),
    written.flatMap(({ batch }, at) => Array.from(batch.entries, () => at + 1)),
    written.flatMap(({ batch }) => batch.entries.map(({ kind }) => kind)),
    written.flatMap(({ batch }) => batch.entries.map(({ body }) => body)),
    before,
    touched,
    touched.map((stream) => sizes.get(stream)!),
    size,
    told
  ]
}

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
