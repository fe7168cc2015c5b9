/**
 * The journal on a PostgreSQL server that waits for its disk, beside what the same server does without it.
 */
import { Readable, type Duplex } from "node:stream"
import { pipeline } from "node:stream/promises"
import { PgClient } from "@effect/sql-pg"
import { Column, Table } from "@timbang/source-files"
import { JournalSql, SnapshotsSql } from "@timbang/storage-sql"
import { Batches, ReadModel } from "@timbang/workflows"
import { Journal, type Snapshots } from "@timbang/workflows/ports"
import { Effect, HashMap, Layer, ManagedRuntime, Redacted, Result, Stream } from "effect"
import { participants } from "../csv/participants.ts"
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

const tableColumns = "pos bigint PRIMARY KEY, stream text NOT NULL, idx bigint NOT NULL, kind text NOT NULL, body text NOT NULL, " +
  "actor_id text NOT NULL, actor_role text NOT NULL, actor_unit text NOT NULL, recorded_at bigint NOT NULL, UNIQUE (stream, idx)"

interface Streams {
  readonly from: (sql: string) => Duplex
}

/** Bare COPY of entries into a table with the journal's own columns and keys. */
const copying = async (server: Postgres.Server) => {
  const { from } = await Peers.load<Streams>("pg-copy-streams")
  const connection = await server.connect()
  await connection.query(`CREATE TABLE copied (${tableColumns})`)
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

let imports = 0

/** Records facts as an import does: in batches, each with a key. */
const recordAll = <R>(made: ManagedRuntime.ManagedRuntime<Journal.Journal | R, unknown>, bodies: Iterable<string>) =>
  made.runPromise(Batches.record("round", Stream.map(Stream.fromIterable(bodies, { chunkSize: 1000 }), record), { actor, key: `import-${imports++}` }))

const batches = (): Promise<Times> =>
  using(async (server, made) => {
    const copy = await copying(server)
    const bodies = bodiesOf(50_000)
    return pairAwaited(() => recordAll(made, bodies), () => copy(bodies), 15)
  })

// --- a whole field from its file ---

const columns = {
  participant: Column.identifier({ need: "cell", isUnique: true }),
  formation: Column.reference({ need: "cell" }),
  twk: Column.integer({ maximum: 150, step: 5 }),
  tiu: Column.integer({ maximum: 175, step: 5 }),
  tkp: Column.integer({ maximum: 225 })
}

function* bodiesFrom(bytes: Buffer, from = 0, to = Infinity): Generator<string> {
  const { columns: { formation, participant, tiu, tkp, twk }, size } = Result.getOrThrow(Table.parse({ file: "P.csv", bytes }, columns))
  for (let row = from; row < Math.min(to, size); row++) {
    yield JSON.stringify({ participant: participant[row], formation: formation.keys[formation.index[row]!], twk: twk[row], tiu: tiu[row], tkp: tkp[row] })
  }
}

const importing = (): Promise<Times> =>
  using(async (server, made) => {
    const copy = await copying(server)
    const bytes = participants(1_000_000)
    const bodies = [...bodiesFrom(bytes)]
    return pairAwaited(() => recordAll(made, bodiesFrom(bytes)), () => copy(bodies), 3, 1)
  })

// --- starting again ---

/** The last total of each participant: a state as large as the field. */
const board: ReadModel.ReadModel<HashMap.HashMap<string, number>> = {
  name: "board",
  version: 1,
  initial: HashMap.empty(),
  fold: (state, entries) =>
    HashMap.mutate(state, (next) => {
      for (const { body } of entries) {
        const { participant, tiu, tkp, twk } = JSON.parse(body) as { participant: string; twk: number; tiu: number; tkp: number }
        HashMap.set(next, participant, twk + tiu + tkp)
      }
    }),
  encode: (state) => JSON.stringify([...HashMap.entries(state)]),
  decode: (text) => Result.try({ try: () => HashMap.fromIterable(JSON.parse(text) as ReadonlyArray<[string, number]>), catch: String })
}

/** The journal is opened anew and the board brought up to date; the goal is three seconds. */
const restart = (): Promise<Times> =>
  using(async (server, made) => {
    const open = (): ManagedRuntime.ManagedRuntime<Journal.Journal | Snapshots.Snapshots, unknown> =>
      ManagedRuntime.make(Layer.provide(Layer.merge(JournalSql.layer(), SnapshotsSql.layer()), client(server)))
    const current = async (every: number): Promise<number> => {
      const opened = open()
      const { position, state } = await opened.runPromise(ReadModel.current(board, { every }))
      if (position !== size || HashMap.size(state) !== field) throw new Error(`the board has ${HashMap.size(state)} participants at ${position}`)
      await opened.dispose()
      return position
    }
    const [field, kept] = [1_000_000, 995_000]
    let size = kept
    await recordAll(made, bodiesFrom(participants(field), 0, kept))
    const started = performance.now()
    await open().runPromise(ReadModel.current(board, { every: kept }))
    const whole = performance.now() - started
    await recordAll(made, bodiesFrom(participants(field), kept))
    size = field
    const { oursMs } = await pairAwaited(() => current(field), () => undefined, 5, 1)
    return { oursMs, peerMs: 3000, notes: [`without a snapshot ${Math.round(whole)} ms`] }
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
  { id: "E3-follow", work: "one entry until a follower has it", peerName: "bare LISTEN and NOTIFY", run: follow },
  { id: "E4-restart", work: "a board of 1 M entries and participants after a restart, 5,000 entries behind its snapshot", peerName: "3 s", run: restart },
  { id: "E5-import", work: "1,000,000 participants from CSV into the journal", peerName: "bare COPY of the same rows, same keys", run: importing }
]
