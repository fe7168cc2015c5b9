/**
 * Who never reached the shortlist has no bearing on anybody else.
 *
 * @since 0.1.0
 */
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf, seatOf } from "./outcomes.ts"

/**
 * Removing somebody who is not on the shortlist changes nobody else's outcome or seat.
 *
 * **Details**
 *
 * In a round without a shortlist it is about those below a minimum or absent. Filling and classes make no difference: a
 * seat is only ever filled by somebody who sat everything, and a class orders only those who did.
 *
 * **Example** (Its name)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.othersUntouched.name // => "removing-the-unlisted-changes-nobody"
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const othersUntouched: Law.Law = Law.make({
  name: "removing-the-unlisted-changes-nobody",
  why: "Straw applicants would otherwise move real ones.",
  underPolicies: Policies.any,
  appliesTo: () => true,
  check: (round, { first }) => {
    const before = Round.runUnsafe(round)
    const unlisted = round.people.map((_, row) => row).filter((row) => isUnlisted.has(outcomeOf(before, row)))
    if (unlisted.length === 0) return undefined
    const removed = unlisted[first % unlisted.length]!
    const after = Round.runUnsafe({ ...round, people: round.people.filter((_, row) => row !== removed) })
    for (const [row, participant] of after.cohort.participant.entries()) {
      const old = row < removed ? row : row + 1
      const [was, is] = [[outcomeOf(before, old), seatOf(before, old)], [outcomeOf(after, row), seatOf(after, row)]]
      if (was[0] !== is[0] || was[1] !== is[1]) {
        return `without ${before.cohort.participant[removed]}, ${participant} goes from ${was.join(" in ")} to ${
          is.join(" in ")
        }`
      }
    }
    return undefined
  }
})

const isUnlisted: ReadonlySet<string> = new Set(["below-threshold", "outside-shortlist", "absent"])
