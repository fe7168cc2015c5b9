/**
 * The root that nodes publish from a journal, and from a copy of it that ends where the publication began.
 */
import { MerkleTree } from "@timbang/core/publication"
import { Rounds } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer, References, Result, Stream } from "effect"
import { createHash } from "node:crypto"
import { freePort } from "../../../storage-sql/test/Server.ts"
import { client, journal } from "./database.ts"
import * as Node from "./Node.ts"

/** Root of a Merkle tree whose leaves are the first published roots of all rounds, in order of their names. */
export interface Published {
  readonly root: string
  readonly rounds: number
}

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest())

const world = (server: number, schema: string) =>
  Layer.provideMerge(Rounds.layer, journal(schema, 50)).pipe(Layer.provide(client(server)))

const rootOf = (names: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const rounds = yield* Rounds.Rounds
    const tree = MerkleTree.make()
    for (const name of [...names].sort()) {
      const root = (yield* rounds.read(name))?.results.get("publish")?.published?.root
      if (root !== undefined) MerkleTree.append({ sha256 }, tree, new TextEncoder().encode(`${name} ${root}`))
    }
    return { root: Buffer.from(Result.getOrThrow(MerkleTree.root({ sha256 }, tree))).toString("hex"), rounds: tree.size }
  })

const namesIn = (entries: ReadonlyArray<Journal.Entry>): ReadonlyArray<string> =>
  [...new Set(entries.map(({ stream }) => stream))].filter((stream) => stream.startsWith("recruitment/")).map((stream) => stream.slice("recruitment/".length))

const entriesOf = Effect.flatMap(Journal.Journal, (one) => Stream.runCollect(one.read()))

/** What stands in a journal. */
export const of = (server: number, schema: string): Promise<Published> =>
  Effect.runPromise(Effect.provide(Effect.flatMap(entriesOf, (entries) => rootOf(namesIn(entries))), world(server, schema)))

/** What nodes publish from a copy. */
export const publish = async ({ from, nodes, schema, server }: {
  readonly server: number
  readonly from: string
  readonly schema: string
  readonly nodes: number
}): Promise<Published> => {
  const entries = await Effect.runPromise(Effect.provide(entriesOf, world(server, from)))
  const names = namesIn(entries)
  const isOver = new Set<string>()
  const copied = entries.filter(({ body, stream }) => {
    if (body.startsWith("{\"_tag\":\"StepFinished\"") && body.includes("\"step\":\"publish\"")) isOver.add(stream)
    return stream.startsWith("recruitment/") && !isOver.has(stream)
  })
  await Effect.runPromise(Effect.provide(
    Effect.flatMap(Journal.Journal, (one) =>
      Effect.forEach(names, (name) =>
        Effect.forEach(copied.filter(({ stream }) => stream === Rounds.streamOf(name)), ({ actor, body, index, kind, stream }) =>
          one.append(stream, { actor, at: index, entries: [{ kind, body }] })), { concurrency: 32, discard: true })),
    world(server, schema)
  ))
  const ports = nodes === 1 ? [undefined] : await Promise.all(Array.from({ length: nodes }, freePort))
  const isPublished = (name: string) =>
    Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      while (!(yield* rounds.read(name))?.results.has("publish")) yield* Effect.sleep(100)
    })
  // Each by itself: what nodes in one program would share is not what nodes share.
  const fibers = ports.map((ownPort, at) =>
    Effect.runFork(Layer.launch(Node.layer({ server, schema, name: `n${at}`, ...(ownPort === undefined ? {} : { ownPort }) })).pipe(
      Effect.provideService(References.MinimumLogLevel, "Error")
    )))
  try {
    return await Effect.runPromise(Effect.forEach(names, isPublished).pipe(
      Effect.timeout(120_000),
      Effect.andThen(rootOf(names)),
      Effect.provide(world(server, schema))
    ))
  } finally {
    await Effect.runPromise(Fiber.interruptAll(fibers))
  }
}
