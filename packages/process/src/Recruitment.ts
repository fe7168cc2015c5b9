/**
 * A recruitment as a state machine: facts in, state out. No clock, no chance; the same facts always give the same state.
 *
 * @since 0.1.0
 */
import type { Actor } from "@timbang/workflows"
import type * as Fact from "./Fact.ts"
import * as Advance from "./internal/advance.ts"
import * as Next from "./Next.ts"
import * as Stage from "./Stage.ts"
import type * as State from "./State.ts"

// --- models ---

/**
 * A fact, and who recorded it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Recorded {
  readonly fact: Fact.Fact
  readonly actor: Actor.Actor
}

// --- operations ---

/**
 * The state after each fact, in order. The first fact has to be the start.
 *
 * **Example** (Registration runs once the announcement is approved)
 *
 * ```ts
 * import { Recruitment, Specimen, Stage } from "@timbang/process"
 * const states = Recruitment.fold(Specimen.announced)
 * states.map(({ part }) => Stage.parts[part]!.stage) // => ["announcement", "announcement", "applicants"]
 * ```
 *
 * @category folding
 * @since 0.1.0
 */
export const fold = (facts: ReadonlyArray<Recorded>): ReadonlyArray<State.State> => {
  const states: Array<State.State> = []
  for (const { actor, fact } of facts) {
    const last = states.at(-1)
    if (last !== undefined) states.push(apply(last, fact, actor))
    else if (fact._tag === "Started") states.push(Advance.begin(fact, actor))
  }
  return states
}

/**
 * The state after one more fact; the state before stays as it is.
 *
 * **Example** (The end of registration brings the import of the applicants)
 *
 * ```ts
 * import { Next, Recruitment, Specimen } from "@timbang/process"
 * const before = Recruitment.fold(Specimen.announced).at(-1)!
 * const [{ due, id }] = Next.deadlines(before) as [{ due: number; id: string }]
 * const after = Recruitment.apply(before, { _tag: "DeadlinePassed", at: due, deadline: id }, Specimen.runner)
 * Next.of(after) // => { _tag: "Work", step: "import-applicants", attempt: 0 }
 * ```
 *
 * @category folding
 * @since 0.1.0
 */
export const apply = (state: State.State, fact: Fact.Fact, actor: Actor.Actor): State.State => {
  const draft = Advance.copy(state)
  Advance.advance(draft, fact, actor)
  return draft
}

/**
 * Deadlines that have passed at a moment, as facts: each holds from the moment it passed, however late it is noticed. One
 * that passes may begin another, which may have passed as well. One that was over before anything made it run passes then.
 *
 * **Example** (Noticed a month late, passed on its day)
 *
 * ```ts
 * import { Recruitment, Specimen } from "@timbang/process"
 * const state = Recruitment.fold(Specimen.announced).at(-1)!
 * const [passed] = Recruitment.passed(state, Date.UTC(2024, 9, 20), Specimen.runner)
 * new Date(passed!.at).toISOString() // => "2024-09-10T17:00:00.000Z"
 * ```
 *
 * @param now milliseconds since 1970-01-01 UTC
 * @category deciding
 * @since 0.1.0
 */
export const passed = (state: State.State, now: number, actor: Actor.Actor): ReadonlyArray<Fact.Fact> => {
  const facts: Array<Fact.Fact> = []
  for (let current = state;;) {
    const [first] = Next.deadlines(current)
    if (first === undefined || first.due > now) return facts
    const fact: Fact.Fact = { _tag: "DeadlinePassed", at: Math.max(first.due, current.latest), deadline: first.id }
    facts.push(fact)
    current = apply(current, fact, actor)
  }
}

/**
 * The part that runs; absent once all are over.
 *
 * **Example** (A window)
 *
 * ```ts
 * import { Recruitment, Specimen } from "@timbang/process"
 * Recruitment.partOf(Recruitment.fold(Specimen.announced).at(-1)!) // => { _tag: "Window", stage: "applicants", term: "registration" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const partOf = ({ part }: State.State): Stage.Part | undefined => Stage.parts[part]
