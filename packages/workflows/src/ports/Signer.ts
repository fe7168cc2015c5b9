/**
 * Port: the key that signs checkpoints, in a file or in a device that never hands it out.
 *
 * @since 0.1.0
 */
import type { SignedNote, VerifierKey } from "@timbang/core/publication"
import { Context, Data, Effect, Layer } from "effect"

// --- errors ---

/**
 * The key could not sign.
 *
 * @category errors
 * @since 0.1.0
 */
export class SigningFailed extends Data.TaggedError("SigningFailed")<{
  /** Name of the key. */
  readonly signer: string
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `${this.signer} did not sign (${this.because}); nothing was published, try again when the key can be reached`
  }
}

// --- port ---

/**
 * The signer of a log.
 *
 * @category ports
 * @since 0.1.0
 */
export class Signer extends Context.Service<Signer, {
  /** What others check the signatures with. */
  readonly verifier: VerifierKey.VerifierKey
  /** Signs the text of a checkpoint. */
  readonly sign: (text: string) => Effect.Effect<SignedNote.Signature, SigningFailed>
}>()("@timbang/workflows/Signer") {}

// --- layers ---

/**
 * A signer from a verifier key and a function that signs.
 *
 * **Example** (A key of a test)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Signer } from "@timbang/workflows/ports"
 * const publicKey = new Uint8Array(32).fill(7)
 * const verifier: VerifierKey.VerifierKey = { name: "kota.example/cpns", id: "0a1b2c3d", type: "ed25519", publicKey }
 * const layer = Signer.layer(verifier, () => ({ name: verifier.name, keyId: verifier.id, bytes: new Uint8Array(64) }))
 * const program = Effect.flatMap(Signer.Signer, (signer) => signer.sign("kota.example/cpns\n"))
 * const signature = await Effect.runPromise(Effect.provide(program, layer))
 * signature.keyId // => "0a1b2c3d"
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (verifier: VerifierKey.VerifierKey, sign: (text: string) => SignedNote.Signature): Layer.Layer<Signer> =>
  Layer.succeed(Signer, {
    verifier,
    sign: (text) =>
      Effect.try({
        try: () => sign(text),
        catch: (cause) => new SigningFailed({ signer: verifier.name, because: "the key refused", cause })
      })
  })
