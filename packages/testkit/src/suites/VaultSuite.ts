/**
 * What every `Vault` promises, as cases.
 *
 * @since 0.1.0
 */
import { Vault } from "@timbang/workflows/ports"
import { Clock, Effect, Stream } from "effect"
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const access: Vault.Access = { actor: { id: "suite", role: "tester", unit: "suite" }, purpose: "suite" }
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
const part = (subject: string, name: string, value: string): Vault.Part => ({ subject, part: name, value: bytes(value) })
const texts = (found: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...found].map(([name, value]) => [name, new TextDecoder().decode(value)]))

const one = Suite.once<Vault.Vault>

const always = [
  one("gives back what was written, and replaces it", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-1", "a", "1"), part("P-1", "b", ""), part("P-2", "a", "2")])
    yield* vault.write(access, [part("P-1", "a", "3")])
    deepStrictEqual(texts(yield* vault.read(access, "P-1")), { a: "3", b: "" })
    deepStrictEqual(texts(yield* vault.read(access, "P-1", ["a", "none"])), { a: "3" })
    deepStrictEqual(texts(yield* vault.read(access, "nobody")), {})
  })),
  one("keeps the first of what is drawn twice, also at once", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.keep(access, [part("P-1", "salt", "first")])
    const kept = yield* vault.keep(access, [part("P-1", "other", "x"), part("P-1", "salt", "second")])
    deepStrictEqual(kept.map((value) => new TextDecoder().decode(value)), ["x", "first"])
    const drawn = yield* Effect.all(
      Array.from({ length: 6 }, (_, i) => vault.keep(access, [part("P-2", "salt", String(i))])),
      { concurrency: "unbounded" }
    )
    strictEqual(new Set(drawn.map(([value]) => new TextDecoder().decode(value))).size, 1)
    deepStrictEqual(texts(yield* vault.read(access, "P-2")).salt, new TextDecoder().decode(drawn[0]![0]))
  })),
  one("erases parts and people for good", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-1", "a", "1"), part("P-1", "b", "2"), part("P-1", "c", "3"), part("P-2", "a", "4")])
    strictEqual(yield* vault.erase(access, "P-1", ["a"]), 1)
    deepStrictEqual(texts(yield* vault.read(access, "P-1")), { b: "2", c: "3" })
    strictEqual(yield* vault.erase(access, "P-1"), 2)
    strictEqual(yield* vault.erase(access, "P-1"), 0)
    strictEqual((yield* Effect.flip(vault.read(access, "P-1")))._tag, "PersonErased")
    strictEqual((yield* Effect.flip(vault.write(access, [part("P-2", "b", "5"), part("P-1", "a", "1")])))._tag, "PersonErased")
    strictEqual((yield* Effect.flip(vault.keep(access, [part("P-1", "a", "1")])))._tag, "PersonErased")
    deepStrictEqual(texts(yield* vault.read(access, "P-2")), { a: "4" })
    deepStrictEqual((yield* Stream.runCollect(vault.export(access))).map(({ subject }) => subject), ["P-2"])
  })),
  one("erases what has had its time and nothing else", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const now = yield* Clock.currentTimeMillis
    const day = 86_400_000
    yield* vault.write(access, [
      { ...part("P-1", "over", "1"), keepUntil: now - day },
      { ...part("P-1", "later", "2"), keepUntil: now + day },
      part("P-1", "always", "3")
    ])
    strictEqual(yield* vault.expire(access), 1)
    deepStrictEqual(texts(yield* vault.read(access, "P-1")), { later: "2", always: "3" })
  })),
  one("exports one person or everybody, in order", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-2", "a", "3"), part("P-1", "b", "2"), part("P-1", "a", "1")])
    const shown = (parts: ReadonlyArray<Vault.Part>) => parts.map(({ part, subject, value }) => `${subject}/${part}=${new TextDecoder().decode(value)}`)
    deepStrictEqual(shown(yield* Stream.runCollect(vault.export(access))), ["P-1/a=1", "P-1/b=2", "P-2/a=3"])
    deepStrictEqual(shown(yield* Stream.runCollect(vault.export(access, "P-2"))), ["P-2/a=3"])
  })),
  one("records who did what to whom, refused reads included", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-1", "a", "1"), part("P-2", "a", "2")])
    yield* vault.read({ ...access, purpose: "question" }, "P-1")
    yield* Stream.runDrain(vault.export(access))
    yield* vault.erase(access, "P-1")
    yield* Effect.flip(vault.read(access, "P-1"))
    const records = yield* Stream.runCollect(vault.accesses())
    deepStrictEqual(records.map(({ number }) => number), records.map((_, at) => at))
    deepStrictEqual(records.map(({ act, subject }) => `${act} ${subject ?? "all"}`), [
      "write P-1", "write P-2", "read P-1", "export all", "erase P-1", "read P-1"
    ])
    deepStrictEqual(records[2]!.actor, access.actor)
    strictEqual(records[2]!.purpose, "question")
    deepStrictEqual(records[2]!.parts, ["a"])
    deepStrictEqual((yield* Stream.runCollect(vault.accesses("P-2"))).map(({ act }) => act), ["write"])
    const written = JSON.stringify(records)
    ok(!written.includes("value"), "a record repeats a value")
  })),
  one("refuses an access without a name or a purpose, and touches nothing", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const nobody = { ...access, actor: { ...access.actor, id: "" } }
    strictEqual((yield* Effect.flip(vault.write(nobody, [part("P-1", "a", "1")])))._tag, "AccessRefused")
    strictEqual((yield* Effect.flip(vault.read({ ...access, purpose: "" }, "P-1")))._tag, "AccessRefused")
    strictEqual((yield* Effect.flip(vault.write(access, [part("P-1", "a", "1"), part("P-1", "a", "2")])))._tag, "AccessRefused")
    const tooLong = { subject: "P-1", part: "a", value: new Uint8Array(Vault.limits.valueBytes + 1) }
    strictEqual((yield* Effect.flip(vault.write(access, [tooLong])))._tag, "AccessRefused")
    deepStrictEqual(texts(yield* vault.read(access, "P-1")), {})
  })),
  one("takes the largest part and many parts in one call", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const large = new Uint8Array(Vault.limits.valueBytes).map((_, at) => at * 7 % 251)
    yield* vault.write(access, [{ subject: "P-1", part: "large", value: large }])
    deepStrictEqual((yield* vault.read(access, "P-1")).get("large"), large)
    const many = Array.from({ length: 2000 }, (_, i) => part(`Q-${i}`, "salt", String(i)))
    strictEqual((yield* vault.keep(access, many)).length, 2000)
    deepStrictEqual(texts(yield* vault.read(access, "Q-1999")), { salt: "1999" })
  })),
  one("has done all of a call that was broken off, its record included, or nothing", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    const parts = (i: number) => ["a", "b", "c", "d", "e"].map((name) => part(`P-${i}`, name, name))
    yield* Suite.brokenOff((i) => vault.write(access, parts(i)))
    const records = yield* Stream.runCollect(vault.accesses())
    deepStrictEqual(records.map(({ number }) => number), records.map((_, at) => at))
    for (let i = 0; i < 10; i++) {
      const written = (yield* vault.read(access, `P-${i}`)).size
      strictEqual(written, records.some(({ subject }) => subject === `P-${i}`) ? 5 : 0, `P-${i} has ${written} of 5 parts`)
      yield* vault.write(access, parts(i))
      strictEqual((yield* vault.read(access, `P-${i}`)).size, 5)
    }
  })),
  one("leaves nothing of a person who is erased while others write", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-1", "a", "1"), part("P-2", "a", "2")])
    const writes = Array.from({ length: 6 }, (_, i) => Effect.exit(vault.write(access, [part("P-1", `b${i}`, "x"), part("P-2", `b${i}`, "x")])))
    yield* Effect.all([...writes.slice(0, 3), Effect.exit(vault.erase(access, "P-1")), ...writes.slice(3)], { concurrency: "unbounded" })
    strictEqual((yield* Effect.flip(vault.read(access, "P-1")))._tag, "PersonErased")
    deepStrictEqual((yield* Stream.runCollect(vault.export(access))).filter(({ subject }) => subject === "P-1"), [])
    ok("a" in texts(yield* vault.read(access, "P-2")), "another person's parts are gone")
  })),
  one("reads the same after the keys were changed", Effect.gen(function*() {
    const vault = yield* Vault.Vault
    yield* vault.write(access, [part("P-1", "a", "1")])
    yield* vault.rotate(access)
    deepStrictEqual(texts(yield* vault.read(access, "P-1")), { a: "1" })
  }))
]

const durable = [
  Suite.onPlace<Vault.Vault>("keeps parts, tombstones and records over a restart", (open) =>
    Effect.gen(function*() {
      yield* open(Effect.gen(function*() {
        const vault = yield* Vault.Vault
        yield* vault.write(access, [part("P-1", "a", "1"), part("P-2", "a", "2")])
        yield* vault.erase(access, "P-1")
      }))
      yield* open(Effect.gen(function*() {
        const vault = yield* Vault.Vault
        deepStrictEqual(texts(yield* vault.read(access, "P-2")), { a: "2" })
        strictEqual((yield* Effect.flip(vault.read(access, "P-1")))._tag, "PersonErased")
        strictEqual((yield* Stream.runCollect(vault.accesses())).length, 5)
      }))
    }))
]

/**
 * The cases of a vault.
 *
 * **Example** (The vault in memory)
 *
 * ```ts
 * import { Suite, VaultSuite } from "@timbang/testkit/suites"
 * import { Vault } from "@timbang/workflows/ports"
 * const cases = VaultSuite.cases(Suite.memory(Vault.layerMemory))
 * cases[2]!.name // => "erases parts and people for good"
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Vault.Vault>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
