/**
 * Plays rounds with people in this process and nodes in others that are killed, and counts what came of it.
 */
import { Fact, Next, Rounds, Specimen } from "@timbang/process"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Fiber, Layer, Schema, Stream } from "effect"
import { setTimeout } from "node:timers/promises"
import * as Aim from "./Aim.ts"
import { client, journal } from "./database.ts"
import * as Nodes from "./Nodes.ts"
import * as People from "./People.ts"
import * as Time from "./Time.ts"

/** What is done. */
export interface Plan {
  readonly server: number
  readonly schema: string
  readonly rounds: number
  /** 1: alone. More: they share the rounds. */
  readonly nodes: number
  /** Kills, each at a random moment; with `isForGood` the node does not come back. No two nodes at a time. */
  readonly kills: number
  readonly isForGood?: boolean
  /** One more kill in each of these windows: see `Aim`. */
  readonly aimAt?: Aim.Target
  readonly isPooled?: boolean
  /** Between what times a node is killed after it was begun; beginning takes a second by itself. Unit: milliseconds. */
  readonly lifeMillis?: readonly [number, number]
  readonly limitMillis: number
  readonly onProgress?: (kills: number, finished: number) => void
}

/** What was found. `again`, `doubled` and `unfinished` have to be 0. */
export interface Outcome {
  readonly rounds: number
  readonly facts: number
  /** At random moments, and aimed. */
  readonly kills: number
  readonly aimed: number
  readonly hits: ReadonlyArray<Aim.Hit>
  /** Windows that were aimed at and not hit. */
  readonly missed: number
  /** Kills that cut a step off before it had made something. */
  readonly cut: number
  /** Steps that were begun again although their end stood in the journal, or their answer was kept by the node. */
  readonly again: number
  /** Steps with two ends in the journal. */
  readonly doubled: number
  readonly unfinished: number
  /** Nodes that recorded something, and rounds that more than one of them went on with. */
  readonly nodes: number
  readonly takenOver: number
  readonly seconds: number
}

export const run = async (plan: Plan): Promise<Outcome> => {
  const { aimAt, isForGood = false, isPooled = false, kills, lifeMillis: [shortest, longest] = [500, 3000], limitMillis, nodes, schema, server } = plan
  const time = Time.start()
  const began = performance.now()
  const names = Array.from({ length: plan.rounds }, (_, at) => `agency-${at}`)
  const heard: { aim?: Aim.Aim } = {}
  const fleet = await Nodes.make(nodes, { server, schema, time, isPooled }, aimAt !== undefined ? (slot, announcement) => heard.aim!.announced(slot, announcement) : undefined)
  const aim = heard.aim = Aim.make(fleet, nodes, aimAt)

  const state = { killed: 0, finished: 0, isOver: false }
  const killing = async () => {
    while (state.killed < kills && !state.isOver) {
      const slot = state.killed % nodes
      // Who is killed for good has to have a share by then, however slow the machine is.
      const share = isForGood ? plan.rounds / 4 : 0
      while (state.finished < share && !state.isOver) await setTimeout(50)
      await setTimeout(shortest + Math.random() * (longest - shortest))
      await aim.kill(slot, isForGood)
      state.killed++
      plan.onProgress?.(state.killed, state.finished)
    }
  }
  try {
    const world = await Effect.runPromise(play(plan, names, time, state, killing, aim).pipe(
      Effect.timeout(limitMillis),
      Effect.provide(Layer.provideMerge(Rounds.layer, journal(schema, 50)).pipe(Layer.provide(client(server)), Layer.provideMerge(Time.layer(time))))
    ))
    return { ...world, again: world.again + aim.again(), kills: state.killed, aimed: aim.aimed(), hits: aim.hits, missed: aim.left(), seconds: (performance.now() - began) / 1000 }
  } finally {
    state.isOver = true
    await fleet.endAll()
  }
}

/** While kills are left, a round that is over makes room for one more, so that every kill meets rounds that run. */
const play = (
  plan: Plan,
  names: Array<string>,
  time: Time.Time,
  state: { killed: number; finished: number },
  killing: () => Promise<void>,
  aim: Aim.Aim
) =>
  Effect.gen(function*() {
    const rounds = yield* Rounds.Rounds
    const one = (round: string) =>
      Effect.gen(function*() {
        yield* rounds.signal(round, { _tag: "Start", plan: People.planOf(round) }, Specimen.drafter)
        for (;;) {
          const now = yield* rounds.read(round)
          if (now === undefined || Next.of(now)._tag === "Finished") break
          if (plan.aimAt !== undefined) yield* Effect.promise(() => aim.seen(round, now.part))
          const said = People.next(now, Time.nowOf(time))
          if (said === undefined) {
            yield* Effect.sleep(30)
            continue
          }
          // The round may have moved on between reading and saying; then they look again.
          const after = yield* rounds.signal(round, said.signal, said.actor).pipe(
            Effect.catchTag("SignalRefused", () => Effect.as(Effect.sleep(20), undefined))
          )
          if (plan.aimAt !== undefined && after !== undefined && after.part > now.part) yield* Effect.promise(() => aim.ended(round, now.part))
        }
        state.finished++
        plan.onProgress?.(state.killed, state.finished)
        const isMoreToDo = state.killed < plan.kills || aim.left() > 0
        if (isMoreToDo && plan.isForGood !== true) names.push(`agency-${names.length}`)
      })
    const kills = yield* Effect.promise(killing).pipe(Effect.forkChild)
    let at = 0
    const lane: Effect.Effect<void, Rounds.SignalError> = Effect.gen(function*() {
      while (at < names.length) yield* one(names[at++]!)
    })
    yield* Effect.all(Array.from({ length: Math.min(plan.rounds, 40) }, () => lane), { concurrency: "unbounded" })
    yield* Fiber.join(kills)
    return yield* examine(names)
  })

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Fact.schema))

const examine = (names: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const rounds = yield* Rounds.Rounds
    const entries = yield* Stream.runCollect(journal.read())
    const finished = new Map<string, number>()
    let [again, doubled, facts, begun, made] = [0, 0, 0, 0, 0]
    const nodesOf = new Map<string, Set<string>>()
    for (const { actor, body, kind, stream } of entries) {
      if (stream.startsWith("recruitment/")) {
        facts++
        const fact = decode(body)
        if (actor.id === Specimen.runner.id) nodesOf.set(stream, (nodesOf.get(stream) ?? new Set()).add(actor.unit))
        if (fact._tag !== "StepFinished") continue
        const key = `${stream.slice("recruitment/".length)}/${fact.step}/0`
        if (finished.has(key)) doubled++
        finished.set(key, 1)
      } else if (kind === "step.begun") {
        begun++
        if (finished.has(body)) again++
      } else made++
    }
    let unfinished = 0
    for (const round of names) {
      const state = yield* rounds.read(round)
      if (state === undefined || Next.of(state)._tag !== "Finished") unfinished++
    }
    return {
      rounds: names.length,
      facts,
      cut: begun - made,
      again,
      doubled,
      unfinished,
      nodes: new Set([...nodesOf.values()].flatMap((nodes) => [...nodes])).size,
      takenOver: [...nodesOf.values()].filter(({ size }) => size > 1).length
    }
  })
