/**
 * Ratings of one person by several groups of raters, shown only for groups large enough; otherwise pending, and why.
 *
 * @since 0.1.0
 */
import * as Interval from "../number/Interval.ts"
import * as Undefined from "../number/Undefined.ts"

// --- models ---

/**
 * A group of raters and the fewest answers with which it is shown.
 *
 * @category models
 * @since 0.1.0
 */
export interface Group {
  readonly id: string
  readonly minimum: number
  /** Weight in the combined value. Unit: hundredths. Absent in a policy that combines nothing. */
  readonly weightPercent?: number
}

/**
 * The groups of a policy. Weights are always local; there is no default.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  readonly groups: ReadonlyArray<Group>
}

/**
 * One rating by one rater of a group.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rating {
  readonly group: string
  /** Pseudonym of the rater; a second rating by the same rater is refused. */
  readonly rater: string
  readonly score: number
}

/**
 * What is shown for a group.
 *
 * @category models
 * @since 0.1.0
 */
export type GroupOutcome =
  | {
    readonly _tag: "Shown"
    readonly group: string
    readonly answers: number
    readonly mean: number
    /** Interval of the mean by Student's t; undefined for one answer. */
    readonly interval: Interval.Interval | Undefined.Undefined
  }
  | { readonly _tag: "Pending"; readonly group: string; readonly answers: number; readonly missing: number }

/**
 * All groups, and the combined value once nothing is pending.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly groups: ReadonlyArray<GroupOutcome>
  readonly combined:
    | { readonly _tag: "Combined"; readonly mean: number; readonly weights: Readonly<Record<string, number>> }
    | { readonly _tag: "Pending"; readonly because: ReadonlyArray<{ readonly group: string; readonly missing: number }> }
    | { readonly _tag: "NotCombined"; readonly because: "no-weights" | "weights-do-not-sum-to-100" }
  /** Ratings that were left out, and why. */
  readonly leftOut: ReadonlyArray<{ readonly rating: Rating; readonly because: "unknown-group" | "second-rating" }>
}

// --- operations ---

/**
 * Gathers ratings under a policy.
 *
 * **Gotchas**
 *
 * A group below its minimum shows no mean, so that no single rater can be recognised. When one rater gives several ratings
 * none of them counts: which one holds is for people to settle.
 *
 * **Example** (One peer is missing)
 *
 * ```ts
 * import { MultiRater } from "@timbang/core/performance"
 * const policy = { groups: [{ id: "superior", minimum: 1, weightPercent: 60 }, { id: "peers", minimum: 3, weightPercent: 40 }] }
 * const ratings = [{ group: "superior", rater: "a", score: 80 }, { group: "peers", rater: "b", score: 90 }, { group: "peers", rater: "c", score: 70 }]
 * const outcome = MultiRater.gather(policy, ratings)
 * outcome.combined // => { _tag: "Pending", because: [{ group: "peers", missing: 1 }] }
 * ```
 *
 * @category gathering
 * @since 0.1.0
 */
export const gather = (policy: Policy, ratings: ReadonlyArray<Rating>, level = 0.95): Outcome => {
  const known = new Set(policy.groups.map(({ id }) => id))
  const key = ({ group, rater }: Rating) => JSON.stringify([group, rater])
  const times = new Map<string, number>()
  for (const rating of ratings) times.set(key(rating), (times.get(key(rating)) ?? 0) + 1)
  const leftOut = ratings.flatMap((rating): Outcome["leftOut"] =>
    !known.has(rating.group)
      ? [{ rating, because: "unknown-group" }]
      : times.get(key(rating))! > 1
      ? [{ rating, because: "second-rating" }]
      : []
  )
  const counted = ratings.filter((rating) => known.has(rating.group) && times.get(key(rating)) === 1)
  const groups = policy.groups.map(({ id, minimum }): GroupOutcome => {
    // Sorted, so that the order of input does not show in the last digit of a sum.
    const scores = counted.filter(({ group }) => group === id).map(({ score }) => score).sort((a, b) => a - b)
    const answers = scores.length
    const needed = Math.max(1, minimum)
    if (answers < needed) return { _tag: "Pending", group: id, answers, missing: needed - answers }
    const mean = scores.reduce((sum, score) => sum + score, 0) / answers
    return { _tag: "Shown", group: id, answers, mean, interval: Interval.mean(scores, level) }
  })
  return { groups, combined: combine(policy, groups), leftOut }
}

const combine = (policy: Policy, groups: ReadonlyArray<GroupOutcome>): Outcome["combined"] => {
  const because = groups.flatMap((each) => each._tag === "Pending" ? [{ group: each.group, missing: each.missing }] : [])
  if (policy.groups.some(({ weightPercent }) => weightPercent === undefined)) {
    return { _tag: "NotCombined", because: "no-weights" }
  }
  const weights = Object.fromEntries(policy.groups.map(({ id, weightPercent }) => [id, weightPercent!]))
  if (Object.values(weights).reduce((sum, weight) => sum + weight, 0) !== 100) {
    return { _tag: "NotCombined", because: "weights-do-not-sum-to-100" }
  }
  if (because.length > 0) return { _tag: "Pending", because }
  const mean = groups.reduce((sum, each) => sum + (each._tag === "Shown" ? each.mean * weights[each.group]! : 0), 0) / 100
  return { _tag: "Combined", mean, weights }
}
