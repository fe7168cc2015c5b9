import { ReadModel } from "@timbang/workflows"
import { Journal, Snapshots } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result, Stream } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const batch = (...bodies: ReadonlyArray<string>): Journal.Batch => ({ actor, entries: bodies.map((body) => ({ kind: "k", body })) })

/** Counts how often it folds, so that a test sees what was read again. */
const model = (stream?: string) => {
  const told = { folded: 0 }
  const made: ReadModel.ReadModel<ReadonlyArray<string>> = {
    name: "bodies",
    version: 1,
    ...(stream === undefined ? {} : { stream }),
    initial: [],
    fold: (state, entries) => {
      told.folded += entries.length
      return [...state, ...entries.map(({ body }) => body)]
    },
    encode: JSON.stringify,
    decode: (text) => Result.try({ try: () => JSON.parse(text) as ReadonlyArray<string>, catch: String })
  }
  return { made, told }
}

const layer = Layer.merge(Journal.layerMemory, Snapshots.layerMemory)
const run = <A, E>(program: Effect.Effect<A, E, Journal.Journal | Snapshots.Snapshots>) => Effect.runPromise(Effect.provide(program, layer))

const append = (stream: string, ...bodies: ReadonlyArray<string>) => Effect.flatMap(Journal.Journal, (journal) => journal.append(stream, batch(...bodies)))

describe("ReadModel", () => {
  it("reads only what came after the last snapshot", () =>
    run(Effect.gen(function*() {
      const { made, told } = model()
      yield* append("a", "1", "2", "3")
      expect(yield* ReadModel.current(made, { every: 2 })).toEqual({ state: ["1", "2", "3"], position: 3 })
      yield* append("b", "4")
      told.folded = 0
      expect(yield* ReadModel.current(made, { every: 2 })).toEqual({ state: ["1", "2", "3", "4"], position: 4 })
      expect(told.folded).toBe(1)
    })))

  it("comes to the same wherever snapshots were kept", () =>
    fc.assert(fc.asyncProperty(
      fc.array(fc.record({ stream: fc.constantFrom("a", "b"), count: fc.integer({ min: 1, max: 4 }), reads: fc.boolean() }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (steps, every) =>
        run(Effect.gen(function*() {
          let number = 0
          const expected: Array<string> = []
          for (const { count, reads, stream } of steps) {
            const fresh = Array.from({ length: count }, () => String(number++))
            yield* append(stream, ...fresh)
            if (stream === "a") expected.push(...fresh)
            if (reads) expect((yield* ReadModel.current(model("a").made, { every })).state).toEqual(expected)
          }
          expect(yield* ReadModel.rebuild(model("a").made)).toMatchObject({ state: expected, wasRight: true })
        }))
    ), { numRuns: 60 }))

  it("leaves aside a snapshot of another journal, of another version, and one that is broken", () =>
    run(Effect.gen(function*() {
      const { made } = model()
      const snapshots = yield* Snapshots.Snapshots
      yield* append("a", "1", "2")
      yield* ReadModel.current(made, { every: 1 })
      const kept = Option.getOrThrow(yield* snapshots.last("bodies", 1))
      for (const wrong of [{ mark: "[1,\"b\",0,\"k\",0]" }, { state: "{" }, { position: 99 }, { position: 1 }]) {
        yield* snapshots.keep({ ...kept, ...wrong, state: wrong.state ?? "[\"forged\"]" })
        expect((yield* ReadModel.current(made)).state).toEqual(["1", "2"])
      }
      expect((yield* ReadModel.current({ ...made, version: 2 })).state).toEqual(["1", "2"])
    })))

  it("finds a snapshot whose state was changed, and puts it right", () =>
    run(Effect.gen(function*() {
      const { made } = model()
      const snapshots = yield* Snapshots.Snapshots
      yield* append("a", "1", "2")
      yield* ReadModel.current(made, { every: 1 })
      yield* snapshots.keep({ ...Option.getOrThrow(yield* snapshots.last("bodies", 1)), state: "[\"forged\"]" })
      expect(yield* ReadModel.rebuild(made)).toEqual({ state: ["1", "2"], position: 2, wasRight: false })
      expect((yield* ReadModel.rebuild(made)).wasRight).toBe(true)
    })))

  it("follows from its snapshot, and keeps one on the way", () =>
    run(Effect.gen(function*() {
      const { made, told } = model("a")
      yield* append("a", "1", "2")
      yield* ReadModel.current(made, { every: 1 })
      told.folded = 0
      yield* append("b", "x")
      yield* append("a", "3")
      const seen = yield* Stream.runCollect(Stream.take(ReadModel.follow(made, { every: 1 }), 2))
      expect(seen).toEqual([{ state: ["1", "2"], position: 2 }, { state: ["1", "2", "3"], position: 4 }])
      expect(told.folded).toBe(1)
      expect(Option.getOrThrow(yield* (yield* Snapshots.Snapshots).last("bodies", 1)).position).toBe(4)
    })))
})
