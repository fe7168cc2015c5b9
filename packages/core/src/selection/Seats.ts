/**
 * Gives out the seats of every cell to its own participants.
 *
 * @since 0.1.0
 */
import type { Formation } from "../formation/Formation.ts"
import { indexOf } from "./Outcome.ts"
import type { Ranked } from "./Ranking.ts"

// --- models ---

/**
 * Seats as columns: by participant, and by cell what stays empty.
 *
 * @category models
 * @since 0.1.0
 */
export interface Seating {
  /** Formation of the seat a participant has, or -1. */
  readonly seat: Int32Array
  /** Unit: posts that nobody of the cell takes or stands equal for. By formation. */
  readonly empty: Int32Array
}

// --- operations ---

/**
 * Seats the best of every cell and writes what became of each ranked row into `outcome`.
 *
 * **Details**
 *
 * A group of equals is seated together or not at all. Where it stands across the last seat its members are `undecided`
 * and the seats they stand for wait for people to settle the tie.
 *
 * **Example** (Two equals for one seat)
 *
 * ```ts
 * import { Outcome, Ranking, Seats, Specimen } from "@timbang/core/selection"
 * const final = { name: "final", column: Int32Array.of(70000, 70000), first: "higher", span: 100001 } as const
 * const ranked = Ranking.rank({ cell: Int32Array.of(0, 0), cells: 1, rows: Int32Array.of(0, 1), keys: [final] })
 * const outcome = new Uint8Array(2)
 * Seats.give([Specimen.formation], ranked, outcome).empty // => Int32Array.of(0)
 * Array.from(outcome, (tag) => Outcome.tags[tag]) // => ["undecided", "undecided"]
 * ```
 *
 * @category seating
 * @since 0.1.0
 */
export const give = (formations: ReadonlyArray<Formation>, { order, rank, starts }: Ranked, outcome: Uint8Array): Seating => {
  const seat = new Int32Array(outcome.length).fill(-1)
  const empty = new Int32Array(formations.length)
  formations.forEach(({ seats }, cell) => {
    const end = starts[cell + 1]!
    let i = starts[cell]!
    empty[cell] = Math.max(0, seats - (end - i))
    while (i < end) {
      const place = rank[order[i]!]!
      let next = i + 1
      while (next < end && rank[order[next]!] === place) next++
      const isSeated = place + (next - i) - 1 <= seats
      const tag = isSeated ? selected : place > seats ? notSelected : undecided
      for (; i < next; i++) {
        const row = order[i]!
        outcome[row] = tag
        if (isSeated) seat[row] = cell
      }
    }
  })
  return { seat, empty }
}

const selected = indexOf("selected")
const notSelected = indexOf("not-selected")
const undecided = indexOf("undecided")
