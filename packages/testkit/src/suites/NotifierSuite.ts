/**
 * What every `Notifier` promises, as cases.
 *
 * @since 0.1.0
 */
import { Notifier } from "@timbang/workflows/ports"
import { Context, Effect, Exit } from "effect"
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

// --- models ---

/**
 * A message as it came out at the other end.
 *
 * @category models
 * @since 0.1.0
 */
export interface Arrived {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Id by which the receiving side recognises a repeat; the one that `deliver` answers. */
  readonly reference: string
}

/**
 * What the other end does with the next message, once: refuse it for good, put it off, or break the connection after it took
 * the whole message and before it says so.
 *
 * @category models
 * @since 0.1.0
 */
export type Fault = "refuse" | "delay" | "break"

/**
 * The other end of a channel in a test: a mail server, a gateway.
 *
 * @category models
 * @since 0.1.0
 */
export class Recipient extends Context.Service<Recipient, {
  /** Everything that arrived, in order, repeats included. */
  readonly arrived: Effect.Effect<ReadonlyArray<Arrived>, unknown>
  readonly next: (fault: Fault) => Effect.Effect<void, unknown>
}>()("@timbang/testkit/Recipient") {}

type Both = Notifier.Notifier | Recipient

// --- cases ---

const to = "peserta.satu@example.test"
const message = (key: string, more: Partial<Notifier.Message> = {}): Notifier.Message => ({
  key,
  to,
  subject: `Hasil ${key}`,
  text: `Isi ${key}\n`,
  language: "id",
  ...more
})

const deliver = (one: Notifier.Message) => Effect.flatMap(Notifier.Notifier, (notifier) => notifier.deliver(one))
const arrived = Effect.flatMap(Recipient, (recipient) => recipient.arrived)
const next = (fault: Fault) => Effect.flatMap(Recipient, (recipient) => recipient.next(fault))
const count = (all: ReadonlyArray<Arrived>) => new Set(all.map(({ reference }) => reference)).size

/** An error that repeats an address brings it into a log. */
const isSilent = (error: { readonly message: string }, ...secrets: ReadonlyArray<string>): void => {
  for (const secret of secrets) ok(!JSON.stringify({ ...error, message: error.message }).includes(secret), `the error repeats ${secret}`)
}

const one = Suite.once<Both>

const always = [
  one("delivers in the order of the calls", Effect.gen(function*() {
    const keys = Array.from({ length: 8 }, (_, i) => `m-${i}`)
    const references = yield* Effect.forEach(keys, (key) => Effect.map(deliver(message(key)), ({ reference }) => reference))
    const all = yield* arrived
    deepStrictEqual(all.map(({ reference }) => reference), references)
    deepStrictEqual(all[3], { to, subject: "Hasil m-3", text: "Isi m-3\n", reference: references[3]! })
    strictEqual(new Set(references).size, keys.length)
  })),
  one("delivers what comes at once, each once", Effect.gen(function*() {
    const keys = Array.from({ length: 12 }, (_, i) => `m-${i}`)
    yield* Effect.forEach(keys, (key) => deliver(message(key)), { concurrency: "unbounded" })
    const all = yield* arrived
    strictEqual(all.length, 12)
    strictEqual(count(all), 12)
    deepStrictEqual(all.map(({ subject }) => subject).toSorted(), keys.map((key) => `Hasil ${key}`).toSorted())
  })),
  one("gives a key one reference, whatever is in the key", Effect.gen(function*() {
    const keys = ["a/b", "a-b", "A/B", "hasil 26-1 \u2713", "<a@b>", "x".repeat(200), `${"x".repeat(199)}y`]
    const first = yield* Effect.forEach(keys, (key) => deliver(message(key)), { concurrency: "unbounded" })
    const second = yield* Effect.forEach(keys, (key) => deliver(message(key)), { concurrency: "unbounded" })
    deepStrictEqual(second.map(({ reference }) => reference), first.map(({ reference }) => reference))
    strictEqual(new Set(first.map(({ reference }) => reference)).size, keys.length)
    strictEqual(count(yield* arrived), keys.length)
  })),
  one("keeps every character of subject and text", Effect.gen(function*() {
    const subject = "Seleksi “CPNS” 2026: nilai é, 日本, 😀 = lulus? _ya_ "
    const text = [".", "..titik", "From awal", "=3D", "spasi di akhir ", "\t<b>bukan HTML</b>", "x".repeat(3000), "é日本😀", "", "akhir", ""].join("\n")
    yield* deliver(message("m-1", { subject: subject.trim(), text }))
    const [only] = yield* arrived
    strictEqual(only!.subject, subject.trim())
    strictEqual(only!.text, text)
  })),
  one("delivers a long text", Effect.gen(function*() {
    const text = Array.from({ length: 4000 }, (_, i) => `baris ${i}, dengan isi`).join("\n") + "\n"
    yield* deliver(message("m-1", { text }))
    strictEqual((yield* arrived)[0]!.text, text)
  })),
  one("sends to the one address that is named, and to no other that is smuggled in", Effect.gen(function*() {
    for (const [at, smuggled] of [`${to}, lain@example.test`, `${to}\r\nBcc: lain@example.test`, `Nama <lain@example.test> ${to}`, "", "tanpa-alamat"].entries()) {
      const exit = yield* Effect.exit(deliver(message(`m-${at}`, { to: smuggled })))
      // A channel whose addresses are free text may take it; what it must not do is write to somebody else.
      if (Exit.isSuccess(exit)) strictEqual((yield* arrived).at(-1)!.to, smuggled)
    }
    yield* Effect.exit(deliver(message("m-9", { subject: "Hasil\r\nBcc: lain@example.test" })))
    ok((yield* arrived).every((each) => each.to !== "lain@example.test"))
  })),
  one("tells a refusal for good from a delay, and names no address", Effect.gen(function*() {
    yield* next("refuse")
    const refused = yield* Effect.flip(deliver(message("m-1")))
    strictEqual(refused._tag, "MessageRefused")
    yield* next("delay")
    const delayed = yield* Effect.flip(deliver(message("m-2")))
    strictEqual(delayed._tag, "MessageDelayed")
    for (const error of [refused, delayed]) {
      isSilent(error, to, "peserta.satu", "Isi m-")
      ok(error.because.length > 0)
    }
    strictEqual(refused.key, "m-1")
    deepStrictEqual(yield* arrived, [])
    yield* deliver(message("m-2"))
    strictEqual((yield* arrived).length, 1)
  })),
  one("calls a broken connection a delay, and the repeat can be recognised", Effect.gen(function*() {
    yield* next("break")
    const error = yield* Effect.flip(deliver(message("m-1")))
    strictEqual(error._tag, "MessageDelayed")
    isSilent(error, to)
    const { reference } = yield* deliver(message("m-1"))
    const all = yield* arrived
    deepStrictEqual(all.map((each) => each.reference), Array.from({ length: all.length }, () => reference))
    ok(all.length === 1 || all.length === 2)
  }))
]

const durable = [
  Suite.onPlace<Both>("gives the same reference after a restart", (open) =>
    Effect.gen(function*() {
      const before = yield* open(deliver(message("m-1")))
      const after = yield* open(deliver(message("m-1")))
      strictEqual(after.reference, before.reference)
    }))
]

/**
 * The cases of a channel. The layer brings the other end, `Recipient`, which starts empty.
 *
 * **Example** (A channel whose other end nobody looks at)
 *
 * ```ts
 * import { NotifierSuite, Suite } from "@timbang/testkit/suites"
 * import { Notifier } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const nobody = Layer.succeed(NotifierSuite.Recipient, { arrived: Effect.succeed([]), next: () => Effect.void })
 * const cases = NotifierSuite.cases(Suite.memory(Layer.mergeAll(Notifier.layerMemory([]), nobody)))
 * cases[6]!.name // => "tells a refusal for good from a delay, and names no address"
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Both>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
