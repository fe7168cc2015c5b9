/**
 * What a conformance suite is: cases with a name, for any test runner that takes a name and a function.
 *
 * @since 0.1.0
 */
import { Effect, Layer, type Scope } from "effect"

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
