/**
 * Signing over HTTP: a small protocol that a bridge to the office's certified signing service speaks.
 *
 * - `PUT {address}/documents/{key}` hands a document in. The body is the file; the headers `timbang-name`,
 *   `timbang-signatory` and `timbang-actor` are URI-encoded. 2xx: taken; the same again is 2xx too. 409: the key names another
 *   document.
 * - `GET {address}/documents/{key}` answers `{"standing":"waiting"}`, `{"standing":"declined","reason":"..."}` or
 *   `{"standing":"signed","document":"<base64>"}`. 404: unknown.
 *
 * @since 0.1.0
 */
import { DocumentSigner } from "@timbang/workflows/ports"
import { Duration, Effect, Layer, Redacted, Schedule, Schema } from "effect"
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http"

// --- models ---

/**
 * Where the bridge is.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Without a slash at its end. */
  readonly address: string
  readonly token: Redacted.Redacted
  /** Longest wait for one answer. Default: 30 seconds. */
  readonly timeout?: Duration.Input
  /** Tries after a failure of the connection or of the service (5xx, 429). Default: 3. */
  readonly retries?: number
}

const Answer = Schema.Union([
  Schema.Struct({ standing: Schema.Literal("waiting") }),
  Schema.Struct({ standing: Schema.Literal("declined"), reason: Schema.String }),
  Schema.Struct({ standing: Schema.Literal("signed"), document: Schema.Uint8ArrayFromBase64 })
])

// --- layers ---

/**
 * The signing service behind an address. The token is never printed; answers of another form are an error, not a standing.
 *
 * **Example** (Nobody listens)
 *
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { SigningService } from "@timbang/documents"
 * import { DocumentSigner } from "@timbang/workflows/ports"
 * const layer = SigningService.layer({ address: "http://127.0.0.1:1", token: Redacted.make("secret"), retries: 0 })
 * const program = Effect.flatMap(DocumentSigner.DocumentSigner, (signer) => signer.standing("p-1"))
 * const failure = await Effect.runPromise(Effect.flip(Effect.provide(program, layer)))
 * failure._tag // => "DocumentSignerUnavailable"
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (options: Options): Layer.Layer<DocumentSigner.DocumentSigner> =>
  Layer.effect(DocumentSigner.DocumentSigner, make(options)).pipe(Layer.provide(FetchHttpClient.layer))

const make = ({ address, retries = 3, timeout = "30 seconds", token }: Options) =>
  Effect.gen(function*() {
    const client = yield* HttpClient.HttpClient
    const send = (request: HttpClientRequest.HttpClientRequest) =>
      client.execute(HttpClientRequest.bearerToken(request, token)).pipe(
        Effect.timeout(timeout),
        Effect.mapError((cause) => unavailable(cause._tag === "TimeoutError" ? "no answer in time" : "no connection", cause)),
        Effect.flatMap((response) =>
          response.status >= 500 || response.status === 429
            ? Effect.fail(unavailable(`status ${response.status}`))
            : Effect.succeed(response)
        ),
        Effect.retry({ times: retries, schedule: Schedule.jittered(Schedule.exponential("200 millis")) })
      )
    const at = (key: string): string => `${address}/documents/${encodeURIComponent(key)}`
    return DocumentSigner.DocumentSigner.of({
      submit: Effect.fn("SigningService.submit")(function*(actor, { bytes, key, name, signatory }) {
        const { status } = yield* send(
          HttpClientRequest.put(at(key)).pipe(
            HttpClientRequest.setHeaders({
              "timbang-name": encodeURIComponent(name),
              "timbang-signatory": encodeURIComponent(signatory),
              "timbang-actor": encodeURIComponent(actor.id)
            }),
            HttpClientRequest.bodyUint8Array(bytes, "application/octet-stream")
          )
        )
        if (status === 409) return yield* new DocumentSigner.RequestTaken({ key })
        if (status < 200 || status > 299) return yield* unavailable(`status ${status}`)
      }),
      standing: Effect.fn("SigningService.standing")(function*(key) {
        const response = yield* send(HttpClientRequest.get(at(key)))
        if (response.status === 404) return yield* new DocumentSigner.RequestUnknown({ key })
        if (response.status !== 200) return yield* unavailable(`status ${response.status}`)
        const answer = yield* Effect.flatMap(response.json, Schema.decodeUnknownEffect(Answer)).pipe(
          Effect.mapError((cause) => unavailable("an answer of another form", cause))
        )
        switch (answer.standing) {
          case "waiting":
            return { _tag: "Waiting" } as const
          case "declined":
            return { _tag: "Declined", reason: answer.reason } as const
          case "signed":
            return { _tag: "Signed", bytes: answer.document } as const
        }
      })
    })
  })

const unavailable = (because: string, cause?: unknown): DocumentSigner.DocumentSignerUnavailable =>
  new DocumentSigner.DocumentSignerUnavailable({ because, ...(cause === undefined ? {} : { cause }) })
