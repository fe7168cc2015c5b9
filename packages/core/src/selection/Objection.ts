/**
 * Objections (sanggah) and other calls to look at a result again, as a state machine: from filing to the new
 * announcement.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import * as Day from "../law/Day.ts"
import type { Sourced } from "../law/Sourced.ts"
import type { Event } from "./Event.ts"
import { NumbersUnknown } from "./Plan.ts"
import type { Authority } from "../law/Decided.ts"
import type { ObjectionWindow, RuleSet } from "./RuleSet.ts"

// --- models ---

/**
 * Who calls for another look.
 *
 * - `own`: a participant about their own result, within the window.
 * - `about-another`: anybody about somebody else's result, within the window.
 * - `finding`: the national committee or the civil service agency found something; no window binds it.
 * - `judgment`: a court decided; no window binds it.
 *
 * @category models
 * @since 0.1.0
 */
export type Kind = "own" | "about-another" | "finding" | "judgment"

/**
 * One call to look again.
 *
 * @category models
 * @since 0.1.0
 */
export interface Objection {
  readonly id: string
  readonly kind: Kind
  /** Stage whose announcement it is about, as the rule set's windows name it. */
  readonly stage: string
  /** Participant number or pseudonym of who files it, or the office or court. */
  readonly by: string
  /** Participant whose result is questioned. */
  readonly about: string
  /** Whether the participant would gain or lose by it. */
  readonly direction: "in-favour" | "against"
  readonly grounds: string
  readonly filedOn: Day.Day
  /** Number of the finding or the judgment. Needed for these two kinds. */
  readonly reference?: string
}

/**
 * Where an objection stands.
 *
 * @category models
 * @since 0.1.0
 */
export type State =
  | { readonly _tag: "Filed" }
  | { readonly _tag: "Answered"; readonly isAccepted: boolean; readonly reason: string; readonly at: Day.Day }
  | { readonly _tag: "AwaitingApproval"; readonly of: Authority; readonly at: Day.Day }
  | { readonly _tag: "Approved"; readonly letter: string; readonly event: Event; readonly at: Day.Day }
  | { readonly _tag: "Refused"; readonly letter: string; readonly reason: string; readonly at: Day.Day }
  | { readonly _tag: "AnnouncedAgain"; readonly at: Day.Day }

/**
 * What happened next.
 *
 * @category models
 * @since 0.1.0
 */
export type Move =
  | { readonly _tag: "Answer"; readonly isAccepted: boolean; readonly reason: string; readonly at: Day.Day }
  | { readonly _tag: "AskApproval"; readonly at: Day.Day }
  | { readonly _tag: "Approve"; readonly letter: string; readonly event: Event; readonly at: Day.Day }
  | { readonly _tag: "Refuse"; readonly letter: string; readonly reason: string; readonly at: Day.Day }
  | { readonly _tag: "AnnounceAgain"; readonly at: Day.Day }

/**
 * What has to be done now. A day is absent where no source gives the number it follows from.
 *
 * @category models
 * @since 0.1.0
 */
export type Task =
  | { readonly _tag: "Answer"; readonly until?: Day.Day }
  | { readonly _tag: "AskApproval"; readonly of: Authority }
  | { readonly _tag: "Rerun"; readonly event: Event }
  | { readonly _tag: "Inform"; readonly participant: string }
  | { readonly _tag: "AnnounceAgain"; readonly until?: Day.Day }

/**
 * An objection with its state, the window it belongs to and the day of the announcement.
 *
 * @category models
 * @since 0.1.0
 */
export interface Case {
  readonly objection: Objection
  readonly state: State
  readonly window: ObjectionWindow
  readonly announcedOn: Day.Day
  /** True when the host may approve by itself; else the office of the window does. */
  readonly isHosts: boolean
}

/**
 * The next state and what to do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step {
  readonly case: Case
  readonly tasks: ReadonlyArray<Task>
}

// --- errors ---

/**
 * Why an objection cannot be filed. `limit` is what `found` is held against: the first or the last day, the most that one
 * person may file, or the stages that have a window, parted by commas; empty where the problem says it all.
 *
 * @category errors
 * @since 0.1.0
 */
export class ObjectionRefused extends Data.TaggedError("ObjectionRefused")<{
  readonly objection: string
  readonly problem:
    | "stage-without-window"
    | "before-announcement"
    | "window-closed"
    | "too-many"
    | "not-about-oneself"
    | "about-oneself"
    | "grounds-missing"
    | "reference-missing"
    | "day-invalid"
  readonly found: string
  readonly limit: string
}> {
  override get message(): string {
    return `objection ${this.objection}: ${this.problem}, found ${JSON.stringify(this.found)}; expected ${
      expectations[this.problem](this.limit)
    }`
  }
}

const expectations: Readonly<Record<ObjectionRefused["problem"], (limit: string) => string>> = {
  "stage-without-window": (stages) => stages === "" ? "a rule set with windows" : stages.replaceAll(", ", " or "),
  "before-announcement": (first) => `${first} or later`,
  "window-closed": (last) => `${last} or earlier`,
  "too-many": (most) => `at most ${most} by one person`,
  "not-about-oneself": () => "the participant themselves, or kind about-another",
  "about-oneself": () => "somebody else, or kind own",
  "grounds-missing": () => "what is wrong with the result",
  "reference-missing": () => "the number of the finding or judgment",
  "day-invalid": () => "YYYY-MM-DD"
}

/**
 * What a move has to have.
 *
 * - `DayFrom`: a calendar day, this one or later.
 * - `Unanswered`, `Accepted`, `Settled`: an objection in that state. `Awaiting`: one that awaits an office.
 * - `Reason`, `Letter`, `LetterAndReason`: text that is not empty. `EventAbout`: an event about this participant.
 *
 * @category errors
 * @since 0.1.0
 */
export type Needed =
  | { readonly _tag: "DayFrom"; readonly day: Day.Day }
  | { readonly _tag: "Unanswered" }
  | { readonly _tag: "Accepted" }
  | { readonly _tag: "Awaiting"; readonly of: Authority }
  | { readonly _tag: "Settled" }
  | { readonly _tag: "Reason" }
  | { readonly _tag: "Letter" }
  | { readonly _tag: "LetterAndReason" }
  | { readonly _tag: "EventAbout"; readonly participant: string }

/**
 * A move that the state does not allow, or that lacks its letter or reason.
 *
 * @category errors
 * @since 0.1.0
 */
export class MoveRefused extends Data.TaggedError("MoveRefused")<{
  readonly objection: string
  readonly state: State["_tag"]
  readonly move: Move["_tag"]
  readonly needed: Needed
}> {
  override get message(): string {
    return `objection ${this.objection} is ${this.state} and cannot take ${this.move}; expected ${inWords(this.needed)}`
  }
}

const inWords = (needed: Needed): string => {
  switch (needed._tag) {
    case "DayFrom":
      return `a day from ${needed.day} on`
    case "Unanswered":
      return "an objection that was filed and not answered"
    case "Accepted":
      return "an objection that was accepted"
    case "Awaiting":
      return `an accepted objection that awaits ${needed.of}`
    case "Settled":
      return "an objection that is settled"
    case "Reason":
      return "the reason of the answer"
    case "Letter":
      return "number of the letter"
    case "LetterAndReason":
      return "number of the letter, and its reason"
    case "EventAbout":
      return `an event about ${needed.participant}`
  }
}

// --- constructors ---

/**
 * Files an objection, or says why it is too late, too many, or about the wrong person.
 *
 * **Details**
 *
 * The window counts calendar days after the announcement: with three days, an announcement of the 20th can be objected
 * to until the 23rd. How many objections a person may file is asked of the rule set only once there is an earlier one,
 * and is then refused by name where no source gives it. Findings and judgments name their reference and wait for the
 * letter that approves them; nobody answers them.
 *
 * **Example** (The last day, and one day later)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Sourced } from "@timbang/core/law"
 * import { Objection, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const days = (number: number) => Sourced.known(number, source)
 * const objections = [{ stage: "final", days: days(3), perPerson: days(1), announceAgainWithinDays: days(7), decidedBy: "board", source }]
 * const given = { ruleSet: { ...Specimen.ruleSet, objections }, announcedOn: "2024-12-20", earlier: [] }
 * const objection = { id: "1", kind: "own", stage: "final", by: "24-1", about: "24-1", direction: "in-favour", grounds: "practice of 24-1", filedOn: "2024-12-23" } as const
 * Result.getOrThrow(Objection.file(objection, given)).tasks // => [{ _tag: "Answer", until: "2024-12-30" }]
 * Result.isFailure(Objection.file({ ...objection, filedOn: "2024-12-24" }, given)) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const file = (objection: Objection, given: {
  readonly ruleSet: Pick<RuleSet, "id" | "objections" | "hostAuthorities">
  readonly announcedOn: Day.Day
  /** Objections filed before this one, of any stage and by anybody. */
  readonly earlier: ReadonlyArray<Objection>
}): Result.Result<Step, ObjectionRefused | NumbersUnknown> => {
  const { announcedOn, earlier, ruleSet } = given
  const { about, by, filedOn, grounds, id, kind, reference, stage } = objection
  const refuse = (problem: ObjectionRefused["problem"], found: string, limit = "") =>
    Result.fail(new ObjectionRefused({ objection: id, problem, found, limit }))
  const window = ruleSet.objections.find((candidate) => candidate.stage === stage)
  if (window === undefined) {
    return refuse("stage-without-window", stage, ruleSet.objections.map((known) => known.stage).join(", "))
  }
  if (!Day.isDay(filedOn)) return refuse("day-invalid", filedOn)
  if (!Day.isDay(announcedOn)) return refuse("day-invalid", announcedOn)
  if (grounds.trim() === "") return refuse("grounds-missing", "")
  if (kind === "own" && by !== about) return refuse("not-about-oneself", by)
  if (kind === "about-another" && by === about) return refuse("about-oneself", by)
  if (filedOn < announcedOn) return refuse("before-announcement", filedOn, announcedOn)
  const isHosts = ruleSet.hostAuthorities.includes(window.decidedBy)
  const of = (state: State): Case => ({ objection, state, window, announcedOn, isHosts })
  if (kind === "finding" || kind === "judgment") {
    if (reference === undefined || reference.trim() === "") {
      return refuse("reference-missing", "")
    }
    const state: State = { _tag: "AwaitingApproval", of: window.decidedBy, at: filedOn }
    return Result.succeed({ case: of(state), tasks: [{ _tag: "AskApproval", of: window.decidedBy }] })
  }
  const path = `objections.${stage}`
  const { days, perPerson } = window
  if (days._tag === "Unknown") return Result.fail(unknown(ruleSet.id, `${path}.days`, days))
  const last = Day.addDays(announcedOn, days.value)
  if (filedOn > last) return refuse("window-closed", filedOn, last)
  const filed =
    earlier.filter((other) =>
      other.id !== id && other.by === by && other.stage === stage &&
      (other.kind === "own" || other.kind === "about-another")
    ).length
  if (filed > 0) {
    if (perPerson._tag === "Unknown") return Result.fail(unknown(ruleSet.id, `${path}.perPerson`, perPerson))
    if (filed >= perPerson.value) return refuse("too-many", String(filed + 1), String(perPerson.value))
  }
  return Result.succeed({ case: of({ _tag: "Filed" }), tasks: [{ _tag: "Answer", ...until(window, announcedOn) }] })
}

// --- operations ---

/**
 * Moves an objection on: the next state, and what has to be done now.
 *
 * **Details**
 *
 * Filed, answered; if accepted and the window's office is not the host's, awaiting approval; approved or refused with a
 * letter; announced again. An approval carries the event that changes the record: a correction without a basis gets the
 * letter as its basis.
 *
 * **Example** (An accepted objection waits for the board)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Sourced } from "@timbang/core/law"
 * import { Objection, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const days = (number: number) => Sourced.known(number, source)
 * const objections = [{ stage: "final", days: days(3), perPerson: days(1), announceAgainWithinDays: days(7), decidedBy: "board", source }]
 * const given = { ruleSet: { ...Specimen.ruleSet, objections }, announcedOn: "2024-12-20", earlier: [] }
 * const objection = { id: "1", kind: "own", stage: "final", by: "24-1", about: "24-1", direction: "in-favour", grounds: "practice of 24-1", filedOn: "2024-12-23" } as const
 * const filed = Result.getOrThrow(Objection.file(objection, given)).case
 * const answered = Result.getOrThrow(Objection.move(filed, { _tag: "Answer", isAccepted: true, reason: "sheet 7 misread", at: "2024-12-27" }))
 * answered.tasks // => [{ _tag: "AskApproval", of: "board" }]
 * Result.isFailure(Objection.move(filed, { _tag: "AnnounceAgain", at: "2024-12-27" })) // => true
 * ```
 *
 * @category moving
 * @since 0.1.0
 */
export const move = (current: Case, next: Move): Result.Result<Step, MoveRefused> => {
  const { announcedOn, isHosts, objection, state, window } = current
  const to = (now: State, tasks: ReadonlyArray<Task>): Result.Result<Step, MoveRefused> =>
    Result.succeed({ case: { ...current, state: now }, tasks })
  const refuse = (needed: Needed) =>
    Result.fail(new MoveRefused({ objection: objection.id, state: state._tag, move: next._tag, needed }))
  const since = state._tag === "Filed" ? objection.filedOn : state.at
  if (!Day.isDay(next.at) || next.at < since) return refuse({ _tag: "DayFrom", day: since })
  const announce: Task = { _tag: "AnnounceAgain", ...until(window, announcedOn) }
  const inform: Task = { _tag: "Inform", participant: objection.about }
  switch (next._tag) {
    case "Answer": {
      if (state._tag !== "Filed") return refuse({ _tag: "Unanswered" })
      if (next.reason.trim() === "") return refuse({ _tag: "Reason" })
      const { at, isAccepted, reason } = next
      const after: State = { _tag: "Answered", isAccepted, reason, at }
      if (!isAccepted) return to(after, [inform, announce])
      return to(after, isHosts ? [] : [{ _tag: "AskApproval", of: window.decidedBy }])
    }
    case "AskApproval":
      if (state._tag !== "Answered" || !state.isAccepted) return refuse({ _tag: "Accepted" })
      return to({ _tag: "AwaitingApproval", of: window.decidedBy, at: next.at }, [])
    case "Approve": {
      const isReady = state._tag === "AwaitingApproval" || (isHosts && state._tag === "Answered" && state.isAccepted)
      if (!isReady) return refuse({ _tag: "Awaiting", of: window.decidedBy })
      if (next.letter.trim() === "") return refuse({ _tag: "Letter" })
      if (!concerns(next.event, objection.about)) return refuse({ _tag: "EventAbout", participant: objection.about })
      const event: Event = next.event._tag === "Corrected" && next.event.basis.trim() === ""
        ? { ...next.event, basis: next.letter }
        : next.event
      return to({ _tag: "Approved", letter: next.letter, event, at: next.at }, [
        { _tag: "Rerun", event },
        inform,
        announce
      ])
    }
    case "Refuse":
      if (state._tag !== "AwaitingApproval") return refuse({ _tag: "Awaiting", of: window.decidedBy })
      if (next.letter.trim() === "" || next.reason.trim() === "") return refuse({ _tag: "LetterAndReason" })
      return to({ _tag: "Refused", letter: next.letter, reason: next.reason, at: next.at }, [inform, announce])
    case "AnnounceAgain": {
      const isSettled = state._tag === "Approved" || state._tag === "Refused" ||
        (state._tag === "Answered" && !state.isAccepted)
      return isSettled ? to({ _tag: "AnnouncedAgain", at: next.at }, []) : refuse({ _tag: "Settled" })
    }
  }
}

/** Re-announcement is due so many days after the window closes; absent where a number is unknown. */
const until = (
  { announceAgainWithinDays, days }: ObjectionWindow,
  announcedOn: Day.Day
): { readonly until?: Day.Day } =>
  days._tag === "Known" && announceAgainWithinDays._tag === "Known"
    ? { until: Day.addDays(announcedOn, days.value + announceAgainWithinDays.value) }
    : {}

const concerns = (event: Event, participant: string): boolean => {
  switch (event._tag) {
    case "TieSettled":
      return event.order.includes(participant)
    case "LawChanged":
      return true
    default:
      return event.participant === participant
  }
}

const unknown = (ruleSet: string, path: string, { source }: Sourced<number>): NumbersUnknown =>
  new NumbersUnknown({ ruleSet, numbers: [{ path, source }] })
