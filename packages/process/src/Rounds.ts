/**
 * Rounds in the journal: one stream each. Reads on from where it stopped, and records what people and the runner say.
 *
 * @since 0.1.0
 */
import type { Actor } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Clock, Context, Data, Effect, Layer, Result, Schema, Stream } from "effect"
import * as Fact from "./Fact.ts"
import * as Advance from "./internal/advance.ts"
import * as Next from "./Next.ts"
import * as Signal from "./Signal.ts"
import type * as State from "./State.ts"

// --- models ---

/**
 * Stream of a round in the journal.
 *
 * **Example** (By name)
 *
 * ```ts
 * import { Rounds } from "@timbang/process"
 * Rounds.streamOf("cpns-2024") // => "recruitment/cpns-2024"
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const streamOf = (round: string): string => `${prefix}${round}`

const prefix = "recruitment/"

/**
 * A fact that was recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Followed {
  readonly round: string
  /** The turn that it ended: what the runner has to do next has changed. */
  readonly ended: number | undefined
}

/**
 * A fact with who said it and when it was written; `fact.at` is when it holds. Both in milliseconds since 1970-01-01 UTC.
 *
 * @category models
 * @since 0.1.0
 */
export interface Written {
  readonly fact: Fact.Fact
  readonly actor: Actor.Actor
  readonly recordedAt: number
}

// --- errors ---

/**
 * An entry in the stream of a round is no fact of this version, or stands where it cannot. A newer program wrote it, or
 * something else did.
 *
 * @category errors
 * @since 0.1.0
 */
export class FactUnreadable extends Data.TaggedError("FactUnreadable")<{ readonly stream: string; readonly index: number; readonly kind: string }> {
  override get message(): string {
    return `${this.stream}, entry ${this.index} (${this.kind}): not a fact this version can read; update the program, or find out what wrote it`
  }
}

/**
 * The signal is not written as signals are: a digest that is none, a day that is none, a plan of another round.
 *
 * @category errors
 * @since 0.1.0
 */
export class SignalInvalid extends Data.TaggedError("SignalInvalid")<{ readonly because: string }> {
  override get message(): string {
    return `not a signal: ${this.because}`
  }
}

/**
 * Why a round cannot be read.
 *
 * @category errors
 * @since 0.1.0
 */
export type ReadError = FactUnreadable | Journal.JournalUnavailable

/**
 * Why a signal is not recorded. `BatchRefused` and `KeyReused` come of a journal that other programs write wrongly.
 *
 * @category errors
 * @since 0.1.0
 */
export type SignalError = Signal.SignalRefused | SignalInvalid | ReadError | Journal.BatchRefused | Journal.KeyReused

// --- service ---

/**
 * Rounds that a journal holds.
 *
 * **Example** (Start a round, and start it again)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { Rounds, Specimen } from "@timbang/process"
 * import { Journal } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const rounds = yield* Rounds.Rounds
 *   const start = { _tag: "Start", plan: Specimen.plan } as const
 *   yield* rounds.signal("cpns-2024", start, Specimen.drafter)
 *   return (yield* rounds.signal("cpns-2024", start, Specimen.drafter)).facts
 * })
 * await Effect.runPromise(Effect.provide(program, Layer.provide(Rounds.layer, Journal.layerMemory))) // => 1
 * ```
 *
 * @category services
 * @since 0.1.0
 */
export class Rounds extends Context.Service<Rounds, {
  /** Where a round stands now; nothing where none of this name was started. */
  readonly read: (round: string) => Effect.Effect<State.State | undefined, ReadError>
  /** Where every round stands, in the order in which they were started. */
  readonly all: Effect.Effect<ReadonlyArray<State.State>, ReadError>
  /** All that was recorded of a round, in order; nothing where none of this name was started. */
  readonly history: (round: string) => Effect.Effect<ReadonlyArray<Written>, ReadError>
  /** Records what somebody tells a round, with the time; answers where it stands then. Sending it again records nothing more. */
  readonly signal: (round: string, signal: Signal.Signal, actor: Actor.Actor) => Effect.Effect<State.State, SignalError>
  /**
   * Records facts if the round still has that many; answers false where somebody else was first. For the runner.
   */
  readonly record: (round: string, size: number, facts: ReadonlyArray<Fact.Fact>, actor: Actor.Actor) => Effect.Effect<boolean, ReadError | Journal.BatchRefused>
  /** Rounds that are not over, and from now on each fact of any round; the stream never ends by itself. */
  readonly follow: Effect.Effect<{ readonly open: ReadonlyArray<string>; readonly facts: Stream.Stream<Followed, ReadError> }, ReadError>
}>()("@timbang/process/Rounds") {}

const isOfRound = ({ stream }: Journal.Entry): boolean => stream.startsWith(prefix)

const codec = Schema.fromJsonString(Fact.schema)
const decode = Schema.decodeUnknownResult(codec, { onExcessProperty: "error" })
const encode = Schema.encodeSync(codec)
const decodeSignal = Schema.decodeUnknownEffect(Signal.schema, { onExcessProperty: "error", errors: "all" })

// --- layers ---

/**
 * Rounds of the journal that is given.
 *
 * @category layers
 * @since 0.1.0
 */
export const layer: Layer.Layer<Rounds, never, Journal.Journal> = Layer.effect(
  Rounds,
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const own = makeFold()

    const read = (round: string): Effect.Effect<State.State | undefined, ReadError> =>
      Effect.suspend(() => {
        const stream = streamOf(round)
        return Stream.runForEach(journal.read({ stream, from: own.next(stream) }), (entry) => Effect.fromResult(own.take(entry))).pipe(
          Effect.map(() => own.snapshot(stream))
        )
      })

    const all = Effect.gen(function*() {
      const seen = makeFold()
      yield* Stream.runForEach(Stream.filter(journal.read(), isOfRound), (entry) => Effect.fromResult(seen.take(entry)))
      return seen.streams().map((stream) => seen.snapshot(stream)!)
    })

    const history = (round: string): Effect.Effect<ReadonlyArray<Written>, ReadError> =>
      journal.read({ stream: streamOf(round) }).pipe(
        Stream.mapEffect(({ actor, body, index, kind, recordedAt, stream }) =>
          Effect.mapBoth(Effect.fromResult(decode(body)), {
            onFailure: () => new FactUnreadable({ stream, index, kind }),
            onSuccess: (fact) => ({ fact, actor, recordedAt })
          })),
        Stream.runCollect
      )

    const record = (round: string, size: number, facts: ReadonlyArray<Fact.Fact>, actor: Actor.Actor) =>
      journal.append(streamOf(round), { actor, at: size, entries: facts.map((fact) => ({ kind: Fact.kindOf(fact), body: encode(fact) })) }).pipe(
        Effect.as(true),
        Effect.catchTag("PositionTaken", () => Effect.succeed(false)),
        // Without a key no batch is taken for another, and what was read to decide is there: neither can be.
        Effect.catchTags({ PositionAhead: Effect.die, KeyReused: Effect.die })
      )

    const signal = Effect.fnUntraced(function*(round: string, given: Signal.Signal, actor: Actor.Actor) {
      const signal = yield* Effect.mapError(decodeSignal(given), ({ message }) => new SignalInvalid({ because: message }))
      if (signal._tag === "Start" && signal.plan.round !== round) {
        return yield* new SignalInvalid({ because: `the plan is of round ${signal.plan.round}, not of ${round}` })
      }
      for (;;) {
        const state: State.State | undefined = yield* read(round)
        const now = yield* Clock.currentTimeMillis
        const facts = yield* Effect.fromResult(Signal.decide(state, signal, actor, now))
        if (facts.length === 0 || (yield* record(round, state?.facts ?? 0, facts, actor))) {
          const after = yield* read(round)
          if (after !== undefined) return after
        }
      }
    })

    const follow = Effect.gen(function*() {
      const seen = makeFold()
      let from = 0
      const take = (entry: Journal.Entry) =>
        Effect.suspend(() => {
          from = entry.position + 1
          const before = seen.turn(entry.stream)
          return Effect.map(Effect.fromResult(seen.take(entry)), ({ turn }): Followed => ({
            round: entry.stream.slice(prefix.length),
            ended: before === turn ? undefined : before
          }))
        })
      yield* Stream.runForEach(Stream.filter(journal.read(), isOfRound), take)
      return {
        open: seen.open().map((stream) => stream.slice(prefix.length)),
        facts: Stream.suspend(() => Stream.mapEffect(Stream.filter(journal.follow({ from }), isOfRound), take))
      }
    })

    return Rounds.of({ read, all, history, record, signal, follow })
  })
)

/** A fold of many streams that goes on where it stopped. Nobody outside holds what it changes. */
const makeFold = () => {
  const drafts = new Map<string, { readonly draft: Advance.Draft; next: number; snapshot: State.State | undefined }>()
  return {
    /** Position from which a stream has to be read on. */
    next: (stream: string): number => drafts.get(stream)?.next ?? 0,
    /** Streams of rounds that are not over. */
    open: (): ReadonlyArray<string> => [...drafts].flatMap(([stream, { draft }]) => Next.of(draft)._tag === "Finished" ? [] : [stream]),
    streams: (): ReadonlyArray<string> => [...drafts.keys()],
    turn: (stream: string): number | undefined => drafts.get(stream)?.draft.turn,
    snapshot: (stream: string): State.State | undefined => {
      const known = drafts.get(stream)
      return known === undefined ? undefined : known.snapshot ??= Advance.copy(known.draft)
    },
    /** Takes an entry in, once. */
    take: (entry: Journal.Entry): Result.Result<{ readonly turn: number }, FactUnreadable> => {
      const known = drafts.get(entry.stream)
      if (known !== undefined && entry.index < known.draft.facts) return Result.succeed(known.draft)
      const fact = decode(entry.body)
      const isStart = Result.isSuccess(fact) && fact.success._tag === "Started"
      if (Result.isFailure(fact) || entry.index !== (known?.draft.facts ?? 0) || isStart !== (known === undefined)) {
        return Result.fail(new FactUnreadable({ stream: entry.stream, index: entry.index, kind: entry.kind }))
      }
      const next = entry.position + 1
      if (known === undefined) {
        const draft = Advance.begin(fact.success as Extract<Fact.Fact, { _tag: "Started" }>, entry.actor)
        drafts.set(entry.stream, { draft, next, snapshot: undefined })
        return Result.succeed(draft)
      }
      Advance.advance(known.draft, fact.success, entry.actor)
      known.next = next
      known.snapshot = undefined
      return Result.succeed(known.draft)
    }
  }
}
