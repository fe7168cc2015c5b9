import type { Formation } from "@timbang/core/formation"
import { Sourced } from "@timbang/core/law"
import { Cohort, RuleSetPath, Selection } from "@timbang/core/selection"
import type { Event, RuleSet } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, outcomes, row, rules, select } from "./rounds.ts"

const failure = (
  rows: ReadonlyArray<Cohort.Row>,
  events: ReadonlyArray<Event.Event> = [],
  options: Selection.Options = {},
  ruleSet: RuleSet.RuleSet = rules,
  formations: ReadonlyArray<Formation.Formation> = [cell(1)]
): Selection.SelectionError => {
  const made = Selection.run(ruleSet, formations, Result.getOrThrow(Cohort.fromRows(ruleSet, formations, rows)), events, options)
  if (Result.isSuccess(made)) throw new Error("a selection was made")
  return made.failure
}

describe("Selection.run, first exam", () => {
  it("a score equal to its minimum passes, one point below does not, and every missed minimum is kept", () => {
    const made = select([cell(5)], [row("a", 100, 120), row("b", 99, 120), row("c", 99, 119)], [], { stage: "written" })
    expect(outcomes(made)).toEqual({ a: "advanced", b: "below-threshold", c: "below-threshold" })
    expect(Array.from(made.failed)).toEqual([0, 1, 3])
  })

  it("sends on all who are equal at the boundary, and nobody past them", () => {
    const rows = [row("a", 200, 200), row("b", 199, 200), row("c", 150, 200), row("d", 150, 200), row("e", 149, 200)]
    const made = select([cell(1)], rows, [], { stage: "written" })
    expect(outcomes(made)).toEqual({ a: "advanced", b: "advanced", c: "advanced", d: "advanced", e: "outside-shortlist" })
  })

  it("never tops the shortlist up with people under a minimum", () => {
    const made = select([cell(2)], [row("a", 200, 200), row("b", 99, 250)], [], { stage: "written" })
    expect(outcomes(made)).toEqual({ a: "advanced", b: "below-threshold" })
  })

  it("missing scores without a record of absence are an error that names every component and person at once", () => {
    const people = [{ participant: "a", formation: "F1", scores: { knowledge: 150 } }, { participant: "b", formation: "F1", scores: {} }]
    expect(failure(people)).toMatchObject({
      _tag: "ScoresMissing",
      missing: [{ component: "knowledge", participants: ["b"] }, { component: "attitude", participants: ["a", "b"] }]
    })
  })

  it("a recorded absence is an outcome, and a disqualified person frees the place before the list is made", () => {
    const rows = [row("a", 200, 200), row("b", 190, 200), row("c", 180, 200), row("d", 170, 200), { participant: "e", formation: "F1", scores: {} }]
    const events: ReadonlyArray<Event.Event> = [
      { _tag: "Absent", participant: "e", exam: "written", at: "2024-10-01" },
      { _tag: "Disqualified", participant: "a", exam: "written", at: "2024-10-01", reason: "remote access" }
    ]
    expect(outcomes(select([cell(1)], rows, events, { stage: "written" })))
      .toEqual({ a: "disqualified", b: "advanced", c: "advanced", d: "advanced", e: "absent" })
  })
})

describe("Selection.run, freed places of the shortlist", () => {
  const rows = [row("a", 200, 200, 50), row("b", 190, 200, 60), row("c", 180, 200, 70), row("d", 170, 200, 99)]
  const left: ReadonlyArray<Event.Event> = [{ _tag: "Withdrawn", participant: "a", exam: "practical", at: "2024-11-10" }]

  it("stay empty by the rules of the specimen", () => {
    expect(outcomes(select([cell(1)], rows, left))).toEqual({ a: "withdrawn", b: "not-selected", c: "selected", d: "outside-shortlist" })
  })

  it("are refilled until the day the host names, and not after it", () => {
    const until = (refillUntil: string) => outcomes(select([cell(1)], rows, left, { freedPlaces: "refilled", refillUntil }))
    expect(until("2024-11-10")).toEqual({ a: "withdrawn", b: "not-selected", c: "not-selected", d: "selected" })
    expect(until("2024-11-09")).toEqual({ a: "withdrawn", b: "not-selected", c: "selected", d: "outside-shortlist" })
  })
})

describe("Selection.run, seats and ties", () => {
  const tied = [row("a", 150, 200, 70, { gpa: 3.5 }), row("b", 150, 200, 70, { gpa: 3.5 })]

  it("equals across the last seat are undecided, with what is missing", () => {
    const made = select([cell(1)], tied)
    expect(outcomes(made)).toEqual({ a: "undecided", b: "undecided" })
    const rung = made.final!.rung[1]!
    expect(made.final!.keys[-rung - 1]!.name).toBe("birthDate")
  })

  it("equals inside the seats are seated all the same", () => {
    expect(outcomes(select([cell(2)], tied))).toEqual({ a: "selected", b: "selected" })
  })

  it("the older stands first once birth dates are known", () => {
    const born = [row("a", 150, 200, 70, { gpa: 3.5, birthDate: "1995-01-02" }), row("b", 150, 200, 70, { gpa: 3.5, birthDate: "1995-01-01" })]
    expect(outcomes(select([cell(1)], born))).toEqual({ a: "not-selected", b: "selected" })
  })

  it("a letter that settles the order is heard, also where a birth date is missing", () => {
    const settled: Event.Event = { _tag: "TieSettled", order: ["b", "a"], at: "2025-01-03", letter: "B/12/2025" }
    const made = select([cell(1)], tied, [settled])
    expect(outcomes(made)).toEqual({ a: "not-selected", b: "selected" })
    expect(made.final!.keys[made.final!.rung[0]! - 1]!.name).toBe("letter")
  })

  it("what is missing for one is missing for the tie", () => {
    const three = [...tied.map((each, at) => ({ ...each, gpa: at === 0 ? "3.9" : "3.1" })), row("c", 150, 200, 70)]
    expect(outcomes(select([cell(1)], three))).toEqual({ a: "undecided", b: "undecided", c: "undecided" })
  })
})

describe("Selection.run, filling", () => {
  it("refuses by name a general minimum that nobody knows, when a pass asks for it although no general post is open", () => {
    const path = "thresholds.groups.general.minimums.knowledge"
    const unread = RuleSetPath.replace(rules, path, Sourced.unknown(rules.ranking.source))
    const reserved = [cell(1, { category: "reserved" }), cell(1, { formation: "F2", category: "reserved", location: "Elsewhere" })]
    const people = [row("a", 150, 200, 70), row("b", 150, 200, 60)]
    const cohort = Result.getOrThrow(Cohort.fromRows(unread, reserved, people))
    const made = Selection.run(unread, reserved, cohort, [])
    expect(Result.isFailure(made) && made.failure).toMatchObject({ _tag: "NumbersUnknown", numbers: [{ path }] })
    const without = Selection.run(unread, reserved, cohort, [], { filling: { isRun: false } })
    expect(outcomes(Result.getOrThrow(without))).toEqual({ a: "selected", b: "not-selected" })
  })

  const formations = [
    cell(1, { formation: "F1", category: "general" }),
    cell(1, { formation: "F2", category: "reserved" }),
    cell(1, { formation: "F3", category: "general", location: "District office" })
  ]
  const rows = [
    row("r1", 150, 200, 80, { formation: "F2" }),
    row("r2", 150, 180, 70, { formation: "F2" }),
    row("r3", 99, 200, 75, { formation: "F2" })
  ]

  it("an empty general seat takes the best reserved participant who meets the general minimums", () => {
    const made = select(formations.slice(0, 2), rows)
    expect(outcomes(made)).toEqual({ r1: "selected", r2: "selected-by-filling", r3: "not-selected" })
    expect(made.formations[made.seat[1]!]!.formation).toBe("F1")
    expect(made.ruleSet.filling!.passes[made.pass[1]! - 1]!.id).toBe("move")
  })

  it("is not run when the host says so", () => {
    expect(outcomes(select(formations.slice(0, 2), rows, [], { filling: { isRun: false } })))
      .toEqual({ r1: "selected", r2: "not-selected", r3: "not-selected" })
  })

  it("asks for consent where that reading is chosen: only who is willing moves", () => {
    const consent = { filling: { consent: "asked" as const } }
    const willing: Event.Event = { _tag: "PlacementAnswered", participant: "r2", willing: true, at: "2025-01-02" }
    expect(outcomes(select(formations.slice(0, 2), rows, [], consent))["r2"]).toBe("not-selected")
    expect(outcomes(select(formations.slice(0, 2), rows, [willing], consent))["r2"]).toBe("selected-by-filling")
  })

  it("cell by cell and all cells in one pool are two readings that part", () => {
    const open = [
      cell(0, { formation: "F0" }),
      cell(1, { formation: "F4", location: "North" }),
      cell(1, { formation: "F5", location: "South" })
    ]
    const people = [row("a", 150, 200, 80, { formation: "F4" }), row("b", 150, 200, 70, { formation: "F4" }), row("c", 150, 200, 60, { formation: "F4" })]
    const seatsOf = (made: Selection.Selection) => Array.from(made.seat, (seat) => made.formations[seat]?.formation)
    expect(seatsOf(select(open, people))).toEqual(["F4", "F5", undefined])
    expect(seatsOf(select(open, people, [], { filling: { pool: "cell-by-cell" } }))).toEqual(["F4", "F5", undefined])
  })

  it("leaves equals before too few empty seats undecided, and gives the seat to nobody", () => {
    const equals = [row("r1", 150, 200, 80, { formation: "F2" }), row("r2", 150, 180, 70, { formation: "F2" }), row("r3", 150, 180, 70, { formation: "F2" })]
    const made = select(formations.slice(0, 2), equals)
    expect(outcomes(made)).toEqual({ r1: "selected", r2: "undecided", r3: "undecided" })
    expect(Array.from(made.seat).filter((seat) => seat === 0)).toEqual([])
  })
})

describe("Selection.run, what it refuses", () => {
  it("rules made after the scores, unless a recorded change of law names them", () => {
    const people = [row("a", 150, 200, 70)]
    expect(failure(people, [], { scoredOn: "2023-12-31" })._tag).toBe("LawAfterScores")
    const changed: Event.Event = { _tag: "LawChanged", ruleSet: "specimen", at: "2024-01-05", letter: "B/1/2024" }
    expect(select([cell(1)], people, [changed], { scoredOn: "2023-12-31" }).guard._tag).toBe("changed-by-letter")
    const other: Event.Event = { ...changed, ruleSet: "another" }
    expect(failure(people, [other], { scoredOn: "2023-12-31" })._tag).toBe("LawAfterScores")
  })

  it("a decision that is the board's, unless its letter is named", () => {
    const people = [row("a", 150, 200, 70)]
    expect(failure(people, [], { standing: { _tag: "penetapan" } })).toMatchObject({ _tag: "NotYoursToDecide", decidedBy: "board" })
    expect(select([cell(1)], people, [], { stage: "written", standing: { _tag: "penetapan" } }).options.standing._tag).toBe("penetapan")
  })

  it("a number nobody knows, by its path, and only when the run needs it", () => {
    const source = rules.sources[0]!
    const unknown: RuleSet.RuleSet = {
      ...rules,
      steps: rules.steps.map((step) => step.id === "practice60" && step._tag === "Weight" ? { ...step, percent: Sourced.unknown(source) } : step)
    }
    const error = failure([row("a", 150, 200, 70)], [], {}, unknown)
    expect(error._tag === "NumbersUnknown" && error.numbers.map(({ path }) => path)).toEqual(["steps.practice60.percent"])
    expect(outcomes(select([cell(1)], [row("a", 150, 200)], [], { stage: "written" }, unknown))).toEqual({ a: "advanced" })
  })

  it("numbers that the filling would ask for in a second round, beside those that the run needs; not where nothing is filled", () => {
    const source = rules.sources[0]!
    const meets = `filling.passes.${rules.filling!.passes[0]!.id}.meets`
    const unread = RuleSetPath.replace(rules, "steps.practice60.percent", Sourced.unknown(source))
    const unknown: RuleSet.RuleSet = { ...unread, filling: { ...unread.filling!, passes: unread.filling!.passes.map((pass, at) => at === 0 ? { ...pass, meets: Sourced.unknown(source) } : pass) } }
    const found = (options: Selection.Options) => {
      const error = failure([row("a", 150, 200, 70)], [], options, unknown)
      return error._tag === "NumbersUnknown" && [error.numbers, error.ifSeatsStayEmpty ?? []].map((numbers) => numbers.map(({ path }) => path))
    }
    expect(found({})).toEqual([["steps.practice60.percent"], [meets]])
    const ofTwo = failure([row("a", 150, 200, 70)], [], {}, unknown, [cell(2)])
    expect(ofTwo._tag === "NumbersUnknown" && ofTwo.numbers.map(({ path }) => path)).toEqual(["steps.practice60.percent", meets])
    expect(found({ filling: { isRun: false } })).toEqual([["steps.practice60.percent"], []])
  })
})

describe("Selection.run, a number that only the filling needs", () => {
  const unknown = RuleSetPath.replace(rules, `filling.passes.${rules.filling!.passes[0]!.id}.meets`, Sourced.unknown(rules.sources[0]!))

  it("is named before anything else when a cell has fewer participants than seats, also while scores are missing", () => {
    expect(failure([row("a", 150, 200)], [], {}, unknown, [cell(2)])).toMatchObject({ _tag: "NumbersUnknown", numbers: [{ path: "filling.passes.move.meets" }] })
    expect(failure([row("a", 150, 200)], [], {}, unknown)._tag).toBe("ScoresMissing")
  })

  it("is not asked for when every seat is taken, or nothing is filled", () => {
    expect(outcomes(select([cell(1)], [row("a", 150, 200, 70)], [], {}, unknown))).toEqual({ a: "selected" })
    expect(outcomes(select([cell(2)], [row("a", 150, 200, 70)], [], { filling: { isRun: false } }, unknown))).toEqual({ a: "selected" })
  })
})

describe("Selection.run, properties", () => {
  it("input order never decides", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 0, max: 4 }), fc.integer(), (people, seats, seed) => {
      const shuffled = [...people].sort((a, b) => ((a.participant.charCodeAt(1) * 31 + seed) % 7) - ((b.participant.charCodeAt(1) * 31 + seed) % 7) || (a.participant < b.participant ? 1 : -1))
      const one = select([cell(seats)], people)
      const other = select([cell(seats)], shuffled)
      expect(outcomes(other)).toEqual(outcomes(one))
      const places = (made: Selection.Selection) => Object.fromEntries(made.cohort.participant.map((participant, at) => [participant, [made.final!.rank[at], made.final!.rung[at]]]))
      expect(places(other)).toEqual(places(one))
    }))
  })

  it("seats are never overfilled, and stay empty only when nobody may take them or equals wait for them", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 0, max: 4 }), (people, seats) => {
      const made = select([cell(seats)], people)
      const all = Object.values(outcomes(made))
      const seated = all.filter((outcome) => outcome === "selected").length
      const ranked = all.filter((outcome) => ["selected", "not-selected", "undecided"].includes(outcome)).length
      expect(seated).toBeLessThanOrEqual(seats)
      if (!all.includes("undecided")) expect(seated).toBe(Math.min(seats, ranked))
    }))
  })
})
