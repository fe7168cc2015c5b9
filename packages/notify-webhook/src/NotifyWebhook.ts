/**
 * Messages as signed HTTP calls, for a gateway of the host that brings them on: WhatsApp, SMS, an app of its own.
 *
 * @since 0.1.0
 */
import { Notifier } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, type Redacted } from "effect"
import * as Signature from "./Signature.ts"

// --- models ---

/**
 * Whom to call.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Name of the channel, such as `whatsapp`. Default: `webhook`. */
  readonly channel?: string
  /** Address of the receiving side; `https`, or `http` on the same machine. */
  readonly url: string
  readonly secret: Redacted.Redacted
  /** Longest wait for an answer. Unit: milliseconds. Default: 30,000. */
  readonly answerMillis?: number
  /** What makes the call. Default: `fetch`. */
  readonly call?: (request: Request) => Promise<Response>
}

// --- layers ---

/**
 * A channel that calls a URL.
 *
 * **Details**
 *
 * The body is the message as JSON; `timbang-signature` covers the time and the body. 2xx is delivered. 400, 410, 413 and 422 are final;
 * anything else, a redirect and a wrong secret among it, is tried again, as late as `retry-after` asks. What the other side
 * writes is not repeated.
 *
 * **Example** (A gateway that takes everything)
 *
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { NotifyWebhook } from "@timbang/notify-webhook"
 * import { Notifier } from "@timbang/workflows/ports"
 * const call = async (request: Request) => new Response(null, { status: request.headers.has("timbang-signature") ? 204 : 401 })
 * const layer = NotifyWebhook.layer({ url: "https://gerbang.kota.example/pesan", secret: Redacted.make("rahasia"), call })
 * const message = { key: "result/26-1", to: "+62812000", subject: "Hasil", text: "P/L", language: "id" }
 * const program = Effect.flatMap(Notifier.Notifier, ({ deliver }) => deliver(message))
 * const { reference } = await Effect.runPromise(Effect.provide(program, layer))
 * reference // => "result/26-1"
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (options: Options): Layer.Layer<Notifier.Notifier> => {
  const { answerMillis = 30_000, call = fetch, channel = "webhook", secret, url } = options
  return Layer.succeed(Notifier.Notifier, {
    channel,
    deliver: Effect.fnUntraced(function*({ key, language, subject, text, to }: Notifier.Message) {
      if (!isSafe(url)) return yield* new Notifier.MessageDelayed({ key, because: "the gateway's URL is not https; set it right" })
      const body = JSON.stringify({ key, to, subject, text, language })
      const signed = Signature.sign(secret, yield* Clock.currentTimeMillis, body)
      const headers = { "content-type": "application/json; charset=utf-8", [Signature.header]: signed }
      const response = yield* Effect.tryPromise({
        try: (signal) => call(new Request(url, { method: "POST", body, headers, signal, redirect: "manual" })),
        catch: () => new Notifier.MessageDelayed({ key, because: "the gateway cannot be reached" })
      }).pipe(Effect.timeoutOrElse({
        duration: answerMillis,
        orElse: () => Effect.fail(new Notifier.MessageDelayed({ key, because: "the gateway did not answer in time" }))
      }))
      // The status is the answer; a body that breaks off after it changes nothing, and must not have a taken message sent again.
      yield* Effect.ignore(Effect.tryPromise(() => response.body?.cancel() ?? Promise.resolve()))
      if (response.ok) return { reference: key, at: yield* Clock.currentTimeMillis }
      const because = `the gateway answered ${response.status}`
      if ([400, 410, 413, 422].includes(response.status)) return yield* new Notifier.MessageRefused({ key, because })
      const seconds = Number(/^\d{1,5}$/.exec(response.headers.get("retry-after") ?? "")?.[0])
      return yield* new Notifier.MessageDelayed({ key, because, ...Number.isNaN(seconds) ? {} : { retryAfterMillis: seconds * 1000 } })
    })
  })
}

const isSafe = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { hostname, protocol } = new URL(url)
  return protocol === "https:" || protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
