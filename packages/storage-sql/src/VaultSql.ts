/**
 * The vault on PostgreSQL: parts encrypted before they leave the program, erasure by deleting rows, and one record of access for
 * each person in the same transaction.
 *
 * **Gotchas**
 *
 * The database never sees a value or a key. What was erased is still, encrypted, in backups and in pages that the server has not
 * swept yet: keep backups no longer than the law allows, and leave autovacuum on.
 *
 * @since 0.1.0
 */
import type { PgClient } from "@effect/sql-pg"
import { KeyRing, Vault } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, Option, Result, Stream } from "effect"
import type { SqlError } from "effect/sql"
import { open, seal } from "./internal/Seal.ts"
import { ready } from "./internal/Ready.ts"
import * as Transaction from "./internal/Transaction.ts"
import type * as Migrations from "./Migrations.ts"

// --- models ---

/**
 * How a vault is kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Schema of its tables; a journal may live in the same. Default: `timbang`. */
  readonly schema?: string
}

/** Most rows of one page. */
const pageSize = 500

// --- layers ---

/**
 * A vault through the client and the keys that are given. The tables are brought up to date first.
 *
 * **Details**
 *
 * A part is encrypted with the current key of the ring; `rotate` encrypts page by page, each page whole, what older keys hold, so that a
 * rotation that broke off goes on when it is called again. Keys draw random nonces: take a new one before four billion writes.
 *
 * **Example** (In the process, in memory)
 *
 * ```ts
 * import { Layer } from "effect"
 * import { Embedded, VaultSql } from "@timbang/storage-sql"
 * import { KeyRing } from "@timbang/workflows/ports"
 * const keys = KeyRing.layer([{ id: "2026-01", bytes: crypto.getRandomValues(new Uint8Array(32)) }])
 * const vault = VaultSql.layer().pipe(Layer.provide(keys), Layer.provide(Embedded.layer()))
 * Layer.isLayer(vault) // => true
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (
  options: Options = {}
): Layer.Layer<Vault.Vault, Migrations.NotReady, PgClient.PgClient | KeyRing.KeyRing> =>
  Layer.effect(
    Vault.Vault,
    Effect.gen(function*() {
      const { schema = "timbang" } = options
      const client = yield* ready(schema)
      const ring = yield* KeyRing.KeyRing
      const query = <Row extends object>(text: string, parameters: ReadonlyArray<unknown> = []) => client.unsafe<Row>(text, parameters)

      const currentKey = Effect.mapError(ring.current, withoutKey)
      const opened = ({ key_id, part, sealed, subject }: Row) =>
        Effect.flatMap(Effect.mapError(ring.get(key_id), withoutKey), (key) =>
          Result.match(open(key, { subject, part }, sealed), {
            onSuccess: (value) => Effect.succeed(value),
            onFailure: () => Effect.fail(new Vault.PartDamaged({ subject, part }))
          }))

      /** One access: checked, then done and recorded together. Accesses take turns, so that their numbers have no gap. */
      const accessing = <A>(
        access: Vault.Access,
        parts: Parameters<typeof Vault.check>[1],
        act: (at: number) => Effect.Effect<{ readonly answer: A; readonly records: ReadonlyArray<Touched> }, SqlError.SqlError>
      ): Effect.Effect<A, Vault.AccessRefused | Vault.VaultUnavailable> =>
        Effect.gen(function*() {
          yield* Effect.fromResult(Vault.check(access, parts))
          const at = yield* Clock.currentTimeMillis
          return yield* Transaction.run(client, Effect.gen(function*() {
            const [head] = yield* query<{ size: bigint }>(`SELECT size FROM ${schema}.vault_head FOR UPDATE`)
            const { answer, records } = yield* act(at)
            yield* record(access, Number(head!.size), records, at)
            return answer
          }), unavailable)
        })

      const record = ({ actor, purpose }: Vault.Access, first: number, records: ReadonlyArray<Touched>, at: number) =>
        records.length === 0 ? Effect.void : Effect.andThen(
          query(
            `INSERT INTO ${schema}.vault_accesses (number, act, subject, parts, actor_id, actor_role, actor_unit, purpose, at) ` +
              "SELECT $1::bigint + row_number() OVER () - 1, act, nullif(subject, ''), parts::jsonb, $5, $6, $7, $8, $9::bigint " +
              "FROM unnest($2::text[], $3::text[], $4::text[]) AS t (act, subject, parts)",
            [
              first,
              records.map(({ act }) => act),
              records.map(({ subject }) => subject ?? ""),
              records.map(({ parts }) => JSON.stringify(parts)),
              actor.id,
              actor.role,
              actor.unit,
              purpose,
              at
            ]
          ),
          query(`UPDATE ${schema}.vault_head SET size = $1::bigint`, [first + records.length])
        )

      const firstErased = (subjects: ReadonlyArray<string>) =>
        Effect.map(
          query<{ subject: string; erased_at: bigint }>(
            `SELECT e.* FROM unnest($1::text[]) WITH ORDINALITY AS s (subject, place) JOIN ${schema}.vault_erased e USING (subject) ORDER BY place LIMIT 1`,
            [[...new Set(subjects)]]
          ),
          ([row]) => row === undefined ? undefined : new Vault.PersonErased({ subject: row.subject, erasedAt: Number(row.erased_at) })
        )

      const insert = (key: KeyRing.Key, parts: ReadonlyArray<Vault.Part>, onConflict: string) =>
        query(
          `INSERT INTO ${schema}.vault_parts (subject, part, key_id, sealed, keep_until) SELECT subject, part, $3, decode(sealed, 'hex'), nullif(keep_until, '')::bigint ` +
            `FROM unnest($1::text[], $2::text[], $4::text[], $5::text[]) AS t (subject, part, sealed, keep_until) ON CONFLICT (subject, part) DO ${onConflict}`,
          [
            parts.map(({ subject }) => subject),
            parts.map(({ part }) => part),
            key.id,
            parts.map((part) => Buffer.from(seal(key, part, part.value)).toString("hex")),
            parts.map(({ keepUntil }) => keepUntil === undefined ? "" : String(keepUntil))
          ]
        )
      const replace = "UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, keep_until = excluded.keep_until"

      /** Writes parts unless a person of theirs was erased; the answer is taken after that. */
      const put = <A>(
        act: "write" | "keep",
        access: Vault.Access,
        parts: ReadonlyArray<Vault.Part>,
        answer: Effect.Effect<A, SqlError.SqlError>
      ): Effect.Effect<A, Vault.WriteError> =>
        Effect.gen(function*() {
          yield* Effect.fromResult(Vault.check(access, parts))
          const key = yield* currentKey
          const outcome = yield* accessing<Result.Result<A, Vault.PersonErased>>(access, parts, () =>
            Effect.gen(function*() {
              const gone = yield* firstErased(parts.map(({ subject }) => subject))
              if (gone !== undefined) return { answer: Result.fail(gone), records: [] }
              if (parts.length > 0) yield* insert(key, parts, act === "write" ? replace : "NOTHING")
              return { answer: Result.succeed(yield* answer), records: touchedBy(act, parts) }
            }))
          return yield* Effect.fromResult(outcome)
        })

      const partsOf = (subject: string, names: ReadonlyArray<string> | undefined) =>
        query<Row>(
          `SELECT subject, part, key_id, sealed, keep_until FROM ${schema}.vault_parts WHERE subject = $1${names === undefined ? "" : " AND part = ANY($2::text[])"} ORDER BY part`,
          names === undefined ? [subject] : [subject, names]
        )

      const allParts = (subject: string | undefined): Stream.Stream<Row, Vault.VaultUnavailable> =>
        Stream.paginate(["", ""] as readonly [string, string], ([lastSubject, lastPart]) =>
          query<Row>(
            `SELECT subject, part, key_id, sealed, keep_until FROM ${schema}.vault_parts WHERE (subject, part) > ($1, $2)${subject === undefined ? "" : " AND subject = $3"} ` +
              `ORDER BY subject, part LIMIT ${pageSize}`,
            subject === undefined ? [lastSubject, lastPart] : [lastSubject, lastPart, subject]
          ).pipe(
            Effect.mapError(unavailable),
            Effect.map((rows) => {
              const last = rows.at(-1)
              return [rows, last === undefined || rows.length < pageSize ? Option.none() : Option.some([last.subject, last.part] as const)] as const
            })
          ))

      const rotatePage = Effect.gen(function*() {
        const key = yield* currentKey
        return yield* Transaction.run(client, Effect.gen(function*() {
          const rows = yield* query<Row>(
            `SELECT subject, part, key_id, sealed, keep_until FROM ${schema}.vault_parts WHERE key_id <> $1 ORDER BY subject, part LIMIT ${pageSize} FOR UPDATE`,
            [key.id]
          )
          const parts = yield* Effect.forEach(rows, (row) => Effect.map(opened(row), (value) => partOf(row, value)))
          if (parts.length > 0) yield* insert(key, parts, replace)
          return parts.length
        }), (cause) => cause instanceof Vault.PartDamaged || cause instanceof Vault.VaultUnavailable ? cause : unavailable(cause))
      })

      return Vault.Vault.of({
        write: (access, parts) => put("write", access, parts, Effect.void),
        keep: (access, parts) =>
          Effect.flatMap(
            put("keep", access, parts, query<Row>(
              `SELECT p.subject, p.part, p.key_id, p.sealed, p.keep_until FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (subject, part, place) ` +
                `JOIN ${schema}.vault_parts p USING (subject, part) ORDER BY place`,
              [parts.map(({ subject }) => subject), parts.map(({ part }) => part)]
            )),
            (rows) => Effect.forEach(rows, opened)
          ),
        read: Effect.fnUntraced(function*(access: Vault.Access, subject: string, names?: ReadonlyArray<string>) {
          const { gone, rows } = yield* accessing(access, named(subject, names), () =>
            Effect.gen(function*() {
              const rows = yield* partsOf(subject, names)
              const answer = { gone: yield* firstErased([subject]), rows }
              return { answer, records: [{ act: "read", subject, parts: rows.map(({ part }) => part) }] }
            }))
          if (gone !== undefined) return yield* gone
          return new Map(yield* Effect.forEach(rows, (row) => Effect.map(opened(row), (value) => [row.part, value] as const)))
        }),
        export: (access, subject) =>
          Stream.unwrap(Effect.as(
            accessing(access, subject === undefined ? [] : named(subject, undefined), () =>
              subject === undefined
                ? Effect.succeed({ answer: undefined, records: [{ act: "export", parts: [] }] })
                : Effect.map(partsOf(subject, undefined), (rows) => ({
                  answer: undefined,
                  records: [{ act: "export", subject, parts: rows.map(({ part }) => part) }]
                }))),
            Stream.mapEffect(allParts(subject), (row) => Effect.map(opened(row), (value) => partOf(row, value)))
          )),
        erase: (access, subject, names) =>
          accessing(access, named(subject, names), (at) =>
            Effect.gen(function*() {
              const rows = yield* query<{ part: string }>(
                `WITH gone AS (DELETE FROM ${schema}.vault_parts WHERE subject = $1${names === undefined ? "" : " AND part = ANY($2::text[])"} RETURNING part) ` +
                  "SELECT part FROM gone ORDER BY part",
                names === undefined ? [subject] : [subject, names]
              )
              if (names === undefined) {
                yield* query(`INSERT INTO ${schema}.vault_erased (subject, erased_at) VALUES ($1, $2::bigint) ON CONFLICT DO NOTHING`, [subject, at])
              }
              return { answer: rows.length, records: [{ act: "erase", subject, parts: rows.map(({ part }) => part) }] }
            })),
        expire: (access) =>
          accessing(access, [], (at) =>
            Effect.map(
              query<{ subject: string; part: string }>(
                `WITH gone AS (DELETE FROM ${schema}.vault_parts WHERE keep_until <= $1::bigint RETURNING subject, part) SELECT * FROM gone ORDER BY subject, part`,
                [at]
              ),
              (rows) => ({ answer: rows.length, records: touchedBy("expire", rows) })
            )),
        rotate: Effect.fnUntraced(function*(access: Vault.Access) {
          yield* accessing(access, [], () => Effect.succeed({ answer: undefined, records: [{ act: "rotate", parts: [] }] }))
          let total = 0
          for (let count = yield* rotatePage; count > 0; count = yield* rotatePage) total += count
          return total
        }),
        accesses: (subject) =>
          Stream.paginate(0, (from) =>
            query<AccessRow>(
              `SELECT * FROM ${schema}.vault_accesses WHERE number >= $1::bigint${subject === undefined ? "" : " AND subject = $2"} ORDER BY number LIMIT ${pageSize}`,
              subject === undefined ? [from] : [from, subject]
            ).pipe(
              Effect.mapError(unavailable),
              Effect.map((rows) =>
                [rows.map(recordOf), rows.length < pageSize ? Option.none() : Option.some(Number(rows.at(-1)!.number) + 1)] as const
              )
            ))
      })
    })
  )

interface Touched {
  readonly act: Vault.Act
  readonly subject?: string
  readonly parts: ReadonlyArray<string>
}

interface Row {
  readonly subject: string
  readonly part: string
  readonly key_id: string
  readonly sealed: Uint8Array
  readonly keep_until: bigint | null
}

interface AccessRow {
  readonly number: bigint
  readonly act: Vault.Act
  readonly subject: string | null
  readonly parts: ReadonlyArray<string>
  readonly actor_id: string
  readonly actor_role: string
  readonly actor_unit: string
  readonly purpose: string
  readonly at: bigint
}

const touchedBy = (act: Vault.Act, parts: ReadonlyArray<Pick<Vault.Part, "subject" | "part">>): ReadonlyArray<Touched> =>
  [...Vault.namesBySubject(parts)].map(([subject, names]) => ({ act, subject, parts: names }))

const named = (subject: string, names: ReadonlyArray<string> | undefined) => (names ?? ["all"]).map((part) => ({ subject, part }))

const partOf = ({ keep_until, part, subject }: Row, value: Uint8Array): Vault.Part => ({
  subject,
  part,
  value,
  ...keep_until === null ? {} : { keepUntil: Number(keep_until) }
})

const recordOf = (row: AccessRow): Vault.AccessRecord => ({
  number: Number(row.number),
  act: row.act,
  ...row.subject === null ? {} : { subject: row.subject },
  parts: row.parts,
  actor: { id: row.actor_id, role: row.actor_role, unit: row.actor_unit },
  purpose: row.purpose,
  at: Number(row.at)
})

const unavailable = (cause: unknown) => new Vault.VaultUnavailable({ because: Transaction.because(cause), cause })

const withoutKey = (cause: KeyRing.KeyMissing) => new Vault.VaultUnavailable({ because: cause.message, cause })
