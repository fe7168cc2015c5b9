/**
 * The smallest change of one own score that would have reached the next stage.
 *
 * @since 0.1.0
 */
import { absentClass } from "./Cohort.ts"
import * as FinalScore from "./FinalScore.ts"
import { tags } from "./Outcome.ts"
import type { ThresholdPlan } from "./Plan.ts"
import * as Ranking from "./Ranking.ts"
import type { Selection } from "./Selection.ts"
import { places } from "./Shortlist.ts"
import * as Shortlisting from "./Shortlisting.ts"

// --- models ---

/**
 * What would have been enough.
 *
 * - `Found`: for each own component that alone suffices, the least score that does. Others unchanged, same cell, filling
 *   not rerun.
 * - `NoneSuffices`: no single score, up to its maximum, would have been enough.
 * - `NotAsked`: the person has reached the last stage, or was excluded for a reason that no score changes.
 *
 * @category models
 * @since 0.1.0
 */
export type SmallestChange =
  | { readonly _tag: "Found"; readonly goal: Goal; readonly changes: ReadonlyArray<Change> }
  | { readonly _tag: "NoneSuffices"; readonly goal: Goal }
  | { readonly _tag: "NotAsked" }

/**
 * The stage that would have been reached; a round of one exam has no shortlist before its seats.
 *
 * @category models
 * @since 0.1.0
 */
export type Goal = "shortlist" | "seat"

/**
 * One component and the least score that would have been enough. Unit: units of the component's last decimal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Change {
  readonly component: string
  readonly from: number
  readonly to: number
}

// --- operations ---

/**
 * Finds the smallest sufficient change of each own component.
 *
 * **Details**
 *
 * Only scores are varied: never age, disability, place or anything else a person cannot earn in an exam. Raising a score
 * never makes a person's place worse, so the least sufficient score is found by halving. Cost: O(log steps) comparisons
 * with the person at the boundary, and one ranking of the cell to confirm each answer.
 *
 * **Example** (A little more practice would have been enough)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Selection, SmallestChange, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "51.5")]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * const change = SmallestChange.find(made, 0)
 * change._tag === "Found" ? change.changes.at(-1) : undefined // => { component: "practice", from: 51000, to: 51501 }
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const find = (selection: Selection, row: number): SmallestChange => {
  const goal = goalOf(selection, row)
  if (goal === undefined) return { _tag: "NotAsked" }
  const { cohort, plan } = selection
  const scores = Object.fromEntries(
    Object.keys(plan.scales).flatMap((id) => cohort.scores[id] === undefined ? [] : [[id, cohort.scores[id][row]!]])
  )
  const boundary = boundaryOf(selection, row, goal)
  const changes: Array<Change> = []
  for (const { id, step } of selection.ruleSet.components) {
    const from = scores[id]
    if (from === undefined || from < 0) continue
    const reaches = (to: number): boolean => isReached(selection, row, goal, boundary, { ...scores, [id]: to })
    let most = Math.floor((plan.scales[id]!.maximum - from) / step)
    let least = 1
    if (most < 1 || !reaches(from + most * step)) continue
    while (least < most) {
      const middle = (least + most) >> 1
      if (reaches(from + middle * step)) most = middle
      else least = middle + 1
    }
    changes.push({ component: id, from, to: from + least * step })
  }
  return changes.length === 0 ? { _tag: "NoneSuffices", goal } : { _tag: "Found", goal, changes }
}

const goalOf = ({ cohort, outcome, ruleSet }: Selection, row: number): Goal | undefined => {
  switch (tags[outcome[row]!]) {
    case "below-threshold":
    case "outside-shortlist":
      if (ruleSet.shortlist !== undefined) return "shortlist"
      return ruleSet.ranking.classes !== undefined && (cohort.priorityClass?.[row] ?? absentClass) === absentClass ? undefined : "seat"
    case "not-selected":
    case "undecided":
      return "seat"
    default:
      return undefined
  }
}

interface Boundary {
  readonly keys: ReadonlyArray<Ranking.Key>
  /** The other rows of the cell, best first. */
  readonly others: ReadonlyArray<number>
  /** How many places there are. */
  readonly places: number
}

const boundaryOf = (selection: Selection, row: number, goal: Goal): Boundary => {
  const cell = selection.cohort.formation[row]!
  const { seats } = selection.formations[cell]!
  const ranked = goal === "shortlist" ? selection.shortlist : selection.final
  if (ranked === undefined) return { keys: [], others: [], places: seats }
  return {
    keys: ranked.keys,
    others: othersIn(selection, ranked, row),
    places: goal === "shortlist" ? places(selection.plan.shortlistFactor, seats) : seats
  }
}

const othersIn = ({ cohort }: Selection, { order, starts }: Ranking.Ranked, row: number): ReadonlyArray<number> => {
  const cell = cohort.formation[row]!
  return Array.from(order.subarray(starts[cell]!, starts[cell + 1]!)).filter((other) => other !== row)
}

const isReached = (
  selection: Selection,
  row: number,
  goal: Goal,
  { keys, others: all, places: most }: Boundary,
  scores: Readonly<Record<string, number>>
): boolean => {
  const computed = FinalScore.evaluateOne(selection.plan, scores, selection.cohort.entitlements?.[row] ?? 0)
  const cell = selection.cohort.formation[row]!
  const { secondThresholds, thresholds } = selection.plan
  const isFirst = meets(thresholds, computed, cell)
  if (!isFirst && (secondThresholds === undefined || !meets(secondThresholds, computed, cell))) return false
  const listed = secondThresholds === undefined ? undefined : relist(selection, row, computed, isFirst)
  if (listed !== undefined && goal === "shortlist") return listed.has(row)
  if (listed !== undefined && !listed.has(row)) return false
  const values: Readonly<Record<string, number>> = listed === undefined ? computed : { ...computed, group: isFirst ? 1 : 2 }
  const others = goal === "shortlist" ? all
    : listed === undefined ? stillListed(selection, row, all, values) : all.filter((other) => listed.has(other))
  if (others.length < most) return true
  const last = others[most - 1]
  if (last === undefined) return false
  // Against the person on the last place: better by a score is enough, worse by a score is not. What only a grade average,
  // an age or a letter could part is ranked with its cell, since a value missing for a third person stops all of the tie.
  const compared = compare(keys, values, row, last)
  if (compared !== 0) return compared > 0
  return isWithin(keys, values, row, others, most, goal === "shortlist")
}

const meets = ({ checks, groupOf }: ThresholdPlan, values: Readonly<Record<string, number>>, cell: number): boolean =>
  checks.every(({ minimums, of }) => values[of]! >= minimums[groupOf[cell]!]!)

/** Who of the cell goes on in a round with a second group, the changed person among the first or the second. */
const relist = (
  selection: Selection,
  row: number,
  values: Readonly<Record<string, number>>,
  isFirst: boolean
): ReadonlySet<number> => {
  const { formations, plan, secondShortlist } = selection
  const shortlist = selection.shortlist!
  const firstOthers = othersIn(selection, shortlist, row)
  const rows = [row, ...firstOthers, ...secondShortlist === undefined ? [] : othersIn(selection, secondShortlist, row)]
  const column = ({ column: known, name }: Ranking.Key) =>
    Int32Array.from(rows, (each, at) => at === 0 ? values[name]! : known[each]!)
  const positions = rows.map((_, at) => at).slice(1)
  const first = positions.slice(0, firstOthers.length)
  const second = positions.slice(firstOthers.length)
  const { goesOn, goesOnSecond } = Shortlisting.make(
    { ...plan, formations: [formations[selection.cohort.formation[row]!]!] },
    {
      values: Object.fromEntries(shortlist.keys.map((key) => [key.name, column(key)])),
      cell: new Int32Array(rows.length),
      first: Int32Array.from(isFirst ? [0, ...first] : first),
      second: Int32Array.from(isFirst ? second : [0, ...second])
    }
  )
  return new Set([...goesOn, ...goesOnSecond].map((at) => rows[at]!))
}

/**
 * The others who would still sit the second exam. Somebody equal at the boundary of the shortlist leaves it when the changed
 * person moves up past them.
 */
const stillListed = (
  { cohort, formations, plan, shortlist }: Selection,
  row: number,
  others: ReadonlyArray<number>,
  values: Readonly<Record<string, number>>
): ReadonlyArray<number> => {
  if (shortlist === undefined) return others
  const { keys, rank } = shortlist
  const most = places(plan.shortlistFactor, formations[cohort.formation[row]!]!.seats)
  return others.filter((other) =>
    rank[other]! < most || rank[row]! < rank[other]! || compare(keys, values, row, other) <= 0
  )
}

const compare = (keys: ReadonlyArray<Ranking.Key>, values: Readonly<Record<string, number>>, row: number, other: number): number => {
  for (const { column, first, missing, name } of keys) {
    if (missing !== undefined) return 0
    const own = values[name] ?? column[row]!
    const theirs = column[other]!
    if (own !== theirs) return (own > theirs) === (first === "higher") ? 1 : -1
  }
  return 0
}

/** Ranks the cell anew with the changed person in it. On a shortlist all equals at the boundary go on; a seat is for one. */
const isWithin = (
  keys: ReadonlyArray<Ranking.Key>,
  values: Readonly<Record<string, number>>,
  row: number,
  others: ReadonlyArray<number>,
  most: number,
  isShortlist: boolean
): boolean => {
  const rows = [row, ...others]
  const ranked = Ranking.rank({
    cell: new Int32Array(rows.length),
    cells: 1,
    rows: Int32Array.from(rows, (_, at) => at),
    keys: keys.map((key) => ({
      ...key,
      column: Int32Array.from(rows, (each, at) => at === 0 ? values[key.name] ?? key.column[each]! : key.column[each]!)
    }))
  })
  const rank = ranked.rank[0]!
  if (isShortlist) return rank <= most
  const equals = ranked.rank.filter((each) => each === rank).length
  return rank + equals - 1 <= most
}
