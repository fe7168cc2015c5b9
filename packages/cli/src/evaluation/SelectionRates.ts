/**
 * Selection rates by group, from a selection: by unit and by kind of need, within each position; and counts of protected
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

/**
 * Rates by unit and by kind of need within each position that has at least two of them; `units` names the unit of each
 * formation.
 */
export const ofSelection = (selection: Selection.Selection, units: ReadonlyArray<string>, words: Outputs.Phrases): ReadonlyArray<Evaluation.Fairness> => {
  const { cohort, formations, outcome } = selection
  const chosen = new Set([Outcome.indexOf("selected"), Outcome.indexOf("selected-by-filling")])
  const groupings = [[words.region, units], [words.kindOfNeed, formations.map(({ category }) => category)]] as const
  return groupings.flatMap(([grouping, groups]) => {
    const counted = new Map<string, { readonly stratum: string; readonly group: string; selected: number; applicants: number }>()
    for (let i = 0; i < cohort.size; i++) {
      const formation = cohort.formation[i]!
      const [position, group] = [formations[formation]!.position, groups[formation]!]
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
