/**
 * What is open in a round: what has to be done, by when, and who has to do it.
 *
 * @since 0.1.0
 */
import * as Calendar from "./Calendar.ts"
import type * as Fact from "./Fact.ts"
import * as Next from "./Next.ts"
import * as Recruitment from "./Recruitment.ts"
import * as Stage from "./Stage.ts"
import type * as State from "./State.ts"
import * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * Something that is open.
 *
 * - `Approve`: somebody other than `enteredBy` approves or rejects what was entered; `roles` where the plan names them.
 * - `Enter`, `Minutes`: a decision, or the minutes of a session, that nobody has entered yet.
 * - `Answer`, `Panselnas`: an objection that awaits the agency's answer, or the word of the national committee.
 * - `Reach`: those who passed and have not reached the milestone of the part that runs.
 * - `Vacancy`: somebody left and nobody was called to the place; `next` comes next in rank, on a letter only.
 * - `Work`, `Refused`: a step that a node does, or that was refused and waits for somebody who has it tried again.
 * - `Window`: a term that has to pass.
 *
 * `due` in milliseconds since 1970-01-01 UTC, the first moment after the last day; absent where no term runs.
 *
 * @category models
 * @since 0.1.0
 */
export type Item = { readonly due?: number; readonly isOverdue: boolean } & (
  | { readonly _tag: "Approve"; readonly id: string; readonly subject: Fact.Subject; readonly enteredBy: string; readonly roles?: ReadonlyArray<string> }
  | { readonly _tag: "Enter"; readonly decision: Stage.Decision }
  | { readonly _tag: "Minutes"; readonly exam: "first" | "second"; readonly session: string }
  | { readonly _tag: "Answer"; readonly objection: string; readonly stage: Stage.ObjectionStage }
  | { readonly _tag: "Panselnas"; readonly objection: string; readonly stage: Stage.ObjectionStage }
  | { readonly _tag: "Reach"; readonly milestone: Stage.Milestone; readonly participants: ReadonlyArray<string> }
  | { readonly _tag: "Vacancy"; readonly participant: string; readonly formation: string; readonly next?: string }
  | { readonly _tag: "Work"; readonly step: Stage.Step }
  | { readonly _tag: "Refused"; readonly step: Stage.Step; readonly because: string }
  | { readonly _tag: "Window"; readonly term: Timetable.Term }
)

// --- operations ---

/**
 * What is open: what was entered and waits for a second person first, then what the part that runs awaits, then empty places.
 *
 * **Example** (An announcement that somebody entered, and a round that waits for days)
 *
 * ```ts
 * import { Agenda, Recruitment, Specimen } from "@timbang/process"
 * const states = Recruitment.fold(Specimen.announced)
 * Agenda.of(states[1]!).map(({ _tag }) => _tag) // => ["Approve"]
 * Agenda.of(states[2]!) // => [{ _tag: "Window", term: "registration", due: Date.UTC(2024, 8, 10, 17), isOverdue: false }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const of = (state: State.State): ReadonlyArray<Item> => {
  const pending = [...state.proposals.values()].filter(({ decided }) => decided === undefined)
  const part = Recruitment.partOf(state)
  return [
    ...pending.map(({ enteredBy, id, subject }): Item => {
      const roles = state.plan.approvers?.of?.[subject._tag] ?? state.plan.approvers?.all
      return { _tag: "Approve", id, subject, enteredBy: enteredBy.id, ...(roles === undefined ? {} : { roles }), isOverdue: false }
    }),
    ...(part === undefined ? [] : ofPart(state, part, pending.map(({ subject }) => subject))),
    ...[...state.people.values()].flatMap(({ formation, left, participant }): ReadonlyArray<Item> => {
      if (left === undefined || left.replacedBy !== undefined) return []
      const next = Next.nextInRank(state, formation)
      return [{ _tag: "Vacancy", participant, formation, ...(next === undefined ? {} : { next }), isOverdue: false }]
    })
  ]
}

/** What was entered already is not to be entered again. */
const ofPart = (state: State.State, part: Stage.Part, entered: ReadonlyArray<Fact.Subject>): ReadonlyArray<Item> => {
  const term = termOf(state, part)
  switch (part._tag) {
    case "Decision":
      return entered.some((one) => one._tag === "Decide" && one.decision === part.decision) ? [] : [{ _tag: "Enter", decision: part.decision, ...term }]
    case "Work":
      return state.refusal === undefined
        ? [{ _tag: "Work", step: part.step, ...term }]
        : [{ _tag: "Refused", step: part.step, because: state.refusal, ...term }]
    case "Window":
      return [{ _tag: "Window", term: part.term, ...term }]
    case "Sessions":
      return state.plan.sessions[part.exam].filter((session) =>
        !state.sessions.has(`${part.exam}/${session}`) && !entered.some((one) => one._tag === "HoldSession" && one.exam === part.exam && one.session === session)
      ).map((session) => ({ _tag: "Minutes", exam: part.exam, session, ...term }))
    case "Cases":
      return Next.objectionsOf(state, part.about).flatMap(({ id, stage, status }): ReadonlyArray<Item> => {
        const isEntered = entered.some((one) => (one._tag === "Answer" || one._tag === "Approval") && one.objection === id)
        if (isEntered || (status !== "filed" && status !== "awaiting-panselnas")) return []
        return [{ _tag: status === "filed" ? "Answer" : "Panselnas", objection: id, stage, ...term }]
      })
    case "People":
      return ofPeople(state, part.milestone, term)
  }
}

type Term = Pick<Item, "due" | "isOverdue">

const termOf = (state: State.State, { stage, term }: Stage.Part): Term => {
  if (term === undefined) return { isOverdue: false }
  const { calendar, lengths } = state.plan.timetable
  const id = `${stage}/${term}`
  return { due: state.extended.get(id) ?? Timetable.endOf(calendar, lengths[term], state.since).at, isOverdue: state.passed.has(id) }
}

/** Whoever came later has a term of their own for the DRH. */
const ofPeople = (state: State.State, milestone: Stage.Milestone, term: Term): ReadonlyArray<Item> => {
  const { calendar } = state.plan.timetable
  const behind = Next.active(state).filter((person) => Stage.milestones.indexOf(person.milestone) < Stage.milestones.indexOf(milestone))
  const own = behind.filter(({ came, milestone }) => came !== undefined && milestone === "named")
  const others = behind.filter((person) => !own.includes(person)).map(({ participant }) => participant)
  return [
    ...(others.length === 0 ? [] : [{ _tag: "Reach" as const, milestone, participants: others, ...term }]),
    ...own.map(({ came, participant }): Item => ({
      _tag: "Reach",
      milestone: "drh",
      participants: [participant],
      due: Calendar.endOf(calendar, came!.drhUntil),
      isOverdue: state.passed.has(`drh/${participant}`)
    }))
  ]
}
