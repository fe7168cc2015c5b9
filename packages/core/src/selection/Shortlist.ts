/**
 * Who goes on to the second exam: those within a multiple of the seats.
 *
 * @since 0.1.0
 */
import type { Sourced } from "../law/Sourced.ts"
import type { Values } from "./FinalScore.ts"
import type { Plan } from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import * as RankingKeys from "./RankingKeys.ts"
import type { Decided } from "./RuleSet.ts"
import type { ThresholdGroup } from "./Threshold.ts"
import type { TieLadder } from "./TieLadder.ts"

// --- models ---

/**
 * The shortlist of a round.
 *
 * **Details**
 *
 * A participant goes on when every minimum is met and the rank, counted 1, 2, 2, 4, lies within `factor x seats`. All who
 * stay equal at the boundary therefore go on together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shortlist extends Decided {
  /** Exam that the shortlist closes. */
  readonly exam: string
  /** How many people a seat sends on. */
  readonly factor: Sourced<number>
  /** Order of the shortlist, first rung first. */
  readonly ladder: TieLadder
  /** What becomes of a place that falls free after the list was made. */
  readonly freedPlaces: Sourced<FreedPlaces>
  /** Where people under the minimums may take places that the others leave (2018). */
  readonly secondGroup?: SecondGroup
}

/**
 * `stay-empty`: nobody moves up. `refilled`: the list is made as if the person had never been on it, when the person
 * leaves on or before the day the host names.
 *
 * @category models
 * @since 0.1.0
 */
export type FreedPlaces = "stay-empty" | "refilled"

/**
 * People who miss a minimum of the first group and meet one of the second, ranked for `factor x (seats - first group)`.
 *
 * @category models
 * @since 0.1.0
 */
export interface SecondGroup extends Decided {
  readonly groups: ReadonlyArray<ThresholdGroup>
  /** Whether the two groups compete in one final ranking or the second only for seats the first leaves. */
  readonly finalRanking: Sourced<"together" | "first-group-first">
}

/**
 * A shortlist as it was made.
 *
 * @category models
 * @since 0.1.0
 */
export interface Listed {
  /** Everybody of the first group, in order. */
  readonly ranked: Ranking.Ranked
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
 * import { Plan, Shortlist, Specimen } from "@timbang/core/selection"
 * const plan = Result.getOrThrow(Plan.compile({ ...Specimen.ruleSet, shortlist: { ...Specimen.ruleSet.shortlist!, factor: { _tag: "Known", value: 1, source: Specimen.ruleSet.sources[0]! } } }, [Specimen.formation], "written"))
 * const values = { written: Int32Array.of(398, 398), attitude: Int32Array.of(200, 200) }
 * Shortlist.make(plan, { values, cell: Int32Array.of(0, 0), first: Int32Array.of(0, 1), second: undefined }).goesOn // => Int32Array.of(0, 1)
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
  if (second === undefined) return { ranked, goesOn, goesOnSecond: [] }
  const others = Ranking.rank({ ...listing, rows: second })
  const goesOnSecond = Array.from(others.order).filter((row) => {
    const own = cell[row]!
    return others.rank[row]! <= secondGroupPlaces(shortlistFactor, formations[own]!.seats, starts[own + 1]! - starts[own]!)
  })
  return { ranked, goesOn, goesOnSecond }
}

/**
 * How many places of the shortlist a cell has.
 *
 * **Example** (BKN's own arithmetic)
 *
 * ```ts
 * import { Shortlist } from "@timbang/core/selection"
 * Shortlist.places(3, 10) // => 30
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const places = (factor: number, seats: number): number => factor * seats

/**
 * How many places the second group of a cell has: none once the first group covers the seats.
 *
 * **Example** (Two seats, one person in the first group)
 *
 * ```ts
 * import { Shortlist } from "@timbang/core/selection"
 * Shortlist.secondGroupPlaces(3, 2, 1) // => 3
 * Shortlist.secondGroupPlaces(3, 2, 5) // => 0
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const secondGroupPlaces = (factor: number, seats: number, firstGroup: number): number =>
  places(factor, Math.max(0, seats - firstGroup))
