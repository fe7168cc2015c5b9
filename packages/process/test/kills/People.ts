/**
 * The people of a round: what they do next, by where it stands. They object, answer, withdraw and take places.
 */
import { Calendar, Next, type Plan, Recruitment, type Signal, Specimen, Stage, type State } from "@timbang/process"
import { Day } from "@timbang/core/law"
import type { Actor } from "@timbang/workflows"

const { approver, digest } = Specimen
const drafter: Actor.Actor = Specimen.drafter

export const planOf = (round: string): Plan.Plan => ({
  ...Specimen.plan,
  round,
  agency: round,
  timetable: {
    ...Specimen.plan.timetable,
    calendar: { ...Specimen.plan.timetable.calendar, zone: (["WIB", "WITA", "WIT"] as const)[Number(round.slice(-1)) % 3]! },
    lengths: { ...Specimen.plan.timetable.lengths, registration: { _tag: "Days", days: 3, counting: "calendar", source: Specimen.plan.resignation.source } }
  }
})

export interface Said {
  readonly signal: Signal.Signal
  readonly actor: Actor.Actor
}

/** Somebody objects in every third round, and is right in every sixth; somebody withdraws in every fourth. */
const turnOf = (round: string): number => Number(/\d+$/.exec(round)?.[0] ?? 0)

/** What somebody says next; nothing where everybody waits. `isEarly`: a window has only just opened. */
export const next = (state: State.State, now: number): Said | undefined => {
  const pending = [...state.proposals.values()].find(({ decided }) => decided === undefined)
  if (pending !== undefined) return { signal: { _tag: "Approve", id: pending.id }, actor: approver }
  const propose = (subject: Extract<Signal.Signal, { _tag: "Propose" }>["subject"]): Said => ({
    signal: { _tag: "Propose", id: `p${state.proposals.size}`, subject },
    actor: drafter
  })
  const part = Recruitment.partOf(state)
  const turn = turnOf(state.plan.round)
  const letter = { number: `L/${state.proposals.size}`, day: Calendar.dayAt(state.plan.timetable.calendar, now) }
  switch (part?._tag) {
    case undefined:
    case "Work":
      return undefined
    case "Decision":
      return propose({ _tag: "Decide", decision: part.decision, digest })
    case "Window": {
      const stage = part.term === "administrative-objection" ? "administrative" : "final"
      if (part.term === "registration" || turn % 3 !== 0 || Next.objectionsOf(state, stage).length > 0) return undefined
      const by = `${state.plan.round}-9`
      return { signal: { _tag: "FileObjection", id: `${stage}-1`, stage, by, about: by }, actor: drafter }
    }
    case "Sessions": {
      const session = state.plan.sessions[part.exam].find((one) => !state.sessions.has(`${part.exam}/${one}`))!
      return propose({ _tag: "HoldSession", exam: part.exam, session, present: 4, absent: 0, digest })
    }
    case "Cases": {
      const objection = Next.objectionsOf(state, part.about).find(({ status }) => status === "filed" || status === "awaiting-panselnas")!
      return propose(objection.status === "filed"
        ? { _tag: "Answer", objection: objection.id, isAccepted: turn % 6 === 0, digest }
        : { _tag: "Approval", objection: objection.id, isApproved: true, letter })
    }
    case "People":
      return people(state, part.milestone, propose, letter, now)
  }
}

const people = (
  state: State.State,
  milestone: Stage.Milestone,
  propose: (subject: Extract<Signal.Signal, { _tag: "Propose" }>["subject"]) => Said,
  letter: { readonly number: string; readonly day: string },
  now: number
): Said | undefined => {
  const gone = [...state.people.values()].find(({ left }) => left !== undefined)
  const active = Next.active(state)
  const leaving = active.find(({ came, isMoved }) => came === undefined && isMoved)
  if (turnOf(state.plan.round) % 4 === 0 && milestone === "nip-issued" && gone === undefined && leaving !== undefined) {
    return propose({ _tag: "Resign", participant: leaving.participant, letter })
  }
  const by = gone?.left?.replacedBy === undefined && gone !== undefined ? Next.nextInRank(state, gone.formation) : undefined
  if (by !== undefined) return propose({ _tag: "Replace", vacatedBy: gone!.participant, by, drhUntil: Day.addDays(letter.day, 3000), letter })
  const waiting = active.find((person) => person.milestone === "named")
  if (waiting !== undefined) {
    if (waiting.came === undefined && (state.passed.has("drh/drh") || Next.deadlines(state).some(({ due, id }) => id === "drh/drh" && due <= now))) {
      return propose({ _tag: "Extend", term: "drh", until: Day.addDays(letter.day, 3000), letter })
    }
    return { signal: { _tag: "SubmitDrh", participant: waiting.participant }, actor: drafter }
  }
  const behind = active.filter((person) => Stage.milestones.indexOf(person.milestone) < Stage.milestones.indexOf(milestone))
  const lowest = Math.min(...behind.map((person) => Stage.milestones.indexOf(person.milestone)))
  const participants = behind.filter((person) => Stage.milestones.indexOf(person.milestone) === lowest).map(({ participant }) => participant)
  return behind.length === 0 ? undefined : propose({ _tag: "Reach", milestone: Stage.milestones[lowest + 1]!, participants, letter })
}
