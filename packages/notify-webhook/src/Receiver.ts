/**
 * The receiving side: takes signed calls, and brings each message on once.
 *
 * @since 0.1.0
 */
import type { Notifier } from "@timbang/workflows/ports"
import { Clock, Effect, type Redacted, Schema } from "effect"
import * as Seen from "./Seen.ts"
import * as Signature from "./Signature.ts"

// --- models ---

/**
 * How calls are taken.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options<R> {
  /** Secrets that are accepted; two while a secret is being changed. */
  readonly secrets: ReadonlyArray<Redacted.Redacted>
  /** Brings a message on. What fails here is told to the sender, which tries a delayed message again. */
  readonly forward: (message: Notifier.Message) => Effect.Effect<void, Notifier.MessageRefused | Notifier.MessageDelayed, R>
  /** How far the time of a call may be from this clock, either way. Unit: milliseconds. Default: 300,000. */
  readonly toleranceMillis?: number
  /** Largest body. Unit: bytes. Default: 2 MiB. */
  readonly bodyBytes?: number
}

// --- operations ---

/**
 * Answers a call.
 *
 * | status | meaning |
 * |---|---|
 * | 200 | brought on now, or before: then nothing was done |
 * | 400, 405, 413 | no message; not `POST`; too large |
 * | 408 | the body broke off; the sender tries again |
 * | 401 | the signature is missing, wrong or stale; nothing of the body was looked at |
 * | 409 | another call with this key is being worked on |
 * | 422 | the message was refused for good |
 * | 503 | delayed: `retry-after` says how long |
 *
 * **Gotchas**
 *
 * A gateway killed between bringing on and recording it brings the message on once more, after the lease of `Seen`; the key
 * is the same, and goes into the gateway's own field for it where there is one.
 *
 * **Example** (A call, its replay, and one that nobody signed)
 *
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { Receiver, Seen, Signature } from "@timbang/notify-webhook"
 * const secret = Redacted.make("rahasia")
 * const brought: Array<string> = []
 * const receive = Receiver.make({ secrets: [secret], forward: ({ text }) => Effect.sync(() => { brought.push(text) }) })
 * const body = JSON.stringify({ key: "m-1", to: "+62812000", subject: "Hasil", text: "P/L", language: "id" })
 * const call = (signed: string) =>
 *   receive(new Request("https://gerbang.kota.example/pesan", { method: "POST", body, headers: { "timbang-signature": signed } }))
 * const signed = Signature.sign(secret, Date.now(), body)
 * const program = Effect.all([call(signed), call(signed), call("")])
 * const responses = await Effect.runPromise(Effect.provide(program, Seen.layerMemory()))
 * responses.map(({ status }) => status) // => [200, 200, 401]
 * brought // => ["P/L"]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = <R>(options: Options<R>) => {
  const { bodyBytes = 2 * 1024 * 1024, forward, secrets, toleranceMillis = 300_000 } = options
  return Effect.fn("Receiver.receive")(function*(request: Request) {
    if (request.method !== "POST") return answer(405, { allow: "POST" })
    const arrived = yield* Effect.option(Effect.tryPromise(() => textOf(request, bodyBytes)))
    if (arrived._tag === "None") return answer(408)
    const body = arrived.value
    if (body === undefined) return answer(413)
    const now = yield* Clock.currentTimeMillis
    const problem = Signature.problemOf(secrets, { signed: request.headers.get(Signature.header), body, now, toleranceMillis })
    if (problem !== undefined) return answer(401, { "timbang-problem": problem })
    const message = decode(body)
    if (message._tag === "Failure") return answer(400)
    const seen = yield* Seen.Seen
    const { key } = message.success
    return yield* Effect.gen(function*() {
      const standing = yield* seen.claim(key)
      if (standing === "done") return answer(200)
      if (standing === "underway") return answer(409, { "retry-after": "5" })
      const outcome = yield* Effect.result(forward(message.success)).pipe(Effect.onInterrupt(() => Effect.ignore(seen.settle(key, false))))
      yield* seen.settle(key, outcome._tag === "Success")
      if (outcome._tag === "Success") return answer(200)
      if (outcome.failure._tag === "MessageRefused") return answer(422)
      return answer(503, { "retry-after": String(Math.ceil((outcome.failure.retryAfterMillis ?? 60_000) / 1000)) })
    }).pipe(Effect.catchTag("SeenUnavailable", () => Effect.succeed(answer(503, { "retry-after": "60" }))))
  })
}

const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Response => new Response(null, { status, headers })

const Message = Schema.Struct({
  key: Schema.String.check(Schema.isBetweenLength(1, 200)),
  to: Schema.String.check(Schema.isMinLength(1)),
  subject: Schema.String,
  text: Schema.String,
  language: Schema.String
})

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Message))

/** The body, or `undefined` where it is larger than that; what is beyond is not read. */
const textOf = async (request: Request, most: number): Promise<string | undefined> => {
  const decoder = new TextDecoder()
  let [text, size] = ["", 0]
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
