/**
 * Makes the shortlist of every cell: who goes on to the second exam.
 *
 * @since 0.1.0
 */
import type { Values } from "./FinalScore.ts"
import type { Plan } from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import * as RankingKeys from "./RankingKeys.ts"
import { places, secondGroupPlaces } from "./Shortlist.ts"

// --- models ---

/**
 * A shortlist as it was made.
 *
 * @category models
 * @since 0.1.0
 */
export interface Listed {
  /** Everybody of the first group, in order. */
  readonly ranked: Ranking.Ranked
  /** Everybody of the second group, in order; absent where a round has one group. */
  readonly rankedSecond: Ranking.Ranked | undefined
  /** Rows of the first group that go on, cell after cell. */
  readonly goesOn: Int32Array
  /** Rows of the second group that go on. */
  readonly goesOnSecond: ReadonlyArray<number>
}

// --- operations ---

/**
 * Makes the shortlist of every cell.
 *
 * **Example** (One place, two equals: both go on)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Plan, Shortlisting, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile({ ...Specimen.ruleSet, shortlist: { ...Specimen.ruleSet.shortlist!, factor: { _tag: "Known", value: 1, source: Specimen.ruleSet.sources[0]! } } }, [Specimen.formation], "written"))
 * const values = { written: Int32Array.of(398, 398), attitude: Int32Array.of(200, 200) }
 * Shortlisting.make(plan, { values, cell: Int32Array.of(0, 0), first: Int32Array.of(0, 1), second: undefined }).goesOn // => Int32Array.of(0, 1)
 * ```
 *
 * @category making
 * @since 0.1.0
 */
export const make = (plan: Plan, { cell, first, labels, second, values }: {
  readonly values: Values
  readonly cell: Int32Array
  /** Rows of those who meet the minimums and take part. */
  readonly first: Int32Array
  /** Rows of those who miss them, meet the second group's and take part; absent where a round has one group. */
  readonly second: Int32Array | undefined
  /** What equals are listed by. */
  readonly labels?: ReadonlyArray<string>
}): Listed => {
  const { formations, shortlistFactor } = plan
  const keys = RankingKeys.ofShortlist(plan, values)
  const listing = { cell, cells: formations.length, keys, ...(labels === undefined ? {} : { labels }) }
  const ranked = Ranking.rank({ ...listing, rows: first })
  const { order, rank, starts } = ranked
  const within = new Int32Array(order.length)
  let count = 0
  for (let own = 0; own < formations.length; own++) {
    const most = places(shortlistFactor, formations[own]!.seats)
    const end = starts[own + 1]!
    for (let i = starts[own]!; i < end && rank[order[i]!]! <= most; i++) within[count++] = order[i]!
  }
  const goesOn = within.subarray(0, count)
  if (second === undefined) return { ranked, rankedSecond: undefined, goesOn, goesOnSecond: [] }
  const others = Ranking.rank({ ...listing, rows: second })
  const goesOnSecond = Array.from(others.order).filter((row) => {
    const own = cell[row]!
    return others.rank[row]! <= secondGroupPlaces(shortlistFactor, formations[own]!.seats, starts[own + 1]! - starts[own]!)
  })
  return { ranked, rankedSecond: others, goesOn, goesOnSecond }
}
