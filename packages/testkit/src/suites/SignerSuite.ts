/**
 * What every `Signer` promises, as cases.
 *
 * @since 0.1.0
 */
import { type Primitives, SignedNote, VerifierKey } from "@timbang/core/publication"
import { Signer } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const origin = "kota.example/suite"
const checkpoint = (size: number): string => `${origin}\n${size}\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`

type Case = (adapter: Suite.Adapter<Signer.Signer>) => Suite.Case

const always = (primitives: Primitives.Primitives): ReadonlyArray<Case> => {
  const isBy = (key: VerifierKey.VerifierKey, text: string, signature: SignedNote.Signature): boolean =>
    VerifierKey.verify(primitives, key, text, signature.bytes) !== undefined
  const one = Suite.once<Signer.Signer>
  return [
    one("signs what its own verifier key accepts, under the name and the id of that key", Effect.gen(function*() {
      const signer = yield* Signer.Signer
      const signature = yield* signer.sign(checkpoint(1))
      deepStrictEqual([signature.name, signature.keyId], [signer.verifier.name, signer.verifier.id])
      ok(isBy(signer.verifier, checkpoint(1), signature), "the signature does not hold")
    })),
    one("has a verifier key whose id is made from its name and its public key", Effect.gen(function*() {
      const { verifier } = yield* Signer.Signer
      ok(VerifierKey.isName(verifier.name))
      deepStrictEqual(VerifierKey.make(primitives, verifier.name, verifier.type, verifier.publicKey), verifier)
      deepStrictEqual(Result.getOrThrow(VerifierKey.parse(primitives, VerifierKey.write(verifier))), verifier)
    })),
    one("makes signatures that hold for one text alone", Effect.gen(function*() {
      const signer = yield* Signer.Signer
      const signature = yield* signer.sign(checkpoint(1))
      for (const other of [checkpoint(2), checkpoint(1).trimEnd(), `${checkpoint(1)}\n`]) {
        ok(!isBy(signer.verifier, other, signature), "the signature holds for a text that was not signed")
      }
    })),
    one("signs character by character, whatever the language of the name", Effect.gen(function*() {
      const signer = yield* Signer.Signer
      const text = "kota.example/é日本\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n😀\n"
      ok(isBy(signer.verifier, text, yield* signer.sign(text)))
    })),
    one("makes a note that opens", Effect.gen(function*() {
      const signer = yield* Signer.Signer
      const note = SignedNote.write({ text: checkpoint(3), signatures: [yield* signer.sign(checkpoint(3))] })
      const opened = Result.flatMap(SignedNote.parse(note), (parsed) =>
        Result.map(SignedNote.open(primitives, parsed, [signer.verifier]), ({ text }) => text))
      deepStrictEqual(opened, Result.succeed(checkpoint(3)))
    })),
    one("signs several at once, each its own text", Effect.gen(function*() {
      const signer = yield* Signer.Signer
      const texts = Array.from({ length: 16 }, (_, size) => checkpoint(size))
      const signatures = yield* Effect.forEach(texts, signer.sign, { concurrency: "unbounded" })
      for (const [at, signature] of signatures.entries()) ok(isBy(signer.verifier, texts[at]!, signature), `signature ${at} does not hold`)
      notDeepStrictEqual(signatures[0]!.bytes, signatures[1]!.bytes)
    }))
  ]
}

const durable = (primitives: Primitives.Primitives): ReadonlyArray<Case> => [
  Suite.onPlace<Signer.Signer>("has the same key after a restart", (open) =>
    Effect.gen(function*() {
      const before = yield* open(Effect.map(Signer.Signer, ({ verifier }) => verifier))
      const signature = yield* open(Effect.flatMap(Signer.Signer, ({ sign }) => sign(checkpoint(1))))
      strictEqual(signature.keyId, before.id)
      ok(VerifierKey.verify(primitives, before, checkpoint(1), signature.bytes) !== undefined)
    }))
]

/**
 * The cases of a signer. `primitives` check what it signs: those of `@timbang/signing`.
 *
 * **Example** (A signer that signs nothing well)
 *
 * ```ts
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * import { SignerSuite, Suite } from "@timbang/testkit/suites"
 * import { Signer } from "@timbang/workflows/ports"
 * const key = VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32))
 * const zeros = Signer.layer(key, () => ({ name: key.name, keyId: key.id, bytes: new Uint8Array(64) }))
 * const [first] = SignerSuite.cases(Primitives.portable, Suite.memory(zeros))
 * await first!.run().catch((error) => error.message) // => "the signature does not hold"
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (primitives: Primitives.Primitives, adapter: Suite.Adapter<Signer.Signer>): ReadonlyArray<Suite.Case> =>
  [...always(primitives), ...adapter.isDurable ? durable(primitives) : []].map((one) => one(adapter))
