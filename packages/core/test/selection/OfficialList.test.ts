import type { Formation } from "@timbang/core/formation"
import { LastList, OfficialList, Selection } from "@timbang/core/selection"
import { Comparison } from "@timbang/core/selection"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cell, crowd, rules, select } from "./rounds.ts"

/** The list that an agency would publish of a selection, with components and steps. */
const published = (made: Selection.Selection): ReadonlyArray<OfficialList.OfficialRow> =>
  made.cohort.participant.flatMap((participant, at) => {
    const { code, rank } = Comparison.positionOf(made, at)
    const decidedBy = LastList.decidedBy(made, at)
    if (made.final!.rank[at] === 0) return []
    return [{
      participant,
      formation: "F1",
      values: Object.fromEntries(Object.entries(made.values).map(([id, column]) => [id, column[at]!])),
      ...(made.cohort.gradeAverage![at]! < 0 ? {} : { gradeAverage: made.cohort.gradeAverage![at]! }),
      ...(made.cohort.birthDay![at]! < -1_000_000 ? {} : { birthDay: made.cohort.birthDay![at]! }),
      code,
      rank: rank!,
      ...(decidedBy === undefined ? {} : { decidedBy })
    }]
  })

const check = (rows: ReadonlyArray<OfficialList.OfficialRow>, seats: number) => OfficialList.check({ ruleSet: rules, formations: [cell(seats)], rows })

describe("OfficialList.check", () => {
  it("counts with the seats that the list prints, and with the given ones where they differ, which it says", () => {
    const list = [
      { participant: "a", formation: "F1", values: { knowledge: 200, attitude: 200, practice: 50_000 }, code: "selected" },
      { participant: "b", formation: "F1", values: { knowledge: 190, attitude: 200, practice: 50_000 }, code: "not selected" }
    ]
    const printed = (seats: number, formations: ReadonlyArray<Formation.Formation>) => {
      const { findings, seatsAssumed, seatsDiffer } = OfficialList.check({ ruleSet: rules, formations, rows: list, printedSeats: [{ formation: "F1", seats }] })
      return { findings: findings.map(({ _tag }) => _tag), seatsAssumed, seatsDiffer }
    }
    expect(printed(1, [])).toEqual({ findings: ["Equal", "Equal"], seatsAssumed: [], seatsDiffer: [] })
    expect(printed(2, [])).toEqual({ findings: ["Equal", "Differs"], seatsAssumed: [], seatsDiffer: [] })
    expect(printed(2, [cell(1)])).toEqual({ findings: ["Equal", "Equal"], seatsAssumed: [], seatsDiffer: [{ formation: "F1", official: 2, given: 1 }] })
  })

  it("finds a list made by the rules equal in every row", () => {
    fc.assert(fc.property(crowd(), fc.integer({ min: 1, max: 3 }), (people, seats) => {
      const rows = published(select([cell(seats)], people))
      expect(check(rows, seats).findings.map(({ _tag }) => _tag)).toEqual(rows.map(() => "Equal"))
    }))
  })

  it("names the rung that was altered", () => {
    fc.assert(fc.property(crowd(), fc.nat(), (people, pick) => {
      const rows = published(select([cell(2)], people))
      const at = rows.findIndex(({ decidedBy, rank }, index) => index >= pick % Math.max(rows.length, 1) && decidedBy !== undefined && !decidedBy.includes(":") && rows.filter((other) => other.rank === rank).length === 1)
      fc.pre(at !== -1)
      const altered = rows.map((each, index) => index === at ? { ...each, decidedBy: "altered" } : each)
      expect(check(altered, 2).findings[at]).toEqual({ _tag: "Differs", step: "decidedBy", official: "altered", recomputed: rows[at]!.decidedBy, alsoDiffers: [] })
    }))
  })

  describe("in a tie that the list does not print what settles", () => {
    const tied = (participant: string, rank: number, code: string, decidedBy?: string) =>
      ({ participant, formation: "F1", values: { knowledge: 200, attitude: 200, practice: 50_000, final: 59_091 }, gradeAverage: 3_400, code, rank, ...(decidedBy === undefined ? {} : { decidedBy }) })
    const open = (...steps: ReadonlyArray<string>) => expect.objectContaining({ _tag: "Equal", notChecked: expect.arrayContaining(steps.map((step) => expect.objectContaining({ step, missing: ["birthDate"] }))) })

    it("leaves rank, code and rung open for want of it", () => {
      const { findings } = check([tied("a", 1, "selected"), tied("b", 2, "not selected", "birthDate")], 1)
      expect(findings).toEqual([open("rank", "code"), open("rank", "code", "decidedBy")])
    })

    it("still finds a rank outside the tie, and more people seated than there are seats", () => {
      expect(check([tied("a", 1, "selected"), tied("b", 3, "not selected")], 1).findings[1]).toMatchObject({ _tag: "Differs", step: "rank", official: "3", recomputed: "1" })
      expect(check([tied("a", 1, "selected"), tied("b", 2, "selected")], 1).findings).toEqual([
        expect.objectContaining({ _tag: "Differs", step: "code", official: "selected" }),
        expect.objectContaining({ _tag: "Differs", step: "code", official: "selected" })
      ])
    })
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
      records: [{ participant: "a", values: {} }, { participant: "b", values: {} }],
      rows: [{ participant: "a", formation: "F1", values: {} }, { participant: "c", formation: "F1", values: {} }]
    })
    expect([checked.missingFromList, checked.missingFromRecords]).toEqual([["b"], ["c"]])
  })

  it("holds every printed component against the host's own records, and takes from them what the list does not print", () => {
    fc.assert(fc.property(crowd(), fc.nat(), (people, pick) => {
      const rows = published(select([cell(2)], people))
      fc.pre(rows.length > 0)
      const records = rows.map(({ birthDay, formation, gradeAverage, participant, values: { attitude, knowledge, practice } }) => ({
        participant,
        formation,
        values: { knowledge: knowledge!, attitude: attitude!, practice: practice! },
        ...(birthDay === undefined ? {} : { birthDay }),
        ...(gradeAverage === undefined ? {} : { gradeAverage })
      }))
      const totals = rows.map(({ code, formation, participant, rank, values: { final } }) => ({ participant, formation, code: code!, rank: rank!, values: { final: final! } }))
      const untouched = OfficialList.check({ ruleSet: rules, formations: [cell(2)], records, rows: totals })
      expect([untouched.outcomes, ...untouched.findings.map(({ _tag }) => _tag)]).toEqual([{ _tag: "Recomputed" }, ...rows.map(() => "Equal")])
      const at = pick % rows.length
      const raised = rows.map((row, index) => index === at ? { ...row, values: { ...row.values, knowledge: row.values["knowledge"]! + 1 } } : row)
      const { findings } = OfficialList.check({ ruleSet: rules, formations: [cell(2)], records, rows: raised })
      expect(findings[at]).toMatchObject({ _tag: "Differs", step: "knowledge", recomputed: String(rows[at]!.values["knowledge"]) })
      expect(findings.filter(({ _tag }) => _tag === "Differs")).toHaveLength(1)
    }))
  })

  it("finds a participant listed under another formation than on record", () => {
    const records = [{ participant: "a", formation: "F2", values: {} }]
    const rows = [{ participant: "a", formation: "F1", values: {} }]
    expect(OfficialList.check({ ruleSet: rules, formations: [cell(1)], records, rows }).findings)
      .toEqual([{ _tag: "Differs", step: "formation", official: "F1", recomputed: "F2", alsoDiffers: [] }])
  })

  it("recomputes the formations in which nobody lacks a score, and says which it left out", () => {
    const row = (participant: string, formation: string, practice: number | undefined, code: string) => ({
      participant,
      formation,
      values: { knowledge: 150, attitude: 200, ...(practice === undefined ? {} : { practice }) },
      code
    })
    const rows = [row("a", "F1", undefined, "selected"), row("b", "F1", 50_000, "not selected"), row("c", "F2", 60_000, "not selected"), row("d", "F2", 50_000, "selected")]
    const checked = OfficialList.check({ ruleSet: rules, formations: [cell(1), cell(1, { formation: "F2" })], rows })
    expect(checked.outcomes).toEqual({ _tag: "RecomputedInPart", without: ["F1"], because: ["practice"] })
    expect(checked.findings.map((finding) => finding._tag === "Differs" ? finding.recomputed : finding._tag))
      .toEqual(["NotCheckable", "NotCheckable", "selected", "not selected"])
  })
})
