import { CitizenSurvey } from "@timbang/core/performance"
import { SurveyLaw } from "@timbang/regulations"
import { CsvWriter } from "@timbang/source-files"
import { describe, expect, it } from "vitest"
import * as SurveyGroups from "../../src/performance/SurveyGroups.ts"
import type * as SurveyTally from "../../src/performance/SurveyTally.ts"

const form = SurveyLaw.questionnaire("1/9")
const tally = (respondents: number): CitizenSurvey.Tally => {
  const made = CitizenSurvey.make(form)
  for (let i = 0; i < respondents; i++) CitizenSurvey.add(made, form.elements.map((_, u) => 2 + (i + u) % 3))
  return made
}
const counted = { all: tally(0), cells: [], tooMany: [], isCompared: true, words: new Set<string>(), design: new Set<never>(), hasTooManyCells: false, days: undefined, read: { corrections: [] } }
const statesOf = (tallied: SurveyTally.Tallied) =>
  Object.fromEntries(SurveyGroups.of(tallied, form, 10).map(({ group, grouping, state }) => [`${grouping}: ${group}`, state]))

describe("SurveyGroups.of", () => {
  it("hides a small group and the one that would give it away", () => {
    const groups = new Map([["sex", new Map([["P", tally(40)], ["L", tally(30)], ["lain", tally(3)]])]] as const)
    expect(statesOf({ ...counted, groups, pairs: new Map() })).toEqual({ "sex: L": "hidden-to-protect", "sex: P": "shown", "sex: lain": "hidden-below-threshold" })
  })

  it("hides a small quarter of a service, and what the year, the other services or the other quarters would give away", () => {
    const pairs = new Map([
      ["KTP", new Map([["Q1", tally(30)], ["Q2", tally(31)]])],
      ["akta", new Map([["Q1", tally(4)], ["Q2", tally(32)]])],
      ["KK", new Map([["Q1", tally(33)], ["Q2", tally(34)]])]
    ])
    const groups = new Map([["service", new Map([["KTP", tally(61)], ["akta", tally(36)], ["KK", tally(67)]])], ["period", new Map([["Q1", tally(67)], ["Q2", tally(97)]])]] as const)
    const states = statesOf({ ...counted, groups, pairs })
    expect(states["service x period: akta / Q1"]).toBe("hidden-below-threshold")
    const hidden = Object.entries(states).filter(([, state]) => state !== "shown").map(([name]) => name)
    // Row, column and total fix a single hidden pair; at least a rectangle of four has to go, or a total.
    expect(hidden.length).toBeGreaterThanOrEqual(3)
    expect(Object.values(states)).toContain("shown")
  })

  it("writes nothing of a hidden group but that it is hidden", () => {
    const groups = new Map([["sex", new Map([["P", tally(40)], ["L", tally(3)]])]] as const)
    const text = CsvWriter.text(SurveyGroups.sheet(SurveyGroups.of({ ...counted, groups, pairs: new Map() }, form, 10)))
    expect(text).toContain("sex,L,,,,,,,hidden-below-threshold\n")
    expect(text).not.toContain("43")
  })
})
