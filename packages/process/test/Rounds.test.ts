import { Rounds, type Signal, Specimen } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"

const world = Layer.provideMerge(Rounds.layer, Journal.layerMemory)
const { approver, drafter, plan } = Specimen
const run = <A>(program: Effect.Effect<A, unknown, Rounds.Rounds | Journal.Journal>) => Effect.runPromise(Effect.provide(program, world))
const start = { _tag: "Start", plan } as const

describe("Rounds", () => {
  it("two people who speak at once are both heard, one after the other", async () => {
    const state = await run(Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      yield* rounds.signal(plan.round, start, drafter)
      const propose = (id: string): Signal.Signal => ({ _tag: "Propose", id, subject: { _tag: "Decide", decision: "announcement", digest: Specimen.digest } })
      yield* Effect.all(["P1", "P2", "P3"].map((id) => rounds.signal(plan.round, propose(id), drafter)), { concurrency: "unbounded" })
      return yield* rounds.signal(plan.round, { _tag: "Approve", id: "P2" }, approver)
    }))
    expect([...state.proposals.keys()].sort()).toEqual(["P1", "P2", "P3"])
    expect(state.facts).toBe(5)
  })

  it("of two who approve the same, one decides and the other hears that it is decided", async () => {
    const answers = await run(Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      yield* rounds.signal(plan.round, start, drafter)
      yield* rounds.signal(plan.round, { _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest: Specimen.digest } }, drafter)
      const approve = (id: string) =>
        rounds.signal(plan.round, { _tag: "Approve", id: "P1" }, { ...approver, id }).pipe(
          Effect.match({ onFailure: (error) => error._tag === "SignalRefused" ? error.problem : error._tag, onSuccess: () => "approved" })
        )
      return yield* Effect.all([approve("k.01"), approve("k.02")], { concurrency: "unbounded" })
    }))
    expect([...answers].sort()).toEqual(["approved", "done-already"])
  })

  it("what is no signal is refused with what is wrong, and nothing is written", async () => {
    const found = await run(Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      const other = yield* Effect.flip(rounds.signal("another", start, drafter))
      const days = { ...plan.timetable.lengths, drh: { ...plan.timetable.lengths.drh, days: -1 } }
      const wrong = { _tag: "Start", plan: { ...plan, timetable: { ...plan.timetable, lengths: days } } } as Signal.Signal
      const badly = yield* Effect.flip(rounds.signal(plan.round, wrong, drafter))
      return [other._tag, badly._tag, badly.message, yield* (yield* Journal.Journal).size()]
    }))
    expect(found).toEqual(["SignalInvalid", "SignalInvalid", expect.stringMatching(/drh/), 0])
  })

  it("an entry that is no fact stops the round by name, with its place", async () => {
    const error = await run(Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      yield* rounds.signal(plan.round, start, drafter)
      yield* (yield* Journal.Journal).append(Rounds.streamOf(plan.round), { actor: drafter, entries: [{ kind: "recruitment.later", body: "{}" }] })
      return yield* Effect.flip(rounds.read(plan.round))
    }))
    expect(error).toMatchObject({ _tag: "FactUnreadable", index: 1, kind: "recruitment.later" })
  })
})
