import { Batches } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const facts = (count: number, from = 0) => Array.from({ length: count }, (_, at) => ({ kind: "applicant.imported", body: `{"n":${from + at}}` }))
const given = { actor, key: "file" }

const run = <A, E>(program: Effect.Effect<A, E, Journal.Journal>) => Effect.runPromise(Effect.provide(program, Journal.layerMemory))
const bodies = Effect.flatMap(Journal.Journal, (journal) => Effect.map(Stream.runCollect(journal.read()), (entries) => entries.map(({ body }) => body)))

describe("Batches.record", () => {
  it("goes on where a stopped run ended, in whatever pieces the facts arrive", async () => {
    const all = facts(25_000)
    const stopped = Stream.concat(Stream.fromIterable(all.slice(0, 20_001)).pipe(Stream.rechunk(7)), Stream.fail("stopped" as const))
    const [first, error, recorded] = await run(Effect.gen(function*() {
      const error = yield* Effect.flip(Batches.record("s", stopped, given))
      const first = (yield* bodies).length
      const recorded = yield* Batches.record("s", Stream.fromIterable(all).pipe(Stream.rechunk(999)), given)
      expect(yield* bodies).toEqual(all.map(({ body }) => body))
      return [first, error, recorded] as const
    }))
    expect(error).toBe("stopped")
    expect(first % Journal.limits.entries).toBe(0)
    expect(recorded).toEqual({ count: 25_000, before: first })
  })

  it("begins a new batch before the bytes of one are too many", async () => {
    const large = Array.from({ length: 40 }, (_, at) => ({ kind: "document", body: `${at}${"é".repeat(500_000)}` }))
    expect(await run(Batches.record("s", Stream.fromIterable(large), given))).toEqual({ count: 40, before: 0 })
  })

  it("refuses other facts under a key that was used", async () => {
    const error = await run(Effect.andThen(
      Batches.record("s", Stream.fromIterable(facts(10)), given),
      Effect.flip(Batches.record("s", Stream.fromIterable(facts(10, 5)), given))
    ))
    expect(error._tag).toBe("KeyReused")
  })

  it("records nothing where there is nothing", async () => {
    expect(await run(Batches.record("s", Stream.empty, given))).toEqual({ count: 0, before: 0 })
  })
})
