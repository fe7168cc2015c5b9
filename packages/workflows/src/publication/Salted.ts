/**
 * A log that grows under salts which are kept before anything of it is public.
 *
 * @since 0.1.0
 */
import type { Entry } from "@timbang/core/publication"
import { Effect, Result } from "effect"
import * as Salts from "../ports/Salts.ts"
import * as TileStore from "../ports/TileStore.ts"
import * as GrowingLog from "./GrowingLog.ts"
import type { Means, Own } from "./Phase.ts"

/**
 * Appends under salts that are kept, and commits. Every salt that is asked for is drawn at first; those for which others turn out to be kept,
 * as after a run that broke off, replace them, and the entries are made once more.
 */
export const publish = <E extends { readonly _tag: string }, R>({ onEntry, policy, primitives }: Means, grow: (growing: GrowingLog.GrowingLog, own: Own) => Effect.Effect<void, E, R>) =>
  Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const known = new Map<string, Uint8Array>()
    for (;;) {
      const drawn = new Map<string, Salts.Salt>()
      const saltOf = (name: string, participant: string): Uint8Array => {
        const own = known.get(name) ?? drawn.get(name)?.value
        if (own !== undefined) return own
        const value = crypto.getRandomValues(new Uint8Array(32))
        drawn.set(name, { name, participant, value })
        return value
      }
      const growing = yield* GrowingLog.read(primitives)
      const grown = yield* Effect.result(grow(growing, { primitives, policy, saltOf, onEntry }))
      // A case is known again by its salt alone, so that this refusal may fall when the salts are there.
      const isFinal = Result.isFailure(grown) && !(grown.failure._tag === "CaseRefused" && drawn.size > 0)
      if (isFinal) return yield* Effect.fail(grown.failure)
      const fresh = [...drawn.values()]
      const kept = fresh.length === 0 ? [] : yield* salts.keep(fresh)
      const areAllOwn = fresh.every(({ value }, at) => TileStore.isSame(value, kept[at]))
      if (Result.isSuccess(grown) && areAllOwn) return yield* GrowingLog.commit(growing)
      for (const [at, { name }] of fresh.entries()) known.set(name, kept[at]!)
    }
  })

/** A log whose salts lie elsewhere would be given other salts, and a case would not be known again. */
export const areSaltsHere = ({ entries, from }: GrowingLog.GrowingLog) =>
  Effect.gen(function*() {
    const salts = yield* Salts.Salts
    const committed = entries.find((entry, index) => index < from && "commitments" in entry && entry.commitments !== undefined)
    const participant = committed === undefined ? undefined : participantOf(entries, committed)
    return participant === undefined || (yield* salts.isKnown(participant))
  })

/** Whom an entry is about; an objection is about the participant of the entry that it names. */
const participantOf = (entries: ReadonlyArray<Entry.Entry>, entry: Entry.Entry): string | undefined => {
  if (entry.kind === "objection") return participantOf(entries, entries[entry.about]!)
  const own = entry.kind === "correction" ? entry.by : entry
  return own !== null && "participant" in own ? own.participant : undefined
}
