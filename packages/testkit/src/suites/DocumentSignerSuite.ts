/**
 * What every `DocumentSigner` promises, as cases.
 *
 * @since 0.1.0
 */
import { DocumentSigner } from "@timbang/workflows/ports"
import { Context, Effect, Exit } from "effect"
import { deepStrictEqual, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

// --- models ---

/**
 * The official of a test: signs or declines what was handed in under a key, by the way the adapter's service has for it.
 *
 * @category models
 * @since 0.1.0
 */
export class Official extends Context.Service<Official, {
  readonly sign: (key: string, bytes: Uint8Array) => Effect.Effect<void, unknown>
  readonly decline: (key: string, reason: string) => Effect.Effect<void, unknown>
}>()("@timbang/testkit/Official") {}

type Both = DocumentSigner.DocumentSigner | Official

// --- cases ---

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
const request = (key: string, bytes = pdf("one")): DocumentSigner.Request => ({ key, name: "pengumuman.pdf", bytes, signatory: "sekda" })

const one = Suite.once<Both>

const always = [
  one("keeps a document waiting until somebody signs", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    yield* signer.submit(actor, request("p-1"))
    deepStrictEqual(yield* signer.standing("p-1"), { _tag: "Waiting" })
  })),
  one("gives back what was signed, byte by byte", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    const official = yield* Official
    const signed = new Uint8Array([...pdf("signed"), ...new Uint8Array(70_000).map((_, at) => at % 256), ...pdf("end")])
    yield* signer.submit(actor, request("p-1"))
    yield* official.sign("p-1", signed)
    deepStrictEqual(yield* signer.standing("p-1"), { _tag: "Signed", bytes: signed })
  })),
  one("tells why an official declined", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    yield* signer.submit(actor, request("p-1"))
    yield* (yield* Official).decline("p-1", "nomor salah")
    deepStrictEqual(yield* signer.standing("p-1"), { _tag: "Declined", reason: "nomor salah" })
  })),
  one("takes the same request again and never another under its key", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    yield* signer.submit(actor, request("p-1"))
    yield* signer.submit(actor, request("p-1"))
    for (const other of [request("p-1", pdf("two")), { ...request("p-1"), signatory: "bupati" }, { ...request("p-1"), name: "lampiran.pdf" }]) {
      strictEqual((yield* Effect.flip(signer.submit(actor, other)))._tag, "RequestTaken")
    }
    deepStrictEqual(yield* signer.standing("p-1"), { _tag: "Waiting" })
  })),
  one("lets one of several that come at once have the key", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    const exits = yield* Effect.all(
      Array.from({ length: 5 }, (_, i) => Effect.exit(signer.submit(actor, request("p-1", pdf(String(i)))))),
      { concurrency: "unbounded" }
    )
    strictEqual(exits.filter(Exit.isSuccess).length, 1)
  })),
  one("takes a request again that was broken off", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    yield* Suite.brokenOff((i) => signer.submit(actor, request(`p-${i}`)))
    for (let i = 0; i < 10; i++) {
      yield* signer.submit(actor, request(`p-${i}`))
      deepStrictEqual(yield* signer.standing(`p-${i}`), { _tag: "Waiting" })
      strictEqual((yield* Effect.flip(signer.submit(actor, request(`p-${i}`, pdf("two")))))._tag, "RequestTaken")
    }
  })),
  one("takes a document of eight megabytes", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    const large = pdf("A".repeat(8 * 1024 * 1024))
    yield* signer.submit(actor, request("p-1", large))
    yield* (yield* Official).sign("p-1", large)
    const standing = yield* signer.standing("p-1")
    Suite.areSame(standing._tag === "Signed" ? standing.bytes : new Uint8Array(), large)
  })),
  one("keeps keys apart, whatever is in them", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    const keys = ["a/b", "a-b", "../a", "Pengumuman 800/1 ✓", "x".repeat(200)]
    for (const key of keys) yield* signer.submit(actor, request(key))
    yield* (yield* Official).decline("a/b", "no")
    deepStrictEqual(yield* Effect.forEach(keys, (key) => Effect.map(signer.standing(key), ({ _tag }) => _tag)), [
      "Declined", "Waiting", "Waiting", "Waiting", "Waiting"
    ])
  })),
  one("knows nothing of a key that nobody used", Effect.gen(function*() {
    const signer = yield* DocumentSigner.DocumentSigner
    strictEqual((yield* Effect.flip(signer.standing("p-9")))._tag, "RequestUnknown")
  }))
]

const durable = [
  Suite.onPlace<Both>("keeps requests over a restart", (open) =>
    Effect.gen(function*() {
      yield* open(Effect.flatMap(DocumentSigner.DocumentSigner, (signer) => signer.submit(actor, request("p-1"))))
      yield* open(Effect.gen(function*() {
        const signer = yield* DocumentSigner.DocumentSigner
        yield* (yield* Official).sign("p-1", pdf("signed"))
        deepStrictEqual(yield* signer.standing("p-1"), { _tag: "Signed", bytes: pdf("signed") })
        strictEqual((yield* Effect.flip(signer.submit(actor, request("p-1", pdf("two")))))._tag, "RequestTaken")
      }))
    }))
]

/**
 * The cases of a signing service.
 *
 * **Example** (A service that has no official)
 *
 * ```ts
 * import { DocumentSignerSuite, Suite } from "@timbang/testkit/suites"
 * import { DocumentSigner } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const nobody = Layer.succeed(DocumentSignerSuite.Official, { sign: () => Effect.void, decline: () => Effect.void })
 * const memory = DocumentSigner.layerMemory(() => ({ _tag: "Waiting" }))
 * DocumentSignerSuite.cases(Suite.memory(Layer.mergeAll(memory, nobody))).length // => 9
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Both>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
