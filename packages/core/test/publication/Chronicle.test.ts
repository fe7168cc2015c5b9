import { Chronicle, type Entry } from "@timbang/core/publication"
import { describe, expect, it } from "vitest"
import { digestOf, letter, rules, steps } from "./worked.ts"

const breachesOf = (entries: ReadonlyArray<Entry.Entry>): ReadonlyArray<string> => {
  const chronicle = Chronicle.start()
  return entries.flatMap((entry) => Chronicle.next(chronicle, entry)).map(({ _tag, index }) => `${_tag} at ${index}`)
}

const [ground, registrations, scores, results, after] = steps as [
  Entry.Entry[],
  Entry.Entry[],
  Entry.Entry[],
  Entry.Entry[],
  Entry.Entry[]
]
const other: Entry.Entry = { kind: "rule-set", id: "uji-2", engine: "0.1.0", digest: digestOf(letter) }
const late: Entry.Entry = {
  kind: "score",
  participant: "26-0004",
  stage: "SKD",
  session: "2026-11-24/2",
  scores: { TWK: 90 }
}

describe("Chronicle", () => {
  it("finds no breach in a selection that keeps the order", () => {
    expect(breachesOf(steps.flat())).toEqual([])
  })

  it("rules after the first score are late, unless a change of law brought them", () => {
    expect(breachesOf([...ground, ...registrations, ...scores, other])).toEqual(["RulesLate at 14"])
    const change: Entry.Entry = {
      kind: "change-of-law",
      from: digestOf(rules),
      to: digestOf(letter),
      letter: { number: "1", date: "2026-12-01", digest: digestOf(letter) }
    }
    expect(breachesOf([...ground, ...registrations, ...scores, change, other])).toEqual([])
    expect(breachesOf([...ground, { ...change, from: digestOf(new Uint8Array(1)) }])).toEqual(["RulesUnknown at 2"])
    expect(breachesOf([...ground, ...registrations, ...scores, ground[0]!])).toEqual([])
  })

  it("after a change of law nothing is decided by the rules it replaced, and they do not come back by themselves", () => {
    const change: Entry.Entry = {
      kind: "change-of-law",
      from: digestOf(rules),
      to: digestOf(letter),
      letter: { number: "1", date: "2026-12-01", digest: digestOf(letter) }
    }
    const changed = [...ground, ...registrations, ...scores, change]
    const result = results[0] as Entry.ResultEntry
    expect(breachesOf([...changed, result])).toEqual(["RulesSuperseded at 15"])
    expect(breachesOf([...changed, { ...result, rules: digestOf(letter) }])).toEqual([])
    expect(breachesOf([...changed, ground[0]!])).toEqual(["RulesLate at 15"])
    expect(breachesOf([...changed, change])).toEqual(["RulesSuperseded at 15"])
    expect(breachesOf([...ground, ...registrations, ...scores, results[0]!, change])).toEqual([])
  })

  it("a correction by rules that were never published is found, whatever letter it names", () => {
    const [objection, correction] = after as [Entry.Entry, Extract<Entry.Entry, { kind: "correction" }>]
    const by = { ...correction.by as Entry.ResultEntry, rules: digestOf(letter) }
    const logged = [...ground, ...registrations, ...scores, ...results, objection, { ...correction, by }]
    expect(breachesOf(logged)).toEqual(["RulesUnknown at 21"])
  })

  it("a correction does not go back to rules that a change of law replaced", () => {
    const [objection, correction] = after as [Entry.Entry, Entry.Entry]
    const change: Entry.Entry = {
      kind: "change-of-law",
      from: digestOf(rules),
      to: digestOf(letter),
      letter: { number: "1", date: "2026-12-01", digest: digestOf(letter) }
    }
    const logged = [...ground, ...registrations, ...scores, ...results, objection, change, correction]
    expect(breachesOf(logged)).toEqual(["RulesSuperseded at 22"])
  })

  it("formations after the first score are late", () => {
    expect(breachesOf([...ground, ...registrations, ...scores, ground[1]!])).toEqual(["FormationsLate at 14"])
  })

  it("a score needs rules, formations, and a sealed registration", () => {
    expect(breachesOf(scores.slice(0, 1))).toEqual([
      "RulesMissing at 0",
      "FormationsMissing at 0",
      "RegistrationsNotSealed at 0",
      "RegistrationMissing at 0"
    ])
    expect(breachesOf([...ground, ...registrations, { ...late, participant: "26-0009" }])).toEqual([
      "RegistrationMissing at 8"
    ])
  })

  it("a seal with another count, a second seal and an entry behind a seal are seen", () => {
    expect(breachesOf([...ground, ...registrations.slice(0, 4), registrations[5]!])).toEqual(["SealCountWrong at 6"])
    expect(breachesOf([...ground, ...registrations, registrations[5]!])).toEqual(["SealedTwice at 8"])
    expect(breachesOf([...ground, ...registrations, { ...registrations[0]!, participant: "26-0006" } as Entry.Entry]))
      .toEqual(["AfterSeal at 8"])
  })

  it("one participant registers once, is scored once in a component and has one result in a stage", () => {
    expect(breachesOf([...ground, registrations[0]!, registrations[0]!])).toEqual(["EntryTwice at 3"])
    expect(breachesOf([...ground, ...registrations, ...scores, late])).toEqual(["EntryTwice at 14"])
    expect(breachesOf([...ground, ...registrations, ...scores, { ...late, stage: "SKB" } as Entry.Entry])).toEqual([])
    expect(breachesOf([...ground, ...registrations, ...scores, results[0]!, results[0]!])).toEqual(["EntryTwice at 15"])
  })

  it("nobody ranks before the scores of the session are sealed, and none is added to a ranked stage", () => {
    expect(breachesOf([...ground, ...registrations, ...scores.slice(0, 5), results[0]!])).toEqual([
      "ScoresNotSealed at 13"
    ])
    const fresh = { ...late, scores: { wawancara: 1 } } as Entry.Entry
    expect(breachesOf([...ground, ...registrations, ...scores, ...results, fresh])).toEqual(["ScoreAfterResults at 20"])
  })

  it("a sealed round of results leaves no registration out, but for one that was withdrawn", () => {
    const fewer = [...results.slice(0, 4), { ...results[5]!, count: 4 } as Entry.Entry]
    expect(breachesOf([...ground, ...registrations, ...scores, ...fewer])).toEqual(["ResultMissing at 18"])
    const withdrawal: Entry.Entry = {
      kind: "correction",
      replaces: 6,
      by: null,
      letter: { number: "1", date: "2026-12-01", digest: digestOf(letter) }
    }
    expect(breachesOf([...ground, ...registrations, ...scores, withdrawal, ...fewer])).toEqual([])
  })

  it("a result names rules that were published", () => {
    expect(
      breachesOf([...ground, ...registrations, ...scores, { ...results[0]!, rules: digestOf(letter) } as Entry.Entry])
    ).toEqual(["RulesUnknown at 14"])
  })

  it("a correction needs an objection that exists or a letter, and stays with its participant", () => {
    const base = [...ground, ...registrations, ...scores, ...results]
    const [objection, correction] = after as [
      Extract<Entry.Entry, { kind: "objection" }>,
      Extract<Entry.Entry, { kind: "correction" }>
    ]
    const { letter: _, objection: __, ...bare } = correction
    expect(breachesOf([...base, objection, bare])).toEqual(["CorrectionWithoutBasis at 21"])
    expect(breachesOf([...base, objection, { ...bare, objection: 19 }])).toEqual(["CorrectionWithoutBasis at 21"])
    expect(breachesOf([...base, objection, { ...bare, objection: 20 }])).toEqual([])
    expect(breachesOf([...base, objection, { ...correction, replaces: 0 }])).toEqual(["CorrectionOfNothing at 21"])
    expect(breachesOf([...base, objection, { ...correction, replaces: 15 }])).toEqual(["CorrectionOfAnother at 21"])
    expect(breachesOf([...base, { ...objection, about: 0 }])).toEqual(["ObjectionAboutNothing at 20"])
  })

  it("answers what counts after corrections", () => {
    const chronicle = Chronicle.start()
    for (const entry of steps.flat()) Chronicle.next(chronicle, entry)
    const total = Chronicle.current(chronicle, "result").map(({ entry }) => entry.scores["total"])
    expect(total).toEqual([400, 400, 405, 410, 366])
    expect(Chronicle.current(chronicle, "score")).toHaveLength(5)
  })

  it("an answer needs an objection that was filed, comes once, in time, and only an accepted one changes an outcome", () => {
    const start = [...ground, ...registrations, ...scores, ...results]
    const at = start.length
    const filed: Entry.Entry = { kind: "objection", about: at - 2, state: "filed", on: "2026-12-02", until: "2026-12-09" }
    const answer = (state: "accepted" | "rejected", on = "2026-12-05"): Entry.Entry =>
      ({ kind: "objection", about: at, state, on, reason: "score-right" })
    const correction: Entry.Entry = { kind: "correction", replaces: at - 2, by: start[at - 2] as Entry.ResultEntry, objection: at }
    expect(breachesOf([...start, filed, answer("accepted"), correction])).toEqual([])
    expect(breachesOf([...start, answer("accepted")])).toEqual([`AnswerOfNothing at ${at}`])
    expect(breachesOf([...start, filed, answer("rejected"), answer("accepted")])).toEqual([`AnsweredTwice at ${at + 2}`])
    expect(breachesOf([...start, filed, answer("rejected", "2026-12-01")])).toEqual([`AnsweredBeforeFiling at ${at + 1}`])
    expect(breachesOf([...start, filed, answer("rejected", "2026-12-10")])).toEqual([`AnsweredLate at ${at + 1}`])
    expect(breachesOf([...start, filed, answer("rejected"), correction])).toEqual([`CorrectionNotAccepted at ${at + 2}`])
    expect(breachesOf([...start, filed, correction])).toEqual([`CorrectionNotAccepted at ${at + 1}`])
    const letterOf = { number: "1", date: "2026-12-01", digest: digestOf(letter) }
    expect(breachesOf([...start, filed, answer("rejected"), { ...correction, letter: letterOf }])).toEqual([])
  })
})
