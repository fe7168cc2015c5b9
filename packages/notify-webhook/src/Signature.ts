/**
 * The signature of a call: HMAC-SHA256 over the time and the body, in one header.
 *
 * @since 0.1.0
 */
import { Redacted } from "effect"
import { createHmac, timingSafeEqual } from "node:crypto"

// --- models ---

/**
 * Why a signature is not accepted.
 *
 * - `missing`: there is none in the form `t=<seconds>,v1=<hex>`.
 * - `stale`: it was made too long ago, or too far ahead of this clock.
 * - `wrong`: another secret, another time or another body.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = "missing" | "stale" | "wrong"

/**
 * Name of the header.
 *
 * @category models
 * @since 0.1.0
 */
export const header = "timbang-signature"

// --- operations ---

/**
 * Signs a body at a time. Unit: milliseconds since 1970-01-01 UTC; seconds are signed.
 *
 * **Example** (To compare an implementation in another language with)
 *
 * ```ts
 * import { Redacted } from "effect"
 * import { Signature } from "@timbang/notify-webhook"
 * const signed = Signature.sign(Redacted.make("rahasia"), 1795500000000, "{}")
 * signed // => "t=1795500000,v1=6310acdddce1cc226269f6b0d224604dd632d778c72d02dc2c25bb12a69c6183"
 * ```
 *
 * @category signing
 * @since 0.1.0
 */
export const sign = (secret: Redacted.Redacted, now: number, body: string): string => {
  const seconds = Math.floor(now / 1000)
  return `t=${seconds},v1=${digest(secret, seconds, body).toString("hex")}`
}

/**
 * Checks a signature against every secret that is accepted, so that a secret can be changed without a gap. Answers what is
 * wrong, or `undefined`. Times in milliseconds.
 *
 * **Example** (Replayed an hour later)
 *
 * ```ts
 * import { Redacted } from "effect"
 * import { Signature } from "@timbang/notify-webhook"
 * const secret = Redacted.make("rahasia")
 * const signed = Signature.sign(secret, 1795500000000, "{}")
 * const check = (now: number, body: string) => Signature.problemOf([secret], { signed, body, now, toleranceMillis: 300000 })
 * check(1795500060000, "{}") // => undefined
 * check(1795503600000, "{}") // => "stale"
 * check(1795500060000, "[]") // => "wrong"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const problemOf = (
  secrets: ReadonlyArray<Redacted.Redacted>,
  given: { readonly signed: string | null; readonly body: string; readonly now: number; readonly toleranceMillis: number }
): Problem | undefined => {
  const { body, now, signed, toleranceMillis } = given
  const found = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signed ?? "")
  if (found === null) return "missing"
  const seconds = Number(found[1])
  const stated = Buffer.from(found[2]!, "hex")
  // Every secret is tried, whichever fits, so that the time taken tells nothing.
  const fits = secrets.filter((secret) => timingSafeEqual(stated, digest(secret, seconds, body))).length > 0
  if (!fits) return "wrong"
  return Math.abs(now - seconds * 1000) > toleranceMillis ? "stale" : undefined
}

const digest = (secret: Redacted.Redacted, seconds: number, body: string): Buffer =>
  createHmac("sha256", Redacted.value(secret)).update(`${seconds}.${body}`).digest()
