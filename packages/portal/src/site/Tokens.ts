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
 * The subject of a token that the key has issued for this purpose, however it was copied: small letters, blanks, another dash, and the
 * digits 0, 1 and 8, which no token has, for O, I and B.
 *
 * **Example** (A slip of the pen)
 *
 * ```ts
 * import { Tokens } from "@timbang/portal"
 * const key = new Uint8Array(32)
 * const token = await Tokens.issue(key, "survei", "0001")
 * await Tokens.subjectOf(key, "survei", ` ${token.toLowerCase().replace("-", " – ")}`) // => "0001"
 * await Tokens.subjectOf(key, "survei", "0001-AAAAAAAAAAAAAAAA") // => undefined
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const subjectOf = async (key: Uint8Array, purpose: string, token: string): Promise<string | undefined> => {
  const [, typed, letters] = /^(.{1,60}?)\s*-\s*((?:\s*[A-Za-z0-8]){16})$/.exec(token.trim().replace(/\p{Pd}/gu, "-")) ?? []
  if (typed === undefined || letters === undefined) return undefined
  const proof = letters.replace(/\s/g, "").toUpperCase().replace(/[018]/g, (digit) => lookalikes[digit]!)
  // A phone makes the first letter large on its own.
  for (const subject of new Set([typed, typed.toLowerCase(), typed.toUpperCase()])) {
    const expected = await proofOf(key, purpose, subject)
    // Every letter is compared, so that the time taken tells nothing.
    let differs = 0
    for (let at = 0; at < expected.length; at++) differs |= expected.charCodeAt(at) ^ proof.charCodeAt(at)
    if (differs === 0) return subject
  }
  return undefined
}

/** Digits that no token has, and the letters they are read for. */
const lookalikes: Readonly<Record<string, string>> = { "0": "O", "1": "I", "8": "B" }

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
