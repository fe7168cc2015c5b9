import { Approval } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"

const account = (id: string, role = "entry") => ({ id, role, unit: "bkpsdm" })
const score = (body: string) => ({ kind: "score.recorded", body })
const run = <A, E>(program: Effect.Effect<A, E, Journal.Journal>) => Effect.runPromise(Effect.provide(program, Layer.fresh(Journal.layerMemory)))
const facts = Effect.flatMap(Journal.Journal, (journal) => Stream.runCollect(journal.read({ stream: "scores" })))

describe("Approval", () => {
  it("makes facts of what another account approves, once, by whoever approved", () =>
    run(Effect.gen(function*() {
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1"), score("2")] })
      expect(yield* facts).toEqual([])
      yield* Approval.approve(account("b"), "scores", "s-1")
      expect((yield* Approval.approve(account("c"), "scores", "s-1")).isRepeat).toBe(true)
      expect((yield* facts).map(({ actor, body }) => [actor.id, body])).toEqual([["b", "1"], ["b", "2"]])
      expect(yield* Approval.standings("scores")).toMatchObject([{ key: "s-1", enteredBy: { id: "a" }, decision: { by: { id: "b" }, isApproved: true } }])
    })))

  it("does not let the same account approve, in another role or unit", () =>
    run(Effect.gen(function*() {
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1")] })
      const error = yield* Effect.flip(Approval.approve({ id: "a", role: "supervisor", unit: "inspektorat" }, "scores", "s-1"))
      expect(error).toMatchObject({ _tag: "SamePerson", account: "a" })
      expect(yield* facts).toEqual([])
      expect((yield* Effect.flip(Approval.approve(account("b"), "scores", "s-2")))._tag).toBe("ProposalUnknown")
    })))

  it("keeps the first decision when two come at once, and what was declined is no fact", () =>
    run(Effect.gen(function*() {
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1")] })
      yield* Approval.decline(account("a"), "scores", "s-1", "salah ketik")
      expect((yield* Effect.flip(Approval.approve(account("b"), "scores", "s-1")))._tag).toBe("AlreadyDecided")
      expect((yield* Effect.flip(Approval.decline(account("b"), "scores", "s-1", "lain")))._tag).toBe("AlreadyDecided")
      expect(yield* facts).toEqual([])
    })))

  it("ends what was broken off between decision and facts", () =>
    run(Effect.gen(function*() {
      const journal = yield* Journal.Journal
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1")] })
      const dying = Journal.Journal.of({
        ...journal,
        append: (stream, batch) => stream === "scores" ? Effect.fail(new Journal.JournalUnavailable({ because: "killed" })) : journal.append(stream, batch)
      })
      yield* Effect.flip(Effect.provideService(Approval.approve(account("b"), "scores", "s-1"), Journal.Journal, dying))
      expect(yield* facts).toEqual([])
      yield* Approval.approve(account("b"), "scores", "s-1")
      expect((yield* facts).length).toBe(1)
    })))

  it("refuses entries that no journal takes when they are entered, and one key for two matters", () =>
    run(Effect.gen(function*() {
      expect((yield* Effect.flip(Approval.propose(account("a"), "scores", { key: "s-1", entries: [] })))._tag).toBe("BatchRefused")
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1")] })
      yield* Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("1")] })
      expect((yield* Effect.flip(Approval.propose(account("a"), "scores", { key: "s-1", entries: [score("2")] })))._tag).toBe("KeyReused")
    })))
})
