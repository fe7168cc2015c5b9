/**
 * Asks the BPS WebAPI: with patience where it is busy or broken, and never with the key in a message.
 *
 * Its addresses hold the key (`.../domain/1500/var/624/th/125/key/KEY`), so that no address is ever shown; what is shown is the
 * part before the key.
 *
 * @since 0.1.0
 */
import { Sources } from "@timbang/workflows/ports"
import { Clock, Data, Effect, Random, Redacted, Schema } from "effect"

// --- models ---

/**
 * Where and how to ask.
 *
 * @category models
 * @since 0.1.0
 */
export interface Settings {
  /** Address of the API; that of BPS where it is left out. */
  readonly base?: string
  readonly key: Redacted.Redacted
  /** How often one address is asked before giving up. Default 6. */
  readonly attempts?: number
  /** Wait after a first failure, doubled each time, with jitter of a half. Unit: milliseconds. Default 1000. */
  readonly firstWait?: number
  /** Longest wait, also of one that the server asks for. Unit: milliseconds. Default 120,000. */
  readonly longestWait?: number
  /** Longest time for one answer. Unit: milliseconds. Default 60,000. */
  readonly timeout?: number
}

/**
 * Why an address was asked again.
 *
 * - `busy`: 429. `broken`: 5xx. `page`: a page of HTML where an answer must stand, with whatever status. `cut`: JSON that stops in the
 *   middle. `unreachable`: no connection, or no answer in time.
 *
 * @category models
 * @since 0.1.0
 */
export type Again = "busy" | "broken" | "page" | "cut" | "unreachable"

/**
 * An answer as it was received.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answered {
  readonly text: string
  readonly json: unknown
  /** Why it was asked again, in order; empty when the first answer was good. */
  readonly again: ReadonlyArray<Again>
}

// --- errors ---

/**
 * BPS refuses the request itself, as with a key that it does not know; asking again does not help.
 *
 * @category errors
 * @since 0.1.0
 */
export class RequestRefused extends Data.TaggedError("RequestRefused")<{
  /** The address up to the key. */
  readonly address: string
  /** What BPS says, or the status. */
  readonly says: string
}> {
  override get message(): string {
    return `${this.address}: BPS refuses the request (${this.says}); check the key and the numbers of variable and domain`
  }
}

// --- operations ---

/**
 * Asks one address, such as `list/model/data/lang/ind/domain/1500/var/624/th/125`.
 *
 * **Example** (A server that is busy once)
 *
 * ```ts
 * import { createServer } from "node:http"
 * import { Effect, Redacted } from "effect"
 * import { Client } from "@timbang/source-bps"
 * const answers = [429, 200]
 * const server = createServer((_, response) => void response.writeHead(answers.shift() ?? 200, { "retry-after": "0" }).end('{"status":"OK"}'))
 * await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)))
 * const { port } = server.address() as { port: number }
 * const { again } = await Effect.runPromise(Client.ask({ base: `http://127.0.0.1:${port}`, key: Redacted.make("secret") }, "list/model/th"))
 * server.close()
 * again // => ["busy"]
 * ```
 *
 * @category asking
 * @since 0.1.0
 */
export const ask: (settings: Settings, address: string) => Effect.Effect<Answered, Sources.SourceUnavailable | RequestRefused> = Effect.fn("Client.ask")(
  function*(settings: Settings, address: string) {
    const { attempts = 6, base = "https://webapi.bps.go.id/v1/api", firstWait = 1000, longestWait = 120_000, timeout = 60_000 } = settings
    const url = `${base.replace(/\/$/, "")}/${address}/key/${encodeURIComponent(Redacted.value(settings.key))}/`
    const again: Array<Again> = []
    for (;;) {
      const got = yield* once(url, timeout)
      if (got._tag === "Good") {
        const refused = refusalOf(got.json)?.replaceAll(Redacted.value(settings.key), "KEY").slice(0, 200)
        if (refused !== undefined) return yield* Effect.fail(new RequestRefused({ address, says: refused }))
        return { text: got.text, json: got.json, again }
      }
      if (got._tag === "Refused") return yield* Effect.fail(new RequestRefused({ address, says: got.says }))
      again.push(got.because)
      if (again.length >= attempts) {
        return yield* Effect.fail(new Sources.SourceUnavailable({ source: `BPS WebAPI, ${address}`, because: `${again.length} times: ${[...new Set(again)].join(", ")}` }))
      }
      const jitter = 1 + (yield* Random.next) / 2
      const own = firstWait * 2 ** (again.length - 1) * jitter
      const asked = got.retryAfter === undefined ? undefined : yield* millisOf(got.retryAfter)
      yield* Effect.sleep(Math.min(asked ?? own, longestWait))
    }
  }
)

type Got =
  | { readonly _tag: "Good"; readonly text: string; readonly json: unknown }
  | { readonly _tag: "Again"; readonly because: Again; readonly retryAfter?: string | undefined }
  | { readonly _tag: "Refused"; readonly says: string }

/** One request. What a failed one says may hold the address and with it the key, so only its kind is kept. */
const once = (url: string, timeout: number): Effect.Effect<Got> =>
  Effect.tryPromise({
    try: async (signal): Promise<Got> => {
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]), headers: { accept: "application/json" } })
      const text = await response.text()
      const retryAfter = response.headers.get("retry-after") ?? undefined
      if (response.status === 429) return { _tag: "Again", because: "busy", retryAfter }
      if (response.status >= 500) return { _tag: "Again", because: "broken", retryAfter }
      if (/^\s*</.test(text)) return response.status >= 400 ? { _tag: "Refused", says: String(response.status) } : { _tag: "Again", because: "page", retryAfter }
      if (response.status >= 400) return { _tag: "Refused", says: String(response.status) }
      try {
        return { _tag: "Good", text, json: JSON.parse(text) as unknown }
      } catch {
        return { _tag: "Again", because: "cut" }
      }
    },
    catch: () => "unreachable" as const
  }).pipe(Effect.orElseSucceed((): Got => ({ _tag: "Again", because: "unreachable" })))

/** `Retry-After` in seconds or as a date. */
const millisOf = (header: string): Effect.Effect<number | undefined> =>
  Effect.map(Clock.currentTimeMillis, (now) => {
    if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
    const until = Date.parse(header)
    return Number.isNaN(until) ? undefined : Math.max(0, until - Number(now))
  })

const Said = Schema.Struct({ status: Schema.String, message: Schema.optionalKey(Schema.String) })

/** What an answer with another status than OK says; BPS answers 200 to a wrong key too. */
const refusalOf = (json: unknown): string | undefined => {
  const said = Schema.decodeUnknownOption(Said)(json)
  return said._tag === "None" || said.value.status === "OK" ? undefined : said.value.message ?? said.value.status
}
