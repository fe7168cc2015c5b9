/** What the laws read of a selection, and how they shuffle. */
import { Outcome, type Selection } from "@timbang/core/selection"

export const outcomeOf = (selection: Selection.Selection, row: number): Outcome.Outcome =>
  Outcome.tags[selection.outcome[row]!]!

/** Items in an order that chance gives. */
export const shuffled = <A>(items: ReadonlyArray<A>, order: ReadonlyArray<number>): ReadonlyArray<A> =>
  items.map((item, at) => ({ item, by: order[at % order.length]! })).sort((a, b) => a.by - b.by).map(({ item }) => item)

export const seatOf = ({ formations, seat }: Selection.Selection, row: number): string | undefined =>
  formations[seat[row]!]?.formation
