/**
 * A node that says where its rounds stand: at each point it tells whoever started it, and goes on when it is told to. Wrapped
 * around its ports; the process itself knows nothing of it.
 */
import { Fact, type Steps } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer, Result, Schema } from "effect"
import type { Window } from "./Points.ts"
import * as Points from "./Points.ts"

export interface Announcement extends Points.Point {
  /** What the answer has to name. */
  readonly id: number
  /** Name of the piece of work, where it is one. */
  readonly key?: string
}

let count = 0
const going = new Map<number, () => void>()

/** Says where a round stands and waits for the word to go on. */
const announce = (point: Omit<Announcement, "id">): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    if (count === 0) process.on("message", (id: number) => going.get(id)?.())
    const id = ++count
    going.set(id, () => {
      going.delete(id)
      resume(Effect.void)
    })
    process.send!({ ...point, id } satisfies Announcement)
  })

/** Says where a step stands. */
export const atStep = ({ key, round, step }: Pick<Steps.Work, "key" | "round" | "step">, window: Window): Effect.Effect<void> =>
  announce({ round, part: Points.partOfStep(step), window, key })

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Fact.schema))

type Around = Omit<Announcement, "id" | "window"> & { readonly before: Window }

const pointsOf = (stream: string, { entries }: Journal.Batch): ReadonlyArray<Around> =>
  !stream.startsWith("recruitment/") ? [] : entries.flatMap(({ body }): ReadonlyArray<Around> => {
    const round = stream.slice("recruitment/".length)
    const fact = decode(body)
    if (Result.isFailure(fact)) return []
    if (fact.success._tag === "StepFinished") {
      const { step } = fact.success
      return [{ round, part: Points.partOfStep(step), before: "answered", key: `${round}/${step}/0` }]
    }
    const part = fact.success._tag === "DeadlinePassed" ? Points.partOfDeadline(fact.success.deadline) : -1
    return part < 0 ? [] : [{ round, part, before: "due" }]
  })

/** The journal, with a word before and after what ends a part. */
export const journal = <E, R>(layer: Layer.Layer<Journal.Journal, E, R>): Layer.Layer<Journal.Journal, E, R> =>
  Layer.effect(Journal.Journal, Effect.map(Journal.Journal, (one): Journal.Journal["Service"] => ({
    ...one,
    append: Effect.fnUntraced(function*(stream: string, batch: Journal.Batch) {
      const points = pointsOf(stream, batch)
      for (const { before, ...point } of points) yield* announce({ ...point, window: before })
      const appended = yield* one.append(stream, batch)
      for (const { before: _, ...point } of points) yield* announce({ ...point, window: "recorded" })
      return appended
    })
  }))).pipe(Layer.provide(layer))
