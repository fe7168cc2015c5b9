/**
 * A deadline that passes while every node is down.
 */
import { Recruitment, Rounds, Specimen } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer, Stream } from "effect"
import { client, journal } from "./database.ts"
import * as Nodes from "./Nodes.ts"
import * as People from "./People.ts"
import * as Time from "./Time.ts"

/** Moments in the time of the nodes. Unit: milliseconds since 1970-01-01 UTC. */
export interface Outcome {
  readonly due: number
  /** When the fact says that the deadline passed, and when it was written. */
  readonly at: number
  readonly recordedAt: number
  /** Where the round stands then. */
  readonly stage: string | undefined
}

export const run = async (server: number, schema: string): Promise<Outcome> => {
  const time = Time.start(864_000)
  const nodes = await Nodes.make(1, { server, schema, time })
  const actor = Specimen.drafter
  try {
    return await Effect.runPromise(Effect.gen(function*() {
      const rounds = yield* Rounds.Rounds
      const said = [
        { _tag: "Start", plan: People.planOf("agency-1") },
        { _tag: "Propose", id: "p0", subject: { _tag: "Decide", decision: "announcement", digest: Specimen.digest } }
      ] as const
      for (const signal of said) yield* rounds.signal("agency-1", signal, actor)
      const { latest } = yield* rounds.signal("agency-1", { _tag: "Approve", id: "p0" }, Specimen.approver)
      yield* Effect.promise(() => nodes.end(0))
      const due = Recruitment.passed((yield* rounds.read("agency-1"))!, Infinity, actor)[0]!.at
      const isDue = () => Time.nowOf(time) > due + 5 * 86_400_000
      while (!isDue()) yield* Effect.sleep(20)
      if (latest >= due) yield* Effect.die("the deadline passed while the node was still up")
      nodes.begin(0)
      const log = yield* Journal.Journal
      const passed = yield* log.follow({ stream: Rounds.streamOf("agency-1") }).pipe(
        Stream.filter(({ kind }) => kind === "recruitment.deadline-passed"),
        Stream.take(1),
        Stream.runCollect,
        Effect.timeout(30_000)
      )
      const state = (yield* rounds.read("agency-1"))!
      return { due, at: (JSON.parse(passed[0]!.body) as { at: number }).at, recordedAt: passed[0]!.recordedAt, stage: Recruitment.partOf(state)?.stage }
    }).pipe(Effect.provide(Layer.provideMerge(Rounds.layer, journal(schema, 20)).pipe(Layer.provide(client(server)), Layer.provideMerge(Time.layer(time))))))
  } finally {
    await nodes.endAll()
  }
}
