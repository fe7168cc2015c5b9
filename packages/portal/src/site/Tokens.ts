/**
 * Tokens that a host hands out, on paper or by message: who may file, or one answer to a survey. A token says its subject and
 * proves it by a keyed hash; nothing has to be kept to know a good one.
 *
 * @since 0.1.0
 */

// --- operations ---

/**
 * The token of a subject, such as a village or the number of a slip, for one purpose.
 *
 * **Example** (Another purpose is another token)
 *
 * ```ts
 * import { Tokens } from "@timbang/portal"
 * const key = new Uint8Array(32)
 * const token = await Tokens.issue(key, "usulan", "hulu")
 * [await Tokens.subjectOf(key, "usulan", token), await Tokens.subjectOf(key, "survei", token)] // => ["hulu", undefined]
 * ```
 *
 * @category issuing
 * @since 0.1.0
 */
export const issue = async (key: Uint8Array, purpose: string, subject: string): Promise<string> =>
  `${subject}-${await proofOf(key, purpose, subject)}`

/**
 * The subject of a token that the key has issued for this purpose.
 *
 * **Example** (A slip of the pen)
 *
 * ```ts
 * import { Tokens } from "@timbang/portal"
 * await Tokens.subjectOf(new Uint8Array(32), "survei", "0001-AAAAAAAAAAAAAAAA") // => undefined
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const subjectOf = async (key: Uint8Array, purpose: string, token: string): Promise<string | undefined> => {
  const [, subject, proof] = /^(.{1,60})-([A-Z2-7]{16})$/.exec(token.trim()) ?? []
  if (subject === undefined || proof === undefined) return undefined
  const expected = await proofOf(key, purpose, subject)
  // Every letter is compared, so that the time taken tells nothing.
  let differs = 0
  for (let at = 0; at < expected.length; at++) differs |= expected.charCodeAt(at) ^ proof.charCodeAt(at)
  return differs === 0 ? subject : undefined
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** 80 bits of HMAC-SHA-256, in letters that are told apart on paper. */
const proofOf = async (key: Uint8Array, purpose: string, subject: string): Promise<string> => {
  const imported = await crypto.subtle.importKey("raw", key as BufferSource, { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(`${purpose}\n${subject}`)))
  let bits = 0
  let held = 0
  let text = ""
  for (const byte of mac.subarray(0, 10)) {
    held = held << 8 | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31]
    held &= (1 << bits) - 1
  }
  return text
}
