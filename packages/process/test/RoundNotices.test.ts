import { RoundNotices, Rounds } from "@timbang/process"
import { Outbox } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { Play } from "./Play.ts"

const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const letter = { number: "B-1", day: "2024-12-26" }

/** A whole round until somebody takes an empty place, with an extension on the way. */
const played = () => {
  const play = new Play().start()
  play.decide("announcement")
  play.settle({ _tag: "Extend", term: "registration", until: "2024-09-12", letter: { ...letter, day: "2024-09-01" } })
  const rest = new Play().toPublication().until("2024-12-25")
  rest.settle({ _tag: "Resign", participant: "24-1", letter })
  rest.settle({ _tag: "Replace", vacatedBy: "24-1", by: "24-3", drhUntil: "2025-02-10", letter })
  return { extended: play.facts, whole: rest.facts }
}

const tell = (happenings: Array<RoundNotices.Happening>): RoundNotices.Options => ({
  actor,
  round: "cpns-2024",
  lettersOf: (happening, state) => {
    happenings.push(happening)
    const people = happening._tag === "Called" ? [happening.participant] : happening._tag === "WindowOpened" && happening.term === "drh" ? [...state.people.keys()] : []
    return people.map((person) => ({ person, about: happening._tag, subject: "Seleksi", text: "Baca laman resmi.", language: "id" }))
  }
})
const run = <A, E>(program: Effect.Effect<A, E, Rounds.Rounds | Journal.Journal | Vault.Vault | Notifier.Notifier>) =>
  Effect.runPromise(Effect.provide(program, Layer.provideMerge(Rounds.layer, Layer.fresh(Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory([]))))))

const record = (facts: Play["facts"], from: number, until: number) =>
  Effect.gen(function*() {
    const rounds = yield* Rounds.Rounds
    for (let at = from; at < until; at++) yield* rounds.record("cpns-2024", at, [facts[at]!.fact], facts[at]!.actor)
  })

describe("RoundNotices", () => {
  it("tells those who passed, and who is called later, once: wherever a sender stopped in between", async () => {
    const { whole } = played()
    const totals = await Promise.all([1, 5, whole.length - 2, whole.length].map((stop) =>
      run(Effect.gen(function*() {
        const seen: Array<RoundNotices.Happening> = []
        yield* record(whole, 0, stop)
        const first = yield* RoundNotices.catchUp(yield* Outbox.make({ actor }), tell(seen))
        yield* record(whole, stop, whole.length)
        const outbox = yield* Outbox.make({ actor })
        const second = yield* RoundNotices.catchUp(outbox, tell(seen))
        const again = yield* RoundNotices.catchUp(outbox, tell([]))
        const standings = yield* outbox.standings
        return [first + second, again, [...standings.values()].length, seen.filter(({ _tag }) => _tag === "Called").length]
      }))))
    expect(totals).toEqual(totals.map(() => [3, 0, 3, 1]))
  })

  it("says what opens until when, and what was extended", async () => {
    const { extended, whole } = played()
    const of = (facts: Play["facts"]) =>
      run(Effect.gen(function*() {
        const seen: Array<RoundNotices.Happening> = []
        yield* record(facts, 0, facts.length)
        yield* RoundNotices.catchUp(yield* Outbox.make({ actor }), tell(seen))
        return seen
      }))
    expect(await of(extended)).toEqual([
      { _tag: "WindowOpened", term: "registration", until: "2024-09-10" },
      { _tag: "Extended", term: "registration", until: "2024-09-12" }
    ])
    const seen = await of(whole)
    expect(seen.filter(({ _tag }) => _tag === "WindowOpened").map((happening) => "term" in happening && happening.term)).toEqual(["registration", "administrative-objection", "final-objection", "drh"])
    expect(seen.at(-1)).toEqual({ _tag: "Called", participant: "24-3", until: "2025-02-10" })
  })
})
