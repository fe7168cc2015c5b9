/**
 * The first exam of CPNS 2024 over a made-up field: totals, failed minimums, order of each cell, shortlist, rungs.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Cohort, Explanation, Selection } from "@timbang/core/selection"
import type { Formation } from "@timbang/core/formation"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import * as Peers from "../Peers.ts"
import * as Postgres from "../Postgres.ts"
import { agree, pair, pairAwaited, type Row, type Times } from "../Row.ts"
import * as Field from "../selection/field.ts"
import * as Floor from "../selection/floor.ts"

interface Case {
  readonly cohort: Cohort.Cohort
  readonly formations: ReadonlyArray<Formation.Formation>
  readonly seats: Int32Array
}

const make = (size: number, cells: number): Case => {
  const { cohort, formations } = Field.make(size, cells)
  return { cohort, formations, seats: Int32Array.from(formations, (formation) => formation.seats) }
}

const ours = ({ cohort, formations }: Case): Selection.Selection =>
  Result.getOrThrow(Selection.run(RuleSets.cpns2024, formations, cohort, [], { stage: "skd" }))

const floor = ({ cohort, seats }: Case): Floor.Floor =>
  Floor.run(cohort.formation, cohort.scores["twk"]!, cohort.scores["tiu"]!, cohort.scores["tkp"]!, seats)

/** Whoever is faster must have done the same work. */
const agreeWithFloor = (given: Case): void => {
  const made = ours(given)
  const hand = floor(given)
  agree("totals", made.values["skd"]!, hand.total)
  agree("failed minimums", made.failed.map((bits) => bits & 7), hand.failed)
  agree("ranks", made.shortlist!.rank, hand.rank)
  agree("rungs", made.shortlist!.rung, hand.rung)
  agree("shortlist", made.outcome.map((tag) => (tag === 0 ? 1 : 0)), hand.shortlisted)
}

const againstFloor = async (size: number, cells: number): Promise<Times> => {
  const given = make(size, cells)
  agreeWithFloor(given)
  return pair(() => ours(given), () => floor(given), 21)
}

const rowsOf = ({ cohort }: Case) =>
  Array.from({ length: cohort.size }, (_, i) => ({
    formation: cohort.formation[i]!,
    twk: cohort.scores["twk"]![i]!,
    tiu: cohort.scores["tiu"]![i]!,
    tkp: cohort.scores["tkp"]![i]!
  }))

type Line = ReturnType<typeof rowsOf>[number]

/** The plain sort that a rule engine needs beside it: passing rows by cell, then total, TKP, TIU. */
const sortPlainly = (passing: Array<Line>): Array<Line> =>
  passing.sort((a, b) => a.formation - b.formation || b.twk + b.tiu + b.tkp - (a.twk + a.tiu + a.tkp) || b.tkp - a.tkp || b.tiu - a.tiu)

const againstCel = async (): Promise<Times> => {
  const given = make(1_000_000, 25_000)
  const { parse, plan, celEnv } = await Peers.load<Cel>("@bufbuild/cel")
  const meets = plan(celEnv(), parse("twk >= 65.0 && tiu >= 80.0 && tkp >= 166.0"))
  const lines = rowsOf(given)
  const peer = () => sortPlainly(lines.filter((line) => meets({ twk: line.twk, tiu: line.tiu, tkp: line.tkp }) === true))
  agree("passing", [ours(given).shortlist!.order.length], [peer().length])
  // The first rounds pay for the million objects that the peer needs; they must not be the middle ones.
  return pair(() => ours(given), peer, 31)
}

interface Cel {
  readonly parse: (text: string) => unknown
  readonly celEnv: () => unknown
  readonly plan: (env: unknown, expression: unknown) => (bindings: Readonly<Record<string, number>>) => unknown
}

const againstJsonRules = async (): Promise<Times> => {
  const given = make(1_000_000, 25_000)
  const { Engine } = await Peers.load<JsonRules>("json-rules-engine")
  const engine = new Engine()
  const atLeast = (fact: string, value: number) => ({ fact, operator: "greaterThanInclusive", value })
  engine.addRule({ conditions: { all: [atLeast("twk", 65), atLeast("tiu", 80), atLeast("tkp", 166)] }, event: { type: "meets" } })
  const lines = rowsOf(given)
  const peer = async () => {
    const passing: Array<Line> = []
    for (const line of lines) {
      const { events } = await engine.run({ twk: line.twk, tiu: line.tiu, tkp: line.tkp })
      if (events.length > 0) passing.push(line)
    }
    return sortPlainly(passing)
  }
  return pairAwaited(() => ours(given), peer, 15, 1)
}

interface JsonRules {
  readonly Engine: new() => {
    readonly addRule: (rule: unknown) => unknown
    readonly run: (facts: Readonly<Record<string, number>>) => Promise<{ readonly events: ReadonlyArray<unknown> }>
  }
}

/** One query that makes the same columns. */
const windowQuery = (target: string) => `
  ${target}
  WITH scored AS (
    SELECT participant, formation, twk + tiu + tkp AS total, tkp, tiu, twk,
      (CASE WHEN twk < 65 THEN 1 ELSE 0 END) + (CASE WHEN tiu < 80 THEN 2 ELSE 0 END) + (CASE WHEN tkp < 166 THEN 4 ELSE 0 END) AS failed
    FROM participants
  ), ranked AS (
    SELECT participant, formation, total, failed,
      CASE WHEN failed = 0 THEN rank() OVER (PARTITION BY formation, failed = 0 ORDER BY total DESC, tkp DESC, tiu DESC, twk DESC) END AS place
    FROM scored
  )
  SELECT r.participant, r.total, r.failed, r.place, coalesce(r.place <= 3 * f.seats, false) AS shortlisted
  FROM ranked r JOIN formations f ON f.formation = r.formation`

const csvLines = ({ cohort, seats }: Case) => ({
  participants: Array.from({ length: cohort.size }, (_, i) =>
    `${i},${cohort.formation[i]},${cohort.scores["twk"]![i]},${cohort.scores["tiu"]![i]},${cohort.scores["tkp"]![i]}`),
  formations: Array.from(seats, (count, formation) => `${formation},${count}`)
})

const againstDuckDb = async (): Promise<Times> => {
  const given = make(1_000_000, 25_000)
  const { DuckDBInstance } = await Peers.load<DuckDb>("@duckdb/node-api")
  const folder = mkdtempSync(join(tmpdir(), "timbang-duckdb-"))
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" })
  const connection = await instance.connect()
  const { writeFileSync } = await import("node:fs")
  const { formations, participants } = csvLines(given)
  writeFileSync(join(folder, "p.csv"), `participant,formation,twk,tiu,tkp\n${participants.join("\n")}\n`)
  writeFileSync(join(folder, "f.csv"), `formation,seats\n${formations.join("\n")}\n`)
  await connection.run(`CREATE TABLE participants AS SELECT * FROM read_csv('${join(folder, "p.csv")}')`)
  await connection.run(`CREATE TABLE formations AS SELECT * FROM read_csv('${join(folder, "f.csv")}')`)
  const times = await pairAwaited(() => ours(given), () => connection.run(windowQuery("CREATE OR REPLACE TABLE result AS")), 15)
  connection.closeSync()
  rmSync(folder, { recursive: true, force: true })
  return times
}

interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string, options: Readonly<Record<string, string>>) => Promise<{
      readonly connect: () => Promise<{ readonly run: (sql: string) => Promise<unknown>; readonly closeSync: () => void }>
    }>
  }
}

const againstPostgres = (): Promise<Times> =>
  Postgres.use(async (server) => {
    const given = make(1_000_000, 25_000)
    const client = await server.connect()
    await client.query("CREATE TABLE participants (participant int, formation int, twk int, tiu int, tkp int)")
    await client.query("CREATE TABLE formations (formation int PRIMARY KEY, seats int)")
    const { cohort, seats } = given
    const each = (column: ArrayLike<number>, from: number, to: number) => `{${Array.from(column).slice(from, to).join(",")}}`
    for (let from = 0; from < cohort.size; from += 100_000) {
      const to = from + 100_000
      await client.query(
        "INSERT INTO participants SELECT $1::int + row_number() OVER () - 1, * FROM unnest($2::int[], $3::int[], $4::int[], $5::int[])",
        [from, each(cohort.formation, from, to), ...["twk", "tiu", "tkp"].map((id) => each(cohort.scores[id]!, from, to))]
      )
    }
    await client.query("INSERT INTO formations SELECT row_number() OVER () - 1, * FROM unnest($1::int[])", [each(seats, 0, seats.length)])
    await client.query("SET work_mem = '512MB'")
    await client.query("SET max_parallel_workers_per_gather = 0")
    await client.query("ANALYZE")
    return pairAwaited(() => ours(given), async () => {
      await client.query("DROP TABLE IF EXISTS result")
      await client.query(windowQuery("CREATE UNLOGGED TABLE result AS"))
    }, 15)
  })

/** How much longer four times the people take, ours against the floor's own growth. */
const growth = async (): Promise<Times> => {
  const one = await againstFloor(1_000_000, 25_000)
  const four = await againstFloor(4_000_000, 100_000)
  return { oursMs: four.oursMs / one.oursMs, peerMs: four.peerMs / one.peerMs }
}

const explanations = async (): Promise<Times> => {
  const made = ours(make(1_000_000, 25_000))
  const step = 997
  let row = 0
  const one = () => Explanation.explain(made, row = (row + step) % made.cohort.size)
  const { oursMs } = pair(() => { for (let i = 0; i < 1000; i++) one() }, () => undefined, 15)
  return { oursMs: oursMs / 1000, peerMs: 1 }
}

export const rows: ReadonlyArray<Row> = [
  { id: "P1-floor", work: "first exam, 1 M participants, 25,000 formations", peerName: "hand-written typed arrays", run: () => againstFloor(1_000_000, 25_000) },
  { id: "P1-cel", work: "the same, 1 M", peerName: "@bufbuild/cel and a plain sort", run: againstCel },
  { id: "P1-json-rules-engine", work: "the same, 1 M", peerName: "json-rules-engine and a plain sort", run: againstJsonRules },
  { id: "P2-duckdb", work: "the same, 1 M", peerName: "one window query in DuckDB, threads = 1", run: againstDuckDb },
  { id: "P2-postgres", work: "the same, 1 M", peerName: "one window query in PostgreSQL", run: againstPostgres },
  { id: "P2-growth", work: "growth from 1 M to 4 M, as a factor", peerName: "the floor's growth", run: growth },
  { id: "P4-explanation", work: "one explanation in a field of 1 M", peerName: "1 ms", run: explanations }
]
