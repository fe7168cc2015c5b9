/**
 * The primitives in JavaScript alone, for every browser since Chrome 80 and for Node.
 *
 * @since 0.1.0
 */
import { hashes, verify } from "@noble/ed25519"
import { sha256, sha512 } from "@noble/hashes/sha2.js"
import type { Primitives } from "@timbang/core/publication"
import canonicalize from "canonicalize"

hashes.sha512 = sha512

/**
 * Says whether a signature holds, by the strict reading of RFC 8032.
 *
 * **Details**
 *
 * Keys of low order, keys and signatures not in canonical form, and lengths other than 32 and 64 bytes are `false`.
 * Platform verifiers accept some of these; therefore none of them is used.
 *
 * **Example** (A signature of zeros)
 *
 * ```ts
 * import { Primitives } from "@timbang/signing"
 * Primitives.verifyEd25519(new Uint8Array(32), new Uint8Array(0), new Uint8Array(64)) // => false
 * ```
 *
 * @category primitives
 * @since 0.1.0
 */
export const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === 32 && signature.length === 64 && verify(signature, message, publicKey, { zip215: false })

/**
 * Primitives for browser and Node.
 *
 * **Example** (RFC 8785)
 *
 * ```ts
 * import { Primitives } from "@timbang/signing"
 * Primitives.portable.canonicalize({ b: 1, a: [] }) // => '{"a":[],"b":1}'
 * ```
 *
 * @category primitives
 * @since 0.1.0
 */
export const portable: Primitives.Primitives = {
  sha256,
  verifyEd25519,
  canonicalize: (value) => canonicalize(value)!
}
