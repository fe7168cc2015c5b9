/**
 * Watches the journal and wakes the rounds that it speaks of. Whoever writes a fact needs the journal and nothing else.
 *
 * @since 0.1.0
 */
import { Clock, Effect, Layer, Schedule, Stream } from "effect"
import { Singleton, type Sharding } from "effect/cluster"
import type { WorkflowEngine } from "effect/workflow"
import * as Next from "./Next.ts"
import * as RecruitmentWorkflow from "./RecruitmentWorkflow.ts"
import * as Rounds from "./Rounds.ts"

const { RecruitmentWorkflow: workflow } = RecruitmentWorkflow

/**
 * Runs on one node of a cluster at a time; another takes it over.
 *
 * **Details**
 *
 * Every new fact that ends a turn wakes its round. A wake that a crash swallowed is made up for by the sweep: every `sweepMillis`
 * each round that is not over and has work, or a deadline that has passed, is started or resumed.
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (sweepMillis: number): Layer.Layer<never, never, Sharding.Sharding | WorkflowEngine.WorkflowEngine | Rounds.Rounds> =>
  Singleton.make("timbang-recruitments", watch(sweepMillis))

const watch = Effect.fnUntraced(function*(sweepMillis: number) {
  const rounds = yield* Rounds.Rounds
  const open = new Set<string>()

  const start = (round: string) => workflow.execute({ round }, { discard: true })

  const sweep = Effect.gen(function*() {
    for (const round of open) {
      const state = yield* rounds.read(round)
      const now = yield* Clock.currentTimeMillis
      const next = state === undefined ? undefined : Next.of(state)
      if (next === undefined || next._tag === "Finished") open.delete(round)
      else if (next._tag === "Work" || (next.deadlines[0]?.due ?? Infinity) <= now) yield* workflow.resume(yield* start(round))
    }
  })

  const follow = Effect.gen(function*() {
    const followed = yield* rounds.follow
    for (const round of followed.open) {
      open.add(round)
      yield* start(round)
    }
    yield* sweep
    yield* Stream.runForEach(followed.facts, ({ ended, round }) =>
      Effect.gen(function*() {
        if (!open.has(round)) {
          open.add(round)
          yield* start(round)
        }
        if (ended !== undefined) yield* RecruitmentWorkflow.wake(round, ended)
      }))
  })

  yield* Effect.all([
    follow.pipe(Effect.tapError(warn), Effect.retry(Schedule.spaced(1000))),
    Effect.forever(Effect.andThen(Effect.sleep(sweepMillis), Effect.catch(sweep, warn)))
  ], { concurrency: 2, discard: true })
})

const warn = (error: Rounds.ReadError) => Effect.logWarning(error.message)
