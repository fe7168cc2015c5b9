/**
 * No seat stays empty past somebody of the own cell.
 *
 * @since 0.1.0
 */
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * A cell with an empty seat has nobody of its own who sat everything and is left out, and people are left undecided
 * only where more of them are equal than seats are left.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.seatsNeverWasted.name // => "seats-never-wasted"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const seatsNeverWasted: Law.Law = Law.make({
  name: "seats-never-wasted",
  why: "A post would otherwise stay empty although somebody earned it.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round) => {
    const selection = Round.runUnsafe(round)
    for (const [cell, { formation, seats }] of selection.formations.entries()) {
      const own = selection.cohort.participant.map((_, row) => row).filter((row) =>
        selection.cohort.formation[row] === cell
      )
      const counted = (outcome: string, isOwn = true) =>
        own.filter((row) => outcomeOf(selection, row) === outcome && (selection.pass[row] === 0) === isOwn).length
      const left = seats - counted("selected")
      const waiting = counted("undecided")
      const others = counted("not-selected") + counted("selected-by-filling", false) + counted("undecided", false)
      if (waiting > 0 && (left < 1 || waiting <= left)) {
        return `${formation} leaves ${waiting} undecided before ${left} seats`
      }
      if (waiting === 0 && left > 0 && others > 0) {
        return `${formation} has ${left} empty seats and leaves out ${others} of its own`
      }
    }
    return undefined
  }
})
