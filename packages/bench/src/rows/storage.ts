/**
 * The journal on a PostgreSQL server that waits for its disk, beside what the same server does without it.
 */
import { pipeline } from "node:stream/promises"
import { Readable, type Duplex } from "node:stream"
import { PgClient } from "@effect/sql-pg"
import { JournalSql } from "@timbang/storage-sql"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer, ManagedRuntime, Redacted, Stream } from "effect"
import * as Peers from "../Peers.ts"
import * as Postgres from "../Postgres.ts"
import { pairAwaited, type Row, type Times } from "../Row.ts"

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }

const client = ({ port }: Postgres.Server) =>
  PgClient.layer({ host: "127.0.0.1", port, username: Postgres.user, password: Redacted.make(Postgres.user), database: "postgres", maxConnections: 4 })

type Running = ManagedRuntime.ManagedRuntime<Journal.Journal, unknown>

const journal = (server: Postgres.Server, isListening = false): Running =>
  ManagedRuntime.make(Layer.provide(JournalSql.layer({ isListening, pollMillis: 60_000 }), client(server)))

/** Uses a journal of one server, and closes it before the server stops. */
const using = <A>(work: (server: Postgres.Server, journal: Running) => Promise<A>): Promise<A> =>
  Postgres.use(async (server) => {
    const made = journal(server)
    try {
      return await work(server, made)
    } finally {
      await made.dispose()
    }
  })

const record = (body: string): Journal.NewEntry => ({ kind: "score.recorded", body })

// --- eight writers, one entry each time ---

const writers = Array.from({ length: 8 }, (_, writer) => writer)

const append = (): Promise<Times> =>
  using(async (server, made) => {
    const each = 50
    const clients = await Promise.all(writers.map(() => server.connect()))
    await clients[0]!.query("CREATE TABLE counter (n bigint NOT NULL)")
    await clients[0]!.query("INSERT INTO counter VALUES (0)")
    await clients[0]!.query("CREATE TABLE counted (pos bigint PRIMARY KEY, stream text NOT NULL, body text NOT NULL)")
    const ours = () =>
      made.runPromise(Effect.flatMap(Journal.Journal, (journal) =>
        Effect.forEach(writers, (writer) =>
          Effect.forEach(Array.from({ length: each }, (_, at) => at), (at) =>
            journal.append(`session-${writer}`, { actor, entries: [record(`{"twk":${at}}`)] }), { discard: true }), { concurrency: "unbounded", discard: true })))
    const peer = () =>
      Promise.all(writers.map(async (writer) => {
        for (let at = 0; at < each; at++) {
          await clients[writer]!.query(
            "WITH next AS (UPDATE counter SET n = n + 1 RETURNING n) INSERT INTO counted SELECT n, $1, $2 FROM next",
            [`session-${writer}`, `{"twk":${at}}`]
          )
        }
      }))
    return pairAwaited(ours, peer, 15)
  })

// --- batches ---

const columns = "pos bigint PRIMARY KEY, stream text NOT NULL, idx bigint NOT NULL, kind text NOT NULL, body text NOT NULL, " +
  "actor_id text NOT NULL, actor_role text NOT NULL, actor_unit text NOT NULL, recorded_at bigint NOT NULL, UNIQUE (stream, idx)"

interface Streams {
  readonly from: (sql: string) => Duplex
}

/** Bare COPY of entries into a table with the journal's own columns and keys. */
const copying = async (server: Postgres.Server) => {
  const { from } = await Peers.load<Streams>("pg-copy-streams")
  const connection = await server.connect()
  await connection.query(`CREATE TABLE copied (${columns})`)
  let position = 0
  return async (bodies: ReadonlyArray<string>) => {
    function* lines() {
      for (let at = 0; at < bodies.length; at += 1000) {
        yield bodies.slice(at, at + 1000).map((body) => {
          const place = position++
          return `${place}\tround\t${place}\tscore.recorded\t${body}\ta.17\tpanitia\tbkpsdm\t1790000000000\n`
        }).join("")
      }
    }
    await pipeline(Readable.from(lines()), connection.query(from("COPY copied FROM STDIN")))
  }
}

const bodiesOf = (count: number, from = 0): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, at) => `{"participant":"2426${String(from + at).padStart(10, "0")}","formation":"F${at % 25_000}","twk":${at % 31 * 5},"tiu":${at % 36 * 5},"tkp":${at % 226}}`)

/** Appends bodies in batches of the size a journal takes. */
const appendAll = (made: Running, bodies: ReadonlyArray<string>) =>
  made.runPromise(Effect.flatMap(Journal.Journal, (journal) =>
    Stream.fromIterable(bodies).pipe(
      Stream.map(record),
      Stream.rechunk(Journal.limits.entries),
      Stream.chunks,
      Stream.runForEach((entries) => journal.append("round", { actor, entries }))
    )))

const batches = (): Promise<Times> =>
  using(async (server, made) => {
    const copy = await copying(server)
    const bodies = bodiesOf(50_000)
    return pairAwaited(() => appendAll(made, bodies), () => copy(bodies), 15)
  })

// --- a follower ---

/** From the answer to the writer until a follower in another client has the entry, against the server's bare notification. */
const follow = (): Promise<Times> =>
  using(async (server, writer) => {
    const reader = journal(server, true)
    const heard = await server.connect()
    const teller = await server.connect()
    await heard.query("LISTEN bench")
    let arrived = () => {}
    heard.on("notification", () => arrived())
    let seen = () => {}
    const following = reader.runPromise(Effect.flatMap(Journal.Journal, (journal) => Stream.runForEach(journal.follow(), () => Effect.sync(() => seen()))))
    following.catch(() => undefined)
    const ours = async () => {
      const promise = new Promise<void>((resolve) => (seen = resolve))
      await writer.runPromise(Effect.flatMap(Journal.Journal, (journal) => journal.append("board", { actor, entries: [record("{}")] })))
      await promise
    }
    const peer = async () => {
      const promise = new Promise<void>((resolve) => (arrived = resolve))
      await teller.query("SELECT pg_notify('bench', '')")
      await promise
    }
    // The reader's own connection takes a moment until it listens.
    await new Promise((resolve) => setTimeout(resolve, 500))
    const times = await pairAwaited(ours, peer, 101, 10)
    await reader.dispose()
    return { ...times, notes: ["from before the append to the follower; 50 ms is the goal"] }
  })

export const rows: ReadonlyArray<Row> = [
  { id: "E1-append", work: "8 writers, 50 entries each, one at a time, fsync on", peerName: "counter table, a row a commit, the same server", run: append },
  { id: "E2-batches", work: "50,000 entries in batches of 10,000", peerName: "bare COPY into a table with the same keys", run: batches },
  { id: "E3-follow", work: "one entry until a follower has it", peerName: "bare LISTEN and NOTIFY", run: follow }
]
