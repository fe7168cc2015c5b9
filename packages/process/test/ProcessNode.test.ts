import { Next, Recruitment, Rounds, Specimen, type State, Steps } from "@timbang/process"
import { ProcessNode } from "@timbang/process/node"
import { Effect, Layer, References } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../../storage-sql/test/Server.ts"
import { client, journal } from "./kills/database.ts"
import type * as Aim from "./kills/Aim.ts"
import * as Downtime from "./kills/Downtime.ts"
import * as Kills from "./kills/Kills.ts"
import * as SameRoot from "./kills/SameRoot.ts"
import { day } from "./Play.ts"
import * as Rig from "./Rig.ts"

let port: number
beforeAll(async () => {
  port = (await Server.start()).port
})
afterAll(Server.stop)

const { approver, digest, drafter, plan, runner } = Specimen

/** A node in this process, on the day after registration ended. */
const withNode = <A>(schema: string, run: Steps.Steps["Service"]["run"], program: Effect.Effect<A, unknown, Rounds.Rounds>) =>
  Effect.runPromise(Effect.provide(
    program,
    ProcessNode.layer({ actor: runner, prefix: schema, pollMillis: 50, sweepMillis: 100, stopMillis: 300 }).pipe(
      Layer.provide(Layer.succeed(Steps.Steps, { run })),
      Layer.provide(journal(schema, 20)),
      Layer.provide(client(port)),
      Layer.provideMerge(Rig.clock(() => day("2024-09-11") + Math.trunc(performance.now())))
    )
  ).pipe(Effect.provideService(References.MinimumLogLevel, "None")))

const announce = Effect.gen(function*() {
  const rounds = yield* Rounds.Rounds
  yield* rounds.signal(plan.round, { _tag: "Start", plan }, drafter)
  yield* rounds.signal(plan.round, { _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } }, drafter)
  return yield* rounds.signal(plan.round, { _tag: "Approve", id: "P1" }, approver)
})

const until = (isThere: (state: State.State) => boolean) =>
  Effect.gen(function*() {
    const rounds = yield* Rounds.Rounds
    for (;;) {
      const state = (yield* rounds.read(plan.round))!
      if (isThere(state)) return state
      yield* Effect.sleep(20)
    }
  }).pipe(Effect.timeout(20_000))

describe("a durable recruitment on PostgreSQL", () => {
  it("tries again what died, and leaves to people what was refused", async () => {
    const tried: Array<string> = []
    const run: Steps.Steps["Service"]["run"] = ({ key }) => {
      tried.push(key)
      if (tried.length === 1) return Effect.die("the file server is away")
      return tried.length === 2 ? Effect.fail(new Steps.StepRefusal({ because: "row 7 has no participant number" })) : Effect.succeed({ digest, count: 4 })
    }
    const [refused, after] = await withNode("refused", run, Effect.gen(function*() {
      yield* announce
      const refused = yield* until(({ refusal }) => refusal !== undefined)
      yield* Effect.sleep(300)
      yield* (yield* Rounds.Rounds).signal(plan.round, { _tag: "Retry", step: "import-applicants" }, drafter)
      return [refused, yield* until(({ results }) => results.has("import-applicants"))] as const
    }))
    expect(refused).toMatchObject({ refusal: "row 7 has no participant number", attempt: 1 })
    expect(Recruitment.partOf(after)?.stage).toBe("administrative-check")
    expect(Next.of(after)._tag).toBe("Wait")
    // The same key after it died, another after somebody mended it.
    expect(tried).toEqual(["cpns-2024/import-applicants/0", "cpns-2024/import-applicants/0", "cpns-2024/import-applicants/1"])
  })

  it("stops soon, though a step runs, which the next node begins again under the same key", async () => {
    const begun: Array<string> = []
    const began = performance.now()
    await withNode("stopped", ({ key }) => Effect.andThen(Effect.sync(() => void begun.push(key)), Effect.never), Effect.gen(function*() {
      yield* announce
      while (begun.length === 0) yield* Effect.sleep(20)
    }))
    expect(performance.now() - began).toBeLessThan(12_000)
    await withNode("stopped", ({ key }) => Effect.as(Effect.sync(() => void begun.push(key)), { digest, count: 4 }), until(({ results }) => results.has("import-applicants")))
    expect(new Set(begun)).toEqual(new Set(["cpns-2024/import-applicants/0"]))
  })

  it("goes on to the end when its node is killed before and after the answer of a step is kept, and repeats no finished step", async () => {
    const aimAt: Aim.Target = (part, window) => part._tag === "Work" && part.step === "publish" && (window === "made" || window === "answered")
    const outcome = await Kills.run({ server: port, schema: "killed", rounds: 1, nodes: 1, kills: 0, aimAt, limitMillis: 60_000 })
    expect(outcome).toMatchObject({ aimed: 2, missed: 0, again: 0, doubled: 0, unfinished: 0 })
  })

  it("of three nodes one is killed and the others go on with its rounds; one node and three publish the same root", async () => {
    const outcome = await Kills.run({ server: port, schema: "three", rounds: 8, nodes: 3, kills: 1, isForGood: true, lifeMillis: [0, 100], limitMillis: 60_000 })
    expect(outcome).toMatchObject({ kills: 1, again: 0, doubled: 0, unfinished: 0 })
    expect(outcome.takenOver).toBeGreaterThan(0)
    const [before, one, three] = [
      await SameRoot.of(port, "three"),
      await SameRoot.publish({ server: port, from: "three", schema: "copied1", nodes: 1 }),
      await SameRoot.publish({ server: port, from: "three", schema: "copied3", nodes: 3 })
    ]
    expect([one, three]).toEqual([before, before])
    expect(before.rounds).toBe(8)
  })

  it("honours a deadline that passed while everything was down, from the moment it passed", async () => {
    const { at, due, recordedAt, stage } = await Downtime.run(port, "down")
    expect(at).toBe(due)
    expect(recordedAt).toBeGreaterThan(due + 86_400_000)
    expect(stage).toBe("applicants")
  })
})
