/**
 * Selection rates by group, from a selection: by location and by kind of need, within each position; and counts of protected
 * groups as the host gives them.
 *
 * @since 0.1.0
 */
import { AdverseImpact, type Evaluation } from "@timbang/core/evaluation"
import { Suppression } from "@timbang/core/performance"
import { Outcome, type Selection } from "@timbang/core/selection"
import type { Outputs } from "@timbang/language"
import { Array } from "effect"

// --- models ---

/** Counts of a protected group; nobody is named. */
export interface Counts extends AdverseImpact.Group {
  readonly grouping: string
}

// --- operations ---

/** Rates by location and by kind of need within each position that has at least two of them. */
export const ofSelection = (selection: Selection.Selection, words: Outputs.Phrases): ReadonlyArray<Evaluation.Fairness> => {
  const { cohort, formations, outcome } = selection
  const chosen = new Set([Outcome.indexOf("selected"), Outcome.indexOf("selected-by-filling")])
  return ([["location", words.region], ["category", words.kindOfNeed]] as const).flatMap(([by, grouping]) => {
    const counted = new Map<string, { readonly stratum: string; readonly group: string; selected: number; applicants: number }>()
    for (let i = 0; i < cohort.size; i++) {
      const { position, [by]: group } = formations[cohort.formation[i]!]!
      const key = JSON.stringify([position, group])
      const row = counted.get(key) ?? { stratum: position, group, selected: 0, applicants: 0 }
      row.applicants++
      if (chosen.has(outcome[i]!)) row.selected++
      counted.set(key, row)
    }
    const rows = [...counted.values()]
    const groupsOf = Array.groupBy(rows, ({ stratum }) => stratum)
    const comparable = rows.filter(({ stratum }) => groupsOf[stratum]!.length > 1)
    return comparable.length === 0 ? [] : [{ grouping, within: words.position, ...AdverseImpact.byStratum(comparable) }]
  })
}

/**
 * Rates of protected groups, without those that are too small to be shown and those that would give them away: the counts of
 * all applicants and of all selected are public.
 */
export const ofCounts = (counts: ReadonlyArray<Counts>, fewest: number): {
  readonly fairness: ReadonlyArray<Evaluation.Fairness>
  readonly hidden: number
} => {
  const groupings = Object.entries(Array.groupBy(counts, ({ grouping }) => grouping)).map(([grouping, groups]) => {
    const plan = Suppression.protect(
      groups.map(({ applicants, group }) => ({ id: group, count: applicants })),
      [{ id: "all", cells: groups.map(({ group }) => group), isOut: true }],
      fewest
    )
    const shown = groups.filter((_, at) => plan.cells[at]!.state === "shown")
    const together = AdverseImpact.compare(shown.map(({ applicants, group, selected }) => ({ group, selected, applicants })))
    return { hidden: groups.length - shown.length, fairness: { grouping, strata: new Map<string, AdverseImpact.Table>(), together } }
  })
  return { fairness: groupings.map(({ fairness }) => fairness), hidden: groupings.reduce((sum, { hidden }) => sum + hidden, 0) }
}
