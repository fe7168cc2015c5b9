/** What the laws share: picking by chance, and saying what was found. */
import { Outcome, type Selection } from "@timbang/core/selection"
import fc from "fast-check"
import * as Law from "../Law.ts"
import type { Round } from "../Round.ts"

/** A law whose property is a check of one round; `check` answers what is broken, or nothing. */
export const lawOf = (about: Omit<Law.Law, "holds"> & {
  readonly check: (round: Round, picks: Law.Picks) => string | undefined
}): Law.Law => {
  const { check, ...law } = about
  return {
    ...law,
    holds: (ruleSet, options) =>
      fc.property(Law.rounds(law, ruleSet, options), picks, (round, chosen) => {
        const broken = check(round, chosen)
        if (broken !== undefined) throw new Error(`${law.name}: ${broken}`)
      })
  }
}

const picks: fc.Arbitrary<Law.Picks> = fc.record({
  first: fc.nat(),
  second: fc.nat(),
  third: fc.nat(),
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
})

export const outcomeOf = (selection: Selection.Selection, row: number): Outcome.Outcome => Outcome.tags[selection.outcome[row]!]!

/** Items in an order that chance gives. */
export const shuffled = <A>(items: ReadonlyArray<A>, order: ReadonlyArray<number>): ReadonlyArray<A> =>
  items.map((item, at) => ({ item, by: order[at % order.length]! })).sort((a, b) => a.by - b.by).map(({ item }) => item)

export const seatOf = ({ formations, seat }: Selection.Selection, row: number): string | undefined => formations[seat[row]!]?.formation
