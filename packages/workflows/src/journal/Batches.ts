/**
 * Many facts, in as many batches as a journal takes: an import, a session's scores.
 *
 * @since 0.1.0
 */
import { Effect, Stream } from "effect"
import type { Actor } from "../Actor.ts"
import { utf8Bytes } from "../internal/Text.ts"
import { Journal } from "../ports/index.ts"

// --- models ---

/**
 * Who records, and under which name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Given {
  readonly actor: Actor
  /**
   * Name of the whole in its stream, such as the SHA-256 of the file that is imported; 1 to 180 characters. The same facts sent again
   * under it go on where they stopped, and record nothing twice.
   */
  readonly key: string
}

/**
 * What was recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Recorded {
  /** Facts that are in the journal now. */
  readonly count: number
  /** How many of them had been recorded by an earlier, unfinished run. */
  readonly before: number
}

// --- operations ---

/**
 * Records facts in order, each batch whole or not at all. A run that was stopped is simply run again with the same facts and key.
 *
 * **Details**
 *
 * Where one batch ends and the next begins follows from the facts alone, not from how they arrive. Other facts under the same key
 * are refused (`KeyReused`) with what came before them recorded: an import that was corrected takes another key.
 *
 * **Example** (Sent twice, recorded once)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Batches } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const facts = Stream.range(1, 25_000).pipe(Stream.map((n) => ({ kind: "applicant.imported", body: String(n) })))
 * const program = Effect.gen(function*() {
 *   const first = yield* Batches.record("cpns-2026", facts, { actor, key: "P.csv" })
 *   const again = yield* Batches.record("cpns-2026", facts, { actor, key: "P.csv" })
 *   return [first, again, yield* (yield* Journal.Journal).size()]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory))
 * // => [{ count: 25000, before: 0 }, { count: 25000, before: 25000 }, 25000]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const record = <E, R>(
  stream: string,
  facts: Stream.Stream<Journal.NewEntry, E, R>,
  { actor, key }: Given
): Effect.Effect<Recorded, E | Journal.AppendError, Journal.Journal | R> =>
  Effect.flatMap(Journal.Journal, (journal) =>
    // The last batch is closed by an end that is said: a source that fails must not have its rest recorded as a whole.
    Stream.concat(facts, Stream.succeed(end)).pipe(
      Stream.mapAccumArray(open, gather),
      Stream.zipWithIndex,
      // The next batch is made while this one is written.
      Stream.buffer({ capacity: 1 }),
      Stream.mapEffect(([entries, number]) => journal.append(stream, { actor, entries, key: `${key}/${number}` })),
      Stream.runFold((): Recorded => ({ count: 0, before: 0 }), (sum, { count, isRepeat }) => ({
        count: sum.count + count,
        before: sum.before + (isRepeat ? count : 0)
      }))
    ))

// --- parting ---

interface Open {
  readonly entries: Array<Journal.NewEntry>
  bytes: number
}

const open = (): Open => ({ entries: [], bytes: 0 })

const end = Symbol("end")

const gather = (state: Open, facts: ReadonlyArray<Journal.NewEntry | typeof end>): readonly [Open, ReadonlyArray<ReadonlyArray<Journal.NewEntry>>] => {
  const full: Array<ReadonlyArray<Journal.NewEntry>> = []
  let now = state
  for (const fact of facts) {
    if (fact === end) return [open(), now.entries.length === 0 ? full : [...full, now.entries]]
    const bytes = utf8Bytes(fact.body)
    if (now.entries.length === Journal.limits.entries || (now.entries.length > 0 && now.bytes + bytes > Journal.limits.batchBytes)) {
      full.push(now.entries)
      now = open()
    }
    now.entries.push(fact)
    now.bytes += bytes
  }
  return [now, full]
}
