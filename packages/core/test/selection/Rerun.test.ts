import { Cohort, Comparison, type Event, Rerun, Selection } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, row, rules, select } from "./rounds.ts"

const rerun = (before: Selection.Selection, events: ReadonlyArray<Event.Event>): Rerun.Rerun => Result.getOrThrow(Rerun.rerun(before, events))
const correction = (participant: string, from: string, to: string, more: Partial<Event.Corrected> = {}): Event.Corrected => ({
  _tag: "Corrected",
  participant,
  component: "practice",
  from,
  to,
  at: "2024-12-20",
  basis: "B/1",
  ...more
})
/** Everybody's position by participant, told from a selection alone. */
const positions = (made: Selection.Selection) =>
  Object.fromEntries(made.cohort.participant.map((participant, at) => [participant, Comparison.positionOf(made, at)]))

describe("Rerun.rerun", () => {
  it("lists everybody whom a correction moves, from what to what, and nobody else", () => {
    const people = [row("a", 150, 200, 80), row("b", 150, 199, 75), row("c", 150, 198, 70), row("d", 99, 250, 99)]
    const before = select([cell(1)], people)
    const { comparison } = rerun(before, [correction("c", "70", "90")])
    expect(comparison.moves.map(({ after, before: was, direction, participant, step }) => [participant, was.rank, after.rank, direction, step])).toEqual([
      ["a", 1, 2, "loses", "others"],
      ["b", 2, 3, "same-stage", "others"],
      ["c", 3, 1, "gains", "practice"]
    ])
    expect([comparison.unchanged, comparison.onlyBefore, comparison.onlyAfter]).toEqual([1, [], []])
  })

  it("against a participant as well: somebody who is excluded after all loses, and whoever moves up gains", () => {
    const people = [row("a", 150, 200, 80), row("b", 150, 199, 75)]
    const found: Event.Event = { _tag: "Disqualified", participant: "a", exam: "practical", at: "2024-12-20", reason: "remote access" }
    const { moves } = rerun(select([cell(1)], people), [found]).comparison
    expect(moves.map(({ after, direction, participant, step }) => [participant, after.outcome, direction, step])).toEqual([
      ["a", "disqualified", "loses", "event"],
      ["b", "selected", "gains", "others"]
    ])
  })

  it("moves exactly those whose outcome, code, rank, score or seat is another in a run of its own with all events", () => {
    const events = fc.tuple(fc.nat(), fc.constantFrom("50", "70.001", "99"), fc.boolean())
    fc.assert(fc.property(crowd(), fc.integer({ min: 0, max: 3 }), events, (people, seats, [pick, to, isAgainst]) => {
      const { participant, scores } = people[pick % people.length]!
      const further: Event.Event = isAgainst
        ? { _tag: "Withdrawn", participant, exam: "practical", at: "2024-12-20" }
        : correction(participant, String(scores["practice"]), to)
      const before = select([cell(seats)], people)
      const { after, comparison } = rerun(before, [further])
      const [was, is] = [positions(before), positions(select([cell(seats)], people, [further]))]
      expect(positions(after)).toEqual(is)
      const moved = Object.keys(was).filter((one) => JSON.stringify(was[one]) !== JSON.stringify(is[one])).sort()
      expect(comparison.moves.map((move) => move.participant)).toEqual(moved)
      expect(comparison.moves.map((move) => [move.before, move.after])).toEqual(moved.map((one) => [was[one], is[one]]))
      expect(comparison.unchanged).toBe(people.length - moved.length)
    }))
  })

  it("without a further event nobody moves", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 0, max: 3 }), (people, seats) => {
      const { moves, unchanged } = rerun(select([cell(seats)], people), []).comparison
      expect([moves, unchanged]).toEqual([[], people.length])
    }))
  })

  it("keeps the record: a second rerun names what stood after the first, and ends where one with both events ends", () => {
    const people = [row("a", 150, 200, 80), row("b", 150, 199, 75)]
    const before = select([cell(1)], people)
    const [one, two] = [correction("b", "75", "85"), correction("b", "85", "79", { at: "2024-12-27" })]
    const twice = rerun(rerun(before, [one]).after, [two]).after
    expect(twice.events).toEqual([one, two])
    expect(positions(twice)).toEqual(positions(rerun(before, [one, two]).after))
    expect(Array.from(twice.recorded.scores["practice"]!)).toEqual([80_000, 75_000])
    expect(Result.isFailure(Rerun.rerun(rerun(before, [one]).after, [correction("b", "75", "79")]))).toBe(true)
  })

  it("keeps every choice of the run: stage, standing, day of the scores, filling, freed places", () => {
    const people = [row("a", 150, 200, 80), row("b", 150, 199, 75), row("c", 150, 198, 70), row("d", 150, 197, 99)]
    const cohort = Result.getOrThrow(Cohort.fromRows(rules, [cell(1)], people))
    const chosen: ReadonlyArray<Selection.Options> = [
      { stage: "written", scoredOn: "2024-10-01" },
      { standing: { _tag: "uji-silang" }, filling: { isRun: false } },
      { filling: { pool: "cell-by-cell", cellOrder: "most-empty-seats", closing: "closes-once-filled-into", consent: "asked" } },
      { freedPlaces: "refilled", refillUntil: "2024-11-30" }
    ]
    for (const options of chosen) {
      const before = Result.getOrThrow(Selection.run(rules, [cell(1)], cohort, [], options))
      expect(rerun(before, []).after.options).toEqual(before.options)
    }
    const withdrawn: Event.Event = { _tag: "Withdrawn", participant: "a", exam: "practical", at: "2024-11-20" }
    const refilled = rerun(Result.getOrThrow(Selection.run(rules, [cell(1)], cohort, [], chosen[3])), [withdrawn])
    expect(refilled.comparison.moves.find(({ participant }) => participant === "d")?.after.outcome).toBe("selected")
  })

  it("says why it cannot run again", () => {
    const before = select([cell(1)], [row("a", 150, 200, 80)])
    const refused = Result.getOrThrow(Result.flip(Rerun.rerun(before, [correction("nobody", "1", "2")])))
    expect(refused._tag).toBe("FactsRefused")
  })
})
