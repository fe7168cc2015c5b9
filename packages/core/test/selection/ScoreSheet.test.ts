import type { LegalSource } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Announcement, Cohort, Outcome, Rubric, ScoreSheet, Selection, Specimen } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = { instrument: "Pedoman SKB tambahan", confidence: "host" }
const rubric: Rubric.Rubric = {
  component: "work",
  exam: "practical",
  fixedOn: "2024-12-01",
  criteria: [
    { id: "result", title: "Result", outOf: 10, decimals: 1, percent: 70 },
    { id: "manner", title: "Manner", outOf: 5, decimals: 0, percent: 30 }
  ],
  decimals: 3,
  rounding: "half-up",
  source
}
const sessions = [
  { id: "2", on: "2024-12-11", participants: ["24-2"] },
  { id: "1", on: "2024-12-10", participants: ["24-1"] }
]
const entry = (participant: string, by: string, result: string, manner: string): ScoreSheet.Entry => ({
  participant,
  by,
  attended: true,
  scores: { result, manner }
})
const absent = (participant: string, by: string): ScoreSheet.Entry => ({ participant, by, attended: false, scores: {} })
const entries = [
  entry("24-1", "a", "8.5", "4"),
  entry("24-1", "b", "8.5", "4"),
  absent("24-2", "a"),
  absent("24-2", "b")
]
const correction = {
  participant: "24-1",
  criterion: "manner",
  from: "4",
  to: "5",
  at: "2024-12-20",
  basis: "Sanggah 7"
}
const finish = (more: Partial<Parameters<typeof ScoreSheet.finish>[0]> = {}) =>
  ScoreSheet.finish({ rubric, sessions, entries, corrections: [], ...more })
const failure = (more: Parameters<typeof finish>[0]) => Result.getOrThrow(Result.flip(finish(more)))
const problems = (more: Parameters<typeof finish>[0]) => {
  const error = failure(more)
  return error._tag === "SheetRefused" ? error.faults.map(({ cell, problem }) => [problem, cell]) : error._tag
}

describe("ScoreSheet.finish", () => {
  it("gives scores in whole units, and whoever stayed away as an event of their session's day", () => {
    expect(Result.getOrThrow(finish())).toEqual({
      component: "work",
      decimals: 3,
      scores: [{ participant: "24-1", units: 83500, parts: [59500, 24000] }],
      absent: [{ _tag: "Absent", participant: "24-2", exam: "practical", at: "2024-12-11" }],
      corrected: []
    })
  })

  it("refuses a rubric fixed after the first session, and takes one fixed on its day", () => {
    expect(Result.isSuccess(finish({ rubric: { ...rubric, fixedOn: "2024-12-10" } }))).toBe(true)
    const late = failure({ rubric: { ...rubric, fixedOn: "2024-12-11" } })
    expect(late).toMatchObject({ _tag: "RubricLate", firstSession: "2024-12-10" })
  })

  it("refuses weights that do not make 100 and a criterion named twice", () => {
    const [first, second] = rubric.criteria
    const criteria = [first!, { ...second!, percent: 20 }, { ...first!, percent: 0 }]
    expect(failure({ rubric: { ...rubric, criteria } })).toMatchObject({
      problems: [{ _tag: "WeightsNotWhole", foundPercent: 90 }, { _tag: "CriterionTwice", criterion: "result" }]
    })
  })

  it("refuses entries that differ and shows each cell with both people", () => {
    const differing = [
      entry("24-1", "a", "8.5", "4"),
      entry("24-1", "b", "5.8", "3"),
      entry("24-2", "d", "1", "1"),
      absent("24-2", "c")
    ]
    const error = failure({ entries: differing })
    expect(error._tag === "EntriesDiffer" && error.differences).toEqual([
      { participant: "24-1", cell: "result", entries: [{ by: "a", found: "8.5" }, { by: "b", found: "5.8" }] },
      { participant: "24-1", cell: "manner", entries: [{ by: "a", found: "4" }, { by: "b", found: "3" }] },
      { participant: "24-2", cell: "attended", entries: [{ by: "c", found: "no" }, { by: "d", found: "yes" }] }
    ])
    expect(error.message).toContain("24-1, result: 8.5 by a, 5.8 by b")
  })

  it("compares numbers, not spellings", () => {
    const spelt = [entry("24-1", "a", "8.5", "4"), entry("24-1", "b", "8.50", "04"), ...entries.slice(2)]
    expect(Result.getOrThrow(finish({ entries: spelt })).scores[0]!.units).toBe(83500)
  })

  it("needs two entries by different people for everybody of every session", () => {
    expect(problems({ entries: entries.slice(1) })).toEqual([["entries-not-two", ""]])
    expect(problems({ entries: [entries[0]!, entries[0]!, ...entries.slice(2)] })).toEqual([["same-person-twice", ""]])
    expect(problems({ entries: [...entries, entry("24-9", "a", "1", "1")] })).toEqual([["participant-unknown", ""]])
  })

  it("refuses cells that are missing, out of range, unknown, or of somebody absent", () => {
    const faulty: ReadonlyArray<ScoreSheet.Entry> = [
      { participant: "24-1", by: "a", attended: true, scores: { result: "10.1", charm: "5" } },
      entries[1]!,
      { ...absent("24-2", "a"), scores: { result: "3" } },
      entries[3]!
    ]
    expect(problems({ entries: faulty })).toEqual([
      ["criterion-unknown", "charm"],
      ["score-invalid", "result"],
      ["score-missing", "manner"],
      ["score-of-absent", "result"]
    ])
  })

  it("a correction names what stood there and its basis, and becomes an event with both totals", () => {
    const again = { ...correction, from: "5", to: "3", at: "2024-12-21", basis: "Putusan 3/G/2025" }
    expect(Result.getOrThrow(finish({ corrections: [again, correction] })).corrected).toEqual([
      {
        _tag: "Corrected",
        participant: "24-1",
        component: "work",
        from: "83.500",
        to: "89.500",
        at: "2024-12-20",
        basis: "Sanggah 7"
      },
      {
        _tag: "Corrected",
        participant: "24-1",
        component: "work",
        from: "89.500",
        to: "77.500",
        at: "2024-12-21",
        basis: "Putusan 3/G/2025"
      }
    ])
    expect(problems({ corrections: [{ ...correction, from: "3" }] })).toEqual([["from-differs", "manner"]])
    expect(problems({ corrections: [{ ...correction, basis: " " }] })).toEqual([["basis-missing", "manner"]])
    expect(problems({ corrections: [{ ...correction, to: "6" }] })).toEqual([["score-invalid", "manner"]])
  })

  it("scores and events run through a selection that announced the test", () => {
    const test = (id: string, percent: number) => ({
      id,
      title: id,
      kind: id,
      main: id === "cat",
      percent,
      outOf: 100,
      decimals: 3
    })
    const tests = [test("cat", 60), test("work", 40)]
    const rules = Result.getOrThrow(Announcement.apply(
      { ...Specimen.ruleSet, secondExam: Specimen.secondExam },
      { agencyKind: "regional", tests, source }
    ))
    const { absent: away, corrected, decimals, scores } = Result.getOrThrow(finish({ corrections: [correction] }))
    const unitsOf = (participant: string) => scores.find((score) => score.participant === participant)?.units
    const rows = ["24-1", "24-2"].map((participant) => {
      const units = unitsOf(participant)
      const work = units === undefined ? {} : { work: Scaled.format(units, decimals) }
      return { participant, formation: "F1", scores: { knowledge: 150, attitude: 150, cat: 80, ...work } }
    })
    const cohort = Result.getOrThrow(Cohort.fromRows(rules, [Specimen.formation], rows))
    const made = Result.getOrThrow(Selection.run(rules, [Specimen.formation], cohort, [...away, ...corrected]))
    expect(Array.from(made.outcome, (tag) => Outcome.tags[tag])).toEqual(["selected", "absent-second"])
    expect(made.values["practice"]![0]).toBe(48_000 + 35_800)
  })

  it("the order of entries and sessions decides nothing", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: 4 }),
        fc.shuffledSubarray(sessions, { minLength: 2 }),
        (a, b) => {
          expect(finish({ entries: a, sessions: b })).toEqual(finish())
        }
      )
    )
  })

  it("a total never leaves 0 to 100 by more than the rounding of its parts, and full marks make 100", () => {
    const cells = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 5 }))
    fc.assert(fc.property(cells, (units) => {
      const { parts, units: total } = Rubric.weigh(rubric, units)
      expect(total).toBe(parts[0]! + parts[1]!)
      expect(total).toBeGreaterThanOrEqual(0)
      expect(total).toBeLessThanOrEqual(100_000)
    }))
    expect(Rubric.weigh(rubric, [100, 5]).units).toBe(100_000)
  })
})
