/**
 * The secret key of a log or of a witness: signs checkpoints, never leaves its owner.
 *
 * The text form is that of golang.org/x/mod/sumdb/note, `PRIVATE+KEY+name+id+base64(type || seed)`.
 *
 * @since 0.1.0
 */
import { getPublicKey, hashes, sign as signBytes } from "@noble/ed25519"
import { sha512 } from "@noble/hashes/sha2.js"
import { SignedNote, VerifierKey } from "@timbang/core/publication"
import { Data, Result } from "effect"
import { Base64 } from "effect/encoding"
import { portable } from "./Primitives.ts"

hashes.sha512 = sha512

// --- models ---

/**
 * A secret key with the verifier key that belongs to it.
 *
 * @category models
 * @since 0.1.0
 */
export interface SecretKey {
  readonly verifier: VerifierKey.VerifierKey
  /** 32 random bytes. Whoever has them signs as this log. */
  readonly seed: Uint8Array
}

// --- errors ---

/**
 * The text is not a secret key. The message does not repeat it.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotASecretKey extends Data.TaggedError("NotASecretKey")<{ readonly because: string }> {
  override get message(): string {
    return `not a secret key: ${this.because}; make one with fresh random bytes, or restore the key file from its safe copy`
  }
}

// --- constructors ---

/**
 * The key of 32 random bytes. Draw them with `crypto.getRandomValues` and use them once.
 *
 * **Example** (A key of a test; a real seed is random)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SecretKey } from "@timbang/signing"
 * const key = SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, i) => i))
 * Result.map(key, ({ verifier }) => verifier.name) // => Result.succeed("kota.example/cpns")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromSeed = (
  name: string,
  type: VerifierKey.KeyType,
  seed: Uint8Array
): Result.Result<SecretKey, NotASecretKey> =>
  seed.length !== 32 || seed.every((byte) => byte === seed[0])
    ? Result.fail(new NotASecretKey({ because: "the seed is not 32 random bytes" }))
    : VerifierKey.isName(name)
    ? Result.succeed({ verifier: VerifierKey.make(portable, name, type, getPublicKey(seed)), seed })
    : Result.fail(new NotASecretKey({ because: "the name is empty or holds a blank or a +" }))

/**
 * Reads the text form and checks that the id belongs to it.
 *
 * **Example** (The key of the Go package's own example)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SecretKey } from "@timbang/signing"
 * const text = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
 * Result.map(SecretKey.parse(text), ({ verifier }) => verifier.id) // => Result.succeed("c74f20a3")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (text: string): Result.Result<SecretKey, NotASecretKey> => {
  const match = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim())
  const bytes = match === null ? undefined : Result.getOrUndefined(Base64.decode(match[3]!))
  const type = bytes?.[0] === 1 ? "ed25519" : bytes?.[0] === 4 ? "cosignature" : undefined
  if (match === null || bytes === undefined || type === undefined) {
    return Result.fail(new NotASecretKey({ because: "it does not have the form PRIVATE+KEY+name+id+key" }))
  }
  const key = fromSeed(match[1]!, type, bytes.subarray(1))
  return Result.isSuccess(key) && key.success.verifier.id !== match[2]
    ? Result.fail(new NotASecretKey({ because: "its id does not belong to its name and seed" }))
    : key
}

// --- operations ---

/**
 * The text form, for a key file with closed rights.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SecretKey } from "@timbang/signing"
 * const text = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
 * Result.map(SecretKey.parse(text), SecretKey.write) // => Result.succeed(text)
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ seed, verifier }: SecretKey): string =>
  `PRIVATE+KEY+${verifier.name}+${verifier.id}+${
    Base64.encode(Uint8Array.of(verifier.type === "ed25519" ? 1 : 4, ...seed))
  }`

/**
 * Signs a text as a log does; a witness gives the time at which it saw the text. Unit: seconds since 1970-01-01 UTC.
 *
 * **Example** (The signature that the Go package makes)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SignedNote } from "@timbang/core/publication"
 * import { SecretKey } from "@timbang/signing"
 * const key = Result.getOrThrow(SecretKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
 * const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
 * SignedNote.write({ text, signatures: [SecretKey.sign(key, text)] }).endsWith("KE6RyyBwJnAM=\n") // => true
 * ```
 *
 * @category signing
 * @since 0.1.0
 */
export const sign = ({ seed, verifier }: SecretKey, text: string, seenAtSeconds = 0): SignedNote.Signature => {
  const { id, name, type } = verifier
  if (type === "ed25519") return { name, keyId: id, bytes: signBytes(new TextEncoder().encode(text), seed) }
  const bytes = new Uint8Array(72)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seenAtSeconds))
  bytes.set(signBytes(VerifierKey.cosigned(text, seenAtSeconds), seed), 8)
  return { name, keyId: id, bytes }
}

/**
 * A text signed by one key after the other, as a note. The first is the log; the others are witnesses.
 *
 * **Example** (Signed by log and witness)
 *
 * ```ts
 * import { Result } from "effect"
 * import { SecretKey } from "@timbang/signing"
 * const seed = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i)
 * const log = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", seed(1)))
 * const witness = Result.getOrThrow(SecretKey.fromSeed("inspektorat.example", "cosignature", seed(2)))
 * SecretKey.note("kota.example/cpns\n", [log, witness], 1700000000).split("\n").length // => 5
 * ```
 *
 * @category signing
 * @since 0.1.0
 */
export const note = (text: string, keys: ReadonlyArray<SecretKey>, seenAtSeconds = 0): string =>
  SignedNote.write({ text, signatures: keys.map((key) => sign(key, text, seenAtSeconds)) })
