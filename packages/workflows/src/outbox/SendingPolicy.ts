/**
 * When messages may be sent: how often, how long apart, at which hours, and when to give up.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * Hours in which nobody is written to, in minutes of the local day. `from` may be later than `to`: over midnight.
 *
 * @category models
 * @since 0.1.0
 */
export interface QuietHours {
  /** First quiet minute of the day. Range: 0 to 1439. */
  readonly from: number
  /** First minute of the day that is not quiet any more. Range: 0 to 1439. */
  readonly to: number
  /** Distance of the local time from UTC. Unit: minutes. WIB 420, WITA 480, WIT 540. */
  readonly offset: number
}

/**
 * How messages are sent.
 *
 * @category models
 * @since 0.1.0
 */
export interface SendingPolicy {
  /** Attempts for one message until it is a dead letter. */
  readonly attempts: number
  /** Wait after the first attempt that failed; it doubles with each one. Unit: milliseconds. */
  readonly firstDelayMillis: number
  /** Longest wait between two attempts. Unit: milliseconds. */
  readonly longestDelayMillis: number
  /** How far chance moves a wait, up or down, so that messages that failed together do not come back together. Range: 0 to 1. */
  readonly jitterShare: number
  /** Attempts that may begin within a minute, over all senders. */
  readonly perMinute: number
  /** Messages under way at once in one sender: the most that one crash can double. */
  readonly parallel: number
  /** After half of it a sender breaks an attempt off; after all of it another sender takes over. Unit: milliseconds. */
  readonly leaseMillis: number
  readonly quiet?: QuietHours
}

/**
 * What holds where a host says nothing: eight attempts over about four hours, 60 a minute, four at once, quiet from 21.00 to
 * 06.00 WIB. Choices of this library, not of a regulation.
 *
 * @category models
 * @since 0.1.0
 */
export const standard: SendingPolicy = {
  attempts: 8,
  firstDelayMillis: 120_000,
  longestDelayMillis: 7_200_000,
  jitterShare: 0.25,
  perMinute: 60,
  parallel: 4,
  leaseMillis: 120_000,
  quiet: { from: 21 * 60, to: 6 * 60, offset: 420 }
}

// --- operations ---

/**
 * How long to wait after an attempt. `attempt` counts from 1, `chance` is from 0 to below 1. Unit: milliseconds.
 *
 * **Example** (The third attempt failed)
 *
 * ```ts
 * import { SendingPolicy } from "@timbang/workflows"
 * SendingPolicy.delayAfter(SendingPolicy.standard, 3, 0.5) // => 480000
 * SendingPolicy.delayAfter(SendingPolicy.standard, 3, 0) // => 360000
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const delayAfter = (
  { firstDelayMillis, jitterShare, longestDelayMillis }: SendingPolicy,
  attempt: number,
  chance: number
): number => Math.round(Math.min(longestDelayMillis, firstDelayMillis * 2 ** (attempt - 1)) * (1 + jitterShare * (2 * chance - 1)))

/**
 * The end of the quiet hours that a moment lies in; `undefined` outside of them. Unit: milliseconds since 1970-01-01 UTC.
 *
 * **Example** (22.00 in Jambi)
 *
 * ```ts
 * import { SendingPolicy } from "@timbang/workflows"
 * const quiet = { from: 21 * 60, to: 6 * 60, offset: 420 }
 * SendingPolicy.quietUntil(Date.UTC(2026, 10, 24, 15, 0), quiet) // => Date.UTC(2026, 10, 24, 23, 0)
 * SendingPolicy.quietUntil(Date.UTC(2026, 10, 24, 5, 0), quiet) // => undefined
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const quietUntil = (now: number, { from, offset, to }: QuietHours): number | undefined => {
  const local = now + offset * 60_000
  const midnight = Math.floor(local / 86_400_000) * 86_400_000
  const minute = (local - midnight) / 60_000
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return undefined
  const end = midnight + to * 60_000 - offset * 60_000
  return minute < to ? end : end + 86_400_000
}
