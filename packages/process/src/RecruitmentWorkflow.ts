/**
 * The durable process of one round: does what is next, or sleeps until somebody says something or a deadline passes.
 *
 * The journal holds the facts, and the workflow decides by them alone: each time it wakes it folds them and goes on. What the
 * cluster keeps is where a round runs, when it has to wake, and answers of steps that are not yet in the journal.
 *
 * @since 0.1.0
 */
import type { Actor } from "@timbang/workflows"
import { Cause, Clock, type Duration, Effect, Layer, Schedule, Schema } from "effect"
import { Activity, DurableClock, DurableDeferred, Workflow, WorkflowEngine } from "effect/workflow"
import * as Fact from "./Fact.ts"
import * as Next from "./Next.ts"
import * as Recruitment from "./Recruitment.ts"
import * as Rounds from "./Rounds.ts"
import * as Steps from "./Steps.ts"

// --- models ---

/**
 * The workflow. One execution a round; what dies outside of a step suspends it, and the watch resumes it.
 *
 * @category workflows
 * @since 0.1.0
 */
export const RecruitmentWorkflow = Workflow.make("Recruitment", {
  payload: { round: Schema.String },
  idempotencyKey: ({ round }) => round
}).annotate(Workflow.SuspendOnFailure, true)

// --- operations ---

/** What wakes a round: the end of a turn, by a new fact or by the clock, whichever comes first. */
const clockOf = (turn: number, duration: Duration.Input) => DurableClock.make({ name: `turn/${turn}`, duration })

/**
 * Tells a round that a turn is over.
 *
 * @category signalling
 * @since 0.1.0
 */
export const wake = Effect.fn("RecruitmentWorkflow.wake")(function*(round: string, turn: number) {
  const executionId = yield* RecruitmentWorkflow.executionId({ round })
  const { deferred } = clockOf(turn, 0)
  yield* DurableDeferred.succeed(deferred, {
    token: DurableDeferred.tokenFromExecutionId(deferred, { workflow: RecruitmentWorkflow, executionId }),
    value: undefined
  })
})

const run = (actor: Actor.Actor) =>
  Effect.fnUntraced(function*({ round }: { readonly round: string }) {
    const rounds = yield* Rounds.Rounds
    const steps = yield* Steps.Steps
    const engine = yield* WorkflowEngine.WorkflowEngine
    let slept = -1
    for (;;) {
      const state = yield* rounds.read(round)
      if (state === undefined) return yield* Effect.die(`round ${round} has no start in the journal`)
      const now = yield* Clock.currentTimeMillis
      const passed = Recruitment.passed(state, now, actor)
      if (passed.length > 0) {
        yield* rounds.record(round, state.facts, passed, actor)
        continue
      }
      const next = Next.of(state)
      if (next._tag === "Finished") return
      if (next._tag === "Work") {
        const { attempt, step } = next
        const key = `${round}/${step}/${attempt}`
        const answer = yield* Activity.make({
          name: `${step}/${attempt}`,
          success: answered,
          execute: patient(key, Effect.suspend(() => steps.run({ round, step, key, state }))).pipe(
            Effect.match({
              onSuccess: (result): Answer => ({ _tag: "StepFinished", step, result }),
              onFailure: ({ because }): Answer => ({ _tag: "StepRefused", step, because })
            })
          )
        })
        yield* finish(rounds, round, answer, actor)
        continue
      }
      const [first] = next.deadlines
      if (slept === state.turn) {
        // The clock of the store runs ahead of this one: the wake has come, the deadline has not.
        yield* Effect.sleep(Math.min(1000, Math.max(1, (first?.due ?? now + 1000) - now)))
        continue
      }
      const { deferred } = clockOf(state.turn, 0)
      if (first !== undefined) {
        const { executionId, workflow } = yield* WorkflowEngine.WorkflowInstance
        yield* engine.scheduleClock(workflow, { executionId, clock: clockOf(state.turn, first.due - now) })
      }
      yield* DurableDeferred.await(deferred)
      slept = state.turn
    }
  })

/**
 * What dies is tried again within the activity, after a second, then more and more rarely, at least every minute: an activity
 * that ends badly would suspend the round as a whole. The log names no cause, which may hold personal data.
 */
const patient = <A, E>(key: string, step: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  step.pipe(
    Effect.sandbox,
    Effect.tapError((cause) => Cause.hasDies(cause) ? Effect.logWarning(`step ${key} died; it is tried again`) : Effect.void),
    Effect.retry({ while: Cause.hasDies, schedule: Schedule.min([Schedule.exponential(1000), Schedule.spaced(60_000)]) }),
    Effect.catch((cause) => Effect.failCause(cause))
  )

/** A refusal is an answer as well, and stored as one. */
type Answer = Omit<Extract<Fact.Fact, { _tag: "StepFinished" }>, "at"> | Omit<Extract<Fact.Fact, { _tag: "StepRefused" }>, "at">

const answered: Schema.Codec<Answer> = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("StepFinished"), step: Fact.step, result: Fact.stepResult }),
  Schema.Struct({ _tag: Schema.Literal("StepRefused"), step: Fact.step, because: Schema.String })
])

/** Records what a step answered; people may speak meanwhile, and then it stands after what they said. */
const finish = Effect.fnUntraced(function*(rounds: Rounds.Rounds["Service"], round: string, answer: Answer, actor: Actor.Actor) {
  for (;;) {
    const state = yield* rounds.read(round)
    const next = state === undefined ? undefined : Next.of(state)
    if (state === undefined || next?._tag !== "Work" || next.step !== answer.step) return
    const now = yield* Clock.currentTimeMillis
    if (yield* rounds.record(round, state.facts, [{ ...answer, at: Math.max(now, state.latest) }], actor)) return
  }
})

// --- layers ---

/**
 * Registers the workflow with an engine. `actor` stands in the journal for what it records by itself.
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (actor: Actor.Actor): Layer.Layer<never, never, WorkflowEngine.WorkflowEngine | Rounds.Rounds | Steps.Steps> =>
  RecruitmentWorkflow.toLayer(Effect.fnUntraced(function*(payload) {
    yield* Effect.orDie(run(actor)(payload))
  }))
