/**
 * Publishes entries and their documents into the public log: tiles and documents by a store of public files, the checkpoint by a signer.
 *
 * For the phases of a selection see `Publication`, which makes the entries too.
 *
 * @since 0.1.0
 */
import type { Edition, Entry, Primitives } from "@timbang/core/publication"
import { Effect } from "effect"
import type * as Signer from "../ports/Signer.ts"
import type * as TileStore from "../ports/TileStore.ts"
import * as GrowingLog from "./GrowingLog.ts"

export { EntryRefused, LogRefused, OrderBroken, type Published, type PublishError, type ReadError } from "./GrowingLog.ts"

// --- operations ---

/**
 * Appends a step, signs, and answers the checkpoint.
 *
 * **Example** (A document in a new log)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Edition } from "@timbang/core/publication"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * const letter = new TextEncoder().encode("Pengumuman 1/2026")
 * const step = { entries: [Edition.documentEntry(Primitives.portable, "pengumuman", letter)], documents: [letter] }
 * const { index, size } = await Effect.runPromise(Effect.provide(PublicLog.publish(Primitives.portable, step), ports))
 * [index, size] // => [0, 1]
 * ```
 *
 * @category publishing
 * @since 0.1.0
 */
export const publish: (
  primitives: Primitives.Primitives,
  step: Edition.Step
) => Effect.Effect<GrowingLog.Published, GrowingLog.PublishError, TileStore.TileStore | Signer.Signer> = Effect.fn("PublicLog.publish")(function*(
  primitives: Primitives.Primitives,
  step: Edition.Step
) {
  const growing = yield* GrowingLog.read(primitives)
  yield* Effect.fromResult(GrowingLog.append(growing, step))
  return yield* GrowingLog.commit(growing)
})

/**
 * The entries of the log in the store, which is checked against its key and its own files; none of a new log.
 *
 * **Example** (A new log)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { PublicLog } from "@timbang/workflows"
 * import { Signer, TileStore } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const ports = Layer.merge(TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * await Effect.runPromise(Effect.provide(PublicLog.entries(Primitives.portable), ports)) // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const entries = (
  primitives: Primitives.Primitives
): Effect.Effect<ReadonlyArray<Entry.Entry>, GrowingLog.ReadError, TileStore.TileStore | Signer.Signer> =>
  Effect.map(GrowingLog.read(primitives), (log) => log.entries)
