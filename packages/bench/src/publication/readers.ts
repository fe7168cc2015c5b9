/**
 * Open readers of the live board: row C-sse, or by itself `node packages/bench/src/publication/readers.ts [READERS] [CLIENTS] [ours|bare]`.
 *
 * One process serves; client processes hold the readers. 50 scores a second are made for 20 seconds, each the time at which
 * it was made, and every reader says how late it saw them. `bare` is the floor: the same scores written to open responses of
 * `node:http`, gathered for the same time, and nothing else. It needs an idle machine and `ulimit -n` above the readers.
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Checkpoint, Disclosure, Edition, Entry, Log } from "@timbang/core/publication"
import { Specimen } from "@timbang/core/selection"
import { Portal } from "@timbang/portal"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import type { Sources } from "@timbang/workflows/ports"
import { Effect, Result, Stream } from "effect"

const { node } = NodePrimitives
const [readersWanted = 5000, clients = 4] = process.argv.slice(2, 4).map(Number)
const isBare = process.argv[4] === "bare"
const seconds = Number(process.env["SECONDS_OF_SCORES"] ?? 20)
const perSecond = 50

/** A log of rules and formations alone: scores come by the feed. */
const files = (): ReadonlyMap<string, Uint8Array> => {
  const log = Log.make("bench.example/cpns")
  const vocabulary = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
  const means = { primitives: node, policy: Disclosure.asOfficialLists(vocabulary), saltOf: () => new Uint8Array(32) }
  const { ruleSet, formation } = Specimen
  const { documents, entries } = Result.getOrThrow(Edition.rules(means, { ruleSet, formations: [formation], options: {}, engine: "bench" }))
  for (const entry of entries) Result.getOrThrow(Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry))))
  const key = Result.getOrThrow(SecretKey.fromSeed("bench.example/cpns", "ed25519", node.sha256(new Uint8Array(1))))
  const made = new Map(Log.takeFiles(log).map(({ bytes, path }) => [path, bytes]))
  for (const bytes of documents) made.set(Entry.documentPath(Buffer.from(node.sha256(bytes)).toString("base64")), bytes)
  return made.set("checkpoint", Buffer.from(SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [key], 0)))
}

const scores = (from: number, count: number, name: string) =>
  Stream.fromAsyncIterable((async function*() {
    for (let made = 0; made < count; made++) {
      const due = from + made * 1000 / perSecond
      if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()))
      const value = { participant: `${name}-${made}`, stage: "written", session: "1", scores: { knowledge: String(Date.now()) } }
      yield { _tag: "Score", scored: { value, place: { source: "bench" } }, cursor: String(made) } satisfies Sources.FeedEvent
    }
  })(), (cause) => cause as never)

/** How late readers saw the scores, and what a reader costs. */
export interface Lateness {
  readonly readers: number
  readonly sightings: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly kilobytesPerReader: number
  /** Of one core. */
  readonly percentOfCore: number
}

/** The floor. */
const bareListener = (events: () => Stream.Stream<Sources.FeedEvent>) => {
  const open = new Set<ServerResponse>()
  let waiting: Array<unknown> = []
  setInterval(() => {
    if (waiting.length === 0) return
    const bytes = Buffer.from(`event: frame\ndata: ${JSON.stringify({ rows: waiting })}\n\n`)
    waiting = []
    for (const response of open) response.write(bytes)
  }, Portal.defaultLimits.frameMillis)
  Effect.runFork(Stream.runForEach(events(), (event) =>
    Effect.sync(() => {
      if (event._tag === "Score") waiting.push({ ...event.scored.value, value: event.scored.value.scores["knowledge"] })
    })))
  return (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "text/event-stream" })
    response.write("retry: 3000\n\n")
    open.add(response)
  }
}

const serve = async (): Promise<void> => {
  const made = files()
  let start: (() => void) | undefined
  const started = new Promise<void>((resolve) => (start = resolve))
  const feed = {
    events: () =>
      Stream.concat(
        scores(0, 1, "first"),
        Stream.flatMap(Stream.fromAsyncIterable((async function*() {
          await started
          yield 0
        })(), (cause) => cause as never), () => scores(Date.now(), seconds * perSecond, "P"))
      )
  }
  const portal = Portal.make({
    read: async (path) => made.get(path),
    feed,
    primitives: node,
    limits: { pages: { burst: 1e6, perSecond: 1e6 }, readersPerClient: 1e6 }
  })
  const server = createServer(isBare ? bareListener(feed.events) : createRequestListener((each: Request) => portal.handler(each, { client: "bench" })))
  server.listen(0, "127.0.0.1", 4096)
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  await portal.handler(new Request("http://x/"), { client: "bench" })
  const before = process.memoryUsage().rss
  const workers = Array.from({ length: clients }, () => fork(process.argv[1]!, [], { env: { ...process.env, READERS: String(Math.ceil(readersWanted / clients)), PORT: String(port) } }))
  await Promise.all(workers.map((worker) => once(worker, "message")))
  const perReader = (process.memoryUsage().rss - before) / (clients * Math.ceil(readersWanted / clients))
  const cpu = process.cpuUsage()
  start!()
  const answers = Promise.all(workers.map((worker) => once(worker, "message")))
  await new Promise((resolve) => setTimeout(resolve, (seconds + 3) * 1000))
  const used = process.cpuUsage(cpu)
  workers.forEach((worker) => worker.send("end"))
  const buckets = new Float64Array(60_000)
  for (const [counted] of await answers as unknown as ReadonlyArray<readonly [ReadonlyArray<readonly [number, number]>]>) {
    for (const [late, count] of counted) buckets[Math.min(buckets.length - 1, Math.max(0, late))]! += count
  }
  const total = buckets.reduce((sum, count) => sum + count, 0)
  const quantile = (share: number): number => {
    let sum = 0
    return buckets.findIndex((count) => (sum += count) >= share * total)
  }
  const found: Lateness = {
    readers: readersWanted,
    sightings: total,
    medianMs: quantile(0.5),
    p99Ms: quantile(0.99),
    kilobytesPerReader: Math.round(perReader / 1024),
    percentOfCore: Math.round((used.user + used.system) / 10_000 / (seconds + 3))
  }
  if (process.send !== undefined) await new Promise<void>((resolve) => process.send!(found, () => resolve()))
  else console.log(`${found.readers} readers, ${found.sightings} sightings: median ${found.medianMs} ms, p99 ${found.p99Ms} ms, ${found.kilobytesPerReader} kB a reader, ${found.percentOfCore} % of a core`)
  process.exit(0)
}

/** Holds readers and counts how late each sees each value. */
const follow = async (readers: number, port: number): Promise<void> => {
  const late = new Map<number, number>()
  const one = () =>
    new Promise<void>((resolve, reject) => {
      request({ port, host: "127.0.0.1", path: "/langsung/aliran", agent: false }, (response) => {
        resolve()
        let text = ""
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk
          const end = text.lastIndexOf("\n\n")
          if (end < 0) return
          const now = Date.now()
          for (const [, made] of text.slice(0, end).matchAll(/"value":"(\d{13})"/g)) late.set(now - Number(made), (late.get(now - Number(made)) ?? 0) + 1)
          text = text.slice(end + 2)
        })
      }).on("error", reject).end()
    })
  for (let opened = 0; opened < readers; opened += 50) await Promise.all(Array.from({ length: Math.min(50, readers - opened) }, one))
  process.send!("open")
  await once(process, "message")
  process.send!([...late], () => process.exit(0))
}

if (process.env["PORT"] === undefined) await serve()
else await follow(Number(process.env["READERS"]), Number(process.env["PORT"]))
