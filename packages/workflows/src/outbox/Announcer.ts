/**
 * Facts of the journal that become messages: a score, a result, a window that opens. Each fact is told once, over crashes and restarts.
 *
 * It follows the journal, posts what a fact asks for, and then records how far it has read. Killed in between, it posts the same again, and the keys of
 * the messages make nothing of it.
 *
 * For entries of the public log see `LogAnnouncer`.
 *
 * @since 0.1.0
 */
import { Effect, Schedule, Stream } from "effect"
import type { Actor } from "../Actor.ts"
import * as Journal from "../ports/Journal.ts"
import * as Marks from "./Marks.ts"
import type * as Outbox from "./Outbox.ts"

// --- models ---

/**
 * Which facts are told, and how.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly actor: Actor
  /** Name of this announcer; another name tells everything from the start. */
  readonly name: string
  /** Only facts of this stream. Default: all. */
  readonly stream?: string
  /**
   * The messages that a fact asks for, none for most. The same fact gives the same keys each time: make them from the fact, such as
   * `result/26-0001`, never from a clock or a counter.
   */
  readonly noticesOf: (entry: Journal.Entry) => ReadonlyArray<Outbox.Notice>
}

/** How many facts may be read again after a crash. */
const markEvery = 500

// --- operations ---

/**
 * Tells what was recorded and not told yet, and answers how many messages were new. An erased person gets none.
 *
 * **Example** (A result, told once)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { Announcer, Outbox } from "@timbang/workflows"
 * import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
 * const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
 * const noticesOf = ({ body, kind }: Journal.Entry) =>
 *   kind === "result.set" ? [{ key: `result/${body}`, person: body, about: "Result", subject: "Hasil", text: "...", language: "id" }] : []
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* journal.append("round", { actor, entries: [{ kind: "round.opened", body: "{}" }, { kind: "result.set", body: "26-1" }] })
 *   const outbox = yield* Outbox.make({ actor })
 *   const announcing = Announcer.catchUp(outbox, { actor, name: "round", noticesOf })
 *   return [yield* announcing, yield* announcing]
 * })
 * const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory([]))
 * await Effect.runPromise(Effect.provide(program, ports)) // => [1, 0]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const catchUp = (outbox: Outbox.Outbox, options: Options): Effect.Effect<number, Outbox.PostError, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const { stream } = options
    const from = yield* Marks.next(options.name)
    let read = 0
    return yield* Stream.runFoldEffect(
      journal.read({ from, ...stream === undefined ? {} : { stream } }),
      () => 0,
      (sum, entry) => Effect.map(tell(outbox, options, entry, ++read), (posted) => sum + posted)
    )
  })

/**
 * Tells what was recorded and what is recorded from now on, and never ends. An outage of journal or vault is waited out.
 *
 * @category operations
 * @since 0.1.0
 */
export const run = (outbox: Outbox.Outbox, options: Options): Effect.Effect<never, Outbox.PostError, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const { stream } = options
    const once = Effect.gen(function*() {
      const from = yield* Marks.next(options.name)
      let read = 0
      yield* Stream.runForEach(journal.follow({ from, ...stream === undefined ? {} : { stream } }), (entry) =>
        tell(outbox, options, entry, ++read))
    })
    yield* Effect.retry(once, { schedule: Schedule.spaced(1000), while: ({ _tag }) => _tag === "JournalUnavailable" || _tag === "VaultUnavailable" })
    return yield* Effect.never
  })

const tell = (outbox: Outbox.Outbox, options: Options, entry: Journal.Entry, read: number): Effect.Effect<number, Outbox.PostError, Journal.Journal> =>
  Effect.gen(function*() {
    const { actor, name, noticesOf } = options
    // Its own marks would have it read, and mark, without end.
    if (entry.stream === Marks.streamOf(name)) return 0
    const notices = noticesOf(entry)
    const posted = yield* Marks.post(outbox, actor, notices)
    if (notices.length > 0 || read % markEvery === 0) yield* Marks.set(actor, name, entry.position + 1)
    return posted
  })
