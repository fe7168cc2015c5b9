import { Erasure } from "@timbang/core/publication"
import { Cohort, type Event, Selection, Specimen } from "@timbang/core/selection"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const { formation, ruleSet } = Specimen
const row = (participant: string, birthDate: string, gpa?: string, practice = "51.0"): Cohort.Row => ({
  participant,
  formation: "F1",
  scores: { knowledge: 198, attitude: 200, practice },
  birthDate,
  ...(gpa === undefined ? {} : { gpa })
})
const made = (rows: ReadonlyArray<Cohort.Row>, events: ReadonlyArray<Event.Event> = []) =>
  Result.getOrThrow(Selection.run(ruleSet, [formation], Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows)), events))
const rerun = (erased: Erasure.Erased) => Result.getOrThrow(Selection.run(ruleSet, [formation], erased.recorded, erased.events))

describe("Erasure", () => {
  it("keeps the decade, the year or the month where age decided, and nothing where it did not", () => {
    const cases = [
      [[row("1", "1980-05-17", "3.40"), row("2", "1995-06-06", "3.40")], "1980-01-01"],
      [[row("1", "1991-05-17", "3.40"), row("2", "1990-06-06", "3.40")], "1991-01-01"],
      [[row("1", "1991-05-17", "3.40"), row("2", "1991-04-06", "3.40")], "1991-05-01"],
      [[row("1", "1991-05-17", "3.40"), row("2", "1991-05-16", "3.40")], "1991-05-17"],
      [[row("1", "1991-05-17", undefined, "60.0"), row("2", "1991-05-16")], undefined]
    ] as const
    for (const [rows, kept] of cases) {
      const selection = made(rows)
      const erased = Result.getOrThrow(Erasure.erase(selection, {}, "1"))
      expect(erased.parts.filter(({ part }) => part === "birth-date")).toEqual([kept === undefined ? { part: "birth-date" } : { part: "birth-date", kept }])
      expect(rerun(erased).final?.rank).toEqual(selection.final?.rank)
    }
  })

  it("takes the words of reasons, and leaves those of others", () => {
    const out = (participant: string): Event.Event => ({ _tag: "Ineligible", participant, exam: "written", at: "2024-10-01", requirement: "health", reason: "blind in one eye" })
    const reinstated: Event.Event = { _tag: "Reinstated", participant: "1", exam: "written", at: "2024-10-05", exclusion: "Ineligible", requirement: "health", basis: "B/1" }
    const selection = made([row("1", "1991-05-17"), row("2", "1991-05-16")], [out("1"), out("2"), reinstated])
    const { events, parts } = Result.getOrThrow(Erasure.erase(selection, {}, "1"))
    expect(parts).toContainEqual({ part: "reasons" })
    expect(JSON.stringify(events.filter((event) => "participant" in event && event.participant === "1"))).not.toMatch(/health|eye/)
    expect(events[1]).toEqual(out("2"))
    expect(Result.getOrThrow(Erasure.erase({ ...selection, events }, {}, "1")).parts).not.toContainEqual({ part: "reasons" })
  })

  it("refuses whom the selection does not know", () => {
    expect(Erasure.erase(made([row("1", "1991-05-17")]), {}, "2")).toMatchObject({ failure: { _tag: "ParticipantUnknown" } })
  })

  it("changes nobody's result, whoever is erased one after the other", () => {
    const date = fc.integer({ min: 0, max: 40 }).map((at) => `199${at % 3}-0${1 + at % 2}-1${at % 7}`)
    const person = fc.tuple(date, fc.constantFrom("3.40", "3.41", "3.9"), fc.constantFrom("51.0", "52.0"))
    fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 7 }), (people) => {
      const before = made(people.map(([born, gpa, practice], at) => row(String(at), born, gpa, practice)))
      let after = before
      for (const [at] of people.entries()) {
        after = rerun(Result.getOrThrow(Erasure.erase(after, {}, String(at))))
        expect(Result.getOrThrow(Erasure.erase(after, {}, String(at))).recorded).toEqual(after.recorded)
      }
      expect([...after.final!.rank]).toEqual([...before.final!.rank])
      expect([...after.final!.rung]).toEqual([...before.final!.rung])
      expect([...after.outcome]).toEqual([...before.outcome])
    }), { numRuns: 200 })
  })
})
