import type { Rubric } from "@timbang/core/selection"
import { ScoreBook } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"

const account = (id: string) => ({ id, role: "entry", unit: "bkpsdm" })
const rubric: Rubric.Rubric = {
  component: "praktik",
  exam: "skb",
  fixedOn: "2024-11-01",
  criteria: [{ id: "hasil", title: "Hasil", outOf: 10, decimals: 1, percent: 70 }, { id: "cara", title: "Cara kerja", outOf: 5, decimals: 0, percent: 30 }],
  decimals: 3,
  rounding: "half-up",
  source: { instrument: "Pedoman SKB tambahan", confidence: "host" }
}
const session = { id: "1", on: "2024-12-10", participants: ["24-1", "24-2"] }
const rows = (hasil: string) => [{ participant: "24-1", attended: true, scores: { hasil, cara: "4" } }, { participant: "24-2", attended: false, scores: {} }]
const run = <A, E>(program: (journal: Journal.Journal["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Journal.Journal, program), Journal.layerMemory))
const recordOf = (journal: Journal.Journal["Service"]) => Effect.map(ScoreBook.readOn(journal, ScoreBook.empty), ({ records }) => records.get("1")!)
const faultsOf = <A>(effect: Effect.Effect<A, ScoreBook.SheetNotRecorded | Journal.AppendError>) =>
  Effect.map(Effect.flip(effect), (error) => error._tag === "SheetNotRecorded" ? [...error.faults, ...(error.problem === undefined ? [] : [error.problem._tag])] : [error._tag])
const agreed = (journal: Journal.Journal["Service"]) =>
  Effect.gen(function*() {
    yield* ScoreBook.open(journal, account("o"), rubric, session)
    yield* ScoreBook.enter(journal, account("a"), "1", rows("8.5"), "a1")
    yield* ScoreBook.enter(journal, account("b"), "1", rows("8.5"), "b1")
  })

describe("ScoreBook", () => {
  it("keeps both pairs where the first differed, and takes the one that agrees", async () => {
    const [waiting, between, finished, record] = await run((journal) => Effect.gen(function*() {
      yield* ScoreBook.open(journal, account("o"), rubric, session)
      yield* ScoreBook.enter(journal, account("a"), "1", rows("8.5"), "a1")
      yield* ScoreBook.enter(journal, account("b"), "1", rows("3.5"), "b1")
      const differing = ScoreBook.standingOf(yield* recordOf(journal))
      yield* ScoreBook.enter(journal, account("b"), "1", rows("8.5"), "b2")
      const half = ScoreBook.standingOf(yield* recordOf(journal))
      yield* ScoreBook.enter(journal, account("a"), "1", rows("8.5"), "a2")
      return [differing, half, ScoreBook.standingOf(yield* recordOf(journal)), yield* recordOf(journal)] as const
    }))
    expect(waiting).toEqual({ _tag: "Waiting", entered: [], between: ["a", "b"], differences: [{ participant: "24-1", cell: "hasil", entries: [{ by: "a", found: "8.5" }, { by: "b", found: "3.5" }] }] })
    expect(between).toMatchObject({ entered: ["b"], between: ["a", "b"], differences: [{ cell: "hasil" }] })
    expect(finished).toMatchObject({ _tag: "Agreed", finished: { scores: [{ participant: "24-1", units: 83_500 }], absent: [{ participant: "24-2" }] } })
    expect(record.rounds.map((pair) => pair.length)).toEqual([2, 2])
  })

  it("refuses a rubric that is late or differs from that of another sitting, and a participant in two sittings", async () => {
    const found = await run((journal) => Effect.gen(function*() {
      const late = yield* faultsOf(ScoreBook.open(journal, account("o"), { ...rubric, fixedOn: "2024-12-11" }, session))
      yield* ScoreBook.open(journal, account("o"), rubric, session)
      yield* ScoreBook.open(journal, account("p"), rubric, session)
      const changed = yield* faultsOf(ScoreBook.open(journal, account("o"), { ...rubric, decimals: 2 }, { ...session, id: "2", participants: ["24-3"] }))
      const twice = yield* faultsOf(ScoreBook.open(journal, account("o"), rubric, { ...session, id: "2" }))
      const taken = yield* faultsOf(ScoreBook.open(journal, account("o"), rubric, { ...session, on: "2024-12-12" }))
      return [late, changed, twice, taken, yield* journal.size()]
    }))
    expect(found).toEqual([["RubricLate"], ["RubricChanged"], ["SheetRefused"], ["SessionTaken"], 1])
  })

  it("refuses the same person twice, a sitting to come, rows that are wrong, and an entry after two agreed", async () => {
    const found = await run((journal) => Effect.gen(function*() {
      yield* agreed(journal)
      yield* ScoreBook.open(journal, account("o"), rubric, { id: "2", on: "9999-12-10", participants: ["24-3"] })
      yield* ScoreBook.open(journal, account("o"), { ...rubric, component: "wawancara" }, { ...session, id: "3" })
      yield* ScoreBook.enter(journal, account("a"), "3", rows("8.5"), "a3")
      yield* ScoreBook.enter(journal, account("a"), "3", rows("8.5"), "a3")
      return [
        yield* faultsOf(ScoreBook.enter(journal, account("c"), "1", rows("9"), "c1")),
        yield* faultsOf(ScoreBook.enter(journal, account("a"), "2", [], "a2")),
        yield* faultsOf(ScoreBook.enter(journal, account("a"), "3", rows("8.5"), "a4")),
        yield* faultsOf(ScoreBook.enter(journal, account("b"), "3", rows("11"), "b3")),
        yield* faultsOf(ScoreBook.enter(journal, account("b"), "3", [...rows("9"), rows("9")[0]!], "b4")),
        yield* faultsOf(ScoreBook.enter(journal, account("b"), "3", rows("9.5"), "a3")),
        yield* journal.size()
      ]
    }))
    expect(found).toEqual([["Finished"], ["Early", "SheetRefused"], ["SamePerson"], ["SheetRefused"], ["SheetRefused"], ["KeyReused"], 6])
  })

  it("changes a score by a correction with its basis that somebody else confirms, and keeps both values", async () => {
    const [found, component, minutes] = await run((journal) => Effect.gen(function*() {
      yield* agreed(journal)
      const first = ScoreBook.minutesOf(yield* recordOf(journal))
      const asked = { participant: "24-1", criterion: "hasil", from: "8.5", to: "9", basis: "Sanggah 4/2024" }
      const refused = [
        yield* faultsOf(ScoreBook.ask(journal, account("a"), "1", { ...asked, basis: " " }, "k0")),
        yield* faultsOf(ScoreBook.ask(journal, account("a"), "1", { ...asked, from: "7" }, "k0")),
        yield* faultsOf(ScoreBook.ask(journal, account("a"), "1", { ...asked, basis: "NIK 1571 0141 0790 0001" }, "k0"))
      ]
      yield* ScoreBook.ask(journal, account("a"), "1", asked, "k1")
      yield* ScoreBook.ask(journal, account("a"), "1", { ...asked, to: "9.5" }, "k2")
      const confirmed = { session: "1", correction: "K-1", isConfirmed: true, reason: "" }
      refused.push(yield* faultsOf(ScoreBook.decide(journal, account("a"), confirmed, "d0")))
      const before = ScoreBook.standingOf(yield* recordOf(journal))
      yield* ScoreBook.decide(journal, account("b"), confirmed, "d1")
      refused.push(yield* faultsOf(ScoreBook.decide(journal, account("b"), { ...confirmed, correction: "K-2" }, "d2")))
      refused.push(yield* faultsOf(ScoreBook.decide(journal, account("b"), { ...confirmed, correction: "K-2", isConfirmed: false }, "d2")))
      yield* ScoreBook.decide(journal, account("b"), { ...confirmed, correction: "K-2", isConfirmed: false, reason: "sudah dikoreksi" }, "d2")
      refused.push(yield* faultsOf(ScoreBook.decide(journal, account("b"), { ...confirmed, correction: "K-2" }, "d3")))
      return [refused, [before, ScoreBook.finish(yield* ScoreBook.readOn(journal, ScoreBook.empty), "praktik")], [first, ScoreBook.minutesOf(yield* recordOf(journal))]] as const
    }))
    expect(found).toEqual([["SheetRefused"], ["SheetRefused"], ["Personal"], ["SamePerson"], ["SheetRefused"], ["ReasonMissing"], ["Decided"]])
    expect(component[0]).toMatchObject({ finished: { corrected: [] } })
    expect(component[1]).toMatchObject(Result.succeed({ scores: [{ units: 83_500 }], corrected: [{ from: "83.500", to: "87.000", basis: "Sanggah 4/2024" }] }))
    expect(minutes[1]).not.toBe(minutes[0])
  })

  it("minutes counts, who and when, and neither scores nor participants", async () => {
    const [before, record, again] = await run((journal) => Effect.gen(function*() {
      yield* ScoreBook.open(journal, account("o"), rubric, session)
      const early = yield* faultsOf(ScoreBook.minute(journal, account("o"), "1", () => "d"))
      yield* agreed(journal)
      yield* ScoreBook.minute(journal, account("o"), "1", (text) => `digest of ${text.length}`)
      yield* ScoreBook.minute(journal, account("o"), "1", (text) => `digest of ${text.length}`)
      return [early, yield* recordOf(journal), yield* journal.size()] as const
    }))
    const minutes = ScoreBook.minutesOf(record)!
    expect(before).toEqual(["NotFinished"])
    expect(JSON.parse(minutes)).toMatchObject({ session: "1", counts: { invited: 2, attended: 1, absent: 1 }, entered: [{ account: "a" }, { account: "b" }], pairsThatDiffered: 0 })
    expect(minutes).not.toMatch(/"24-1"|8\.5/)
    expect(record.minuted).toMatchObject([{ digest: `digest of ${minutes.length}`, by: { id: "o" } }])
    expect(again).toBe(4)
  })

  it("lets one of two be second when both enter at the same moment", async () => {
    const record = await run((journal) => Effect.gen(function*() {
      yield* ScoreBook.open(journal, account("o"), rubric, session)
      yield* Effect.all(["a", "b", "c"].map((id) => Effect.result(ScoreBook.enter(journal, account(id), "1", rows("8.5"), id))), { concurrency: "unbounded" })
      return yield* recordOf(journal)
    }))
    expect(record.rounds.map((pair) => pair.length)).toEqual([2])
  })
})
