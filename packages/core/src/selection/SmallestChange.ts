/**
 * The smallest change of one own score that would have reached the next stage.
 *
 * @since 0.1.0
 */
import * as FinalScore from "./FinalScore.ts"
import { tags } from "./Outcome.ts"
import type { Outcome } from "./Outcome.ts"
import * as Ranking from "./Ranking.ts"
import type { Selection } from "./Selection.ts"

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
 * The stage that would have been reached.
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
  const goal = goals[tags[selection.outcome[row]!]!]
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

const goals: Partial<Record<Outcome, Goal>> = {
  "below-threshold": "shortlist",
  "outside-shortlist": "shortlist",
  "not-selected": "seat",
  undecided: "seat"
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
  const isOneExam = goal === "shortlist" && selection.shortlist === undefined
  const ranked = goal === "shortlist" && !isOneExam ? selection.shortlist : selection.final
  if (ranked === undefined) return { keys: [], others: [], places: seats }
  const own = ranked.order.subarray(ranked.starts[cell]!, ranked.starts[cell + 1]!)
  return {
    keys: ranked.keys,
    others: Array.from(own).filter((other) => other !== row),
    places: goal === "shortlist" && !isOneExam ? selection.plan.shortlistFactor * seats : seats
  }
}

const isReached = (
  selection: Selection,
  row: number,
  goal: Goal,
  { keys, others: all, places }: Boundary,
  scores: Readonly<Record<string, number>>
): boolean => {
  const values = FinalScore.evaluateOne(selection.plan, scores, selection.cohort.entitlements?.[row] ?? 0)
  const cell = selection.cohort.formation[row]!
  const { checks, groupOf } = selection.plan.thresholds
  for (const { minimums, of } of checks) if (values[of]! < minimums[groupOf[cell]!]!) return false
  const others = goal === "seat" ? stillListed(selection, row, all, values) : all
  if (others.length < places) return true
  const last = others[places - 1]
  if (last === undefined) return false
  // Against the person on the last place: better by a score is enough, worse by a score is not. What only a grade average,
  // an age or a letter could part is ranked with its cell, since a value missing for a third person stops all of the tie.
  const compared = compare(keys, values, row, last)
  if (compared !== 0) return compared > 0
  return isWithin(keys, values, row, others, places, goal === "shortlist")
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
  const places = plan.shortlistFactor * formations[cohort.formation[row]!]!.seats
  return others.filter((other) =>
    rank[other]! < places || rank[row]! < rank[other]! || compare(keys, values, row, other) <= 0
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
  places: number,
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
  if (isShortlist) return rank <= places
  const equals = ranked.rank.filter((each) => each === rank).length
  return rank + equals - 1 <= places
}
