import { Sourced } from "@timbang/core/law"
import { type Cohort, Comparison, type Event, LastList, type RuleSet, Selection, Shortlist } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, outcomes, row, rules, select } from "./rounds.ts"

const source = rules.sources[0]!
const written = { stage: "written" } as const

/** Who goes on, told by counting those ahead: no ranking of the engine is used. */
const goingOn = (people: ReadonlyArray<Cohort.Row>, seats: number): ReadonlyArray<string> => {
  const scores = people.map(({ participant, scores: { attitude, knowledge } }) => ({
    participant,
    isMeeting: Number(knowledge) >= 100 && Number(attitude) >= 120,
    total: Number(knowledge) + Number(attitude),
    attitude: Number(attitude)
  }))
  const meeting = scores.filter(({ isMeeting }) => isMeeting)
  const ahead = (one: (typeof scores)[number]) =>
    meeting.filter((other) => other.total > one.total || (other.total === one.total && other.attitude > one.attitude)).length
  return meeting.filter((one) => ahead(one) < 3 * seats).map(({ participant }) => participant).sort()
}
const advanced = (made: Selection.Selection): ReadonlyArray<string> =>
  Object.entries(outcomes(made)).filter(([, outcome]) => outcome === "advanced").map(([participant]) => participant).sort()

describe("the shortlist", () => {
  it("has three places for each seat: the fourth of one seat stays behind, and of two seats the seventh", () => {
    const people = Array.from({ length: 8 }, (_, at) => row(`p${at}`, 200 - at, 200))
    expect(advanced(select([cell(1)], people, [], written))).toEqual(["p0", "p1", "p2"])
    expect(advanced(select([cell(2)], people, [], written))).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"])
    expect(advanced(select([cell(0)], people, [], written))).toEqual([])
  })

  it("parts equals of the total at the boundary by the ladder, and by nothing that the ladder does not name", () => {
    const first = [row("a", 200, 200), row("b", 199, 200)]
    const byAttitude = [...first, row("c", 140, 160), row("d", 141, 159)]
    expect(advanced(select([cell(1)], byAttitude, [], written))).toEqual(["a", "b", "c"])
    const alike = [...first, row("c", 140, 160, undefined, { gpa: "3.9", birthDate: "1980-01-01" }), row("d", 140, 160, undefined, { gpa: "2.0", birthDate: "1999-01-01" })]
    expect(advanced(select([cell(1)], alike, [], written))).toEqual(["a", "b", "c", "d"])
  })

  it("counts only people of the same cell", () => {
    const people = ["F1", "F2"].flatMap((formation) => Array.from({ length: 4 }, (_, at) => row(`${formation}-${at}`, 200 - at, 200, undefined, { formation })))
    expect(advanced(select([cell(1), cell(1, { formation: "F2" })], people, [], written))).toEqual(["F1-0", "F1-1", "F1-2", "F2-0", "F2-1", "F2-2"])
  })

  it("is exactly those who meet every minimum and have fewer than three for each seat ahead of them", () => {
    fc.assert(fc.property(crowd(16), fc.integer({ min: 0, max: 3 }), (people, seats) => {
      expect(advanced(select([cell(seats)], people, [], written))).toEqual(goingOn(people, seats))
    }))
  })
})

describe("a place that falls free", () => {
  const leaving = (participant: string, at: string, tag: "Withdrawn" | "Absent" = "Withdrawn"): Event.Event & { readonly participant: string } => ({ _tag: tag, participant, exam: "practical", at })
  /** Who of the others is on the list when it counts. */
  const others = (people: ReadonlyArray<Cohort.Row>, seats: number, left: Event.Event & { readonly participant: string }, options: Selection.Options) =>
    Object.entries(outcomes(select([cell(seats)], people, [left], options)))
      .filter(([participant, outcome]) => participant !== left.participant && outcome !== "outside-shortlist" && outcome !== "below-threshold")
      .map(([participant]) => participant).sort()
  const until = { freedPlaces: "refilled", refillUntil: "2024-11-10" } as const
  const picked = fc.tuple(crowd(), fc.integer({ min: 1, max: 2 }), fc.nat())

  it("refilled: the list is as if the person had never been on it, for every reason to leave", () => {
    fc.assert(fc.property(picked, fc.constantFrom("Withdrawn", "Absent"), ([people, seats, pick], tag) => {
      const gone = people[pick % people.length]!.participant
      expect(others(people, seats, leaving(gone, "2024-11-10", tag), until))
        .toEqual(goingOn(people.filter(({ participant }) => participant !== gone), seats))
    }))
  })

  it("stays empty by the rules, and after the last day of refilling: everybody else is listed as before", () => {
    fc.assert(fc.property(picked, ([people, seats, pick]) => {
      const gone = people[pick % people.length]!.participant
      const readings = [[{}, "2024-11-10"], [{ ...until, freedPlaces: "stay-empty" }, "2024-11-10"], [until, "2024-11-11"]] as const
      for (const [options, at] of readings) {
        expect(others(people, seats, leaving(gone, at), options))
          .toEqual(goingOn(people, seats).filter((participant) => participant !== gone))
      }
    }))
  })
})

describe("a second group", () => {
  const secondGroup: Shortlist.SecondGroup = {
    groups: [{ id: "second", title: "Second", categories: ["general"], minimums: [{ of: "written", minimum: Sourced.known(255, source) }], source }],
    finalRanking: Sourced.known("together", source),
    decidedBy: "board",
    source
  }
  const of2018: RuleSet.RuleSet = { ...rules, shortlist: { ...rules.shortlist!, secondGroup } }
  const firstExam = (seats: number, people: ReadonlyArray<Cohort.Row>) => outcomes(select([cell(seats)], people, [], written, of2018))
  const under = (participant: string, total: number) => row(participant, 99, total - 99)

  it("takes three places for each seat that the first group leaves uncovered (example A3: two seats, one person)", () => {
    const people = [row("first", 150, 150), under("a", 300), under("b", 290), under("c", 280), under("d", 270)]
    expect(firstExam(2, people)).toEqual({
      first: "advanced",
      a: "advanced-second-group",
      b: "advanced-second-group",
      c: "advanced-second-group",
      d: "below-threshold"
    })
  })

  it("takes nobody once the first group covers the seats, nobody under its own minimum, and all who are equal at the boundary", () => {
    expect(firstExam(1, [row("first", 150, 150), under("a", 340)])["a"]).toBe("below-threshold")
    expect(firstExam(1, [under("a", 255), under("b", 254)])).toEqual({ a: "advanced-second-group", b: "below-threshold" })
    const equals = [under("a", 300), under("b", 290), under("c", 280), under("d", 280)]
    expect(Object.values(firstExam(1, equals))).toEqual(Array(4).fill("advanced-second-group"))
  })

  it("is ranked in a list of its own, from 1, after the first group's; whoever misses its minimum too has no rank", () => {
    const people = [row("first", 150, 150), row("next", 150, 140), under("a", 300), under("b", 290), under("c", 290), under("out", 254)]
    const made = select([cell(3), { ...cell(1), formation: "F2" }], [...people, { ...under("d", 280), formation: "F2" }], [], written, of2018)
    const names = (rows: Int32Array) => Array.from(rows, (at) => made.cohort.participant[at])
    const last = LastList.of(made)!
    expect([names(last.order), Array.from(last.starts)]).toEqual([["first", "next", "a", "b", "c", "d"], [0, 5, 6]])
    expect(Array.from(last.rank)).toEqual([1, 2, 1, 2, 2, 0, 1])
    expect(Array.from(last.rung)).toEqual([0, 1, 0, 1, -last.keys.length - 1, 0, 0])
    expect(Array.from(last.rank, (_, at) => LastList.rankOf(made, at))).toEqual(Array.from(last.rank))
  })

  it("shows its ranks in a comparison", () => {
    const before = select([cell(2)], [under("a", 300), under("b", 290)], [], written, of2018)
    const after = select([cell(2)], [under("a", 300), under("b", 310)], [], written, of2018)
    expect(Comparison.compare(before, after).moves.map(({ after, before, participant }) => [participant, before.rank, after.rank])).toEqual([["a", 1, 2], ["b", 2, 1]])
  })

  it("has places by the seats that are left", () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(50), (seats, first) => {
      expect(Shortlist.secondGroupPlaces(3, seats, first)).toBe(first >= seats ? 0 : 3 * (seats - first))
    }))
  })
})
