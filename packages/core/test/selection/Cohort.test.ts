import { Sourced } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Cohort, type RuleSet, type ScoreStep, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, row, rules } from "./rounds.ts"

const source = rules.sources[0]!
const known = <A>(value: A) => Sourced.known(value, source)
const addition = (of: string, ...ids: ReadonlyArray<string>): ScoreStep.ScoreStep => ({
  _tag: "Addition",
  id: `${of}More`,
  title: of,
  of,
  base: known(100),
  cap: known(100),
  combination: Sourced.known("add-up", source),
  rounding: known("half-up"),
  entitlements: ids.map((id) => ({ id, title: id, percent: known(10), source })),
  decidedBy: "board",
  source
})
const classes = { order: [{ id: "R1", title: "first" }, { id: "R2", title: "second" }], decidedBy: "board", source }
const full: RuleSet.RuleSet = {
  ...rules,
  ranking: { ...rules.ranking, classes },
  steps: [...rules.steps, addition("knowledge", "teacher", "veteran"), addition("practice", "island")]
}
const formations = [cell(1), cell(1, { formation: "F2" })]
const read = (rows: ReadonlyArray<Cohort.Row>, ruleSet: RuleSet.RuleSet = full) => Cohort.fromRows(ruleSet, formations, rows)
const faultsOf = (rows: ReadonlyArray<Cohort.Row>, ruleSet: RuleSet.RuleSet = full) => {
  const made = read(rows, ruleSet)
  return Result.isFailure(made) ? made.failure.faults : []
}

describe("Cohort.fromRows", () => {
  it("lays every row out in columns, in units of the last decimal, and marks what is absent", () => {
    const made = Result.getOrThrow(read([
      row("a", 150, 200, "70.25", { formation: "F2", gpa: "3.5", birthDate: "1970-01-02", priorityClass: "R2", entitlements: ["veteran", "island"] }),
      { participant: "b", formation: "F1", scores: { knowledge: "0", practice: "" } }
    ]))
    expect(made.size).toBe(2)
    expect(made.participant).toEqual(["a", "b"])
    expect(Array.from(made.formation)).toEqual([1, 0])
    expect(Object.fromEntries(Object.entries(made.scores).map(([id, column]) => [id, Array.from(column)]))).toEqual({
      knowledge: [150, 0],
      attitude: [200, Cohort.absent],
      practice: [70_250, Cohort.absent]
    })
    expect(Array.from(made.gradeAverage!)).toEqual([3500, Cohort.absent])
    expect(Array.from(made.birthDay!)).toEqual([1, Cohort.absentDay])
    expect(Array.from(made.priorityClass!)).toEqual([1, Cohort.absentClass])
    expect(Array.from(made.entitlements!)).toEqual([0b110, 0])
  })

  it("lists every fault of every row at once, by row and column", () => {
    const faults = faultsOf([
      row("a", 301, 200.5, "1.0001", { formation: "F9", gpa: "-1", birthDate: "1999-02-29", priorityClass: "R9", entitlements: ["island", "none"] }),
      { participant: "", formation: "F1", scores: { wit: 3, knowledge: "many" } },
      row("a", 1, 1)
    ])
    expect(faults.map(({ column, problem, row: at }) => [at, column, problem])).toEqual([
      [1, "formation", "formation-unknown"],
      [1, "knowledge", "score-out-of-range"],
      [1, "attitude", "score-not-a-number"],
      [1, "practice", "score-not-a-number"],
      [1, "gpa", "grade-average-not-a-number"],
      [1, "birthDate", "birth-date-not-a-day"],
      [1, "priorityClass", "class-unknown"],
      [1, "entitlements", "entitlement-unknown"],
      [2, "participant", "participant-empty"],
      [2, "wit", "component-unknown"],
      [2, "knowledge", "score-not-a-number"],
      [3, "participant", "participant-duplicate"]
    ])
    expect(faults[1]!.accepted).toBe("0 to 300 in steps of 1")
  })

  it("never repeats a birth date, only its shape", () => {
    const refused = Result.getOrThrow(Result.flip(read([row("a", 1, 1, 1, { birthDate: "31-12-1990" })])))
    expect(refused.message).toContain("99-99-9999")
    expect(refused.message).not.toContain("1990")
  })

  it("says how many more cells there are past the first twenty", () => {
    const refused = Result.getOrThrow(Result.flip(read(Array.from({ length: 25 }, (_, at) => row(`p${at}`, 999, 1)))))
    expect(refused.faults).toHaveLength(25)
    expect(refused.message.split("\n").at(-1)).toBe("and 5 more")
  })

  it("a round without classes or entitlements refuses both", () => {
    const given = row("a", 1, 1, 1, { priorityClass: "R1", entitlements: ["island"] })
    expect(faultsOf([given], rules).map(({ problem }) => problem)).toEqual(["class-unknown", "entitlement-unknown"])
  })
})

describe("Cohort.readScore", () => {
  const component = fc.record({
    minimum: fc.integer({ min: 0, max: 50 }),
    width: fc.integer({ min: 0, max: 200 }),
    decimals: fc.integer({ min: 0, max: 3 }),
    step: fc.integer({ min: 1, max: 7 })
  }).map(({ decimals, minimum, step, width }) => ({ minimum, maximum: known(minimum + width), decimals, step }))

  it("takes exactly the multiples of the step from the minimum to the maximum, both included", () => {
    fc.assert(fc.property(component, fc.integer({ min: 0, max: 300_000 }), (given, units) => {
      const [low, high] = [given.minimum, given.maximum.value].map((points) => points * 10 ** given.decimals)
      const isWithin = units >= low! && units <= high!
      const expected = !isWithin ? "score-out-of-range" : (units - low!) % given.step === 0 ? units : "score-off-step"
      expect(Cohort.readScore(given, Scaled.format(units, given.decimals))).toBe(expected)
      expect(Cohort.readScore(given, Scaled.format(low!, given.decimals))).toBe(low)
    }))
  })

  it("has no upper end where the maximum is not known", () => {
    const open = { minimum: 0, maximum: { _tag: "Unknown", source }, decimals: 0, step: 1 } as const
    expect(Cohort.readScore(open, "123456")).toBe(123_456)
    expect(Cohort.acceptedScores(open)).toContain("a maximum not known")
  })
})

describe("Cohort.entitlementsOf", () => {
  it("numbers the entitlements of all additions in the order of the steps", () => {
    expect(Cohort.entitlementsOf(full).map(({ id }) => id)).toEqual(["teacher", "veteran", "island"])
    expect(Cohort.entitlementsOf(Specimen.ruleSet)).toEqual([])
  })
})
