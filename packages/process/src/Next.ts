/**
 * What has to happen next in a round: work for a program, or waiting for people and for days.
 *
 * @since 0.1.0
 */
import * as Calendar from "./Calendar.ts"
import * as Stage from "./Stage.ts"
import type * as State from "./State.ts"
import * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * What has to happen next.
 *
 * @category models
 * @since 0.1.0
 */
export type Next =
  | { readonly _tag: "Work"; readonly step: Stage.Step; readonly attempt: number }
  | { readonly _tag: "Wait"; readonly part: Stage.Part; readonly deadlines: ReadonlyArray<State.Deadline> }
  | { readonly _tag: "Finished" }

// --- operations ---

/**
 * What has to happen next. A refused step waits until somebody has it retried.
 *
 * **Example** (A round that was just started waits for its announcement)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * const [started] = Recruitment.fold([{ fact: Specimen.started, actor: Specimen.drafter }])
 * const next = Next.of(started!)
 * next._tag === "Wait" && next.part.stage // => "announcement"
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const of = (state: State.State): Next => {
  const part = Stage.parts[state.part]
  if (part === undefined) return { _tag: "Finished" }
  return part._tag === "Work" && state.refusal === undefined
    ? { _tag: "Work", step: part.step, attempt: state.attempt }
    : { _tag: "Wait", part, deadlines: deadlines(state) }
}

/**
 * Deadlines that run and have not passed: of the part that runs, and of people who came later. The earliest first.
 *
 * **Example** (Registration until the 10th)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * const state = Recruitment.fold(Specimen.announced).at(-1)!
 * Next.deadlines(state) // => [{ id: "applicants/registration", term: "registration", due: Date.UTC(2024, 8, 10, 17) }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const deadlines = (state: State.State): ReadonlyArray<State.Deadline> => {
  const { calendar, lengths } = state.plan.timetable
  const part = Stage.parts[state.part]
  const found: Array<State.Deadline> = []
  if (part?.term !== undefined) {
    const id = `${part.stage}/${part.term}`
    found.push({ id, term: part.term, due: state.extended.get(id) ?? Timetable.endOf(calendar, lengths[part.term], state.since).at })
  }
  if (part?._tag === "People") {
    for (const person of active(state)) {
      if (person.came === undefined || person.milestone !== "named") continue
      found.push({ id: `drh/${person.participant}`, term: "drh", due: Calendar.endOf(calendar, person.came.drhUntil) })
    }
  }
  return found.filter(({ id }) => !state.passed.has(id)).sort((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1))
}

/**
 * Objections about a result.
 *
 * **Example** (Nobody objected)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * Next.objectionsOf(Recruitment.fold(Specimen.announced).at(-1)!, "final") // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const objectionsOf = ({ objections }: State.State, about: Stage.ObjectionStage): ReadonlyArray<State.Objection> =>
  [...objections.values()].filter(({ stage }) => stage === about)

/**
 * Those who passed and have not left.
 *
 * **Example** (Before a publication)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * Next.active(Recruitment.fold(Specimen.announced).at(-1)!) // => []
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const active = ({ people }: State.State): ReadonlyArray<State.Person> => [...people.values()].filter(({ left }) => left === undefined)

/**
 * The next in rank of a formation who has not been called yet, if there is one.
 *
 * **Example** (After a publication, and before it)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * const before = Recruitment.fold(Specimen.announced).at(-1)!
 * const { digest } = Specimen
 * const published = { root: digest, appointees: [{ participant: "26-1", formation: "F1", isMoved: false }], reserves: [{ formation: "F1", participants: ["26-2"] }] }
 * const after = Recruitment.apply(before, { _tag: "StepFinished", at: before.latest, step: "publish", result: { digest, count: 2, published } }, Specimen.runner)
 * Next.nextInRank(after, "F1") // => "26-2"
 * Next.nextInRank(before, "F1") // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const nextInRank = (state: State.State, formation: string): string | undefined => {
  const published = (state.results.get("publish-again") ?? state.results.get("publish"))?.published
  return published?.reserves.find((reserve) => reserve.formation === formation)?.participants.find((participant) => !state.people.has(participant))
}

/**
 * What the runner has to know of `of`, as text: it changes exactly when the runner has to look again.
 *
 * **Example** (A deadline)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * Next.keyOf(Recruitment.fold(Specimen.announced).at(-1)!) // => "wait applicants/registration 1725987600000"
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const keyOf = (state: State.State): string => {
  const next = of(state)
  switch (next._tag) {
    case "Work":
      return `work ${next.step} ${next.attempt}`
    case "Wait":
      return `wait ${next.deadlines[0]?.id ?? ""} ${next.deadlines[0]?.due ?? ""}`
    case "Finished":
      return "finished"
  }
}
