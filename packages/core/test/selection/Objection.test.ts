import { type LegalSource, Sourced } from "@timbang/core/law"
import {
  Cohort,
  type Event,
  Objection,
  Outcome,
  Rerun,
  type RuleSet,
  Selection,
  Specimen
} from "@timbang/core/selection"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source: LegalSource.LegalSource = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" }
const days = (number: number) => Sourced.known(number, source)
const window = (
  stage: string,
  decidedBy: string,
  more: Partial<RuleSet.ObjectionWindow> = {}
): RuleSet.ObjectionWindow => ({
  stage,
  days: days(3),
  perPerson: days(1),
  announceAgainWithinDays: days(7),
  decidedBy,
  source,
  ...more
})
const ruleSet: RuleSet.RuleSet = {
  ...Specimen.ruleSet,
  objections: [window("check", "committee"), window("final", "board", { perPerson: Sourced.unknown(source) })]
}
const objection: Objection.Objection = {
  id: "7",
  kind: "own",
  stage: "final",
  by: "24-1",
  about: "24-1",
  direction: "in-favour",
  grounds: "sheet 7 was misread",
  filedOn: "2024-12-22"
}
const attempt = (more: Partial<Objection.Objection> = {}, earlier: ReadonlyArray<Objection.Objection> = []) =>
  Objection.file({ ...objection, ...more }, { ruleSet, announcedOn: "2024-12-20", earlier })
const problem = (...given: Parameters<typeof attempt>) => {
  const error = Result.getOrThrow(Result.flip(attempt(...given)))
  return error._tag === "ObjectionRefused" ? error.problem : error.message
}
const filed = (more: Partial<Objection.Objection> = {}) => Result.getOrThrow(attempt(more)).case
const follow = (start: Objection.Case, ...moves: ReadonlyArray<Objection.Move>): Objection.Step =>
  moves.reduce<Objection.Step>((step, next) => Result.getOrThrow(Objection.move(step.case, next)), {
    case: start,
    tasks: []
  })
const accept: Objection.Move = { _tag: "Answer", isAccepted: true, reason: "misread", at: "2024-12-23" }
const reject: Objection.Move = { ...accept, isAccepted: false, reason: "the sheet is right" }
const ask: Objection.Move = { _tag: "AskApproval", at: "2024-12-24" }
const corrected: Event.Corrected = {
  _tag: "Corrected",
  participant: "24-1",
  component: "practice",
  from: "51",
  to: "71",
  at: "2024-12-27",
  basis: ""
}
const approve: Objection.Move = { _tag: "Approve", letter: "B/12", event: corrected, at: "2024-12-27" }
const again: Objection.Move = { _tag: "AnnounceAgain", at: "2024-12-28" }

describe("Objection.file", () => {
  it("three calendar days: the 23rd is in time after the 20th, the 24th is not, the 19th neither", () => {
    expect(Result.isSuccess(attempt({ filedOn: "2024-12-23" }))).toBe(true)
    expect(problem({ filedOn: "2024-12-24" })).toBe("window-closed")
    expect(problem({ filedOn: "2024-12-19" })).toBe("before-announcement")
  })

  it("once a person and stage: a second one is refused, one of another stage or person is not", () => {
    const first = { ...objection, stage: "check", id: "1" }
    expect(problem({ stage: "check" }, [first])).toBe("too-many")
    expect(Result.isSuccess(attempt({ stage: "check" }, [{ ...first, by: "24-2", about: "24-2" }]))).toBe(true)
    expect(Result.isSuccess(attempt({}, [first]))).toBe(true)
  })

  it("a number that no source gives is refused by name only when it is needed", () => {
    expect(Result.isSuccess(attempt())).toBe(true)
    expect(problem({}, [{ ...objection, id: "1" }])).toContain("objections.final.perPerson (PermenPANRB 6/2024)")
  })

  it("own is about oneself, about-another is not", () => {
    expect(problem({ about: "24-2" })).toBe("not-about-oneself")
    expect(problem({ kind: "about-another" })).toBe("about-oneself")
    expect(Result.isSuccess(attempt({ kind: "about-another", about: "24-2", direction: "against" }))).toBe(true)
  })

  it("a finding and a judgment come at any time after the announcement, with their number, and wait for approval at once", () => {
    const judgment = { kind: "judgment", by: "PTUN Medan", filedOn: "2026-01-22" } as const
    expect(problem(judgment)).toBe("reference-missing")
    const { case: made, tasks } = Result.getOrThrow(attempt({ ...judgment, reference: "345 K/TUN/2025" }))
    expect(made.state).toEqual({ _tag: "AwaitingApproval", of: "board", at: "2026-01-22" })
    expect(tasks).toEqual([{ _tag: "AskApproval", of: "board" }])
  })

  it("no grounds, no window, no day", () => {
    expect(problem({ grounds: " " })).toBe("grounds-missing")
    expect(problem({ stage: "written" })).toBe("stage-without-window")
    expect(problem({ filedOn: "22-12-2024" })).toBe("day-invalid")
  })
})

describe("Objection.move", () => {
  it("accepted, approved by the board, announced again; the correction rests on the letter", () => {
    const approved = follow(filed(), accept, ask, approve)
    const event = { ...corrected, basis: "B/12" }
    expect(approved.case.state).toEqual({ _tag: "Approved", letter: "B/12", event, at: "2024-12-27" })
    expect(approved.tasks).toEqual([
      { _tag: "Rerun", event },
      { _tag: "Inform", participant: "24-1" },
      { _tag: "AnnounceAgain", until: "2024-12-30" }
    ])
    expect(follow(approved.case, again).case.state._tag).toBe("AnnouncedAgain")
  })

  it("what the host decides itself needs no approval of another office", () => {
    const answered = follow(filed({ stage: "check" }), accept)
    expect(answered.tasks).toEqual([])
    expect(follow(answered.case, approve).case.state._tag).toBe("Approved")
  })

  it("rejected by the committee, or refused by the board with a letter, the result is announced again unchanged", () => {
    const rejected = follow(filed(), reject)
    expect(rejected.tasks.map(({ _tag }) => _tag)).toEqual(["Inform", "AnnounceAgain"])
    const refused = follow(filed(), accept, ask, {
      _tag: "Refuse",
      letter: "B/13",
      reason: "no error",
      at: "2024-12-27"
    })
    for (const { case: settled } of [rejected, refused]) {
      expect(follow(settled, again).case.state._tag).toBe("AnnouncedAgain")
    }
  })

  it("refuses a missing letter or reason, an event about somebody else, and a day before the last", () => {
    const awaiting = follow(filed(), accept, ask).case
    const refused = (next: Objection.Move) => Result.getOrThrow(Result.flip(Objection.move(awaiting, next)))
    expect(refused({ ...approve, letter: " " }).needed).toEqual({ _tag: "Letter" })
    expect(refused({ ...approve, event: { ...corrected, participant: "24-2" } }).needed).toEqual({
      _tag: "EventAbout",
      participant: "24-1"
    })
    expect(refused({ ...approve, at: "2024-12-01" }).needed).toEqual({ _tag: "DayFrom", day: "2024-12-24" })
    const unreasoned = refused({ _tag: "Refuse", letter: "B/13", reason: "", at: "2024-12-27" })
    expect(unreasoned.needed).toEqual({ _tag: "LetterAndReason" })
    expect(unreasoned.message).toContain("expected number of the letter, and its reason")
  })

  it("whatever the moves, an approval needs an accepted answer before it, and nothing follows the new announcement", () => {
    const moves = fc.array(
      fc.constantFrom(accept, reject, ask, approve, again).map((next) => ({ ...next, at: "2024-12-27" })),
      { maxLength: 8 }
    )
    fc.assert(fc.property(moves, (sequence) => {
      let current = filed()
      const taken: Array<string> = []
      for (const next of sequence) {
        const made = Objection.move(current, next)
        if (Result.isFailure(made)) continue
        expect(current.state._tag).not.toBe("AnnouncedAgain")
        taken.push(next._tag === "Answer" ? String(next.isAccepted) : next._tag)
        current = made.success.case
      }
      if (taken.includes("Approve")) expect(taken.slice(0, 3)).toEqual(["true", "AskApproval", "Approve"])
    }))
  })
})

describe("Rerun.rerun", () => {
  const formations = [Specimen.formation]
  const row = (participant: string, practice: string) => ({
    participant,
    formation: "F1",
    scores: { knowledge: 198, attitude: 200, practice }
  })
  const cohort = Result.getOrThrow(
    Cohort.fromRows(Specimen.ruleSet, formations, [row("24-1", "51"), row("24-2", "70.8"), row("24-3", "60")])
  )
  const before = Result.getOrThrow(Selection.run(Specimen.ruleSet, formations, cohort, []))
  const outcomesOf = (selection: Selection.Selection) => Array.from(selection.outcome, (tag) => Outcome.tags[tag])

  it("an approved objection moves the one who filed it and the one who loses the seat, and nobody else's outcome", () => {
    const { case: approved } = follow(filed(), accept, ask, approve)
    const events = approved.state._tag === "Approved" ? [approved.state.event] : []
    const { after, comparison } = Result.getOrThrow(Rerun.rerun(before, events))
    expect(outcomesOf(after)).toEqual(["selected", "not-selected", "not-selected"])
    expect(
      comparison.moves.filter(({ direction }) => direction !== "same-stage").map((
        { direction, participant }
      ) => [participant, direction])
    )
      .toEqual([["24-1", "gains"], ["24-2", "loses"]])
  })

  it("against: a finding disqualifies, and the next in line moves up", () => {
    const event: Event.Disqualified = {
      _tag: "Disqualified",
      participant: "24-2",
      exam: "practical",
      at: "2025-01-05",
      reason: "remote access"
    }
    const { case: finding } = Result.getOrThrow(
      attempt({
        kind: "finding",
        by: "BKN",
        about: "24-2",
        direction: "against",
        reference: "R/1",
        filedOn: "2025-01-02"
      })
    )
    const { tasks } = follow(finding, { _tag: "Approve", letter: "R/2", event, at: "2025-01-05" })
    expect(tasks[0]).toEqual({ _tag: "Rerun", event })
    expect(outcomesOf(Result.getOrThrow(Rerun.rerun(before, [event])).after)).toEqual([
      "not-selected",
      "disqualified",
      "selected"
    ])
  })

  it("two reruns, one after the other, end where one run with both events ends", () => {
    const first = { ...corrected, basis: "B/12" }
    const second: Event.Corrected = { ...first, from: "71", to: "40", at: "2024-12-29", basis: "B/14" }
    const { after: once } = Result.getOrThrow(Rerun.rerun(before, [first]))
    const { after: twice } = Result.getOrThrow(Rerun.rerun(once, [second]))
    const whole = Result.getOrThrow(Selection.run(Specimen.ruleSet, formations, cohort, [first, second]))
    expect(twice.outcome).toEqual(whole.outcome)
    expect(twice.values["final"]).toEqual(whole.values["final"])
    expect(twice.events).toEqual([first, second])
  })

  it("a correction that names the wrong old score is refused", () => {
    expect(Result.isFailure(Rerun.rerun(before, [{ ...corrected, from: "50", basis: "B/12" }]))).toBe(true)
  })
})
