/**
 * What every `Salts` promises, as cases.
 *
 * @since 0.1.0
 */
import { Salts } from "@timbang/workflows/ports"
import { Effect, Exit } from "effect"
import { deepStrictEqual, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const salt = (participant: string, part: string, first: number): Salts.Salt => ({
  name: `registration/${participant}/${part}`,
  participant,
  value: new Uint8Array(32).fill(first)
})

const one = Suite.once<Salts.Salts>

const always = [
  one("keeps the first salt of a name and answers it, in the order of the call", Effect.gen(function*() {
    const salts = yield* Salts.Salts
    deepStrictEqual(yield* salts.keep([salt("24-1", "a", 1), salt("24-2", "a", 2)]), [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)])
    const kept = yield* salts.keep([salt("24-2", "b", 3), salt("24-2", "a", 4), salt("24-1", "a", 5)])
    deepStrictEqual(kept.map(([first]) => first), [3, 2, 1])
    deepStrictEqual(yield* salts.keep([]), [])
  })),
  one("tells participants apart, and names with any sign in them", Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const names = ["24/1", "24", "ä b", "__proto__"]
    yield* salts.keep(names.map((name, at) => salt(name, "a", at)))
    for (const [at, name] of names.entries()) {
      deepStrictEqual(yield* salts.of(name), new Map([[`registration/${name}/a`, new Uint8Array(32).fill(at)]]))
    }
    strictEqual((yield* salts.of("24-9")).size, 0)
  })),
  one("erases all of one participant and nothing of others, and draws anew afterwards", Effect.gen(function*() {
    const salts = yield* Salts.Salts
    yield* salts.keep([salt("24-1", "a", 1), salt("24-1", "b", 2), salt("24-2", "a", 3)])
    strictEqual(yield* salts.erase("24-1"), 2)
    strictEqual(yield* salts.erase("24-1"), 0)
    strictEqual(yield* salts.erase("24-9"), 0)
    strictEqual((yield* salts.of("24-1")).size, 0)
    strictEqual((yield* salts.of("24-2")).size, 1)
    deepStrictEqual(yield* salts.keep([salt("24-1", "a", 9)]), [new Uint8Array(32).fill(9)])
  })),
  one("knows whom it kept salts of, also when they were erased", Effect.gen(function*() {
    const salts = yield* Salts.Salts
    strictEqual(yield* salts.isKnown("24-1"), false)
    yield* salts.keep([salt("24-1", "a", 1)])
    strictEqual(yield* salts.isKnown("24-1"), true)
    yield* salts.erase("24-1")
    strictEqual(yield* salts.isKnown("24-1"), true)
  })),
  one("takes more than a vault takes in one call", Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const many = Array.from({ length: 10_050 }, (_, at) => salt(`24-${at}`, "a", at % 256))
    deepStrictEqual((yield* salts.keep(many)).map(([first]) => first), many.map(({ value: [first] }) => first))
  }))
]

const durable = [
  Suite.onPlace<Salts.Salts>("keeps salts over a restart", (open) =>
    Effect.gen(function*() {
      yield* open(Effect.flatMap(Salts.Salts, (salts) => salts.keep([salt("24-1", "a", 1)])))
      const kept = yield* open(Effect.flatMap(Salts.Salts, (salts) => salts.keep([salt("24-1", "a", 2)])))
      deepStrictEqual(kept, [new Uint8Array(32).fill(1)])
    })),
  Suite.onPlace<Salts.Salts>("loses no salt that it acknowledged, whoever else keeps some at once", (open) =>
    Effect.gen(function*() {
      const keeping = (at: number) => Effect.exit(open(Effect.flatMap(Salts.Salts, (salts) => salts.keep([salt("24-1", `p${at}`, at), salt("24-1", "same", at)]))))
      const exits = yield* Effect.all(Array.from({ length: 6 }, (_, at) => keeping(at)), { concurrency: "unbounded" })
      const kept = yield* open(Effect.flatMap(Salts.Salts, (salts) => salts.of("24-1")))
      for (const [at, exit] of exits.entries()) {
        if (!Exit.isSuccess(exit)) continue
        deepStrictEqual(exit.value, [kept.get(`registration/24-1/p${at}`), kept.get("registration/24-1/same")])
      }
      strictEqual(exits.some(Exit.isSuccess), true)
    }))
]

/**
 * The cases of a place of salts.
 *
 * **Example** (Salts in memory)
 *
 * ```ts
 * import { SaltsSuite, Suite } from "@timbang/testkit/suites"
 * import { Salts } from "@timbang/workflows/ports"
 * SaltsSuite.cases(Suite.memory(Salts.layerMemory)).length // => 5
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Salts.Salts>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
