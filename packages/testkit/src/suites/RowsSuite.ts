/**
 * What every source of rows promises, as cases: `IndicatorSource`, `StaffingSource`, `ProposalSource`, `FormationSource`,
 * `ApplicationSource`, `ParticipantSource`, `SurveySource` and `AppraisalSource`.
 *
 * @since 0.1.0
 */
import type { Sources } from "@timbang/workflows/ports"
import { Context, Effect, Stream } from "effect"
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

// --- models ---

/**
 * Where the rows of a test come from.
 *
 * @category models
 * @since 0.1.0
 */
export class Origin extends Context.Service<Origin, {
  /** What is there, as decoded; at least three rows that differ. */
  readonly values: ReadonlyArray<unknown>
  /** Makes the last row unreadable, or the whole where rows cannot be. */
  readonly spoil: Effect.Effect<void, unknown>
}>()("@timbang/testkit/Origin") {}

/**
 * How a source of rows is tried.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rows<S> extends Suite.Adapter<S | Origin> {
  /** The rows of its port, such as `Effect.map(Sources.FormationSource, ({ rows }) => rows)`. */
  readonly rows: Effect.Effect<Sources.Rows<unknown>, never, S>
}

// --- cases ---

const casesOf = <S>({ rows: opened }: Rows<S>): ReadonlyArray<(adapter: Suite.Adapter<S | Origin>) => Suite.Case> => {
  const one = Suite.once<S | Origin>
  const all = Effect.flatMap(opened, Stream.runCollect)
  const expected = Effect.map(Origin, ({ values }) => values)
  return [
    one("gives every row, in order and once", Effect.gen(function*() {
      const values = yield* expected
      ok(values.length >= 3, "the origin needs three rows")
      deepStrictEqual((yield* all).map(({ value }) => value), values)
    })),
    one("says of each row where it comes from", Effect.gen(function*() {
      const places = (yield* all).map(({ place }) => place)
      ok(places.every(({ source }) => source !== ""))
      strictEqual(new Set(places.map((place) => JSON.stringify(place))).size, places.length, "two rows have one place")
    })),
    one("gives the same when it is read again, and at once", Effect.gen(function*() {
      const first = yield* all
      deepStrictEqual(yield* all, first)
      for (const again of yield* Effect.all([all, all], { concurrency: "unbounded" })) deepStrictEqual(again, first)
    })),
    one("lets go when a reader stops early", Effect.gen(function*() {
      const rows = yield* opened
      for (let times = 0; times < 20; times++) strictEqual((yield* Stream.runCollect(Stream.take(rows, 1))).length, 1)
      deepStrictEqual((yield* all).map(({ value }) => value), yield* expected)
    })),
    one("does not end as if all were well when a row cannot be read", Effect.gen(function*() {
      yield* (yield* Origin).spoil
      const error = yield* Effect.flip(all)
      ok(error._tag === "InputRefused" || error._tag === "SourceUnavailable", `an error named ${error._tag}`)
    }))
  ]
}

/**
 * The cases of a source of rows. The layer brings `Origin`, the rows that are expected.
 *
 * **Example** (Rows of a list, which cannot be spoilt)
 *
 * ```ts
 * import { RowsSuite } from "@timbang/testkit/suites"
 * import { Sources } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const rating = (person: string) => ({ person, unit: "U", rater: "r", item: "i", rating: "Baik" })
 * const values = [rating("p1"), rating("p2"), rating("p3")]
 * const list = Layer.succeed(Sources.AppraisalSource, { rows: Sources.rowsOf("list", values) })
 * const origin = Layer.succeed(RowsSuite.Origin, { values, spoil: Effect.void })
 * const rows = Effect.map(Sources.AppraisalSource, (source) => source.rows)
 * const [first] = RowsSuite.cases({ rows, fresh: Effect.succeed(Layer.merge(list, origin)), isDurable: false })
 * await first!.run() // => undefined
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = <S>(adapter: Rows<S>): ReadonlyArray<Suite.Case> => casesOf(adapter).map((one) => one(adapter))
