/**
 * What an explanation calls the smallest sufficient change is sufficient, and the smallest.
 *
 * @since 0.1.0
 */
import { Scaled } from "@timbang/core/number"
import { type ExamComponent, type Selection, SmallestChange } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * A score that an explanation calls enough is enough when the round is run again with it; one step less, and any other
 * score below it, is not. A component it leaves out is not enough at its maximum.
 *
 * **Details**
 *
 * Every component of one person is tried. Filling is left out of the runs, as the explanation says of itself.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.smallestChangeSuffices.name // => "smallest-change-suffices"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const smallestChangeSuffices: Law.Law = Law.make({
  name: "smallest-change-suffices",
  why: "Somebody would otherwise be told to try again for a score that is not enough, or that is more than enough.",
  underPolicies: { ...Policies.any, filling: ["left-out"] },
  appliesTo: () => true,
  check: (round, { first, second }) => {
    const before = Round.runUnsafe(round)
    const asked = round.people.flatMap((_, row) => {
      const found = SmallestChange.find(before, row)
      return found._tag === "NotAsked" ? [] : [{ row, found }]
    })
    if (asked.length === 0) return undefined
    const { found, row } = asked[first % asked.length]!
    for (const component of round.ruleSet.components) {
      const own = before.cohort.scores[component.id]?.[row]
      const scale = before.plan.scales[component.id]
      if (own === undefined || own < 0 || scale === undefined) continue
      const { step } = component
      const most = Math.floor((scale.maximum - own) / step)
      const enough = found._tag === "Found" ? found.changes.find((change) => change.component === component.id)?.to : undefined
      const steps = enough === undefined ? most + 1 : (enough - own) / step
      for (const tried of new Set([1 + second % Math.max(1, most), steps - 1, steps, most])) {
        if (tried < 1 || tried > most) continue
        const to = Scaled.format(own + tried * step, component.decimals)
        const after = outcomeOf(runWith(round, row, component, to), row)
        if (isReached(after, found.goal) === (tried >= steps)) continue
        const said = enough === undefined ? "no score" : Scaled.format(enough, component.decimals)
        return `${said} of ${component.id} is said to be enough for ${before.cohort.participant[row]} to reach the ${found.goal}; ${to} gives ${after}`
      }
    }
    return undefined
  }
})

const runWith = (round: Round.Round, row: number, { id }: ExamComponent.ExamComponent, to: string): Selection.Selection => {
  const person = round.people[row]!
  const scores = { ...person.row.scores, [id]: to }
  return Round.runUnsafe({ ...round, people: round.people.with(row, { ...person, row: { ...person.row, scores } }) })
}

const isReached = (outcome: string, goal: SmallestChange.Goal): boolean =>
  goal === "seat" ? outcome === "selected" : outcome !== "below-threshold" && outcome !== "outside-shortlist"
