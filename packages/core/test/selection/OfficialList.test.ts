import { OfficialList, Selection } from "@timbang/core/selection"
import { Comparison } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, rules, select } from "./rounds.ts"

/** The list that an agency would publish of a selection, with components and steps. */
const published = (made: Selection.Selection): ReadonlyArray<OfficialList.OfficialRow> =>
  made.cohort.participant.flatMap((participant, at) => {
    const { code, rank } = Comparison.positionOf(made, at)
    if (made.final!.rank[at] === 0) return []
    return [{
      participant,
      formation: "F1",
      values: Object.fromEntries(Object.entries(made.values).map(([id, column]) => [id, column[at]!])),
      ...(made.cohort.gradeAverage![at]! < 0 ? {} : { gradeAverage: made.cohort.gradeAverage![at]! }),
      ...(made.cohort.birthDay![at]! < -1_000_000 ? {} : { birthDay: made.cohort.birthDay![at]! }),
      code,
      rank: rank!
    }]
  })

const check = (rows: ReadonlyArray<OfficialList.OfficialRow>, seats: number) => OfficialList.check({ ruleSet: rules, formations: [cell(seats)], rows })

describe("OfficialList.check", () => {
  it("finds a list made by the rules equal in every row", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 1, max: 3 }), (people, seats) => {
      const rows = published(select([cell(seats)], people))
      expect(check(rows, seats).findings.map(({ _tag }) => _tag)).toEqual(rows.map(() => "Equal"))
    }))
  })

  it("names the first step that was altered, whichever it is, and no row but that one for a score", () => {
    fc.assert(fc.property(crowd(), fc.constantFrom("written", "written100", "written40", "practice60", "final"), fc.nat(), (people, step, pick) => {
      const rows = published(select([cell(2)], people))
      fc.pre(rows.length > 0)
      const at = pick % rows.length
      const altered = rows.map((each, index) => index === at ? { ...each, values: { ...each.values, [step]: each.values[step]! + 1 } } : each)
      const { findings } = check(altered, 2)
      expect(findings[at]).toMatchObject({ _tag: "Differs", step, official: String(altered[at]!.values[step]), recomputed: String(rows[at]!.values[step]) })
      expect(findings.filter(({ _tag }) => _tag === "Differs")).toHaveLength(1)
    }))
  })

  it("takes printed steps as given where their inputs are not printed, and says that it did", () => {
    const checked = check([{ participant: "a", formation: "F1", values: { written: 398, practice: 51_000, final: 59_546 } }], 1)
    expect(checked.findings).toEqual([{ _tag: "Equal", checked: ["final"], notChecked: [{ step: "written", missing: ["knowledge", "attitude"] }] }])
  })

  it("says that nothing could be checked, and because of what", () => {
    expect(check([{ participant: "a", formation: "F1", values: { final: 59_546 } }], 1).findings)
      .toEqual([{ _tag: "NotCheckable", because: ["written40", "practice60"] }])
  })

  it("lists people missing on either side", () => {
    const checked = OfficialList.check({
      ruleSet: rules,
      formations: [cell(1)],
      known: ["a", "b"],
      rows: [{ participant: "a", formation: "F1", values: {} }, { participant: "c", formation: "F1", values: {} }]
    })
    expect([checked.missingFromList, checked.missingFromRecords]).toEqual([["b"], ["c"]])
  })
})
