/**
 * What citizens ask for: proposals as SIPD records them, and wishes for a service that have neither budget nor volume.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import { Fraction } from "../number/index.ts"

// --- models ---

/**
 * The way a proposal came: planning forum, recess of a council member (pokok pikiran), or village fund.
 *
 * @category models
 * @since 0.1.0
 */
export type Channel = "musrenbang" | "pokir" | "village-fund"

/**
 * The place a proposal is for, as Kemendagri codes.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly regency: string
  readonly district: string
  readonly village: string
  /** Free text of the site (alamat_teks); not compared. */
  readonly site?: string
}

/**
 * Who has to look at a proposal, in this order. Pokir begin at `setwan`, the others at `village`.
 *
 * @category models
 * @since 0.1.0
 */
export type Desk = "village" | "district" | "setwan" | "bappeda" | "agency" | "tapd"

/**
 * What one desk made of it: its own amount and volume, and a recommendation.
 *
 * @category models
 * @since 0.1.0
 */
export interface Verification {
  readonly desk: Desk
  /** Unit: rupiah. Whole. */
  readonly budget: number
  readonly volume: Fraction.Numeral
  readonly recommendation: string
}

/**
 * Where a proposal stands. A cancelled or rejected one keeps its reason and stays in the list.
 *
 * @category models
 * @since 0.1.0
 */
export type State =
  | { readonly _tag: "Open" }
  | { readonly _tag: "Cancelled"; readonly reason: string }
  | { readonly _tag: "Rejected"; readonly by: Desk; readonly reason: string }

/**
 * A physical proposal (usulan) with the fields of a SIPD record that a decision needs.
 *
 * Source: fields of `data_asmas` and `data_pokir` (SIPD, Permendagri 70/2019), as published by a public client.
 *
 * @category models
 * @since 0.1.0
 */
export interface PhysicalProposal {
  readonly _tag: "PhysicalProposal"
  readonly id: string
  readonly channel: Channel
  /** Level and kind of the proposer, such as `desa`; never the name of a person. */
  readonly proposer: string
  /** What is wrong (masalah). */
  readonly problem: string
  /** Identifier of the type in the dictionary (kamus usulan), such as `jalan-lingkungan`. */
  readonly kind: string
  /** Field of government (bidang urusan). */
  readonly field: string
  readonly place: Place
  /** koefisien */
  readonly volume: Fraction.Numeral
  /** satuan, such as `m` or `unit`. */
  readonly unit: string
  /** Unit: rupiah. Whole. */
  readonly budget: number
  /** Code of the agency (SKPD) it is addressed to. */
  readonly agency?: string
  /** Names of the files attached: photo, letter, proposal, cost estimate. */
  readonly evidence: ReadonlyArray<"photo" | "letter" | "proposal" | "cost-estimate">
  readonly verifications: ReadonlyArray<Verification>
  readonly state: State
}

/**
 * A wish for a service (aspirasi layanan): which service, where, and what is wrong. No budget, no volume.
 *
 * @category models
 * @since 0.1.0
 */
export interface ServiceAspiration {
  readonly _tag: "ServiceAspiration"
  readonly id: string
  readonly channel: Channel
  readonly proposer: string
  /** Service sector, such as `kesehatan-ibu-anak`. */
  readonly service: string
  readonly problem: string
  readonly place: Place
  readonly state: State
}

/**
 * Anything citizens ask for.
 *
 * @category models
 * @since 0.1.0
 */
export type Proposal = PhysicalProposal | ServiceAspiration

/**
 * Proposals that ask for the same thing. The first in ascending order of identifiers stands for the group; none is
 * dropped.
 *
 * @category models
 * @since 0.1.0
 */
export interface Linked {
  readonly standsFor: string
  /** Ascending, the one that stands for the group included; more than one. */
  readonly proposals: ReadonlyArray<string>
  readonly channels: ReadonlyArray<Channel>
  /** The volumes agree; if not, people have to look. */
  readonly isExact: boolean
}

// --- operations ---

/**
 * Links proposals of the same kind for the same village over all channels, whatever their volume says.
 *
 * **Details**
 *
 * Physical proposals are linked by village, kind of the dictionary and unit of measurement; equal volumes make the link
 * exact. Wishes for a service are linked by village and service. Cancelled proposals are linked too, so that a renewed
 * one is recognised.
 *
 * **Example** (The same road, asked for twice)
 *
 * ```ts
 * import { Proposal } from "@timbang/core/needs"
 * const place = { regency: "15.05", district: "15.05.01", village: "15.05.01.2001" }
 * const wish = { _tag: "ServiceAspiration", proposer: "desa", service: "bidan", problem: "none at night", place, state: { _tag: "Open" } } as const
 * const groups = Proposal.link([{ ...wish, id: "b", channel: "pokir" }, { ...wish, id: "a", channel: "musrenbang" }])
 * groups.map(({ proposals, standsFor }) => [standsFor, proposals]) // => [["a", ["a", "b"]]]
 * ```
 *
 * @category linking
 * @since 0.1.0
 */
export const link = (proposals: ReadonlyArray<Proposal>): ReadonlyArray<Linked> => {
  const groups = new Map<string, Array<Proposal>>()
  for (const proposal of [...proposals].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const key = keyOf(proposal)
    groups.set(key, [...(groups.get(key) ?? []), proposal])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      standsFor: group[0]!.id,
      proposals: group.map(({ id }) => id),
      channels: [...new Set(group.map(({ channel }) => channel))].sort(),
      isExact: new Set(group.map(volumeOf)).size === 1
    }))
    .sort((a, b) => (a.standsFor < b.standsFor ? -1 : 1))
}

const keyOf = (proposal: Proposal): string =>
  JSON.stringify(
    proposal._tag === "PhysicalProposal"
      ? [proposal._tag, proposal.place.village, proposal.kind, proposal.unit]
      : [proposal._tag, proposal.place.village, proposal.service]
  )

const volumeOf = (proposal: Proposal): string =>
  proposal._tag === "PhysicalProposal"
    ? Result.match(Fraction.parse(proposal.volume), { onSuccess: Fraction.format, onFailure: ({ found }) => found })
    : ""
