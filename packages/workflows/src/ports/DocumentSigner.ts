/**
 * Port: certified signatures on official documents. Our own signature proves "unchanged"; this one proves authority.
 *
 * A document is handed in and fetched later, since a person signs in between.
 *
 * @since 0.1.0
 */
import { Context, Data, Effect, Layer } from "effect"
import * as Actor from "../Actor.ts"

// --- models ---

/**
 * A document to be signed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Request {
  /** Name of the request; the same request again is the same request. 1 to 200 characters. */
  readonly key: string
  /** Name of the file, such as `pengumuman-2026-11-24.pdf`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Account of the official whose signature is asked for. */
  readonly signatory: string
}

/**
 * How far a request is.
 *
 * @category models
 * @since 0.1.0
 */
export type Standing =
  | { readonly _tag: "Waiting" }
  | { readonly _tag: "Signed"; readonly bytes: Uint8Array }
  | { readonly _tag: "Declined"; readonly reason: string }

// --- errors ---

/**
 * The key names another document.
 *
 * @category errors
 * @since 0.1.0
 */
export class RequestTaken extends Data.TaggedError("RequestTaken")<{ readonly key: string }> {
  override get message(): string {
    return `${this.key}: another document was handed in under this key; give every version a key of its own`
  }
}

/**
 * Nothing was handed in under the key.
 *
 * @category errors
 * @since 0.1.0
 */
export class RequestUnknown extends Data.TaggedError("RequestUnknown")<{ readonly key: string }> {
  override get message(): string {
    return `${this.key}: no document was handed in under this key`
  }
}

/**
 * The service cannot be reached or failed.
 *
 * @category errors
 * @since 0.1.0
 */
export class DocumentSignerUnavailable extends Data.TaggedError("DocumentSignerUnavailable")<{
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `the signing service cannot be reached (${this.because}); hand the document in again with the same key`
  }
}

// --- port ---

/**
 * The signing service.
 *
 * @category ports
 * @since 0.1.0
 */
export class DocumentSigner extends Context.Service<DocumentSigner, {
  readonly submit: (actor: Actor.Actor, request: Request) => Effect.Effect<void, RequestTaken | DocumentSignerUnavailable>
  readonly standing: (key: string) => Effect.Effect<Standing, RequestUnknown | DocumentSignerUnavailable>
}>()("@timbang/workflows/DocumentSigner") {}

// --- layers ---

/**
 * A signing service in memory for tests, with an official who answers by `decide` as soon as somebody looks.
 *
 * **Example** (Not yet signed)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { DocumentSigner } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const program = Effect.gen(function*() {
 *   const signer = yield* DocumentSigner.DocumentSigner
 *   yield* signer.submit(actor, { key: "p-1", name: "p.pdf", bytes: new Uint8Array([1]), signatory: "sekda" })
 *   return yield* signer.standing("p-1")
 * })
 * const layer = DocumentSigner.layerMemory(() => ({ _tag: "Waiting" }))
 * await Effect.runPromise(Effect.provide(program, layer)) // => { _tag: "Waiting" }
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory = (decide: (request: Request) => Standing): Layer.Layer<DocumentSigner> =>
  Layer.sync(DocumentSigner, () => {
    const requests = new Map<string, Request>()
    return DocumentSigner.of({
      submit: (_, request) =>
        Effect.suspend(() => {
          const known = requests.get(request.key)
          if (known !== undefined && !isSame(known, request)) return Effect.fail(new RequestTaken({ key: request.key }))
          requests.set(request.key, request)
          return Effect.void
        }),
      standing: (key) =>
        Effect.suspend(() => {
          const request = requests.get(key)
          return request === undefined ? Effect.fail(new RequestUnknown({ key })) : Effect.succeed(decide(request))
        })
    })
  })

const isSame = (one: Request, other: Request): boolean =>
  one.name === other.name && one.signatory === other.signatory && one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, at) => byte === other.bytes[at])
