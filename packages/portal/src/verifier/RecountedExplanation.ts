/**
 * The explanation of a result by the engine itself, rerun over what is public.
 *
 * Grades and birth dates are not public: the published order stands in for them, and what parted two people by them is told
 * by the published word alone.
 *
 * @since 0.1.0
 */
import type { Entry, Recount } from "@timbang/core/publication"
import { Explanation, type Place } from "@timbang/core/selection"

// --- operations ---

/**
 * The explanation of a published result that counts; nothing when the rerun has no row for it. The smallest change is that of
 * the formation alone.
 *
 * **Example** (No rerun)
 *
 * ```ts
 * import { RecountedExplanation } from "@timbang/portal"
 * const entry = { kind: "result", participant: "26-1", stage: "skd", formation: "F1", rules: "", scores: {}, code: "P", rank: 1, decidedBy: null } as const
 * const rerun = { checked: {}, attested: {}, differences: [] }
 * RecountedExplanation.explain({ rerun, selection: undefined, results: [] }, entry) // => undefined
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const explain = (
  { selection }: Recount.Counted,
  { decidedBy, participant }: Entry.ResultEntry
): Explanation.Explanation | undefined => {
  const row = selection === undefined ? -1 : selection.cohort.participant.indexOf(participant)
  if (selection === undefined || row < 0) return undefined
  const made = Explanation.explain(selection, row)
  return {
    ...made,
    final: withPublished(made.final, decidedBy),
    shortlist: withPublished(made.shortlist, selection.final === undefined ? decidedBy : null)
  }
}

const withPublished = (place: Place.Place | undefined, decidedBy: string | null): Place.Place | undefined => {
  const neighbour = place?.neighbour
  if (place === undefined || neighbour === undefined || neighbour.rung !== "gpa" && neighbour.rung !== "birthDate") return place
  const rung = decidedBy === "age" ? "birthDate" : decidedBy === null || decidedBy === "equal" ? undefined : decidedBy
  const how = decidedBy === "equal" ? "equal" : "parted"
  return { ...place, neighbour: { ...neighbour, how, rung, own: undefined, theirs: undefined } }
}
