/**
 * What every `ScoreFeed` promises, as cases.
 *
 * @since 0.1.0
 */
import { Sources } from "@timbang/workflows/ports"
import { Context, Effect, Fiber, Stream } from "effect"
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict"
import * as Suite from "./Suite.ts"

// --- models ---

/**
 * What happens in an exam, as a test tells it to the system that the feed reads.
 *
 * @category models
 * @since 0.1.0
 */
export type Happening =
  | { readonly _tag: "SessionOpened" | "SessionClosed"; readonly stage: string; readonly session: string }
  | { readonly _tag: "Score"; readonly scored: Sources.Scored }

/**
 * The exam of a test: what happens in it, and its end.
 *
 * @category models
 * @since 0.1.0
 */
export class Exam extends Context.Service<Exam, {
  readonly tell: (happening: Happening) => Effect.Effect<void, unknown>
  readonly over: Effect.Effect<void, unknown>
}>()("@timbang/testkit/Exam") {}

type Both = Sources.ScoreFeed | Exam

// --- cases ---

const session = { stage: "SKD", session: "2026-11-24/1" }
const score = (participant: string, scores: Readonly<Record<string, string>>): Happening => ({ _tag: "Score", scored: { ...session, participant, scores } })
const exam: ReadonlyArray<Happening> = [
  { _tag: "SessionOpened", ...session },
  score("26-1", { TWK: "65", TIU: "80" }),
  score("26-2", { TWK: "110.50", TIU: "007" }),
  score("26-1", { TWK: "70", TIU: "80" }),
  { _tag: "SessionClosed", ...session }
]

const tellAll = (happenings: ReadonlyArray<Happening>) =>
  Effect.flatMap(Exam, ({ over, tell }) => Effect.andThen(Effect.forEach(happenings, tell, { discard: true }), over))
const events = (after?: string) => Effect.flatMap(Sources.ScoreFeed, (feed) => Stream.runCollect(feed.events(after)))
const happened = (event: Sources.FeedEvent): Happening =>
  event._tag === "Score"
    ? { _tag: "Score", scored: event.scored.value }
    : { _tag: event._tag, stage: event.stage, session: event.session }

const one = Suite.once<Both>

const always = [
  one("tells what happened, in order and as it was written, and ends when the exam is over", Effect.gen(function*() {
    yield* tellAll(exam)
    deepStrictEqual((yield* events()).map(happened), exam)
  })),
  one("tells nothing of an exam in which nothing happened", Effect.gen(function*() {
    yield* tellAll([])
    deepStrictEqual(yield* events(), [])
  })),
  one("tells what happens while somebody listens, before the exam is over", Effect.gen(function*() {
    const { over, tell } = yield* Exam
    const feed = yield* Sources.ScoreFeed
    const seen: Array<Happening> = []
    const listening = yield* Effect.forkChild(Stream.runForEach(feed.events(), (event) => Effect.sync(() => seen.push(happened(event)))))
    for (const [at, happening] of exam.entries()) {
      yield* tell(happening)
      for (let waited = 0; seen.length <= at && waited < 5000; waited += 5) yield* Effect.sleep(5)
      strictEqual(seen.length, at + 1, "what happened was not told within five seconds")
    }
    yield* over
    yield* Fiber.join(listening)
    deepStrictEqual(seen, exam)
  })),
  one("tells two listeners the same", Effect.gen(function*() {
    const listeners = yield* Effect.all([Effect.forkChild(events()), Effect.forkChild(events())])
    yield* tellAll(exam)
    for (const listener of listeners) deepStrictEqual((yield* Fiber.join(listener)).map(happened), exam)
  })),
  one("goes on after every cursor, with nothing lost and nothing twice", Effect.gen(function*() {
    yield* tellAll(exam)
    const all = yield* events()
    strictEqual(new Set(all.map(({ cursor }) => cursor)).size, all.length, "two events have one cursor")
    for (const [at, { cursor }] of all.entries()) deepStrictEqual(yield* events(cursor), all.slice(at + 1))
  })),
  one("says where each score comes from", Effect.gen(function*() {
    yield* tellAll(exam)
    const places = (yield* events()).flatMap((event) => event._tag === "Score" ? [event.scored.place] : [])
    ok(places.length > 0 && places.every(({ source }) => source !== ""))
  })),
  one("tells many scores in order", Effect.gen(function*() {
    const many = Array.from({ length: 2500 }, (_, at) => score(`26-${at}`, { TWK: String(at % 151) }))
    yield* tellAll(many)
    deepStrictEqual((yield* events()).map(happened), many)
  }))
]

const durable = [
  Suite.onPlace<Both>("knows a cursor after a restart", (open) =>
    Effect.gen(function*() {
      const before = yield* open(Effect.andThen(tellAll(exam), events()))
      deepStrictEqual(yield* open(events(before[1]!.cursor)), before.slice(2))
    }))
]

/**
 * The cases of a feed of scores. The layer brings the exam, `Exam`, in which nothing has happened yet.
 *
 * **Example** (A feed of nothing, and an exam that nobody hears of)
 *
 * ```ts
 * import { ScoreFeedSuite, Suite } from "@timbang/testkit/suites"
 * import { Sources } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const deaf = Layer.succeed(ScoreFeedSuite.Exam, { tell: () => Effect.void, over: Effect.void })
 * const cases = ScoreFeedSuite.cases(Suite.memory(Layer.mergeAll(Sources.layerScores([]), deaf)))
 * await cases[1]!.run() // => undefined
 * await cases[0]!.run().then(() => "holds", () => "does not hold") // => "does not hold"
 * ```
 *
 * @category suites
 * @since 0.1.0
 */
export const cases = (adapter: Suite.Adapter<Both>): ReadonlyArray<Suite.Case> =>
  [...always, ...adapter.isDurable ? durable : []].map((one) => one(adapter))
