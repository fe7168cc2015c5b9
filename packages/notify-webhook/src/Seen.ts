/**
 * Port of the receiving side: which messages were brought on already, so that a repeat and a replay do nothing.
 *
 * @since 0.1.0
 */
import { Clock, Context, Data, Effect, Layer } from "effect"

// --- errors ---

/**
 * The record cannot be reached; nothing is brought on without it.
 *
 * @category errors
 * @since 0.1.0
 */
export class SeenUnavailable extends Data.TaggedError("SeenUnavailable")<{ readonly because: string; readonly cause?: unknown }> {
  override get message(): string {
    return `the record of messages brought on cannot be reached (${this.because}); they are sent again later`
  }
}

// --- port ---

/**
 * The record.
 *
 * - `claim`: `new` to one caller for each key; `underway` to the others until it is settled or the caller is given up; `done` after that.
 * - `settle`: the message was brought on, or was not and is new again.
 *
 * **Example** (A repeat)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Seen } from "@timbang/notify-webhook"
 * const program = Effect.gen(function*() {
 *   const seen = yield* Seen.Seen
 *   const first = yield* seen.claim("m-1")
 *   const meanwhile = yield* seen.claim("m-1")
 *   yield* seen.settle("m-1", true)
 *   return [first, meanwhile, yield* seen.claim("m-1")]
 * })
 * await Effect.runPromise(Effect.provide(program, Seen.layerMemory())) // => ["new", "underway", "done"]
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class Seen extends Context.Service<Seen, {
  readonly claim: (key: string) => Effect.Effect<"new" | "underway" | "done", SeenUnavailable>
  readonly settle: (key: string, isDone: boolean) => Effect.Effect<void, SeenUnavailable>
}>()("@timbang/notify-webhook/Seen") {}

// --- layers ---

/**
 * A record in memory, of the newest keys. A restart forgets it: a gateway in use keeps it in its database.
 *
 * `most`: number of keys. Default: 100,000. `leaseMillis`: how long a caller may take. Default: 120,000.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory = (
  { leaseMillis = 120_000, most = 100_000 }: { readonly most?: number; readonly leaseMillis?: number } = {}
): Layer.Layer<Seen> =>
  Layer.sync(Seen, () => {
    const known = new Map<string, { readonly isDone: boolean; readonly since: number }>()
    const put = (key: string, isDone: boolean, since: number): void => {
      known.delete(key)
      known.set(key, { isDone, since })
      if (known.size > most) known.delete(known.keys().next().value!)
    }
    return Seen.of({
      claim: (key) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const found = known.get(key)
          if (found?.isDone === true) return "done"
          if (found !== undefined && found.since > now - leaseMillis) return "underway"
          put(key, false, now)
          return "new"
        }),
      settle: (key, isDone) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          if (isDone) put(key, true, now)
          else known.delete(key)
        })
    })
  })
