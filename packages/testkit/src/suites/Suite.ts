/**
 * What a conformance suite is: cases with a name, for any test runner that takes a name and a function.
 *
 * @since 0.1.0
 */
import { Effect, Fiber, Layer, type Scope } from "effect"

// --- models ---

/**
 * An adapter under test.
 *
 * @category models
 * @since 0.1.0
 */
export interface Adapter<S> {
  /**
   * A place that starts empty, such as a temporary folder or a database schema, and the layer that opens it. The place
   * goes away with its scope; the layer may be opened several times, one after the other and at once.
   */
  readonly fresh: Effect.Effect<Layer.Layer<S, unknown>, unknown, Scope.Scope>
  /** Whether the place keeps what was written when the layer is closed. Cases of restart are left out where not. */
  readonly isDurable: boolean
}

/**
 * One promise of a port, to be tried on an adapter.
 *
 * @category models
 * @since 0.1.0
 */
export interface Case {
  readonly name: string
  readonly run: () => Promise<void>
}

// --- constructors ---

/**
 * An adapter that keeps nothing, each layer of it being empty.
 *
 * **Example** (The journal in memory)
 *
 * ```ts
 * import { Suite } from "@timbang/testkit/suites"
 * import { Journal } from "@timbang/workflows/ports"
 * Suite.memory(Journal.layerMemory).isDurable // => false
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const memory = <S, E>(layer: Layer.Layer<S, E>): Adapter<S> => ({ fresh: Effect.succeed(layer), isDurable: false })

/**
 * Begins what is given ten times and breaks it off, at once or within a few milliseconds: whatever it has come to by then.
 *
 * **Example** (A counter that counts at once)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Suite } from "@timbang/testkit/suites"
 * const begun: Array<number> = []
 * await Effect.runPromise(Suite.brokenOff((at) => Effect.andThen(Effect.sync(() => { begun.push(at) }), Effect.never)))
 * begun.length // => 10
 * ```
 *
 * @category cases
 * @since 0.1.0
 */
export const brokenOff = <A, E, R>(begin: (at: number) => Effect.Effect<A, E, R>): Effect.Effect<void, never, R> =>
  Effect.gen(function*() {
    for (let at = 0; at < 10; at++) {
      const begun = yield* Effect.forkChild(begin(at), { startImmediately: true })
      yield* at % 2 === 0 ? Effect.yieldNow : Effect.sleep(at)
      yield* Fiber.interrupt(begun)
    }
  })

/**
 * Compares bytes and says where they part; an assertion that shows the difference of megabytes takes all the memory there is.
 *
 * **Example** (A file that was cut)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Suite } from "@timbang/testkit/suites"
 * const found = () => Suite.areSame(new Uint8Array([1, 2]), new Uint8Array([1, 2, 3]))
 * Result.isFailure(Result.try(found)) // => true
 * Suite.areSame(new Uint8Array([1]), new Uint8Array([1])) // => undefined
 * ```
 *
 * @throws where they are not the same
 * @category cases
 * @since 0.1.0
 */
export const areSame = (found: Uint8Array, expected: Uint8Array): void => {
  const at = expected.findIndex((byte, at) => found[at] !== byte)
  if (at < 0 && found.length === expected.length) return
  throw new Error(`${found.length} bytes in place of ${expected.length}; the first that differs is byte ${at < 0 ? expected.length : at}`)
}

/**
 * A case with one opened layer.
 *
 * **Example** (A case of your own)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Suite } from "@timbang/testkit/suites"
 * import { Journal } from "@timbang/workflows/ports"
 * const empty = Suite.once("starts empty", Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   if ((yield* journal.size()) !== 0) throw new Error("not empty")
 * }))
 * await empty(Suite.memory(Journal.layerMemory)).run() // => undefined
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const once = <S>(name: string, program: Effect.Effect<void, unknown, S>) => (adapter: Adapter<S>): Case =>
  onPlace<S>(name, (open) => open(program))(adapter)

/**
 * A case on one place; `open` runs a program in a layer opened for it alone.
 *
 * **Example** (Nothing to do)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Suite } from "@timbang/testkit/suites"
 * import { Journal } from "@timbang/workflows/ports"
 * const nothing = Suite.onPlace<Journal.Journal>("does nothing", () => Effect.void)
 * await nothing(Suite.memory(Journal.layerMemory)).run() // => undefined
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const onPlace = <S>(
  name: string,
  program: (open: <A, E>(inside: Effect.Effect<A, E, S>) => Effect.Effect<A, unknown>) => Effect.Effect<void, unknown>
) =>
(adapter: Adapter<S>): Case => ({
  name,
  run: () =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const layer = yield* adapter.fresh
      yield* program((inside) => Effect.provide(inside, Layer.fresh(layer)))
    })))
})
