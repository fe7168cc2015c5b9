/**
 * What the host does when the turn of a step comes: read applicants, select, publish.
 *
 * @since 0.1.0
 */
import { Context, Data, type Effect } from "effect"
import type * as Fact from "./Fact.ts"
import type * as Stage from "./Stage.ts"
import type * as State from "./State.ts"

// --- models ---

/**
 * A step to do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Work {
  readonly round: string
  readonly step: Stage.Step
  /** Name of this piece of work, the same whenever it is begun again after a crash: for batches and files of its own. */
  readonly key: string
  /** Where the round stands; decisions rest on it and on nothing else that may change. */
  readonly state: State.State
}

// --- errors ---

/**
 * The step cannot be done as things are; it is recorded, and waits until somebody has it tried again. No personal data.
 *
 * @category errors
 * @since 0.1.0
 */
export class StepRefusal extends Data.TaggedError("StepRefusal")<{ readonly because: string }> {
  override get message(): string {
    return this.because
  }
}

// --- service ---

/**
 * Steps of the host.
 *
 * **Details**
 *
 * A step whose answer was stored is never begun again. One that a crash cut off is begun again, with the same key: what it
 * writes has to bear that. What dies (a database that is away) is tried again after a while; what is refused waits for people.
 *
 * @category services
 * @since 0.1.0
 */
export class Steps extends Context.Service<Steps, {
  readonly run: (work: Work) => Effect.Effect<Fact.StepResult, StepRefusal>
}>()("@timbang/process/Steps") {}
