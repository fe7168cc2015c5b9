/**
 * Following something that grows, from pages and wake-ups: for authors of adapters.
 *
 * @since 0.1.0
 */
import { Effect, Option, Stream, type Scope } from "effect"

/**
 * Reads pages from a place, and waits for a wake-up when there is nothing new.
 *
 * **Details**
 *
 * `listen` starts before the first page is read, so that nothing appended in between is missed. What it answers is run
 * when a page is empty; it ends when there may be something new. A wake-up for nothing does no harm.
 *
 * **Example** (Two pages, then nothing more is asked for)
 *
 * ```ts
 * import { Effect, Stream } from "effect"
 * import { Follow } from "@timbang/workflows"
 * const numbers = [10, 11, 12]
 * const page = (from: number) => Effect.succeed(numbers.slice(from, from + 2))
 * const stream = Follow.pages({ from: 0, page, next: (_, from) => from + 1, listen: Effect.succeed(Effect.never) })
 * await Effect.runPromise(stream.pipe(Stream.take(3), Stream.runCollect)) // => [10, 11, 12]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const pages = <Place, A, E, R, E2, R2>(given: {
  readonly from: Place
  /** The next entries from a place; empty when there are none yet. */
  readonly page: (from: Place) => Effect.Effect<ReadonlyArray<A>, E, R>
  /** Where to go on after an entry. */
  readonly next: (entry: A, from: Place) => Place
  /** Starts to listen; answers what waits for the next wake-up. */
  readonly listen: Effect.Effect<Effect.Effect<void, E2>, E2, R2 | Scope.Scope>
}): Stream.Stream<A, E | E2, R | Exclude<R2, Scope.Scope>> =>
  Stream.unwrap(Effect.map(given.listen, (wait) =>
    Stream.paginate(given.from, (from) =>
      Effect.gen(function*() {
        const entries = yield* given.page(from)
        if (entries.length === 0) yield* wait
        return [entries, Option.some(entries.reduce((place, entry) => given.next(entry, place), from))] as const
      }))))
