/**
 * Runs a selection again after further events, and lists everybody it moves.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import * as Comparison from "./Comparison.ts"
import type { Event } from "./Event.ts"
import * as Selection from "./Selection.ts"

// --- models ---

/**
 * The new selection and the difference.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rerun {
  readonly after: Selection.Selection
  readonly comparison: Comparison.Comparison
}

// --- operations ---

/**
 * Runs again under the same rules, formations and choices, with further events on record.
 *
 * **Details**
 *
 * Scores are taken as they were recorded first, and every event applies again, the earlier ones before the further ones: the
 * new selection stands on the same record as the old one.
 *
 * **Example** (A correction that moves two people)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Rerun, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const before = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const corrected = { _tag: "Corrected", participant: "24-1", component: "practice", from: "51.0", to: "71.0", at: "2024-12-28", basis: "B/7" } as const
 * const { comparison } = Result.getOrThrow(Rerun.rerun(before, [corrected]))
 * comparison.moves.map(({ direction, participant }) => [participant, direction]) // => [["24-1", "gains"], ["24-2", "loses"]]
 * ```
 *
 * @category running
 * @since 0.1.0
 */
export const rerun = (
  selection: Selection.Selection,
  events: ReadonlyArray<Event>
): Result.Result<Rerun, Selection.SelectionError> => {
  const { formations, options, recorded, ruleSet } = selection
  const { filling, freedPlaces, refillUntil, scoredOn, stage, standing } = options
  const again = Selection.run(ruleSet, formations, recorded, [...selection.events, ...events], {
    stage,
    standing,
    filling: filling ?? { isRun: false },
    ...(scoredOn === undefined ? {} : { scoredOn }),
    ...(freedPlaces === undefined ? {} : { freedPlaces }),
    ...(refillUntil === undefined ? {} : { refillUntil })
  })
  return Result.map(again, (after) => ({ after, comparison: Comparison.compare(selection, after) }))
}
