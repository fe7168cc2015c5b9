/**
 * Proposals and wishes that come in, and what becomes of each: a fold of the journal in which nothing is dropped.
 *
 * @since 0.1.0
 */
import { Proposal } from "@timbang/core/needs"
import { Data, Effect, Option, Schema, Stream } from "effect"
import type * as Actor from "./Actor.ts"
import * as Text from "./internal/Text.ts"
import type { Journal } from "./ports/index.ts"

// --- models ---

/**
 * What somebody files: a physical proposal (usulan) or a wish for a service (aspirasi).
 *
 * @category models
 * @since 0.1.0
 */
export type Filing = typeof FilingSchema.Type

/**
 * The last word on a proposal, with its reason.
 *
 * @category models
 * @since 0.1.0
 */
export interface Answer {
  readonly answer: "accepted" | "rejected" | "cancelled"
  readonly desk: Proposal.Desk
  readonly reason: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

/**
 * One proposal with everything that happened to it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Record {
  /** Such as `U-17`. */
  readonly id: string
  readonly proposal: Proposal.Proposal
  /** Account that filed it; never shown. */
  readonly by: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly filedAt: number
  /** What each desk made of it, in the order in which it came. */
  readonly chain: ReadonlyArray<Proposal.Verification & { readonly at: number }>
  readonly answer?: Answer
  /** Its words are not shown, for this reason; the proposal stays in the list. */
  readonly hidden?: { readonly reason: string; readonly at: number }
}

/**
 * All proposals of a journal, by identifier, in the order in which they came.
 *
 * @category models
 * @since 0.1.0
 */
export interface Book {
  readonly records: ReadonlyMap<string, Record>
  /** Position of the journal from which to read on. */
  readonly next: number
}

// --- errors ---

/**
 * Why something cannot be recorded; all reasons at once.
 *
 * - `Empty`, `TooLong`: a text that must be there, or of more than `limit` characters.
 * - `Personal`: what is built like an identity number.
 * - `NotANumber`: volume or cost.
 * - `Unknown`: no such proposal. `Answered`: it has its answer. `OwnProposal`: who filed it may not judge it.
 *
 * @category errors
 * @since 0.1.0
 */
export type Fault =
  | { readonly _tag: "Empty"; readonly field: string }
  | { readonly _tag: "TooLong"; readonly field: string; readonly limit: number }
  | { readonly _tag: "Personal"; readonly field: string }
  | { readonly _tag: "NotANumber"; readonly field: string }
  | { readonly _tag: "Unknown"; readonly field: string }
  | { readonly _tag: "Answered"; readonly field: string }
  | { readonly _tag: "OwnProposal"; readonly field: string }

/**
 * Nothing was recorded.
 *
 * @category errors
 * @since 0.1.0
 */
export class FilingRefused extends Data.TaggedError("FilingRefused")<{ readonly faults: ReadonlyArray<Fault> }> {
  override get message(): string {
    return `nothing was recorded: ${this.faults.map(({ _tag, field }) => `${field}: ${_tag}`).join(", ")}; correct it and send it again`
  }
}

// --- constants ---

/**
 * The stream of the journal.
 *
 * @category constants
 * @since 0.1.0
 */
export const stream = "usulan"

/**
 * A book without anything in it.
 *
 * @category constants
 * @since 0.1.0
 */
export const empty: Book = { records: new Map(), next: 0 }

const kinds = { filed: "proposal.filed", verified: "proposal.verified", answered: "proposal.answered", hidden: "proposal.hidden" } as const
const desks = ["village", "district", "setwan", "bappeda", "agency", "tapd"] as const
const FilingSchema = Schema.Union([
  Schema.Struct({
    form: Schema.Literal("physical"),
    channel: Schema.Literals(["musrenbang", "pokir", "village-fund"]),
    proposer: Schema.String,
    village: Schema.String,
    problem: Schema.String,
    kind: Schema.String,
    volume: Schema.String,
    unit: Schema.String,
    /** Unit: rupiah, whole; a text as it was written. */
    budget: Schema.String
  }),
  Schema.Struct({
    form: Schema.Literal("wish"),
    channel: Schema.Literals(["musrenbang", "pokir", "village-fund"]),
    proposer: Schema.String,
    village: Schema.String,
    problem: Schema.String,
    service: Schema.String
  })
])
const Verified = Schema.Struct({ proposal: Schema.String, desk: Schema.Literals(desks), budget: Schema.Int, volume: Schema.String, recommendation: Schema.String })
const Answered = Schema.Struct({ proposal: Schema.String, answer: Schema.Literals(["accepted", "rejected", "cancelled"]), desk: Schema.Literals(desks), reason: Schema.String })
const Hidden = Schema.Struct({ proposal: Schema.String, reason: Schema.String })

/** Longest texts. Unit: characters. */
const longest: Readonly<globalThis.Record<string, number>> = { problem: 2000, reason: 2000, recommendation: 2000 }

// --- operations ---

/**
 * The book with everything that was recorded since.
 *
 * **Example** (One wish is filed, and filed again after a lost answer)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProposalBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const wish = { form: "wish", channel: "musrenbang", proposer: "desa", village: "Hulu", problem: "Tidak ada bidan pada malam hari", service: "bidan" } as const
 * const actor = { id: "desa-hulu", role: "proposer", unit: "Hulu" }
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   const first = yield* ProposalBook.file(journal, actor, wish, "form-1")
 *   const again = yield* ProposalBook.file(journal, actor, wish, "form-1")
 *   const { records } = yield* ProposalBook.readOn(journal, ProposalBook.empty)
 *   return [first, again, records.size]
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["U-1", "U-1", 1]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const readOn = (journal: Journal.Journal["Service"], book: Book): Effect.Effect<Book, Journal.JournalUnavailable> =>
  Effect.map(Stream.runCollect(journal.read({ stream, from: book.next })), (entries) => fold(book, entries))

/**
 * Files a proposal and answers its identifier. `key` names the sending, so that one that is repeated is filed once.
 *
 * @see {@link readOn} for an example
 * @category recording
 * @since 0.1.0
 */
export const file = Effect.fn("ProposalBook.file")(function*(journal: Journal.Journal["Service"], actor: Actor.Actor, filing: Filing, key: string) {
  const faults = faultsOf({ ...filing })
  if (filing.form === "physical") {
    for (const [field, digits] of [["volume", /^\d{1,9}([.,]\d{1,3})?$/], ["budget", /^\d{1,15}$/]] as const) {
      if (filing[field] !== "" && !digits.test(filing[field])) faults.push({ _tag: "NotANumber", field })
    }
  }
  if (faults.length > 0) return yield* Effect.fail(new FilingRefused({ faults }))
  const { index } = yield* journal.append(stream, { actor, entries: [{ kind: kinds.filed, body: JSON.stringify(filing) }], key })
  return idOf(index)
})

/**
 * Records what a desk of the chain made of a proposal.
 *
 * **Example** (Bappeda recommends it at a lower cost)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProposalBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const wish = { form: "wish", channel: "pokir", proposer: "kelompok tani", village: "Hulu", problem: "Tidak ada penyuluh", service: "penyuluhan" } as const
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   const proposal = yield* ProposalBook.file(journal, { id: "a", role: "proposer", unit: "Hulu" }, wish, "1")
 *   yield* ProposalBook.verify(journal, { id: "b", role: "verifier", unit: "bappeda" }, { proposal, desk: "bappeda", budget: 0, volume: "1", recommendation: "Satu penyuluh" }, "2")
 *   const { records } = yield* ProposalBook.readOn(journal, ProposalBook.empty)
 *   return records.get(proposal)?.chain.map(({ desk }) => desk)
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["bappeda"]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const verify = (journal: Journal.Journal["Service"], actor: Actor.Actor, verified: typeof Verified.Type, key: string) =>
  judge(journal, actor, kinds.verified, verified, key)

/**
 * Records the answer to a proposal with its reason. Who filed it cannot answer it.
 *
 * @see {@link verify} for an example of the same form
 * @category recording
 * @since 0.1.0
 */
export const answer = (journal: Journal.Journal["Service"], actor: Actor.Actor, answered: typeof Answered.Type, key: string) =>
  judge(journal, actor, kinds.answered, answered, key)

/**
 * Hides the words of a proposal for a reason that everybody sees, such as an insult or somebody's name; it stays in the list.
 *
 * @see {@link verify} for an example of the same form
 * @category recording
 * @since 0.1.0
 */
export const hide = (journal: Journal.Journal["Service"], actor: Actor.Actor, hidden: typeof Hidden.Type, key: string) =>
  judge(journal, actor, kinds.hidden, hidden, key)

/**
 * Groups of proposals that ask for the same, by each of their identifiers.
 *
 * **Example** (Nothing is joined)
 *
 * ```ts
 * import { ProposalBook } from "@timbang/workflows"
 * ProposalBook.joined(ProposalBook.empty).size // => 0
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const joined = ({ records }: Book): ReadonlyMap<string, Proposal.Linked> =>
  new Map(Proposal.link(Array.from(records.values(), ({ proposal }) => proposal)).flatMap((linked) => linked.proposals.map((id) => [id, linked] as const)))

/** Two who judge at once do not both have the last word: the second sees what the first recorded. */
const judge = (
  journal: Journal.Journal["Service"],
  actor: Actor.Actor,
  kind: (typeof kinds)[keyof typeof kinds],
  body: Parameters<typeof judgeOnce>[3],
  key: string
) => Effect.retry(judgeOnce(journal, actor, kind, body, key), { times: 10, while: ({ _tag }) => _tag === "PositionTaken" })

const judgeOnce = Effect.fn("ProposalBook.judge")(function*(
  journal: Journal.Journal["Service"],
  actor: Actor.Actor,
  kind: (typeof kinds)[keyof typeof kinds],
  body: { readonly proposal: string; readonly reason?: string; readonly recommendation?: string },
  key: string
) {
  const at = yield* journal.size(stream)
  const { records } = yield* readOn(journal, empty)
  const record = records.get(body.proposal)
  const faults = faultsOf({ ...(body.reason === undefined ? {} : { reason: body.reason }), ...(body.recommendation === undefined ? {} : { recommendation: body.recommendation }) })
  if (record === undefined) faults.push({ _tag: "Unknown", field: "proposal" })
  else {
    if (record.by === actor.id) faults.push({ _tag: "OwnProposal", field: "proposal" })
    if (record.answer !== undefined && kind !== kinds.hidden) faults.push({ _tag: "Answered", field: "proposal" })
  }
  if (faults.length > 0) return yield* Effect.fail(new FilingRefused({ faults }))
  return yield* journal.append(stream, { actor, entries: [{ kind, body: JSON.stringify(body) }], at, key })
})

/** Texts that must be there, and what may not stand in any. */
const faultsOf = (fields: Readonly<globalThis.Record<string, string>>): Array<Fault> =>
  Object.entries(fields).flatMap(([field, text]): ReadonlyArray<Fault> => {
    const limit = longest[field] ?? 200
    const isOptional = field === "volume" || field === "budget" || field === "unit"
    return [
      ...(text.trim() === "" && !isOptional ? [{ _tag: "Empty", field } as const] : []),
      ...(text.length > limit ? [{ _tag: "TooLong", field, limit } as const] : []),
      ...(Text.holdsIdentityNumber(text) ? [{ _tag: "Personal", field } as const] : [])
    ]
  })

const idOf = (index: number): string => `U-${index + 1}`

const decoded = <A>(schema: Schema.Codec<A, unknown>, body: string): A | undefined =>
  Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(schema))(body))

const fold = (book: Book, entries: ReadonlyArray<Journal.Entry>): Book => {
  const records = new Map(book.records)
  for (const { actor, body, index, kind, recordedAt: at } of entries) {
    if (kind === kinds.filed) {
      const filing = decoded(FilingSchema, body)
      if (filing !== undefined) records.set(idOf(index), { id: idOf(index), proposal: proposalOf(idOf(index), filing), by: actor.id, filedAt: at, chain: [] })
    } else if (kind === kinds.verified) {
      const made = decoded(Verified, body)
      const record = made === undefined ? undefined : records.get(made.proposal)
      if (made !== undefined && record !== undefined) records.set(record.id, { ...record, chain: [...record.chain, { ...made, at }] })
    } else if (kind === kinds.answered) {
      const made = decoded(Answered, body)
      const record = made === undefined ? undefined : records.get(made.proposal)
      if (made !== undefined && record !== undefined) records.set(record.id, { ...record, answer: { ...made, at }, proposal: { ...record.proposal, state: stateOf(made) } })
    } else if (kind === kinds.hidden) {
      const made = decoded(Hidden, body)
      const record = made === undefined ? undefined : records.get(made.proposal)
      if (made !== undefined && record !== undefined) records.set(record.id, { ...record, hidden: { reason: made.reason, at } })
    }
  }
  return { records, next: (entries.at(-1)?.position ?? book.next - 1) + 1 }
}

const stateOf = ({ answer: word, desk, reason }: typeof Answered.Type): Proposal.State =>
  word === "rejected" ? { _tag: "Rejected", by: desk, reason } : word === "cancelled" ? { _tag: "Cancelled", reason } : { _tag: "Open" }

const proposalOf = (id: string, filing: Filing): Proposal.Proposal => {
  const asked = {
    id,
    channel: filing.channel,
    proposer: filing.proposer,
    problem: filing.problem,
    place: { regency: "", district: "", village: filing.village },
    state: { _tag: "Open" } as const
  }
  return filing.form === "wish"
    ? { _tag: "ServiceAspiration", ...asked, service: filing.service }
    : {
        _tag: "PhysicalProposal",
        ...asked,
        kind: filing.kind,
        field: "",
        volume: filing.volume === "" ? "0" : filing.volume.replace(",", "."),
        unit: filing.unit,
        budget: Number(filing.budget === "" ? "0" : filing.budget),
        evidence: [],
        verifications: []
      }
}
