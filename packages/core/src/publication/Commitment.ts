/**
 * A commitment binds a private part without telling it: SHA-256 over 32 random bytes of salt and the part.
 *
 * Without its salt a commitment says nothing, so deleting the part and its salt is erasure. A plain hash of an identity
 * number, a name or a birth date would be found by trying all of them in seconds; therefore no operation here takes a
 * part without a salt, and two parts never share one.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import * as CanonicalJson from "./CanonicalJson.ts"
import type { Canonicalizer, Hash } from "./Primitives.ts"

// --- models ---

/**
 * A private part with the salt that opens its commitment. It belongs in the vault and in its owner's receipt.
 *
 * @category models
 * @since 0.1.0
 */
export interface Opening {
  /** 32 random bytes, used for this part and nothing else. */
  readonly salt: Uint8Array
  readonly content: CanonicalJson.Json
}

/**
 * Length of a salt. Unit: bytes.
 *
 * @category models
 * @since 0.1.0
 */
export const saltBytes = 32

// --- errors ---

/**
 * The salt cannot hide anything: wrong length, or all bytes the same.
 *
 * @category errors
 * @since 0.1.0
 */
export class SaltNotRandom extends Data.TaggedError("SaltNotRandom")<{ readonly foundBytes: number }> {
  override get message(): string {
    return `a salt of ${this.foundBytes} bytes hides nothing; draw ${saltBytes} bytes from a cryptographic random source for each part`
  }
}

/**
 * Two parts share a salt, so that opening one would help to guess the other.
 *
 * @category errors
 * @since 0.1.0
 */
export class SaltShared extends Data.TaggedError("SaltShared")<{ readonly parts: readonly [string, string] }> {
  override get message(): string {
    return `parts ${this.parts.join(" and ")} share one salt; draw a new one for each part`
  }
}

// --- operations ---

/**
 * The commitment to one private part. Length: 32 bytes.
 *
 * **Example** (The same part under another salt looks unrelated)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Commitment } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const salt = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i)
 * const commit = (first: number) => Result.getOrThrow(Commitment.commit(Primitives.portable, { salt: salt(first), content: { born: "1998-04-01" } }))
 * commit(1).length // => 32
 * commit(1)[0] === commit(2)[0] && commit(1)[1] === commit(2)[1] // => false
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const commit = (
  primitives: Hash & Canonicalizer,
  { content, salt }: Opening
): Result.Result<Uint8Array, SaltNotRandom | CanonicalJson.NotPublishable> =>
  salt.length !== saltBytes || salt.every((byte) => byte === salt[0])
    ? Result.fail(new SaltNotRandom({ foundBytes: salt.length }))
    : Result.map(CanonicalJson.encode(primitives, content), (bytes) => primitives.sha256(Bytes.concat(salt, bytes)))

/**
 * Commitments to several parts by name, as base64; refused when two of them share a salt.
 *
 * **Example** (Two parts, two salts)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Commitment } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const salt = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i)
 * const parts = { birth: { salt: salt(1), content: "1998-04-01" }, category: { salt: salt(1), content: "x" } }
 * Result.isFailure(Commitment.commitAll(Primitives.portable, parts)) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const commitAll = (
  primitives: Hash & Canonicalizer,
  parts: Readonly<Record<string, Opening>>
): Result.Result<Readonly<Record<string, string>>, SaltNotRandom | SaltShared | CanonicalJson.NotPublishable> => {
  const ownerOf = new Map<string, string>()
  const commitments: Array<readonly [string, string]> = []
  for (const [name, opening] of Object.entries(parts)) {
    const salt = Bytes.hex(opening.salt)
    const other = ownerOf.get(salt)
    if (other !== undefined) return Result.fail(new SaltShared({ parts: [other, name] }))
    ownerOf.set(salt, name)
    const commitment = commit(primitives, opening)
    if (Result.isFailure(commitment)) return Result.fail(commitment.failure)
    commitments.push([name, Bytes.base64(commitment.success)])
  }
  return Result.succeed(Object.fromEntries(commitments))
}

/**
 * Says whether a part and its salt open a commitment.
 *
 * **Example** (A raised score does not open it)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Commitment } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const salt = Uint8Array.from({ length: 32 }, (_, i) => i)
 * const commitment = Result.getOrThrow(Commitment.commit(Primitives.portable, { salt, content: { total: 400 } }))
 * Commitment.opens(Primitives.portable, commitment, { salt, content: { total: 400 } }) // => true
 * Commitment.opens(Primitives.portable, commitment, { salt, content: { total: 405 } }) // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const opens = (primitives: Hash & Canonicalizer, commitment: Uint8Array, opening: Opening): boolean => {
  const found = commit(primitives, opening)
  return Result.isSuccess(found) && Bytes.equal(found.success, commitment)
}
