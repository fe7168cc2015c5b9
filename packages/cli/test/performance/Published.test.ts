import { CitizenSurvey } from "@timbang/core/performance"
import { SurveyLaw } from "@timbang/regulations"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as Published from "../../src/performance/Published.ts"
import * as SurveyGroups from "../../src/performance/SurveyGroups.ts"

const form = SurveyLaw.questionnaire("1/9")
const tally = (respondents: number): CitizenSurvey.Tally => {
  const made = CitizenSurvey.make(form)
  for (let i = 0; i < respondents; i++) CitizenSurvey.add(made, form.elements.map((_, u) => 2 + (i + u) % 3))
  return made
}

/** The groups of a survey from the respondents of each service and period. */
const survey = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>) => {
  const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, each) => all + each, 0)
  const periods = [...new Set(Object.values(counts).flatMap((of) => Object.keys(of)))]
  return SurveyGroups.of({
    all: tally(0),
    cells: [],
    tooMany: [],
    isCompared: true,
    words: new Set(),
    design: new Set(),
    hasTooManyCells: false,
    days: undefined,
    read: { corrections: [] },
    groups: new Map([
      ["service", new Map(Object.entries(counts).map(([service, of]) => [service, tally(sum(Object.values(of)))]))],
      ["period", new Map(periods.map((period) => [period, tally(sum(Object.values(counts).map((of) => of[period] ?? 0)))]))]
    ]),
    pairs: new Map(Object.entries(counts).map(([service, of]) => [service, new Map(Object.entries(of).map(([period, count]) => [period, tally(count)]))]))
  }, form, 10)
}

const publication = (groups: ReadonlyArray<SurveyGroups.Group>): Published.Published => {
  const names = [...new Set(groups.map(({ grouping }) => grouping))]
  return {
    folder: "then",
    respondents: groups.filter(({ grouping }) => grouping === "service").reduce((sum, { counted }) => sum + counted, 0),
    groups: new Map(names.map((name) => [name, new Map(groups.filter(({ grouping }) => grouping === name).map(({ counted, group, survey: shown }) => [group, shown === undefined ? undefined : counted]))]))
  }
}

const shownOf = (groups: ReadonlyArray<SurveyGroups.Group>) => new Map(groups.flatMap(({ counted, group, survey: shown }) => shown === undefined ? [] : [[group, counted]]))

describe("Published.protect", () => {
  it("does not let three who answered since be computed from the other periods and the total of their service", async () => {
    const then = survey({ akta: { "2026-01": 30 }, KTP: { "2026-01": 40 } })
    const now = survey({ akta: { "2026-01": 33, "2026-02": 60 }, KTP: { "2026-01": 40, "2026-02": 50 } })
    const shown = shownOf(await Effect.runPromise(Published.protect(now, publication(then), 10, "id")))
    const [akta, february, pair] = [shown.get("akta"), shown.get("akta / 2026-02"), shown.get("akta / 2026-01")]
    expect(pair).toBeUndefined()
    expect(akta !== undefined && february !== undefined).toBe(false)
    const [month, ofMonth] = [shown.get("2026-01"), shown.get("KTP / 2026-01")]
    expect(month !== undefined && ofMonth !== undefined).toBe(false)
  })

  it("does not let them be computed where the earlier publication had services only", async () => {
    const then = survey({ akta: { "2026-01": 30 }, KTP: { "2026-01": 40 } }).filter(({ grouping }) => grouping === "service")
    const now = survey({ akta: { "2026-01": 15, "2026-02": 18 }, KTP: { "2026-01": 40, "2026-02": 50 } })
    const shown = shownOf(await Effect.runPromise(Published.protect(now, publication(then), 10, "id")))
    expect(shown.has("akta")).toBe(false)
    expect(shown.has("akta / 2026-01") && shown.has("akta / 2026-02")).toBe(false)
  })

  it("shows everything again where enough answered since", async () => {
    const then = survey({ akta: { "2026-01": 30 }, KTP: { "2026-01": 40 } })
    const now = survey({ akta: { "2026-01": 42, "2026-02": 40 }, KTP: { "2026-01": 40, "2026-02": 50 } })
    const protectedNow = await Effect.runPromise(Published.protect(now, publication(then), 10, "id"))
    expect(protectedNow.filter(({ state }) => state !== "shown")).toEqual([])
  })
})
