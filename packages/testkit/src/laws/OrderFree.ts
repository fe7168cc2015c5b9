/**
 * Input order decides nothing.
 *
 * @since 0.1.0
 */
import type { Selection } from "@timbang/core/selection"
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf, seatOf, shuffled } from "./outcomes.ts"

/**
 * Whatever the order of people, formations and events, everybody has the same outcome, rank, score, seat and reasons.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.orderFree.name // => "order-free"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const orderFree: Law.Law = Law.make({
  name: "order-free",
  why: "An order of rows would otherwise give posts to whoever was typed in first.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round, { order }) => {
    const before = Round.runUnsafe(round)
    const people = shuffled(round.people, order).map((person) => ({ ...person, events: person.events.toReversed() }))
    const after = Round.runUnsafe({ ...round, people, formations: shuffled(round.formations, order.toReversed()) })
    const rowAfter = new Map(after.cohort.participant.map((participant, row) => [participant, row]))
    for (const [row, participant] of before.cohort.participant.entries()) {
      const [one, other] = [positionOf(before, row), positionOf(after, rowAfter.get(participant)!)]
      if (one !== other) return `${participant} stands at ${one}, and at ${other} in another order`
    }
    return undefined
  }
})

/** The rung is left out for equals: which of them stands "below" the other means nothing. */
const positionOf = (selection: Selection.Selection, row: number): string => {
  const { failed, final, group, pass, shortlist, values, plan } = selection
  const placeIn = (ranked: typeof final) => {
    if (ranked === undefined || ranked.rank[row] === 0) return undefined
    const cell = selection.cohort.formation[row]!
    const own = ranked.order.subarray(ranked.starts[cell]!, ranked.starts[cell + 1]!)
    const isAlone = own.filter((other) => ranked.rank[other] === ranked.rank[row]).length === 1
    return [ranked.rank[row], isAlone ? ranked.keys[ranked.rung[row]! - 1]?.name : "equal"]
  }
  return JSON.stringify([
    outcomeOf(selection, row),
    seatOf(selection, row),
    placeIn(shortlist),
    placeIn(final),
    failed[row],
    group[row],
    pass[row],
    values[plan.ruleSet.ranking.final]?.[row]
  ])
}
