/**
 * How many requests a client may make: a bucket that fills steadily, for at most so many clients at a time.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A limit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limit {
  /** Requests at once after a pause. */
  readonly burst: number
  /** Requests a second that are allowed for good. */
  readonly perSecond: number
}

// --- operations ---

/**
 * A function that says whether a client may go on at a time in milliseconds. The oldest client is forgotten beyond
 * `maxClients`, so that addresses made up by an attacker cost no memory.
 *
 * **Example** (The second request is one too many)
 *
 * ```ts
 * import { RateLimit } from "@timbang/portal"
 * const mayGoOn = RateLimit.make({ burst: 1, perSecond: 0.5 })
 * [mayGoOn("a", 0), mayGoOn("a", 1000), mayGoOn("b", 1000), mayGoOn("a", 2000)] // => [true, false, true, true]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = ({ burst, perSecond }: Limit, maxClients = 50_000): (client: string, now: number) => boolean => {
  const buckets = new Map<string, { left: number; at: number }>()
  return (client, now) => {
    const known = buckets.get(client)
    const left = known === undefined ? burst : Math.min(burst, known.left + (now - known.at) / 1000 * perSecond)
    buckets.delete(client)
    buckets.set(client, { left: left >= 1 ? left - 1 : left, at: now })
    if (buckets.size > maxClients) buckets.delete(buckets.keys().next().value!)
    return left >= 1
  }
}
