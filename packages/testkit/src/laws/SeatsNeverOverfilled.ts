/**
 * No cell seats more people than it has seats.
 *
 * @since 0.1.0
 */
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * In every cell, those seated are at most the seats, and exactly those selected have one.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.seatsNeverOverfilled.name // => "seats-never-overfilled"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const seatsNeverOverfilled: Law.Law = Law.make({
  name: "seats-never-overfilled",
  why: "A post more than the decree gives cannot be paid.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round) => {
    const selection = Round.runUnsafe(round)
    for (const [cell, { formation, seats }] of selection.formations.entries()) {
      const seated = selection.seat.filter((seat) => seat === cell).length
      if (seated > seats) return `${formation} has ${seats} seats and seats ${seated}`
    }
    for (const [row, participant] of selection.cohort.participant.entries()) {
      const outcome = outcomeOf(selection, row)
      const isSelected = outcome === "selected" || outcome === "selected-by-filling"
      if (isSelected !== selection.seat[row]! >= 0) {
        return `${participant} is ${outcome} with seat ${selection.seat[row]}`
      }
      if (outcome === "selected" && selection.seat[row] !== selection.cohort.formation[row]) {
        return `${participant} is selected in another cell`
      }
    }
    return undefined
  }
})
