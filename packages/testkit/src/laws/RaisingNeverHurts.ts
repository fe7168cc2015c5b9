/**
 * A higher score never makes its holder worse off.
 *
 * @since 0.1.0
 */
import { Scaled } from "@timbang/core/number"
import type { Outcome } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * Raising one score of one person never loses that person a stage that was reached.
 *
 * **Details**
 *
 * Stages, lowest first: below a minimum, outside the shortlist, on the shortlist, equal before the last seat, selected.
 *
 * **Example** (It is about rounds without filling)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.raisingKeepsStage.underPolicies.filling // => ["left-out"]
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const raisingKeepsStage: Law.Law = Law.make({
  name: "raising-a-score-keeps-the-stage",
  why: "Somebody would otherwise do better by answering worse.",
  underPolicies: { ...Policies.any, filling: ["left-out"] },
  appliesTo: () => true,
  check: (round, picks) => {
    const raised = raise(round, picks)
    if (raised === undefined) return undefined
    const { row, text } = raised
    const before = outcomeOf(Round.runUnsafe(round), row)
    const after = outcomeOf(Round.runUnsafe(raised.round), row)
    return stage(after) < stage(before) ? `${text} turns ${before} into ${after}` : undefined
  }
})

/**
 * Raising one score of one person who has a seat, in the own cell or by filling, never loses that person a seat.
 *
 * **Details**
 *
 * Ties are settled by a letter here: whoever is raised into a tie before the last seat waits, with the others, for
 * people to settle it.
 *
 * **Example** (It is about rounds with filling)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.raisingKeepsSeat.underPolicies.filling // => ["run"]
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const raisingKeepsSeat: Law.Law = Law.make({
  name: "raising-a-score-keeps-the-seat",
  why: "Somebody would otherwise do better by answering worse, because a move to another cell comes first.",
  underPolicies: { ...Policies.any, filling: ["run"], ties: ["settled-by-letter"] },
  appliesTo: ({ filling }) => filling !== undefined,
  check: (round, picks) => {
    const raised = raise(round, picks)
    if (raised === undefined) return undefined
    const { row, text } = raised
    const before = Round.runUnsafe(round)
    const after = Round.runUnsafe(raised.round)
    return before.seat[row]! >= 0 && after.seat[row]! < 0
      ? `${text} turns ${outcomeOf(before, row)} into ${outcomeOf(after, row)}`
      : undefined
  }
})

const stages: Partial<Record<Outcome.Outcome, number>> = {
  "below-threshold": 0,
  "outside-shortlist": 1,
  advanced: 2,
  "advanced-second-group": 2,
  "not-selected": 2,
  undecided: 3,
  selected: 4,
  "selected-by-filling": 4
}

const stage = (outcome: Outcome.Outcome): number => stages[outcome] ?? -1

/**
 * One person's score of one component raised to a higher level, or nothing where it is at its highest. Whoever a
 * recorded fact excludes is left out: no score outweighs it.
 */
const raise = (round: Round.Round, { first, second, third }: Law.Picks) => {
  const row = first % Math.max(1, round.people.length)
  const person = round.people[row]
  const component = round.ruleSet.components[second % round.ruleSet.components.length]!
  const found = person?.row.scores[component.id]
  if (person === undefined || found === undefined || person.events.some(({ _tag }) => _tag !== "PlacementAnswered")) {
    return undefined
  }
  const format = (units: number) => Scaled.format(units, component.decimals)
  const higher = Round.levels(round.ruleSet, component)
  const above = higher.slice(higher.findIndex((units) => format(units) === found) + 1)
  if (above.length === 0) return undefined
  const to = format(above[third % above.length]!)
  const scores = { ...person.row.scores, [component.id]: to }
  const people = round.people.with(row, { ...person, row: { ...person.row, scores } })
  return {
    round: { ...round, people },
    row,
    text: `${component.id} of ${person.row.participant} raised from ${found} to ${to}`
  }
}
