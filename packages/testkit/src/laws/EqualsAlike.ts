/**
 * Equals are treated alike.
 *
 * @since 0.1.0
 */
import * as Law from "../Law.ts"
import * as Policies from "../Policies.ts"
import * as Round from "../Round.ts"
import { outcomeOf } from "./outcomes.ts"

/**
 * Two people of one cell who are equal in everything on record have the same outcome, rank and pass.
 *
 * **Details**
 *
 * It is about ties as they fall: a letter parts equals, which is what it is for.
 *
 * **Example** (Without a letter)
 *
 * ```ts
 * import { Laws } from "@timbang/testkit"
 * Laws.equalsAlike.underPolicies.ties // => ["as-they-fall"]
 * ```
 *
 * @category laws
 * @since 0.1.0
 */
export const equalsAlike: Law.Law = Law.make({
  name: "equals-alike",
  why: "Between equals only people may decide, openly and by letter.",
  underPolicies: { ...Policies.any, ties: ["as-they-fall"] },
  appliesTo: () => true,
  check: (round, { first }) => {
    const person = round.people[first % Math.max(1, round.people.length)]
    if (person === undefined) return undefined
    const participant = `${person.row.participant}-double`
    const double: Round.Person = {
      ...person,
      row: { ...person.row, participant },
      events: person.events.map((event) => ({ ...event, participant }))
    }
    const selection = Round.runUnsafe({ ...round, people: [...round.people, double] })
    const placeOf = (row: number) =>
      [outcomeOf(selection, row), selection.final?.rank[row], selection.shortlist?.rank[row], selection.pass[row]].join(
        ", "
      )
    const [one, other] = [placeOf(round.people.indexOf(person)), placeOf(round.people.length)]
    return one === other ? undefined : `${person.row.participant} and an equal stand at ${one} and ${other}`
  }
})
