import { Effect, Fiber, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { Journal } from "@timbang/workflows/ports"

const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const entry = (body: string) => ({ kind: "score.recorded", body })

const run = <A, E>(program: Effect.Effect<A, E, Journal.Journal>) => Effect.runPromise(Effect.provide(program, Journal.layerMemory))

describe("Journal.check", () => {
  const faultsOf = (stream: string, batch: Journal.Batch) => {
    const checked = Journal.check(stream, batch)
    return Result.isFailure(checked) ? checked.failure.faults.map(({ _tag }) => _tag) : []
  }

  it("gives every fault of a batch at once", () => {
    const batch = { actor: { ...actor, unit: "" }, at: 0.5, key: "\n", entries: [{ kind: "Score", body: "\0" }] }
    expect(faultsOf("", batch)).toEqual(["StreamName", "Key", "Actor", "At", "Kind", "BodyText"])
  })

  it("counts a body in UTF-8", () => {
    const fits = "é".repeat(Journal.limits.bodyBytes / 2)
    expect(faultsOf("s", { actor, entries: [entry(fits)] })).toEqual([])
    expect(faultsOf("s", { actor, entries: [entry(`${fits}a`)] })).toEqual(["BodyBytes"])
    expect(faultsOf("s", { actor, entries: [entry("😀".repeat(Journal.limits.bodyBytes / 4))] })).toEqual([])
  })

  it("refuses more entries or bytes than fit into one batch", () => {
    const many = Array.from({ length: Journal.limits.entries + 1 }, () => entry("{}"))
    expect(faultsOf("s", { actor, entries: many })).toEqual(["Entries"])
    const large = Array.from({ length: 17 }, () => entry("x".repeat(Journal.limits.bodyBytes)))
    expect(faultsOf("s", { actor, entries: large })).toEqual(["Bytes"])
  })

  it("refuses half a surrogate pair, which a store would change", () => {
    expect(faultsOf("s", { actor, entries: [entry("\ud800")] })).toEqual(["BodyText"])
  })
})

describe("Journal.layerMemory", () => {
  it("numbers the whole journal and each stream without a gap", async () => {
    const entries = await run(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      yield* journal.append("a", { actor, at: 0, entries: [entry("1"), entry("2")] })
      yield* journal.append("b", { actor, entries: [entry("3")] })
      yield* journal.append("a", { actor, at: 2, entries: [entry("4")] })
      return yield* Stream.runCollect(journal.read({ from: 1 }))
    }))
    expect(entries.map(({ body, index, position, stream }) => [position, stream, index, body])).toEqual([
      [1, "a", 1, "2"],
      [2, "b", 0, "3"],
      [3, "a", 2, "4"]
    ])
  })

  it("a follower gets what was there and what comes, each once", async () => {
    const seen = await run(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      yield* journal.append("a", { actor, entries: [entry("1")] })
      const following = yield* Effect.forkChild(journal.follow({ stream: "a" }).pipe(Stream.take(3), Stream.runCollect))
      yield* Effect.yieldNow
      yield* journal.append("b", { actor, entries: [entry("other")] })
      yield* journal.append("a", { actor, entries: [entry("2")] })
      yield* journal.append("a", { actor, entries: [entry("3")] })
      return yield* Fiber.join(following)
    }))
    expect(seen.map(({ body }) => body)).toEqual(["1", "2", "3"])
  })
})
