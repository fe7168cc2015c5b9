/**
 * The three things that publishing needs from outside: a hash, a signature check and canonical JSON.
 *
 * They are arguments, synchronous and without state, so that the same decision runs in a server, a test and an old
 * phone. `@timbang/signing` binds them to libraries; a host with a hardware module binds its own.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A hash function.
 *
 * @category models
 * @since 0.1.0
 */
export interface Hash {
  /** SHA-256 of the bytes (FIPS 180-4), always 32 bytes, never the same array twice. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  /** The same 32 bytes written at a place, for hosts on which a small array costs as much as its hash. May be absent. */
  readonly sha256Into?: (bytes: Uint8Array, target: Uint8Array, at: number) => void
}

/**
 * A check of Ed25519 signatures.
 *
 * @category models
 * @since 0.1.0
 */
export interface SignatureCheck {
  /**
   * Says whether the 64 bytes sign the message under the 32-byte key, by the strict reading of RFC 8032: a key of low
   * order or not in canonical form, and a signature not in canonical form, are `false`. Never throws.
   */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}

/**
 * A writer of canonical JSON.
 *
 * @category models
 * @since 0.1.0
 */
export interface Canonicalizer {
  /** The value as RFC 8785 text. Called only with values that {@link CanonicalJson} has let through. */
  readonly canonicalize: (value: unknown) => string
}

/**
 * All three together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Primitives extends Hash, SignatureCheck, Canonicalizer {}
