/**
 * One commit of the journal: batches of several writers, each recorded or refused, together.
 *
 * A writer remembers how far the journal reached after its own last commit. As long as nobody else has written, one statement is
 * all that a commit takes: it moves `head` from the size that was remembered, and writes nothing where that size has changed. Then
 * the writer looks anew; where others are always quicker, it locks `head` and takes its turn.
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

/** How far a journal reached, over all and in the streams that were looked at. */
export interface Seen {
  readonly size: number
  readonly sizes: ReadonlyMap<string, number>
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

/**
 * Commits a group, answers each request, and tells what is seen of the journal after it; when the commit fails, nobody knows whether
 * it happened, and all are told so.
 */
export const commit = (
  sql: PgClient.PgClient,
  schema: string,
  group: ReadonlyArray<Request>,
  seen: Seen | undefined
): Effect.Effect<Seen | undefined> =>
  Effect.flatMap(quickly(sql, schema, group, seen), (done) =>
    done === undefined ? sql.withTransaction(inTurn(sql, schema, group)) : Effect.succeed(done)).pipe(
    Effect.matchCauseEffect({
      onSuccess: ({ answers, after }) =>
        Effect.as(
          Effect.forEach(group, ({ answer }, at) =>
            Result.match(answers[at]!, {
              onSuccess: (appended) => Deferred.succeed(answer, appended),
              onFailure: (error) => Deferred.fail(answer, error)
            }), { discard: true }),
          after.sizes.size > mostStreams ? undefined : after
        ),
      // The client dies, and does not fail, where a rollback finds its connection gone; the next group must be committed all the same.
      onFailure: (cause) => Effect.as(failAll(group, because(cause), Cause.squash(cause)), undefined)
    }),
    Effect.onInterrupt(() => failAll(group, "it was closed"))
  )

/** Streams whose sizes are remembered; with more, they are looked at anew. */
const mostStreams = 1000

/** Times that a writer tries without the lock. */
const tries = 3

const because = (cause: Cause.Cause<SqlError.SqlError>): string => {
  const error = Cause.squash(cause)
  return error instanceof SqlError.SqlError ? error.reason._tag : "the connection broke"
}

const failAll = (group: ReadonlyArray<Request>, because: string, cause?: unknown) =>
  Effect.forEach(group, ({ answer }) => Deferred.fail(answer, new Journal.JournalUnavailable({ because, cause })), { discard: true })

interface Done {
  readonly answers: ReadonlyArray<Answer>
  readonly after: Seen
}

/** In one statement, from what was seen; nothing where others were quicker, or where nothing is to be written. */
const quickly = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>, seen: Seen | undefined) =>
  Effect.gen(function*() {
    for (let tried = 0; tried < tries; tried++) {
      // The size is read before everything else: whatever is newer than it makes the statement write nothing.
      const before = tried === 0 && seen !== undefined ? seen : { size: yield* sizeOf(sql, schema), sizes: new Map<string, number>() }
      const decided = decide(group, before.size, yield* sizesOf(sql, schema, group, before.sizes), yield* knownOf(sql, schema, group))
      // A refusal, or a repetition, alone is not held against the journal by any statement; it has to be looked at in turn.
      if (decided.written.length === 0) return undefined
      if (yield* written(sql, schema, before.size, decided)) return done(decided)
    }
    return undefined
  })

/** Under the lock of `head`, so that nobody writes in between. */
const inTurn = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>) =>
  Effect.gen(function*() {
    const size = yield* sizeOf(sql, schema, " FOR UPDATE")
    const decided = decide(group, size, yield* sizesOf(sql, schema, group, new Map()), yield* knownOf(sql, schema, group))
    if (decided.written.length > 0) yield* written(sql, schema, size, decided)
    return done(decided)
  })

const done = ({ answers, size, sizes }: Decided): Done => ({ answers, after: { size, sizes } })

const sizeOf = (sql: PgClient.PgClient, schema: string, lock = "") =>
  Effect.map(sql.unsafe<{ size: bigint }>(`SELECT size FROM ${schema}.head${lock}`), ([head]) => Number(head!.size))

interface Decided {
  readonly answers: ReadonlyArray<Answer>
  readonly written: ReadonlyArray<Written>
  readonly size: number
  readonly sizes: ReadonlyMap<string, number>
}

/** Which batches get a place, and where. */
const decide = (
  group: ReadonlyArray<Request>,
  before: number,
  sizesBefore: ReadonlyMap<string, number>,
  recorded: ReadonlyMap<string, Known>
): Decided => {
  const sizes = new Map(sizesBefore)
  const known = new Map(recorded)
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
  return { answers, written, size, sizes }
}

/** Writes what was decided, if the journal still has that size; answers whether it had. */
const written = (sql: PgClient.PgClient, schema: string, before: number, { size, sizes, written: batches }: Decided) =>
  Effect.map(sql.unsafe(writing(schema), valuesOf(batches, sizes, before, size, channel(schema))), (rows) => rows.length > 0)

/** A batch that gets its place in this commit. */
interface Written {
  readonly stream: string
  readonly batch: Journal.Batch
  readonly recordedAt: number
  readonly position: number
  readonly index: number
}

/** Everything a commit writes, in one statement. What entries of a batch have in common is sent once. */
const writing = (schema: string): string => `
  WITH
    head AS (UPDATE ${schema}.head SET size = $16::bigint WHERE size = $13::bigint RETURNING size),
    batch AS (
      SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bigint[])
        WITH ORDINALITY AS b (stream, key, pos, idx, count, actor_id, actor_role, actor_unit, recorded_at, number)
      WHERE EXISTS (SELECT FROM head)
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
      INSERT INTO ${schema}.streams (stream, size)
      SELECT * FROM unnest($14::text[], $15::bigint[]) WHERE EXISTS (SELECT FROM head)
      ON CONFLICT (stream) DO UPDATE SET size = excluded.size
    ),
    batches AS (
      INSERT INTO ${schema}.batches (stream, key, pos, idx, count) SELECT stream, key, pos, idx, count FROM batch WHERE key <> ''
    )
  SELECT pg_notify($17, '') FROM head`

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

/** Sizes of the streams of a group: those that are remembered, and the others from the journal. */
const sizesOf = (sql: PgClient.PgClient, schema: string, group: ReadonlyArray<Request>, remembered: ReadonlyMap<string, number>) => {
  const unknown = [...new Set(group.map(({ stream }) => stream))].filter((stream) => !remembered.has(stream))
  return unknown.length === 0
    ? Effect.succeed(remembered)
    : Effect.map(
      sql.unsafe<{ stream: string; size: bigint }>(`SELECT stream, size FROM ${schema}.streams WHERE stream = ANY($1::text[])`, [unknown]),
      (rows): ReadonlyMap<string, number> =>
        new Map([...remembered, ...unknown.map((stream) => [stream, 0] as const), ...rows.map(({ size, stream }) => [stream, Number(size)] as const)])
    )
}

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
