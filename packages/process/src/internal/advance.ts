/**
 * One fact more: changes a state that only the fold holds.
 */
import { Resignation } from "@timbang/core/selection"
import type { Actor } from "@timbang/workflows"
import * as Calendar from "../Calendar.ts"
import type * as Fact from "../Fact.ts"
import * as Next from "../Next.ts"
import * as Stage from "../Stage.ts"
import type * as State from "../State.ts"

type Mutable<A> = { -readonly [K in keyof A]: A[K] extends ReadonlyMap<infer Key, infer V> ? Map<Key, V> : A[K] extends ReadonlySet<infer V> ? Set<V> : A[K] }

/** A state that may be changed in place. */
export type Draft = Mutable<State.State>

/** The state after a `Started`. */
export const begin = ({ at, plan }: Extract<Fact.Fact, { _tag: "Started" }>, actor: Actor.Actor): Draft => ({
  plan,
  startedBy: actor,
  facts: 1,
  latest: at,
  part: 0,
  since: at,
  turn: 0,
  attempt: 0,
  proposals: new Map(),
  decisions: new Map(),
  sessions: new Set(),
  objections: new Map(),
  results: new Map(),
  people: new Map(),
  extended: new Map(),
  passed: new Map()
})

/** A copy that may be changed without changing the original. */
export const copy = (state: State.State): Draft => ({
  ...state,
  proposals: new Map(state.proposals),
  decisions: new Map(state.decisions),
  sessions: new Set(state.sessions),
  objections: new Map(state.objections),
  results: new Map(state.results),
  people: new Map(state.people),
  extended: new Map(state.extended),
  passed: new Map(state.passed)
})

/** Takes one fact in. */
export const advance = (draft: Draft, fact: Fact.Fact, actor: Actor.Actor): void => {
  const before = Next.keyOf(draft)
  record(draft, fact, actor)
  draft.facts++
  draft.latest = Math.max(draft.latest, fact.at)
  while (isOver(draft, Stage.parts[draft.part])) {
    draft.part++
    draft.since = fact.at
    draft.attempt = 0
  }
  if (Next.keyOf(draft) !== before) draft.turn++
}

const record = (draft: Draft, fact: Fact.Fact, actor: Actor.Actor): void => {
  switch (fact._tag) {
    case "Started":
      return
    case "Proposed":
      draft.proposals.set(fact.id, { id: fact.id, subject: fact.subject, enteredBy: actor, enteredAt: fact.at })
      return
    case "Approved":
    case "Rejected": {
      const proposal = draft.proposals.get(fact.id)!
      const isApproved = fact._tag === "Approved"
      draft.proposals.set(fact.id, { ...proposal, decided: { isApproved, by: actor, at: fact.at } })
      if (isApproved) decide(draft, proposal.subject, fact.at)
      return
    }
    case "ObjectionFiled": {
      const { about, at, by, id, stage } = fact
      draft.objections.set(id, { id, stage, by, about, filedAt: at, status: "filed", isAnnouncedAgain: false })
      return
    }
    case "DrhSubmitted":
      reach(draft, fact.participant, "drh")
      return
    case "DeadlinePassed":
      draft.passed.set(fact.deadline, fact.at)
      return
    case "StepFinished":
      draft.results.set(fact.step, fact.result)
      delete draft.refusal
      if (fact.result.published !== undefined) name(draft, fact.result.published, fact.at)
      return
    case "StepRefused":
      draft.refusal = fact.because
      draft.attempt++
      return
    case "Retried":
      delete draft.refusal
      return
  }
}

const decide = (draft: Draft, subject: Fact.Subject, at: number): void => {
  switch (subject._tag) {
    case "Decide": {
      draft.decisions.set(subject.decision, subject.digest)
      const about = announcedAgain[subject.decision]
      if (about === undefined) return
      for (const objection of draft.objections.values()) {
        if (objection.stage === about) draft.objections.set(objection.id, { ...objection, isAnnouncedAgain: true })
      }
      return
    }
    case "HoldSession":
      draft.sessions.add(`${subject.exam}/${subject.session}`)
      return
    case "Answer": {
      const objection = draft.objections.get(subject.objection)!
      const accepted = objection.stage === "final" ? "awaiting-panselnas" : "accepted"
      draft.objections.set(objection.id, { ...objection, status: subject.isAccepted ? accepted : "rejected" })
      return
    }
    case "Approval": {
      const objection = draft.objections.get(subject.objection)!
      draft.objections.set(objection.id, { ...objection, status: subject.isApproved ? "approved" : "refused" })
      return
    }
    case "Extend": {
      const { participant, term, until } = subject
      const deadline = `${participant === undefined ? Stage.parts[draft.part]!.stage : "drh"}/${participant ?? term}`
      if (participant === undefined) draft.extended.set(deadline, Calendar.endOf(draft.plan.timetable.calendar, until))
      else {
        const person = draft.people.get(participant)!
        draft.people.set(participant, { ...person, came: { ...person.came!, drhUntil: until } })
      }
      draft.passed.delete(deadline)
      return
    }
    case "Reach":
      for (const participant of subject.participants) reach(draft, participant, subject.milestone)
      return
    case "Resign": {
      const person = draft.people.get(subject.participant)!
      const moment = Stage.milestones.indexOf(person.milestone) >= Stage.milestones.indexOf("nip-issued") ? "after-number" : "before-number"
      const sanction = Resignation.sanctionOf(draft.plan.resignation, { moment, isMoved: person.isMoved })
      draft.people.set(person.participant, { ...person, left: { at, letter: subject.letter, moment, sanction } })
      return
    }
    case "Replace": {
      const { by, drhUntil, vacatedBy } = subject
      const gone = draft.people.get(vacatedBy)!
      draft.people.set(vacatedBy, { ...gone, left: { ...gone.left!, replacedBy: by } })
      draft.people.set(by, { participant: by, formation: gone.formation, isMoved: false, milestone: "named", since: at, came: { insteadOf: vacatedBy, drhUntil } })
      return
    }
  }
}

const announcedAgain: Partial<Record<Stage.Decision, Stage.ObjectionStage>> = {
  "administrative-reannouncement": "administrative",
  "final-reannouncement": "final"
}

const reach = (draft: Draft, participant: string, milestone: Stage.Milestone): void => {
  draft.people.set(participant, { ...draft.people.get(participant)!, milestone })
}

/** A second publication keeps who left between the two. */
const name = (draft: Draft, { appointees }: Fact.Published, at: number): void => {
  const gone = [...draft.people.values()].filter(({ left }) => left !== undefined)
  draft.people = new Map(appointees.map((appointee) => [appointee.participant, { ...appointee, milestone: "named", since: at }]))
  for (const person of gone) draft.people.set(person.participant, person)
}

const isOver = (state: State.State, part: Stage.Part | undefined): boolean => {
  switch (part?._tag) {
    case undefined:
      return false
    case "Decision":
      return state.decisions.has(part.decision) || isAboutNothing(state, part.decision)
    case "Work":
      return state.results.has(part.step) || (part.step === "publish-again" && !Next.objectionsOf(state, "final").some(({ status }) => status === "approved"))
    case "Window":
      return state.passed.has(`${part.stage}/${part.term}`)
    case "Sessions":
      return state.plan.sessions[part.exam].every((session) => state.sessions.has(`${part.exam}/${session}`))
    case "Cases":
      return Next.objectionsOf(state, part.about).every(({ status }) => status !== "filed" && status !== "awaiting-panselnas")
    case "People":
      return Next.active(state).every(({ milestone }) => Stage.milestones.indexOf(milestone) >= Stage.milestones.indexOf(part.milestone))
  }
}

/** Nothing is announced again where nobody objected. */
const isAboutNothing = (state: State.State, decision: Stage.Decision): boolean => {
  const about = announcedAgain[decision]
  return about !== undefined && Next.objectionsOf(state, about).length === 0
}
