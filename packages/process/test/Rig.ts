/**
 * What nodes of the tests run on: steps that count how often they are begun, and a clock that people set.
 */
import { type Fact, Specimen, Steps } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Clock, Effect, Layer } from "effect"
import { createHash } from "node:crypto"

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Who passes and who comes next: made from what the journal says of the round, as a selection is from its scores. */
const publishedOf = ({ state, step }: Pick<Steps.Work, "state" | "step">): Fact.Published => {
  const { round } = state.plan
  const objections = [...state.objections.values()].map(({ id, status }) => [id, status])
  const seed = sha256(JSON.stringify([round, step, objections, [...state.decisions], [...state.results], [...state.sessions]]))
  const order = ["1", "2", "3", "4"].map((number) => `${round}-${number}`).sort((one, other) => sha256(seed + one) < sha256(seed + other) ? -1 : 1)
  const appointees = order.slice(0, 2).map((participant, at) => ({ participant, formation: "F1", isMoved: at === 1 }))
  const reserves = [{ formation: "F1", participants: order.slice(2) }]
  return { root: sha256(JSON.stringify([seed, appointees, reserves])), appointees, reserves }
}

const resultOf = (work: Steps.Work): Fact.StepResult => {
  const digest = sha256(`${work.round} ${work.step}`)
  return work.step.startsWith("publish") ? { digest, count: 2, published: publishedOf(work) } : { digest, count: 4 }
}

/**
 * Steps that write into the journal when they are begun and what they have made; `at` is done when the one is written, and the
 * other.
 */
export const steps = (node: string, at: (work: Steps.Work, point: "begun" | "made") => Effect.Effect<void> = () => Effect.void): Layer.Layer<Steps.Steps, never, Journal.Journal> =>
  Layer.effect(Steps.Steps, Effect.map(Journal.Journal, (journal) =>
    Steps.Steps.of({
      run: (work) => {
        const say = (what: "begun" | "made") =>
          Effect.orDie(journal.append(`steps/${work.round}`, { actor: { ...Specimen.runner, id: node }, entries: [{ kind: `step.${what}`, body: work.key }] })).pipe(
            Effect.andThen(at(work, what))
          )
        return say("begun").pipe(Effect.andThen(Effect.sleep(Math.random() * 100)), Effect.andThen(say("made")), Effect.as(resultOf(work)))
      }
    })))

/** A clock that says what it is told; sleeping takes real time. */
export const clock = (now: () => number): Layer.Layer<never> =>
  Layer.effect(Clock.Clock, Effect.map(Clock.Clock, (real): Clock.Clock => ({
    currentTimeMillisUnsafe: now,
    currentTimeMillis: Effect.sync(now),
    currentTimeNanosUnsafe: () => BigInt(now()) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(now()) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: real.monotonicTimeNanos,
    sleep: (duration) => real.sleep(duration)
  })))
