/**
 * AES-256-GCM by the platform's crypto: 12 bytes of nonce, the ciphertext, 16 bytes of tag. Person, part and key are bound to
 * it, so that a row that was moved does not open.
 */
import type { KeyRing } from "@timbang/workflows/ports"
import { Result } from "effect"
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"

/** Where a value belongs. */
export interface Place {
  readonly subject: string
  readonly part: string
}

/** Encrypts a value for its place. */
export const seal = (key: KeyRing.Key, place: Place, value: Uint8Array): Uint8Array => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(boundTo(key, place))
  return Buffer.concat([nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()])
}

/** Opens a value; fails where a bit, the place or the key is another. */
export const open = (key: KeyRing.Key, place: Place, sealed: Uint8Array): Result.Result<Uint8Array, unknown> =>
  Result.try(() => {
    const tag = sealed.length - 16
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, sealed.subarray(0, 12), { authTagLength: 16 })
      .setAAD(boundTo(key, place))
      .setAuthTag(sealed.subarray(tag))
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, tag)), decipher.final()]))
  })

const boundTo = ({ id }: KeyRing.Key, { part, subject }: Place): Uint8Array => Buffer.from(JSON.stringify([subject, part, id]))
