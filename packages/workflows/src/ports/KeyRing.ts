/**
 * Port: the keys that the vault encrypts with. A new key takes over; old ones stay until nothing needs them.
 *
 * @since 0.1.0
 */
import { Context, Data, Effect, Layer } from "effect"

// --- models ---

/**
 * A key of AES-256.
 *
 * @category models
 * @since 0.1.0
 */
export interface Key {
  /** Name of the key, such as `2026-01`; it is stored beside what the key encrypts. */
  readonly id: string
  /** 32 random bytes. */
  readonly bytes: Uint8Array
}

// --- errors ---

/**
 * A key is not to be had. The message names the key and never its bytes.
 *
 * @category errors
 * @since 0.1.0
 */
export class KeyMissing extends Data.TaggedError("KeyMissing")<{ readonly id: string; readonly because: string }> {
  override get message(): string {
    return `the key ${this.id} of the vault is not to be had (${this.because}); restore it from its safe copy, without it nothing it encrypts can be read`
  }
}

// --- port ---

/**
 * The keys of a vault.
 *
 * @category ports
 * @since 0.1.0
 */
export class KeyRing extends Context.Service<KeyRing, {
  /** What new writes are encrypted with. */
  readonly current: Effect.Effect<Key, KeyMissing>
  readonly get: (id: string) => Effect.Effect<Key, KeyMissing>
}>()("@timbang/workflows/KeyRing") {}

// --- layers ---

/**
 * Keys the host holds; the first is the current one.
 *
 * **Example** (After a change of key)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { KeyRing } from "@timbang/workflows/ports"
 * const key = (id: string) => ({ id, bytes: crypto.getRandomValues(new Uint8Array(32)) })
 * const layer = KeyRing.layer([key("2026-07"), key("2026-01")])
 * const program = Effect.flatMap(KeyRing.KeyRing, (ring) => Effect.zip(ring.current, ring.get("2026-01")))
 * const keys = await Effect.runPromise(Effect.provide(program, layer))
 * keys.map(({ id }) => id) // => ["2026-07", "2026-01"]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (keys: ReadonlyArray<Key>): Layer.Layer<KeyRing> => {
  const find = (id: string | undefined): Effect.Effect<Key, KeyMissing> => {
    const found = keys.find((key) => key.id === id)
    return found === undefined
      ? Effect.fail(new KeyMissing({ id: id ?? "current", because: "it is not on the ring" }))
      : found.bytes.length !== 32
      ? Effect.fail(new KeyMissing({ id: found.id, because: `it has ${found.bytes.length} bytes instead of 32` }))
      : Effect.succeed(found)
  }
  return Layer.succeed(KeyRing, { current: find(keys[0]?.id), get: find })
}
