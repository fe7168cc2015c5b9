/**
 * The public key of a log or a witness, as one line that can be printed in an announcement.
 *
 * Format: C2SP signed-note, `name+id+base64(type || key)`. Two types are known: `ed25519` signs the text itself,
 * `cosignature` is a witness's Ed25519 signature over a checkpoint and the time it was seen (C2SP tlog-cosignature).
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type { Hash, SignatureCheck } from "./Primitives.ts"

// --- models ---

/**
 * What a key signs.
 *
 * @category models
 * @since 0.1.0
 */
export type KeyType = "ed25519" | "cosignature"

/**
 * A key with the name it signs under.
 *
 * @category models
 * @since 0.1.0
 */
export interface VerifierKey {
  /** Name of the signer, such as `jambikota.go.id/cpns-2024`. No blank and no `+`. */
  readonly name: string
  /** First four bytes of SHA-256 over name, newline, type and key. Eight hexadecimal digits. */
  readonly id: string
  readonly type: KeyType
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

/**
 * A signature that holds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Signed {
  readonly key: VerifierKey
  /** When a witness saw the text. Unit: seconds since 1970-01-01 UTC. Absent for a plain signature. */
  readonly seenAtSeconds: number | undefined
}

// --- errors ---

/**
 * The line is not a verifier key.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAVerifierKey
  extends Data.TaggedError("NotAVerifierKey")<{ readonly found: string; readonly because: string }>
{
  override get message(): string {
    return `not a verifier key, ${this.because}: ${
      JSON.stringify(this.found.slice(0, 120))
    }; copy the whole line from the announcement, for example name+c74f20a3+ARpc...`
  }
}

// --- constructors ---

/**
 * Reads a verifier key and checks that its id belongs to it, so that a slip in copying is found here.
 *
 * **Example** (The key of the signed-note specification, and a slip in it)
 *
 * ```ts
 * import { Result } from "effect"
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
 * Result.map(VerifierKey.parse(Primitives.portable, line), (key) => key.name) // => Result.succeed("PeterNeumann")
 * Result.isFailure(VerifierKey.parse(Primitives.portable, line.replace("ARpc", "ARpd"))) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = (hash: Hash, line: string): Result.Result<VerifierKey, NotAVerifierKey> => {
  const refused = (because: string) => Result.fail(new NotAVerifierKey({ found: line, because }))
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line)
  if (match === null) return refused("it does not have the form name+id+key")
  const [, name, id, text] = match as unknown as readonly [string, string, string, string]
  if (!isName(name)) return refused("the name holds a blank or a control character")
  const bytes = Bytes.fromBase64(text)
  if (bytes === undefined || bytes.length !== 33) return refused("the key is not 33 bytes of base64")
  const type = typeOf(bytes[0]!)
  if (type === undefined) return refused(`key type ${bytes[0]} is not known`)
  const key = make(hash, name, type, bytes.subarray(1))
  return key.id === id ? Result.succeed(key) : refused(`its id should be ${key.id}`)
}

/**
 * A key from its parts.
 *
 * **Example** (The id follows from name and key)
 *
 * ```ts
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32)).id // => "2564c903"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (hash: Hash, name: string, type: KeyType, publicKey: Uint8Array): VerifierKey => ({
  name,
  id: Bytes.hex(
    hash.sha256(Bytes.concat(Bytes.utf8(`${name}\n`), Uint8Array.of(byteOf(type)), publicKey)).subarray(0, 4)
  ),
  type,
  publicKey
})

// --- operations ---

/**
 * The key as one line.
 *
 * **Example** (There and back)
 *
 * ```ts
 * import { Result } from "effect"
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
 * Result.map(VerifierKey.parse(Primitives.portable, line), VerifierKey.write) // => Result.succeed(line)
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const write = ({ id, name, publicKey, type }: VerifierKey): string =>
  `${name}+${id}+${Bytes.base64(Bytes.concat(Uint8Array.of(byteOf(type)), publicKey))}`

/**
 * Checks one signature over a text; answers nothing when it does not hold.
 *
 * **Example** (A signature of zeros)
 *
 * ```ts
 * import { VerifierKey } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const key = VerifierKey.make(Primitives.portable, "kota.example/cpns", "ed25519", new Uint8Array(32))
 * VerifierKey.verify(Primitives.portable, key, "text\n", new Uint8Array(64)) // => undefined
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const verify = (
  check: SignatureCheck,
  key: VerifierKey,
  text: string,
  signature: Uint8Array
): Signed | undefined => {
  if (key.type === "ed25519") {
    return signature.length === 64 && check.verifyEd25519(key.publicKey, Bytes.utf8(text), signature)
      ? { key, seenAtSeconds: undefined }
      : undefined
  }
  if (signature.length !== 72) return undefined
  const seenAtSeconds = signature.subarray(0, 8).reduce((seconds, byte) => seconds * 256 + byte, 0)
  return Number.isSafeInteger(seenAtSeconds) && seenAtSeconds > 0 &&
      check.verifyEd25519(key.publicKey, cosigned(text, seenAtSeconds), signature.subarray(8))
    ? { key, seenAtSeconds }
    : undefined
}

/**
 * The bytes a witness signs: a header, the time and the text. Source: C2SP tlog-cosignature, cosignature/v1.
 *
 * **Example** (A header, the time, the text)
 *
 * ```ts
 * import { VerifierKey } from "@timbang/core/publication"
 * new TextDecoder().decode(VerifierKey.cosigned("kota.example\n1\n...\n", 1700000000)).split("\n").slice(0, 2) // => ["cosignature/v1", "time 1700000000"]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const cosigned = (text: string, seenAtSeconds: number): Uint8Array =>
  Bytes.utf8(`cosignature/v1\ntime ${seenAtSeconds}\n${text}`)

/**
 * Says whether a text can name a signer: not empty, no blank, no `+`, no control character.
 *
 * **Example** (A blank)
 *
 * ```ts
 * import { VerifierKey } from "@timbang/core/publication"
 * VerifierKey.isName("kota.example/cpns") // => true
 * VerifierKey.isName("kota example") // => false
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isName = (text: string): boolean => text !== "" && !/[\s+\p{Cc}]/u.test(text)

const byteOf = (type: KeyType): number => type === "ed25519" ? 1 : 4

const typeOf = (byte: number): KeyType | undefined => byte === 1 ? "ed25519" : byte === 4 ? "cosignature" : undefined
