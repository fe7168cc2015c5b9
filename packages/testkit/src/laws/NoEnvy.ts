/**
 * Inside a cell, nobody with lower scores has a seat that somebody with higher scores lacks.
 *
 * @since 0.1.0
 */
import type { Selection } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * No justified envy among a cell's own applicants: of two people of one cell and class who sat everything, the one with
 * the higher final score, or with equal final scores the one ahead on the scores of the ladder, is not left out for the
 * other. A better class comes before any score.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.noEnvy.name // => "no-justified-envy"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const noEnvy: Law.Law = Law.make({
  name: "no-justified-envy",
  why: "A seat would otherwise go past somebody who did better, in the same cell, under the same rules.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round) => {
    const selection = Round.runUnsafe(round)
    const rows = selection.cohort.participant.map((_, row) => row).filter((row) => sat.has(outcomeOf(selection, row)))
    for (const seated of rows.filter((row) => outcomeOf(selection, row) === "selected")) {
      for (const other of rows) {
        if (selection.cohort.formation[other] !== selection.cohort.formation[seated]) continue
        if (outcomeOf(selection, other) === "selected" || !isAhead(selection, other, seated)) continue
        return `${nameOf(selection, seated)} has a seat and ${nameOf(selection, other)}, who is ahead, is ${
          outcomeOf(selection, other)
        }`
      }
    }
    return undefined
  }
})

const sat: ReadonlySet<string> = new Set(["selected", "selected-by-filling", "not-selected", "undecided"])

const nameOf = ({ cohort }: Selection.Selection, row: number): string => cohort.participant[row]!

/** Computed from the scores themselves, apart from the engine's own ranking. */
const isAhead = ({ cohort, group, ruleSet, values }: Selection.Selection, one: number, other: number): boolean => {
  const { classes, final, ladder } = ruleSet.ranking
  if (classes !== undefined && cohort.priorityClass![one] !== cohort.priorityClass![other]) {
    return cohort.priorityClass![one]! < cohort.priorityClass![other]!
  }
  const groups = ruleSet.shortlist?.secondGroup?.finalRanking
  if (groups?._tag === "Known" && groups.value === "first-group-first" && group[one] !== group[other]) {
    return group[one]! < group[other]!
  }
  for (const of of [final, ...ladder.flatMap((rung) => rung._tag === "Score" ? [rung.of] : [])]) {
    const difference = values[of]![one]! - values[of]![other]!
    if (difference !== 0) return difference > 0
  }
  return false
}
