/**
 * What happens in a round and concerns people, for the messages of a host: each happening is told once, over crashes and restarts.
 *
 * @since 0.1.0
 */
import { type Actor, Announcer, type Outbox } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Result, Schema, Stream } from "effect"
import type { Day } from "@timbang/core/law"
import * as Calendar from "./Calendar.ts"
import * as Fact from "./Fact.ts"
import * as Advance from "./internal/advance.ts"
import * as Next from "./Next.ts"
import * as Rounds from "./Rounds.ts"
import * as Stage from "./Stage.ts"
import type * as State from "./State.ts"
import type * as Timetable from "./Timetable.ts"

// --- models ---

/**
 * Something that people are told.
 *
 * - `WindowOpened`: registration, objections, or the personal file (`drh`) of everybody who passed; `until` is the last day.
 * - `Extended`: a later last day, for all or for one participant.
 * - `ObjectionMoved`: it was answered, or Panselnas has approved or refused it.
 * - `Called`: the participant takes an empty place, and hands in their data until that day.
 *
 * @category models
 * @since 0.1.0
 */
export type Happening =
  | { readonly _tag: "WindowOpened"; readonly term: Timetable.Term; readonly until: Day.Day }
  | { readonly _tag: "Extended"; readonly term: Timetable.Term; readonly participant?: string; readonly until: Day.Day }
  | { readonly _tag: "ObjectionMoved"; readonly objection: State.Objection }
  | { readonly _tag: "Called"; readonly participant: string; readonly until: Day.Day }

/**
 * A message without its key, which comes of the fact.
 *
 * @category models
 * @since 0.1.0
 */
export type Letter = Omit<Outbox.Notice, "key">

/**
 * Whom a host tells, and in which words.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly actor: Actor.Actor
  readonly round: string
  /**
   * The messages about a happening, none for many; `state` is the round just after it. A round knows who passed and who objected; who
   * applied, the host knows. The same happening gives the same list each time.
   */
  readonly lettersOf: (happening: Happening, state: State.State) => ReadonlyArray<Letter>
}

// --- operations ---

/**
 * Tells what has happened in a round and was not told yet, and answers how many messages were new.
 *
 * **Example** (Registration opens once the announcement is approved)
 *
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { RoundNotices, Rounds, Specimen } from "@timbang/process"
 * import { Outbox } from "@timbang/workflows"
 * import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
 * const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
 * const lettersOf: RoundNotices.Options["lettersOf"] = (happening) =>
 *   happening._tag === "WindowOpened" ? [{ person: "langganan-1", about: "WindowOpened", subject: "Pendaftaran", text: happening.until, language: "id" }] : []
 * const program = Effect.gen(function*() {
 *   const rounds = yield* Rounds.Rounds
 *   for (const [size, { actor, fact }] of Specimen.announced.entries()) yield* rounds.record("cpns-2024", size, [fact], actor)
 *   const outbox = yield* Outbox.make({ actor })
 *   const told = RoundNotices.catchUp(outbox, { actor, round: "cpns-2024", lettersOf })
 *   return [yield* told, yield* told]
 * })
 * const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory([]))
 * await Effect.runPromise(Effect.provide(program, Layer.provideMerge(Rounds.layer, ports))) // => [1, 0]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const catchUp = (outbox: Outbox.Outbox, options: Options): Effect.Effect<number, Outbox.PostError | Rounds.ReadError, Journal.Journal> =>
  Effect.flatMap(announcing(options), (announcer) => Announcer.catchUp(outbox, announcer))

/**
 * The same for what happens from now on; it never ends. Start it beside the outbox, in the program that runs the node or in another.
 *
 * @see {@link catchUp} for an example
 * @category operations
 * @since 0.1.0
 */
export const run = (outbox: Outbox.Outbox, options: Options): Effect.Effect<never, Outbox.PostError | Rounds.ReadError, Journal.Journal> =>
  Effect.flatMap(announcing(options), (announcer) => Announcer.run(outbox, announcer))

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Fact.schema), { onExcessProperty: "error" })

/** The announcer begins where it stopped; what came before is read here, since a happening rests on all of it. */
const announcing = ({ actor, lettersOf, round }: Options): Effect.Effect<Announcer.Options, Rounds.ReadError, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const stream = Rounds.streamOf(round)
    const known = new Map((yield* Stream.runCollect(journal.read({ stream }))).map((entry) => [entry.index, entry]))
    let draft: Advance.Draft | undefined
    const take = (entry: Journal.Entry): ReadonlyArray<Happening> => {
      const fact = decode(entry.body)
      const unreadable = new Rounds.FactUnreadable({ stream, index: entry.index, kind: entry.kind })
      if (Result.isFailure(fact)) throw unreadable
      if (draft === undefined) {
        if (fact.success._tag !== "Started") throw unreadable
        draft = Advance.begin(fact.success, entry.actor)
        return []
      }
      const before = draft.part
      Advance.advance(draft, fact.success, entry.actor)
      return happeningsOf(draft, before, fact.success)
    }
    return {
      actor,
      name: stream,
      stream,
      noticesOf: (entry) => {
        known.set(entry.index, entry)
        // After an outage the announcer goes back to its mark.
        if (draft !== undefined && draft.facts > entry.index) draft = undefined
        for (let at = draft?.facts ?? 0; at < entry.index; at++) take(known.get(at)!)
        return take(entry).flatMap((happening) => lettersOf(happening, Advance.copy(draft!))).map((letter, at) => ({ ...letter, key: `${round}/${entry.index}/${at}` }))
      }
    }
  })

const happeningsOf = (state: State.State, before: number, fact: Fact.Fact): ReadonlyArray<Happening> => {
  const { calendar } = state.plan.timetable
  const part = Stage.parts[state.part]
  const opens = state.part !== before && (part?._tag === "Window" || (part?._tag === "People" && part.milestone === "drh"))
  const due = opens ? Next.deadlines(state).find(({ term }) => term === part.term)?.due : undefined
  return [
    ...(fact._tag === "Approved" ? ofDecision(state, state.proposals.get(fact.id)!.subject) : []),
    ...(due === undefined || part?.term === undefined ? [] : [{ _tag: "WindowOpened", term: part.term, until: Calendar.dayAt(calendar, due - 1) } as const])
  ]
}

const ofDecision = (state: State.State, subject: Fact.Subject): ReadonlyArray<Happening> => {
  switch (subject._tag) {
    case "Answer":
    case "Approval":
      return [{ _tag: "ObjectionMoved", objection: state.objections.get(subject.objection)! }]
    case "Extend": {
      const { participant, term, until } = subject
      return [{ _tag: "Extended", term, until, ...(participant === undefined ? {} : { participant }) }]
    }
    case "Replace":
      return [{ _tag: "Called", participant: subject.by, until: subject.drhUntil }]
    default:
      return []
  }
}
