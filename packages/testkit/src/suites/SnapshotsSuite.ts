/**
 * What every `Snapshots` promises, as cases.
 *
 * @since 0.1.0
 */
import { Snapshots } from "@timbang/workflows/ports"
import { Effect, Option } from "effect"
import { deepStrictEqual, ok } from "node:assert/strict"
import * as Suite from "./Suite.ts"

const snapshot = (position: number, state: string, model = "board", version = 1): Snapshots.Snapshot =>
  ({ model, version, position, mark: `m${position}`, state })

const one = Suite.once<Snapshots.Snapshots>

const always = [
  one("gives back the last that was kept, letter by letter", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    deepStrictEqual(yield* snapshots.last("board", 1), Option.none())
    const state = JSON.stringify({ "peserta \"1\"": "é\n\\ 𝄞", empty: "" })
    for (const kept of [snapshot(10, state), snapshot(20, ""), snapshot(30, state)]) {
      yield* snapshots.keep(kept)
      deepStrictEqual(yield* snapshots.last("board", 1), Option.some(kept))
    }
  })),
  one("keeps models and versions apart", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    const all = [snapshot(1, "a"), snapshot(2, "b", "board", 2), snapshot(3, "c", "quotas"), snapshot(4, "d", "it's; --")]
    for (const kept of all) yield* snapshots.keep(kept)
    for (const kept of all) deepStrictEqual(yield* snapshots.last(kept.model, kept.version), Option.some(kept))
    deepStrictEqual(yield* snapshots.last("quotas", 2), Option.none())
  })),
  one("takes one that reaches less far, from a journal that was restored", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    yield* snapshots.keep(snapshot(20, "late"))
    yield* snapshots.keep(snapshot(5, "early"))
    deepStrictEqual(yield* snapshots.last("board", 1), Option.some(snapshot(5, "early")))
  })),
  one("keeps a state of forty megabytes", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    const state = `x${"𝄞é".repeat(6_600_000)}`
    yield* snapshots.keep(snapshot(1, state))
    const last = Option.getOrThrow(yield* snapshots.last("board", 1))
    ok(last.state === state, "the state came back changed")
    yield* snapshots.keep(snapshot(2, "short"))
    deepStrictEqual(yield* snapshots.last("board", 1), Option.some(snapshot(2, "short")))
  })),
  one("stands whole when keeping one was broken off", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    const all = Array.from({ length: 10 }, (_, at) => snapshot(at, String(at).repeat(200_000)))
    yield* snapshots.keep(snapshot(10, "before"))
    yield* Suite.brokenOff((at) => snapshots.keep(all[at]!))
    const last = Option.getOrThrow(yield* snapshots.last("board", 1))
    ok(last.state === (last.position === 10 ? "before" : all[last.position]?.state), `half of the state at ${last.position} is kept`)
    yield* snapshots.keep(all[9]!)
    ok(Option.getOrThrow(yield* snapshots.last("board", 1)).state === all[9]!.state, "the state came back changed")
  })),
  one("stands whole when several keep at once", Effect.gen(function*() {
    const snapshots = yield* Snapshots.Snapshots
    const all = Array.from({ length: 8 }, (_, at) => snapshot(at, String(at).repeat(10_000)))
    yield* Effect.forEach(all, snapshots.keep, { concurrency: "unbounded" })
    const last = Option.getOrThrow(yield* snapshots.last("board", 1))
    deepStrictEqual(last, all[last.position])
  }))
]

const durable = [
  Suite.onPlace<Snapshots.Snapshots>("keeps it over a restart", (open) =>
    Effect.gen(function*() {
      yield* open(Effect.flatMap(Snapshots.Snapshots, ({ keep }) => keep(snapshot(7, "s"))))
      deepStrictEqual(yield* open(Effect.flatMap(Snapshots.Snapshots, ({ last }) => last("board", 1))), Option.some(snapshot(7, "s")))
    }))
]

/**
 * The cases of a store of snapshots.
 *
 * **Example** (Snapshots in memory)
 *
 * ```ts
 * import { SnapshotsSuite, Suite } from "@timbang/testkit/suites"
 * import { Snapshots } from "@timbang/workflows/ports"
 * SnapshotsSuite.cases(Suite.memory(Snapshots.layerMemory)).length // => 6
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Snapshots.Snapshots>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
