/**
 * Facts of proposals as the journal keeps them, and the book that they fold into.
 *
 * @since 0.1.0
 */
import type { Proposal } from "@timbang/core/needs"
import { Schema } from "effect"
import { decoded } from "../internal/Bodies.ts"
import type { Journal } from "../ports/index.ts"

// --- bodies ---

/** Kinds of entries. */
export const kinds = { filed: "proposal.filed", verified: "proposal.verified", answered: "proposal.answered", hidden: "proposal.hidden", joined: "proposal.joined" } as const
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
    /** Unit: rupiah, whole; a text as it was written, such as `50.000.000`. */
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
const Joined = Schema.Struct({ proposal: Schema.String, into: Schema.String, reason: Schema.String })

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
  /** An officer joined it with this one, which asks for the same; what the words alone join is in `ProposalBook.joined`. */
  readonly joinedInto?: { readonly into: string; readonly reason: string; readonly at: number }
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

/**
 * What an officer records about a proposal: what a desk made of it, its answer, that its words are hidden, or with which it is joined.
 *
 * @category models
 * @since 0.1.0
 */
export type Act =
  | { readonly kind: "verified"; readonly body: typeof Verified.Type }
  | { readonly kind: "answered"; readonly body: typeof Answered.Type }
  | { readonly kind: "hidden"; readonly body: typeof Hidden.Type }
  | { readonly kind: "joined"; readonly body: typeof Joined.Type }

/** What an act of one kind says. */
export type BodyOf<Kind extends Act["kind"]> = Extract<Act, { readonly kind: Kind }>["body"]

// --- operations ---

/** The identifier of the proposal that was filed at this place of the stream, from 0. */
export const idOf = (index: number): string => `U-${index + 1}`

/** The book with these entries. */
export const fold = (book: Book, entries: ReadonlyArray<Journal.Entry>): Book => {
  const records = new Map(book.records)
  for (const { actor, body, index, kind, recordedAt: at } of entries) {
    if (kind === kinds.filed) {
      const filing = decoded(FilingSchema, body)
      if (filing !== undefined) records.set(idOf(index), { id: idOf(index), proposal: proposalOf(idOf(index), filing), by: actor.id, filedAt: at, chain: [] })
    } else {
      const act = actOf(kind, body)
      if (act !== undefined) judge(records, act, at)
    }
  }
  return { records, next: (entries.at(-1)?.position ?? book.next - 1) + 1 }
}

const actOf = (kind: string, body: string): Act | undefined => {
  const of = <K extends Act["kind"], B>(name: K, read: B | undefined) => (read === undefined ? undefined : { kind: name, body: read })
  switch (kind) {
    case kinds.verified:
      return of("verified", decoded(Verified, body))
    case kinds.answered:
      return of("answered", decoded(Answered, body))
    case kinds.hidden:
      return of("hidden", decoded(Hidden, body))
    case kinds.joined:
      return of("joined", decoded(Joined, body))
  }
  return undefined
}

/** Takes an act into a map that nobody else holds; one on a proposal that is not there changes nothing. */
export const judge = (records: Map<string, Record>, act: Act, at: number): void => {
  const found = records.get(act.body.proposal)
  if (found !== undefined) records.set(found.id, changed(found, act, at))
}

const changed = (record: Record, act: Act, at: number): Record => {
  switch (act.kind) {
    case "verified":
      return { ...record, chain: [...record.chain, { ...act.body, at }] }
    case "answered":
      return { ...record, answer: { ...act.body, at }, proposal: { ...record.proposal, state: stateOf(act.body) } }
    case "hidden":
      return { ...record, hidden: { reason: act.body.reason, at } }
    case "joined":
      return { ...record, joinedInto: { into: act.body.into, reason: act.body.reason, at } }
  }
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
        budget: Number(filing.budget.replace(/^rp|,\d\d$|,-$|[.\s]/gi, "")),
        evidence: [],
        verifications: []
      }
}
