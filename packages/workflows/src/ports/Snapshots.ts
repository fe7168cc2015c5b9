/**
 * Port: where read models are kept between two runs of a program, so that it need not fold the whole journal again.
 *
 * A snapshot is a convenience and proves nothing: whoever loses it, or does not trust it, folds the journal anew.
 *
 * @since 0.1.0
 */
import { Context, Data, Effect, Layer, Option } from "effect"

// --- models ---

/**
 * A read model as it stood at a place of the journal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Snapshot {
  /** Name of the model; 1 to 200 characters. */
  readonly model: string
  /** Version of the model's form and rules, from 1; a snapshot of another version is of no use. */
  readonly version: number
  /** Position of the first entry that is not in it, so the number of entries it was made from. */
  readonly position: number
  /** What tells the entry before that place from any other, see `ReadModel`. */
  readonly mark: string
  /** The state as text, such as JSON; no NUL, no lone surrogate. */
  readonly state: string
}

// --- errors ---

/**
 * The snapshots cannot be reached. Nothing is lost by it but time.
 *
 * @category errors
 * @since 0.1.0
 */
export class SnapshotsUnavailable extends Data.TaggedError("SnapshotsUnavailable")<{
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `the snapshots cannot be reached (${this.because}); the read model can be folded from the journal`
  }
}

// --- port ---

/**
 * The snapshots: one for each model and version, the last that was kept.
 *
 * **Example** (The last one stands)
 *
 * ```ts
 * import { Effect, Option } from "effect"
 * import { Snapshots } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const snapshots = yield* Snapshots.Snapshots
 *   yield* snapshots.keep({ model: "board", version: 1, position: 10, mark: "", state: "[1]" })
 *   yield* snapshots.keep({ model: "board", version: 1, position: 20, mark: "", state: "[2]" })
 *   return Option.map(yield* snapshots.last("board", 1), ({ position }) => position)
 * })
 * await Effect.runPromise(Effect.provide(program, Snapshots.layerMemory)) // => Option.some(20)
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class Snapshots extends Context.Service<Snapshots, {
  /** Keeps a snapshot in place of the one before, whole or not at all. */
  readonly keep: (snapshot: Snapshot) => Effect.Effect<void, SnapshotsUnavailable>
  readonly last: (model: string, version: number) => Effect.Effect<Option.Option<Snapshot>, SnapshotsUnavailable>
}>()("@timbang/workflows/Snapshots") {}

// --- layers ---

/**
 * Snapshots in memory, for tests and for programs that live on. It starts empty.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory: Layer.Layer<Snapshots> = Layer.sync(Snapshots, () => {
  const kept = new Map<string, Snapshot>()
  const nameOf = (model: string, version: number) => JSON.stringify([model, version])
  return Snapshots.of({
    keep: (snapshot) => Effect.sync(() => void kept.set(nameOf(snapshot.model, snapshot.version), snapshot)),
    last: (model, version) => Effect.sync(() => Option.fromUndefinedOr(kept.get(nameOf(model, version))))
  })
})
