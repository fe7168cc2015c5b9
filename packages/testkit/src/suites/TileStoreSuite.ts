/**
 * What every `TileStore` promises, as cases.
 *
 * @since 0.1.0
 */
import { TileStore } from "@timbang/workflows/ports"
import { Effect, Exit, Option, Stream } from "effect"
import { deepStrictEqual, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const bytes = (...values: ReadonlyArray<number>) => new Uint8Array(values)

const one = Suite.once<TileStore.TileStore>

const always = [
  one("gives back what was put, byte by byte", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    const every = new Uint8Array(70_000).map((_, at) => at % 256)
    yield* store.put("tile/0/000", every)
    yield* store.put("empty", bytes())
    Suite.areSame(Option.getOrThrow(yield* store.get("tile/0/000")), every)
    deepStrictEqual(yield* store.get("empty"), Option.some(bytes()))
    deepStrictEqual(yield* store.get("tile/0/001"), Option.none())
  })),
  one("takes the same file again and never another", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    yield* store.put("tile/0/000.p/1", bytes(1))
    yield* store.put("tile/0/000.p/1", bytes(1))
    for (const other of [bytes(2), bytes(1, 0), bytes()]) {
      strictEqual((yield* Effect.flip(store.put("tile/0/000.p/1", other)))._tag, "PathTaken")
    }
    deepStrictEqual(yield* store.get("tile/0/000.p/1"), Option.some(bytes(1)))
  })),
  one("lets one of many put a file", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    const exits = yield* Effect.all(Array.from({ length: 6 }, (_, i) => Effect.exit(store.put("a/b", bytes(i)))), {
      concurrency: "unbounded"
    })
    strictEqual(exits.filter(Exit.isSuccess).length, 1)
    deepStrictEqual(yield* store.get("a/b"), Option.some(bytes(exits.findIndex(Exit.isSuccess))))
  })),
  one("moves a head only from what it was", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    yield* store.move("checkpoint", undefined, bytes(1))
    strictEqual((yield* Effect.flip(store.move("checkpoint", undefined, bytes(2))))._tag, "HeadMoved")
    strictEqual((yield* Effect.flip(store.move("checkpoint", bytes(9), bytes(2))))._tag, "HeadMoved")
    yield* store.move("checkpoint", bytes(1), bytes(2))
    deepStrictEqual(yield* store.get("checkpoint"), Option.some(bytes(2)))
    const exits = yield* Effect.all(
      Array.from({ length: 6 }, (_, i) => Effect.exit(store.move("checkpoint", bytes(2), bytes(10 + i)))),
      { concurrency: "unbounded" }
    )
    strictEqual(exits.filter(Exit.isSuccess).length, 1)
  })),
  one("lists paths by their beginning, in order", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    for (const path of ["tile/1/000", "tile/0/001", "tile/0/000", "tile_0", "document/ab"]) yield* store.put(path, bytes(1))
    deepStrictEqual(yield* Stream.runCollect(store.list("tile/")), ["tile/0/000", "tile/0/001", "tile/1/000"])
    deepStrictEqual(yield* Stream.runCollect(store.list("tile_")), ["tile_0"])
    strictEqual((yield* Stream.runCollect(store.list(""))).length, 5)
  })),
  one("has a file whole or not at all when putting it was broken off", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    const file = (i: number) => new Uint8Array(300_000).map((_, at) => (at + i) % 251)
    yield* Suite.brokenOff((i) => store.put(`tile/${i}`, file(i)))
    for (let i = 0; i < 10; i++) {
      const found = yield* store.get(`tile/${i}`)
      if (Option.isSome(found)) Suite.areSame(found.value, file(i))
      yield* store.put(`tile/${i}`, file(i))
      Suite.areSame(Option.getOrThrow(yield* store.get(`tile/${i}`)), file(i))
    }
    strictEqual((yield* Stream.runCollect(store.list(""))).length, 10)
  })),
  one("takes a file of eight megabytes, and the longest path", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    const path = `${"a".repeat(200)}/${"b".repeat(200)}/${"c".repeat(98)}`
    const large = new Uint8Array(8 * 1024 * 1024).map((_, at) => at * 7 % 253)
    yield* store.put(path, large)
    Suite.areSame(Option.getOrThrow(yield* store.get(path)), large)
    deepStrictEqual(yield* Stream.runCollect(store.list("a")), [path])
  })),
  one("refuses paths that lead elsewhere", Effect.gen(function*() {
    const store = yield* TileStore.TileStore
    for (const path of ["", "/etc", "../a", "a/../b", "a//b", "a/", ".hidden", "a b", "a\\b", "a\0", "x".repeat(501)]) {
      strictEqual((yield* Effect.flip(store.put(path, bytes(1))))._tag, "PathRefused", JSON.stringify(path))
    }
    deepStrictEqual(yield* Stream.runCollect(store.list("")), [])
  }))
]

const durable = [
  Suite.onPlace<TileStore.TileStore>("keeps files and heads over a restart", (open) =>
    Effect.gen(function*() {
      yield* open(Effect.gen(function*() {
        const store = yield* TileStore.TileStore
        yield* store.put("a", bytes(1))
        yield* store.move("head", undefined, bytes(2))
      }))
      yield* open(Effect.gen(function*() {
        const store = yield* TileStore.TileStore
        deepStrictEqual(yield* store.get("a"), Option.some(bytes(1)))
        strictEqual((yield* Effect.flip(store.put("a", bytes(2))))._tag, "PathTaken")
        yield* store.move("head", bytes(2), bytes(3))
      }))
    }))
]

/**
 * The cases of a store of public files.
 *
 * **Example** (Files in memory)
 *
 * ```ts
 * import { Suite, TileStoreSuite } from "@timbang/testkit/suites"
 * import { TileStore } from "@timbang/workflows/ports"
 * TileStoreSuite.cases(Suite.memory(TileStore.layerMemory)).length // => 8
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<TileStore.TileStore>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
