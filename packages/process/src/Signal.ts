/**
 * What people tell a round: who, what, and what the round says to it.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { Actor } from "@timbang/workflows"
import { Data, Equal, Result, Schema } from "effect"
import * as Calendar from "./Calendar.ts"
import * as Fact from "./Fact.ts"
import * as Next from "./Next.ts"
import * as Plan from "./Plan.ts"
import * as Recruitment from "./Recruitment.ts"
import * as Stage from "./Stage.ts"
import type * as State from "./State.ts"
import * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * What people tell a round. The same signal sent twice says the same once.
 *
 * @category models
 * @since 0.1.0
 */
export type Signal =
  | { readonly _tag: "Start"; readonly plan: Plan.Plan }
  | { readonly _tag: "Propose"; readonly id: string; readonly subject: Fact.Subject }
  | { readonly _tag: "Approve"; readonly id: string }
  | { readonly _tag: "Reject"; readonly id: string }
  | { readonly _tag: "FileObjection"; readonly id: string; readonly stage: Stage.ObjectionStage; readonly by: string; readonly about: string }
  | { readonly _tag: "SubmitDrh"; readonly participant: string }
  /** Has a refused step tried again. */
  | { readonly _tag: "Retry"; readonly step: Stage.Step }

/**
 * Why a round does not take a signal.
 *
 * - `not-started`, `started-otherwise`: there is no such round, or one with another plan.
 * - `not-now`: the part that runs awaits something else. `too-late`: the deadline has passed.
 * - `same-person`: whoever entered something cannot approve it; nor can whoever entered the plan approve the announcement.
 * - `wrong-role`: the plan does not name the role of this account among those that approve or reject such a thing.
 * - `unknown`: no such proposal, objection, session, participant or person in office. `done-already`: it was decided.
 * - `id-taken`: the name belongs to something else. `too-many`: the person has filed as many objections as they may.
 * - `too-early`: a milestone before it is missing. `has-left`: they withdrew. `not-vacant`: nobody left that place.
 * - `not-next-in-rank`: somebody else comes first. `not-later`: an extension has to move the last day.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem =
  | "not-started"
  | "started-otherwise"
  | "not-now"
  | "too-late"
  | "same-person"
  | "wrong-role"
  | "unknown"
  | "done-already"
  | "id-taken"
  | "too-many"
  | "too-early"
  | "has-left"
  | "not-vacant"
  | "not-next-in-rank"
  | "not-later"

// --- errors ---

/**
 * The round does not take the signal; `subject` is what it is about and `expected` what it awaits, where that helps.
 *
 * @category errors
 * @since 0.1.0
 */
export class SignalRefused extends Data.TaggedError("SignalRefused")<{
  readonly signal: Signal["_tag"]
  readonly problem: Problem
  readonly subject: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.signal} ${this.subject}: ${this.problem}${this.expected === "" ? "" : `; expected ${this.expected}`}`
  }
}

// --- operations ---

/**
 * The facts that a signal adds, deadlines that have passed by now first; nothing where it was taken before.
 *
 * **Example** (Whoever entered the announcement cannot approve it)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Recruitment, Signal, Specimen } from "@timbang/process"
 * const entered = Recruitment.fold(Specimen.announced.slice(0, 2)).at(-1)!
 * const approve = { _tag: "Approve", id: "P1" } as const
 * const facts = (actor: typeof Specimen.drafter) => Signal.decide(entered, approve, actor, entered.latest)
 * Result.isFailure(facts(Specimen.drafter)) && facts(Specimen.drafter)._tag // => "Failure"
 * Result.getOrThrow(facts(Specimen.approver)).map(({ _tag }) => _tag) // => ["Approved"]
 * ```
 *
 * @param state absent before the round is started
 * @param now milliseconds since 1970-01-01 UTC; a clock that runs behind the latest fact is taken to stand there
 * @category deciding
 * @since 0.1.0
 */
export const decide = (
  state: State.State | undefined,
  signal: Signal,
  actor: Actor.Actor,
  now: number
): Result.Result<ReadonlyArray<Fact.Fact>, SignalRefused> => {
  if (signal._tag === "Start") return start(state, signal, now)
  if (state === undefined) return refuse(signal, "not-started", "")
  const at = Math.max(now, state.latest)
  const passed = Recruitment.passed(state, at, actor)
  const current = passed.reduce((before, fact) => Recruitment.apply(before, fact, actor), state)
  return Result.map(answer(current, signal, actor, at), (fact) => fact === undefined ? [] : [...passed, fact])
}

type Answer = Result.Result<Fact.Fact | undefined, SignalRefused>

const refuse = (signal: Signal, problem: Problem, subject: string, expected = ""): Result.Result<never, SignalRefused> =>
  Result.fail(new SignalRefused({ signal: signal._tag, problem, subject, expected }))

const known: Answer = Result.succeed(undefined)

const start = (state: State.State | undefined, signal: Extract<Signal, { _tag: "Start" }>, at: number): Result.Result<ReadonlyArray<Fact.Fact>, SignalRefused> => {
  if (state === undefined) return Result.succeed([{ _tag: "Started", at, plan: signal.plan }])
  return JSON.stringify(state.plan) === JSON.stringify(signal.plan) ? Result.succeed([]) : refuse(signal, "started-otherwise", signal.plan.round)
}

const answer = (state: State.State, signal: Exclude<Signal, { _tag: "Start" }>, actor: Actor.Actor, at: number): Answer => {
  switch (signal._tag) {
    case "Propose": {
      const earlier = state.proposals.get(signal.id)
      if (earlier !== undefined) {
        return Equal.equals(earlier.subject, signal.subject) && Actor.isSame(earlier.enteredBy, actor) ? known : refuse(signal, "id-taken", signal.id)
      }
      const problem = problemOf(state, signal.subject)
      return problem === undefined
        ? Result.succeed({ _tag: "Proposed", at, id: signal.id, subject: signal.subject })
        : refuse(signal, problem, signal.id, expected(state))
    }
    case "Approve":
    case "Reject": {
      const { _tag, id } = signal
      const proposal = state.proposals.get(id)
      if (proposal === undefined) return refuse(signal, "unknown", id)
      if (Actor.isSame(proposal.enteredBy, actor)) return refuse(signal, "same-person", id, `somebody other than ${actor.id}`)
      if (proposal.decided !== undefined) {
        const isRepeat = proposal.decided.isApproved === (_tag === "Approve") && Actor.isSame(proposal.decided.by, actor)
        return isRepeat ? known : refuse(signal, "done-already", id)
      }
      const isOfPlan = proposal.subject._tag === "Decide" && proposal.subject.decision === "announcement"
      if (isOfPlan && Actor.isSame(state.startedBy, actor)) return refuse(signal, "same-person", id, `somebody other than ${actor.id}`)
      const { all, of = {} } = state.plan.approvers ?? { all: [actor.role] }
      const roles = of[proposal.subject._tag] ?? all
      if (!roles.includes(actor.role)) return refuse(signal, "wrong-role", id, `the role ${roles.join(" or ")}`)
      if (_tag === "Reject") return Result.succeed({ _tag: "Rejected", at, id })
      const problem = problemOf(state, proposal.subject)
      return problem === undefined ? Result.succeed({ _tag: "Approved", at, id }) : refuse(signal, problem, id, expected(state))
    }
    case "FileObjection":
      return file(state, signal, at)
    case "SubmitDrh":
      return submit(state, signal, at)
    case "Retry": {
      const part = Recruitment.partOf(state)
      if (part?._tag !== "Work" || part.step !== signal.step) return refuse(signal, "not-now", signal.step, expected(state))
      return state.refusal === undefined ? known : Result.succeed({ _tag: "Retried", at, step: signal.step })
    }
  }
}

const file = (state: State.State, signal: Extract<Signal, { _tag: "FileObjection" }>, at: number): Answer => {
  const { about, by, id, stage } = signal
  const earlier = state.objections.get(id)
  if (earlier !== undefined) return earlier.about === about && earlier.by === by && earlier.stage === stage ? known : refuse(signal, "id-taken", id)
  const part = Recruitment.partOf(state)
  if (part?._tag !== "Window" || part.term !== `${stage}-objection`) {
    const window = Stage.parts.findIndex((one) => one._tag === "Window" && one.term === `${stage}-objection`)
    return refuse(signal, state.part > window ? "too-late" : "not-now", id, expected(state))
  }
  const most = state.plan.objectionsPerPerson[stage]
  const filed = Next.objectionsOf(state, stage).filter((objection) => objection.by === by).length
  return most !== undefined && filed >= most
    ? refuse(signal, "too-many", id, `at most ${most} by one person`)
    : Result.succeed({ _tag: "ObjectionFiled", at, id, stage, by, about })
}

const submit = (state: State.State, signal: Extract<Signal, { _tag: "SubmitDrh" }>, at: number): Answer => {
  const { participant } = signal
  const person = state.people.get(participant)
  if (person === undefined) return refuse(signal, "unknown", participant)
  if (person.left !== undefined) return refuse(signal, "has-left", participant)
  if (person.milestone !== "named") return known
  if (Recruitment.partOf(state)?._tag !== "People") return refuse(signal, "not-now", participant, expected(state))
  const isLate = state.passed.has(person.came === undefined ? "drh/drh" : `drh/${participant}`)
  return isLate ? refuse(signal, "too-late", participant) : Result.succeed({ _tag: "DrhSubmitted", at, participant })
}

/** Why something cannot be decided now, if it cannot. */
const problemOf = (state: State.State, subject: Fact.Subject): Problem | undefined => {
  const part = Recruitment.partOf(state)
  switch (subject._tag) {
    case "Decide":
      if (state.decisions.has(subject.decision)) return "done-already"
      return part?._tag === "Decision" && part.decision === subject.decision ? undefined : "not-now"
    case "HoldSession":
      if (part?._tag !== "Sessions" || part.exam !== subject.exam) return "not-now"
      if (!state.plan.sessions[subject.exam].includes(subject.session)) return "unknown"
      return state.sessions.has(`${subject.exam}/${subject.session}`) ? "done-already" : undefined
    case "Answer":
    case "Approval": {
      const objection = state.objections.get(subject.objection)
      if (objection === undefined) return "unknown"
      if (objection.status === (subject._tag === "Answer" ? "filed" : "awaiting-panselnas")) return undefined
      return subject._tag === "Approval" && objection.status === "filed" ? "too-early" : "done-already"
    }
    case "Extend":
      return extensionProblem(state, subject)
    case "Reach":
      return subject.participants.map((participant) => reachProblem(state, participant, subject.milestone)).find((problem) => problem !== undefined)
    case "Resign": {
      const person = state.people.get(subject.participant)
      if (person === undefined) return "unknown"
      return person.left === undefined ? undefined : "done-already"
    }
    case "Replace": {
      if (part?._tag !== "People") return "not-now"
      const gone = state.people.get(subject.vacatedBy)
      if (gone === undefined) return "unknown"
      if (gone.left === undefined || gone.left.replacedBy !== undefined) return "not-vacant"
      if (Next.nextInRank(state, gone.formation) !== subject.by) return "not-next-in-rank"
      return Day.toNumber(subject.drhUntil) < Day.toNumber(subject.letter.day) ? "not-later" : undefined
    }
  }
}

const extensionProblem = (state: State.State, { participant, term, until }: Extract<Fact.Subject, { _tag: "Extend" }>): Problem | undefined => {
  const { calendar, lengths } = state.plan.timetable
  const end = Calendar.endOf(calendar, until)
  if (participant !== undefined) {
    const person = state.people.get(participant)
    if (person?.came === undefined || person.left !== undefined) return "unknown"
    if (term !== "drh" || person.milestone !== "named") return "not-now"
    return end > Calendar.endOf(calendar, person.came.drhUntil) && end > state.latest ? undefined : "not-later"
  }
  const part = Recruitment.partOf(state)
  if (part?.term !== term) return "not-now"
  const due = state.extended.get(`${part.stage}/${term}`) ?? Timetable.endOf(calendar, lengths[term], state.since).at
  return end > due && end > state.latest ? undefined : "not-later"
}

const reachProblem = (state: State.State, participant: string, milestone: Stage.Milestone): Problem | undefined => {
  const person = state.people.get(participant)
  if (person === undefined) return "unknown"
  if (person.left !== undefined) return "has-left"
  const [has, wants] = [person.milestone, milestone].map((one) => Stage.milestones.indexOf(one)) as [number, number]
  if (has >= wants) return "done-already"
  if (has < wants - 1) return "too-early"
  const first = Stage.parts.findIndex((part) => part._tag === "People" && part.milestone === milestone)
  return state.part < first ? "not-now" : undefined
}

const expected = (state: State.State): string => {
  const part = Recruitment.partOf(state)
  switch (part?._tag) {
    case undefined:
      return "nothing, the round is over"
    case "Decision":
      return `the decision ${part.decision}`
    case "Work":
      return `the step ${part.step}`
    case "Window":
      return `the end of ${part.term}`
    case "Sessions":
      return `minutes of the ${part.exam} exam`
    case "Cases":
      return `answers to ${part.about} objections`
    case "People":
      return `${part.milestone} of everybody who passed`
  }
}

// --- schemas ---

/**
 * Schema of a signal, as a program or a file gives it.
 *
 * **Example** (From JSON, and with a name that is none)
 *
 * ```ts
 * import { Result, Schema } from "effect"
 * import { Signal } from "@timbang/process"
 * const decode = Schema.decodeUnknownResult(Signal.schema)
 * Result.getOrThrow(decode({ _tag: "Approve", id: "P1" })) // => { _tag: "Approve", id: "P1" }
 * Result.isFailure(decode({ _tag: "Approve", id: "" })) // => true
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema: Schema.Codec<Signal> = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("Start"), plan: Plan.schema }),
  Schema.Struct({ _tag: Schema.Literal("Propose"), id: Plan.name, subject: Fact.subject }),
  Schema.Struct({ _tag: Schema.Literal("Approve"), id: Plan.name }),
  Schema.Struct({ _tag: Schema.Literal("Reject"), id: Plan.name }),
  Schema.Struct({
    _tag: Schema.Literal("FileObjection"),
    id: Plan.name,
    stage: Schema.Literals(["administrative", "final"]),
    by: Plan.name,
    about: Plan.name
  }),
  Schema.Struct({ _tag: Schema.Literal("SubmitDrh"), participant: Plan.name }),
  Schema.Struct({ _tag: Schema.Literal("Retry"), step: Fact.step })
])
