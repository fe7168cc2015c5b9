/**
 * Entries of the public log that become messages: a score that was logged, a result, a correction. Each entry is told once, over crashes and restarts.
 *
 * @since 0.1.0
 */
import type { Entry, Primitives } from "@timbang/core/publication"
import { Effect } from "effect"
import type { Actor } from "../Actor.ts"
import type * as Journal from "../ports/Journal.ts"
import type * as Signer from "../ports/Signer.ts"
import type * as TileStore from "../ports/TileStore.ts"
import * as PublicLog from "../publication/PublicLog.ts"
import * as Marks from "./Marks.ts"
import type * as Outbox from "./Outbox.ts"

// --- models ---

/**
 * Which entries are told, and how.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly actor: Actor
  /** Name of this announcer, such as that of the log; another name tells everything from the start. */
  readonly name: string
  readonly primitives: Primitives.Primitives
  /**
   * The messages that an entry asks for, none for many; `index` is its place in the log, and `log` holds those that it may name. The same entry gives the same keys each time: make them
   * of the index, such as `log/4711`.
   */
  readonly noticesOf: (entry: Entry.Entry, index: number, log: ReadonlyArray<Entry.Entry>) => ReadonlyArray<Outbox.Notice>
}

// --- operations ---

/**
 * Tells what was logged and not told yet, and answers how many messages were new. The log is checked against its key first, so that nobody is told of
 * what was not published. Call it after each step that was published; broken off, it goes on where it stopped.
 *
 * **Example** (A letter in the log, told once)
 *
 * ```ts
 * import { Effect, Layer, Result } from "effect"
 * import { Edition } from "@timbang/core/publication"
 * import { Primitives, SecretKey } from "@timbang/signing"
 * import { LogAnnouncer, Outbox, PublicLog } from "@timbang/workflows"
 * import { Journal, Notifier, Signer, TileStore, Vault } from "@timbang/workflows/ports"
 * const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
 * const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
 * const letter = new TextEncoder().encode("Pengumuman 1/2026")
 * const step = { entries: [Edition.documentEntry(Primitives.portable, "pengumuman", letter)], documents: [letter] }
 * const noticesOf: LogAnnouncer.Options["noticesOf"] = (entry, index) =>
 *   entry.kind === "document" ? [{ key: `log/${index}`, person: "26-1", about: "Document", subject: entry.name, text: "...", language: "id" }] : []
 * const program = Effect.gen(function*() {
 *   yield* PublicLog.publish(Primitives.portable, step)
 *   const outbox = yield* Outbox.make({ actor })
 *   const telling = LogAnnouncer.catchUp(outbox, { actor, name: "cpns-2026", primitives: Primitives.portable, noticesOf })
 *   return [yield* telling, yield* telling]
 * })
 * const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory([]), TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)))
 * await Effect.runPromise(Effect.provide(program, ports)) // => [1, 0]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const catchUp = (
  outbox: Outbox.Outbox,
  { actor, name, noticesOf, primitives }: Options
): Effect.Effect<number, Outbox.PostError | PublicLog.ReadError, Journal.Journal | TileStore.TileStore | Signer.Signer> =>
  Effect.gen(function*() {
    const marks = `log/${name}`
    const from = yield* Marks.next(marks)
    const entries = yield* PublicLog.entries(primitives)
    let sum = 0
    for (let index = from; index < entries.length; index++) {
      sum += yield* Marks.post(outbox, actor, noticesOf(entries[index]!, index, entries))
      if ((index + 1) % markEvery === 0 || index + 1 === entries.length) yield* Marks.set(actor, marks, index + 1)
    }
    return sum
  })

/** How many entries may be read again after a crash. */
const markEvery = 500
