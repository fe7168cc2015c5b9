/**
 * Two people for one fact: what one account enters becomes a fact when another account approves it.
 *
 * Proposals and decisions stand in a stream of their own beside the stream of facts. A decision is recorded first and the facts after it,
 * under a key; broken off in between, the same call again ends it.
 *
 * @since 0.1.0
 */
import { Data, Effect, Result, Schema, Stream } from "effect"
import * as Actor from "../Actor.ts"
import * as Journal from "../ports/Journal.ts"

// --- models ---

/**
 * What one account entered. Its entries become facts when it is approved.
 *
 * @category models
 * @since 0.1.0
 */
export interface Proposal {
  /** Name of the proposal in its stream. 1 to 180 characters. */
  readonly key: string
  readonly entries: ReadonlyArray<Journal.NewEntry>
}

/**
 * A proposal and how it stands.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing extends Proposal {
  readonly enteredBy: Actor.Actor
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly enteredAt: number
  readonly decision?: { readonly by: Actor.Actor; readonly at: number; readonly isApproved: boolean; readonly reason: string }
}

// --- errors ---

/**
 * Whoever entered it cannot approve it, in whatever role.
 *
 * @category errors
 * @since 0.1.0
 */
export class SamePerson extends Data.TaggedError("SamePerson")<{ readonly stream: string; readonly key: string; readonly account: string }> {
  override get message(): string {
    return `${this.stream}, ${this.key}: ${this.account} entered it and cannot approve it; ask somebody else`
  }
}

/**
 * Nobody entered that.
 *
 * @category errors
 * @since 0.1.0
 */
export class ProposalUnknown extends Data.TaggedError("ProposalUnknown")<{ readonly stream: string; readonly key: string }> {
  override get message(): string {
    return `${this.stream}, ${this.key}: nobody entered that; name one that waits`
  }
}

/**
 * It was decided otherwise already.
 *
 * @category errors
 * @since 0.1.0
 */
export class AlreadyDecided extends Data.TaggedError("AlreadyDecided")<{ readonly stream: string; readonly key: string }> {
  override get message(): string {
    return `${this.stream}, ${this.key}: it was decided otherwise already; enter it anew under another key`
  }
}

/**
 * An entry of the stream of proposals does not have the form of its kind: another program writes into it.
 *
 * @category errors
 * @since 0.1.0
 */
export class ProposalUnreadable extends Data.TaggedError("ProposalUnreadable")<{ readonly stream: string; readonly index: number }> {
  override get message(): string {
    return `${this.stream}, entry ${this.index}: it is no proposal that this version reads; find out who wrote it`
  }
}

/**
 * Why a decision fails.
 *
 * @category errors
 * @since 0.1.0
 */
export type DecisionError = ProposalUnknown | SamePerson | AlreadyDecided | ProposalUnreadable | Journal.AppendError

// --- operations ---

/**
 * Enters a proposal; entering the same again changes nothing.
 *
 * @category operations
 * @since 0.1.0
 */
export const propose = (actor: Actor.Actor, stream: string, { entries, key }: Proposal): Effect.Effect<void, Journal.AppendError, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    yield* Effect.fromResult(Journal.check(stream, { actor, entries }))
    const body = JSON.stringify({ key, entries: entries.map(({ body, kind }) => ({ kind, body })) })
    yield* journal.append(besides(stream), { actor, key: `propose/${key}`, entries: [{ kind: "approval.proposed", body }] })
  })

/**
 * Approves a proposal of somebody else: its entries become facts of the stream, by whoever approves. Approving again changes nothing.
 *
 * **Example** (Nobody approves what they entered)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Approval } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const officer = { id: "a.17", role: "entry", unit: "bkpsdm" }
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* Approval.propose(officer, "scores", { key: "s-1", entries: [{ kind: "score.recorded", body: "{\"TWK\":65}" }] })
 *   const same = yield* Effect.flip(Approval.approve({ ...officer, role: "supervisor" }, "scores", "s-1"))
 *   yield* Approval.approve({ ...officer, id: "a.18" }, "scores", "s-1")
 *   return [same._tag, yield* journal.size("scores")]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["SamePerson", 1]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const approve = (actor: Actor.Actor, stream: string, key: string): Effect.Effect<Journal.Appended, DecisionError, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const { enteredBy, entries } = yield* find(stream, key)
    if (Actor.isSame(actor, enteredBy)) return yield* new SamePerson({ stream, key, account: actor.id })
    yield* decide(actor, stream, { key, isApproved: true, reason: "" })
    return yield* journal.append(stream, { actor, key: `approved/${key}`, entries })
  })

/**
 * Declines a proposal, with a reason; whoever entered it may take it back so.
 *
 * @category operations
 * @since 0.1.0
 */
export const decline = (actor: Actor.Actor, stream: string, key: string, reason: string): Effect.Effect<void, DecisionError, Journal.Journal> =>
  Effect.andThen(find(stream, key), decide(actor, stream, { key, isApproved: false, reason }))

/**
 * Every proposal beside a stream and how it stands, in the order of entering. What was approved and whose facts are missing was broken off:
 * approving it again ends it.
 *
 * @category operations
 * @since 0.1.0
 */
export const standings = (stream: string): Effect.Effect<ReadonlyArray<Standing>, ProposalUnreadable | Journal.JournalUnavailable, Journal.Journal> =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const all = new Map<string, Standing>()
    yield* Stream.runForEach(journal.read({ stream: besides(stream) }), (entry) =>
      Result.match(read(entry), {
        onFailure: () => Effect.fail(new ProposalUnreadable({ stream: besides(stream), index: entry.index })),
        onSuccess: ({ body, kind }) =>
          Effect.sync(() => {
            const { actor, recordedAt } = entry
            if (kind === "approval.proposed") all.set(body.key, { ...body, enteredBy: actor, enteredAt: recordedAt })
            else if (all.has(body.key)) {
              const { isApproved, key, reason } = body
              all.set(key, { ...all.get(key)!, decision: { by: actor, at: recordedAt, isApproved, reason } })
            }
          })
      }))
    return [...all.values()]
  })

const find = (stream: string, key: string) =>
  Effect.flatMap(standings(stream), (all): Effect.Effect<Standing, ProposalUnknown> => {
    const found = all.find((one) => one.key === key)
    return found === undefined ? Effect.fail(new ProposalUnknown({ stream, key })) : Effect.succeed(found)
  })

/** One key for every decision on a proposal, so that the first stands whoever comes at the same moment. */
const decide = (actor: Actor.Actor, stream: string, decision: typeof Decided.Type) =>
  Effect.gen(function*() {
    const journal = yield* Journal.Journal
    const entries = [{ kind: "approval.decided", body: JSON.stringify(decision) }]
    yield* journal.append(besides(stream), { actor, key: `decide/${decision.key}`, entries }).pipe(
      Effect.catchTag("KeyReused", () => Effect.fail(new AlreadyDecided({ stream, key: decision.key })))
    )
  })

const besides = (stream: string): string => `${stream}/approval`

const Proposed = Schema.Struct({ key: Schema.String, entries: Schema.Array(Schema.Struct({ kind: Schema.String, body: Schema.String })) })

const Decided = Schema.Struct({ key: Schema.String, isApproved: Schema.Boolean, reason: Schema.String })

const read = Schema.decodeUnknownResult(Schema.Union([
  Schema.Struct({ kind: Schema.Literal("approval.proposed"), body: Schema.fromJsonString(Proposed) }),
  Schema.Struct({ kind: Schema.Literal("approval.decided"), body: Schema.fromJsonString(Decided) })
]))
