/**
 * Proposals and wishes that come in, and what becomes of each: a fold of the journal in which nothing is dropped.
 *
 * @since 0.1.0
 */
import { Proposal } from "@timbang/core/needs"
import { Data, Effect, Stream } from "effect"
import type * as Actor from "../Actor.ts"
import * as Text from "../internal/Text.ts"
import type { Journal } from "../ports/index.ts"
import { type Act, type BodyOf, type Book, type Filing, fold, idOf, judge, kinds, type Record } from "./ProposalFacts.ts"

export type { Act, Answer, Book, Filing, Record } from "./ProposalFacts.ts"

// --- errors ---

/**
 * Why something cannot be recorded; all reasons at once.
 *
 * - `Empty`, `TooLong`: a text that must be there, or of more than `limit` characters.
 * - `Personal`: what is built like an identity number.
 * - `NotANumber`: volume or cost.
 * - `Unknown`: no such proposal. `Answered`: it has its answer. `OwnProposal`: who filed it may not judge it.
 * - `NotJoinable`: one of the two is joined already, or they are one.
 *
 * `act` is the place among the acts that were to be recorded, from 0; absent where one was.
 *
 * @category errors
 * @since 0.1.0
 */
export type Fault =
  & { readonly field: string; readonly act?: number }
  & (
    | { readonly _tag: "TooLong"; readonly limit: number }
    | { readonly _tag: "Empty" | "Personal" | "NotANumber" | "Unknown" | "Answered" | "OwnProposal" | "NotJoinable" }
  )

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

/** Whole rupiah as people write them: `50000000`, `50.000.000`, `Rp 50.000.000,00`. A sum has no fraction, so that a point parts thousands only. */
const rupiah = /^(rp\.?\s*)?(\d{1,15}|\d{1,3}(\.\d{3}){1,4})(,00|,-)?$/i

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
    for (const [field, digits] of [["volume", /^\d{1,9}([.,]\d{1,3})?$/], ["budget", rupiah]] as const) {
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
export const verify = (journal: Journal.Journal["Service"], actor: Actor.Actor, verified: BodyOf<"verified">, key: string) =>
  record(journal, actor, [{ kind: "verified", body: verified }], key)

/**
 * Records the answer to a proposal with its reason. Who filed it cannot answer it.
 *
 * @see {@link verify} for an example of the same form
 * @category recording
 * @since 0.1.0
 */
export const answer = (journal: Journal.Journal["Service"], actor: Actor.Actor, answered: BodyOf<"answered">, key: string) =>
  record(journal, actor, [{ kind: "answered", body: answered }], key)

/**
 * Hides the words of a proposal for a reason that everybody sees, such as an insult or somebody's name; it stays in the list.
 *
 * @see {@link verify} for an example of the same form
 * @category recording
 * @since 0.1.0
 */
export const hide = (journal: Journal.Journal["Service"], actor: Actor.Actor, hidden: BodyOf<"hidden">, key: string) =>
  record(journal, actor, [{ kind: "hidden", body: hidden }], key)

/**
 * Records several acts at once, all of them or none, with every fault of each.
 *
 * **Example** (One is joined with the other, and that one accepted)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ProposalBook } from "@timbang/workflows"
 * import { Journal } from "@timbang/workflows/ports"
 * const wish = (service: string) => ({ form: "wish", channel: "musrenbang", proposer: "desa", village: "Hulu", problem: "Malam hari", service }) as const
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* ProposalBook.file(journal, { id: "a", role: "proposer", unit: "Hulu" }, wish("bidan"), "1")
 *   yield* ProposalBook.file(journal, { id: "a", role: "proposer", unit: "Hulu" }, wish("bidan desa"), "2")
 *   yield* ProposalBook.record(journal, { id: "b", role: "verifier", unit: "bappeda" }, [
 *     { kind: "joined", body: { proposal: "U-2", into: "U-1", reason: "bidan yang sama" } },
 *     { kind: "answered", body: { proposal: "U-1", answer: "accepted", desk: "bappeda", reason: "Ada formasinya" } }
 *   ], "3")
 *   return ProposalBook.joined(yield* ProposalBook.readOn(journal, ProposalBook.empty)).get("U-2")?.proposals
 * })
 * await Effect.runPromise(Effect.provide(program, Journal.layerMemory)) // => ["U-1", "U-2"]
 * ```
 *
 * @category recording
 * @since 0.1.0
 */
export const record = (journal: Journal.Journal["Service"], actor: Actor.Actor, acts: ReadonlyArray<Act>, key: string) =>
  // Two who judge at once do not both have the last word: the second sees what the first recorded.
  Effect.retry(recordOnce(journal, actor, acts, key), { times: 10, while: ({ _tag }) => _tag === "PositionTaken" })

/**
 * Groups of proposals that ask for the same, by each of their identifiers: by their words, and as officers joined them.
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
export const joined = ({ records }: Book): ReadonlyMap<string, Proposal.Linked> => {
  const groups = new Map(Proposal.link(Array.from(records.values(), ({ proposal }) => proposal)).flatMap((linked) => linked.proposals.map((id) => [id, linked] as const)))
  for (const { id, joinedInto } of records.values()) {
    if (joinedInto === undefined) continue
    const { into } = joinedInto
    const members = [...new Set([id, into].flatMap((one) => groups.get(one)?.proposals ?? [one]))].sort()
    const linked: Proposal.Linked = {
      standsFor: into,
      proposals: members,
      channels: [...new Set(members.map((one) => records.get(one)!.proposal.channel))].sort(),
      isExact: false
    }
    for (const one of members) groups.set(one, linked)
  }
  return groups
}

const recordOnce = Effect.fn("ProposalBook.record")(function*(journal: Journal.Journal["Service"], actor: Actor.Actor, acts: ReadonlyArray<Act>, key: string) {
  const at = yield* journal.size(stream)
  const records = new Map((yield* readOn(journal, empty)).records)
  const faults: Array<Fault> = []
  for (const [place, act] of acts.entries()) {
    const found = actFaults(records, actor, act)
    faults.push(...found.map((fault) => (acts.length === 1 ? fault : { ...fault, act: place })))
    if (found.length === 0) judge(records, act, 0)
  }
  if (faults.length > 0) return yield* Effect.fail(new FilingRefused({ faults }))
  return yield* journal.append(stream, { actor, entries: acts.map(({ body, kind }) => ({ kind: kinds[kind], body: JSON.stringify(body) })), at, key })
})

const actFaults = (records: ReadonlyMap<string, Record>, actor: Actor.Actor, act: Act): ReadonlyArray<Fault> => {
  const found = records.get(act.body.proposal)
  const faults = faultsOf(act.kind === "verified" ? { recommendation: act.body.recommendation } : { reason: act.body.reason })
  if (found === undefined) return [...faults, { _tag: "Unknown", field: "proposal" }]
  if (found.by === actor.id) faults.push({ _tag: "OwnProposal", field: "proposal" })
  if (found.answer !== undefined && act.kind !== "hidden") faults.push({ _tag: "Answered", field: "proposal" })
  if (act.kind !== "joined") return faults
  const into = records.get(act.body.into)
  const isHead = [...records.values()].some(({ joinedInto }) => joinedInto?.into === found.id)
  if (into === undefined) faults.push({ _tag: "Unknown", field: "into" })
  else if (into === found || into.joinedInto !== undefined) faults.push({ _tag: "NotJoinable", field: "into" })
  if (found.joinedInto !== undefined || isHead) faults.push({ _tag: "NotJoinable", field: "proposal" })
  return faults
}

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
