/**
 * Kills writers and servers at random moments, and counts what was acknowledged and what of it is lost.
 */
import { MerkleTree } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Fiber, Result, Schedule, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import * as Server from "../Server.ts"
import { client, journal } from "./database.ts"

/** How often each fault is made. */
export interface Plan {
  readonly writerKills: number
  readonly serverKills: number
  readonly connectionCuts: number
  /** Each fills the disk of the server, which is a small one of its own then. */
  readonly diskFulls?: number
  readonly onProgress?: (kills: number) => void
}

/** What was found; `lost`, `doubled`, `disordered` and `differing` have to be 0. */
export interface Outcome {
  readonly kills: number
  readonly acknowledged: number
  readonly entries: number
  /** Acknowledged and not there, or not where the acknowledgement said. */
  readonly lost: number
  readonly doubled: number
  /** Gaps in positions or indices, and batches torn apart. */
  readonly disordered: number
  /** Roots of the log that a follower took on the way and that the journal read afterwards does not give. */
  readonly differing: number
  /** Full disks during which nothing could be written any more. */
  readonly stalled: number
  /** Roots that were compared. */
  readonly roots: number
}

export const run = async (plan: Plan): Promise<Outcome> => {
  const { port } = await Server.start(true, (plan.diskFulls ?? 0) > 0 ? 256 : undefined)
  const acknowledged = new Map<string, { readonly position: number; readonly count: number }>()
  const writers: Array<ChildProcess> = []
  let started = 0
  let stalled = 0

  const begin = (slot: number): void => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), String(port), `w${started++}`], {
      stdio: ["pipe", "pipe", "inherit"]
    })
    let rest = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n")
      rest = lines.pop()!
      for (const line of lines) {
        const [position, count, key] = line.split(" ")
        acknowledged.set(key!, { position: Number(position), count: Number(count) })
      }
    })
    writers[slot] = child
  }
  const end = (slot: number): Promise<void> =>
    new Promise<void>((resolve) => {
      const writer = writers[slot]!
      if (writer.exitCode !== null || writer.signalCode !== null) return resolve()
      writer.once("close", () => resolve())
      writer.kill("SIGKILL")
    })

  try {
    const seen: Array<Journal.Entry> = []
    const taken: Array<{ readonly size: number; readonly root: string }> = []
    const watching = Effect.runFork(
      Effect.flatMap(Journal.Journal, (one) =>
        Stream.runForEach(Stream.suspend(() => one.follow({ from: seen.length })), (entry) => Effect.sync(() => seen.push(entry)))).pipe(
          Effect.provide(journal(port)),
          Effect.sandbox,
          Effect.retry(Schedule.spaced(100))
        )
    )
    begin(0)
    begin(1)
    const faults = [
      ...Array.from({ length: plan.writerKills }, () => "writer" as const),
      ...Array.from({ length: plan.serverKills }, () => "server" as const),
      ...Array.from({ length: plan.connectionCuts }, () => "connection" as const),
      ...Array.from({ length: plan.diskFulls ?? 0 }, () => "disk" as const)
    ].sort(() => Math.random() - 0.5)
    for (const [kills, fault] of faults.entries()) {
      const before = acknowledged.size
      for (let waited = 0; acknowledged.size < before + 5 && waited < 30_000; waited += 20) await setTimeout(20)
      await setTimeout(Math.random() * 100)
      if (fault === "server") await Server.crash()
      if (fault === "disk") {
        stalled += await Server.fillDisk(async () => {
          await setTimeout(300)
          const before = acknowledged.size
          await setTimeout(200 + Math.random() * 800)
          return acknowledged.size === before ? 1 : 0
        })
      }
      if (fault === "connection") await cutConnections(port)
      if (fault === "writer") {
        await end(kills % 2)
        begin(kills % 2)
      }
      taken.push({ size: seen.length, root: rootOf(treeOf(seen)) })
      plan.onProgress?.(kills + 1)
    }
    await Promise.all([end(0), end(1)])
    const entries = await Effect.runPromise(Effect.provide(
      Effect.flatMap(Journal.Journal, (one) => Stream.runCollect(one.read())),
      journal(port)
    ))
    for (let waited = 0; seen.length < entries.length && waited < 10_000; waited += 50) await setTimeout(50)
    await Effect.runPromise(Fiber.interrupt(watching))
    taken.push({ size: entries.length, root: rootOf(treeOf(seen)) })
    const tree = treeOf(entries)
    const differing = taken.filter(({ root, size }) => rootOf(tree, size) !== root).length
    return { ...examine(entries, acknowledged), kills: faults.length, differing, roots: taken.length, stalled }
  } finally {
    for (const writer of writers) writer.kill("SIGKILL")
    await Server.stop()
  }
}

const cutConnections = (port: number) =>
  Effect.runPromise(Effect.provide(
    Effect.flatMap(SqlClient.SqlClient, (sql) =>
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = 'timbang'`),
    client(port)
  ))

const examine = (
  entries: ReadonlyArray<Journal.Entry>,
  acknowledged: ReadonlyMap<string, { readonly position: number; readonly count: number }>
) => {
  let [lost, disordered] = [0, 0]
  const sizes = new Map<string, number>()
  for (const [at, { body, index, position, stream }] of entries.entries()) {
    const isInPlace = position === at && index === (sizes.get(stream) ?? 0)
    const isTogether = body.endsWith("/0") || entries[at - 1]?.body === previous(body)
    if (!isInPlace || !isTogether) disordered++
    sizes.set(stream, index + 1)
  }
  for (const [key, { count, position }] of acknowledged) {
    for (let i = 0; i < count; i++) if (entries[position + i]?.body !== `${key}/${i}`) lost++
  }
  const doubled = entries.length - new Set(entries.map(({ body }) => body)).size
  return { acknowledged: acknowledged.size, entries: entries.length, lost, doubled, disordered }
}

const previous = (body: string): string => {
  const at = body.lastIndexOf("/")
  return `${body.slice(0, at)}/${Number(body.slice(at + 1)) - 1}`
}

/** The log of RFC 9162 over the entries, as they are published: a root says everything that stands before it, and in which order. */
const treeOf = (entries: ReadonlyArray<Journal.Entry>): MerkleTree.MerkleTree => {
  const tree = MerkleTree.make(entries.length)
  for (const entry of entries) MerkleTree.append(NodePrimitives.node, tree, Buffer.from(JSON.stringify(entry)))
  return tree
}

const rootOf = (tree: MerkleTree.MerkleTree, size = tree.size): string =>
  Result.match(MerkleTree.root(NodePrimitives.node, tree, size), {
    onSuccess: (root) => Buffer.from(root).toString("hex"),
    onFailure: () => "none"
  })
