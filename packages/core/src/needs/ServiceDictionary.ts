/**
 * The dated dictionary that says for which service a physical proposal speaks, and the share of voice of each service.
 *
 * The share stands beside the need score and is never part of it. What the dictionary does not name is counted as such.
 *
 * @since 0.1.0
 */
import type { Day, LegalSource } from "../law/index.ts"
import { Fraction } from "../number/index.ts"
import type { Proposal } from "./Proposal.ts"

// --- models ---

/**
 * Which service sector a kind of proposal speaks for, from a day on, by a document.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  /** Identifier of the kind in the list of proposals (kamus usulan). */
  readonly kind: string
  readonly service: string
  readonly from: Day.Day
  /** Last day on which it holds; absent while it is in force. */
  readonly until?: Day.Day
}

/**
 * A dictionary with the document that sets it.
 *
 * @category models
 * @since 0.1.0
 */
export interface ServiceDictionary {
  readonly source: LegalSource.LegalSource
  readonly entries: ReadonlyArray<Entry>
}

/**
 * The voice of each service: how many proposals speak for it, and which.
 *
 * @category models
 * @since 0.1.0
 */
export interface Voice {
  readonly shares: ReadonlyArray<{
    readonly service: string
    /** Identifiers, ascending. Linked proposals count once, by the first of them that is not cancelled. */
    readonly proposals: ReadonlyArray<string>
    /** Part of all proposals that speak for a service. Range: 0 to 1, exact. */
    readonly share: Fraction.Fraction
  }>
  /** Physical proposals whose kind the dictionary does not name on that day, by kind. */
  readonly unmapped: ReadonlyArray<{ readonly kind: string; readonly proposals: ReadonlyArray<string> }>
  /** Services that wishes name and the dictionary of that day does not have; they have a share of their own. */
  readonly unlisted: ReadonlyArray<{ readonly service: string; readonly proposals: ReadonlyArray<string> }>
}

// --- operations ---

/**
 * The service that a wish names in its own words: mapped by the dictionary where it has an entry of that kind, or a service
 * that differs only in case; `undefined` when it has neither.
 *
 * **Example** (A word of the street, and a word of the dictionary)
 *
 * ```ts
 * import { ServiceDictionary } from "@timbang/core/needs"
 * const source = { instrument: "Keputusan Bappeda (contoh)", confidence: "host" } as const
 * const dictionary = { source, entries: [{ kind: "Kesehatan", service: "health-care", from: "2025-01-01" }] }
 * ServiceDictionary.serviceNamed(dictionary, "kesehatan", "2025-03-01") // => "health-care"
 * ServiceDictionary.serviceNamed(dictionary, "Health-care", "2025-03-01") // => "health-care"
 * ServiceDictionary.serviceNamed(dictionary, "pasar", "2025-03-01") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const serviceNamed = ({ entries }: ServiceDictionary, service: string, on: Day.Day): string | undefined => {
  const plain = (text: string) => text.trim().toLowerCase()
  const held = entries.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
  const found = held.findLast(({ kind }) => plain(kind) === plain(service)) ?? held.find((one) => plain(one.service) === plain(service))
  return found?.service
}

/**
 * The service a kind of proposal speaks for on a day; `undefined` when the dictionary does not say.
 *
 * **Example** (Before and after the entry)
 *
 * ```ts
 * import { ServiceDictionary } from "@timbang/core/needs"
 * const source = { instrument: "Keputusan Bappeda (contoh)", confidence: "host" } as const
 * const dictionary = { source, entries: [{ kind: "posyandu", service: "kesehatan", from: "2025-01-01" }] }
 * ServiceDictionary.serviceOf(dictionary, "posyandu", "2025-03-01") // => "kesehatan"
 * ServiceDictionary.serviceOf(dictionary, "posyandu", "2024-03-01") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const serviceOf = (dictionary: ServiceDictionary, kind: string, on: Day.Day): string | undefined =>
  dictionary.entries.findLast(
    (entry) => entry.kind === kind && entry.from <= on && (entry.until === undefined || on <= entry.until)
  )?.service

/**
 * The share of voice of each service on a day. Cancelled proposals are not counted; rejected ones are, for people asked.
 *
 * **Details**
 *
 * `represented` maps a proposal to the one that stands for it (from `Proposal.link`); a group counts once, and a cancelled
 * proposal takes nothing from the one that renewed it. A wish in words of its own counts for the service that the
 * dictionary gives those words; else for itself, and is `unlisted`.
 *
 * **Example** (A wish, and a building that the dictionary does not know)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { ServiceDictionary } from "@timbang/core/needs"
 * const place = { regency: "15.05", district: "15.05.01", village: "15.05.01.2001" }
 * const wish = { _tag: "ServiceAspiration", id: "a", channel: "pokir", proposer: "desa", service: "bidan", problem: "none at night", place, state: { _tag: "Open" } } as const
 * const dictionary = { source: { instrument: "Keputusan Bappeda (contoh)", confidence: "host" }, entries: [] } as const
 * ServiceDictionary.voice([wish], dictionary, "2025-03-01").shares.map(({ service, share }) => [service, Fraction.format(share)]) // => [["bidan", "1"]]
 * ```
 *
 * @category counting
 * @since 0.1.0
 */
export const voice = (
  proposals: ReadonlyArray<Proposal>,
  dictionary: ServiceDictionary,
  on: Day.Day,
  represented: ReadonlyMap<string, string> = new Map()
): Voice => {
  const [mapped, unmapped, unlisted] = [new Map<string, Array<string>>(), new Map<string, Array<string>>(), new Map<string, Array<string>>()]
  const counted = new Set<string>()
  for (const proposal of [...proposals].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const group = represented.get(proposal.id) ?? proposal.id
    if (proposal.state._tag === "Cancelled" || counted.has(group)) continue
    counted.add(group)
    const named = proposal._tag === "ServiceAspiration" ? serviceNamed(dictionary, proposal.service, on) : undefined
    const service = proposal._tag === "ServiceAspiration" ? named ?? proposal.service : serviceOf(dictionary, proposal.kind, on)
    if (proposal._tag === "ServiceAspiration" && named === undefined) unlisted.set(service!, [...(unlisted.get(service!) ?? []), proposal.id])
    const [list, name] =
      service === undefined && proposal._tag === "PhysicalProposal" ? [unmapped, proposal.kind] : [mapped, service!]
    list.set(name, [...(list.get(name) ?? []), proposal.id])
  }
  const total = [...mapped.values()].reduce((sum, { length }) => sum + length, 0)
  const byName = <A>(entries: Map<string, A>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    shares: byName(mapped).map(([service, ids]) => ({
      service,
      proposals: ids,
      share: Fraction.make(ids.length, total)
    })),
    unmapped: byName(unmapped).map(([kind, ids]) => ({ kind, proposals: ids })),
    unlisted: byName(unlisted).map(([service, ids]) => ({ service, proposals: ids }))
  }
}
