/**
 * What every `KeyRing` promises, as cases.
 *
 * @since 0.1.0
 */
import { KeyRing } from "@timbang/workflows/ports"
import { Context, Effect } from "effect"
import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

// --- models ---

/**
 * Who looks after the ring of a test.
 *
 * @category models
 * @since 0.1.0
 */
export class Keeper extends Context.Service<Keeper, {
  /** Names of the keys on the ring, the current one first; two at least. */
  readonly ids: ReadonlyArray<string>
  /** Takes a key that is not the current one off the ring. A ring that is open may still have it. */
  readonly remove: (id: string) => Effect.Effect<void, unknown>
}>()("@timbang/testkit/Keeper") {}

// --- cases ---

type Case = (adapter: Suite.Adapter<KeyRing.KeyRing | Keeper>) => Suite.Case

const one = Suite.once<KeyRing.KeyRing | Keeper>
const onPlace = Suite.onPlace<KeyRing.KeyRing | Keeper>

const ring = Effect.map(Effect.all([KeyRing.KeyRing, Keeper]), ([keys, { ids }]) => ({ ids, keys }))

const isMissing = (error: KeyRing.KeyMissing, id: string): void => {
  strictEqual(error._tag, "KeyMissing")
  strictEqual(error.id, id, "the error names another key")
}

const always: ReadonlyArray<Case> = [
  one("writes with the current key, which is on the ring under its name", Effect.gen(function*() {
    const { ids, keys } = yield* ring
    const current = yield* keys.current
    strictEqual(current.id, ids[0])
    deepStrictEqual(yield* keys.get(current.id), current)
  })),
  one("has every key under its own name, with 32 bytes of its own", Effect.gen(function*() {
    const { ids, keys } = yield* ring
    ok(ids.length >= 2, "the ring needs two keys")
    const all = yield* Effect.forEach(ids, keys.get)
    deepStrictEqual(all.map(({ id }) => id), ids)
    ok(all.every(({ bytes }) => bytes.length === 32), "a key has not 32 bytes")
    notDeepStrictEqual(all[0]!.bytes, all[1]!.bytes)
  })),
  one("gives the same again, and at once", Effect.gen(function*() {
    const { ids, keys } = yield* ring
    const first = yield* Effect.forEach(ids, keys.get)
    const rounds = yield* Effect.all(Array.from({ length: 8 }, () => Effect.forEach(ids, keys.get, { concurrency: "unbounded" })), { concurrency: "unbounded" })
    for (const again of rounds) deepStrictEqual(again, first)
  })),
  one("says by name which key is not to be had, and takes a name for nothing else", Effect.gen(function*() {
    const { ids, keys } = yield* ring
    for (const id of ["tidak-ada", "", "constructor", "../kunci", `${ids[0]} `, ids[0]!.slice(0, -1)]) isMissing(yield* Effect.flip(keys.get(id)), id)
  }))
]

const durable: ReadonlyArray<Case> = [
  onPlace("has the same keys after a restart", (open) =>
    Effect.gen(function*() {
      const all = Effect.flatMap(ring, ({ ids, keys }) => Effect.all([keys.current, ...ids.map(keys.get)]))
      deepStrictEqual(yield* open(all), yield* open(all))
    })),
  onPlace("no longer has a key that was taken off, and keeps the others", (open) =>
    Effect.gen(function*() {
      const { current, old } = yield* open(Effect.gen(function*() {
        const { ids, keys } = yield* ring
        const old = ids.at(-1)!
        yield* (yield* Keeper).remove(old)
        return { current: yield* keys.current, old }
      }))
      yield* open(Effect.gen(function*() {
        const keys = yield* KeyRing.KeyRing
        isMissing(yield* Effect.flip(keys.get(old)), old)
        deepStrictEqual(yield* keys.current, current)
      }))
    }))
]

/**
 * The cases of a ring of keys. The layer brings its `Keeper`.
 *
 * **Example** (A ring that answers whatever name with its only key)
 *
 * ```ts
 * import { KeyRingSuite, Suite } from "@timbang/testkit/suites"
 * import { KeyRing } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const only = Effect.succeed({ id: "2026-07", bytes: new Uint8Array(32) })
 * const careless = Layer.succeed(KeyRing.KeyRing, { current: only, get: () => only })
 * const keeper = Layer.succeed(KeyRingSuite.Keeper, { ids: ["2026-07", "2026-01"], remove: () => Effect.void })
 * const failed = await Promise.all(KeyRingSuite.cases(Suite.memory(Layer.merge(careless, keeper))).map(({ run }) => run().then(() => false, () => true)))
 * failed // => [false, true, false, true]
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<KeyRing.KeyRing | Keeper>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((each) => each(adapter))
