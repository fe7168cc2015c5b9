import { Fact, Next, Recruitment, Specimen, Stage, Timetable } from "@timbang/process"
import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, Play } from "./Play.ts"

const letter = { number: "Panselnas 12/2025", day: "2025-01-02" }
const { digest } = Specimen

describe("a recruitment", () => {
  it("runs through every stage to SPMT when people and days do their part", () => {
    const play = new Play().toPublication()
    expect(play.at).toBe("final-objections Window")
    play.until("2024-12-25")
    expect(play.at).toBe("drh People")
    for (const participant of ["24-1", "24-2"]) expect(play.send({ _tag: "SubmitDrh", participant })).toBeUndefined()
    for (const milestone of ["nip-proposed", "nip-issued", "decree", "duty"] as const) {
      expect(play.at).toMatch(/People/)
      expect(play.settle({ _tag: "Reach", milestone, participants: ["24-1", "24-2"], letter })).toBeUndefined()
    }
    expect(play.at).toBe("finished")
    const ran = new Set(Recruitment.fold(play.facts).map((state) => Recruitment.partOf(state)?.stage))
    for (const { stage } of Stage.parts) expect(ran).toContain(stage)
  })

  it("keeps every fact when it is written and read again", () => {
    const play = new Play().toPublication()
    const codec = Schema.fromJsonString(Fact.schema)
    for (const { fact } of play.facts) expect(Schema.decodeUnknownSync(codec)(Schema.encodeSync(codec)(fact))).toEqual(fact)
  })

  it("answers the same for the same facts, and leaves earlier states alone", () => {
    const play = new Play().toPublication()
    const states = Recruitment.fold(play.facts)
    const again = states.slice(1).map((_, at) => Recruitment.apply(states[at]!, play.facts[at + 1]!.fact, play.facts[at + 1]!.actor))
    expect(again).toEqual(states.slice(1))
    expect(Recruitment.fold(play.facts)).toEqual(states)
  })

  it("has the runner look again exactly when its work or its earliest deadline changes", () => {
    const states = Recruitment.fold(new Play().toPublication().facts)
    for (const [at, state] of states.slice(1).entries()) {
      expect(state.turn - states[at]!.turn).toBe(Next.keyOf(state) === Next.keyOf(states[at]!) ? 0 : 1)
    }
  })
})

describe("deadlines", () => {
  it("pass on their day although everything was down for a month, and begin what follows from there", () => {
    const play = new Play().start(Specimen.plan)
    play.decide("announcement")
    const facts = Recruitment.passed(play.state!, day("2024-10-30"), Specimen.runner)
    expect(facts).toEqual([{ _tag: "DeadlinePassed", at: Date.UTC(2024, 8, 10, 17), deadline: "applicants/registration" }])
  })

  it("that follow from each other pass one after another, each at its own moment", () => {
    const play = new Play().toPublication()
    expect(play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })).toBeUndefined()
    const facts = Recruitment.passed(play.state!, day("2025-03-01"), Specimen.runner)
    expect(facts.map(({ at, _tag }) => [_tag, new Date(at).toISOString()])).toEqual([
      ["DeadlinePassed", "2024-12-23T17:00:00.000Z"],
      // Seven days for the answer begin on the 24th in Jakarta, where the window ended at midnight.
      ["DeadlinePassed", "2024-12-31T17:00:00.000Z"]
    ])
  })

  it("that were over before what they belong to began pass as it begins, and not before", () => {
    const play = new Play().start()
    play.now = day("2024-09-20")
    play.decide("announcement")
    const announced = play.now
    play.until("2024-09-21")
    expect(play.facts.find(({ fact }) => fact._tag === "DeadlinePassed")?.fact.at).toBe(announced)
    expect(play.at).toBe("administrative-check Decision")
  })

  it("refuse what comes after them, whether they were noticed or not", () => {
    const play = new Play().toPublication()
    play.now = Date.UTC(2024, 11, 23, 17)
    expect(play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })).toBe("too-late")
    play.now -= 1
    expect(play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })).toBeUndefined()
  })

  it("move by a recorded letter, for later only", () => {
    const play = new Play().toPublication()
    const extend = (until: string) => play.settle({ _tag: "Extend", term: "final-objection", until, letter })
    expect(extend("2024-12-23")).toBe("not-later")
    expect(play.settle({ _tag: "Extend", term: "drh", until: "2025-02-01", letter })).toBe("not-now")
    expect(extend("2024-12-27")).toBeUndefined()
    expect(Next.deadlines(play.state!)[0]!.due).toBe(Date.UTC(2024, 11, 27, 17))
    play.now = day("2024-12-26")
    expect(play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })).toBeUndefined()
  })

  it("for the DRH can be extended after they passed; until then nothing more is taken", () => {
    const play = new Play().toPublication().until("2025-01-20")
    expect(play.send({ _tag: "SubmitDrh", participant: "24-1" })).toBe("too-late")
    expect(play.settle({ _tag: "Extend", term: "drh", until: "2025-01-31", letter })).toBeUndefined()
    expect(play.send({ _tag: "SubmitDrh", participant: "24-1" })).toBeUndefined()
  })
})

describe("objections", () => {
  it("that are accepted about the final result await Panselnas, and the result is published and announced again", () => {
    const play = new Play().toPublication()
    play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })
    play.until("2024-12-24")
    expect(play.at).toBe("final-objections Cases")
    expect(play.settle({ _tag: "Approval", objection: "O1", isApproved: true, letter })).toBe("too-early")
    play.settle({ _tag: "Answer", objection: "O1", isAccepted: true, digest })
    expect(play.state!.objections.get("O1")!.status).toBe("awaiting-panselnas")
    expect(play.at).toBe("final-objections Cases")
    play.settle({ _tag: "Approval", objection: "O1", isApproved: true, letter })
    expect(play.state!.results.has("publish-again")).toBe(true)
    expect(play.at).toBe("final-objections Decision")
    play.decide("final-reannouncement")
    expect(play.state!.objections.get("O1")).toMatchObject({ status: "approved", isAnnouncedAgain: true })
    expect(play.at).toBe("drh People")
  })

  it("that are rejected change nothing but are announced", () => {
    const play = new Play().toPublication()
    play.send({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-3", about: "24-3" })
    play.until("2024-12-24").settle({ _tag: "Answer", objection: "O1", isAccepted: false, digest })
    expect(play.state!.results.has("publish-again")).toBe(false)
    expect(play.at).toBe("final-objections Decision")
  })

  it("about the administrative check are filed once a person", () => {
    const play = new Play().start()
    play.decide("announcement")
    play.until("2024-09-11").decide("administrative-result")
    const file = (id: string, by: string) => play.send({ _tag: "FileObjection", id, stage: "administrative", by, about: by })
    expect(file("A1", "24-9")).toBeUndefined()
    expect(file("A1", "24-9")).toBeUndefined()
    expect(file("A2", "24-9")).toBe("too-many")
    expect(file("A1", "24-8")).toBe("id-taken")
    expect(play.state!.objections.size).toBe(1)
  })
})

describe("those who passed", () => {
  it("who withdraw before and after the NIP are barred by the rule of the plan, but for those who were moved", () => {
    const rule = {
      bar: { amount: 2, unit: "fiscal-years" },
      source: { instrument: "PermenPANRB 6/2024", provision: "Pasal 58(2)", confidence: "seen-in-several" },
      exemptMoved: { moments: ["before-number"], source: { instrument: "Surat BKN", confidence: "seen-in-several" } }
    } as const
    const play = new Play().toPublication({ ...Specimen.plan, resignation: rule }).until("2024-12-25")
    expect(play.settle({ _tag: "Resign", participant: "24-2", letter })).toBeUndefined()
    expect(play.state!.people.get("24-2")!.left).toMatchObject({ moment: "before-number", sanction: { _tag: "Exempt" } })
    play.send({ _tag: "SubmitDrh", participant: "24-1" })
    for (const milestone of ["nip-proposed", "nip-issued"] as const) play.settle({ _tag: "Reach", milestone, participants: ["24-1"], letter })
    play.settle({ _tag: "Resign", participant: "24-1", letter })
    expect(play.state!.people.get("24-1")!.left)
      .toMatchObject({ moment: "after-number", sanction: { _tag: "Barred", bar: { amount: 2, unit: "fiscal-years" }, source: { provision: "Pasal 58(2)" } } })
  })

  it("are replaced by the next in rank only, only on a letter, and with a term of their own", () => {
    const play = new Play().toPublication().until("2024-12-25")
    const replace = (by: string) => play.settle({ _tag: "Replace", vacatedBy: "24-1", by, drhUntil: "2025-02-10", letter })
    expect(replace("24-3")).toBe("not-vacant")
    play.settle({ _tag: "Resign", participant: "24-1", letter })
    expect(replace("24-4")).toBe("not-next-in-rank")
    expect(replace("24-3")).toBeUndefined()
    expect(replace("24-4")).toBe("not-vacant")
    play.send({ _tag: "SubmitDrh", participant: "24-2" })
    play.now = day("2025-01-20")
    expect(play.send({ _tag: "SubmitDrh", participant: "24-3" })).toBeUndefined()
    expect(play.at).toBe("usul-nip People")
    play.settle({ _tag: "Resign", participant: "24-2", letter })
    expect(play.settle({ _tag: "Replace", vacatedBy: "24-2", by: "24-4", drhUntil: "2025-02-10", letter })).toBe("not-next-in-rank")
  })

  it("who came later have a deadline of their own, which passes, and can be extended by a letter", () => {
    const play = new Play().toPublication()
    expect(play.settle({ _tag: "Resign", participant: "24-1", letter })).toBeUndefined()
    expect(play.settle({ _tag: "Replace", vacatedBy: "24-1", by: "24-3", drhUntil: "2025-02-10", letter })).toBe("not-now")
    play.until("2024-12-25").settle({ _tag: "Replace", vacatedBy: "24-1", by: "24-3", drhUntil: "2025-02-10", letter })
    play.send({ _tag: "SubmitDrh", participant: "24-2" })
    expect(play.send({ _tag: "SubmitDrh", participant: "24-1" })).toBe("has-left")
    play.until("2025-02-11")
    expect(play.state!.passed.get("drh/24-3")).toBe(Date.UTC(2025, 1, 10, 17))
    expect(play.send({ _tag: "SubmitDrh", participant: "24-3" })).toBe("too-late")
    const extend = (participant: string, until: string) => play.settle({ _tag: "Extend", term: "drh", participant, until, letter })
    expect([extend("24-3", "2025-02-09"), extend("24-2", "2025-02-20"), extend("24-3", "2025-02-20")]).toEqual(["not-later", "unknown", undefined])
    expect(play.send({ _tag: "SubmitDrh", participant: "24-3" })).toBeUndefined()
    expect(play.at).toBe("usul-nip People")
  })

  it("reach one milestone after another", () => {
    const play = new Play().toPublication().until("2024-12-25")
    const reach = (milestone: "nip-proposed" | "decree", participant: string) => play.settle({ _tag: "Reach", milestone, participants: [participant], letter })
    expect(reach("nip-proposed", "24-1")).toBe("too-early")
    play.send({ _tag: "SubmitDrh", participant: "24-1" })
    expect(reach("nip-proposed", "24-1")).toBe("not-now")
    play.send({ _tag: "SubmitDrh", participant: "24-2" })
    expect(reach("nip-proposed", "24-1")).toBeUndefined()
    expect(reach("decree", "24-1")).toBe("too-early")
    expect(reach("nip-proposed", "24-7")).toBe("unknown")
  })
})

describe("who decides", () => {
  it("nobody both enters and approves, in whatever role", () => {
    const play = new Play().start()
    const propose = { _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } } as const
    expect(play.send(propose)).toBeUndefined()
    expect(play.send({ _tag: "Approve", id: "P1" }, { ...Specimen.drafter, role: "ppk", unit: "setda" })).toBe("same-person")
    expect(play.send({ _tag: "Reject", id: "P1" }, Specimen.approver)).toBeUndefined()
    expect(play.send({ _tag: "Approve", id: "P1" }, Specimen.approver)).toBe("done-already")
    expect(play.state!.proposals.get("P1")).toMatchObject({ enteredBy: Specimen.drafter, decided: { isApproved: false, by: Specimen.approver, at: play.now } })
    expect(play.at).toBe("announcement Decision")
  })

  it("whoever entered the plan does not approve the announcement either", () => {
    const play = new Play().start()
    const other = { ...Specimen.drafter, id: "p.02" }
    play.send({ _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } }, other)
    expect(play.send({ _tag: "Approve", id: "P1" }, Specimen.drafter)).toBe("same-person")
    expect(play.send({ _tag: "Approve", id: "P1" }, Specimen.approver)).toBeUndefined()
  })

  it("only a role that the plan names approves or rejects, and each thing by its own", () => {
    const play = new Play().start({ ...Specimen.plan, approvers: { all: ["ppk"], of: { Extend: ["sekda"] } } })
    const clerk = { id: "s.09", role: "staf", unit: "bkpsdm" }
    const [ppk, sekda] = ["ppk", "sekda"].map((role) => ({ ...Specimen.approver, id: `${role}.1`, role })) as [typeof clerk, typeof clerk]
    play.send({ _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } })
    expect((["Approve", "Reject"] as const).map((_tag) => play.send({ _tag, id: "P1" }, clerk))).toEqual(["wrong-role", "wrong-role"])
    expect(play.send({ _tag: "Approve", id: "P1" }, sekda)).toBe("wrong-role")
    expect(play.send({ _tag: "Approve", id: "P1" }, { ...Specimen.drafter, role: "ppk" })).toBe("same-person")
    expect(play.send({ _tag: "Approve", id: "P1" }, ppk)).toBeUndefined()
    play.send({ _tag: "Propose", id: "P2", subject: { _tag: "Extend", term: "registration", until: "2024-09-12", letter } })
    expect(play.send({ _tag: "Approve", id: "P2" }, ppk)).toBe("wrong-role")
    expect(play.send({ _tag: "Approve", id: "P2" }, sekda)).toBeUndefined()
    expect(play.facts.filter(({ fact }) => fact._tag === "Approved").map(({ actor }) => actor.id)).toEqual(["ppk.1", "sekda.1"])
  })

  it("what was taken is taken once, however often it is sent", () => {
    const play = new Play().start()
    const propose = { _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } } as const
    for (const _ of [1, 2]) expect(play.send(propose)).toBeUndefined()
    for (const _ of [1, 2]) expect(play.send({ _tag: "Approve", id: "P1" }, Specimen.approver)).toBeUndefined()
    expect(play.facts).toHaveLength(3)
    expect(play.send({ ...propose, id: "P2" })).toBe("done-already")
    expect(play.send(propose, Specimen.approver)).toBe("id-taken")
  })

  it("a clock that runs behind does not put a fact before an earlier one", () => {
    const play = new Play().start()
    play.now -= 86_400_000
    play.decide("announcement")
    expect(play.facts.every(({ fact }, at) => at === 0 || fact.at >= play.facts[at - 1]!.fact.at)).toBe(true)
  })
})

describe("whatever people say, in whatever order", () => {
  const names = ["24-1", "24-2", "24-3", "24-4", "24-9"]
  const participant = fc.constantFrom(...names)
  const id = fc.constantFrom("a", "b", "c", "d", "e")
  const until = fc.constantFrom("2024-09-12", "2024-12-28", "2025-02-20")
  const subject: fc.Arbitrary<Fact.Subject> = fc.oneof(
    ...(["announcement", "administrative-result", "shortlist", "publication", "final-reannouncement"] as const).map((decision) =>
      fc.constant<Fact.Subject>({ _tag: "Decide", decision, digest })),
    ...(["first", "second"] as const).map((exam) =>
      fc.constant<Fact.Subject>({ _tag: "HoldSession", exam, session: exam === "first" ? "S1" : "T1", present: 4, absent: 0, digest })),
    fc.record({ _tag: fc.constant("Answer" as const), objection: id, isAccepted: fc.boolean(), digest: fc.constant(digest) }),
    fc.record({ _tag: fc.constant("Approval" as const), objection: id, isApproved: fc.boolean(), letter: fc.constant(letter) }),
    fc.record({ _tag: fc.constant("Extend" as const), term: fc.constantFrom(...Timetable.terms), until, letter: fc.constant(letter) }),
    fc.record({
      _tag: fc.constant("Reach" as const),
      milestone: fc.constantFrom("nip-proposed", "nip-issued", "decree", "duty"),
      participants: fc.uniqueArray(participant, { minLength: 1 }),
      letter: fc.constant(letter)
    }),
    fc.record({ _tag: fc.constant("Resign" as const), participant, letter: fc.constant(letter) }),
    fc.record({ _tag: fc.constant("Replace" as const), vacatedBy: participant, by: participant, drhUntil: until, letter: fc.constant(letter) })
  )
  const move = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant("settle" as const), subject) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("object" as const), id, participant, fc.constantFrom("administrative", "final")) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("drh" as const), participant) },
    { weight: 2, arbitrary: fc.tuple(fc.constant("days" as const), fc.integer({ min: -2, max: 12 })) }
  )

  it("the round only goes forward, no fact stands before an earlier one, and nobody decides alone", () => {
    let furthest = 0
    fc.assert(fc.property(fc.array(move, { minLength: 20, maxLength: 60 }), fc.boolean(), (moves, isLate) => {
      const play = isLate ? new Play().toPublication() : new Play().start()
      for (const one of moves) {
        if (one[0] === "settle") play.settle(one[1])
        else if (one[0] === "object") play.send({ _tag: "FileObjection", id: one[1], by: one[2], about: one[2], stage: one[3] })
        else if (one[0] === "drh") play.send({ _tag: "SubmitDrh", participant: one[1] })
        else play.now += one[1] * 86_400_000
      }
      const states = Recruitment.fold(play.facts)
      for (const [at, { part }] of states.entries()) {
        if (at === 0) continue
        expect(part).toBeGreaterThanOrEqual(states[at - 1]!.part)
        expect(play.facts[at]!.fact.at).toBeGreaterThanOrEqual(play.facts[at - 1]!.fact.at)
      }
      const last = states.at(-1)!
      for (const { decided, enteredBy } of last.proposals.values()) expect(decided?.by.id).not.toBe(enteredBy.id)
      const inOffice = Next.active(last)
      expect(inOffice.length).toBeLessThanOrEqual(2)
      furthest = Math.max(furthest, last.part)
    }), { numRuns: 60 })
    expect(furthest).toBeGreaterThan(18)
  })
})
