/**
 * The messages of an outbox as its journal alone tells them: for whoever looks after an outbox without being its sender.
 *
 * @since 0.1.0
 */
import { Effect, Stream } from "effect"
import type { Actor } from "../Actor.ts"
import type * as Journal from "../ports/Journal.ts"
import * as Sending from "./Sending.ts"

// --- operations ---

/**
 * How every message stands, by key. It holds pseudonyms and no text.
 *
 * **Example** (Nothing was posted)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Letters } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const program = Effect.flatMap(Journal.Journal, (journal) => Letters.read(journal, "email"))
 * const standings = await Effect.runPromise(Effect.provide(program, Journal.layerMemory))
 * standings.size // => 0
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (
  journal: Journal.Journal["Service"],
  /** Name of the outbox, which is that of its channel where the host chose no other. */
  outbox: string
): Effect.Effect<ReadonlyMap<string, Sending.Sending>, Journal.JournalUnavailable | Sending.FactUnreadable> =>
  Effect.gen(function*() {
    const sendings = Sending.none()
    // What happened is read first and taken over last, so that its message is known.
    const happened = yield* Stream.runCollect(journal.read({ stream: outcomesOf(outbox) }))
    const posted = yield* Stream.runCollect(journal.read({ stream: postsOf(outbox) }))
    for (const entry of [...posted, ...happened]) yield* Effect.fromResult(Sending.fold(sendings, entry))
    return sendings.all
  })

/**
 * Calls a dead letter back: its sender tries it again as if it were new, also when its time is over. Answers whether it was one.
 *
 * **Example** (No such message)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Letters } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "operator", unit: "bkpsdm" }
 * const program = Effect.flatMap(Journal.Journal, (journal) => Letters.revive(journal, actor, "email", "result/26-1"))
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => false
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const revive = (
  journal: Journal.Journal["Service"],
  actor: Actor,
  outbox: string,
  key: string
): Effect.Effect<boolean, Journal.AppendError | Sending.FactUnreadable> =>
  Effect.flatMap(read(journal, outbox), (all) =>
    all.get(key)?.standing._tag === "Dead"
      ? Effect.as(journal.append(outcomesOf(outbox), { actor, entries: [Sending.entry("notice.revived", { key })] }), true)
      : Effect.succeed(false))

/**
 * Stream of the messages that were posted.
 *
 * @internal
 */
export const postsOf = (outbox: string): string => `outbox/${outbox}`

/**
 * Stream of what happened to them.
 *
 * @internal
 */
export const outcomesOf = (outbox: string): string => `${postsOf(outbox)}/sending`
