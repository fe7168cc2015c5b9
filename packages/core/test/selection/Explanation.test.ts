import { Cohort, type Event, Explanation, type RuleSet, Selection, SmallestChange, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

type Scores = readonly [knowledge: number, attitude: number, practice?: number]

const rows = (people: Readonly<Record<string, Scores>>, more: (participant: string) => object = () => ({})) =>
  Object.entries(people).map(([participant, [knowledge, attitude, practice]]) => ({
    participant,
    formation: "F1",
    scores: { knowledge, attitude, ...(practice === undefined ? {} : { practice }) },
    ...more(participant)
  }))

const run = (
  given: ReadonlyArray<Cohort.Row>,
  events: ReadonlyArray<Event.Event> = [],
  ruleSet: RuleSet.RuleSet = Specimen.ruleSet
): Selection.Selection =>
  Result.getOrThrow(Selection.run(
    ruleSet,
    [Specimen.formation],
    Result.getOrThrow(Cohort.fromRows(ruleSet, [Specimen.formation], given)),
    events
  ))

const explain = (selection: Selection.Selection, participant: string): Explanation.Explanation =>
  Explanation.explain(selection, selection.cohort.participant.indexOf(participant))

describe("Explanation.explain", () => {
  const selection = run(rows({ a: [200, 200, 80], b: [200, 190, 70], c: [90, 110], d: [150, 150, 60], e: [140, 150, 60], f: [150, 150, 40] }))

  it("names every minimum with what was reached, the missed ones too", () => {
    expect(explain(selection, "c").minimums.map(({ amount, isMet, limit }) => [amount.id, amount.units, limit, isMet])).toEqual([
      ["knowledge", 90, 100, false],
      ["attitude", 110, 120, false]
    ])
  })

  it("tells rank, the neighbour above, what parted the two, and the distance to the last seat", () => {
    expect(explain(selection, "b").final).toMatchObject({
      rank: 2,
      of: 4,
      neighbour: { participant: "a", how: "parted", rung: "final", own: { units: 70364 }, theirs: { units: 77091 } },
      cut: { amount: { units: 77091 }, distance: -6727 }
    })
    expect(explain(selection, "a").final?.neighbour).toBeUndefined()
  })

  it("gives every rounded step with what went into it", () => {
    expect(explain(selection, "a").steps.map(({ inputs, result }) => [inputs.map(({ units }) => units), result.units])).toEqual([
      [[200, 200], 400],
      [[400], 72727],
      [[72727], 29091],
      [[80000], 48000],
      [[29091, 48000], 77091]
    ])
  })

  it("never shows a birth date, not even to people it parted", () => {
    const born = run(rows({ a: [200, 200, 80], b: [200, 200, 80] }, (each) => ({ birthDate: each === "a" ? "1990-02-03" : "1991-04-05", gpa: "3.5" })))
    const text = JSON.stringify([explain(born, "a"), explain(born, "b")])
    expect(explain(born, "b").final?.neighbour?.rung).toBe("birthDate")
    expect(text).not.toMatch(/1990|1991|7338|7764/)
  })

  it("tells the reason of a disqualification, and neither which test excluded somebody nor why a requirement was unmet", () => {
    const at = "2024-12-01"
    const people = run(rows({ a: [200, 200, 80], b: [200, 200, 80], c: [200, 200, 80] }), [
      { _tag: "Disqualified", participant: "a", exam: "practical", at, reason: "sent a stand-in" },
      { _tag: "Eliminated", participant: "b", exam: "practical", at, test: "health" },
      { _tag: "Ineligible", participant: "c", exam: "written", at, requirement: "age", reason: "born 1980-01-01" }
    ])
    expect(explain(people, "a").failedFacts.map(({ condition, reason }) => [condition, reason])).toEqual([["Honesty", "sent a stand-in"]])
    expect(explain(people, "b").failedFacts.map(({ condition, reason }) => [condition, reason])).toEqual([["ExcludingTest", undefined]])
    expect(JSON.stringify(["b", "c"].map((each) => explain(people, each)))).not.toMatch(/health|1980/)
  })

  it("shows no distance to somebody of another priority class", () => {
    const { source } = Specimen.ruleSet.ranking
    const order = ["first", "later"].map((id) => ({ id, title: id, source }))
    const ranking = { ...Specimen.ruleSet.ranking, classes: { decidedBy: "board", source, order } } as RuleSet.RuleSet["ranking"]
    const classes: Readonly<Record<string, string>> = { a: "first", b: "later", c: "later" }
    const ranked = run(
      rows({ a: [150, 150, 50], b: [200, 200, 90], c: [200, 200, 80] }, (each) => ({ priorityClass: classes[each] })),
      [],
      { ...Specimen.ruleSet, ranking }
    )
    expect(explain(ranked, "b").final).toMatchObject({ rank: 2, neighbour: { participant: "a", rung: "class" } })
    expect([explain(ranked, "b").final?.cut, explain(ranked, "a").final?.cut?.distance]).toEqual([undefined, 0])
    expect(explain(ranked, "b").smallestChange).toEqual({ _tag: "NoneSuffices", goal: "seat" })
  })
})

describe("SmallestChange.find", () => {
  const people = fc.array(fc.tuple(fc.integer({ min: 80, max: 300 }), fc.integer({ min: 100, max: 250 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 2,
    maxLength: 7
  })
  const outcomes: ReadonlyArray<string> = ["selected", "selected-by-filling"]

  it("is enough when the selection is run again, and one step less is not", () => {
    fc.assert(fc.property(people, (scores) => {
      const given = (changed?: readonly [who: string, component: string, units: number]) =>
        scores.map(([knowledge, attitude, practice], at) => {
          const own: Record<string, number> = { knowledge, attitude, practice }
          if (changed !== undefined && changed[0] === `p${at}`) own[changed[1]] = changed[1] === "practice" ? changed[2] / 1000 : changed[2]
          return { participant: `p${at}`, formation: "F1", scores: own }
        })
      const made = run(given())
      const reached = (again: Selection.Selection, row: number, goal: SmallestChange.Goal): boolean => {
        const { outcome } = Explanation.explain(again, row)
        return goal === "seat" ? outcomes.includes(outcome) : !["below-threshold", "outside-shortlist"].includes(outcome)
      }
      scores.forEach((_, row) => {
        const change = SmallestChange.find(made, row)
        if (change._tag !== "Found") return
        for (const { component, from, to } of change.changes) {
          // A change of a written score may also bring somebody else into or out of the shortlist; the seat is told for
          // everybody else's place unchanged.
          if (change.goal === "seat" && component !== "practice") continue
          expect(reached(run(given([`p${row}`, component, to])), row, change.goal)).toBe(true)
          if (to - 1 > from) expect(reached(run(given([`p${row}`, component, to - 1])), row, change.goal)).toBe(false)
        }
      })
    }), { numRuns: 60 })
  })

  it("is not asked of somebody selected or excluded", () => {
    const made = run(rows({ a: [200, 200, 80], b: [200, 200, 70] }), [{ _tag: "Withdrawn", participant: "b", exam: "practical", at: "2024-12-01" }])
    expect([SmallestChange.find(made, 0), SmallestChange.find(made, 1)]).toEqual([{ _tag: "NotAsked" }, { _tag: "NotAsked" }])
  })
})
