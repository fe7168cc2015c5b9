/**
 * What every `Journal` promises, as cases.
 *
 * @since 0.1.0
 */
import { Journal } from "@timbang/workflows/ports"
import { Effect, Exit, Fiber, Stream } from "effect"
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const actor = { id: "suite", role: "tester", unit: "suite" }
const entry = (body: string): Journal.NewEntry => ({ kind: "suite.fact", body })
const batch = (...bodies: ReadonlyArray<string>): Journal.Batch => ({ actor, entries: bodies.map(entry) })

const bodies = (entries: ReadonlyArray<Journal.Entry>) => entries.map(({ body }) => body)
const all = (query?: Journal.Query) =>
  Effect.flatMap(Journal.Journal, (journal) => Stream.runCollect(journal.read(query)))

/** Positions without a gap, indices without a gap in each stream, both in the order of reading. */
const isWhole = (entries: ReadonlyArray<Journal.Entry>): void => {
  const sizes = new Map<string, number>()
  for (const [at, { index, position, stream }] of entries.entries()) {
    strictEqual(position, at, `entry ${at} has position ${position}`)
    strictEqual(index, sizes.get(stream) ?? 0, `position ${position} has index ${index} in ${stream}`)
    sizes.set(stream, index + 1)
  }
}

/** Each batch was written as `name/0`, `name/1`, ...; it must stand together. */
const areTogether = (entries: ReadonlyArray<Journal.Entry>): void => {
  for (const [at, { body, stream }] of entries.entries()) {
    const [name, number] = body.split("/")
    if (number === "0") continue
    strictEqual(entries[at - 1]!.body, `${name}/${Number(number) - 1}`, `a batch of ${stream} is torn apart at ${at}`)
    strictEqual(entries[at - 1]!.stream, stream)
  }
}

const numbered = (name: string, count: number): Journal.Batch => batch(...Array.from({ length: count }, (_, i) => `${name}/${i}`))

const write = (writer: number, batches: number) =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    for (let i = 0; i < batches; i++) {
      yield* journal.append(`stream-${(writer + i) % 3}`, numbered(`w${writer}-${i}`, 1 + (writer + i) % 4))
    }
  })

const one = Suite.once<Journal.Journal>

const always = [
  one("gives positions from 0 over all streams, and indices from 0 in each", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    deepStrictEqual(yield* journal.append("a", batch("1", "2")), { position: 0, index: 0, count: 2, isRepeat: false })
    deepStrictEqual(yield* journal.append("b", batch("3")), { position: 2, index: 0, count: 1, isRepeat: false })
    deepStrictEqual(yield* journal.append("a", { ...batch("4"), at: 2 }), { position: 3, index: 2, count: 1, isRepeat: false })
    const entries = yield* all()
    isWhole(entries)
    deepStrictEqual(bodies(entries), ["1", "2", "3", "4"])
    deepStrictEqual(entries.map(({ kind }) => kind), Array.from({ length: 4 }, () => "suite.fact"))
    deepStrictEqual(entries[3]!.actor, actor)
    strictEqual(yield* journal.size(), 4)
    strictEqual(yield* journal.size("a"), 3)
    strictEqual(yield* journal.size("nobody"), 0)
  })),
  one("reads from a position, and one stream alone", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    for (let i = 0; i < 6; i++) yield* journal.append(i % 2 === 0 ? "even" : "odd", batch(String(i)))
    deepStrictEqual(bodies(yield* all({ from: 4 })), ["4", "5"])
    deepStrictEqual(bodies(yield* all({ stream: "odd" })), ["1", "3", "5"])
    deepStrictEqual(bodies(yield* all({ stream: "odd", from: 2 })), ["3", "5"])
    deepStrictEqual(yield* all({ from: 6 }), [])
    deepStrictEqual(yield* all({ stream: "nobody" }), [])
  })),
  one("reads more than a page in order", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    for (let i = 0; i < 3; i++) yield* journal.append("a", numbered(`b${i}`, 1500))
    const entries = yield* all()
    strictEqual(entries.length, 4500)
    isWhole(entries)
    areTogether(entries)
  })),
  one("refuses a place that is taken and keeps the first entry", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    yield* journal.append("a", { ...batch("first"), at: 0 })
    const error = yield* Effect.flip(journal.append("a", { ...batch("second"), at: 0 }))
    ok(error._tag === "PositionTaken")
    deepStrictEqual([error.stream, error.expected, error.size], ["a", 0, 1])
    deepStrictEqual(bodies(yield* all()), ["first"])
  })),
  one("refuses a place beyond the end", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const error = yield* Effect.flip(journal.append("a", { ...batch("x"), at: 1 }))
    ok(error._tag === "PositionAhead")
    strictEqual(error.size, 0)
    strictEqual(yield* journal.size(), 0)
  })),
  one("lets one of many win a place", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const tries = Array.from({ length: 8 }, (_, i) => Effect.exit(journal.append("a", { ...batch(String(i)), at: 0 })))
    const exits = yield* Effect.all(tries, { concurrency: "unbounded" })
    strictEqual(exits.filter(Exit.isSuccess).length, 1)
    const winner = exits.findIndex(Exit.isSuccess)
    deepStrictEqual(bodies(yield* all()), [String(winner)])
  })),
  one("keeps batches of many writers together and leaves no gap", Effect.gen(function*() {
    yield* Effect.all(Array.from({ length: 8 }, (_, writer) => write(writer, 12)), { concurrency: "unbounded" })
    const entries = yield* all()
    isWhole(entries)
    areTogether(entries)
    strictEqual(entries.filter(({ body }) => body.endsWith("/0")).length, 8 * 12)
  })),
  one("records a batch once, however often its key is sent", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const keyed = { ...batch("1", "2"), at: 0, key: "k" }
    yield* journal.append("a", keyed)
    yield* journal.append("a", batch("3"))
    deepStrictEqual(yield* journal.append("a", keyed), { position: 0, index: 0, count: 2, isRepeat: true })
    const together = yield* Effect.all(Array.from({ length: 4 }, () => journal.append("b", { ...batch("4"), key: "k" })), {
      concurrency: "unbounded"
    })
    strictEqual(together.filter(({ isRepeat }) => !isRepeat).length, 1)
    deepStrictEqual(new Set(together.map(({ position }) => position)), new Set([3]))
    deepStrictEqual(bodies(yield* all()), ["1", "2", "3", "4"])
  })),
  one("refuses other entries under a known key", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    yield* journal.append("a", { ...batch("1", "2"), key: "k" })
    for (const other of [batch("1"), batch("1", "3"), batch("1", "2", "3")]) {
      const error = yield* Effect.flip(journal.append("a", { ...other, key: "k" }))
      strictEqual(error._tag, "KeyReused")
    }
    strictEqual(yield* journal.size(), 2)
  })),
  one("keeps every character", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const texts = ["", " ", "{\"b\":1,  \"a\":1.0}", "9007199254740993", "'; -- \\ \\N \t\r\n\u0001", "é e\u0301 日本 😀 \u2028", "{1,\"2\",NULL}"]
    yield* journal.append("a", batch(...texts))
    deepStrictEqual(bodies(yield* all()), texts)
  })),
  one("tells streams apart by every character", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const names = ["a", "A", "a ", "a%", "a_", "á", "a\u0301", "a/b", "'a'", "😀".repeat(100)]
    for (const name of names) yield* journal.append(name, { ...batch(name), at: 0 })
    for (const name of names) deepStrictEqual(bodies(yield* all({ stream: name })), [name])
  })),
  one("takes the largest body and the longest batch, and nothing beyond", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const largest = "é".repeat(Journal.limits.bodyBytes / 2)
    yield* journal.append("a", batch(largest))
    yield* journal.append("b", numbered("n", Journal.limits.entries))
    for (const refused of [batch(), batch(`${largest}x`), batch("\0"), batch("ok", "\ud800"), numbered("n", Journal.limits.entries + 1)]) {
      const error = yield* Effect.flip(journal.append("c", refused))
      strictEqual(error._tag, "BatchRefused")
    }
    strictEqual(yield* journal.size("c"), 0)
    deepStrictEqual(bodies(yield* all({ stream: "a" })), [largest])
    strictEqual(yield* journal.size("b"), Journal.limits.entries)
  })),
  one("refuses a batch that does not say who, in which role, of which unit, and records nothing of it", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    for (const missing of ["id", "role", "unit"] as const) {
      const error = yield* Effect.flip(journal.append("a", { ...batch("1"), actor: { ...actor, [missing]: "" } }))
      strictEqual(error._tag, "BatchRefused", `an actor without ${missing} is taken`)
    }
    strictEqual(yield* journal.size(), 0)
  })),
  one("follows what was there and what comes, each once and in order", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    yield* journal.append("stream-0", numbered("before", 3))
    const total = 3 + 4 * 10 * 2.5
    const follow = journal.follow().pipe(Stream.take(total), Stream.runCollect)
    const followers = yield* Effect.all([Effect.forkChild(follow), Effect.forkChild(follow)])
    yield* Effect.all([0, 1, 2, 3].map((writer) => write(writer, 10)), { concurrency: "unbounded" })
    for (const follower of followers) {
      const seen = yield* Fiber.join(follower)
      isWhole(seen)
      strictEqual(seen.length, total)
    }
  })),
  one("follows one stream from a position that is yet to come", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const follower = yield* Effect.forkChild(journal.follow({ stream: "a", from: 2 }).pipe(Stream.take(2), Stream.runCollect))
    for (const [stream, body] of [["a", "0"], ["b", "1"], ["a", "2"], ["b", "3"], ["a", "4"]] as const) {
      yield* Effect.yieldNow
      yield* journal.append(stream, batch(body))
    }
    deepStrictEqual(bodies(yield* Fiber.join(follower)), ["2", "4"])
  })),
  one("is whole after appends were broken off, and takes them again by their keys", Effect.gen(function*() {
    const journal = yield* Journal.Journal
    yield* Suite.brokenOff((i) => journal.append("a", { ...numbered(`b${i}`, 3), key: `k${i}` }))
    yield* Effect.all(Array.from({ length: 10 }, (_, i) => journal.append("a", { ...numbered(`b${i}`, 3), key: `k${i}` })), {
      concurrency: "unbounded"
    })
    const entries = yield* all()
    isWhole(entries)
    areTogether(entries)
    strictEqual(entries.length, 30)
  }))
]

const durable = [
  Suite.onPlace<Journal.Journal>("goes on after a restart", (open) =>
    Effect.gen(function*() {
      const keyed = { ...batch("1", "2"), key: "k" }
      yield* open(Effect.flatMap(Journal.Journal, (journal) => journal.append("a", keyed)))
      yield* open(Effect.gen(function*() {
        const journal = yield* Journal.Journal
        strictEqual((yield* journal.append("a", keyed)).isRepeat, true)
        strictEqual((yield* Effect.flip(journal.append("a", { ...batch("x"), at: 1 })))._tag, "PositionTaken")
        yield* journal.append("b", batch("3"))
        const entries = yield* all()
        isWhole(entries)
        deepStrictEqual(bodies(entries), ["1", "2", "3"])
      }))
    })),
  Suite.onPlace<Journal.Journal>("serves two programs at once", (open) =>
    Effect.gen(function*() {
      const total = 2 * 4 * 10 * 2.5
      const follower = yield* Effect.forkChild(open(Effect.flatMap(Journal.Journal, (journal) =>
        journal.follow().pipe(Stream.take(total), Stream.runCollect))))
      const program = (first: number) =>
        open(Effect.all([0, 1, 2, 3].map((i) => write(first + i, 10)), { concurrency: "unbounded" }))
      yield* Effect.all([program(0), program(4)], { concurrency: "unbounded" })
      const seen = yield* Fiber.join(follower)
      isWhole(seen)
      areTogether(seen)
      deepStrictEqual(bodies(yield* open(all())), bodies(seen))
    }))
]

/**
 * The cases of a journal.
 *
 * **Example** (Three lines in a test file, for any runner)
 *
 * ```ts
 * import { JournalSuite, Suite } from "@timbang/testkit/suites"
 * import { Journal } from "@timbang/workflows/ports"
 * const names: Array<string> = []
 * for (const { name, run } of JournalSuite.cases(Suite.memory(Journal.layerMemory))) names.push(name)
 * names[3] // => "refuses a place that is taken and keeps the first entry"
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Journal.Journal>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
