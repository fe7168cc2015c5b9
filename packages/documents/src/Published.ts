/**
 * A published result as the documents need it: everything comes from the log, so that paper says what the log says.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import type { Standing } from "@timbang/core/law"
import type { Entry } from "@timbang/core/publication"
import type { Outcome, RuleSet } from "@timbang/core/selection"
import type { DocumentTexts } from "@timbang/language/publication"

// --- models ---

/**
 * What the log says.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  readonly origin: string
  /** Entries that the checkpoint counts. */
  readonly size: number
  /** The root in base64. */
  readonly root: string
  readonly words: ReadonlyArray<string>
  /** The signed checkpoint. */
  readonly note: string
  readonly ruleSet: RuleSet.RuleSet
  /** SHA-256 of the published rule set in base64. */
  readonly rules: string
  readonly formations: ReadonlyArray<Formation.Formation>
  /** Results that count, by formation, by rank and number. */
  readonly results: ReadonlyMap<string, ReadonlyArray<PublishedResult>>
  /** Stage of the results, such as `final`. */
  readonly stage: string
  readonly standing: Standing.Standing
  /** Numbers of the rules that no source confirms. */
  readonly unverified: number
  /** Whether checkpoints between the phases prove their order; not so where everything was published in one go. */
  readonly isOrderAttested: boolean
}

/**
 * A result with what its code stands for; unknown where the rule set does not have the code.
 *
 * @category models
 * @since 0.1.0
 */
export interface PublishedResult {
  readonly entry: Entry.ResultEntry
  readonly outcome: Outcome.Outcome | undefined
}

// --- operations ---

const seated: ReadonlySet<Outcome.Outcome> = new Set(["selected", "selected-by-filling", "advanced", "advanced-second-group"])

/**
 * Whether a result has a seat, or goes on where the stage gives none.
 *
 * **Example** (A seat)
 *
 * ```ts
 * import { Published } from "@timbang/documents"
 * ["selected", "not-selected"].map((outcome) => Published.isIn(outcome as "selected")) // => [true, false]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const isIn = (outcome: Outcome.Outcome | undefined): boolean => outcome !== undefined && seated.has(outcome)

/**
 * Counts of a published result; a seat that filling gave counts where it stands, not where its holder applied.
 *
 * **Example** (Nobody applied)
 *
 * ```ts
 * import { Published } from "@timbang/documents"
 * const formation = { formation: "F1", position: "Dokter", education: "Profesi", location: "Puskesmas A", category: "umum", seats: 2 }
 * Published.countsOf({ formations: [formation], results: new Map() }) // => { formations: 1, seats: 2, participants: 0, selected: 0, undecided: 0, empty: 2 }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const countsOf = ({ formations, results }: Pick<Published, "formations" | "results">): DocumentTexts.Counts => {
  const all = [...results.values()].flat()
  const selected = all.filter(({ outcome }) => isIn(outcome)).length
  const undecided = all.filter(({ outcome }) => outcome === "undecided").length
  const seats = formations.reduce((sum, formation) => sum + formation.seats, 0)
  const taken = takenOf({ results })
  const empty = formations.reduce((sum, formation) => sum + Math.max(0, formation.seats - (taken.get(formation.formation) ?? 0)), 0)
  return { formations: formations.length, seats, participants: all.length, selected, undecided, empty }
}

/**
 * People with a seat, by the formation of the seat.
 *
 * **Example** (None)
 *
 * ```ts
 * import { Published } from "@timbang/documents"
 * Published.takenOf({ results: new Map() }).size // => 0
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const takenOf = ({ results }: Pick<Published, "results">): ReadonlyMap<string, number> => {
  const taken = new Map<string, number>()
  for (const { entry, outcome } of [...results.values()].flat()) {
    if (!isIn(outcome)) continue
    const at = entry.seat ?? entry.formation
    taken.set(at, (taken.get(at) ?? 0) + 1)
  }
  return taken
}
