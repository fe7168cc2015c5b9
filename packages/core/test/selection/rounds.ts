/** Small rounds for the tests of the engine: the specimen's rules, short rows. */
import type { Formation } from "@timbang/core/formation"
import { Cohort, Outcome, Selection, Specimen } from "@timbang/core/selection"
import type { Event, RuleSet } from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"

export const rules = Specimen.ruleSet

export const cell = (seats: number, more: Partial<Formation.Formation> = {}): Formation.Formation => ({ ...Specimen.formation, seats, ...more })

export const row = (
  participant: string,
  knowledge: number,
  attitude: number,
  practice?: number | string,
  more: Partial<Cohort.Row> = {}
): Cohort.Row => ({
  participant,
  formation: "F1",
  scores: { knowledge, attitude, practice },
  ...more
})

export const select = (
  formations: ReadonlyArray<Formation.Formation>,
  rows: ReadonlyArray<Cohort.Row>,
  events: ReadonlyArray<Event.Event> = [],
  options: Selection.Options = {},
  ruleSet: RuleSet.RuleSet = rules
): Selection.Selection =>
  Result.getOrThrow(Selection.run(ruleSet, formations, Result.getOrThrow(Cohort.fromRows(ruleSet, formations, rows)), events, options))

/** Outcomes by participant. */
export const outcomes = ({ cohort, outcome }: Selection.Selection): Readonly<Record<string, string>> =>
  Object.fromEntries(cohort.participant.map((participant, at) => [participant, Outcome.tags[outcome[at]!]!]))

/** Rows of one cell with few different scores, so that ties are common. */
export const crowd = (most = 12) =>
  fc.array(
    fc.record({
      knowledge: fc.constantFrom(90, 110, 150, 151),
      attitude: fc.constantFrom(110, 130, 200),
      practice: fc.constantFrom("50", "50.5", "70", "70.001"),
      gpa: fc.constantFrom(undefined, "3.1", "3.9"),
      birthDate: fc.constantFrom(undefined, "1990-01-01", "1995-05-05")
    }),
    { minLength: 1, maxLength: most }
  ).map((people) =>
    people.map(({ attitude, birthDate, gpa, knowledge, practice }, at) =>
      row(`P${String(at).padStart(2, "0")}`, knowledge, attitude, practice, {
        ...(gpa === undefined ? {} : { gpa }),
        ...(birthDate === undefined ? {} : { birthDate })
      })
    )
  )
