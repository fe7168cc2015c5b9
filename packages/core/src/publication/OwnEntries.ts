/**
 * The entries of a log that are about one participant each.
 *
 * @since 0.1.0
 */
import type * as Entry from "./Entry.ts"

// --- models ---

/**
 * An entry about a participant, or the correction of one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Found {
  readonly index: number
  /** As it stands in the log. */
  readonly entry: Entry.Entry
  /** What it says about the participant; of a correction, what it says now. */
  readonly own: Entry.Correctable
  /** How often it was corrected before and with this one. */
  readonly revision: number
}

// --- operations ---

/**
 * All of them, in the order of the log.
 *
 * **Example** (A correction counts how often)
 *
 * ```ts
 * import { OwnEntries } from "@timbang/core/publication"
 * const registration = { kind: "registration", participant: "24-1", formation: "F1", category: "general" } as const
 * const correction = { kind: "correction", replaces: 0, by: { ...registration, formation: "F2" }, objection: 7 } as const
 * [...OwnEntries.all([registration, correction])].map(({ index, revision }) => [index, revision]) // => [[0, 0], [1, 1]]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export function* all(entries: Iterable<Entry.Entry | undefined>): Generator<Found> {
  const revisions = new Map<number, number>()
  let index = -1
  for (const entry of entries) {
    index++
    const own = entry?.kind === "correction" ? entry.by : entry
    const revision = entry?.kind === "correction" ? (revisions.get(entry.replaces) ?? 0) + 1 : 0
    if (entry?.kind === "correction") revisions.set(entry.replaces, revision)
    if (entry !== undefined && own != null && isOwned(own)) yield { index, entry, own, revision }
  }
}

/**
 * The last of a kind about each participant; where it was corrected, the correction.
 *
 * **Example** (Nobody has a result)
 *
 * ```ts
 * import { OwnEntries } from "@timbang/core/publication"
 * const registration = { kind: "registration", participant: "24-1", formation: "F1", category: "general" } as const
 * OwnEntries.last([registration], "result").size // => 0
 * OwnEntries.last([registration], "registration").get("24-1")?.index // => 0
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const last = (entries: Iterable<Entry.Entry | undefined>, kind: Entry.Correctable["kind"]): ReadonlyMap<string, Found> =>
  new Map([...all(entries)].filter(({ own }) => own.kind === kind).map((found) => [found.own.participant, found]))

const isOwned = (entry: Entry.Entry): entry is Entry.Correctable => entry.kind === "registration" || entry.kind === "score" || entry.kind === "result"
