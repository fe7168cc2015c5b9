/**
 * The entries of a log that are about one participant each.
 *
 * @since 0.1.0
 */
import { Entry } from "@timbang/core/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

// --- models ---

/** What an entry says about a participant. */
export type Owned = Entry.Correctable

/** An entry about a participant, or the correction of one. */
export interface Found {
  readonly index: number
  readonly entry: Entry.Entry
  readonly own: Owned
  /** How often it was corrected before and with this one. */
  readonly revision: number
}

// --- operations ---

/** All of them, in the order of the log. */
export function* all(entries: ReadonlyArray<Uint8Array>): Generator<Found> {
  const revisions = new Map<number, number>()
  for (const [index, bytes] of entries.entries()) {
    const entry = Result.getOrUndefined(Entry.decode(NodePrimitives.node, bytes))
    const own = entry?.kind === "correction" ? entry.by : entry
    const revision = entry?.kind === "correction" ? (revisions.get(entry.replaces) ?? 0) + 1 : 0
    if (entry?.kind === "correction") revisions.set(entry.replaces, revision)
    if (entry !== undefined && own != null && isOwned(own)) yield { index, entry, own, revision }
  }
}

/** The last of a kind about each participant; where it was corrected, the correction. */
export const last = (entries: ReadonlyArray<Uint8Array>, kind: Owned["kind"]): ReadonlyMap<string, Found> =>
  new Map([...all(entries)].filter(({ own }) => own.kind === kind).map((found) => [found.own.participant, found]))

const isOwned = (entry: Entry.Entry): entry is Owned => entry.kind === "registration" || entry.kind === "score" || entry.kind === "result"
